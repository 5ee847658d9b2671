package tui

import (
	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addForm(checklist.FormNotes, newWalk) }

// walk is a step that a scheme records by notes alone: the premises, the equipment, whatever is looked at. Notes with
// their times, and below them the points to verify that came up on the way.
type walk struct {
	noted
	open  *questionList
	below int // where the points to verify stood in the last view
}

func newWalk(e *Env, p Place, step checklist.Step) Screen {
	s := &walk{noted: newNoted(e, p, step, checklist.StepID(p.Visit, step))}
	s.open = newQuestionList(e, p.Visit, &s.picking, false)
	s.open.step, s.open.from = step, step
	s.open.fill()
	s.panes = newPanes(p, s.notes, s.open)
	return s
}

// Return shows what was changed above.
func (s *walk) Return() tea.Cmd {
	s.open.fill()
	return nil
}

// Frame draws the notes above the points to verify, and from 120 columns what else is known of the unit.
func (s *walk) Frame(w, h int) Frame {
	e, d := s.env, s.env.Doc(s.visit)
	if s.pick != nil {
		return s.pick.frame(w, h)
	}
	var c canvas
	c.add(stepBar(e, d, s.step), e.Rule(w))
	rest := h - len(c.lines)
	if w < wideWidth {
		text, cursor := s.body(w, rest)
		c.block(text, cursor, rest)
		return c.frame()
	}
	wl := w * 2 / 3
	text, cursor := s.body(wl, rest)
	c.block(e.Panes(text, joinLines(e.aside(d, w-wl-2)), wl, w, rest), cursor, rest)
	return c.frame()
}

func (s *walk) body(w, h int) (string, *tea.Cursor) {
	e := s.env
	asked := max(3, min(s.open.Shown()+1, h/3))
	var c canvas
	c.add(notesHead(e, s.notes, e.stepTitle(e.visitScheme(s.visit), s.step), w))
	rows := h - asked - 3
	text, cursor := s.notes.View(w, rows)
	c.block(text, s.panes.cursorOf(s.notes, cursor, 0, 0), rows)
	c.add(e.Rule(w), " "+e.Style.Title.Render(e.T(words.LookVerify)))
	s.below = len(c.lines)
	c.block(joinLines(s.open.Rows(w, asked)), nil, asked)
	if !s.panes.is(s.notes) {
		c.cursor = nil
	}
	return joinLines(c.lines), c.cursor
}

// notesHead is the heading of notes: what they are of, how long they are and since when.
func notesHead(e *Env, n *notes, title string, w int) string {
	since := e.T(words.NoteCount, n.count())
	if list := n.entries(); len(list) > 0 {
		since = e.T(words.NoteSince, n.count(), timeOf(list[0].At))
	}
	return e.Sides(w-1, " "+e.Style.Title.Render(title), e.Style.Faint.Render(since))
}

// Click selects a note or a point to verify, or opens a step.
func (s *walk) Click(x, y int) tea.Cmd {
	e := s.env
	switch {
	case s.pick != nil:
		s.pick.list.Click(x, y-2)
		return nil
	case y == 0:
		return stepClick(e, e.Doc(s.visit), s.visit, s.step, x, e.Swap)
	case y >= 2+s.below:
		cmd := s.panes.show(s.open)
		s.open.Click(x, y-2-s.below)
		return cmd
	case y >= 3:
		cmd := s.panes.show(s.notes)
		s.notes.Click(y - 3)
		return cmd
	}
	return nil
}
