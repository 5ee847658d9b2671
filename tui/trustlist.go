package tui

import (
	"context"
	"slices"
	"strings"

	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("keys", func(e *Env, _ Place) Screen { return newKeyList(e) })
	addJumps(func(e *Env) []Action {
		return []Action{On(words.KeysOpen, func() tea.Cmd { return e.Go(Place{Screen: "keys"}) })}
	})
}

// keyList shows the keys that bundles are sealed for, with the check phrases that people read out to each other.
type keyList struct {
	env    *Env
	list   *List
	keys   []store.Key
	own    string   // the public key of this laptop
	secret []string // public keys of the office whose secret half lies here
	read   bool
	trust  *trust
}

type keyListMsg struct {
	keys   []store.Key
	own    string
	secret []string
}

func newKeyList(e *Env) *keyList {
	s := &keyList{env: e}
	s.list = NewList(e, Column{Title: e.T(words.KeysName), Grow: true}, Column{Title: e.T(words.KeysState)}, Column{Title: e.T(words.KeysPhrase)})
	s.list.Empty = e.T(words.KeysNone)
	return s
}

// Open reads the keys.
func (s *keyList) Open() tea.Cmd {
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		list, err := b.Keys(ctx)
		_, secret := b.Ring().Own()
		return keyListMsg{list, b.OwnRecipient(), secret}, err
	})
}

// Update takes the keys, and moves.
func (s *keyList) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case keyListMsg:
		s.keys, s.own, s.secret, s.read = msg.keys, msg.own, msg.secret, true
		s.list.SetRows(len(s.keys), s.cells)
		return nil
	case trustedMsg:
		s.trust = nil
		return tea.Batch(s.Open(), s.env.Notice(s.env.T(words.TrustDone, s.env.Clean(s.env.keyName(msg.key)))))
	}
	if s.trust != nil {
		return nil
	}
	return s.list.Update(msg)
}

func (s *keyList) cells(i int) []string {
	e, k := s.env, s.keys[i]
	return []string{e.keyName(k), e.T(words.KeyStates[string(k.State)]), words.Phrase(e.Lang, k.Fingerprint)}
}

// Frame draws the list, and the selected key in full.
func (s *keyList) Frame(w, h int) Frame {
	e := s.env
	switch {
	case s.trust != nil:
		return s.trust.frame(w)
	case !s.read:
		return Frame{Body: " " + e.T(words.Reading)}
	}
	var below []string
	if i := s.list.Selected(); i >= 0 {
		k := s.keys[i]
		below = append(below, "   "+k.Recipient)
		if slices.Contains(s.secret, k.Recipient) {
			below = append(append(below, wrapped(e, e.T(words.KeysSecret), w)...), wrapped(e, e.T(words.KeysTell), w)...)
		}
		if k.State == store.KeyPending {
			below = append(below, wrapped(e, e.T(words.KeysWait), w)...)
		}
		if k.Doubted {
			below = append(below, wrapped(e, e.T(words.SealDoubt, e.Clean(e.keyName(k))), w)...)
		}
	}
	if s.own != "" {
		below = append(below, "", "   "+e.Style.Faint.Render(e.T(words.KeysOwn)), "   "+s.own)
	}
	lines := append(s.list.Rows(w, min(len(s.keys)+1, h-len(below)-2)), e.Rule(w))
	if len(s.keys) == 0 {
		lines = []string{"   " + e.T(words.KeysNone), e.Rule(w)}
	}
	return Frame{Body: strings.Join(append(lines, below...), "\n")}
}

// pending is the selected key, where it was not compared yet.
func (s *keyList) pending() (store.Key, bool) {
	i := s.list.Selected()
	if i < 0 || s.keys[i].State != store.KeyPending {
		return store.Key{}, false
	}
	return s.keys[i], true
}

func (s *keyList) compare() tea.Cmd {
	if k, ok := s.pending(); ok {
		s.trust = &trust{s.env, k}
	}
	return nil
}

func (s *keyList) closePage() tea.Cmd {
	s.trust = nil
	return nil
}

// Keys of the page that shows.
func (s *keyList) Keys() []Action {
	if s.trust != nil {
		return []Action{On(words.TrustYes, s.trust.yes, "enter"), On(words.TrustNo, s.closePage, "esc")}
	}
	keys := []Action{Show(words.KeyMove, "up", "down")}
	if _, ok := s.pending(); ok && !s.env.Info.ReadOnly {
		keys = append([]Action{On(words.SealCompare, s.compare, "enter")}, keys...)
	}
	return keys
}

// Title is the crumb.
func (s *keyList) Title() string { return s.env.T(words.KeysTitle) }

// Place is how to come back.
func (s *keyList) Place() Place { return Place{Screen: "keys"} }

// Click selects a row.
func (s *keyList) Click(x, y int) tea.Cmd {
	if s.trust == nil {
		s.list.Click(x, y)
	}
	return nil
}
