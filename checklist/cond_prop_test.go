package checklist

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// expression is a condition made at random: as text, and as the plain meaning it is held against, over numbers that are
// all known and answers that are all given.
type expression struct {
	text   string
	mirror string // the same with the sides of every operator exchanged
	number func(truths map[string]bool, w map[string]*big.Rat) *big.Rat
	truth  func(truths map[string]bool, w map[string]*big.Rat) bool
}

// drawNumber makes a number of at most room nodes, which is 1 or more. The mirror of a difference has a node more, and
// room counts it.
func drawNumber(t *rapid.T, room int) expression {
	at := 1
	if room >= 4 {
		at = rapid.IntRange(0, 6).Draw(t, "number")
	}
	switch at {
	case 0, 1:
		id := rapid.SampledFrom([]string{"a", "b", "c", "d", "e", "f"}).Draw(t, "name")
		return expression{text: id, mirror: id, number: func(_ map[string]bool, w map[string]*big.Rat) *big.Rat { return w[id] }}
	case 2:
		n := rapid.Int64Range(0, 99999).Draw(t, "hundredths")
		text := Points(n).String()
		if rapid.Bool().Draw(t, "short") && n%100 == 0 {
			text = text[:len(text)-3]
		}
		x := big.NewRat(n, 100)
		return expression{text: text, mirror: text, number: func(map[string]bool, map[string]*big.Rat) *big.Rat { return x }}
	case 3:
		a := drawNumber(t, room-1)
		return expression{text: "-(" + a.text + ")", mirror: "-(" + a.mirror + ")", number: func(ts map[string]bool, w map[string]*big.Rat) *big.Rat {
			return new(big.Rat).Neg(a.number(ts, w))
		}}
	}
	left := rapid.IntRange(1, room-3).Draw(t, "left")
	a, b := drawNumber(t, left), drawNumber(t, room-2-left)
	op := rapid.SampledFrom([]string{"+", "-", "*"}).Draw(t, "op")
	x := expression{text: fmt.Sprintf("(%s %s %s)", a.text, op, b.text), mirror: fmt.Sprintf("(%s %s %s)", b.mirror, op, a.mirror)}
	if op == "-" {
		x.mirror = fmt.Sprintf("(-%s + %s)", b.mirror, a.mirror)
	}
	x.number = func(ts map[string]bool, w map[string]*big.Rat) *big.Rat {
		l, r, out := a.number(ts, w), b.number(ts, w), new(big.Rat)
		switch op {
		case "+":
			return out.Add(l, r)
		case "-":
			return out.Sub(l, r)
		}
		return out.Mul(l, r)
	}
	return x
}

