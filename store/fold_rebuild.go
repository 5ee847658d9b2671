package store

import (
	"context"
	"database/sql"

	"zoufang/store/bundle"
)

// refold throws the heads away and folds every stored change again. It returns how many changes and heads there are.
func refold(ctx context.Context, tx *sql.Tx, st *foldStmts) (ops, heads int, err error) {
	for _, q := range []string{"DELETE FROM head", "DELETE FROM dead"} {
		if _, err := tx.ExecContext(ctx, q); err != nil {
			return 0, 0, err
		}
	}
	f := newFolder(ctx, tx, st)
	rows, err := tx.QueryContext(ctx, "SELECT o.dev, d.id, o.seq, o.hash, o.body FROM op o JOIN dev d ON d.ix=o.dev ORDER BY o.dev, o.seq, o.hash")
	if err != nil {
		return 0, 0, err
	}
	defer rows.Close()
	for rows.Next() {
		var ix, seq int64
		var id, hash, body sql.RawBytes
		if err := rows.Scan(&ix, &id, &seq, &hash, &body); err != nil {
			return ops, 0, err
		}
		if body == nil { // wiped here: it is no head, and nobody waits for it
			if _, err := f.exec(st.delDead, ix, seq, hash[:8]); err != nil {
				return ops, 0, err
			}
			ops++
			continue
		}
		c, err := bundle.Decode(bundle.DeviceID(id), body)
		if err != nil {
			return ops, 0, err
		}
		f.rebuild = &place{ix, uint64(seq), [8]byte(hash)}
		if err := f.fold(ix, uint64(seq), bundle.Hash(hash), &c); err != nil {
			return ops, 0, err
		}
		ops++
	}
	if err := rows.Err(); err != nil {
		return ops, 0, err
	}
	if err := f.close(); err != nil {
		return ops, 0, err
	}
	err = tx.QueryRowContext(ctx, "SELECT count(*) FROM head").Scan(&heads)
	return ops, heads, err
}
