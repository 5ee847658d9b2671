package bundle

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxDepth bounds how deep lists and maps may nest.
const maxDepth = 8

var errNotCanonical = errors.New("value is not written canonically")

// CheckValue reports what is wrong with a value this program is about to write: its form, and that every text in it
// is valid UTF-8 in composed form. Values with tags this program does not know pass.
//
// Reading is more generous: Decode checks the form only, because a text that another program (or another Unicode
// version) wrote must be kept as it is rather than block everything that travels with it.
func CheckValue(v Value) error { return checkValue(v, maxDepth, true) }

func checkValue(v Value, depth int, strict bool) error {
	if len(v) == 0 {
		return errors.New("value is missing")
	}
	if depth == 0 {
		return fmt.Errorf("value nests deeper than %d", maxDepth)
	}
	ok := true
	switch v.Tag() {
	case TagNull:
		ok = len(v) == 1
	case TagInt:
		_, ok = v.Int()
	case TagDecimal:
		_, _, ok = v.Decimal()
	case TagText:
		return checkText(v[1:], strict)
	case TagFile:
		f, fits := v.File()
		if !fits {
			return errNotCanonical
		}
		return errors.Join(checkText([]byte(f.MIME), strict), checkText([]byte(f.Name), strict))
	case TagMap:
		return checkMap(v, depth, strict)
	case TagList:
		return checkList(v, depth, strict)
	case TagSecret:
		_, ok = v.Secret()
	case TagSealed:
		ok = len(v) > 1
	}
	if !ok {
		return errNotCanonical
	}
	return nil
}

func checkText(b []byte, strict bool) error {
	if !strict || utf8.Valid(b) && norm.NFC.IsNormal(b) {
		return nil
	}
	return errors.New("text is not composed UTF-8")
}

func checkMap(v Value, depth int, strict bool) error {
	p := payload(v, TagMap)
	n := p.uvarint()
	var last []byte
	for i := uint64(0); i < n && !p.bad; i++ {
		k := p.bytes()
		if i > 0 && bytes.Compare(last, k) >= 0 {
			return errNotCanonical
		}
		last = k
		if err := checkText(k, strict); err != nil {
			return err
		}
		if err := checkItem(p, depth, strict); err != nil {
			return err
		}
	}
	if !p.done() {
		return errNotCanonical
	}
	return nil
}

func checkList(v Value, depth int, strict bool) error {
	p := payload(v, TagList)
	n := p.uvarint()
	for i := uint64(0); i < n && !p.bad; i++ {
		if err := checkItem(p, depth, strict); err != nil {
			return err
		}
	}
	if !p.done() {
		return errNotCanonical
	}
	return nil
}

func checkItem(p *cursor, depth int, strict bool) error {
	item := p.bytes()
	if p.bad {
		return errNotCanonical
	}
	return checkValue(item, depth-1, strict)
}
