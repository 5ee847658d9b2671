package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"zoufang/checklist"
	"zoufang/checklist/schemes"
)

// Create makes a new book with its round and scheme, and opens it. Faults: book.exists, book.readonly, book.full,
// setup.district and setup.year when these are missing, home.write; a scheme with problems gives *checklist.Faults.
func Create(ctx context.Context, path string, o Options, s Setup) (*Book, error) {
	s.District, s.Year = strings.TrimSpace(s.District), strings.TrimSpace(s.Year)
	if s.District == "" {
		return nil, newFault("setup.district")
	}
	if s.Year == "" {
		return nil, newFault("setup.year")
	}
	chosen := s.Scheme != nil
	if !chosen {
		s.Scheme = schemes.Default
	}
	scheme, err := checklist.LoadScheme(s.Scheme)
	if err != nil {
		return nil, err
	}
	if _, err := os.Lstat(path); err == nil {
		return nil, newFault("book.exists", path)
	}
	if err := makeFile(ctx, path, s, scheme.Hash); err != nil {
		return nil, fault(err, path)
	}
	b, err := Open(ctx, path, o)
	if err != nil {
		return nil, err
	}
	if err := b.begin(ctx, s, scheme, chosen); err != nil {
		err = errors.Join(err, b.Close())
		for _, beside := range []string{"", "-wal", "-shm", ".lock"} {
			os.Remove(path + beside) // it holds nothing yet, and half a book would be in the way of the next try
		}
		return nil, err
	}
	return b, nil
}

// makePrivate makes an empty file that only its owner may read: notes are sensitive. SQLite gives what it writes beside
// the book the mode of the book.
func makePrivate(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// makeFile writes an empty book beside path and renames it, so that a half-made one is never seen.
func makeFile(ctx context.Context, path string, s Setup, scheme string) error {
	tmp := filepath.Join(filepath.Dir(path), ".new-"+newBookID())
	defer os.Remove(tmp) // gone after the rename
	if err := makePrivate(tmp); err != nil {
		return err
	}
	db, err := sql.Open("sqlite", dsn(tmp, "_pragma=synchronous(FULL)"))
	if err != nil {
		return err
	}
	if err := errors.Join(layOut(ctx, db, s, scheme), db.Close()); err != nil {
		return err
	}
	return os.Rename(tmp, path)
}

// layOut makes the tables. The mode that keeps a log beside the book is set last: it is written into the file.
func layOut(ctx context.Context, db *sql.DB, s Setup, scheme string) error {
	db.SetMaxOpenConns(1)
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // after the commit this does nothing
	if _, err := tx.ExecContext(ctx, schema); err != nil {
		return err
	}
	pragmas := fmt.Sprintf("PRAGMA application_id=%d; PRAGMA user_version=%d", applicationID, schemaVersion())
	if _, err := tx.ExecContext(ctx, pragmas); err != nil {
		return err
	}
	demo := "0"
	if s.Demo {
		demo = "1"
	}
	for key, value := range map[string]string{"id": newBookID(), "demo": demo, "district": s.District, "year": s.Year, "scheme": scheme} {
		if _, err := tx.ExecContext(ctx, "INSERT INTO meta (key, value) VALUES (?, ?)", key, value); err != nil {
			return err
		}
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "PRAGMA journal_mode=WAL")
	return err
}

func newBookID() string {
	var id [16]byte
	_, _ = rand.Read(id[:]) // never fails
	return hex.EncodeToString(id[:])
}

// begin writes the first changes of a new book: its round, and the scheme. Only a scheme that somebody chose is written
// into the round. The one a book begins with by itself is this book's own until the office uses another: were it written,
// every laptop's beginning would contest the office's choice.
func (b *Book) begin(ctx context.Context, s Setup, scheme *checklist.Scheme, chosen bool) error {
	round := checklist.RoundID(s.District, s.Year)
	return b.write(ctx, func(w *writer) error {
		w.plain = true
		if err := w.pinScheme(ctx, s.Scheme, scheme); err != nil {
			return err
		}
		r := checklist.Round{District: s.District, Year: s.Year}
		if chosen {
			r.Scheme = scheme.Hash
		}
		return w.put(ctx, round, KindRound, r)
	})
}
