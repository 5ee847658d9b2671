package store

import (
	"context"
	"maps"
	"slices"
	"sync"
	"time"

	"zoufang/checklist"
)

// Search looks through what the book's person may see: units and people, findings, notes and everything else that is
// written in words, and the scheme.
//
// What is searched is kept in memory only, folded, one leaf a visit (search_leaf.go), and a query reads it from end to
// end: 100,000 notes in some milliseconds, exact for words of any length, with nothing to keep in step on the disk. So
// no second copy of what people said ever lies in a file; a wiped visit is gone from it at once. A leaf is made of what
// the function blind leaves of its visit, for one viewer. A write or a merge drops the leaves of the visits it touched,
// and they are read again before the next answer: there is no moment at which an answer shows, or counts, what its
// viewer may not see.

// Group is what kind of thing was found.
type Group string

// The groups, in the order they are shown.
const (
	GroupUnits     Group = "units"     // units, and people
	GroupFindings  Group = "findings"  // findings, bonus claims, verdicts, slips, findings of earlier years
	GroupRecords   Group = "records"   // notes, questions, promises, talks, the steps
	GroupClauses   Group = "clauses"   // indicators, rules, bonuses of the scheme
	GroupMaterials Group = "materials" // papers of the scheme and of the visits, attachments
)

// Groups are all groups in their order.
var Groups = []Group{GroupUnits, GroupFindings, GroupRecords, GroupClauses, GroupMaterials}

// SearchQuery is what is looked for. A text of several words finds what has all of them; a word may also be in the name
// or code of the unit that the rest was recorded of. A word of letters is also taken as pinyin initials of names.
type SearchQuery struct {
	Text   string
	Unit   checklist.ID // only of this unit; zero for all
	Groups []Group      // nil for all
	Most   int          // hits given of each group, 0 for 50; all are counted
}

// Hit is one record, or one clause of the scheme, that was found.
type Hit struct {
	Group    Group
	Kind     Kind
	Field    string // the register, or the part of one that is a whole, that Text is of
	Record   checklist.ID
	Visit    checklist.ID // zero outside visits
	Unit     checklist.ID
	UnitName string // short name, else name
	Code     string // what tells the record from others: rule, indicator, code of a talk, id in the scheme
	Clause   string // of the scheme: "indicator", "rule", "bonus", "material"
	Step     checklist.Step
	Host     checklist.ID // what an attachment belongs to
	At       time.Time    // when it was last written
	Text     string       // as written; it may be of several lines and has not been cleaned
	Marks    [][2]int     // where in Text the words stand, in bytes; none where initials matched
	Name     string       // of a unit or a person: what it is called, whatever was found of it
	Scheme   string       // hash of the scheme that a clause is of
}

// Found is an answer: the hits in the order of their groups, the best first, and how many there are of each group.
type Found struct {
	Hits  []Hit
	Count map[Group]int
	Gathered
}

// Gathered is how many visits can be searched already, of how many.
type Gathered struct{ Read, Of int }

// Whole tells whether everything can be searched.
func (g Gathered) Whole() bool { return g.Read == g.Of }

// finder keeps the leaves. What is in it was read for one viewer.
type finder struct {
	mu      sync.Mutex
	viewer  checklist.Person
	drops   uint64 // raised by everything that drops a leaf
	listed  bool   // pending and leaves are all visits there are
	pending map[checklist.ID]bool
	leaves  map[checklist.ID]*leaf
	outside *leaf // what belongs to no visit; nil: to be read
	clauses *leaf // of the scheme with the hash clauses.scheme
	order   []*leaf
}

// atOnceStale is how many visits a query reads again before it answers, and how many are gathered at once.
const atOnceStale = 16

// Search answers from what has been gathered; Gather makes it whole. Faults: those of reading the book.
func (b *Book) Search(ctx context.Context, q SearchQuery) (f Found, err error) {
	if q.Most == 0 {
		q.Most = 50
	}
	words := searchWords(q.Text)
	me := b.Me()
	if err := b.freshen(ctx, me); err != nil {
		return f, err
	}
	leaves, got := b.search.all(me)
	f.Gathered = got
	return newSeeker(q, words).seek(leaves, f), nil
}

