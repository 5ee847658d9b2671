package store

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"zoufang/checklist"
)

// slipPair are two laptops that know and enrolled each other, with one unit.
func slipPair(t *testing.T) (a, b *Book) {
	t.Helper()
	a, b, _ = pair(t)
	enrol(t, a, b)
	enrol(t, b, a)
	return a, b
}

// passOn carries what one book has to the other.
func passOn(t *testing.T, from, to *Book) {
	t.Helper()
	mergeFiles(t, to, relay(t, from))
}

// draftSlip writes a slip of the unit.
func draftSlip(t *testing.T, b *Book) checklist.Slip {
	t.Helper()
	one := int64(1)
	x, err := b.NewSlip(context.Background(), checklist.Slip{Unit: checklist.UnitID(b.district(), "MZJ"), Rule: "E5.1", Facts: "调出1人", Criterion: "15日内", Demand: "补办",
		FoundOn: "2026-03-01", Count: &one})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func stepped(t *testing.T, b *Book, x checklist.Slip, st checklist.SlipStep) checklist.Slip {
	t.Helper()
	x, err := b.StepSlip(context.Background(), x, st)
	if err != nil {
		t.Fatalf("%s: %v", st.Act, err)
	}
	return x
}

// TestSlipsMeetAfterAMerge: steps taken on two laptops meet in any order; two different ends are a contest until somebody
// settles it, and then both books agree.
func TestSlipsMeetAfterAMerge(t *testing.T) {
	ctx := context.Background()
	a, b := slipPair(t)
	x := draftSlip(t, a)
	x = stepped(t, a, x, checklist.SlipStep{Act: checklist.SlipIssue, On: "2026-03-02"})
	passOn(t, a, b)
	onB, err := b.FindSlip(ctx, x.Number)
	if err != nil || onB.State != checklist.SlipIssued {
		t.Fatalf("%+v %v", onB, err)
	}
	x = stepped(t, a, x, checklist.SlipStep{Act: checklist.SlipConfirm, On: "2026-03-03", Who: "王启文"})
	stepped(t, b, onB, checklist.SlipStep{Act: checklist.SlipDispute, On: "2026-03-03", Who: "王启文", Text: "系工伤"})
	passOn(t, a, b)
	passOn(t, b, a)
	for _, book := range []*Book{a, b} {
		y, err := book.FindSlip(ctx, x.Number)
		if err != nil || !slices.Equal(y.Sides, []string{checklist.SlipConfirmed, checklist.SlipDisputed}) || len(y.Log) != 3 {
			t.Fatalf("sides %v, %d steps, %v", y.Sides, len(y.Log), err)
		}
		if _, err := book.StepSlip(ctx, y, checklist.SlipStep{Act: checklist.SlipRectify, On: "2026-03-05", Text: "x"}); !IsFault(err, "slip.contested") {
			t.Errorf("a contested slip went on: %v", err)
		}
	}
	y, _ := b.FindSlip(ctx, x.Number)
	stepped(t, b, y, checklist.SlipStep{Act: checklist.SlipSettle, On: "2026-03-06", To: checklist.SlipConfirmed, Text: "以签字页为准"})
	passOn(t, b, a)
	if y, err = a.FindSlip(ctx, x.Number); err != nil || y.State != checklist.SlipConfirmed || y.Sides != nil {
		t.Fatalf("after the settlement: %s %v %v", y.State, y.Sides, err)
	}
}

// TestSlipNumbersOfTwoLaptopsDiffer: numbers are given offline and never the same twice.
func TestSlipNumbersOfTwoLaptopsDiffer(t *testing.T) {
	a, b := slipPair(t)
	seen := map[string]bool{}
	for _, book := range []*Book{a, b, a, b} {
		x := draftSlip(t, book)
		if seen[x.Number] || !strings.HasPrefix(x.Number, "MZJ-2026-") {
			t.Errorf("number %s", x.Number)
		}
		seen[x.Number] = true
	}
	all, err := a.AllSlips(context.Background())
	if err != nil || len(all) != 2 {
		t.Fatal(len(all), err)
	}
	if _, err := a.RenumberSlip(context.Background(), all[0], ""); !IsFault(err, "office.only") {
		t.Errorf("an evaluator gave an official number: %v", err)
	}
}

// TestALateSlipReachesTheScore: what is on a slip counts in the yearly score at the cut-off, once with the finding it was
// written from.
func TestALateSlipReachesTheScore(t *testing.T) {
	ctx := context.Background()
	a, _ := slipPair(t)
	unit := checklist.UnitID(a.district(), "MZJ")
	visit, err := a.StartVisit(ctx, unit, checklist.Yearly, "")
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Apply(ctx, Edit{Record: a.round().ID, Kind: KindRound, Field: "cutoff", Text: "2026-12-20", current: true}); err != nil {
		t.Fatal(err)
	}
	x := draftSlip(t, a)
	stepped(t, a, x, checklist.SlipStep{Act: checklist.SlipIssue, On: "2026-03-02"})
	d, err := a.Visit(ctx, visit)
	if err != nil {
		t.Fatal(err)
	}
	s, err := a.SchemeOf(ctx, d.SchemeHash)
	if err != nil {
		t.Fatal(err)
	}
	res := checklist.Score(s, checklist.InputOf(s, &d.Visit, d.Own()))
	for ind, want := range map[string]checklist.Points{"E5": 50, "E12": 100} {
		if got, _ := res.Indicator(ind); got.Deducted != want {
			t.Errorf("%s takes %v, want %v", ind, got.Deducted, want)
		}
	}
	list, err := a.Warnings(ctx, &unit)
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
}

// TestLearningIsForTheOffice: others see only what they noted themselves, in the list and in the history.
func TestLearningIsForTheOffice(t *testing.T) {
	ctx := context.Background()
	a, b := slipPair(t)
	unit := checklist.UnitID(a.district(), "MZJ")
	id, err := a.SaveLearning(ctx, checklist.Learning{Unit: unit, Kind: checklist.LearnExperience, Text: "每月对账"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.SaveLearning(ctx, checklist.Learning{Unit: unit, Kind: checklist.LearnOpinion, Text: " "}); !IsFault(err, "learning.text") {
		t.Errorf("an empty one: %v", err)
	}
	passOn(t, a, b)
	sees := func(want int) {
		t.Helper()
		list, err := b.Learning(ctx)
		events, errH := b.History(ctx, id, KindLearning, "text")
		if errors.Join(err, errH) != nil || len(list) != want || len(events) != want {
			t.Errorf("%d in the list, %d in the history, want %d; %v %v", len(list), len(events), want, err, errH)
		}
	}
	sees(0)
	me := b.Me()
	me.Role = checklist.RoleOffice
	if err := b.SetMe(ctx, me); err != nil {
		t.Fatal(err)
	}
	sees(1)
	if err := b.WithdrawLearning(ctx, id, ""); !IsFault(err, "reason.missing") {
		t.Error(err)
	}
}

// TestAPromiseIsDueUntilKept: one list holds promises and slips.
func TestAPromiseIsDueUntilKept(t *testing.T) {
	ctx := context.Background()
	a, _ := slipPair(t)
	visit, err := a.StartVisit(ctx, checklist.UnitID(a.district(), "MZJ"), checklist.Yearly, "")
	if err != nil {
		t.Fatal(err)
	}
	d, err := a.Visit(ctx, visit)
	if err != nil {
		t.Fatal(err)
	}
	id, err := a.SavePromise(ctx, d, checklist.Promise{Text: "补办出编单", Due: "2026-03-10"})
	if err != nil {
		t.Fatal(err)
	}
	stepped(t, a, draftSlip(t, a), checklist.SlipStep{Act: checklist.SlipIssue, On: "2026-03-02"})
	list, err := a.DueList(ctx, "2026-03-12")
	if err != nil || len(list) != 2 || list[0].Kind != checklist.DuePromise || list[0].When != checklist.DueOver || list[1].When != checklist.DueWeek {
		t.Fatalf("%+v %v", list, err)
	}
	if err := a.KeepPromise(ctx, id, "2026-03-11", "见出编单"); err != nil {
		t.Fatal(err)
	}
	if list, err = a.DueList(ctx, "2026-03-12"); err != nil || len(list) != 1 {
		t.Fatalf("%+v %v", list, err)
	}
}
