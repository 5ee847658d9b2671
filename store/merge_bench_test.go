package store

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"flag"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"testing"
	"time"

	"zoufang/store/bundle"
)

// The size of the season merged; the study's was 100 laptops of 10,000 changes in bundles of 1,000.
var (
	benchLaptops = flag.Int("merge.laptops", 20, "laptops whose logs are merged")
	benchChanges = flag.Int("merge.changes", 5000, "changes in each log")
	benchBundle  = flag.Int("merge.bundle", 1000, "changes in each bundle")
)

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

// seasonTurns writes every laptop's log as bundles into dir, and enrols the laptops.
func seasonTurns(b *testing.B, book *Book, dir string) []turn {
	turns := make([]turn, *benchChanges / *benchBundle)
	for n := range *benchLaptops {
		var log []*simChange
		key := season(n, *benchChanges, func(o *simChange) { log = append(log, o) })
		dev := log[0].dev
		if err := book.Enrol(ctx, dev, ""); err != nil {
			b.Fatal(err)
		}
		for i := range turns {
			ops := log[i**benchBundle : (i+1)**benchBundle]
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

// BenchmarkMerge takes up a season, a bundle of every laptop in turn, each durable on its own; and beside it, turn by
// turn so that both meet the same machine, writes the same bytes as plain rows with two indexes, a durable transaction
// for each bundle's worth. In the end everything comes once more.
func BenchmarkMerge(b *testing.B) {
	total := float64(*benchLaptops * *benchChanges)
	for range b.N {
		book, bare := seasonBook(b), bareTable(b)
		turns := seasonTurns(b, book, b.TempDir())
		var preview, merge, rows, again time.Duration
		var bytes int
		timed := func(to *time.Duration, fn func()) {
			begin := time.Now()
			fn()
			*to += time.Since(begin)
		}
		var p *Plan
		var r Report
		var err error
		for _, t := range turns {
			bytes += t.bytes
			timed(&preview, func() { p, err = book.Preview(ctx, t.paths, nil) })
			if err == nil {
				timed(&merge, func() { r, err = book.Merge(ctx, p, nil) })
			}
			if err != nil || r.New != int64(*benchLaptops**benchBundle) {
				b.Fatal(r.New, err)
			}
			timed(&rows, func() {
				for _, ops := range t.ops {
					bareInsert(b, bare, ops)
				}
			})
		}
		timed(&again, func() {
			for _, t := range turns {
				if p, err = book.Preview(ctx, t.paths, nil); err == nil {
					_, err = book.Merge(ctx, p, nil)
				}
			}
		})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(total/preview.Seconds(), "previewed/s")
		b.ReportMetric(total/merge.Seconds(), "merged/s")
		b.ReportMetric(total/rows.Seconds(), "bare/s")
		b.ReportMetric(100*rows.Seconds()/merge.Seconds(), "%ofbare")
		b.ReportMetric(total/again.Seconds(), "again/s")
		b.ReportMetric(float64(bytes)/total, "B/change")
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
