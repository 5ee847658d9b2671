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
	db := b.r
	if b.w != nil {
		b.mu.Lock()
		defer b.mu.Unlock()
		db = b.w
	}
	_, err := db.ExecContext(ctx, "VACUUM INTO ?", tmp)
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
