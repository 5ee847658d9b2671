package main

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/store/bundle"
)

// takeOver begins with what the office handed out: a book is opened where it lies; from a bundle an own book is made
// for the same district and year, and the bundle is merged into it. Taking over a bundle is enrolling its laptop. The
// passphrase opens one that is under a passphrase; where it is "" and one is wanted, store.Asks says so of the error.
func (a *app) takeOver(ctx context.Context, path, passphrase string) (*store.Book, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, &fault{code: "cmd.file", args: []any{path}, err: err}
	}
	h, err := peek(f, passphrase)
	_ = f.Close() // only read
	var not *bundle.Fault
	if errors.As(err, &not) && not.Code == bundle.FaultNotABundle {
		return store.Open(ctx, path, store.Options{})
	}
	if err != nil {
		return nil, err
	}
	if h.Demo {
		return nil, newFault("cmd.demobundle", path)
	}
	own := a.bookPath()
	if err := a.makeFolder(own); err != nil {
		return nil, err
	}
	b, err := store.Create(ctx, own, store.Options{}, store.Setup{District: h.District, Year: h.Year})
	if err != nil {
		return nil, err
	}
	if passphrase != "" {
		_, err = b.Ring().Unlock(passphrase)
	}
	if err == nil {
		err = a.fill(ctx, b, h, path)
	}
	if err != nil {
		return nil, errors.Join(err, b.Close(), removeBook(own))
	}
	return b, nil
}

// peek reads the header of a bundle, also of one that is sealed for a key on this machine or under the passphrase.
func peek(f *os.File, passphrase string) (h bundle.Header, err error) {
	ring := store.NewRing("")
	if passphrase != "" {
		if _, err := ring.Unlock(passphrase); err != nil {
			return h, err
		}
	}
	in, _, err := ring.Open(f)
	if err != nil {
		return h, err
	}
	return bundle.Peek(in)
}

// fill merges a bundle into a book that was just made.
func (a *app) fill(ctx context.Context, b *store.Book, h bundle.Header, path string) error {
	if err := b.Enrol(ctx, h.Exporter, ""); err != nil {
		return err
	}
	plan, err := b.Preview(ctx, []string{path}, nil)
	if err != nil {
		return err
	}
	for i := range plan.Files {
		plan.Files[i].Start = plan.Files[i].Path == path
	}
	r, err := b.Merge(ctx, plan, nil)
	if err != nil {
		return err
	}
	for _, f := range r.Files {
		if f.Verdict == store.Refused || f.Verdict == store.Closed {
			return f.Fault
		}
	}
	for _, p := range b.People() {
		if p.Role == checklist.RoleOffice && p.Name == h.Person.Name && p.Number == h.Person.Number {
			return b.EnrolOffice(ctx, h.Exporter, "") // what the office hands out brings its keys
		}
	}
	return nil
}

// removeBook takes back a book that this run made and nobody has written in.
func removeBook(path string) error {
	for _, name := range []string{path, path + "-wal", path + "-shm", path + ".lock"} {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return os.RemoveAll(path + ".inbox")
}
