package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"zoufang/checklist"
)

// maxPhrase bounds a phrase, in bytes: it is a sentence or two, not a document.
const maxPhrase = 4 << 10

// Phrases are the sentences people use again, those of a use together, by their text. Withdrawn ones are left out.
func (b *Book) Phrases(ctx context.Context) (list []checklist.Phrase, err error) {
	err = b.read(ctx, func(q querier) error {
		rs, err := b.scanScope(ctx, q, checklist.ScopePhrase)
		if err != nil {
			return err
		}
		for _, id := range rs.records(KindPhrase) {
			p := checklist.Phrase{ID: id}
			if rs.fill(id, KindPhrase, &p); p.Text != "" && p.Status != "withdrawn" {
				list = append(list, p)
			}
		}
		return nil
	})
	slices.SortFunc(list, func(a, b checklist.Phrase) int {
		return cmp.Or(cmp.Compare(a.Use, b.Use), cmp.Compare(cmp.Or(a.Name, a.Text), cmp.Or(b.Name, b.Text)), cmp.Compare(a.Text, b.Text))
	})
	return list, err
}

// SavePhrases keeps sentences for use again; one the book has already is the same one, and one that was withdrawn is
// offered again. Faults: phrase.empty; phrase.long (most bytes); field.bad for a use there is none.
func (b *Book) SavePhrases(ctx context.Context, list ...checklist.Phrase) (s Saved, err error) {
	err = b.write(ctx, func(w *writer) error {
		s = Saved{}
		for _, p := range list {
			if err := w.savePhrase(ctx, p, &s); err != nil {
				return err
			}
		}
		return nil
	})
	return s, err
}

func (w *writer) savePhrase(ctx context.Context, p checklist.Phrase, s *Saved) error {
	p.Text, p.Name, p.Status = strings.TrimSpace(p.Text), strings.TrimSpace(p.Name), ""
	switch {
	case p.Text == "":
		return newFault("phrase.empty")
	case len(p.Text) > maxPhrase:
		return newFault("phrase.long", maxPhrase)
	}
	id := checklist.PhraseID(p.Text)
	was, err := w.register(ctx, id, FieldOf(KindPhrase, "text"))
	if err != nil {
		return err
	}
	before := w.count
	if err := w.put(ctx, id, KindPhrase, p); err != nil {
		return err
	}
	switch {
	case was.Text == "":
		s.New++
	case w.count > before:
		s.Changed++
	default:
		s.Same++
	}
	return nil
}

// RenamePhrase gives a phrase a name to be found by. Fault phrase.unknown.
func (b *Book) RenamePhrase(ctx context.Context, id checklist.ID, name string) error {
	return b.editPhrase(ctx, Edit{Record: id, Kind: KindPhrase, Field: "name", Text: strings.TrimSpace(name), current: true})
}

// WithdrawPhrase has a phrase offered no more. Fault phrase.unknown.
func (b *Book) WithdrawPhrase(ctx context.Context, id checklist.ID, reason string) error {
	return b.editPhrase(ctx, Edit{Record: id, Kind: KindPhrase, Field: "status", Text: "withdrawn", Reason: reason, current: true})
}

func (b *Book) editPhrase(ctx context.Context, e Edit) error {
	return b.write(ctx, func(w *writer) error {
		was, err := w.register(ctx, e.Record, FieldOf(KindPhrase, "text"))
		if err == nil && was.Text == "" {
			err = newFault("phrase.unknown")
		}
		if err != nil {
			return err
		}
		return w.apply(ctx, e)
	})
}

// Offer is a text that may be put into a field, and where it comes from.
type Offer struct {
	Text, Name string
	From       string       // OfferScheme, OfferUsed, OfferPhrase
	ID         checklist.ID // of a phrase
}

// Where an offer comes from.
const (
	OfferScheme = "scheme" // the words of the rule
	OfferUsed   = "used"   // written for the same rule before, on a sheet the viewer may see
	OfferPhrase = "phrase"
)

// Offers are the texts for a field of a finding, the nearest first: the words of the rule, what was written there for the
// same rule before (on the viewer's own sheets, and on those of this visit that may be seen), and the phrases for such a
// field. use is one of checklist.PhraseUses; rule "" asks for phrases only. No text comes twice.
func (b *Book) Offers(ctx context.Context, d *Doc, rule, use string) (list []Offer, err error) {
	add := func(from, name, text string, id checklist.ID) {
		text = strings.TrimSpace(text)
		if text != "" && !slices.ContainsFunc(list, func(o Offer) bool { return o.Text == text }) {
			list = append(list, Offer{text, name, from, id})
		}
	}
	if rule != "" && d != nil {
		s, err := b.SchemeOf(ctx, d.SchemeHash)
		if err != nil {
			return nil, err
		}
		if r, ind, ok := s.Rule(rule); ok {
			add(OfferScheme, rule, r.Name.ZH, checklist.ID{})
			add(OfferScheme, ind.ID, ind.Name.ZH, checklist.ID{})
		}
		for i := range d.Sheets {
			for _, f := range d.Sheets[i].Findings {
				if f.Rule == rule && f.Active() {
					add(OfferUsed, "", textFor(f, use), checklist.ID{})
				}
			}
		}
		own, err := b.ownFindings(ctx, rule)
		if err != nil {
			return nil, err
		}
		for _, f := range own {
			add(OfferUsed, "", textFor(f, use), checklist.ID{})
		}
	}
	phrases, err := b.Phrases(ctx)
	for _, p := range phrases {
		if p.Use == "" || p.Use == use || use == "" {
			add(OfferPhrase, p.Name, p.Text, p.ID)
		}
	}
	return list, err
}

// textFor is what a finding says in a field that phrases are made for.
func textFor(f checklist.Finding, use string) string {
	switch use {
	case "criterion":
		return f.Criterion
	case "facts":
		return f.Facts
	}
	return ""
}

// ownFindings are the viewer's own findings under a rule in all visits, the newest first; practice is none.
func (b *Book) ownFindings(ctx context.Context, rule string) (list []checklist.Finding, err error) {
	me := b.Me().ID
	err = b.read(ctx, func(q querier) error {
		practice, err := b.practiceUnits(ctx, q)
		if err != nil {
			return err
		}
		places, err := readPlaces(ctx, q)
		if err != nil {
			return err
		}
		rs, err := b.heads(ctx, q, "field = ? AND actor = ? ORDER BY lam DESC LIMIT 2000", int64(FieldOf(KindFinding, "body").No), me[8:])
		if err != nil {
			return err
		}
		ids := rs.records(KindFinding)
		slices.SortFunc(ids, func(x, y checklist.ID) int {
			return cmp.Compare(rs.get(y, KindFinding, "body").heads[0].lam, rs.get(x, KindFinding, "body").heads[0].lam)
		})
		for _, id := range ids {
			var f checklist.Finding
			unit := places.unitOf(id)
			if slices.ContainsFunc(practice, func(u checklist.Unit) bool { return u.ID == unit }) {
				continue
			}
			if rs.body(id, KindFinding, "body", &f) && f.Rule == rule && f.Person == me {
				list = append(list, f)
			}
		}
		return nil
	})
	return list, err
}
