package tui

import (
	"context"

	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("came", newCame) }

// came shows what of the own work a spare laptop took over, and up to when; Enter goes on where it stopped.
type came struct {
	env  *Env
	list *List
	all  store.CameOver
	read bool
}

type cameMsg struct{ all store.CameOver }

func newCame(e *Env, _ Place) Screen {
	s := &came{env: e}
	s.list = NewList(e, Column{Title: e.T(words.CameUnit), Grow: true}, Column{Title: e.T(words.CameValues), Right: true},
		Column{Title: e.T(words.CameLast)}, Column{Title: e.T(words.CameState)})
	s.list.Empty = e.T(words.CameNone)
	return s
}

// Open reads what is here.
func (s *came) Open() tea.Cmd {
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		all, err := b.CameOver(ctx)
		return cameMsg{all}, err
	})
}

// Return reads it again.
func (s *came) Return() tea.Cmd { return s.Open() }

// Update takes the list, and moves.
func (s *came) Update(msg tea.Msg) tea.Cmd {
	m, ok := msg.(cameMsg)
	if !ok {
		return s.list.Update(msg)
	}
	s.all, s.read = m.all, true
	s.list.SetRows(len(m.all.Visits), func(i int) []string {
		e, v := s.env, m.all.Visits[i]
		name := e.Clean(v.Unit.Name)
		if v.Row.Day != "" {
			name += "  " + e.T(words.UnitsDaily, e.day(v.Row.Day))
		}
		return []string{name, count(v.Values), v.Last.In(e.Now().Location()).Format("01-02 15:04"), e.stateWord(v.Row)}
	})
	return nil
}

// Frame draws up to when, and the visits.
func (s *came) Frame(w, h int) Frame {
	e := s.env
	if !s.read {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	var c canvas
	if !s.all.Last.IsZero() && len(s.all.Visits) > 0 {
		c.add(wrapped(e, e.T(words.CameUpTo, e.Clean(e.Me.Name), s.all.Last.In(e.Now().Location()).Format("2006-01-02 15:04")), w)...)
	}
	c.add(wrapped(e, e.T(words.CameThen), w)...)
	if s.all.Held > 0 {
		for _, l := range wrapped(e, e.T(words.CameHeld, s.all.Held), w) {
			c.add(e.Style.Warn.Render(l))
		}
	}
	c.add("")
	c.block(joinLines(s.list.Rows(w, h-len(c.lines))), nil, h-len(c.lines))
	return c.frame()
}

// enter goes on in the visit.
func (s *came) enter() tea.Cmd {
	i := s.list.Selected()
	if i < 0 {
		return s.env.Back()
	}
	return s.env.Swap(Place{Screen: "visit", Visit: s.all.Visits[i].Row.Visit})
}

// Keys of the list.
func (s *came) Keys() []Action {
	keys := []Action{On(words.CameGo, s.enter, "enter"), Show(words.KeyMove, "up", "down"), Show(words.KeyBack, "esc")}
	if s.all.Held > 0 {
		keys = append(keys, On(words.TroubleTitle, func() tea.Cmd { return s.env.Go(Place{Screen: "trouble"}) }, "f5", "ctrl+t"))
	}
	return keys
}

// Title is the crumb.
func (s *came) Title() string { return s.env.T(words.CameTitle) }

// Place is the page.
func (s *came) Place() Place { return Place{Screen: "came"} }

// Click selects a row.
func (s *came) Click(x, y int) tea.Cmd {
	s.list.Click(x, y)
	return nil
}
