package checklist

import "math"

// Level is the level of measurement of ratings: it says what the difference of two values is.
type Level string

// The levels of Krippendorff's alpha.
const (
	Nominal  Level = "nominal"  // names: same or not
	Ordinal  Level = "ordinal"  // an order
	Interval Level = "interval" // differences mean something: points
	Ratio    Level = "ratio"    // and so does zero: counts
)

// Alpha is Krippendorff's alpha: 1 - observed / expected disagreement, for any number of raters, with ratings missing
// (Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011). N counts the units with two ratings or more.
func (r *Ratings) Alpha(level Level) Stat {
	var all []float64
	units := 0
	for _, row := range r.Rows {
		if given := givenOf(row); len(given) > 1 {
			all = append(all, given...)
			units++
		}
	}
	if units < 2 {
		return noStat(units, WhyFew)
	}
	total := float64(len(all))
	values := distinct(all)
	count := make([]float64, len(values)) // of each value, over all units with two ratings or more
	met := make([][]float64, len(values)) // coincidences within units
	for i := range met {
		met[i] = make([]float64, len(values))
	}
	for _, row := range r.Rows {
		given := givenOf(row)
		if len(given) < 2 {
			continue
		}
		for i, v := range given {
			p := placeOf(values, v)
			count[p]++
			for j, x := range given {
				if i != j {
					met[p][placeOf(values, x)] += 1 / float64(len(given)-1)
				}
			}
		}
	}
	var seen, chance float64
	for i := range values {
		for j := range values {
			d := level.apart(values, count, i, j)
			seen += d * met[i][j]
			chance += d * count[i] * count[j]
		}
	}
	if chance == 0 {
		return noStat(units, WhySame)
	}
	return stat(1-(total-1)*seen/chance, units)
}

func givenOf(row []Rating) (given []float64) {
	for _, x := range row {
		if x.Given {
			given = append(given, x.Value)
		}
	}
	return given
}

// apart is the squared difference of two values at a level.
func (l Level) apart(values, count []float64, i, j int) float64 {
	if i == j {
		return 0
	}
	switch l {
	case Nominal:
		return 1
	case Ordinal:
		if i > j {
			i, j = j, i
		}
		sum := -(count[i] + count[j]) / 2
		for k := i; k <= j; k++ {
			sum += count[k]
		}
		return sum * sum
	case Ratio:
		if s := math.Abs(values[i]) + math.Abs(values[j]); s > 0 {
			return square((values[i] - values[j]) / s)
		}
		return 0
	}
	return square(values[i] - values[j])
}
