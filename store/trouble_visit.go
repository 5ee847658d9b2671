package store

import (
	"slices"

	"zoufang/checklist"
)

// visit tells what is odd in one.
func (t *troubles) visit(s *recordScan, scope [8]byte) {
	v, x := s.visits[scope], t.at(s, scope)
	for _, actor := range sortedKeys(v.others) {
		y := x
		y.Kind, y.Level, y.Person = TroubleAssigned, TroubleNote, t.b.personOf(actor)
		y.Args = []any{y.Person.Name, x.Unit.Name}
		t.add(y)
	}
	t.talks(s, v, x)
	if same := s.sameNames(v); same > 0 {
		y := x
		y.Kind, y.Level, y.N, y.Args = TroubleNames, TroubleNote, same, []any{x.Unit.Name, same}
		t.add(y)
	}
	for _, d := range t.devs {
		l := v.lacks[int64(d.Number)]
		if l == nil {
			continue
		}
		y := x
		y.Device, y.Level, y.Do = d.DeviceInfo, TroubleWarn, []any{d.DeviceInfo}
		if l.files > 0 {
			y.Kind, y.N, y.Args = TroubleFiles, l.files, []any{x.Unit.Name, l.files}
			t.add(y)
		}
		if l.texts > 0 {
			y.Kind, y.N, y.Args = TroubleTexts, l.texts, []any{x.Unit.Name, l.texts}
			t.add(y)
		}
	}
}

// talks finds those that carry one code.
func (t *troubles) talks(s *recordScan, v *visitOdd, x Trouble) {
	var codes []string
	for code := range v.talks {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	for _, code := range codes {
		recs := slices.DeleteFunc(v.talks[code], func(r [16]byte) bool { return s.gone[r] })
		slices.SortFunc(recs, func(a, b [16]byte) int { return slices.Compare(a[:], b[:]) })
		if n := len(slices.Compact(recs)); n > 1 { // a contested code stands twice in one record
			y := x
			y.Kind, y.Level, y.N, y.Args = TroubleTalks, TroubleWarn, n, []any{x.Unit.Name, code, n}
			t.add(y)
		}
	}
}

// sameNames counts the names that stand for more than one file.
func (s *recordScan) sameNames(v *visitOdd) (same int) {
	for _, files := range v.names {
		stay := 0
		for _, rec := range files {
			if !s.gone[rec] {
				stay++
			}
		}
		if stay > 1 {
			same++
		}
	}
	return same
}

// at is a trouble about a visit.
func (t *troubles) at(s *recordScan, scope [8]byte) Trouble {
	visit := checklist.InScope(string(scope[:]), [8]byte{})
	visit, _ = visitOf(visit)
	unit := s.places.visits[scope]
	u := checklist.Unit{ID: unit, Code: s.places.codes[unit], Name: s.places.names[unit]}
	if u.Name == "" {
		u.Name = u.Code
	}
	return Trouble{Visit: visit, Unit: u, Place: PlaceVisit}
}

func sortedKeys(m map[[8]byte]bool) [][8]byte {
	keys := make([][8]byte, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b [8]byte) int { return slices.Compare(a[:], b[:]) })
	return keys
}

// phantoms finds the visits that build on changes which are not here.
func (t *troubles) phantoms(s *recordScan) error {
	rows, err := t.q.QueryContext(t.ctx, "SELECT DISTINCT record, dev, seq FROM dead ORDER BY dev, seq")
	if err != nil {
		return err
	}
	defer rows.Close()
	type key struct {
		scope [8]byte
		dev   int64
	}
	spans := map[key]*span{}
	var order []key
	for rows.Next() {
		var rec []byte
		var dev, seq int64
		if err := rows.Scan(&rec, &dev, &seq); err != nil {
			return err
		}
		if _, is := visitOf(checklist.ID(rec)); !is {
			continue
		}
		k := key{[8]byte(rec[:8]), dev}
		if spans[k] == nil {
			spans[k] = &span{uint64(seq), uint64(seq)}
			order = append(order, k)
		}
		spans[k].b = uint64(seq)
	}
	for _, k := range order {
		x := t.at(s, k.scope)
		for _, d := range t.devs {
			if int64(d.Number) == k.dev {
				x.Device = d.DeviceInfo
			}
		}
		x.Kind, x.Level, x.First, x.Last = TroublePhantom, TroubleWarn, spans[k].a, spans[k].b
		x.Args, x.Do = []any{x.Unit.Name, x.Device, x.First, x.Last}, []any{x.Device}
		t.add(x)
	}
	return rows.Err()
}
