package tui

import (
	"context"
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// leftOpen is a visit whose unit has something left open of every kind.
func leftOpen(t testing.TB, lang words.Lang, w, h int) (*driver, checklist.ID) {
	t.Helper()
	d, v := visited(t, lang, w, h)
	ctx := context.Background()
	unit := checklist.UnitID("青澜区", "D01")
	d.must(d.book.SavePast(ctx, []checklist.Past{{Unit: unit, Year: "2025", Rule: "E5.1", Count: 2, Facts: "2 人退休，未办出编单", State: "open"}}))
	day, err := d.book.StartVisit(ctx, unit, checklist.Daily, "2026-02-10")
	d.must(err)
	doc, err := d.book.Visit(ctx, day)
	d.must(err)
	_, err = d.book.SaveFinding(ctx, doc, checklist.Finding{Rule: "E5.1", Count: 1, Facts: "又有 1 人退休，出编单逾期"})
	d.must(err)
	doc, err = d.book.Visit(ctx, day)
	d.must(err)
	_, err = d.book.SavePromise(ctx, doc, checklist.Promise{Text: "二月底前补办出编手续", Due: "2026-02-28"})
	d.must(err)
	_, err = d.book.SaveUnits(ctx, []checklist.UnitLine{{Unit: checklist.Unit{Code: "D01", Name: "区民政局", Kind: "department", Leader: "王某某"},
		Ledger: map[string]int64{"exits": 3, "exit_slips": 1}}})
	d.must(err)
	return d, v
}

func TestTheNextVisitIsOfferedWhatWasLeft(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d, v := leftOpen(t, lang, w, h)
		d.Go(Place{Screen: "visit", Visit: v})
		d.Has(words.LeftNote.F(lang, 4))
		d.Golden("visit-left")
		d.Press("ctrl+y")
		d.Golden("leftovers")
		d.Press("enter") // one by one
		d.Has(words.LeftTook.F(lang, 1))
		d.Press("down", "ctrl+d")
		d.Type("已另案处理")
		d.Press("enter", "ctrl+u") // and all the others
		d.Golden("leftovers-taken")
		doc := d.app.env.Doc(v)
		if n := len(doc.Untaken()); n != 0 || len(doc.Questions) != 2+4 {
			t.Errorf("%d untaken, %d questions", n, len(doc.Questions))
		}
		d.Press("home", "enter") // the question knows where it comes from
		d.Has(words.LeftKinds["past"].In(lang), "E5.1")
		d.Golden("question-left")
		d.Press("esc", "esc")
		d.Lacks(words.LeftNote.F(lang, 4))
	})
}

func TestWhatIsAtHandStandsBesideTheIndicator(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d, v := leftOpen(t, lang, w, h)
		ctx := context.Background()
		doc, err := d.book.Visit(ctx, v)
		d.must(err)
		own := checklist.Points(777)
		d.must(d.book.SetSelfScore(ctx, doc, "E5", &own))
		d.Go(Place{Screen: "score", Visit: v, Item: "E5"})
		d.Golden("score-at-hand")
		d.Has("2025")
		d.Lacks("7.77") // the unit's own score is a score
		d.Press("f9")
		d.Has("7.77")
		d.Press("f9", "ctrl+p")
		d.Golden("at-hand")
		d.Has("又有 1 人退休", "2 人退休")
		d.Lacks("7.77")
		d.Press("f9")
		d.Has("7.77")
		d.Press("down", "enter")
		d.Has(words.HandTaken.In(lang))
	})
}

func TestWhatIsAtHandStandsBesideTheNumber(t *testing.T) {
	d, v := leftOpen(t, words.ZH, 80, 24)
	d.onStep(v, "f7")
	d.Press("tab")
	for range 40 {
		if strings.Contains(d.Screen(), "手边（") {
			break
		}
		d.Press("down")
	}
	d.Has("手边（往年问题 2025）：E5.1 2 人退休")
	d.Golden("check-at-hand")
}

// A question that was taken over twice, by keys and by the verb, is one question.
func TestTakingOverTwiceAsksOnce(t *testing.T) {
	d, v := leftOpen(t, words.ZH, 80, 24)
	shown := d.app.env.Doc(v)
	d.Go(Place{Screen: "leftovers", Visit: v})
	if shown == nil {
		shown = d.app.env.Doc(v)
	}
	d.Press("ctrl+u")
	d.must(d.book.TakeLeftovers(context.Background(), shown, shown.Leftovers(), d.app.env.leftText, false, ""))
	doc, err := d.book.Visit(context.Background(), v)
	d.must(err)
	if len(doc.Questions) != 2+4 {
		t.Errorf("%d questions", len(doc.Questions))
	}
	d.Press("ctrl+z")
	if doc, _ = d.book.Visit(context.Background(), v); len(doc.Questions) != 2 {
		t.Errorf("one undo takes all back that one key took over; %d questions", len(doc.Questions))
	}
}

