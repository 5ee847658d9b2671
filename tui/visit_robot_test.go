package tui

import (
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/words"
)

// What is typed on any field of the briefing is there after a kill, and is the book's after leaving.
func TestEveryFieldOfTheBriefingSurvives(t *testing.T) {
	for n := range 11 {
		d, v := visited(t, words.ZH, 80, 24)
		d.onStep(v, "f6")
		for range n {
			d.Press("tab")
		}
		if !d.app.top().(*listen).Typing() {
			continue
		}
		d.Press("end")
		d.Type("9")
		place, screen := d.app.top().(*listen).Place(), d.Screen()
		x, y := d.Cursor()
		d.restart()
		after := d.app.top().(*listen).Place()
		if x2, y2 := d.Cursor(); x2 != x || y2 != y || after.Field != place.Field {
			t.Fatalf("after %d tabs the cursor was at %d,%d in %q and is at %d,%d in %q:\n%s\n%s", n, x, y, place.Field, x2, y2, after.Field, screen, d.Screen())
		}
	}
}

func TestASCIIHasNoLines(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.app.env.ASCII = true
	d.app.env.Style = NewStyles(true, true)
	for _, k := range []string{"f5", "f6", "f8"} {
		d.onStep(v, k)
		if s := d.Screen(); strings.ContainsAny(s, "─│（）") && strings.Contains(s, "（x）") || strings.ContainsAny(s, "─│") {
			t.Fatalf("lines in an ASCII screen:\n%s", s)
		}
		d.Press("esc", "esc")
	}
}

func TestDailyVisitIsBegunForADay(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "visit", Visit: v})
	d.Go(Place{Screen: "daily", Visit: v})
	d.Press("backspace")
	for range 9 {
		d.Press("backspace")
	}
	d.Type("2月30日")
	d.Press("enter")
	d.Has("不是日期")
	for range 5 {
		d.Press("backspace")
	}
	d.Type("3月5日")
	d.Press("enter")
	d.Has("日常 3月", "日常评估不要求")
}

// An entry of somebody else is read, but not changed.
func TestOthersNotesAreNotChanged(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.must(d.book.SetMe(t.Context(), checklist.Person{Name: "赵强", Number: "1008", Role: checklist.RoleMember}))
	d.restart()
	d.onStep(v, "f6")
	d.enterNotes()
	d.Has("（李敏 记）")
	d.Press("up", "enter")
	d.Has("只有本人能改")
	d.Type("x")
	d.Press("enter")
	if x := d.doc(v).Entries; x[0].Text != "今年核定行政编制 32 名，实有 35 人，超编 3 人系军转安置。" {
		t.Fatalf("the entries are %+v", x)
	}
}

// A long talk is scrolled so that the entry being written is seen.
func TestLongNotesScroll(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	for range 40 {
		_, err := d.book.SaveEntry(t.Context(), d.doc(v), checklist.Entry{At: "2026-03-09 09:20", Step: checklist.StepListen, Text: strings.Repeat("说明情况", 20)})
		d.must(err)
	}
	d.onStep(v, "f6")
	d.enterNotes()
	d.Type("最后一句")
	d.Has("最后一句")
	if _, y := d.Cursor(); y < 10 || y > 17 {
		t.Fatalf("the cursor is in row %d:\n%s", y, d.Screen())
	}
	for range 42 {
		d.Press("up")
	}
	d.Has("> 09:06")
	d.Press("end")
	d.Has("最后一句")
}

func TestHistoryOfANote(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.onStep(v, "f6")
	d.enterNotes()
	d.Press("up")
	d.Press("f2")
	d.Type("修改记录")
	d.Press("enter")
	d.Has("主动取消审批事项 3 项")
	if p := d.app.places()[len(d.app.stack)-1]; p.Screen != "history" {
		t.Fatalf("the screen is %+v", p)
	}
}
