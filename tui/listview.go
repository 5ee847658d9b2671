package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// FilterLine draws the filter line in w cells, and the cell of its cursor.
func (l *List) FilterLine(label string, w int) (string, *tea.Cursor) {
	e := l.env
	label = " " + label + " ["
	room := max(4, w-e.Width(label)-1)
	text, p := l.query.View(room, 1)
	return label + e.Kit.Meter.Pad(text, room) + "]", bar(e.Width(label)+p.X, 0)
}

// View draws the filter line, when there is one, and below it what Rows draws.
func (l *List) View(w, h int) (string, *tea.Cursor) {
	var (
		lines  []string
		cursor *tea.Cursor
	)
	if l.Filter {
		var text string
		text, cursor = l.FilterLine("", min(w, 40))
		lines = append(lines, text, "")
	}
	body := l.Rows(w, h-len(lines))
	l.head += len(lines)
	return strings.Join(append(lines, body...), "\n"), cursor
}

// Rows draws titles and the visible rows, without a filter line, in at most h lines.
func (l *List) Rows(w, h int) []string {
	var lines []string
	widths := l.fit(w)
	if !l.NoTitles && l.titled() {
		titles := make([]string, len(l.columns))
		for i, c := range l.columns {
			titles[i] = c.Title
		}
		lines = append(lines, l.env.Style.Faint.Render("   "+l.line(titles, widths)))
	}
	l.head = len(lines)
	l.h = max(1, h-len(lines))
	if len(l.shown) == 0 {
		for _, s := range l.env.Wrap(l.Empty, w-4) {
			lines = append(lines, "   "+s)
		}
		return lines[:min(len(lines), max(h, 0))]
	}
	if l.at < l.top {
		l.top = l.at
	}
	l.top = max(0, min(max(l.top, l.at-l.h+1), len(l.shown)-l.h))
	for i := l.top; i < min(len(l.shown), l.top+l.h); i++ {
		lines = append(lines, l.row(i, widths))
	}
	return lines
}

func (l *List) row(i int, widths []int) string {
	row := l.shown[i]
	line := l.line(l.cells(row), widths)
	switch {
	case i == l.at && !l.Idle:
		return l.env.Style.Selected.Render(" > " + line)
	case i == l.at:
		return " > " + line
	case l.Style != nil:
		return "   " + l.Style(row, line)
	}
	return "   " + line
}

func (l *List) titled() bool {
	for _, c := range l.columns {
		if c.Title != "" {
			return true
		}
	}
	return false
}

func (l *List) line(cells []string, widths []int) string {
	parts := make([]string, 0, len(widths))
	for i, w := range widths {
		cell := ""
		if i < len(cells) {
			cell = cells[i]
		}
		switch {
		case w < 0:
		case l.columns[i].Right:
			parts = append(parts, l.env.PadLeft(cell, w))
		default:
			parts = append(parts, l.env.Pad(cell, w))
		}
	}
	return strings.Join(parts, "  ")
}

// fit gives each column its width in a list of w columns; -1 for a column that is not shown.
func (l *List) fit(w int) []int {
	if l.widths == nil {
		l.measure()
	}
	widths := make([]int, len(l.columns))
	room, grow := w-4, -1
	for i, c := range l.columns {
		if c.Wide && w < wideWidth {
			widths[i] = -1
			continue
		}
		widths[i] = l.widths[i]
		room -= widths[i] + 2
		if c.Grow {
			grow = i
		}
	}
	room += 2
	if grow < 0 {
		return widths
	}
	widths[grow] += room
	l.yield(widths, grow)
	widths[grow] = max(4, widths[grow])
	return widths
}

// leastText is as narrow as a column of text gets before another gives way.
const leastText = 8

// yield takes cells from the widest columns of text until the growing column has its least width: a name that cannot be
// told from the next is worth less than a state that is cut.
func (l *List) yield(widths []int, grow int) {
	for widths[grow] < l.columns[grow].Min {
		widest := -1
		for i, c := range l.columns {
			if i != grow && !c.Right && widths[i] > max(c.Min, leastText) && (widest < 0 || widths[i] > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return
		}
		widths[widest]--
		widths[grow]++
	}
}

func (l *List) measure() {
	l.widths = make([]int, len(l.columns))
	for i, c := range l.columns {
		l.widths[i] = max(c.Min, l.env.Width(c.Title))
	}
	for row := range min(l.n, measured) {
		for i, cell := range l.cells(row) {
			if i < len(l.widths) {
				l.widths[i] = max(l.widths[i], l.env.Width(l.env.Clean(cell)))
			}
		}
	}
	for i, c := range l.columns {
		if c.Max > 0 {
			l.widths[i] = min(l.widths[i], c.Max)
		}
	}
}
