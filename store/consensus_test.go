package store

import (
	"strings"
	"testing"

	"zoufang/checklist"
)

var roster = []checklist.Evidence{{Kind: "paper", Material: "roster", Place: "第3页"}}

// judgeAll gives every indicator a verdict and closes the sheet; found are its findings.
func judgeAll(t *testing.T, b *Book, id checklist.ID, found ...checklist.Finding) (ids []checklist.ID) {
	t.Helper()
	for _, f := range found {
		f, err := b.SaveFinding(ctx, visit(t, b, id), f)
		must(t, err)
		ids = append(ids, f)
	}
	s, err := b.Scheme(ctx)
	must(t, err)
	for _, c := range s.Categories {
		_, err := b.NilRest(ctx, visit(t, b, id), c.ID)
		must(t, err)
	}
	must(t, b.CloseSheet(ctx, visit(t, b, id)))
	return ids
}

// twoSheets are two laptops with a closed sheet each, which disagree on a count and on whether one fact is there.
func twoSheets(t *testing.T) (a, b *Book, id checklist.ID) {
	t.Helper()
	a, b, id = twoBooks(t, liMin, zhaoQi)
	judgeAll(t, a, id, checklist.Finding{Rule: "E1.1", Count: 2, Facts: "实有多2人", Criterion: "核定32名", Evidence: roster})
	judgeAll(t, b, id, checklist.Finding{Rule: "E1.1", Count: 3, Facts: "实有多3人", Criterion: "核定32名", Evidence: roster},
		checklist.Finding{Rule: "E5.1", Count: 1, Facts: "未办入编", Criterion: "入编单", Evidence: roster})
	return a, b, id
}

func third(t *testing.T, machine string, me checklist.Person, from ...*Book) *Book {
	t.Helper()
	l := newLaptop(t, machine).create(Setup{})
	must(t, l.SetMe(ctx, me))
	for _, x := range from {
		carry(t, x, l)
	}
	return l
}

func agreed(t *testing.T, b *Book, id checklist.ID) (*Doc, checklist.Agreed) {
	t.Helper()
	d := visit(t, b, id)
	s, err := b.SchemeOf(ctx, d.SchemeHash)
	must(t, err)
	return d, d.Standing(s)
}

func points(t *testing.T, b *Book, id checklist.ID) string {
	t.Helper()
	d, a := agreed(t, b, id)
	s, err := b.SchemeOf(ctx, d.SchemeHash)
	must(t, err)
	return checklist.Score(s, checklist.InputOf(s, &d.Visit, &a.Sheet)).Total.Points.String()
}

// settle decides what is open: counts as person judged, everything else united.
func settle(t *testing.T, b *Book, id, person checklist.ID) {
	t.Helper()
	d, a := agreed(t, b, id)
	var list []Settlement
	for _, x := range a.Open() {
		if x.Unites() {
			list = append(list, Settlement{Difference: x, What: checklist.TakeUnite})
		} else {
			list = append(list, Settlement{Difference: x, What: checklist.TakeSide, Side: person,
				Dissent: []checklist.Dissent{{Person: zhaoQi.ID, Name: "赵琪", What: "应为3人", Why: "名册为3人"}}})
		}
	}
	must(t, b.Settle(ctx, d, list, "共同核对名册"))
}

func TestTwoSheetsBecomeOneResult(t *testing.T) {
	a, b, id := twoSheets(t)
	one := third(t, "m3", wangLead, a, b)
	two := third(t, "m4", wangLead, b, a)
	for _, l := range []*Book{one, two} {
		_, got := agreed(t, l, id)
		if got.Pending != checklist.PendingOpen || len(got.Open()) != 2 {
			t.Fatalf("pending %q, %d open", got.Pending, len(got.Open()))
		}
		wantFault(t, l.SignVisit(ctx, visit(t, l, id)), "sign.consensus")
	}
	if x, y := points(t, one, id), points(t, two, id); x != y {
		t.Fatalf("the order of merging makes another result: %s, %s", x, y)
	}
	d, got := agreed(t, one, id)
	list := []Settlement{{Difference: got.Open()[0], What: checklist.TakeSide, Side: d.Sheets[0].Person.ID}}
	wantFault(t, one.Settle(ctx, d, list, ""), "reason.missing")
	carry(t, b, a)
	wantFault(t, a.Settle(ctx, visit(t, a, id), list, "我看是"), "leader.only")
	settle(t, one, id, a.Me().ID)
	_, got = agreed(t, one, id)
	if got.Pending != "" || got.Sheet.Findings[0].Count != 2 && got.Sheet.Findings[1].Count != 2 {
		t.Fatalf("pending %q %+v", got.Pending, got.Sheet.Findings)
	}
	ruling := visit(t, one, id).Rulings()[0]
	if ruling.Name != wangLead.Name || ruling.Why != "共同核对名册" || ruling.At == "" {
		t.Errorf("who decided, when and why: %+v", ruling)
	}
	wantFault(t, one.SignVisit(ctx, visit(t, one, id)), "sign.blocked") // nothing else of the visit is there

	// Both evaluators get the decisions, each in the other order.
	carry(t, one, b)
	carry(t, one, a)
	if x, y := points(t, a, id), points(t, one, id); x != y {
		t.Errorf("an evaluator sees %s, the leader %s", x, y)
	}
	// A correction of a sheet asks again what was decided on it.
	must(t, b.ReopenSheet(ctx, visit(t, b, id), "漏记"))
	f := visit(t, b, id).Own().Findings[0]
	f.Count = 4
	_, err := b.SaveFinding(ctx, visit(t, b, id), f)
	must(t, err)
	carry(t, b, one)
	if _, got = agreed(t, one, id); got.Pending != checklist.PendingSheets {
		t.Errorf("a sheet is open again, pending %q", got.Pending)
	}
	must(t, b.CloseSheet(ctx, visit(t, b, id)))
	carry(t, b, one)
	_, got = agreed(t, one, id)
	if open := got.Open(); len(open) != 1 || len(open[0].Stale) != 1 {
		t.Errorf("what was decided on a finding that changed: %+v", open)
	}
}

