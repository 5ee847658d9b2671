package checklist

import "slices"

// lintUses looks for what is declared and never used, and for groups that can never act.
func (l *linter) lintUses() {
	u, s := l.uses(), l.s
	for i := range s.Materials {
		if m := &s.Materials[i]; !m.Required && !u.materials[m.ID] {
			l.unused(&m.ID, "material")
		}
	}
	for i := range s.Units {
		if x := &s.Units[i]; !u.units[x.ID] {
			l.unused(&x.ID, "unit")
		}
	}
	for i := range s.Metrics {
		if x := &s.Metrics[i]; !u.numbers[x.ID] {
			l.unused(&x.ID, "metric")
		}
	}
	for i := range s.Methods {
		if x := &s.Methods[i]; !u.steps[string(x.ID)] {
			l.unused((*string)(&x.ID), "method")
		}
	}
	if !slices.ContainsFunc(s.Methods, func(m Method) bool { return m.Form == FormPapers }) {
		if len(s.Materials) > 0 {
			l.note(&s.Materials, "scheme.form.needed", Noun("materials"), string(FormPapers))
		} else if len(s.Reconciliation.Figures) > 0 {
			l.note(&s.Reconciliation.Figures, "scheme.form.needed", Noun("figures"), string(FormPapers))
		}
	}
	l.lintParents()
	l.lintGroups()
	l.lintStates()
}

func (l *linter) unused(id *string, what string) { l.note(id, "scheme.unused", Noun(what), *id) }

func (l *linter) lintParents() {
	covered := map[int]bool{}
	l.each(func(ind *Indicator) { covered[ind.CityNo] = true })
	for i := range l.s.Parents {
		if p := &l.s.Parents[i]; !covered[p.No] {
			l.note(&p.No, "scheme.parent.uncovered", p.No)
		}
	}
}

func (l *linter) lintGroups() {
	for i := range l.s.Groups {
		g := &l.s.Groups[i]
		for k := range g.Rules {
			if r, _, ok := l.s.Rule(g.Rules[k]); ok && r.Mode == Given {
				l.note(&g.Rules[k], "scheme.group.given", r.ID)
			}
		}
		if !l.meet(g) {
			l.note(&g.Rules, "scheme.group.apart", g.ID)
		}
		for k := range l.s.Groups {
			other := &l.s.Groups[k]
			if k != i && within(g.Rules, other.Rules) && (len(g.Rules) < len(other.Rules) || k < i) {
				l.note(&g.Rules, "scheme.group.within", g.ID, other.ID)
				break
			}
		}
	}
}

// meet tells whether two rules of a group apply to one kind of unit.
func (l *linter) meet(g *Group) bool {
	for i := range l.s.Kinds {
		n := 0
		for _, id := range g.Rules {
			if _, ind, ok := l.s.Rule(id); ok && slices.Contains(l.kindsOf(ind), &l.s.Kinds[i]) {
				n++
			}
		}
		if n > 1 {
			return true
		}
	}
	return false
}

func within(part, whole []string) bool {
	return !slices.ContainsFunc(part, func(id string) bool { return !slices.Contains(whole, id) })
}

// lintStates walks the life cycle of the slip from its first state.
func (l *linter) lintStates() {
	states := l.s.Slips.States
	if len(states) == 0 {
		return
	}
	reached := map[string]bool{}
	var walk func(id string)
	walk = func(id string) {
		if reached[id] {
			return
		}
		reached[id] = true
		if i := slices.IndexFunc(states, func(x SlipState) bool { return x.ID == id }); i >= 0 {
			for _, next := range states[i].Next {
				walk(next)
			}
		}
	}
	walk(states[0].ID)
	for i := range states {
		if !reached[states[i].ID] {
			l.note(&states[i].ID, "scheme.state.unreachable", states[i].ID, states[0].ID)
		}
	}
}

// lintNames looks for names that stand twice where people have to tell things apart by them.
func (l *linter) lintNames() {
	indicators := names{}
	l.each(func(ind *Indicator) {
		indicators.see(l, "indicator", ind.ID, &ind.Name)
		rules := names{}
		for i := range ind.Rules {
			rules.see(l, "rule", ind.Rules[i].ID, &ind.Rules[i].Name)
		}
	})
	materials, grades, kinds := names{}, names{}, names{}
	for i := range l.s.Materials {
		materials.see(l, "material", l.s.Materials[i].ID, &l.s.Materials[i].Name)
	}
	for i := range l.s.Grades {
		grades.see(l, "grade", l.s.Grades[i].ID, &l.s.Grades[i].Name)
	}
	for i := range l.s.Kinds {
		kinds.see(l, "kind", l.s.Kinds[i].ID, &l.s.Kinds[i].Name)
	}
}

// names are names and the lines they stand in.
type names map[string]int

// see reports a Chinese name that stands in the list already; where there is none, an English one.
func (n names) see(l *linter, what, id string, name *Text) {
	field := &name.ZH
	if name.ZH == "" {
		field = &name.EN
	}
	if line, twice := n[*field]; twice {
		l.note(field, "scheme.name.twice", Noun(what), id, line, *field)
		return
	}
	n[*field] = l.at[field].line
}
