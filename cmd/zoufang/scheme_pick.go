package main

import (
	"strings"

	"zoufang/checklist"
	"zoufang/store"
)

// bookArg is what people write for the scheme the book uses.
const bookArg = "book"

// schemeNamed is the scheme a person means: a file, one that comes with the program, "book" for the book's, or the
// beginning of the hash of one the book knows. b is nil where there is no book.
func (a *app) schemeNamed(b *store.Book, arg string) (*checklist.Scheme, error) {
	if b != nil && arg == bookArg {
		return b.Scheme(a.ctx)
	}
	if b != nil && isHash(arg) {
		s, err := a.schemeByHash(b, arg)
		if err == nil || !exists(arg) {
			return s, err
		}
	}
	if arg == bookArg {
		arg = "" // there is no book: the sentence about that is the right one
	}
	src, _, err := a.schemeSource(arg)
	if err != nil {
		return nil, err
	}
	return checklist.LoadScheme(src)
}

// isHash tells whether a text can be the beginning of a hash.
func isHash(s string) bool { return len(s) >= 6 && strings.Trim(s, "0123456789abcdef") == "" }

func (a *app) schemeByHash(b *store.Book, arg string) (*checklist.Scheme, error) {
	list, err := b.Schemes(a.ctx)
	if err != nil {
		return nil, err
	}
	var found *store.PinnedScheme
	for i := range list {
		if !strings.HasPrefix(list[i].Hash, arg) {
			continue
		}
		if found != nil {
			return nil, newFault("cmd.scheme.hashes", arg)
		}
		found = &list[i]
	}
	if found == nil {
		return nil, newFault("cmd.scheme.nohash", arg)
	}
	return b.SchemeOf(a.ctx, found.Hash)
}

// readMaybe runs fn on the book where there is one, else without.
func (a *app) readMaybe(fn func(*store.Book) error) error {
	if a.book == "" && !exists(a.bookPath()) {
		return fn(nil)
	}
	return a.read(fn)
}
