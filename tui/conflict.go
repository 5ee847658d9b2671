package tui

import (
	"context"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("conflicts", func(e *Env, p Place) Screen {
		if p.Visit == (checklist.ID{}) {
			return newConflicts(e, nil)
		}
		return newConflicts(e, &p.Visit)
	})
	addJumps(func(e *Env) []Action {
		return []Action{On(words.ConflictJump, func() tea.Cmd { return e.Go(Place{Screen: "conflicts"}) })}
	})
}

// conflicts lists what is contested, in a visit or in the whole book.
type conflicts struct {
	env   *Env
	visit *checklist.ID
	list  *List
	all   []store.Conflict
	names *names
	read  bool

	ticked map[regKey]bool
}

// conflictsMsg brings what is contested, of a visit or of the book.
type conflictsMsg struct {
	visit checklist.ID
	all   []store.Conflict
	names *names
}

func newConflicts(e *Env, visit *checklist.ID) *conflicts {
	s := &conflicts{env: e, visit: visit, ticked: map[regKey]bool{}}
	s.list = NewList(e, Column{}, Column{Title: e.T(words.ConflictUnit), Max: 20}, Column{Title: e.T(words.ConflictWhat), Max: 28},
		Column{Title: e.T(words.ConflictSays), Grow: true}, Column{Title: e.T(words.ConflictWhen)})
	s.list.Empty = e.T(words.ConflictNone)
	return s
}

// Open reads what is contested.
func (s *conflicts) Open() tea.Cmd { return s.env.readConflicts(s.visit) }

// Return reads it again.
func (s *conflicts) Return() tea.Cmd { return s.Open() }

func (e *Env) readConflicts(visit *checklist.ID) tea.Cmd {
	return e.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		msg := conflictsMsg{}
		if visit != nil {
			msg.visit = *visit
		}
		var err error
		if msg.all, err = b.Conflicts(ctx, visit); err != nil {
			return nil, err
		}
		if msg.names, err = readNames(ctx, b, checklist.ID{}); err != nil {
			return nil, err
		}
		seen := map[checklist.ID]bool{{}: true}
		for _, c := range msg.all {
			if seen[c.Visit] {
				continue
			}
			seen[c.Visit] = true
			doc, err := b.Visit(ctx, c.Visit)
			if err != nil {
				return nil, err
			}
			msg.names.visit(doc)
		}
		return msg, nil
	})
}

// Update takes what is contested, and moves.
func (s *conflicts) Update(msg tea.Msg) tea.Cmd {
	_, settledMany := msg.(settledManyMsg)
	m, ok := msg.(conflictsMsg)
	switch {
	case settledMany:
		clear(s.ticked)
		return s.Open()
	case !ok:
		return s.list.Update(msg)
	case s.visit != nil && m.visit != *s.visit || s.visit == nil && m.visit != (checklist.ID{}):
		return nil
	}
	s.all, s.names, s.read = m.all, m.names, true
	s.list.SetRows(len(s.all), s.cells)
	return nil
}

func (s *conflicts) cells(i int) []string {
	e, c := s.env, s.all[i]
	unit := e.T(words.ConflictBook)
	if name := s.names.of[c.Unit]; name != "" {
		unit = name
	}
	var says []string
	newest := c.Sides[0].At
	for _, side := range c.Sides {
		says = append(says, e.personName(side.By)+" "+s.names.side(e, c, side))
		if side.At.After(newest) {
			newest = side.At
		}
	}
	return []string{e.mark(s.ticked[keyOf(c.Record, c.Kind, c.Field)]), unit, s.names.registerWord(e, c.Record, c.Kind, c.Field), strings.Join(says, " / "), e.when(newest)}
}

// side is what one side says, in one line; of a whole, the parts in which the sides differ.
func (n *names) side(e *Env, c store.Conflict, side store.Sibling) string {
	kind, field := sideRegister(c, side)
	def := store.FieldOf(kind, field)
	switch {
	case side.Unread:
		return e.T(words.HistoryUnread)
	case c.Edited || def == nil || def.Type != store.Body || side.Text == "":
		return n.value(e, kind, field, side.Text)
	}
	var says []string
	for _, p := range n.parts(e, kind, field, side.Text) {
		for _, o := range c.Sides {
			if !slices.Contains(n.parts(e, kind, field, o.Text), p) {
				says = append(says, p.label+" "+p.value)
				break
			}
		}
	}
	return strings.Join(says, "  ")
}

// sideRegister is the register that a side's text is of: where a withdrawal meets an edit, the second side is the
// finding as edited.
func sideRegister(c store.Conflict, side store.Sibling) (store.Kind, string) {
	if c.Edited && side.Ref != c.Sides[0].Ref {
		return c.Kind, "body"
	}
	return c.Kind, c.Field
}

// open compares the sides of the selected one.
func (s *conflicts) open() tea.Cmd {
	i := s.list.Selected()
	if i < 0 {
		return nil
	}
	return s.env.Go(settlePlace(s.all[i], s.visit != nil))
}

// Frame draws the list.
func (s *conflicts) Frame(w, h int) Frame {
	if !s.read {
		return Frame{Body: " " + s.env.T(words.Reading)}
	}
	return Frame{Body: strings.Join(s.list.Rows(w, h), "\n")}
}

// Keys of the list.
func (s *conflicts) Keys() []Action {
	none := ""
	if len(s.all) == 0 {
		none = s.env.T(words.ConflictNone)
	}
	off := none
	if s.env.Info.ReadOnly {
		off = s.env.T(words.SettleReader)
	}
	return []Action{On(words.ConflictOpen, s.open, "enter").OffIf(none), On(words.AgreedTick, s.tick, "space").OffIf(off), On(words.ConflictMany, s.many, "f5", "ctrl+t").OffIf(off), Show(words.KeyMove, "up", "down")}
}

// Hint says that nothing is decided by itself.
func (s *conflicts) Hint() string { return s.env.T(words.ConflictHint) }

// Title is the crumb.
func (s *conflicts) Title() string { return s.env.T(words.ConflictTitle) }

// Place is how to come back.
func (s *conflicts) Place() Place {
	p := Place{Screen: "conflicts"}
	if s.visit != nil {
		p.Visit = *s.visit
	}
	return p
}

// Click selects a row.
func (s *conflicts) Click(x, y int) tea.Cmd {
	s.list.Click(x, y)
	return nil
}
