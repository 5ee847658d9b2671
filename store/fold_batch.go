package store

import (
	"bytes"
	"cmp"
	"database/sql"
	"slices"
	"strings"

	"zoufang/store/bundle"
)

// A statement of many rows costs much less than many statements: what need not be looked at at once is collected.

// flushHeads is how many new heads are collected before they are written in order.
const flushHeads = 20_000

// bulk is an insert of many rows. It passes over what is there already. (Two changes of a forked device whose hashes
// share 8 bytes would meet in head: op keeps both.)
type bulk struct {
	table, row string
	columns    int
	rows       int
}

var (
	bulkOps   = &bulk{"op(dev,seq,hash,body)", "(?,?,?,?)", 4, 64}
	bulkHeads = &bulk{"head(record,field,dev,seq,h8,lam,wall,actor,val)", "(?,?,?,?,?,?,?,?,?)", 9, 48}
)

// sql is the insert of n rows.
func (b *bulk) sql(n int) string {
	return "INSERT INTO " + b.table + " VALUES " + strings.Repeat(b.row+",", n-1) + b.row + " ON CONFLICT DO NOTHING"
}

// insertAll writes rows, as many at a time as fit, the rest one by one with the statement one. The large statement is
// prepared when it is first needed: a save never needs it.
func (f *folder) insertAll(b *bulk, one *sql.Stmt, rows []any) error {
	for n := b.columns * b.rows; len(rows) >= n; rows = rows[n:] {
		st := f.many[b]
		if st == nil {
			var err error
			if st, err = f.tx.PrepareContext(f.ctx, b.sql(b.rows)); err != nil {
				return err
			}
			f.many[b] = st // closed with the transaction
		}
		if _, err := st.ExecContext(f.ctx, rows[:n]...); err != nil {
			return err
		}
	}
	for ; len(rows) > 0; rows = rows[b.columns:] {
		if _, err := f.exec(one, rows[:b.columns]...); err != nil {
			return err
		}
	}
	return nil
}

// addNew is add for a change at a place behind everything stored of its device: it cannot be here already.
func (f *folder) addNew(ix int64, seq uint64, hash bundle.Hash, body []byte, c *bundle.Change) error {
	n := len(f.bodies)
	f.bodies = append(append(f.bodies, hash[:]...), body...)
	own := f.bodies[n:]
	f.ops = append(f.ops, ix, int64(seq), own[:len(hash):len(hash)], own[len(hash):len(own):len(own)])
	if len(f.ops) == bulkOps.columns*bulkOps.rows {
		if err := f.flushOps(); err != nil {
			return err
		}
	}
	return f.fold(ix, seq, hash, c)
}

func (f *folder) flushOps() error {
	err := f.insertAll(bulkOps, f.st.insOp, f.ops)
	f.ops, f.bodies = f.ops[:0], f.bodies[:0]
	return err
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
	rows := make([]any, 0, bulkHeads.columns*bulkHeads.rows)
	for i := range keys {
		k, row := &keys[i], f.pending[keys[i]]
		rows = append(rows, k.record[:], int64(k.field), k.dev, int64(k.seq), k.h8[:], int64(row.lam), int64(row.wall), row.actor[:], []byte(row.val))
		if len(rows) == cap(rows) || i == len(keys)-1 {
			if err := f.insertAll(bulkHeads, f.st.insHead, rows); err != nil {
				return err
			}
			rows = rows[:0]
		}
	}
	clear(f.pending)
	return nil
}
