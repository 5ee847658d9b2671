package tui

import (
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// Rows of the pane below the list, and cells of a list beside a pane.
const (
	peekRows  = 5
	listCells = 80

	stateShown = 8 // cells of a state that the list shows at least
)

// listRoom is the room of the list beside the pane. English words are longer, and names must be told apart.
func (s *units) listRoom(w int) int {
	if s.env.Lang == words.EN {
		return w * 7 / 10
	}
	return max(listCells, w*2/3)
}

// Frame draws the filter line with the counts, the list, and the pane: below, or beside it from 120 columns.
func (s *units) Frame(w, h int) Frame {
	e := s.env
	filter, cursor := s.list.FilterLine(e.T(words.UnitsFilter), 28)
	lines := []string{e.Sides(w-1, filter, s.counts(w)), e.Rule(w)}
	if s.peek.focus {
		cursor = nil
	}
	s.list.Idle = s.peek.focus
	s.list.Empty = e.T(words.UnitsEmpty)
	if s.list.Query() != "" {
		s.list.Empty = e.T(words.UnitsNoMatch)
	}
	if !s.read {
		return Frame{strings.Join(append(lines, " "+e.T(words.Reading)), "\n"), cursor}
	}
	name := ""
	if r, ok := s.selected(); ok {
		name = e.titled(e.rowScheme(r), r.unit)
	}
	rest := h - len(lines)
	s.room = w
	if w >= wideWidth {
		room := s.listRoom(w)
		s.room = room
		left := strings.Join(s.list.Rows(room, rest), "\n")
		right := strings.Join(s.peek.lines(s.heading(w-room-3), w-room-2, rest), "\n")
		return Frame{strings.Join(append(lines, e.Panes(left, right, room, w, rest)), "\n"), cursor}
	}
	lines = append(lines, fit(e.Kit.Meter, strings.Join(s.list.Rows(w, rest-peekRows-1), "\n"), w, rest-peekRows-1)...)
	lines = append(lines, e.Rule(w))
	lines = append(lines, s.peek.lines([]string{e.T(words.UnitsTodosOf, name, len(s.peek.list))}, w, peekRows)...)
	return Frame{strings.Join(lines, "\n"), cursor}
}

// counts are the numbers beside the filter.
func (s *units) counts(w int) string {
	e := s.env
	parts := []string{e.T(words.UnitsCount, s.units)}
	for _, st := range []string{store.StateNew, store.StateOpen, store.StateClosed, store.StateChanged} {
		if n := s.count[st]; n > 0 {
			parts = append(parts, e.T(words.VisitStates[st])+" "+strconv.Itoa(n))
		}
	}
	if n := s.count[otherVersion]; n > 0 {
		parts = append(parts, e.T(words.UnitsOtherVersion)+" "+strconv.Itoa(n))
	}
	if e.Scheme != nil && w >= wideWidth {
		parts = append(parts, e.T(words.UnitsScheme, e.Clean(e.Scheme.Version)))
	}
	return strings.Join(parts, "  ")
}

// heading is what the wide pane says of the unit itself.
func (s *units) heading(w int) []string {
	e := s.env
	r, ok := s.selected()
	if !ok {
		return nil
	}
	var lines []string
	for _, l := range e.Wrap(e.titled(e.rowScheme(r), r.unit)+"  "+e.Clean(r.unit.Code), w) {
		lines = append(lines, e.Style.Title.Render(l))
	}
	if state := e.stateWord(r.VisitRow); e.Width(state) > stateShown {
		lines = append(lines, e.Wrap(state, w)...) // the list may have no room for the whole of it
	}
	if r.unit.Leader != "" {
		lines = append(lines, e.T(words.UnitsLeader, e.Clean(r.unit.Leader)))
	}
	if len(r.team) > 0 {
		lines = append(lines, e.Wrap(e.T(words.UnitsTeam, e.Clean(strings.Join(r.team, e.T(words.Comma)))), w)...)
	}
	if e.rowScheme(r) != e.Scheme {
		lines = append(lines, e.Wrap(e.versionLine(r), w)...)
	}
	return append(lines, "", e.Style.Title.Render(e.T(words.UnitsTodosHere, len(s.peek.list))))
}

// Keys of the list, or of the pane when it has the focus.
func (s *units) Keys() []Action {
	e := s.env
	if s.peek.focus {
		return []Action{
			Show(words.KeyMove, "up", "down"), On(words.UnitsTodoGo, s.peek.goTo, "enter"),
			On(words.UnitsList, s.turn, "tab"), On(words.UnitsList, s.turn, "esc").Hidden(),
		}
	}
	off, noTodo := "", ""
	if len(s.rows) == 0 {
		off = e.T(words.UnitsEmpty)
	}
	if len(s.peek.list) == 0 {
		noTodo = e.T(words.UnitsNoTodo)
	}
	keys := []Action{Show(words.KeyMove, "up", "down"), On(words.KeyOpen, s.open, "enter")}
	if s.list.Query() != "" {
		keys = append(keys, On(words.KeyClear, func() tea.Cmd { s.list.ClearQuery(); return s.look() }, "esc"))
	}
	to := func(screen string) func() tea.Cmd { return func() tea.Cmd { return e.Go(Place{Screen: screen}) } }
	todo := On(words.UnitsTodosTitle, s.turn, "tab").OffIf(noTodo)
	todo.Hide = noTodo != ""
	return append(append(keys, e.storyKeys(s.Place().Record)...), todo,
		On(words.UnitsExport, to("export"), "ctrl+e").OffIf(off), On(words.UnitsMerge, to("merge"), "ctrl+o"),
		On(words.UnitsDailyNew, s.daily, "ctrl+d").OffIf(off).Hidden(), On(words.UnitsImport, to("import"), "ctrl+u").Hidden(),
	)
}

func (s *units) turn() tea.Cmd {
	s.peek.focus = !s.peek.focus
	return nil
}

// Typing: the filter line has the focus while the list has.
func (s *units) Typing() bool { return !s.peek.focus }

// Hint says how to filter, or that the unit is on another version than the round.
func (s *units) Hint() string {
	if remind := s.env.copyReminder(); remind != "" {
		return remind
	}
	if r, ok := s.selected(); ok && s.env.rowScheme(r) != s.env.Scheme {
		return s.env.versionLine(r)
	}
	return s.env.T(words.UnitsHint)
}

// Title is the name of the round.
func (s *units) Title() string {
	if n := s.env.Info.Round.Name; n != "" {
		return n
	}
	return s.env.T(words.UnitsTitle, s.env.Info.Year)
}

// Place is the selected visit.
func (s *units) Place() Place {
	r, ok := s.selected()
	if !ok {
		return Place{Screen: home}
	}
	return Place{Screen: home, Visit: r.VisitRow.Visit, Record: r.unit.ID}
}

// CaptureFor is the selected visit, or the unit whose visit is not begun.
func (s *units) CaptureFor() (visit, unit checklist.ID, step checklist.Step) {
	r, _ := s.selected()
	return r.VisitRow.Visit, r.unit.ID, ""
}

// Click selects; a click on the selected row opens.
func (s *units) Click(x, y int) tea.Cmd {
	was := s.list.Selected()
	if s.peek.focus || x > s.room || !s.list.Click(x, y-2) {
		return nil
	}
	if s.list.Selected() == was {
		return s.open()
	}
	return s.look()
}

// Wheel moves the selection, in the pane with the focus.
func (s *units) Wheel(rows int) tea.Cmd {
	if s.peek.focus {
		s.peek.todos.Move(rows)
		return nil
	}
	s.list.Move(rows)
	return s.look()
}

// unitJumps are the units as targets of the palette: those of the list below, so that nothing is read for it.
func unitJumps(e *Env) []Action {
	var out []Action
	for _, r := range e.units {
		visit := r.VisitRow.Visit
		if visit == (checklist.ID{}) || r.Kind == checklist.Daily {
			continue
		}
		out = append(out, On(words.UnitsJump, func() tea.Cmd {
			return e.Jump(Place{Screen: home, Visit: visit, Record: r.unit.ID}, Place{Screen: "visit", Visit: visit})
		}).with(e.Clean(r.unit.Name)))
	}
	return out
}
