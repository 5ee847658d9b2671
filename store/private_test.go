package store

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// Notes are sensitive: nobody but the owner may read the book, what SQLite keeps beside it, the inbox or a backup.
func TestBooksArePrivate(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // files there have the access list of their folder, not a mode
	}
	b, _ := fieldBook(t, liMin)
	dir := filepath.Dir(b.path)
	must(t, b.Backup(ctx, filepath.Join(dir, "copy.zoufang")))
	if _, err := b.Preview(ctx, []string{filepath.Join(dir, "nothing.zfb")}, nil); err != nil {
		t.Fatal(err)
	}
	var seen []string
	must(t, filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || path == dir || !strings.Contains(path, ".zoufang") {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		seen = append(seen, d.Name())
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s may be read by others: %v", d.Name(), info.Mode())
		}
		return nil
	}))
	if all := strings.Join(seen, " "); !strings.Contains(all, "book.zoufang-wal") || !strings.Contains(all, "copy.zoufang") {
		t.Errorf("looked at %s only", all)
	}
}

// A book that could not be made leaves nothing in the way of the next try.
func TestCreateLeavesNoHalfBook(t *testing.T) {
	l := newLaptop(t, "m1")
	gone, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := Create(gone, l.path(), l.opts, Setup{District: "云台区", Year: "2026"}); err == nil {
		t.Fatal("made without a context")
	}
	if left, _ := filepath.Glob(l.path() + "*"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	l.create(Setup{})
}
