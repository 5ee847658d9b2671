package checklist

import (
	"iter"
	"strings"
)

// nearest is the known name that a name was probably meant to be: a few slips of the finger away, in letters of either
// case; of two equally close ones the first in the alphabet. "" where nothing is close, or too much: E8.9 is as near to
// E8.1 as to every other rule of E8.
func nearest(name string, known iter.Seq[string]) string {
	best, least, ties := "", max(1, len(name)/3)+1, 0
	for k := range known {
		switch d := slipsBetween(strings.ToLower(name), strings.ToLower(k), least); {
		case d < least:
			best, least, ties = k, d, 1
		case d == least && best != "":
			best, ties = min(best, k), ties+1
		}
	}
	if ties > 2 {
		return ""
	}
	return best
}

// slipsBetween counts the letters to add, drop, change or swap with their neighbour to make b of a; it gives up beyond
// most.
func slipsBetween(a, b string, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	before, row, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(b)]
}
