package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"slices"
	"strings"

	"zoufang/store/bundle"
)

// Sensitive text (notes, answers, identities) is never part of a change: the change carries the hash of a salted blob,
// and the blob lies in a table of its own, from which it can be erased while the chain still verifies.

// secretsAtOnce is how many sensitive texts one query reads.
const secretsAtOnce = 64

// readSecrets fills in the texts of heads whose values are secrets. One whose blob is not here keeps bad set.
func readSecrets(ctx context.Context, q querier, heads []*head) error {
	of := map[bundle.Hash][]*head{}
	var shas []bundle.Hash
	for _, h := range heads {
		if sha, ok := h.val.Secret(); ok {
			of[sha] = append(of[sha], h)
			shas = append(shas, sha)
		}
	}
	for part := range slices.Chunk(shas, secretsAtOnce) {
		args := make([]any, secretsAtOnce)
		for i := range args {
			args[i] = part[min(i, len(part)-1)][:] // one query for every length
		}
		if err := readTexts(ctx, q, args, of); err != nil {
			return err
		}
	}
	return nil
}

var textsQuery = "SELECT sha, bytes FROM secret WHERE bytes IS NOT NULL AND sha IN (?" + strings.Repeat(",?", secretsAtOnce-1) + ")"

func readTexts(ctx context.Context, q querier, shas []any, of map[bundle.Hash][]*head) error {
	rows, err := q.QueryContext(ctx, textsQuery, shas...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var sha, blob sql.RawBytes
		if err := rows.Scan(&sha, &blob); err != nil {
			return err
		}
		text, ok := bundle.Unsalted(blob)
		for _, h := range of[bundle.Hash(sha)] {
			h.text, h.bad = text, !ok
		}
	}
	return rows.Err()
}

// keepSecret stores a sensitive text under a fresh salt and gives the value that stands for it. Fault text.long (most
// bytes) for a text no bundle could carry.
func (w *writer) keepSecret(ctx context.Context, text string) (bundle.Value, error) {
	var salt [bundle.SaltLen]byte
	_, _ = rand.Read(salt[:]) // never fails
	blob := bundle.Salted(salt, text)
	if len(blob) > bundle.MaxText {
		return nil, newFault("text.long", bundle.MaxText)
	}
	sha := bundle.SumOf(blob)
	if _, err := w.q.ExecContext(ctx, "INSERT INTO secret (sha, bytes) VALUES (?, ?)", sha[:], blob); err != nil {
		return nil, err
	}
	return bundle.Secret(sha), nil
}
