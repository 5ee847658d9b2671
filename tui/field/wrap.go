package field

import (
	"strings"

	"github.com/rivo/uniseg"
)

// minWrap is the narrowest text width: one wide character.
const minWrap = 2

// rows are the byte offsets at which the rows of a paragraph start, at least one.
func (m Meter) rows(par string, w int) []int {
	starts := []int{0}
	for at := m.row(par, 0, w); at < len(par); at = m.row(par, at, w) {
		starts = append(starts, at)
	}
	return starts
}

// row is where the row that starts at byte from ends. What it returns depends only on the text from there on, so rows
// can be made anew from any row start. A row breaks where UAX #14 allows (no closing punctuation at a line start),
// before a space that has no room, or anywhere when a word is longer than the row.
func (m Meter) row(par string, from, w int) int {
	w = max(w, minWrap)
	for limit := 8*w + 64; ; limit *= 2 {
		if end, ok := m.fill(par[from:min(len(par), from+limit)], w); ok || from+limit >= len(par) {
			return from + end
		}
	}
}

// fill finds the end of the first row in s; ok is false when s ended before the row was full.
func (m Meter) fill(s string, w int) (end int, ok bool) {
	at, cells, state := 0, 0, -1
	for at < len(s) {
		var seg string
		seg, _, _, state = uniseg.FirstLineSegmentInString(s[at:], state)
		for i := 0; i < len(seg); {
			size, c := m.next(seg[i:])
			if cells+c <= w {
				cells, i = cells+c, i+size
				continue
			}
			if at == 0 || blank(seg[i:i+size]) {
				return max(at+i, firstSize(m, s, at+i)), true
			}
			return at, true
		}
		at += len(seg)
	}
	return len(s), false
}

// firstSize keeps a row from being empty: a cluster wider than the row stands alone.
func firstSize(m Meter, s string, end int) int {
	if end > 0 {
		return end
	}
	size, _ := m.next(s)
	return size
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// wrapped is the wrap cache of an editor: the row starts of each paragraph, nil where they are not known.
type wrapped struct {
	m    Meter
	w    int
	rows [][]int
}

// fit forgets everything when the width or the meter changed.
func (c *wrapped) fit(m Meter, w, pars int) {
	if c.w != w || c.m != m || len(c.rows) != pars {
		*c = wrapped{m: m, w: w, rows: make([][]int, pars)}
	}
}

// of gives the row starts of paragraph i.
func (c *wrapped) of(pars []string, i int) []int {
	if c.rows[i] == nil {
		c.rows[i] = c.m.rows(pars[i], c.w)
	}
	return c.rows[i]
}

// edited repairs the cache after an edit: in paragraph par, at byte off, gone bytes were replaced by added bytes, and
// grown paragraphs came (or went, when negative). text is the paragraph after the edit.
func (c *wrapped) edited(text string, par, off, gone, added, grown int) {
	switch {
	case len(c.rows) == 0:
	case grown > 0:
		c.rows[par] = nil
		c.rows = append(c.rows[:par+1], append(make([][]int, grown), c.rows[par+1:]...)...)
	case grown < 0:
		c.rows[par] = nil
		c.rows = append(c.rows[:par+1], c.rows[par+1-grown:]...)
	case c.rows[par] != nil:
		c.rows[par] = c.patch(text, c.rows[par], off, gone, added)
	}
}

// patch wraps anew only the rows an edit can have moved: from two rows before it until a row starts where it did.
func (c *wrapped) patch(text string, old []int, off, gone, added int) []int {
	k := 0
	for k+1 < len(old) && old[k+1] <= off {
		k++
	}
	k = max(0, k-2)
	rows := append(make([]int, 0, len(old)+1), old[:k+1]...)
	shift, behind := added-gone, k+1
	for at := c.m.row(text, old[k], c.w); at < len(text); at = c.m.row(text, at, c.w) {
		for behind < len(old) && (old[behind] < off+gone || old[behind]+shift < at) {
			behind++
		}
		if behind < len(old) && at >= off+added && old[behind]+shift == at {
			for _, o := range old[behind:] {
				rows = append(rows, o+shift)
			}
			return rows
		}
		rows = append(rows, at)
	}
	return rows
}
