package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"zoufang/store/bundle"
)

// BackupOptions say how a copy of the book is written.
type BackupOptions struct {
	Seal     bool           // for the office's keys that count here: whoever finds the stick reads nothing
	Progress func(Progress) // stages backup and backup.check; nil: nobody watches
}

// Copy is a copy of the book that was written and proven.
type Copy struct {
	Path   string
	Size   int64
	SHA    bundle.Hash
	Digest string // as Check gives it
	Sealed bool
}

// Backup writes a whole copy of the book, as it is now, to a new file. Nobody should copy the file of an open book by
// hand: what was saved last lies beside it. Faults as BackupTo's.
func (b *Book) Backup(ctx context.Context, path string) error {
	_, err := b.BackupTo(ctx, path, BackupOptions{})
	return err
}

// BackupTo is Backup with options. The copy is written beside its name, opened, proven whole and compared with the book,
// and only then gets its name; typing goes on meanwhile. Faults: backup.exists (path), backup.nofolder and
// backup.readonly (folder), backup.full (folder), backup.nokey, backup.differs (path), backup.write (path).
func (b *Book) BackupTo(ctx context.Context, path string, o BackupOptions) (c Copy, err error) {
	return b.copyBook(ctx, path, ".new-"+newBookID(), o)
}

// copyBook writes the copy under the name part first, in the folder of path.
func (b *Book) copyBook(ctx context.Context, path, part string, o BackupOptions) (c Copy, err error) {
	if lies(path) {
		return c, newFault("backup.exists", path)
	}
	var to []bundle.Recipient
	if o.Seal {
		if to, err = b.backupKeys(ctx); err != nil {
			return c, err
		}
	}
	tmp := filepath.Join(filepath.Dir(path), part)
	plain := tmp
	if o.Seal { // unsealed it only ever lies where the book itself lies
		plain = filepath.Join(filepath.Dir(b.path), part+"-plain")
		defer os.Remove(plain)
	}
	defer os.Remove(tmp) // gone after the rename
	c = Copy{Path: path, Sealed: o.Seal}
	if c.Digest, err = b.provenCopy(ctx, plain, path, o.Progress); err == nil && o.Seal {
		err = sealCopy(plain, tmp, to, b.sealingKey())
	}
	if err == nil {
		c.SHA, c.Size, err = sumFile(ctx, tmp)
	}
	if err == nil {
		err = publish(tmp, path)
	}
	return c, backupFault(ctx, err, path)
}

// provenCopy has SQLite write a copy and proves it: whole, and what the book holds. It gives the digest.
func (b *Book) provenCopy(ctx context.Context, tmp, path string, progress func(Progress)) (digest string, err error) {
	if err := makePrivate(tmp); err != nil {
		return "", err
	}
	stop := b.watchCopy(tmp, progress)
	err = b.copyTo(ctx, tmp)
	stop()
	if err == nil {
		err = syncFile(tmp)
	}
	if err != nil {
		return "", err
	}
	if progress != nil {
		progress(Progress{Stage: "backup.check"})
	}
	r, at, err := proveFile(ctx, tmp)
	if err != nil {
		return "", err
	}
	err = b.read(ctx, func(q querier) error {
		now, err := positions(ctx, q)
		if err != nil {
			return err
		}
		if maps.Equal(at, now) {
			var mine CheckReport
			if mine, err = checkLog(ctx, q); err == nil && mine.Digest != r.Digest {
				err = newFault("backup.differs", path)
			}
			return err
		}
		return within(ctx, q, at, path) // somebody typed meanwhile
	})
	return r.Digest, err
}

