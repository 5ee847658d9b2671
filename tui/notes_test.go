package tui

import (
	"context"
	"strings"
	"testing"
	"time"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

func (d *driver) enterNotes() {
	d.t.Helper()
	for range 20 {
		if name := d.app.places()[len(d.app.stack)-1].Field; name == "notes" {
			return
		}
		d.Press("tab")
	}
	d.t.Fatal("Tab never comes to the notes")
}

func TestNotesArePlainProse(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.onStep(v, "f6")
	d.enterNotes()
	d.Type("窗口 4 人，其中 2 人从街道借用")
	d.Press("enter")
	d.now = d.now.Add(3 * time.Minute)
	d.Type("工资仍在街道发")
	d.Press("f4", "enter")
	d.Has("10:42 窗口 4 人，其中 2 人从街道借用", "!10:45 工资仍在街道发")
	d.Press("esc", "f6")
	d.Has("10:42 窗口 4 人，其中 2 人从街道借用", "!10:45 工资仍在街道发")
	var texts []string
	for _, x := range d.doc(v).Entries {
		if x.Step == checklist.StepListen {
			texts = append(texts, x.At+" "+x.Text)
		}
	}
	if want := "2026-03-09 10:42 窗口 4 人，其中 2 人从街道借用"; len(texts) != 4 || texts[2] != want {
		t.Fatalf("the notes are %q", texts)
	}
}

func TestNotesAreCorrectedAndWithdrawn(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.onStep(v, "f6")
	d.enterNotes()
	d.Type("借用 2 人")
	d.Press("enter", "up", "enter", "backspace", "backspace", "backspace")
	d.Type("三人")
	d.Press("enter")
	d.Has("10:42 借用 三人")
	d.Press("up", "ctrl+f")
	d.Type("E9")
	d.Press("enter")
	d.Has("借用 三人  （关联 E9）")
	d.Press("ctrl+d")
	d.Type("听错了")
	d.Press("enter")
	d.Lacks("借用 三人")
	for _, x := range d.doc(v).Entries {
		if x.Text == "借用 三人" && (x.Status != "withdrawn" || x.Indicator != "E9") {
			t.Fatalf("the entry is %+v", x)
		}
	}
	d.Press("tab") // out of the text: undo is of records
	d.Press("esc", "ctrl+z", "f6")
	d.Has("借用 三人")
}

func TestKilledInTheMiddleOfANote(t *testing.T) {
	for _, key := range []string{"f6", "f8"} {
		d, v := visited(t, words.ZH, 80, 24)
		d.onStep(v, key)
		if key == "f8" {
			d.Press("enter")
		}
		d.enterNotes()
		d.Type("第一句。")
		d.Press("enter")
		d.now = d.now.Add(2 * time.Minute)
		d.Type("讲到一半断电")
		d.Press("left", "left", "f4")
		x, y := d.Cursor()
		before := d.Screen()
		d.now = d.now.Add(time.Hour)
		d.restart()
		if d.Has("10:44 讲到一半断电", "10:42 第一句。"); !strings.Contains(before, "!10:44 讲到一半断电") {
			t.Fatalf("before:\n%s", before)
		}
		if x2, y2 := d.Cursor(); x2 != x || y2 != y {
			t.Fatalf("the cursor was at %d,%d and is at %d,%d:\n%s\n%s", x, y, x2, y2, before, d.Screen())
		}
		d.Type("了")
		d.Press("enter")
		d.Has("10:44 讲到一半了断电")
		n := 0
		for _, e := range d.doc(v).Entries {
			if strings.Contains(e.Text, "断电") {
				n++
				if !e.Todo || e.At != "2026-03-09 10:44" {
					t.Fatalf("the entry is %+v", e)
				}
			}
		}
		if n != 1 {
			t.Fatalf("%d entries of one note", n)
		}
	}
}

func TestOrphanedNoteIsFound(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	ctx, id := context.Background(), store.NewID(v)
	d.must(d.book.SaveDraft(ctx, store.Draft{Record: id, Kind: store.KindEntry, Field: "text", Text: "没有来得及记住位置"}))
	d.restart()
	d.onStep(v, "f6")
	d.enterNotes()
	d.Has("没有来得及记住位置")
}
