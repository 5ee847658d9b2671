package store

import (
	"encoding/json"
	"errors"
	"io"
	"os"

	"github.com/gofrs/flock"
)

// writerLock keeps a second writer away from a book. It lies beside it as path + ".lock" and says who holds it; readers
// need none.
type writerLock struct {
	f    *flock.Flock
	path string
}

// holder is who has a book open for writing.
type holder struct {
	PID    int    `json:"pid"`
	Host   string `json:"host"`
	Person string `json:"person"`
}

// takeLock takes the writer's lock of the book at path. Fault book.busy (path, person, host, pid) when another process
// holds it.
func takeLock(path string) (*writerLock, error) {
	l := &writerLock{f: flock.New(path + ".lock"), path: path}
	ok, err := l.f.TryLock()
	if err != nil {
		return nil, lockFault(err, path)
	}
	if !ok {
		h := l.holder()
		return nil, newFault("book.busy", path, h.Person, h.Host, h.PID)
	}
	return l, nil
}

// lockFault tells a folder that cannot be written from other failures: a book on a read-only disk cannot be locked.
func lockFault(err error, path string) error {
	if f := fault(err, path); f != err {
		return f
	}
	return &Fault{Code: "book.readonly", Args: []any{path}, Err: err}
}

// sign writes who holds the lock. The first byte says nothing: Windows lets nobody else read the byte that is locked.
// What cannot be written is no reason to refuse the book: the lock holds without it.
func (l *writerLock) sign(person string) {
	host, _ := os.Hostname()
	b, err := json.Marshal(holder{PID: os.Getpid(), Host: host, Person: person})
	if err != nil {
		return
	}
	f, err := os.OpenFile(l.f.Path(), os.O_WRONLY, 0)
	if err != nil {
		return
	}
	defer f.Close()
	if f.Truncate(1) == nil {
		_, _ = f.WriteAt(b, 1)
	}
}

func (l *writerLock) holder() (h holder) {
	f, err := os.Open(l.f.Path())
	if err != nil {
		return h
	}
	defer f.Close()
	b, err := io.ReadAll(io.NewSectionReader(f, 1, 4096))
	if err == nil {
		_ = json.Unmarshal(b, &h) // unreadable: an unnamed holder
	}
	return h
}

func (l *writerLock) release() error {
	if l == nil {
		return nil
	}
	return errors.Join(l.f.Unlock(), l.f.Close())
}
