package tui

import (
	"strings"

	"zoufang/checklist"
	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// The looks and the keys of the headcount.

const headCell = 6 // cells of a number

// view draws the table in w columns and h rows, and below it the suggestion for the selected row.
func (t *headcount) view(w, h int) ([]string, *tea.Cursor) {
	e := t.env
	name, note := t.widths(w)
	title := e.Pad(e.T(words.HeadTitle), name)
	for _, col := range headColumns {
		title += "  " + e.PadLeft(e.T(words.ColumnWords[string(col)]), headCell)
	}
	lines := []string{e.Style.Faint.Render("   " + title)}
	foot := append(t.atHand(w), t.foot(w)...)
	room := max(1, h-1-len(foot))
	t.top = max(0, min(min(t.top, t.at), len(t.lines)-room))
	t.top = max(t.top, t.at-room+1)
	var cursor *tea.Cursor
	for i := t.top; i < min(len(t.lines), t.top+room); i++ {
		lines = append(lines, t.line(i, name, note))
		if i == t.at && t.typing {
			x := 3 + name + (headCell+2)*t.col + 2
			cursor = bar(x+headCell, len(lines)-1)
		}
	}
	for len(lines) < h-len(foot) {
		lines = append(lines, "")
	}
	return append(lines, foot...), cursor
}

// widths share the room between the names and the remarks.
func (t *headcount) widths(w int) (name, note int) {
	room := w - 4 - 3*(headCell+2)
	name = 12
	for _, l := range t.lines {
		if l.suggest == nil {
			name = max(name, t.env.Width(l.name))
		}
	}
	t.name = min(name, room*13/20)
	t.note = room - t.name - 2
	return t.name, t.note
}

func (t *headcount) line(i, name, note int) string {
	e, l := t.env, t.lines[i]
	mark := "   "
	if i == t.at {
		mark = " > "
	}
	if l.suggest != nil {
		text := e.Pad(l.name, name+note+2+3*(headCell+2))
		if i == t.at && !t.idle {
			return e.Style.Selected.Render(mark + text)
		}
		return mark + e.Style.Warn.Render(text)
	}
	label := e.Pad(e.marked(t.doc, "figure:"+l.id, l.name), name)
	if i == t.at && !t.idle {
		label = e.Style.Accent.Render(label)
	}
	text := mark + label
	for c, col := range headColumns {
		text += t.cell(l, i, c, col)
	}
	remark := e.Cut(l.note, note)
	if l.note != "" {
		remark = e.Style.Warn.Render(remark)
	}
	return text + "  " + remark
}

// cell is a number; the selected one in brackets, what is being typed as it is typed.
func (t *headcount) cell(l headLine, i, c int, col checklist.Column) string {
	e := t.env
	value := l.cells[col]
	if i != t.at || c != t.col || t.idle {
		return "  " + e.PadLeft(value, headCell)
	}
	if t.typing {
		value = field.Fold(e.Clean(t.input.Value()))
	}
	return " " + e.Style.Selected.Render("["+e.PadLeft(value, headCell)+"]") + ""
}

// foot is the suggestion that = would adopt here, or how many there are.
func (t *headcount) foot(w int) []string {
	e := t.env
	if t.at < len(t.lines) && t.lines[t.at].suggest != nil {
		return nil
	}
	if x, ok := t.suggestion(); ok {
		var lines []string
		for _, l := range e.Wrap(e.T(words.SuggestLine, t.basis(x)), w-3) {
			lines = append(lines, " "+e.Style.Warn.Render(l))
		}
		return lines[:min(len(lines), 2)]
	}
	n := 0
	for _, l := range t.lines {
		if l.suggest != nil {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return []string{" " + e.Style.Warn.Render(e.T(words.SuggestCount, n))}
}

// Keys move, type and adopt.
func (t *headcount) Keys() []Action {
	adopt := On(words.AdoptKey, t.adoptHere, "=")
	if t.locked() != "" {
		adopt = adopt.OffIf(t.locked())
	} else if _, ok := t.suggestion(); !ok {
		adopt = adopt.OffIf(t.env.T(words.NothingToAdopt))
	}
	keys := []Action{Show(words.KeyMove, "up", "down"), Show(words.ColumnKey, "left", "right"), Show(words.CountType, "0-9"), adopt,
		Show(words.PaneKey, "tab")}
	if t.at < len(t.lines) && t.lines[t.at].suggest == nil {
		l := t.lines[t.at]
		keys = append(keys, t.env.markKey(t.doc, t.env.figureLine(t.scheme(), t.visit, l.id, l.name)))
	}
	if t.typing {
		keys = append([]Action{On(words.CancelCell, t.cancel, "esc")}, keys...)
	}
	return keys
}

// Typing is never so: digits are taken as they come, and = adopts.
func (t *headcount) Typing() bool { return false }

// Hint says why a cell is fixed, or that nothing is taken off by itself.
func (t *headcount) Hint() string {
	if t.at < len(t.lines) {
		l := t.lines[t.at]
		if l.suggest != nil {
			return t.env.T(words.SuggestFixed)
		}
		if t.env.Width(l.name) > t.name || t.env.Width(l.note) > t.note {
			return strings.TrimSpace(l.name + "  " + l.note) // what the columns cut
		}
	}
	return t.env.T(words.HeadHint)
}

// Leave makes the change of the number being typed.
func (t *headcount) Leave() tea.Cmd { return t.commit() }

// AtEdge is always so: Tab leaves the table.
func (t *headcount) AtEdge(int) bool { return true }

// Focused is the row and the column.
func (t *headcount) Focused() (string, int) {
	if t.at >= len(t.lines) {
		return headPrefix, t.col
	}
	return headPrefix + t.lines[t.at].id, t.col
}

const headPrefix = "head."

func (t *headcount) seek(name string, offset int) bool {
	id, ok := strings.CutPrefix(name, headPrefix)
	if !ok {
		return false
	}
	t.idle = false
	if t.typing {
		return true // a number that was being typed is where the cursor is
	}
	for i, l := range t.lines {
		if l.id == id {
			t.at, t.col = i, max(0, min(offset, len(headColumns)-1))
		}
	}
	return true
}

func (t *headcount) take(int) { t.idle = false }
func (t *headcount) drop()    { t.idle = true }

func splitLines(s string) []string { return strings.Split(s, "\n") }
