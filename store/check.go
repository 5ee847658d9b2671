package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"slices"

	"zoufang/store/bundle"
)

// QuickCheck lets SQLite look for damage in the file; it takes seconds for a large book and is meant for the background.
// Fault book.corrupt (path).
func (b *Book) QuickCheck(ctx context.Context) error {
	return b.sqliteCheck(ctx, "PRAGMA quick_check(1)")
}

func (b *Book) sqliteCheck(ctx context.Context, pragma string) error {
	var says string
	if err := b.r.QueryRowContext(ctx, pragma).Scan(&says); err != nil {
		return fault(err, b.path)
	}
	if says != "ok" {
		return &Fault{Code: "book.corrupt", Args: []any{b.path}, Err: errors.New(says)}
	}
	return nil
}

// CheckReport is what Check counted.
type CheckReport struct {
	Devices int
	Changes int
	Heads   int
	Forked  int    // devices with two histories under one name
	Waiting int    // changes that are referenced and not here
	Erased  int    // sensitive texts that were erased
	Wiped   int    // changes of visits that were wiped here
	Absent  int    // files that have not arrived
	Digest  string // over the changes and heads: two books that hold the same say the same; local parts are not in it
}

// Check verifies the whole book: the file, every change against its hash and its place in its device's log, every
// sensitive text against its hash, and the heads against a fold of all changes from the beginning. Faults: book.corrupt
// (path), check.change (device, seq), check.text, check.heads (path).
func (b *Book) Check(ctx context.Context) (r CheckReport, err error) {
	if err := b.sqliteCheck(ctx, "PRAGMA integrity_check(1)"); err != nil {
		return r, err
	}
	err = b.read(ctx, func(q querier) error {
		r, err = checkLog(ctx, q)
		return err
	})
	if err == nil && b.w != nil {
		err = b.checkHeads(ctx)
	}
	return r, err
}

// checkLog verifies all that Check does but the file and the fold of the heads.
func checkLog(ctx context.Context, q querier) (r CheckReport, err error) {
	sum := sha256.New()
	if err := checkChains(ctx, q, &r, sum); err != nil {
		return r, err
	}
	if err := sumHeads(ctx, q, sum); err != nil {
		return r, err
	}
	if err := checkSecrets(ctx, q, &r); err != nil {
		return r, err
	}
	r.Digest = hex.EncodeToString(sum.Sum(nil))
	return r, checkCounts(ctx, q, &r)
}

