package checklist

import (
	"math"
	"testing"
)

// Fleiss and Cohen (1973), Lin (1989): kappa with quadratic weights is the concordance of the values, 2 s(xy) / (s(x)² +
// s(y)² + (mean x - mean y)²). Worked out on the published table of Agresti.
func TestQuadraticKappaIsConcordance(t *testing.T) {
	r := crossed([][]int{{7, 7, 2, 3}, {2, 8, 3, 7}, {1, 5, 4, 9}, {2, 8, 9, 14}})
	x, y := r.pairs(0, 1)
	n := float64(len(x))
	var mx, my, sx, sy, sxy float64
	for i := range x {
		mx, my = mx+x[i]/n, my+y[i]/n
	}
	for i := range x {
		sx, sy, sxy = sx+square(x[i]-mx)/n, sy+square(y[i]-my)/n, sxy+(x[i]-mx)*(y[i]-my)/n
	}
	near(t, "quadratic", r.Kappa(0, 1, Quadratic), 2*sxy/(sx+sy+square(mx-my)), 1e-12)
}

// closedSheets are sheets of people over n visits: counts says what person p counts of E1.1 in visit v.
func closedSheets(s *Scheme, n, people int, count func(v, p int) int64) (list []JudgedSheet) {
	for v := range n {
		for p := range people {
			sh := sheetOf(s, "department")
			if c := count(v, p); c > 0 {
				sh.find(s, "E1.1", c)
			}
			visit := &Visit{ID: testID(500 + v), Unit: Unit{Kind: "department"}}
			r := Score(s, InputOf(s, visit, &sh))
			who := person(p, string(rune('甲'+p)))
			who.Team = "一组"
			list = append(list, JudgedSheet{visit.ID, who, s, &r})
		}
	}
	return list
}

func TestAgreementNamesWhoAndWhat(t *testing.T) {
	s := variant(t)
	// The third counts two more than the others in every visit.
	a := AgreementOf(closedSheets(s, 12, 3, func(v, p int) int64 {
		if p == 2 {
			return int64(v%3) + 3
		}
		return int64(v%3) + 1
	}))
	if a.Visits != 12 || len(a.Pairs) != 3 || len(a.Teams) != 1 || a.All.Items == 0 {
		t.Fatalf("%d visits, %d pairs, %d teams", a.Visits, len(a.Pairs), len(a.Teams))
	}
	r, ok := a.Outlier()
	if !ok || r.Person.ID != person(2, "").ID || math.Abs(r.More-r.Apart) > 1e-9 || r.More <= 0 {
		t.Errorf("the outlier: %v %+v", ok, r)
	}
	g, ok := a.Worst()
	if !ok || g.ID != "E1" || math.Abs(g.Percent.Value-1.0/3) > 1e-9 || g.Items != 12 {
		t.Errorf("the indicator: %v %s %+v", ok, g.ID, g.Percent)
	}
	for _, p := range a.Pairs {
		if p.Pair[0].ID == person(0, "").ID && p.Pair[1].ID == person(1, "").ID && p.Percent.Value != 1 {
			t.Errorf("two who agree: %+v", p.Percent)
		}
	}
}

func TestAgreementSaysWhenThereIsTooLittle(t *testing.T) {
	s := variant(t)
	apart := func(v, p int) int64 { return int64(1 + 3*p) }
	for name, list := range map[string][]JudgedSheet{
		"nobody":     nil,
		"one rater":  closedSheets(s, 12, 1, apart),
		"few visits": closedSheets(s, 3, 3, apart),
	} {
		a := AgreementOf(list)
		if g, ok := a.Worst(); ok {
			t.Errorf("%s: names the indicator %s", name, g.ID)
		}
		if name != "few visits" && (a.Visits != 0 || a.All.Percent.Known) {
			t.Errorf("%s: %+v", name, a.All)
		}
	}
	if a := AgreementOf(closedSheets(s, 12, 2, apart)); len(a.Raters) != 2 {
		t.Errorf("%d raters", len(a.Raters))
	} else if r, ok := a.Outlier(); ok {
		t.Errorf("of two, %s is named", r.Person.Name)
	}
	mixed := closedSheets(s, 12, 2, apart)
	other := *s
	other.Hash = "other"
	for i := range mixed {
		if i%2 == 1 {
			mixed[i].Scheme = &other
		}
	}
	if a := AgreementOf(mixed); a.Visits != 0 {
		t.Error("sheets of different versions are compared")
	}
}
