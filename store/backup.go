package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
)

// Backup writes a whole copy of the book, as it is now, to a new file. Nobody should copy the file of an open book by
// hand: what was saved last lies beside it. Faults: backup.exists (path), backup.write (path).
func (b *Book) Backup(ctx context.Context, path string) error {
	if _, err := os.Lstat(path); err == nil {
		return newFault("backup.exists", path)
	}
	tmp := filepath.Join(filepath.Dir(path), ".new-"+newBookID())
	defer os.Remove(tmp) // gone after the rename
	err := makePrivate(tmp)
	if err == nil {
		err = b.copyTo(ctx, tmp)
	}
	if err == nil {
		err = syncFile(tmp)
	}
	if err == nil {
		err = os.Rename(tmp, path)
	}
	if err != nil {
		return &Fault{Code: "backup.write", Args: []any{path}, Err: err}
	}
	return nil
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
