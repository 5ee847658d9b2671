package tui

import (
	"fmt"
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func TestListKeepsTheSelectionInSight(t *testing.T) {
	e := newDriver(t, words.ZH, 80, 24).app.env
	rapid.Check(t, func(t *rapid.T) {
		l := NewList(e, Column{Title: "单位", Grow: true}, Column{Title: "次数", Right: true, Max: 6}, Column{Wide: true})
		l.Filter = rapid.Bool().Draw(t, "filter")
		l.Empty = "没有"
		n := rapid.IntRange(0, 40).Draw(t, "n")
		cells := func(i int) []string {
			return []string{fmt.Sprintf("第%d\x1b[31m个\n单位“%d”", i, i), strings.Repeat("9", i%9), "备注"}
		}
		l.SetRows(n, cells)
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			switch rapid.IntRange(0, 3).Draw(t, "what") {
			case 0, 1:
				l.Update(key(rapid.SampledFrom([]string{"up", "down", "pgup", "pgdown", "home", "end"}).Draw(t, "move")))
			case 2:
				l.Update(key(rapid.SampledFrom([]string{"1", "3", "９", "第", "backspace"}).Draw(t, "key")))
			case 3:
				n = rapid.IntRange(0, 40).Draw(t, "n")
				l.SetRows(n, cells)
			}
			w, h := rapid.IntRange(20, 130).Draw(t, "w"), rapid.IntRange(3, 20).Draw(t, "h")
			lines := l.Rows(w, h)
			if len(lines) > h {
				t.Fatalf("%d lines in %d rows", len(lines), h)
			}
			marked := 0
			for _, line := range lines {
				line = ansi.Strip(line)
				if e.Width(line) > w {
					t.Fatalf("%q is wider than %d", line, w)
				}
				if strings.HasPrefix(line, " > ") {
					marked++
					if want := fmt.Sprintf("第%d个", l.Selected()); !strings.Contains(line, want[:4]) {
						t.Fatalf("%q is marked, %d is selected", line, l.Selected())
					}
				}
			}
			if l.Shown() > 0 && marked != 1 || l.Shown() == 0 && l.Selected() != -1 {
				t.Fatalf("%d rows are marked of %d", marked, l.Shown())
			}
		}
	})
}

func TestListClick(t *testing.T) {
	e := newDriver(t, words.ZH, 80, 24).app.env
	l := NewList(e, Column{Title: "单位", Grow: true})
	l.SetRows(3, func(i int) []string { return []string{fmt.Sprint(i)} })
	l.Rows(40, 10)
	if l.Click(5, 0) || !l.Click(5, 3) || l.Selected() != 2 || l.Click(5, 9) {
		t.Errorf("selected %d", l.Selected())
	}
}

func TestInitials(t *testing.T) {
	for name, want := range map[string]string{"区民政局": "qmzj", "甲一街道办事处 A3": "jyjdbsca3", "“12345”热线": "12345rx"} {
		if got := initials(name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}

func TestKeyNamesFoldFullWidth(t *testing.T) {
	for typed, want := range map[string]string{"１": "1", "＝": "=", "　": "space", "？": "?", "编": "编"} {
		if got := keyName(tea.KeyPressMsg{Code: []rune(typed)[0], Text: typed}); got != want {
			t.Errorf("%s is %s, want %s", typed, got, want)
		}
	}
}

func TestKeyBarFitsAndKeepsHelp(t *testing.T) {
	e := newDriver(t, words.EN, 80, 24).app.env
	var actions []Action
	for _, k := range []string{"ctrl+a", "ctrl+e", "f4", "pgup", "="} {
		actions = append(actions, On(words.UnitsImport, nil, k))
	}
	for w := 20; w < 160; w++ {
		bar, spans := e.keyBar(actions, Show(words.KeyHelp, "f1"), w)
		if bar = ansi.Strip(bar); e.Width(bar) > w || !strings.HasSuffix(bar, "F1 help") {
			t.Fatalf("%d: %q", w, bar)
		}
		for _, s := range spans {
			if got := bar[s.from:s.to]; got != s.action.label(e)+" "+s.action.name(e) {
				t.Fatalf("span %d-%d is %q", s.from, s.to, got)
			}
		}
	}
}

func TestClickOnTheKeyBar(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	d.Screen()
	d.Send(tea.MouseClickMsg{X: 77, Y: 23, Button: tea.MouseLeft})
	bar := d.app.bar
	d.Send(tea.MouseClickMsg{X: bar[len(bar)-1].from, Y: 23, Button: tea.MouseLeft})
	d.Has(words.HelpAlways.ZH)
	d.Press("esc")
	d.Send(tea.MouseClickMsg{X: 5, Y: 7, Button: tea.MouseLeft})
	d.Has("> 甲一街道办事处")
	d.Send(tea.MouseWheelMsg{Button: tea.MouseWheelUp})
	d.Has("> 区民政局")
}

func TestFormSaysWhatIsContested(t *testing.T) {
	d, _ := newTrialDriver(t, words.ZH, 80, 24)
	f := d.app.top().(*trial).form
	f.items[2].reg = store.Register{Contested: true, Siblings: []store.Sibling{
		{Text: "三楼"}, {Text: "五楼", By: checklist.Person{Name: "赵强"}},
	}}
	f.items[3].reg = store.Register{Waiting: true}
	f.at = 2
	d.Has("有争议", "待补", "赵强", "五楼")
}

func TestPartsOfAWhole(t *testing.T) {
	d, visit := newTrialDriver(t, words.ZH, 80, 24)
	e := d.app.env
	id := checklist.InVisit(visit, [8]byte{1})
	part := func(name string, in int) Item {
		return Item{Record: id, Kind: store.KindFinding, Field: "body", Part: name, In: in}
	}
	f := NewForm(e, func() *store.Doc { return e.Doc(visit) }, []Item{part("rule", InLine), part("count", InNumber), part("facts", InLine)})
	for _, s := range []string{"E1.1", "tab", "3", "tab", "超编“3”人", "tab"} {
		if s == "tab" {
			d.run(f.Update(key(s)))
			continue
		}
		d.run(f.Update(tea.PasteMsg{Content: s}))
	}
	d.run(f.Leave())
	d.settle()
	doc, err := d.book.Visit(t.Context(), visit)
	d.must(err)
	got := doc.Register(id, store.KindFinding, "body").Text
	for _, want := range []string{`"rule":"E1.1"`, `"count":3`, `"facts":"超编“3”人"`} {
		if !strings.Contains(strings.ReplaceAll(got, ": ", ":"), want) {
			t.Errorf("the whole is %s, without %s", got, want)
		}
	}
}
