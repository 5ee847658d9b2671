package tui

import (
	"context"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("due", newDue)
	addJumps(func(e *Env) []Action {
		return []Action{On(words.DueJump, func() tea.Cmd { return e.Go(Place{Screen: "due"}) })}
	})
}

// due is the one list of what is due in the district: slips, promises, re-checks; past its day, this week, later.
type due struct {
	env   *Env
	list  *List
	rows  []checklist.Due
	units map[checklist.ID]checklist.Unit
	read  bool
}

type dueMsg struct {
	list  []checklist.Due
	units map[checklist.ID]checklist.Unit
}

func newDue(e *Env, _ Place) Screen {
	s := &due{env: e}
	s.list = NewList(e, Column{Title: e.T(words.DueWhenW)}, Column{Title: e.T(words.DueDayW)}, Column{Title: e.T(words.DueUnitW), Max: 14},
		Column{Title: e.T(words.DueKindW), Max: 16}, Column{Title: e.T(words.DueTextW), Grow: true}, Column{Title: e.T(words.ColSlipNo), Wide: true})
	s.list.Filter, s.list.Empty = true, e.T(words.DueNone)
	s.list.Match = func(i int, q string) bool {
		d, u := s.rows[i], s.units[s.rows[i].Unit]
		return strings.Contains(strings.ToLower(strings.Join([]string{d.Number, d.Text, u.Code, u.Name, initials(u.Name), e.T(words.DueKinds[string(d.Kind)])}, " ")), q)
	}
	return s
}

// Open reads the list.
func (s *due) Open() tea.Cmd {
	today := s.env.Today()
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		list, err := b.DueList(ctx, today)
		if err != nil {
			return nil, err
		}
		units, err := unitsByID(ctx, b)
		return dueMsg{list, units}, err
	})
}

// Return reads it again.
func (s *due) Return() tea.Cmd { return s.Open() }

// Update moves, and takes the list.
func (s *due) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case dueMsg:
		s.rows, s.units, s.read = m.list, m.units, true
		s.list.SetRows(len(s.rows), s.cells)
		return nil
	case ChangedMsg:
		return s.Open()
	}
	return s.list.Update(msg)
}

func (s *due) cells(i int) []string {
	e, d := s.env, &s.rows[i]
	u := s.units[d.Unit]
	name := u.Short
	if name == "" {
		name = u.Name
	}
	return []string{e.T(words.DueWhens[string(d.When)]), d.Day, name, e.T(words.DueKinds[string(d.Kind)]), d.Text, d.Number}
}

// Frame draws the counts and the list.
func (s *due) Frame(w, h int) Frame {
	e := s.env
	if !s.read {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	n := map[checklist.DueWhen]int{}
	for i := range s.rows {
		n[s.rows[i].When]++
	}
	var c canvas
	c.add(" "+e.Style.Title.Render(e.T(words.DueCounts, n[checklist.DueOver], n[checklist.DueWeek], n[checklist.DueLater])), e.Rule(w))
	text, cursor := s.list.View(w, h-2)
	c.block(text, cursor, h-2)
	return c.frame()
}

func (s *due) chosen() *checklist.Due {
	if i := s.list.Selected(); i >= 0 && i < len(s.rows) {
		return &s.rows[i]
	}
	return nil
}

// open opens the slip, or asks how a promise was kept.
func (s *due) open() tea.Cmd {
	e, d := s.env, s.chosen()
	switch {
	case d == nil:
		return nil
	case d.Kind == checklist.DueRectify || d.Kind == checklist.DueRectified:
		return e.Go(Place{Screen: "result", Record: d.Unit})
	case d.Kind != checklist.DuePromise:
		return e.Go(Place{Screen: "slip", Record: d.Record})
	}
	id, today := d.Record, e.Today()
	return e.AskReason(e.T(words.DueAsk, e.Cut(d.Text, 40)), words.DueYes, func(how string) tea.Cmd {
		return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			return nil, b.KeepPromise(ctx, id, today, how)
		})
	})
}

// Keys of the list.
func (s *due) Keys() []Action {
	off, d := "", s.chosen()
	if d == nil {
		off = s.env.T(words.DueNone)
	}
	keys := []Action{On(words.DueOpen, s.open, "enter").OffIf(off), Show(words.KeyMove, "up", "down")}
	if d != nil && d.Visit != (checklist.ID{}) {
		visit := d.Visit
		keys = append(keys, On(words.DueVisit, func() tea.Cmd { return s.env.Go(Place{Screen: "visit", Visit: visit}) }, "f7", "ctrl+t"))
	}
	return keys
}

// Typing filters.
func (s *due) Typing() bool { return true }

// Hint says what the list is.
func (s *due) Hint() string { return s.env.T(words.DueHint) }

// Title is the crumb.
func (s *due) Title() string { return s.env.T(words.DueTitle) }

// Place is the list.
func (s *due) Place() Place { return Place{Screen: "due"} }

// Click selects a row.
func (s *due) Click(x, y int) tea.Cmd {
	s.list.Click(x, y-2)
	return nil
}
