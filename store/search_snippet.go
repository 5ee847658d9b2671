package store

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Snippet is the text of a hit in one line, cut to about room characters, with at most lead of them before the first
// place that was found; every such place stands between open and shut.
func (h Hit) Snippet(lead, room int, open, shut string) string {
	from, cut := 0, ""
	if len(h.Marks) > 0 {
		if from = back(h.Text, h.Marks[0][0], lead); from > 0 {
			cut = "…"
		}
	}
	line := cut + strings.Join(strings.Fields(h.marked(from, open, shut)), " ")
	if n := utf8.RuneCountInString(line); n > room {
		line = string([]rune(line)[:room]) + "…"
	}
	return line
}

// Marked is the whole text of a hit; every place that was found stands between open and shut.
func (h Hit) Marked(open, shut string) string { return h.marked(0, open, shut) }

func (h Hit) marked(at int, open, shut string) string {
	var b strings.Builder
	for _, m := range h.Marks {
		b.WriteString(h.Text[at:m[0]] + open + h.Text[m[0]:m[1]] + shut)
		at = m[1]
	}
	return b.String() + h.Text[at:]
}

// back is the place n characters before a place in a text; a character is not parted from its marks.
func back(text string, at, n int) int {
	for at > 0 {
		first, _ := utf8.DecodeRuneInString(text[at:])
		if n <= 0 && !unicode.Is(unicode.Mn, first) {
			return at
		}
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
		n--
	}
	return at
}
