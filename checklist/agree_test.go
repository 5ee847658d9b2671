package checklist

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// table makes ratings of rows; a value below 0 is missing.
func table(rows ...[]float64) *Ratings {
	r := &Ratings{}
	for range rows[0] {
		r.Raters = append(r.Raters, "")
	}
	for _, row := range rows {
		var out []Rating
		for _, v := range row {
			if v < 0 {
				out = append(out, Rating{})
			} else {
				out = append(out, Rated(v))
			}
		}
		r.Units, r.Rows = append(r.Units, ""), append(r.Rows, out)
	}
	return r
}

func transposed(cols ...[]float64) *Ratings {
	rows := make([][]float64, len(cols[0]))
	for u := range rows {
		for _, c := range cols {
			rows[u] = append(rows[u], c[u])
		}
	}
	return table(rows...)
}

func near(t *testing.T, name string, got Stat, want, within float64) {
	t.Helper()
	if !got.Known || math.Abs(got.Value-want) > within {
		t.Errorf("%s: got %+v, the published value is %v", name, got, want)
	}
}

// The example of Krippendorff (2011): four observers, twelve units, ratings missing.
func TestAlphaOfKrippendorff(t *testing.T) {
	r := transposed(
		[]float64{1, 2, 3, 3, 2, 1, 4, 1, 2, -1, -1, -1},
		[]float64{1, 2, 3, 3, 2, 2, 4, 1, 2, 5, -1, 3},
		[]float64{-1, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, -1},
		[]float64{1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, -1})
	near(t, "nominal", r.Alpha(Nominal), 0.743, 0.0005)
	near(t, "ordinal", r.Alpha(Ordinal), 0.815, 0.0005)
	near(t, "interval", r.Alpha(Interval), 0.849, 0.0005)
	near(t, "ratio", r.Alpha(Ratio), 0.797, 0.0005)
	if n := r.Alpha(Nominal).N; n != 11 {
		t.Errorf("%d units have two ratings, not 11", n)
	}
}

// Table 2 and 4 of Shrout and Fleiss (1979): four judges, six targets.
func TestICCOfShroutAndFleiss(t *testing.T) {
	x := table([]float64{9, 2, 5, 8}, []float64{6, 1, 3, 2}, []float64{8, 4, 6, 8},
		[]float64{7, 1, 2, 6}, []float64{10, 5, 6, 9}, []float64{6, 2, 4, 7}).ICC()
	near(t, "(1,1)", x.One, 0.17, 0.005)
	near(t, "(2,1)", x.Two, 0.29, 0.005)
	near(t, "(3,1)", x.Three, 0.71, 0.005)
	near(t, "(1,4)", x.OneK, 0.44, 0.005)
	near(t, "(2,4)", x.TwoK, 0.62, 0.005)
	near(t, "(3,4)", x.ThreeK, 0.91, 0.005)
}

// A table of counts that is often used for Fleiss' kappa: ten subjects, fourteen raters, five categories; 0.210.
func TestFleissKappa(t *testing.T) {
	var rows [][]float64
	for _, counts := range [][]int{{0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
		{7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}} {
		var row []float64
		for value, n := range counts {
			row = append(row, slices.Repeat([]float64{float64(value)}, n)...)
		}
		rows = append(rows, row)
	}
	near(t, "Fleiss", table(rows...).Fleiss(), 0.210, 0.0005)
}

// Agresti (1990), husbands and wives: kappa 0.129, with linear weights 0.237.
func TestKappaOfAgresti(t *testing.T) {
	r := crossed([][]int{{7, 7, 2, 3}, {2, 8, 3, 7}, {1, 5, 4, 9}, {2, 8, 9, 14}})
	near(t, "kappa", r.Kappa(0, 1, Unweighted), 0.1293, 0.00005)
	near(t, "linear", r.Kappa(0, 1, Linear), 0.2374, 0.00005)
	near(t, "per cent", r.Percent(0, 1), 33.0/91, 1e-12)
}

// crossed makes ratings of a table that counts how often two raters gave each pair of values.
func crossed(counts [][]int) *Ratings {
	var rows [][]float64
	for i, row := range counts {
		for j, n := range row {
			rows = append(rows, slices.Repeat([][]float64{{float64(i), float64(j)}}, n)...)
		}
	}
	return table(rows...)
}

func TestTooLittleToSay(t *testing.T) {
	one := table([]float64{1, 2})
	same := table([]float64{3, 3}, []float64{3, 3})
	for name, c := range map[string]struct {
		got Stat
		why string
	}{
		"alpha of one unit":   {one.Alpha(Nominal), WhyFew},
		"kappa of one unit":   {one.Kappa(0, 1, Linear), WhyFew},
		"icc of one unit":     {one.ICC().Two, WhyFew},
		"alpha of one value":  {same.Alpha(Interval), WhySame},
		"kappa of one value":  {same.Kappa(0, 1, Linear), WhySame},
		"fleiss of one value": {same.Fleiss(), WhySame},
		"icc of one value":    {same.ICC().Two, WhySame},
		"fleiss with holes":   {table([]float64{1, 2, 3}, []float64{1, -1, 1}).Fleiss(), WhyHoles},
		"nobody met":          {table([]float64{1, -1}, []float64{-1, 1}).Percent(0, 1), WhyFew},
	} {
		if c.got.Known || c.got.Why != c.why {
			t.Errorf("%s: %+v, want %s", name, c.got, c.why)
		}
	}
}

func TestAgreementProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units, raters := rapid.IntRange(2, 8).Draw(t, "units"), rapid.IntRange(2, 5).Draw(t, "raters")
		rows := make([][]float64, units)
		for u := range rows {
			rows[u] = make([]float64, raters)
			for k := range rows[u] {
				rows[u][k] = float64(rapid.IntRange(-1, 4).Draw(t, "value"))
			}
		}
		r := table(rows...)
		for _, level := range []Level{Nominal, Ordinal, Interval, Ratio} {
			a := r.Alpha(level)
			if a.Known && (a.Value > 1+1e-12 || math.IsNaN(a.Value)) {
				t.Fatalf("%s alpha %v", level, a)
			}
			// Who rated what does not matter, only what stands in the unit.
			for _, row := range r.Rows {
				slices.Reverse(row)
			}
			if b := r.Alpha(level); b.Known != a.Known || math.Abs(a.Value-b.Value) > 1e-9 {
				t.Fatalf("%s alpha: %v, with the raters turned round %v", level, a, b)
			}
		}
		if k := r.Kappa(0, 1, Quadratic); k.Known != r.Kappa(1, 0, Quadratic).Known || math.Abs(k.Value-r.Kappa(1, 0, Quadratic).Value) > 1e-9 {
			t.Fatalf("kappa is not symmetric: %v", k)
		}
	})
}
