package tui

import (
	"context"
	"testing"

	"zoufang/checklist"
	"zoufang/words"
)

func TestInterviewIsHeld(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.onStep(v, "f8")
	d.Press("down", "enter")
	d.Has("访谈 F02")
	d.Press("1", "tab")
	d.Press("tab", "3")
	d.Press("ctrl+f", "enter", "tab")
	d.Has("婚姻登记处是否挂两块牌子")
	d.Press("esc")
	talks := d.doc(v).Interviews
	if len(talks) != 2 {
		t.Fatalf("the talks are %+v", talks)
	}
	x := talks[1]
	if x.Code != "F02" || x.Form != "individual" || x.Band != "staff" || x.Asker != "李敏" || x.StartedAt != "2026-03-09 10:42" || len(x.Questions) != 1 {
		t.Fatalf("the talk is %+v", x)
	}
	d.Has("F02", "问1 婚姻登记处是否挂两")
}

func TestNamesAreForTheLeader(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.onStep(v, "f8")
	d.Press("enter")
	d.Lacks("姓名（")
	d.must(d.book.SetMe(context.Background(), checklist.Person{Name: "王建国", Number: "1001", Role: checklist.RoleLeader}))
	d.Press("esc", "esc", "esc")
	d.restart()
	d.onStep(v, "f8")
	d.Press("enter")
	d.Has("姓名（仅组长、编办可见）")
	for range 10 {
		if d.app.places()[len(d.app.stack)-1].Field == "name" {
			break
		}
		d.Press("tab")
	}
	d.Type("张某某")
	d.Press("esc")
	doc := d.doc(v)
	if len(doc.Identities) != 1 || doc.Identities[0].Name != "张某某" || doc.Identities[0].Code != "F01" {
		t.Fatalf("the identities are %+v", doc.Identities)
	}
}
