package tui

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("plan", newPlanDay)
	addJumps(func(e *Env) []Action {
		return []Action{On(words.DayJump, func() tea.Cmd { return e.Go(Place{Screen: "plan"}) })}
	})
}

// planDay is the plan of one day: the viewer's units first, with time, place, team and what is still open.
type planDay struct {
	*board
	all     []store.BoardRow // by unit
	plan    []checklist.Planned
	clashes []checklist.Clash
	days    []string // with units; "" is what has no day
	day     string
	rows    []checklist.Planned
}

type planDayMsg struct {
	plan  []checklist.Planned
	board []store.BoardRow
}

func newPlanDay(e *Env, p Place) Screen {
	s := &planDay{day: p.Item}
	s.board = newBoard(e, Column{Title: e.T(words.DayTime), Min: 6}, Column{Title: e.T(words.DayUnit), Grow: true}, Column{Title: e.T(words.DayTeam), Max: 10},
		Column{Title: e.T(words.DayPlace), Max: 18}, Column{Title: e.T(words.DayTodos), Right: true}, Column{Title: e.T(words.DayState), Max: 14})
	s.board.head, s.board.low = s.heading, s.detail
	s.list.Match = func(i int, q string) bool {
		r := s.rows[i]
		return strings.Contains(strings.ToLower(strings.Join([]string{r.Unit.Name, r.Unit.Short, r.Unit.Code, r.Slot.Team, r.Slot.Place, initials(r.Unit.Name)}, " ")), q)
	}
	return s
}

// Open reads the plan.
func (s *planDay) Open() tea.Cmd {
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		plan, err := b.Schedule(ctx)
		if err != nil {
			return nil, err
		}
		board, err := b.TeamBoard(ctx)
		return planDayMsg{plan, board}, err
	})
}

// Return reads it again.
func (s *planDay) Return() tea.Cmd { return s.Open() }

// Update takes the plan, and moves and filters.
func (s *planDay) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case planDayMsg:
		s.take(m)
		return nil
	case ChangedMsg:
		return s.Open()
	case tea.KeyPressMsg:
		switch m.String() {
		case "left":
			return s.turn(-1)
		case "right":
			return s.turn(1)
		}
	}
	return s.list.Update(msg)
}

func (s *planDay) take(m planDayMsg) {
	s.plan, s.all = m.plan, m.board
	round := s.env.Info.Round
	s.clashes = checklist.Clashes(&round, m.plan)
	s.days = nil
	planned := false
	for _, p := range m.plan {
		planned = planned || p.Slot.Day != "" || p.Slot.Team != ""
		if !slices.Contains(s.days, p.Slot.Day) {
			s.days = append(s.days, p.Slot.Day) // in order, those without a day last
		}
	}
	if !planned {
		s.days = nil
	}
	if !s.read || !slices.Contains(s.days, s.day) {
		s.day = nextDay(s.days, s.day, s.env.Today())
	}
	s.read = true
	s.show()
}

// nextDay is the day to begin with: the one that was looked at, today, else the next one with units, else the last.
func nextDay(days []string, was, today string) string {
	if was != "" && slices.Contains(days, was) {
		return was
	}
	for _, d := range days {
		if d >= today {
			return d
		}
	}
	for i := len(days) - 1; i >= 0; i-- {
		if days[i] != "" {
			return days[i]
		}
	}
	return ""
}

// show makes the rows of the day.
func (s *planDay) show() {
	s.rows = slices.DeleteFunc(slices.Clone(s.plan), func(p checklist.Planned) bool { return p.Slot.Day != s.day || len(s.days) == 0 })
	slices.SortStableFunc(s.rows, func(a, b checklist.Planned) int { return s.theirs(a) - s.theirs(b) })
	s.list.SetRows(len(s.rows), s.cells)
}

func (s *planDay) mine(p checklist.Planned) bool {
	return slices.ContainsFunc(p.People, func(x checklist.Person) bool { return x.ID == s.env.Me.ID })
}

func (s *planDay) theirs(p checklist.Planned) int {
	if s.mine(p) {
		return 0
	}
	return 1
}

func (s *planDay) visitOf(unit checklist.ID) store.BoardRow {
	for _, r := range s.all {
		if r.Unit.ID == unit {
			return r
		}
	}
	return store.BoardRow{}
}

func (s *planDay) cells(i int) []string {
	e, p := s.env, s.rows[i]
	name := p.Unit.Short
	if name == "" {
		name = p.Unit.Name
	}
	if s.mine(p) {
		name = e.T(words.DayMine) + name
	}
	r := s.visitOf(p.Unit.ID)
	todos := ""
	if r.Visit != (checklist.ID{}) {
		todos = strconv.Itoa(r.Todos)
	}
	return []string{e.slotTime(p.Slot), name, p.Slot.Team, p.Slot.Place, todos, e.T(words.VisitStates[r.State])}
}

