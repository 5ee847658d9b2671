package store

import (
	"database/sql"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"zoufang/store/bundle"
)

// foldBook is a database with the book's tables and nothing else of a book.
type foldBook struct {
	db *sql.DB
	st *foldStmts
}

func newFoldBook() (*foldBook, error) {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(schema); err != nil {
		return nil, err
	}
	st, err := prepareFold(ctx, db)
	return &foldBook{db, st}, err
}

func (b *foldBook) close() { _ = b.st.Close(); _ = b.db.Close() }

// fold adds changes in one transaction, in the given order.
func (b *foldBook) fold(ops []*simChange) error {
	tx, err := b.db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	f := newFolder(ctx, tx, b.st)
	for _, o := range ops {
		ix, err := f.dev(o.dev)
		if err == nil {
			_, err = f.add(ix, o.seq, o.hash, o.body, &o.c)
		}
		if err != nil {
			return err
		}
	}
	if err := f.close(); err != nil {
		return err
	}
	return tx.Commit()
}

// state lists heads and what is waited for.
func (b *foldBook) state() (string, error) {
	var s string
	for _, q := range []string{
		"SELECT 'head ' || group_concat(x, char(10)) FROM (SELECT hex(d.id) || h.seq || hex(h.h8) || hex(h.record) || h.field || hex(h.val) x FROM head h JOIN dev d ON d.ix = h.dev ORDER BY x)",
		"SELECT 'dead ' || group_concat(x, char(10)) FROM (SELECT hex(d.id) || h.seq || hex(h.h8) || hex(h.record) || h.field x FROM dead h JOIN dev d ON d.ix = h.dev ORDER BY x)",
	} {
		var part sql.NullString
		if err := b.db.QueryRow(q).Scan(&part); err != nil {
			return "", err
		}
		s += part.String + "\n"
	}
	return s, nil
}

// genOps makes changes of three devices that reference each other, and sometimes changes nobody has.
func genOps(t *rapid.T) []*simChange {
	n := rapid.IntRange(1, 25).Draw(t, "n")
	var ops []*simChange
	for i := range n {
		c := bundle.Change{Lamport: uint64(i), Kind: bundle.Set, Field: uint64(rapid.IntRange(1, 2).Draw(t, "field")),
			Value: bundle.Int(int64(rapid.IntRange(0, 2).Draw(t, "value")))}
		c.Record[0] = byte(rapid.IntRange(0, 1).Draw(t, "record"))
		for _, k := range rapid.SliceOfN(rapid.IntRange(0, n+2), 0, 4).Draw(t, "refs") {
			if k < len(ops) {
				c.Refs = append(c.Refs, ops[k].hash.Ref(ops[k].dev, ops[k].seq))
			} else {
				c.Refs = append(c.Refs, bundle.Ref{Dev: bundle.DeviceID{9}, Seq: uint64(k + 1)}) // never written
			}
		}
		dev := bundle.DeviceID{byte(rapid.IntRange(1, 3).Draw(t, "dev"))}
		body, err := c.Encode(dev)
		if err != nil {
			t.Fatal(err)
		}
		decoded, _ := bundle.Decode(dev, body) // sorted, without doubles
		seq := uint64(rapid.IntRange(1, 6).Draw(t, "seq"))
		ops = append(ops, &simChange{opID: opID{dev, seq, bundle.HashChange(dev, seq, bundle.Hash{byte(i)}, body)}, body: body, c: decoded})
	}
	return ops
}

