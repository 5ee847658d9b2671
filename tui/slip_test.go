package tui

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// slipBook gives the driver's book a fixed slip of 区民政局, issued and past its date.
func slipBook(d *driver) checklist.Slip {
	d.t.Helper()
	ctx := context.Background()
	one := int64(1)
	unit := checklist.UnitID("青澜区", "D01")
	x, err := d.book.NewSlip(ctx, checklist.Slip{Unit: unit, Number: "D01-2026-TEST-001", Rule: "E5.1", Facts: "2026年1月1名同志调往外区，至检查日未办理出编单。",
		Criterion: "离岗后15日内办理", Evidence: "工资报表2026年1月", Demand: "补办出编单。", FoundOn: "2026-02-02", Count: &one})
	d.must(err)
	x, err = d.book.StepSlip(ctx, x, checklist.SlipStep{Act: checklist.SlipIssue, On: "2026-02-02"})
	d.must(err)
	return x
}

// The list, the page and the form of a step, as they are drawn.
func TestSlipScreens(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d := newDriver(t, lang, w, h)
		d.Go(Place{Screen: "slips"})
		d.Golden("slips-none")
		d.Press("esc")
		slipBook(d)
		d.Go(Place{Screen: "slips"})
		d.Golden("slips")
		d.Press("enter")
		d.Golden("slip")
		d.Press("enter")
		d.Golden("slipstep")
		d.Press("esc", "esc", "esc")
		d.Go(Place{Screen: "due"})
		d.Golden("due")
		d.Press("esc")
		d.Go(Place{Screen: "warnings"})
		d.Has(words.Say(lang, "level.orange"))
		d.Golden("warnings")
		d.Press("enter")
		d.Golden("warnings-numbers")
	})
}

// A slip is confirmed on its page, in Chinese, with the signed scan; what is not possible is not offered.
func TestASlipIsConfirmedWithItsScan(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	x := slipBook(d)
	scan := filepath.Join(t.TempDir(), "签字页.pdf")
	d.must(os.WriteFile(scan, []byte("%PDF-1.4 x"), 0o600))
	d.Go(Place{Screen: "slip", Record: x.ID})
	d.Has("已下发  ！逾期", "确认", "提出异议", "拒绝确认")
	d.Lacks("销号")
	d.Press("enter", "tab", "tab")
	d.Type("局长")
	d.Press("tab")
	d.Type("情况属实，立即补办。")
	d.Press("tab")
	d.Type(scan)
	d.Press("f8")
	d.Has("单位已确认", "王某某", "签字页.pdf", "已办：确认")
	got, err := d.book.FindSlip(context.Background(), x.Number)
	d.must(err)
	if got.State != checklist.SlipConfirmed || got.Opinion != "情况属实，立即补办。" || got.ConfirmerPost != "局长" || len(got.Files) != 1 {
		t.Errorf("%+v", got)
	}
}

// A step that may not be taken is refused in words, and the form stays.
func TestAStepOfASlipIsRefusedInWords(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	x := slipBook(d)
	d.Go(Place{Screen: "slipstep", Record: x.ID, Item: string(checklist.SlipDispute)})
	d.Press("f8")
	d.Has("还缺：办理人姓名")
	d.Go(Place{Screen: "slipstep", Record: x.ID, Item: string(checklist.SlipAsk)})
	d.Press("f8")
	d.Has("已过，不能再申请延期")
}

// From a finding to a slip that is handed over, in one flow.
func TestASlipOnTheSpot(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		ctx := context.Background()
		d := newDriver(t, lang, w, h)
		visit, err := d.book.StartVisit(ctx, checklist.UnitID("青澜区", "D01"), checklist.Daily, "2026-03-09")
		d.must(err)
		doc, err := d.book.Visit(ctx, visit)
		d.must(err)
		id, err := d.book.SaveFinding(ctx, doc, checklist.Finding{Rule: "E5.1", Count: 2, Facts: "2人调出未办出编单", Criterion: "离岗后15日内办理",
			Evidence: []checklist.Evidence{{Kind: "paper", Material: "payroll", Place: "2月"}}, Step: checklist.StepCheck})
		d.must(err)
		d.Go(Place{Screen: "finding", Visit: visit, Record: id, Item: "E5.1"})
		d.Press("ctrl+p")
		d.Has("2026-03-24", "E5.1")
		d.Press("f8")
		d.Has(words.Say(lang, "noun.slip.demand"))
		d.Type("补办出编单")
		d.Golden("slipnew")
		d.Press("f8")
		list, err := d.book.AllSlips(ctx)
		d.must(err)
		if len(list) != 1 || list[0].State != checklist.SlipIssued || list[0].Finding != id || list[0].Visit != visit || *list[0].Count != 2 || list[0].Demand != "补办出编单" {
			t.Fatalf("%+v", list)
		}
		d.Has(list[0].Number)
		d.Press("f7")
		d.Has(list[0].Number)
	})
}

// What was begun and left is a draft in the book.
func TestASlipThatWasLeftIsADraft(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "slipnew", Record: checklist.UnitID("青澜区", "D02")})
	d.Press("tab")
	d.Type("E5.1")
	d.Press("tab", "tab")
	d.Type("事实写到一半")
	d.Press("tab", "tab", "tab")
	d.Type("补办")
	d.Press("esc")
	list, err := d.book.AllSlips(context.Background())
	d.must(err)
	if len(list) != 1 || list[0].State != checklist.SlipDraft || list[0].Facts != "事实写到一半" {
		t.Fatalf("%+v", list)
	}
}

