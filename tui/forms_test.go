package tui

import (
	"image/color"
	"math"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"zoufang/words"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/width"
)

// Every golden screen is also drawn in the forms that poor terminals show. They need no pictures of their own: what must
// be true of them is looked up in the picture.

// forms draws the screen that stands there once more without colours and once with plain characters only.
func (d *driver) forms(name string) {
	d.t.Helper()
	e := d.app.env
	d.tellsWithoutColours(name)
	ascii, style := e.ASCII, e.Style
	e.ASCII, e.Style = true, NewStyles(true, true)
	picture := d.Screen()
	e.ASCII, e.Style = ascii, style
	if e.Kit.Meter.Wide {
		return // such a terminal answered how wide it draws them, and is believed
	}
	for i, line := range strings.Split(picture, "\n") {
		for _, r := range line {
			if width.LookupRune(r).Kind() == width.EastAsianAmbiguous && !typedSigns[r] {
				d.t.Errorf("%s: row %d of the ASCII form holds %c (%U): %q", name, i+1, r, r, line)
			}
		}
	}
}

// typedSigns are signs of doubtful width that only people type; --ascii draws them as they are.
var typedSigns = map[rune]bool{'\u0301': true}

// sgr is an escape sequence that sets a look.
var sgr = regexp.MustCompile("\x1b\\[([0-9;:]*)m")

// stretch is text of one look, and what stands before it in its row.
type stretch struct {
	text, before string
	params       string
}

// stretches cuts a drawn row by its looks.
func stretches(row string) (list []stretch) {
	params, at, before := "", 0, ""
	add := func(text string) {
		if text = ansi.Strip(text); text != "" {
			list = append(list, stretch{text, before, params})
			before += text
		}
	}
	for _, m := range sgr.FindAllStringSubmatchIndex(row, -1) {
		add(row[at:m[0]])
		if p := row[m[2]:m[3]]; p == "" || p == "0" {
			params = ""
		} else {
			params += ";" + p
		}
		at = m[1]
	}
	add(row[at:])
	return list
}

// looks tells whether a stretch is drawn in a style.
func (s stretch) looks(style lipgloss.Style) bool {
	m := sgr.FindStringSubmatch(style.Render("x"))
	return m != nil && ";"+m[1] == s.params
}

// tellsWithoutColours fails where only a look says which row is selected, where the focus is, or how something stands.
func (d *driver) tellsWithoutColours(name string) {
	d.t.Helper()
	st := d.app.env.Style
	cursor := d.app.View().Cursor != nil
	above := false // the row above is selected, and this one goes on with its text
	for i, row := range strings.Split(d.app.View().Content, "\n") {
		whole, selected := ansi.Strip(row), false
		for _, s := range stretches(row) {
			selected = selected || s.looks(st.Selected)
			switch {
			case strings.TrimSpace(s.text) == "":
			case s.looks(st.Selected) && above && strings.HasPrefix(s.text, "    "):
			case s.looks(st.Accent) && cursor: // it stands where the focus is
			case s.looks(st.Selected), s.looks(st.Accent):
				if !strings.ContainsAny(s.text, ">[<*(（") && !marked(s.before) && !strings.ContainsAny(whole, ">[") {
					d.t.Errorf("%s: row %d: only its look tells %q from the rest of %q", name, i+1, s.text, whole)
				}
			case s.looks(st.Good), s.looks(st.Warn), s.looks(st.Bad):
				if !strings.ContainsFunc(s.text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '!' || r == '-' }) {
					d.t.Errorf("%s: row %d: only its colour says what %q means in %q", name, i+1, s.text, whole)
				}
			}
		}
		above = selected
	}
}

// marked tells whether a mark of selection stands right before a stretch.
func marked(before string) bool {
	before = strings.TrimRight(before, " ")
	for _, mark := range []string{">", "[", "<", "*", "(x)", "（x）", "[x]"} {
		if strings.HasSuffix(before, mark) {
			return true
		}
	}
	return false
}

// Every sign of doubtful width in the program's own sentences has a plain one of the same width.
func TestPlainSignsAreNarrow(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	e := d.app.env
	e.ASCII = true
	all := "“”‘’…—–·×÷±°※→←↑↓α κ─│┌┐└┘①②③"
	if got := e.plainText(all); e.Width(got) != e.Width(all) || strings.ContainsFunc(got, func(r rune) bool { return r >= 0x80 }) {
		t.Errorf("%q became %q", all, got)
	}
	e.Kit.Meter.Wide = true
	if e.plainText(all) != all {
		t.Error("a terminal that draws them wide is laid out for them")
	}
	e.Kit.Meter.Wide, e.ASCII = false, false
	if e.plainText(all) != all {
		t.Error("changed without --ascii")
	}
}

// Text is legible on the backgrounds it is drawn for: WCAG asks for 4.5 to 1 of text, and 3 to 1 is enough for none.
func TestColoursAreLegible(t *testing.T) {
	grounds := map[bool][]string{
		true:  {"#000000", "#0d1117", "#1e1e1e", "#282828", "#2e3436"}, // black, and the dark grounds of common terminals
		false: {"#ffffff", "#fdf6e3", "#f6f8fa", "#eeeeec"},
	}
	for dark, list := range grounds {
		st := NewStyles(dark, false)
		for name, style := range map[string]lipgloss.Style{"faint": st.Faint, "accent": st.Accent, "good": st.Good, "warn": st.Warn, "bad": st.Bad, "key": st.Key} {
			for _, ground := range list {
				if c := contrast(style.GetForeground(), lipgloss.Color(ground)); c < 4.5 {
					t.Errorf("%s on %s (dark %v): %.2f to 1", name, ground, dark, c)
				}
			}
		}
	}
	if c := contrast(lipgloss.Color("#777777"), lipgloss.Color("#ffffff")); c < 4.47 || c > 4.49 {
		t.Errorf("#777777 on white is %.3f to 1, and WCAG says 4.48", c)
	}
}

// contrast is the ratio of WCAG 2 between two colours, 1 to 21.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		x := float64(v) / 0xffff
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}
