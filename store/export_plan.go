package store

import (
	"cmp"
	"context"
	"crypto/ed25519"
	"slices"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// maxHeaderUnits is how many units a header names; beyond that it only counts them.
const maxHeaderUnits = 200

// exporter makes one bundle out of one consistent state of the book.
type exporter struct {
	b        *Book
	ctx      context.Context
	q        querier
	own      ownDevice
	o        ExportOptions
	progress func(Progress)

	header  bundle.Header
	threads []thread
	ownSeq  uint64
	gaps    []span // of the own log, withheld
	records int64
	wanted  *hashes // nil: every text and file goes along
	done    int64   // changes written
}

// thread is a run of one device's log that ends at a checkpoint: a segment to be.
type thread struct {
	ix    int64
	first uint64
	prev  bundle.Hash
	cp    bundle.Checkpoint
	path  []bundle.Hash // the hashes from first on where places are filled twice; nil where they are not
}

func (t *thread) len() int64 { return int64(t.cp.Seq - t.first + 1) }

// logRow is a device as exporting needs it.
type logRow struct {
	devState
	id  bundle.DeviceID
	pub ed25519.PublicKey
}

// plan decides what goes along and makes the header.
func (x *exporter) plan() error {
	places, err := readPlaces(x.ctx, x.q)
	if err != nil {
		return err
	}
	logs, label, err := x.logs()
	if err != nil {
		return err
	}
	if x.o.Units != nil {
		err = x.limit(places)
	} else {
		err = x.all(logs)
	}
	if err != nil {
		return err
	}
	me, info := x.b.Me(), x.b.Info()
	x.header = bundle.Header{Exporter: x.own.id, Label: label, Person: bundle.Person{Name: me.Name, Number: me.Number},
		District: info.District, Year: info.Year, Demo: info.Demo, Created: x.b.now().UTC()}
	x.header.Units, x.header.UnitCount = places.visited(x.o.Units)
	if x.header.Schemes, err = x.schemes(); err != nil {
		return err
	}
	return x.counts()
}

// logs reads the devices whose changes may go along. One whose key was never seen has no changes here.
func (x *exporter) logs() (list []logRow, label string, err error) {
	rows, err := x.q.QueryContext(x.ctx, "SELECT ix, id, pub, label, hseq, hhash, forked FROM dev WHERE trust = ? AND pub IS NOT NULL ORDER BY ix", trusted)
	if err != nil {
		return nil, "", err
	}
	defer rows.Close()
	for rows.Next() {
		var l logRow
		var id, pub, hhash []byte
		var name string
		var hseq int64
		if err := rows.Scan(&l.ix, &id, &pub, &name, &hseq, &hhash, &l.forked); err != nil {
			return nil, "", err
		}
		l.id, l.pub, l.hseq = bundle.DeviceID(id), pub, uint64(hseq)
		copy(l.hhash[:], hhash)
		if l.id == x.own.id {
			label, x.ownSeq = name, l.hseq
		}
		list = append(list, l)
	}
	return list, label, rows.Err()
}

// all takes every provable change of every log.
func (x *exporter) all(logs []logRow) error {
	for _, l := range logs {
		t, err := threadsOf(x.ctx, x.q, l)
		if err != nil {
			return err
		}
		x.threads = append(x.threads, t...)
	}
	return x.q.QueryRowContext(x.ctx, "SELECT count(DISTINCT record) FROM head").Scan(&x.records)
}

// limit takes of the own log what concerns the units asked for, and what belongs to no unit; the rest is withheld.
// Only the own log can be cut anywhere, for only the own device can vouch for a new end.
func (x *exporter) limit(places *places) error {
	x.wanted = &hashes{}
	units := map[checklist.ID]bool{{}: true}
	for _, u := range x.o.Units {
		units[u] = true
	}
	rows, err := x.q.QueryContext(x.ctx, "SELECT seq, hash, body FROM op WHERE dev = ? ORDER BY seq", x.own.ix)
	if err != nil {
		return err
	}
	defer rows.Close()
	records := map[[16]byte]struct{}{}
	var last bundle.Hash
	for rows.Next() {
		var seq int64
		var hash, body []byte
		if err := rows.Scan(&seq, &hash, &body); err != nil {
			return err
		}
		c, err := bundle.Decode(x.own.id, body)
		if err != nil {
			return err
		}
		if units[places.unitOf(c.Record)] {
			x.extend(uint64(seq), last, bundle.Hash(hash))
			x.wanted.of(c.Value)
			records[c.Record] = struct{}{}
		} else {
			x.withhold(uint64(seq))
		}
		last = bundle.Hash(hash)
	}
	for i := range x.threads {
		t := &x.threads[i]
		t.cp = bundle.SignCheckpoint(x.own.key, t.cp.Seq, t.cp.Head)
	}
	x.records = int64(len(records))
	return rows.Err()
}

// extend adds the own change at seq to the last thread, or begins one.
func (x *exporter) extend(seq uint64, prev, hash bundle.Hash) {
	n := len(x.threads)
	if n == 0 || x.threads[n-1].cp.Seq+1 != seq {
		x.threads = append(x.threads, thread{ix: x.own.ix, first: seq, prev: prev})
		n++
	}
	x.threads[n-1].cp.Seq, x.threads[n-1].cp.Head = seq, hash
}

func (x *exporter) withhold(seq uint64) {
	if n := len(x.gaps); n > 0 && x.gaps[n-1].b+1 == seq {
		x.gaps[n-1].b = seq
		return
	}
	x.gaps = append(x.gaps, span{seq, seq})
}

// visited lists the units that were visited, or those asked for.
func (p *places) visited(only []checklist.ID) (list []bundle.Unit, count int) {
	ids := only
	if only == nil {
		for _, u := range p.visits {
			ids = append(ids, u)
		}
	}
	slices.SortFunc(ids, func(a, b checklist.ID) int {
		return cmp.Or(cmp.Compare(p.codes[a], p.codes[b]), cmp.Compare(a.String(), b.String()))
	})
	ids = slices.Compact(ids)
	for _, id := range ids[:min(len(ids), maxHeaderUnits)] {
		list = append(list, bundle.Unit{Code: p.codes[id], Name: p.names[id]})
	}
	return list, len(ids)
}

func (x *exporter) schemes() (list []string, err error) {
	lo, hi := checklist.InScope(checklist.ScopeScheme, [8]byte{}), checklist.InScope(checklist.ScopeScheme, highest)
	rows, err := x.q.QueryContext(x.ctx, "SELECT DISTINCT val FROM head WHERE field = ? AND record BETWEEN ? AND ?",
		int64(FieldOf(KindScheme, "hash").No), lo[:], hi[:])
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var v bundle.Value
		if err := rows.Scan((*[]byte)(&v)); err != nil {
			return nil, err
		}
		if s, ok := v.Text(); ok {
			list = append(list, s)
		}
	}
	return list, rows.Err()
}

// counts fills in what the header promises.
func (x *exporter) counts() error {
	c := &x.header.Counts
	c.Segments = len(x.threads)
	for i := range x.threads {
		c.Changes += x.threads[i].len()
	}
	if err := x.eachText(func([]byte) error { c.Texts++; return nil }); err != nil {
		return err
	}
	return x.eachFile(func(bundle.Hash, int64) error { c.Files++; return nil })
}
