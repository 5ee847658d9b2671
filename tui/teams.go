package tui

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("teams", newTeams)
	addJumps(func(e *Env) []Action {
		return []Action{On(words.TeamsJump, func() tea.Cmd { return e.Go(Place{Screen: "teams"}) })}
	})
}

// teams is who is in which team, and what everybody declared of their interests.
type teams struct {
	*board
	picking
	people []checklist.Person
	said   []checklist.Interest
	units  map[checklist.ID]int // by person
	names  []checklist.Unit
}

type teamsMsg struct {
	people []checklist.Person
	said   []checklist.Interest
	plan   []checklist.Planned
}

func newTeams(e *Env, _ Place) Screen {
	s := &teams{}
	s.board = newBoard(e, Column{Title: e.T(words.DayTeam), Max: 12}, Column{Title: e.T(words.TeamsName), Grow: true}, Column{Title: e.T(words.TeamsNumber), Max: 12},
		Column{Title: e.T(words.TeamsRole)}, Column{Title: e.T(words.TeamsUnits), Right: true}, Column{Title: e.T(words.TeamsDeclared), Max: 24})
	s.board.head, s.board.low = s.heading, s.detail
	s.list.Match = func(i int, q string) bool {
		p := s.people[i]
		return strings.Contains(strings.ToLower(strings.Join([]string{p.Team, p.Name, p.Number, initials(p.Name), initials(p.Team)}, " ")), q)
	}
	return s
}

// Open reads the people.
func (s *teams) Open() tea.Cmd {
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		said, err := b.Interests(ctx)
		if err != nil {
			return nil, err
		}
		plan, err := b.Schedule(ctx)
		people := slices.DeleteFunc(b.People(), func(p checklist.Person) bool { return p.Role == checklist.RoleOffice && p.Team == "" })
		slices.SortStableFunc(people, func(x, y checklist.Person) int { return compareTeam(x.Team, y.Team) })
		return teamsMsg{people, said, plan}, err
	})
}

// Return reads them again.
func (s *teams) Return() tea.Cmd { return s.Open() }

// Update takes the people, and moves and filters.
func (s *teams) Update(msg tea.Msg) tea.Cmd {
	if s.pick != nil && isInput(msg) {
		return s.pick.list.Update(msg)
	}
	switch m := msg.(type) {
	case teamsMsg:
		s.people, s.said, s.read = m.people, m.said, true
		s.units, s.names = map[checklist.ID]int{}, nil
		for _, p := range m.plan {
			s.names = append(s.names, p.Unit)
			for _, x := range p.People {
				s.units[x.ID]++
			}
		}
		slices.SortFunc(s.names, func(x, y checklist.Unit) int { return strings.Compare(x.Code, y.Code) })
		s.list.SetRows(len(s.people), s.cells)
		return nil
	case ChangedMsg:
		return s.Open()
	}
	return s.list.Update(msg)
}

// ties are what a person declared; nil where nothing was, or may be known.
func (s *teams) ties(p checklist.Person) (list []checklist.Interest) {
	for _, x := range s.said {
		if x.Person == p.ID {
			list = append(list, x)
		}
	}
	return list
}

func (s *teams) cells(i int) []string {
	e, p := s.env, s.people[i]
	said := e.T(words.InterestMiss)
	if list := s.ties(p); len(list) == 1 && list[0].Unit == (checklist.ID{}) {
		said = e.T(words.InterestNone)
	} else if len(list) > 0 {
		said = e.T(words.InterestTies, len(list))
	} else if !s.may(p) {
		said = ""
	}
	return []string{p.Team, p.Name, p.Number, e.role(p.Role), strconv.Itoa(s.units[p.ID]), said}
}

// may tells whether the viewer may see and write what a person declares.
func (s *teams) may(p checklist.Person) bool {
	me := s.env.Me
	return me.ID == p.ID || me.Role == checklist.RoleOffice || me.Role == checklist.RoleLeader
}

func (s *teams) heading(int) []string {
	names := map[string]bool{}
	miss := 0
	for _, p := range s.people {
		if p.Team != "" {
			names[p.Team] = true
		}
		if s.may(p) && len(s.ties(p)) == 0 && p.Role != checklist.RoleOffice {
			miss++
		}
	}
	return []string{" " + s.env.T(words.TeamsHead, len(names), len(s.people), miss)}
}

// detail lists what the selected person declared.
func (s *teams) detail(w int) (lines []string) {
	e, p := s.env, s.people[s.list.Selected()]
	for _, x := range s.ties(p) {
		lines = append(lines, wrapped(e, e.Clean(s.tieText(x)), w)...)
	}
	if lines == nil {
		lines = wrapped(e, e.Clean(p.Name), w)
	}
	return lines
}

func (s *teams) tieText(x checklist.Interest) string {
	if x.Unit == (checklist.ID{}) {
		return x.Day + "  " + s.env.T(words.InterestNone)
	}
	return x.Day + "  " + s.unitName(x.Unit) + "  " + x.What
}

