package store

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"testing"
	"time"

	"zoufang/store/bundle"
)

// The season merged is ZOUFANG_BENCH, bundles by changes in each: 1000x1000 is a district's, and the default a small part
// of it. A laptop sends ten bundles.
func benchSize() (laptops, turns, changes int) {
	bundles, size := 100, 1000
	if env := os.Getenv("ZOUFANG_BENCH"); env != "" {
		if _, err := fmt.Sscanf(env, "%dx%d", &bundles, &size); err != nil || bundles < 10 || size < 1 {
			panic("ZOUFANG_BENCH=" + env + ": want BUNDLESxCHANGES, such as 1000x1000")
		}
	}
	return bundles / 10, 10, size
}

// season makes a laptop's log: 95 of 100 changes on its own visit, the rest on shared records, each replacing the
// laptop's own last word on that register.
func season(n int, changes int, yield func(o *simChange)) ed25519.PrivateKey {
	seed := sha256.Sum256(binary.BigEndian.AppendUint32(nil, uint32(n)))
	key := ed25519.NewKeyFromSeed(seed[:])
	dev := bundle.DeviceOf(key.Public().(ed25519.PublicKey))
	r := rand.New(rand.NewSource(int64(n)))
	last := map[register]bundle.Ref{}
	var prev bundle.Hash
	for i := range changes {
		c := bundle.Change{Lamport: uint64(i + 1), Wall: 1_780_000_000_000 + uint64(i)*7000, Kind: bundle.Set, Actor: [8]byte(seed[8:])}
		if r.Intn(100) < 5 {
			copy(c.Record[:], "sharedvi")
			binary.BigEndian.PutUint32(c.Record[8:], uint32(r.Intn(2000))*2654435761)
		} else {
			copy(c.Record[:8], seed[:])
			binary.BigEndian.PutUint32(c.Record[8:], uint32(r.Intn(600))*2654435761)
		}
		f := r.Intn(5)
		c.Field = uint64(2201 + f)
		switch f {
		case 0:
			c.Value = bundle.Text(note(r, 18+r.Intn(24)))
		case 1:
			c.Value = bundle.Text(note(r, 8+r.Intn(8)))
		default:
			c.Value = bundle.Int(int64(r.Intn(100)))
		}
		k := register{c.Record, c.Field}
		if ref, ok := last[k]; ok {
			c.Refs = []bundle.Ref{ref}
		}
		body, _ := c.Encode(dev)
		o := &simChange{opID: opID{dev, uint64(i + 1), bundle.HashChange(dev, uint64(i+1), prev, body)}, prev: prev, body: body, c: c}
		last[k], prev = o.hash.Ref(dev, o.seq), o.hash
		yield(o)
	}
	return key
}

var noteWords = []rune("查阅台账缺处会议室现场核定编制实有人员机构名称挂牌职责调整清单公开时限整改落实情况领导座谈")

func note(r *rand.Rand, n int) string {
	s := make([]rune, n)
	for i := range s {
		s[i] = noteWords[r.Intn(len(noteWords))]
	}
	return string(s)
}

// turn is one bundle of every laptop.
type turn struct {
	paths []string
	bytes int
	ops   [][]*simChange
}

// seasonTurns writes the logs of laptops as bundles into dir, and enrols the laptops.
func seasonTurns(b *testing.B, book *Book, dir string, first, laptops, count, size int) []turn {
	turns := make([]turn, count)
	for n := first; n < first+laptops; n++ {
		var log []*simChange
		key := season(n, count*size, func(o *simChange) { log = append(log, o) })
		dev := log[0].dev
		if err := book.Enrol(ctx, dev, ""); err != nil {
			b.Fatal(err)
		}
		for i := range turns {
			ops := log[i*size : (i+1)*size]
			path := filepath.Join(dir, fmt.Sprintf("%04d-%04d.zfb", i, n))
			content := seasonFile(b, key, dev, ops)
			if err := os.WriteFile(path, content, 0o600); err != nil {
				b.Fatal(err)
			}
			turns[i].bytes += len(content)
			turns[i].paths, turns[i].ops = append(turns[i].paths, path), append(turns[i].ops, ops)
		}
	}
	return turns
}

func seasonFile(b *testing.B, key ed25519.PrivateKey, dev bundle.DeviceID, ops []*simChange) []byte {
	var out bytes.Buffer
	w, _ := bundle.NewWriter(&out, bundle.Header{Exporter: dev, District: "云台区", Year: "2026",
		Created: time.Unix(int64(ops[0].seq), 0), Counts: bundle.Counts{Segments: 1, Changes: int64(len(ops))}})
	_ = w.Segment(dev, ops[0].seq, ops[0].prev)
	for _, o := range ops {
		_ = w.Change(o.body)
	}
	last := ops[len(ops)-1]
	_ = w.Checkpoint(bundle.SignCheckpoint(key, last.seq, last.hash))
	if err := w.Close(key); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

func seasonBook(b *testing.B) *Book {
	dir := b.TempDir()
	book, err := Create(ctx, filepath.Join(dir, "book.zoufang"), Options{Home: filepath.Join(dir, "home"), Machine: "bench"},
		Setup{District: "云台区", Year: "2026"})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = book.Close() })
	return book
}

