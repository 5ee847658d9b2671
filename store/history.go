package store

import (
	"cmp"
	"context"
	"slices"
	"time"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// Event is one change as people read it.
type Event struct {
	At       time.Time // by the laptop's clock
	Person   checklist.Person
	Device   DeviceInfo
	Unit     checklist.ID // of the visit the record belongs to, or the unit itself; zero for other records
	Record   checklist.ID
	Kind     Kind
	Field    string
	Old, New string // text forms; Old is what this change replaced, the displayed one of several
	Unread   bool   // New was erased, has not arrived, or was written by a newer version
	Reason   string
	Decision bool
	Lamport  uint64
	Seq      uint64

	ref bundle.Ref
	old []bundle.Ref
}

// History tells how a register came to hold what it holds: every change of it, the newest first; of all registers of the
// record when field is "". The changes of a visit are told only as far as Me may see them. Fault field.unknown (kind,
// field).
func (b *Book) History(ctx context.Context, rec checklist.ID, kind Kind, field string) (events []Event, err error) {
	fields := FieldsOf(kind)
	if field != "" {
		f := FieldOf(kind, field)
		if f == nil {
			return nil, newFault("field.unknown", string(kind), field)
		}
		fields = []Field{*f}
	}
	err = b.read(ctx, func(q querier) error {
		t := b.teller(ctx, q)
		for i := range fields {
			if may, err := t.mayTell(rec, fields[i].No); err != nil || !may {
				if err != nil {
					return err
				}
				continue
			}
			r, err := b.oneRegister(ctx, q, rec, &fields[i])
			if err != nil {
				return err
			}
			told, err := t.walk(r.Shown, register{rec, fields[i].No})
			if err != nil {
				return err
			}
			events = append(events, told...)
		}
		return nil
	})
	sortEvents(events)
	return events, err
}

// Log lists the newest n changes of the book that Me may see, the newest first by Lamport number.
func (b *Book) Log(ctx context.Context, n int) (events []Event, err error) {
	err = b.read(ctx, func(q querier) error {
		t := b.teller(ctx, q)
		refs, err := b.newest(ctx, q, n)
		if err != nil {
			return err
		}
		for _, r := range refs {
			c, err := readChange(ctx, q, r)
			if err != nil {
				return err
			}
			if byNo[c.Field] == nil {
				continue
			}
			if may, err := t.mayTell(c.Record, c.Field); err != nil || !may {
				if err != nil {
					return err
				}
				continue
			}
			e, err := t.event(r, c)
			if err != nil {
				return err
			}
			if e.Old, err = t.textOf(e.old, c.Field); err != nil {
				return err
			}
			events = append(events, e)
		}
		return nil
	})
	sortEvents(events)
	return events[:min(n, len(events))], err
}

func sortEvents(events []Event) {
	slices.SortStableFunc(events, func(a, b Event) int {
		return cmp.Or(cmp.Compare(b.Lamport, a.Lamport), slices.Compare(b.ref.Dev[:], a.ref.Dev[:]), cmp.Compare(b.Seq, a.Seq))
	})
}

// newest finds the places of the last n changes of every device.
func (b *Book) newest(ctx context.Context, q querier, n int) (list []head, err error) {
	rows, err := q.QueryContext(ctx, `SELECT dev.ix, dev.id, op.seq, op.hash FROM dev, op
		WHERE op.dev = dev.ix AND op.body IS NOT NULL AND op.seq > (SELECT max(seq) FROM op WHERE dev = dev.ix) - ?`, n)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var h head
		var id, hash []byte
		var seq int64
		if err := rows.Scan(&h.ix, &id, &seq, &hash); err != nil {
			return nil, err
		}
		h.ref = bundle.Hash(hash).Ref(bundle.DeviceID(id), uint64(seq))
		list = append(list, h)
	}
	return list, rows.Err()
}

// teller turns changes into events within one reading.
type teller struct {
	ctx    context.Context
	b      *Book
	q      querier
	me     checklist.Person
	visits map[checklist.ID]told
}

// told is what is known of a visit: its unit and what may not be told of it.
type told struct {
	unit   checklist.ID
	hidden hidden
}

func (b *Book) teller(ctx context.Context, q querier) *teller {
	return &teller{ctx: ctx, b: b, q: q, me: b.Me(), visits: map[checklist.ID]told{}}
}

