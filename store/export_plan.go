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

	header   bundle.Header
	threads  []thread
	ownSeq   uint64
	gaps     []span // of the own log, withheld
	records  int64
	seal     *sealer
	wanted   *hashes                   // nil: every text and file goes along
	has      map[bundle.DeviceID]cover // what the receiver acknowledged, with ExportOptions.Since
	lacks    map[bundle.Hash]bool      // files it said are missing there
	lacksAll bool
	old      hashes // texts and files of changes it acknowledged
	since    *Since
	places   *places
	practice map[checklist.ID]bool // units to practise on, which stay here
	done     int64                 // changes written
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
	x.places = places
	if err := x.choose(logs, places); err != nil {
		return err
	}
	me, info := x.b.Me(), x.b.Info()
	x.header = bundle.Header{Exporter: x.own.id, Label: label, Person: bundle.Person{Name: me.Name, Number: me.Number},
		District: info.District, Year: info.Year, Demo: info.Demo, Created: x.b.now().UTC()}
	if !x.o.onlyReceipts {
		x.header.Units, x.header.UnitCount = places.visited(x.o.Units, x.practice)
	}
	if x.header.Schemes, err = x.schemes(); err != nil {
		return err
	}
	return x.counts()
}

// logs reads the devices whose changes may go along. One whose key was never seen has no changes here.
func (x *exporter) logs() (list []logRow, label string, err error) {
	rows, err := x.q.QueryContext(x.ctx, "SELECT ix, id, pub, label, hseq, hhash, forked FROM dev WHERE trust IN (?, ?) AND pub IS NOT NULL ORDER BY ix", trusted, revoked)
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

// visited lists the units that were visited, or those asked for.
func (p *places) visited(only []checklist.ID, without map[checklist.ID]bool) (list []bundle.Unit, count int) {
	ids := only
	if only == nil {
		for _, u := range p.visits {
			if !without[u] {
				ids = append(ids, u)
			}
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
