package checklist

import (
	"slices"
	"testing"
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
	if i < 0 || !r.Warnings[i].More || r.Warnings[i].Metric != 300 {
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
