package store

import (
	"context"

	"zoufang/checklist"
)

// MoveWork carries out a plan in one transaction: the records are written into the visit of the other unit, with the
// reason, and withdrawn where they were; both visits say from where and to where. Nothing is lost: what clashes goes or
// stays as the plan's Clashes say, and moving the other way takes everything back. It gives the visit there. Faults:
// reason.missing; work.nothing; work.clash (n) while clashes are undecided; work.draft (unit) while something is half typed;
// work.changed when either visit has changed since the plan was made; and those of PlanWork.
func (b *Book) MoveWork(ctx context.Context, plan *WorkMove, reason string) (to checklist.ID, err error) {
	if reason == "" {
		return to, newFault("reason.missing")
	}
	undecided := 0
	for _, c := range plan.Clashes {
		if c.Ruling == Undecided {
			undecided++
		}
	}
	if undecided > 0 {
		return to, newFault("work.clash", undecided)
	}
	return to, b.write(ctx, func(w *writer) error {
		m, err := b.planWork(ctx, w.q, plan.Visit, plan.To.ID)
		switch {
		case err != nil:
			return err
		case !m.same(plan):
			return newFault("work.changed")
		case m.Records() == 0:
			return newFault("work.nothing", m.From.Name)
		}
		m.Clashes = plan.Clashes
		if err := w.noDraftsIn(ctx, m); err != nil {
			return err
		}
		if m.to, err = w.startVisit(ctx, m.To.ID, m.Kind, m.Day); err != nil {
			return err
		}
		to = m.to
		return w.moveWork(ctx, m, reason)
	})
}

// noDraftsIn refuses while something is half typed in either visit: it would be finished on a record that went away.
func (w *writer) noDraftsIn(ctx context.Context, m *WorkMove) error {
	for _, d := range []*Doc{m.doc, m.target} {
		if d == nil {
			continue
		}
		scope, n := d.ID.Scope(), 0
		if err := w.q.QueryRowContext(ctx, "SELECT count(*) FROM draft WHERE substr(record, 1, 8) = ?", scope[:]).Scan(&n); err != nil {
			return err
		}
		if n > 0 {
			return newFault("work.draft", d.Unit.Name)
		}
	}
	return nil
}

func (w *writer) moveWork(ctx context.Context, m *WorkMove, reason string) error {
	var there, here []Edit
	for _, kind := range movedKinds {
		for _, id := range m.doc.list(kind) {
			if _, foreign := m.foreign(id, kind); foreign || m.gone(id, kind) {
				continue
			}
			to, from := m.recordEdits(id, kind)
			there, here = append(there, to...), append(here, from...)
		}
	}
	sheetsThere, sheetsHere := m.sheetEdits()
	edits := append(append(sheetsThere, there...), append(here, sheetsHere...)...)
	for i := range edits {
		edits[i].Reason = reason
	}
	if err := w.apply(ctx, edits...); err != nil {
		return err
	}
	return w.noteMoved(ctx, m, reason)
}

// recordEdits write a record there and withdraw it here. What stays because of a clash stays here, and its record with it.
func (m *WorkMove) recordEdits(id checklist.ID, kind Kind) (there, here []Edit) {
	rec, whole := m.mapped(id), true
	hasStatus := FieldOf(kind, "status") != nil && kind != KindMaterial && kind != KindQuestion // those have states of their own
	for _, f := range FieldsOf(kind) {
		r := m.doc.regs.get(id, kind, f.Name)
		text := m.text(&f, r)
		switch c := m.clashAt(Place{rec, kind, f.Name}); {
		case c != nil && c.Ruling == KeepThere, r.Unread:
			whole = false
			continue
		case text == "" && m.shownThere(rec, kind, f.Name).Text == "":
			continue
		case text == "" && m.shownThere(rec, kind, "status").Text != "withdrawn":
			continue // nothing is said here: what is said there stays
		case kind == KindStanding && f.Name == "approval" && !m.doc.Leads():
			continue // the leader rules again
		}
		there = append(there, Edit{Record: rec, Kind: kind, Field: f.Name, Text: text, Shown: m.shownThere(rec, kind, f.Name).Shown})
		if !hasStatus {
			here = append(here, Edit{Record: id, Kind: kind, Field: f.Name, Shown: r.Shown})
		}
	}
	if hasStatus && whole && len(there) > 0 {
		here = append(here, m.doc.status(id, kind, "withdrawn", ""))
	}
	return there, here
}

// shownThere is a register of the other visit; an empty one where that is not begun.
func (m *WorkMove) shownThere(rec checklist.ID, kind Kind, field string) *Register {
	if m.target == nil {
		return &Register{}
	}
	return m.target.regs.get(rec, kind, field)
}

// sheetEdits begin the sheets there of those whose judgements go, by the version they were judged by, and take back those
// here on which nothing is left.
func (m *WorkMove) sheetEdits() (there, here []Edit) {
	left := map[checklist.ID]bool{}
	for _, s := range m.Stay {
		left[ownerOf(m.doc.regs, s.Record, s.Kind)] = true
	}
	for _, id := range m.doc.list(KindSheet) {
		owner := ownerOf(m.doc.regs, id, KindSheet)
		if owner == (checklist.ID{}) || owner != m.doc.me.ID && m.doc.me.Role != checklist.RoleOffice || left[owner] {
			continue
		}
		rec := checklist.SheetID(m.to, owner)
		for _, name := range []string{"person", "scheme", "began"} {
			r := m.doc.regs.get(id, KindSheet, name)
			if r.Text == "" {
				continue
			}
			if m.shownThere(rec, KindSheet, name).Text == "" {
				there = append(there, Edit{Record: rec, Kind: KindSheet, Field: name, Text: r.Text, Shown: m.shownThere(rec, KindSheet, name).Shown})
			}
			here = append(here, Edit{Record: id, Kind: KindSheet, Field: name, Shown: r.Shown})
		}
	}
	return there, here
}

// noteMoved says in both visits what went where.
func (w *writer) noteMoved(ctx context.Context, m *WorkMove, reason string) error {
	body := checklist.MovedWork{Records: int64(m.Records()), By: m.doc.me.ID, Name: m.doc.me.Name, At: w.b.moment(), Reason: reason}
	came, went := body, body
	came.Visit, came.Unit, came.UnitName = m.Visit, m.From.ID, m.From.Name
	went.Visit, went.Unit, went.UnitName, went.To = m.to, m.To.ID, m.To.Name, true
	return w.apply(ctx,
		Edit{Record: NewID(m.to), Kind: KindMoved, Field: "body", Text: textOfBody(came), Reason: reason},
		Edit{Record: NewID(m.Visit), Kind: KindMoved, Field: "body", Text: textOfBody(went), Reason: reason})
}

// fillMoved lists what came from other visits and went to them.
func (d *Doc) fillMoved() {
	for _, id := range d.list(KindMoved) {
		m := checklist.MovedWork{ID: id}
		if d.regs.body(id, KindMoved, "body", &m) {
			d.Moved = append(d.Moved, m)
		}
	}
}
