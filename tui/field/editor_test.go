package field

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// kit is the kit of the tests: a Monday in March.
func kit(wide bool) Kit {
	return Kit{
		Meter: Meter{Wide: wide}, Clip: &Clip{},
		Now: func() time.Time { return time.Date(2026, 3, 9, 9, 5, 0, 0, time.UTC) },
	}
}

// press makes a key message from the way keys are named: "a", "，", "enter", "shift+left", "ctrl+a".
func press(name string) tea.KeyPressMsg {
	if len([]rune(name)) == 1 {
		return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
	}
	codes := map[string]rune{
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "enter": tea.KeyEnter,
		"home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "esc": tea.KeyEscape,
		"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "tab": tea.KeyTab, "space": ' ',
	}
	var k tea.KeyPressMsg
	parts := strings.Split(name, "+")
	for _, p := range parts[:len(parts)-1] {
		switch p {
		case "shift":
			k.Mod |= tea.ModShift
		case "ctrl":
			k.Mod |= tea.ModCtrl
		}
	}
	last := parts[len(parts)-1]
	if c, ok := codes[last]; ok {
		k.Code = c
	} else {
		k.Code = []rune(last)[0]
	}
	if name == "space" {
		k.Text = " "
	}
	return k
}

// alphabet is what evaluators type, and what breaks editors.
var alphabet = []string{
	"a", "B", "7", " ", "-", "/", ",", "(", ")", "\"", "编", "制", "超", "区", "民", "，", "。", "、", "“", "”", "（", "）", "《", "》",
	"—", "…", "①", "√", "→", "·", "　", "１", "？", "𠮷", "𠀋", "é", "e\u0301", "ạ\u0308", "👍🏽", "👨‍👩‍👧", "🇨🇳", "ก็", "한", "\ue000", "й", "ﾊﾟ",
}

var motions = []string{
	"up", "down", "left", "right", "home", "end", "pgup", "pgdown", "shift+up", "shift+down", "shift+left", "shift+right",
	"shift+home", "shift+end", "ctrl+left", "ctrl+right", "ctrl+home", "ctrl+end", "ctrl+a",
}

// checkView holds what is drawn against what it must be, and finds the cursor's row in the picture.
func checkView(t *rapid.T, e *Editor, w, h int) {
	text, p := e.View(w, h)
	lines := strings.Split(text, "\n")
	m := e.kit.Meter
	if len(lines) > h {
		t.Fatalf("%d lines in %d rows", len(lines), h)
	}
	for _, l := range lines {
		if m.Width(ansi.Strip(l)) > w-1 {
			t.Fatalf("line %q is %d cells, room %d", l, m.Width(l), w-1)
		}
	}
	if p.X < 0 || p.X >= w || p.Y < 0 || p.Y >= len(lines) {
		t.Fatalf("cursor %v outside %dx%d (%d lines)", p, w, h, len(lines))
	}
	line, before := ansi.Strip(lines[p.Y]), ""
	for line != "" && m.Width(before) < p.X {
		size, _ := m.next(line)
		before, line = before+line[:size], line[size:]
	}
	if m.Width(before) != p.X {
		t.Fatalf("cursor cell %d is inside a wide character of %q", p.X, lines[p.Y])
	}
	head := e.pars[e.cur.par][:e.cur.off]
	if !strings.HasSuffix(head, before) {
		t.Fatalf("the picture has %q before the cursor, the text %q", before, head)
	}
}

// picture is everything the editor shows, row by row, by scrolling through it.
func picture(e *Editor, w int) string {
	at := e.cur
	var b strings.Builder
	for i := range e.pars {
		starts := e.wrap.of(e.pars, i)
		for k, from := range starts {
			to := len(e.pars[i])
			if k+1 < len(starts) {
				to = starts[k+1]
			}
			e.cur, e.sel = place{i, from}, false
			text, p := e.View(w, 1)
			if p.Y != 0 || text != e.pars[i][from:to] {
				return fmt.Sprintf("row %d of paragraph %d: %q is not %q", k, i, text, e.pars[i][from:to])
			}
			b.WriteString(text)
		}
		b.WriteByte('\n')
	}
	e.cur = at
	return strings.TrimSuffix(b.String(), "\n")
}

func TestEditorKeepsEverythingInPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := kit(rapid.Bool().Draw(t, "wide")).Editor()
		w, h := rapid.IntRange(4, 40).Draw(t, "w"), rapid.IntRange(1, 8).Draw(t, "h")
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			switch rapid.IntRange(0, 9).Draw(t, "what") {
			case 0, 1, 2, 3, 4:
				for range rapid.IntRange(1, 12).Draw(t, "n") {
					e.Update(tea.PasteMsg{Content: rapid.SampledFrom(alphabet).Draw(t, "char")})
				}
			case 5:
				e.Update(press(rapid.SampledFrom(motions).Draw(t, "move")))
			case 6:
				e.Update(press(rapid.SampledFrom([]string{"backspace", "delete", "enter", "ctrl+x", "ctrl+v", "ctrl+c"}).Draw(t, "key")))
			case 7:
				e.Update(press(rapid.SampledFrom([]string{"ctrl+z", "ctrl+y"}).Draw(t, "undo")))
			case 8:
				e.Click(rapid.IntRange(0, 60).Draw(t, "x"), rapid.IntRange(0, 12).Draw(t, "y"))
			case 9:
				w, h = rapid.IntRange(4, 40).Draw(t, "w"), rapid.IntRange(1, 8).Draw(t, "h")
			}
			checkView(t, e, w, h)
			for i, rows := range e.wrap.rows {
				if rows != nil && !slices.Equal(rows, e.kit.Meter.rows(e.pars[i], e.wrap.w)) {
					t.Fatalf("the wrap cache of %q has %v, anew it is %v", e.pars[i], rows, e.kit.Meter.rows(e.pars[i], e.wrap.w))
				}
			}
			for p := (place{}); ; p = e.next(p) { // every cursor place is a cluster boundary
				if p.off != e.snap(e.pars[p.par], p.off) {
					t.Fatalf("%v is inside a cluster of %q", p, e.pars[p.par])
				}
				if p == e.next(p) {
					break
				}
			}
		}
		if got := picture(e, w); got != e.Value() {
			t.Fatalf("value %q\nshown %q", e.Value(), got)
		}
	})
}

func TestTypedTextIsTheValue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, want := kit(false).Editor(), ""
		for _, s := range rapid.SliceOf(rapid.SampledFrom(append([]string{"\n"}, alphabet...))).Draw(t, "typed") {
			want += s
			if s == "\n" {
				e.Update(press("enter"))
				continue
			}
			for _, r := range s { // as an input method sends it: one message a character
				e.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
			}
		}
		if e.Value() != Clean(want) {
			t.Fatalf("typed %q, value %q", want, e.Value())
		}
	})
}

func TestUndoLeadsBackThroughEveryState(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := kit(false).Editor()
		e.SetValue("起点")
		for range rapid.IntRange(0, 40).Draw(t, "steps") {
			switch rapid.IntRange(0, 3).Draw(t, "what") {
			case 0, 1:
				e.Update(press(rapid.SampledFrom(alphabet[:30]).Draw(t, "char")))
			case 2:
				e.Update(press(rapid.SampledFrom([]string{"backspace", "delete", "enter"}).Draw(t, "key")))
			case 3:
				e.Update(press(rapid.SampledFrom(motions).Draw(t, "move")))
			}
		}
		end := e.Value()
		for e.Update(press("ctrl+z")).Changed {
		}
		if e.Value() != "起点" {
			t.Fatalf("undone to %q", e.Value())
		}
		for e.Update(press("ctrl+y")).Changed {
		}
		if e.Value() != end {
			t.Fatalf("redone to %q, was %q", e.Value(), end)
		}
	})
}

// closing must not stand at a line start.
const closing = "，。、”）》？！；："

func TestNoClosingPunctuationAtLineStart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		chars := rapid.SliceOfN(rapid.SampledFrom([]string{"编", "制", "超", "a", "7", "，", "。", "”", "（", "“"}), 1, 80).Draw(t, "text")
		text := ""
		for i, c := range chars { // at most two marks in a row, as people write
			if i > 1 && strings.ContainsAny(c, closing+"（“") && strings.ContainsAny(chars[i-1], closing+"（“") {
				c = "区"
			}
			text += c
		}
		w := rapid.IntRange(12, 40).Draw(t, "w")
		for i, line := range kit(false).Meter.Wrap(text, w) {
			if i > 0 && strings.ContainsAny(firstRune(line), closing) && strings.Contains(text, "编") && !longWord(text, w) {
				t.Fatalf("line %q starts with a closing mark; text %q width %d", line, text, w)
			}
		}
	})
}

func firstRune(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}

// longWord tells whether a run without a break is wider than a line, so that it must be cut somewhere.
func longWord(s string, w int) bool {
	run := 0
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			run = 0
		}
		run += 2
		if run > w-2 {
			return true
		}
	}
	return false
}

