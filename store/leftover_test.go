package store

import (
	"testing"

	"zoufang/checklist"
)

// leftoverBook is a book whose unit has something left open of every kind.
func leftoverBook(t *testing.T) (b *Book, yearly checklist.ID) {
	t.Helper()
	b, yearly = fieldBook(t, liMin)
	unit := visit(t, b, yearly).Unit.ID
	must(t, b.SavePast(ctx, []checklist.Past{
		{Unit: unit, Year: "2025", Rule: "E4.1", Count: 1, Facts: "1 人调入未办入编单", State: "rectified"},
		{Unit: unit, Year: "2025", Rule: "E5.1", Count: 2, Facts: "2 人退休未办出编单", State: "open"},
	}))
	for _, s := range []checklist.Slip{
		{Unit: unit, Number: "MZJ-1", Rule: "D2.2", Facts: "多挂一块牌子", State: "issued", FoundOn: "2025-11-03"},
		{Unit: unit, Number: "MZJ-2", Rule: "D2.2", Facts: "已销号", State: "closed"},
	} {
		_, err := b.SaveSlip(ctx, checklist.Slip{}, s)
		must(t, err)
	}
	day, err := b.StartVisit(ctx, unit, checklist.Daily, "2026-02-10")
	must(t, err)
	_, err = b.SaveFinding(ctx, visit(t, b, day), checklist.Finding{Rule: "E7.1", Count: 1, Facts: "借用 1 人无手续"})
	must(t, err)
	_, err = b.SavePromise(ctx, visit(t, b, day), checklist.Promise{Text: "月底前退回借用人员", Due: "2026-02-28"})
	must(t, err)
	return b, yearly
}

func texts(list []checklist.Leftover) map[string]checklist.Leftover {
	m := map[string]checklist.Leftover{}
	for _, l := range list {
		m[l.Text] = l
	}
	return m
}

func factsOf(l checklist.Leftover) string { return "核实：" + l.Text }

func TestTheNextVisitStartsFromTheLast(t *testing.T) {
	b, id := leftoverBook(t)
	got := texts(visit(t, b, id).Leftovers())
	want := map[string]struct {
		kind      checklist.LeftoverKind
		indicator string
	}{
		"2 人退休未办出编单": {checklist.LeftPast, "E5"}, "多挂一块牌子": {checklist.LeftSlip, "D2"},
		"借用 1 人无手续": {checklist.LeftDaily, "E7"}, "月底前退回借用人员": {checklist.LeftPromise, ""},
	}
	if len(got) != len(want) {
		t.Fatalf("%d left open: %+v", len(got), got)
	}
	for text, w := range want {
		if l := got[text]; l.Kind != w.kind || l.Indicator != w.indicator {
			t.Errorf("%s: %+v", text, l)
		}
	}
}

func TestALeftoverIsAskedOnce(t *testing.T) {
	b, id := leftoverBook(t)
	shown := visit(t, b, id)
	must(t, b.TakeLeftovers(ctx, shown, shown.Leftovers()[:2], factsOf, false, ""))
	wantFault(t, b.TakeLeftovers(ctx, shown, shown.Leftovers(), factsOf, true, ""), "reason.missing")
	d := visit(t, b, id)
	must(t, b.TakeLeftovers(ctx, d, d.Leftovers()[2:3], factsOf, true, "已在日常评估核实"))
	// All again, from what was shown before anything was taken over: nothing doubles and nothing is opened anew.
	must(t, b.TakeLeftovers(ctx, visit(t, b, id), shown.Leftovers(), factsOf, false, ""))
	d = visit(t, b, id)
	if len(d.Questions) != 4 || len(d.Untaken()) != 0 {
		t.Fatalf("%d questions, %d untaken", len(d.Questions), len(d.Untaken()))
	}
	dropped := 0
	for _, q := range d.Questions {
		l, ok := d.LeftoverOf(q.ID)
		if !ok || q.Text != factsOf(l) || q.Indicator != l.Indicator {
			t.Errorf("%+v does not know where it comes from", q)
		}
		if q.Status == "dropped" {
			dropped++
		}
	}
	if dropped != 1 {
		t.Errorf("%d dropped", dropped)
	}
}

// Two laptops that take the same thing over offline ask one question.
func TestALeftoverMeetsItself(t *testing.T) {
	a, b, id := twoBooks(t, liMin, zhaoQi)
	unit := visit(t, a, id).Unit.ID
	for _, x := range []*Book{a, b} {
		must(t, x.SavePast(ctx, []checklist.Past{{Unit: unit, Year: "2025", Rule: "E5.1", Count: 2, Facts: "2 人退休未办出编单", State: "open"}}))
		d := visit(t, x, id)
		must(t, x.TakeLeftovers(ctx, d, d.Leftovers(), factsOf, false, ""))
	}
	carry(t, b, a)
	if d := visit(t, a, id); len(d.Questions) != 1 || len(d.Contested) != 0 {
		t.Errorf("%+v, contested %v", d.Questions, d.Contested)
	}
}

// Of a visit of several evaluators stands what they agreed on, each fact once.
func TestLastYearIsWhatWasAgreed(t *testing.T) {
	a, b, id := twoSheets(t)
	lead := third(t, "m3", wangLead, a, b)
	settle(t, lead, id, a.Me().ID)
	next := newLaptop(t, "m5").create(Setup{District: "云台区", Year: "2027"})
	must(t, next.SetMe(ctx, wangLead))
	carry(t, lead, next)
	got := visit(t, next, startCivil(t, next)).Leftovers()
	if len(got) != 2 || got[0].Rule != "E1.1" || got[0].Count != 2 || got[0].When != "2026" || got[1].Rule != "E5.1" {
		t.Errorf("%+v", got)
	}
	past, err := lead.foundThisRound(ctx)
	must(t, err)
	if len(past) != 2 || past[0].Count != 2 {
		t.Errorf("%+v", past)
	}
}

func TestLastYearsVisitIsRemembered(t *testing.T) {
	l := newLaptop(t, "m1")
	old := l.create(Setup{District: "云台区", Year: "2025"})
	must(t, old.SetMe(ctx, liMin))
	was := startCivil(t, old)
	for _, f := range []checklist.Finding{{Rule: "E5.1", Count: 2, Facts: "2 人退休未办出编单"}, {Rule: "E4.1", Count: 1, Facts: "1 人调入未办入编单"}} {
		_, err := old.SaveFinding(ctx, visit(t, old, was), f)
		must(t, err)
	}
	b := newLaptop(t, "m2").create(Setup{})
	must(t, b.SetMe(ctx, liMin))
	id := startCivil(t, b)
	carry(t, old, b)
	if got := visit(t, b, id).Leftovers(); len(got) != 2 || got[0].When != "2025" || got[0].Kind != checklist.LeftPast {
		t.Fatalf("%+v", got)
	}
	// The office's list says what became of one rule: it alone counts for that rule.
	unit := visit(t, b, id).Unit.ID
	must(t, b.SavePast(ctx, []checklist.Past{{Unit: unit, Year: "2025", Rule: "E5.1", Count: 2, Facts: "退休出编已补办", State: "rectified"}}))
	if got := visit(t, b, id).Leftovers(); len(got) != 1 || got[0].Rule != "E4.1" {
		t.Errorf("%+v", got)
	}
	// What an evaluator may not see of last year's visit is not told by the back door.
	must(t, b.SetMe(ctx, zhaoQi))
	if got := visit(t, b, id).Leftovers(); len(got) != 0 {
		t.Errorf("another's open sheet is told: %+v", got)
	}
}
