package tui

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

var update = flag.Bool("update", false, "write the golden screens anew")

// driver drives the program without a terminal: it feeds messages, runs commands until all is quiet, and looks at the
// screen. The book is a real one in a temporary folder; the clock stands still until it is moved.
type driver struct {
	t      testing.TB
	app    *App
	book   *store.Book
	path   string
	now    time.Time
	timers []timer
	quit   bool
}

type timer struct {
	at time.Time
	do func() tea.Msg
}

// soon is how far ahead the driver lets timers run by itself: drafts and previews, but not the fading of notices.
const soon = time.Second

// options of the book of a test; the folder is the test's.
func (d *driver) options() store.Options {
	return store.Options{Home: filepath.Join(filepath.Dir(d.path), "home"), Machine: "test", Now: func() time.Time { return d.now }}
}

// newDriver opens a fresh book with three units and 李敏 as its evaluator.
func newDriver(t testing.TB, lang words.Lang, w, h int) *driver {
	t.Helper()
	d := &driver{t: t, path: filepath.Join(t.TempDir(), "book.zf"), now: time.Date(2026, 3, 9, 10, 42, 0, 0, time.UTC)}
	ctx := context.Background()
	b, err := store.Create(ctx, d.path, d.options(), store.Setup{District: "青澜区", Year: "2026"})
	d.must(err)
	d.must(b.SetMe(ctx, checklist.Person{Name: "李敏", Number: "1007", Role: checklist.RoleMember}))
	_, err = b.SaveUnits(ctx, []checklist.UnitLine{
		{Unit: checklist.Unit{Code: "D01", Name: "区民政局", Kind: "department", Leader: "王某某"}},
		{Unit: checklist.Unit{Code: "D02", Name: "区财政局", Kind: "department"}},
		{Unit: checklist.Unit{Code: "S01", Name: "甲一街道办事处", Kind: "subdistrict"}},
	})
	d.must(err)
	d.start(b, lang, w, h)
	return d
}

// start runs the program on a book.
func (d *driver) start(b *store.Book, lang words.Lang, w, h int) {
	d.t.Helper()
	d.startWith(Options{Book: b, Lang: lang, Width: WidthNarrow}, w, h)
	d.book = b
	d.t.Cleanup(func() {
		if d.book == b {
			d.must(b.Close())
		}
	})
}

func (d *driver) startWith(o Options, w, h int) {
	d.t.Helper()
	o.Now = func() time.Time { return d.now }
	a, err := newApp(context.Background(), o)
	d.must(err)
	d.app, d.timers, d.quit = a, nil, false
	a.env.after = func(in time.Duration, do func() tea.Msg) tea.Cmd {
		return func() tea.Msg {
			d.timers = append(d.timers, timer{d.now.Add(in), do})
			return nil
		}
	}
	d.run(a.Init())
	d.Send(tea.WindowSizeMsg{Width: w, Height: h})
}

// restart closes the book as a killed program would leave it, and opens it again.
func (d *driver) restart() {
	d.t.Helper()
	e := d.app.env
	d.must(d.book.Close())
	b, err := store.Open(context.Background(), d.path, d.options())
	d.must(err)
	d.book = nil
	d.start(b, e.Lang, d.app.w, d.app.h)
}

func (d *driver) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// Send gives messages to the program and lets everything that follows from them happen.
func (d *driver) Send(msgs ...tea.Msg) {
	d.t.Helper()
	for _, m := range msgs {
		d.feed(m)
	}
	d.settle()
}

func (d *driver) feed(m tea.Msg) {
	_, cmd := d.app.Update(m)
	d.run(cmd)
}

// run runs a command and feeds what it says.
func (d *driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch m := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range m {
			d.run(c)
		}
	case tea.QuitMsg:
		d.quit = true
	default:
		d.feed(m)
	}
}

// settle fires the timers that are due soon, until none is.
func (d *driver) settle() {
	for range 100 {
		i := 0
		for i < len(d.timers) && d.timers[i].at.After(d.now.Add(soon)) {
			i++
		}
		if i == len(d.timers) {
			return
		}
		t := d.timers[i]
		d.timers = append(d.timers[:i:i], d.timers[i+1:]...)
		d.run(t.do)
	}
	d.t.Fatal("the timers never come to rest")
}

// Wait moves the clock.
func (d *driver) Wait(by time.Duration) {
	d.t.Helper()
	d.now = d.now.Add(by)
	d.settle()
}

var namedKeys = map[string]rune{
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "enter": tea.KeyEnter, "esc": tea.KeyEscape,
	"tab": tea.KeyTab, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "home": tea.KeyHome, "end": tea.KeyEnd,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "space": tea.KeySpace,
	"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6, "f7": tea.KeyF7,
	"f8": tea.KeyF8, "f9": tea.KeyF9, "f12": tea.KeyF12,
}