func TestTwoOfficesDecideAtOnce(t *testing.T) {
	a, b, id := twoSheets(t)
	one, two := third(t, "m3", office, a, b), third(t, "m4", wangLead, a, b)
	settle(t, one, id, a.Me().ID)
	settle(t, two, id, b.Me().ID)
	carry(t, two, one)
	d, got := agreed(t, one, id)
	if len(got.Open()) != 2 || len(d.Contested) != 2 {
		t.Fatalf("%d open, contested %v", len(got.Open()), d.Contested)
	}
	list, err := one.Conflicts(ctx, &id)
	must(t, err)
	if len(list) != 2 || list[0].Kind != KindDecision || !list[0].Why[0].Decision {
		t.Fatalf("%+v", list)
	}
	settle(t, one, id, b.Me().ID)
	d, got = agreed(t, one, id)
	if got.Pending != "" || len(d.Contested) != 0 {
		t.Errorf("decided again: pending %q, contested %v", got.Pending, d.Contested)
	}
	wantFault(t, undo(one), "undo.final")
	x := got.Differences[0]
	must(t, one.Settle(ctx, d, []Settlement{{Difference: x}}, "再议"))
	if _, got = agreed(t, one, id); len(got.Open()) != 1 {
		t.Errorf("taken back: %d open", len(got.Open()))
	}
}

func undo(b *Book) error {
	_, err := b.Undo(ctx)
	return err
}

func TestDecisionsAreAsBlindAsSheets(t *testing.T) {
	a, b, id := twoSheets(t)
	lead := third(t, "m3", wangLead, a, b)
	settle(t, lead, id, a.Me().ID)
	rec := visit(t, lead, id).Rulings()[0].ID
	must(t, b.ReopenSheet(ctx, visit(t, b, id), "漏记"))
	carry(t, b, lead)
	carry(t, lead, a)
	for _, l := range []*Book{a, lead} {
		if n := len(visit(t, l, id).Rulings()); n > 0 {
			t.Errorf("%s sees %d decisions while a sheet is open", l.Me().Role, n)
		}
		h, err := l.History(ctx, rec, KindDecision, "")
		must(t, err)
		if len(h) > 0 {
			t.Errorf("%s is told of decisions in the history", l.Me().Role)
		}
	}
}

// What an evaluator wrote and took back stays hidden in the history too.
func TestWhatWasUndoneIsNotTold(t *testing.T) {
	a, b, id := twoBooks(t, liMin, zhaoQi)
	f, err := b.SaveFinding(ctx, visit(t, b, id), checklist.Finding{Rule: "E1.1", Count: 1, Facts: "乙方所见"})
	must(t, err)
	must(t, undo(b))
	n, err := b.SaveEntry(ctx, visit(t, b, id), checklist.Entry{Step: checklist.StepCheck, Text: "乙方私记"})
	must(t, err)
	must(t, undo(b))
	carry(t, b, a)
	if h := visit(t, a, id).Hidden; h != 0 {
		t.Errorf("%d sheets of somebody who judges nothing", h)
	}
	for rec, kind := range map[checklist.ID]Kind{f: KindFinding, n: KindEntry} {
		h, err := a.History(ctx, rec, kind, "")
		must(t, err)
		log, err := a.Log(ctx, 100)
		must(t, err)
		for _, e := range append(h, log...) {
			if strings.Contains(e.Old+e.New, "乙方") {
				t.Errorf("%s tells %s", kind, e.Old+e.New)
			}
		}
		if h, err = b.History(ctx, rec, kind, ""); err != nil || len(h) == 0 {
			t.Errorf("the own history of a %s: %v", kind, err)
		}
	}
}
