package store

import (
	"context"
	"slices"
	"strings"

	"zoufang/checklist"
)

// LedgerChange is what a table of ledger numbers would change.
type LedgerChange struct {
	Unit     checklist.Unit
	Figure   string
	Was, Now checklist.Ledger
	New      bool // there was no number
}

// Ledger lists the office's numbers of a unit in the order of the scheme's figures; a number of a figure that the scheme no
// longer has is left out.
func (b *Book) Ledger(ctx context.Context, unit checklist.ID) (list []checklist.Ledger, err error) {
	s, err := b.Scheme(ctx)
	if err != nil {
		return nil, err
	}
	err = b.read(ctx, func(q querier) error {
		ids := make([]checklist.ID, len(s.Reconciliation.Figures))
		for i, f := range s.Reconciliation.Figures {
			ids[i] = checklist.LedgerID(unit, f.ID)
		}
		rs, err := b.scanIDs(ctx, q, ids)
		if err != nil {
			return err
		}
		for _, id := range ids {
			var l checklist.Ledger
			if rs.body(id, KindLedger, "body", &l) {
				list = append(list, l)
			}
		}
		return nil
	})
	return list, err
}

// LedgerChanges tells what lines would change, before anything is written.
func (b *Book) LedgerChanges(ctx context.Context, lines []checklist.LedgerLine) (list []LedgerChange, err error) {
	known := map[checklist.ID][]checklist.Ledger{}
	for _, l := range lines {
		if _, have := known[l.Unit.ID]; !have {
			if known[l.Unit.ID], err = b.Ledger(ctx, l.Unit.ID); err != nil {
				return nil, err
			}
		}
		i := slices.IndexFunc(known[l.Unit.ID], func(x checklist.Ledger) bool { return x.Figure == l.Figure })
		switch {
		case i < 0:
			list = append(list, LedgerChange{Unit: l.Unit, Figure: l.Figure, Now: l.Ledger, New: true})
		case known[l.Unit.ID][i] != l.Ledger:
			list = append(list, LedgerChange{Unit: l.Unit, Figure: l.Figure, Was: known[l.Unit.ID][i], Now: l.Ledger})
		}
	}
	return list, nil
}

// SaveLedger writes ledger numbers in one transaction; the same again writes nothing. Faults: me.missing, office.only.
func (b *Book) SaveLedger(ctx context.Context, lines []checklist.LedgerLine) (s Saved, err error) {
	if err := officeOnly(b.Me()); err != nil {
		return s, err
	}
	err = b.write(ctx, func(w *writer) error {
		s, w.plain = Saved{}, true
		for _, l := range lines {
			id := checklist.LedgerID(l.Unit.ID, l.Figure)
			e := Edit{Record: id, Kind: KindLedger, Field: "body", Text: textOfBody(l.Ledger), current: true}
			if err := w.counted(ctx, id, FieldOf(KindLedger, "body"), &s, func() error { return w.apply(ctx, e) }); err != nil {
				return err
			}
		}
		return nil
	})
	return s, err
}

// Past lists the findings of earlier years that the book holds of a unit, the newest first.
func (b *Book) Past(ctx context.Context, unit checklist.ID) (list []checklist.Past, err error) {
	err = b.read(ctx, func(q querier) error {
		list, err = b.readPast(ctx, q, unit)
		return err
	})
	return list, err
}

// ImportPast is SavePast for the office, and counts. Faults: me.missing, office.only.
func (b *Book) ImportPast(ctx context.Context, past []checklist.Past) (s Saved, err error) {
	if err := officeOnly(b.Me()); err != nil {
		return s, err
	}
	err = b.write(ctx, func(w *writer) error {
		s, w.plain = Saved{}, true
		for _, p := range past {
			e := Edit{Record: pastID(p), Kind: KindPast, Field: "body", Text: textOfBody(p), current: true}
			if err := w.counted(ctx, e.Record, FieldOf(KindPast, "body"), &s, func() error { return w.apply(ctx, e) }); err != nil {
				return err
			}
		}
		return nil
	})
	return s, err
}

