package store

import (
	"bytes"
	"cmp"
	"database/sql"
	"slices"

	"zoufang/store/bundle"
)

// A statement of many rows costs much less than many statements: what need not be looked at at once is collected.
const (
	flushHeads = 20_000 // new heads collected before they are written in order
	headRows   = 16     // of them in one statement
	opRows     = 32     // changes in one statement, where they are known to be new
)

// addNew is add for a change at a place behind everything stored of its device: it cannot be here already.
func (f *folder) addNew(ix int64, seq uint64, hash bundle.Hash, body []byte, c *bundle.Change) error {
	n := len(f.bodies)
	f.bodies = append(append(f.bodies, hash[:]...), body...)
	own := f.bodies[n:]
	f.ops = append(f.ops, ix, int64(seq), own[:len(hash):len(hash)], own[len(hash):len(own):len(own)])
	if len(f.ops) == 4*opRows {
		if err := f.flushOps(); err != nil {
			return err
		}
	}
	return f.fold(ix, seq, hash, c)
}

func (f *folder) flushOps() error {
	err := f.insertAll(f.st.insOps, f.st.insOp, 4, f.ops)
	f.ops, f.bodies = f.ops[:0], f.bodies[:0]
	return err
}

// insertAll writes rows of so many columns, as many at a time as the statement many takes, the rest one by one.
func (f *folder) insertAll(many, one *sql.Stmt, columns int, rows []any) error {
	full := opRows
	if many == f.st.insHeads {
		full = headRows
	}
	for st, n := many, columns*full; len(rows) > 0; rows = rows[n:] {
		if len(rows) < n {
			st, n = one, columns
		}
		if _, err := f.exec(st, rows[:n]...); err != nil {
			return err
		}
	}
	return nil
}

// close writes what is collected; heads in the order of the table.
func (f *folder) close() error {
	if err := f.flushOps(); err != nil {
		return err
	}
	keys := make([]headKey, 0, len(f.pending))
	for k := range f.pending {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b headKey) int {
		return cmp.Or(bytes.Compare(a.record[:], b.record[:]), cmp.Compare(a.field, b.field))
	})
	rows := make([]any, 0, 9*headRows)
	for i := range keys {
		k, row := &keys[i], f.pending[keys[i]]
		rows = append(rows, k.record[:], int64(k.field), k.dev, int64(k.seq), k.h8[:], int64(row.lam), int64(row.wall), row.actor[:], []byte(row.val))
		if len(rows) == cap(rows) || i == len(keys)-1 {
			if err := f.insertAll(f.st.insHeads, f.st.insHead, 9, rows); err != nil {
				return err
			}
			rows = rows[:0]
		}
	}
	clear(f.pending)
	return nil
}
