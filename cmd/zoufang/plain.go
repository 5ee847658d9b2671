package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"zoufang/tui/field"
)

// plain is an output on which text from books and bundles cannot command the terminal: what would be obeyed instead of
// shown (escape sequences, other controls, marks that turn the reading direction) is written as \u001b and the like.
// In JSON that says the same, so nothing is lost there.
type plain struct{ w io.Writer }

// Write takes whole texts, as package fmt writes them.
func (p plain) Write(b []byte) (int, error) {
	if _, err := io.WriteString(p.w, plainly(string(b))); err != nil {
		return 0, err
	}
	return len(b), nil
}

// plainly is a text as plain writes it.
func plainly(text string) string {
	var out strings.Builder
	for _, r := range text {
		switch {
		case r == '\n' || r == '\t' || !field.Unwanted(r):
			out.WriteRune(r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&out, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&out, `\u%04x`, r)
		}
	}
	return out.String()
}
