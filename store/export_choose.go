package store

import (
	"bytes"
	"slices"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// Since says what a bundle leaves out because receipts say that it is there already.
type Since struct {
	Holders []DeviceInfo // whose receipts
	To      uint64       // of the own log, everything up to here
	Left    int64        // own changes that were left out
}

// choose decides which changes go along. Of other devices only whole runs up to a checkpoint of theirs can go; the own
// log can be cut anywhere, for its key is here.
func (x *exporter) choose(logs []logRow, places *places) error {
	if err := x.acknowledged(); err != nil {
		return err
	}
	keep, part := x.filter(places)
	keep, err := x.withoutPractice(keep)
	if err != nil {
		return err
	}
	if !x.o.Relay || x.o.Since || part || x.practice != nil {
		x.wanted = &hashes{}
	}
	if err := x.ownLog(keep); err != nil {
		return err
	}
	if !part {
		if err := x.others(logs); err != nil {
			return err
		}
	}
	if x.o.Since && len(x.threads) == 0 {
		return newFault("export.nothing")
	}
	x.skipFiles()
	return nil
}

// filter tells which own changes go along, and whether that is only a part of them: the rest is withheld.
func (x *exporter) filter(places *places) (keep func(*bundle.Change) bool, part bool) {
	switch {
	case x.o.task != nil:
		return x.o.task.keep, true
	case x.o.onlyReceipts:
		return func(c *bundle.Change) bool {
			return string(c.Record[:8]) == scopeReceipt || isRecipientChange(x.own.id, c)
		}, true
	case x.o.Units != nil:
		units := map[checklist.ID]bool{{}: true} // what belongs to no unit goes with every one
		for _, u := range x.o.Units {
			units[u] = true
		}
		return func(c *bundle.Change) bool { return units[places.unitOf(c.Record)] }, true
	}
	return func(*bundle.Change) bool { return true }, false
}

// acknowledged reads what the receivers say they have of every log. Where there are several, only what all of them have
// is left out; where one of them has said nothing of the own log, nothing is.
func (x *exporter) acknowledged() error {
	if !x.o.Since {
		return nil
	}
	list, err := x.b.readReceipts(x.ctx, x.q)
	if err != nil {
		return err
	}
	holders, err := x.receivers()
	if err != nil || len(holders) == 0 {
		return err
	}
	since := &Since{}
	for _, holder := range holders {
		i := slices.IndexFunc(list, func(r Receipt) bool {
			return r.holder == holder && r.of == x.own.id && r.Fits && r.Verdict == ReceiptMerged
		})
		if i < 0 {
			return nil
		}
		since.Holders = append(since.Holders, list[i].Holder)
	}
	x.has, x.lacks = map[bundle.DeviceID]cover{}, map[bundle.Hash]bool{}
	for _, r := range list {
		if r.Fits && slices.Contains(holders, r.holder) {
			x.lack(r.lacks)
			if _, again := x.has[r.of]; !again {
				x.has[r.of] = heldByAll(list, holders, r.of)
			}
		}
	}
	x.since, since.To = since, x.has[x.own.id].n
	return nil
}

// receivers are the devices the bundle is for: the one that was named, or all that were enrolled as the office's.
func (x *exporter) receivers() (list []bundle.DeviceID, err error) {
	rows, err := x.q.QueryContext(x.ctx, "SELECT id FROM dev WHERE trust = ? AND id <> ? ORDER BY ix", trusted, x.own.id[:])
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id []byte
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		dev := bundle.DeviceID(id)
		is := dev == x.o.For
		if x.o.For == (bundle.DeviceID{}) {
			if is, err = officeDevice(x.ctx, x.q, dev); err != nil {
				return nil, err
			}
		}
		if is {
			list = append(list, dev)
		}
	}
	return list, rows.Err()
}

// heldByAll is what every holder has of a log.
func heldByAll(list []Receipt, holders []bundle.DeviceID, of bundle.DeviceID) (all cover) {
	for i, holder := range holders {
		var one cover
		for _, r := range list {
			if r.holder == holder && r.of == of && r.Fits && r.Verdict == ReceiptMerged {
				one = r.held
			}
		}
		if i == 0 {
			all = one
		} else {
			all = all.both(one)
		}
	}
	return all
}

