package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"io"

	"zoufang/store/bundle"
)

// chunkSize is how much of a file one row holds.
const chunkSize = 256 << 10

// keepFile stores a file's bytes under their SHA-256, once.
func (w *writer) keepFile(ctx context.Context, content []byte) (bundle.Hash, error) {
	sha := bundle.SumOf(content)
	w.dirty = true
	_, err := w.q.ExecContext(ctx, "INSERT INTO file (sha, size, have) VALUES (?1, ?2, ?2) ON CONFLICT DO UPDATE SET have = ?2",
		sha[:], len(content))
	for n := 0; err == nil && n*chunkSize < len(content); n++ {
		part := content[n*chunkSize : min((n+1)*chunkSize, len(content))]
		_, err = w.q.ExecContext(ctx, "INSERT INTO chunk (sha, n, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", sha[:], n, part)
	}
	return sha, err
}

// fileHere tells whether all of a file has arrived.
func fileHere(ctx context.Context, q querier, sha bundle.Hash) (bool, error) {
	var size, have int64
	err := q.QueryRowContext(ctx, "SELECT size, have FROM file WHERE sha = ?", sha[:]).Scan(&size, &have)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil && size == have, err
}

// readFile is a stored file as a whole; nil when it has not arrived.
func readFile(ctx context.Context, q querier, sha bundle.Hash) ([]byte, error) {
	if here, err := fileHere(ctx, q, sha); err != nil || !here {
		return nil, err
	}
	rows, err := q.QueryContext(ctx, "SELECT bytes FROM chunk WHERE sha = ? ORDER BY n", sha[:])
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []byte
	for rows.Next() {
		var part sql.RawBytes
		if err := rows.Scan(&part); err != nil {
			return nil, err
		}
		all = append(all, part...)
	}
	return all, rows.Err()
}

// fileReader reads a stored file chunk by chunk, so that a large one is never in memory as a whole.
type fileReader struct {
	ctx  context.Context
	b    *Book
	sha  bundle.Hash
	n    int
	rest bytes.Reader
}

func (r *fileReader) Read(p []byte) (int, error) {
	if r.rest.Len() == 0 {
		var part []byte
		err := r.b.r.QueryRowContext(r.ctx, "SELECT bytes FROM chunk WHERE sha = ? AND n = ?", r.sha[:], r.n).Scan(&part)
		if errors.Is(err, sql.ErrNoRows) {
			return 0, io.EOF
		}
		if err != nil {
			return 0, fault(err, r.b.path)
		}
		r.n++
		r.rest.Reset(part)
	}
	return r.rest.Read(p)
}
