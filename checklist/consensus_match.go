package checklist

import (
	"cmp"
	"slices"
	"strings"
)

// fact is what is taken for one fact: at most one finding of each sheet.
type fact struct {
	ind   *Indicator
	of    []*Finding // by sheet; nil where it has none
	match Sureness   // "" of a single finding
}

// members are the findings of a fact, by sheet.
func (f *fact) members() (list []*Finding) {
	for _, x := range f.of {
		if x != nil {
			list = append(list, x)
		}
	}
	return list
}

func (f *fact) ids() []ID { return idsOf(f.members()) }

func idsOf(list []*Finding) (ids []ID) {
	for _, x := range list {
		ids = append(ids, x.ID)
	}
	slices.SortFunc(ids, compareIDs)
	return ids
}

func compareIDs(a, b ID) int { return slices.Compare(a[:], b[:]) }

// How many points make a match, and what each likeness gives. Proof is what two people can only both have of one fact:
// the same scan, quote, place in a paper, person spoken to, or nearly the same words.
const (
	alikeWords = 45 // per cent of neighbouring characters
	sameWords  = 80
)

// likeness says whether findings of two people speak of one fact, and how sure that is; weight puts better matches
// first.
func (u *uniter) likeness(a, b *Finding) (sure Sureness, weight int) {
	sameRule := a.Rule == b.Rule
	if rule, _, ok := u.s.Rule(a.Rule); ok && sameRule && (rule.Mode == Given || rule.Mode == Range) {
		return MatchSure, 100
	}
	codes, others := u.codes(a), u.codes(b)
	apart := len(codes) > 0 && len(others) > 0 && !meet(codes, others)
	words := alikeTexts(u.plainOf(a.Facts), u.plainOf(b.Facts))
	proof := 0
	if meet(codes, others) {
		proof++
	}
	if words >= alikeWords {
		proof++
	}
	proof += u.sharedProof(a.Evidence, b.Evidence)
	weight = 10*proof + words/10
	if a.Count == b.Count {
		weight += 2
	}
	if sameRule {
		weight += 20
	}
	linked := u.linked[linkKey(a.ID, b.ID)]
	switch {
	case linked:
		return MatchSure, weight + 100
	case apart:
		return "", 0
	case sameRule && (proof > 1 || words >= sameWords):
		return MatchSure, weight
	case sameRule && proof > 0, proof > 1 || words >= sameWords:
		return MatchLikely, weight
	case sameRule:
		return MatchPossible, weight
	}
	return "", 0
}

// sharedProof counts the pieces of evidence that both have: the same scan, the same words of a paper, the same place in it.
func (u *uniter) sharedProof(a, b []Evidence) (n int) {
	for _, x := range a {
		if slices.ContainsFunc(b, func(y Evidence) bool {
			return x.File != (ID{}) && x.File == y.File || x.Talk != (ID{}) && x.Talk == y.Talk ||
				x.Quote != "" && u.plainOf(x.Quote) == u.plainOf(y.Quote) ||
				x.Material == y.Material && x.Place != "" && u.plainOf(x.Place) == u.plainOf(y.Place)
		}) {
			n++
		}
	}
	return n
}

// plainOf is a text as it is compared; each is made plain once.
func (u *uniter) plainOf(text string) string {
	plain, ok := u.plainTexts[text]
	if !ok {
		plain = plainText(text)
		u.plainTexts[text] = plain
	}
	return plain
}

// codes are the codes of people that a finding speaks of, in its words or through a talk it rests on.
func (u *uniter) codes(f *Finding) (codes []string) {
	for code, talks := range u.people {
		if strings.Contains(f.Facts, code) || slices.ContainsFunc(f.Evidence, func(e Evidence) bool {
			return strings.Contains(e.Quote, code) || slices.Contains(talks, e.Talk)
		}) {
			codes = append(codes, code)
		}
	}
	return codes
}

func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

func linkKey(a, b ID) [2]ID {
	if compareIDs(b, a) < 0 {
		a, b = b, a
	}
	return [2]ID{a, b}
}

// likePair is a possible match.
type likePair struct {
	a, b   int // places in the list of facts
	sure   Sureness
	weight int
	key    [2]ID
}

// matchFacts joins findings of different sheets that speak of one fact, the surest first. The order of the sheets and
// of the findings has no part in it.
func (u *uniter) matchFacts(facts []*fact) []*fact {
	var pairs []likePair
	for i, x := range facts {
		for k := i + 1; k < len(facts); k++ {
			y := facts[k]
			if x.ind != y.ind || x.match != "" || y.match != "" || u.clash(x, y) {
				continue
			}
			a, b := x.members()[0], y.members()[0]
			if sure, weight := u.likeness(a, b); sure != "" {
				pairs = append(pairs, likePair{i, k, sure, weight, linkKey(a.ID, b.ID)})
			}
		}
	}
	slices.SortFunc(pairs, func(x, y likePair) int {
		return cmp.Or(y.weight-x.weight, compareIDs(x.key[0], y.key[0]), compareIDs(x.key[1], y.key[1]))
	})
	root := make([]int, len(facts))
	for i := range root {
		root[i] = i
	}
	find := func(i int) int {
		for root[i] != i {
			i = root[i]
		}
		return i
	}
	for _, p := range pairs {
		a, b := find(p.a), find(p.b)
		if a == b || u.clash(facts[a], facts[b]) {
			continue
		}
		for i, f := range facts[b].of {
			if f != nil {
				facts[a].of[i] = f
			}
		}
		facts[a].match = weaker(facts[a].match, weaker(facts[b].match, p.sure))
		root[b], facts[b].of = a, nil
	}
	return slices.DeleteFunc(facts, func(f *fact) bool { return f.of == nil })
}

// clash tells whether two facts hold findings of one sheet.
func (u *uniter) clash(x, y *fact) bool {
	for i := range x.of {
		if x.of[i] != nil && y.of[i] != nil {
			return true
		}
	}
	return false
}

// weaker is the less sure of two.
func weaker(a, b Sureness) Sureness {
	order := []Sureness{MatchPossible, MatchLikely, MatchSure, ""}
	if slices.Index(order, b) < slices.Index(order, a) {
		return b
	}
	return a
}