// NextRound makes the book of the round that follows, in a new file: the same district, scheme, people, leading group, units,
// ledger, earlier findings and slips, and the findings of this round as last year's. Visits, plans and declarations stay in
// the old book, which is not touched. The new book is a laptop of its own; the others begin with a task bundle of it. Faults:
// me.missing, office.only, round.year (year) for one that is not later, and those of Create.
func (b *Book) NextRound(ctx context.Context, path, year string, o Options) (*Book, error) {
	me := b.Me()
	if err := officeOnly(me); err != nil {
		return nil, err
	}
	year = strings.TrimSpace(year)
	if len(year) != 4 || strings.Trim(year, "0123456789") != "" || year <= b.Info().Year {
		return nil, newFault("round.year", year)
	}
	s, err := b.Scheme(ctx)
	if err != nil {
		return nil, err
	}
	next, err := Create(ctx, path, o, Setup{District: b.district(), Year: year, Demo: b.Info().Demo, Scheme: s.Canonical()})
	if err != nil {
		return nil, err
	}
	if err = next.SetMe(ctx, me); err == nil {
		err = next.carryOver(ctx, b)
	}
	if err != nil {
		_ = next.Close() // the failure to tell is the first
		return nil, err
	}
	return next, nil
}

// carried are the scopes a new round takes along as they are: their ids do not depend on the round.
var carried = []string{checklist.ScopeUnit, checklist.ScopePerson, checklist.ScopeLedger, checklist.ScopePast, checklist.ScopeSlip}

func (b *Book) carryOver(ctx context.Context, old *Book) error {
	past, err := old.foundThisRound(ctx)
	if err != nil {
		return err
	}
	results, err := old.releasedResults(ctx)
	if err != nil {
		return err
	}
	group, err := old.Group(ctx)
	if err != nil {
		return err
	}
	return b.write(ctx, func(w *writer) error {
		w.plain = true
		err := old.read(ctx, func(q querier) error {
			for _, scope := range carried {
				rs, err := old.scanScope(ctx, q, scope)
				if err == nil {
					err = w.copyRegisters(ctx, rs)
				}
				if err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		for _, p := range past {
			if err := w.apply(ctx, Edit{Record: pastID(p), Kind: KindPast, Field: "body", Text: textOfBody(p), current: true}); err != nil {
				return err
			}
		}
		var s Saved
		if err := w.savePastResults(ctx, results, &s); err != nil {
			return err
		}
		for _, m := range group {
			if err := w.saveMember(ctx, m, &s); err != nil {
				return err
			}
		}
		return nil
	})
}

// copyRegisters writes what registers of another book show; what this program cannot read stays behind.
func (w *writer) copyRegisters(ctx context.Context, rs *regs) error {
	for kind, ids := range rs.of {
		for _, id := range ids {
			for _, f := range FieldsOf(kind) {
				if r := rs.get(id, kind, f.Name); r.Text != "" && !r.Unread {
					if err := w.apply(ctx, Edit{Record: id, Kind: kind, Field: f.Name, Text: r.Text, current: true}); err != nil {
						return err
					}
				}
			}
		}
	}
	return nil
}

// foundThisRound are the findings of the round's visits as a later year sees them: those that stand in what
// the closed sheets were agreed to be.
func (b *Book) foundThisRound(ctx context.Context) (list []checklist.Past, err error) {
	units, err := b.Units(ctx)
	if err != nil {
		return nil, err
	}
	year := b.Info().Year
	for _, u := range units {
		for _, v := range append([]VisitRow{u.VisitRow}, u.Daily...) {
			if v.Visit == (checklist.ID{}) || v.State == StateWiped {
				continue
			}
			d, err := b.Visit(ctx, v.Visit)
			if err != nil {
				return nil, err
			}
			closed := slices.DeleteFunc(slices.Clone(d.Sheets), func(x checklist.Sheet) bool { return x.State != "closed" })
			if len(closed) == 0 {
				continue
			}
			s, err := b.SchemeOf(ctx, d.SchemeHash)
			if err != nil {
				return nil, err
			}
			agreed := checklist.Unite(s, &d.Visit, closed, d.Rulings())
			for _, f := range s.InOrder(agreed.Sheet.Findings) {
				if f.Active() {
					list = append(list, checklist.Past{Unit: u.Unit.ID, Year: year, Rule: f.Rule, Count: max(1, f.Count), Facts: f.Facts, State: "open"})
				}
			}
		}
	}
	return list, nil
}
