package checklist

import "testing"

// The worked examples of the service-window sheet: marks awarded, in parts of 20, 35, 20, 15 and 10.

// windowResult is a department's window without self-service machines.
func windowResult(t testing.TB, s *Scheme) Result {
	sh := sheetOf(s, "window")
	for rule, mark := range map[string]string{"A1.1": "7.5", "A2.1": "5", "B1.1": "9", "B2.1": "6.5", "B3.1": "9", "B4.1": "7",
		"C1.1": "5.5", "C2.1": "7", "D1.1": "8"} {
		sh.award(t, s, rule, mark)
	}
	sh.find(s, "B3.2", 4)          // 4 x 0.50 = 2.00 from the 9.00 awarded: B3 7.00
	sh.stand("D2", NA, "approved") // no complaints: counts in full, 6.00
	sh.stand("E2", NA, "approved") // nothing put forward: counts nothing of 4.00
	return Score(s, Input{Kind: "window", Sheet: sh, Figures: map[string]int64{"machines": 0, "sites": 0,
		"cases_done": 500, "cases_in_time": 496, "ratings_all": 200, "ratings_bad": 3}})
}

// centreResult is a sub-district's centre without community service points.
func centreResult(t testing.TB, s *Scheme) Result {
	sh := sheetOf(s, "centre")
	for rule, mark := range map[string]string{"A1.1": "7", "A2.1": "5", "A3.1": "4.5", "B1.1": "9.5", "B2.1": "6", "B3.1": "8.5", "B4.1": "7",
		"C1.1": "5.5", "C2.1": "7", "C3.1": "5", "D1.1": "8.1", "D2.1": "5", "E2.1": "3"} {
		sh.award(t, s, rule, mark)
	}
	sh.find(s, "C1.2", 1) // 1.00 from the 5.50 awarded
	sh.claim("P1", 1)     // 1.50
	return Score(s, Input{Kind: "centre", Sheet: sh, Figures: map[string]int64{"machines": 4, "sites": 0,
		"cases_done": 300, "cases_in_time": 300, "ratings_all": 90, "ratings_bad": 0}})
}

func TestServiceWindowOfADepartment(t *testing.T) {
	s := shipped(t, "service-window")
	r := windowResult(t, s)
	// A  A3 is skipped: 20 x (7.5 + 5) / 14 = 17.8571…
	// B  9 + 6.5 + (9 - 2) + 7 = 29.5 of 35
	// C  C3 is for centres: 20 x (5.5 + 7) / 14 = 17.8571…
	// D  8 + 6 = 14 of 15
	// E  E1 is for centres: 10 x 0 / 4 = 0
	for id, want := range map[string]string{"A": "17.86", "B": "29.50", "C": "17.86", "D": "14.00", "E": "0.00"} {
		wantAmount(t, id, categoryScore(t, r, id), want)
	}
	// 17.8571… + 29.5 + 17.8571… + 14 + 0 = 79.2142…, not the 79.22 of rounded parts; 10 per cent of it is 7.9214…
	wantAmount(t, "total", r.Total, "79.21")
	wantAmount(t, "performance", r.Performance, "7.92")
	wantPass(t, r, "good", PassNone)
	for id, want := range map[string]Status{"A3": StatusSkipped, "D2": StatusNAFull, "E2": StatusNAZero} {
		if x := indicatorOf(t, r, id); x.Status != want {
			t.Errorf("%s is %s, want %s", id, x.Status, want)
		}
	}
	if _, ok := r.Indicator("C3"); ok {
		t.Error("C3 is for centres")
	}
}

func TestServiceWindowOfACentre(t *testing.T) {
	s := shipped(t, "service-window")
	r := centreResult(t, s)
	// A  7 + 5 + 4.5 = 16.5; B  9.5 + 6 + 8.5 + 7 = 31; C  (5.5 - 1) + 7 + 5 = 16.5; D  8.1 + 5 = 13.1
	// E  E1 is skipped: 10 x 3 / 4 = 7.5
	for id, want := range map[string]string{"A": "16.50", "B": "31.00", "C": "16.50", "D": "13.10", "E": "7.50"} {
		wantAmount(t, id, categoryScore(t, r, id), want)
	}
	wantAmount(t, "base", r.Base, "84.60")
	wantAmount(t, "total", r.Total, "86.10") // and 15 per cent of it is 12.915, rounded half up
	wantAmount(t, "performance", r.Performance, "12.92")
	wantPass(t, r, "good", PassNone)
	if len(r.Warnings) != 1 || r.Warnings[0].Def.ID != "W04" {
		t.Errorf("warnings %v", r.Warnings)
	}
}