func TestAWithdrawnRecordIsOneKeyBack(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	ctx := context.Background()
	doc := func() *store.Doc {
		x, err := d.book.Visit(ctx, v)
		d.must(err)
		return x
	}
	f, err := d.book.SaveFinding(ctx, doc(), checklist.Finding{Rule: "E1.1", Count: 3, Facts: "超编 3 人"})
	d.must(err)
	d.must(d.book.WithdrawFinding(ctx, doc(), f, "误记"))
	_, err = d.book.SaveClaim(ctx, doc(), checklist.Claim{Bonus: d.app.env.Scheme.Bonuses[0].ID, Count: 2, Facts: "经验交流"})
	d.must(err)
	_, err = d.book.SaveClaim(ctx, doc(), checklist.Claim{Bonus: d.app.env.Scheme.Bonuses[0].ID, Count: 0, Facts: "经验交流"})
	d.must(err)
	file, err := d.book.Attach(ctx, doc(), v, "照片.png", strings.NewReader("\x89PNG\r\n\x1a\n"+strings.Repeat("x", 64)))
	d.must(err)
	d.must(d.book.DetachFile(ctx, doc(), file, "重复"))
	for _, e := range []store.Edit{
		{Record: doc().Entries[0].ID, Kind: store.KindEntry, Field: "status", Text: "withdrawn", Reason: "记错"},
		{Record: doc().Promises[0].ID, Kind: store.KindPromise, Field: "status", Text: "withdrawn", Reason: "记错"},
		{Record: doc().Questions[0].ID, Kind: store.KindQuestion, Field: "status", Text: "dropped", Reason: "不必"},
		{Record: doc().Interviews[0].ID, Kind: store.KindInterview, Field: "status", Text: "withdrawn", Reason: "重复"},
	} {
		d.must(d.book.Apply(ctx, e))
	}
	d.restart() // nothing is left to undo by a key: the list brings back
	d.Go(Place{Screen: "withdrawn", Visit: v})
	d.Golden("withdrawn")
	if n := len(goneOf(doc())); n != 7 {
		t.Fatalf("%d withdrawn records", n)
	}
	for n := 6; n >= 0; n-- {
		d.Press("enter")
		if got := len(goneOf(doc())); got != n {
			t.Fatalf("%d withdrawn records after a restore, want %d:\n%s", got, n, d.Screen())
		}
	}
	d.Has(words.GoneNone.ZH)
	own := doc().Own()
	if !own.Findings[0].Active() || own.Standings["E1"].State != checklist.Found || own.Claims[d.app.env.Scheme.Bonuses[0].ID].Count != 2 {
		t.Errorf("%+v", own)
	}
	if doc().Entries[0].Status != "" || doc().Questions[0].Status != "" {
		t.Error("what came back is not as it was")
	}
}

// In a field too, the key that follows an act takes the act back; typing gives the key back to the field.
func TestUndoOfAnActOverAField(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.onStep(v, "f6")
	d.enterNotes()
	d.Press("tab") // the promises
	d.Press("ctrl+d")
	d.Type("记重")
	d.Press("enter")
	status := func() string {
		doc, err := d.book.Visit(context.Background(), v)
		d.must(err)
		return doc.Promises[0].Status
	}
	if status() != "withdrawn" {
		t.Fatalf("the promise was not withdrawn:\n%s", d.Screen())
	}
	d.Press("ctrl+z")
	if status() != "" {
		t.Fatal("one key does not bring it back")
	}
	d.Has("已撤销：承诺")
	d.Press("ctrl+d")
	d.Type("记重")
	d.Press("enter")
	d.Type("新的承诺")
	d.Press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
	if status() != "withdrawn" {
		t.Error("undo in a field took back more than the field's text")
	}
}

func TestUndoAfterSomebodyElseOffersTheHistory(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	ctx := context.Background()
	q, err := x.book.SaveQuestion(ctx, x.visit(x.book), checklist.Question{Text: "是否挂两块牌子", Step: checklist.StepListen})
	x.must(err)
	x.Go(Place{Screen: "visit", Visit: x.visit(x.book).ID})
	x.Press("tab", "ctrl+d")
	x.Type("不必")
	x.Press("enter")
	x.carry(x.book, x.other)
	doc := x.visit(x.other)
	x.must(x.other.Apply(ctx, store.Edit{Record: q, Kind: store.KindQuestion, Field: "status", Text: "answered", Shown: doc.Shown(q, store.KindQuestion, "status")}))
	x.carry(x.other, x.book)
	x.Press("ctrl+z")
	x.Has("后来别人改过", "看修改记录")
	x.Press("enter")
	x.Has("修改记录", "已核")
}

func TestTwoTalksOfOneCode(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	ctx := context.Background()
	doc, err := d.book.Visit(ctx, v)
	d.must(err)
	_, err = d.book.SaveInterview(ctx, doc, checklist.Interview{Code: "F01", Form: "group", Band: "staff", Person: "F01", StartedAt: "2026-03-09 11:00"})
	d.must(err)
	d.onStep(v, "f8")
	d.Has("F01 重号")
	d.Golden("interviews-double")
	d.Press("down", "=")
	d.Lacks("重号")
	d.Has("已改为 F02", "F02")
	doc, err = d.book.Visit(ctx, v)
	d.must(err)
	if doc.Interviews[0].Code != "F01" || doc.Interviews[1].Code != "F02" || doc.Interviews[1].Person != "F02" {
		t.Errorf("%+v", doc.Interviews)
	}
	d.Press("ctrl+z")
	d.Has("F01 重号")
}

func TestABandThatPointsToOnePerson(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.verify(v, map[string]int64{"leaders_act": 1, "heads_act": 4})
	d.onStep(v, "f8")
	d.Press("enter", "shift+tab", "shift+tab", "shift+tab")
	talk := d.app.env.Doc(v).Interviews[0].ID
	for _, x := range []struct {
		band, says string
	}{{"leader", "单位领导只有一人"}, {"office_head", ""}, {"staff", ""}} {
		d.must(d.book.Apply(context.Background(), store.Edit{Record: talk, Kind: store.KindInterview, Field: "interviewee_role_band", Text: x.band,
			Shown: d.app.env.shown(v, talk, store.KindInterview, "interviewee_role_band")}))
		d.run(d.app.env.Load(v))
		if x.says == "" {
			d.Lacks("只有一人")
			continue
		}
		d.Has(x.says)
	}
}
