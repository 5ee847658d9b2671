package checklist

import "slices"

// warn works out every warning of the scheme: open, not open, or not to be judged yet.
func (w *scorer) warn() {
	w.numbers = w.s.evaluate(w.in.Figures, w.sources())
	for i := range w.s.Warnings {
		d := &w.s.Warnings[i]
		switch t, why := d.When.eval(w); t {
		case Yes:
			w.res.Warnings = append(w.res.Warnings, Warning{Def: d, Readings: w.readings(d.When, why)})
		case Unsure:
			w.res.Unsure = append(w.res.Unsure, d.ID)
		}
	}
}

// span is what is known of a number that a condition names: see condSource.
func (w *scorer) span(ref *condRef) span {
	switch ref.kind {
	case refNumber:
		return spanOf(w.numbers[ref.at])
	case refSelfGap:
		return w.selfGap()
	case refHits:
		return spanOf(known(w.established(ref.at)))
	case refScore:
		switch c := w.find(ref.id); {
		case c == nil || c.Dropped:
			return nothing
		case c.Score.Known:
			return exactly(int64(c.Score.Points))
		}
	case refMark:
		switch x, ok := w.res.Indicator(ref.id); {
		case !ok || x.Removed():
			return nothing
		case x.Known:
			return exactly(int64(x.Awarded))
		}
	case refOpen:
		return w.open(ref.id)
	}
	return anything
}

// holds answers what a condition asks of the unit: see condSource.
func (w *scorer) holds(ref *condRef) Truth {
	yes := ref.id == w.in.Kind
	if ref.kind == refComplete {
		c := w.find(ref.id)
		yes = c != nil && c.Score.Known
	}
	return sure(yes, !yes)
}

// open counts the open warnings of a level; those that cannot be judged yet may be open as well.
func (w *scorer) open(level string) span {
	var open, maybe int64
	for i := range w.res.Warnings {
		if w.res.Warnings[i].Def.Level == level {
			open++
		}
	}
	for _, d := range w.s.warningsOf(level) {
		if slices.Contains(w.res.Unsure, d.ID) {
			maybe++
		}
	}
	return upTo(100*open, 100*(open+maybe))
}

// established counts what is taken as true of a rule: on the sheet and its slips, or at the daily visits of the year. What
// was found at both may be one fact, so the larger count stands.
func (w *scorer) established(rule int) int64 {
	n := w.counted[rule].hits
	for id, m := range w.in.Elsewhere {
		if r, _, ok := w.s.Rule(id); ok && r.pos == rule {
			n = max(n, m)
		}
	}
	return n
}

// readings are the numbers an answer rests on.
func (w *scorer) readings(c *Cond, why uint64) (out []Reading) {
	for _, ref := range c.refs {
		if ref.bit&why == 0 || ref.kind >= refComplete {
			continue
		}
		at := w.span(ref)
		x := Reading{ID: ref.id, Known: at.known(), AtLeast: at.lo.sign() > 0, Value: Points(at.lo.n)}
		switch ref.kind {
		case refNumber, refSelfGap:
			x.Of, x.Name, x.Count = "number", w.s.NameOf(ref.id), ref.kind == refNumber
		case refHits:
			r, _, _ := w.s.Rule(ref.id)
			x.Of, x.Name, x.Count = "rule", r.Name, true
		case refScore:
			c, _ := w.s.Category(ref.id)
			x.Of, x.Name = "category", c.Name
		case refMark:
			ind, _, _ := w.s.Indicator(ref.id)
			x.Of, x.Name = "indicator", ind.Name
		}
		out = append(out, x)
	}
	return out
}

// find is the score of a category; nil where none of its indicators is for this kind of unit.
func (w *scorer) find(category string) *CategoryScore {
	for i := range w.res.Categories {
		if w.res.Categories[i].Category.ID == category {
			return &w.res.Categories[i]
		}
	}
	return nil
}

// sources are the metrics that are no sums of figures; the one in points is worked out where it is asked for.
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
// is scored; it is nothing if the unit did not score itself.
func (w *scorer) selfGap() span {
	if !w.res.Complete {
		return anything
	}
	var gap int64
	for c := range w.res.Categories {
		for i := range w.res.Categories[c].Indicators {
			x := &w.res.Categories[c].Indicators[i]
			if own, ok := w.in.SelfScores[x.Indicator.ID]; ok && x.Known {
				gap += int64(own - x.Awarded)
			}
		}
	}
	return exactly(gap)
}
