package tui

import (
	"context"
	"testing"

	"zoufang/checklist"
	"zoufang/words"
)

// atFinding opens a new finding of a rule with the cursor on the criterion.
func atFinding(d *driver) checklist.ID {
	d.t.Helper()
	visit := atVisit(d, Place{Screen: "score", Item: "E1"})
	ctx := context.Background()
	doc, err := d.book.Visit(ctx, visit)
	d.must(err)
	id, err := d.book.SaveFinding(ctx, doc, checklist.Finding{Rule: "E1.1", Count: 3, Facts: "实有35人，核定32人", Criterion: "《规定》第十条"})
	d.must(err)
	d.Go(Place{Screen: "finding", Visit: visit, Record: id, Item: "E1.1", Field: "facts"})
	return id
}

func TestAPhraseIsInsertedAtTheCursorAndUndone(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	_, err := d.book.SavePhrases(context.Background(), checklist.Phrase{Text: "未见批准文件", Use: "facts"}, checklist.Phrase{Text: "限期补齐", Use: "demand"})
	d.must(err)
	atFinding(d)
	d.Has("实有35人，核定32人")
	d.Press("home", "f6")
	d.Has("常用语", "情形", "用过", "未见批准文件")
	d.Lacks("限期补齐")
	d.Type("wjpz")
	d.Has("未见批准文件")
	d.Lacks("用过")
	d.Press("enter")
	d.Has("未见批准文件实有35人")
	d.Press("ctrl+z")
	d.Lacks("未见批准文件实有35人")
	d.Has("实有35人")
}

func TestTheFieldIsKeptAsAPhrase(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	atFinding(d)
	d.Press("f2")
	d.Type("存为")
	d.Press("enter")
	d.Has("已存为常用语")
	list, err := d.book.Phrases(context.Background())
	d.must(err)
	if len(list) != 1 || list[0].Text != "实有35人，核定32人" || list[0].Use != "facts" {
		t.Fatalf("%+v", list)
	}
	d.Go(Place{Screen: "phrases"})
	d.Press("f6")
	d.Type("超编")
	d.Press("enter")
	d.Has("超编")
	d.Press("f8", "enter")
	if list, _ = d.book.Phrases(context.Background()); len(list) != 0 {
		t.Fatalf("%+v", list)
	}
}

func TestPagesOfMovingAndToday(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d := newDriver(t, lang, w, h)
		_, err := d.book.SavePhrases(context.Background(), checklist.Phrase{Text: "未见批准文件", Use: "facts"})
		d.must(err)
		atFinding(d)
		d.Press("f6")
		d.Golden("phrases")
		visit := d.app.top().(*phrases).place.Visit
		d.Go(Place{Screen: "today"})
		d.Golden("today")
		d.Press("left")
		d.Has("2026-03-08")
		d.Go(Place{Screen: "movework", Visit: visit})
		d.Golden("movework.pick")
		d.Type("D02")
		d.Press("enter")
		d.Golden("movework.plan")
		d.Press("enter")
		d.Type("录错单位")
		d.Press("enter")
		rows, err := d.book.Units(context.Background())
		d.must(err)
		to, err := d.book.Visit(context.Background(), rows[1].Visit)
		d.must(err)
		if len(to.Moved) != 1 || to.Moved[0].Reason != "录错单位" || len(to.Own().Findings) != 1 {
			t.Errorf("%+v", to.Moved)
		}
		d.Go(Place{Screen: "signed", Visit: visit})
		d.Golden("signed.none")
	})
}

// What a unit is told on a slip is written with phrases; a draft that was kept meanwhile is the slip that is issued.
func TestPhrasesInASlip(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	ctx := context.Background()
	_, err := d.book.SavePhrases(ctx, checklist.Phrase{Text: "限期补办出编单。", Use: "demand"}, checklist.Phrase{Text: "情况属实。", Use: "opinion"})
	d.must(err)
	d.Go(Place{Screen: "slipnew", Record: checklist.UnitID("青澜区", "D01"), Field: "rule"})
	d.Type("E5.1")
	d.Press("tab", "tab")
	d.Type("1人调出未办出编单")
	d.Press("tab")
	d.Type("离岗后15日内办理")
	d.Press("tab")
	d.Type("工资表")
	d.Press("tab")
	d.Type("请")
	d.Press("f6")
	d.Has("限期补办出编单。")
	d.Lacks("情况属实。")
	d.Press("enter")
	d.Has("请限期补办出编单。")
	d.Press("f8")
	d.Has("已下发")
	list, err := d.book.AllSlips(ctx)
	d.must(err)
	if len(list) != 1 || list[0].State != checklist.SlipIssued || list[0].Demand != "请限期补办出编单。" {
		t.Fatalf("%+v", list)
	}
	d.Press("enter", "tab", "tab", "tab", "f6", "enter")
	d.Has("情况属实。")
}

