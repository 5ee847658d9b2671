package tui

import (
	"slices"
	"strings"

	"zoufang/store"
	"zoufang/words"
)

// Frame draws the sides beside each other, and below them what the decision needs.
func (s *settle) Frame(w, h int) Frame {
	e := s.env
	switch {
	case !s.read:
		return Frame{Body: " " + e.T(words.Reading)}
	case s.at < 0:
		return Frame{Body: " " + e.T(words.SettleGone)}
	}
	c := s.all[s.at]
	unit := s.names.of[c.Unit]
	title := strings.TrimSpace(unit + "   " + s.names.registerWord(e, c.Record, c.Kind, c.Field))
	lines := []string{" " + e.Style.Title.Render(e.Cut(title, w-2)), e.Rule(w)}
	low := s.form.Height(w)
	note := s.note(c)
	if note != "" {
		low++
	}
	s.room = max(4, h-len(lines)-low-1)
	lines = append(lines, s.compare(c, w, s.room)...)
	lines = append(lines, e.Rule(w))
	if note != "" {
		lines = append(lines, " "+e.Cut(note, w-2))
	}
	s.form.top = len(lines)
	body, cursor := s.form.View(w, h-len(lines))
	if cursor != nil {
		cursor.Y += len(lines)
	}
	return Frame{strings.Join(append(lines, body), "\n"), cursor}
}

// note is what stands above the form: the question, or what is united without being asked.
func (s *settle) note(c store.Conflict) string {
	if c.Edited {
		return s.env.T(words.SettleAsked)
	}
	if n := s.form.evidence(); n > 0 && s.form.Value(settleSide) == settleOwn {
		return s.env.T(words.SettleUnion, n)
	}
	return ""
}

// evidence counts the pieces of evidence of all sides together.
func (f *settleForm) evidence() int {
	for _, p := range f.parts {
		if p.list {
			return len(store.UniteLists(p.raw...))
		}
	}
	return 0
}

// compare draws the sides in columns: two at 80 columns, three from 120; the others follow below.
func (s *settle) compare(c store.Conflict, w, h int) []string {
	n := min(len(c.Sides), 2)
	if w >= wideWidth {
		n = min(len(c.Sides), 3)
	}
	var rows []string
	for i := 0; i < len(c.Sides); i += n {
		if i > 0 {
			rows = append(rows, "")
		}
		rows = append(rows, s.columns(c, c.Sides[i:min(i+n, len(c.Sides))], i, w/n)...)
	}
	s.rows = len(rows)
	s.from = max(0, min(s.from, s.rows-h))
	return rows[s.from:min(len(rows), s.from+h)]
}

// columns draws some sides beside each other, equal parts on equal rows. Parts that differ carry a star.
func (s *settle) columns(c store.Conflict, sides []store.Sibling, first, cw int) []string {
	e := s.env
	var keys []string
	cells := make([]map[string]valuePart, len(sides))
	for i, side := range sides {
		cells[i] = map[string]valuePart{}
		kind, field := sideRegister(c, side)
		for _, p := range s.names.sideParts(e, kind, field, side) {
			cells[i][p.key] = p
			if !slices.Contains(keys, p.key) {
				keys = append(keys, p.key)
			}
		}
	}
	heads := make([][]string, len(sides))
	for i, side := range sides {
		who := strings.Join([]string{e.sideWord(c, first+i), e.personName(side.By), e.laptop(side.Device), e.moment(side.At)}, "  ")
		heads[i] = []string{e.Style.Accent.Render(e.Cut(who, cw-3)), ""}
		if why := c.Why[first+i]; why.Decision {
			heads[i][1] = e.Cut(e.T(words.SettleDecided, e.Clean(why.Reason)), cw-3)
		}
	}
	label := 0
	for i := range cells {
		for _, p := range cells[i] {
			label = min(10, max(label, e.Width(p.label)))
		}
	}
	rows := beside(e, heads, cw)
	for _, key := range keys {
		col := make([][]string, len(sides))
		for i := range sides {
			col[i] = e.besideCell(cells, i, key, label, cw-3)
		}
		rows = append(rows, beside(e, col, cw)...)
	}
	return rows
}

// besideCell is one part of one side: a star when the sides differ in it, its name in lw cells, its value.
func (e *Env) besideCell(cells []map[string]valuePart, i int, key string, lw, w int) []string {
	p := cells[i][key]
	mark, label := "  ", p.label
	for j := range cells {
		if cells[j][key].value != p.value {
			mark = "* "
		}
		if label == "" {
			label = cells[j][key].label
		}
	}
	if key == "" {
		mark = ""
	}
	lead := mark
	if label != "" {
		lead += e.Pad(label, lw) + "  "
	}
	value := p.value
	if value == "" {
		value = e.T(words.HistoryEmpty)
	}
	var lines []string
	for n, l := range e.Wrap(value, max(8, w-e.Width(lead))) {
		if n > 0 {
			lead = strings.Repeat(" ", e.Width(lead))
		}
		lines = append(lines, lead+l)
	}
	return lines
}

// sideParts are the parts of one side.
func (n *names) sideParts(e *Env, kind store.Kind, field string, side store.Sibling) []valuePart {
	if side.Unread {
		return []valuePart{{"", "", e.T(words.HistoryUnread)}}
	}
	return n.parts(e, kind, field, side.Text)
}

// beside puts columns of cw cells next to each other, with a bar between.
func beside(e *Env, cols [][]string, cw int) []string {
	rows := 0
	for _, c := range cols {
		rows = max(rows, len(c))
	}
	lines := make([]string, rows)
	for y := range lines {
		for i, c := range cols {
			text := ""
			if y < len(c) {
				text = c[y]
			}
			text = " " + e.Kit.Meter.Cut(text, cw-3, "…")
			if i < len(cols)-1 {
				text += strings.Repeat(" ", max(0, cw-2-e.Width(text))) + e.Style.Faint.Render(e.Style.Bar) + " "
			}
			lines[y] += text
		}
	}
	return lines
}
