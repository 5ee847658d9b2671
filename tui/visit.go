package tui

import (
	"strconv"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("visit", newVisit) }

// visit is the page of one visit: its steps with what is done and what is missing, its open questions, and the
// facts noted in passing that belong nowhere yet.
type visit struct {
	picking
	env   *Env
	id    checklist.ID
	order []checklist.Step // the rows of steps
	steps *rowsPane
	todos map[checklist.Step][]checklist.Todo
	open  *questionList
	panes *panes
}

func newVisit(e *Env, p Place) Screen {
	s := &visit{env: e, id: p.Visit}
	s.steps = &rowsPane{name: "steps", List: NewList(e, Column{Title: e.T(words.VisitStep), Min: 6},
		Column{Title: e.T(words.VisitHave), Min: 24, Max: 38}, Column{Title: e.T(words.VisitLacks), Grow: true})}
	s.steps.hint = s.stepHint
	s.steps.keys = func() []Action {
		return []Action{On(words.KeyOpen, s.enter, "enter"), Show(words.KeyMove, "up", "down")}
	}
	s.open = newQuestionList(e, p.Visit, &s.picking, true)
	s.panes = newPanes(p, s.steps, s.open)
	s.fill()
	return s
}

// Open reads the visit.
func (s *visit) Open() tea.Cmd { return s.env.Load(s.id) }

// Return reads it again when nobody has meanwhile.
func (s *visit) Return() tea.Cmd {
	s.fill()
	if s.env.Doc(s.id) == nil {
		return s.env.Load(s.id)
	}
	return nil
}

// fill makes the rows of both lists.
func (s *visit) fill() {
	d := s.env.Doc(s.id)
	if d == nil {
		return
	}
	states := s.env.stepStates(d)
	s.order = s.env.steps(d)
	s.todos = map[checklist.Step][]checklist.Todo{}
	for _, t := range checklist.Missing(s.env.SchemeOf(d), &d.Visit, d.Own()) {
		s.todos[t.Step] = append(s.todos[t.Step], t)
	}
	s.steps.SetRows(len(s.order), func(i int) []string {
		step := s.order[i]
		return []string{s.env.stepName(s.env.SchemeOf(d), step), s.env.stepHave(d, step, states[step]), s.env.stepLacks(s.todos[step])}
	})
	s.open.fill()
}

// stepLacks is the first thing a step lacks, and how many more.
func (e *Env) stepLacks(todos []checklist.Todo) string {
	switch len(todos) {
	case 0:
		return ""
	case 1:
		return e.say(todos[0].Code, todos[0].Args...)
	}
	return e.T(words.VisitMore, len(todos), e.say(todos[0].Code, todos[0].Args...))
}

// stepHint is the whole sentence of the first thing the selected step lacks.
func (s *visit) stepHint() string {
	i := s.steps.Selected()
	if i < 0 || len(s.todos[s.order[i]]) == 0 {
		return ""
	}
	return s.env.stepLacks(s.todos[s.order[i]])
}

// enter opens the selected step.
func (s *visit) enter() tea.Cmd {
	i := s.steps.Selected()
	if i < 0 {
		return nil
	}
	return s.env.Go(Place{Screen: string(s.order[i]), Visit: s.id})
}

// Update moves, and follows the book.
func (s *visit) Update(msg tea.Msg) tea.Cmd {
	if s.pick != nil && isInput(msg) {
		return s.pick.list.Update(msg)
	}
	if m, ok := msg.(DocMsg); ok && m.Visit == s.id {
		s.fill()
	}
	return s.panes.Update(msg)
}

// isInput tells keys and pastes from results.
func isInput(msg tea.Msg) bool {
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		return true
	}
	return false
}