func TestCursorBehindAFullRow(t *testing.T) {
	e := kit(false).Editor()
	for range 10 {
		e.Update(press("编"))
	}
	text, p := e.View(21, 3) // 20 cells of text, one free
	if text != strings.Repeat("编", 10) || p != (Point{20, 0}) {
		t.Errorf("%q %v", text, p)
	}
	e.Update(press("制"))
	if text, p = e.View(21, 3); text != strings.Repeat("编", 10)+"\n制" || p != (Point{2, 1}) {
		t.Errorf("%q %v", text, p)
	}
}

func TestUpAndDownLeaveAtTheEdges(t *testing.T) {
	e := kit(false).Editor()
	e.SetValue("一二三四五六七八\n九")
	e.View(9, 3)
	for i, want := range []bool{true, true, false} {
		if r := e.Update(press("up")); r.Used != want {
			t.Errorf("up %d: used %v", i, r.Used)
		}
	}
	if e.Update(press("shift+up")).Used != true {
		t.Error("a selection never leaves the field")
	}
}

func TestCopyAndPasteInside(t *testing.T) {
	e := kit(false).Editor()
	e.SetValue("超编三人")
	e.Update(press("ctrl+a"))
	if r := e.Update(press("ctrl+c")); r.Cmd == nil || r.Changed {
		t.Error("copying asks the terminal and changes nothing")
	}
	e.Update(press("end"))
	e.Update(press("ctrl+v"))
	if e.Value() != "超编三人超编三人" {
		t.Errorf("%q", e.Value())
	}
}

func TestPasteIsCleaned(t *testing.T) {
	for in, want := range map[string]string{
		"一\r\n二\r三\n四":             "一\n二\n三\n四",
		"甲\t乙":                     "甲    乙",
		"\x1b[31m红\x1b[0m\x07\x00": "红",
		"好\u202e坏\u2066":           "好坏",
		"\ufeff头":                  "头",
		"页\f\u2028段":               "页\n\n段",
	} {
		e := kit(false).Editor()
		e.Update(tea.PasteMsg{Content: in})
		if e.Value() != want {
			t.Errorf("%q became %q, want %q", in, e.Value(), want)
		}
	}
}

func TestReseedIsUndone(t *testing.T) {
	e := kit(false).Editor()
	e.SetValue("已存")
	e.Reseed("已存又写", 6)
	if e.Value() != "已存又写" || e.Offset() != 6 {
		t.Fatalf("%q at %d", e.Value(), e.Offset())
	}
	e.Update(press("ctrl+z"))
	if e.Value() != "已存" {
		t.Errorf("undone to %q", e.Value())
	}
}

func FuzzEditor(f *testing.F) {
	f.Add("超编3人，“三定”规定。\r\nabc def", 20, 3)
	f.Add("\u0301\u0301👨‍👩‍👧🇨🇳🇨", 5, 1)
	f.Fuzz(func(t *testing.T, s string, w, h int) {
		w, h = 4+abs(w)%100, 1+abs(h)%30
		e := kit(false).Editor()
		e.Update(tea.PasteMsg{Content: s})
		if e.Value() != Clean(s) || Clean(Clean(s)) != Clean(s) {
			t.Fatalf("%q became %q", s, e.Value())
		}
		for range 3 {
			text, p := e.View(w, h)
			for _, l := range strings.Split(text, "\n") {
				if e.kit.Meter.Width(l) > w {
					t.Fatalf("%q is wider than %d", l, w)
				}
			}
			if p.X >= w || p.Y >= h {
				t.Fatalf("cursor %v in %dx%d", p, w, h)
			}
			e.Update(press("up"))
			e.Update(press("x"))
		}
	})
}

func abs(n int) int {
	if n < 0 {
		return -(n + 1)
	}
	return n
}

// BenchmarkEditorKey is one key and one draw in a note of 20,000 characters.
func BenchmarkEditorKey(b *testing.B) {
	for name, text := range map[string]string{
		"paragraphs": strings.Repeat(strings.Repeat("区民政局超编三人，", 22)+"\n", 100),
		"one":        strings.Repeat("区民政局超编三人，", 2222),
		"word":       strings.Repeat("a", 20000),
	} {
		b.Run(name, func(b *testing.B) {
			e := kit(false).Editor()
			e.SetValue(text)
			e.SetOffset(len(text) / 2)
			e.View(76, 18)
			for b.Loop() {
				e.Update(press("编"))
				e.View(76, 18)
			}
		})
	}
}
