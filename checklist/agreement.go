package checklist

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
)

// JudgedSheet is a closed sheet as its evaluator judged it, before anybody talked: what agreement is measured on.
type JudgedSheet struct {
	Visit  ID
	Person Person
	Scheme *Scheme
	Result *Result
}

// GroupAgreement is how far evaluators agree in a group of judgements: an item is one indicator of one visit, its value
// the points taken.
type GroupAgreement struct {
	ID      string // of the indicator, the step or the team; of a pair both people's, "" of all
	Name    Text   // of an indicator
	Pair    [2]Person
	Items   int     // judged by two evaluators or more
	Percent Stat    // of pairs of judgements of one item that take the same
	Kappa   Stat    // with linear weights; of a pair only
	Alpha   [4]Stat // nominal, ordinal, interval, ratio
	Fleiss  Stat
	ICC     ICC
}

// RaterAgreement is how an evaluator judges beside the others who judged the same items.
type RaterAgreement struct {
	Person  Person
	Items   int
	More    float64 // points taken more than the mean of the others, per item; below 0: less
	Apart   float64 // points away from it either way, per item
	Outlies bool
}

// Agreement is how far the evaluators of a book agree.
type Agreement struct {
	Visits     int
	All        GroupAgreement
	Pairs      []GroupAgreement
	Indicators []GroupAgreement // those with the least agreement first
	Methods    []GroupAgreement
	Teams      []GroupAgreement
	Raters     []RaterAgreement // those furthest from the others first
}

// When somebody or something is named. Below FewUnits items nothing is; a rater needs two others to be measured by.
const (
	outlying  = 2.0 // times as far from the others as the middle one of the raters
	badWorded = 0.8 // of the pairs of judgements are the same
)

// Worst is the indicator that evaluators agree on least, if that says anything: it is probably badly worded.
func (a *Agreement) Worst() (g GroupAgreement, ok bool) {
	for _, g := range a.Indicators {
		if g.Items >= FewUnits && g.Percent.Known && g.Percent.Value < badWorded {
			return g, true
		}
	}
	return g, false
}

// Outlier is the evaluator who judges unlike the others, if there are enough of them to say so.
func (a *Agreement) Outlier() (r RaterAgreement, ok bool) {
	for _, r := range a.Raters {
		if r.Outlies {
			return r, true
		}
	}
	return r, false
}

// ratedItem is one indicator of one visit with what each evaluator took.
type ratedItem struct {
	ind    *Indicator
	values map[ID]float64
}

// AgreementOf measures agreement over closed sheets. Visits that fewer than two judged say nothing; neither do sheets of
// one visit that follow different versions of the scheme.
func AgreementOf(sheets []JudgedSheet) Agreement {
	byVisit := map[ID][]JudgedSheet{}
	people := map[ID]Person{}
	for _, s := range sheets {
		byVisit[s.Visit] = append(byVisit[s.Visit], s)
		people[s.Person.ID] = s.Person
	}
	var a Agreement
	var items []ratedItem
	for _, visit := range slices.SortedFunc(maps.Keys(byVisit), compareIDs) {
		list := byVisit[visit]
		if len(list) < 2 || slices.ContainsFunc(list, func(s JudgedSheet) bool { return s.Scheme.Hash != list[0].Scheme.Hash }) {
			continue
		}
		a.Visits++
		items = append(items, itemsOf(list)...)
	}
	raters := slices.SortedFunc(maps.Keys(people), compareIDs)
	a.All = groupOf("", raters, items)
	a.Indicators = split(raters, items, func(x ratedItem) []string { return []string{x.ind.ID} })
	for i := range a.Indicators {
		at := slices.IndexFunc(items, func(x ratedItem) bool { return x.ind.ID == a.Indicators[i].ID })
		a.Indicators[i].Name = items[at].ind.Name
	}
	slices.SortStableFunc(a.Indicators, func(x, y GroupAgreement) int { return cmp.Compare(x.Percent.Value, y.Percent.Value) })
	a.Methods = split(raters, items, func(x ratedItem) (ids []string) {
		for _, m := range x.ind.Methods {
			ids = append(ids, string(m))
		}
		return ids
	})
	a.pairs(raters, people, items)
	a.teams(raters, people, items)
	a.measure(raters, people, items)
	return a
}

// itemsOf are the indicators of a visit that two evaluators or more brought to a mark.
func itemsOf(list []JudgedSheet) (items []ratedItem) {
	for _, c := range list[0].Scheme.Categories {
		for i := range c.Indicators {
			x := ratedItem{&c.Indicators[i], map[ID]float64{}}
			for _, s := range list {
				if got, ok := s.Result.Indicator(x.ind.ID); ok && got.Known && !got.Removed() {
					x.values[s.Person.ID] = float64(x.ind.Full-got.Awarded) / 100
				}
			}
			if len(x.values) > 1 {
				items = append(items, x)
			}
		}
	}
	return items
}

