package checklist

import (
	"bytes"
	"slices"
)

// hit is a finding as the engine sees it: what it would take alone, and why it does not count (code), if it does not.
type hit struct {
	f      *Finding
	rule   *Rule
	ind    *Indicator
	weight Points
	code   string     // "" counts
	other  *hit       // the heavier finding of the same fact
	carry  *SlipCarry // of a supervision slip: the finding stands in for it
	whole  Points     // of a slip: what the rule would take without its factor
	group  *Group
}

// present tells whether the finding stands as a finding, counted or not: it is no mistake and not withdrawn.
func (h *hit) present() bool {
	return h.carry == nil && h.code != "line.withdrawn" && h.code != "line.inactive" && h.code != "line.skipped"
}

// established tells whether what the finding says is taken as true: it counts, or only a heavier rule of the same
// fact keeps it from counting.
func (h *hit) established() bool {
	return h.code == "" || h.code == "line.excluded" || h.code == "line.same_fact"
}

// fails tells whether the finding fails a key item: what it says is established, and it is no mark above nothing. A key
// rule that lost to a heavier rule of the same fact fails all the same; what rests on talks alone never does.
func (h *hit) fails() bool {
	return (h.ind.Key || h.rule.Key) && h.established() && (h.rule.Mode != Given || h.f.Mark == 0)
}

// weigh fills in weight, or the code that keeps the finding from counting.
func (h *hit) weigh() {
	r, f := h.rule, h.f
	switch r.Mode {
	case Per:
		if f.Count <= 0 {
			h.code = "line.count.bad"
			return
		}
		h.weight = times(r.Points, f.Count, r.Max)
	case Fixed, Zero:
		// What is hit once needs no count; a negative one is a mistake all the same.
		if f.Count < 0 {
			h.code = "line.count.bad"
			return
		}
		h.weight = r.Points
		if r.Mode == Zero {
			h.weight = h.ind.Full
		}
	case Range:
		if f.Mark < r.Min || f.Mark > r.Max || (f.Mark-r.Min)%r.Step != 0 {
			h.code = "line.mark.bad"
			return
		}
		h.weight = f.Mark
	case Given:
		if f.Mark < 0 || f.Mark > h.ind.Full || f.Mark%r.Step != 0 {
			h.code = "line.mark.bad"
			return
		}
		h.weight = h.ind.Full - f.Mark
	}
	if h.ind.Full == 0 {
		h.weight = 0 // a key item without points of its own takes nothing
	}
	if f.TalkOnly() && r.Mode != Given {
		h.code, h.weight = "line.interview_only", 0
	}
}

// times is min(each x n, most) without overflow.
func times(each Points, n int64, most Points) Points {
	if each > 0 && n > int64(most/each) {
		return most
	}
	return min(each*Points(n), most)
}

// compareHits puts hits in the order of the scheme's rules, then of ids: no result depends on the order of recording.
func compareHits(a, b hit) int {
	if a.rule.pos != b.rule.pos {
		return a.rule.pos - b.rule.pos
	}
	return bytes.Compare(a.f.ID[:], b.f.ID[:])
}

// oneFactOneRule drops what is counted twice. Findings connected by links speak of one fact; among them a rule, and a
// group of rules, may be hit only once. The heaviest finding stands first and drops the lighter ones it shares a rule
// or a group with; what is itself dropped drops nothing.
func oneFactOneRule(s *Scheme, hits []hit, links [][2]ID) {
	if len(links) == 0 {
		return
	}
	eachFact(hits, links, func(fact []*hit) {
		slices.SortStableFunc(fact, func(a, b *hit) int { return int(b.weight - a.weight) })
		for i, h := range fact {
			for _, heavier := range fact[:i] {
				if heavier.code != "" || h.code != "" {
					continue
				}
				if heavier.rule == h.rule {
					h.code, h.other = "line.same_fact", heavier
				} else if g := sharedGroup(s, heavier.rule, h.rule); g != nil {
					h.code, h.other, h.group = "line.excluded", heavier, g
				}
			}
		}
	})
}

func sharedGroup(s *Scheme, a, b *Rule) *Group {
	for _, g := range s.groupsOf[a.pos] {
		if slices.Contains(s.groupsOf[b.pos], g) {
			return &s.Groups[g]
		}
	}
	return nil
}

// eachFact gives the connected sets of two or more findings, each in the order of hits and only until the next is asked
// for. A withdrawn finding connects nothing, nor does a slip that takes nothing.
func eachFact(hits []hit, links [][2]ID, do func(fact []*hit)) {
	at := make(map[ID]int, len(hits))
	both := make([]int, 2*len(hits))
	root, size := both[:len(hits)], both[len(hits):]
	for i := range hits {
		root[i] = i
		if h := &hits[i]; h.code != "line.withdrawn" && (h.carry == nil || h.code == "") {
			at[hits[i].f.ID] = i
		}
	}
	find := func(i int) int {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	for _, l := range links {
		a, okA := at[l[0]]
		b, okB := at[l[1]]
		if okA && okB {
			a, b = find(a), find(b)
			root[max(a, b)] = min(a, b)
		}
	}
	for i := range hits {
		size[find(i)]++
	}
	var set []*hit
	for first := range hits {
		if size[first] < 2 {
			continue // not a root, or a fact of one finding
		}
		set = set[:0]
		for i := first; i < len(hits); i++ {
			if find(i) == first {
				set = append(set, &hits[i])
			}
		}
		do(set)
	}
}
