package tui

import (
	"strings"

	"zoufang/tui/field"
)

// The sizes the screens are made for.
const (
	minWidth  = 80
	minHeight = 24
	wideWidth = 120 // from here a second pane has room
	frameRows = 4   // header, rule, hint, key bar
)

// fit makes body exactly h lines, none wider than w.
func fit(m field.Meter, body string, w, h int) []string {
	lines := strings.Split(body, "\n")
	if len(lines) > h {
		lines = lines[:h]
	}
	for i, l := range lines {
		lines[i] = m.Cut(l, w, "")
	}
	for len(lines) < h {
		lines = append(lines, "")
	}
	return lines
}

// Sides puts left and right at the two ends of a row of w cells; left gives way.
func (e *Env) Sides(w int, left, right string) string {
	m := e.Kit.Meter
	room := w - m.Width(right)
	if right != "" {
		room--
	}
	left = m.Cut(left, max(room, 0), "…")
	return left + strings.Repeat(" ", max(0, w-m.Width(left)-m.Width(right))) + m.Cut(right, w, "…")
}

// pairs draws names and what they stand for in w cells; the second column is wrapped under itself.
func (e *Env) pairs(rows [][2]string, w int) (lines []string) {
	names := 0
	for _, r := range rows {
		names = max(names, e.Width(r[0]))
	}
	for _, r := range rows {
		for i, l := range e.Wrap(r[1], w-names-6) {
			if i > 0 {
				r[0] = ""
			}
			lines = append(lines, "   "+e.Style.Faint.Render(e.Pad(r[0], names))+"  "+l)
		}
	}
	return lines
}

// Rule is a horizontal rule of w cells.
func (e *Env) Rule(w int) string {
	return e.Style.Faint.Render(strings.Repeat(e.Style.Rule, max(w, 0)))
}

// Panes puts two bodies of h rows beside each other with a bar between: the left one in wl cells.
func (e *Env) Panes(left, right string, wl, w, h int) string {
	m := e.Kit.Meter
	l, r := fit(m, left, wl, h), fit(m, right, w-wl-2, h)
	bar := e.Style.Faint.Render(e.Style.Bar)
	for i := range l {
		l[i] += strings.Repeat(" ", max(0, wl-m.Width(l[i]))) + bar + " " + r[i]
	}
	return strings.Join(l, "\n")
}

// Clean makes text from the book fit to be drawn on one line. Everything that people typed goes through it.
func (e *Env) Clean(s string) string { return field.CleanLine(s) }

// Cut is one cleaned line of at most w cells.
func (e *Env) Cut(s string, w int) string { return e.Kit.Meter.Cut(field.CleanLine(s), w, "…") }

// Wrap is cleaned text broken into lines of at most w cells.
func (e *Env) Wrap(s string, w int) []string { return e.Kit.Meter.Wrap(s, w) }

// Pad is one cleaned line of exactly w cells.
func (e *Env) Pad(s string, w int) string { return e.Kit.Meter.Pad(field.CleanLine(s), w) }

// PadLeft is Pad for numbers.
func (e *Env) PadLeft(s string, w int) string { return e.Kit.Meter.PadLeft(field.CleanLine(s), w) }

// Width is the number of cells of s.
func (e *Env) Width(s string) int { return e.Kit.Meter.Width(s) }