func (t *teller) visit(rec checklist.ID) (told, error) {
	visit, ok := visitOf(rec)
	if !ok {
		switch string(rec[:8]) {
		case checklist.ScopeUnit:
			return told{unit: rec}, nil
		case checklist.ScopeResult:
			rs, err := t.b.scan(t.ctx, t.q, rec, rec)
			if err != nil {
				return told{}, err
			}
			return told{unit: rs.resultUnit(rec)}, nil
		case checklist.ScopeLearn:
			return t.learning(rec)
		case checklist.ScopeInterest:
			return t.interest(rec)
		}
		return told{}, nil
	}
	if v, ok := t.visits[visit]; ok {
		return v, nil
	}
	rs, err := t.b.scanVisit(t.ctx, t.q, visit)
	if err != nil {
		return told{}, err
	}
	var body visitBody
	rs.body(visit, KindVisit, "body", &body)
	v := told{unit: body.Unit, hidden: blind(visit, rs, t.me)}
	t.visits[visit] = v
	return v, nil
}

// mayTell asks the one function that decides what a viewer may see.
func (t *teller) mayTell(rec checklist.ID, field uint64) (bool, error) {
	v, err := t.visit(rec)
	return err == nil && !v.hidden.hides(register{rec, field}), err
}

func (t *teller) event(h head, c bundle.Change) (Event, error) {
	f := byNo[c.Field]
	v, err := t.visit(c.Record)
	if err != nil {
		return Event{}, err
	}
	e := Event{At: bundle.Moment(c.Wall), Person: t.b.personOf(c.Actor), Device: t.b.deviceInfoOf(h.ix), Unit: v.unit,
		Record: c.Record, Kind: f.Kind, Field: f.Name, Reason: c.Reason, Decision: c.Kind == bundle.Decide,
		Lamport: c.Lamport, Seq: h.ref.Seq, ref: h.ref, old: c.Refs}
	x := head{val: c.Value}
	if x.text, x.bad = headText(f, c.Value); x.bad {
		err = readSecrets(t.ctx, t.q, []*head{&x})
	}
	e.New, e.Unread = x.text, x.bad
	return e, err
}

// walk follows a register from its heads back through what each change replaced. Every change of the register is found
// so: one that is no head was replaced by another.
func (t *teller) walk(from []bundle.Ref, k register) ([]Event, error) {
	seen := map[bundle.Ref]int{}
	var events []Event
	for queue := slices.Clone(from); len(queue) > 0; queue = queue[1:] {
		ref := queue[0]
		if _, done := seen[ref]; done {
			continue
		}
		c, h, ok, err := t.change(ref)
		if err != nil {
			return nil, err
		}
		if !ok || c.Record != k.record || c.Field != k.field {
			continue // not here, or another register that was taken into account
		}
		e, err := t.event(h, c)
		if err != nil {
			return nil, err
		}
		seen[ref] = len(events)
		events = append(events, e)
		queue = append(queue, c.Refs...)
	}
	for i := range events {
		var top *Event
		for _, ref := range events[i].old {
			if j, ok := seen[ref]; ok && (top == nil || events[j].Lamport > top.Lamport) {
				top = &events[j]
			}
		}
		if top != nil {
			events[i].Old = top.New
		}
	}
	sortEvents(events)
	return events, nil
}

// change finds a change by its reference; false when it is not here.
func (t *teller) change(ref bundle.Ref) (c bundle.Change, h head, ok bool, err error) {
	t.b.cache.RLock()
	ix, known := t.b.byDev[ref.Dev]
	t.b.cache.RUnlock()
	if !known {
		return c, h, false, nil
	}
	h = head{ix: ix, ref: ref}
	c, err = readChange(t.ctx, t.q, h)
	if isNoRows(err) {
		return c, h, false, nil
	}
	return c, h, err == nil, err
}

// textOf is the displayed one of several replaced changes of a register.
func (t *teller) textOf(refs []bundle.Ref, field uint64) (string, error) {
	var top Event
	for _, ref := range refs {
		c, h, ok, err := t.change(ref)
		if err != nil {
			return "", err
		}
		if !ok || c.Field != field || c.Lamport < top.Lamport {
			continue
		}
		if top, err = t.event(h, c); err != nil {
			return "", err
		}
	}
	return top.New, nil
}
