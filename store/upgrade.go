package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// A book says in its user_version which schema it has. A newer program brings an older book up to its own when it opens it
// to write: it makes a proven copy beside the book first, and then takes all steps in one transaction. An older program
// refuses a newer book and does not touch it.

// upgrades are the steps: the first leads from version 1 to 2. schema.sql is always what all of them lead to.
var upgrades []string

// schemaVersion is the user_version of the books this program writes.
func schemaVersion() int { return 1 + len(upgrades) }

// Upgrade tells what opening a book of an older program did.
type Upgrade struct {
	From, To int
	Copy     string // of the book as it was
}

// Upgraded tells whether opening this book brought it up to this program's schema; nil when it did not.
func (b *Book) Upgraded() *Upgrade { return b.upgraded }

// upgrade brings a book up to this program's schema. The writer's lock is held and nothing else is open. It works without
// a log beside the book, so that the version in the file's first page is true at every moment: an older program reads it
// there before it opens anything. Faults: book.newer (path, version), upgrade.copy (path; why), upgrade.failed (path, copy).
func (b *Book) upgrade(ctx context.Context) error {
	if v, err := fileVersion(b.path); err != nil || v == schemaVersion() && !lies(b.path+"-journal") {
		return err
	}
	db, err := sql.Open("sqlite", dsn(b.path, "_pragma=busy_timeout(3000)&_pragma=synchronous(FULL)"))
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	var from int
	if err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&from); err != nil {
		return err
	}
	if from == schemaVersion() {
		return nil
	}
	if from > schemaVersion() {
		return newFault("book.newer", b.path, from)
	}
	copied := b.path + fmt.Sprintf(".v%d-%s%s", from, b.now().Format("20060102-150405"), backupExt)
	b.r = db // the copy is read over this connection, the only one there is
	_, err = b.BackupTo(ctx, copied, BackupOptions{})
	b.r = nil
	if err != nil {
		return &Fault{Code: "upgrade.copy", Args: []any{b.path, err}, Err: err}
	}
	if err := climb(ctx, db, from); err != nil {
		if ctx.Err() != nil {
			return err
		}
		return &Fault{Code: "upgrade.failed", Args: []any{b.path, filepath.Base(copied)}, Err: err}
	}
	b.upgraded = &Upgrade{From: from, To: schemaVersion(), Copy: copied}
	return nil
}

// fileVersion is the user_version in the first page of a book's file.
func fileVersion(path string) (int, error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	var v [4]byte
	_, err = f.ReadAt(v[:], 60)
	return int(binary.BigEndian.Uint32(v[:])), err
}

func lies(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// climb takes the steps in one transaction. The summaries are a cache of what the older program knew to show.
func climb(ctx context.Context, db *sql.DB, from int) error {
	if _, err := db.ExecContext(ctx, "PRAGMA query_only = 0"); err != nil { // the copy was made as a reader makes it
		return err
	}
	var mode string
	if err := db.QueryRowContext(ctx, "PRAGMA journal_mode=DELETE").Scan(&mode); err != nil {
		return err
	}
	if !strings.EqualFold(mode, "delete") {
		return errors.New("store: the book is being read: " + mode)
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // after the commit this does nothing
	for _, step := range append(upgrades[from-1:len(upgrades):len(upgrades)], "DELETE FROM summary", fmt.Sprintf("PRAGMA user_version=%d", schemaVersion())) {
		if _, err := tx.ExecContext(ctx, step); err != nil {
			return err
		}
	}
	return tx.Commit()
}
