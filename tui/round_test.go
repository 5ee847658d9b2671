package tui

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func TestTheRoundOnTheScreen(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d := newOffice(t, lang, w, h, false)
		d.Go(Place{Screen: "round"})
		d.Has(first(words.RoundNotYet.In(lang), 12))
		d.Press("f5")
		d.Type("2026-03-02")
		d.Press("tab")
		d.Type("2026-12-20")
		d.Press("enter") // nobody decided on the scheme: a reason is needed
		if d.app.top().(*roundPage).form == nil {
			t.Fatal("opened without a reason")
		}
		d.Press("tab")
		d.Type("试评")
		d.Golden("office-round-form")
		d.Press("enter")
		d.Golden("office-round")
		r := d.book.Info().Round
		if r.Opened == nil || r.OpensOn != "2026-03-02" || r.Cutoff != "2026-12-20" || r.Opened.Reason != "试评" {
			t.Fatalf("%+v", r)
		}
	})
}

func TestTheRoundIsMovedEndedAndFollowed(t *testing.T) {
	t.Setenv("ZOUFANG_HOME", t.TempDir())
	d := newOffice(t, words.ZH, 80, 24, true)
	d.Go(Place{Screen: "round"})
	d.Press("f6")
	p := d.app.top().(*roundPage)
	if got := p.form.Value("cutoff"); got != "2026-12-20" {
		t.Fatalf("the form begins with %q", got)
	}
	p.form.Set("cutoff", "2026-12-31")
	d.Press("tab", "tab")
	d.Type("顺延")
	d.Press("enter")
	d.Has("2026-03-02 至 2026-12-31")
	d.Press("f7")
	d.Type("全部评完")
	d.Press("enter")
	d.Has("结束：全部评完")
	d.Press("f7")
	d.Has("已经结束了")
	d.Press("f8")
	d.Type("2026")
	d.Press("enter")
	d.Has("要写文件名")
	file := filepath.Join(t.TempDir(), "明年")
	d.Type(file)
	d.Press("enter")
	d.Has("2026") // the year is refused, what was typed stays
	d.Press("shift+tab", "end", "backspace", "7", "enter")
	d.Has("新一年的数据文件建好了")
	b, err := store.OpenReadOnly(context.Background(), file+".db", store.Options{})
	d.must(err)
	defer b.Close()
	if year := b.Info().Year; year != "2027" {
		t.Errorf("the new book is of %s", year)
	}
}

// Nobody but the office changes the round; the palette offers it to the office only.
func TestTheRoundIsTheOffices(t *testing.T) {
	d := newOffice(t, words.ZH, 80, 24, true)
	d.Press("f2")
	d.Type("年度")
	d.Has("年度（开始、起止、结束）")
	d.Press("esc")
	d.as(checklist.Person{Name: "李敏", Number: "1003", Role: checklist.RoleMember, Team: "一组"})
	d.Press("f2")
	d.Type("年度")
	if strings.Contains(d.Screen(), "（开始") {
		t.Errorf("a member is offered the round:\n%s", d.Screen())
	}
	d.Press("esc")
	d.Go(Place{Screen: "round"})
	d.Press("f5")
	d.Has("由编办办理")
}

// The task page: the place and the sealing are on it, clicks tick nobody by themselves and select the row.
func TestTheTaskPage(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d := newOffice(t, lang, w, h, true)
		d.Go(Place{Screen: "task"})
		s := d.app.top().(*taskExport)
		s.shelves, s.to = []shelf{{word: words.PlaceStick, path: "/media/zoufang"}}, 0 // this machine's own are not pictured
		d.Press("f5")
		d.Golden("office-task")
		d.Press("f5", "down", "enter")
		row := strings.Split(d.Screen(), "\n")
		at := -1
		for y, line := range row {
			if strings.Contains(line, "陈小雨") {
				at = y
			}
		}
		d.Send(tea.MouseClickMsg{X: 4, Y: at, Button: tea.MouseLeft})
		if i := s.list.Selected(); i < 0 || s.all[i].Person.Name != "陈小雨" {
			t.Fatalf("a click selects row %d of\n%s", i, d.Screen())
		}
		d.Press("enter")
		n := 0
		for _, on := range s.ticked {
			if on {
				n++
			}
		}
		if n != 2 {
			t.Errorf("%d are ticked", n)
		}
	})
}
