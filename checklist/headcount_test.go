package checklist

import (
	"slices"
	"testing"
)

// visitOf is a yearly visit of a department with nothing missing and nothing wrong.
func visitOf(s *Scheme) *Visit {
	yes, n := true, int64(32)
	v := &Visit{ID: testID(900), Kind: Yearly, Unit: Unit{Kind: "department"},
		Round: Round{OpensOn: "2026-03-01", Cutoff: "2026-12-31"}, AsOf: "2026-04-01",
		Look:   Look{ReceivedOn: "2026-02-20", Sealed: &yes, Signed: &yes, Covers: &yes},
		Listen: Listen{Place: "a", StartedAt: "2026-03-09 09:00", EndedAt: "2026-03-09 10:00", Presenter: "b", MainLeader: &yes, Exchanged: &yes},
		Check:  Check{NameChecked: &n}, SelfScores: map[string]Points{}, Figures: map[string]map[Column]int64{}}
	for id, n := range allFigures() {
		v.Figures[id] = map[Column]int64{Verified: n}
	}
	for _, ind := range s.Indicators("department") {
		v.SelfScores[ind.ID] = ind.Full
	}
	for _, m := range s.Materials {
		v.Materials = append(v.Materials, Material{ID: MaterialID(v.ID, m.ID), Material: m.ID, Status: "seen"})
	}
	return v
}

func rowOf(t *testing.T, rows []HeadRow, id string) HeadRow {
	t.Helper()
	i := slices.IndexFunc(rows, func(r HeadRow) bool { return r.ID == id })
	if i < 0 {
		t.Fatalf("no row %s", id)
	}
	return rows[i]
}

func noteCodes(r HeadRow) (out []string) {
	for _, n := range r.Notes {
		out = append(out, n.Code)
	}
	return out
}

func TestResolve(t *testing.T) {
	v := &Visit{Figures: map[string]map[Column]int64{
		"auth_admin":    {Office: 30, Declared: 32},
		"leaders_auth":  {Office: 4, Verified: 5},
		"opening_total": {Office: 31},
		"act_admin":     {Office: 29, Declared: 28},
		"exits":         {Verified: 0},
	}}
	got := Resolve(v)
	want := map[string]int64{"auth_admin": 30, "leaders_auth": 5, "opening_total": 31, "exits": 0}
	if len(got) != len(want) {
		t.Errorf("resolved %v", got)
	}
	for id, n := range want {
		if m, ok := got[id]; !ok || m != n {
			t.Errorf("%s = %d %v, want %d", id, m, ok, n)
		}
	}
}

func TestHeadcountOfAUnitInOrder(t *testing.T) {
	s := DefaultScheme()
	rows := Headcount(s, visitOf(s))
	if len(rows) != 26+16 {
		t.Fatalf("%d rows", len(rows))
	}
	for id, want := range map[string]int64{"auth_total": 45, "act_total": 32, "over_staff": 0, "flow_gap": 0, "payroll_gap": 0, "roster_gap": 0} {
		if got := rowOf(t, rows, id).Cells[Verified]; got != known(want) {
			t.Errorf("%s = %+v, want %d", id, got, want)
		}
	}
	if got := noteCodes(rowOf(t, rows, "over_institution")); !slices.Equal(got, []string{"head.spare"}) {
		t.Errorf("room left: %v", got)
	}
	if got := noteCodes(rowOf(t, rows, "over_staff")); got != nil {
		t.Errorf("a sum of overruns never nets: %v", got)
	}
}

func TestHeadcountNotes(t *testing.T) {
	s := DefaultScheme()
	v := visitOf(s)
	v.Figures["act_admin"] = map[Column]int64{Declared: 30, Office: 31, Verified: 33}
	v.Figures["seconded_in"] = map[Column]int64{Declared: 1, Office: 2}
	v.Figures["auth_support"] = map[Column]int64{Office: 5}
	v.Figures["payroll_explained"][Verified] = 6
	v.Figures["payroll_total"][Verified] = 45
	v.Check.NameChecked = nil
	rows := Headcount(s, v)
	for id, want := range map[string][]string{
		"act_admin":       {"head.declared", "head.office"},
		"seconded_in":     {"head.declared_office"},
		"auth_support":    {"head.office_used"},
		"over_admin":      {"head.gap"},
		"over_staff":      {"head.gap"},
		"flow_gap":        {"head.gap"},
		"roster_gap":      {"head.gap"},
		"payroll_raw_gap": nil, // the explained part is taken off first
		"payroll_gap":     {"head.spare"},
		"roster_total":    {"head.names_none"},
		"act_total":       nil,
	} {
		if got := noteCodes(rowOf(t, rows, id)); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", id, got, want)
		}
	}
}

