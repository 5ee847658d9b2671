package tui

import (
	"slices"
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// row selects the row of the list before leaving that says a text.
func (d *driver) row(text string) {
	d.t.Helper()
	d.Press("home")
	for range 80 {
		for _, l := range strings.Split(d.Screen(), "\n") {
			if strings.HasPrefix(l, " > ") && strings.Contains(l, text) {
				return
			}
		}
		d.Press("down")
	}
	d.t.Fatalf("no row says %q:\n%s", text, d.Screen())
}

// attach puts a photo of a name into the book.
func (d *driver) attach(visit checklist.ID, name string) checklist.ID {
	d.t.Helper()
	id, err := d.book.Attach(d.t.Context(), d.doc(visit), visit, name, strings.NewReader("\x89PNG\r\n\x1a\n..."))
	d.must(err)
	return id
}

// From the list before leaving, Enter goes to the very thing, and Esc comes back to the row.
func TestTheListBeforeLeavingLeadsToTheThing(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	for _, c := range []struct{ says, screen, item string }{
		{"走廊公示栏", "entry", ""},
		{"主动取消审批事项", "entry", ""},
		{"婚姻登记处是否挂两块牌子", "question", ""},
		{"材料未查：出编单", "check", ""},
		{"E10 ", "score", "E10"},
	} {
		d.Go(Place{Screen: "visit", Visit: v})
		d.Press("f4")
		d.row(c.says)
		at := d.app.top().(*todo).list.Selected()
		d.Press("enter")
		p := d.app.top().(Placer).Place()
		if p.Screen != c.screen || c.item != "" && p.Item != c.item {
			t.Fatalf("%q leads to %+v:\n%s", c.says, p, d.Screen())
		}
		d.Press("esc")
		if s, ok := d.app.top().(*todo); !ok || s.list.Selected() != at {
			t.Fatalf("%q: Esc does not come back to the row:\n%s", c.says, d.Screen())
		}
		d.Press("esc", "esc")
	}
}

// A field of the briefing that is missing is where the cursor stands.
func TestTheListLeadsToTheField(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	atVisit(d, Place{Screen: "todo"})
	for says, field := range map[string]string{"汇报人未记": "presenter_name", "汇报地点未记": "place", "汇报起止时间不全": "started_at"} {
		d.row(says)
		d.Press("enter")
		if p := d.app.top().(Placer).Place(); p.Screen != "listen" || p.Field != field {
			t.Fatalf("%s leads to %+v", says, p)
		}
		d.Press("esc")
	}
}

// What people left contested stands against a signature, and the list says so and leads to where it is settled.
func TestContestedStandsOnTheList(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, checklist.Person{Name: "李敏", Number: "1007", Role: checklist.RoleMember})
	x.sameFinding()
	x.Go(Place{Screen: "todo", Visit: x.visit(x.book).ID})
	x.row("有争议")
	x.Has("不补不能签字：有争议，还没有研究确定：问题 E4.1")
	x.Press("enter")
	x.Has("甲某、乙某")
	if p := x.app.top().(Placer).Place(); p.Screen != "conflicts" {
		t.Fatalf("it leads to %+v", p)
	}
}

// F4 marks any line; the mark is on the line and on the list, Enter there comes back to the line, F4 takes it away.
func TestAnyLineIsMarked(t *testing.T) {
	for _, c := range []struct {
		place Place
		keys  []string
		says  string
	}{
		{Place{Screen: "score", Item: "E4", Field: "E4.2"}, nil, "E4.2 "},
		{Place{Screen: "check"}, nil, "“三定”规定执行情况自查报告"},
		{Place{Screen: "check"}, []string{"tab"}, "核定行政编制"},
		{Place{Screen: "interview"}, nil, "访谈 F01"},
		{Place{Screen: "interview"}, []string{"tab"}, "婚姻登记处是否挂两块牌子"},
	} {
		d, v := visited(t, words.ZH, 80, 24)
		c.place.Visit = v
		d.Go(c.place)
		d.Press(append(c.keys, "f4")...)
		d.Has("已标为待办：", "! ")
		here := d.app.top().(Placer).Place()
		d.Go(Place{Screen: "todo", Visit: v})
		d.row("待办（2026-03-09 10:42）：" + c.says)
		d.Press("enter")
		if p := d.app.top().(Placer).Place(); p.Screen != here.Screen && p.Screen != "question" && p.Screen != "talk" || p.Screen == here.Screen && p.Field != here.Field {
			t.Fatalf("%s: the list leads to %+v, the line is at %+v", c.says, p, here)
		}
		d.Press("esc", "esc")
		d.Press("f4")
		d.Has("已取消待办：")
		d.Lacks("! ")
		d.Go(Place{Screen: "todo", Visit: v})
		d.Lacks("）：" + c.says)
	}
}

