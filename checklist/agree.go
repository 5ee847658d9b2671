package checklist

import (
	"math"
	"slices"
)

// Rating is one rater's value of one unit; a unit need not have been rated by everybody.
type Rating struct {
	Value float64
	Given bool
}

// Rated makes a Rating that was given.
func Rated(v float64) Rating { return Rating{Value: v, Given: true} }

// Ratings is a table of units by raters: Rows[unit][rater]. Every row has as many ratings as there are Raters.
type Ratings struct {
	Units  []string
	Raters []string
	Rows   [][]Rating
}

// Stat is a coefficient of agreement. N is how many units it rests on. Where the data cannot say anything Known is
// false and Why holds a code that package words has a sentence for.
type Stat struct {
	Value float64
	N     int
	Known bool
	Why   string // "agree.few", "agree.same", "agree.holes"
}

// Why a coefficient is not known.
const (
	WhyFew   = "agree.few"   // fewer than two units that two raters rated
	WhySame  = "agree.same"  // all values are equal: chance explains everything, there is nothing to divide by
	WhyHoles = "agree.holes" // the coefficient needs every rating, and some are missing
)

// FewUnits is the number of units under which a coefficient is shown with the remark that it rests on little.
const FewUnits = 10

func stat(v float64, n int) Stat      { return Stat{Value: v, N: n, Known: true} }
func noStat(n int, why string) Stat   { return Stat{N: n, Why: why} }
func square(x float64) float64        { return x * x }
func (r *Ratings) at(u, k int) Rating { return r.Rows[u][k] }

// pairs are the values of two raters on the units both rated.
func (r *Ratings) pairs(a, b int) (x, y []float64) {
	for u := range r.Rows {
		if p, q := r.at(u, a), r.at(u, b); p.Given && q.Given {
			x, y = append(x, p.Value), append(y, q.Value)
		}
	}
	return x, y
}

// Percent is the share of units on which two raters gave the same value, from 0 to 1.
func (r *Ratings) Percent(a, b int) Stat {
	x, y := r.pairs(a, b)
	if len(x) == 0 {
		return noStat(0, WhyFew)
	}
	same := 0
	for i := range x {
		if x[i] == y[i] {
			same++
		}
	}
	return stat(float64(same)/float64(len(x)), len(x))
}

// Weights says how far apart two values are taken to be.
type Weights string

// The weights of kappa (Cohen 1960, 1968). Linear and quadratic count the places between the values in their order.
const (
	Unweighted Weights = "none"
	Linear     Weights = "linear"
	Quadratic  Weights = "quadratic"
)

// Kappa is Cohen's kappa of two raters: 1 - observed / expected disagreement.
func (r *Ratings) Kappa(a, b int, w Weights) Stat {
	x, y := r.pairs(a, b)
	if len(x) < 2 {
		return noStat(len(x), WhyFew)
	}
	values := distinct(slices.Concat(x, y))
	n := len(values)
	both := make([][]float64, n)
	for i := range both {
		both[i] = make([]float64, n)
	}
	rows, cols := make([]float64, n), make([]float64, n)
	for i := range x {
		p, q := placeOf(values, x[i]), placeOf(values, y[i])
		both[p][q]++
		rows[p]++
		cols[q]++
	}
	var seen, chance float64
	for i := range n {
		for j := range n {
			d := w.apart(i, j)
			seen += d * both[i][j]
			chance += d * rows[i] * cols[j] / float64(len(x))
		}
	}
	if chance == 0 {
		return noStat(len(x), WhySame)
	}
	return stat(1-seen/chance, len(x))
}

func (w Weights) apart(i, j int) float64 {
	d := math.Abs(float64(i - j))
	switch {
	case w == Quadratic:
		return d * d
	case w == Unweighted && d > 0:
		return 1
	}
	return d
}

// Fleiss is Fleiss' kappa (1971): any raters, as many on each unit, values as names. Raters who rated a unit are
// interchangeable, so it fits where different pairs of evaluators visit different units.
func (r *Ratings) Fleiss() Stat {
	var all []float64
	raters, units := 0, 0
	for _, row := range r.Rows {
		given := givenOf(row)
		if len(given) < 2 {
			continue
		}
		if raters == 0 {
			raters = len(given)
		}
		if len(given) != raters {
			return noStat(len(r.Rows), WhyHoles)
		}
		units++
		all = append(all, given...)
	}
	if units < 2 {
		return noStat(units, WhyFew)
	}
	values := distinct(all)
	share := make([]float64, len(values))
	var agreed float64
	for u := range units {
		count := make([]float64, len(values))
		for _, v := range all[u*raters : (u+1)*raters] {
			count[placeOf(values, v)]++
		}
		var same float64
		for i, c := range count {
			share[i] += c
			same += c * (c - 1)
		}
		agreed += same / float64(raters*(raters-1))
	}
	var chance float64
	for _, s := range share {
		chance += square(s / float64(len(all)))
	}
	if chance == 1 {
		return noStat(units, WhySame)
	}
	return stat((agreed/float64(units)-chance)/(1-chance), units)
}

// distinct are the different values in their order.
func distinct(v []float64) []float64 {
	return slices.Compact(slices.Sorted(slices.Values(v)))
}

func placeOf(values []float64, v float64) int {
	i, _ := slices.BinarySearch(values, v)
	return i
}
