package tui

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("results", newResults)
	addJumps(func(e *Env) []Action {
		return []Action{On(words.ResBoardJump, func() tea.Cmd { return e.Go(Place{Screen: "results"}) })}
	})
}

// results is the board of the office: every unit with its places, total, grade and state, and what has to be done first.
// Scores are hidden until F9, as everywhere.
type results struct {
	*board
	all   []resultRow
	rows  []resultRow
	mixed bool
	only  int // which of words.ResShow
	shown bool
}

// resultRow is a unit with its places.
type resultRow struct {
	store.ResultRow
	place, kindPlace int
}

type resultsMsg struct {
	rows  []resultRow
	mixed bool
}

func newResults(e *Env, _ Place) Screen {
	s := &results{}
	s.board = newBoard(e, Column{Title: e.T(words.ResPlaceW), Right: true}, Column{Title: e.T(words.ResKindPlaceW), Right: true},
		Column{Title: e.T(words.ResUnitW), Grow: true}, Column{Title: e.T(words.ResTotalW), Right: true, Max: 7}, Column{Title: e.T(words.ResGradeW), Max: 10},
		Column{Title: e.T(words.ResStateW), Max: 16}, Column{Title: e.T(words.ResLastW), Right: true, Max: 7},
		Column{Title: e.T(words.ResSelfW), Right: true, Max: 7, Wide: true}, Column{Title: e.T(words.ResWarnW), Right: true})
	s.board.head, s.board.low = s.heading, s.detail
	s.list.Match = func(i int, q string) bool {
		r := &s.rows[i]
		return strings.Contains(strings.ToLower(strings.Join([]string{r.Unit.Name, r.Unit.Code, e.outcomeWord(&r.Outcome), initials(r.Unit.Name)}, " ")), q)
	}
	return s
}

// Open reads the results.
func (s *results) Open() tea.Cmd {
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		list, err := b.Results(ctx)
		if err != nil {
			return nil, err
		}
		rows, mixed := ranked(list)
		return resultsMsg{rows, mixed}, nil
	})
}

// ranked puts the results that count into the order of their places; what nothing is known of comes last. Where they
// follow several versions of the scheme they have no places.
func ranked(list []store.ResultRow) (rows []resultRow, mixed bool) {
	list = slices.DeleteFunc(list, func(r store.ResultRow) bool { return !r.Unit.Counts() })
	at, entries := map[checklist.ID]int{}, []checklist.RankEntry{}
	for i := range list {
		if at[list[i].Unit.ID] = i; list[i].State != checklist.OutcomeNone {
			entries = append(entries, list[i].Entry)
		}
	}
	places, err := checklist.Rank(entries)
	if mixed = err != nil; mixed {
		places = nil
		for _, x := range entries {
			places = append(places, checklist.Ranked{RankEntry: x})
		}
	}
	for i := range places {
		x := &places[i]
		rows = append(rows, resultRow{list[at[x.Unit.ID]], x.Place, x.KindPlace})
	}
	for i := range list {
		if list[i].State == checklist.OutcomeNone {
			rows = append(rows, resultRow{ResultRow: list[i]})
		}
	}
	return rows, mixed
}

// Return reads them again.
func (s *results) Return() tea.Cmd { return s.Open() }

// Update takes the results, and moves and filters.
func (s *results) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case resultsMsg:
		s.all, s.mixed, s.read = m.rows, m.mixed, true
		s.show()
		return nil
	case ChangedMsg:
		return s.Open()
	}
	return s.list.Update(msg)
}

func (s *results) show() {
	s.rows = nil
	for _, r := range s.all {
		released := r.Release != nil
		if s.only == 0 || s.only == 1 && r.State == checklist.OutcomePending || s.only == 2 && r.State == checklist.OutcomeReady || s.only == 3 && released {
			s.rows = append(s.rows, r)
		}
	}
	s.list.SetRows(len(s.rows), s.cells)
}

// outcomeWord is the word of a state, with a star where the visit changed since its release.
func (e *Env) outcomeWord(o *checklist.Outcome) string {
	word := e.T(words.OutcomeWords[string(o.State)])
	if o.Changed {
		word += " *"
	}
	return word
}

