package store

import (
	"strings"
	"testing"

	"zoufang/checklist"
)

func TestSentBack(t *testing.T) {
	o, a, b, id := desk(t)
	work(t, a, b, id)
	must(t, a.CloseSheet(ctx, visit(t, a, id)))
	mergeFiles(t, o, export(t, a))
	must(t, o.ReturnVisit(ctx, visit(t, o, id), "证据不全", []Remark{{"E1", "缺入编单"}}))
	if r := travelOf(t, o, id); r.Travel != TravelReturned || r.Returned != 2 {
		t.Errorf("at the office: %+v", r)
	}
	jot(t, a, id, "还没交的一条") // of the laptop, not sent yet
	before := digest(t, a, id)
	mergeFiles(t, a, export(t, o))
	for _, line := range strings.Split(strings.TrimSpace(before), "\n") {
		if !strings.Contains(digest(t, a, id), line) {
			t.Errorf("overwritten: %s", line)
		}
	}
	d := visit(t, a, id)
	if r := travelOf(t, a, id); r.Travel != TravelReturned || len(d.Comments) != 2 || d.Remarks() != 2 {
		t.Errorf("on the laptop: %+v, %+v", r, d.Comments)
	}
	if d.Own().State != "closed" {
		t.Error("the sheet was opened by somebody else")
	}
	todos, err := a.Todos(ctx, d)
	must(t, err)
	var steps []checklist.Step
	for _, x := range todos {
		if x.Code == "todo.comment" {
			steps = append(steps, x.Step)
		}
	}
	if len(steps) != 2 || steps[0] != "" || steps[1] != checklist.StepScore {
		t.Errorf("to do: %v", steps)
	}
	must(t, a.ReopenSheet(ctx, d, "按退回意见更正"))
	for _, c := range visit(t, a, id).Comments {
		must(t, a.SettleRemark(ctx, visit(t, a, id), c.ID, "已补："+c.Text))
	}
	if r := travelOf(t, a, id); r.Travel != TravelHere || r.Returned != 0 {
		t.Errorf("settled: %+v", r)
	}
	mergeFiles(t, o, export(t, a))
	d = visit(t, o, id)
	if d.Remarks() != 0 || len(d.Comments) != 2 || !strings.HasPrefix(d.Comments[0].Answer, "已补：") {
		t.Errorf("the answer at the office: %+v", d.Comments)
	}
	if r := travelOf(t, o, id); r.Travel == TravelReturned {
		t.Errorf("still sent back: %+v", r)
	}
	must(t, a.SettleRemark(ctx, visit(t, a, id), d.Comments[0].ID, ""))
	if n := visit(t, a, id).Remarks(); n != 1 {
		t.Errorf("%d open after one was opened again", n)
	}
}

func TestWhoSendsBack(t *testing.T) {
	o, a, b, id := desk(t)
	work(t, a, b, id)
	wantFault(t, a.ReturnVisit(ctx, visit(t, a, id), "x", nil), "office.only")
	mergeFiles(t, o, export(t, a))
	d := visit(t, o, id)
	wantFault(t, o.ReturnVisit(ctx, d, " ", nil), "reason.missing")
	wantFault(t, o.ReturnVisit(ctx, d, "x", []Remark{{"E1", " "}}), "reason.missing")
	wantFault(t, o.ReturnVisit(ctx, d, "x", []Remark{{"Z9", "y"}}), "standing.indicator")
	wantFault(t, a.SettleRemark(ctx, visit(t, a, id), NewID(id), "y"), "remark.unknown")
	if len(visit(t, o, id).Comments) != 0 {
		t.Error("something was written")
	}
}
