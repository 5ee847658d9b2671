package tui

import (
	"context"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("leftovers", newLeftovers) }

// leftovers lists what was left open before the visit: earlier findings, open slips, promises, daily findings. Each is
// taken over as a question, by one key all of them, or is said not to need it.
type leftovers struct {
	env   *Env
	visit checklist.ID
	list  *List
	rows  []checklist.Leftover
}

func newLeftovers(e *Env, p Place) Screen {
	s := &leftovers{env: e, visit: p.Visit}
	s.list = NewList(e, Column{Title: e.T(words.LeftWhat), Max: 16}, Column{Title: e.T(words.LeftWhen)}, Column{Title: e.T(words.LeftFor), Min: 4, Max: 10},
		Column{Title: e.T(words.LeftText), Grow: true}, Column{Title: e.T(words.LeftState), Min: 6})
	s.list.Empty = e.T(words.LeftNone)
	s.fill()
	return s
}

func (s *leftovers) fill() {
	e, d := s.env, s.env.Doc(s.visit)
	if d == nil {
		return
	}
	s.rows = d.Leftovers()
	s.list.SetRows(len(s.rows), func(i int) []string {
		l := s.rows[i]
		return []string{e.T(words.LeftKinds[string(l.Kind)]), l.When, l.Indicator, e.inherited(d, l.Unit, e.leftShort(l)), e.leftState(d, l)}
	})
}

// leftShort is what was left, by the number of a slip or the code of a rule.
func (e *Env) leftShort(l checklist.Leftover) string {
	return strings.TrimSpace(strings.TrimSpace(l.Number+" "+l.Rule) + " " + l.Text)
}

// leftState is what this visit made of it.
func (e *Env) leftState(d *store.Doc, l checklist.Leftover) string {
	for _, q := range d.Questions {
		if q.ID == l.Question {
			return e.T(words.AskStates[q.Status])
		}
	}
	return ""
}

// leftText are the words of the question that something left open becomes. They say where it comes from.
func (e *Env) leftText(l checklist.Leftover) string {
	switch l.Kind {
	case checklist.LeftSlip:
		return e.T(words.LeftSlip, l.Number, l.When, l.Text)
	case checklist.LeftDaily:
		return e.T(words.LeftDaily, l.When, l.Rule, l.Count, l.Text)
	case checklist.LeftPromise:
		due := l.When
		if due == "" {
			due = e.T(words.LeftNoDate)
		}
		return e.T(words.LeftPromise, due, l.Text)
	}
	return e.T(words.LeftPast, l.When, l.Rule, l.Count, l.Text)
}

// leftTextIn are those words in a visit: they say, too, of which earlier unit it is.
func (e *Env) leftTextIn(d *store.Doc) func(checklist.Leftover) string {
	return func(l checklist.Leftover) string { return e.inherited(d, l.Unit, e.leftText(l)) }
}

// leftNote says in a line that something was left open and is not taken over; "" where nothing is.
func (e *Env) leftNote(d *store.Doc) string {
	if n := len(d.Untaken()); n > 0 {
		return e.T(words.LeftNote, n)
	}
	return ""
}

// leftKey opens what was left open; it shows in the bar while something is not taken over.
func (e *Env) leftKey(visit checklist.ID) Action {
	a := On(words.LeftKey, func() tea.Cmd { return e.Go(Place{Screen: "leftovers", Visit: visit}) }, "ctrl+y")
	d := e.Doc(visit)
	a.Hide = d == nil || len(d.Untaken()) == 0
	return a
}

func (s *leftovers) chosen() (checklist.Leftover, bool) {
	if i := s.list.Selected(); i >= 0 && i < len(s.rows) {
		return s.rows[i], true
	}
	return checklist.Leftover{}, false
}

// take makes questions of some of them.
func (s *leftovers) take(list ...checklist.Leftover) tea.Cmd {
	return s.env.takeLeftovers(s.visit, list...)
}

func (e *Env) takeLeftovers(visit checklist.ID, list ...checklist.Leftover) tea.Cmd {
	d := e.Doc(visit)
	return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		err := b.TakeLeftovers(ctx, d, list, e.leftTextIn(d), false, "")
		return noticeMsg{text: e.T(words.LeftTook, len(list))}, err
	})
}

