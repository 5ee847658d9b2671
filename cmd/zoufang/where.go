package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"

	"zoufang/store"
)

// The names of the books the program makes when nobody named one.
const (
	bookName = "zoufang.db"
	demoName = "zoufang-demo.db"
)

// dataDir is where books live when nobody says otherwise: $ZOUFANG_HOME, or the platform's folder for data.
func dataDir() string {
	if home := os.Getenv("ZOUFANG_HOME"); home != "" {
		return home
	}
	return filepath.Join(xdg.DataHome, "zoufang")
}

// bookPath is the book this run is about: --book, a book lying beside the program (on a stick), or the one in the
// data folder. It need not exist.
func (a *app) bookPath() string {
	if a.book != "" {
		return a.book
	}
	if exe, err := os.Executable(); err == nil {
		if beside := filepath.Join(filepath.Dir(exe), bookName); exists(beside) {
			return beside
		}
	}
	return filepath.Join(dataDir(), bookName)
}

// demoPath is the sample book of a scheme: --book, or the one in the data folder.
func (a *app) demoPath(scheme string) string {
	if a.book != "" {
		return a.book
	}
	if scheme != "default" {
		return filepath.Join(dataDir(), strings.TrimSuffix(demoName, ".db")+"-"+scheme+".db")
	}
	return filepath.Join(dataDir(), demoName)
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// makeFolder makes the folder of a book that is about to be made, if it is ours; a folder the user named must exist.
func (a *app) makeFolder(path string) error {
	if a.book != "" {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return &fault{code: "cmd.folder", args: []any{filepath.Dir(path)}, err: err}
	}
	return nil
}

// write runs fn on the book, opened to change it.
func (a *app) write(fn func(*store.Book) error) error {
	b, err := store.Open(a.ctx, a.bookPath(), store.Options{})
	if err != nil {
		return err
	}
	a.sayUpgraded(b)
	return errors.Join(fn(b), b.Close())
}

// read runs fn on the book, opened beside whoever works in it.
func (a *app) read(fn func(*store.Book) error) error {
	b, err := store.OpenReadOnly(a.ctx, a.bookPath(), store.Options{})
	if err != nil {
		return err
	}
	return errors.Join(fn(b), b.Close())
}

// besides runs fn on the book opened to change it, and where somebody works in it already, or it lies on a medium that
// cannot be written, opened to read.
func (a *app) besides(fn func(*store.Book) error) error {
	b, err := store.Open(a.ctx, a.bookPath(), store.Options{})
	if store.IsFault(err, "book.busy") || store.IsFault(err, "book.readonly") {
		return a.read(fn)
	}
	if err != nil {
		return err
	}
	a.sayUpgraded(b)
	return errors.Join(fn(b), b.Close())
}