// A promise leaves the list when it was kept, with how that was seen.
func TestAPromiseIsKeptFromTheList(t *testing.T) {
	ctx := context.Background()
	d := newDriver(t, words.ZH, 80, 24)
	visit, err := d.book.StartVisit(ctx, checklist.UnitID("青澜区", "D01"), checklist.Yearly, "")
	d.must(err)
	doc, err := d.book.Visit(ctx, visit)
	d.must(err)
	id, err := d.book.SavePromise(ctx, doc, checklist.Promise{Text: "补办出编单", Due: "2026-03-12"})
	d.must(err)
	d.Go(Place{Screen: "due"})
	d.Has("本周 1", "承诺", "补办出编单")
	d.Press("enter")
	d.Type("见出编单原件")
	d.Press("enter")
	d.Has("没有到期的事")
	doc, err = d.book.Visit(ctx, visit)
	d.must(err)
	if p := doc.Promises[0]; p.ID != id || p.Status != "kept" || p.KeptOn != "2026-03-09" || p.How != "见出编单原件" {
		t.Errorf("%+v", p)
	}
}

// What is collected: a note of the visit, a line of one's own, withdrawn with a reason.
func TestLearningScreens(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		ctx := context.Background()
		d := newDriver(t, lang, w, h)
		visit, err := d.book.StartVisit(ctx, checklist.UnitID("青澜区", "D01"), checklist.Yearly, "")
		d.must(err)
		doc, err := d.book.Visit(ctx, visit)
		d.must(err)
		_, err = d.book.SaveEntry(ctx, doc, checklist.Entry{Step: checklist.StepListen, Text: "每月与财政工资系统对账一次"})
		d.must(err)
		d.Go(Place{Screen: "learning", Visit: visit})
		d.Golden("learning-none")
		d.Press("f8", "enter")
		d.Golden("learn")
		d.Press("f8")
		d.Has("每月与财政工资系统对账一次")
		d.Golden("learning")
		list, err := d.book.Learning(ctx)
		d.must(err)
		if len(list) != 1 || list[0].Kind != checklist.LearnExperience || list[0].From != "note" {
			t.Fatalf("%+v", list)
		}
		d.Press("ctrl+d")
		d.Type("记错单位")
		d.Press("enter")
		d.Lacks("每月与财政工资系统对账一次")
	})
}

// What daily supervision and the yearly visit found stands side by side.
func TestCompareScreen(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		ctx := context.Background()
		d := newDriver(t, lang, w, h)
		slipBook(d)
		visit, err := d.book.StartVisit(ctx, checklist.UnitID("青澜区", "D01"), checklist.Yearly, "")
		d.must(err)
		doc, err := d.book.Visit(ctx, visit)
		d.must(err)
		_, err = d.book.SaveFinding(ctx, doc, checklist.Finding{Rule: "E11.1", Count: 1, Facts: "统计报表迟报"})
		d.must(err)
		d.Go(Place{Screen: "compare", Visit: visit})
		d.Golden("compare")
	})
}

// A paper of the eve of the visit is marked on the check page and in the list before leaving.
func TestAPaperOfTheEveIsMarked(t *testing.T) {
	ctx := context.Background()
	d := newDriver(t, words.ZH, 80, 24)
	visit, err := d.book.StartVisit(ctx, checklist.UnitID("青澜区", "D01"), checklist.Daily, "2026-03-09")
	d.must(err)
	doc, err := d.book.Visit(ctx, visit)
	d.must(err)
	_, err = d.book.SaveMaterial(ctx, doc, checklist.Material{Material: "finance", Status: "seen", Dated: "2026-03-05"})
	d.must(err)
	d.Go(Place{Screen: "check", Visit: visit})
	d.Has("临时补改")
	d.Go(Place{Screen: "todo", Visit: visit})
	d.Has("落款 2026-03-05")
	d.must(d.book.Apply(ctx, store.Edit{Record: checklist.MaterialID(visit, "finance"), Kind: store.KindMaterial, Field: "dated", Text: "2026-02-20"}))
	d.restart()
	d.Go(Place{Screen: "todo", Visit: visit})
	d.Lacks("落款 2026")
}

// Esc does not lose what was typed for a step; it is there when the form is opened again, after a crash too.
func TestWhatWasTypedForAStepStays(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	x := slipBook(d)
	d.Go(Place{Screen: "slipstep", Record: x.ID, Item: string(checklist.SlipRectify)})
	d.Press("tab")
	d.Type("出编单已补办")
	d.Press("esc")
	d.Go(Place{Screen: "slipstep", Record: x.ID, Item: string(checklist.SlipRectify)})
	d.Has("出编单已补办")
	d.restart()
	d.Has("出编单已补办")
	d.Press("f8")
	d.Lacks("现在可以办")
	got, err := d.book.FindSlip(context.Background(), x.Number)
	d.must(err)
	if got.State != checklist.SlipRectified || got.Rectification != "出编单已补办" {
		t.Errorf("%+v", got)
	}
	d.Go(Place{Screen: "slipstep", Record: x.ID, Item: string(checklist.SlipRectify)})
	d.Lacks("出编单已补办")
}
