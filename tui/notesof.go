package tui

import (
	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("notes-of", func(e *Env, p Place) Screen { return newNotesOf(e, p) })
}

// notesOf lists the notes that bear on one indicator, each whole; Enter opens one, Ctrl+F attaches it elsewhere.
type notesOf struct {
	picking
	*bench
	indicator string
	list      *List
	rows      []checklist.Entry
}

func newNotesOf(e *Env, p Place) *notesOf {
	s := &notesOf{bench: newBench(e, p.Visit), indicator: p.Item}
	s.list = NewList(e, Column{Title: e.T(words.HistoryWhen)}, Column{Title: e.T(words.AskFrom), Min: 4}, Column{Title: e.T(words.AskText), Grow: true})
	s.list.Empty = e.T(words.NotedNone)
	s.settle()
	s.list.Select(p.Offset)
	return s
}

func (s *notesOf) settle() {
	if s.doc == nil {
		return
	}
	s.rows = nil
	if ind, _, ok := s.scheme().Indicator(s.indicator); ok {
		s.rows = s.notesOf(ind)
	}
	s.list.SetRows(len(s.rows), func(i int) []string {
		x := s.rows[i]
		return []string{x.At, s.env.fromStep(s.doc, x.Step), x.Text}
	})
}

// Open reads the visit.
func (s *notesOf) Open() tea.Cmd { return s.bench.open() }

// Update moves and follows the book.
func (s *notesOf) Update(msg tea.Msg) tea.Cmd {
	if s.update(msg) {
		s.settle()
		return nil
	}
	if s.pick != nil && isInput(msg) {
		return s.pick.list.Update(msg)
	}
	return s.list.Update(msg)
}

// Frame draws the list, and below it the whole of the selected note.
func (s *notesOf) Frame(w, h int) Frame {
	e := s.env
	switch {
	case s.pick != nil:
		return s.pick.frame(w, h)
	case s.doc == nil:
		return Frame{Body: " " + e.T(words.Reading)}
	}
	var c canvas
	c.add(" "+e.Style.Title.Render(e.T(words.NotedTitle, s.indicator)), e.Rule(w))
	rows := max(3, h*2/3)
	c.block(joinLines(s.list.Rows(w, rows)), nil, rows)
	c.add(e.Rule(w))
	if x, ok := s.chosen(); ok {
		for _, l := range e.Wrap(x.Text, w-6) {
			c.add("   " + l)
		}
	}
	return c.frame()
}

func (s *notesOf) chosen() (checklist.Entry, bool) {
	if i := s.list.Selected(); i >= 0 && i < len(s.rows) {
		return s.rows[i], true
	}
	return checklist.Entry{}, false
}

// Keys open a note, or attach it elsewhere.
func (s *notesOf) Keys() []Action {
	if s.pick != nil {
		return s.pick.keys(s.close)
	}
	keys := []Action{Show(words.KeyMove, "up", "down")}
	x, ok := s.chosen()
	if !ok {
		return keys
	}
	return append(keys,
		On(words.KeyOpen, func() tea.Cmd { return s.env.Go(Place{Screen: "entry", Visit: s.visit, Record: x.ID}) }, "enter"),
		On(words.NoteAttach, func() tea.Cmd { return s.picking.open(s.env.attachPicker(s.visit, x)) }, "ctrl+f"))
}

// Typing is so while the choice is open.
func (s *notesOf) Typing() bool { return s.pick != nil }

// Hint is the picker's.
func (s *notesOf) Hint() string { return s.hintOr(s.env, func() string { return "" }) }

// Place is the indicator and the row.
func (s *notesOf) Place() Place {
	return Place{Screen: "notes-of", Visit: s.visit, Item: s.indicator, Offset: max(0, s.list.Selected())}
}

// ScoresShown is never so here.
func (s *notesOf) ScoresShown() bool { return false }

// Title is the indicator.
func (s *notesOf) Title() string { return s.env.T(words.NotedTitle, s.indicator) }

// Click selects a row.
func (s *notesOf) Click(_, y int) tea.Cmd {
	s.list.Click(0, y-2)
	return nil
}
