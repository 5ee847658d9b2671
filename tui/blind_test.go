package tui

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/words"
)

// Every screen there is, opened by an evaluator while the other's sheet is open: nothing of it shows anywhere.
func TestNoScreenTellsOfAHiddenSheet(t *testing.T) {
	const secret, number = "密件乙方", "735197531"
	x := newTwo(t, words.ZH, 120, 40, zhao)
	ctx := context.Background()
	_, err := x.book.SaveFinding(ctx, x.visit(x.book), checklist.Finding{Rule: "E1.1", Count: 1, Facts: "甲方所见"})
	x.must(err)
	x.must(x.book.CloseSheet(ctx, x.visit(x.book)))
	found, err := x.other.SaveFinding(ctx, x.visit(x.other), checklist.Finding{Rule: "E1.1", Count: 735197531, Facts: secret + "事实"})
	x.must(err)
	x.must(x.other.SetStanding(ctx, x.visit(x.other), "A1", checklist.NA, secret+"不适用"))
	_, err = x.other.SaveClaim(ctx, x.visit(x.other), checklist.Claim{Bonus: "P1", Count: 735197531, Facts: secret + "加分"})
	x.must(err)
	note, err := x.other.SaveEntry(ctx, x.visit(x.other), checklist.Entry{Step: checklist.StepCheck, Text: secret + "私记"})
	x.must(err)
	_, err = x.other.Attach(ctx, x.visit(x.other), found, secret+".pdf", strings.NewReader("%PDF-1.7 "+secret))
	x.must(err)
	x.carry(x.other, x.book)
	visit := x.visit(x.book)
	if visit.Hidden != 1 {
		t.Fatalf("%d sheets are hidden", visit.Hidden)
	}
	shows := func(p Place) (drawn bool) {
		defer func() { drawn = recover() == nil }() // no way leads to a place that does not fit its screen
		x.Go(p)
		x.Screen()
		return true
	}
	for _, name := range slices.Sorted(maps.Keys(screens)) {
		drawn := 0
		for _, p := range []Place{{}, {Visit: visit.ID}, {Visit: visit.ID, Item: "E1"}, {Visit: visit.ID, Item: "A1"}, {Visit: visit.ID, Record: found, Item: "finding body"},
			{Visit: visit.ID, Record: note, Item: "entry text"}, {Item: secret}, {Item: "密件"}} {
			if p.Screen = name; shows(p) {
				drawn++
				x.Lacks(secret+"事", secret+"不", secret+"加", secret+"私", secret+".", number)
			}
		}
		if drawn == 0 {
			t.Errorf("the screen %s could not be opened at all", name)
		}
	}
}
