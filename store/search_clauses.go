package store

import (
	"context"

	"zoufang/checklist"
)

// readClauses takes in the scheme of the round, which is in memory.
func (b *Book) readClauses(ctx context.Context, me checklist.Person) error {
	s, err := b.Scheme(ctx)
	if IsFault(err, "scheme.missing") {
		return nil
	}
	if err != nil {
		return err
	}
	b.search.mu.Lock()
	known := b.search.clauses != nil && b.search.clauses.scheme == s.Hash
	b.search.mu.Unlock()
	if known {
		return nil
	}
	l := clausesOf(s)
	b.search.keep(me, b.search.since(), func() { b.search.clauses = l })
	return nil
}

// clausesOf makes the leaf of a scheme.
func clausesOf(s *checklist.Scheme) *leaf {
	m := newLeaf(checklist.ID{}, checklist.ID{})
	m.scheme = s.Hash
	for _, c := range s.Categories {
		for _, ind := range c.Indicators {
			m.clause("indicator", ind.ID, ind.Name)
			m.both("question", ind.Question)
			for _, r := range ind.Rules {
				m.clause("rule", r.ID, r.Name)
			}
		}
	}
	for _, x := range s.Bonuses {
		m.clause("bonus", x.ID, x.Name)
		m.both("evidence", x.Evidence)
	}
	for _, x := range s.Materials {
		m.clause("material", x.ID, x.Name)
		m.name("name", x.AliasZH)
	}
	return m.done()
}

// clause adds a clause by its id and name; what else it says may follow.
func (m *leafMaker) clause(what, id string, name checklist.Text) {
	group := GroupClauses
	if what == "material" {
		group = GroupMaterials
	}
	m.add(item{group: group, kind: KindScheme, code: id, clause: what})
	m.part("code", id)
	m.name("name", name.ZH)
	if name.EN != name.ZH {
		m.part("name", name.EN)
	}
}

// both adds a text in its two languages.
func (m *leafMaker) both(field string, t checklist.Text) {
	m.part(field, t.ZH)
	if t.EN != t.ZH {
		m.part(field, t.EN)
	}
}

// ClauseName is what a clause is called in its scheme; the empty text for what is none.
func (h Hit) ClauseName(s *checklist.Scheme) checklist.Text {
	switch h.Clause {
	case "indicator":
		if ind, _, ok := s.Indicator(h.Code); ok {
			return ind.Name
		}
	case "rule":
		if r, _, ok := s.Rule(h.Code); ok {
			return r.Name
		}
	case "bonus":
		if x, ok := s.Bonus(h.Code); ok {
			return x.Name
		}
	case "material":
		if x, ok := s.Material(h.Code); ok {
			return x.Name
		}
	}
	return checklist.Text{}
}
