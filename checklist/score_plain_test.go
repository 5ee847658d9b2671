package checklist

import (
	"math/big"
	"slices"
)

// plainScore is a score worked out the plain way: fractions everywhere, one rounding at the end, nothing shared with the
// engine but the scheme, the numbers and the answers of conditions.
type plainScore struct {
	awarded             map[string]*big.Rat // of indicators that carry points
	removed             map[string]bool
	open                int
	category            map[string]*big.Rat
	bonus               *big.Rat
	base, total, result *big.Rat // nil until known
	failed              []string
}

// refFinding is a finding on its way through the reference.
type refFinding struct {
	f         *Finding
	rule      *Rule
	ind       *Indicator
	takes     int64 // hundredths, alone
	counts    bool
	stands    bool // recorded as a finding, rightly or wrongly
	connects  bool
	lost      bool
	withdrawn bool
}

func rat(hundredths int64) *big.Rat { return big.NewRat(hundredths, 100) }

func reference(s *Scheme, in Input) *plainScore {
	ref := &plainScore{awarded: map[string]*big.Rat{}, removed: map[string]bool{}, category: map[string]*big.Rat{}, bonus: new(big.Rat)}
	skipped := map[string]bool{}
	numbers := s.evaluate(in.Figures, nil)
	for _, ind := range s.Indicators(in.Kind) {
		skipped[ind.ID] = ind.SkipWhen != nil && s.Skipped(ind, numbers, in.Kind) == Yes
	}
	findings := refFindings(s, in, skipped)
	for _, c := range s.Categories {
		for i := range c.Indicators {
			if ind := &c.Indicators[i]; ind.Applies(in.Kind) {
				ref.indicator(s, in, ind, skipped[ind.ID], findings)
			}
		}
	}
	ref.totals(s, in)
	return ref
}

// refFindings says what each finding of the unit's indicators takes, the order of the scheme first.
func refFindings(s *Scheme, in Input, skipped map[string]bool) []*refFinding {
	var out []*refFinding
	for _, ind := range s.Indicators(in.Kind) {
		for r := range ind.Rules {
			var of []*refFinding
			for i := range in.Sheet.Findings {
				if f := &in.Sheet.Findings[i]; f.Rule == ind.Rules[r].ID {
					of = append(of, refFindingOf(in, f, ind, &ind.Rules[r], skipped[ind.ID]))
				}
			}
			slices.SortFunc(of, func(a, b *refFinding) int { return slices.Compare(a.f.ID[:], b.f.ID[:]) })
			out = append(out, of...)
		}
	}
	for _, set := range refFacts(out, in.Sheet.Links) {
		refOneFact(s, set)
	}
	return out
}

func refFindingOf(in Input, f *Finding, ind *Indicator, r *Rule, skipped bool) *refFinding {
	x := &refFinding{f: f, rule: r, ind: ind, withdrawn: f.Status == "withdrawn"}
	x.connects = !x.withdrawn
	st := in.Sheet.Standings[ind.ID]
	if x.withdrawn || skipped || st.State == NA && st.Approval != "refused" {
		return x
	}
	x.stands = true
	talk := len(f.Evidence) > 0
	for _, e := range f.Evidence {
		talk = talk && e.Kind == "interview"
	}
	switch r.Mode {
	case Per:
		x.counts = f.Count > 0
		took := new(big.Int).Mul(big.NewInt(f.Count), big.NewInt(int64(r.Points)))
		x.takes = int64(r.Max)
		if took.Cmp(big.NewInt(int64(r.Max))) < 0 {
			x.takes = took.Int64()
		}
	case Fixed:
		x.counts, x.takes = f.Count >= 0, int64(r.Points)
	case Zero:
		x.counts, x.takes = f.Count >= 0, int64(ind.Full)
	case Range:
		x.takes = int64(f.Mark)
		for m := r.Min; m <= r.Max; m += r.Step {
			x.counts = x.counts || m == f.Mark
		}
	case Given:
		x.takes = int64(ind.Full - f.Mark)
		for m := Points(0); m <= ind.Full; m += r.Step {
			x.counts = x.counts || m == f.Mark
		}
	}
	if talk && r.Mode != Given {
		x.counts = false
	}
	if ind.Full == 0 {
		x.takes = 0
	}
	return x
}

// refFacts are the findings that links join, by walking from each.
func refFacts(all []*refFinding, links [][2]ID) (out [][]*refFinding) {
	seen := map[ID]bool{}
	var walk func(x *refFinding, set *[]*refFinding)
	walk = func(x *refFinding, set *[]*refFinding) {
		if seen[x.f.ID] || !x.connects {
			return
		}
		seen[x.f.ID] = true
		*set = append(*set, x)
		for _, l := range links {
			for i := range l {
				if l[i] != x.f.ID {
					continue
				}
				for _, y := range all {
					if y.f.ID == l[1-i] {
						walk(y, set)
					}
				}
			}
		}
	}
	for _, x := range all {
		var set []*refFinding
		walk(x, &set)
		slices.SortFunc(set, func(a, b *refFinding) int { return slices.Index(all, a) - slices.Index(all, b) })
		out = append(out, set)
	}
	return out
}