// took measures one part of a benchmark.
func took(to *time.Duration, fn func() error) error {
	begin := time.Now()
	err := fn()
	*to += time.Since(begin)
	return err
}

// mergeTurn merges one bundle of every laptop and writes the same bytes as plain rows, each beside the other so that both
// meet the same machine.
func mergeTurn(b *testing.B, book *Book, bare *sql.DB, t turn, preview, merge, rows *time.Duration) {
	var p *Plan
	var r Report
	err := took(preview, func() (err error) { p, err = book.Preview(ctx, t.paths, nil); return err })
	if err == nil {
		err = took(merge, func() (err error) { r, err = book.Merge(ctx, p, nil); return err })
	}
	want := int64(0)
	for _, ops := range t.ops {
		want += int64(len(ops))
	}
	if err != nil || r.New != want {
		b.Fatal(r.New, err)
	}
	_ = took(rows, func() error {
		for _, ops := range t.ops {
			bareInsert(b, bare, ops)
		}
		return nil
	})
}

// BenchmarkMerge takes up a season, a bundle of every laptop in turn, each durable on its own; and beside it, turn by
// turn, writes the same bytes as plain rows with two indexes, a durable transaction for each bundle's worth. In the end
// everything comes once more, everything is exported, and all heads are made anew.
func BenchmarkMerge(b *testing.B) {
	laptops, count, size := benchSize()
	total := float64(laptops * count * size)
	for range b.N {
		book, bare := seasonBook(b), bareTable(b)
		turns := seasonTurns(b, book, b.TempDir(), 0, laptops, count, size)
		var preview, merge, rows, again, export, rebuild time.Duration
		var bytes int
		for _, t := range turns {
			bytes += t.bytes
			mergeTurn(b, book, bare, t, &preview, &merge, &rows)
		}
		must := func(to *time.Duration, fn func() error) {
			if err := took(to, fn); err != nil {
				b.Fatal(err)
			}
		}
		for _, t := range turns {
			must(&again, func() error {
				p, err := book.Preview(ctx, t.paths, nil)
				if err == nil {
					_, err = book.Merge(ctx, p, nil)
				}
				return err
			})
		}
		var out Exported
		must(&export, func() (err error) {
			out, err = book.Export(ctx, b.TempDir(), ExportOptions{Relay: true}, nil)
			return err
		})
		must(&rebuild, func() error { return book.Rebuild(ctx) })
		b.ReportMetric(total/preview.Seconds(), "previewed/s")
		b.ReportMetric(total/merge.Seconds(), "merged/s")
		b.ReportMetric(total/rows.Seconds(), "bare/s")
		b.ReportMetric(100*rows.Seconds()/merge.Seconds(), "%ofbare")
		b.ReportMetric(float64(bytes)/1e6/again.Seconds(), "againMB/s")
		b.ReportMetric(float64(bytes)/total, "B/change")
		b.ReportMetric(total/export.Seconds(), "exported/s")
		b.ReportMetric(float64(out.Bytes)/1e6/export.Seconds(), "exportMB/s")
		b.ReportMetric(total/rebuild.Seconds(), "rebuilt/s")
		st, err := os.Stat(book.path)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(st.Size())/1e6, "bookMB")
	}
}

func bareTable(b *testing.B) *sql.DB {
	db, err := sql.Open("sqlite", dsn(filepath.Join(b.TempDir(), "bare.db"), writerPragmas))
	if err != nil {
		b.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	b.Cleanup(func() { _ = db.Close() })
	if _, err := db.Exec(`CREATE TABLE bare(id INTEGER PRIMARY KEY, dev BLOB, seq INTEGER, hash BLOB, prev BLOB, lam INTEGER, wall INTEGER,
		record BLOB, field INTEGER, val BLOB, refs BLOB); CREATE UNIQUE INDEX bare_seq ON bare(dev, seq);
		CREATE INDEX bare_reg ON bare(record, field)`); err != nil {
		b.Fatal(err)
	}
	return db
}

func bareInsert(b *testing.B, db *sql.DB, ops []*simChange) {
	tx, err := db.Begin()
	if err != nil {
		b.Fatal(err)
	}
	st, err := tx.Prepare("INSERT INTO bare(dev, seq, hash, prev, lam, wall, record, field, val, refs) VALUES(?,?,?,?,?,?,?,?,?,?)")
	if err != nil {
		b.Fatal(err)
	}
	for _, o := range ops {
		var refs []byte
		for _, r := range o.c.Refs {
			refs = append(binary.BigEndian.AppendUint64(append(refs, r.Dev[:]...), r.Seq), r.H8[:]...)
		}
		if _, err := st.Exec(o.dev[:], int64(o.seq), o.hash[:], o.prev[:], int64(o.c.Lamport), int64(o.c.Wall), o.c.Record[:], int64(o.c.Field),
			[]byte(o.c.Value), refs); err != nil {
			b.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
}
