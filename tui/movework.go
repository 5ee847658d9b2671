package tui

import (
	"context"
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("movework", newMoveWork) }

// movework moves what was entered under the wrong unit: first the right unit is picked, then the page shows what would go
// and what stands in the way, and asks why.
type movework struct {
	env   *Env
	visit checklist.ID
	units []store.UnitRow
	keys  []string // what the filter looks in
	list  *List    // of units, or of what differs
	plan  *store.WorkMove
	read  bool
}

type moveUnitsMsg struct {
	of    *movework
	units []store.UnitRow
}

type movePlanMsg struct {
	of   *movework
	plan *store.WorkMove
}

func newMoveWork(e *Env, p Place) Screen {
	s := &movework{env: e, visit: p.Visit}
	s.list = NewList(e, Column{}, Column{Grow: true})
	s.list.Filter, s.list.NoTitles, s.list.Empty = true, true, e.T(words.UnitsNoMatch)
	s.list.Match = func(i int, q string) bool { return s.plan == nil && strings.Contains(s.keys[i], q) }
	return s
}

// Open reads the visit and the units it could belong to.
func (s *movework) Open() tea.Cmd {
	return tea.Batch(s.env.Load(s.visit), s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		d, err := b.Visit(ctx, s.visit)
		if err != nil {
			return nil, err
		}
		all, err := b.Units(ctx)
		var units []store.UnitRow
		for _, u := range all {
			if u.Unit.ID != d.Unit.ID && !u.Unit.Ended() {
				units = append(units, u)
			}
		}
		return moveUnitsMsg{s, units}, err
	}))
}

// Update takes the units or the plan, and moves.
func (s *movework) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case moveUnitsMsg:
		if m.of != s {
			return nil
		}
		s.units, s.read, s.keys = m.units, true, nil
		for _, u := range m.units {
			s.keys = append(s.keys, strings.ToLower(strings.Join([]string{u.Unit.Name, u.Unit.Short, u.Unit.Code, initials(u.Unit.Name)}, " ")))
		}
		s.list.SetRows(len(s.units), func(i int) []string {
			return []string{s.env.Clean(s.units[i].Unit.Code), s.env.marks(s.units[i].Unit) + s.env.Clean(s.units[i].Unit.Name)}
		})
	case movePlanMsg:
		if m.of == s {
			s.show(m.plan)
		}
	case tea.KeyPressMsg, tea.PasteMsg:
		return s.list.Update(msg)
	}
	return nil
}

// show turns the page to a plan: its list is what differs.
func (s *movework) show(plan *store.WorkMove) {
	s.plan = plan
	s.list = NewList(s.env, Column{Title: s.env.T(words.HistoryField), Max: 20}, Column{Title: s.env.T(words.WorkHere), Grow: true},
		Column{Title: s.env.T(words.WorkThere), Max: 24}, Column{Max: 14})
	s.list.SetRows(len(plan.Clashes), s.clash)
}

func (s *movework) clash(i int) []string {
	e, c := s.env, s.plan.Clashes[i]
	ruling := map[store.Ruling]words.Text{store.Undecided: words.WorkOpen, store.TakeHere: words.WorkHere, store.KeepThere: words.WorkThere}[c.Ruling]
	return []string{e.T(words.KindWords[string(c.Kind)]) + " " + e.fieldWord(c.Kind, c.Field), e.Clean(c.Here), e.Clean(c.There), e.T(ruling)}
}

// pick works out what moving to the selected unit would do.
func (s *movework) pick() tea.Cmd {
	i := s.list.Selected()
	if i < 0 {
		return nil
	}
	visit, unit := s.visit, s.units[i].Unit.ID
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		plan, err := b.PlanWork(ctx, visit, unit)
		if err != nil {
			return nil, err
		}
		return movePlanMsg{s, plan}, nil
	})
}

// flip decides the selected difference, or decides it the other way.
func (s *movework) flip() tea.Cmd {
	if i := s.list.Selected(); i >= 0 {
		c := &s.plan.Clashes[i]
		if c.Ruling == store.TakeHere {
			c.Ruling = store.KeepThere
		} else {
			c.Ruling = store.TakeHere
		}
		s.list.SetRows(len(s.plan.Clashes), s.clash)
	}
	return nil
}