// What could not be understood stays typed, and the list names it.
func TestWhatIsNotEnteredIsOnTheList(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "listen", Visit: v, Field: "attendance"})
	d.Press("end")
	d.Type("来了不少")
	d.Go(Place{Screen: "todo", Visit: v})
	d.row("写了一半，还没有记下：6来了不少")
	d.Has("只是提醒，不挡签字")
	d.Press("enter")
	if p := d.app.top().(Placer).Place(); p.Screen != "listen" || p.Field != "attendance" {
		t.Fatalf("it leads to %+v", p)
	}
	d.Has("不少 ] 人") // the field is narrow, and shows where the cursor is
}

// The palette leads to the list from anywhere in the visit.
func TestThePaletteLeadsToTheList(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "visit", Visit: v})
	d.Press("f9", "f2")
	d.Type("离场")
	d.Has("离场前检查：区民政局")
	d.Press("enter")
	d.Has("离开前看一遍")
}

// What was typed where a number belongs keeps the whole from being saved; all of it is there when the page is opened again.
func TestAFindingThatCannotBeSavedIsShownAgain(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "score", Item: "E4"})
	id, err := d.book.SaveFinding(t.Context(), d.doc(visit), checklist.Finding{Rule: "E4.1", Count: 2, Facts: "2人未办入编单"})
	d.must(err)
	at := Place{Screen: "finding", Visit: visit, Record: id, Item: "E4.1", Field: "count"}
	d.Go(at)
	d.Press("end")
	d.Type("多")
	d.Press("ctrl+f", "enter")
	d.Type("第3页")
	d.Press("esc", "esc")
	if f := d.active(visit, "E4.1"); f[0].Count != 2 || f[0].Evidence != nil {
		t.Fatalf("saved all the same: %+v", f)
	}
	d.Go(at)
	d.Has("[2多 ", "第3页")
	d.Press("esc")
	d.Go(at)
	d.Has("[2多 ", "第3页")
	d.restart()
	d.Has("[2多 ", "第3页")
	d.Press("end", "backspace", "tab")
	if f := d.active(visit, "E4.1"); f[0].Count != 2 || len(f[0].Evidence) != 1 || f[0].Evidence[0].Place != "第3页" {
		t.Fatalf("%+v", f)
	}
	if list, err := d.book.Drafts(t.Context()); err != nil || len(list) > 0 {
		t.Fatalf("drafts %+v, %v", list, err)
	}
}

// A field that holds no number stays typed, and is there when the page is opened again.
func TestAFieldThatCannotBeReadIsShownAgain(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	at := Place{Screen: "listen", Visit: v, Field: "attendance"}
	d.Go(at)
	d.Press("end")
	d.Type("来")
	d.Press("esc")
	d.Go(at)
	d.Has("[6来 ")
	d.Press("end", "backspace", "esc")
	d.Go(at)
	d.Lacks("[6来 ")
	d.Has("[6 ")
}

// A note that was being written when the program was killed is led to the pane it was written in: of an interview, of a
// step of notes alone.
func TestABegunNoteIsLedToItsPane(t *testing.T) {
	for _, screen := range []string{"talk", "walk"} {
		d, v := visited(t, words.ZH, 80, 24)
		note, talk := checklist.InVisit(v, [8]byte{1, 2, 3}), d.doc(v).Interviews[0].ID
		draft := map[string]string{"text": "说到一半", "at": "2026-03-09 10:40", "host": talk.String(), "step": string(checklist.StepInterview)}
		if screen != "talk" {
			draft["host"], draft["step"] = (checklist.ID{}).String(), screen
		}
		for field, text := range draft {
			d.must(d.book.SaveDraft(t.Context(), store.Draft{Record: note, Kind: store.KindEntry, Field: field, Text: text}))
		}
		d.restart()
		d.Go(Place{Screen: "todo", Visit: v})
		d.row("说到一半")
		e, doc := d.app.env, d.doc(v)
		if p := e.draftPlace(e.SchemeOf(doc), doc, d.app.top().(*todo).drafts[0]); p.Screen != screen || p.Item != note.String() || p.Field != "notes" {
			t.Errorf("it leads to %+v", p)
		}
		if screen != "talk" {
			continue // the scheme of this visit has no such step
		}
		d.Press("enter")
		d.Has("说到一半")
		d.Press("esc")
		if list := d.doc(v).Entries; !slices.ContainsFunc(list, func(x checklist.Entry) bool { return x.Text == "说到一半" && x.Host == talk }) {
			t.Errorf("%+v", list)
		}
	}
}
