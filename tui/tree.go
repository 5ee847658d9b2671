package tui

import (
	"strings"

	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// branch is a part of a tree: a text that may take several lines, a number at the right end, and what is below it.
type branch struct {
	key   string // names it among all branches of its tree; "" for one that has nothing below it
	text  string
	right string
	faint bool // an explanation, not a thing
	parts []*branch
}

// tree draws branches that open and close. The selected one stands on one row of the tree whatever lines it takes.
type tree struct {
	env  *Env
	tops []*branch
	open map[string]bool
	rows []treeRow
	at   int
	top  int // first visible line of the last view
	h    int
	from []int // the first line of each row, of the last view
}

// treeRow is a branch that is seen: those above it are open.
type treeRow struct {
	*branch
	depth int
	above int // the row of the branch it belongs to, -1 for none
}

func newTree(e *Env) *tree { return &tree{env: e, open: map[string]bool{}, h: 10} }

// set takes branches over; what was open stays open, and the selection stays on the same branch.
func (t *tree) set(tops []*branch) {
	was := t.selected()
	t.tops = tops
	t.flatten()
	t.at = max(0, min(t.at, len(t.rows)-1))
	if was != nil && was.key != "" {
		t.seek(was.key)
	}
}

func (t *tree) flatten() {
	t.rows = t.rows[:0]
	for _, b := range t.tops {
		t.flat(b, 0, -1)
	}
}

func (t *tree) flat(b *branch, depth, above int) {
	t.rows = append(t.rows, treeRow{b, depth, above})
	if !t.open[b.key] {
		return
	}
	at := len(t.rows) - 1
	for _, p := range b.parts {
		t.flat(p, depth+1, at)
	}
}

// selected is the branch with the focus, nil where there is none.
func (t *tree) selected() *branch {
	if t.at < 0 || t.at >= len(t.rows) {
		return nil
	}
	return t.rows[t.at].branch
}

// seek opens the way to a branch and selects it; false where there is no such branch.
func (t *tree) seek(key string) bool {
	var way func(*branch) bool
	way = func(b *branch) bool {
		if b.key == key {
			return true
		}
		for _, p := range b.parts {
			if way(p) {
				t.open[b.key] = true
				return true
			}
		}
		return false
	}
	for _, b := range t.tops {
		if !way(b) {
			continue
		}
		t.flatten()
		for i := range t.rows {
			if t.rows[i].key == key {
				t.at = i
			}
		}
		return true
	}
	return false
}

// toggle opens or closes the selected branch.
func (t *tree) toggle() tea.Cmd {
	if b := t.selected(); b != nil && len(b.parts) > 0 {
		t.open[b.key] = !t.open[b.key]
		t.flatten()
	}
	return nil
}

// all opens or closes every branch.
func (t *tree) all(open bool) func() tea.Cmd {
	return func() tea.Cmd {
		for t.at > 0 && t.rows[t.at].above >= 0 && !open {
			t.at = t.rows[t.at].above
		}
		key := ""
		if b := t.selected(); b != nil {
			key = b.key
		}
		var walk func(*branch)
		walk = func(b *branch) {
			if len(b.parts) > 0 {
				t.open[b.key] = open
			}
			for _, p := range b.parts {
				walk(p)
			}
		}
		for _, b := range t.tops {
			walk(b)
		}
		t.flatten()
		t.at = max(0, min(t.at, len(t.rows)-1))
		if key != "" {
			t.seek(key)
		}
		return nil
	}
}

// Update moves: up and down along the rows, right into a branch, left out of it.
func (t *tree) Update(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	b := t.selected()
	if !ok || b == nil {
		return nil
	}
	switch k.String() {
	case "up":
		t.at--
	case "down":
		t.at++
	case "pgup":
		t.at -= max(1, t.h/2)
	case "pgdown":
		t.at += max(1, t.h/2)
	case "home":
		t.at = 0
	case "end":
		t.at = len(t.rows) - 1
	case "right":
		if len(b.parts) > 0 && !t.open[b.key] {
			return t.toggle()
		}
		if len(b.parts) > 0 {
			t.at++
		}
	case "left":
		if len(b.parts) > 0 && t.open[b.key] {
			return t.toggle()
		}
		if up := t.rows[t.at].above; up >= 0 {
			t.at = up
		}
	}
	t.at = max(0, min(t.at, len(t.rows)-1))
	return nil
}

// click selects the row under a line of the last view, and opens or closes it when it was selected already.
func (t *tree) click(y int) tea.Cmd {
	for i := len(t.from) - 1; i >= 0 && i < len(t.rows); i-- {
		if t.from[i] <= t.top+y {
			if i == t.at {
				return t.toggle()
			}
			t.at = i
			return nil
		}
	}
	return nil
}

// view draws the branches in w cells and h lines, the selected one in sight.
func (t *tree) view(w, h int) []string {
	t.h = h
	t.from = t.from[:0]
	var lines []string
	from, to := 0, 0
	for i := range t.rows {
		t.from = append(t.from, len(lines))
		part := t.draw(i, w)
		if i == t.at {
			from, to = len(lines), len(lines)+min(len(part), h)
		}
		lines = append(lines, part...)
	}
	t.top = max(0, min(max(min(t.top, from), to-h), len(lines)-h))
	return lines[t.top:min(len(lines), t.top+h)]
}

// draw draws one row: a mark, its text broken under itself, the number on its first line.
func (t *tree) draw(i, w int) []string {
	e, r := t.env, t.rows[i]
	mark := "  "
	switch {
	case len(r.parts) > 0 && t.open[r.key]:
		mark = "- "
	case len(r.parts) > 0:
		mark = "+ "
	case r.faint:
		mark = ""
	}
	sign := "  "
	if i == t.at {
		sign = " >"
	}
	head := sign + strings.Repeat("  ", r.depth) + " " + mark
	room := w - e.Width(head) - e.Width(r.right) - 3
	var lines []string
	for n, l := range e.Wrap(r.text, max(10, room)) {
		right := ""
		if n == 0 {
			right = r.right
		} else {
			head = strings.Repeat(" ", e.Width(head))
		}
		line := e.Sides(w-1, head+l, right)
		switch {
		case i == t.at:
			line = e.Style.Selected.Render(line)
		case r.faint:
			line = e.Style.Faint.Render(line)
		}
		lines = append(lines, line)
	}
	return lines
}

// keys of a tree.
func (t *tree) keys() []Action {
	word := words.TreeOpen
	b := t.selected()
	if b != nil && t.open[b.key] {
		word = words.TreeClose
	}
	toggle := On(word, t.toggle, "enter")
	if b == nil || len(b.parts) == 0 {
		toggle = toggle.OffIf(t.env.T(words.ExplainEnd))
	}
	return []Action{Show(words.KeyMove, "up", "down"), toggle, Show(words.TreeInOut, "left", "right"), On(words.TreeAll, t.all(true), "+"), On(words.TreeNone, t.all(false), "-")}
}
