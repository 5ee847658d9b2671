package checklist

import (
	"math/big"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zoufang/words"
)

func TestIndicatorStaysWithinItsMarks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, _, r := scored(t)
		for _, c := range r.Categories {
			for _, x := range c.Indicators {
				if x.Awarded < 0 || x.Awarded > x.Indicator.Full {
					t.Fatalf("%s awarded %v of %v", x.Indicator.ID, x.Awarded, x.Indicator.Full)
				}
			}
			if c.Score.Known && (c.Score.Points < 0 || c.Score.Points > c.Worth) {
				t.Fatalf("%s scored %v of %v", c.Category.ID, c.Score.Points, c.Worth)
			}
		}
	})
}

// A further finding, linked to nothing, never raises the score of anything, nor lets a failed key item pass.
func TestMoreFactsNeverRaiseAScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, in, before := scored(t)
		inds := s.Indicators(in.Kind)
		if len(inds) == 0 {
			return // nothing is asked of this kind of unit
		}
		ind := rapid.SampledFrom(inds).Draw(t, "indicator")
		rule := &ind.Rules[rapid.IntRange(0, len(ind.Rules)-1).Draw(t, "rule")]
		more := in
		more.Sheet.Findings = append(slices.Clone(in.Sheet.Findings), genFinding(t, ind, rule, testID(1000)))
		after := Score(s, more)
		for i, c := range before.Categories {
			for k, x := range c.Indicators {
				if y := after.Categories[i].Indicators[k]; x.Known && y.Known && y.Awarded > x.Awarded {
					t.Fatalf("%s rose from %v to %v", x.Indicator.ID, x.Awarded, y.Awarded)
				}
			}
		}
		if before.Total.Known && after.Total.Known && after.Total.Exact().Cmp(before.Total.Exact()) > 0 {
			t.Fatalf("total rose from %v to %v", before.Total.Points, after.Total.Points)
		}
		if len(after.KeyFailed) < len(before.KeyFailed) || before.Pass == NotPassed && after.Pass == Passed {
			t.Fatalf("key items failed %v then %v, pass %s then %s", before.KeyFailed, after.KeyFailed, before.Pass, after.Pass)
		}
	})
}

func TestOrderOfRecordingIsIrrelevant(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, in, r := scored(t)
		other := in
		other.Sheet.Findings = rapid.Permutation(in.Sheet.Findings).Draw(t, "findings")
		other.Sheet.Links = rapid.Permutation(in.Sheet.Links).Draw(t, "links")
		other.Sheet.Claims = map[string]Claim{}
		for i := len(s.Bonuses) - 1; i >= 0; i-- {
			if c, ok := in.Sheet.Claims[s.Bonuses[i].ID]; ok {
				other.Sheet.Claims[c.Bonus] = c
			}
		}
		if q := Score(s, other); !reflect.DeepEqual(r, q) {
			t.Fatalf("results differ:\n%+v\n%+v", r, q)
		}
	})
}

// Whatever is marked not applicable under whatever policy, the other categories keep their weight and their marks.
func TestNALeavesOtherCategoriesAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, in, before := scored(t)
		inds := s.Indicators(in.Kind)
		if len(inds) == 0 {
			return
		}
		ind := rapid.SampledFrom(inds).Draw(t, "na")
		_, cat, _ := s.Indicator(ind.ID)
		in.Sheet.Standings[ind.ID] = Standing{Indicator: ind.ID, State: NA, Approval: "approved"}
		after := Score(s, in)
		linked := len(in.Sheet.Links) > 0 // taking a finding out of play may free another of the same fact
		for i, c := range before.Categories {
			d := after.Categories[i]
			if c.Category == cat {
				continue
			}
			if c.Worth != d.Worth || c.Full != d.Full || c.Of != d.Of || (!linked && c.Score.Text() != d.Score.Text()) {
				t.Fatalf("n/a of %s changed category %s", ind.ID, c.Category.ID)
			}
		}
	})
}

// Without limits and key items a better total never gets a worse grade, nor fails where the other passed.
func TestGradeFollowsTheTotal(t *testing.T) {
	pairs := 0
	rapid.Check(t, func(t *rapid.T) {
		s, in, a := scored(t)
		free := *s
		free.Limits = nil
		a = Score(&free, in)
		other := genSheet(t, s)
		finish(t, s, &other)
		b := Score(&free, other)
		if !a.Complete || !b.Complete || len(a.KeyFailed)+len(b.KeyFailed) > 0 {
			return
		}
		pairs++
		if a.Total.Points < b.Total.Points {
			a, b = b, a
		}
		if a.Grade.Grade.Min < b.Grade.Grade.Min || a.Pass == NotPassed && b.Pass == Passed {
			t.Fatalf("%v is %s and %s, %v is %s and %s", a.Total.Points, a.Grade.Grade.ID, a.Pass, b.Total.Points, b.Grade.Grade.ID, b.Pass)
		}
	})
	if pairs == 0 {
		t.Error("no two complete results: the sheets say too little")
	}
}

func halfUp(x *big.Rat) Points {
	f := new(big.Rat).Add(x, big.NewRat(1, 2))
	return Points(new(big.Int).Div(f.Num(), f.Denom()).Int64())
}