// groupOf measures some items among some raters.
func groupOf(id string, raters []ID, items []ratedItem) GroupAgreement {
	r := Ratings{}
	for _, p := range raters {
		r.Raters = append(r.Raters, p.String())
	}
	for _, x := range items {
		row, n := make([]Rating, len(raters)), 0
		for i, p := range raters {
			if v, ok := x.values[p]; ok {
				row[i] = Rated(v)
				n++
			}
		}
		if n > 1 {
			r.Units, r.Rows = append(r.Units, x.ind.ID), append(r.Rows, row)
		}
	}
	return GroupAgreement{ID: id, Items: len(r.Rows), Percent: r.SamePairs(), Fleiss: r.Fleiss(), ICC: r.ICC(), Kappa: noStat(len(r.Rows), WhyFew),
		Alpha: [4]Stat{r.Alpha(Nominal), r.Alpha(Ordinal), r.Alpha(Interval), r.Alpha(Ratio)}}
}

// split measures items by what they belong to, in the order of first sight.
func split(raters []ID, items []ratedItem, of func(ratedItem) []string) (groups []GroupAgreement) {
	parts := map[string][]ratedItem{}
	var order []string
	for _, x := range items {
		for _, id := range of(x) {
			if parts[id] == nil {
				order = append(order, id)
			}
			parts[id] = append(parts[id], x)
		}
	}
	for _, id := range order {
		groups = append(groups, groupOf(id, raters, parts[id]))
	}
	return groups
}

func (a *Agreement) pairs(raters []ID, people map[ID]Person, items []ratedItem) {
	for i, p := range raters {
		for _, q := range raters[i+1:] {
			g := groupOf(p.String()+" "+q.String(), []ID{p, q}, items)
			if g.Items == 0 {
				continue
			}
			r := Ratings{Raters: []string{"", ""}}
			for _, x := range items {
				v, okV := x.values[p]
				w, okW := x.values[q]
				r.Rows = append(r.Rows, []Rating{{v, okV}, {w, okW}})
			}
			g.Pair, g.Kappa = [2]Person{people[p], people[q]}, r.Kappa(0, 1, Linear)
			a.Pairs = append(a.Pairs, g)
		}
	}
}

func (a *Agreement) teams(raters []ID, people map[ID]Person, items []ratedItem) {
	members := map[string][]ID{}
	for _, p := range raters {
		if team := strings.TrimSpace(people[p].Team); team != "" {
			members[team] = append(members[team], p)
		}
	}
	for _, team := range slices.Sorted(maps.Keys(members)) {
		if g := groupOf(team, members[team], items); g.Items > 0 {
			a.Teams = append(a.Teams, g)
		}
	}
}

// measure compares each rater with the mean of the others.
func (a *Agreement) measure(raters []ID, people map[ID]Person, items []ratedItem) {
	for _, p := range raters {
		x := RaterAgreement{Person: people[p]}
		for _, it := range items {
			own, ok := it.values[p]
			if !ok {
				continue
			}
			var others float64
			for q, v := range it.values {
				if q != p {
					others += v / float64(len(it.values)-1)
				}
			}
			x.Items++
			x.More += own - others
			x.Apart += math.Abs(own - others)
		}
		if x.Items > 0 {
			x.More, x.Apart = x.More/float64(x.Items), x.Apart/float64(x.Items)
			a.Raters = append(a.Raters, x)
		}
	}
	slices.SortStableFunc(a.Raters, func(x, y RaterAgreement) int { return cmp.Compare(y.Apart, x.Apart) })
	if n := len(a.Raters); n > 2 {
		first := &a.Raters[0]
		first.Outlies = first.Items >= FewUnits && first.Apart > 0 && first.Apart >= outlying*a.Raters[n/2].Apart
	}
}

// SamePairs is the share of pairs of ratings of one unit that are the same, over any raters, with ratings missing.
func (r *Ratings) SamePairs() Stat {
	pairs, same, units := 0, 0, 0
	for _, row := range r.Rows {
		given := givenOf(row)
		if len(given) > 1 {
			units++
		}
		for i, v := range given {
			for _, w := range given[i+1:] {
				pairs++
				if v == w {
					same++
				}
			}
		}
	}
	if pairs == 0 {
		return noStat(0, WhyFew)
	}
	return stat(float64(same)/float64(pairs), units)
}
