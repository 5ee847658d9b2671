package checklist

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestRank(t *testing.T) {
	entry := func(code, kind string, total Amount) RankEntry {
		return RankEntry{Unit: Unit{Code: code, Kind: kind}, Scheme: "s", Total: total, Of: 30, Scored: 30}
	}
	open := entry("D00", "department", Amount{})
	open.Scored = 12
	third := whole(9300)
	list, err := Rank([]RankEntry{open, entry("S01", "street", whole(8800)), entry("D02", "department", third),
		entry("D01", "department", whole(9300)), entry("D04", "department", whole(9000)), entry("S02", "street", whole(9500)),
		entry("D03", "department", Amount{})})
	if err != nil {
		t.Fatal(err)
	}
	type row struct {
		code        string
		place, kind int
		why         string
	}
	var got []row
	for _, x := range list {
		got = append(got, row{x.Unit.Code, x.Place, x.KindPlace, x.Code})
	}
	want := []row{{"S02", 1, 1, ""}, {"D01", 2, 1, ""}, {"D02", 2, 1, ""}, {"D04", 4, 3, ""}, {"S01", 5, 2, ""},
		{"D00", 0, 0, "rank.open"}, {"D03", 0, 0, "rank.nothing"}}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestRankRefusesMixedSchemes(t *testing.T) {
	_, err := Rank([]RankEntry{{Scheme: "aaaaaaaaaaaaaaaa"}, {Scheme: "bbbbbbbbbbbbbbbb"}, {Scheme: "bbbbbbbbbbbbbbbb"}})
	var mixed *MixedSchemes
	if !errors.As(err, &mixed) || mixed.FaultCode() != "rank.schemes" {
		t.Fatalf("%v", err)
	}
	if got := mixed.FaultArgs(); got[0] != 2 || got[1] != "bbbbbbbbbbbb × 2, aaaaaaaaaaaa × 1" {
		t.Errorf("%v", got)
	}
}

// A place is one more than the number of better totals, overall and within the kind; the order given does not matter.
func TestPlacesCountTheBetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var entries []RankEntry
		for i := range rapid.IntRange(0, 12).Draw(t, "n") {
			e := RankEntry{Visit: testID(i + 1), Unit: Unit{Kind: rapid.SampledFrom([]string{"a", "b"}).Draw(t, "kind")}}
			if rapid.IntRange(0, 5).Draw(t, "known") > 0 {
				e.Total = whole(Points(rapid.IntRange(0, 6).Draw(t, "total")))
			}
			entries = append(entries, e)
		}
		list, err := Rank(entries)
		if err != nil || len(list) != len(entries) {
			t.Fatal(err)
		}
		for _, x := range list {
			place, kind := 1, 1
			for _, e := range entries {
				if e.Total.Known && e.Total.Points > x.Total.Points {
					place++
					if e.Unit.Kind == x.Unit.Kind {
						kind++
					}
				}
			}
			if !x.Total.Known {
				place, kind = 0, 0
			}
			if x.Place != place || x.KindPlace != kind {
				t.Fatalf("%+v: want %d and %d", x, place, kind)
			}
		}
		again, _ := Rank(rapid.Permutation(entries).Draw(t, "other order"))
		if !slices.EqualFunc(list, again, func(a, b Ranked) bool { return a.Visit == b.Visit && a.Place == b.Place }) {
			t.Fatal("the order given changes the ranking")
		}
	})
}
