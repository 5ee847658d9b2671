package checklist

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// allFigures is a headcount in order: nothing over, everything balanced, room left.
func allFigures() map[string]int64 {
	return map[string]int64{
		"auth_admin": 30, "auth_institution": 10, "auth_support": 5, "act_admin": 25, "act_institution": 6, "act_support": 1,
		"roster_total": 32, "payroll_total": 32, "payroll_explained": 0, "opening_total": 31, "entries": 2, "exits": 1,
		"entry_slips": 2, "exit_slips": 1, "exit_slips_late": 0, "leaders_auth": 4, "leaders_act": 4, "heads_auth": 8,
		"heads_act": 8, "offices_auth": 6, "offices_act": 6, "affiliates_auth": 1, "affiliates_act": 1,
		"seconded_in": 0, "seconded_out": 0, "off_establishment": 0,
	}
}

func openIDs(r Result) (out []string) {
	for _, w := range r.Warnings {
		out = append(out, w.Def.ID)
	}
	return out
}

func TestEveryWarningOpensByItsOwnReason(t *testing.T) {
	s := DefaultScheme()
	for _, c := range []struct {
		want string
		also []string // warnings that the same fact opens with it
		do   func(*Input)
	}{
		{"W01", []string{"W07", "W06"}, func(in *Input) { in.Figures["act_admin"] = 31 }},
		{"W02", nil, func(in *Input) { in.Figures["leaders_act"] = 5 }},
		{"W03", nil, func(in *Input) { in.Figures["offices_act"] = 7 }},
		{"W04", nil, func(in *Input) { in.Sheet.find(s, "E8.1", 1) }},
		{"W05", nil, func(in *Input) { in.Sheet.find(s, "E3.1", 1) }},
		{"W06", nil, func(in *Input) { in.Figures["payroll_total"] = 34 }},
		{"W07", nil, func(in *Input) { in.Figures["opening_total"] = 33 }},
		{"W08", nil, func(in *Input) { in.Figures["heads_act"] = 9 }},
		{"W09", nil, func(in *Input) { in.SlipsOverdue = 1 }},
		{"W10", nil, func(in *Input) { in.Sheet.find(s, "E1.1", 8); in.Sheet.find(s, "E2.1", 2) }},
		{"W11", []string{"W10"}, func(in *Input) {
			in.Sheet.find(s, "E1.1", 8)
			in.Sheet.find(s, "E2.1", 3)
			in.Sheet.find(s, "E3.2", 3)
			in.Sheet.find(s, "E4.1", 8)
		}},
		{"W12", nil, func(in *Input) { in.Figures["auth_admin"] = 26 }},
		{"W13", nil, func(in *Input) { in.Figures["entry_slips"] = 1 }},
		{"W14", nil, func(in *Input) { in.Figures["exit_slips"] = 0 }},
		{"W15", nil, func(in *Input) { in.Sheet.find(s, "A1.1", 1); in.PastRules = []string{"A1.1", "A1.1", "B1.3"} }},
		{"W16", []string{"W10"}, func(in *Input) {
			in.SelfScores = map[string]Points{"E1": 800, "E2": 600}
			in.Sheet.find(s, "E1.1", 7)
			in.Sheet.find(s, "E2.1", 2)
		}},
		{"W17", nil, func(in *Input) { in.ReportMissing = true }},
		{"W18", nil, func(in *Input) { in.Sheet.find(s, "E8.2", 1) }},
		{"W19", nil, func(in *Input) { in.Figures["auth_institution"] = 6 }},
		{"W20", nil, func(in *Input) { in.Figures["auth_support"] = 1 }},
	} {
		in := Input{Kind: "department", Sheet: sheetOf(s, "department"), Figures: allFigures()}
		if r := Score(s, in); len(r.Warnings)+len(r.Unsure) > 0 {
			t.Fatalf("a unit in order has warnings %v unsure %v", openIDs(r), r.Unsure)
		}
		c.do(&in)
		got := openIDs(Score(s, in))
		want := append([]string{c.want}, c.also...)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: open %v, want %v", c.want, got, want)
		}
	}
}

