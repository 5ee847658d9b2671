package store

import (
	"testing"

	"zoufang/checklist"
)

func TestWhatWasDoneOnADay(t *testing.T) {
	a, b, id := twoBooks(t, liMin, zhaoQi)
	d := visit(t, a, id)
	fid, err := a.SaveFinding(ctx, d, checklist.Finding{Rule: "E1.1", Count: 1, Facts: "一"})
	must(t, err)
	must(t, a.WithdrawFinding(ctx, visit(t, a, id), fid, "记错"))
	_, err = a.SaveFinding(ctx, visit(t, a, id), checklist.Finding{Rule: "A1.1", Count: 1, Facts: "二"})
	must(t, err)
	_, err = b.SaveFinding(ctx, visit(t, b, id), checklist.Finding{Rule: "A1.1", Count: 1, Facts: "别人的"})
	must(t, err)
	carry(t, b, a)
	must(t, a.SaveDraft(ctx, Draft{Record: checklist.StepID(id, checklist.StepListen), Kind: KindListen, Field: "place", Text: "半"}))
	w, err := a.WorkOn(ctx, "2026-03-09")
	must(t, err)
	var civil *DayUnit
	for i := range w.Units {
		if w.Units[i].Unit.Code == "MZJ" {
			civil = &w.Units[i]
		}
	}
	if civil == nil || civil.Kinds[KindFinding] != (DayRow{New: 1, Withdrawn: 1}) || civil.Drafts != 1 || civil.Unsent == 0 || !civil.From.Before(civil.To) {
		t.Fatalf("%+v", civil)
	}
	for _, e := range civil.Events {
		if e.Person.Name != "李敏" {
			t.Errorf("somebody else's: %+v", e)
		}
	}
	if w, err = a.WorkOn(ctx, "2026-03-10"); err != nil || w.Changes != 0 || w.Drafts != 1 {
		t.Errorf("%+v %v", w, err)
	}
	_, err = a.WorkOn(ctx, "昨天")
	wantFault(t, err, "units.day")
}
