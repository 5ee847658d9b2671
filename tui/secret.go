package tui

import (
	"strings"
	"unicode/utf8"

	"zoufang/tui/field"

	tea "charm.land/bubbletea/v2"
)

// secretLine is a one-line input whose text does not show: a mark stands for each character. What is typed into it goes
// into no draft, no place to come back to and no clipboard, and is forgotten when it is cleared.
type secretLine struct {
	env  *Env
	line *field.Line
}

func newSecretLine(e *Env) *secretLine { return &secretLine{e, e.Kit.Line()} }

// Update types. Nothing can be copied out.
func (s *secretLine) Update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok && (k.String() == "ctrl+c" || k.String() == "ctrl+x") {
		return nil
	}
	return s.line.Update(msg).Cmd
}

// Value is what was typed.
func (s *secretLine) Value() string { return s.line.Value() }

// Clear forgets what was typed, and how.
func (s *secretLine) Clear() { s.line.SetValue("") }

// view draws the label and the marks in w cells; the cursor stands where an input method puts its window.
func (s *secretLine) view(label string, focus bool, w, row int) (string, *tea.Cursor) {
	e := s.env
	text := s.line.Value()
	before := utf8.RuneCountInString(text[:s.line.Offset()])
	head := "   " + label + " ["
	if focus {
		head = "   " + e.Style.Accent.Render(label) + " ["
	}
	room := min(max(w-e.Width(head)-3, 8), 40)
	from := max(0, before-room+1)
	marks := strings.Repeat("*", min(utf8.RuneCountInString(text)-from, room))
	line := head + e.Kit.Meter.Pad(marks, room) + "]"
	if !focus {
		return line, nil
	}
	return line, bar(e.Width(head)+before-from, row)
}