// off says why the plan cannot be carried out now.
func (s *movework) off() string {
	open := 0
	for _, c := range s.plan.Clashes {
		if c.Ruling == store.Undecided {
			open++
		}
	}
	switch {
	case s.plan.Records() == 0:
		return s.env.T(words.WorkNone)
	case open > 0:
		return s.env.T(words.WorkUndecide, open)
	}
	return ""
}

// move asks why, and carries the plan out.
func (s *movework) move() tea.Cmd {
	e, plan := s.env, s.plan
	name := e.Clean(plan.To.Name)
	return e.AskReason(e.T(words.WorkAsk, plan.Records(), name), words.WorkDo, func(reason string) tea.Cmd {
		return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			to, err := b.MoveWork(ctx, plan, reason)
			return goMsg{[]Place{{Screen: home, Visit: to, Record: plan.To.ID}, {Screen: "visit", Visit: to}}, goJump}, err
		})
	})
}

// Frame draws the units to pick from, or the plan.
func (s *movework) Frame(w, h int) Frame {
	e := s.env
	if !s.read {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	if s.plan == nil {
		filter, cursor := s.list.FilterLine(e.T(words.PhraseFilter), 28)
		lines := []string{filter, " " + e.Style.Title.Render(e.Cut(e.T(words.WorkPick, e.visitCrumb(s.visit)), w-2)), e.Rule(w)}
		return Frame{strings.Join(append(lines, s.list.Rows(w, h-len(lines))...), "\n"), cursor}
	}
	m := s.plan
	lines := []string{" " + e.Style.Title.Render(e.Cut(e.T(words.WorkPlan, e.Clean(m.From.Name), e.Clean(m.To.Name), m.Records()), w-2))}
	var parts []string
	for _, k := range store.MovedKinds() {
		if n := m.Count[k]; n > 0 {
			parts = append(parts, e.T(words.KindWords[string(k)])+" "+strconv.Itoa(n))
		}
	}
	for _, l := range e.Wrap(strings.Join(parts, e.T(words.Comma)), w-4) {
		lines = append(lines, "   "+l)
	}
	stays, order := map[string]int{}, []string{}
	for _, x := range m.Stay {
		if stays[x.Person.Name]++; stays[x.Person.Name] == 1 {
			order = append(order, x.Person.Name)
		}
	}
	for _, name := range order {
		lines = append(lines, "   "+e.T(words.WorkStays, e.Clean(name), stays[name]))
	}
	if m.Hidden > 0 {
		lines = append(lines, "   "+e.T(words.WorkHidden, m.Hidden))
	}
	if len(m.Clashes) > 0 {
		lines = append(lines, e.Rule(w), " "+e.Style.Accent.Render(e.T(words.WorkClash)))
		lines = append(lines, s.list.Rows(w, max(3, h-len(lines)))...)
	}
	return Frame{Body: strings.Join(lines[:min(len(lines), h)], "\n")}
}

// Keys of the page.
func (s *movework) Keys() []Action {
	if s.plan == nil {
		return []Action{On(words.KeyOpen, s.pick, "enter"), Show(words.KeyMove, "up", "down")}
	}
	keys := []Action{On(words.WorkDo, s.move, "enter").OffIf(s.off())}
	if len(s.plan.Clashes) > 0 {
		keys = append(keys, On(words.WorkFlip, s.flip, "space"), Show(words.KeyMove, "up", "down"))
	}
	return keys
}

// Typing: while a unit is picked, plain keys filter.
func (s *movework) Typing() bool { return s.plan == nil }

// Hint says that nothing is lost.
func (s *movework) Hint() string {
	if s.plan == nil {
		return s.env.T(words.WorkPickHint)
	}
	return s.env.T(words.WorkPlanHint)
}

// Title is the crumb.
func (s *movework) Title() string { return s.env.T(words.WorkTitle) }

// Place is the page; after a restart the unit is picked again.
func (s *movework) Place() Place { return Place{Screen: "movework", Visit: s.visit} }
