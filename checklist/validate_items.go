package checklist

import (
	"maps"
	"slices"
)

// marks checks that weights and full marks add up and that each rule can be hit once for its full points.
func (v *validator) marks() {
	s := v.s
	var weights, all Points
	unread := v.unread[&s.Total] // sums over numbers that could not be read say nothing
	for c := range s.Categories {
		cat := &s.Categories[c]
		var full Points
		lost := v.unread[&cat.Weight] || len(cat.Indicators) == 0
		for i := range cat.Indicators {
			v.indicator(&cat.Indicators[i])
			full += cat.Indicators[i].Full
			lost = lost || v.unread[&cat.Indicators[i].Full]
		}
		weights, all, unread = weights+cat.Weight, all+full, unread || lost
		switch {
		case lost:
		case s.Scoring.TotalBy == Rescaled && full != cat.Weight:
			v.bad(&cat.Weight, "scheme.sum.rescaled", cat.ID, full, cat.Weight)
		case s.Scoring.TotalBy == ByWeights && full == 0:
			// Key items may stand apart in a category without marks: it has nothing to weigh.
			if cat.Weight != 0 {
				v.bad(&cat.Weight, "scheme.sum.none", cat.ID, cat.Weight)
			}
		case s.Scoring.TotalBy == ByWeights:
			v.atLeast(&cat.Weight, "weight", 1)
		}
	}
	switch {
	case len(s.Categories) == 0 || unread:
	case s.Scoring.TotalBy == ByWeights && weights != s.Total:
		v.bad(&s.Total, "scheme.sum.categories", weights, s.Total)
	case s.Scoring.TotalBy == Rescaled && all == 0:
		v.bad(&s.Categories, "scheme.marks.none")
	}
}

func (v *validator) indicator(ind *Indicator) {
	switch {
	case ind.Key && ind.Full == 0: // without points of its own
	case ind.Full == 0 && !v.unread[&ind.Full] && !v.unread[&ind.Key]:
		v.bad(&ind.Full, "scheme.full.zero", ind.ID)
		v.unread[&ind.Full] = true
	case !v.unread[&ind.Key]:
		v.atLeast(&ind.Full, "full", 1)
	}
	if ind.CityNo > 0 && !v.parents[ind.CityNo] && !v.parentsUnread {
		v.bad(&ind.CityNo, "scheme.ref", Noun("parent"), ind.CityNo)
	}
	v.choice((*string)(&ind.NAPolicy), "na_policy", naPolicies...)
	v.refs(ind.AppliesTo, "kind", v.kinds)
	v.refs(ind.Materials, "material", v.materials)
	for i := range ind.Methods {
		if id := string(ind.Methods[i]); v.readable(id) && lacks(v.methodIDs, id) {
			v.bad(&ind.Methods[i], "scheme.ref", Noun("method"), id)
			v.near(id, maps.Keys(v.methodIDs))
		}
		if slices.Contains(ind.Methods[:i], ind.Methods[i]) {
			v.bad(&ind.Methods[i], "scheme.twice", Noun("method"), string(ind.Methods[i]))
		}
	}
	given := 0
	for i := range ind.Rules {
		r := &ind.Rules[i]
		if r.Mode == Given {
			given++
			if given > 1 {
				v.bad(r, "scheme.given.twice", ind.ID)
			}
		}
		v.rule(r, ind)
	}
}

func (v *validator) rule(r *Rule, ind *Indicator) {
	v.choice((*string)(&r.Mode), "mode", modes...)
	v.ref(&r.UnitID, "unit", v.units)
	v.ref(&r.Suggest, "figure", v.numbers)
	least := Points(1)
	if ind.Key && ind.Full == 0 {
		least = 0 // there are no marks to take
	}
	switch r.Mode {
	case Per:
		if v.atLeast(&r.Points, "points", least) && !v.unread[&r.Max] && r.Max < r.Points {
			v.bad(&r.Max, "scheme.rule.cap", r.ID, r.Max, r.Points)
		}
	case Fixed:
		v.atLeast(&r.Points, "points", least)
	case Range:
		if v.atLeast(&r.Min, "min", 0) && v.atLeast(&r.Step, "step", 1) && !v.unread[&r.Max] && (r.Max <= r.Min || (r.Max-r.Min)%r.Step != 0) {
			v.bad(&r.Step, "scheme.rule.range", r.ID, r.Min, r.Max, r.Step)
		}
	case Given:
		v.given(r, ind)
	}
}

// given wants a mark that can be awarded, from 0 to the full marks.
func (v *validator) given(r *Rule, ind *Indicator) {
	if r.Key {
		v.bad(&r.Key, "scheme.key.given", r.ID, ind.ID)
	}
	switch {
	case !v.atLeast(&r.Step, "step", 1):
	case ind.Full == 0 && ind.Key:
		v.bad(r, "scheme.given.none", r.ID, ind.ID)
	case ind.Full > 0 && ind.Full%r.Step != 0:
		v.bad(&r.Step, "scheme.rule.step", r.ID, r.Step, ind.Full)
	}
}