// The machines belong to the hall: "not applicable" leaves the sheet as a skip does, and needs no number for it.
func TestServiceWindowItemThatLeaves(t *testing.T) {
	s := shipped(t, "service-window")
	sh := sheetOf(s, "window")
	sh.award(t, s, "A1.1", "7.5")
	sh.award(t, s, "A2.1", "5")
	sh.stand("A3", NA, "approved")
	r := Score(s, Input{Kind: "window", Sheet: sh})
	wantAmount(t, "A", categoryScore(t, r, "A"), "17.86") // 20 x 12.5 / 14
	if x := indicatorOf(t, r, "A3"); x.Status != StatusNA {
		t.Errorf("A3 is %s", x.Status)
	}
}

func TestServiceWindowRollsUpToTheCity(t *testing.T) {
	s := shipped(t, "service-window")
	window, centre := windowResult(t, s), centreResult(t, s)
	for _, c := range []struct {
		name    string
		results []*Result
		want    [6]string
	}{
		// 20 x 12.5/14 = 17.8571…; 17 x 15.5/17; 20 x 14/18 = 15.5555…; 25 x 12.5/14 = 22.3214…; 15 x 14/15; 5 x 0/4
		{"the window", []*Result{&window}, [6]string{"17.86", "15.50", "15.56", "22.32", "14.00", "0.00"}},
		// 20 x 16.5/20; 17 x 15.5/17; 20 x 15.5/18 = 17.2222…; 25 x 16.5/20 = 20.625; 15 x 13.1/15; 5 x 3/4
		{"the centre", []*Result{&centre}, [6]string{"16.50", "15.50", "17.22", "20.63", "13.10", "3.75"}},
		// 20 x 29/34 = 17.0588…; 17 x 31/34; 20 x 29.5/36 = 16.3888…; 25 x 29/34 = 21.3235…; 15 x 27.1/30; 5 x 3/8 = 1.875
		{"both", []*Result{&window, &centre}, [6]string{"17.06", "15.50", "16.39", "21.32", "13.55", "1.88"}},
	} {
		got, err := RollUp(s, c.results...)
		if err != nil || len(got) != 6 {
			t.Fatalf("%s: %d city indicators, %v", c.name, len(got), err)
		}
		for i := range got {
			if got[i].State != ParentKnown {
				t.Errorf("%s: city indicator %d is %s", c.name, i+1, got[i].State)
			}
			wantAmount(t, c.name, got[i].Score, c.want[i])
		}
	}
}

func TestServiceWindowNeedsItsMarks(t *testing.T) {
	s := shipped(t, "service-window")
	r := Score(s, Input{Kind: "window", Sheet: sheetOf(s, "window")})
	if x := indicatorOf(t, r, "A1"); x.Status != StatusNoMark || r.Complete {
		t.Errorf("A1 without a mark is %s, complete %v", x.Status, r.Complete)
	}
	if x := indicatorOf(t, r, "A3"); x.Status != StatusNoMark {
		t.Errorf("A3, the machines not counted yet, is %s", x.Status)
	}
}

func TestServiceWindowRatingsHoldTheGrade(t *testing.T) {
	s := shipped(t, "service-window")
	for _, c := range []struct{ ratings, total, grade string }{
		// A 20 (A3 skipped), B 35, C 20, D ratings + 6, E 10
		{"5.3", "96.30", "standard"},
		{"5.4", "96.40", "model"},
	} {
		sh := sheetOf(s, "window")
		for rule, mark := range map[string]string{"A1.1": "8", "A2.1": "6", "B1.1": "10", "B2.1": "7", "B3.1": "10", "B4.1": "8",
			"C1.1": "6", "C2.1": "8", "D1.1": c.ratings, "D2.1": "6", "E2.1": "4"} {
			sh.award(t, s, rule, mark)
		}
		r := Score(s, Input{Kind: "window", Sheet: sh, Figures: map[string]int64{"machines": 0, "ratings_all": 100, "ratings_bad": 4}})
		wantAmount(t, "total", r.Total, c.total)
		wantPass(t, r, c.grade, PassNone)
	}
}