func (s *results) cells(i int) []string {
	e, r := s.env, &s.rows[i]
	hidden := e.T(words.HiddenCell)
	total, grade, last, self, warned, one, kind := "--", "--", "--", "--", "--", "--", "--"
	if r.Entry.Total.Known {
		total, grade = r.Entry.Total.Points.String(), e.gradeOf(r.Entry.Grade)
		if r.Last != nil {
			last = plus(r.Entry.Total.Points - r.Last.Total)
		}
	}
	if r.Self != nil {
		self = plus(r.SelfOf - *r.Self)
	}
	if r.State != checklist.OutcomeNone {
		warned = fmt.Sprintf("%d/%d/%d", r.Warned[0], r.Warned[1], r.Warned[2])
	}
	if r.place > 0 {
		one, kind = strconv.Itoa(r.place), strconv.Itoa(r.kindPlace)
	}
	if !s.shown {
		for _, x := range []*string{&total, &grade, &last, &self, &warned, &one, &kind} {
			if *x != "--" {
				*x = hidden
			}
		}
	}
	name := r.Unit.Name
	if r.Unit.Short != "" {
		name = r.Unit.Short
	}
	return []string{one, kind, name, total, grade, e.outcomeWord(&r.Outcome), last, self, warned}
}

func (e *Env) gradeOf(g checklist.GradeScore) string {
	if g.Grade == nil {
		return "--"
	}
	return e.name(g.Grade.Name)
}

func plus(p checklist.Points) string {
	if p > 0 {
		return "+" + p.String()
	}
	return p.String()
}

func (s *results) heading(w int) []string {
	e, n := s.env, map[checklist.OutcomeState]int{}
	for i := range s.all {
		n[s.all[i].State]++
	}
	head := e.T(words.ResBoardHead, len(s.all), n[checklist.OutcomePending], n[checklist.OutcomeReady], n[checklist.OutcomeProvisional],
		n[checklist.OutcomeObjection], n[checklist.OutcomeFinal])
	lines := []string{e.Sides(w-1, " "+head, e.T(words.ResShow[s.only]))}
	if s.mixed {
		lines = append(lines, wrapped(e, e.T(words.ResBoardMixed), w)...)
	}
	return lines
}

// detail says what the selected result waits for.
func (s *results) detail(w int) []string {
	e, r := s.env, &s.rows[s.list.Selected()]
	if len(r.Pending) > 0 {
		says := make([]string, len(r.Pending))
		for i := range r.Pending {
			says[i] = e.Say(r.Pending[i].Code, r.Pending[i].Texts()...)
		}
		return wrapped(e, e.Clean(e.T(words.ResWaits, strings.Join(says, e.T(words.CmdListSep)))), w)
	}
	if r.Release != nil {
		return wrapped(e, e.Clean(e.T(words.ResOneRelease, r.Release.On, r.Release.Member, r.Until)), w)
	}
	return []string{" " + e.outcomeWord(&r.Outcome)}
}

// Frame draws the board.
func (s *results) Frame(w, h int) Frame {
	e := s.env
	if !s.read {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	return s.frame(w, h, e.T(words.UnitsFilter), e.T(words.ResultsEmpty), e.T(words.ResBoardNone))
}

func (s *results) open() tea.Cmd {
	if i := s.list.Selected(); i >= 0 {
		return s.env.Go(Place{Screen: "result", Record: s.rows[i].Unit.ID})
	}
	return nil
}

func (s *results) turn() tea.Cmd {
	s.only = (s.only + 1) % len(words.ResShow)
	s.show()
	return nil
}

func (s *results) toggle() tea.Cmd {
	s.shown = !s.shown
	s.show()
	return nil
}

// ScoresShown tells the header.
func (s *results) ScoresShown() bool { return s.shown }

// Keys of the board.
func (s *results) Keys() []Action {
	off, scores := "", words.ShowScores
	if s.list.Selected() < 0 {
		off = s.env.T(words.ResultsEmpty)
	}
	if s.shown {
		scores = words.HideScores
	}
	keys := []Action{On(words.ResOpenW, s.open, "enter").OffIf(off), Show(words.KeyMove, "up", "down"), On(words.ResTurn, s.turn, "f5", "ctrl+t"), On(scores, s.toggle, "f9", "ctrl+e")}
	if s.list.Query() != "" {
		keys = append(keys, On(words.KeyClear, s.clear, "esc"))
	}
	return keys
}

// Typing is so: the filter line has the focus.
func (s *results) Typing() bool { return true }

// Hint says how to filter.
func (s *results) Hint() string { return s.env.T(words.ResBoardHint) }

// Title is the crumb.
func (s *results) Title() string { return s.env.T(words.ResBoardTitle) }

// Place is the board.
func (s *results) Place() Place { return Place{Screen: "results"} }
