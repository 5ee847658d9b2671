package report

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"strings"
)

// codes are written without letters that are mistaken for digits.
var codes = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// Code is the check code of a sheet: it follows from everything that stands on it but the moment it was made, so that
// the book gives the same code as long as it says the same. Forty bits in two groups, to be read aloud.
func (s *Sheet) code() string {
	h := sha256.New()
	fmt.Fprintf(h, "zoufang sheet 1\x00%s\x00%s\x00%s\x00%s\x00%s\x00", s.Lang, s.Title, s.Under, s.Stamp.Book, s.Stamp.Scheme)
	for _, b := range s.Blocks {
		fmt.Fprintf(h, "%T %#v\x00", b, b)
	}
	c := codes.EncodeToString(h.Sum(nil)[:5])
	return c[:4] + "-" + c[4:]
}

// SameCode tells whether a code somebody typed is this one: case, spaces and dashes do not matter, nor do the letters
// O, I and L for the digits they are taken for.
func SameCode(typed, code string) bool { return plainCode(typed) == plainCode(code) }

var misread = strings.NewReplacer("-", "", " ", "", "O", "0", "I", "1", "L", "1")

func plainCode(s string) string { return misread.Replace(strings.ToUpper(s)) }
