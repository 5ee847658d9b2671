package checklist

import (
	"math"
	"testing"
)

func TestOneFactOneRule(t *testing.T) {
	s := DefaultScheme()
	t.Run("unlinked findings all count", func(t *testing.T) {
		sh := sheetOf(s, "department")
		sh.find(s, "E1.1", 2)
		sh.find(s, "E4.1", 2)
		r := Score(s, Input{Kind: "department", Sheet: sh})
		wantAmount(t, "E", categoryScore(t, r, "E"), "47.00")
	})
	t.Run("the heavier counts, the lighter stays with its reason", func(t *testing.T) {
		sh := sheetOf(s, "department")
		a, b := sh.find(s, "E1.1", 2), sh.find(s, "E4.1", 2)
		sh.Links = [][2]ID{{b, a}}
		r := Score(s, Input{Kind: "department", Sheet: sh})
		wantAmount(t, "E", categoryScore(t, r, "E"), "48.00")
		l, ok := lineOf(indicatorOf(t, r, "E4").Lines, "line.excluded", "E4.1")
		if !ok || l.Finding != b || l.Other != "E1.1" || l.Group.ID != "X3" {
			t.Errorf("loser's line %+v", l)
		}
		if got := l.Args()[2].(Text).EN; got != "Same person, over-establishment entry" {
			t.Errorf("group named %q", got)
		}
	})
	t.Run("links connect through a third finding", func(t *testing.T) {
		sh := sheetOf(s, "department")
		a, b, c := sh.find(s, "E1.1", 1), sh.find(s, "A2.1", 1), sh.find(s, "E1.3", 1)
		sh.Links = [][2]ID{{a, b}, {b, c}}
		r := Score(s, Input{Kind: "department", Sheet: sh})
		wantAmount(t, "E", categoryScore(t, r, "E"), "48.00") // E1.3 is heavier
		wantAmount(t, "A", categoryScore(t, r, "A"), "12.00") // no group with A2.1: both count
	})
	t.Run("a withdrawn finding connects nothing", func(t *testing.T) {
		sh := sheetOf(s, "department")
		a, b, c := sh.find(s, "E1.1", 1), sh.find(s, "A2.1", 1), sh.find(s, "E1.3", 1)
		sh.Links = [][2]ID{{a, b}, {b, c}}
		sh.Findings[1].Status = "withdrawn"
		sh.stand("A2", Nil, "")
		r := Score(s, Input{Kind: "department", Sheet: sh})
		wantAmount(t, "E", categoryScore(t, r, "E"), "47.00")
	})
	t.Run("a fact entered twice under one rule counts once", func(t *testing.T) {
		sh := sheetOf(s, "department")
		a, b := sh.find(s, "E12.2", 1), sh.find(s, "E12.2", 2)
		sh.Links = [][2]ID{{a, b}}
		r := Score(s, Input{Kind: "department", Sheet: sh})
		wantAmount(t, "E", categoryScore(t, r, "E"), "48.00")
	})
	t.Run("what is dropped drops nothing", func(t *testing.T) {
		// E8.1 beats E7.1 (X5); E7.3 shares a group only with E7.1 (X6), so it stands.
		sh := sheetOf(s, "department")
		a, b, c := sh.find(s, "E8.1", 1), sh.find(s, "E7.1", 1), sh.find(s, "E7.3", 1)
		sh.Links = [][2]ID{{a, b}, {b, c}}
		r := Score(s, Input{Kind: "department", Sheet: sh})
		wantAmount(t, "E", categoryScore(t, r, "E"), "47.80")
	})
	t.Run("a whole indicator outweighs its parts", func(t *testing.T) {
		sh := sheetOf(s, "department")
		a, b := sh.find(s, "E8.2", 1), sh.find(s, "E7.2", 2)
		sh.Links = [][2]ID{{a, b}}
		r := Score(s, Input{Kind: "department", Sheet: sh})
		wantAmount(t, "E", categoryScore(t, r, "E"), "46.00")
	})
	t.Run("a lone talk can not beat a paper", func(t *testing.T) {
		sh := sheetOf(s, "department")
		a, b := sh.find(s, "E8.1", 2), sh.find(s, "E7.1", 1)
		sh.Links = [][2]ID{{a, b}}
		sh.Findings[0].Evidence = []Evidence{{Kind: "interview"}}
		r := Score(s, Input{Kind: "department", Sheet: sh})
		wantAmount(t, "E", categoryScore(t, r, "E"), "49.50")
	})
}

