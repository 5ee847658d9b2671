package store

import "slices"

// pairs is the index of a leaf: every two neighbouring characters of a folded text with the number of the part they
// stand in, packed into one number, in order. Words of two characters, the commonest of Chinese, are found without
// looking at a text; a longer word by its rarest pair, and then in the texts that have it; a single character by all
// pairs that begin with it.
type pairs []uint64

// A number is the first character, the second (0 behind the last one) and the part.
const (
	charBits = 21
	partBits = 22
	partMask = 1<<partBits - 1
)

// appendPairs adds those of a part.
func (p pairs) appendPairs(folded string, part int) pairs {
	before := rune(-1)
	for _, r := range folded {
		if before >= 0 {
			p = append(p, pairOf(before, r)|uint64(part))
		}
		before = r
	}
	if before >= 0 {
		p = append(p, pairOf(before, 0)|uint64(part))
	}
	return p
}

func pairOf(a, b rune) uint64 { return uint64(a)<<(charBits+partBits) | uint64(b)<<partBits }

// order makes the index ready. It keeps no more room than it needs.
func (p pairs) order() pairs {
	slices.Sort(p)
	return slices.Clone(slices.Compact(p))
}

// rarest is the shortest stretch of the index in which the part of every text with the word is found.
func (p pairs) rarest(word []rune) (rare pairs) {
	if len(word) == 1 {
		return p.between(pairOf(word[0], 0), pairOf(word[0]+1, 0))
	}
	for i := range len(word) - 1 {
		from := pairOf(word[i], word[i+1])
		if list := p.between(from, from+partMask+1); i == 0 || len(list) < len(rare) {
			rare = list
		}
		if len(rare) == 0 {
			break
		}
	}
	return rare
}

func (p pairs) between(from, to uint64) pairs {
	a, _ := slices.BinarySearch(p, from)
	b, _ := slices.BinarySearch(p[a:], to)
	return p[a : a+b]
}
