package tui

import (
	"context"
	"testing"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// visited opens a book in which the visit of 区民政局 is half done.
func visited(t testing.TB, lang words.Lang, w, h int) (*driver, checklist.ID) {
	t.Helper()
	d := newDriver(t, lang, w, h)
	ctx, yes, no := context.Background(), true, false
	unit := checklist.UnitID("青澜区", "D01")
	d.must(d.book.SavePast(ctx, []checklist.Past{{Unit: unit, Year: "2025", Rule: "E4.1", Count: 1, Facts: "1 人调入未办入编单", State: "rectified"}}))
	_, err := d.book.SaveSlip(ctx, checklist.Slip{}, checklist.Slip{Unit: unit, Number: "D01-2025-03-0007", FoundOn: "2025-11-03", Indicator: "D2",
		Rule: "D2.2", Facts: "婚姻登记处多挂一块牌子", State: "issued"})
	d.must(err)
	v, err := d.book.StartVisit(ctx, unit, checklist.Yearly, "")
	d.must(err)
	doc := func() *store.Doc {
		x, err := d.book.Visit(ctx, v)
		d.must(err)
		return x
	}
	d.must(d.book.SaveLook(ctx, doc(), checklist.Look{ReceivedOn: "2026-03-02", Sealed: &yes, Signed: &yes, SignerName: "王某某", SignerPost: "局长"}))
	six := int64(6)
	d.must(d.book.SaveListen(ctx, doc(), checklist.Listen{StartedAt: "2026-03-09 09:00", EndedAt: "2026-03-09 09:35", Place: "局三楼会议室",
		Presenter: "刘某某", Post: "副局长", MainLeader: &no, Substitute: "局长赴省开会，组长同意", Attendance: &six}))
	for _, x := range []checklist.Entry{
		{At: "2026-03-09 09:06", Step: checklist.StepListen, Text: "今年核定行政编制 32 名，实有 35 人，超编 3 人系军转安置。"},
		{At: "2026-03-09 09:11", Step: checklist.StepListen, Text: "主动取消审批事项 3 项，已在门户网站公布。", Todo: true},
		{At: "2026-03-09 09:50", Step: checklist.StepCheck, Text: "走廊公示栏还是去年的内容", Status: "parked"},
	} {
		_, err := d.book.SaveEntry(ctx, doc(), x)
		d.must(err)
	}
	_, err = d.book.SavePromise(ctx, doc(), checklist.Promise{Text: "办理 1 名退休人员出编手续", Due: "2026-03-20"})
	d.must(err)
	q, err := d.book.SaveQuestion(ctx, doc(), checklist.Question{Text: "婚姻登记处是否挂两块牌子", Step: checklist.StepListen, Indicator: "D2"})
	d.must(err)
	_, err = d.book.SaveQuestion(ctx, doc(), checklist.Question{Text: "自查报告称无借用人员，工资表有 1 人无编", Step: checklist.StepLook, Indicator: "E7",
		Status: "answered", Answer: "借用人员由街道发工资"})
	d.must(err)
	talk, err := d.book.SaveInterview(ctx, doc(), checklist.Interview{Code: "F01", Form: "individual", Band: "staff", Person: "F01", StartedAt: "2026-03-09 10:20",
		Asker: "李敏", Second: "赵强", Explained: &yes, Questions: []checklist.ID{q}})
	d.must(err)
	_, err = d.book.SaveEntry(ctx, doc(), checklist.Entry{At: "2026-03-09 10:22", Step: checklist.StepInterview, Host: talk,
		Text: "对外只用“婚姻登记处”一块牌子，去年底以前还挂“婚庆服务中心”，今年 1 月摘掉。", Question: q})
	d.must(err)
	return d, v
}

// onStep opens a step of the visit as a person does: over the page of the visit.
func (d *driver) onStep(v checklist.ID, key string) {
	d.t.Helper()
	d.Go(Place{Screen: "visit", Visit: v})
	d.Press(key)
}

// enterNotes presses Tab until the notes have the cursor.
// A program that is killed comes back to the same entry and cursor, whatever was open.
// The text is found again although the place to resume at was not written with it.
func TestPromises(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.onStep(v, "f6")
	d.enterNotes()
	d.Press("tab", "tab", "tab")
	d.Type("规范婚姻登记处挂牌")
	d.restart()
	d.Has("规范婚姻登记处挂牌")
	d.Press("tab")
	d.Type("4.30")
	d.Press("tab")
	d.Type("公示编制实名制")
	d.Press("esc", "f6")
	p := d.doc(v).Promises
	if len(p) != 3 || p[1].Text != "规范婚姻登记处挂牌" || p[1].Due != "2026-04-30" || p[2].Text != "公示编制实名制" {
		t.Fatalf("the promises are %+v", p)
	}
	d.enterNotes()
	d.Press("tab", "ctrl+d")
	d.Type("口头收回")
	d.Press("enter")
	d.Lacks("退休人员出编手续")
}

func TestParkedFactIsAttached(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "visit", Visit: v})
	d.Press("f3")
	d.Type("门口没有挂牌")
	d.Press("enter")
	d.Has("门口没有挂牌", "未关联 2")
	d.Press("tab", "down", "ctrl+f")
	d.Type("D2")
	d.Press("enter")
	d.Has("未关联 1")
}

func TestStepsAreSwitchedFreely(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.onStep(v, "f5")
	for _, k := range []string{"f6", "f8", "f5", "f6"} {
		d.Press(k)
	}
	if len(d.app.stack) != 3 {
		t.Fatalf("%d screens lie over each other", len(d.app.stack))
	}
	d.Press("f8", "enter", "f5")
	if len(d.app.stack) != 3 {
		t.Fatalf("%d screens lie over each other", len(d.app.stack))
	}
	d.Press("esc")
	d.Has("做到哪里")
}

func TestDailyVisitAsksForNoFormalities(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	v, err := d.book.StartVisit(context.Background(), checklist.UnitID("青澜区", "D01"), checklist.Daily, "2026-03-09")
	d.must(err)
	d.Go(Place{Screen: "visit", Visit: v})
	d.Has("日常 3月9日", "日常评估不要求")
	d.Press("f5")
	d.Has("日常评估不要求报送手续")
}
