package checklist

import "testing"

// The worked examples of the practice scheme: A 40 + 30, B 30.

func practiceFigures(present int64) map[string]int64 {
	return map[string]int64{"on_roster": 4, "present": present}
}

func TestPracticeEveryMode(t *testing.T) {
	s := shipped(t, "practice")
	sh := sheetOf(s, "unit")
	sh.find(s, "A1.1", 1) // per: 10.00
	sh.find(s, "A1.2", 1) // fixed: 5.00, A1 keeps 25
	sh.find(s, "A2.1", 1) // range: 7.50
	sh.Findings[2].Mark = 750
	sh.find(s, "A2.2", 1)          // fixed: 5.00, A2 keeps 17.5
	sh.award(t, s, "B1.1", "24.5") // given
	sh.claim("P1", 1)              // 1.00
	r := Score(s, Input{Kind: "unit", Sheet: sh, Figures: practiceFigures(3)})
	wantAmount(t, "A", categoryScore(t, r, "A"), "42.50")
	wantAmount(t, "B", categoryScore(t, r, "B"), "24.50")
	wantAmount(t, "base", r.Base, "67.00")
	wantAmount(t, "total", r.Total, "68.00")
	wantPass(t, r, "pass", Passed)
	if len(r.Warnings) != 0 {
		t.Errorf("warnings %v", r.Warnings)
	}
	modes := map[Mode]bool{}
	for _, c := range s.Categories {
		for _, ind := range c.Indicators {
			for _, rule := range ind.Rules {
				modes[rule.Mode] = true
			}
		}
	}
	if len(modes) != 5 {
		t.Errorf("modes %v", modes)
	}
}

func TestPracticeRedWarning(t *testing.T) {
	s := shipped(t, "practice")
	sh := sheetOf(s, "unit")
	sh.find(s, "A1.1", 2) // 20.00: exactly the 80.00 of “good”, but two are absent
	sh.award(t, s, "B1.1", "30")
	r := Score(s, Input{Kind: "unit", Sheet: sh, Figures: practiceFigures(2)})
	wantAmount(t, "total", r.Total, "80.00")
	wantPass(t, r, "pass", Passed)
	if r.Grade.Held == nil || r.Grade.Held.ID != "good" {
		t.Errorf("grade %+v", r.Grade)
	}
}

func TestPracticeNobodyThere(t *testing.T) {
	s := shipped(t, "practice")
	sh := sheetOf(s, "unit")
	sh.find(s, "A1.3", 1)          // zero: all 40.00
	sh.stand("A2", NA, "approved") // A 70 x 0 / 40 = 0
	sh.award(t, s, "B1.1", "30")
	r := Score(s, Input{Kind: "unit", Sheet: sh, Figures: practiceFigures(0)})
	wantAmount(t, "total", r.Total, "30.00")
	wantPass(t, r, "fail", NotPassed)
	if len(r.Warnings) != 2 {
		t.Errorf("warnings %v", r.Warnings)
	}
}

func TestPracticeItemMissing(t *testing.T) {
	s := shipped(t, "practice")
	sh := sheetOf(s, "unit")
	sh.find(s, "A1.2", 1)          // 5.00
	sh.stand("A2", NA, "approved") // A 70 x 35 / 40 = 61.25
	sh.award(t, s, "B1.1", "29.5")
	r := Score(s, Input{Kind: "unit", Sheet: sh, Figures: practiceFigures(4)})
	wantAmount(t, "A", categoryScore(t, r, "A"), "61.25")
	wantAmount(t, "total", r.Total, "90.75")
	wantPass(t, r, "good", Passed)
}
