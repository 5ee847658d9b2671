package checklist

// ICC holds the six intraclass correlations of Shrout and Fleiss (1979): One is (1,1), each unit rated by other raters;
// Two is (2,1), the raters are a sample of all; Three is (3,1), these raters only. OneK to ThreeK are the same for the
// mean of all raters.
type ICC struct {
	One, Two, Three    Stat
	OneK, TwoK, ThreeK Stat
}

// ICC works out the correlations. They need every rating: units with one missing are left out, and N says how many
// are left.
func (r *Ratings) ICC() ICC {
	var rows [][]float64
	k := len(r.Raters)
	for _, row := range r.Rows {
		if given := givenOf(row); len(given) == k {
			rows = append(rows, given)
		}
	}
	n := len(rows)
	if n < 2 || k < 2 {
		return allICC(noStat(n, WhyFew))
	}
	between, raters, rest, within := squares(rows)
	if between == 0 && within == 0 {
		return allICC(noStat(n, WhySame))
	}
	fn, fk := float64(n), float64(k)
	over := func(top, bottom float64) Stat {
		if bottom == 0 {
			return noStat(n, WhySame)
		}
		return stat(top/bottom, n)
	}
	return ICC{
		One:    over(between-within, between+(fk-1)*within),
		Two:    over(between-rest, between+(fk-1)*rest+fk*(raters-rest)/fn),
		Three:  over(between-rest, between+(fk-1)*rest),
		OneK:   over(between-within, between),
		TwoK:   over(between-rest, between+(raters-rest)/fn),
		ThreeK: over(between-rest, between),
	}
}

func allICC(s Stat) ICC { return ICC{One: s, Two: s, Three: s, OneK: s, TwoK: s, ThreeK: s} }

// squares are the mean squares of the analysis of variance: between units, between raters, what rests, and within units.
func squares(rows [][]float64) (between, raters, rest, within float64) {
	n, k := float64(len(rows)), float64(len(rows[0]))
	var grand float64
	cols := make([]float64, len(rows[0]))
	means := make([]float64, len(rows))
	for u, row := range rows {
		for j, v := range row {
			means[u] += v / k
			cols[j] += v / n
			grand += v / (n * k)
		}
	}
	var sumUnits, sumRaters, sumWithin float64
	for u, row := range rows {
		sumUnits += k * square(means[u]-grand)
		for _, v := range row {
			sumWithin += square(v - means[u])
		}
	}
	for _, c := range cols {
		sumRaters += n * square(c-grand)
	}
	return sumUnits / (n - 1), sumRaters / (k - 1), (sumWithin - sumRaters) / ((n - 1) * (k - 1)), sumWithin / (n * (k - 1))
}
