package store

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"time"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// DayWork is what a person did on a day.
type DayWork struct {
	Day      string           `json:"day"`
	Person   checklist.Person `json:"person"`
	From, To time.Time        `json:"-"` // of the first change and the last
	Units    []DayUnit        `json:"units"`
	Changes  int              `json:"changes"`
	Unsent   int              `json:"unsent"` // of this laptop, not in any bundle yet
	Drafts   int              `json:"drafts"` // half typed, of any day
}

// DayUnit is the work on one unit, or on what belongs to none.
type DayUnit struct {
	Unit     checklist.Unit  `json:"-"`
	From, To time.Time       `json:"-"`
	Kinds    map[Kind]DayRow `json:"kinds"`
	Changes  int             `json:"changes"`
	Unsent   int             `json:"unsent"`
	Drafts   int             `json:"drafts"`
	Files    int             `json:"files"`
	Events   []Event         `json:"-"` // oldest first
}

// DayRow counts the records of a kind.
type DayRow struct {
	New       int `json:"new"`
	Changed   int `json:"changed"`
	Withdrawn int `json:"withdrawn"`
}

// dayMargin is how much older a change may be before nothing older is looked at: clocks are set, also backwards.
const dayMargin = 7 * 24 * time.Hour

// WorkOn tells what Me did on a day ("2026-03-09"), on whatever laptop, as far as it has arrived here. Fault units.day.
func (b *Book) WorkOn(ctx context.Context, day string) (w DayWork, err error) {
	from, err := time.ParseInLocation(dateLayout, day, time.Local)
	if err != nil {
		return w, newFault("units.day", day)
	}
	w = DayWork{Day: day, Person: b.Me()}
	err = b.read(ctx, func(q querier) error {
		x := &dayReader{teller: b.teller(ctx, q), work: &w, from: from, to: from.AddDate(0, 0, 1), units: map[checklist.ID]*DayUnit{}}
		if x.note, err = readExportNote(ctx, q); err != nil {
			return err
		}
		if err := x.readAll(); err != nil {
			return err
		}
		return x.finish()
	})
	return w, err
}

// dayReader collects a day.
type dayReader struct {
	*teller
	work     *DayWork
	from, to time.Time
	note     exportNote
	units    map[checklist.ID]*DayUnit
}