// slotTime is when in its day a unit is visited.
func (e *Env) slotTime(s checklist.Slot) string {
	switch {
	case s.From != "":
		return s.From
	case s.Day == "":
		return ""
	}
	return e.T(words.HalfWords[s.Half])
}

func (s *planDay) heading(w int) []string {
	e := s.env
	if len(s.days) == 0 {
		return nil
	}
	mine := 0
	for _, r := range s.rows {
		mine += 1 - s.theirs(r)
	}
	name := e.T(words.DayNone)
	if t, err := time.Parse("2006-01-02", s.day); err == nil {
		day := e.day(s.day)
		if !strings.HasPrefix(s.day, e.Info.Year) {
			day = s.day // a year that is not the round's has to be seen
		}
		name = e.T(words.DayHead, day, e.T(words.Weekdays[t.Weekday()]))
		if s.day == e.Today() {
			name += "  " + e.T(words.DayToday)
		}
	}
	at := slices.Index(s.days, s.day) + 1
	return []string{e.Sides(w-1, " "+e.Style.Title.Render(name)+"  "+strconv.Itoa(at)+"/"+strconv.Itoa(len(s.days)), e.T(words.DayCount, len(s.rows), mine))}
}

// detail says of the selected unit who goes and what does not fit.
func (s *planDay) detail(w int) []string {
	e, p := s.env, s.rows[s.list.Selected()]
	names := make([]string, len(p.People))
	for i, x := range p.People {
		names[i] = x.Name + " " + e.role(x.Role)
	}
	lines := wrapped(e, e.Clean(p.Unit.Code+"  "+p.Unit.Name), w)
	if len(names) > 0 {
		lines = append(lines, wrapped(e, e.T(words.DayPeople, e.Clean(strings.Join(names, e.T(words.Comma)))), w)...)
	}
	if p.Slot.Note != "" {
		lines = append(lines, wrapped(e, e.T(words.DayNote, e.Clean(p.Slot.Note)), w)...)
	}
	for _, x := range s.clashes {
		if x.Unit == p.Unit.ID || x.Too == p.Unit.ID {
			for _, l := range wrapped(e, e.T(words.DayClash, e.say(x.Code, x.Args...)), w) {
				lines = append(lines, e.Style.Warn.Render(l))
			}
		}
	}
	return lines
}

func (s *planDay) turn(by int) tea.Cmd {
	if n := len(s.days); n > 0 {
		s.day = s.days[(slices.Index(s.days, s.day)+by+n)%n]
		s.show()
	}
	return nil
}

// open opens the visit of the selected unit, and begins it where it is not begun.
func (s *planDay) open() tea.Cmd {
	i := s.list.Selected()
	if i < 0 {
		return nil
	}
	unit := s.rows[i].Unit.ID
	if r := s.visitOf(unit); r.Visit != (checklist.ID{}) {
		return s.env.Go(Place{Screen: "visit", Visit: r.Visit})
	}
	return s.env.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		id, err := b.StartVisit(ctx, unit, checklist.Yearly, "")
		return goMsg{[]Place{{Screen: "visit", Visit: id}}, goPush}, err
	})
}

// Frame draws the day.
func (s *planDay) Frame(w, h int) Frame {
	e := s.env
	if !s.read {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	return s.frame(w, h, e.T(words.UnitsFilter), e.T(words.DayEmpty), e.T(words.DayNoMatch))
}

// Keys of the day.
func (s *planDay) Keys() []Action {
	keys := []Action{Show(words.KeyMove, "up", "down"), On(words.KeyOpen, s.open, "enter"),
		Show(words.DayTurn, "left", "right")}
	if s.list.Query() != "" {
		keys = append(keys, On(words.KeyClear, s.clear, "esc"))
	}
	return append(keys, On(words.BoardJump, func() tea.Cmd { return s.env.Go(Place{Screen: "board"}) }, "f5", "ctrl+t"))
}

// Typing is so: the filter line has the focus.
func (s *planDay) Typing() bool { return true }

// Hint says how to change the day.
func (s *planDay) Hint() string { return s.env.T(words.DayHint) }

// Title is the crumb.
func (s *planDay) Title() string { return s.env.T(words.DayTitle) }

// Place is the day that is shown.
func (s *planDay) Place() Place { return Place{Screen: "plan", Item: s.day} }
