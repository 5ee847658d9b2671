package checklist

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// unchecked makes a scheme of nodes as they are: a comparison needs only what is written.
func unchecked(root *node) *Scheme {
	c := canonical(root)
	return &Scheme{canonical: c, Hash: hashOf(c)}
}

func treeOf(s *Scheme) *node { return parseJSON(s.Canonical()) }

// mutations change a tree in one place each. first are values, two of each key wherever it stands; rest are all other values
// and what changes the shape: a key or an element left out, put elsewhere, or new.
func mutations(root *node) (first, rest []func() (undo func())) {
	seen := map[string]int{}
	var walk func(n *node, path string)
	walk = func(n *node, path string) {
		values := &rest
		if seen[path]++; seen[path] <= 2 {
			values = &first
		}
		switch n.kind {
		case nodeText, nodeNumber:
			*values = append(*values, func() func() {
				was := n.text
				if n.text += "7"; n.kind == nodeText {
					n.text += "改"
				}
				return func() { n.text = was }
			})
		case nodeBool:
			*values = append(*values, func() func() {
				was := n.text
				n.text = map[string]string{"true": "false", "false": "true"}[was]
				return func() { n.text = was }
			})
		}
		for i := range n.items {
			rest = append(rest, func() func() {
				keys, items := n.keys, n.items
				n.items = slices.Delete(slices.Clone(items), i, i+1)
				if n.kind == nodeMap {
					n.keys = slices.Delete(slices.Clone(keys), i, i+1)
				}
				return func() { n.keys, n.items = keys, items }
			})
			if n.kind == nodeList && i > 0 {
				rest = append(rest, func() func() {
					n.items[i], n.items[i-1] = n.items[i-1], n.items[i]
					return func() { n.items[i], n.items[i-1] = n.items[i-1], n.items[i] }
				})
			}
			if n.kind == nodeMap {
				walk(n.items[i], path+"."+n.keys[i].text)
			} else {
				walk(n.items[i], path)
			}
		}
		if n.kind == nodeMap {
			rest = append(rest, func() func() {
				keys, items := n.keys, n.items
				n.keys = append(slices.Clone(keys), &node{kind: nodeText, text: "zz_new"})
				n.items = append(slices.Clone(items), &node{kind: nodeNumber, text: "3"})
				return func() { n.keys, n.items = keys, items }
			})
		}
	}
	walk(root, "")
	return first, rest
}

func TestDiffMissesNothing(t *testing.T) {
	s := DefaultScheme()
	if d := Diff(s, s); !d.Empty() || d.Scores() || d.Map[ThingRule]["E1.1"].ID != "E1.1" {
		t.Fatalf("a scheme differs from itself: %v", d.Changes)
	}
	root, kept := treeOf(s), partsOf(treeOf(s))
	base := unchecked(root)
	if d := Diff(s, base); !d.Empty() {
		t.Fatalf("the same meaning differs: %v", d.Changes)
	}
	all, rest := mutations(root)
	if len(all) < 150 || len(rest) < 4000 {
		t.Fatalf("only %d and %d mutations: the test looks at the wrong thing", len(all), len(rest))
	}
	for i := 0; i < len(rest); i += 7 {
		all = append(all, rest[i])
	}
	told := 0
	for i, mutate := range all {
		undo := mutate()
		x, d := unchecked(root), diffOf(kept, partsOf(root))
		undo()
		if d.Empty() != (x.Hash == base.Hash) {
			t.Fatalf("mutation %d: hashes equal is %v, differences %v", i, x.Hash == base.Hash, d.Changes)
		}
		told += len(d.Changes)
	}
	if told > 4*len(all) {
		t.Errorf("%d changes are told of %d mutations: far too many", told, len(all))
	}
}

func toldOf(d SchemeDiff) (lines []string) {
	for _, c := range d.Changes {
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s %s %s<%s %s %s>%s %v", c.Kind, c.Thing, c.ID, c.Was, c.Key, c.From, c.To, c.Sure)))
	}
	return lines
}

