package tui

import (
	"charm.land/lipgloss/v2"
)

// Styles are the looks by what they mean. Five colours: neutral, accent, good, warn, bad; each also has a word or
// an attribute, so that nothing is said by colour alone.
type Styles struct {
	Head     lipgloss.Style // header row
	Title    lipgloss.Style // a heading in the body
	Faint    lipgloss.Style // what is less important, what does not work now
	Accent   lipgloss.Style // focus
	Selected lipgloss.Style // the selected row
	Good     lipgloss.Style
	Warn     lipgloss.Style
	Bad      lipgloss.Style
	Key      lipgloss.Style // the name of a key

	Rule string // one cell of a horizontal rule
	Bar  string // the vertical bar between two panes
}

// NewStyles makes the styles for a dark or light background; ascii draws lines with - and |.
func NewStyles(dark, ascii bool) Styles {
	pick := lipgloss.LightDark(dark)
	colour := func(light, dark string) lipgloss.Style {
		return lipgloss.NewStyle().Foreground(pick(lipgloss.Color(light), lipgloss.Color(dark)))
	}
	s := Styles{
		Head:     lipgloss.NewStyle().Bold(true),
		Title:    lipgloss.NewStyle().Bold(true),
		Faint:    colour("#5f6670", "#9aa3ad"),
		Accent:   colour("#0550ae", "#79c0ff").Bold(true),
		Selected: lipgloss.NewStyle().Reverse(true),
		Good:     colour("#116329", "#7ee787"),
		Warn:     colour("#7d4e00", "#e3b341"),
		Bad:      colour("#a40e26", "#ff7b72").Bold(true),
		Key:      colour("#0550ae", "#79c0ff"),
		Rule:     "─",
		Bar:      "│",
	}
	if ascii {
		s.Rule, s.Bar = "-", "|"
	}
	return s
}
