package checklist

import (
	_ "embed" // the table of initials
	"strings"
	"sync"
)

// initialsFile holds the sets of letters that occur, a line each, a NUL, and then for every character of initialsRanges
// two bytes, the higher first: the number of its set. It is made from the pinyin library by its test, which also holds it against the
// library: the library itself would be a twentieth of the program, and its map is built anew at every start.
//
//go:embed initials.bin
var initialsFile string

// initialsRanges are the first and last characters the table speaks of.
var initialsRanges = [...][2]rune{{0x3007, 0x3007}, {0x3400, 0x9fff}, {0xe815, 0xe864}, {0xfa18, 0xfa18}, {0x20000, 0x323af}}

type initialsTable struct {
	sets []string
	of   string
}

var initials = sync.OnceValue(func() initialsTable {
	head, of, _ := strings.Cut(initialsFile, "\x00")
	return initialsTable{strings.Split(head, "\n"), of}
})

// Initials are the letters a character's readings begin with, in lower case and the commonest first: 重 is "zct". A
// letter or digit of ASCII is itself; "" for anything else.
func Initials(r rune) string {
	switch {
	case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
		return string(r)
	case 'A' <= r && r <= 'Z':
		return string(r - 'A' + 'a')
	}
	at := 0
	for _, x := range initialsRanges {
		if x[0] <= r && r <= x[1] {
			t := initials()
			i := 2 * (at + int(r-x[0]))
			return t.sets[int(t.of[i])<<8|int(t.of[i+1])]
		}
		at += int(x[1]-x[0]) + 1
	}
	return ""
}