func (x *exporter) lack(files []string) {
	for _, text := range files {
		var sha bundle.Hash
		if text == everyFile || sha.UnmarshalText([]byte(text)) != nil {
			x.lacksAll = true // more than it could name, or said in a way that is new
			continue
		}
		x.lacks[sha] = true
	}
}

// ownLog takes of the own log what goes along. What is left out because it is there already is no part of the bundle: a
// receiver that lost its book is told of the gap. What the filter leaves out is withheld, and so is what was wiped here.
func (x *exporter) ownLog(keep func(*bundle.Change) bool) error {
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
		prev := last
		last = bundle.Hash(hash)
		if body == nil {
			x.withhold(uint64(seq))
			continue
		}
		c, err := bundle.Decode(x.own.id, body)
		if err != nil {
			return err
		}
		switch {
		case !keep(&c):
			x.withhold(uint64(seq))
		case x.has[x.own.id].has(uint64(seq)):
			x.old.of(c.Value)
			x.since.Left++
		default:
			x.extend(uint64(seq), prev, last)
			x.want(c.Value)
			records[c.Record] = struct{}{}
		}
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

func (x *exporter) want(v bundle.Value) {
	if x.wanted != nil {
		x.wanted.of(v)
	}
}

// others takes what this book wrote as an earlier device, and with Relay what it holds of everybody.
func (x *exporter) others(logs []logRow) error {
	former, err := formerSelves(x.ctx, x.q, x.own.id)
	if err != nil {
		return err
	}
	for _, l := range logs {
		if l.id == x.own.id || !x.o.Relay && !slices.Contains(former, l.id) {
			continue
		}
		list, err := threadsOf(x.ctx, x.q, l)
		if err != nil {
			return err
		}
		for _, t := range list {
			if err := x.relay(t); err != nil {
				return err
			}
		}
	}
	if x.o.Relay {
		return x.q.QueryRowContext(x.ctx, "SELECT count(DISTINCT record) FROM head").Scan(&x.records)
	}
	return nil
}

// relay takes a run of another log, without its beginning where that is there already.
func (x *exporter) relay(t thread) error {
	if x.wanted == nil {
		x.threads = append(x.threads, t)
		return nil
	}
	has := x.has[t.cp.Dev]
	rows, err := x.q.QueryContext(x.ctx, "SELECT seq, hash, body FROM op WHERE dev = ? AND seq BETWEEN ? AND ? ORDER BY seq",
		t.ix, int64(t.first), int64(t.cp.Seq))
	if err != nil {
		return err
	}
	defer rows.Close()
	from, prev, path := t.first, t.prev, t.path
	beginning := true
	for rows.Next() {
		var n int64
		var hash, body []byte
		if err := rows.Scan(&n, &hash, &body); err != nil {
			return err
		}
		seq := uint64(n)
		if t.path != nil && !bytes.Equal(hash, t.path[seq-t.first][:]) {
			continue // of another branch
		}
		c, err := bundle.Decode(t.cp.Dev, body)
		if err != nil {
			return err
		}
		if beginning = beginning && has.has(seq); beginning {
			x.old.of(c.Value)
			if from, prev = seq+1, bundle.Hash(hash); path != nil {
				path = path[1:]
			}
			continue
		}
		x.want(c.Value)
	}
	if err := rows.Err(); err != nil || from > t.cp.Seq {
		return err
	}
	t.first, t.prev, t.path = from, prev, path
	x.threads = append(x.threads, t)
	return nil
}

// skipFiles leaves out the files that acknowledged changes brought, unless the receiver said that they are missing there.
func (x *exporter) skipFiles() {
	if x.wanted == nil {
		return
	}
	for sha := range x.old.files {
		if !x.lacksAll && !x.lacks[sha] {
			delete(x.wanted.files, sha)
		} else {
			x.wanted.init()
			x.wanted.files[sha] = true
		}
	}
}
