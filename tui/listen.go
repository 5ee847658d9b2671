package tui

import (
	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addForm(checklist.FormBriefing, newListen) }

// listen is the briefing: who, where and when; notes with their times; promises with their dates; and what is made of
// it. From 120 columns all of it stands side by side; below, the last takes the place of notes and promises while it has
// the focus.
type listen struct {
	noted
	head     *Form
	promises *promises
	gist     *Form
	rows     struct{ notes, promises int } // where the panes stood in the last view
}

func newListen(e *Env, p Place, step checklist.Step) Screen {
	s := &listen{noted: newNoted(e, p, step, checklist.StepID(p.Visit, checklist.StepListen))}
	doc := func() *store.Doc { return e.Doc(p.Visit) }
	s.head = NewForm(e, doc, s.headRows()...)
	s.promises = newPromises(e, p.Visit)
	s.gist = NewForm(e, doc, s.gistRows()...)
	s.panes = newPanes(p, s.head, s.notes, s.promises, s.gist)
	return s
}

func (s *listen) item(name string, in int, label words.Text, width int) Item {
	return Item{Record: checklist.StepID(s.visit, checklist.StepListen), Kind: store.KindListen, Field: name, In: in, Label: label, Width: width}
}

func (s *listen) headRows() [][]Item {
	why := s.item("substitute_reason", InLine, words.ListenWhy, 0)
	why.Hint = words.ListenWhyHint
	why.Skip = func() bool { return s.head == nil || s.head.Value("presenter_is_main_leader") != "false" }
	leader := s.item("presenter_is_main_leader", InBool, words.ListenLeader, 0)
	leader.Hint = words.ListenLeaderHint
	people := s.item("attendance", InNumber, words.ListenPeople, 4)
	people.Unit = words.UnitPeople
	start := s.item("started_at", InMoment, words.ListenFrom, 16)
	start.Hint = words.ListenTimeHint
	end := s.item("ended_at", InMoment, words.ListenTo, 16)
	end.Hint = words.ListenTimeHint
	return [][]Item{
		{start, end, people},
		{s.item("place", InLine, words.ListenPlace, 24), s.item("opinions_exchanged", InBool, words.ListenExchanged, 0)},
		{s.item("presenter_name", InLine, words.ListenPresenter, 10), s.item("presenter_post", InLine, words.ListenPost, 12), leader},
		{why},
	}
}

func (s *listen) gistRows() [][]Item {
	key := s.item("key_points", InText, words.ListenKey, 0)
	admitted := s.item("problems_admitted", InText, words.ListenAdmitted, 0)
	opinions := s.item("opinions_and_suggestions", InText, words.ListenOpinions, 0)
	key.Height, admitted.Height, opinions.Height = 3, 2, 2
	return [][]Item{{key}, {admitted}, {opinions}}
}

// Frame draws the panes.
func (s *listen) Frame(w, h int) Frame {
	e, d := s.env, s.env.Doc(s.visit)
	switch {
	case s.pick != nil:
		return s.pick.frame(w, h)
	case d == nil:
		return Frame{Body: " " + e.T(words.Reading)}
	}
	var c canvas
	c.add(stepBar(e, d, s.step), e.Rule(w))
	rows := s.head.Height(w)
	text, cursor := s.head.View(w, rows)
	c.block(text, s.panes.cursorOf(s.head, cursor, 0, 0), rows)
	c.add(e.Rule(w))
	if w >= wideWidth {
		s.wide(&c, w, h-len(c.lines))
	} else {
		s.narrow(&c, w, h-len(c.lines))
	}
	return c.frame()
}

// narrow draws notes above promises, or what is made of them while it has the focus.
func (s *listen) narrow(c *canvas, w, h int) {
	e := s.env
	if s.panes.is(s.gist) {
		text, cursor := s.gist.View(w, h)
		c.block(text, cursor, h)
		return
	}
	n := max(1, min(s.promises.lines(), 3))
	c.add(notesHead(e, s.notes, e.T(words.ListenNotes), w))
	s.rows.notes = len(c.lines)
	rows := h - n - 3
	text, cursor := s.notes.View(w, rows)
	c.block(text, s.panes.cursorOf(s.notes, cursor, 0, 0), rows)
	c.add(e.Rule(w), s.promisesHead(w, e.T(words.ListenGistBehind)))
	s.rows.promises = len(c.lines)
	text, cursor = s.promises.View(w, n)
	c.block(text, s.panes.cursorOf(s.promises, cursor, 0, 0), n)
}

// wide draws notes at the left, promises and what is made of it all at the right.
func (s *listen) wide(c *canvas, w, h int) {
	e := s.env
	wl := w * 11 / 20
	wr := w - wl - 2
	var left, right canvas
	left.add(notesHead(e, s.notes, e.T(words.ListenNotes), wl))
	text, cursor := s.notes.View(wl, h-1)
	left.block(text, s.panes.cursorOf(s.notes, cursor, 0, 0), h-1)
	n := max(3, min(s.promises.lines(), h/3))
	right.add(s.promisesHead(wr, ""))
	text, cursor = s.promises.View(wr, n)
	right.block(text, s.panes.cursorOf(s.promises, cursor, 0, 0), n)
	right.add(e.Rule(wr))
	rest := h - len(right.lines)
	text, cursor = s.gist.View(wr, rest)
	right.block(text, s.panes.cursorOf(s.gist, cursor, 0, 0), rest)
	s.rows.notes, s.rows.promises = len(c.lines)+1, len(c.lines)+1
	at := left.cursor
	if right.cursor != nil {
		x := *right.cursor
		x.X += wl + 2
		at = &x
	}
	c.block(e.Panes(joinLines(left.lines), joinLines(right.lines), wl, w, h), at, h)
}

// promisesHead is the heading of the promises; aside says what comes behind them.
func (s *listen) promisesHead(w int, aside string) string {
	e := s.env
	return e.Sides(w-1, " "+e.Style.Title.Render(e.T(words.ListenPromises)), e.Style.Faint.Render(aside))
}

// Click puts the cursor under a cell, or opens a step.
func (s *listen) Click(x, y int) tea.Cmd {
	e := s.env
	switch {
	case s.pick != nil:
		s.pick.list.Click(x, y-2)
		return nil
	case y == 0:
		return stepClick(e, e.Doc(s.visit), s.visit, s.step, x, e.Swap)
	case y-2 < s.head.Height(s.head.w):
		return tea.Batch(s.panes.show(s.head), s.head.Click(x, y-2))
	case s.panes.is(s.gist) || y < s.rows.notes:
		return nil
	case s.rows.promises > s.rows.notes && y >= s.rows.promises:
		return tea.Batch(s.panes.show(s.promises), s.promises.form.Click(x, y-s.rows.promises))
	case s.rows.promises > s.rows.notes || x < s.head.w*11/20:
		cmd := s.panes.show(s.notes)
		s.notes.Click(y - s.rows.notes)
		return cmd
	}
	return nil
}
