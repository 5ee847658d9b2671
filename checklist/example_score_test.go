package checklist

import (
	"slices"
	"testing"
)

// The four worked examples of the field's arithmetic, to the hundredth.

func TestExampleDepartment(t *testing.T) {
	s := DefaultScheme()
	sh := sheetOf(s, "department")
	sh.find(s, "A5.5", 1)
	sh.find(s, "D1.1", 1)
	sh.find(s, "E1.1", 3)
	sh.find(s, "E4.1", 2)
	sh.find(s, "E5.1", 1)
	sh.find(s, "E7.2", 1)
	sh.claim("P1", 3)
	r := Score(s, Input{Kind: "department", Sheet: sh, Figures: map[string]int64{
		"auth_admin": 30, "act_admin": 33, "offices_auth": 5, "offices_act": 6}})
	for id, want := range map[string]string{"A": "12.00", "B": "13.00", "C": "12.00", "D": "10.50", "E": "45.00"} {
		wantAmount(t, id, categoryScore(t, r, id), want)
	}
	wantAmount(t, "base", r.Base, "92.50")
	if r.Bonus != 150 {
		t.Errorf("bonus %v", r.Bonus)
	}
	wantAmount(t, "total", r.Total, "94.00")
	wantAmount(t, "performance", r.Performance, "47.00")
	if r.Grade.Grade.ID != "good" || r.Grade.Held == nil || r.Grade.Held.ID != "excellent" || r.Grade.By[0].ID != "GL1" {
		t.Errorf("grade %+v", r.Grade)
	}
	var open []string
	for _, w := range r.Warnings {
		if w.Def.Level == "red" {
			open = append(open, w.Def.ID)
		}
	}
	if !slices.Equal(open, []string{"W01", "W03"}) {
		t.Errorf("red warnings %v", open)
	}
}

func TestExampleSubdistrict(t *testing.T) {
	s := DefaultScheme()
	sh := sheetOf(s, "subdistrict")
	for _, id := range []string{"A3", "B1", "D4"} {
		sh.stand(id, NA, "approved")
	}
	sh.find(s, "A5.3", 1)
	sh.find(s, "B4.1", 1)
	sh.find(s, "E4.1", 5)
	sh.find(s, "E5.2", 3)
	sh.find(s, "E6.2", 3)
	r := Score(s, Input{Kind: "subdistrict", Sheet: sh})
	for id, want := range map[string]string{"A": "12.35", "B": "11.56", "C": "12.00", "D": "12.00", "E": "45.40"} {
		wantAmount(t, id, categoryScore(t, r, id), want)
	}
	if got := categoryScore(t, r, "B").Text(); got != "11.5556" {
		t.Errorf("B exactly %s", got)
	}
	wantAmount(t, "base", r.Base, "93.31")
	wantAmount(t, "performance", r.Performance, "18.66")
	if _, ok := r.Indicator("C4"); ok {
		t.Error("C4 is not for sub-districts")
	}
	if r.Of != 26 || r.Scored != 26 {
		t.Errorf("scored %d of %d, want 26 of 26", r.Scored, r.Of)
	}
}

func TestExampleWholeCategoryNA(t *testing.T) {
	s := variant(t, "        full: 3\n        city_no: 7\n", "        full: 3\n        city_no: 7\n        na: true\n",
		"        full: 3\n        city_no: 8\n", "        full: 3\n        na: true\n        city_no: 8\n",
		"        full: 3\n        city_no: 8\n", "        full: 3\n        na: true\n        city_no: 8\n")
	sh := sheetOf(s, "department")
	for _, id := range []string{"B1", "B2", "B3", "B4"} {
		sh.stand(id, NA, "approved")
	}
	sh.find(s, "E1.1", 9)
	sh.find(s, "E1.2", 2)
	r := Score(s, Input{Kind: "department", Sheet: sh})
	if e1 := indicatorOf(t, r, "E1"); e1.Awarded != 0 || e1.Deducted != 1200 {
		t.Errorf("E1 awarded %v deducted %v", e1.Awarded, e1.Deducted)
	}
	wantAmount(t, "base", r.Base, "90.80") // 79 of 87
	l, ok := lineOf(r.Lines, "line.base.spread", "")
	if !ok || l.Args()[1] != "79.00" || l.Args()[2] != Points(8700) {
		t.Errorf("spread line %v", l.Args())
	}
	wantAmount(t, "E", categoryScore(t, r, "E"), "42.00")
}

func TestExampleEveryBonusOverItsCap(t *testing.T) {
	s := DefaultScheme()
	sh := sheetOf(s, "department")
	sh.claim("P1", 9)
	sh.claim("P2", 4)
	sh.claim("P3", 4)
	sh.claim("P4", 2)
	r := Score(s, Input{Kind: "department", Sheet: sh})
	if r.Bonus != 500 {
		t.Errorf("bonus %v", r.Bonus)
	}
	wantAmount(t, "total", r.Total, "105.00")
	wantAmount(t, "performance", r.Performance, "50.00")
	if r.Grade.Grade.ID != "excellent" {
		t.Errorf("grade %v", r.Grade.Grade.ID)
	}
	if _, ok := lineOf(r.Lines, "line.bonus.cap", ""); !ok {
		t.Error("the cap on all bonuses is not explained")
	}
}
