package store

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"time"

	"zoufang/checklist"
)

// seeker carries out one query.
type seeker struct {
	q        SearchQuery
	words    []string
	runes    [][]rune   // the words
	initials [][]uint64 // of the words, nil for one that is none
	full     uint64     // a bit for every word
	units    map[checklist.ID]uint64
	names    map[checklist.ID]unitName
	best     map[Group]*top
	touched  []int    // items of the leaf that were hit
	has      []uint64 // the words of each item of the leaf
	first    []int    // the part of its first word
}

// candidate is an item that was found.
type candidate struct {
	rank int // lower is better
	at   int64
	leaf *leaf
	item int
	part int
}

func newSeeker(q SearchQuery, words []string) *seeker {
	s := &seeker{q: q, words: words, full: 1<<len(words) - 1, units: map[checklist.ID]uint64{}, best: map[Group]*top{}}
	for _, w := range words {
		s.runes, s.initials = append(s.runes, []rune(w)), append(s.initials, initialsWord(w))
	}
	for _, g := range Groups {
		if len(q.Groups) == 0 || slices.Contains(q.Groups, g) {
			s.best[g] = &top{most: q.Most}
		}
	}
	return s
}

// seek reads the leaves; the names of the units are in one of them.
func (s *seeker) seek(leaves []*leaf, f Found) Found {
	f.Count = map[Group]int{}
	if len(s.words) == 0 {
		return f
	}
	for _, l := range leaves {
		if l.names != nil {
			s.names = l.names
		}
	}
	for id, n := range s.names {
		if set := s.inName(n); set != 0 {
			s.units[id] = set
		}
	}
	for _, l := range leaves {
		s.leaf(l)
	}
	for _, g := range Groups {
		if t := s.best[g]; t != nil && t.n > 0 {
			f.Count[g] = t.n
			for _, c := range t.sorted() {
				f.Hits = append(f.Hits, s.hit(c))
			}
		}
	}
	return f
}

// inName is which words the name or code of a unit has.
func (s *seeker) inName(n unitName) (set uint64) {
	for i, w := range s.words {
		in := strings.Contains(n.folded, w)
		for _, ini := range n.initials {
			in = in || ini.find(s.initials[i]) >= 0
		}
		if in {
			set |= 1 << i
		}
	}
	return set
}

// leaf looks for every word in the leaf, and takes the items that have them all, their unit's name included.
func (s *seeker) leaf(l *leaf) {
	if len(l.parts) == 0 || s.q.Unit != (checklist.ID{}) && l.unit != s.q.Unit && l.names == nil {
		return
	}
	if s.names[l.unit].practice && s.q.Unit != l.unit {
		return
	}
	if len(s.has) < len(l.items) {
		s.has, s.first = make([]uint64, 2*len(l.items)), make([]int, 2*len(l.items))
	}
	for i, w := range s.runes {
		s.word(l, i, w)
		if l.names != nil || l.scheme != "" {
			s.byInitials(l, i)
		}
	}
	for _, i := range s.touched {
		it := &l.items[i]
		if s.has[i]|s.units[it.unit] == s.full && (s.q.Unit == (checklist.ID{}) || it.unit == s.q.Unit) {
			if t := s.best[it.group]; t != nil {
				t.add(candidate{s.rank(l, i), it.at, l, i, s.first[i]})
			}
		}
		s.has[i] = 0
	}
	s.touched = s.touched[:0]
}

// word notes the items that have a word.
func (s *seeker) word(l *leaf, bit int, w []rune) {
	rare := l.pairs.rarest(w)
	for _, pair := range rare {
		p := int(pair & partMask)
		if s.has[l.parts[p].item]&(1<<bit) != 0 || len(w) > 2 && !strings.Contains(l.foldedPart(p), s.words[bit]) {
			continue
		}
		s.note(l.parts[p].item, bit, p)
	}
}

