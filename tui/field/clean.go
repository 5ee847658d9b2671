package field

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Clean makes text from anywhere fit to be kept and drawn: every kind of line end becomes \n, tabs become spaces,
// and what a terminal would obey instead of show is dropped: escape sequences, control characters, marks that turn
// the reading direction, invisible fillers. Broken UTF-8 becomes U+FFFD.
func Clean(s string) string {
	if !dirty(s) {
		return s
	}
	s = lineEnds.Replace(strings.ToValidUTF8(s, "\uFFFD"))
	if strings.ContainsRune(s, 0x1b) || strings.ContainsRune(s, 0x9b) {
		s = ansi.Strip(s)
	}
	return strings.Map(func(r rune) rune {
		if r != '\n' && Unwanted(r) {
			return -1
		}
		return r
	}, s)
}

// CleanLine is Clean for one line: line ends become one space each.
func CleanLine(s string) string {
	return strings.ReplaceAll(Clean(s), "\n", " ")
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n",
	"\u2028", "\n", "\u2029", "\n", "\t", "    ")

// dirty tells whether Clean would change anything; nearly always it would not.
func dirty(s string) bool {
	if !utf8.ValidString(s) {
		return true
	}
	for _, r := range s {
		if r != '\n' && (Unwanted(r) || r == 0x2028 || r == 0x2029) {
			return true
		}
	}
	return false
}

// Unwanted tells characters that are obeyed or invisible rather than shown.
func Unwanted(r rune) bool {
	switch {
	case r < ' ', r >= 0x7f && r <= 0x9f, // control
		r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0x200E, r == 0x200F, r == 0x061C, // direction
		r == 0x200B, r == 0x2060, r == 0xFEFF, r == 0x00AD, r == 0x180E, r == 0x115F, r == 0x1160, r == 0x3164, r == 0xFFA0, // invisible
		r >= 0xFFF9 && r <= 0xFFFB, r >= 0x2061 && r <= 0x2065, r >= 0xE0000 && r <= 0xE0FFF:
		return true
	}
	return false
}