func TestSuggest(t *testing.T) {
	s := DefaultScheme()
	bad := false
	for _, c := range []struct {
		name string
		do   func(*Visit, *Sheet)
		want []Suggestion // rule, count, have, code
	}{
		{"in order", func(*Visit, *Sheet) {}, nil},
		{"over in two kinds", func(v *Visit, _ *Sheet) {
			v.Figures["act_admin"][Verified], v.Figures["act_institution"][Verified] = 32, 1
			v.Figures["act_support"][Verified] = 7
			v.Figures["roster_total"][Verified], v.Figures["payroll_total"][Verified] = 40, 40
		}, []Suggestion{{Rule: "E1.1", Count: 4, Code: "suggest.number"}}},
		{"part of it is found already", func(v *Visit, sh *Sheet) {
			v.Figures["entry_slips"][Verified] = 0
			sh.find(s, "E4.1", 1)
		}, []Suggestion{{Rule: "E4.1", Count: 2, Have: 1, Code: "suggest.number"}}},
		{"all of it is found already", func(v *Visit, sh *Sheet) {
			v.Figures["entry_slips"][Verified] = 0
			sh.find(s, "E4.1", 2)
		}, nil},
		{"a withdrawn finding covers nothing", func(v *Visit, sh *Sheet) {
			v.Figures["exit_slips"][Verified] = 0
			sh.find(s, "E5.1", 1)
			sh.Findings[0].Status = "withdrawn"
		}, []Suggestion{{Rule: "E5.1", Count: 1, Code: "suggest.number"}}},
		{"a figure is missing", func(v *Visit, _ *Sheet) {
			delete(v.Figures, "act_support")
			v.Figures["act_admin"][Verified] = 31
		}, []Suggestion{{Rule: "E1.1", Count: 1, Code: "suggest.at_least"}}},
		{"name by name", func(v *Visit, _ *Sheet) { n := int64(2); v.Check.NameMissing = &n },
			[]Suggestion{{Rule: "E7.1", Count: 2, Code: "suggest.names"}}},
		{"no self-report", func(v *Visit, _ *Sheet) { v.Look = Look{NotFiled: true, Sealed: &bad} },
			[]Suggestion{{Rule: "A5.1", Count: 1, Code: "suggest.not_filed"}}},
		{"late, unsealed, unsigned, not item by item", func(v *Visit, _ *Sheet) {
			v.Look = Look{ReceivedOn: "2026-03-01", Sealed: &bad, Signed: &bad, Covers: &bad}
		}, []Suggestion{{Rule: "A5.2", Count: 1, Code: "suggest.late"}, {Rule: "A5.3", Count: 1, Code: "suggest.formality"},
			{Rule: "A5.4", Count: 1, Code: "suggest.formality"}, {Rule: "A5.6", Count: 1, Code: "suggest.formality"}}},
		{"a deputy briefs", func(v *Visit, _ *Sheet) { v.Listen.MainLeader = &bad },
			[]Suggestion{{Rule: "A5.5", Count: 1, Code: "suggest.formality"}}},
		{"a deputy briefs, with a reason", func(v *Visit, _ *Sheet) { v.Listen.MainLeader, v.Listen.Substitute = &bad, "ill" },
			[]Suggestion{{Rule: "A5.5", Count: 1, Code: "suggest.substitute"}}},
		{"a daily visit has no formalities", func(v *Visit, _ *Sheet) {
			v.Kind, v.Look, v.Listen.MainLeader = Daily, Look{NotFiled: true}, &bad
		}, nil},
		{"a slip overdue", func(v *Visit, _ *Sheet) {
			v.Slips = []Slip{{State: "confirmed", Deadline: "2026-03-31"}, {State: "closed", Deadline: "2026-03-31"},
				{State: "confirmed", Deadline: "2026-04-01"}, {State: "issued", Deadline: "2026-03-01", ExtendedTo: "2026-05-01"},
				{State: "disputed", Deadline: "2026-01-01"}, {State: "refused"}}
		}, []Suggestion{{Rule: "E12.2", Count: 1, Code: "suggest.number"}}},
	} {
		v, sh := visitOf(s), sheetOf(s, "department")
		c.do(v, &sh)
		got := Suggest(s, v, &sh)
		same := slices.EqualFunc(got, c.want, func(a, b Suggestion) bool {
			return a.Rule == b.Rule && a.Count == b.Count && a.Have == b.Have && a.Code == b.Code
		})
		if !same {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestSuggestionShowsItsTerms(t *testing.T) {
	s := DefaultScheme()
	v, sh := visitOf(s), sheetOf(s, "department")
	v.Figures["act_admin"][Verified] = 33
	for _, x := range Suggest(s, v, &sh) {
		if x.Rule == "E1.1" {
			if len(x.Parts) != 3 || x.Parts[0].N != known(3) || x.Parts[0].Name.EN != "Over by, administrative" {
				t.Errorf("parts %+v", x.Parts)
			}
			return
		}
	}
	t.Error("no suggestion")
}

func TestOverdueIsJudgedByTheCutOffAtTheLatest(t *testing.T) {
	s := DefaultScheme()
	v := &Visit{Slips: []Slip{{State: "issued", Deadline: "2026-06-30"}}}
	for _, c := range []struct {
		asOf, cutoff string
		want         int
	}{{"2026-07-01", "", 1}, {"2026-06-30", "", 0}, {"2027-01-01", "2026-06-01", 0}, {"2026-07-01", "2026-12-31", 1}, {"", "2026-12-31", 1}, {"", "", -1}} {
		v.AsOf, v.Round.Cutoff = c.asOf, c.cutoff
		if got := InputOf(s, v, &Sheet{}).SlipsOverdue; got != c.want {
			t.Errorf("as of %q, cut-off %q: %d, want %d", c.asOf, c.cutoff, got, c.want)
		}
	}
}
