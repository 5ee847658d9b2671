package store

import (
	"bytes"
	"cmp"
	"context"
	"hash/maphash"
	"os"
	"slices"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// The count foretells, in memory, what the fold will do with the changes of a plan: for every record they touch, the
// heads of the book and the new changes, less what new changes reference. A property test holds it against the merge.

// roughFrom is how many changes make a plan too large to be counted as a whole in memory.
const roughFrom = 1_000_000

// counter counts the changes of a plan by where they belong.
type counter struct {
	ctx    context.Context
	q      querier
	ring   *Ring
	devs   map[bundle.DeviceID]knownLog
	places *places
	twice  map[bundle.DeviceID]bool // devices of whose log several segments hold the same places
	fresh  map[[8]byte]struct{}     // new changes of these so far, by hash
	cells  map[register]*cell
	recs   map[[16]byte]struct{} // the records of the cells
	gone   map[deadKey]struct{}  // stored references to changes that are not here
	wiped  wipedVisits
	total  map[checklist.ID]*UnitCount
	seed   maphash.Seed
}

// knownLog is a device's log as the book holds it.
type knownLog struct {
	ix  int64
	end uint64 // the last place that is filled
}

// cell is what new changes do to one register.
type cell struct {
	sides  []side
	killed [][8]byte
}

// side is a new change as a side of a contest.
type side struct {
	h8  [8]byte
	val uint64 // hash of the value
}

type deadKey struct {
	register
	h8 [8]byte
}

// count fills in the counts of a plan.
func (b *Book) count(ctx context.Context, q querier, p *Plan, progress func(int64)) error {
	c := &counter{ctx: ctx, q: q, ring: b.ring, devs: map[bundle.DeviceID]knownLog{}, fresh: map[[8]byte]struct{}{},
		cells: map[register]*cell{}, recs: map[[16]byte]struct{}{}, total: map[checklist.ID]*UnitCount{}, seed: maphash.MakeSeed()}
	var err error
	if c.places, err = readPlaces(ctx, q); err != nil {
		return err
	}
	if c.wiped, err = readWiped(ctx, q); err != nil {
		return err
	}
	if err := c.readDead(); err != nil {
		return err
	}
	var size int64
	for i := range p.Files {
		size += p.Files[i].Counts.Changes
	}
	p.Rough = size > roughFrom
	c.twice = overlapping(p.Files)
	for i := range p.Files {
		f := &p.Files[i]
		if f.Verdict != Ready && f.Verdict != Partial && f.Verdict != Waits {
			continue
		}
		if err := c.file(f, progress); err != nil {
			return err
		}
		if p.Rough { // each file against the book alone
			clear(c.fresh)
			clear(c.cells)
			clear(c.recs)
		}
	}
	if err := c.contests(); err != nil {
		return err
	}
	p.Units = c.places.units(c.total)
	return nil
}

// overlapping finds the devices of whose log some place comes more than once: only of these a change may come again.
func overlapping(files []PlanFile) map[bundle.DeviceID]bool {
	spans := map[bundle.DeviceID][]span{}
	for i := range files {
		for _, s := range files[i].segs {
			spans[s.Dev] = append(spans[s.Dev], span{s.First, s.Last})
		}
	}
	twice := map[bundle.DeviceID]bool{}
	for dev, list := range spans {
		slices.SortFunc(list, func(x, y span) int { return cmp.Compare(x.a, y.a) })
		end := uint64(0)
		for _, s := range list {
			twice[dev] = twice[dev] || s.a <= end
			end = max(end, s.b)
		}
	}
	return twice
}

func (c *counter) readDead() error {
	c.gone = map[deadKey]struct{}{}
	rows, err := c.q.QueryContext(c.ctx, "SELECT record, field, h8 FROM dead")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var rec, h8 []byte
		var field int64
		if err := rows.Scan(&rec, &field, &h8); err != nil {
			return err
		}
		c.gone[deadKey{register{[16]byte(rec), uint64(field)}, [8]byte(h8)}] = struct{}{}
	}
	return rows.Err()
}

// file reads a verified file again and counts its changes.
func (c *counter) file(f *PlanFile, progress func(int64)) error {
	file, err := os.Open(f.inbox.path)
	if err != nil {
		return err
	}
	defer file.Close()
	r, _, err := c.ring.Open(file)
	if err != nil {
		return err
	}
	var at int64
	n := -1
	units := map[checklist.ID]*UnitCount{}
	err = bundle.Read(r, bundle.Sink{
		Segment: func(id bundle.DeviceID, _ uint64, _ bundle.Hash) error {
			n++
			return c.dev(id)
		},
		Change: func(e *bundle.Entry) error {
			if n >= len(f.segs) { // behind the last checkpoint of a file that is cut
				return nil
			}
			return c.change(f, &f.segs[n], e, units)
		},
		Progress: func(n int64) error {
			progress(n - at)
			at = n
			return c.ctx.Err()
		},
	})
	if err != nil && (f.Salvage == nil || !cutShort(err)) {
		return err
	}
	f.Units = c.places.units(units)
	return nil
}

