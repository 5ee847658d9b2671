package store

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"zoufang/store/bundle"
)

// Restore makes a book at path out of a copy: proven first, written beside its name, and never over a book that is there.
// The restored book has a new identity and becomes a new device when it is opened: the old book may live on elsewhere, and
// what both write meets in a merge. Sealed copies are opened with the keys of the ring. Faults: restore.exists (path),
// restore.open (copy) for a book that is in use, restore.bundle (copy), restore.damaged (copy), restore.nofolder,
// restore.readonly and restore.full (folder), restore.write (path), book.missing, book.isdir, book.empty, book.notabook,
// book.newer (copy), those of Ring.Open.
func Restore(ctx context.Context, from, path string, ring *Ring, progress func(Progress)) (r CheckReport, err error) {
	for _, taken := range []string{path, path + "-wal", path + "-journal"} {
		if lies(taken) {
			return r, newFault("restore.exists", path)
		}
	}
	if st, err := os.Stat(from + "-wal"); err == nil && st.Size() > 0 {
		return r, newFault("restore.open", from)
	}
	tmp := filepath.Join(filepath.Dir(path), ".new-"+newBookID())
	for _, left := range []string{"", "-wal", "-shm", "-journal"} {
		defer os.Remove(tmp + left) // the first is gone after the rename
	}
	if err := unsealCopy(ctx, from, tmp, ring, progress); err != nil {
		return r, restoreFault(ctx, err, path)
	}
	if err := isCopy(tmp, from); err != nil {
		return r, err
	}
	if progress != nil {
		progress(Progress{Stage: "backup.check"})
	}
	if r, _, err = proveFile(ctx, tmp); err != nil {
		if ctx.Err() != nil {
			return r, errors.Join(ctx.Err(), err)
		}
		return r, &Fault{Code: "restore.damaged", Args: []any{from}, Err: err}
	}
	if err = newIdentityOf(ctx, tmp); err == nil {
		err = syncFile(tmp)
	}
	if err == nil {
		err = publish(tmp, path)
	}
	return r, restoreFault(ctx, err, path)
}

// isCopy looks at the first bytes of what was copied, and says its name from before.
func isCopy(tmp, from string) error {
	err := checkFile(tmp)
	if f := (*Fault)(nil); errors.As(err, &f) && len(f.Args) > 0 {
		said := &Fault{Code: f.Code, Args: append([]any{from}, f.Args[1:]...), Err: f.Err}
		if in, err := os.Open(tmp); err == nil && f.Code == "book.notabook" {
			defer in.Close()
			if _, err := bundle.Peek(in); err == nil {
				said.Code = "restore.bundle"
			}
		}
		return said
	}
	return err
}

// unsealCopy copies a file, opened where it is sealed.
func unsealCopy(ctx context.Context, from, tmp string, ring *Ring, progress func(Progress)) error {
	in, err := os.Open(from)
	if err != nil {
		return fault(err, from)
	}
	defer in.Close()
	st, err := in.Stat()
	if err != nil {
		return err
	}
	if st.IsDir() {
		return newFault("book.isdir", from)
	}
	src, _, err := ring.Open(&countedFile{ctx, in, 0, st.Size(), progress})
	if err != nil {
		return err
	}
	out, err := os.OpenFile(tmp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, src)
	return errors.Join(err, out.Close())
}

// countedFile tells how far a file was read, and stops where the work was cancelled.
type countedFile struct {
	ctx         context.Context
	f           *os.File
	done, total int64
	progress    func(Progress)
}

func (c *countedFile) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.f.Read(p)
	c.done += int64(n)
	if c.progress != nil {
		c.progress(Progress{Stage: "restore", Done: c.done, Total: c.total})
	}
	return n, err
}

// newIdentityOf gives a book that nobody has open another id, so that no identity outside the book fits it.
func newIdentityOf(ctx context.Context, path string) error {
	db, err := sql.Open("sqlite", dsn(path, "_pragma=synchronous(FULL)"))
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	_, err = db.ExecContext(ctx, "UPDATE meta SET value = ? WHERE key = 'id'", newBookID())
	if err == nil {
		_, err = db.ExecContext(ctx, "PRAGMA journal_mode=WAL")
	}
	return errors.Join(err, db.Close())
}

// restoreFault says what a failed restore means for people.
func restoreFault(ctx context.Context, err error, path string) error {
	if err == nil || ctx.Err() != nil {
		return errors.Join(ctx.Err(), err)
	}
	var f interface{ FaultCode() string }
	if errors.As(err, &f) && !IsFault(err, "book.full") && !IsFault(err, "book.readonly") {
		return err
	}
	dir := filepath.Dir(path)
	code, arg := "restore.write", path
	switch e := (*sqlite.Error)(nil); {
	case errors.Is(err, fs.ErrExist):
		code = "restore.exists"
	case isFull(err), isTooLarge(err), errors.As(err, &e) && e.Code()&0xff == sqlite3.SQLITE_FULL:
		code, arg = "restore.full", dir
	case isNoFolder(err), !isFolder(dir):
		code, arg = "restore.nofolder", dir
	case isReadOnly(err):
		code, arg = "restore.readonly", dir
	}
	return &Fault{Code: code, Args: []any{arg}, Err: err}
}