// checkChains walks every device's log: each change must stand on one that is here at the place before it, or on the one
// that the segment it came in names. A change behind a gap that nothing names is vouched for by the checkpoint of its
// segment, which was verified when it came. What was walked goes into sum, devices in the order of their ids.
func checkChains(ctx context.Context, q querier, r *CheckReport, sum hash.Hash) error {
	starts, err := segmentStarts(ctx, q)
	if err != nil {
		return err
	}
	rows, err := q.QueryContext(ctx, "SELECT ix, id FROM dev ORDER BY id")
	if err != nil {
		return err
	}
	defer rows.Close()
	devs := map[bundle.DeviceID]int64{}
	var order []bundle.DeviceID
	for rows.Next() {
		var ix int64
		var id []byte
		if err := rows.Scan(&ix, &id); err != nil {
			return err
		}
		order = append(order, bundle.DeviceID(id))
		devs[bundle.DeviceID(id)] = ix
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, dev := range order {
		if err := checkChain(ctx, q, dev, devs[dev], starts, r, sum); err != nil {
			return err
		}
	}
	return nil
}

func checkChain(ctx context.Context, q querier, dev bundle.DeviceID, ix int64, starts map[start][]bundle.Hash, r *CheckReport, sum hash.Hash) error {
	rows, err := q.QueryContext(ctx, "SELECT seq, hash, body FROM op WHERE dev = ? ORDER BY seq, hash", ix)
	if err != nil {
		return err
	}
	defer rows.Close()
	var seq int64
	var before, here []bundle.Hash // at seq-1 and at seq
	for rows.Next() {
		var at int64
		var h, body sql.RawBytes
		if err := rows.Scan(&at, &h, &body); err != nil {
			return err
		}
		switch {
		case at == seq+1:
			before, here = here, before[:0]
		case at != seq:
			before, here = before[:0], here[:0]
		}
		seq = at
		r.Changes++
		if body == nil { // wiped here: its place and its hash are all there is
			r.Wiped++
		} else if !fitsChain(dev, uint64(at), bundle.Hash(h), body, slices.Concat(before, starts[start{dev, at}])) {
			return newFault("check.change", dev.String(), at)
		}
		here = append(here, bundle.Hash(h))
		sum.Write(h) // it fixes the device and the place
	}
	return rows.Err()
}

// sumHeads puts the heads into sum, in an order that does not depend on local numbers.
func sumHeads(ctx context.Context, q querier, sum hash.Hash) error {
	rows, err := q.QueryContext(ctx, `SELECT record, field, dev.id, seq, h8 FROM head JOIN dev ON dev.ix = head.dev
		ORDER BY record, field, dev.id, seq, h8`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var rec, id, h8 sql.RawBytes
		var n [2]int64
		if err := rows.Scan(&rec, &n[0], &id, &n[1], &h8); err != nil {
			return err
		}
		fmt.Fprintf(sum, "%x %d %x %d %x\n", []byte(rec), n[0], []byte(id), n[1], []byte(h8))
	}
	return rows.Err()
}

func fitsChain(dev bundle.DeviceID, seq uint64, hash bundle.Hash, body []byte, before []bundle.Hash) bool {
	if _, err := bundle.Decode(dev, body); err != nil {
		return false
	}
	if seq == 1 {
		before = []bundle.Hash{{}}
	}
	return len(before) == 0 || slices.ContainsFunc(before, func(prev bundle.Hash) bool {
		return bundle.HashChange(dev, seq, prev, body) == hash
	})
}

// start is the first place of a segment.
type start struct {
	dev bundle.DeviceID
	seq int64
}

// segmentStarts are the hashes that segments which came in bundles stand on.
func segmentStarts(ctx context.Context, q querier) (map[start][]bundle.Hash, error) {
	rows, err := q.QueryContext(ctx, "SELECT dev.id, seg.a, seg.prev FROM seg JOIN dev ON dev.ix = seg.dev")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	starts := map[start][]bundle.Hash{}
	for rows.Next() {
		var id, prev sql.RawBytes
		var at int64
		if err := rows.Scan(&id, &at, &prev); err != nil {
			return nil, err
		}
		k := start{bundle.DeviceID(id), at}
		starts[k] = append(starts[k], bundle.Hash(prev))
	}
	return starts, rows.Err()
}

func checkSecrets(ctx context.Context, q querier, r *CheckReport) error {
	rows, err := q.QueryContext(ctx, "SELECT sha, bytes FROM secret")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var sha, blob sql.RawBytes
		if err := rows.Scan(&sha, &blob); err != nil {
			return err
		}
		if blob == nil {
			r.Erased++
			continue
		}
		if sum := bundle.SumOf(blob); !bytes.Equal(sum[:], sha) {
			return newFault("check.text")
		}
	}
	return rows.Err()
}

func checkCounts(ctx context.Context, q querier, r *CheckReport) error {
	return q.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM dev), (SELECT count(*) FROM head), (SELECT count(*) FROM dev WHERE forked),
		(SELECT count(*) FROM (SELECT DISTINCT dev, seq, h8 FROM dead)), (SELECT count(*) FROM file WHERE have < size)`).
		Scan(&r.Devices, &r.Heads, &r.Forked, &r.Waiting, &r.Absent)
}

// errRollback takes a trial back.
var errRollback = errors.New("store: trial")

// checkHeads folds everything anew in a transaction that is taken back, and compares.
func (b *Book) checkHeads(ctx context.Context) error {
	err := b.write(ctx, func(w *writer) error {
		for _, q := range []string{"CREATE TEMP TABLE was AS SELECT * FROM head", "CREATE TEMP TABLE gone AS SELECT * FROM dead"} {
			if _, err := w.tx.ExecContext(ctx, q); err != nil {
				return err
			}
		}
		if _, _, err := refold(ctx, w.tx, b.log); err != nil {
			return err
		}
		var n int
		if err := w.tx.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM (SELECT * FROM head EXCEPT SELECT * FROM was))
			+ (SELECT count(*) FROM (SELECT * FROM was EXCEPT SELECT * FROM head))
			+ (SELECT count(*) FROM (SELECT * FROM dead EXCEPT SELECT * FROM gone))
			+ (SELECT count(*) FROM (SELECT * FROM gone EXCEPT SELECT * FROM dead))`).Scan(&n); err != nil {
			return err
		}
		if n > 0 {
			return newFault("check.heads", b.path)
		}
		return errRollback
	})
	if errors.Is(err, errRollback) {
		return nil
	}
	return err
}

// Rebuild makes heads and summaries anew from the changes: after damage to them, or when a newer version reads more of
// what is stored. Drafts and everything else local stays.
func (b *Book) Rebuild(ctx context.Context) error {
	err := b.write(ctx, func(w *writer) error {
		w.dirty = true
		if _, _, err := refold(ctx, w.tx, b.log); err != nil {
			return err
		}
		_, err := w.tx.ExecContext(ctx, "DELETE FROM summary")
		return err
	})
	if err != nil {
		return err
	}
	b.forgetRows(stale{all: true})
	return b.load(ctx)
}
