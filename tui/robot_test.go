package tui

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// The robots of this file do on every screen what anybody may do who does not know what it wants. Whatever they do: every
// line fits, the cursor is inside and stands behind what was typed, nothing panics, and what the screen called saved is
// in the book when the plug is pulled.

// deed is one thing a robot does.
type deed struct {
	do   string // key, type, paste, size, click, wheel, kill, storm
	text string
	x, y int
}

func (a deed) String() string {
	switch a.do {
	case "key", "type", "paste":
		return a.do + " " + a.text
	case "size", "click":
		return fmt.Sprintf("%s %d,%d", a.do, a.x, a.y)
	}
	return a.do
}

// anyDeed draws what a robot does next: mostly keys.
var anyDeed = rapid.Custom(func(t *rapid.T) deed {
	switch n := rapid.IntRange(0, 39).Draw(t, "what"); {
	case n < 6:
		return deed{do: "type"}
	case n < 8:
		return deed{do: "kill"}
	case n == 8:
		return deed{do: "size", x: rapid.IntRange(80, 160).Draw(t, "w"), y: rapid.IntRange(24, 50).Draw(t, "h")}
	case n == 9:
		return deed{do: "size", x: rapid.IntRange(1, 160).Draw(t, "w"), y: rapid.IntRange(1, 50).Draw(t, "h")}
	case n == 10:
		return deed{do: "paste", text: rapid.SampledFrom([]string{"第一行\r\n\x1b[31m第二行\t，“三定”", "𠮷野家\u0301", strings.Repeat("超编三人，", 400), "", "\r"}).Draw(t, "paste")}
	case n < 13:
		return deed{do: "click", x: rapid.IntRange(0, 160).Draw(t, "x"), y: rapid.IntRange(0, 50).Draw(t, "y")}
	case n == 13:
		return deed{do: "wheel"}
	case n == 14:
		return deed{do: "storm"}
	}
	return deed{do: "key", text: rapid.SampledFrom(anyKey).Draw(t, "key")}
})

// anyKey is what fingers hit.
var anyKey = []string{
	"up", "down", "left", "right", "home", "end", "pgup", "pgdown", "tab", "tab", "shift+tab", "enter", "enter", "esc", "space", "backspace", "delete",
	"f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f12", "ctrl+a", "ctrl+c", "ctrl+x", "ctrl+v", "ctrl+z", "ctrl+y", "ctrl+s",
	"ctrl+l", "ctrl+r", "ctrl+q", "ctrl+g", "ctrl+k", "ctrl+n", "ctrl+t", "ctrl+e", "ctrl+o", "ctrl+d", "ctrl+u", "ctrl+b", "ctrl+f", "ctrl+p",
	"shift+left", "shift+end", "=", "+", "-", "1", "9", "0", "１", "＝", "？", "a", "m", "编", "，", "—", "𠮷", "\u0301",
}

// robot is a driver that remembers what it typed and what it did.
type robot struct {
	*driver
	visit  checklist.ID
	did    []string
	mark   int    // of the last text typed
	acked  string // that text, when the screen called it saved
	proved int    // how often such a text was looked for after a kill
}

// step does one deed, with everything that must hold after it.
func (r *robot) step(a deed) {
	r.t.Helper()
	r.did = append(r.did, a.String())
	switch a.do {
	case "key":
		r.acked = ""
		r.Press(a.text)
	case "type":
		r.typeMark()
	case "paste":
		r.acked = ""
		r.Send(tea.PasteMsg{Content: a.text})
	case "size":
		r.Resize(a.x, a.y)
	case "click":
		r.acked = ""
		r.Send(tea.MouseClickMsg{X: a.x, Y: a.y, Button: tea.MouseLeft})
	case "wheel":
		r.Send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	case "storm":
		r.acked = ""
		for range 8 {
			if !r.quit && len(r.app.stack) > 1 {
				r.Press("esc")
			}
		}
	case "kill": // in the middle of a text
		r.typeMark()
		r.kill()
	}
	r.Screen()
	if r.quit {
		r.kill()
	}
}

// typeMark types two characters that were not typed before. When the screen says first that they are not saved and then
// that they are, they are acknowledged.
func (r *robot) typeMark() {
	r.t.Helper()
	r.mark++
	text := string([]rune{rune(0x5000 + r.mark%4000), rune(0x7000 + r.mark%2000)})
	e := r.app.env
	r.acked = ""
	for _, c := range text {
		r.feed(tea.KeyPressMsg{Code: c, Text: string(c)})
	}
	pending := e.keep.unsaved()
	r.settle()
	if !strings.Contains(r.Screen(), text) {
		return
	}
	r.behind(text)
	if pending && e.Book != nil && !e.keep.unsaved() {
		r.acked = text
	}
}