var flipped = map[string]string{"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}

// leastTruth is the nodes of the smallest truth: a comparison of two names, or complete() with its argument.
const leastTruth = 3

// drawTruth makes a truth of at most room nodes, which is leastTruth or more.
func drawTruth(t *rapid.T, room int) expression {
	at := rapid.IntRange(3, 7).Draw(t, "small truth")
	if room > 2*leastTruth {
		at = rapid.IntRange(0, 7).Draw(t, "truth")
	}
	switch at {
	case 0:
		a := drawTruth(t, room-1)
		not := rapid.SampledFrom([]string{"!", "not "}).Draw(t, "not")
		return expression{text: not + "(" + a.text + ")", mirror: not + "(" + a.mirror + ")",
			truth: func(ts map[string]bool, w map[string]*big.Rat) bool { return !a.truth(ts, w) }}
	case 1, 2:
		left := rapid.IntRange(leastTruth, room-1-leastTruth).Draw(t, "left")
		a, b := drawTruth(t, left), drawTruth(t, room-1-left)
		op := rapid.SampledFrom([]string{"&&", "and", "||", "or"}).Draw(t, "op")
		return expression{text: fmt.Sprintf("(%s %s %s)", a.text, op, b.text), mirror: fmt.Sprintf("(%s %s %s)", b.mirror, op, a.mirror),
			truth: func(ts map[string]bool, w map[string]*big.Rat) bool {
				if op == "&&" || op == "and" {
					return a.truth(ts, w) && b.truth(ts, w)
				}
				return a.truth(ts, w) || b.truth(ts, w)
			}}
	case 4:
		id := rapid.SampledFrom([]string{"E", "F"}).Draw(t, "category")
		text := fmt.Sprintf(`complete("%s")`, id)
		return expression{text: text, mirror: text, truth: func(ts map[string]bool, _ map[string]*big.Rat) bool { return ts[id] }}
	}
	left := rapid.IntRange(1, room-2).Draw(t, "left")
	a, b := drawNumber(t, left), drawNumber(t, room-1-left)
	op := rapid.SampledFrom([]string{"<", "<=", ">", ">=", "==", "!="}).Draw(t, "compare")
	return expression{text: fmt.Sprintf("%s %s %s", a.text, op, b.text), mirror: fmt.Sprintf("%s %s %s", b.mirror, flipped[op], a.mirror),
		truth: func(ts map[string]bool, w map[string]*big.Rat) bool {
			c := a.number(ts, w).Cmp(b.number(ts, w))
			return map[string]bool{"<": c < 0, "<=": c <= 0, ">": c > 0, ">=": c >= 0, "==": c == 0, "!=": c != 0}[op]
		}}
}

// drawWorlds makes what is known of six numbers and two answers, and a few ways in which it may really be.
func drawWorlds(t *rapid.T) (w world, ways []map[string]*big.Rat, truths []map[string]bool) {
	w = world{numbers: map[string]span{}, truths: map[string]Truth{}}
	for range 6 {
		ways, truths = append(ways, map[string]*big.Rat{}), append(truths, map[string]bool{})
	}
	near := rapid.OneOf(rapid.Int64Range(-300, 300), rapid.SampledFrom([]int64{0, 100, 1e17, -1e17, 99999}))
	far := rapid.OneOf(rapid.Int64Range(0, 300), rapid.Int64Range(0, 1e17))
	for _, id := range []string{"a", "b", "c", "d", "e", "f"} {
		at, sort := near.Draw(t, "at"), rapid.SampledFrom([]string{"known", "known", "least", "between", "unknown"}).Draw(t, "sort")
		width := rapid.Int64Range(0, 500).Draw(t, "width")
		w.numbers[id] = map[string]span{"known": exactly(at), "least": {lo: ext{n: at}, hi: above}, "between": upTo(at, at+width), "unknown": anything}[sort]
		for _, way := range ways {
			x := at
			switch sort {
			case "least":
				x += far.Draw(t, "more")
			case "between":
				x += rapid.Int64Range(0, width).Draw(t, "within")
			case "unknown":
				x += far.Draw(t, "up") - far.Draw(t, "down")
			}
			way[id] = big.NewRat(x, 100)
		}
	}
	for _, id := range []string{"E", "F"} {
		w.truths[id] = rapid.SampledFrom([]Truth{Unsure, No, Yes}).Draw(t, "told")
		for _, ts := range truths {
			ts[id] = w.truths[id] == Yes || w.truths[id] == Unsure && rapid.Bool().Draw(t, "really")
		}
	}
	return w, ways, truths
}

// drawCond makes an expression within the limits: of nodes by what is drawn, and of characters because no node has more
// than eight on the average.
func drawCond(t *rapid.T) (expression, *Cond) {
	x := drawTruth(t, rapid.IntRange(leastTruth, maxNodes-10).Draw(t, "room"))
	var names worldNames
	c := compileCond(x.text, &names)
	if c == nil {
		t.Fatalf("%s: %v", x.text, names.problems)
	}
	return x, c
}

// Whatever the unknown numbers turn out to be, an answer given before was right.
func TestAnswersHoldWhateverTurnsOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, c := drawCond(t)
		w, ways, truths := drawWorlds(t)
		got, _ := c.eval(w)
		for i := range ways {
			really := x.truth(truths[i], ways[i])
			if got == Yes && !really || got == No && really {
				t.Fatalf("%s: %v of %v, but %v is %v", x.text, got, w, ways[i], really)
			}
			// Once all is known there is an answer, and it is exact.
			all := world{numbers: map[string]span{}, truths: map[string]Truth{}}
			for id, n := range ways[i] {
				all.numbers[id] = exactly(new(big.Rat).Mul(n, big.NewRat(100, 1)).Num().Int64())
			}
			for id, b := range truths[i] {
				all.truths[id] = sure(b, !b)
			}
			if known, _ := c.eval(all); known != sure(really, !really) {
				t.Fatalf("%s of %v: %v, really %v", x.text, ways[i], known, really)
			}
		}
	})
}

