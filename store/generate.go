package store

import (
	"context"
	"maps"
	"slices"

	"zoufang/checklist"
)

// GeneratedVisit is a yearly visit of a generated district: who judged it and what they found. Every sheet holds its
// person, its findings, its verdicts and whether it is closed.
type GeneratedVisit struct {
	Unit   checklist.ID
	Sheets []checklist.Sheet
	Notes  []checklist.Entry
}

// Generate writes visits of a generated district in one transaction, each judgement as its evaluator's. It is many times
// faster than the verbs, which read the visit anew for each thing they write, and so is for samples only. Fault
// record.at.demo in a book that is none.
func (b *Book) Generate(ctx context.Context, visits []GeneratedVisit) error {
	if !b.Info().Demo {
		return newFault("record.at.demo")
	}
	return b.write(ctx, func(w *writer) error {
		w.plain = true
		defer func(was author) { w.author = was }(w.author)
		for i := range visits {
			if err := w.generate(ctx, &visits[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

func (w *writer) generate(ctx context.Context, v *GeneratedVisit) error {
	visit, err := w.startVisit(ctx, v.Unit, checklist.Yearly, "")
	if err != nil {
		return err
	}
	scheme := w.b.round().Scheme
	for i := range v.Sheets {
		sh := &v.Sheets[i]
		p := sh.Person.ID
		w.author.actor = [8]byte(p[8:])
		sheet := checklist.SheetID(visit, p)
		edits := []Edit{{Record: sheet, Kind: KindSheet, Field: "person", Text: p.String(), current: true},
			{Record: sheet, Kind: KindSheet, Field: "scheme", Text: scheme, current: true}}
		for _, f := range sh.Findings {
			f.Person = p
			edits = append(edits, Edit{Record: checklist.InVisit(visit, [8]byte(f.ID[8:])), Kind: KindFinding, Field: "body", Text: textOfBody(f), current: true})
		}
		for _, id := range slices.Sorted(maps.Keys(sh.Standings)) {
			st := sh.Standings[id]
			st.Person, st.Indicator = p, id
			edits = append(edits, Edit{Record: checklist.StandingID(visit, p, id), Kind: KindStanding, Field: "body", Text: textOfBody(st), current: true})
		}
		if sh.State != "" {
			edits = append(edits, Edit{Record: sheet, Kind: KindSheet, Field: "state", Text: sh.State, current: true})
		}
		if err := w.apply(ctx, edits...); err != nil {
			return err
		}
	}
	for _, n := range v.Notes {
		n.Author = v.Sheets[0].Person.ID
		if err := w.put(ctx, checklist.InVisit(visit, [8]byte(n.ID[8:])), KindEntry, n); err != nil {
			return err
		}
	}
	return nil
}
