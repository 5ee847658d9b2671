package tui

import (
	"context"
	"strconv"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("quality", newQuality)
	addJumps(func(e *Env) []Action {
		return []Action{On(words.QualJump, func() tea.Cmd { return e.Go(Place{Screen: "quality"}) })}
	})
}

// quality compares teams, rules and units, one table at a time. A bar says by its length how much of the marks a team
// takes; points are hidden until F9.
type quality struct {
	env    *Env
	list   *List
	got    *checklist.Quality
	scheme *checklist.Scheme
	rows   [][]string
	table  int
	shown  bool
}

type qualityMsg struct {
	got    *checklist.Quality
	scheme *checklist.Scheme
}

func newQuality(e *Env, p Place) Screen {
	s := &quality{env: e}
	if n, err := strconv.Atoi(p.Item); err == nil && n > 0 && n < len(words.QualTables) {
		s.table = n
	}
	s.head()
	return s
}

// Open compares.
func (s *quality) Open() tea.Cmd {
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		got, scheme, err := b.Quality(ctx)
		return qualityMsg{got, scheme}, err
	})
}

// Return compares again.
func (s *quality) Return() tea.Cmd { return s.Open() }

// Update takes the figures, and moves.
func (s *quality) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case qualityMsg:
		s.got, s.scheme = m.got, m.scheme
		s.fill()
		return nil
	case ChangedMsg:
		return s.Open()
	}
	return s.list.Update(msg)
}

// head makes the list for the table that shows.
func (s *quality) head() {
	e := s.env
	right := func(t words.Text) Column { return Column{Title: e.T(t), Right: true} }
	var columns []Column
	switch s.table {
	case 0:
		columns = []Column{{Title: e.T(words.QualIndW), Grow: true}, {Title: e.T(words.QualTeamW), Max: 8}, {Title: e.T(words.QualShareW)},
			right(words.QualMeanW), right(words.QualSpreadW), right(words.QualNW), {Title: e.T(words.QualSaysW), Max: 12}}
	case 1:
		columns = []Column{{Title: e.T(words.QualRuleW), Grow: true}, {Title: e.T(words.QualIndW)}, right(words.QualNW), {Title: e.T(words.QualSaysW)}}
	default:
		columns = []Column{{Title: e.T(words.DayUnit), Grow: true}, {Title: e.T(words.QualKindW), Max: 14}, right(words.ResTotalW), right(words.QualMedianW),
			right(words.QualAwayW), right(words.QualNW)}
	}
	s.list = NewList(e, columns...)
	s.list.Empty = e.T(words.QualNoVisits)
}

// qualityBar is how many cells the bar of whole full marks has.
const qualityBar = 10

func (s *quality) fill() {
	e := s.env
	s.rows = nil
	if s.list.Empty = e.T(words.QualNoVisits); s.got.Visits > 0 {
		s.list.Empty = e.T(words.QualNothing, checklist.FewVisits)
	}
	few := func(n int) string {
		if n < checklist.FewVisits {
			return e.T(words.QualFewW)
		}
		return ""
	}
	switch s.table {
	case 0:
		s.takes(few)
	case 1:
		for _, u := range s.got.Unused {
			s.rows = append(s.rows, []string{u.Rule.ID + " " + e.name(u.Rule.Name), u.Indicator.ID, strconv.Itoa(u.N), few(u.N)})
		}
	default:
		for i := range s.got.Units {
			u := &s.got.Units[i]
			away := dash(u.ZText())
			if u.Odd {
				away += " !"
			}
			s.rows = append(s.rows, []string{u.Unit.Name, s.kind(u.Unit.Kind), s.points(u.Total), s.points(u.Median.Points), away, strconv.Itoa(u.N)})
		}
	}
	s.list.SetRows(len(s.rows), func(i int) []string { return s.rows[i] })
}

func (s *quality) takes(few func(int) string) {
	e := s.env
	for i := range s.got.Indicators {
		x := &s.got.Indicators[i]
		name := x.Indicator.ID + " " + e.indicatorName(x.Indicator)
		teams := x.Teams
		if len(teams) == 0 && x.All.N > 0 {
			teams = []checklist.TeamTake{x.All} // nobody is in a team
		}
		for k := range teams {
			t := &teams[k]
			says := few(t.N)
			if t.Team == x.More && t.Team != "" {
				says = e.T(words.QualMoreW)
			}
			s.rows = append(s.rows, []string{name, e.Clean(dash(t.Team)), share(int(t.Mean.Points), int(max(1, x.Indicator.Full)), qualityBar),
				s.points(t.Mean.Points), s.points(t.Spread.Points), strconv.Itoa(t.N), says})
		}
	}
}

func (s *quality) points(p checklist.Points) string {
	if !s.shown {
		return s.env.T(words.HiddenCell)
	}
	return p.String()
}

func (s *quality) kind(id string) string {
	if k, ok := s.scheme.Kind(id); ok {
		return s.env.name(k.Name)
	}
	return id
}

func (s *quality) turn() tea.Cmd {
	s.table = (s.table + 1) % len(words.QualTables)
	s.head()
	s.fill()
	return nil
}

func (s *quality) toggle() tea.Cmd {
	s.shown = !s.shown
	s.fill()
	return nil
}

// ScoresShown tells the header.
func (s *quality) ScoresShown() bool { return s.shown }

// Frame draws the table.
func (s *quality) Frame(w, h int) Frame {
	e := s.env
	if s.got == nil {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	lines := []string{e.Sides(w-1, " "+e.T(words.QualHead, s.got.Visits), e.T(words.QualTables[s.table])), e.Rule(w)}
	return Frame{Body: joinLines(append(lines, s.list.Rows(w, h-len(lines))...))}
}

// Keys of the tables.
func (s *quality) Keys() []Action {
	scores := words.ShowScores
	if s.shown {
		scores = words.HideScores
	}
	none := ""
	if s.got == nil {
		none = s.env.T(words.Reading)
	}
	return []Action{On(words.QualTurn, s.turn, "f5", "ctrl+t").OffIf(none), On(scores, s.toggle, "f9", "ctrl+e").OffIf(none), Show(words.KeyMove, "up", "down")}
}

// Hint says how far the figures carry.
func (s *quality) Hint() string { return s.env.T(words.QualHint, checklist.FewVisits) }

// Title is the crumb.
func (s *quality) Title() string { return s.env.T(words.QualTitle) }

// Place is how to come back.
func (s *quality) Place() Place { return Place{Screen: "quality", Item: strconv.Itoa(s.table)} }

// Click selects a row.
func (s *quality) Click(x, y int) tea.Cmd {
	s.list.Click(x, y-2)
	return nil
}
