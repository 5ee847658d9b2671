package tui

import (
	"context"
	"slices"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("scheme", newSchemePage)
	addJumps(func(e *Env) []Action {
		return []Action{On(words.PageOfRound, func() tea.Cmd { return e.Go(Place{Screen: "scheme"}) })}
	})
}

// schemePage shows a scheme as it is: what is judged and how, to be read and not changed. It is the scheme of a visit, or
// the round's; Tab turns to the other versions that the book knows.
type schemePage struct {
	env     *Env
	visit   checklist.ID // zero: the round's
	hash    string       // of the one on show
	known   []store.PinnedScheme
	tree    *tree
	drawnOf string // hash of what the tree holds
	head    int    // rows above the tree in the last view
}

// schemesMsg brings the schemes the book knows.
type schemesMsg struct{ list []store.PinnedScheme }

func newSchemePage(e *Env, p Place) Screen {
	s := &schemePage{env: e, visit: p.Visit, hash: p.Item, tree: newTree(e)}
	if s.hash == "" || e.schemes[s.hash] == nil {
		s.hash = e.visitScheme(p.Visit).Hash
	}
	s.settle()
	return s
}

// on is the scheme on show.
func (s *schemePage) on() *checklist.Scheme { return s.env.schemeBy(s.hash) }

func (s *schemePage) settle() {
	if s.drawnOf == s.hash {
		return
	}
	s.drawnOf = s.hash
	s.tree.set(schemeBranches(s.env, s.on()))
	s.tree.open["scoring"], s.tree.open["categories"] = true, true
	s.tree.flatten()
}

// Open reads which schemes there are.
func (s *schemePage) Open() tea.Cmd {
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		list, err := b.Schemes(ctx)
		return schemesMsg{list}, err
	})
}

// Update moves, and takes what the book knows.
func (s *schemePage) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case schemesMsg:
		s.known = slices.DeleteFunc(msg.list, func(p store.PinnedScheme) bool { return p.Scheme == nil })
		for _, p := range s.known {
			s.env.learn(map[string]*checklist.Scheme{p.Hash: p.Scheme})
		}
		return nil
	case ChangedMsg:
		return s.Open()
	}
	return s.tree.Update(msg)
}

// turn shows the next version.
func (s *schemePage) turn() tea.Cmd {
	i := slices.IndexFunc(s.known, func(p store.PinnedScheme) bool { return p.Hash == s.hash })
	s.hash = s.known[(i+1)%len(s.known)].Hash
	s.settle()
	return nil
}

// Frame draws what the scheme is here, and its parts.
func (s *schemePage) Frame(w, h int) Frame {
	e, on := s.env, s.on()
	var c canvas
	c.add(" " + e.Style.Title.Render(e.Cut(e.name(on.Name)+"  "+on.Version, w-2)))
	for _, l := range e.Wrap(s.standing(), w-3) {
		c.add(" " + l)
	}
	c.add(e.Rule(w))
	s.head = len(c.lines)
	c.block(joinLines(s.tree.view(w, h-s.head)), nil, h-s.head)
	return c.frame()
}

// standing says what the scheme on show is to the round and to the visit, and whether the round is open and decided.
func (s *schemePage) standing() string {
	e, on := s.env, s.on()
	var parts []string
	if d := e.Doc(s.visit); d != nil && d.SchemeHash == on.Hash {
		parts = append(parts, e.T(words.SchemeIsVisits, e.Clean(unitName(d.Unit))))
	}
	if e.Scheme != nil && on.Hash == e.Scheme.Hash {
		parts = append(parts, e.T(words.SchemeIsRounds))
		if o := e.Info.Round.Opened; o != nil {
			parts = append(parts, e.T(words.SchemeOpened, e.Clean(o.Name), o.At))
			if o.Reason != "" {
				parts = append(parts, e.T(words.SchemeOpenedWhy, e.Clean(o.Reason)))
			}
		} else {
			parts = append(parts, e.T(words.SchemeNotOpened))
		}
	} else if e.Scheme != nil {
		parts = append(parts, e.T(words.SchemeRoundUses, e.Clean(e.Scheme.Version)))
	}
	if on.Decision.Made() {
		parts = append(parts, e.T(words.ShowDecision, e.Clean(on.Decision.By+" "+on.Decision.No+" "+on.Decision.On)))
	} else {
		parts = append(parts, e.T(words.ShowUndecided))
	}
	text := ""
	for i, p := range parts {
		if i > 0 {
			text += e.T(words.ListGap)
		}
		text += p
	}
	return text
}

// Keys of the tree, of the versions, and of moving the own sheet.
func (s *schemePage) Keys() []Action {
	e := s.env
	keys := s.tree.keys()
	if len(s.known) > 1 {
		keys = append(keys, On(words.SchemeNext, s.turn, "tab"))
	}
	if d := e.Doc(s.visit); d != nil {
		move := On(words.MoveKey, func() tea.Cmd { return e.Go(Place{Screen: "move", Visit: s.visit}) }, "ctrl+o")
		move.Off = e.noMove(d)
		keys = append(keys, move)
	}
	return keys
}

// noMove says why the own sheet cannot be moved to the round's version, "" when it can.
func (e *Env) noMove(d *store.Doc) string {
	own := d.Own()
	switch {
	case own.State == "closed":
		return e.T(words.SheetLocked)
	case len(own.Standings) == 0 && len(own.Findings) == 0 && len(own.Claims) == 0:
		return e.T(words.MoveNothing)
	case own.Scheme == e.Scheme.Hash && len(d.Left) == 0:
		return e.T(words.MoveSame)
	}
	return ""
}

// Place remembers the scheme on show.
func (s *schemePage) Place() Place { return Place{Screen: "scheme", Visit: s.visit, Item: s.hash} }

// Title is the crumb.
func (s *schemePage) Title() string { return s.env.T(words.SchemePageTitle) }

// Hint says that nothing can be changed here.
func (s *schemePage) Hint() string { return s.env.T(words.SchemePageHint) }

// ScoresShown is never so: the page has marks, but nobody's.
func (s *schemePage) ScoresShown() bool { return false }

// Click selects a row, or opens the selected one.
func (s *schemePage) Click(_, y int) tea.Cmd {
	if y < s.head {
		return nil
	}
	return s.tree.click(y - s.head)
}
