package store

import (
	"math/bits"

	"zoufang/checklist"
)

// initials are the pinyin initials of a name, a set of letters and digits for each of its characters: a character with
// several readings has the initials of all, so that 重庆 is found by "cq" and by "zq".
type initials []uint64

// letterBit is the bit of a letter or digit; 0 for anything else.
func letterBit(r rune) uint64 {
	switch {
	case 'a' <= r && r <= 'z':
		return 1 << (r - 'a')
	case 'A' <= r && r <= 'Z':
		return 1 << (r - 'A')
	case '0' <= r && r <= '9':
		return 1 << (26 + r - '0')
	}
	return 0
}

// readings keeps the initials of characters that were looked up: names share few.
type readings map[rune]uint64

func (k readings) of(r rune) uint64 {
	if r < 0x80 {
		return letterBit(r)
	}
	set, ok := k[r]
	if !ok {
		for _, c := range checklist.Initials(r) {
			set |= letterBit(c)
		}
		k[r] = set
	}
	return set
}

// initials of a name; characters that are read by no letter are passed over.
func (k readings) initials(name string) (list initials) {
	for _, r := range name {
		if set := k.of(r); set != 0 {
			list = append(list, set)
		}
	}
	return list
}

// find is where a word of letters and digits stands among the initials; -1 where it does not.
func (n initials) find(word []uint64) int {
	for at := 0; len(word) > 0 && at+len(word) <= len(n); at++ {
		i := 0
		for i < len(word) && n[at+i]&word[i] != 0 {
			i++
		}
		if i == len(word) {
			return at
		}
	}
	return -1
}

// initialsWord is a word of the query as initials; nil where it has anything but letters and digits, or no letter.
func initialsWord(word string) (list []uint64) {
	letters := false
	for _, r := range word {
		b := letterBit(r)
		if b == 0 {
			return nil
		}
		letters = letters || bits.TrailingZeros64(b) < 26
		list = append(list, b)
	}
	if !letters {
		return nil
	}
	return list
}