// Gather reads visits so that they can be searched, for about so long (0: until all are read), and tells how far it is.
// It may run beside anything else, and stop at any time.
func (b *Book) Gather(ctx context.Context, most time.Duration) (Gathered, error) {
	begin := time.Now()
	for {
		me := b.Me()
		next, err := b.toGather(ctx, me)
		if err != nil {
			return Gathered{}, err
		}
		for _, id := range next {
			if err := b.readLeaf(ctx, id, me); err != nil {
				return Gathered{}, err
			}
		}
		if _, got := b.search.all(me); got.Whole() || most > 0 && time.Since(begin) >= most {
			return got, nil
		}
	}
}

// freshen reads what is never much, and what was dropped since the last answer where that is little; where it is much,
// gathering it is under way or will be.
func (b *Book) freshen(ctx context.Context, me checklist.Person) error {
	outside, stale := b.search.stale(me)
	for range 3 { // again when something was written meanwhile
		if !outside {
			break
		}
		if err := b.readOutside(ctx, me); err != nil {
			return err
		}
		outside, _ = b.search.stale(me)
	}
	for _, id := range stale {
		if err := b.readLeaf(ctx, id, me); err != nil {
			return err
		}
	}
	return b.readClauses(ctx, me)
}

// stale tells whether what belongs to no visit is to be read, and which few visits are.
func (s *finder) stale(me checklist.Person) (outside bool, few []checklist.ID) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.see(me)
	if len(s.pending) <= atOnceStale {
		few = slices.Collect(maps.Keys(s.pending))
	}
	return s.outside == nil, few
}

// toGather is some visits that are to be read, none when all are.
func (b *Book) toGather(ctx context.Context, me checklist.Person) ([]checklist.ID, error) {
	s := &b.search
	next, listed, drops := s.some(me)
	if listed {
		return next, nil
	}
	err := b.read(ctx, func(q querier) error {
		ids, err := visitIDs(ctx, q)
		if err == nil {
			s.keep(me, drops, func() { s.list(ids) })
		}
		return err
	})
	return nil, err
}

// some is some of the visits that are to be read, and whether all that there are have been listed.
func (s *finder) some(me checklist.Person) (next []checklist.ID, listed bool, drops uint64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.see(me)
	for id := range s.pending {
		if next = append(next, id); len(next) == atOnceStale {
			break
		}
	}
	return next, s.listed, s.drops
}

// list takes in which visits there are. The caller holds mu.
func (s *finder) list(ids []checklist.ID) {
	for _, id := range ids {
		if s.leaves[id] == nil {
			s.pending[id] = true
		}
	}
	s.listed = true
}

// see makes the finder one of this viewer: what another might see is forgotten. The caller holds mu.
func (s *finder) see(me checklist.Person) {
	if s.leaves != nil && s.viewer == me {
		return
	}
	s.viewer, s.listed, s.outside, s.clauses, s.order = me, false, nil, nil, nil
	s.pending, s.leaves = map[checklist.ID]bool{}, map[checklist.ID]*leaf{}
	s.drops++
}

// all gives the leaves as they are for a viewer, what is outside visits first.
func (s *finder) all(me checklist.Person) ([]*leaf, Gathered) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.see(me)
	got := Gathered{len(s.leaves), len(s.leaves) + len(s.pending)}
	if !s.listed {
		got.Of++ // at least: nobody has counted them
	}
	if s.order == nil {
		for _, l := range []*leaf{s.outside, s.clauses} {
			if l != nil {
				s.order = append(s.order, l)
			}
		}
		for _, l := range s.leaves {
			s.order = append(s.order, l)
		}
	}
	return slices.Clip(s.order), got
}

// forget drops the leaves that a write or a merge makes untrue.
func (s *finder) forget(st stale) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drops++
	if s.leaves == nil {
		return
	}
	s.order = nil
	if st.all || st.people || len(st.units) > 0 {
		s.outside = nil
	}
	if st.all {
		s.listed, s.clauses = false, nil
		clear(s.leaves)
		clear(s.pending)
	}
	for id := range st.visits {
		delete(s.leaves, id)
		s.pending[id] = true
	}
}

// keep takes over what was read, unless something was written since or it is not for this viewer: then it is read again.
func (s *finder) keep(me checklist.Person, drops uint64, put func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.drops == drops && s.viewer == me && s.leaves != nil {
		put()
		s.order = nil
	}
}

// since is the mark to give to keep.
func (s *finder) since() uint64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.drops
}
