package checklist

import (
	"slices"
	"testing"
)

// yearOf is a unit whose ledger says 33 in 32 posts since March, 34 since May, with nothing visited.
func yearOf() *UnitYear {
	from := func(at string, n int64) Dated { return Dated{At: at, N: n, From: FromLedger} }
	return &UnitYear{Unit: Unit{ID: testID(1), Kind: "department"}, Round: year2026, Now: "2026-06-01 09:00", Series: map[string][]Dated{
		"auth_admin": {from("2026-01-10 08:00", 32)}, "act_admin": {from("2026-01-10 08:00", 32), from("2026-03-02 08:00", 33), from("2026-05-04 08:00", 34)}}}
}

func warningIn(list []UnitWarning, id string) *UnitWarning {
	if i := slices.IndexFunc(list, func(w UnitWarning) bool { return w.Def.ID == id }); i >= 0 {
		return &list[i]
	}
	return nil
}

// TestWarningsOfTheLedger: open before anybody visits, since the first moment the condition held without a break.
func TestWarningsOfTheLedger(t *testing.T) {
	s := variant(t)
	y := yearOf()
	open, _ := s.WarningsOf(y)
	w := warningIn(open, "W01")
	if w == nil || w.Since != "2026-03-02 08:00" {
		t.Fatalf("over establishment: %+v", w)
	}
	if !slices.ContainsFunc(w.Sources, func(x WarnSource) bool { return x.ID == "act_admin" && x.N == 34 && x.From == FromLedger }) {
		t.Errorf("its numbers: %+v", w.Sources)
	}
	// A break in between: the stretch that counts is the last.
	y.Series["act_admin"] = slices.Insert(y.Series["act_admin"], 2, Dated{At: "2026-04-01 08:00", N: 32, From: FromLedger})
	if open, _ = s.WarningsOf(y); warningIn(open, "W01").Since != "2026-05-04 08:00" {
		t.Errorf("after a break since %s", warningIn(open, "W01").Since)
	}
	// What was verified on site stands before the ledger.
	y.Series["act_admin"] = append(y.Series["act_admin"], Dated{At: "2026-05-20 10:00", N: 31, From: FromDaily, Day: "2026-05-20"})
	if open, _ = s.WarningsOf(y); warningIn(open, "W01") != nil {
		t.Error("the ledger stands before what was verified")
	}
	y.Series["act_admin"] = append(y.Series["act_admin"], Dated{At: "2026-05-21 10:00", Clear: true, From: FromDaily, Day: "2026-05-20"})
	if open, _ = s.WarningsOf(y); warningIn(open, "W01") == nil {
		t.Error("a cleared number still stands")
	}
}

// TestWarningsOfDailyVisitsAndSlips: a finding of a daily visit and an overdue slip raise warnings, with the day they began.
func TestWarningsOfDailyVisitsAndSlips(t *testing.T) {
	s := variant(t)
	y := yearOf()
	ghost := Finding{ID: testID(9), Rule: "E8.1", Count: 1, Evidence: paper, At: "2026-04-14 10:20", Facts: "长期不到岗"}
	y.Daily = []DailyYear{{Visit: testID(5), Day: "2026-04-14", Sheet: &Sheet{Findings: []Finding{ghost}}}}
	x := slipIn(SlipConfirmed)
	y.Slips = []Slip{x}
	open, _ := s.WarningsOf(y)
	if w := warningIn(open, "W04"); w == nil || w.Since != "2026-04-14 10:20" || len(w.Sources) != 1 || w.Sources[0].From != FromDaily {
		t.Errorf("ghost payroll: %+v", w)
	}
	if w := warningIn(open, "W09"); w == nil || w.Since != "2026-05-17 00:00" {
		t.Errorf("overdue slip: %+v", w)
	}
	y.Daily[0].Sheet.Findings[0].Evidence = []Evidence{{Kind: "interview"}}
	if open, _ = s.WarningsOf(y); warningIn(open, "W04") != nil {
		t.Error("talk alone raises a warning")
	}
}

// TestDueListTable: what each state of a slip waits for, and in which group.
func TestDueListTable(t *testing.T) {
	s := variant(t)
	for state, want := range map[string]DueKind{SlipDraft: "", SlipIssued: DueConfirm, SlipConfirmed: DueSlip, SlipRefused: DueSlip, SlipDisputed: DueDispute,
		SlipRectified: DueRecheck, SlipClosed: "", SlipWithdrawn: "", SlipVoided: ""} {
		list := DueList(s, "2026-05-10", []Slip{slipIn(state)}, nil)
		if got := DueKind(""); len(list) == 1 {
			if got = list[0].Kind; got != want {
				t.Errorf("%s is due as %q, want %q", state, got, want)
			}
		} else if want != "" {
			t.Errorf("%s is not due", state)
		}
	}
	for day, want := range map[string]DueWhen{"2026-05-09": DueOver, "2026-05-10": DueWeek, "2026-05-16": DueWeek, "2026-05-17": DueLater, "": DueLater} {
		list := DueList(s, "2026-05-10", nil, []PromiseOf{{Promise: Promise{Text: "x", Due: day}}, {Promise: Promise{Text: "y", Due: day, Status: "kept"}}})
		if len(list) != 1 || list[0].When != want {
			t.Errorf("a promise by %q: %+v, want %s", day, list, want)
		}
	}
}

// TestPapersOfTheEve: ten days before the visit and no more; after it is no preparation.
func TestPapersOfTheEve(t *testing.T) {
	s := variant(t)
	for day, want := range map[string]bool{"2026-05-08": false, "2026-05-09": true, "2026-05-19": true, "2026-05-20": false, "": false, "soon": false} {
		v := &Visit{Kind: Daily, Day: "2026-05-19", Materials: []Material{{Material: "payroll", Dated: day}}}
		if got := OnTheEve(s, v); (len(got) == 1) != want {
			t.Errorf("dated %q: %+v", day, got)
		}
	}
}

// TestCompareTellsAFactOnce: a slip written from a daily finding stands beside it and not as another.
func TestCompareTellsAFactOnce(t *testing.T) {
	s := variant(t)
	y := yearOf()
	f := Finding{ID: testID(9), Rule: "E5.1", Count: 1}
	y.Daily = []DailyYear{{Day: "2026-04-14", Sheet: &Sheet{Findings: []Finding{f}}}}
	x := slipIn(SlipConfirmed)
	x.Finding = f.ID
	y.Slips = []Slip{x}
	list := CompareDaily(s, y)
	if len(list) != 1 || len(list[0].Daily) != 1 || list[0].Daily[0].Slip != x.Number || list[0].Only() != "daily" {
		t.Fatalf("%+v", list)
	}
	sh := Sheet{Findings: []Finding{{ID: testID(10), Rule: "E5.2", Count: 1}}, Standings: map[string]Standing{}}
	y.Sheet = &sh
	if list = CompareDaily(s, y); list[0].Only() != "" {
		t.Errorf("both found something: %+v", list[0])
	}
}
