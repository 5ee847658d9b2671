package tui

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("slips", newSlips)
	addJumps(func(e *Env) []Action {
		return []Action{On(words.SlipsJump, func() tea.Cmd { return e.Go(Place{Screen: "slips"}) })}
	})
}

// slips lists the supervision slips of the district, or with Record of one unit, the overdue first.
type slips struct {
	picking
	env   *Env
	unit  checklist.ID
	want  checklist.ID // the slip to select when they come
	list  *List
	rows  []checklist.Slip
	units map[checklist.ID]checklist.Unit
	read  bool
}

// slipsMsg brings slips and the units they belong to.
type slipsMsg struct {
	slips []checklist.Slip
	units map[checklist.ID]checklist.Unit
}

func newSlips(e *Env, p Place) Screen {
	s := &slips{env: e, unit: p.Record}
	if p.Item != "" {
		_ = s.want.UnmarshalText([]byte(p.Item)) // a place of another form selects nothing
	}
	s.list = NewList(e, Column{Title: e.T(words.ColSlipNo), Max: 18}, Column{Title: e.T(words.DueUnitW), Max: 14}, Column{Title: e.T(words.SlipRuleW)},
		Column{Title: e.T(words.SlipStateW), Max: 16}, Column{Title: e.T(words.SlipDueW)}, Column{Title: e.T(words.SlipFactsW), Grow: true})
	s.list.Filter, s.list.Empty = true, e.T(words.SlipsEmpty)
	s.list.Match = func(i int, q string) bool {
		x := &s.rows[i]
		u := s.units[x.Unit]
		all := strings.ToLower(strings.Join([]string{x.Number, x.Official, x.Rule, x.Facts, s.state(x), u.Code, u.Name, initials(u.Name)}, " "))
		return strings.Contains(all, q)
	}
	return s
}

// Open reads the slips.
func (s *slips) Open() tea.Cmd { return s.env.Read(readSlips) }

// Return reads them again.
func (s *slips) Return() tea.Cmd { return s.Open() }

func readSlips(ctx context.Context, b *store.Book) (tea.Msg, error) {
	list, err := b.AllSlips(ctx)
	if err != nil {
		return nil, err
	}
	units, err := unitsByID(ctx, b)
	return slipsMsg{list, units}, err
}

// unitsByID are the units of the book.
func unitsByID(ctx context.Context, b *store.Book) (map[checklist.ID]checklist.Unit, error) {
	rows, err := b.Units(ctx)
	units := make(map[checklist.ID]checklist.Unit, len(rows))
	for _, r := range rows {
		units[r.Unit.ID] = r.Unit
	}
	return units, err
}

// Update moves, and takes the slips.
func (s *slips) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case slipsMsg:
		s.take(msg)
		return nil
	case ChangedMsg:
		return s.Open()
	}
	if s.pick != nil && isInput(msg) {
		return s.pick.list.Update(msg)
	}
	return s.list.Update(msg)
}

