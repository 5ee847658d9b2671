package tui

import (
	"context"
	"strings"
	"testing"
	"time"

	"zoufang/checklist"
	"zoufang/words"
)

// newSearchDriver is a program on a book in which a visit has a finding, notes, a question and a paper.
func newSearchDriver(t testing.TB, lang words.Lang, w, h int) (*driver, checklist.ID) {
	d := newDriver(t, lang, w, h)
	ctx := context.Background()
	rows, err := d.book.Units(ctx)
	d.must(err)
	visit, err := d.book.StartVisit(ctx, rows[0].Unit.ID, checklist.Yearly, "")
	d.must(err)
	doc, err := d.book.Visit(ctx, visit)
	d.must(err)
	_, err = d.book.SaveFinding(ctx, doc, checklist.Finding{Rule: "E9.1", Count: 2, Facts: "抽查工资表和考勤表，发现借调人员两名，借调期已于2025年9月届满，\n至今没有续办备案手续。", Step: checklist.StepCheck})
	d.must(err)
	d.now = d.now.Add(time.Minute)
	_, err = d.book.SaveEntry(ctx, doc, checklist.Entry{Step: checklist.StepCheck, Text: "办公室主任说借调手续在走", Indicator: "E9"})
	d.must(err)
	d.now = d.now.Add(time.Minute)
	_, err = d.book.SaveEntry(ctx, doc, checklist.Entry{Step: checklist.StepListen, Text: "局长介绍“三定”规定执行情况"})
	d.must(err)
	d.now = d.now.Add(time.Minute)
	_, err = d.book.SaveQuestion(ctx, doc, checklist.Question{Text: "借调批件在哪里", Step: checklist.StepLook, Indicator: "E9"})
	d.must(err)
	d.Press("f2") // and away again, so that the list is read anew
	d.Press("esc")
	return d, visit
}

// stackOf is the screens from the bottom to the top.
func stackOf(d *driver) string {
	var list []string
	for _, p := range d.app.places() {
		list = append(list, p.Screen)
	}
	return strings.Join(list, " ")
}

func TestSearchGoesToThePlaceAndBack(t *testing.T) {
	d, visit := newSearchDriver(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "search"})
	for _, c := range []struct{ query, shows, stack string }{
		{"qmz", "区民政局", "units search visit"},
		{"期已于", "借调[期已于]", "units search finding"},
		{"主任说", "[主任说]", "units search entry"},
		{"批件在", "[批件在]", "units search question"},
		{"E9.1 备案", "E9.1", ""},
		{"czj", "区财政局", "units"}, // its visit is not begun: the list, with the unit selected
	} {
		d.Type(c.query)
		d.Has(c.shows)
		d.Press("enter")
		if got := stackOf(d); c.stack != "" && got != c.stack {
			t.Errorf("%s leads to %s, want %s\n%s", c.query, got, c.stack, d.Screen())
		}
		if c.stack == "units" {
			if p := d.app.places()[0]; p.Record != checklist.UnitID("青澜区", "D02") {
				t.Errorf("the list stands at %+v", p)
			}
			return
		}
		d.Press("esc")
		if got := stackOf(d); got != "units search" {
			t.Fatalf("%s: back at %s", c.query, got)
		}
		d.Has("[" + strings.Fields(c.query)[0]) // what was typed is still there
		for range []rune(c.query) {
			d.Press("backspace")
		}
	}
	_ = visit
}

func TestSearchKeepsItsPlaceInTheList(t *testing.T) {
	d, visit := newSearchDriver(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "visit", Visit: visit})
	d.Press("f2")
	d.Type("借调")
	d.Press("enter", "down", "down")
	s := d.app.top().(*search)
	was, _ := s.selected()
	if was.Text != "办公室主任说借调手续在走" && was.Text != "借调批件在哪里" {
		t.Fatalf("selected is %q", was.Text)
	}
	d.Press("enter")
	d.Type("一")
	d.Press("esc") // it was changed, and is the newest now
	if now, _ := s.selected(); d.app.top() != Screen(s) || now.Record != was.Record || !strings.Contains(now.Text, "一") {
		t.Errorf("the selection is at %q", now.Text)
	}
	d.Press("esc")
	if got := stackOf(d); got != "units visit" {
		t.Errorf("back at %s", got)
	}
	d.Press("f2")
	d.Type("搜索")
	d.Press("enter")
	d.Type("E9")
	d.Press("tab", "tab", "enter")
	if p := d.app.places(); p[len(p)-1].Screen != "score" || p[len(p)-1].Visit != visit {
		t.Errorf("a clause of the open visit leads to %+v", p)
	}
}

func TestSearchWritesNothingOfWhatIsTyped(t *testing.T) {
	d, _ := newSearchDriver(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "search"})
	d.Type("某某某")
	d.restart()
	if got := stackOf(d); got != "units search" {
		t.Fatalf("the program goes on at %s", got)
	}
	d.Lacks("某某某")
}
