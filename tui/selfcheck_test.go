package tui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

func goodTerminal() Terminal {
	return Terminal{System: "linux/amd64", Terminal: true, Term: "xterm-256color", Locale: "zh_CN.UTF-8", Width: 80, Height: 24}
}

func TestTerminalAdvice(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Terminal)
		want   string // codes without their room; ! before bad ones
	}{
		"good":          {func(*Terminal) {}, "fine"},
		"pipe":          {func(t *Terminal) { t.Terminal = false }, "!pipe"},
		"dumb":          {func(t *Terminal) { t.Term = "dumb" }, "!dumb"},
		"no TERM":       {func(t *Terminal) { t.Term = "" }, "!dumb"},
		"Windows":       {func(t *Terminal) { t.System, t.Term, t.Locale, t.CodePage = "windows/amd64", "", "", 936 }, "codepage conhost"},
		"Win Terminal":  {func(t *Terminal) { t.System, t.Term, t.Locale, t.Modern = "windows/amd64", "", "", true }, "fine"},
		"macOS":         {func(t *Terminal) { t.System, t.Locale = "darwin/arm64", "" }, "fine"},
		"text console":  {func(t *Terminal) { t.Term = "linux" }, "!console"},
		"GBK":           {func(t *Terminal) { t.Locale = "zh_CN.GBK" }, "!locale"},
		"small":         {func(t *Terminal) { t.Width = 79 }, "!small"},
		"wide dashes":   {func(t *Terminal) { t.Asked, t.Widths = true, cells(2, 2, 2, 1) }, "ambiguous"},
		"narrow han":    {func(t *Terminal) { t.Asked, t.Widths = true, cells(1, 1, 1, 2) }, "!han rare mark"},
		"no answer":     {func(t *Terminal) { t.Asked, t.Widths = true, cells(2) }, "silent"},
		"far and quiet": {func(t *Terminal) { t.SSH, t.Tmux, t.GNUScreen, t.NoColor = true, true, true, true }, "nocolor tmux gnuscreen ssh"},
	} {
		x := goodTerminal()
		c.change(&x)
		var got []string
		for _, a := range x.Advise() {
			code := strings.TrimPrefix(a.Code, "selfcheck.")
			if a.Bad {
				code = "!" + code
			}
			got = append(got, code)
			if strings.Contains(words.Say(words.EN, a.Code, a.Args...), "%!") || !words.Known(a.Code) {
				t.Errorf("%s: the sentence of %s does not fit", name, a.Code)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %q, want %q", name, s, c.want)
		}
	}
}

func cells(list ...int) (out []SampleSize) {
	for i, n := range list {
		x := samples[i]
		x.Cells = n
		out = append(out, x)
	}
	return out
}

func newTestSelfCheck(lang words.Lang) *selfCheck {
	s := newSelfCheck(&Env{Lang: lang, Now: time.Now, Kit: field.Kit{Clip: &field.Clip{}, Now: time.Now}}, goodTerminal())
	s.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	return s
}

// Everything that arrives is named, typed text also stands in the input with the cursor behind it, and only the ways out
// end the page.
func TestSelfCheckNamesWhatArrives(t *testing.T) {
	s := newTestSelfCheck(words.EN)
	for _, x := range []struct {
		msg  tea.Msg
		want string
	}{
		{tea.KeyPressMsg{Code: '访', Text: "访"}, "text “访”"},
		{tea.KeyPressMsg{Code: tea.KeyF5}, "key F5"},
		{tea.KeyPressMsg{Code: 'e', Mod: tea.ModCtrl}, "key Ctrl+E"},
		{tea.PasteMsg{Content: "区民政局\n三楼"}, "a paste of 7 characters, 2 lines"},
		{tea.MouseClickMsg{X: 4, Y: 2, Button: tea.MouseLeft}, "a click in column 5, row 3"},
		{tea.MouseWheelMsg{Button: tea.MouseWheelUp}, "the mouse wheel"},
		{tea.KeyPressMsg{Code: tea.KeyEscape}, "key Esc"},
	} {
		if _, cmd := s.Update(x.msg); cmd != nil {
			t.Fatalf("%v ends the page", x.msg)
		}
		lines, _ := s.lines()
		if text := strings.Join(lines, "\n"); !strings.Contains(text, x.want) {
			t.Errorf("the page does not say %q:\n%s", x.want, text)
		}
	}
	lines, at := s.lines()
	if before := s.env.Kit.Meter.Cut(lines[at.Y], at.X, ""); !strings.HasSuffix(before, "访区民政局 三楼") {
		t.Errorf("left of the cursor stands %q", before)
	}
	if _, cmd := s.Update(tea.KeyPressMsg{Code: tea.KeyEscape}); cmd == nil {
		t.Error("a second Esc does not end the page")
	}
	if _, cmd := newTestSelfCheck(words.ZH).Update(tea.KeyPressMsg{Code: 'q', Mod: tea.ModCtrl}); cmd == nil {
		t.Error("Ctrl+Q does not end the page")
	}
}

