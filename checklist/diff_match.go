package checklist

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// samePart says that a part of the new version is a part of the old one.
type samePart struct {
	old, new *piece
	sure     bool // by id and name; else by the likeness of their texts alone
}

// How alike two texts are, in per cent, to be taken for the same part.
const (
	alikeUnderOneID = 40 // a part that kept its id and had its text edited
	alikeElsewhere  = 60 // a part that was given another id and an edited text
	alikePerhaps    = 20 // kept its id, but hardly a word of its text
)

// comparer is one comparison of two schemes.
type comparer struct {
	old, new pieces
	pairs    map[Thing][]samePart
	other    map[string]string // old id -> new id, of parts that were renumbered
	changes  []Change
}

// carried are the things that what people record speaks of: here an id under which something wholly different stands is
// not the same part, or a verdict would be carried over to another question.
var carried = []Thing{ThingIndicator, ThingRule, ThingBonus, ThingMaterial, ThingFigure}

// match finds for the parts of one thing which is which: by id and name; by name; by id, if the texts are alike at all;
// and at last by texts that are very much alike.
func (c *comparer) match(t Thing) {
	old, new := slices.Clone(c.old[t]), slices.Clone(c.new[t])
	take := func(a, b *piece, sure bool) {
		c.pairs[t] = append(c.pairs[t], samePart{a, b, sure})
		old = slices.DeleteFunc(old, func(p *piece) bool { return p == a })
		new = slices.DeleteFunc(new, func(p *piece) bool { return p == b })
		if a.id != b.id {
			if _, has := c.other[a.id]; !has {
				c.other[a.id] = b.id
			}
		}
	}
	byKey := func(key func(*piece, bool) string) {
		was, is := onlyOnes(old, true, key), onlyOnes(new, false, key)
		for _, a := range slices.Clone(old) {
			k := key(a, true)
			if b := is[k]; b != nil && was[k] == a {
				take(a, b, true)
			}
		}
	}
	byKey(func(p *piece, _ bool) string { return p.id + "\x00" + p.plain })
	byKey(func(p *piece, isOld bool) string {
		if p.name.ZH == "" {
			return ""
		}
		return c.partIn(p, isOld) + "\x00" + p.plain
	})
	byKey(func(p *piece, _ bool) string { return p.plain })
	for _, a := range slices.Clone(old) {
		if b := withID(new, a.id); b != nil && (a.name.ZH == "" || b.name.ZH == "" || alike(a, b) >= alikeUnderOneID) {
			take(a, b, true)
		}
	}
	for {
		a, b := mostAlike(old, new)
		if a == nil {
			break
		}
		take(a, b, false)
	}
	for _, a := range slices.Clone(old) {
		if b := withID(new, a.id); b != nil && (!slices.Contains(carried, t) || alike(a, b) >= alikePerhaps) {
			take(a, b, !slices.Contains(carried, t))
		}
	}
	slices.SortFunc(c.pairs[t], func(x, y samePart) int { return x.new.pos - y.new.pos })
}

// onlyOnes are the parts by key, where only one has it. The empty key is nobody's.
func onlyOnes(list []*piece, isOld bool, key func(*piece, bool) string) map[string]*piece {
	m := map[string]*piece{}
	for _, p := range list {
		k := key(p, isOld)
		if _, has := m[k]; has || k == "" {
			m[k] = nil
			continue
		}
		m[k] = p
	}
	return m
}

// partIn is the id, in the new version, of the part that p stands in.
func (c *comparer) partIn(p *piece, isOld bool) string {
	if p.in == nil {
		return ""
	}
	if !isOld {
		return p.in.id
	}
	for _, x := range c.pairs[p.in.thing] {
		if x.old == p.in {
			return x.new.id
		}
	}
	return "\x00" // its part is gone
}

func withID(list []*piece, id string) *piece {
	i := slices.IndexFunc(list, func(p *piece) bool { return p.id == id })
	if i < 0 {
		return nil
	}
	return list[i]
}

// mostAlike is the pair of parts whose texts are most alike; nil when none is alike enough. Ties are broken by the ids,
// whichever side they are on, so that the comparison the other way round finds the same pairs.
func mostAlike(old, new []*piece) (a, b *piece) {
	best := alikeElsewhere - 1
	for _, x := range old {
		for _, y := range new {
			n := alike(x, y)
			if n > best || n == best && a != nil && cmp.Or(strings.Compare(min(x.id, y.id), min(a.id, b.id)), strings.Compare(max(x.id, y.id), max(a.id, b.id))) < 0 {
				best, a, b = n, x, y
			}
		}
	}
	return a, b
}

// alike is how much of their Chinese texts two parts share, in per cent: the pairs of neighbouring characters that both
// have, of all.
func alike(a, b *piece) int { return alikeTexts(a.plain, b.plain) }

func alikeTexts(a, b string) int {
	x, y := bigrams(a), bigrams(b)
	total, both := 0, 0
	for g, n := range x {
		total += n
		both += min(n, y[g])
	}
	for _, n := range y {
		total += n
	}
	if total == 0 {
		return 0
	}
	return 200 * both / total
}

func bigrams(s string) map[[2]rune]int {
	m := map[[2]rune]int{}
	last := rune(0)
	for i, r := range []rune(s) {
		if i > 0 {
			m[[2]rune{last, r}]++
		}
		last = r
	}
	return m
}

// plainText is a text without what editors change and readers do not see: width, case, spaces, punctuation.
func plainText(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsPunct(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFC.String(width.Fold.String(s)))
}
