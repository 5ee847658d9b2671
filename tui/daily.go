package tui

import (
	"context"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("daily", newDaily) }

// daily asks for the day of a daily visit of the unit and begins it.
type daily struct {
	env   *Env
	visit checklist.ID // a visit of the unit
	form  *Form
}

func newDaily(e *Env, p Place) Screen {
	s := &daily{env: e, visit: p.Visit}
	s.form = NewForm(e, nil, []Item{{Name: "day", In: InDate, Label: words.DailyDay, Width: 12, Hint: words.DailyHint}})
	s.form.Set("day", e.Today())
	s.form.Keep("daily", p.Visit)
	return s
}

// Open reads the visit whose unit it is.
func (s *daily) Open() tea.Cmd { return s.env.Load(s.visit) }

// begin begins the visit, or goes on with the one of that day.
func (s *daily) begin() tea.Cmd {
	d := s.env.Doc(s.visit)
	if err := s.form.Check(); err != nil {
		return s.env.FailErr(err)
	}
	if d == nil {
		return nil
	}
	unit, day := d.Unit.ID, s.form.Value("day")
	if day == "" {
		day = s.env.Today()
	}
	return s.form.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		id, err := b.StartVisit(ctx, unit, checklist.Daily, day)
		return goMsg{[]Place{{Screen: home}, {Screen: "visit", Visit: id}}, goJump}, err
	})
}

// Update types.
func (s *daily) Update(msg tea.Msg) tea.Cmd { return s.form.Update(msg) }

// Frame draws the question.
func (s *daily) Frame(w, h int) Frame {
	text, cursor := s.form.View(w, h-2)
	if cursor != nil {
		cursor.Y += 2
	}
	return Frame{" " + s.env.T(words.DailyAsk, s.env.visitCrumb(s.visit)) + "\n\n" + text, cursor}
}

// Keys of the question.
func (s *daily) Keys() []Action { return []Action{On(words.UnitsDailyStart, s.begin, "enter")} }

// Place is the visit.
func (s *daily) Place() Place { return Place{Screen: "daily", Visit: s.visit} }

// Typing is always so.
func (s *daily) Typing() bool { return true }

// Hint says how a day may be written.
func (s *daily) Hint() string { return s.form.Hint() }

// Title is the crumb.
func (s *daily) Title() string { return s.env.T(words.UnitsDailyNew) }
