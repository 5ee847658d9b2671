package checklist

import "slices"

// Score works out the result of one sheet under a scheme. It is exact: points are whole hundredths, ratios stay
// fractions until the one rounding of each Amount. It never fails; what cannot be scored makes the result incomplete,
// and what is recorded wrongly is left out and says so in a Line.
func Score(s *Scheme, in Input) Result {
	w := scorer{s: s, in: &in, counted: make([]tally, s.ruleCount)}
	w.lines = make([]Line, 0, s.indCount+2*len(in.Sheet.Findings)+len(s.Categories)+12)
	w.res.Kind = in.Kind
	w.takeHits()
	oneFactOneRule(s, w.hits, in.Sheet.Links)
	w.res.Categories = make([]CategoryScore, 0, len(s.Categories))
	slab := make([]IndicatorScore, 0, s.indCount)
	for c := range s.Categories {
		start := len(slab)
		for i := range s.Categories[c].Indicators {
			if ind := &s.Categories[c].Indicators[i]; ind.Applies(in.Kind) {
				slab = append(slab, w.indicator(ind))
			}
		}
		if part := slab[start:len(slab):len(slab)]; len(part) > 0 {
			w.res.Categories = append(w.res.Categories, w.category(&s.Categories[c], part))
		}
	}
	start := len(w.lines)
	w.lines = append(w.lines, w.strays...)
	w.base()
	w.bonus()
	w.total()
	w.warn()
	w.grade()
	w.performance()
	w.res.Lines = w.since(start)
	return w.res
}

// scorer is one run of the engine.
type scorer struct {
	s       *Scheme
	in      *Input
	hits    []hit // sorted by rule
	next    int   // the first hit whose indicator has not been scored yet
	counted []tally
	lines   []Line // one slab for all lines of indicators and categories
	strays  []Line // about findings that belong to no indicator of this unit
	numbers []Number
	res     Result
}

// tally is what was established under one rule.
type tally struct{ hits int64 }

func (w *scorer) line(l Line)            { w.lines = append(w.lines, l) }
func (w *scorer) since(start int) []Line { return w.lines[start:len(w.lines):len(w.lines)] }

// takeHits sorts the findings by rule and says of each what it would take, or why it does not count.
func (w *scorer) takeHits() {
	findings := w.in.Sheet.Findings
	w.hits = make([]hit, 0, len(findings))
	for i := range findings {
		f := &findings[i]
		rule, ind, ok := w.s.Rule(f.Rule)
		if !ok {
			w.strays = append(w.strays, Line{Code: "line.rule.unknown", Rule: f.Rule, Finding: f.ID})
			continue
		}
		h := hit{f: f, rule: rule, ind: ind}
		st := w.in.Sheet.Standings[ind.ID]
		switch {
		case !f.Active():
			h.code = "line.withdrawn"
		case !ind.Applies(w.in.Kind):
			w.strays = append(w.strays, Line{Code: "line.inactive", Rule: f.Rule, Finding: f.ID})
			continue
		case st.State == NA && st.Approval != "refused":
			h.code = "line.inactive"
		default:
			h.weigh()
		}
		w.hits = append(w.hits, h)
	}
	slices.SortFunc(w.hits, compareHits)
	slices.SortFunc(w.strays, func(a, b Line) int { return slices.Compare(a.Finding[:], b.Finding[:]) })
}

// indicator scores one indicator from the verdict and its findings.
func (w *scorer) indicator(ind *Indicator) IndicatorScore {
	for w.next < len(w.hits) && w.hits[w.next].ind.pos < ind.pos {
		w.next++
	}
	start, first := len(w.lines), w.next
	for w.next < len(w.hits) && w.hits[w.next].ind == ind {
		w.next++
	}
	hits := w.hits[first:w.next]
	st := w.in.Sheet.Standings[ind.ID]
	out := IndicatorScore{Indicator: ind, State: st.State, Status: statusOf(ind, st, hits)}
	out.Known = out.Status == StatusNil || out.Status == StatusFound
	w.line(Line{Code: "line.full", Points: ind.Full})
	for i := 0; i < len(hits); {
		n := i + 1
		for n < len(hits) && hits[n].rule == hits[i].rule {
			n++
		}
		out.Deducted += w.rule(hits[i:n])
		i = n
	}
	if out.Deducted > ind.Full {
		w.line(Line{Code: "line.floor", Raw: out.Deducted, Cap: ind.Full, Points: out.Deducted - ind.Full})
	}
	if out.Known {
		out.Awarded = max(0, ind.Full-out.Deducted)
	}
	if !out.Known {
		w.line(Line{Code: statusLines[out.Status]})
	}
	out.Lines = w.since(start)
	return out
}

