package store

import (
	"errors"
	"fmt"
	"io/fs"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Fault is an error meant for people: a code that package words has a sentence for, and what the sentence needs.
type Fault struct {
	Code string
	Args []any
	Err  error // the cause, nil when there is none below
}

func (f *Fault) Error() string {
	s := f.Code
	if len(f.Args) > 0 {
		s += fmt.Sprint(f.Args)
	}
	if f.Err != nil {
		s += ": " + f.Err.Error()
	}
	return s
}

// Unwrap gives the cause.
func (f *Fault) Unwrap() error { return f.Err }

// FaultCode is the key of the sentence.
func (f *Fault) FaultCode() string { return f.Code }

// FaultArgs are what the sentence needs, in the order the code documents.
func (f *Fault) FaultArgs() []any { return f.Args }

func newFault(code string, args ...any) *Fault { return &Fault{Code: code, Args: args} }

// IsFault tells whether err is a fault of this code.
func IsFault(err error, code string) bool {
	var f interface{ FaultCode() string }
	return errors.As(err, &f) && f.FaultCode() == code
}

// fault turns an error of SQLite or the file system into a fault about the book at path; others pass unchanged.
func fault(err error, path string) error {
	if err == nil {
		return nil
	}
	if f := (*Fault)(nil); errors.As(err, &f) {
		return err
	}
	if code := sqliteCode(err); code != "" {
		return &Fault{Code: code, Args: []any{path}, Err: err}
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &Fault{Code: "book.missing", Args: []any{path}, Err: err}
	}
	return diskFault(err, path)
}

func sqliteCode(err error) string {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return ""
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_FULL:
		return "book.full"
	case sqlite3.SQLITE_IOERR:
		return "book.io"
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM:
		return "book.readonly"
	case sqlite3.SQLITE_CANTOPEN:
		return "book.cantopen"
	case sqlite3.SQLITE_CORRUPT:
		return "book.corrupt"
	case sqlite3.SQLITE_NOTADB:
		return "book.notabook"
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return "book.waiting"
	}
	return ""
}
