package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// pane is one of several things on a screen between which Tab moves: a form, a list, the notes.
type pane interface {
	Update(tea.Msg) tea.Cmd
	Keys() []Action
	Typing() bool
	Hint() string
	Leave() tea.Cmd
	AtEdge(by int) bool
	// Focused is where in the pane the cursor is, and seek goes there; false when the pane has no such place.
	Focused() (name string, offset int)
	seek(name string, offset int) bool
	// take gives the pane the cursor: by says whether it comes from before (1), from behind (-1) or returns (0).
	take(by int)
	drop()
}

// panes are the panes of a screen, one of which has the focus.
type panes struct {
	list []pane
	at   int
	want *Place // where to go when the visit has been read, nil once a key was pressed
}

// newPanes puts the focus where a Place says, else on the first pane.
func newPanes(p Place, list ...pane) *panes {
	ps := &panes{list: list, want: &p}
	ps.seek(p.Field, p.Offset)
	return ps
}

// seek goes to a field by its name, or to the first pane.
func (ps *panes) seek(name string, offset int) {
	for _, x := range ps.list {
		x.drop()
	}
	for i, x := range ps.list {
		if name != "" && x.seek(name, offset) {
			ps.at = i
			return
		}
	}
	ps.cur().take(1)
}

func (ps *panes) cur() pane { return ps.list[ps.at] }

// is tells whether a pane has the focus.
func (ps *panes) is(x pane) bool { return ps.cur() == x }

// Update gives keys to the focused pane, and results to all.
func (ps *panes) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		ps.want = nil
		by := map[string]int{"tab": 1, "shift+tab": -1}[msg.String()]
		if by != 0 && ps.cur().AtEdge(by) {
			return ps.move(by)
		}
		return ps.cur().Update(msg)
	case tea.PasteMsg:
		return ps.cur().Update(msg)
	}
	var cmds []tea.Cmd
	for _, x := range ps.list {
		cmds = append(cmds, x.Update(msg))
	}
	if m, ok := msg.(DocMsg); ok && ps.want != nil && m.Visit == ps.want.Visit {
		ps.seek(ps.want.Field, ps.want.Offset) // what the visit holds is there now
		ps.want = nil
	}
	return tea.Batch(cmds...)
}

// move goes to the next pane or the one before, round and round.
func (ps *panes) move(by int) tea.Cmd {
	return ps.to((ps.at+by+len(ps.list))%len(ps.list), by)
}

// to goes to a pane; the one that is left makes its changes.
func (ps *panes) to(i, by int) tea.Cmd {
	if i == ps.at {
		ps.cur().take(by)
		return nil
	}
	cmd := ps.cur().Leave()
	ps.cur().drop()
	ps.at = i
	ps.cur().take(by)
	return cmd
}

// show goes to a pane by what it is.
func (ps *panes) show(x pane) tea.Cmd {
	for i := range ps.list {
		if ps.list[i] == x {
			return ps.to(i, 0)
		}
	}
	return nil
}

// Leave makes the changes of all panes.
func (ps *panes) Leave() tea.Cmd {
	var cmds []tea.Cmd
	for _, x := range ps.list {
		cmds = append(cmds, x.Leave())
	}
	return tea.Batch(cmds...)
}

// place is a Place with where the cursor is.
func (ps *panes) place(p Place) Place {
	p.Field, p.Offset = ps.cur().Focused()
	return p
}

// cursorOf is the cursor of a pane drawn at a row of the body, nil when the pane has not the focus.
func (ps *panes) cursorOf(x pane, c *tea.Cursor, dx, dy int) *tea.Cursor {
	if c == nil || !ps.is(x) {
		return nil
	}
	at := *c
	at.X, at.Y = at.X+dx, at.Y+dy
	return &at
}

// take puts the cursor on the first or the last item, or back where it was.
func (f *Form) take(by int) {
	switch {
	case by > 0:
		f.at = -1
		f.Move(1)
	case by < 0:
		f.at = len(f.items)
		f.Move(-1)
	case f.at < 0:
		f.at = -1
		f.Move(1)
	}
}

// drop hides the cursor.
func (f *Form) drop() { f.at = -1 }

func (f *Form) seek(name string, offset int) bool {
	if it := f.named(name); it == nil || !it.here() {
		return false
	}
	f.resume = Place{Field: name, Offset: offset}
	f.refocus() // and once more when the text comes with the visit
	return true
}

// rowsPane is a list as a pane: Tab leaves it, its keys are the screen's.
type rowsPane struct {
	*List
	name string
	keys func() []Action
	hint func() string
}

func (r *rowsPane) Keys() []Action {
	if r.keys == nil {
		return nil
	}
	return r.keys()
}

func (r *rowsPane) Hint() string {
	if r.hint == nil {
		return ""
	}
	return r.hint()
}

func (r *rowsPane) Typing() bool           { return false }
func (r *rowsPane) Leave() tea.Cmd         { return nil }
func (r *rowsPane) AtEdge(int) bool        { return true }
func (r *rowsPane) Focused() (string, int) { return r.name, max(0, r.Selected()) }
func (r *rowsPane) take(int)               { r.Idle = false }
func (r *rowsPane) drop()                  { r.Idle = true }

func (r *rowsPane) seek(name string, offset int) bool {
	if name != r.name {
		return false
	}
	r.Select(offset)
	r.Idle = false
	return true
}

// canvas gathers the lines of a body and the one cursor in it.
type canvas struct {
	lines  []string
	cursor *tea.Cursor
}

func (c *canvas) add(lines ...string) { c.lines = append(c.lines, lines...) }

// block adds text at the left edge, filled up to h rows; cursor is relative to it.
func (c *canvas) block(text string, cursor *tea.Cursor, h int) {
	rows := strings.Split(text, "\n")
	rows = rows[:min(len(rows), h)]
	if cursor != nil && cursor.Y < h {
		at := *cursor
		at.Y += len(c.lines)
		c.cursor = &at
	}
	c.lines = append(c.lines, rows...)
	for range h - len(rows) {
		c.lines = append(c.lines, "")
	}
}

func (c *canvas) frame() Frame { return Frame{strings.Join(c.lines, "\n"), c.cursor} }

// joinLines is the body of some lines.
func joinLines(lines []string) string { return strings.Join(lines, "\n") }