func TestCountsAndCaps(t *testing.T) {
	s := DefaultScheme()
	for _, c := range []struct {
		rule  string
		count int64
		took  string
		code  string
	}{
		{"E5.2", 3, "0.60", "line.per"},
		{"E5.2", 5, "1.00", "line.per"}, // 5 x 0.2 is exactly the cap: nothing was cut
		{"E5.2", 6, "1.00", "line.per.cap"},
		{"E1.1", math.MaxInt64, "8.00", "line.per.cap"},
		{"E1.1", 0, "0.00", "line.count.bad"},
		{"E1.1", -3, "0.00", "line.count.bad"},
		{"A1.1", 1, "1.00", "line.fixed"},
		{"A1.1", 7, "1.00", "line.fixed"},
		{"A1.1", 0, "1.00", "line.fixed"},
		{"A1.1", -1, "0.00", "line.count.bad"},
		{"C4.1", 1, "3.00", "line.zero"},
	} {
		sh := sheetOf(s, "department")
		sh.find(s, c.rule, c.count)
		_, ind, _ := s.Rule(c.rule)
		x := indicatorOf(t, Score(s, Input{Kind: "department", Sheet: sh}), ind.ID)
		if got := ind.Full - x.Awarded; got != pts(t, c.took) {
			t.Errorf("%s x %d took %v, want %s", c.rule, c.count, got, c.took)
		}
		if _, ok := lineOf(x.Lines, c.code, c.rule); !ok {
			t.Errorf("%s x %d: no line %s in %+v", c.rule, c.count, c.code, x.Lines)
		}
	}
}

func TestFindingsOfOneRuleAddUp(t *testing.T) {
	s := DefaultScheme()
	sh := sheetOf(s, "department")
	sh.find(s, "E5.2", 2)
	sh.find(s, "E5.2", 4)
	x := indicatorOf(t, Score(s, Input{Kind: "department", Sheet: sh}), "E5")
	l, ok := lineOf(x.Lines, "line.per.cap", "E5.2")
	if !ok || l.N != 6 || l.Raw != 120 || l.Points != -100 {
		t.Errorf("line %+v", l)
	}
}

func TestRangeRule(t *testing.T) {
	s := DefaultScheme()
	for _, c := range []struct {
		marks []Points
		want  Points
		code  string
	}{
		{[]Points{50}, 250, "line.range"},
		{[]Points{150}, 150, "line.range"},
		{[]Points{75}, 300, "line.mark.bad"},
		{[]Points{200}, 300, "line.mark.bad"},
		{[]Points{0}, 300, "line.mark.bad"},
		{[]Points{50, 100}, 200, "line.mark.lighter"},
	} {
		sh := sheetOf(s, "department")
		for i, m := range c.marks {
			sh.find(s, "B3.2", 1)
			sh.Findings[i].Mark = m
		}
		x := indicatorOf(t, Score(s, Input{Kind: "department", Sheet: sh}), "B3")
		if x.Awarded != c.want {
			t.Errorf("marks %v: awarded %v, want %v", c.marks, x.Awarded, c.want)
		}
		if _, ok := lineOf(x.Lines, c.code, "B3.2"); !ok {
			t.Errorf("marks %v: no line %s", c.marks, c.code)
		}
	}
}

func TestGivenRule(t *testing.T) {
	s := variant(t, `{id: "B3.2", mode: "range", min: 0.5, max: 1.5, step: 0.5,`, `{id: "B3.2", mode: "given", step: 0.5,`)
	sh := sheetOf(s, "department")
	if x := indicatorOf(t, Score(s, Input{Kind: "department", Sheet: sh}), "B3"); x.Known || x.Status != StatusNoMark {
		t.Errorf("without a mark: %+v", x)
	}
	sh.find(s, "B3.2", 0)
	sh.Findings[0].Mark = 250
	sh.Findings[0].Evidence = nil
	x := indicatorOf(t, Score(s, Input{Kind: "department", Sheet: sh}), "B3")
	if !x.Known || x.Awarded != 250 {
		t.Errorf("given 2.50: %+v", x)
	}
	sh.find(s, "B3.1", 2)
	if x := indicatorOf(t, Score(s, Input{Kind: "department", Sheet: sh}), "B3"); x.Awarded != 50 {
		t.Errorf("given 2.50 less 2.00: %v", x.Awarded)
	}
}