// The tables are the definition, whatever the order, the repetition and the cut into transactions.
func TestFoldIsTheDefinition(t *testing.T) {
	waited, contested := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		ops := genOps(t)
		want := map[opID]*simChange{}
		for _, o := range ops {
			want[o.opID] = o
		}
		var states []string
		for range 2 {
			b, err := newFoldBook()
			if err != nil {
				t.Fatal(err)
			}
			defer b.close()
			order := rapid.Permutation(append(ops, ops[:rapid.IntRange(0, len(ops)).Draw(t, "again")]...)).Draw(t, "order")
			cut := rapid.IntRange(0, len(order)).Draw(t, "cut")
			for _, part := range [][]*simChange{order[:cut], order[cut:]} {
				if err := b.fold(part); err != nil {
					t.Fatal(err)
				}
			}
			var heads, dead int
			if err := b.db.QueryRow("SELECT (SELECT count(*) FROM head), (SELECT count(*) FROM dead)").Scan(&heads, &dead); err != nil {
				t.Fatal(err)
			}
			if model := simHeads(want); heads != len(model) {
				t.Fatalf("%d heads, want %d", heads, len(model))
			}
			state, err := b.state()
			if err != nil {
				t.Fatal(err)
			}
			states = append(states, state)
			waited, contested = waited+dead, contested+heads
			states = append(states, b.rebuilt(t))
		}
		for _, s := range states {
			if s != states[0] {
				t.Fatalf("states differ:\n%s\n%s", states[0], s)
			}
		}
	})
	if waited == 0 || contested == 0 {
		t.Error("nothing was waited for or contested: the test tests nothing")
	}
}

func (b *foldBook) rebuilt(t *rapid.T) string {
	tx, err := b.db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := refold(ctx, tx, b.st); err != nil {
		t.Fatal(err)
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	s, err := b.state()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Two changes of a forked device whose hashes share the eight bytes that references carry: op keeps both, nothing fails.
func TestHashesThatShareEightBytes(t *testing.T) {
	b, err := newFoldBook()
	must(t, err)
	defer b.close()
	var ops []*simChange
	for i := range 2 {
		c := bundle.Change{Kind: bundle.Set, Field: 1, Value: bundle.Int(int64(i))}
		body, err := c.Encode(bundle.DeviceID{1})
		must(t, err)
		ops = append(ops, &simChange{opID: opID{bundle.DeviceID{1}, 1, bundle.Hash{7, 31: byte(i)}}, body: body, c: c})
	}
	must(t, b.fold(ops))
	var n, heads int
	must(t, b.db.QueryRow("SELECT (SELECT count(*) FROM op), (SELECT count(*) FROM head)").Scan(&n, &heads))
	if n != 2 || heads != 1 {
		t.Errorf("%d changes, %d heads", n, heads)
	}
}

// More heads than are collected at once, and more changes than go into one statement.
func TestFoldFlushesInTheMiddle(t *testing.T) {
	b, err := newFoldBook()
	must(t, err)
	defer b.close()
	tx, err := b.db.Begin()
	must(t, err)
	f := newFolder(ctx, tx, b.st)
	ix, err := f.dev(bundle.DeviceID{1})
	must(t, err)
	n := flushHeads + 3*bulkOps.rows + 5
	for i := range n {
		c := bundle.Change{Kind: bundle.Set, Field: 1, Value: bundle.Int(int64(i))}
		copy(c.Record[:], fmt.Sprintf("%016d", i))
		if i%1000 == 999 { // replaces one that may be written or collected still
			copy(c.Record[:], fmt.Sprintf("%016d", i/2-1))
			c.Refs = []bundle.Ref{{Dev: bundle.DeviceID{1}, Seq: uint64(i / 2), H8: [8]byte{1, byte(i/2 - 1), byte((i/2 - 1) >> 8)}}}
		}
		body, err := c.Encode(bundle.DeviceID{1})
		must(t, err)
		must(t, f.addNew(ix, uint64(i+1), bundle.Hash{1, byte(i), byte(i >> 8)}, body, &c))
	}
	must(t, f.close())
	must(t, tx.Commit())
	var ops, heads, dead int
	must(t, b.db.QueryRow("SELECT (SELECT count(*) FROM op), (SELECT count(*) FROM head), (SELECT count(*) FROM dead)").Scan(&ops, &heads, &dead))
	if ops != n || heads != n-n/1000 || dead != 0 {
		t.Errorf("%d changes, %d heads, %d waited for", ops, heads, dead)
	}
}