// statusOf says what the verdict comes to, beside the findings.
func statusOf(ind *Indicator, st Standing, hits []hit) Status {
	present, mark := false, false
	for i := range hits {
		present = present || hits[i].present()
		mark = mark || (hits[i].rule.Mode == Given && hits[i].code == "")
	}
	switch st.State {
	case NA:
		switch {
		case !ind.NA:
			return StatusNAForbidden
		case st.Approval == "approved":
			return StatusNA
		case st.Approval == "refused":
			return StatusNARefused
		}
		return StatusNAPending
	case Waiting:
		return StatusWaiting
	case Nil, Found:
		switch {
		case ind.given && !mark:
			return StatusNoMark
		case present:
			return StatusFound
		case st.State == Found:
			return StatusNoFinding
		}
		return StatusNil
	}
	if present {
		return StatusProgress
	}
	return StatusBlank
}

// rule adds up the findings of one rule and returns what they take together.
func (w *scorer) rule(hits []hit) Points {
	r := hits[0].rule
	var n int64
	var best *hit
	for i := range hits {
		h := &hits[i]
		if h.established() {
			w.counted[r.pos].hits = clamp(w.counted[r.pos].hits + max(1, h.f.Count))
		}
		if h.code != "" {
			w.left(h)
			continue
		}
		if len(h.f.Evidence) == 0 && r.Mode != Given {
			w.line(Line{Code: "line.unproved", Rule: r.ID, Finding: h.f.ID})
		}
		n = clamp(n + min(h.f.Count, 1e15))
		if best == nil || h.weight > best.weight {
			best = h
		}
	}
	if best == nil {
		return 0
	}
	if r.Mode == Range || r.Mode == Given {
		for i := range hits {
			if h := &hits[i]; h.code == "" && h != best {
				w.line(Line{Code: "line.mark.lighter", Rule: r.ID, Finding: h.f.ID, Each: h.f.Mark, Raw: best.f.Mark})
			}
		}
	}
	return w.take(r, best, n)
}

// take writes the line of what a rule takes.
func (w *scorer) take(r *Rule, best *hit, n int64) Points {
	l := Line{Code: modeLines[r.Mode], Rule: r.ID, N: n, Each: r.Points, Raw: best.weight, Points: -best.weight}
	switch r.Mode {
	case Per:
		took := times(r.Points, n, r.Max)
		l.Raw, l.Cap, l.Points = raw(r.Points, n), r.Max, -took
		if l.Raw > r.Max {
			l.Code = "line.per.cap"
		}
	case Given:
		l.Each, l.Cap = best.f.Mark, best.ind.Full
	}
	w.line(l)
	return -l.Points
}

// raw is each x n, kept under what fits.
func raw(each Points, n int64) Points { return times(each, n, 1e17) }

// left writes why a finding does not count.
func (w *scorer) left(h *hit) {
	l := Line{Code: h.code, Rule: h.rule.ID, Finding: h.f.ID, N: h.f.Count, Each: h.f.Mark}
	if h.other != nil {
		l.Other = h.other.rule.ID
	}
	if h.group != nil {
		l.Group = h.group
	}
	w.line(l)
}

// category is W x awarded / full over the indicators left in.
func (w *scorer) category(cat *Category, inds []IndicatorScore) CategoryScore {
	out := CategoryScore{Category: cat, Indicators: inds}
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
	w.res.Scored += out.Scored
	w.res.Of += out.Of
	start := len(w.lines)
	switch {
	case out.Of == 0:
		out.Dropped = true
		w.line(Line{Code: "line.category.dropped", args: []any{cat.Weight}})
	case out.Scored < out.Of:
		w.line(Line{Code: "line.category.open", args: []any{out.Scored, out.Of, out.Awarded, out.SoFar}})
	case out.Full == cat.Weight:
		out.Score = whole(out.Awarded)
		w.line(Line{Code: "line.category.sum", Raw: out.Awarded, Cap: out.Full, Points: out.Awarded})
	default:
		out.Score = whole(out.Awarded).times(cat.Weight, out.Full)
		w.line(Line{Code: "line.category.scaled", Points: out.Score.Points,
			args: []any{cat.Weight, out.Awarded, out.Full, out.Score.Text()}})
	}
	out.Lines = w.since(start)
	return out
}
