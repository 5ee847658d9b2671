package store

import (
	"context"
	"slices"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// handOut finds the records of a task and says again what others wrote of them.
func (b *Book) handOut(ctx context.Context, t *taskScope, out *Tasked) error {
	units := map[checklist.ID]bool{}
	for _, u := range out.Units {
		units[u.ID] = true
	}
	return b.write(ctx, func(w *writer) error {
		w.plain, out.Open = true, 0
		if err := w.sayRecipient(ctx); err != nil {
			return err
		}
		if err := t.find(ctx, w, units); err != nil {
			return err
		}
		for _, scope := range append(slices.Clone(taskCommon), checklist.ScopeUnit, checklist.ScopeAssign, checklist.ScopeSlot,
			checklist.ScopeLedger, checklist.ScopePast, checklist.ScopeSlip, checklist.ScopeStep, checklist.ScopeInterest) {
			rs, err := b.scanScope(ctx, w.q, scope)
			if err != nil {
				return err
			}
			n, err := w.restate(rs, t)
			if err != nil {
				return err
			}
			out.Open += n
		}
		if err := w.fold.close(); err != nil {
			return err
		}
		return t.otherLogs(ctx, w)
	})
}

// find collects the records that belong to the units: by the unit each names, for their ids do not tell.
func (t *taskScope) find(ctx context.Context, w *writer, units map[checklist.ID]bool) error {
	t.records = map[checklist.ID]bool{}
	for u := range units {
		t.records[u] = true
	}
	b := w.b
	team := map[checklist.ID]bool{} // who goes to these units
	for _, x := range []struct {
		scope string
		kind  Kind
		unit  string // the register that names the unit; "" where the body does
	}{{checklist.ScopeAssign, KindAssignment, ""}, {checklist.ScopeLedger, KindLedger, ""}, {checklist.ScopePast, KindPast, ""},
		{checklist.ScopeSlot, KindSlot, "unit"}, {checklist.ScopeSlip, KindSlip, "unit"}, {checklist.ScopeStep, KindSlipStep, ""}} {
		rs, err := b.scanScope(ctx, w.q, x.scope)
		if err != nil {
			return err
		}
		for _, id := range rs.records(x.kind) {
			var body checklist.Assignment
			unit := linkOf(rs, id, x.kind, x.unit)
			if x.unit == "" {
				unit = unitOfBody(rs, id, x.kind, &body)
			}
			if units[unit] {
				t.records[id] = true
				team[body.Person] = true
			}
		}
	}
	ties, err := b.scanScope(ctx, w.q, checklist.ScopeInterest)
	if err != nil {
		return err
	}
	for _, id := range ties.records(KindInterest) {
		unit, person := linkOf(ties, id, KindInterest, "unit"), linkOf(ties, id, KindInterest, "person")
		if units[unit] || unit == (checklist.ID{}) && team[person] {
			t.records[id] = true
		}
	}
	return nil
}

// unitOfBody is the unit a body names; of an assignment it also gives who it assigns.
func unitOfBody(rs *regs, id checklist.ID, kind Kind, a *checklist.Assignment) checklist.ID {
	switch kind {
	case KindAssignment:
		rs.body(id, kind, "body", a)
		return a.Unit
	case KindLedger:
		var l checklist.Ledger
		rs.body(id, kind, "body", &l)
		return l.Unit
	case KindSlipStep:
		var st checklist.SlipStep
		rs.body(id, kind, "body", &st)
		return st.Unit
	}
	var p checklist.Past
	rs.body(id, kind, "body", &p)
	return p.Unit
}

// linkOf is the record a register of the type Link names.
func linkOf(rs *regs, id checklist.ID, kind Kind, field string) (to checklist.ID) {
	if field != "" {
		_ = to.UnmarshalText([]byte(rs.get(id, kind, field).Text)) // a register of another form names nothing
	}
	return to
}

// restate says again, in the own log, what others wrote of the records of a task, and replaces it: the value stays, and
// whoever has only the office's words has all of it. It counts the contested registers: these are nobody's to settle here.
func (w *writer) restate(rs *regs, t *taskScope) (open int, err error) {
	for _, kind := range restated {
		for _, id := range rs.records(kind) {
			if !t.keep(&bundle.Change{Record: id}) {
				continue
			}
			for _, f := range FieldsOf(kind) {
				r := rs.get(id, kind, f.Name)
				own := slices.ContainsFunc(r.heads, func(h head) bool { return h.ref.Dev == w.own.id })
				switch {
				case len(r.heads) == 0:
				case r.Contested:
					open++
				case own || r.Unread:
				default:
					if _, err := w.appendAll(bundle.Change{Kind: bundle.Set, Record: id, Field: f.No, Value: r.heads[0].val}, r.Shown); err != nil {
						return open, err
					}
				}
			}
		}
	}
	return open, nil
}

// otherLogs notes how far the book has every other log, to keep it back.
func (t *taskScope) otherLogs(ctx context.Context, w *writer) error {
	rows, err := w.q.QueryContext(ctx, "SELECT dev.id, max(op.seq) FROM op JOIN dev ON dev.ix = op.dev GROUP BY dev.id")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id []byte
		var last int64
		if err := rows.Scan(&id, &last); err != nil {
			return err
		}
		if dev := bundle.DeviceID(id); dev != w.own.id {
			t.others[dev] = uint64(last)
		}
	}
	return rows.Err()
}

// withheldOfOther notes what a laptop of the office keeps back of another's log.
func (m *merge) withheldOfOther(id bundle.DeviceID, first, last uint64) error {
	if id == m.b.ownID() {
		return nil
	}
	by, err := m.state(m.f.by)
	if err != nil || by.trust != trusted {
		return err
	}
	if !m.f.Start {
		is, err := officeDevice(m.ctx, m.w.q, m.f.by)
		if err != nil || !is {
			return err
		}
	}
	ix, err := m.w.fold.dev(id)
	if err != nil {
		return err
	}
	_, err = m.w.tx.ExecContext(m.ctx, "INSERT INTO withheld(dev, a, b) VALUES(?, ?, ?) ON CONFLICT DO NOTHING", ix, int64(first), int64(last))
	return err
}

// Kept is how much of a laptop's log was kept back from this book on purpose.
type Kept struct {
	Device  DeviceInfo
	Changes uint64
}

// KeptBack lists what was withheld from this book on purpose and has not come since, by laptop.
func (b *Book) KeptBack(ctx context.Context) (list []Kept, err error) {
	err = b.read(ctx, func(q querier) error {
		rows, err := q.QueryContext(ctx, `SELECT w.dev, sum(w.b - w.a + 1 -
			(SELECT count(DISTINCT seq) FROM op WHERE op.dev = w.dev AND op.seq BETWEEN w.a AND w.b)) FROM withheld w GROUP BY w.dev ORDER BY w.dev`)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var ix, n int64
			if err := rows.Scan(&ix, &n); err != nil {
				return err
			}
			if n > 0 {
				list = append(list, Kept{b.deviceInfoOf(ix), uint64(n)})
			}
		}
		return rows.Err()
	})
	return list, err
}