func (x *dayReader) readAll() error {
	rows, err := x.q.QueryContext(x.ctx, "SELECT ix, id FROM dev")
	if err != nil {
		return err
	}
	defer rows.Close()
	var devs []head
	for rows.Next() {
		var h head
		var id []byte
		if err := rows.Scan(&h.ix, &id); err != nil {
			return err
		}
		h.ref.Dev = bundle.DeviceID(id)
		devs = append(devs, h)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, h := range devs {
		if err := x.readLog(h); err != nil {
			return err
		}
	}
	return nil
}

// readLog goes through a laptop's log from its end.
func (x *dayReader) readLog(h head) error {
	rows, err := x.q.QueryContext(x.ctx, "SELECT seq, hash, body FROM op WHERE dev = ? AND body IS NOT NULL ORDER BY seq DESC", h.ix)
	if err != nil {
		return err
	}
	defer rows.Close()
	type found struct {
		h head
		c bundle.Change
	}
	var list []found
	for rows.Next() {
		var seq int64
		var hash, body []byte
		if err := rows.Scan(&seq, &hash, &body); err != nil {
			return err
		}
		c, err := bundle.Decode(h.ref.Dev, bytes.Clone(body))
		if err != nil {
			return err
		}
		at := bundle.Moment(c.Wall)
		if at.Before(x.from.Add(-dayMargin)) {
			break
		}
		if c.Actor == [8]byte(x.me.ID[8:]) && !at.Before(x.from) && at.Before(x.to) {
			o := h
			o.ref = bundle.Hash(hash).Ref(h.ref.Dev, uint64(seq))
			list = append(list, found{o, c})
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, f := range list {
		if err := x.take(f.h, f.c); err != nil {
			return err
		}
	}
	return nil
}

// take counts one change, unless its author may not see it (any more).
func (x *dayReader) take(h head, c bundle.Change) error {
	if byNo[c.Field] == nil {
		return nil
	}
	if may, err := x.mayTell(c.Record, c.Field); err != nil || !may {
		return err
	}
	e, err := x.event(h, c)
	if err != nil {
		return err
	}
	if e.Old, err = x.textOf(e.old, c.Field); err != nil {
		return err
	}
	u := x.unit(e.Unit)
	u.Events = append(u.Events, e)
	if h.ref.Dev == x.b.ownID() && h.ref.Seq > max(x.note.Seq, x.note.Units[e.Unit.String()]) {
		u.Unsent++
	}
	return nil
}

func (x *dayReader) unit(id checklist.ID) *DayUnit {
	if x.units[id] == nil {
		x.units[id] = &DayUnit{Unit: checklist.Unit{ID: id}, Kinds: map[Kind]DayRow{}}
	}
	return x.units[id]
}

// finish puts the units into order and counts their records.
func (x *dayReader) finish() error {
	drafts, err := x.drafts()
	if err != nil {
		return err
	}
	for id, n := range drafts {
		x.unit(id).Drafts = n
		x.work.Drafts += n
	}
	for id, u := range x.units {
		if id != (checklist.ID{}) {
			if u.Unit, err = x.b.readUnit(x.ctx, x.q, id); err != nil {
				return err
			}
		}
		if u.Unit.Practice {
			u.Unsent = 0 // it stays here
		}
		u.count()
		x.work.Changes += u.Changes
		x.work.Unsent += u.Unsent
		if x.work.From.IsZero() || !u.From.IsZero() && u.From.Before(x.work.From) {
			x.work.From = u.From
		}
		if u.To.After(x.work.To) {
			x.work.To = u.To
		}
		x.work.Units = append(x.work.Units, *u)
	}
	slices.SortFunc(x.work.Units, func(a, b DayUnit) int {
		return cmp.Or(a.From.Compare(b.From), cmp.Compare(a.Unit.Code, b.Unit.Code))
	})
	return nil
}

// drafts counts what is half typed, by unit.
func (x *dayReader) drafts() (map[checklist.ID]int, error) {
	places, err := readPlaces(x.ctx, x.q)
	if err != nil {
		return nil, err
	}
	rows, err := x.q.QueryContext(x.ctx, "SELECT record FROM draft")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	n := map[checklist.ID]int{}
	for rows.Next() {
		var rec []byte
		if err := rows.Scan(&rec); err != nil {
			return nil, err
		}
		n[places.unitOf([16]byte(rec))]++
	}
	return n, rows.Err()
}

// count tells new records from changed and withdrawn ones.
func (u *DayUnit) count() {
	slices.SortStableFunc(u.Events, func(a, b Event) int { return cmp.Compare(a.Lamport, b.Lamport) })
	u.Changes = len(u.Events)
	type fate struct{ begun, gone bool }
	kinds, fates := map[checklist.ID]Kind{}, map[checklist.ID]fate{}
	for _, e := range u.Events {
		if u.From.IsZero() || e.At.Before(u.From) {
			u.From = e.At
		}
		if e.At.After(u.To) {
			u.To = e.At
		}
		f, seen := fates[e.Record]
		if !seen {
			f.begun = len(e.old) == 0
		}
		switch {
		case e.Field == "status":
			f.gone = e.New == "withdrawn"
		case e.New == "" && e.Old != "":
			f.gone = true
		case e.New != "":
			f.gone = false
		}
		kinds[e.Record], fates[e.Record] = e.Kind, f
		if e.Kind == KindAttachment && e.Field == "file" && e.New != "" {
			u.Files++
		}
	}
	for id, f := range fates {
		row := u.Kinds[kinds[id]]
		switch {
		case f.gone:
			row.Withdrawn++
		case f.begun:
			row.New++
		default:
			row.Changed++
		}
		u.Kinds[kinds[id]] = row
	}
}

// Kinds are all kinds of record, in the registry's order.
func Kinds() []Kind {
	kinds := make([]Kind, len(registry))
	for i, k := range registry {
		kinds[i] = k.kind
	}
	return kinds
}
