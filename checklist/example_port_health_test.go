package checklist

import (
	"strings"
	"testing"

	"zoufang/checklist/schemes"
)

// The worked examples of the port-health sheet: 137 marks of a caterer, 99 of a shop (137 - C4 3 - E 26 - F1 6 - F2 3).

// portFigures are those of a unit with everything in order.
func portFigures() map[string]int64 {
	return map[string]int64{"staff": 20, "staff_certified": 20, "staff_trained": 20, "cold_units": 6, "cold_units_in_range": 6}
}

func wantPass(t *testing.T, r Result, grade string, pass Pass) {
	t.Helper()
	if r.Grade.Grade == nil || r.Grade.Grade.ID != grade || r.Pass != pass {
		t.Errorf("grade %v, pass %q; want %s, %q", r.Grade.Grade, r.Pass, grade, pass)
	}
}

func TestPortHealthNothingFound(t *testing.T) {
	s := shipped(t, "port-health")
	for kind, attainable := range map[string]string{"catering": "137.00", "retail": "99.00"} {
		r := Score(s, Input{Kind: kind, Sheet: sheetOf(s, kind), Figures: portFigures()})
		// 137 / 137 x 100 and 99 / 99 x 100
		wantAmount(t, kind, r.Total, "100.00")
		wantPass(t, r, "excellent", Passed)
		var full Points
		for _, c := range r.Categories {
			full += c.Full
		}
		if full != pts(t, attainable) || r.Grade.Unsure {
			t.Errorf("%s: attainable %v, unsure %v", kind, full, r.Grade.Unsure)
		}
	}
}

func TestPortHealthReasonableGaps(t *testing.T) {
	s := shipped(t, "port-health")
	sh := sheetOf(s, "catering")
	// 合理缺项: A6 6, C7 2, E6 3, F4 5 = 16, so 137 - 16 = 121 are attainable.
	for _, id := range []string{"A6", "C7", "E6", "F4"} {
		sh.stand(id, NA, "approved")
	}
	sh.find(s, "A3.1", 2) // 2 x 1.00 = 2.00
	sh.find(s, "B4.1", 3) // 3 x 0.50 = 1.50
	sh.find(s, "B6.2", 1) // 1 x 1.00 = 1.00
	sh.find(s, "C3.1", 2) // 2 x 1.00 = 2.00
	sh.find(s, "D2.2", 3) // 3 x 0.50 = 1.50, together 8.00
	figures := portFigures()
	figures["staff_trained"] = 17
	r := Score(s, Input{Kind: "catering", Sheet: sh, Figures: figures})
	// A 21 - 6 - 2 = 13, B 22 - 2.5 = 19.5, C 26 - 2 - 2 = 22, D 24 - 1.5 = 22.5, E 26 - 3 = 23, F 18 - 5 = 13: 113
	for id, want := range map[string]string{"A": "13.00", "B": "19.50", "C": "22.00", "D": "22.50", "E": "23.00", "F": "13.00"} {
		wantAmount(t, id, categoryScore(t, r, id), want)
	}
	// 113 / 121 x 100 = 93.3884…
	wantAmount(t, "total", r.Total, "93.39")
	if got := r.Total.Text(); got != "93.3884" {
		t.Errorf("exactly %s", got)
	}
	wantPass(t, r, "pass", Passed)
}

func TestPortHealthKeyItems(t *testing.T) {
	s := shipped(t, "port-health")
	for _, c := range []struct {
		name, rule string
		count      int64
		total, key string
	}{
		{"without points of its own", "B2.1", 1, "100.00", "B2"}, // 137 / 137
		{"without points, by papers", "F3.1", 1, "100.00", "F3"},
		{"one of twenty people", "B1.1", 1, "98.54", "B1"},         // (137 - 2) / 137 = 98.5401…
		{"with all its points", "D3.1", 1, "95.62", "D3"},          // (137 - 6) / 137 = 95.6204…
		{"a key rule of an ordinary item", "C5.2", 1, "95.62", ""}, // the same 6
	} {
		t.Run(c.name, func(t *testing.T) {
			sh := sheetOf(s, "catering")
			sh.find(s, c.rule, c.count)
			r := Score(s, Input{Kind: "catering", Sheet: sh, Figures: portFigures()})
			wantAmount(t, "total", r.Total, c.total)
			wantPass(t, r, "fail", NotPassed)
			if c.key == "" {
				c.key = c.rule
			}
			if len(r.KeyFailed) != 1 || r.KeyFailed[0].ID() != c.key || r.Grade.Held == nil || r.Grade.Held.ID != "excellent" {
				t.Errorf("failed %v, held %v", r.KeyFailed, r.Grade.Held)
			}
		})
	}
	t.Run("another rule of the item with the key rule", func(t *testing.T) {
		sh := sheetOf(s, "catering")
		sh.find(s, "C5.1", 2)
		r := Score(s, Input{Kind: "catering", Sheet: sh, Figures: portFigures()})
		wantAmount(t, "total", r.Total, "98.54") // (137 - 2) / 137
		wantPass(t, r, "excellent", Passed)
	})
	t.Run("a key item that is reasonably missing", func(t *testing.T) {
		sh := sheetOf(s, "catering")
		sh.find(s, "E2.1", 1)
		sh.stand("E2", NA, "approved")
		r := Score(s, Input{Kind: "catering", Sheet: sh, Figures: portFigures()})
		wantAmount(t, "total", r.Total, "100.00") // 131 / 131
		wantPass(t, r, "excellent", Passed)
	})
}