func TestWarningsWaitForWhatTheyNeed(t *testing.T) {
	s := DefaultScheme()
	in := Input{Kind: "department", Sheet: sheetOf(s, "department"), Figures: allFigures(), SlipsOverdue: -1}
	delete(in.Figures, "act_support")
	in.Figures["act_admin"] = 33
	r := Score(s, in)
	i := slices.IndexFunc(r.Warnings, func(w Warning) bool { return w.Def.ID == "W01" })
	if i < 0 || !slices.Equal(r.Warnings[i].Readings, []Reading{{Of: "number", ID: "over_staff", Name: s.NameOf("over_staff"), Value: 300, Count: true, AtLeast: true}}) {
		t.Errorf("over by at least 3 must warn although a figure is missing: %v", openIDs(r))
	}
	for _, id := range []string{"W06", "W07", "W09", "W20"} {
		if !slices.Contains(r.Unsure, id) {
			t.Errorf("%s is judged without its numbers (unsure %v)", id, r.Unsure)
		}
	}
	in.Sheet.find(s, "E1.1", 8)
	in.Sheet.find(s, "E2.1", 3)
	in.Sheet.stand("E12", Blank, "")
	if got := openIDs(Score(s, in)); slices.Contains(got, "W10") {
		t.Errorf("category E is judged before it is complete: %v", got)
	}
}

func TestOverEstablishmentNeverNetsBetweenKinds(t *testing.T) {
	s := DefaultScheme()
	n := s.Evaluate(map[string]int64{"auth_admin": 30, "act_admin": 32, "auth_institution": 10, "act_institution": 8, "auth_support": 1, "act_support": 1})
	if got := n["over_staff"]; got != known(2) {
		t.Errorf("over_staff %+v", got)
	}
}

// drawFigures makes a headcount of which some is not known.
func drawFigures(t *rapid.T, s *Scheme) map[string]int64 {
	out := map[string]int64{}
	for _, f := range s.Reconciliation.Figures {
		if rapid.IntRange(0, 9).Draw(t, "known") > 0 {
			out[f.ID] = rapid.SampledFrom([]int64{0, 1, 2, 2, 3, 30, 31}).Draw(t, f.ID)
		}
	}
	return out
}

// plainAnswers says in plain words when the default scheme's warnings are open: those that need no count of findings.
func plainAnswers(s *Scheme, in Input, r Result) map[string]Truth {
	values := s.Evaluate(in.Figures)
	out := map[string]Truth{}
	for id, number := range map[string]string{"W01": "over_staff", "W02": "over_leaders", "W03": "over_offices", "W06": "payroll_gap",
		"W07": "flow_gap", "W08": "over_heads", "W13": "entries_without_slip", "W14": "exits_without_slip"} {
		n := values[number]
		out[id] = sure(n.N > 0 && n.AtLeast, n.Known && n.N <= 0)
	}
	for id, pair := range map[string][2]string{"W12": {"auth_admin", "free_admin"}, "W19": {"auth_institution", "free_institution"}, "W20": {"auth_support", "free_support"}} {
		auth, free := values[pair[0]], values[pair[1]]
		full := free.Known && free.N >= 0 && free.N <= 1
		out[id] = sure(auth.Known && auth.N > 0 && full, auth.Known && auth.N <= 0 || free.Known && !full)
	}
	out["W09"] = sure(in.SlipsOverdue > 0, in.SlipsOverdue == 0)
	out["W17"] = sure(in.ReportMissing, !in.ReportMissing)
	out["W10"], out["W11"] = No, No
	gap, scored := Points(0), r.Complete
	for _, c := range r.Categories {
		if c.Category.ID == "E" && c.Score.Known {
			out["W10"], out["W11"] = sure(c.Score.Points < 4000, c.Score.Points >= 4000), sure(c.Score.Points < 3000, c.Score.Points >= 3000)
		}
		for _, x := range c.Indicators {
			if own, ok := in.SelfScores[x.Indicator.ID]; ok && x.Known {
				gap += own - x.Awarded
			}
		}
	}
	out["W16"] = sure(scored && gap > 1000, scored && gap <= 1000)
	return out
}

