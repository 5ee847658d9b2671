package store

import (
	"context"
	"slices"

	"zoufang/store/bundle"
)

// threadsOf cuts a log into segments that its own checkpoints vouch for, so that no change goes along twice. A log
// without gaps and branches is one thread. Changes behind the last checkpoint cannot be proven and stay here.
func threadsOf(ctx context.Context, q querier, l logRow) (list []thread, err error) {
	cps, err := readCheckpoints(ctx, q, l)
	if err != nil {
		return nil, err
	}
	w := &weaver{l: l, nodes: map[bundle.Hash]*node{}, starts: map[uint64][]bundle.Hash{1: {{}}}}
	wiped, err := wipedIn(ctx, q, l.ix)
	if err != nil {
		return nil, err
	}
	if i := slices.IndexFunc(cps, func(c bundle.Checkpoint) bool { return c.Seq == l.hseq && c.Head == l.hhash }); i >= 0 && !l.forked && !wiped {
		list = append(list, thread{ix: l.ix, first: 1, cp: cps[i]})
		w.base = l.hseq
		w.starts[l.hseq+1] = []bundle.Hash{l.hhash}
	}
	if cps = slices.DeleteFunc(cps, func(c bundle.Checkpoint) bool { return c.Seq <= w.base }); len(cps) == 0 {
		return list, nil
	}
	if err := w.load(ctx, q); err != nil {
		return nil, err
	}
	for _, cp := range cps {
		if t, ok := w.back(cp); ok {
			list = append(list, t)
		}
	}
	return list, nil
}

// wipedIn tells whether changes of a log were wiped here.
func wipedIn(ctx context.Context, q querier, ix int64) (is bool, err error) {
	if list, err := readWiped(ctx, q); err != nil || len(list) == 0 {
		return false, err // the usual case costs nothing
	}
	err = q.QueryRowContext(ctx, "SELECT EXISTS(SELECT 1 FROM op WHERE dev = ? AND body IS NULL)", ix).Scan(&is)
	return is, err
}

// readCheckpoints reads a device's word for its log, the furthest first.
func readCheckpoints(ctx context.Context, q querier, l logRow) (list []bundle.Checkpoint, err error) {
	rows, err := q.QueryContext(ctx, "SELECT seq, head, sig FROM ckpt WHERE dev = ? ORDER BY seq DESC, head", l.ix)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var seq int64
		var head, sig []byte
		if err := rows.Scan(&seq, &head, &sig); err != nil {
			return nil, err
		}
		list = append(list, bundle.Checkpoint{Dev: l.id, Seq: uint64(seq), Head: bundle.Hash(head), Pub: l.pub, Sig: sig})
	}
	return list, rows.Err()
}

// weaver finds its way through a log with gaps or branches. Changes do not store the hash before them, but the hash
// of a change proves which of the candidates it is.
type weaver struct {
	l      logRow
	base   uint64 // changes up to here are dealt with
	nodes  map[bundle.Hash]*node
	starts map[uint64][]bundle.Hash // hashes that may stand before a place, from where segments began
}

// node is a stored change in its log.
type node struct {
	seq  uint64
	prev bundle.Hash
	done bool
}

func (w *weaver) load(ctx context.Context, q querier) error {
	if err := w.loadStarts(ctx, q); err != nil {
		return err
	}
	rows, err := q.QueryContext(ctx, "SELECT seq, hash, body FROM op WHERE dev = ? AND seq > ? ORDER BY seq", w.l.ix, int64(w.base))
	if err != nil {
		return err
	}
	defer rows.Close()
	var before, here []bundle.Hash // the hashes stored at the place before, and at this one
	at := uint64(0)
	for rows.Next() {
		var n int64
		var hash, body []byte
		if err := rows.Scan(&n, &hash, &body); err != nil {
			return err
		}
		seq, h := uint64(n), bundle.Hash(hash)
		if seq != at {
			if before = here; seq != at+1 {
				before = nil
			}
			here, at = nil, seq
		}
		here = append(here, h)
		if body == nil {
			continue // wiped here: no run goes across it
		}
		for _, prev := range slices.Concat(before, w.starts[seq]) {
			if bundle.HashChange(w.l.id, seq, prev, body) == h {
				w.nodes[h] = &node{seq: seq, prev: prev}
				break
			}
		}
	}
	return rows.Err()
}

func (w *weaver) loadStarts(ctx context.Context, q querier) error {
	rows, err := q.QueryContext(ctx, "SELECT a, prev FROM seg WHERE dev = ?", w.l.ix)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var a int64
		var prev []byte
		if err := rows.Scan(&a, &prev); err != nil {
			return err
		}
		w.starts[uint64(a)] = append(w.starts[uint64(a)], bundle.Hash(prev))
	}
	return rows.Err()
}

// back goes from a checkpoint back to where another thread or a gap begins.
func (w *weaver) back(cp bundle.Checkpoint) (t thread, ok bool) {
	t = thread{ix: w.l.ix, cp: cp, prev: cp.Head}
	for n := w.nodes[t.prev]; n != nil && !n.done; n = w.nodes[t.prev] {
		n.done = true
		t.path = append(t.path, t.prev)
		t.first, t.prev = n.seq, n.prev
	}
	slices.Reverse(t.path)
	return t, len(t.path) > 0
}