// key makes the message of a key by its name: "f3", "ctrl+s", "shift+tab", "=".
func key(name string) tea.KeyPressMsg {
	var k tea.KeyPressMsg
	last := name
	for _, mod := range []struct {
		name string
		mod  tea.KeyMod
	}{{"ctrl+", tea.ModCtrl}, {"shift+", tea.ModShift}} {
		if rest, ok := strings.CutPrefix(last, mod.name); ok && rest != "" {
			k.Mod |= mod.mod
			last = rest
		}
	}
	if c, ok := namedKeys[last]; ok {
		k.Code = c
		if last == "space" {
			k.Text = " "
		}
		return k
	}
	k.Code = []rune(last)[0]
	if k.Mod == 0 {
		k.Text = last
	}
	return k
}

// Press presses keys by name.
func (d *driver) Press(keys ...string) {
	d.t.Helper()
	for _, k := range keys {
		d.Send(key(k))
	}
}

// Type types text as an input method sends it: one message a character.
func (d *driver) Type(text string) {
	d.t.Helper()
	for _, r := range text {
		d.feed(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	d.settle()
}

// Go opens a screen on top.
func (d *driver) Go(p Place) {
	d.t.Helper()
	d.Send(goMsg{[]Place{p}, goPush})
}

// Resize changes the size of the window.
func (d *driver) Resize(w, h int) { d.Send(tea.WindowSizeMsg{Width: w, Height: h}) }

// Screen is what the terminal shows, without colours, and checks that it fits.
func (d *driver) Screen() string {
	d.t.Helper()
	v := d.app.View()
	lines := strings.Split(ansi.Strip(v.Content), "\n")
	if len(lines) > d.app.h {
		d.t.Fatalf("%d lines in a window of %d", len(lines), d.app.h)
	}
	for i, l := range lines {
		if w := d.app.env.Width(l); w > d.app.w {
			d.t.Fatalf("line %d is %d cells wide in a window of %d: %q", i+1, w, d.app.w, l)
		}
		lines[i] = strings.TrimRight(l, " ")
	}
	if c := v.Cursor; c != nil && (c.X < 0 || c.Y < 0 || c.X >= d.app.w || c.Y >= d.app.h) {
		d.t.Fatalf("the cursor is at %d,%d in a window of %dx%d", c.X, c.Y, d.app.w, d.app.h)
	}
	return strings.Join(lines, "\n")
}

// Cursor is the cell of the cursor, -1,-1 when it is hidden.
func (d *driver) Cursor() (x, y int) {
	if c := d.app.View().Cursor; c != nil {
		return c.X, c.Y
	}
	return -1, -1
}

// Has fails unless the screen shows each text.
func (d *driver) Has(texts ...string) {
	d.t.Helper()
	s := d.Screen()
	for _, want := range texts {
		if !strings.Contains(s, want) {
			d.t.Fatalf("the screen does not show %q:\n%s", want, s)
		}
	}
}

// Lacks fails when the screen shows one of the texts.
func (d *driver) Lacks(texts ...string) {
	d.t.Helper()
	s := d.Screen()
	for _, not := range texts {
		if strings.Contains(s, not) {
			d.t.Fatalf("the screen shows %q:\n%s", not, s)
		}
	}
}

// Golden compares the screen and the cursor with testdata/<name>.<lang>.<size>.golden, and looks at its other forms.
func (d *driver) Golden(name string) {
	d.t.Helper()
	d.forms(name)
	pictured[d.over()] = true
	x, y := d.Cursor()
	got := fmt.Sprintf("%s\n-- cursor %d,%d\n", d.Screen(), x, y)
	path := filepath.Join("testdata", fmt.Sprintf("%s.%s.%dx%d.golden", name, d.app.env.Lang, d.app.w, d.app.h))
	if *update {
		d.must(os.MkdirAll("testdata", 0o755))
		d.must(os.WriteFile(path, []byte(got), 0o644))
		return
	}
	want, err := os.ReadFile(path)
	d.must(err)
	if got != string(want) {
		d.t.Errorf("%s differs; run the tests with -update and look at the difference\nwant:\n%s\ngot:\n%s", path, want, got)
	}
}

// everySize runs a test in both languages at both sizes.
func everySize(t *testing.T, f func(t *testing.T, lang words.Lang, w, h int)) {
	t.Helper()
	for _, lang := range []words.Lang{words.ZH, words.EN} {
		for _, size := range [][2]int{{80, 24}, {120, 40}} {
			t.Run(fmt.Sprintf("%s %dx%d", lang, size[0], size[1]), func(t *testing.T) { f(t, lang, size[0], size[1]) })
		}
	}
}
