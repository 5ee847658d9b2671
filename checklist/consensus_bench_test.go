package checklist

import "testing"

// BenchmarkUnite unites two sheets of 12 findings each, of which they share 8.
func BenchmarkUnite(b *testing.B) {
	s, v := variant(b), departmentVisit()
	x, y := twoSheets(s)
	for i, rule := range []string{"A5.5", "D1.1", "E1.1", "E4.1", "E5.1", "E7.2", "E6.2", "B4.1"} {
		x.add(s, 100+i, Finding{Rule: rule, Count: 1, Facts: "超编一人未消化", Evidence: paper})
		y.add(s, 200+i, Finding{Rule: rule, Count: 1 + int64(i%2), Facts: "超编一人，未消化", Evidence: paper})
	}
	for i := range 4 {
		x.add(s, 120+i, Finding{Rule: "E1.2", Count: 1, Facts: "其他", Evidence: paper})
		y.add(s, 220+i, Finding{Rule: "E5.2", Count: 1, Facts: "另外", Evidence: paper})
	}
	sheets := []Sheet{x, y}
	b.Run("unite", func(b *testing.B) {
		for b.Loop() {
			Unite(s, v, sheets, nil)
		}
	})
	b.Run("weigh", func(b *testing.B) {
		for b.Loop() {
			Compare(s, v, sheets)
		}
	})
}
