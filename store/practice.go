package store

import (
	"context"
	"slices"
	"strconv"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// A unit to practise on lies in the real book and takes no part in it: it is not ranked, not exported, not counted, and
// found only when it is searched itself. One that was put away is kept and shown nowhere; practising afresh makes another,
// because nothing in the book is ever erased.

// practicePrefix begins the codes of such units: no list of the office's has one like it.
const practicePrefix = "LX"

// Practice is the unit to practise on; ok is false where there is none.
func (b *Book) Practice(ctx context.Context) (u checklist.Unit, ok bool, err error) {
	err = b.read(ctx, func(q querier) error {
		u, ok, err = b.practice(ctx, q)
		return err
	})
	return u, ok, err
}

func (b *Book) practice(ctx context.Context, q querier) (checklist.Unit, bool, error) {
	units, err := b.practiceUnits(ctx, q)
	if i := slices.IndexFunc(units, func(u checklist.Unit) bool { return !u.Ended() }); err == nil && i >= 0 {
		return units[i], true, nil
	}
	return checklist.Unit{}, false, err
}

// practiceUnits are all there were, those put away included.
func (b *Book) practiceUnits(ctx context.Context, q querier) (list []checklist.Unit, err error) {
	rows, err := q.QueryContext(ctx, "SELECT DISTINCT record FROM head WHERE field = ? ORDER BY record", int64(FieldOf(KindUnit, "practice").No))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var ids []checklist.ID
	for rows.Next() {
		var rec []byte
		if err := rows.Scan(&rec); err != nil {
			return nil, err
		}
		ids = append(ids, checklist.ID(rec))
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	for _, id := range ids {
		u, err := b.readUnit(ctx, q, id)
		if err != nil {
			return nil, err
		}
		if u.Practice {
			list = append(list, u)
		}
	}
	return list, nil
}

// StartPractice gives the book a unit to practise on, or finds the one there is. The name and the kind ("" is the
// scheme's first) are for a new one.
func (b *Book) StartPractice(ctx context.Context, name, kind string) (u checklist.Unit, err error) {
	return u, b.write(ctx, func(w *writer) error {
		w.plain = true
		ok := false
		if u, ok, err = b.practice(ctx, w.q); err != nil || ok {
			return err
		}
		u, err = w.newPractice(ctx, name, kind)
		return err
	})
}

func (w *writer) newPractice(ctx context.Context, name, kind string) (u checklist.Unit, err error) {
	were, err := w.b.practiceUnits(ctx, w.q)
	if err != nil {
		return u, err
	}
	if kind == "" {
		s, err := w.b.loadScheme(ctx, w.q, w.b.round().Scheme)
		if err != nil {
			return u, err
		}
		kind = s.Kinds[0].ID
	}
	u = checklist.Unit{Code: practicePrefix + strconv.Itoa(len(were)+1), Name: name, Kind: kind, Practice: true}
	u.ID = checklist.UnitID(w.b.district(), u.Code)
	there, err := w.b.readUnit(ctx, w.q, u.ID)
	if err == nil && there.Code != "" {
		err = newFault("practice.code", u.Code)
	}
	if err != nil {
		return u, err
	}
	return u, w.put(ctx, u.ID, KindUnit, u)
}

// EndPractice puts the unit to practise on away; again makes a new one in its place, with nothing in it. Fault
// practice.none.
func (b *Book) EndPractice(ctx context.Context, again bool) (u checklist.Unit, err error) {
	return u, b.write(ctx, func(w *writer) error {
		w.plain = true
		was, ok, err := b.practice(ctx, w.q)
		if err == nil && !ok {
			err = newFault("practice.none")
		}
		if err != nil {
			return err
		}
		end := checklist.Ending{Day: b.now().Format(dateLayout), How: checklist.UnitCeased}
		if err := w.apply(ctx, Edit{Record: was.ID, Kind: KindUnit, Field: "ended", Text: textOfBody(end), current: true}); err != nil {
			return err
		}
		if err := w.dropDraftsOf(ctx, was.ID); err != nil || !again {
			return err
		}
		u, err = w.newPractice(ctx, was.Name, was.Kind)
		return err
	})
}

// dropDraftsOf forgets what was half typed in the visits of a unit.
func (w *writer) dropDraftsOf(ctx context.Context, unit checklist.ID) error {
	places, err := readPlaces(ctx, w.q)
	if err != nil {
		return err
	}
	for scope, u := range places.visits {
		if u != unit {
			continue
		}
		w.dirty = true
		if _, err := w.q.ExecContext(ctx, "DELETE FROM draft WHERE substr(record, 1, 8) = ?", scope[:]); err != nil {
			return err
		}
	}
	return nil
}

// withoutPutAway drops units to practise on that were put away: nothing shows them.
func withoutPutAway(units []checklist.Unit) []checklist.Unit {
	return slices.DeleteFunc(units, func(u checklist.Unit) bool { return u.Practice && u.Ended() })
}

// withoutPractice has an export leave out what belongs to a unit to practise on, unless it was asked for by name.
func (x *exporter) withoutPractice(keep func(*bundle.Change) bool) (func(*bundle.Change) bool, error) {
	units, err := x.b.practiceUnits(x.ctx, x.q)
	if err != nil || len(units) == 0 {
		return keep, err
	}
	x.practice = map[checklist.ID]bool{}
	for _, u := range units {
		x.practice[u.ID] = !slices.Contains(x.o.Units, u.ID)
	}
	return func(c *bundle.Change) bool { return !x.practice[x.places.unitOf(c.Record)] && keep(c) }, nil
}

// stayHere says of the visits of a unit to practise on that they do not travel.
func (r *UnitRow) stayHere() {
	r.Travel, r.TravelChanged = TravelNone, false
	for i := range r.Daily {
		r.Daily[i].Travel, r.Daily[i].TravelChanged = TravelNone, false
	}
}

// roundUnits are the units that the round is about: without those that ended and those to practise on.
func (b *Book) roundUnits(ctx context.Context, q querier) ([]checklist.Unit, error) {
	units, err := b.readUnits(ctx, q)
	return slices.DeleteFunc(units, func(u checklist.Unit) bool { return !u.Counts() }), err
}

// roundRows are the rows of those units.
func (b *Book) roundRows(ctx context.Context) ([]UnitRow, error) {
	rows, err := b.Units(ctx)
	return slices.DeleteFunc(rows, func(r UnitRow) bool { return !r.Unit.Counts() }), err
}