func (s *slips) take(msg slipsMsg) {
	e, was := s.env, s.want
	if x := s.chosen(); x != nil && was == (checklist.ID{}) {
		was = x.ID
	}
	s.units, s.read, s.want = msg.units, true, checklist.ID{}
	s.rows = slices.DeleteFunc(slices.Clone(msg.slips), func(x checklist.Slip) bool { return !s.shows(x.Unit) })
	rank := func(x checklist.Slip) int {
		switch {
		case e.Scheme.Overdue(&x, e.Today()):
			return 0
		case x.Standing(), x.State == checklist.SlipDraft:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(s.rows, func(a, b checklist.Slip) int {
		return cmp.Or(rank(a)-rank(b), strings.Compare(a.Due(), b.Due()), strings.Compare(a.Number, b.Number))
	})
	s.list.SetRows(len(s.rows), func(i int) []string {
		x := &s.rows[i]
		u := s.units[x.Unit]
		whose := cmp.Or(u.Short, u.Name)
		if s.unit != (checklist.ID{}) && x.Unit != s.unit {
			whose = e.T(words.UnitCameShort, whose)
		}
		return []string{x.Name(), whose, x.Rule, s.state(x), x.Due(), x.Facts}
	})
	for i := range s.rows {
		if s.rows[i].ID == was {
			s.list.Select(i)
		}
	}
}

// shows tells whether slips of a unit are listed: of one unit with those it goes on from.
func (s *slips) shows(unit checklist.ID) bool {
	return s.unit == (checklist.ID{}) || s.unit == unit || checklist.Descends(s.unit, unit, s.units)
}

// state is the state of a slip, and whether it is overdue.
func (s *slips) state(x *checklist.Slip) string { return s.env.slipState(x) }

func (e *Env) slipState(x *checklist.Slip) string {
	text := e.name(e.Scheme.StateName(x.State))
	if len(x.Sides) > 0 {
		text = e.T(words.DueKinds[string(checklist.DueSettle)])
	}
	if e.Scheme.Overdue(x, e.Today()) {
		text = e.T(words.SlipOverdue) + " " + text
	}
	return text
}

func (s *slips) chosen() *checklist.Slip {
	if i := s.list.Selected(); i >= 0 && i < len(s.rows) {
		return &s.rows[i]
	}
	return nil
}

// Frame draws the filter and the list.
func (s *slips) Frame(w, h int) Frame {
	e := s.env
	switch {
	case s.pick != nil:
		return s.pick.frame(w, h)
	case !s.read:
		return Frame{Body: " " + e.T(words.Reading)}
	}
	late := 0
	for i := range s.rows {
		if e.Scheme.Overdue(&s.rows[i], e.Today()) {
			late++
		}
	}
	var c canvas
	text, cursor := s.list.View(w, h-2)
	c.add(e.Sides(w-1, " "+e.Style.Title.Render(e.T(words.SlipsTitle)), e.T(words.SlipCount, len(s.rows), late)), e.Rule(w))
	c.block(text, cursor, h-2)
	return c.frame()
}

func (s *slips) open() tea.Cmd {
	x := s.chosen()
	if x == nil {
		return nil
	}
	return s.env.Go(Place{Screen: "slip", Record: x.ID})
}

// fresh asks for the unit of a new slip.
func (s *slips) fresh() tea.Cmd {
	e := s.env
	var rows []pickRow
	for _, u := range s.units {
		rows = append(rows, pickRow{id: u.Code, record: u.ID, text: u.Name})
	}
	slices.SortFunc(rows, func(a, b pickRow) int { return strings.Compare(a.id, b.id) })
	return s.picking.open(newPicker(e, e.T(words.SlipPick), rows, func(chosen []pickRow) tea.Cmd {
		return e.Go(Place{Screen: "slipnew", Record: chosen[0].record})
	}))
}

// Keys of the list.
func (s *slips) Keys() []Action {
	if s.pick != nil {
		return s.pick.keys(s.close)
	}
	off := ""
	if s.chosen() == nil {
		off = s.env.T(words.SlipNone)
	}
	return []Action{On(words.KeyOpen, s.open, "enter").OffIf(off), Show(words.KeyMove, "up", "down"), On(words.SlipsNew, s.fresh, "f7", "ctrl+t")}
}

// Typing filters.
func (s *slips) Typing() bool { return true }

// Hint says how the list stands.
func (s *slips) Hint() string {
	return s.hintOr(s.env, func() string { return s.env.T(words.SlipsHint) })
}

// Title is the crumb.
func (s *slips) Title() string { return s.env.T(words.SlipsTitle) }

// Place is the unit and the selected slip.
func (s *slips) Place() Place {
	p := Place{Screen: "slips", Record: s.unit}
	if x := s.chosen(); x != nil {
		p.Item = x.ID.String()
	}
	return p
}

// Click selects a row.
func (s *slips) Click(x, y int) tea.Cmd {
	if s.pick != nil {
		s.pick.list.Click(x, y-2)
		return nil
	}
	s.list.Click(x, y-2)
	return nil
}

// slips opens the slips of the unit of a visit.
func (s *visit) slips() tea.Cmd {
	d := s.env.Doc(s.id)
	if d == nil {
		return nil
	}
	return s.env.Go(Place{Screen: "slips", Record: d.Unit.ID})
}