func TestVerdicts(t *testing.T) {
	s := DefaultScheme()
	for _, c := range []struct {
		name      string
		indicator string
		rule      string // a finding of it
		state     State
		approval  string
		want      Status
		known     bool
	}{
		{"blank is never full marks", "E1", "", Blank, "", StatusBlank, false},
		{"findings without a verdict", "E1", "E1.1", Blank, "", StatusProgress, false},
		{"papers awaited", "E1", "E1.1", Waiting, "", StatusWaiting, false},
		{"nothing found", "E1", "", Nil, "", StatusNil, true},
		{"nothing found, yet a finding", "E1", "E1.1", Nil, "", StatusFound, true},
		{"findings, but none", "E1", "", Found, "", StatusNoFinding, false},
		{"not applicable where forbidden", "E1", "", NA, "approved", StatusNAForbidden, false},
		{"not applicable, pending", "D4", "D4.1", NA, "", StatusNAPending, false},
		{"not applicable, refused", "D4", "D4.1", NA, "refused", StatusNARefused, false},
		{"not applicable, approved", "D4", "D4.1", NA, "approved", StatusNA, false},
	} {
		sh := sheetOf(s, "department")
		if c.rule != "" {
			sh.find(s, c.rule, 1)
		}
		sh.stand(c.indicator, c.state, c.approval)
		r := Score(s, Input{Kind: "department", Sheet: sh})
		x := indicatorOf(t, r, c.indicator)
		if x.Status != c.want || x.Known != c.known {
			t.Errorf("%s: %s known %v", c.name, x.Status, x.Known)
		}
		if complete := c.known || c.want == StatusNA; r.Complete != complete || r.Total.Known != complete || (r.Grade.Grade != nil) != complete {
			t.Errorf("%s: complete %v total %v", c.name, r.Complete, r.Total)
		}
	}
}

func TestNAKeepsFindingsInactiveAndComesBack(t *testing.T) {
	s := DefaultScheme()
	sh := sheetOf(s, "department")
	sh.find(s, "D4.1", 1)
	sh.stand("D4", NA, "approved")
	r := Score(s, Input{Kind: "department", Sheet: sh})
	if _, ok := lineOf(indicatorOf(t, r, "D4").Lines, "line.inactive", "D4.1"); !ok {
		t.Error("the finding is not shown as inactive")
	}
	wantAmount(t, "D", categoryScore(t, r, "D"), "12.00")
	sh.stand("D4", Found, "")
	wantAmount(t, "D", categoryScore(t, Score(s, Input{Kind: "department", Sheet: sh}), "D"), "10.00")
}

func TestStrayFindingsAreNamed(t *testing.T) {
	s := DefaultScheme()
	sh := sheetOf(s, "subdistrict")
	sh.Findings = []Finding{{ID: testID(1), Rule: "C4.1", Count: 1}, {ID: testID(2), Rule: "Z9.9", Count: 1}}
	r := Score(s, Input{Kind: "subdistrict", Sheet: sh})
	if _, ok := lineOf(r.Lines, "line.inactive", "C4.1"); !ok {
		t.Error("a finding of another kind's indicator vanished")
	}
	if _, ok := lineOf(r.Lines, "line.rule.unknown", "Z9.9"); !ok {
		t.Error("a finding of an unknown rule vanished")
	}
	wantAmount(t, "total", r.Total, "100.00")
}

func TestEvidence(t *testing.T) {
	s := DefaultScheme()
	sh := sheetOf(s, "department")
	sh.find(s, "E1.1", 1)
	sh.Findings[0].Evidence = nil
	x := indicatorOf(t, Score(s, Input{Kind: "department", Sheet: sh}), "E1")
	if _, ok := lineOf(x.Lines, "line.unproved", "E1.1"); !ok || x.Awarded != 700 {
		t.Errorf("unproved: %+v", x)
	}
	sh.Findings[0].Evidence = []Evidence{{Kind: "interview"}, {Kind: "interview"}}
	x = indicatorOf(t, Score(s, Input{Kind: "department", Sheet: sh}), "E1")
	if _, ok := lineOf(x.Lines, "line.interview_only", "E1.1"); !ok || x.Awarded != 800 {
		t.Errorf("interview only: %+v", x)
	}
	sh.claim("P1", 2)
	sh.Claims["P1"] = Claim{Bonus: "P1", Count: 2, Evidence: []Evidence{{Kind: "interview"}}}
	if r := Score(s, Input{Kind: "department", Sheet: sh}); r.Bonus != 0 {
		t.Errorf("a claim on hearsay brought %v", r.Bonus)
	}
}

func TestGradesAndVeto(t *testing.T) {
	s := variant(t, `at_most: "fail", enabled: false`, `at_most: "fail", enabled: true`)
	sh := sheetOf(s, "department")
	sh.find(s, "E8.2", 1)
	r := Score(s, Input{Kind: "department", Sheet: sh})
	if r.Grade.Grade.ID != "fail" || r.Grade.Held.ID != "excellent" || len(r.Grade.By) != 2 {
		t.Errorf("veto: %+v", r.Grade)
	}
	clean := Score(s, Input{Kind: "department", Sheet: sheetOf(s, "department")})
	if clean.Grade.Grade.ID != "excellent" || !clean.Grade.Unsure {
		t.Errorf("without figures the grade is unsure: %+v", clean.Grade)
	}
	if l, ok := lineOf(clean.Lines, "line.grade.unsure", ""); !ok || l.Args()[0] != s.Limits[0].Name {
		t.Errorf("what might still hold the grade: %+v", l)
	}
}
