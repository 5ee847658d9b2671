package store

import (
	"context"
	"slices"
	"strings"

	"zoufang/checklist"
)

// SetMe says who works on this laptop, and keeps the person's record. The role is what the person says; the office
// confirms it. Fault person.name when there is no name.
func (b *Book) SetMe(ctx context.Context, p checklist.Person) error {
	p, err := b.identify(p)
	if err != nil {
		return err
	}
	if known, ok := b.people()[[8]byte(p.ID[8:])]; ok && p.Team == "" {
		p.Team = known.Team // the office gave it; who begins a laptop is not asked
	}
	err = b.write(ctx, func(w *writer) error {
		w.author.actor = [8]byte(p.ID[8:])
		w.dirty, w.plain = true, true
		if _, err := w.tx.ExecContext(ctx, putLocal, localMe, p.ID.String()); err != nil {
			return err
		}
		if err := w.put(ctx, p.ID, KindPerson, p); err != nil {
			return err
		}
		_, err := w.tx.ExecContext(ctx, "DELETE FROM summary")
		return err
	})
	if err != nil {
		return err
	}
	b.forgetRows(stale{all: true})
	b.lock.sign(p.Name)
	return b.load(ctx)
}

// identify fills in the id by which two laptops mean the same person.
func (b *Book) identify(p checklist.Person) (checklist.Person, error) {
	p.Name, p.Number = strings.TrimSpace(p.Name), strings.TrimSpace(p.Number)
	if p.Name == "" {
		return p, newFault("person.name")
	}
	if p.ID == (checklist.ID{}) {
		known := p.Number
		if known == "" {
			known = p.Name
		}
		p.ID = checklist.PersonID(b.district(), known)
	}
	return p, nil
}

// SavePerson keeps somebody's record. Fault person.name when there is no name.
func (b *Book) SavePerson(ctx context.Context, p checklist.Person) (checklist.ID, error) {
	p, err := b.identify(p)
	if err != nil {
		return checklist.ID{}, err
	}
	return p.ID, b.write(ctx, func(w *writer) error {
		w.plain = true
		return w.put(ctx, p.ID, KindPerson, p)
	})
}

// People lists everybody the book knows, by role and number.
func (b *Book) People() []checklist.Person {
	var list []checklist.Person
	for _, p := range b.people() {
		list = append(list, p)
	}
	slices.SortFunc(list, compareRole)
	return list
}

// Assign puts a person on a unit in the round; the assignment's id follows from the three.
func (b *Book) Assign(ctx context.Context, a checklist.Assignment) error {
	return b.write(ctx, func(w *writer) error { return w.assign(ctx, a) })
}

func (w *writer) assign(ctx context.Context, a checklist.Assignment) error {
	if a.Round == (checklist.ID{}) {
		a.Round = w.b.round().ID
	}
	id := checklist.AssignID(a.Round, a.Unit, a.Person)
	return w.apply(ctx, Edit{Record: id, Kind: KindAssignment, Field: "body", Text: textOfBody(a), current: true},
		Edit{Record: id, Kind: KindAssignment, Field: "status", current: true})
}

// Unassign takes a person off a unit.
func (b *Book) Unassign(ctx context.Context, unit, person checklist.ID) error {
	id := checklist.AssignID(b.round().ID, unit, person)
	return b.Apply(ctx, Edit{Record: id, Kind: KindAssignment, Field: "status", Text: "withdrawn", current: true})
}

// Saved counts what an import of units did.
type Saved struct{ New, Changed, Same int }

// SaveUnits takes over a list of units with the office's numbers, in one transaction. A unit is known by its code:
// the same list again changes nothing, and what a list leaves empty it does not clear. Fault units.reused (codes, n).
func (b *Book) SaveUnits(ctx context.Context, lines []checklist.UnitLine) (s Saved, err error) {
	err = b.write(ctx, func(w *writer) error {
		s, w.plain = Saved{}, true
		if err := w.noEndedUnits(ctx, lines); err != nil {
			return err
		}
		for _, l := range lines {
			if err := w.saveUnit(ctx, l, &s); err != nil {
				return err
			}
		}
		return nil
	})
	return s, err
}

func (w *writer) saveUnit(ctx context.Context, l checklist.UnitLine, s *Saved) error {
	id := checklist.UnitID(w.b.district(), l.Unit.Code)
	before := w.count
	code, err := w.register(ctx, id, FieldOf(KindUnit, "code"))
	if err != nil {
		return err
	}
	edits := slices.DeleteFunc(editsOf(id, KindUnit, l.Unit, nil), func(e Edit) bool { return e.Text == "" })
	if err := w.apply(ctx, edits...); err != nil {
		return err
	}
	for figure, n := range l.Ledger {
		body := textOfBody(checklist.Ledger{Unit: id, Figure: figure, N: n})
		if err := w.apply(ctx, Edit{Record: checklist.LedgerID(id, figure), Kind: KindLedger, Field: "body", Text: body, current: true}); err != nil {
			return err
		}
	}
	switch {
	case code.Text == "":
		s.New++
	case w.count > before:
		s.Changed++
	default:
		s.Same++
	}
	return nil
}

// SavePast loads findings of earlier years, so that they are at hand in the visit.
func (b *Book) SavePast(ctx context.Context, past []checklist.Past) error {
	return b.write(ctx, func(w *writer) error {
		w.plain = true
		for _, p := range past {
			if err := w.apply(ctx, Edit{Record: pastID(p), Kind: KindPast, Field: "body", Text: textOfBody(p), current: true}); err != nil {
				return err
			}
		}
		return nil
	})
}

// Slips lists the supervision slips of a unit by date and number.
func (b *Book) Slips(ctx context.Context, unit checklist.ID) (list []checklist.Slip, err error) {
	err = b.read(ctx, func(q querier) error {
		list, err = b.readSlips(ctx, q, unit)
		return err
	})
	return list, err
}

// SaveSlip writes what differs between the slip as it was shown (the zero Slip for a new one) and as it is now. A
// register that somebody else changed meanwhile keeps both values. Fault slip.unit when it names no unit.
func (b *Book) SaveSlip(ctx context.Context, was, now checklist.Slip) (checklist.ID, error) {
	if now.Unit == (checklist.ID{}) {
		return checklist.ID{}, newFault("slip.unit")
	}
	if now.ID == (checklist.ID{}) {
		now.ID = NewSlipID(now.Unit)
	}
	shown, texts := textsOf(was), textsOf(now)
	return now.ID, b.write(ctx, func(w *writer) error {
		for _, f := range FieldsOf(KindSlip) {
			if shown[f.Name] == texts[f.Name] {
				continue
			}
			r, err := w.register(ctx, now.ID, FieldOf(KindSlip, f.Name))
			if err != nil {
				return err
			}
			e := Edit{Record: now.ID, Kind: KindSlip, Field: f.Name, Text: texts[f.Name]}
			for _, h := range r.heads {
				if h.text == shown[f.Name] {
					e.Shown = append(e.Shown, h.ref)
				}
			}
			if err := w.apply(ctx, e); err != nil {
				return err
			}
		}
		return nil
	})
}
