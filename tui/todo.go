package tui

import (
	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("todo", newTodo) }

// todo is what is still missing in a visit, the list to go through before leaving: Enter goes to each.
type todo struct {
	env   *Env
	visit checklist.ID
	list  *List
	rows  []checklist.Todo
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
	s.rows = checklist.Missing(e.SchemeOf(d), &d.Visit, d.Own())
	s.list.SetRows(len(s.rows), func(i int) []string {
		t := s.rows[i]
		blocks := ""
		if t.BlocksSigning {
			blocks = e.T(words.TodoMust)
		}
		return []string{count(i + 1), e.fromStep(d, t.Step), e.say(t.Code, t.Args...), blocks}
	})
}

// Open reads the visit.
func (s *todo) Open() tea.Cmd { return s.env.Load(s.visit) }

// Return shows what was settled meanwhile.
func (s *todo) Return() tea.Cmd {
	s.fill()
	return nil
}

// Update moves, and follows the book.
func (s *todo) Update(msg tea.Msg) tea.Cmd {
	if _, ok := msg.(DocMsg); ok {
		s.fill()
		return nil
	}
	return s.list.Update(msg)
}

// enter goes to what is missing; Esc there comes back to the list.
func (s *todo) enter() tea.Cmd {
	i := s.list.Selected()
	if i < 0 {
		return nil
	}
	return s.env.Go(todoPlace(s.env.Doc(s.visit), s.rows[i]))
}

// todoPlace is where a thing is set right: the page of the record, else of the step.
func todoPlace(d *store.Doc, t checklist.Todo) Place {
	p := Place{Visit: d.ID, Record: t.Record}
	for _, q := range d.Questions {
		if q.ID == t.Record {
			p.Screen = "question"
		}
	}
	for _, x := range d.Interviews {
		if x.ID == t.Record {
			p.Screen = "talk"
		}
	}
	for _, x := range d.Entries {
		if x.ID == t.Record {
			p.Screen = "entry"
		}
	}
	if t.Code == "todo.comment" && t.Indicator == "" {
		p.Screen = "remarks"
	}
	if p.Screen == "" {
		p.Screen, p.Item = string(t.Step), t.Indicator
	}
	if p.Screen == "" {
		p.Screen = "visit"
	}
	return p
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
	return append(keys, stepKeys(s.env, s.visit, "", s.env.Swap)...)
}

// Place is the visit and the row.
func (s *todo) Place() Place {
	return Place{Screen: "todo", Visit: s.visit, Offset: max(0, s.list.Selected())}
}

// Hint shows the whole sentence of the selected row.
func (s *todo) Hint() string {
	if i := s.list.Selected(); i >= 0 {
		return s.env.say(s.rows[i].Code, s.rows[i].Args...)
	}
	return ""
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
