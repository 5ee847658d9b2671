package store

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"testing"
)

// stateTables is what merging must agree on: the heads with their values, every sensitive text and every file, and what
// is waited for. Local numbers of devices differ from book to book, so devices go by their ids; the book's own log and
// that of the laptop its template was made on are left out.
var stateTables = []struct{ name, query string }{
	{"heads", `SELECT hex(d.id), hex(h.record), h.field, h.seq, hex(h.h8), hex(h.val), h.lam, h.wall, hex(h.actor)
		FROM head h JOIN dev d ON d.ix = h.dev WHERE h.dev > ?1 ORDER BY 1, 2, 3, 4, 5`},
	{"waited for", `SELECT hex(d.id), x.seq, hex(x.h8), hex(x.record), x.field FROM dead x JOIN dev d ON d.ix = x.dev ORDER BY 1, 2, 3, 4, 5`},
	{"changes", `SELECT hex(d.id), o.seq, hex(o.hash), hex(o.body) FROM op o JOIN dev d ON d.ix = o.dev WHERE o.dev > ?1 ORDER BY 1, 2, 3`},
	{"devices", `SELECT hex(d.id), d.forked, iif(d.forked, 0, d.hseq), iif(d.forked, '', hex(d.hhash)) FROM dev d
		WHERE d.ix > ?1 AND EXISTS (SELECT 1 FROM op WHERE dev = d.ix) ORDER BY 1`},
	{"checkpoints", `SELECT hex(d.id), c.seq, hex(c.head), hex(c.sig) FROM ckpt c JOIN dev d ON d.ix = c.dev WHERE c.dev > ?1 ORDER BY 1, 2, 3`},
	{"texts", `SELECT hex(sha), hex(bytes) FROM secret WHERE ?1 = ?1 ORDER BY 1`},
	{"files", `SELECT hex(f.sha), f.size, f.have, c.n, hex(c.bytes) FROM file f LEFT JOIN chunk c USING (sha) WHERE ?1 = ?1 ORDER BY 1, 4`},
}

// bookState is a digest of all that, or of all but some of it.
func bookState(t testing.TB, b *Book, but ...string) string {
	t.Helper()
	var state string
	for _, part := range stateTables {
		if slices.Contains(but, part.name) {
			continue
		}
		sum := sha256.New()
		n := eachRow(t, b, part.query, func(row []any) { fmt.Fprintln(sum, row...) }, b.own.ix)
		state += fmt.Sprintf("%s %d %x ", part.name, n, sum.Sum(nil)[:6])
	}
	return state
}

// eachRow runs a query on the book.
func eachRow(t testing.TB, b *Book, query string, see func(row []any), args ...any) (n int) {
	t.Helper()
	rows, err := b.r.Query(query, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	cols, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	row, to := make([]any, len(cols)), make([]any, len(cols))
	for i := range row {
		to[i] = &row[i]
	}
	for rows.Next() {
		if err := rows.Scan(to...); err != nil {
			t.Fatal(err)
		}
		see(row)
		n++
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return n
}
