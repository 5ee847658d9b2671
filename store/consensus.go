package store

import (
	"context"
	"slices"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// Rulings are what was decided on the differences between the sheets of the visit. One that is contested is none until
// somebody decides again.
func (d *Doc) Rulings() (list []checklist.Ruling) {
	for _, id := range d.regs.records(KindDecision) {
		r := checklist.Ruling{ID: id}
		if !d.regs.get(id, KindDecision, "body").Contested && d.regs.body(id, KindDecision, "body", &r) {
			list = append(list, r)
		}
	}
	return list
}

// Agreed is what the sheets that may be seen come to together, under the scheme they are judged by. It does not stand
// while a sheet may not be seen.
func (d *Doc) Agreed(s *checklist.Scheme) checklist.Agreed {
	a := checklist.Unite(s, &d.Visit, d.Sheets, d.Rulings())
	if d.Hidden > 0 {
		a.Pending = checklist.PendingSheets
	}
	return a
}

// Standing is what stands for the visit wherever results are made: the only sheet, or the agreed one of several. Before
// all sheets may be seen it is the viewer's own (see Main), and pending.
func (d *Doc) Standing(s *checklist.Scheme) checklist.Agreed {
	if d.Hidden == 0 && len(d.Sheets) > 0 {
		return d.Agreed(s)
	}
	a := checklist.Unite(s, &d.Visit, d.standingSheets(), nil)
	if d.Hidden > 0 {
		a.Pending = checklist.PendingSheets
	}
	return a
}

// standingSheets are the sheets that what stands is made of.
func (d *Doc) standingSheets() []checklist.Sheet {
	if d.Hidden == 0 && len(d.Sheets) > 0 {
		return d.Sheets
	}
	return []checklist.Sheet{*d.Main()}
}

// Settlement is how one difference is to be decided.
type Settlement struct {
	Difference checklist.Difference
	What       checklist.Take // "" takes an earlier ruling back: it is asked again
	Side       checklist.ID   // whose judgement, for TakeSide
	Value      string         // for TakeValue
	Dissent    []checklist.Dissent
	Member     string // of the leading group, in whose name the office records it; "" where the team settles it
}

// Settle decides differences between the sheets of a visit, for one reason, all or none. Each is a change that takes the
// place of what was decided before; what an office decided at the same time without knowing of it stands contested.
// Faults: those of Doc.MayRule, of Book.MayRule for a Member, reason.missing, consensus.sheets while a sheet is not closed or hidden, consensus.mixed,
// consensus.gone for a difference that is none any more, and those of checklist.Agreed.Rule.
func (b *Book) Settle(ctx context.Context, d *Doc, list []Settlement, reason string) error {
	s, err := b.SchemeOf(ctx, d.SchemeHash)
	if err != nil {
		return err
	}
	edits, err := d.settleEdits(s, list, reason, b.moment())
	if err != nil {
		return err
	}
	return b.Apply(ctx, edits...)
}

func (d *Doc) settleEdits(s *checklist.Scheme, list []Settlement, reason, now string) (edits []Edit, err error) {
	a := d.Agreed(s)
	switch {
	case a.Pending == checklist.PendingSheets, a.Pending == checklist.PendingMixed:
		return nil, newFault(a.Pending)
	case reason == "":
		return nil, newFault("reason.missing")
	}
	for i := range list {
		x := list[i]
		if x.Member, err = d.inName(x.Member, categoryOf(s, x.Difference.Indicator)); err != nil {
			return nil, err
		}
		more, err := d.settleOne(&a, &x, reason, now)
		if err != nil {
			return nil, err
		}
		edits = append(edits, more...)
	}
	return edits, nil
}

// settleOne decides one difference. Earlier rulings on the same findings, which told them apart or joined them otherwise,
// are taken back with it.
func (d *Doc) settleOne(a *checklist.Agreed, x *Settlement, reason, now string) ([]Edit, error) {
	diff := &x.Difference
	if i := slices.IndexFunc(a.Differences, func(y checklist.Difference) bool { return y.ID == diff.ID }); i >= 0 {
		if a.Differences[i].Seen != diff.Seen {
			return nil, newFault("consensus.gone")
		}
		diff = &a.Differences[i]
	} else {
		joined, code := a.Join(diff.Findings())
		if code != "" {
			return nil, newFault("consensus.gone")
		}
		diff = joined
	}
	var edits []Edit
	if x.What != "" {
		r, code := a.Rule(diff, x.What, x.Side, x.Value, reason)
		if code != "" {
			return nil, newFault(code)
		}
		r.By, r.Name, r.At, r.Dissent, r.Member = d.me.ID, d.me.Name, now, x.Dissent, x.Member
		e := d.body(diff.ID, KindDecision, "body", r)
		e.Reason, e.change = reason, bundle.Decide
		edits = append(edits, e)
	}
	gone := a.Overlapping(diff)
	if x.What == "" {
		gone = append(gone, diff.ID)
	}
	for _, id := range gone {
		if len(d.Shown(id, KindDecision, "body")) > 0 {
			edits = append(edits, Edit{Record: id, Kind: KindDecision, Field: "body", Shown: d.Shown(id, KindDecision, "body"), Reason: reason, change: bundle.Decide})
		}
	}
	return edits, nil
}

// InBulk are the open differences that settle at once: equal findings of one fact, or what only one side says. What the
// grade depends on (see checklist.Weigh) is left to be decided one by one.
func InBulk(a *checklist.Agreed, oneSided bool) (list []Settlement) {
	for _, d := range a.Open() {
		if fits := !oneSided && d.Equal() || oneSided && d.OneSided(); fits && !d.Moves {
			list = append(list, Settlement{Difference: d, What: checklist.TakeUnite})
		}
	}
	return list
}
