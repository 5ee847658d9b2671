package tui

import (
	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("todo", newTodo) }

// todo is what is still missing in a visit, the list to go through before leaving: Enter goes to each. What stands
// against a signature and what only reminds are told apart in words.
type todo struct {
	env    *Env
	visit  checklist.ID
	list   *List
	rows   []checklist.Todo
	drafts []store.Draft
}

func newTodo(e *Env, p Place) Screen {
	s := &todo{env: e, visit: p.Visit}
	s.list = NewList(e, Column{Right: true, Min: 2}, Column{Title: e.T(words.TodoStep), Min: 4}, Column{Title: e.T(words.TodoWhat), Grow: true},
		Column{Title: e.T(words.TodoBlocks), Min: 6})
	s.list.Empty = e.T(words.TodoNone)
	s.fill()
	s.list.Select(p.Offset)
	return s
}

func (s *todo) fill() {
	e, d := s.env, s.env.Doc(s.visit)
	if d == nil {
		return
	}
	s.rows = e.leaving(e.SchemeOf(d), d, d.Own(), s.drafts)
	s.list.SetRows(len(s.rows), func(i int) []string {
		t := s.rows[i]
		blocks := words.TodoRemind
		if t.BlocksSigning {
			blocks = words.TodoMust
		}
		return []string{count(i + 1), e.fromStep(d, t.Step), e.say(t.Code, t.Args...), e.T(blocks)}
	})
}

// Open reads the visit, and what was typed for it and not entered.
func (s *todo) Open() tea.Cmd { return tea.Batch(s.env.Load(s.visit), s.env.readDrafts(s.visit)) }

// Return shows what was settled meanwhile.
func (s *todo) Return() tea.Cmd {
	s.fill()
	return s.env.readDrafts(s.visit)
}

// Update moves, and follows the book.
func (s *todo) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case DocMsg:
		s.fill()
		return s.env.readDrafts(s.visit)
	case draftsMsg:
		if m.visit == s.visit {
			s.drafts = m.list
			s.fill()
		}
		return nil
	}
	return s.list.Update(msg)
}

// enter goes to what is missing; Esc there comes back to the list.
func (s *todo) enter() tea.Cmd {
	i, d := s.list.Selected(), s.env.Doc(s.visit)
	if i < 0 || d == nil {
		return nil
	}
	return s.env.goTodo(s.env.SchemeOf(d), d, s.rows[i], s.drafts)
}

// Frame draws the list.
func (s *todo) Frame(w, h int) Frame {
	e, d := s.env, s.env.Doc(s.visit)
	if d == nil {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	must := 0
	for _, t := range s.rows {
		if t.BlocksSigning {
			must++
		}
	}
	var c canvas
	c.add(stepBar(e, d, ""), e.Rule(w), " "+e.Style.Title.Render(e.T(words.TodoHead, len(s.rows), must)))
	c.block(joinLines(s.list.Rows(w, h-3)), nil, h-3)
	return c.frame()
}

// Keys of the list, and of the steps.
func (s *todo) Keys() []Action {
	keys := []Action{On(words.TodoGo, s.enter, "enter"), Show(words.KeyMove, "up", "down")}
	keys = append(keys, s.env.previewKeys(s.visit, "missing")...)
	return append(keys, stepKeys(s.env, s.visit, "", s.env.Swap)...)
}

// Place is the visit and the row.
func (s *todo) Place() Place {
	return Place{Screen: "todo", Visit: s.visit, Offset: max(0, s.list.Selected())}
}

// Hint says whether the selected row stands against a signature, and its whole sentence.
func (s *todo) Hint() string {
	i := s.list.Selected()
	if i < 0 {
		return ""
	}
	t, why := s.rows[i], words.TodoWhyMay
	if t.BlocksSigning {
		why = words.TodoWhyMust
	}
	return s.env.T(why, s.env.say(t.Code, t.Args...))
}

// Title is the crumb.
func (s *todo) Title() string { return s.env.T(words.VisitTodo) }

// Click selects a row, or opens a step.
func (s *todo) Click(x, y int) tea.Cmd {
	if y == 0 {
		return stepClick(s.env, s.env.Doc(s.visit), s.visit, "", x, s.env.Swap)
	}
	s.list.Click(x, y-3)
	return nil
}
