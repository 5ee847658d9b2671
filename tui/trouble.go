package tui

import (
	"context"
	"strings"

	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("trouble", func(e *Env, _ Place) Screen { return newTrouble(e) })
	addJumps(func(e *Env) []Action {
		return []Action{On(words.TroubleJump, func() tea.Cmd { return e.Go(Place{Screen: "trouble"}) })}
	})
}

// trouble lists what is kept but odd: what happened, what is safe, what to do.
type trouble struct {
	env  *Env
	list *List
	all  []store.Trouble
	read bool
}

type troubleMsg struct{ all []store.Trouble }

func newTrouble(e *Env) *trouble {
	s := &trouble{env: e}
	s.list = NewList(e, Column{Title: e.T(words.TroubleLevel)}, Column{Title: e.T(words.TroubleWhat), Grow: true})
	s.list.Empty = e.T(words.TroubleNone)
	return s
}

// Open and Return look at the book.
func (s *trouble) Open() tea.Cmd {
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		all, err := b.Troubles(ctx)
		return troubleMsg{all}, err
	})
}

// Return looks again.
func (s *trouble) Return() tea.Cmd { return s.Open() }

// Update takes the list, and moves.
func (s *trouble) Update(msg tea.Msg) tea.Cmd {
	m, ok := msg.(troubleMsg)
	if !ok {
		return s.list.Update(msg)
	}
	s.all, s.read = m.all, true
	s.list.SetRows(len(s.all), s.cells)
	return nil
}

// sentences of a trouble; names in them come from other laptops.
func (s *trouble) sentences(x store.Trouble) (what, safe, do string) {
	e := s.env
	what, safe, do = words.Trouble(e.Lang, string(x.Kind), x.Args, x.Do)
	return e.Clean(what), safe, e.Clean(do)
}

func (s *trouble) cells(i int) []string {
	what, _, _ := s.sentences(s.all[i])
	return []string{s.env.T(words.TroubleLevels[string(s.all[i].Level)]), what}
}

// Frame draws the list, and the selected one in full.
func (s *trouble) Frame(w, h int) Frame {
	e := s.env
	if !s.read {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	i := s.list.Selected()
	if i < 0 {
		return Frame{Body: strings.Join(s.list.Rows(w, h), "\n")}
	}
	what, safe, do := s.sentences(s.all[i])
	low := append([]string{e.Rule(w)}, wrapped(e, what, w)...)
	for _, p := range [][2]string{{e.T(words.TroubleSafe), safe}, {e.T(words.TroubleDo), do}} {
		low = append(append(low, " "+e.Style.Accent.Render(p[0])), wrapped(e, p[1], w)...)
	}
	low = low[:min(len(low), max(3, h-4))]
	rows := fit(e.Kit.Meter, strings.Join(s.list.Rows(w, h-len(low)), "\n"), w, h-len(low))
	return Frame{Body: strings.Join(append(rows, low...), "\n")}
}

// open leads to where the selected one is looked into.
func (s *trouble) open() tea.Cmd {
	e, x := s.env, s.all[s.list.Selected()]
	switch x.Place {
	case store.PlaceVisit:
		return e.Go(Place{Screen: "visit", Visit: x.Visit})
	case store.PlaceMerge:
		if x.Kind == store.TroubleUnknown || x.Kind == store.TroubleUnmerged {
			return e.Go(Place{Screen: "merge", Item: x.Path})
		}
	}
	return e.Go(Place{Screen: x.Place})
}

// Keys of the list.
func (s *trouble) Keys() []Action {
	off := ""
	if i := s.list.Selected(); i < 0 {
		off = s.env.T(words.TroubleNone)
	} else if s.all[i].Place == "" {
		off = s.env.T(words.TroubleStay)
	}
	keys := []Action{On(words.TroubleOpen, s.open, "enter").OffIf(off), Show(words.KeyMove, "up", "down")}
	if s.rejected() {
		keys = append(keys, On(words.TroubleClear, s.clear, "f8", "ctrl+d"))
	}
	return keys
}

// rejected tells whether the selected one is a file that was refused.
func (s *trouble) rejected() bool {
	i := s.list.Selected()
	return i >= 0 && s.all[i].Kind == store.TroubleRejected && !s.env.Info.ReadOnly
}

// clear deletes the refused file that is selected, after asking.
func (s *trouble) clear() tea.Cmd {
	e, x := s.env, s.all[s.list.Selected()]
	return e.Ask(e.T(words.TroubleClearAsk, e.Clean(x.File)), e.Answer(words.TroubleClear, func() tea.Cmd {
		return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			if err := b.ClearRejected(x.Path); err != nil {
				return nil, err
			}
			all, err := b.Troubles(ctx)
			return troubleMsg{all}, err
		})
	}))
}

// Hint says that nothing is lost.
func (s *trouble) Hint() string {
	if len(s.all) == 0 {
		return ""
	}
	return s.env.T(words.TroubleHint)
}

// Title is the crumb.
func (s *trouble) Title() string { return s.env.T(words.TroubleTitle) }

// Place is how to come back.
func (s *trouble) Place() Place { return Place{Screen: "trouble"} }

// Click selects a row.
func (s *trouble) Click(x, y int) tea.Cmd {
	s.list.Click(x, y)
	return nil
}
