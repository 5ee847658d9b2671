package tui

import (
	"context"
	"strconv"
	"strings"

	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("coverage", newCoverage)
	addJumps(func(e *Env) []Action {
		return []Action{On(words.CoverJump, func() tea.Cmd { return e.Go(Place{Screen: "coverage"}) })}
	})
}

// coverage is the board against last-minute preparation: units not visited this year, and for how long not.
type coverage struct {
	*board
	all  []store.Coverage
	rows []store.Coverage
	only int // which of words.CoverShow
}

type coverageMsg struct{ all []store.Coverage }

func newCoverage(e *Env, _ Place) Screen {
	s := &coverage{}
	s.board = newBoard(e, Column{Title: e.T(words.DayUnit), Grow: true}, Column{Title: e.T(words.CoverKind), Max: 14}, Column{Title: e.T(words.DayTeam), Max: 8},
		Column{Title: e.T(words.CoverYearly)}, Column{Title: e.T(words.CoverDaily), Right: true}, Column{Title: e.T(words.CoverLast), Max: 10}, Column{Title: e.T(words.CoverDays), Right: true})
	s.board.head, s.board.low = s.heading, s.detail
	s.list.Match = func(i int, q string) bool {
		r := s.rows[i]
		return strings.Contains(strings.ToLower(strings.Join([]string{r.Unit.Name, r.Unit.Code, r.Team, s.kind(r), initials(r.Unit.Name)}, " ")), q)
	}
	return s
}

// Open reads the units.
func (s *coverage) Open() tea.Cmd {
	today := s.env.Today()
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		all, err := b.Coverage(ctx, today)
		return coverageMsg{all}, err
	})
}

// Return reads them again.
func (s *coverage) Return() tea.Cmd { return s.Open() }

// Update takes the units, and moves and filters.
func (s *coverage) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case coverageMsg:
		s.all, s.read = m.all, true
		s.show()
		return nil
	case ChangedMsg:
		return s.Open()
	}
	return s.list.Update(msg)
}

func (s *coverage) show() {
	s.rows = nil
	for _, r := range s.all {
		if s.only == 0 || s.only == 1 && r.Last == "" || s.only == 2 && r.Daily == 0 {
			s.rows = append(s.rows, r)
		}
	}
	s.list.SetRows(len(s.rows), s.cells)
}

func (s *coverage) kind(r store.Coverage) string {
	if s.env.Scheme != nil {
		if k, ok := s.env.Scheme.Kind(r.Unit.Kind); ok {
			return s.env.name(k.Name)
		}
	}
	return r.Unit.Kind
}

func (s *coverage) cells(i int) []string {
	e, r := s.env, s.rows[i]
	yearly, last, days := e.T(words.No), e.T(words.CoverNever), ""
	if r.Yearly {
		yearly = e.T(words.Yes)
	}
	if r.Last != "" {
		last, days = e.day(r.Last), strconv.Itoa(r.Days)
	}
	return []string{r.Unit.Name, s.kind(r), r.Team, yearly, strconv.Itoa(r.Daily), last, days}
}

func (s *coverage) heading(w int) []string {
	e, never, daily := s.env, 0, 0
	for _, r := range s.all {
		if r.Last == "" {
			never++
		}
		if r.Daily == 0 {
			daily++
		}
	}
	return []string{e.Sides(w-1, " "+e.T(words.CoverHead, len(s.all), never, daily), e.T(words.CoverShow[s.only]))}
}

func (s *coverage) detail(w int) []string {
	e, r := s.env, s.rows[s.list.Selected()]
	if r.Planned == "" {
		return wrapped(e, e.T(words.CoverNoPlan), w)
	}
	team := r.Team
	if team == "" {
		team = e.T(words.BoardNoTeam)
	}
	return wrapped(e, e.Clean(e.T(words.CoverPlanned, e.day(r.Planned), team)), w)
}

func (s *coverage) turn() tea.Cmd {
	s.only = (s.only + 1) % len(words.CoverShow)
	s.show()
	return nil
}

// Frame draws the list.
func (s *coverage) Frame(w, h int) Frame {
	e := s.env
	if !s.read {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	return s.frame(w, h, e.T(words.UnitsFilter), e.T(words.BoardEmpty), e.T(words.DayNoMatch))
}

// Keys of the list.
func (s *coverage) Keys() []Action {
	keys := []Action{Show(words.KeyMove, "up", "down"), On(words.CoverTurn, s.turn, "f5", "ctrl+t")}
	if s.list.Query() != "" {
		keys = append(keys, On(words.KeyClear, s.clear, "esc"))
	}
	return keys
}

// Typing is so: the filter line has the focus.
func (s *coverage) Typing() bool { return true }

// Hint says how to filter.
func (s *coverage) Hint() string { return s.env.T(words.UnitsHint) }

// Title is the crumb.
func (s *coverage) Title() string { return s.env.T(words.CoverTitle) }

// Place is the list.
func (s *coverage) Place() Place { return Place{Screen: "coverage"} }