// The order in which things stand changes neither the answer nor what it rests on.
func TestOrderOfSidesIsIrrelevant(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, c := drawCond(t)
		var names worldNames
		other := compileCond(x.mirror, &names)
		if other == nil {
			t.Fatalf("%s: %v", x.mirror, names.problems)
		}
		w, _, _ := drawWorlds(t)
		a, whyA := c.eval(w)
		b, whyB := other.eval(w)
		if a != b || restsOn(c, whyA) != restsOn(other, whyB) {
			t.Fatalf("%s: %v by %s; %s: %v by %s", x.text, a, restsOn(c, whyA), x.mirror, b, restsOn(other, whyB))
		}
	})
}

// restsOn lists what an answer rests on, in the order of the alphabet.
func restsOn(c *Cond, why uint64) string {
	var out []string
	for _, id := range []string{"a", "b", "c", "d", "e", "f", "E", "F"} {
		for _, ref := range c.refs {
			if ref.id == id && ref.bit&why != 0 {
				out = append(out, id)
			}
		}
	}
	return strings.Join(out, " ")
}

func FuzzCond(f *testing.F) {
	for _, s := range []string{"a > 0", `hits("E8.1") > 0 && complete("E")`, "!(a + b * -c >= 0.25) || not d == e", "a in [1..2]", "let x = 1; x > 0",
		"a ?? b", "all(a, {# > 0})", "a | hits()", `"`, "((((", "a.b.c()", "1 < a < 2 < b", "b'x'", "::a()", "0x", "1..2", "- - -a > 0", "a not in b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		var names worldNames
		c := compileCond(src, &names)
		if (c == nil) == (len(names.problems) == 0) {
			t.Fatalf("%q: compiled %v, problems %v", src, c != nil, names.problems)
		}
		for _, p := range names.problems {
			if p.Col < 0 || p.Col > len([]rune(src)) {
				t.Fatalf("%q: %v lies outside", src, p)
			}
		}
		if c == nil {
			return
		}
		if n := c.root.size(); n > maxNodes || len(c.refs) > 64 {
			t.Fatalf("%q costs %d, %d names", src, n, len(c.refs))
		}
		if answer, why := c.eval(world{}); answer != Unsure && why >= 1<<len(c.refs) {
			t.Fatalf("%q: %v rests on %b of %d names", src, answer, why, len(c.refs))
		}
	})
}

// size counts the nodes of a condition.
func (n *condNode) size() int {
	if n == nil {
		return 0
	}
	return 1 + n.x.size() + n.y.size()
}

func BenchmarkCond(b *testing.B) {
	w := world{numbers: map[string]span{"a": exactly(300), "b": exactly(100)}}
	c := compiled(b, "a > 0 && b >= 0 && b <= 1")
	b.ReportAllocs()
	for b.Loop() {
		c.eval(w)
	}
}

func BenchmarkCompileCond(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		compiled(b, "a > 0 && b >= 0 && b <= 1")
	}
}
