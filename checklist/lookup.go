package checklist

import "slices"

// index holds the tables that LoadScheme builds once, so that scoring looks up and never searches.
type index struct {
	indicators map[string]place
	rules      map[string]place
	bonuses    map[string]int
	materials  map[string]int
	figures    map[string]int
	formulas   map[string]*Formula // derived numbers and metrics
	kinds      map[string]int
	methods    map[Step]int
	numbers    map[string]int // slot of a figure, a derived number or a metric
	slots      []slot         // in an order in which each comes after its terms
	ruleCount  int
	indCount   int
	groupsOf   [][]int // by Rule.pos: the exclusive groups the rule is in
}

// place is where an indicator or a rule stands.
type place struct{ cat, ind, rule int }

func (s *Scheme) buildIndex() {
	x := index{indicators: map[string]place{}, rules: map[string]place{}, bonuses: map[string]int{}, materials: map[string]int{},
		figures: map[string]int{}, formulas: map[string]*Formula{}, kinds: map[string]int{}, methods: map[Step]int{}}
	units := map[string]Text{}
	for _, u := range s.Units {
		units[u.ID] = u.Name
	}
	for c := range s.Categories {
		for i := range s.Categories[c].Indicators {
			ind := &s.Categories[c].Indicators[i]
			x.indicators[ind.ID] = place{c, i, 0}
			ind.pos = x.indCount
			x.indCount++
			for r := range ind.Rules {
				rule := &ind.Rules[r]
				rule.pos, rule.unit = x.ruleCount, units[rule.UnitID]
				if rule.UnitZH != "" {
					rule.unit.ZH = rule.UnitZH
				}
				ind.given = ind.given || rule.Mode == Given
				x.ruleCount++
				x.rules[rule.ID] = place{c, i, r}
			}
		}
	}
	for i := range s.Bonuses {
		x.bonuses[s.Bonuses[i].ID] = i
		s.Bonuses[i].unit = units[s.Bonuses[i].UnitID]
	}
	for i := range s.Materials {
		x.materials[s.Materials[i].ID] = i
	}
	for i := range s.Reconciliation.Figures {
		x.figures[s.Reconciliation.Figures[i].ID] = i
	}
	for i := range s.Reconciliation.Derived {
		x.formulas[s.Reconciliation.Derived[i].ID] = &s.Reconciliation.Derived[i]
	}
	for i := range s.Metrics {
		x.formulas[s.Metrics[i].ID] = &s.Metrics[i]
	}
	for i := range s.Kinds {
		x.kinds[s.Kinds[i].ID] = i
	}
	for i := range s.Methods {
		x.methods[s.Methods[i].ID] = i
	}
	x.groupsOf = make([][]int, x.ruleCount)
	for g := range s.Groups {
		for _, id := range s.Groups[g].Rules {
			if p, ok := x.rules[id]; ok {
				pos := s.Categories[p.cat].Indicators[p.ind].Rules[p.rule].pos
				x.groupsOf[pos] = append(x.groupsOf[pos], g)
			}
		}
	}
	s.index = x
	s.orderNumbers()
}

// Indicator finds an indicator and its category by id.
func (s *Scheme) Indicator(id string) (*Indicator, *Category, bool) {
	p, ok := s.indicators[id]
	if !ok {
		return nil, nil, false
	}
	c := &s.Categories[p.cat]
	return &c.Indicators[p.ind], c, true
}

// Rule finds a rule and its indicator by the rule's id.
func (s *Scheme) Rule(id string) (*Rule, *Indicator, bool) {
	p, ok := s.rules[id]
	if !ok {
		return nil, nil, false
	}
	ind := &s.Categories[p.cat].Indicators[p.ind]
	return &ind.Rules[p.rule], ind, true
}

// InOrder returns findings in the order of their rules in the scheme; those of unknown rules come last.
func (s *Scheme) InOrder(findings []Finding) []Finding {
	place := func(f Finding) int {
		if r, _, ok := s.Rule(f.Rule); ok {
			return r.pos
		}
		return len(s.rules)
	}
	out := slices.Clone(findings)
	slices.SortStableFunc(out, func(a, b Finding) int { return place(a) - place(b) })
	return out
}

// Category finds a category by id.
func (s *Scheme) Category(id string) (*Category, bool) {
	i := slices.IndexFunc(s.Categories, func(c Category) bool { return c.ID == id })
	if i < 0 {
		return nil, false
	}
	return &s.Categories[i], true
}

// Bonus finds a bonus item by id.
func (s *Scheme) Bonus(id string) (*Bonus, bool) { return at(s.Bonuses, s.bonuses, id) }

// Material finds a paper of the scheme's list by id.
func (s *Scheme) Material(id string) (*MaterialDef, bool) { return at(s.Materials, s.materials, id) }

// Figure finds a number of the headcount by id.
func (s *Scheme) Figure(id string) (*FigureDef, bool) {
	return at(s.Reconciliation.Figures, s.figures, id)
}

// Kind finds a kind of unit by id.
func (s *Scheme) Kind(id string) (*Kind, bool) { return at(s.Kinds, s.kinds, id) }

// Method finds a step of the visit.
func (s *Scheme) Method(id Step) (*Method, bool) { return at(s.Methods, s.methods, id) }

// Formula finds a derived number or a metric by id.
func (s *Scheme) Formula(id string) (*Formula, bool) {
	f, ok := s.formulas[id]
	return f, ok
}

// Grade finds a grade by id.
func (s *Scheme) Grade(id string) (*Grade, bool) {
	i := slices.IndexFunc(s.Grades, func(g Grade) bool { return g.ID == id })
	if i < 0 {
		return nil, false
	}
	return &s.Grades[i], true
}

func at[K comparable, T any](list []T, idx map[K]int, id K) (*T, bool) {
	i, ok := idx[id]
	if !ok {
		return nil, false
	}
	return &list[i], true
}

// Applies tells whether the indicator applies to a kind of unit.
func (ind *Indicator) Applies(kind string) bool {
	return len(ind.AppliesTo) == 0 || slices.Contains(ind.AppliesTo, kind)
}

// Indicators are those that apply to a kind of unit, in the scheme's order.
func (s *Scheme) Indicators(kind string) []*Indicator {
	var out []*Indicator
	for c := range s.Categories {
		for i := range s.Categories[c].Indicators {
			if ind := &s.Categories[c].Indicators[i]; ind.Applies(kind) {
				out = append(out, ind)
			}
		}
	}
	return out
}

// GroupsOf are the exclusive groups a rule is in.
func (s *Scheme) GroupsOf(rule string) []*Group {
	r, _, ok := s.Rule(rule)
	if !ok {
		return nil
	}
	out := make([]*Group, len(s.groupsOf[r.pos]))
	for i, g := range s.groupsOf[r.pos] {
		out[i] = &s.Groups[g]
	}
	return out
}

// NameOf is the name of a figure, a derived number or a metric; its id where nobody named it.
func (s *Scheme) NameOf(number string) Text {
	if f, ok := s.Figure(number); ok {
		return f.Name
	}
	if f, ok := s.Formula(number); ok && f.Name != (Text{}) {
		return f.Name
	}
	return Text{ZH: number, EN: number}
}