// The terminal is asked for one sample after the other; where dashes are wide, lines are drawn with plain characters.
func TestSelfCheckAsksForWidths(t *testing.T) {
	for wide, corner := range map[int]string{1: "┌", 2: "+"} {
		s := newTestSelfCheck(words.ZH)
		for _, n := range []int{2, wide, 2, 1} {
			if _, cmd := s.Update(probeMsg{}); cmd == nil || s.over {
				t.Fatal("the terminal is not asked")
			}
			s.Update(tea.CursorPositionMsg{X: n, Y: 2})
		}
		if !s.over || len(s.term.Widths) != 4 {
			t.Errorf("after all answers: over %v, %v", s.over, s.term.Widths)
		}
		lines, _ := s.lines()
		if text := strings.Join(lines, "\n"); !strings.Contains(text, corner) {
			t.Errorf("dashes of %d cells: no %q in\n%s", wide, corner, text)
		}
		if advised := slices.ContainsFunc(s.term.Advise(), func(a Advice) bool { return a.Code == "selfcheck.ambiguous" }); advised != (wide == 2) {
			t.Errorf("dashes of %d cells: advised is %v", wide, advised)
		}
	}
}

// The ruler's rows are all as wide as the box, and no size of the window breaks the page.
func TestSelfCheckFits(t *testing.T) {
	for _, lang := range []words.Lang{words.ZH, words.EN} {
		s := newTestSelfCheck(lang)
		s.Update(answerOverMsg{})
		for _, row := range Ruler(s.env.Kit.Meter.Pad) {
			if w := s.env.Width(row[0]); w != RulerWidth {
				t.Errorf("%q is %d cells wide", row[0], w)
			}
		}
		for w := 1; w <= 130; w += 3 {
			for h := 1; h <= 45; h += 4 {
				s.Update(tea.WindowSizeMsg{Width: w, Height: h})
				s.Update(tea.KeyPressMsg{Code: tea.KeyPgDown})
				rows := strings.Split(s.View().Content, "\n")
				if len(rows) != h {
					t.Fatalf("%dx%d: %d rows", w, h, len(rows))
				}
				for _, r := range rows {
					if s.env.Width(r) > w {
						t.Fatalf("%dx%d: a row is too wide: %q", w, h, r)
					}
				}
			}
		}
	}
}

// At 80x24 nothing that the page says is cut off, whatever the terminal calls itself.
func TestSelfCheckSaysAll(t *testing.T) {
	for _, lang := range []words.Lang{words.ZH, words.EN} {
		s := newTestSelfCheck(lang)
		s.term.Term, s.term.Name, s.term.Profile = "tmux-256color-with-a-long-name", "tmux 3.3a", "TrueColor"
		s.Update(answerOverMsg{})
		squeeze := func(text string) string { return strings.Join(strings.Fields(ansi.Strip(text)), "") }
		page := squeeze(s.View().Content)
		for _, row := range s.term.Facts(lang) {
			if !strings.Contains(page, squeeze(row[1])) {
				t.Errorf("%q is cut off", row[1])
			}
		}
		for _, x := range []words.Text{words.SelfCursor, words.SelfKeys, words.SelfRuler, words.SelfNothing, words.SelfType} {
			if !strings.Contains(page, squeeze(x.In(lang))) {
				t.Errorf("%q is cut off", x.In(lang))
			}
		}
	}
}
