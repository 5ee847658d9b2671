package store

import (
	"cmp"
	"context"
	"slices"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// places knows which unit a record belongs to: what the book says, and what the bundles being read say.
type places struct {
	visits map[[8]byte]checklist.ID      // the unit of a visit, by the visit's scope
	slips  map[checklist.ID]checklist.ID // the unit of a slip, of a step of one, of something collected, of what is said of a result
	codes  map[checklist.ID]string
	names  map[checklist.ID]string
}

func readPlaces(ctx context.Context, q querier) (*places, error) {
	p := &places{visits: map[[8]byte]checklist.ID{}, slips: map[checklist.ID]checklist.ID{},
		codes: map[checklist.ID]string{}, names: map[checklist.ID]string{}}
	query, args := "SELECT record, field, val FROM head WHERE field = 2001", []any{}
	for _, scope := range []string{checklist.ScopeUnit, checklist.ScopeSlip, checklist.ScopeStep, checklist.ScopeLearn, checklist.ScopeResult} {
		lo, hi := checklist.InScope(scope, [8]byte{}), checklist.InScope(scope, highest)
		query, args = query+" UNION ALL SELECT record, field, val FROM head WHERE record BETWEEN ? AND ?", append(args, lo[:], hi[:])
	}
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var rec, val []byte
		var field int64
		if err := rows.Scan(&rec, &field, &val); err != nil {
			return nil, err
		}
		p.learn(&bundle.Change{Record: [16]byte(rec), Field: uint64(field), Value: val})
	}
	return p, rows.Err()
}

// learn takes in what a change says about places. The last word wins: this is for counting and naming only.
func (p *places) learn(c *bundle.Change) {
	f := byNo[c.Field]
	if f == nil {
		return
	}
	id := checklist.ID(c.Record)
	switch {
	case f.Kind == KindVisit && f.Name == "body":
		var v visitBody
		if readValue(c.Value, &v) {
			p.visits[id.Scope()] = v.Unit
		}
	case slices.Contains(resultKinds, f.Kind) && f.Name == "body":
		if unit := unitIn(c.Value); unit != (checklist.ID{}) {
			p.slips[id] = unit
		}
	case f.Kind == KindSlipStep:
		var st checklist.SlipStep
		if readValue(c.Value, &st) {
			p.slips[id] = st.Unit
		}
	case f.Kind == KindSlip && f.Name == "unit", f.Kind == KindLearning && f.Name == "unit":
		var unit checklist.ID
		if s, ok := c.Value.Text(); ok && unit.UnmarshalText([]byte(s)) == nil {
			p.slips[id] = unit
		}
	case f.Kind == KindUnit && f.Name == "code":
		p.codes[id], _ = c.Value.Text()
	case f.Kind == KindUnit && f.Name == "name":
		p.names[id], _ = c.Value.Text()
	}
}

// of is where a change counts: the unit's id, a visit's or slip's id until its unit is known, or zero.
func (p *places) of(record [16]byte) checklist.ID {
	id := checklist.ID(record)
	switch string(id[:8]) {
	case checklist.ScopeUnit, checklist.ScopeSlip, checklist.ScopeStep, checklist.ScopeLearn, checklist.ScopeResult:
		return id
	}
	visit, _ := visitOf(id)
	return visit
}

// unitOf is the unit a record belongs to, or zero.
func (p *places) unitOf(record [16]byte) checklist.ID {
	id := p.of(record)
	if u, ok := p.slips[id]; ok {
		return u
	}
	if u, ok := p.visits[id.Scope()]; ok {
		return u
	}
	return id
}

// units turns counts by place into counts by unit, in the order of the units' codes.
func (p *places) units(counts map[checklist.ID]*UnitCount) []UnitCount {
	sums := map[checklist.ID]*UnitCount{}
	for id, n := range counts {
		unit := p.unitOf(id)
		s := countOf(sums, unit)
		s.Unit = checklist.Unit{ID: unit, Code: p.codes[unit], Name: p.names[unit]}
		s.New, s.Same, s.Waiting, s.Contested = s.New+n.New, s.Same+n.Same, s.Waiting+n.Waiting, s.Contested+n.Contested
	}
	list := make([]UnitCount, 0, len(sums))
	for _, s := range sums {
		list = append(list, *s)
	}
	slices.SortFunc(list, func(x, y UnitCount) int {
		return cmp.Or(cmp.Compare(x.Unit.Code, y.Unit.Code), cmp.Compare(x.Unit.ID.String(), y.Unit.ID.String()))
	})
	return list
}
