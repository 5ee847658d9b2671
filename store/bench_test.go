package store

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"zoufang/checklist"
)

// benchBook is a book with n units and the yearly visit of one of them begun.
func benchBook(b *testing.B, n int) (*Book, checklist.ID, string) {
	b.Helper()
	dir := b.TempDir()
	path := filepath.Join(dir, "book.zoufang")
	book, err := Create(ctx, path, Options{Home: dir}, Setup{District: "云台区", Year: "2026"})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = book.Close() })
	if err := book.SetMe(ctx, liMin); err != nil {
		b.Fatal(err)
	}
	lines := make([]checklist.UnitLine, n)
	for i := range lines {
		lines[i].Unit = checklist.Unit{Code: "U" + strconv.Itoa(i), Name: fmt.Sprintf("第%d局", i), Kind: "department", Leader: "某某"}
	}
	if _, err := book.SaveUnits(ctx, lines); err != nil {
		b.Fatal(err)
	}
	id, err := book.StartVisit(ctx, checklist.UnitID("云台区", "U0"), checklist.Yearly, "")
	if err != nil {
		b.Fatal(err)
	}
	return book, id, path
}

// BenchmarkSave makes one change durable, keeps one draft and commits one bare row, in turn, so that all meet the same
// machine; it tells the median of each in microseconds, and how many bare commits a save costs.
func BenchmarkSave(b *testing.B) {
	book, id, _ := benchBook(b, 1)
	db, err := sql.Open("sqlite", dsn(filepath.Join(b.TempDir(), "bare.db"), writerPragmas))
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)"); err != nil {
		b.Fatal(err)
	}
	bare := func(text string) error {
		tx, err := db.Begin()
		if err != nil {
			return err
		}
		if _, err := tx.Exec("INSERT INTO t (b) VALUES (?)", text); err != nil {
			return err
		}
		return tx.Commit()
	}
	jobs := []struct {
		name string
		do   func(text string) error
		took []time.Duration
	}{
		{name: "bare", do: bare},
		{name: "change", do: func(text string) error { return book.Apply(ctx, placeEdit(id, text, nil)) }},
		{name: "draft", do: func(text string) error {
			return book.SaveDraft(ctx, Draft{Record: id, Kind: KindListen, Field: "place", Text: text})
		}},
	}
	for i := 0; b.Loop(); i++ {
		for j := range jobs {
			begin := time.Now()
			if err := jobs[j].do("一楼" + strconv.Itoa(i)); err != nil {
				b.Fatal(err)
			}
			jobs[j].took = append(jobs[j].took, time.Since(begin))
		}
	}
	for j := range jobs {
		slices.Sort(jobs[j].took)
		b.ReportMetric(float64(jobs[j].took[len(jobs[j].took)/2].Nanoseconds())/1000, jobs[j].name+"-µs")
	}
	middle := b.N / 2
	b.ReportMetric(float64(jobs[1].took[middle])/float64(jobs[0].took[middle]), "change/bare")
	b.ReportMetric(float64(jobs[2].took[middle])/float64(jobs[0].took[middle]), "draft/bare")
}

func BenchmarkImport10000Units(b *testing.B) {
	for b.Loop() {
		benchBook(b, 10_000)
	}
}

// BenchmarkOpenToList opens a book and reads the list of units: an empty one, and one of 50 MB with a thousand units.
func BenchmarkOpenToList(b *testing.B) {
	for name, laptops := range map[string]int{"empty": 0, "50MB": 33} {
		b.Run(name, func(b *testing.B) {
			units := 1
			if laptops > 0 {
				units = 1000
			}
			book, _, path := benchBook(b, units)
			for _, t := range seasonTurns(b, book, b.TempDir(), 0, laptops, 1, 10_000) {
				p, err := book.Preview(ctx, t.paths, nil)
				if err == nil {
					_, err = book.Merge(ctx, p, nil)
				}
				if err != nil {
					b.Fatal(err)
				}
			}
			opts := Options{Home: book.home}
			if err := book.Close(); err != nil {
				b.Fatal(err)
			}
			st, err := os.Stat(path)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				book, err := Open(ctx, path, opts)
				if err != nil {
					b.Fatal(err)
				}
				if rows, err := book.Units(ctx); err != nil || len(rows) != units {
					b.Fatal(len(rows), err)
				}
				b.StopTimer()
				if err := book.Close(); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
			b.ReportMetric(float64(st.Size())/1e6, "bookMB")
		})
	}
}

func BenchmarkOpen10000Units(b *testing.B) {
	book, _, path := benchBook(b, 10_000)
	opts := Options{Home: book.home}
	if err := book.Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		book, err := Open(ctx, path, opts)
		if err != nil {
			b.Fatal(err)
		}
		if err := book.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkUnits10000(b *testing.B) {
	book, _, _ := benchBook(b, 10_000)
	for b.Loop() {
		if rows, err := book.Units(ctx); err != nil || len(rows) != 10_000 {
			b.Fatal(len(rows), err)
		}
	}
}

func BenchmarkVisit(b *testing.B) {
	book, id, _ := benchBook(b, 1)
	r, err := book.RecordLines(ctx, strings.NewReader(strings.ReplaceAll(benchVisit, "MZJ", "U0")), RecordOptions{})
	if err != nil {
		b.Fatal(err, r.Problems)
	}
	for b.Loop() {
		if _, err := book.Visit(ctx, id); err != nil {
			b.Fatal(err)
		}
	}
}

var benchVisit = func() string {
	var s strings.Builder
	s.WriteString("{\"unit\":\"MZJ\"}\n")
	for i := range 200 {
		fmt.Fprintf(&s, "{\"record\":\"entry\",\"set\":{\"step\":\"listen\",\"text\":\"第%d条记录\"}}\n", i)
	}
	for i := range 30 {
		fmt.Fprintf(&s, "{\"record\":\"finding\",\"set\":{\"rule\":\"E1.1\",\"count\":1,\"facts\":\"第%d人\"}}\n", i)
	}
	for _, c := range "ABCD" {
		fmt.Fprintf(&s, "{\"nil_rest\":\"%c\"}\n", c)
	}
	return s.String()
}()
