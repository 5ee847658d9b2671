package tui

import (
	"cmp"
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
	addScreen("warnings", newWarnings)
	addJumps(func(e *Env) []Action {
		return []Action{On(words.WarnJump, func() tea.Cmd { return e.Go(Place{Screen: "warnings"}) })}
	})
}

// warnings is the board of open warnings, red first; Enter opens the numbers behind the selected one.
type warnings struct {
	env  *Env
	list *List
	rows []unitWarning
	full bool // the numbers of the selected one are on show
	read bool
}

// unitWarning is a warning with its unit.
type unitWarning struct {
	unit checklist.Unit
	checklist.UnitWarning
}

type warningsMsg struct{ list []store.UnitWarnings }

// warnRank puts the gravest first.
var warnRank = []string{"red", "orange", "yellow"}

func newWarnings(e *Env, _ Place) Screen {
	s := &warnings{env: e}
	s.list = NewList(e, Column{Title: e.T(words.WarnLevelW)}, Column{Title: e.T(words.DueUnitW), Max: 16}, Column{Title: e.T(words.WarnNameW), Grow: true},
		Column{Title: e.T(words.WarnNumber), Max: 22}, Column{Title: e.T(words.WarnSinceW)})
	s.list.Filter, s.list.Empty = true, e.T(words.WarnNone)
	s.list.Match = func(i int, q string) bool {
		x := &s.rows[i]
		return strings.Contains(strings.ToLower(strings.Join([]string{x.unit.Code, x.unit.Name, initials(x.unit.Name), e.name(x.Def.Name), e.Say("level." + x.Def.Level)}, " ")), q)
	}
	return s
}

// Open works the warnings out.
func (s *warnings) Open() tea.Cmd {
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		list, err := b.Warnings(ctx, nil)
		return warningsMsg{list}, err
	})
}

// Return works them out again.
func (s *warnings) Return() tea.Cmd { return s.Open() }

// Update moves, and takes the warnings.
func (s *warnings) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case warningsMsg:
		s.rows, s.read = nil, true
		for _, u := range m.list {
			for _, w := range u.Open {
				s.rows = append(s.rows, unitWarning{u.Unit, w})
			}
		}
		slices.SortStableFunc(s.rows, func(a, b unitWarning) int {
			return cmp.Or(slices.Index(warnRank, a.Def.Level)-slices.Index(warnRank, b.Def.Level), strings.Compare(a.unit.Code, b.unit.Code))
		})
		s.list.SetRows(len(s.rows), func(i int) []string {
			e, x := s.env, &s.rows[i]
			return []string{e.Say("level." + x.Def.Level), cmp.Or(x.unit.Short, x.unit.Name), e.name(x.Def.Name), s.numbers(x), dayPart(x.Since)}
		})
		return nil
	case ChangedMsg:
		return s.Open()
	}
	return s.list.Update(msg)
}

func dayPart(moment string) string { return moment[:min(10, len(moment))] }

// numbers are the readings of a warning, shortly.
func (s *warnings) numbers(x *unitWarning) string {
	parts := make([]string, len(x.Readings))
	for i, r := range x.Readings {
		parts[i] = r.Text() + " " + s.env.name(r.Name) // the number first: the column may cut the name
	}
	return strings.Join(parts, " ")
}

func (s *warnings) chosen() *unitWarning {
	if i := s.list.Selected(); i >= 0 && i < len(s.rows) {
		return &s.rows[i]
	}
	return nil
}

// Frame draws the board, or the numbers of one warning.
func (s *warnings) Frame(w, h int) Frame {
	e := s.env
	if !s.read {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	if x := s.chosen(); s.full && x != nil {
		return Frame{Body: strings.Join(fit(e.Kit.Meter, joinLines(s.page(x, w)), w, h), "\n")}
	}
	n := map[string]int{}
	for i := range s.rows {
		n[s.rows[i].Def.Level]++
	}
	var c canvas
	c.add(" "+e.Style.Title.Render(e.T(words.WarnTally, n["red"], n["orange"], n["yellow"])), e.Rule(w))
	text, cursor := s.list.View(w, h-2)
	c.block(text, cursor, h-2)
	return c.frame()
}

// page is a warning with the numbers that raised it and the records they come from.
func (s *warnings) page(x *unitWarning, w int) []string {
	e := s.env
	lines := []string{" " + e.Style.Title.Render(e.Cut(e.T(words.WarnWhole, e.Say("level."+x.Def.Level), x.unit.Name, e.name(x.Def.Name)), w-2)), e.Rule(w)}
	since := e.T(words.WarnNoSince)
	if x.Since != "" {
		since = e.T(words.WarnOpened, x.Since)
	}
	lines = append(lines, " "+since, "", " "+e.Style.Title.Render(e.T(words.WarnBecause)))
	for _, r := range x.Readings {
		lines = append(lines, "   "+e.Cut(e.name(r.Name)+" = "+r.Text(), w-4))
	}
	lines = append(lines, "", " "+e.Style.Title.Render(e.T(words.WarnFrom)))
	for _, src := range x.Sources {
		name, n := e.name(src.Name), strconv.FormatInt(src.N, 10)
		if name == "" {
			name = src.ID
		}
		if src.Of == "slip" || src.Of == "report" {
			n = ""
		}
		head := strings.Join(slices.DeleteFunc([]string{e.T(words.YearSources[src.From]), src.Day, name, n}, func(p string) bool { return p == "" }), "  ")
		lines = append(lines, "   "+e.Cut(head, w-4))
		if src.Text != "" {
			for _, l := range e.Wrap(src.Text, w-8) {
				lines = append(lines, "     "+e.Style.Faint.Render(l))
			}
		}
	}
	return lines
}

// visit is the visit the numbers lead to: the newest one named.
func (s *warnings) visit() (id checklist.ID) {
	if x := s.chosen(); x != nil {
		for _, src := range x.Sources {
			if src.Visit != (checklist.ID{}) {
				id = src.Visit
			}
		}
	}
	return id
}

// Keys of the board.
func (s *warnings) Keys() []Action {
	e := s.env
	back := func() tea.Cmd { s.full = false; return nil }
	visit := s.visit()
	visitKey := On(words.WarnVisit, func() tea.Cmd { return e.Go(Place{Screen: "visit", Visit: visit}) }, "f7", "ctrl+t")
	visitKey.Hide = visit == (checklist.ID{})
	if visitKey.Hide {
		visitKey.Do = nil
	}
	if s.full {
		return []Action{On(words.UnitsList, back, "esc", "enter"), Show(words.KeyMove, "up", "down"), visitKey}
	}
	off := ""
	if s.chosen() == nil {
		off = e.T(words.WarnNone)
	}
	return []Action{On(words.WarnOpen, func() tea.Cmd { s.full = true; return nil }, "enter").OffIf(off), Show(words.KeyMove, "up", "down"), visitKey}
}

// Typing filters.
func (s *warnings) Typing() bool { return !s.full }

// Hint says what they are and whom they are for.
func (s *warnings) Hint() string { return s.env.T(words.WarnHint) }

// Title is the crumb.
func (s *warnings) Title() string { return s.env.T(words.WarnTitle) }

// Place is the board.
func (s *warnings) Place() Place { return Place{Screen: "warnings"} }

// Click selects a row.
func (s *warnings) Click(x, y int) tea.Cmd {
	if !s.full {
		s.list.Click(x, y-2)
	}
	return nil
}
