package checklist

import "slices"

// Lint says everything there is to say about a scheme file, in the order of the file: what stops it (LoadScheme fails
// exactly if there is an error) and what was hardly meant. Most warnings are looked for only in a file without errors, so
// that one slip is not reported twice. Whatever the input, it never panics.
func Lint(src []byte) []Problem {
	s, r := load(src)
	if s != nil {
		l := &linter{reader: r, s: s}
		l.lintItems()
		l.lintNumbers()
		l.lintUses()
		l.lintNames()
	}
	return r.sorted()
}

// linter looks at a scheme that loads.
type linter struct {
	*reader
	s *Scheme
}

// each visits the indicators in the order of the scheme.
func (l *linter) each(see func(*Indicator)) {
	for c := range l.s.Categories {
		for i := range l.s.Categories[c].Indicators {
			see(&l.s.Categories[c].Indicators[i])
		}
	}
}

// lintItems looks at each indicator and its rules.
func (l *linter) lintItems() {
	scored := map[*Kind]bool{}
	for c := range l.s.Categories {
		l.weight(&l.s.Categories[c])
	}
	l.each(func(ind *Indicator) {
		policy := ind.NAPolicy
		if policy == "" {
			policy = l.s.Scoring.NAPolicy
		}
		switch {
		case ind.NAPolicy != "" && !ind.NA:
			l.note((*string)(&ind.NAPolicy), "scheme.na.unused", ind.ID)
		case ind.NA && policy == NAForbidden:
			l.note(&ind.NA, "scheme.na.forbidden", ind.ID)
		}
		if len(ind.Methods) == 0 {
			l.note(ind, "scheme.indicator.methods", ind.ID)
		}
		if ind.CityNo == 0 && len(l.s.Parents) > 0 {
			l.note(ind, "scheme.indicator.parent", ind.ID)
		}
		for i := range ind.Rules {
			if r := &ind.Rules[i]; r.Mode == Per && r.Points > 0 && r.Max%r.Points != 0 {
				l.note(&r.Max, "scheme.rule.cut", r.ID, r.Max, r.Points)
			}
		}
		for _, k := range l.zero(ind) {
			scored[k] = scored[k] || ind.Full > 0
		}
	})
	for i := range l.s.Kinds {
		if k := &l.s.Kinds[i]; !scored[k] {
			l.note(&k.ID, "scheme.kind.nothing", k.Name)
		}
	}
	for i := range l.s.Bonuses {
		if b := &l.s.Bonuses[i]; b.Max%b.Points != 0 {
			l.note(&b.Max, "scheme.rule.cut", b.ID, b.Max, b.Points)
		}
	}
}

// weight compares the marks of a category with its weight: where they differ each mark counts more or less than a point,
// which is allowed and seldom meant.
func (l *linter) weight(cat *Category) {
	var full Points
	for i := range cat.Indicators {
		full += cat.Indicators[i].Full
	}
	if full != cat.Weight {
		l.note(&cat.Weight, "scheme.sum.indicators", cat.ID, full, cat.Weight)
	}
}

// zero proves that an indicator can lose all its marks, or names the kinds of unit whose total cannot come to 0 for it.
// (Full marks need no such proof: nothing takes points by itself, weights add up, and a given mark goes up to the full.)
// It gives the kinds in which the indicator is judged.
func (l *linter) zero(ind *Indicator) []*Kind {
	kinds := l.kindsOf(ind)
	if len(kinds) == 0 {
		if always, _ := ind.SkipWhen.eval(anyUnit{l.s}); always != Yes { // or that was said already
			l.note(ind, "scheme.never", ind.ID)
		}
	} else if most := ind.mostLost(); most < ind.Full {
		l.note(&ind.Full, "scheme.zero", ind.ID, most, ind.Full, namesOf(kinds))
	}
	return kinds
}

// mostLost is what all rules of the indicator can take together.
func (ind *Indicator) mostLost() (sum Points) {
	for i := range ind.Rules {
		switch r := &ind.Rules[i]; r.Mode {
		case Per, Range:
			sum += r.Max
		case Fixed:
			sum += r.Points
		case Zero, Given:
			return ind.Full
		}
	}
	return min(sum, ind.Full)
}

// kindsOf are the kinds of unit in which the indicator is judged: it applies, and is not skipped whatever the numbers.
func (l *linter) kindsOf(ind *Indicator) (out []*Kind) {
	numbers := l.s.evaluate(nil, nil)
	for i := range l.s.Kinds {
		k := &l.s.Kinds[i]
		if ind.Applies(k.ID) && l.s.Skipped(ind, numbers, k.ID) != Yes {
			out = append(out, k)
		}
	}
	return out
}