func (s *seeker) byInitials(l *leaf, bit int) {
	if s.initials[bit] == nil {
		return
	}
	for p := range l.parts {
		if l.parts[p].initials.find(s.initials[bit]) >= 0 {
			s.note(l.parts[p].item, bit, p)
		}
	}
}

func (s *seeker) note(item, bit, part int) {
	if s.has[item] == 0 {
		s.touched, s.first[item] = append(s.touched, item), part
	}
	s.has[item] |= 1 << bit
}

// rank puts what is named before what is written: a name or code that is the first word, then one that begins with it,
// then one that has it. Everything else is ordered by time alone.
func (s *seeker) rank(l *leaf, i int) int {
	if l.names == nil && l.scheme == "" || l.names != nil && l.items[i].group != GroupUnits {
		return 4
	}
	rank := 3
	for p := l.firstPart(s.first[i]); p < len(l.parts) && l.parts[p].item == i; p++ {
		if !naming[l.parts[p].field] {
			continue
		}
		folded := l.foldedPart(p)
		switch {
		case folded == s.words[0]:
			return 0
		case strings.HasPrefix(folded, s.words[0]), l.parts[p].initials.find(s.initials[0]) == 0:
			rank = min(rank, 1)
		case strings.Contains(folded, s.words[0]):
			rank = min(rank, 2)
		}
	}
	return rank
}

// firstPart is the first part of the item that a part is of.
func (l *leaf) firstPart(p int) int {
	for p > 0 && l.parts[p-1].item == l.parts[p].item {
		p--
	}
	return p
}

// naming are the fields by which a thing is called.
var naming = map[string]bool{"name": true, "short": true, "code": true, "number": true}

func (l *leaf) foldedPart(p int) string {
	end := len(l.folded)
	if p+1 < len(l.parts) {
		end = l.parts[p+1].at
	}
	return l.folded[l.parts[p].at : end-len(endOfPart)]
}

// hit is a candidate as it is given back.
func (s *seeker) hit(c candidate) Hit {
	it, p := &c.leaf.items[c.item], &c.leaf.parts[c.part]
	h := Hit{Group: it.group, Kind: it.kind, Field: p.field, Record: it.record, Visit: c.leaf.visit, Unit: it.unit,
		UnitName: s.names[it.unit].name, Code: it.code, Clause: it.clause, Step: it.step, Host: it.host, Text: p.text,
		Marks: marks(p.text, s.words), Scheme: c.leaf.scheme}
	if it.group == GroupUnits {
		h.Name = c.leaf.parts[c.leaf.firstPart(c.part)].text
	}
	if it.at != 0 {
		h.At = time.UnixMilli(it.at)
	}
	return h
}

// top keeps the best of many candidates, and counts them all.
type top struct {
	most int
	n    int
	list []candidate
	full bool // the first most of the list are in order: what is worse than the last of them need not be kept
}

func (t *top) add(c candidate) {
	t.n++
	if t.full && compareCandidates(c, t.list[t.most-1]) > 0 {
		return
	}
	if t.list = append(t.list, c); len(t.list) >= 2*t.most+64 {
		t.sorted()
	}
}

func (t *top) sorted() []candidate {
	slices.SortFunc(t.list, compareCandidates)
	t.list = t.list[:min(t.most, len(t.list))]
	t.full = len(t.list) == t.most
	return t.list
}

// compareCandidates orders by rank, the newest first, then by code and id, so that an answer is always the same.
func compareCandidates(x, y candidate) int {
	a, b := &x.leaf.items[x.item], &y.leaf.items[y.item]
	if c := cmp.Or(cmp.Compare(x.rank, y.rank), cmp.Compare(y.at, x.at)); c != 0 {
		return c
	}
	if x.leaf == y.leaf && x.leaf.scheme != "" {
		return cmp.Compare(x.item, y.item) // in the order of the scheme
	}
	return cmp.Or(strings.Compare(a.code, b.code), bytes.Compare(a.record[:], b.record[:]), cmp.Compare(x.item, y.item))
}
