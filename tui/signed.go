package tui

import (
	"context"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("signed", newSigned) }

// signed lists the values of a visit as they stood when it was signed.
type signed struct {
	env   *Env
	visit checklist.ID
	id    checklist.ID // of the signature
	list  *List
	doc   *store.Doc
	rows  []store.Place
	names *names
	by    checklist.Signature
	read  bool
}

type signedMsg struct {
	of    *signed
	doc   *store.Doc
	names *names
	by    checklist.Signature
}

func newSigned(e *Env, p Place) Screen {
	s := &signed{env: e, visit: p.Visit, id: p.Record, names: &names{}}
	s.list = NewList(e, Column{Title: e.T(words.HistoryField), Min: 20, Max: 30}, Column{Title: e.T(words.SignedValue), Grow: true})
	s.list.Empty = e.T(words.SignedNone)
	return s
}

// Open puts together what was signed: by the signature named, or the last.
func (s *signed) Open() tea.Cmd {
	visit, id := s.visit, s.id
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		d, err := b.Visit(ctx, visit)
		if err != nil {
			return nil, err
		}
		m := signedMsg{of: s}
		for _, x := range d.Signed {
			if id == (checklist.ID{}) || x.ID == id {
				m.by = x.Signature
			}
		}
		if m.by.ID == (checklist.ID{}) {
			return m, nil
		}
		if m.doc, err = b.SignedDoc(ctx, visit, m.by.ID); err != nil {
			return nil, err
		}
		m.names, err = readNames(ctx, b, visit)
		return m, err
	})
}

// Update takes the values, and moves.
func (s *signed) Update(msg tea.Msg) tea.Cmd {
	m, ok := msg.(signedMsg)
	switch {
	case !ok:
		return s.list.Update(msg)
	case m.of != s:
		return nil
	}
	if s.read = true; m.doc != nil {
		s.doc, s.names, s.by, s.rows = m.doc, m.names, m.by, m.doc.Places()
	}
	s.list.SetRows(len(s.rows), func(i int) []string {
		p := s.rows[i]
		return []string{s.names.registerWord(s.env, p.Record, p.Kind, p.Field), s.value(p)}
	})
	return nil
}

func (s *signed) value(p store.Place) string {
	r := s.doc.Register(p.Record, p.Kind, p.Field)
	if r.Unread {
		return s.env.T(words.HistoryUnread)
	}
	return s.names.value(s.env, p.Kind, p.Field, r.Text)
}

// Frame draws who signed, the values, and the selected one in full.
func (s *signed) Frame(w, h int) Frame {
	e := s.env
	if !s.read {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	if s.doc == nil {
		return Frame{Body: " " + e.T(words.SignedNone)}
	}
	var lines []string
	for _, l := range e.Wrap(e.T(words.SignedAs, e.Clean(s.by.Name), s.by.At), w-2) {
		lines = append(lines, " "+e.Style.Title.Render(l))
	}
	var low []string
	if i := s.list.Selected(); i >= 0 {
		p := s.rows[i]
		low = append([]string{e.Rule(w)}, wrapped(e, s.names.full(e, p.Kind, p.Field, s.doc.Register(p.Record, p.Kind, p.Field).Text), w)...)
		low = low[:min(len(low), max(3, h/3))]
	}
	rest := h - len(lines) - len(low)
	lines = append(lines, fit(e.Kit.Meter, strings.Join(s.list.Rows(w, rest), "\n"), w, rest)...)
	return Frame{Body: strings.Join(append(lines, low...), "\n")}
}

// Keys of the list.
func (s *signed) Keys() []Action { return []Action{Show(words.KeyMove, "up", "down")} }

// Hint says that nothing can be changed here.
func (s *signed) Hint() string { return s.env.T(words.SignedHint) }

// Title is the crumb.
func (s *signed) Title() string { return s.env.T(words.SignedTitle) }

// Place is how to come back.
func (s *signed) Place() Place { return Place{Screen: "signed", Visit: s.visit, Record: s.id} }
