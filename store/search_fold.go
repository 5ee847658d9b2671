package store

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Texts are compared folded: compatibility forms (full-width letters, circled numbers, ligatures) as plain ones, letters
// lower case, Chinese punctuation as the plain sign of its kind, characters without width left out.

// plainSigns are the signs that NFKC leaves as they are.
var plainSigns = map[rune]rune{
	'。': '.', '、': ',', '“': '"', '”': '"', '„': '"', '「': '"', '」': '"', '『': '"', '』': '"', '‘': '\'', '’': '\'',
	'—': '-', '–': '-', '―': '-', '‐': '-', '−': '-', '《': '<', '》': '>', '〈': '<', '〉': '>', '【': '[', '】': ']', '〔': '[', '〕': ']',
	'•': '·', '・': '·',
}

// FoldText is a text as search compares it.
func FoldText(s string) string { return strings.Map(foldRune, norm.NFKC.String(s)) }

// foldRune folds a character that has been through NFKC; -1 for one that is left out.
func foldRune(r rune) rune {
	switch {
	case r < 0x80:
		if r < ' ' {
			return ' '
		}
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	case r >= 0x3400 && r <= 0x9fff:
		return r // the bulk of the texts
	case unicode.Is(unicode.Cf, r):
		return -1
	case unicode.IsSpace(r):
		return ' '
	}
	if p, ok := plainSigns[r]; ok {
		return p
	}
	return unicode.ToLower(r)
}

// searchWords are the words of a query, folded, each once.
func searchWords(query string) (list []string) {
	for _, w := range strings.Fields(FoldText(query)) {
		if len(list) < maxWords && !slices.Contains(list, w) {
			list = append(list, w)
		}
	}
	return list
}

// maxWords is how many words of a query count: a set of them is kept in 64 bits.
const maxWords = 64

// marks are the places in a text, in bytes and in order, where a word of the query stands. They do not overlap.
func marks(text string, query []string) (list [][2]int) {
	folded, from, to := foldPlaces(text)
	for at := 0; at < len(folded); {
		best, end := -1, 0
		for _, w := range query {
			if i := strings.Index(folded[at:], w); i >= 0 && (best < 0 || at+i < best || at+i == best && at+i+len(w) > end) {
				best, end = at+i, at+i+len(w)
			}
		}
		if best < 0 {
			return list
		}
		a, b := from[best], to[end-1]
		if n := len(list); n > 0 && a < list[n-1][1] { // both stand in one sign that folds into several, such as ㎡
			list[n-1][1] = max(b, list[n-1][1])
		} else {
			list = append(list, [2]int{a, b})
		}
		at = end
	}
	return list
}

// foldPlaces folds a text and tells, for every byte of the folded one, from where to where in the text it comes.
func foldPlaces(text string) (folded string, from, to []int) {
	var out strings.Builder
	var it norm.Iter
	it.InitString(norm.NFKC, text)
	for !it.Done() {
		a := it.Pos()
		part := strings.Map(foldRune, string(it.Next()))
		out.WriteString(part)
		for range len(part) {
			from, to = append(from, a), append(to, it.Pos())
		}
	}
	return out.String(), from, to
}
