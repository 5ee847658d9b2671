package checklist

import (
	"testing"

	"pgregory.net/rapid"
)

// qualityVisits are visits of n units: team says who, taken what was taken of E1 (full marks 8), total the total.
func qualityVisits(s *Scheme, n int, team func(int) string, taken, total func(int) Points) (list []QualityVisit) {
	ind, _, _ := s.Indicator("E1")
	for i := range n {
		list = append(list, QualityVisit{Unit: Unit{ID: testID(i), Code: "D" + string(rune('A'+i)), Kind: "department"}, Team: team(i), Total: whole(total(i)),
			Marks: []Mark{{"E1", ind.Full - taken(i), ind.Full}}, Hits: []RuleCount{{"E1.1", 1}}})
	}
	return list
}

func TestQualityNamesTheTeamThatTakesMore(t *testing.T) {
	s := variant(t)
	team := func(i int) string { return []string{"一组", "二组"}[i%2] }
	q := QualityOf(s, qualityVisits(s, 12, team, func(i int) Points { return Points(100 + 200*(i%2)) }, func(int) Points { return 9000 }))
	at := func(id string) QualityIndicator {
		for _, x := range q.Indicators {
			if x.Indicator.ID == id {
				return x
			}
		}
		t.Fatal(id)
		return QualityIndicator{}
	}
	x := at("E1")
	if x.More != "二组" || x.Gap.Points != 200 || x.Teams[0].Team != "二组" || x.Teams[0].Mean.Points != 300 || x.Teams[0].Spread.Points != 0 || x.All.Spread.Points != 100 {
		t.Errorf("%+v", x)
	}
	unused := map[string]bool{}
	for _, u := range q.Unused {
		unused[u.Rule.ID] = true
		if u.N != 12 {
			t.Errorf("%s applied to %d", u.Rule.ID, u.N)
		}
	}
	if unused["E1.1"] || !unused["E1.2"] || unused["A1.1"] {
		t.Errorf("unused: %v", unused)
	}
	for _, u := range q.Units {
		if u.Z != nil || u.Odd {
			t.Errorf("all alike, and %s is odd", u.Unit.Code)
		}
	}
	// With four visits each nobody is named.
	q = QualityOf(s, qualityVisits(s, 8, team, func(i int) Points { return Points(100 + 200*(i%2)) }, func(int) Points { return 9000 }))
	if x = at("E1"); x.More != "" || !x.Teams[0].Few() {
		t.Errorf("named on %d visits", x.Teams[0].N)
	}
}

// Worked by hand: totals 90, 91, 92, 93, 94 and 60. Median 91.5; distances 1.5, 0.5, 0.5, 1.5, 2.5, 31.5, median 1.5;
// 0.6745 x -31.5 / 1.5 = -14.1645.
func TestQualityFindsTheOddUnit(t *testing.T) {
	s := variant(t)
	totals := []Points{9000, 9100, 9200, 9300, 9400, 6000}
	q := QualityOf(s, qualityVisits(s, 6, func(int) string { return "" }, func(int) Points { return 0 }, func(i int) Points { return totals[i] }))
	u := q.Units[0]
	if u.Unit.Code != "DF" || !u.Odd || u.ZText() != "-14.16" || u.Median.Points != 9150 || u.MAD.Points != 150 {
		t.Errorf("%s %v %s median %s MAD %s", u.Unit.Code, u.Odd, u.ZText(), u.Median.Text(), u.MAD.Text())
	}
	if q.Units[1].Odd {
		t.Errorf("%s is odd too", q.Units[1].Unit.Code)
	}
	q = QualityOf(s, qualityVisits(s, 4, func(int) string { return "" }, func(int) Points { return 0 }, func(i int) Points { return totals[i] }))
	if len(q.Units) != 0 || len(q.Few) != 1 || q.Few[0] != "department" {
		t.Errorf("four units: %d measured, too few: %v", len(q.Units), q.Few)
	}
}

// The order of the visits says nothing, and moving every total by the same moves nobody.
func TestQualityProperties(t *testing.T) {
	s := variant(t)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(5, 12).Draw(t, "n")
		totals := rapid.SliceOfN(rapid.IntRange(5000, 9000), n, n).Draw(t, "totals")
		by := rapid.IntRange(0, 1000).Draw(t, "by")
		make := func(by int) []QualityVisit {
			return qualityVisits(s, n, func(i int) string { return []string{"一组", "二组"}[i%2] }, func(i int) Points { return Points(totals[i] % 800) },
				func(i int) Points { return Points(totals[i] + by) })
		}
		z := func(list []QualityVisit) map[string]string {
			out := map[string]string{}
			for _, u := range QualityOf(s, list).Units {
				out[u.Unit.Code] = u.ZText()
			}
			return out
		}
		is, moved := z(make(0)), z(make(by))
		turned := make(0)
		for i, k := 0, n-1; i < k; i, k = i+1, k-1 {
			turned[i], turned[k] = turned[k], turned[i]
		}
		other := z(turned)
		for code, x := range is {
			if moved[code] != x || other[code] != x {
				t.Fatalf("%s: %s, moved %s, turned %s", code, x, moved[code], other[code])
			}
		}
	})
}
