package tui

import (
	"context"
	"testing"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

var deskOf = checklist.Person{Name: "孙丽", Number: "1000", Role: checklist.RoleOffice}

// sendBack has 李敏 judge something, and the office send the visit back.
func sendBack(t *testing.T, lang words.Lang, w, h int) (*two, checklist.ID) {
	t.Helper()
	x, ctx := newTwo(t, lang, w, h, deskOf), context.Background()
	b := x.book
	_, err := b.SaveFinding(ctx, x.visit(b), checklist.Finding{Rule: "E1.1", Count: 1, Facts: "实有33人。"})
	x.must(err)
	x.carry(b, x.other)
	doc := x.visit(x.other)
	x.must(x.other.ReturnVisit(ctx, doc, "证据不全，请补齐后再交", []store.Remark{{Indicator: "E1", Text: "缺入编单"}}))
	x.carry(x.other, b)
	x.Send(ChangedMsg{})
	return x, doc.ID
}

func TestSettlingRemarks(t *testing.T) {
	x, visit := sendBack(t, words.ZH, 80, 24)
	x.Go(Place{Screen: "remarks", Visit: visit})
	x.Has("退回意见 2 条，未办结 2 条")
	x.Press("enter")
	x.Press("enter") // no word
	x.Has("未办结 2 条")
	x.Type("已补齐")
	x.Press("enter")
	x.Has("未办结 1 条", "已办结")
	x.Press("ctrl+d")
	x.Type("三月入编单已补")
	x.Press("enter")
	x.Has("未办结 0 条")
	d, err := x.book.Visit(context.Background(), visit)
	x.must(err)
	if len(d.Comments) != 2 || d.Remarks() != 0 || d.Comments[0].Answer != "已补齐" || d.Comments[1].Answer != "三月入编单已补" {
		t.Errorf("%+v", d.Comments)
	}
	x.Press("ctrl+d")
	x.Has("未办结 1 条")
	x.Press("esc")
	x.Lacks("退回 2")
}

func TestNoRemarks(t *testing.T) {
	d, visit := newTrialDriver(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "visit", Visit: visit})
	d.Lacks("退回意见")
	d.Go(Place{Screen: "remarks", Visit: visit})
	d.Has("编办没有退回意见")
	d.Press("enter", "ctrl+d")
}