// behind wants the cursor right of a text that was just typed: at its end, or at the start of a row where it wrapped.
func (r *robot) behind(text string) {
	r.t.Helper()
	x, y := r.Cursor()
	if x < 0 {
		return
	}
	row := strings.Split(ansi.Strip(r.app.View().Content), "\n")[y]
	left := r.app.env.Kit.Meter.Cut(row, x, "")
	if strings.HasSuffix(left, text) || strings.HasSuffix(left, string([]rune(text)[1:])) || strings.TrimLeft(left, " │|") == "" {
		return
	}
	if strings.Contains(row, text) && !strings.Contains(left, text) {
		r.t.Fatalf("the cursor at %d,%d is not behind %q:\n%s", x, y, text, r.Screen())
	}
}

// kill pulls the plug: what was acknowledged is in the book.
func (r *robot) kill() {
	r.t.Helper()
	if r.app.env.Book == nil || r.app.env.Book != r.book {
		r.quit = false
		return // no book yet, or one that the wizard made
	}
	r.restart()
	if r.acked != "" {
		r.proved++
	}
	if r.acked != "" && !strings.Contains(r.everything(), r.acked) {
		r.t.Fatalf("%q was called saved and is gone after %q:\n%s", r.acked, r.did, r.Screen())
	}
	r.acked = ""
}

// everything is what the book holds of the visit in words, drafts with it, and the screen.
func (r *robot) everything() string {
	r.t.Helper()
	var b strings.Builder
	drafts, err := r.book.Drafts(context.Background())
	r.must(err)
	fmt.Fprintf(&b, "%+v\n", drafts)
	rows, err := r.book.Units(context.Background())
	r.must(err)
	fmt.Fprintf(&b, "%+v\n", rows)
	if r.visit != (checklist.ID{}) {
		doc := r.doc(r.visit)
		fmt.Fprintf(&b, "%+v\n", doc.Visit)
		if own := doc.Own(); own != nil {
			fmt.Fprintf(&b, "%+v\n", *own)
		}
	}
	b.WriteString(r.Screen())
	return b.String()
}

// starts are the ways to every screen there is: the tour that comes to it first, and where no tour does, its bare place.
func starts() map[string]func(*testing.T, words.Lang, int, int) *robot {
	list := map[string]func(*testing.T, words.Lang, int, int) *robot{}
	for name := range screens {
		list[name] = func(t *testing.T, lang words.Lang, w, h int) *robot {
			d, visit := visited(t, lang, w, h)
			d.Go(Place{Screen: name, Visit: visit})
			return &robot{driver: d, visit: visit}
		}
	}
	for _, x := range slices.Backward(tours) {
		for i, s := range slices.Backward(x.shots) {
			list[s.screen] = func(t *testing.T, lang words.Lang, w, h int) *robot {
				d, visit := x.from(t, lang, w, h)
				for _, on := range x.shots[:i+1] {
					on.lead(d, visit)
				}
				return &robot{driver: d, visit: visit}
			}
		}
	}
	return list
}

// strayHome keeps what robots export, back up and look for inside the folder of the test.
func strayHome(t *testing.T) {
	t.Helper()
	home := t.TempDir()
	t.Setenv("HOME", home)
	roots := mountRoots
	mountRoots = func() []string { return []string{filepath.Join(home, "media")} }
	t.Cleanup(func() { mountRoots = roots })
}

// On every screen that is registered, in both languages.
func TestRobotOnEveryScreen(t *testing.T) {
	list, proved := starts(), 0
	for i, name := range slices.Sorted(maps.Keys(list)) {
		t.Run(name, func(t *testing.T) {
			for seed := range 2 {
				strayHome(t)
				r := list[name](t, []words.Lang{words.ZH, words.EN}[seed], 80, 24)
				for _, a := range rapid.SliceOfN(anyDeed, 40, 40).Example(1000*i + seed) {
					r.step(a)
					if t.Failed() {
						t.Fatalf("after %q", r.did)
					}
				}
				r.tidy()
				proved += r.proved
			}
		})
	}
	if proved < 10 && !t.Failed() {
		t.Errorf("only %d texts were called saved before a kill: the robots prove nothing", proved)
	}
}

// tidy ends what a robot left running.
func (r *robot) tidy() {
	r.acked = ""
	if r.book != nil && r.app.env.Book == r.book {
		r.Send(goMsg{[]Place{{Screen: home}}, goJump})
	}
}

