package tui

import (
	"cmp"
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
	addScreen("board", newTeamBoard)
	addJumps(func(e *Env) []Action {
		return []Action{On(words.BoardJump, func() tea.Cmd { return e.Go(Place{Screen: "board"}) })}
	})
}

// barCells is how wide a bar is.
const barCells = 10

// teamBoard is how far the teams are: a line a team, and a row a unit with a bar that says by its length what is judged.
type teamBoard struct {
	*board
	rows []store.BoardRow
	keys []string // what the filter looks in
	sort int
}

type teamBoardMsg struct{ rows []store.BoardRow }

func newTeamBoard(e *Env, _ Place) Screen {
	s := &teamBoard{}
	s.board = newBoard(e, Column{Title: e.T(words.DayTeam), Max: 10}, Column{Title: e.T(words.BoardDay), Max: 8}, Column{Title: e.T(words.DayUnit), Grow: true},
		Column{Title: e.T(words.BoardDone)}, Column{Title: e.T(words.DayTodos), Right: true}, Column{Title: e.T(words.DayState), Max: 18})
	s.board.head = s.heading
	s.list.Match = func(i int, q string) bool { return strings.Contains(s.keys[i], q) }
	return s
}

// Open reads the board.
func (s *teamBoard) Open() tea.Cmd {
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		rows, err := b.TeamBoard(ctx)
		return teamBoardMsg{rows}, err
	})
}

// Return reads it again.
func (s *teamBoard) Return() tea.Cmd { return s.Open() }

// Update takes the board, and moves and filters.
func (s *teamBoard) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case teamBoardMsg:
		s.rows, s.read = m.rows, true
		s.order()
		return nil
	case ChangedMsg:
		return s.Open()
	}
	return s.list.Update(msg)
}

// order sorts the rows and shows them.
func (s *teamBoard) order() {
	slices.SortStableFunc(s.rows, func(a, b store.BoardRow) int {
		switch s.sort {
		case 1:
			return cmp.Or(cmp.Compare(cmp.Or(a.Day, "9999"), cmp.Or(b.Day, "9999")), strings.Compare(a.Team, b.Team), strings.Compare(a.Unit.Code, b.Unit.Code))
		case 2: // n of m without a division: a unit without indicators is not begun
			return cmp.Or(cmp.Compare(a.Scored*max(b.Total, 1), b.Scored*max(a.Total, 1)), strings.Compare(a.Unit.Code, b.Unit.Code))
		}
		return cmp.Or(compareTeam(a.Team, b.Team), strings.Compare(a.Day, b.Day), strings.Compare(a.Unit.Code, b.Unit.Code))
	})
	s.keys = make([]string, len(s.rows))
	for i, r := range s.rows {
		s.keys[i] = strings.ToLower(strings.Join([]string{r.Unit.Name, r.Unit.Code, r.Team, initials(r.Unit.Name), initials(r.Team)}, " "))
	}
	s.list.SetRows(len(s.rows), s.cells)
}

// compareTeam orders teams by name; what has none comes last.
func compareTeam(a, b string) int {
	if (a == "") != (b == "") {
		return strings.Compare(b, a)
	}
	return strings.Compare(a, b)
}

func (s *teamBoard) cells(i int) []string {
	e, r := s.env, s.rows[i]
	name := r.Unit.Short
	if name == "" {
		name = r.Unit.Name
	}
	day := ""
	if r.Day != "" {
		day = e.day(r.Day)
	}
	done := share(r.Scored, r.Total, barCells) + fmt.Sprintf(" %2d/%d", r.Scored, r.Total)
	if r.Visit == (checklist.ID{}) {
		done = share(0, 0, barCells)
	}
	state := e.T(words.VisitStates[r.State])
	switch {
	case r.Waiting > 0:
		state += " " + e.T(words.UnitsWaiting, r.Waiting)
	case r.Arrived:
		state = strings.TrimSpace(s.signed(r) + " " + e.T(words.BoardIn))
	case r.Exported:
		state = strings.TrimSpace(s.signed(r) + " " + e.T(words.BoardSent))
	}
	return []string{r.Team, day, name, done, strconv.Itoa(r.Todos), state}
}

func (s *teamBoard) signed(r store.BoardRow) string {
	if r.Signed {
		return s.env.T(words.BoardSigned)
	}
	return ""
}

// heading sums up the teams, as many as there is room for.
func (s *teamBoard) heading(int) []string {
	e := s.env
	type sum struct {
		team string
		n    [5]int
	}
	var sums []sum
	for _, r := range s.rows {
		i := slices.IndexFunc(sums, func(x sum) bool { return x.team == r.Team })
		if i < 0 {
			i, sums = len(sums), append(sums, sum{team: r.Team})
		}
		for j, is := range []bool{true, r.Visit != (checklist.ID{}), r.Signed, r.Exported, r.Arrived} {
			if is {
				sums[i].n[j]++
			}
		}
	}
	slices.SortFunc(sums, func(a, b sum) int { return compareTeam(a.team, b.team) })
	var lines []string
	for _, x := range sums[:min(len(sums), 6)] {
		team := x.team
		if team == "" {
			team = e.T(words.BoardNoTeam)
		}
		lines = append(lines, "   "+e.Cut(e.T(words.BoardSum, team, x.n[0], x.n[1], x.n[2], x.n[3], x.n[4]), 76))
	}
	return lines
}

func (s *teamBoard) resort() tea.Cmd {
	s.sort = (s.sort + 1) % len(words.BoardSorts)
	s.order()
	return nil
}

func (s *teamBoard) open() tea.Cmd {
	i := s.list.Selected()
	if i < 0 || s.rows[i].Visit == (checklist.ID{}) {
		return nil
	}
	return s.env.Go(Place{Screen: "visit", Visit: s.rows[i].Visit})
}

// Frame draws the board.
func (s *teamBoard) Frame(w, h int) Frame {
	e := s.env
	if !s.read {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	return s.frame(w, h, e.T(words.UnitsFilter), e.T(words.BoardEmpty), e.T(words.DayNoMatch))
}

// Keys of the board.
func (s *teamBoard) Keys() []Action {
	e, off := s.env, ""
	if i := s.list.Selected(); i < 0 || s.rows[i].Visit == (checklist.ID{}) {
		off = e.T(words.UnitsNotBegun)
	}
	keys := []Action{Show(words.KeyMove, "up", "down"), On(words.KeyOpen, s.open, "enter").OffIf(off), On(words.BoardSort, s.resort, "f5", "ctrl+t")}
	if s.list.Query() != "" {
		keys = append(keys, On(words.KeyClear, s.clear, "esc"))
	}
	return append(keys, On(words.CoverTitle, func() tea.Cmd { return e.Go(Place{Screen: "coverage"}) }, "f6", "ctrl+y"))
}

// Typing is so: the filter line has the focus.
func (s *teamBoard) Typing() bool { return true }

// Hint says how the rows are sorted.
func (s *teamBoard) Hint() string {
	return s.env.T(words.BoardHint, s.env.T(words.BoardSorts[s.sort]))
}

// Title is the crumb.
func (s *teamBoard) Title() string { return s.env.T(words.BoardTitle) }

// Place is the board.
func (s *teamBoard) Place() Place { return Place{Screen: "board"} }
