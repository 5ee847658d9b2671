package tui

import (
	"strings"
	"unicode/utf8"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// noteIndent is the room of the mark and the time in front of an entry.
const noteIndent = 9

// Typing tells that plain keys are text: also on a kept entry, where they begin the next one.
func (n *notes) Typing() bool { return true }

// Hint says what may be done here.
func (n *notes) Hint() string {
	e := n.env
	switch x, ok := n.chosen(); {
	case ok && !n.own(x):
		return e.T(words.NoteForeign)
	case ok:
		return e.T(words.NoteChosenHint)
	case n.kept:
		return e.T(words.NoteEditHint)
	}
	return e.T(words.NoteHint)
}

// AtEdge is always so: Tab leaves the notes.
func (n *notes) AtEdge(int) bool { return true }

// Focused is the entry being written and the cursor in it.
func (n *notes) Focused() (string, int) { return "notes", n.input.Offset() }

func (n *notes) seek(name string, _ int) bool {
	if name != "notes" {
		return false
	}
	n.idle = false
	return true
}

func (n *notes) take(int) { n.idle = false }

func (n *notes) drop() { n.idle, n.sel = true, -1 }

// count is the number of characters in the notes, for the heading.
func (n *notes) count() int {
	total := n.input.Len()
	for _, x := range n.entries() {
		if x.ID != n.id {
			total += utf8.RuneCountInString(x.Text)
		}
	}
	return total
}

// View draws the newest entries that fit, and the one being written where it belongs.
func (n *notes) View(w, h int) (string, *tea.Cursor) {
	n.w, n.h = w, h
	var (
		lines  []string
		cursor *tea.Cursor
		from   int // first line that must be seen
		to     int // line behind the last that must be seen
		drawn  bool
	)
	write := func() {
		drawn = true
		from = len(lines)
		lines, cursor = n.writing(lines, w, h)
		to = len(lines)
	}
	for i, x := range n.entries() {
		if x.ID == n.id {
			write()
			continue
		}
		start := len(lines)
		lines = append(lines, n.entry(x, i == n.sel, w)...)
		if i == n.sel && !n.idle {
			from, to = start, len(lines)
		}
	}
	if !drawn {
		at, end := from, to
		write()
		if n.sel >= 0 {
			from, to = at, end
		}
	}
	if to > n.top+h {
		n.top = to - h
	}
	n.top = max(0, min(min(n.top, from), len(lines)-h))
	if n.sel < 0 && len(lines) > h && to == len(lines) {
		n.top = len(lines) - h
	}
	if cursor != nil {
		cursor.Y -= n.top
	}
	if n.sel >= 0 || n.idle || cursor != nil && (cursor.Y < 0 || cursor.Y >= h) {
		cursor = nil
	}
	return strings.Join(lines[n.top:min(len(lines), n.top+h)], "\n"), cursor
}

// writing draws the entry being written.
func (n *notes) writing(lines []string, w, h int) ([]string, *tea.Cursor) {
	e := n.env
	at := n.at
	if at == "" {
		at = e.Now().Format(momentForm)
	}
	text, p := n.input.View(w-noteIndent-2, max(2, h-1))
	y := len(lines)
	for i, l := range strings.Split(text, "\n") {
		head := strings.Repeat(" ", noteIndent)
		if i == 0 {
			head = n.head(at, n.todo, false)
			if !n.idle && n.sel < 0 {
				head = e.Style.Accent.Render(head)
			}
		}
		lines = append(lines, head+l)
	}
	return lines, bar(noteIndent+p.X, y+p.Y)
}

// head is the mark and the time in front of an entry: > selected, ! to do.
func (n *notes) head(at string, todo, selected bool) string {
	mark := "  "
	if todo {
		mark = " !"
	}
	if selected {
		mark = ">" + mark[1:]
	}
	return " " + mark + timeOf(at) + " "
}

// timeOf is the time of day of a moment.
func timeOf(at string) string {
	if len(at) == len(momentForm) {
		return at[11:]
	}
	return "     "
}

// entry draws a kept entry: its text, what it belongs to, who wrote it when it was somebody else.
func (n *notes) entry(x checklist.Entry, selected bool, w int) []string {
	e := n.env
	text := x.Text
	if tail := n.tail(x); tail != "" {
		text += "  " + tail
	}
	var lines []string
	for i, l := range n.rowsOf(x.ID, text, w-noteIndent-2) {
		head := strings.Repeat(" ", noteIndent)
		if i == 0 {
			head = n.head(x.At, x.Todo, selected)
		}
		if line := head + l; selected && !n.idle {
			lines = append(lines, e.Style.Selected.Render(line))
		} else {
			lines = append(lines, line)
		}
	}
	return lines
}

// wrappedNote is an entry broken into rows; breaking is dear, and entries seldom change.
type wrappedNote struct {
	text string
	w    int
	rows []string
}

func (n *notes) rowsOf(id checklist.ID, text string, w int) []string {
	if r, ok := n.wrapped[id]; ok && r.text == text && r.w == w {
		return r.rows
	}
	r := wrappedNote{text, w, n.env.Wrap(text, w)}
	n.wrapped[id] = r
	return r.rows
}

func (n *notes) tail(x checklist.Entry) string {
	e, d := n.env, n.env.Doc(n.visit)
	var parts []string
	if d != nil && d.Register(x.ID, store.KindEntry, "text").Contested {
		parts = append(parts, e.T(words.NoteIsContested))
	}
	if x.Todo {
		parts = append(parts, e.T(words.NoteIsTodo))
	}
	if to := e.attachedTo(d, x); to != "" {
		parts = append(parts, e.T(words.NoteIsFor, to))
	}
	if !n.own(x) && d != nil {
		parts = append(parts, e.T(words.NoteBy, e.personName(d.Register(x.ID, store.KindEntry, "author").By)))
	}
	return strings.Join(parts, " ")
}

// attachedTo names what an entry belongs to: an indicator, a question, the rule of a finding.
func (e *Env) attachedTo(d *store.Doc, x checklist.Entry) string {
	var parts []string
	if d == nil {
		return ""
	}
	for i, q := range d.Questions {
		if q.ID == x.Question {
			parts = append(parts, e.T(words.QuestionNo, i+1))
		}
	}
	for _, s := range d.Sheets {
		for _, f := range s.Findings {
			if f.ID == x.Finding {
				parts = append(parts, f.Rule)
			}
		}
	}
	if x.Indicator != "" {
		parts = append(parts, x.Indicator)
	}
	return strings.Join(parts, " ")
}

// Click puts the cursor into the input, or selects the entry under a cell of the last view.
func (n *notes) Click(y int) {
	line := n.top + y
	at := 0
	for i, x := range n.entries() {
		rows := len(n.entry(x, false, n.w))
		if x.ID == n.id {
			rows = 0
		}
		if line >= at && line < at+rows {
			n.sel = i
			return
		}
		at += rows
	}
	n.sel = -1
}
