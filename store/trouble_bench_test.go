package store

import "testing"

// BenchmarkTroubles looks for what is odd in a book of 1,000 units that took up ten laptops' bundles of 10,000 changes each:
// what `status` pays for its line. It tells how many values there are and how many are looked at in a second.
func BenchmarkTroubles(b *testing.B) {
	book, _, _ := benchBook(b, 1000)
	for _, t := range seasonTurns(b, book, b.TempDir(), 0, 10, 1, 10_000) {
		p, err := book.Preview(ctx, t.paths, nil)
		if err == nil {
			_, err = book.Merge(ctx, p, nil)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
	var heads int
	if err := book.r.QueryRow("SELECT count(*) FROM head").Scan(&heads); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := book.Troubles(ctx); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(heads), "values")
	b.ReportMetric(float64(heads)*float64(b.N)/b.Elapsed().Seconds(), "values/s")
}