// enter takes the selected one over, or opens the question it has become.
func (s *leftovers) enter() tea.Cmd {
	l, ok := s.chosen()
	if !ok {
		return nil
	}
	if d := s.env.Doc(s.visit); l.Taken(&d.Visit) {
		return s.env.Go(Place{Screen: "question", Visit: s.visit, Record: l.Question})
	}
	return s.take(l)
}

// drop says, with a reason, that the selected one need not be verified.
func (s *leftovers) drop() tea.Cmd {
	l, ok := s.chosen()
	if !ok {
		return nil
	}
	e, d := s.env, s.env.Doc(s.visit)
	return e.AskReason(e.T(words.LeftDropAsk, e.Cut(e.Clean(e.leftShort(l)), 40)), words.LeftDrop, func(reason string) tea.Cmd {
		return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			return nil, b.TakeLeftovers(ctx, d, []checklist.Leftover{l}, e.leftTextIn(d), true, reason)
		})
	})
}

// Open reads the visit.
func (s *leftovers) Open() tea.Cmd { return s.env.Load(s.visit) }

// Return shows what was settled meanwhile.
func (s *leftovers) Return() tea.Cmd {
	s.fill()
	return nil
}

// Update moves, and follows the book.
func (s *leftovers) Update(msg tea.Msg) tea.Cmd {
	if _, ok := msg.(DocMsg); ok {
		s.fill()
		return nil
	}
	return s.list.Update(msg)
}

// Frame draws the list, and the whole of the selected one below it.
func (s *leftovers) Frame(w, h int) Frame {
	e := s.env
	if e.Doc(s.visit) == nil {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	const below = 4
	var c canvas
	c.block(joinLines(s.list.Rows(w, h-below-1)), nil, h-below-1)
	if l, ok := s.chosen(); ok {
		c.add(e.Rule(w))
		lines := e.Wrap(e.Clean(e.leftTextIn(e.Doc(s.visit))(l)), w-3)
		for _, line := range lines[:min(len(lines), below)] {
			c.add(" " + line)
		}
	}
	return c.frame()
}

// Keys take over, one by one or all at once.
func (s *leftovers) Keys() []Action {
	e, d := s.env, s.env.Doc(s.visit)
	l, ok := s.chosen()
	if d == nil || !ok {
		return []Action{On(words.LeftTake, s.enter, "enter").OffIf(e.T(words.LeftNone))}
	}
	all := ""
	if len(d.Untaken()) == 0 {
		all = e.T(words.LeftAllIn)
	}
	enter, drop := On(words.LeftTake, s.enter, "enter"), On(words.LeftDrop, s.drop, "ctrl+d")
	if l.Taken(&d.Visit) {
		enter, drop = On(words.LeftOpenIt, s.enter, "enter"), drop.OffIf(e.T(words.HandTaken))
	}
	return []Action{enter, On(words.LeftTakeAll, func() tea.Cmd { return s.take(d.Untaken()...) }, "ctrl+u").OffIf(all), drop, Show(words.KeyMove, "up", "down")}
}

// subject is the question it has become, else the slip it is.
func (s *leftovers) subject() (subject, bool) {
	l, ok := s.chosen()
	d := s.env.Doc(s.visit)
	switch {
	case !ok || d == nil:
		return subject{}, false
	case l.Taken(&d.Visit):
		return subject{s.visit, l.Question, store.KindQuestion, ""}, true
	}
	kind := map[checklist.LeftoverKind]store.Kind{checklist.LeftPast: store.KindPast, checklist.LeftSlip: store.KindSlip,
		checklist.LeftDaily: store.KindFinding, checklist.LeftPromise: store.KindPromise}[l.Kind]
	return subject{visitOf(l.Source), l.Source, kind, ""}, true
}

// Place is the visit.
func (s *leftovers) Place() Place { return Place{Screen: "leftovers", Visit: s.visit} }

// ScoresShown is never so.
func (s *leftovers) ScoresShown() bool { return false }

// Hint says that nothing is asked twice.
func (s *leftovers) Hint() string { return s.env.T(words.LeftHint) }

// Title is the crumb.
func (s *leftovers) Title() string { return s.env.T(words.LeftTitle) }

// Click selects a row.
func (s *leftovers) Click(_, y int) tea.Cmd {
	s.list.Click(0, y)
	return nil
}
