package field

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
	"golang.org/x/text/width"
)

// Meter measures text in terminal cells. Everything that is laid out or drawn is measured by it.
type Meter struct {
	Wide bool // the terminal draws characters of ambiguous width (— … “ ” ①) in two cells
}

// Width is the number of cells of s. Escape sequences count nothing.
func (m Meter) Width(s string) int {
	if strings.IndexByte(s, 0x1b) >= 0 {
		s = ansi.Strip(s)
	}
	n := 0
	for s != "" {
		size, w := m.next(s)
		n, s = n+w, s[size:]
	}
	return n
}

// next is the first grapheme cluster of s: its length in bytes and its width in cells. s holds no escape sequences.
func (m Meter) next(s string) (size, cells int) {
	r, n := utf8.DecodeRuneInString(s)
	if w := plain(r); w > 0 {
		if n == len(s) {
			return n, w
		}
		if next, _ := utf8.DecodeRuneInString(s[n:]); plain(next) > 0 {
			return n, w
		}
	}
	cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(s, -1)
	return len(cluster), m.cluster(cluster)
}

// cluster is the width of one grapheme cluster.
func (m Meter) cluster(c string) int {
	w := ansi.StringWidth(c)
	if m.Wide && w == 1 {
		if r, _ := utf8.DecodeRuneInString(c); width.LookupRune(r).Kind() == width.EastAsianAmbiguous {
			return 2
		}
	}
	return w
}

// plain is the width of a character that needs no table: printable ASCII and the common Chinese ranges. Between two of
// these there is always a cluster boundary. 0 means: ask the tables.
func plain(r rune) int {
	switch {
	case r >= ' ' && r <= '~':
		return 1
	case r >= 0x4E00 && r <= 0x9FFF, r >= 0x3400 && r <= 0x4DBF, // ideographs
		r >= 0x3000 && r <= 0x3029, // ideographic space, punctuation
		r >= 0xFF01 && r <= 0xFF60: // full-width forms
		return 2
	}
	return 0
}

// Cut shortens s to at most w cells; where something is cut off, tail stands at the end (and counts). Escape
// sequences are kept.
func (m Meter) Cut(s string, w int, tail string) string {
	if m.Width(s) <= w {
		return s
	}
	if w <= 0 {
		return ""
	}
	if !m.Wide {
		return ansi.Truncate(s, w, tail)
	}
	for tail != "" && m.Width(tail) > w {
		tail = ""
	}
	room, n := w-m.Width(tail), 0
	for s = ansi.Strip(s); n < len(s); {
		size, c := m.next(s[n:])
		if c > room {
			break
		}
		n, room = n+size, room-c
	}
	return s[:n] + tail
}

// Pad fills s with spaces to w cells, or cuts it.
func (m Meter) Pad(s string, w int) string {
	s = m.Cut(s, w, "…")
	return s + strings.Repeat(" ", max(0, w-m.Width(s)))
}

// PadLeft is Pad with the spaces in front, for numbers.
func (m Meter) PadLeft(s string, w int) string {
	s = m.Cut(s, w, "…")
	return strings.Repeat(" ", max(0, w-m.Width(s))) + s
}

// Wrap breaks s into lines of at most w cells by the same rules as the editor. Line feeds in s break too.
func (m Meter) Wrap(s string, w int) []string {
	var lines []string
	for par := range strings.SplitSeq(Clean(s), "\n") {
		starts := m.rows(par, w)
		for i, from := range starts {
			to := len(par)
			if i+1 < len(starts) {
				to = starts[i+1]
			}
			lines = append(lines, par[from:to])
		}
	}
	return lines
}
