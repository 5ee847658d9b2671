package store

import (
	"testing"

	"zoufang/checklist"
)

// A count that was changed comes back from its history, also in another session, when Undo knows nothing any more.
func TestAChangedCountIsPutBack(t *testing.T) {
	b, id := fieldBook(t, liMin)
	rec, err := b.SaveFinding(ctx, visit(t, b, id), checklist.Finding{Rule: "E1.1", Count: 3, Facts: "超编 3 人"})
	must(t, err)
	f, _ := visit(t, b, id).finding(rec)
	changed := *f
	changed.Count = 1
	_, err = b.SaveFinding(ctx, visit(t, b, id), changed)
	must(t, err)
	b.undo = nil
	events, err := b.History(ctx, rec, KindFinding, "body")
	must(t, err)
	wantFault(t, b.PutBack(ctx, events[0], ""), "reason.missing")
	must(t, b.PutBack(ctx, events[0], "按错了键"))
	if f, _ := visit(t, b, id).finding(rec); f.Count != 3 {
		t.Errorf("the count is %d", f.Count)
	}
	events, err = b.History(ctx, rec, KindFinding, "body")
	must(t, err)
	if events[0].Reason != "按错了键" || len(events) != 3 {
		t.Errorf("%+v", events)
	}
	must(t, b.WithdrawFinding(ctx, visit(t, b, id), rec, "误记"))
	events, err = b.History(ctx, rec, KindFinding, "status")
	must(t, err)
	must(t, b.PutBack(ctx, events[0], "没有误记"))
	if own := visit(t, b, id).Own(); !own.Findings[0].Active() || own.Standings["E1"].State != checklist.Found {
		t.Errorf("%+v", own)
	}
	must(t, b.CloseSheet(ctx, visit(t, b, id)))
	events, err = b.History(ctx, rec, KindFinding, "body")
	must(t, err)
	wantFault(t, b.PutBack(ctx, events[0], "提交以后"), "sheet.closed")
	sheet, err := b.History(ctx, checklist.SheetID(id, b.Me().ID), KindSheet, "")
	must(t, err)
	for _, ev := range sheet {
		wantFault(t, b.PutBack(ctx, ev, "重开"), "undo.final")
	}
}
