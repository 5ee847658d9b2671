package checklist

import (
	"slices"
	"strconv"
	"strings"
)

// The keys that change no score. Every other key may: a key that nobody thought of is told as one that does.
var (
	nameKeys     = []string{"zh", "en", "name_zh", "name_en", "full_zh", "alias_zh", "unit_zh"}
	noteKeys     = []string{"src", "name_src", "max_src", "weight_src", "note_en", "evidence_rule", "id", "version", "period"}
	practiceKeys = []string{"methods", "materials", "question_zh", "question_en", "records", "required", "field", "order", "form", "fields", "group", "evidence_zh", "evidence_en"}
	decisionKeys = []string{"decided_by", "decision_no", "decided_on", "weights_decided_by", "weights_decision_no", "weights_decided_on"}
)

func kindOf(t Thing, key string) ChangeKind {
	switch {
	case slices.Contains(nameKeys, key):
		return Renamed
	case slices.Contains(decisionKeys, key):
		return Decided
	case slices.Contains(noteKeys, key):
		return Reworded
	case slices.Contains(practiceKeys, key), t == ThingSlips, t == ThingSlipState, t == ThingProcedure, t == ThingRole:
		return Reworked
	}
	return Reweighted
}

// compare tells what became of every part.
func (c *comparer) compare() {
	for _, t := range thingOrder {
		from := len(c.changes)
		moved := c.outOfOrder(t)
		for _, x := range c.pairs[t] {
			c.comparePair(x, moved[x.new])
		}
		for _, p := range c.new[t] {
			if !slices.ContainsFunc(c.pairs[t], func(x samePart) bool { return x.new == p }) {
				c.told(Change{Kind: Added, Sure: true}, p)
			}
		}
		place := map[string]int{}
		for _, p := range c.new[t] {
			place[p.id] = p.pos
		}
		slices.SortStableFunc(c.changes[from:], func(x, y Change) int { return place[x.ID] - place[y.ID] })
		for _, p := range c.old[t] {
			if !slices.ContainsFunc(c.pairs[t], func(x samePart) bool { return x.old == p }) {
				c.told(Change{Kind: Removed, Sure: true}, p)
			}
		}
	}
}

// told adds a change of a part.
func (c *comparer) told(x Change, p *piece) {
	x.Thing, x.ID, x.Name = p.thing, p.id, p.name
	if p.in != nil {
		x.In = p.in.id
	}
	c.changes = append(c.changes, x)
}

func (c *comparer) comparePair(x samePart, moved bool) {
	was := ""
	if x.old.id != x.new.id {
		was = x.old.id
		c.told(Change{Kind: Renumbered, Was: was, Sure: x.sure, From: x.old.id, To: x.new.id}, x.new)
	}
	if c.partIn(x.old, true) != c.partIn(x.new, false) {
		c.told(Change{Kind: Shifted, Was: was, Sure: x.sure, From: inID(x.old), To: inID(x.new)}, x.new)
	} else if moved {
		c.told(Change{Kind: Reordered, Was: was, Sure: x.sure, From: strconv.Itoa(x.old.pos + 1), To: strconv.Itoa(x.new.pos + 1)}, x.new)
	}
	for _, key := range keysOf(x.old, x.new) {
		from, to := "", ""
		a, has := x.old.field(key)
		if has {
			from = written(a)
		}
		b, will := x.new.field(key)
		if will {
			to = written(b)
		}
		if has == will && (from == to || c.renumberedText(a, key) == to) {
			continue
		}
		c.told(Change{Kind: kindOf(x.new.thing, key), Was: was, Sure: x.sure, Key: key, From: from, To: to}, x.new)
	}
}

func inID(p *piece) string {
	if p.in == nil {
		return ""
	}
	return p.in.id
}

func keysOf(a, b *piece) (keys []string) {
	for _, f := range b.fields {
		keys = append(keys, f.key)
	}
	for _, f := range a.fields {
		if !slices.Contains(keys, f.key) {
			keys = append(keys, f.key)
		}
	}
	return keys
}

// referenceKeys are those whose values are ids of other parts: they follow when those are renumbered, and that is told
// once, where it happened.
var referenceKeys = []string{"rules", "rule_if_failed", "suggest", "materials", "plus", "minus", "city_no", "unit", "when", "skip_when",
	"at_most", "applies_to"}

// renumberedText is a value of the old version with the ids it names as the new version numbers them.
func (c *comparer) renumberedText(n *node, key string) string {
	if n == nil || !slices.Contains(referenceKeys, key) {
		return "\x00"
	}
	swap := func(s string) string {
		if to, ok := c.other[s]; ok {
			return to
		}
		return s
	}
	switch {
	case n.kind == nodeList:
		ids := &node{kind: nodeList}
		for _, x := range n.items {
			y := *x
			y.text = swap(x.text)
			ids.items = append(ids.items, &y)
		}
		return written(ids)
	case key == "when" || key == "skip_when":
		parts := strings.Split(n.text, `"`) // a condition names rules and categories in quotes
		for i := 1; i < len(parts); i += 2 {
			parts[i] = swap(parts[i])
		}
		return strings.Join(parts, `"`)
	}
	return swap(written(n))
}

// outOfOrder are the parts that changed places with others of the same part: all but the longest run of those that kept
// their order.
func (c *comparer) outOfOrder(t Thing) map[*piece]bool {
	groups := map[*piece][]samePart{}
	for _, x := range c.pairs[t] {
		if c.partIn(x.old, true) == c.partIn(x.new, false) {
			groups[x.new.in] = append(groups[x.new.in], x)
		}
	}
	out := map[*piece]bool{}
	for _, list := range groups {
		best, from := make([]int, len(list)), make([]int, len(list))
		last := 0
		for i := range list {
			best[i], from[i] = 1, -1
			for j := range i {
				if list[j].old.pos < list[i].old.pos && best[j] >= best[i] {
					best[i], from[i] = best[j]+1, j
				}
			}
			if best[i] > best[last] {
				last = i
			}
			out[list[i].new] = true
		}
		for i := last; i >= 0; i = from[i] {
			delete(out, list[i].new)
		}
	}
	return out
}
