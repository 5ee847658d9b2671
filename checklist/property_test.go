package checklist

import (
	"fmt"
	"math/big"
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// drawSheet makes a sheet of any state, with findings of any rule, well and badly recorded.
func drawSheet(t *rapid.T, s *Scheme, kind string) Sheet {
	sh := Sheet{Standings: map[string]Standing{}, Claims: map[string]Claim{}}
	var rules []string
	for _, ind := range s.Indicators(kind) {
		st := Standing{Indicator: ind.ID, State: rapid.SampledFrom([]State{Blank, Nil, Nil, Found, Found, NA, Waiting}).Draw(t, "state")}
		st.Approval = rapid.SampledFrom([]string{"", "approved", "refused"}).Draw(t, "approval")
		sh.Standings[ind.ID] = st
		for _, r := range ind.Rules {
			rules = append(rules, r.ID)
		}
	}
	for i := range rapid.IntRange(0, 20).Draw(t, "findings") {
		sh.Findings = append(sh.Findings, drawFinding(t, rules, i+1))
	}
	for range rapid.IntRange(0, 8).Draw(t, "links") {
		id := func() ID { return testID(rapid.IntRange(1, 20).Draw(t, "link")) }
		sh.Links = append(sh.Links, [2]ID{id(), id()})
	}
	for _, b := range s.Bonuses {
		if rapid.Bool().Draw(t, "claimed") {
			sh.Claims[b.ID] = Claim{Bonus: b.ID, Count: rapid.Int64Range(-1, 9).Draw(t, "n"), Evidence: paper}
		}
	}
	return sh
}

func drawFinding(t *rapid.T, rules []string, n int) Finding {
	return Finding{
		ID: testID(n), Rule: rapid.SampledFrom(rules).Draw(t, "rule"),
		Count:    rapid.SampledFrom([]int64{-1, 0, 1, 1, 2, 3, 9, 1 << 62}).Draw(t, "count"),
		Mark:     Points(rapid.Int64Range(0, 4).Draw(t, "mark") * 50),
		Status:   rapid.SampledFrom([]string{"", "", "supported", "disputed", "withdrawn"}).Draw(t, "status"),
		Evidence: rapid.SampledFrom([][]Evidence{nil, paper, paper, {{Kind: "interview"}}}).Draw(t, "evidence"),
	}
}

func drawInput(t *rapid.T, s *Scheme) Input {
	kind := rapid.SampledFrom([]string{"department", "subdistrict"}).Draw(t, "kind")
	return Input{Kind: kind, Sheet: drawSheet(t, s, kind)}
}

func TestIndicatorStaysWithinItsMarks(t *testing.T) {
	s := DefaultScheme()
	rapid.Check(t, func(t *rapid.T) {
		r := Score(s, drawInput(t, s))
		for _, c := range r.Categories {
			for _, x := range c.Indicators {
				if x.Awarded < 0 || x.Awarded > x.Indicator.Full {
					t.Fatalf("%s awarded %v of %v", x.Indicator.ID, x.Awarded, x.Indicator.Full)
				}
			}
			if c.Score.Known && (c.Score.Points < 0 || c.Score.Points > c.Category.Weight) {
				t.Fatalf("%s scored %v of %v", c.Category.ID, c.Score.Points, c.Category.Weight)
			}
		}
	})
}

// A further finding, linked to nothing, never raises the score of anything and never takes points that are not there.
func TestMoreFactsNeverRaiseAScore(t *testing.T) {
	s := DefaultScheme()
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t, s)
		before := Score(s, in)
		var rules []string
		for _, ind := range s.Indicators(in.Kind) {
			for _, r := range ind.Rules {
				rules = append(rules, r.ID)
			}
		}
		more := in
		more.Sheet.Findings = append(append([]Finding{}, in.Sheet.Findings...), drawFinding(t, rules, 100))
		after := Score(s, more)
		for i, c := range before.Categories {
			for k, x := range c.Indicators {
				if y := after.Categories[i].Indicators[k]; x.Known && y.Known && y.Awarded > x.Awarded {
					t.Fatalf("%s rose from %v to %v", x.Indicator.ID, x.Awarded, y.Awarded)
				}
			}
		}
		if before.Total.Known && after.Total.Known && after.Total.Points > before.Total.Points {
			t.Fatalf("total rose from %v to %v", before.Total.Points, after.Total.Points)
		}
	})
}

