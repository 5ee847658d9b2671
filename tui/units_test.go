package tui

import (
	"testing"
	"time"

	"zoufang/words"
)

func TestUnitListShowsWhatIsLeft(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d, visit := newTrialDriver(t, lang, w, h)
		d.Press("tab", "tab")
		d.Type("局三楼会议室")
		d.Press("f3")
		d.Type("门口挂着两块牌子")
		d.Press("enter", "esc")
		d.Golden("units-todos")
		d.Press("tab", "down")
		d.Golden("units-todos-focus")
		d.Press("enter")
		if p := d.app.places(); len(p) != 3 || p[2].Visit != visit || p[2].Screen == "visit" {
			t.Errorf("places %+v", p)
		}
	})
}

func TestDailyVisit(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	d.Press("ctrl+d", "enter")
	if p := d.app.places(); len(p) != 2 || p[1].Screen != "visit" {
		t.Fatalf("places %+v", p)
	}
	d.Press("esc")
	d.Has("日常 3月9日")
	d.restart()
	d.Has("日常 3月9日")
}

func TestWhenIsSaidAsPeopleDo(t *testing.T) {
	e := newDriver(t, words.ZH, 80, 24).app.env // Monday, 2026-03-09 10:42
	for at, want := range map[string]string{
		"2026-03-09 00:00": "00:00", "2026-03-08 23:59": "昨天", "2026-03-04 08:00": "周三", "2026-03-02 08:00": "3月2日",
	} {
		tm, err := time.Parse("2006-01-02 15:04", at)
		if err != nil {
			t.Fatal(err)
		}
		if got := e.when(tm); got != want {
			t.Errorf("%s is %s, want %s", at, got, want)
		}
	}
}
