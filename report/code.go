package report

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"fmt"
	"hash"
	"strings"

	"zoufang/words"
)

// codes are written without letters that are mistaken for digits.
var codes = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// code is the check code of a sheet, three groups of four to be read aloud. The first says which sheet it is, and about
// what; the other two follow from everything that stands on it but the moment it was made, so that the book gives the
// same code as long as it says the same. It finds a slip or a later change; it is no seal, since everybody can work it out.
func (s *Sheet) code() string {
	h := sha256.New()
	part(h, "zoufang sheet 2", string(s.Lang), s.Title, s.Under, s.Number, s.Stamp.Book, s.Stamp.Scheme)
	for _, b := range s.Blocks {
		text, _ := json.Marshal(b) // blocks are text and numbers
		part(h, fmt.Sprintf("%T", b), string(text))
	}
	c := codes.EncodeToString(h.Sum(nil)[:5])
	return which(s.Kind, s.About, s.Lang) + "-" + c[:4] + "-" + c[4:]
}

// which is the first group of a code: a kind of sheet about something in a language.
func which(kind, about string, l words.Lang) string {
	h := sha256.New()
	part(h, kind, about, string(l))
	return codes.EncodeToString(h.Sum(nil)[:5])[:4]
}

// part hashes texts so that none runs into the next.
func part(h hash.Hash, texts ...string) {
	for _, t := range texts {
		fmt.Fprintf(h, "%d:%s", len(t), t)
	}
}

// SameCode tells whether a code somebody typed is this one: case, spaces and dashes do not matter, nor do the letters
// O, I and L for the digits they are taken for.
func SameCode(typed, code string) bool { return plainCode(typed) == plainCode(code) }

// codeLong is how many characters a code has without its dashes.
const codeLong = 12

var misread = strings.NewReplacer("-", "", " ", "", "O", "0", "I", "1", "L", "1")

func plainCode(s string) string { return misread.Replace(strings.ToUpper(s)) }