// Frame draws the steps above, the questions below, and from 120 columns what else is known of the unit.
func (s *visit) Frame(w, h int) Frame {
	e, d := s.env, s.env.Doc(s.id)
	if s.pick != nil {
		return s.pick.frame(w, h)
	}
	if d == nil {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	if w < wideWidth {
		return s.main(d, w, h)
	}
	wl := w * 2 / 3
	left := s.main(d, wl, h-2)
	lines := fit(e.Kit.Meter, left.Body, wl, h)
	var c canvas
	c.add(stepBar(e, d, ""), e.Rule(w))
	c.block(e.Panes(joinLines(lines[2:]), joinLines(e.aside(d, w-wl-2)), wl, w, h-2), left.Cursor, h-2)
	return c.frame()
}

func (s *visit) main(d *store.Doc, w, h int) Frame {
	e := s.env
	var c canvas
	c.add(stepBar(e, d, ""), e.Rule(w))
	c.block(joinLines(s.steps.Rows(w, s.stepRows())), nil, s.stepRows())
	c.add(e.Rule(w))
	c.add(e.questionHead(s.id, e.T(words.VisitOpen), e.T(words.VisitOpenCount, s.open.waiting(), len(s.open.parked())), w))
	c.block(joinLines(s.open.Rows(w, h-len(c.lines))), nil, max(0, h-len(c.lines)))
	return c.frame()
}

// Keys of the visit.
func (s *visit) Keys() []Action {
	if s.pick != nil {
		return s.pick.keys(s.close)
	}
	e := s.env
	keys := append(s.panes.cur().Keys(), Show(words.VisitPane, "tab"))
	keys = append(append(keys, stepKeys(e, s.id, "", e.Go)...),
		On(words.VisitTodo, func() tea.Cmd { return e.Go(Place{Screen: "todo", Visit: s.id}) }, "f4", "ctrl+b"),
		e.remarksKey(s.id),
		e.leftKey(s.id),
		On(words.VisitReview, func() tea.Cmd { return e.Go(Place{Screen: "review", Visit: s.id}) }, "ctrl+p"),
		On(words.VisitAttach, func() tea.Cmd { return e.Go(Place{Screen: "attach", Visit: s.id, Record: s.id}) }, "ctrl+u").Hidden(),
		On(words.PageOfVisit, func() tea.Cmd { return e.Go(Place{Screen: "scheme", Visit: s.id}) }).Hidden(),
		On(words.WorkMenu, func() tea.Cmd { return e.Go(Place{Screen: "movework", Visit: s.id}) }).Hidden(),
		On(words.SignedMenu, func() tea.Cmd { return e.Go(Place{Screen: "signed", Visit: s.id}) }).Hidden(),
		On(words.UnitsDailyNew, func() tea.Cmd { return e.Go(Place{Screen: "daily", Visit: s.id}) }).Hidden(),
		On(words.SlipsOfUnit, s.slips).Hidden(), On(words.CompareJump, func() tea.Cmd { return e.Go(Place{Screen: "compare", Visit: s.id}) }).Hidden(),
		On(words.LearnJump, func() tea.Cmd { return e.Go(Place{Screen: "learning", Visit: s.id}) }).Hidden())
	return append(append(keys, e.storyKeys(s.unit())...), e.previewKeys(s.id, "")...)
}

// unit is whose visit it is, once it is read.
func (s *visit) unit() checklist.ID {
	if d := s.env.Doc(s.id); d != nil {
		return d.Unit.ID
	}
	return checklist.ID{}
}

// Leave makes no change: everything here is made at once.
func (s *visit) Leave() tea.Cmd { return nil }

// Place is the visit and the selected row.
func (s *visit) Place() Place { return s.panes.place(Place{Screen: "visit", Visit: s.id}) }

// Typing is so while the choice is open.
func (s *visit) Typing() bool { return s.pick != nil }

// ScoresShown is never so here.
func (s *visit) ScoresShown() bool { return false }

// Hint says what the selected row is about.
func (s *visit) Hint() string { return s.hintOr(s.env, s.panes.cur().Hint) }

// Title is the unit's name.
func (s *visit) Title() string { return s.env.visitCrumb(s.id) }

// Click selects a row, or opens a step.
func (s *visit) Click(x, y int) tea.Cmd {
	e := s.env
	switch {
	case s.pick != nil:
		s.pick.list.Click(x, y-2)
		return nil
	case y == 0:
		return stepClick(e, e.Doc(s.id), s.id, "", x, e.Go)
	case y < 2+s.stepRows():
		cmd := s.panes.show(s.steps)
		s.steps.Click(x, y-2)
		return cmd
	case y > 3+s.stepRows():
		cmd := s.panes.show(s.open)
		s.open.Click(x, y-4-s.stepRows())
		return cmd
	}
	return nil
}

// stepRows are the rows of the steps: a heading and one for each.
func (s *visit) stepRows() int { return len(s.order) + 1 }

func count(n int) string { return strconv.Itoa(n) }