// The explanation is the arithmetic: with nothing but the numbers of the tree, every number of it comes out again.
func TestExplanationAddsUp(t *testing.T) {
	totals := 0
	rapid.Check(t, func(t *rapid.T) {
		s, _, r := scored(t)
		tree := Tree(s, &r)
		base := readd(t, s, tree.Find("base"))
		bonus := new(big.Rat)
		if n := tree.Find("bonuses"); n != nil {
			for _, p := range n.Parts {
				wantLines(t, p)
				bonus.Add(bonus, points(p.Value.Points))
			}
			bonus = least(bonus, points(n.Full))
			wantNode(t, n, bonus)
		}
		wantNode(t, tree.Find("base"), base)
		if base == nil {
			return
		}
		totals++
		total := least(new(big.Rat).Add(base, bonus), points(tree.Find("total").Full))
		wantNode(t, tree.Find("total"), total)
		if tree.Find("performance") == nil { // it counts nothing for this kind of unit
			return
		}
		if n := tree.Find("performance"); n != nil {
			k, _ := s.Kind(r.Kind)
			from := least(total, points(s.Scoring.PerformanceCap))
			wantNode(t, n, new(big.Rat).Mul(from, big.NewRat(int64(k.Weight), 10000)))
		}
	})
	if totals == 0 {
		t.Error("no total was ever known: the sheets say too little")
	}
}

func points(p Points) *big.Rat { return big.NewRat(int64(p), 100) }

// readd adds the base up from its parts; nil where it is not known.
func readd(t *rapid.T, s *Scheme, base *Node) *big.Rat {
	sum, weights, earned, attainable, known := new(big.Rat), new(big.Rat), new(big.Rat), new(big.Rat), true
	for _, c := range base.Parts {
		got, full := new(big.Rat), new(big.Rat)
		for _, x := range c.Parts {
			if x.Status == StatusNA || x.Status == StatusSkipped {
				continue
			}
			full.Add(full, points(x.Full))
			known = known && x.Value.Known
			if x.Value.Known {
				wantLines(t, x)
				got.Add(got, points(x.Value.Points))
			}
		}
		if full.Sign() == 0 {
			continue
		}
		earned.Add(earned, got)
		attainable.Add(attainable, full)
		weights.Add(weights, points(c.Full))
		got.Quo(got.Mul(got, points(c.Full)), full)
		sum.Add(sum, got)
		if c.Value.Known {
			wantNode(t, c, got)
		}
	}
	if !known || attainable.Sign() == 0 {
		return nil
	}
	if s.Scoring.TotalBy == Rescaled {
		sum, weights = earned, attainable
	}
	return sum.Quo(sum.Mul(sum, points(base.Full)), weights)
}

// wantLines checks that the lines of a node add up to it, and that a rounding that happened is told.
func wantLines(t *rapid.T, n *Node) {
	var sum Points
	for _, l := range n.Lines {
		sum += l.Points
		if l.Code == "line.per" && -l.Points != l.Each*Points(l.N) {
			t.Fatalf("%s: %+v does not multiply", n.Key(), l)
		}
	}
	if sum != n.Value.Points {
		t.Fatalf("%s: the lines add up to %v, not %v", n.Key(), sum, n.Value.Points)
	}
}

func wantNode(t *rapid.T, n *Node, want *big.Rat) {
	sameAmount(t, n.Key(), n.Value, want)
	told := slices.ContainsFunc(n.Lines, func(l Line) bool { return strings.HasPrefix(l.Code, "line.rounded") })
	if want != nil && told == n.Value.Whole() {
		t.Fatalf("%s is %s: its rounding is told: %v", n.Key(), n.Value.Ratio(), told)
	}
}

// Every line of a result stands in its tree, once.
func TestTreeHoldsEveryLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, _, r := scored(t)
		want := len(r.Lines)
		for _, c := range r.Categories {
			want += len(c.Lines)
			for _, x := range c.Indicators {
				want += len(x.Lines)
			}
		}
		for _, b := range r.Bonuses {
			want += len(b.Lines)
		}
		got, keys := 0, map[string]bool{}
		var walk func(n *Node)
		walk = func(n *Node) {
			got += len(n.Lines)
			if keys[n.Key()] {
				t.Fatalf("two nodes %s", n.Key())
			}
			keys[n.Key()] = true
			for _, p := range n.Parts {
				walk(p)
			}
		}
		walk(Tree(s, &r))
		if got != want {
			t.Fatalf("the tree has %d lines, the result %d", got, want)
		}
	})
}

// Every line of every scheme and sheet has a sentence in both languages that its arguments fit.
func TestEveryLineHasASentence(t *testing.T) {
	seen := map[string]bool{}
	rapid.Check(t, func(t *rapid.T) {
		s, _, r := scored(t)
		var walk func(n *Node)
		walk = func(n *Node) {
			for _, l := range n.Lines {
				seen[l.Code] = true
				for _, lang := range []words.Lang{words.ZH, words.EN} {
					text := words.Say(lang, l.Code, noSigns(l.Args())...)
					if !words.Known(l.Code) || strings.Contains(text, "%!") {
						t.Fatalf("%s: %s", l.Code, text)
					}
				}
			}
			for _, p := range n.Parts {
				walk(p)
			}
		}
		walk(Tree(s, &r))
		list, err := RollUp(s, &r)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range list {
			walk(&Node{Lines: p.Lines})
		}
	})
	if len(seen) < 40 {
		t.Errorf("only %d different lines: the sheets say too little", len(seen))
	}
}

// noSigns are arguments without the signs of formats that drawn names are full of.
func noSigns(args []any) []any {
	for i, x := range args {
		if name, ok := x.(Text); ok && name != (Text{}) {
			args[i] = "name"
		}
		if reasons, ok := x.(Reasons); ok && reasons.In("en") != "" {
			args[i] = "reasons"
		}
	}
	return args
}