// refOneFact lets the heaviest of one fact stand, then the heaviest of what is left, and so on.
func refOneFact(s *Scheme, set []*refFinding) {
	left := slices.DeleteFunc(slices.Clone(set), func(x *refFinding) bool { return !x.counts })
	for len(left) > 0 {
		best := left[0]
		for _, x := range left {
			if x.takes > best.takes {
				best = x
			}
		}
		left = slices.DeleteFunc(left, func(x *refFinding) bool {
			clash := x.rule == best.rule
			for _, g := range s.Groups {
				clash = clash || slices.Contains(g.Rules, x.rule.ID) && slices.Contains(g.Rules, best.rule.ID)
			}
			if clash && x != best {
				x.counts, x.lost = false, true
			}
			return clash || x == best
		})
	}
}

func (ref *plainScore) indicator(s *Scheme, in Input, ind *Indicator, skipped bool, findings []*refFinding) {
	st := in.Sheet.Standings[ind.ID]
	var took int64
	mark, given, stands, key := false, false, false, ""
	for r := range ind.Rules {
		rule := &ind.Rules[r]
		given = given || rule.Mode == Given
		var sum, most int64
		for _, x := range findings {
			if x.rule != rule {
				continue
			}
			stands = stands || x.stands
			if (x.counts || x.lost) && (rule.Mode != Given || x.f.Mark == 0) {
				if ind.Key {
					key = ind.ID
				} else if rule.Key {
					ref.failed = append(ref.failed, rule.ID)
				}
			}
			if x.counts {
				mark = mark || rule.Mode == Given
				most = max(most, x.takes)
				sum = min(int64(rule.Max), sum+x.takes)
			}
		}
		if rule.Mode == Per {
			took += sum
		} else {
			took += most
		}
	}
	if key != "" {
		ref.failed = append(ref.failed, key)
	}
	policy := s.Scoring.NAPolicy
	if ind.NAPolicy != "" {
		policy = ind.NAPolicy
	}
	if !ind.NA {
		policy = NAForbidden
	}
	full := int64(ind.Full)
	switch {
	case skipped:
		ref.removed[ind.ID] = true
	case st.State == NA && st.Approval == "approved" && policy == NALeave:
		ref.removed[ind.ID] = true
	case st.State == NA && st.Approval == "approved" && policy == NAFull:
		ref.awarded[ind.ID] = rat(full)
	case st.State == NA && st.Approval == "approved" && policy == NAZero:
		ref.awarded[ind.ID] = rat(0)
	case (st.State == Nil || st.State == Found && stands) && (mark || !given):
		ref.awarded[ind.ID] = rat(max(0, full-took))
	default:
		ref.open++
	}
}

// totals follow from what the indicators were awarded.
func (ref *plainScore) totals(s *Scheme, in Input) {
	earned, attainable, sum, weights := new(big.Rat), new(big.Rat), new(big.Rat), new(big.Rat)
	for _, c := range s.Categories {
		got, full, open := new(big.Rat), new(big.Rat), false
		for i := range c.Indicators {
			ind := &c.Indicators[i]
			if !ind.Applies(in.Kind) || ref.removed[ind.ID] {
				continue
			}
			full.Add(full, rat(int64(ind.Full)))
			if a := ref.awarded[ind.ID]; a != nil {
				got.Add(got, a)
			} else {
				open = true
			}
		}
		if full.Sign() == 0 {
			continue
		}
		earned.Add(earned, got)
		attainable.Add(attainable, full)
		weight := rat(int64(c.Weight))
		weights.Add(weights, weight)
		if s.Scoring.TotalBy == ByWeights {
			got = new(big.Rat).Quo(new(big.Rat).Mul(weight, got), full)
		}
		sum.Add(sum, got)
		if !open {
			ref.category[c.ID] = got
		}
	}
	for _, b := range s.Bonuses {
		c, ok := in.Sheet.Claims[b.ID]
		proved := len(c.Evidence) == 0 || slices.ContainsFunc(c.Evidence, func(e Evidence) bool { return e.Kind != "interview" })
		if ok && c.Count > 0 && proved {
			ref.bonus.Add(ref.bonus, least(new(big.Rat).Mul(new(big.Rat).SetInt64(c.Count), rat(int64(b.Points))), rat(int64(b.Max))))
		}
	}
	ref.bonus = least(ref.bonus, rat(int64(s.Scoring.BonusCap)))
	part, whole := sum, weights
	if s.Scoring.TotalBy == Rescaled {
		part, whole = earned, attainable
	}
	if ref.open > 0 || whole.Sign() == 0 {
		return
	}
	ref.base = new(big.Rat).Quo(new(big.Rat).Mul(rat(int64(s.Total)), part), whole)
	ref.total = least(new(big.Rat).Add(ref.base, ref.bonus), rat(int64(s.Scoring.TotalCap)))
	k, _ := s.Kind(in.Kind)
	if k.Weight == 0 {
		return // such a kind has no part in the performance assessment
	}
	ref.result = new(big.Rat).Mul(least(ref.total, rat(int64(s.Scoring.PerformanceCap))), big.NewRat(int64(k.Weight), 10000))
}

func least(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}