func TestPortHealthExactlyThePassMark(t *testing.T) {
	s := shipped(t, "port-health")
	sh := sheetOf(s, "retail")
	sh.stand("C2", NA, "approved") // 4
	sh.stand("F4", NA, "approved") // 5: 99 - 9 = 90 are attainable
	sh.find(s, "A3.1", 5)          // 5 x 1.00, at most 4.00
	sh.find(s, "B5.1", 2)          // 2.00
	sh.find(s, "C6.1", 3)          // 3.00, together 9.00
	r := Score(s, Input{Kind: "retail", Sheet: sh, Figures: portFigures()})
	wantAmount(t, "total", r.Total, "90.00") // 81 / 90
	wantPass(t, r, "pass", Passed)
	sh.find(s, "D2.2", 1) // 0.50 more: 80.5 / 90 = 89.4444…
	r = Score(s, Input{Kind: "retail", Sheet: sh, Figures: portFigures()})
	wantAmount(t, "total", r.Total, "89.44")
	wantPass(t, r, "fail", NotPassed)
}

func TestPortHealthRoundsOnceHalfUp(t *testing.T) {
	s := shipped(t, "port-health")
	sh := sheetOf(s, "retail")
	for _, id := range []string{"A6", "C2", "F4"} { // 6 + 4 + 5 = 15
		sh.stand(id, NA, "approved")
	}
	figures := portFigures()
	figures["cold_units"], figures["cold_units_in_range"] = 0, 0 // D5 is skipped: 4, so 99 - 15 - 4 = 80 are attainable
	sh.find(s, "A3.1", 4)                                        // 4.00
	sh.find(s, "B5.1", 3)                                        // 3.00
	sh.find(s, "D2.2", 1)                                        // 0.50, together 7.50
	r := Score(s, Input{Kind: "retail", Sheet: sh, Figures: figures})
	wantAmount(t, "total", r.Total, "90.63") // 72.5 / 80 = 90.625 exactly
	if got := r.Total.Ratio(); got != "725/8" {
		t.Errorf("exactly %s", got)
	}
	if x := indicatorOf(t, r, "D5"); x.Status != StatusSkipped {
		t.Errorf("D5 is %s", x.Status)
	}
}

// 89.995 is not among this sheet's totals (its attainable marks stay under 200), so a copy with 200 marks shows what
// happens at that edge: the published, rounded total is what is compared with the pass mark.
func TestPortHealthRoundingAtThePassMark(t *testing.T) {
	src, _ := schemes.Named("port-health")
	text := string(src)
	for _, edit := range [][2]string{
		{"weight: 21", "weight: 84"}, // A2 has 67 instead of 4: 137 + 63 = 200
		{"        full: 4\n        methods: [\"look\", \"check\"]\n        materials: [\"licence\"]", "        full: 67\n        methods: [\"look\", \"check\"]\n        materials: [\"licence\"]"},
		{`{id: "A4.2", mode: "fixed", points: 1,`, `{id: "A4.2", mode: "fixed", points: 0.01,`},
		{`{id: "A5.2", mode: "fixed", points: 2,`, `{id: "A5.2", mode: "fixed", points: 0.01,`},
	} {
		if strings.Count(text, edit[0]) != 1 {
			t.Fatalf("the scheme has %q %d times", edit[0], strings.Count(text, edit[0]))
		}
		text = strings.Replace(text, edit[0], edit[1], 1)
	}
	s, err := LoadScheme([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	sh := sheetOf(s, "catering")
	for _, rule := range []string{"B3.1", "B6.1", "C1.1", "C2.1", "D2.1"} { // 5 x 4.00 = 20.00
		sh.find(s, rule, 1)
	}
	sh.find(s, "A4.2", 1) // 20.01: 179.99 / 200 = 89.995
	r := Score(s, Input{Kind: "catering", Sheet: sh, Figures: portFigures()})
	wantAmount(t, "total", r.Total, "90.00")
	wantPass(t, r, "pass", Passed)
	sh.find(s, "A5.2", 1) // 20.02: 179.98 / 200 = 89.99
	r = Score(s, Input{Kind: "catering", Sheet: sh, Figures: portFigures()})
	wantAmount(t, "total", r.Total, "89.99")
	wantPass(t, r, "fail", NotPassed)
}

func TestPortHealthOrangeWarningHoldsTheGrade(t *testing.T) {
	s := shipped(t, "port-health")
	sh := sheetOf(s, "catering")
	sh.find(s, "D5.1", 3) // 3 x 2.00, at most 4.00: 133 / 137 = 97.0802…
	figures := portFigures()
	figures["cold_units_in_range"] = 3 // three of six: half
	r := Score(s, Input{Kind: "catering", Sheet: sh, Figures: figures})
	wantAmount(t, "total", r.Total, "97.08")
	wantPass(t, r, "pass", Passed)
	if len(r.Warnings) != 1 || r.Warnings[0].Def.ID != "W02" || r.Grade.Held == nil || r.Grade.Held.ID != "excellent" {
		t.Errorf("warnings %v, held %v", r.Warnings, r.Grade.Held)
	}
	figures["cold_units_in_range"] = 4 // two of six
	r = Score(s, Input{Kind: "catering", Sheet: sh, Figures: figures})
	wantPass(t, r, "excellent", Passed)
}
