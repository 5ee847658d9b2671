package tui

import (
	"strings"

	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// spot is where an item's input stands in the lines of the form.
type spot struct{ item, x, y, w, h int }

// View draws the form in w columns and h rows: each row's fields side by side while they fit, the rest below.
func (f *Form) View(w, h int) (string, *tea.Cursor) {
	lines, cursor := f.lines(w, h)
	if cursor != nil {
		if cursor.Y < f.from {
			f.from = cursor.Y
		}
		f.from = max(f.from, cursor.Y-h+1)
	}
	f.from = max(0, min(f.from, len(lines)-h))
	if cursor != nil {
		cursor.Y -= f.from
	}
	return strings.Join(lines[f.from:min(len(lines), f.from+h)], "\n"), cursor
}

// Height is the number of lines the form takes in w columns, notes of no fixed height counted with three rows.
func (f *Form) Height(w int) int {
	lines, _ := f.lines(w, 0)
	return len(lines)
}

func (f *Form) lines(w, h int) (lines []string, cursor *tea.Cursor) {
	f.spots, f.w = f.spots[:0], w
	n := 0
	for _, row := range f.rows {
		line, x := " ", 1
		for _, it := range row {
			if !it.here() {
				n++
				continue
			}
			if it.In == InText {
				if x > 1 {
					lines = append(lines, line)
				}
				var c *tea.Cursor
				lines, c = f.note(lines, n, it, w, h)
				if c != nil {
					cursor = c
				}
				line, x = " ", 1
				n++
				continue
			}
			need := f.need(it)
			if x > 1 && x+need > w {
				lines = append(lines, line)
				line, x = " ", 1
			}
			text, c := f.inline(n, it, x, len(lines), w)
			if c != nil {
				cursor = c
			}
			line += text + "  "
			x = f.env.Width(line)
			n++
		}
		if x > 1 {
			lines = append(lines, strings.TrimRight(line, " "))
		}
	}
	return lines, cursor
}

// need is the least room of an inline item.
func (f *Form) need(it *item) int {
	e := f.env
	n := e.Width(e.T(it.Label)) + 1 + e.Width(f.mark(it))
	if u := e.T(it.Unit); u != "" {
		n += e.Width(u) + 1
	}
	if c, ok := it.input.(*field.Choice); ok {
		return n + c.Width()
	}
	if it.Width == 0 {
		return n + 20
	}
	return n + it.Width + 3
}

// mark says in a word what is special about an item.
func (f *Form) mark(it *item) string {
	e := f.env
	switch {
	case it.problem != nil:
		return " " + e.T(words.MarkBad)
	case it.reg.Contested:
		return " " + e.T(words.MarkContested)
	case it.reg.Waiting:
		return " " + e.T(words.MarkWaiting)
	}
	return ""
}

// inline draws label, brackets and input on one line that begins at cell x.
func (f *Form) inline(n int, it *item, x, y, w int) (string, *tea.Cursor) {
	e := f.env
	label, unit, mark := e.T(it.Label), e.T(it.Unit), f.mark(it)
	if unit != "" {
		unit = " " + unit
	}
	if mark != "" {
		mark = e.Style.Warn.Render(mark)
	}
	at := x + e.Width(label) + 1
	if c, ok := it.input.(*field.Choice); ok {
		text, p := c.View(max(8, w-at-e.Width(unit+mark)), 1)
		f.spots = append(f.spots, spot{n, at, y, c.Width(), 1})
		return f.name(n, label) + " " + text + unit + mark, f.cursor(n, at+p.X, y)
	}
	room := it.Width + 1
	if it.Width == 0 || at+room+2 > w {
		room = max(4, w-at-3-e.Width(unit+mark))
	}
	text, p := it.input.View(room, 1)
	f.spots = append(f.spots, spot{n, at + 1, y, room, 1})
	open, end := "[", "]"
	if n == f.at {
		open, end = e.Style.Accent.Render(open), e.Style.Accent.Render(end)
	}
	return f.name(n, label) + " " + open + e.Kit.Meter.Pad(text, room) + end + unit + mark, f.cursor(n, at+1+p.X, y)
}

func (f *Form) name(n int, label string) string {
	if n == f.at {
		return f.env.Style.Accent.Render(label)
	}
	return label
}

func (f *Form) cursor(n, x, y int) *tea.Cursor {
	if n != f.at {
		return nil
	}
	return bar(x, y)
}

// note draws a label line and the rows of a note below it.
func (f *Form) note(lines []string, n int, it *item, w, h int) ([]string, *tea.Cursor) {
	e, ed := f.env, it.input.(*field.Editor)
	head := " " + f.name(n, e.T(it.Label)) + e.Style.Warn.Render(f.mark(it))
	lines = append(lines, e.Sides(w-1, head, e.Style.Faint.Render(e.T(words.Chars, ed.Len()))))
	rows := it.Height
	if rows == 0 {
		rows = max(3, h-len(lines))
	}
	text, p := ed.View(w-5, rows)
	f.spots = append(f.spots, spot{n, 3, len(lines), w - 5, rows})
	c := f.cursor(n, 3+p.X, len(lines)+p.Y)
	drawn := strings.Split(text, "\n")
	for i := range rows {
		if i < len(drawn) {
			lines = append(lines, "   "+drawn[i])
		} else {
			lines = append(lines, "")
		}
	}
	return lines, c
}

// Click puts the focus and the cursor under a cell of the last view.
func (f *Form) Click(x, y int) tea.Cmd {
	y += f.from
	for _, s := range f.spots {
		if y < s.y || y >= s.y+s.h || x < s.x-1 || x > s.x+s.w {
			continue
		}
		cmd := f.To(s.item)
		it := f.items[s.item]
		switch in := it.input.(type) {
		case *field.Choice:
			if in.Click(x-s.x, 0) {
				cmd = tea.Batch(cmd, f.typed(it))
			}
		case interface{ Click(x, y int) }:
			in.Click(x-s.x, y-s.y)
		}
		return cmd
	}
	return nil
}
