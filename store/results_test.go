package store

import (
	"slices"
	"testing"

	"zoufang/checklist"
)

// twoOffices are two offices' laptops that both hold two closed sheets of one visit, which agree, and a leading group.
func twoOffices(t *testing.T) (a, b *Book, unit checklist.ID) {
	t.Helper()
	x, y, id := twoBooks(t, liMin, zhaoQi)
	finding := checklist.Finding{Rule: "E1.1", Count: 2, Facts: "实有多2人", Criterion: "核定32名", Evidence: roster}
	judgeAll(t, x, id, finding)
	judgeAll(t, y, id, finding)
	unit = visit(t, x, id).Unit.ID
	a = third(t, "office-1", officer, x, y)
	list, err := a.Consensus(ctx, &id)
	must(t, err)
	for i := range list {
		if some := InBulk(&list[i].Agreed, false); len(some) > 0 {
			must(t, a.Settle(ctx, list[i].Doc, some, "两人一致"))
		}
	}
	_, err = a.SaveGroup(ctx, []checklist.GroupMember{{Name: "方志远", Duty: checklist.DutyHead}, {Name: "林岚", Duty: checklist.DutyMember, Releases: true}})
	must(t, err)
	return a, third(t, "office-2", officer, x, y, a), unit
}

func outcome(t *testing.T, b *Book, unit checklist.ID) UnitResult {
	t.Helper()
	r, err := b.OutcomeOf(ctx, unit)
	must(t, err)
	return r
}

// Two offices release the same result in different names without knowing of each other: one waits for a decision, nothing
// is lost, and both books say the same.
func TestTwoOfficesReleaseAtOnce(t *testing.T) {
	a, b, unit := twoOffices(t)
	for name, x := range map[string]*Book{"方志远": a, "林岚": b} {
		if r := outcome(t, x, unit); r.State != checklist.OutcomeReady {
			t.Fatalf("%s: %s %v", name, r.State, r.Pending)
		}
		must(t, x.ReleaseResults(ctx, []checklist.ID{unit}, name, "2026-03-09", ""))
	}
	carry(t, a, b)
	carry(t, b, a)
	x, y := outcome(t, a, unit), outcome(t, b, unit)
	if x.Release.Member != y.Release.Member || len(x.Items) != 1 || len(y.Items) != 1 {
		t.Errorf("released by %s and by %s, %d and %d items", x.Release.Member, y.Release.Member, len(x.Items), len(y.Items))
	}
	list, err := a.Conflicts(ctx, nil)
	must(t, err)
	if !slices.ContainsFunc(list, func(c Conflict) bool { return c.Kind == KindRelease }) {
		t.Errorf("no conflict about the release among %v", list)
	}
}

// A released result keeps what it said: the visit is opened again with a reason, and what changed shows beside it.
func TestAReleaseKeepsWhatItSaid(t *testing.T) {
	a, _, unit := twoOffices(t)
	must(t, a.ReleaseResults(ctx, []checklist.ID{unit}, "方志远", "2026-03-09", ""))
	was := outcome(t, a, unit)
	if was.State != checklist.OutcomeProvisional || was.Until != "2026-03-12" || was.Changed {
		t.Fatalf("%s until %s, changed %v %v", was.State, was.Until, was.Changed, was.Changes)
	}
	wantFault(t, a.FinishResults(ctx, []checklist.ID{unit}, "方志远", "2026-03-12", ""), "final.early")
	wantFault(t, a.ReleaseResults(ctx, []checklist.ID{unit}, "方志远", "2026-03-10", ""), "release.same")
	d := visit(t, a, was.Doc.ID)
	wantFault(t, a.ReopenVisit(ctx, d, d.Sheets[0].Person.ID, ""), "reason.missing")
	must(t, a.ReopenVisit(ctx, d, d.Sheets[0].Person.ID, "漏记一条"))
	is := outcome(t, a, unit)
	if !is.Changed || is.Release.Total != was.Release.Total || is.State != checklist.OutcomeProvisional || len(is.Pending) == 0 {
		t.Errorf("after opening it again: %s, changed %v, released %s, pending %v", is.State, is.Changed, is.Release.Total, is.Pending)
	}
	wantFault(t, a.FinishResults(ctx, []checklist.ID{unit}, "方志远", "2026-04-12", ""), "final.changed")
	told := func() []Event {
		t.Helper()
		events, err := a.History(ctx, releaseID(a.round().ID, unit), KindRelease, "body")
		must(t, err)
		return events
	}
	if events := told(); len(events) != 1 || events[0].Unit != unit {
		t.Errorf("history: %+v", events)
	}
	wantFault(t, a.WithdrawRelease(ctx, unit, " "), "reason.missing")
	must(t, a.WithdrawRelease(ctx, unit, "报送对象有误"))
	if is = outcome(t, a, unit); is.Release != nil || len(is.Items) != 0 {
		t.Errorf("withdrawn: %+v, %d items", is.Release, len(is.Items))
	}
	if events := told(); len(events) != 2 {
		t.Errorf("history after the withdrawal: %d events", len(events))
	}
}

// The board, made of summaries, says the same as the visit read whole; and so does a book opened again.
func TestTheBoardSaysWhatTheVisitSays(t *testing.T) {
	a, _, unit := twoOffices(t)
	check := func(what string) {
		t.Helper()
		list, err := a.Results(ctx)
		must(t, err)
		r := outcome(t, a, unit)
		i := slices.IndexFunc(list, func(x ResultRow) bool { return x.Unit.ID == unit })
		x := &list[i]
		if x.State != r.State || x.Entry.Total.Points != r.Result.Total.Points || x.Changed != r.Changed || !slices.Equal(x.Marks, r.now.Marks) {
			t.Errorf("%s: the board says %s %s, the visit %s %s", what, x.State, x.Entry.Total.Points, r.State, r.Result.Total.Points)
		}
	}
	check("ready")
	must(t, a.ReleaseResults(ctx, []checklist.ID{unit}, "方志远", "2026-03-09", ""))
	check("released")
	must(t, a.flushSummaries(ctx))
	clear(a.rows)
	check("from the table")
	d := outcome(t, a, unit).Doc
	must(t, a.ReopenVisit(ctx, d, d.Sheets[0].Person.ID, "漏记一条"))
	check("opened again")
}

// Evaluators neither release nor answer, and see of a result that is not theirs to see only that it waits.
func TestWhoMayDoWhatWithResults(t *testing.T) {
	x, y, id := twoBooks(t, liMin, zhaoQi)
	judgeAll(t, x, id)
	judgeAll(t, y, id)
	unit := visit(t, x, id).Unit.ID
	carry(t, y, x)
	must(t, x.ReopenSheet(ctx, visit(t, x, id), "漏记"))
	r := outcome(t, x, unit)
	if r.State != checklist.OutcomePending || !slices.ContainsFunc(r.Pending, func(p checklist.Pending) bool { return p.Code == "pending.hidden" }) {
		t.Errorf("%s %v", r.State, r.Pending)
	}
	wantFault(t, x.ReleaseResults(ctx, []checklist.ID{unit}, "方志远", "", ""), "office.only")
	_, err := x.Object(ctx, checklist.Objection{Unit: unit, Text: "有误"})
	wantFault(t, err, "leader.only")
	wantFault(t, x.Recheck(ctx, unit, checklist.Recheck{Reason: "x", Result: checklist.RecheckKept}), "leader.only")
	wantFault(t, x.SetCalendar(ctx, "2026-05-01", "劳动节"), "office.only")
}
