package tui

import (
	"slices"
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// clickOn clicks on the first place where the screen shows a text.
func (d *driver) clickOn(text string) {
	d.t.Helper()
	for y, l := range strings.Split(d.Screen(), "\n") {
		if i := strings.Index(l, text); i >= 0 {
			d.Send(tea.MouseClickMsg{X: d.app.env.Width(l[:i]), Y: y, Button: tea.MouseLeft})
			return
		}
	}
	d.t.Fatalf("the screen does not show %q:\n%s", text, d.Screen())
}

// The mouse works and is never needed: each thing it does, keys do as well, and the screens are the same afterwards.
func TestEveryMouseActHasAKey(t *testing.T) {
	for _, c := range []struct {
		name  string
		place Place
		mouse func(*driver)
		keys  []string
	}{
		{"a unit", Place{}, func(d *driver) { d.clickOn("区财政局") }, []string{"down"}},
		{"the wheel over units", Place{}, func(d *driver) { d.Send(tea.MouseWheelMsg{Button: tea.MouseWheelDown}) }, []string{"down", "down", "down"}},
		{"help in the key bar", Place{}, func(d *driver) { d.clickOn("F1 帮助") }, []string{"f1"}},
		{"commands in the key bar", Place{}, func(d *driver) { d.clickOn("F2 命令") }, []string{"f2"}},
		{"back in the key bar", Place{Screen: "review"}, func(d *driver) { d.clickOn("F1 帮助"); d.clickOn("Esc 关闭") }, nil},
		{"a step of the bar", Place{Screen: "check"}, func(d *driver) { d.clickOn("F8 访") }, []string{"f8"}},
		{"the step of scoring", Place{Screen: "check"}, func(d *driver) { d.clickOn("F9 计分") }, []string{"f9"}},
		{"a rule", Place{Screen: "score", Item: "E1"}, func(d *driver) { d.clickOn("E1.3") }, []string{"down", "down"}},
		{"a paper", Place{Screen: "check"}, func(d *driver) { d.clickOn("工资报表") }, []string{"down", "down", "down"}},
		{"a category", Place{Screen: "review"}, func(d *driver) { d.clickOn("B 转变政府职能情况") }, []string{"tab", "down"}},
		{"a bundle of facts", Place{Screen: "todo"}, func(d *driver) { d.clickOn("  3  ") }, []string{"down", "down"}},
	} {
		var got [2]string
		for i := range got {
			d, visit := visited(t, words.ZH, 80, 24)
			if c.place.Screen != "" {
				p := c.place
				p.Visit = visit
				d.Go(p)
			}
			if i == 0 {
				c.mouse(d)
			} else {
				d.Press(c.keys...)
			}
			got[i] = d.Screen()
		}
		if got[0] != got[1] {
			t.Errorf("%s: by mouse\n%s\nby %q\n%s", c.name, got[0], c.keys, got[1])
		}
	}
}

// What the key bar of any screen offers to a click, a key does: the bar is made of the actions that the keys find.
func TestTheKeyBarIsMadeOfKeys(t *testing.T) {
	for name, start := range starts() {
		r := start(t, words.ZH, 80, 24)
		r.Screen()
		for _, s := range r.app.bar {
			if len(s.action.Keys) == 0 {
				t.Errorf("%s: %q in the key bar has no key", name, s.action.name(r.app.env))
				continue
			}
			key := s.action.Keys[0]
			act := find(r.app.global(), key)
			if act == nil {
				act = find(r.app.top().Keys(), key)
			}
			if s.action.Do != nil && (act == nil || act.Name != s.action.Name || !slices.Equal(act.Keys, s.action.Keys)) {
				t.Errorf("%s: a click on %q does what %s does not", name, s.action.name(r.app.env), key)
			}
		}
	}
}

// A screen that takes the wheel, or rows under a click, also moves by arrows: clicking anywhere on it breaks nothing and
// changes no record of the visit that had been saved.
func TestClicksAloneChangeNoRecord(t *testing.T) {
	d, visit := visited(t, words.ZH, 80, 24)
	before := d.doc(visit)
	for _, name := range []string{"visit", "look", "listen", "check", "interview", "review", "todo", "units"} {
		d.Send(goMsg{[]Place{{Screen: home}, {Screen: name, Visit: visit}}, goJump})
		for y := 2; y < 22; y++ {
			if d.over() != name {
				d.Send(goMsg{[]Place{{Screen: home}, {Screen: name, Visit: visit}}, goJump})
			}
			if row := strings.Split(d.Screen(), "\n")[y]; !strings.ContainsAny(row, "（[") { // choices are set by a click
				d.Send(tea.MouseClickMsg{X: 6, Y: y, Button: tea.MouseLeft})
			}
			d.Send(tea.MouseWheelMsg{Button: tea.MouseWheelUp})
			d.Screen()
		}
	}
	after := d.doc(visit)
	if len(after.Entries) != len(before.Entries) || len(after.Materials) != len(before.Materials) || after.Listen.Place != before.Listen.Place ||
		len(after.Own().Findings) != len(before.Own().Findings) || !slices.EqualFunc(after.Questions, before.Questions, func(a, b checklist.Question) bool { return a.Text == b.Text && a.Status == b.Status }) {
		t.Errorf("clicks changed the visit:\n%+v\n%+v", before.Visit, after.Visit)
	}
}