// namesOf lists names in both languages.
func namesOf(kinds []*Kind) (out Text) {
	for i, k := range kinds {
		if i > 0 {
			out.ZH, out.EN = out.ZH+"、", out.EN+", "
		}
		out.ZH, out.EN = out.ZH+k.Name.In("zh"), out.EN+k.Name.In("en")
	}
	return out
}

// decision wants a decision to be filled in as a whole: a round opens on the strength of it.
func (l *linter) decision(d *Decision, by, no, on string) {
	if *d == (Decision{}) || d.Made() {
		return
	}
	for _, part := range []struct {
		field *string
		key   string
	}{{&d.By, by}, {&d.No, no}, {&d.On, on}} {
		if *part.field == "" {
			l.note(part.field, "scheme.decision.part", part.key)
			return
		}
	}
}

// lintNumbers looks at the decisions, the caps, the grades and what the bonuses can add.
func (l *linter) lintNumbers() {
	c, s := &l.s.Scoring, l.s
	l.decision(&s.Decision, "decided_by", "decision_no", "decided_on")
	l.decision(&s.Weights, "weights_decided_by", "weights_decision_no", "weights_decided_on")
	var bonus Points
	for i := range s.Bonuses {
		bonus += s.Bonuses[i].Max
	}
	bonus = min(bonus, c.BonusCap)
	switch room := c.TotalCap - s.Total; {
	case len(s.Bonuses) > 0 && c.BonusCap == 0:
		l.note(&c.BonusCap, "scheme.bonus.none")
	case bonus > room:
		l.note(&c.BonusCap, "scheme.bonus.cut", c.BonusCap, room)
	}
	most := min(c.TotalCap, s.Total+bonus)
	for i := range s.Grades {
		if g := &s.Grades[i]; g.Min > most {
			l.note(&g.Min, "scheme.grades.unreachable", g.ID, g.Min, most)
		}
	}
	if c.KeyGrade == s.Grades[0].ID {
		l.note(&c.KeyGrade, "scheme.key_grade.best", c.KeyGrade)
	}
	for i := range s.Limits {
		if x := &s.Limits[i]; x.AtMost == s.Grades[0].ID {
			l.note(&x.AtMost, "scheme.limit.best", x.ID, x.AtMost)
		}
	}
}

// Reach is what the base of a kind of unit can be: everything lost, and nothing lost. It is found by scoring two sheets
// with the engine itself. Unknown where the kind has no indicators with marks.
func (s *Scheme) Reach(kind string) (least, most Amount) {
	best := Sheet{Standings: map[string]Standing{}, Claims: map[string]Claim{}}
	worst := Sheet{Standings: map[string]Standing{}, Claims: map[string]Claim{}}
	for _, ind := range s.Indicators(kind) {
		best.Standings[ind.ID] = Standing{Indicator: ind.ID, State: Nil}
		worst.Standings[ind.ID] = Standing{Indicator: ind.ID, State: Found}
		for i := range ind.Rules {
			r := &ind.Rules[i]
			f := Finding{Rule: r.ID, Count: 1, Evidence: []Evidence{{Kind: "paper"}}}
			f.ID[0], f.ID[14], f.ID[15] = 1, byte(r.pos>>8), byte(r.pos)
			switch r.Mode {
			case Per:
				if r.Points > 0 {
					f.Count = int64((r.Max + r.Points - 1) / r.Points)
				}
			case Range:
				f.Mark = r.Max
			case Given:
				g := f
				g.Mark = ind.Full
				best.Findings = append(best.Findings, g)
				best.Standings[ind.ID] = Standing{Indicator: ind.ID, State: Found}
			}
			worst.Findings = append(worst.Findings, f)
		}
		if len(ind.Rules) == 0 {
			worst.Standings[ind.ID] = Standing{Indicator: ind.ID, State: Nil}
		}
	}
	return Score(s, Input{Kind: kind, Sheet: worst}).Base, Score(s, Input{Kind: kind, Sheet: best}).Base
}

// uses collects what is named somewhere: materials, count units, numbers and steps, each under its own id.
type uses struct{ materials, units, numbers, steps map[string]bool }

func (l *linter) uses() uses {
	u := uses{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	l.each(func(ind *Indicator) {
		for _, m := range ind.Materials {
			u.materials[m] = true
		}
		for _, m := range ind.Methods {
			u.steps[string(m)] = true
		}
		for i := range ind.Rules {
			u.units[ind.Rules[i].UnitID], u.numbers[ind.Rules[i].Suggest] = true, true
		}
	})
	for i := range l.s.Bonuses {
		u.units[l.s.Bonuses[i].UnitID] = true
	}
	for _, f := range slices.Concat(l.s.Reconciliation.Derived, l.s.Metrics) {
		for _, t := range slices.Concat(f.Plus, f.Minus) {
			u.numbers[t] = true
		}
	}
	for _, c := range l.s.conds() {
		for _, ref := range c.cond.refs {
			u.numbers[ref.id] = true
		}
	}
	return u
}
