package store

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

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

// A save costs no more than half again what a bare durable commit of one row costs; both are reported.
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
	b.Run("bare", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			tx, err := db.Begin()
			if err != nil {
				b.Fatal(err)
			}
			if _, err := tx.Exec("INSERT INTO t (b) VALUES (?)", "一楼"+strconv.Itoa(i)); err != nil {
				b.Fatal(err)
			}
			if err := tx.Commit(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("change", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if err := book.Apply(ctx, placeEdit(id, "一楼"+strconv.Itoa(i), nil)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("draft", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if err := book.SaveDraft(ctx, Draft{Record: id, Kind: KindListen, Field: "place", Text: strconv.Itoa(i)}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkImport10000Units(b *testing.B) {
	for b.Loop() {
		benchBook(b, 10_000)
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
