package checklist

import (
	"slices"
	"strings"
)

// warn works out every warning of the scheme: open, not open, or not to be judged yet.
func (w *scorer) warn() {
	w.numbers = w.s.evaluate(w.in.Figures, w.sources())
	for i := range w.s.Warnings {
		d := &w.s.Warnings[i]
		m, isCount := w.metric(d.Metric)
		if d.WhenPositive != "" {
			if n := w.numbers[w.s.numbers[d.WhenPositive]]; n.N <= 0 || !n.Known {
				if !n.Known && m.Known {
					w.res.Unsure = append(w.res.Unsure, d.ID)
				}
				continue
			}
		}
		if d.WhenComplete != "" && !w.complete(d.WhenComplete) {
			continue
		}
		v := Points(m.N)
		switch {
		case m.Known && d.opens(v), m.AtLeast && (d.Op == "gt" || d.Op == "ge") && d.opens(v):
			w.res.Warnings = append(w.res.Warnings, Warning{Def: d, Metric: v, Count: isCount, More: !m.Known})
		case !m.Known:
			w.res.Unsure = append(w.res.Unsure, d.ID)
		}
	}
}

func (d *WarningDef) opens(v Points) bool {
	switch d.Op {
	case "gt":
		return v > d.Value
	case "ge":
		return v >= d.Value
	case "lt":
		return v < d.Value
	case "le":
		return v <= d.Value
	case "eq":
		return v == d.Value
	}
	return v >= d.Min && v <= d.Max
}

// complete tells whether every indicator of a category is scored.
func (w *scorer) complete(category string) bool {
	c := w.find(category)
	return c != nil && c.Score.Known
}

func (w *scorer) find(category string) *CategoryScore {
	for i := range w.res.Categories {
		if w.res.Categories[i].Category.ID == category {
			return &w.res.Categories[i]
		}
	}
	return nil
}

// metric is the number a warning looks at, in hundredths, and whether it is a count.
func (w *scorer) metric(id string) (m Number, isCount bool) {
	if rule, ok := strings.CutPrefix(id, metricRuleHit); ok {
		r, _, _ := w.s.Rule(rule)
		return hundredths(known(w.counted[r.pos].hits)), true
	}
	if cat, ok := strings.CutPrefix(id, metricCategory); ok {
		if c := w.find(cat); c != nil && c.Score.Known {
			return known(int64(c.Score.Points)), false
		}
		return Number{}, false
	}
	if id == metricSelfGap {
		return w.selfGap(), false
	}
	return hundredths(w.numbers[w.s.numbers[id]]), true
}

func hundredths(n Number) Number {
	n.N = clamp(n.N) * 100
	return n
}

// sources are the metrics that are no sums of figures.
func (w *scorer) sources() map[string]int64 {
	out := map[string]int64{metricRepeat: w.repeats(), metricNoReport: 0}
	if w.in.ReportMissing {
		out[metricNoReport] = 1
	}
	if w.in.SlipsOverdue >= 0 {
		out[metricOverdue] = int64(w.in.SlipsOverdue)
	}
	return out
}

// repeats counts the rules hit both this year and last.
func (w *scorer) repeats() (n int64) {
	for i, id := range w.in.PastRules {
		r, _, ok := w.s.Rule(id)
		if ok && w.counted[r.pos].hits > 0 && !slices.Contains(w.in.PastRules[:i], id) {
			n++
		}
	}
	return n
}

// selfGap is how far the unit's own score lies above ours, over the indicators that have both. It is judged once all
// is scored, and only if the unit scored itself at all.
func (w *scorer) selfGap() Number {
	if !w.res.Complete {
		return Number{}
	}
	var gap, n int64
	for c := range w.res.Categories {
		for i := range w.res.Categories[c].Indicators {
			x := &w.res.Categories[c].Indicators[i]
			if own, ok := w.in.SelfScores[x.Indicator.ID]; ok && x.Known {
				gap += int64(own - x.Awarded)
				n++
			}
		}
	}
	if n == 0 {
		return known(0)
	}
	return known(gap)
}