func (c *counter) dev(id bundle.DeviceID) error {
	if _, ok := c.devs[id]; ok {
		return nil
	}
	d, err := readDevState(c.ctx, c.q, id)
	if err != nil {
		return err
	}
	var end int64
	err = c.q.QueryRowContext(c.ctx, "SELECT ifnull(max(seq), 0) FROM op WHERE dev = ?", d.ix).Scan(&end)
	c.devs[id] = knownLog{d.ix, uint64(end)}
	return err
}

func (c *counter) change(f *PlanFile, s *planSegment, e *bundle.Entry, units map[checklist.ID]*UnitCount) error {
	c.places.learn(&e.Change)
	where := c.places.of(e.Change.Record)
	counts := []*UnitCount{countOf(units, where)}
	if f.willTake() {
		counts = append(counts, countOf(c.total, where))
	}
	if (s.held || f.Verdict == Waits) && e.Seq > s.skip {
		f.Waiting++
		for _, u := range counts {
			u.Waiting++
		}
		return nil
	}
	same, err := c.here(s, e)
	if err != nil {
		return err
	}
	if same {
		f.Same++
		for _, u := range counts {
			u.Same++
		}
		return nil
	}
	if c.wiped.holds(e.Change.Record) {
		f.Wiped++
		return nil
	}
	f.New++
	for _, u := range counts {
		u.New++
	}
	if f.willTake() {
		c.note(e)
	}
	return nil
}

func countOf(m map[checklist.ID]*UnitCount, id checklist.ID) *UnitCount {
	u := m[id]
	if u == nil {
		u = &UnitCount{}
		m[id] = u
	}
	return u
}

// here tells whether a change is in the book or in a file before this one.
func (c *counter) here(s *planSegment, e *bundle.Entry) (bool, error) {
	if e.Seq <= s.skip {
		return true, nil
	}
	if _, ok := c.fresh[e.Hash.H8()]; ok {
		return true, nil
	}
	d := c.devs[e.Dev]
	if e.Seq > d.end {
		return false, nil
	}
	return hasChange(c.ctx, c.q, d.ix, e.Seq, e.Hash)
}

// few bounds what is looked through at once; beyond it a cell only collects, and sorts in the end.
const few = 16

// note enters a new change among the sides of its register.
func (c *counter) note(e *bundle.Entry) {
	h8 := e.Hash.H8()
	if c.twice[e.Dev] {
		c.fresh[h8] = struct{}{}
	}
	k := register{e.Change.Record, e.Change.Field}
	reg := c.cells[k]
	if reg == nil {
		reg = &cell{}
		c.cells[k] = reg
		c.recs[k.record] = struct{}{}
	}
	_, gone := c.gone[deadKey{k, h8}]
	if gone = gone || len(reg.killed) <= few && slices.Contains(reg.killed, h8); !gone {
		reg.sides = append(reg.sides, side{h8, maphash.Bytes(c.seed, e.Change.Value)})
	}
	for _, ref := range e.Change.Refs {
		reg.replace(ref.H8)
	}
}

// replace takes a side away, or notes that it will be when it is found in the book or comes later.
func (c *cell) replace(h8 [8]byte) {
	if len(c.sides) <= few {
		if i := slices.IndexFunc(c.sides, func(s side) bool { return s.h8 == h8 }); i >= 0 {
			c.sides = slices.Delete(c.sides, i, i+1)
			return
		}
	}
	c.killed = append(c.killed, h8)
}

// contests adds the heads of the book to the cells, a scope at a time, and counts those that differ.
func (c *counter) contests() error {
	scopes := map[[8]byte]bool{}
	for k := range c.cells {
		scopes[[8]byte(k.record[:8])] = true
	}
	for s := range scopes {
		if err := c.readHeads(s); err != nil {
			return err
		}
	}
	for k, reg := range c.cells {
		if reg.contested() {
			countOf(c.total, c.places.of(k.record)).Contested++
		}
	}
	return nil
}

func (c *counter) readHeads(scope [8]byte) error {
	lo, hi := checklist.InScope(string(scope[:]), [8]byte{}), checklist.InScope(string(scope[:]), highest)
	rows, err := c.q.QueryContext(c.ctx, "SELECT record, field, h8, val FROM head WHERE record BETWEEN ? AND ?", lo[:], hi[:])
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var rec, h8, val []byte
		var field int64
		if err := rows.Scan(&rec, &field, &h8, &val); err != nil {
			return err
		}
		if _, ok := c.recs[[16]byte(rec)]; !ok {
			continue
		}
		k := register{[16]byte(rec), uint64(field)}
		if c.cells[k] == nil {
			c.cells[k] = &cell{}
		}
		c.cells[k].sides = append(c.cells[k].sides, side{[8]byte(h8), maphash.Bytes(c.seed, val)})
	}
	return rows.Err()
}

// contested tells whether the sides that nobody replaced differ.
func (c *cell) contested() bool {
	slices.SortFunc(c.killed, func(x, y [8]byte) int { return bytes.Compare(x[:], y[:]) })
	var first *side
	for i := range c.sides {
		s := &c.sides[i]
		if _, dead := slices.BinarySearchFunc(c.killed, s.h8, func(x, y [8]byte) int { return bytes.Compare(x[:], y[:]) }); dead {
			continue
		}
		if first == nil {
			first = s
		}
		if cmp.Compare(first.val, s.val) != 0 {
			return true
		}
	}
	return false
}
