package tui

import (
	"context"
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// One evaluator worked on one finding on two laptops.
func (x *two) sameFinding() checklist.ID {
	x.t.Helper()
	ctx := context.Background()
	doc := x.visit(x.book)
	f := checklist.Finding{Rule: "E4.1", Count: 1, Facts: "甲某 2025-05 调入时未见入编单", At: "2026-03-09 10:30",
		Evidence: []checklist.Evidence{{Kind: "paper", Place: "工资报表 第 4 页"}}}
	id, err := x.book.SaveFinding(ctx, doc, f)
	x.must(err)
	x.carry(x.book, x.other)
	_, err = x.other.SaveMaterial(ctx, x.visit(x.other), checklist.Material{Name: "借调函", Status: "seen"}) // so that its finding is the later one
	x.must(err)
	for _, v := range []struct {
		b     *store.Book
		n     int64
		facts string
		paper string
	}{{x.book, 2, "甲某、乙某 调入时未见入编单", "实名制台账 3 月"}, {x.other, 4, "甲某、乙某、丙某、丁某 调入时未见入编单", "入编单存根 6 份"}} {
		doc := x.visit(v.b)
		f := doc.Own().Findings[0]
		f.Count, f.Facts = v.n, v.facts
		f.Evidence = append(f.Evidence, checklist.Evidence{Kind: "paper", Place: v.paper})
		_, err := v.b.SaveFinding(ctx, doc, f)
		x.must(err)
	}
	x.carry(x.other, x.book)
	return id
}

// Facts are united, the count is not guessed, a reason must be given; then the register speaks in one voice.
func TestSettleUnite(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, checklist.Person{Name: "李敏", Number: "1007", Role: checklist.RoleMember})
	id := x.sameFinding()
	x.Go(Place{Screen: "conflicts"})
	x.Press("enter", "3")
	for range 6 { // to the reason
		x.Press("tab")
	}
	x.Press("enter")
	x.Has("请填“次数”")
	s := x.app.top().(*settle)
	s.form.Set("part.count", "3")
	x.Press("enter")
	x.Has("必须写理由")
	x.Type("丁某入编单已补交核实，其余三人属实")
	x.Press("enter")
	x.Has("没有差异了")
	doc := x.visit(x.book)
	f := doc.Own().Findings[0]
	if f.ID != id || f.Count != 3 || len(f.Evidence) != 3 || !strings.Contains(f.Facts, "丁某") {
		t.Errorf("the finding is %+v", f)
	}
	events, err := x.book.History(context.Background(), id, store.KindFinding, "body")
	x.must(err)
	if len(events) != 4 || !events[0].Decision || events[0].Reason != "丁某入编单已补交核实，其余三人属实" {
		t.Errorf("the history is %+v", events)
	}
}

// What is typed in the form survives a kill.
func TestSettleResume(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	x.contest()
	x.carry(x.other, x.book)
	x.Go(Place{Screen: "conflicts"})
	x.Press("enter", "2", "tab", "tab")
	x.Type("以会议签到表为准")
	x.restart()
	x.Has("差异 1/1", "以会议签到表为准", "（x）右边")
}

// Nothing is decided without a choice, and a reader is told why not.
func TestSettleNothingChosen(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	x.contest()
	x.carry(x.other, x.book)
	x.Go(Place{Screen: "conflicts"})
	x.Press("enter")
	x.Lacks("（x）")
	x.Press("tab")
	x.Type("理由")
	x.Press("enter")
	x.Has("请先选用哪一份")
}

// A finding withdrawn on one laptop and edited on the other is asked about as what it is.
func TestSettleWithdrawn(t *testing.T) {
	for _, c := range []struct {
		key    string
		active bool
	}{{"1", false}, {"2", true}} {
		x := newTwo(t, words.ZH, 80, 24, checklist.Person{Name: "李敏", Number: "1007", Role: checklist.RoleMember})
		ctx := context.Background()
		id, err := x.book.SaveFinding(ctx, x.visit(x.book), checklist.Finding{Rule: "E4.1", Count: 1, Facts: "甲某"})
		x.must(err)
		x.carry(x.book, x.other)
		x.must(x.book.WithdrawFinding(ctx, x.visit(x.book), id, "记错了单位"))
		doc := x.visit(x.other)
		f := doc.Own().Findings[0]
		f.Count = 2
		_, err = x.other.SaveFinding(ctx, doc, f)
		x.must(err)
		x.carry(x.other, x.book)
		x.Go(Place{Screen: "conflicts"})
		x.Press("enter")
		x.Has("一边撤回，一边还在修改", "（ ）撤回  （ ）保留", "次数", "2")
		x.Press(c.key, "tab")
		x.Type("核对原件")
		x.Press("enter")
		x.Has("没有差异了")
		if got := x.visit(x.book).Own().Findings[0]; got.Active() != c.active || got.Count != 2 {
			t.Errorf("with %s the finding is %+v", c.key, got)
		}
	}
}

// Several contests are settled one after the other, without going back to the list.
func TestSettleNext(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	x.disagree(checklist.Listen{Place: "三楼", Presenter: "王某某"}, checklist.Listen{Place: "二楼", Presenter: "李某某"})
	x.Press("enter")
	x.Has("差异 1/2")
	x.Press("3", "tab")
	x.Has("改为 [")
	x.Type("四楼")
	x.Press("tab")
	x.Type("两人都记错了")
	x.Press("enter")
	x.Has("差异还剩 1 处", "差异 1/1")
	x.Press("2", "tab")
	x.Type("以签到表为准")
	x.Press("enter")
	x.Has("没有差异了", "没有要处理的差异")
	if l := x.visit(x.book).Listen; l.Place != "四楼" {
		t.Errorf("the briefing is %+v", l)
	}
}

// Two numbers cannot be united: another number may be written.
func TestSettleFigure(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	ctx := context.Background()
	for n, b := range map[int64]*store.Book{35: x.book, 36: x.other} {
		x.must(b.SetFigure(ctx, x.visit(b), "actual_admin", checklist.Verified, &n))
	}
	x.carry(x.other, x.book)
	x.Go(Place{Screen: "conflicts"})
	x.Press("enter")
	x.Has("（ ）另写", "* 人数", "35", "36")
	x.Lacks("依据取各份之和")
	x.Press("3", "tab")
	x.Type("３４")
	x.Press("tab")
	x.Type("逐人核对")
	x.Press("enter")
	x.Has("没有差异了")
	if got := x.visit(x.book).Figures["actual_admin"][checklist.Verified]; got != 34 {
		t.Errorf("the figure is %d, want 34", got)
	}
}