func TestDiffSaysWhatHappened(t *testing.T) {
	a := DefaultScheme()
	for name, c := range map[string]struct {
		edit []string
		want []string
	}{
		"points": {[]string{`{id: "A1.1", mode: "fixed", points: 1.0`, `{id: "A1.1", mode: "fixed", points: 0.5`},
			[]string{"reweighted rule A1.1< points 1>0.5 true"}},
		"name": {[]string{`zh: "未召开会议专题研究部署"`, `zh: "没有召开会议专题研究部署"`},
			[]string{"renamed rule A1.1< zh 未召开会议专题研究部署>没有召开会议专题研究部署 true"}},
		"decision":   {[]string{`decided_by: ""`, `decided_by: "区编委"`}, []string{"decided scheme < decided_by >区编委 true"}},
		"renumbered": {[]string{`{id: "A1.3", mode`, `{id: "A1.4", mode`}, []string{"renumbered rule A1.4<A1.3  A1.3>A1.4 true"}},
		"renumbered and edited": {[]string{`{id: "A1.3", mode: "fixed", points: 0.5, zh: "工作制度未按“三定”规定修订"`, `{id: "A1.4", mode: "fixed", points: 0.5, zh: "工作制度没有按“三定”规定修订"`},
			[]string{"renumbered rule A1.4<A1.3  A1.3>A1.4 false", "renamed rule A1.4<A1.3 zh 工作制度未按“三定”规定修订>工作制度没有按“三定”规定修订 false"}},
		"another rule under the id": {[]string{`{id: "A1.3", mode: "fixed", points: 0.5, zh: "工作制度未按“三定”规定修订"`, `{id: "A1.3", mode: "fixed", points: 0.5, zh: "拖欠水费"`},
			[]string{"added rule A1.3<  > true", "removed rule A1.3<  > true"}},
		"groups follow": {[]string{`{id: "D2.3", mode`, `{id: "D2.4", mode`, `rules: ["D2.3", "E2.3"]`, `rules: ["D2.4", "E2.3"]`},
			[]string{"renumbered rule D2.4<D2.3  D2.3>D2.4 true"}},
	} {
		t.Run(name, func(t *testing.T) {
			d := Diff(a, variant(t, c.edit...))
			if got := toldOf(d); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// TestDiffFollowsAShift puts an indicator before the others of its category and numbers them on: the most common edit,
// and the one that would score every verdict under its neighbour.
func TestDiffFollowsAShift(t *testing.T) {
	root := treeOf(DefaultScheme())
	a := unchecked(root)
	cat := valueOf(valueOf(root, "categories").items[3], "indicators") // D
	shift := func(n *node, by string) {
		id := valueOf(n, "id")
		id.text = strings.Replace(id.text, id.text[:2], by, 1)
		for _, r := range valueOf(n, "rules").items {
			rid := valueOf(r, "id")
			rid.text = strings.Replace(rid.text, rid.text[:2], by, 1)
		}
	}
	for i := len(cat.items) - 1; i >= 0; i-- {
		shift(cat.items[i], fmt.Sprintf("D%d", i+2))
	}
	cat.items = slices.Insert(cat.items, 0, parseJSON([]byte(`{"id":"D1","zh":"办公用房","en":"Rooms","full":1,"rules":[{"id":"D1.1","mode":"fixed","points":1,"zh":"超标准","en":"Too large"}]}`)))
	b := unchecked(root)
	d, back := Diff(a, b), Diff(b, a)
	for _, x := range [][2]string{{"D1", "D2"}, {"D5", "D6"}, {"C4", "C4"}} {
		if s, ok := d.Map.Of(ThingIndicator, x[0]); !ok || s.ID != x[1] || !s.Sure {
			t.Errorf("%s became %v", x[0], s)
		}
		if s, _ := back.Map.Of(ThingIndicator, x[1]); s.ID != x[0] {
			t.Errorf("%s was %v", x[1], s)
		}
	}
	if s, _ := d.Map.Of(ThingRule, "D1.1"); s.ID != "D2.1" {
		t.Errorf("rule D1.1 became %v", s)
	}
	if _, ok := back.Map.Of(ThingIndicator, "D1"); ok {
		t.Error("the new indicator has an ancestor")
	}
}

// TestDiffBackAndForth: whatever is changed, what one way maps the other way maps back.
func TestDiffBackAndForth(t *testing.T) {
	s := DefaultScheme()
	rapid.Check(t, func(t *rapid.T) {
		root := treeOf(s)
		cats := valueOf(root, "categories")
		cats.items = cats.items[:2] // the fewer, the sooner edits meet
		a := unchecked(root)
		for range rapid.IntRange(1, 6).Draw(t, "edits") {
			first, rest := mutations(root)
			all := slices.Concat(first, rest)
			all[rapid.IntRange(0, len(all)-1).Draw(t, "at")]()
		}
		b := unchecked(root)
		there, back := Diff(a, b), Diff(b, a)
		for _, thing := range carried {
			for old, next := range there.Map[thing] {
				if got := back.Map[thing][next.ID]; got.ID != old || got.Sure != next.Sure {
					t.Fatalf("%s %s became %v, and that was %v", thing, old, next, got)
				}
			}
			if len(there.Map[thing]) != len(back.Map[thing]) {
				t.Fatalf("%s: %d there, %d back", thing, len(there.Map[thing]), len(back.Map[thing]))
			}
		}
	})
}

func valueOf(n *node, key string) *node {
	for i, k := range n.keys {
		if k.text == key {
			return n.items[i]
		}
	}
	return &node{}
}

func TestCorrectMap(t *testing.T) {
	s := DefaultScheme()
	m := Diff(s, s).Map
	got, bad := m.Correct([]byte(`{"indicator": {"E2": "E3"}, "rule": {"E2.1": ""}}`), s, s)
	if bad != nil || got[ThingIndicator]["E2"].ID != "E3" || m[ThingIndicator]["E2"].ID != "E2" {
		t.Errorf("%v %v", got[ThingIndicator]["E2"], bad)
	}
	if _, ok := got.Of(ThingRule, "E2.1"); ok {
		t.Error("a rule that was said to have no successor has one")
	}
	for text, code := range map[string]string{`{"rule": {"Z9": "E2.1"}}`: "map.old", `{"rule": {"E2.1": "Z9"}}`: "map.new", `{"grade": {}}`: "map.thing", `{`: "map.json", `{} {}`: "map.json"} {
		if _, bad := m.Correct([]byte(text), s, s); len(bad) != 1 || bad[0].Code != code {
			t.Errorf("%s: %v", text, bad)
		}
	}
}

func BenchmarkDiff(b *testing.B) {
	s := DefaultScheme()
	root := treeOf(s)
	valueOf(valueOf(root, "scheme"), "version").text = "2"
	x := unchecked(root)
	for b.Loop() {
		Diff(s, x)
	}
}