// A day that is none stays typed with the rest of the step.
func TestABegunStepOfASlipIsShownAgain(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	x := slipBook(d)
	at := Place{Screen: "slipstep", Record: x.ID, Item: string(checklist.SlipConfirm)}
	d.Go(at)
	d.Press("end")
	d.Type("左右")
	d.Press("tab", "tab")
	d.Type("局长")
	d.Press("esc")
	d.Go(at)
	d.Has("左右", "局长")
	d.restart()
	d.Has("左右", "局长")
}

func TestTodayIsPrinted(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d := newDriver(t, lang, w, h)
		atFinding(d)
		d.Go(Place{Screen: "today"})
		d.Press("f7")
		d.app.top().(*preview).shelves = []shelf{{"/survey", words.PlaceBook}}
		d.Golden("today.print")
		d.Press("esc", "left", "f7")
		d.Has("2026-03-08")
	})
}

// A sheet is corrected by its author, and opened again once somebody signed.
func TestASheetIsCorrectedThenSigned(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d := newDriver(t, lang, w, h)
		ctx := context.Background()
		visit := atVisit(d, Place{Screen: "review"})
		d.complete(visit)
		d.must(d.book.CloseSheet(ctx, d.doc(visit)))
		d.restart()
		d.Has(words.CorrectKey.In(lang))
		d.Lacks(words.ReopenKey.In(lang))
		d.Press("f2")
		d.Type(words.CorrectKey.In(lang))
		d.Press("enter")
		d.Has(words.CorrectAsk.In(lang)[:12])
		d.Type("漏记一条")
		d.Press("enter")
		if s := d.doc(visit).Own(); s.State == "closed" {
			t.Fatal("it is still closed")
		}
		d.must(d.book.CloseSheet(ctx, d.doc(visit)))
		d.must(d.book.SetMe(ctx, checklist.Person{Name: "周明远", Number: "1001", Role: checklist.RoleLeader}))
		d.must(d.book.SignVisit(ctx, d.doc(visit)))
		d.restart()
		d.Lacks(words.CorrectKey.In(lang))
		d.Go(Place{Screen: "signed", Visit: visit})
		d.Golden("signed")
	})
}

func TestWhatDiffersIsDecidedBeforeWorkMoves(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	atFinding(d)
	ctx := context.Background()
	rows, err := d.book.Units(ctx)
	d.must(err)
	to, err := d.book.StartVisit(ctx, rows[1].Unit.ID, checklist.Yearly, "")
	d.must(err)
	doc, err := d.book.Visit(ctx, to)
	d.must(err)
	d.must(d.book.SetStanding(ctx, doc, "E1", checklist.Waiting, ""))
	d.Go(Place{Screen: "movework", Visit: rows[0].Visit})
	d.Type("D02")
	d.Press("enter")
	d.Has("两边不同", "还没有定")
	d.Press("enter")
	d.Has("还有 1 处没有定")
	d.Press("space")
	d.Has("用移来的")
	d.Press("enter")
	d.Type("录错单位")
	d.Press("enter")
	doc, err = d.book.Visit(ctx, to)
	d.must(err)
	if doc.Own().Standings["E1"].State != checklist.Found {
		t.Errorf("%+v", doc.Own().Standings["E1"])
	}
}

func TestPracticeFromThePalette(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	d.Press("f2")
	d.Type("加一个练习单位")
	d.Press("enter")
	d.Has("[练习]")
	d.Press("f2")
	d.Type("收起练习")
	d.Press("enter")
	d.Has("真的要这样吗")
	d.Press("enter")
	d.Lacks("[练习]")
	if _, ok, err := d.book.Practice(context.Background()); ok || err != nil {
		t.Error(ok, err)
	}
}