// The same with what rapid makes up, on any screen; a failure is shrunk to the few deeds that cause it.
func TestRobotAnywhere(t *testing.T) {
	strayHome(t)
	list := starts()
	names := slices.Sorted(maps.Keys(list))
	rapid.Check(t, func(rt *rapid.T) {
		name := rapid.SampledFrom(names).Draw(rt, "screen")
		lang := rapid.SampledFrom([]words.Lang{words.ZH, words.EN}).Draw(rt, "lang")
		deeds := rapid.SliceOfN(anyDeed, 1, 15).Draw(rt, "deeds")
		r := list[name](t, lang, 80, 24)
		defer r.end()
		r.driver.t = drawn{t, rt}
		for _, a := range deeds {
			r.step(a)
		}
		r.driver.t = t
		r.tidy()
	})
}

// drawn lets what fails inside a property fail the property, so that it is shrunk.
type drawn struct {
	testing.TB
	rt *rapid.T
}

func (x drawn) Error(args ...any)            { x.rt.Error(args...) }
func (x drawn) Errorf(f string, args ...any) { x.rt.Errorf(f, args...) }
func (x drawn) Fatal(args ...any)            { x.rt.Fatal(args...) }
func (x drawn) Fatalf(f string, args ...any) { x.rt.Fatalf(f, args...) }

// end closes the book of a robot before its test ends: a property opens hundreds of them.
func (r *robot) end() {
	if r.book == nil {
		return
	}
	b := r.book
	r.book = nil
	r.must(b.Close())
}

// Resizing while Chinese, pairs beyond the BMP and combining marks are typed loses none of them.
func TestResizingLosesNoText(t *testing.T) {
	d, visit := visited(t, words.ZH, 80, 24)
	rapid.Check(t, func(rt *rapid.T) {
		d.t = drawn{t, rt}
		defer func() { d.t = t }()
		d.Send(goMsg{[]Place{{Screen: home}, {Screen: "visit", Visit: visit}, {Screen: "listen", Visit: visit}}, goJump})
		d.enterNotes()
		parts := rapid.SliceOfN(rapid.SampledFrom([]string{"编制", "𠮷", "𠀀𠀁", "e\u0301", "a", "，", "“三定”", "３", " x "}), 1, 30).Draw(rt, "parts")
		for _, p := range parts {
			d.Resize(rapid.IntRange(1, 150).Draw(rt, "w"), rapid.IntRange(1, 45).Draw(rt, "h"))
			d.Type(p)
			d.Screen()
		}
		d.Resize(80, 24)
		want := norm.NFC.String(strings.TrimSpace(strings.Join(parts, "")))
		d.Press("enter")
		for _, x := range d.doc(visit).Entries {
			if norm.NFC.String(x.Text) == want {
				return
			}
		}
		rt.Fatalf("typed %q, and the book holds %+v", want, d.doc(visit).Entries)
	})
}

// A paste of 20,000 characters, rare ones and combining marks among them, costs one draw, is saved as soon as the screen
// says so, and is whole after the plug is pulled.
func TestALongPasteIsOneDrawAndDurable(t *testing.T) {
	d, visit := visited(t, words.ZH, 80, 24)
	gist := func() {
		d.Send(goMsg{[]Place{{Screen: home}, {Screen: "visit", Visit: visit}, {Screen: "listen", Visit: visit, Field: "key_points"}}, goJump})
	}
	gist()
	text := string([]rune(strings.Repeat(strings.Repeat("区民政局超编三人𠮷e\u0301，", 20)+"\n", 91))[:20_000])
	d.app.frame.gap = time.Hour
	d.app.View()
	drawn := d.app.frame.last
	d.app.Update(tea.PasteMsg{Content: text})
	for range 3 {
		d.app.View()
	}
	if d.app.frame.last != drawn || !d.app.frame.pending {
		t.Error("a draw is not put off to the end of the burst")
	}
	d.restart() // what the burst's commands would have done is told by the next one
	gist()
	d.feed(tea.PasteMsg{Content: text})
	d.Has("未保存")
	d.settle()
	d.Has("已存")
	d.restart()
	var kept string
	drafts, err := d.book.Drafts(context.Background())
	d.must(err)
	for _, x := range drafts {
		if len(x.Text) > len(kept) {
			kept = x.Text
		}
	}
	if kept != text {
		t.Errorf("%d characters were called saved, and %d are there", len([]rune(text)), len([]rune(kept)))
	}
	d.Press("tab")
	if got := d.doc(visit).Listen.KeyPoints; got != norm.NFC.String(text) {
		t.Errorf("the book holds %d characters of %d", len([]rune(got)), len([]rune(text)))
	}
}
