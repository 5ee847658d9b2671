package tui

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/words"
)

// body is what a screen shows without the header (when it was saved) and the hint and key rows.
func (d *driver) body() string {
	d.t.Helper()
	lines := strings.Split(d.Screen(), "\n")
	return strings.Join(lines[2:len(lines)-2], "\n")
}

// everyPlace is a place on every screen there is, in the middle of the visit.
func everyPlace(d *driver, v checklist.ID) []Place {
	doc := d.doc(v)
	of := map[string]Place{
		"question": {Record: doc.Questions[0].ID}, "talk": {Record: doc.Interviews[0].ID}, "entry": {Record: doc.Entries[0].ID},
		"finding": {Record: newItem(v), Item: "E4.1"}, "findings": {Item: "E4.1"}, "claim": {Item: "P1"}, "score": {Item: "E4"},
		"material": {Record: checklist.MaterialID(v, "payroll"), Item: "payroll"}, "explain": {Item: aboutTotal},
		"preview": {Item: "missing"}, "notes-of": {Item: "E4"}, "attach": {Record: v},
	}
	var places []Place
	for _, name := range slices.Sorted(maps.Keys(screens)) {
		p := of[name]
		p.Screen, p.Visit = name, v
		places = append(places, p)
	}
	return places
}

// F3 takes a fact from every screen there is, and Esc and Enter both come back to the same cell.
func TestAFactIsNotedFromEveryScreen(t *testing.T) {
	for i := range len(screens) {
		d, v := visited(t, words.ZH, 80, 24)
		p := everyPlace(d, v)[i]
		d.Go(p)
		if d.app.dialog != nil || overlay(d.app.top()) {
			continue
		}
		top, before := d.app.top(), d.body()
		x, y := d.Cursor()
		same := func(after string) {
			t.Helper()
			if d.app.top() != top {
				t.Fatalf("%s: %s led to another screen:\n%s", p.Screen, after, d.Screen())
			}
			if x2, y2 := d.Cursor(); x2 != x || y2 != y {
				t.Fatalf("%s: %s left the cursor at %d,%d instead of %d,%d:\n%s", p.Screen, after, x2, y2, x, y, d.Screen())
			}
		}
		d.Press("f3")
		if _, ok := d.app.top().(*capture); !ok {
			t.Fatalf("%s: F3 takes nothing:\n%s", p.Screen, d.Screen())
		}
		d.Type("门口没有挂牌，")
		d.Press("esc")
		same("Esc")
		if after := d.body(); after != before {
			t.Fatalf("%s: Esc came back to another page:\n%s\nit was\n%s", p.Screen, after, before)
		}
		d.Press("ctrl+n")
		d.Has("门口没有挂牌，")
		d.Type("保安说去年拆了")
		d.Press("enter")
		if c, ok := d.app.top().(*capture); ok && c.pick != nil {
			d.Press("enter") // which unit
		}
		same("Enter")
		if !slices.ContainsFunc(d.allEntries(), func(x checklist.Entry) bool {
			return x.Text == "门口没有挂牌，保安说去年拆了" && x.Status == "parked"
		}) {
			t.Fatalf("%s: the fact is not in the book", p.Screen)
		}
	}
}

// allEntries are the notes of every visit of the book.
func (d *driver) allEntries() (out []checklist.Entry) {
	d.t.Helper()
	list, err := d.book.Units(d.t.Context())
	d.must(err)
	for _, u := range list {
		if u.Visit != (checklist.ID{}) {
			out = append(out, d.doc(u.Visit).Entries...)
		}
	}
	return out
}

// A question that was being answered waits while a fact is noted, with its text and its cursor.
func TestAFactIsNotedOverAQuestion(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "visit", Visit: v})
	d.Press("tab", "down", "ctrl+d")
	d.Type("记重复")
	d.Press("left")
	x, y := d.Cursor()
	before := d.body()
	d.Press("f3")
	d.Type("局长 9 点半离开")
	d.Press("esc")
	if x2, y2 := d.Cursor(); x2 != x || y2 != y || d.body() != before {
		t.Fatalf("the cursor was at %d,%d and is at %d,%d:\n%s", x, y, x2, y2, d.Screen())
	}
	d.Press("f3", "enter")
	d.Has("记重复")
	d.Type("了")
	d.Press("enter")
	d.Lacks("走廊公示栏还是去年的内容")
	d.Has("局长 9 点半离开")
}

// Over the palette: what was typed to filter stays, and so does the row.
func TestAFactIsNotedOverThePalette(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "visit", Visit: v})
	d.Press("f2")
	d.Type("复核")
	x, y := d.Cursor()
	before := d.body()
	d.Press("f3")
	d.Type("打印机坏了，材料下午给")
	d.Press("enter")
	if x2, y2 := d.Cursor(); x2 != x || y2 != y || d.body() != before {
		t.Fatalf("the palette is another:\n%s", d.Screen())
	}
	d.Press("enter")
	d.Has("复核签字")
}

// The fact comes first; the unit it is about can be put right before it is kept.
func TestAFactMovesToAnotherUnit(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "visit", Visit: v})
	d.Press("f3")
	d.Type("财政局办公室主任来电话，材料缺一份")
	d.Press("ctrl+f")
	d.Type("czj")
	d.Press("enter")
	d.Has("记一条：区财政局", "材料缺一份")
	d.Press("enter")
	other := checklist.YearlyVisitID(checklist.RoundID("青澜区", "2026"), checklist.UnitID("青澜区", "D02"))
	if list := d.doc(other).Entries; len(list) != 1 || list[0].Text != "财政局办公室主任来电话，材料缺一份" {
		t.Fatalf("the other visit holds %+v", list)
	}
	d.Press("f3")
	d.Lacks("材料缺一份")
}

// A fact begun is on the list before leaving, after a crash too, and Enter goes on with it.
func TestAFactBegunIsNotForgotten(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "visit", Visit: v})
	d.Press("f3")
	d.Type("档案室锁着，说")
	d.restart()
	d.Go(Place{Screen: "todo", Visit: v})
	d.Press("end")
	d.Has("随手记写了一半，还没有记下：档案室锁着，说")
	d.Press("enter")
	d.Type("下午开")
	d.Press("enter")
	d.Has("离开前看一遍")
	d.Lacks("写了一半")
	d.row("档案室锁着，说下午开")
}
