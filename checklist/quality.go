package checklist

import (
	"cmp"
	"maps"
	"math/big"
	"slices"
	"strings"
)

// QualityVisit is what the quality check takes of a visit: what stands for it, by which team.
type QualityVisit struct {
	Unit  Unit // of its kind on the day of the visit
	Team  string
	Total Amount
	Marks []Mark      // of the indicators that count
	Hits  []RuleCount // what was found
}

// RuleCount is how often something was found under a rule.
type RuleCount struct {
	Rule string `json:"rule"`
	N    int64  `json:"n"`
}

// FewVisits is the number of visits under which nobody is named: less says nothing.
const FewVisits = 5

// Quality compares teams, rules and units over the visits of one version of the scheme.
type Quality struct {
	Visits     int
	Indicators []QualityIndicator // in the scheme's order
	Unused     []UnusedRule
	Units      []OddUnit // furthest from their kind first
	Few        []string  // kinds with fewer than FewVisits visits: their units are not compared
}

// QualityIndicator is what the teams take under an indicator.
type QualityIndicator struct {
	Indicator *Indicator
	All       TeamTake
	Teams     []TeamTake // those that take most first
	Gap       Amount     // between the most and the least of the teams with enough visits
	More      string     // the team that takes most, where the gap is a tenth of the marks or more; "" otherwise
}

// TeamTake is what a team takes under an indicator: over N visits, on average Mean, the visits on average Spread away
// from it.
type TeamTake struct {
	Team         string
	N            int
	Mean, Spread Amount
}

// Few tells whether there are too few visits to say anything.
func (t *TeamTake) Few() bool { return t.N < FewVisits }

// UnusedRule is a rule nobody used in N visits that it applied to.
type UnusedRule struct {
	Indicator *Indicator
	Rule      *Rule
	N         int
}

// OddUnit is how far a unit is from its kind: Z is 0.6745 (x - median) / MAD, which is robust against the odd ones
// themselves. Where more than half of a kind have the same total, MAD is 0 and there is no Z.
type OddUnit struct {
	Unit        Unit
	N           int // units of the kind
	Total       Points
	Median, MAD Amount
	Z           *big.Rat
	Odd         bool // 3.5 or more away: look at it
}

var (
	zScale = big.NewRat(6745, 10000)
	zOdd   = big.NewRat(35, 10)
)

// QualityOf compares the visits, all scored by one version of the scheme.
func QualityOf(s *Scheme, visits []QualityVisit) Quality {
	q := Quality{Visits: len(visits)}
	used := map[string]bool{}
	for i := range visits {
		for _, h := range visits[i].Hits {
			used[h.Rule] = used[h.Rule] || h.N > 0
		}
	}
	at := marksByID(visits)
	for c := range s.Categories {
		for i := range s.Categories[c].Indicators {
			ind := &s.Categories[c].Indicators[i]
			x := takesOf(ind, visits, at)
			q.Indicators = append(q.Indicators, x)
			for k := range ind.Rules {
				if r := &ind.Rules[k]; x.All.N > 0 && !used[r.ID] {
					q.Unused = append(q.Unused, UnusedRule{ind, r, x.All.N})
				}
			}
		}
	}
	q.units(visits)
	return q
}

// marksByID are the marks of each visit by indicator.
func marksByID(visits []QualityVisit) []map[string]Points {
	out := make([]map[string]Points, len(visits))
	for i := range visits {
		out[i] = make(map[string]Points, len(visits[i].Marks))
		for _, m := range visits[i].Marks {
			out[i][m.ID] = m.Points
		}
	}
	return out
}