func (s *teams) unitName(id checklist.ID) string {
	for _, u := range s.names {
		if u.ID == id {
			return u.Name
		}
	}
	return ""
}

// declare writes a declaration of the selected person.
func (s *teams) declare(x checklist.Interest, name string) tea.Cmd {
	e := s.env
	return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		return noticeMsg{text: e.T(words.TeamsSaid, name)}, b.Declare(ctx, x)
	})
}

func (s *teams) none() tea.Cmd {
	p := s.people[s.list.Selected()]
	return s.declare(checklist.Interest{Person: p.ID}, p.Name)
}

// tie asks for the unit and then what the tie is.
func (s *teams) tie() tea.Cmd {
	e, p := s.env, s.people[s.list.Selected()]
	rows := make([]pickRow, len(s.names))
	for i, u := range s.names {
		rows[i] = pickRow{id: u.Code, record: u.ID, word: e.T(words.DayUnit), text: u.Name}
	}
	return s.open(newPicker(e, e.T(words.TeamsTieOf, p.Name), rows, func(chosen []pickRow) tea.Cmd {
		u := chosen[0]
		return e.AskReason(e.T(words.TeamsTieAsk, p.Name, u.text), words.TeamsTie, func(what string) tea.Cmd {
			return s.declare(checklist.Interest{Person: p.ID, Unit: u.record, What: what}, p.Name)
		})
	}))
}

// drop takes back one of the declarations of the selected person.
func (s *teams) drop() tea.Cmd {
	e, p := s.env, s.people[s.list.Selected()]
	var rows []pickRow
	for _, x := range s.ties(p) {
		rows = append(rows, pickRow{record: x.Unit, word: e.T(words.TeamsDeclared), text: s.tieText(x)})
	}
	return s.open(newPicker(e, e.T(words.TeamsDropWhich), rows, func(chosen []pickRow) tea.Cmd {
		x := chosen[0]
		return e.AskReason(e.T(words.TeamsDropAsk, p.Name, x.text), words.TeamsDrop, func(reason string) tea.Cmd {
			return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
				return noticeMsg{text: e.T(words.InterestGone)}, b.WithdrawInterest(ctx, p.ID, x.record, reason)
			})
		})
	}))
}

// setTeam asks which team the selected person is in.
func (s *teams) setTeam() tea.Cmd {
	e, p := s.env, s.people[s.list.Selected()]
	return e.AskReason(e.T(words.TeamsSetAsk, p.Name), words.TeamsSet, func(team string) tea.Cmd {
		p.Team = team
		return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			_, err := b.SavePeople(ctx, []checklist.Person{p})
			return noticeMsg{text: e.T(words.GroupSaved, p.Name)}, err
		})
	})
}

// Frame draws the list.
func (s *teams) Frame(w, h int) Frame {
	e := s.env
	switch {
	case !s.read:
		return Frame{Body: " " + e.T(words.Reading)}
	case s.pick != nil:
		return s.pick.frame(w, h)
	}
	return s.frame(w, h, e.T(words.UnitsFilter), e.T(words.TeamsEmptyHere), e.T(words.DayNoMatch))
}

// Keys of the list.
func (s *teams) Keys() []Action {
	if s.pick != nil {
		return s.pick.keys(s.close)
	}
	e, off, gone, office := s.env, "", "", ""
	i := s.list.Selected()
	switch {
	case i < 0:
		off = e.T(words.TeamsEmptyHere)
	case !s.may(s.people[i]):
		off = e.T(words.TeamsForeign)
	case len(s.ties(s.people[i])) == 0:
		gone = e.T(words.TeamsNothing)
	}
	if e.Me.Role != checklist.RoleOffice || i < 0 {
		office = e.T(words.GroupOffice)
	}
	if gone == "" {
		gone = off
	}
	keys := []Action{Show(words.KeyMove, "up", "down"), On(words.TeamsNone, s.none, "f5", "ctrl+t").OffIf(off),
		On(words.TeamsTie, s.tie, "f6", "ctrl+y").OffIf(off), On(words.TeamsDrop, s.drop, "f7", "ctrl+w").OffIf(gone),
		On(words.TeamsSet, s.setTeam, "f8", "ctrl+u").OffIf(office)}
	if s.list.Query() != "" {
		keys = append(keys, On(words.KeyClear, s.clear, "esc"))
	}
	return keys
}

// Typing is so: the filter line has the focus.
func (s *teams) Typing() bool { return true }

// Hint says that everybody declares.
func (s *teams) Hint() string {
	return s.hintOr(s.env, func() string { return s.env.T(words.TeamsHint) })
}

// Title is the crumb.
func (s *teams) Title() string { return s.env.T(words.TeamsTitle) }

// Place is the list.
func (s *teams) Place() Place { return Place{Screen: "teams"} }
