package checklist

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestDaysAgreeWithTheCalendar holds the arithmetic against the standard library's.
func TestDaysAgreeWithTheCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := time.Date(rapid.IntRange(1, 3000).Draw(t, "year"), 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 365).Draw(t, "day"))
		d, ok := ParseDay(at.Format(time.DateOnly))
		if !ok || d.String() != at.Format(time.DateOnly) {
			t.Fatalf("%s reads as %v %v", at.Format(time.DateOnly), d, ok)
		}
		by := rapid.IntRange(0, 4000).Draw(t, "by")
		if got, want := (d + Day(by)).String(), at.AddDate(0, 0, by).Format(time.DateOnly); got != want {
			t.Fatalf("%s + %d = %s, want %s", at.Format(time.DateOnly), by, got, want)
		}
	})
}

func TestNoSuchDay(t *testing.T) {
	for _, text := range []string{"", "2026-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-1-1", "26-01-01xx", "2026/01/01", "2026-01-3x", "0000-01-01"} {
		if d, ok := ParseDay(text); ok {
			t.Errorf("%q reads as %v", text, d)
		}
	}
}
