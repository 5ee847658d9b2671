package tui

import (
	"context"
	"slices"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// open goes to where the selected hit is; Esc there comes back to the list.
func (s *search) open() tea.Cmd {
	h, ok := s.selected()
	if !ok {
		return nil
	}
	s.chosen = true
	if h.Clause != "" {
		return s.env.Go(s.clausePlace(h))
	}
	e := s.env
	return e.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		if h.Visit == (checklist.ID{}) {
			return e.unitMsg(ctx, b, h.Unit)
		}
		p := hitPlace(h)
		if judged[h.Kind] {
			d, err := b.Visit(ctx, h.Visit)
			if err != nil {
				return nil, err
			}
			if !isOwn(d, h) {
				p = Place{Screen: "history", Visit: h.Visit, Record: h.Record, Item: string(h.Kind) + " body"}
			}
		}
		return goMsg{[]Place{p}, goPush}, nil
	})
}

// unitMsg opens the yearly visit of a unit, or the list with the unit selected where it is not begun.
func (e *Env) unitMsg(ctx context.Context, b *store.Book, unit checklist.ID) (tea.Msg, error) {
	visit, ok, err := b.VisitOf(ctx, unit, checklist.Yearly, "")
	switch {
	case err != nil:
		return nil, err
	case ok:
		return goMsg{[]Place{{Screen: "visit", Visit: visit}}, goPush}, nil
	}
	return goMsg{[]Place{{Screen: home, Record: unit}}, goJump}, nil
}

// judged are the kinds of which everybody has their own: a colleague's is read in its history, not opened to be changed.
var judged = map[store.Kind]bool{store.KindFinding: true, store.KindStanding: true, store.KindClaim: true}

func isOwn(d *store.Doc, h store.Hit) bool {
	own := d.Own()
	return slices.ContainsFunc(own.Findings, func(f checklist.Finding) bool { return f.ID == h.Record }) ||
		own.Standings[h.Code].ID == h.Record || own.Claims[h.Code].ID == h.Record
}

// hitPlace is the screen of a record of a visit.
func hitPlace(h store.Hit) Place {
	p := Place{Screen: "visit", Visit: h.Visit, Record: h.Record}
	switch h.Kind {
	case store.KindFinding, store.KindClaim, store.KindMaterial:
		p.Screen, p.Item = string(h.Kind), h.Code
	case store.KindEntry, store.KindQuestion:
		p.Screen = string(h.Kind)
	case store.KindInterview:
		p.Screen = "talk"
	case store.KindComment:
		p.Screen = "remarks"
	case store.KindStanding:
		p = Place{Screen: "score", Visit: h.Visit, Item: h.Code}
	case store.KindAttachment:
		if h.Host != (checklist.ID{}) {
			p.Screen, p.Record = "attach", h.Host
		}
	case store.KindLook, store.KindListen, store.KindPromise, store.KindCheck, store.KindIdentity:
		p = Place{Screen: string(h.Step), Visit: h.Visit, Field: h.Field}
	}
	return p
}

// clausePlace is a clause in the visit that was open, else in the scheme of the round.
func (s *search) clausePlace(h store.Hit) Place {
	scheme := s.env.visitScheme(s.visit)
	p := Place{Screen: "score", Visit: s.visit, Item: h.Code}
	_, _, ok := scheme.Indicator(h.Code)
	switch h.Clause {
	case "rule":
		var ind *checklist.Indicator
		if _, ind, ok = scheme.Rule(h.Code); ok {
			p.Item, p.Field = ind.ID, h.Code
		}
	case "bonus":
		_, ok = scheme.Bonus(h.Code)
		p.Item, p.Field = bonusTab, h.Code
	case "material":
		_, ok = scheme.Material(h.Code)
		p.Screen, p.Item, p.Record = string(checklist.StepCheck), "", checklist.MaterialID(s.visit, h.Code)
	}
	if s.env.Doc(s.visit) == nil || !ok {
		return Place{Screen: "scheme"}
	}
	return p
}

// name is what a hit is, and where: the unit and the kind, or what tells it from others.
func (s *search) name(h store.Hit) string {
	e := s.env
	code := s.code(h)
	if code == h.Text {
		code = ""
	}
	switch {
	case h.Clause != "":
		return joined(e.T(words.SearchClauses[h.Clause]), s.code(h))
	case h.Group == store.GroupUnits:
		return joined(e.kindWord(h.Kind), code)
	}
	return joined(h.UnitName, e.kindWord(h.Kind), code)
}

// code is what tells a hit from others of its kind; a paper of the scheme has a name for that.
func (s *search) code(h store.Hit) string {
	switch {
	case h.Clause == "material":
		return ""
	case h.Kind == store.KindMaterial:
		if m, ok := s.env.schemeBy(h.Scheme).Material(h.Code); ok {
			return s.env.name(m.Name)
		}
	}
	return h.Code
}

func joined(parts ...string) string {
	out := ""
	for _, p := range parts {
		if p != "" && out != "" {
			out += " "
		}
		out += p
	}
	return out
}