// watchCopy tells how far the copy has come, until stop.
func (b *Book) watchCopy(tmp string, progress func(Progress)) (stop func()) {
	if progress == nil {
		return func() {}
	}
	total := int64(1)
	if st, err := os.Stat(b.path); err == nil {
		total = max(total, st.Size())
	}
	end, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for tick := time.NewTicker(100 * time.Millisecond); ; {
			if st, err := os.Stat(tmp); err == nil {
				progress(Progress{Stage: "backup", Done: min(st.Size(), total), Total: total})
			}
			select {
			case <-end:
				tick.Stop()
				return
			case <-tick.C:
			}
		}
	}()
	return func() { close(end); <-ended }
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// copyTo lets SQLite write a copy. A reader's connection does it, beside the writer, and may write for that moment.
func (b *Book) copyTo(ctx context.Context, path string) error {
	c, err := b.r.Conn(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	if _, err := c.ExecContext(ctx, "PRAGMA query_only = 0"); err != nil {
		return err
	}
	_, err = c.ExecContext(ctx, "VACUUM INTO ?", path)
	_, back := c.ExecContext(context.WithoutCancel(ctx), "PRAGMA query_only = 1")
	return errors.Join(err, back)
}

// position is how far the log of a device has come in a book.
type position struct {
	seq  int64
	head bundle.Hash
}

func positions(ctx context.Context, q querier) (map[bundle.DeviceID]position, error) {
	rows, err := q.QueryContext(ctx, "SELECT id, hseq, hhash FROM dev")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	at := map[bundle.DeviceID]position{}
	for rows.Next() {
		var id, head []byte
		var p position
		if err := rows.Scan(&id, &p.seq, &head); err != nil {
			return nil, err
		}
		p.head = bundle.Hash(head)
		at[bundle.DeviceID(id)] = p
	}
	return at, rows.Err()
}

// within proves that every log of a copy is the beginning of the same log here: a hash stands for all before it.
func within(ctx context.Context, q querier, at map[bundle.DeviceID]position, path string) error {
	for id, p := range at {
		if p.seq == 0 {
			continue
		}
		var n int
		if err := q.QueryRowContext(ctx, "SELECT count(*) FROM op JOIN dev ON dev.ix = op.dev WHERE dev.id = ? AND seq = ? AND hash = ?",
			id[:], p.seq, p.head[:]).Scan(&n); err != nil {
			return err
		}
		if n == 0 {
			return newFault("backup.differs", path)
		}
	}
	return nil
}

// proveFile proves that a file that nobody writes to is a whole book: the file, every change against its hash and place,
// every sensitive text against its hash. It tells how far each log in it has come.
func proveFile(ctx context.Context, path string) (r CheckReport, at map[bundle.DeviceID]position, err error) {
	db, err := sql.Open("sqlite", dsn(path, "immutable=1&"+readerPragmas))
	if err != nil {
		return r, nil, err
	}
	defer db.Close()
	var says string
	if err := db.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&says); err != nil {
		return r, nil, err
	}
	if says != "ok" {
		return r, nil, &Fault{Code: "book.corrupt", Args: []any{path}, Err: errors.New(says)}
	}
	if r, err = checkLog(ctx, db); err == nil {
		at, err = positions(ctx, db)
	}
	return r, at, err
}

// sumFile reads a file back from the disk.
func sumFile(ctx context.Context, path string) (sum bundle.Hash, size int64, err error) {
	f, err := os.Open(path)
	if err != nil {
		return sum, 0, err
	}
	defer f.Close()
	h := sha256.New()
	for err == nil {
		if err = ctx.Err(); err == nil {
			var n int64
			n, err = io.CopyN(h, f, 1<<20)
			size += n
		}
	}
	if err == io.EOF {
		err = nil
	}
	return bundle.Hash(h.Sum(nil)), size, err
}

// backupFault says what a failed copy means for people. Cancelled work stays cancelled.
func backupFault(ctx context.Context, err error, path string) error {
	if err == nil || ctx.Err() != nil {
		return errors.Join(ctx.Err(), err)
	}
	if f := (*Fault)(nil); errors.As(err, &f) && f.Code != "book.full" && f.Code != "book.readonly" && f.Code != "book.missing" {
		return err
	}
	dir := filepath.Dir(path)
	code, arg := "backup.write", path
	switch e := (*sqlite.Error)(nil); {
	case errors.Is(err, fs.ErrExist):
		code = "backup.exists"
	case isFull(err), isTooLarge(err), errors.As(err, &e) && e.Code()&0xff == sqlite3.SQLITE_FULL:
		code, arg = "backup.full", dir
	case isNoFolder(err), !isFolder(dir):
		code, arg = "backup.nofolder", dir
	case isReadOnly(err):
		code, arg = "backup.readonly", dir
	}
	return &Fault{Code: code, Args: []any{arg}, Err: err}
}

func isFolder(dir string) bool {
	st, err := os.Stat(dir)
	return err == nil && st.IsDir()
}