func TestDefaultWarningsAreTheirThresholds(t *testing.T) {
	s := DefaultScheme()
	rapid.Check(t, func(t *rapid.T) {
		in := genSheet(t, s)
		in.Figures = drawFigures(t, s)
		r := Score(s, in)
		open := openIDs(r)
		for id, want := range plainAnswers(s, in, r) {
			if got := sure(slices.Contains(open, id), !slices.Contains(open, id) && !slices.Contains(r.Unsure, id)); got != want {
				t.Fatalf("%s: %v, want %v (figures %v)", id, got, want, in.Figures)
			}
		}
		for _, w := range r.Warnings {
			if len(w.Readings) == 0 {
				t.Fatalf("%s is open and does not say why", w.Def.ID)
			}
		}
	})
}

func TestWarningsSayWhatRaisedThem(t *testing.T) {
	s := DefaultScheme()
	in := Input{Kind: "department", Sheet: sheetOf(s, "department"), Figures: allFigures()}
	in.Figures["auth_admin"] = 26
	in.Sheet.find(s, "E8.1", 2)
	in.Sheet.find(s, "E1.1", 8)
	var got []string
	for _, w := range Score(s, in).Warnings {
		for _, x := range w.Readings {
			got = append(got, w.Def.ID+" "+string(x.Of)+" "+x.ID+" "+x.Text())
			if x.Name.ZH == "" || x.Name.EN == "" {
				t.Errorf("%s has no name", x.ID)
			}
		}
	}
	want := []string{"W04 rule E8.1 2", "W10 category E 38.00", "W12 number auth_admin 26", "W12 number free_admin 1"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// A limit that counts warnings may still hold while one of them cannot be judged.
func TestLimitsCountWarnings(t *testing.T) {
	s := variant(t, `'open("red") > 0'`, `'open("red") >= 2 || kind("subdistrict") && (mark("E1") < 8 || mark("D4") > 0 && mark("A1") == 0 || mark("D4") > 1)'`)
	for _, c := range []struct {
		do     func(*Input)
		kind   string
		held   bool
		unsure bool
	}{
		{func(*Input) {}, "department", false, false},
		{func(in *Input) { in.Figures["leaders_act"] = 5 }, "department", false, false},
		{func(in *Input) { in.Figures["leaders_act"], in.Figures["offices_act"] = 5, 7 }, "department", true, false},
		{func(in *Input) { in.Figures["leaders_act"] = 5; delete(in.Figures, "offices_act") }, "department", false, true},
		{func(in *Input) { delete(in.Figures, "offices_act") }, "department", false, false},
		{func(in *Input) { in.Sheet.find(s, "E1.1", 1) }, "department", false, false},
		{func(in *Input) { in.Sheet.find(s, "E1.1", 1) }, "subdistrict", true, false},
		{func(in *Input) { in.Sheet.stand("D4", NA, "approved") }, "subdistrict", false, false},
		{func(in *Input) { in.Sheet.stand("D4", Nil, "") }, "subdistrict", true, false},
	} {
		in := Input{Kind: c.kind, Sheet: sheetOf(s, c.kind), Figures: allFigures()}
		c.do(&in)
		g := Score(s, in).Grade
		if (g.Held != nil) != c.held || g.Unsure != c.unsure {
			t.Errorf("%s %v: held %v unsure %v, want %v %v", c.kind, in.Figures, g.Held, g.Unsure, c.held, c.unsure)
		}
	}
}
