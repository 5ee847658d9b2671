package store

import (
	"context"
	"database/sql"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// recordScan is what one look at every value finds.
type recordScan struct {
	places   *places
	wiped    wipedVisits
	assigned map[checklist.ID]map[[8]byte]bool // by unit; nil where nobody is assigned
	texts    map[bundle.Hash]bool              // that are here, or were erased
	files    map[bundle.Hash]bool              // that are wholly here

	visits   map[[8]byte]*visitOdd
	order    [][8]byte
	gone     map[[16]byte]bool // talks and files that were withdrawn
	newer    map[int64]int     // by device
	stranger map[int64]int
}

// visitOdd is what is odd in one visit.
type visitOdd struct {
	talks  map[string][][16]byte
	names  map[string]map[bundle.Hash][16]byte
	others map[[8]byte]bool // who wrote without being assigned
	lacks  map[int64]*lacking
}

// lacking is what has not arrived of what one device spoke of.
type lacking struct{ texts, files int }

var (
	talkCodeNo, talkStatusNo = FieldOf(KindInterview, "code").No, FieldOf(KindInterview, "status").No
	attachedNo, detachedNo   = FieldOf(KindAttachment, "file").No, FieldOf(KindAttachment, "status").No
)

// records looks at every value of the book once, and at what is waited for.
func (t *troubles) records() error {
	s, err := t.newScan()
	if err != nil {
		return err
	}
	rows, err := t.q.QueryContext(t.ctx, "SELECT record, field, dev, actor, val FROM head")
	if err != nil {
		return err
	}
	defer rows.Close()
	people := t.b.people()
	for rows.Next() {
		var rec, actor, val sql.RawBytes
		var field, dev int64
		if err := rows.Scan(&rec, &field, &dev, &actor, &val); err != nil {
			return err
		}
		s.see([16]byte(rec), uint64(field), dev, [8]byte(actor), bundle.Value(val), people)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, scope := range s.order {
		t.visit(s, scope)
	}
	for _, d := range t.devs {
		if n := s.newer[int64(d.Number)]; n > 0 {
			t.add(Trouble{Kind: TroubleNewer, Level: TroubleWarn, Device: d.DeviceInfo, N: n, Args: []any{d.DeviceInfo, n}, Place: PlaceDevices})
		}
		if n := s.stranger[int64(d.Number)]; n > 0 {
			t.add(Trouble{Kind: TroubleStranger, Level: TroubleNote, Device: d.DeviceInfo, N: n, Args: []any{d.DeviceInfo, n}, Place: PlaceDevices})
		}
	}
	return t.phantoms(s)
}

func (t *troubles) newScan() (s *recordScan, err error) {
	s = &recordScan{visits: map[[8]byte]*visitOdd{}, gone: map[[16]byte]bool{}, newer: map[int64]int{}, stranger: map[int64]int{}}
	if s.places, err = readPlaces(t.ctx, t.q); err != nil {
		return nil, err
	}
	if s.wiped, err = readWiped(t.ctx, t.q); err != nil {
		return nil, err
	}
	if s.texts, err = readHashes(t.ctx, t.q, "SELECT sha FROM secret"); err != nil {
		return nil, err
	}
	if s.files, err = readHashes(t.ctx, t.q, "SELECT sha FROM file WHERE have = size"); err != nil {
		return nil, err
	}
	rs, err := t.b.scanScope(t.ctx, t.q, checklist.ScopeAssign)
	if err != nil {
		return nil, err
	}
	s.assigned = map[checklist.ID]map[[8]byte]bool{}
	for _, id := range rs.records(KindAssignment) {
		var a checklist.Assignment
		if rs.body(id, KindAssignment, "body", &a) && a.Round == t.b.round().ID && rs.get(id, KindAssignment, "status").Text != "withdrawn" {
			if s.assigned[a.Unit] == nil {
				s.assigned[a.Unit] = map[[8]byte]bool{}
			}
			s.assigned[a.Unit][[8]byte(a.Person[8:])] = true
		}
	}
	return s, nil
}

func readHashes(ctx context.Context, q querier, query string) (map[bundle.Hash]bool, error) {
	rows, err := q.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	list := map[bundle.Hash]bool{}
	for rows.Next() {
		var sha sql.RawBytes
		if err := rows.Scan(&sha); err != nil {
			return nil, err
		}
		list[bundle.Hash(sha)] = true
	}
	return list, rows.Err()
}

// see takes one value.
func (s *recordScan) see(rec [16]byte, field uint64, dev int64, actor [8]byte, val bundle.Value, people map[[8]byte]checklist.Person) {
	f := byNo[field]
	if f == nil || val.Tag() > bundle.TagSealed {
		s.newer[dev]++
		return
	}
	if _, known := people[actor]; !known && actor != ([8]byte{}) && field >= firstVisitField {
		s.stranger[dev]++
	}
	if _, is := visitOf(rec); !is || field < firstVisitField || s.wiped.holds(rec) {
		return
	}
	v := s.visit([8]byte(rec[:8]))
	if team := s.assigned[s.places.unitOf(rec)]; team != nil && !team[actor] {
		if p, known := people[actor]; known && p.Role != checklist.RoleOffice {
			v.others[actor] = true
		}
	}
	switch {
	case field == talkCodeNo:
		if code, _ := val.Text(); code != "" {
			v.talks[code] = append(v.talks[code], rec)
		}
	case field == talkStatusNo, field == detachedNo:
		text, _ := val.Text()
		s.gone[rec] = text == "withdrawn"
	case field == attachedNo:
		s.attached(v, rec, dev, val)
	case val.Tag() == bundle.TagSecret:
		if sha, ok := val.Secret(); ok && !s.texts[sha] {
			v.lack(dev).texts++
		}
	}
}

func (s *recordScan) visit(scope [8]byte) *visitOdd {
	v := s.visits[scope]
	if v == nil {
		v = &visitOdd{talks: map[string][][16]byte{}, names: map[string]map[bundle.Hash][16]byte{}, others: map[[8]byte]bool{}, lacks: map[int64]*lacking{}}
		s.visits[scope] = v
		s.order = append(s.order, scope)
	}
	return v
}

func (v *visitOdd) lack(dev int64) *lacking {
	if v.lacks[dev] == nil {
		v.lacks[dev] = &lacking{}
	}
	return v.lacks[dev]
}

func (s *recordScan) attached(v *visitOdd, rec [16]byte, dev int64, val bundle.Value) {
	file, ok := val.File()
	if !ok {
		return
	}
	if !s.files[file.SHA] {
		v.lack(dev).files++
	}
	if v.names[file.Name] == nil {
		v.names[file.Name] = map[bundle.Hash][16]byte{}
	}
	v.names[file.Name][file.SHA] = rec
}
