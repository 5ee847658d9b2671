package tui

import (
	"context"
	"strings"
	"time"

	"zoufang/report"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("today", newToday)
	addSheet("today", sheetOf{words.TodayTitle, words.TodaySheet, daySheet})
	addJumps(func(e *Env) []Action {
		return []Action{On(words.TodayMenu, func() tea.Cmd { return e.Go(Place{Screen: "today"}) })}
	})
}

// today tells what was done on a day, unit by unit.
type today struct {
	env  *Env
	day  string
	list *List
	work store.DayWork
	read bool
}

type todayMsg struct {
	of   *today
	work store.DayWork
}

func newToday(e *Env, p Place) Screen {
	s := &today{env: e, day: p.Item}
	if s.day == "" {
		s.day = e.Today()
	}
	s.list = NewList(e, Column{Title: e.T(words.UnitsUnit), Min: 16, Max: 30}, Column{Title: e.T(words.TodayWhen)},
		Column{Title: e.T(words.TodayWhat), Grow: true}, Column{Title: e.T(words.TodayLeft), Right: true})
	return s
}

// Open reads the day.
func (s *today) Open() tea.Cmd {
	day := s.day
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		w, err := b.WorkOn(ctx, day)
		return todayMsg{s, w}, err
	})
}

// Return reads it again.
func (s *today) Return() tea.Cmd { return s.Open() }

// Update takes the day, and moves.
func (s *today) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case todayMsg:
		if m.of == s {
			s.work, s.read = m.work, true
			s.list.Empty = s.env.T(words.TodayNone, s.day)
			s.list.SetRows(len(s.work.Units), s.cells)
		}
	case ChangedMsg:
		return s.Open()
	case tea.KeyPressMsg:
		return s.list.Update(msg)
	}
	return nil
}

func (s *today) cells(i int) []string {
	e, u := s.env, s.work.Units[i]
	left := ""
	if u.Unsent > 0 {
		left = e.T(words.TodayUnsent, u.Unsent)
	}
	return []string{e.Clean(report.DayUnitName(e.Lang, u)), report.DayTimes(u), strings.Join(report.DayKinds(e.Lang, u), e.T(words.Comma)), left}
}

// Frame draws the day's line, the units, and the selected one in full.
func (s *today) Frame(w, h int) Frame {
	e := s.env
	if !s.read {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	head := e.T(words.TodayNone, s.day)
	if d := s.work; d.Changes > 0 {
		head = e.T(words.TodayHead, s.day, e.Clean(d.Person.Name), d.From.Format("15:04"), d.To.Format("15:04"), d.Changes)
	}
	lines := []string{" " + e.Style.Title.Render(e.Cut(head, w-2)), e.Rule(w)}
	var low []string
	if i := s.list.Selected(); i >= 0 {
		u := s.work.Units[i]
		low = append(low, e.Rule(w), " "+e.Cut(e.Clean(report.DayUnitName(e.Lang, u))+"  "+report.DayTimes(u), w-2))
		for _, l := range append(report.DayKinds(e.Lang, u), report.DayLeft(e.Lang, u)...) {
			low = append(low, "   "+e.Cut(l, w-4))
		}
		low = low[:min(len(low), max(3, h/2))]
	}
	rest := h - len(lines) - len(low)
	lines = append(lines, fit(e.Kit.Meter, strings.Join(s.list.Rows(w, rest), "\n"), w, rest)...)
	return Frame{Body: strings.Join(append(lines, low...), "\n")}
}

// turn shows another day.
func (s *today) turn(by int) func() tea.Cmd {
	return func() tea.Cmd {
		if day, err := time.Parse(time.DateOnly, s.day); err == nil {
			s.day, s.read = day.AddDate(0, 0, by).Format(time.DateOnly), false
		}
		return s.Open()
	}
}

// Keys of the page.
func (s *today) Keys() []Action {
	e := s.env
	return []Action{Show(words.KeyMove, "up", "down"), On(words.TodayBefore, s.turn(-1), "left"), On(words.TodayAfter, s.turn(1), "right"),
		On(words.SlipPrint, func() tea.Cmd { return e.Go(Place{Screen: "preview", Item: "today " + s.day}) }, "f7", "ctrl+p")}
}

// daySheet is the sheet of the day that the place names behind the sheet.
func daySheet(ctx context.Context, e *Env, b *store.Book, p Place) ([]*report.Sheet, error) {
	_, day, _ := strings.Cut(p.Item, " ")
	w, err := b.WorkOn(ctx, day)
	return []*report.Sheet{report.Day(e.Lang, e.Now().Format(momentForm), b.Info(), w)}, err
}

// Hint says whose clocks these are.
func (s *today) Hint() string { return s.env.T(words.TodayHint) }

// Title is the crumb.
func (s *today) Title() string { return s.env.T(words.TodayTitle) }

// Place is the day.
func (s *today) Place() Place { return Place{Screen: "today", Item: s.day} }
