package checklist

// category adds up the indicators left in: by weights it is W x awarded / full, where the total is rescaled it is what
// was awarded.
func (w *scorer) category(cat *Category, inds []IndicatorScore) CategoryScore {
	out := CategoryScore{Category: cat, Indicators: inds, Worth: cat.Weight}
	for i := range inds {
		x := &inds[i]
		if x.Removed() {
			continue
		}
		out.Of++
		out.Full += x.Indicator.Full
		if x.Known {
			out.Scored++
			out.SoFar += x.Indicator.Full
			out.Awarded += x.Awarded
		}
	}
	out.Dropped = out.Full == 0
	if w.rescales() {
		out.Worth = out.Full
	}
	w.res.Scored += out.Scored
	w.res.Of += out.Of
	start := len(w.lines)
	w.categoryScore(&out)
	w.rounding("line.rounded", out.Score)
	out.Lines = w.since(start)
	return out
}

func (w *scorer) rescales() bool { return w.s.Scoring.TotalBy == Rescaled }

func (w *scorer) categoryScore(c *CategoryScore) {
	cat := c.Category
	switch {
	case c.Scored < c.Of:
		w.line(Line{Code: "line.category.open", args: []any{c.Scored, c.Of, c.Awarded, c.SoFar}})
	case c.Dropped && (w.rescales() || cat.Weight == 0):
		w.line(Line{Code: "line.category.nothing"})
	case c.Dropped && c.Of > 0:
		w.line(Line{Code: "line.category.keys", args: []any{cat.Weight}})
	case c.Dropped:
		w.line(Line{Code: "line.category.dropped", args: []any{cat.Weight}})
	case w.rescales(), c.Full == cat.Weight:
		c.Score = whole(c.Awarded)
		w.line(Line{Code: "line.category.sum", Raw: c.Awarded, Cap: c.Full, Points: c.Awarded})
	default:
		c.Score = whole(c.Awarded).times(cat.Weight, c.Full)
		w.line(Line{Code: "line.category.scaled", Points: c.Score.Points, args: []any{cat.Weight, c.Awarded, c.Full, c.Score}})
	}
}

// rounding says, where one happened, from which exact ratio to which hundredth.
func (w *scorer) rounding(code string, a Amount) {
	if a.Known && !a.Whole() {
		w.line(roundingLine(code, a))
	}
}

func roundingLine(code string, a Amount) Line {
	return Line{Code: code, Points: a.Points, args: []any{ratio(a), a, a.Points}}
}

// base is what the indicators come to together, without bonuses.
func (w *scorer) base() {
	marks := false
	for i := range w.res.Categories {
		c := &w.res.Categories[i]
		marks = marks || !c.Dropped && c.Worth > 0
	}
	switch {
	case !marks:
		w.line(Line{Code: "line.base.none"})
		return
	case w.res.Scored < w.res.Of:
		w.line(Line{Code: "line.base.open", args: []any{w.res.Scored, w.res.Of}})
		return
	case w.rescales():
		w.rescaled()
	default:
		w.weighted()
	}
	w.rounding("line.rounded", w.res.Base)
}

// rescaled is Total x earned / attainable over all indicators left in, rounded once (标准化得分).
func (w *scorer) rescaled() {
	var earned, attainable Points
	for i := range w.res.Categories {
		earned += w.res.Categories[i].Awarded
		attainable += w.res.Categories[i].Full
	}
	w.res.Base = whole(earned).times(w.s.Total, attainable)
	w.line(Line{Code: "line.base.rescaled", Points: w.res.Base.Points, args: []any{w.s.Total, earned, attainable, w.res.Base}})
}

// weighted adds up the categories left in and, where one dropped out, spreads its weight over them.
func (w *scorer) weighted() {
	sum, weight := whole(0), Points(0)
	for i := range w.res.Categories {
		if c := &w.res.Categories[i]; !c.Dropped {
			weight += c.Category.Weight
			sum = sum.plus(c.Score)
		}
	}
	if weight == w.s.Total {
		w.res.Base = sum
		w.line(Line{Code: "line.base.sum", Points: sum.Points, args: []any{sum}})
		return
	}
	w.res.Base = sum.times(w.s.Total, weight)
	w.line(Line{Code: "line.base.spread", Points: w.res.Base.Points, args: []any{w.s.Total, sum, weight, w.res.Base}})
}