func TestOrderOfRecordingIsIrrelevant(t *testing.T) {
	s := DefaultScheme()
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t, s)
		other := in
		other.Sheet.Findings = rapid.Permutation(in.Sheet.Findings).Draw(t, "findings")
		other.Sheet.Links = rapid.Permutation(in.Sheet.Links).Draw(t, "links")
		if a, b := Score(s, in), Score(s, other); !reflect.DeepEqual(a, b) {
			t.Fatalf("results differ:\n%+v\n%+v", a, b)
		}
	})
}

func TestNALeavesOtherCategoriesAlone(t *testing.T) {
	s := DefaultScheme()
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t, s)
		id := rapid.SampledFrom([]string{"A3", "B1", "D4", "D5"}).Draw(t, "na")
		_, cat, _ := s.Indicator(id)
		before := Score(s, in)
		in.Sheet.Standings[id] = Standing{Indicator: id, State: NA, Approval: "approved"}
		after := Score(s, in)
		linked := len(in.Sheet.Links) > 0 // taking a finding out of play may free another of the same fact
		for i, c := range before.Categories {
			d := after.Categories[i]
			if c.Category.ID == cat.ID {
				continue
			}
			if c.Full != d.Full || c.Of != d.Of || (!linked && c.Score.Text() != d.Score.Text()) {
				t.Fatalf("n/a of %s changed category %s", id, c.Category.ID)
			}
		}
	})
}

// The explanation is the arithmetic: re-adding its numbers gives every result.
func TestExplanationAddsUp(t *testing.T) {
	s := DefaultScheme()
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t, s)
		r := Score(s, in)
		base, weight := new(big.Rat), Points(0)
		for _, c := range r.Categories {
			var awarded, full Points
			known := true
			for _, x := range c.Indicators {
				if x.Removed() {
					continue
				}
				full += x.Indicator.Full
				known = known && x.Known
				awarded += x.Awarded
				if sum := addLines(x.Lines); x.Known && sum != x.Awarded {
					t.Fatalf("%s: lines add up to %v, awarded %v", x.Indicator.ID, sum, x.Awarded)
				}
			}
			if full == 0 {
				continue
			}
			weight += c.Category.Weight
			if !known {
				base = nil
			}
			if base != nil {
				base.Add(base, big.NewRat(int64(awarded)*int64(c.Category.Weight), int64(full)))
			}
		}
		if r.Complete != (base != nil) {
			t.Fatalf("complete %v", r.Complete)
		}
		if base == nil {
			return
		}
		base.Mul(base, big.NewRat(10000, int64(weight)))
		total := base.Add(base, big.NewRat(int64(bonusOf(r)), 1))
		if most := big.NewRat(10500, 1); total.Cmp(most) > 0 {
			total = most
		}
		if want := halfUp(total); r.Total.Points != want {
			t.Fatalf("total %v, re-added %v", r.Total.Points, want)
		}
	})
}

func addLines(lines []Line) (sum Points) {
	for _, l := range lines {
		sum += l.Points
		if l.Code == "line.per" && -l.Points != l.Each*Points(l.N) {
			panic(fmt.Sprintf("%+v does not multiply", l))
		}
	}
	return sum
}

func bonusOf(r Result) (sum Points) {
	for _, b := range r.Bonuses {
		sum += b.Points
	}
	return min(sum, 500)
}

func halfUp(x *big.Rat) Points {
	f := new(big.Rat).Add(x, big.NewRat(1, 2))
	return Points(new(big.Int).Div(f.Num(), f.Denom()).Int64())
}

func TestEveryLineHasItsArguments(t *testing.T) {
	s := DefaultScheme()
	rapid.Check(t, func(t *rapid.T) {
		r := Score(s, drawInput(t, s))
		lines := r.Lines
		for _, c := range r.Categories {
			lines = append(lines, c.Lines...)
			for _, x := range c.Indicators {
				lines = append(lines, x.Lines...)
			}
		}
		for _, l := range lines {
			silent := len(l.Code) > 12 && l.Code[:12] == "line.status."
			if !silent && l.Code != "line.base.none" && len(l.Args()) == 0 {
				t.Fatalf("%s has no arguments", l.Code)
			}
		}
	})
}