// takesOf is what is taken under an indicator, by team.
func takesOf(ind *Indicator, visits []QualityVisit, at []map[string]Points) QualityIndicator {
	x := QualityIndicator{Indicator: ind}
	var all []Points
	teams := map[string][]Points{}
	for i := range visits {
		if got, ok := at[i][ind.ID]; ok {
			taken := ind.Full - got
			all = append(all, taken)
			if team := visits[i].Team; team != "" {
				teams[team] = append(teams[team], taken)
			}
		}
	}
	x.All = takeOf("", all)
	for _, team := range slices.Sorted(maps.Keys(teams)) {
		x.Teams = append(x.Teams, takeOf(team, teams[team]))
	}
	slices.SortStableFunc(x.Teams, func(a, b TeamTake) int { return b.Mean.rat().Cmp(a.Mean.rat()) })
	enough := slices.DeleteFunc(slices.Clone(x.Teams), func(t TeamTake) bool { return t.Few() })
	if len(enough) > 1 {
		gap := new(big.Rat).Sub(enough[0].Mean.rat(), enough[len(enough)-1].Mean.rat())
		x.Gap = amount(gap)
		if tenth := big.NewRat(int64(ind.Full), 10); gap.Sign() > 0 && gap.Cmp(tenth) >= 0 {
			x.More = enough[0].Team
		}
	}
	return x
}

// takeOf is the mean and the mean distance from it.
func takeOf(team string, list []Points) TeamTake {
	t := TeamTake{Team: team, N: len(list)}
	if t.N == 0 {
		return t
	}
	var sum int64
	for _, p := range list {
		sum += int64(p)
	}
	n := big.NewRat(int64(t.N), 1)
	mean := new(big.Rat).Quo(big.NewRat(sum, 1), n)
	spread := new(big.Rat)
	for _, p := range list {
		d := new(big.Rat).Sub(big.NewRat(int64(p), 1), mean)
		spread.Add(spread, d.Abs(d))
	}
	t.Mean, t.Spread = amount(mean), amount(spread.Quo(spread, n))
	return t
}

// units measures each unit against its kind.
func (q *Quality) units(visits []QualityVisit) {
	kinds := map[string][]*QualityVisit{}
	for i := range visits {
		if v := &visits[i]; v.Total.Known {
			kinds[v.Unit.Kind] = append(kinds[v.Unit.Kind], v)
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		list := kinds[kind]
		if len(list) < FewVisits {
			q.Few = append(q.Few, kind)
			continue
		}
		totals := make([]*big.Rat, len(list))
		for i, v := range list {
			totals[i] = big.NewRat(int64(v.Total.Points), 1)
		}
		med := medianOf(totals)
		away := make([]*big.Rat, len(list))
		for i, t := range totals {
			away[i] = new(big.Rat).Sub(t, med)
			away[i].Abs(away[i])
		}
		mad := medianOf(away)
		for i, v := range list {
			u := OddUnit{Unit: v.Unit, N: len(list), Total: v.Total.Points, Median: amount(med), MAD: amount(mad)}
			if mad.Sign() > 0 {
				u.Z = new(big.Rat).Sub(totals[i], med)
				u.Z.Mul(u.Z.Quo(u.Z, mad), zScale)
				u.Odd = new(big.Rat).Abs(u.Z).Cmp(zOdd) >= 0
			}
			q.Units = append(q.Units, u)
		}
	}
	slices.SortStableFunc(q.Units, func(a, b OddUnit) int {
		return cmp.Or(b.away().Cmp(a.away()), strings.Compare(a.Unit.Code, b.Unit.Code))
	})
}

func (u *OddUnit) away() *big.Rat {
	if u.Z == nil {
		return new(big.Rat)
	}
	return new(big.Rat).Abs(u.Z)
}

// ZText is Z with two decimals and its sign; "" where there is none.
func (u *OddUnit) ZText() string {
	if u.Z == nil {
		return ""
	}
	text := u.Z.FloatString(2)
	if u.Z.Sign() > 0 {
		text = "+" + text
	}
	return text
}

// medianOf is the middle value, or the mean of the middle two.
func medianOf(list []*big.Rat) *big.Rat {
	sorted := slices.SortedFunc(slices.Values(list), func(a, b *big.Rat) int { return a.Cmp(b) })
	n := len(sorted)
	if n%2 == 1 {
		return sorted[n/2]
	}
	sum := new(big.Rat).Add(sorted[n/2-1], sorted[n/2])
	return sum.Quo(sum, big.NewRat(2, 1))
}
