package field

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// place is a position in the text: a paragraph and a byte offset in it, always on a cluster boundary.
type place struct{ par, off int }

func (p place) before(q place) bool { return p.par < q.par || p.par == q.par && p.off < q.off }

// prev and next are the neighbouring cursor places.
func (b *buffer) prev(p place) place {
	if p.off > 0 {
		return place{p.par, b.snap(b.pars[p.par], p.off-1)}
	}
	if p.par > 0 {
		return place{p.par - 1, len(b.pars[p.par-1])}
	}
	return p
}

func (b *buffer) next(p place) place {
	if s := b.pars[p.par]; p.off < len(s) {
		return place{p.par, b.after(s, p.off)}
	}
	if p.par < len(b.pars)-1 {
		return place{p.par + 1, 0}
	}
	return p
}

// snap is the last cluster boundary at or before off.
func (b *buffer) snap(s string, off int) int {
	if off <= 0 || off >= len(s) {
		return min(max(off, 0), len(s))
	}
	from := anchorBefore(s, off)
	for from < off {
		size, _ := b.kit.Meter.next(s[from:])
		if from+size > off {
			break
		}
		from += size
	}
	return from
}

// after is the first cluster boundary behind off.
func (b *buffer) after(s string, off int) int {
	from := anchorBefore(s, off)
	for from <= off && from < len(s) {
		size, _ := b.kit.Meter.next(s[from:])
		from += size
	}
	return from
}

// anchorBefore finds a sure cluster boundary at or before off: the start, or between two plain characters.
func anchorBefore(s string, off int) int {
	for off > 0 && off < len(s) && !utf8.RuneStart(s[off]) {
		off--
	}
	right := rune(-1)
	if off < len(s) {
		right, _ = utf8.DecodeRuneInString(s[off:])
	}
	for off > 0 {
		left, n := utf8.DecodeLastRuneInString(s[:off])
		if plain(left) > 0 && plain(right) > 0 {
			return off
		}
		off, right = off-n, left
	}
	return 0
}

// word is the place one word to the left or right.
func (b *buffer) word(p place, forth bool) place {
	s, at, left := b.pars[p.par], 0, 0
	if forth && p.off == len(s) {
		return b.next(p)
	}
	if !forth && p.off == 0 {
		return b.prev(p)
	}
	for state := -1; at < len(s); {
		var w string
		w, _, state = uniseg.FirstWordInString(s[at:], state)
		if !forth && at >= p.off {
			break
		}
		if strings.TrimSpace(w) != "" {
			if left = at; forth && at+len(w) > p.off {
				return place{p.par, at + len(w)}
			}
		}
		at += len(w)
	}
	if forth {
		return place{p.par, len(s)}
	}
	return place{p.par, left}
}
