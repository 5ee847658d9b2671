package checklist

import "slices"

// Score works out the result of one sheet under a scheme. It is exact: points are whole hundredths, ratios stay
// fractions until the one rounding of each Amount. It never fails; what cannot be scored makes the result incomplete,
// and what is recorded wrongly is left out and says so in a Line.
func Score(s *Scheme, in Input) Result {
	w := scorer{s: s, in: &in, scope: s.Scope(in.Kind, in.Figures), counted: make([]tally, s.ruleCount)}
	w.lines = make([]Line, 0, s.indCount+2*len(in.Sheet.Findings)+len(s.Categories)+12)
	w.res.Kind, w.res.Scheme = in.Kind, s.Hash
	w.takeHits()
	oneFactOneRule(s, w.hits, w.links())
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
	ended := func(p part) { w.res.ends[p] = len(w.lines) - start }
	ended(partStrays)
	w.base()
	ended(partBase)
	w.bonus()
	ended(partBonus)
	w.total()
	ended(partTotal)
	w.warn()
	w.grade()
	ended(partGrade)
	w.pass()
	ended(partPass)
	w.performance()
	ended(partPerformance)
	w.res.Lines = w.since(start)
	return w.res
}

// scorer is one run of the engine.
type scorer struct {
	s       *Scheme
	in      *Input
	scope   Scope
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
		w.place(hit{f: f, rule: rule, ind: ind})
	}
	w.takeSlips()
	slices.SortFunc(w.hits, compareHits)
	slices.SortFunc(w.strays, func(a, b Line) int { return slices.Compare(a.Finding[:], b.Finding[:]) })
}

// place weighs a hit and puts it among the others, or says why its indicator is not scored.
func (w *scorer) place(h hit) {
	st := w.in.Sheet.Standings[h.ind.ID]
	switch {
	case !h.f.Active():
		h.code = "line.withdrawn"
	case !h.ind.Applies(w.in.Kind):
		w.strays = append(w.strays, Line{Code: "line.inactive", Rule: h.f.Rule, Finding: h.f.ID})
		return
	case w.scope.Skips(h.ind) == Yes:
		h.code = "line.skipped"
	case st.State == NA && st.Approval != "refused":
		h.code = "line.inactive"
	case h.carry != nil && (h.rule.Mode == Range || h.rule.Mode == Given):
		h.weighSlip() // how much is a judgement, which the slip does not hold
	default:
		if h.weigh(); h.carry != nil {
			h.weighSlip()
		}
	}
	w.hits = append(w.hits, h)
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
	out := IndicatorScore{Indicator: ind, State: st.State, Status: w.statusOf(ind, st, hits)}
	w.marks(ind)
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
	w.award(&out)
	w.keyItems(&out, hits)
	out.Lines = w.since(start)
	return out
}

// marks writes what the indicator starts with.
func (w *scorer) marks(ind *Indicator) {
	if ind.Full == 0 {
		w.line(Line{Code: "line.full.none"})
	} else {
		w.line(Line{Code: "line.full", Points: ind.Full})
	}
	if w.scope.Skips(ind) == Unsure {
		w.line(Line{Code: "line.skip.unsure", args: []any{ind.SkipWhen.Source, w.scope.Missing(ind)}})
	}
}

// award gives the indicator its mark, or says why it has none.
func (w *scorer) award(x *IndicatorScore) {
	switch x.Status {
	case StatusNil, StatusFound:
		x.Known, x.Awarded = true, max(0, x.Indicator.Full-x.Deducted)
	case StatusNAFull:
		x.Known, x.Awarded = true, x.Indicator.Full
		w.line(Line{Code: "line.na.full", Raw: x.Awarded})
	case StatusNAZero:
		x.Known = true
		w.line(Line{Code: "line.na.zero", Raw: x.Indicator.Full, Points: -x.Indicator.Full})
	case StatusSkipped:
		w.line(Line{Code: "line.status.skipped", args: []any{x.Indicator.SkipWhen.Source, w.scope.Known(x.Indicator)}})
	default:
		w.line(Line{Code: statusLines[x.Status]})
	}
}

// naStatuses say what an approved "not applicable" comes to under each policy.
var naStatuses = map[NAPolicy]Status{NALeave: StatusNA, NAFull: StatusNAFull, NAZero: StatusNAZero}

// statusOf says what the verdict comes to, beside the findings.
func (w *scorer) statusOf(ind *Indicator, st Standing, hits []hit) Status {
	if w.scope.Skips(ind) == Yes {
		return StatusSkipped
	}
	present, mark, carried := false, false, false
	for i := range hits {
		present = present || hits[i].present()
		carried = carried || hits[i].carry != nil && hits[i].code == ""
		mark = mark || (hits[i].rule.Mode == Given && hits[i].code == "")
	}
	switch st.State {
	case NA:
		policy := w.s.NAPolicyOf(ind)
		switch {
		case policy == NAForbidden:
			return StatusNAForbidden
		case st.Approval == "approved":
			return naStatuses[policy]
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
		case st.State == Found && carried:
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
	var slips []*hit
	for i := range hits {
		h := &hits[i]
		if h.established() {
			w.counted[r.pos].hits = clamp(w.counted[r.pos].hits + max(1, h.f.Count))
		}
		if h.code != "" {
			w.left(h)
			continue
		}
		if h.carry != nil {
			slips = append(slips, h)
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
		return w.carried(r, hits[0].ind, 0, slips)
	}
	if r.Mode == Range || r.Mode == Given {
		for i := range hits {
			if h := &hits[i]; h.code == "" && h != best {
				w.line(Line{Code: "line.mark.lighter", Rule: r.ID, Finding: h.f.ID, Each: h.f.Mark, Raw: best.f.Mark})
			}
		}
	}
	return w.carried(r, best.ind, w.take(r, best, n), slips)
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
	if best.ind.Full == 0 {
		l = Line{Code: "line.key.hit", Rule: r.ID}
	}
	w.line(l)
	return -l.Points
}

// raw is each x n, kept under what fits.
func raw(each Points, n int64) Points { return times(each, n, 1e17) }

// left writes why a finding does not count.
func (w *scorer) left(h *hit) {
	l := Line{Code: h.code, Rule: h.rule.ID, Finding: h.f.ID, N: h.f.Count, Each: h.f.Mark}
	if h.carry != nil {
		l.args = []any{h.carry.Number, h.carry.Name, h.rule.ID}
		if l.Code = slipLines[h.code]; l.Code == "" {
			l.Code = h.code
		}
	}
	if h.other != nil {
		l.Other = h.other.rule.ID
	}
	if h.group != nil {
		l.Group = h.group
	}
	w.line(l)
}
