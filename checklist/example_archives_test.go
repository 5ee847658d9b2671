package checklist

import "testing"

// The worked examples of the archives sheet: 100 points in parts of 20, 30, 25, 15 and 10.

var archiveFigures = map[string]int64{"documents_due": 600, "documents_filed": 600, "volumes_due": 40, "volumes_transferred": 40,
	"archivists": 2, "archivists_trained": 2}

func TestArchivesCapsAndFloor(t *testing.T) {
	s := shipped(t, "archives")
	sh := sheetOf(s, "office")
	sh.find(s, "B2.1", 50) // 50 x 0.20 = 10.00, at most 8.00
	sh.find(s, "B2.2", 1)  // 1.00: B2 keeps 10 - 9 = 1
	sh.find(s, "C2.1", 5)  // 5.00
	sh.find(s, "C2.2", 4)  // 4 x 0.50 = 2.00: 7.00 of 6, so C2 keeps 0 and not less
	sh.claim("P1", 3)      // 3 x 1.00, at most 2.00
	r := Score(s, Input{Kind: "office", Sheet: sh, Figures: archiveFigures})
	for id, want := range map[string]string{"A": "20.00", "B": "21.00", "C": "19.00", "D": "15.00", "E": "10.00"} {
		wantAmount(t, id, categoryScore(t, r, id), want)
	}
	if c2 := indicatorOf(t, r, "C2"); c2.Awarded != 0 || c2.Deducted != 700 {
		t.Errorf("C2 keeps %v of a deduction of %v", c2.Awarded, c2.Deducted)
	}
	wantAmount(t, "base", r.Base, "85.00")   // 100 - 9 - 6
	wantAmount(t, "total", r.Total, "87.00") // 85 + 2
	wantAmount(t, "performance", r.Performance, "4.35")
	wantPass(t, r, "good", PassNone)
}

func TestArchivesItemsThatMayBeMissing(t *testing.T) {
	s := shipped(t, "archives")
	sh := sheetOf(s, "institution")
	sh.stand("D2", NA, "approved") // 4 of 15: 11 are left
	sh.stand("E2", NA, "approved") // 5 of 10: 5 are left
	sh.find(s, "A2.1", 1)          // 1.00
	sh.find(s, "B4.1", 3)          // 3 x 0.25 = 0.75
	sh.find(s, "D1.2", 3)          // 3 x 0.50 = 1.50
	sh.find(s, "E1.1", 2)          // 2 x 0.50 = 1.00
	r := Score(s, Input{Kind: "institution", Sheet: sh, Figures: archiveFigures})
	// D 15 x (11 - 1.5) / 11 = 12.9545…, E 10 x (5 - 1) / 5 = 8
	for id, want := range map[string]string{"A": "19.00", "B": "29.25", "C": "25.00", "D": "12.95", "E": "8.00"} {
		wantAmount(t, id, categoryScore(t, r, id), want)
	}
	// 19 + 29.25 + 25 + 12.9545… + 8 = 94.2045…, and 5 per cent of that is 4.7102…
	wantAmount(t, "total", r.Total, "94.20")
	wantAmount(t, "performance", r.Performance, "4.71")
	wantPass(t, r, "excellent", PassNone)
}

func TestArchivesNothingElseMayBeMissing(t *testing.T) {
	s := shipped(t, "archives")
	sh := sheetOf(s, "office")
	sh.stand("A4", NA, "approved")
	r := Score(s, Input{Kind: "office", Sheet: sh, Figures: archiveFigures})
	if x := indicatorOf(t, r, "A4"); x.Status != StatusNAForbidden || r.Complete {
		t.Errorf("A4 is %s, complete %v", x.Status, r.Complete)
	}
}

func TestArchivesLimits(t *testing.T) {
	s := shipped(t, "archives")
	t.Run("an accident", func(t *testing.T) {
		sh := sheetOf(s, "office")
		sh.find(s, "C4.3", 1) // all 4.00 of C4
		r := Score(s, Input{Kind: "office", Sheet: sh, Figures: archiveFigures})
		wantAmount(t, "total", r.Total, "96.00")
		if r.Grade.Grade.ID != "fail" || r.Grade.Held.ID != "excellent" || len(r.Grade.By) != 1 || r.Grade.By[0].ID != "GL1" {
			t.Errorf("grade %+v", r.Grade)
		}
	})
	t.Run("filing just under 60 per cent", func(t *testing.T) {
		sh := sheetOf(s, "office")
		sh.find(s, "B1.1", 1) // all 6.00
		sh.find(s, "B3.1", 6) // all 6.00: B 18.00, which is 60 per cent
		r := Score(s, Input{Kind: "office", Sheet: sh, Figures: archiveFigures})
		wantAmount(t, "B", categoryScore(t, r, "B"), "18.00")
		wantAmount(t, "total", r.Total, "88.00")
		wantPass(t, r, "good", PassNone)
		sh.find(s, "B4.2", 1) // 0.50: B 17.50
		r = Score(s, Input{Kind: "office", Sheet: sh, Figures: archiveFigures})
		wantAmount(t, "total", r.Total, "87.50")
		if r.Grade.Grade.ID != "pass" || r.Grade.Held.ID != "good" || len(r.Grade.By) != 1 || r.Grade.By[0].ID != "GL2" {
			t.Errorf("grade %+v", r.Grade)
		}
	})
}

func TestArchivesOneFactOneRule(t *testing.T) {
	s := shipped(t, "archives")
	sh := sheetOf(s, "office")
	a, b := sh.find(s, "B4.1", 1), sh.find(s, "B4.2", 1) // 0.25 and 0.50 of one document: the heavier counts
	sh.Links = [][2]ID{{a, b}}
	r := Score(s, Input{Kind: "office", Sheet: sh, Figures: archiveFigures})
	wantAmount(t, "B", categoryScore(t, r, "B"), "29.50")
}
