package checklist

import (
	"slices"
	"strings"
)

// validate checks what the keys mean together. Each check adds a problem at the value to change.
func validate(r *reader, s *Scheme) {
	v := &validator{reader: r, s: s}
	v.policies()
	v.collect()
	v.kindsAndGrades()
	v.methods()
	v.formulas()
	v.marks()
	v.groupsAndBonuses()
	v.warnings()
	v.slips()
}

type validator struct {
	*reader
	s *Scheme

	kinds, grades, materials, units, figures, numbers, rules, categories, methodIDs map[string]bool
	parents                                                                         map[int]bool
}

// choice reports a value that is not among the allowed ones.
func (v *validator) choice(field *string, key string, allowed ...string) {
	if *field != "" && *field != "?" && !slices.Contains(allowed, *field) {
		v.bad(field, "scheme.choice", key, *field, strings.Join(allowed, ", "))
	}
}

// ref reports a reference to nothing. what is a code: "material", "figure", "rule" …
func (v *validator) ref(field *string, what string, known map[string]bool) {
	if *field != "" && *field != "?" && !known[*field] {
		v.bad(field, "scheme.ref", what, *field)
	}
}

func (v *validator) refs(fields []string, what string, known map[string]bool) {
	for i := range fields {
		v.ref(&fields[i], what, known)
		if slices.Contains(fields[:i], fields[i]) {
			v.bad(&fields[i], "scheme.twice", what, fields[i])
		}
	}
}

// unique collects ids and reports the second of two.
func unique[T any](v *validator, list []T, what string, id func(*T) *string) map[string]bool {
	seen := make(map[string]bool, len(list))
	lines := make(map[string]int, len(list))
	for i := range list {
		f := id(&list[i])
		if *f == "" || *f == "?" {
			continue
		}
		if seen[*f] {
			v.bad(f, "scheme.id.twice", what, *f, lines[*f])
		} else {
			lines[*f] = v.at[f].line
		}
		seen[*f] = true
	}
	return seen
}

// policies refuses every policy this engine does not carry out.
func (v *validator) policies() {
	c := &v.s.Scoring
	v.choice(&c.Ceiling, "indicator_ceiling", "full_marks")
	v.choice(&c.NAPolicy, "na_policy", "renormalise_within_category")
	v.choice(&c.NAWholeCategory, "na_whole_category", "spread_over_other_categories_pro_rata")
	v.choice(&c.UnscoredPolicy, "unscored_policy", "blocks_finalisation")
	v.choice(&c.GradeOn, "grade_on", "total")
	v.choice(&c.Rounding, "rounding", "half_up_2dp_final_only")
	v.choice(&c.DoubleCount, "double_count", "one_fact_one_rule_heaviest_wins")
	for i := range c.NARequires {
		v.choice(&c.NARequires[i], "na_requires", "reason", "team_leader_approval")
	}
	if c.Unit != 1 && v.at[&c.Unit].line > 0 {
		v.bad(&c.Unit, "scheme.choice", "score_unit", c.Unit.String(), "0.01")
	}
	if c.Floor != 0 {
		v.bad(&c.Floor, "scheme.choice", "indicator_floor", c.Floor.String(), "0")
	}
	v.atLeast(&c.BonusCap, "bonus_cap_total", 0)
	v.atLeast(&c.TotalCap, "total_cap", 1)
	v.atLeast(&c.PerformanceCap, "performance_cap", 1)
	v.atLeast(&v.s.Total, "total_points", 1)
}

// atLeast reports a number under its least value; a missing number was reported when it was read.
func (v *validator) atLeast(field *Points, key string, least Points) {
	if *field < least && v.written(field) {
		v.bad(field, "scheme.least", key, *field, least)
	}
}

// written tells whether the field has a place of its own or a value: fields of maps that could not be read have neither.
func (v *validator) written(field any) bool { return v.at[field].line > 0 }

func (v *validator) collect() {
	s := v.s
	v.kinds = unique(v, s.Kinds, "kind", func(x *Kind) *string { return &x.ID })
	v.grades = unique(v, s.Grades, "grade", func(x *Grade) *string { return &x.ID })
	v.materials = unique(v, s.Materials, "material", func(x *MaterialDef) *string { return &x.ID })
	v.units = unique(v, s.Units, "unit", func(x *CountUnit) *string { return &x.ID })
	v.figures = unique(v, s.Reconciliation.Figures, "figure", func(x *FigureDef) *string { return &x.ID })
	v.categories = unique(v, s.Categories, "category", func(x *Category) *string { return &x.ID })
	v.methodIDs = unique(v, s.Methods, "method", func(x *Method) *string { return (*string)(&x.ID) })
	var inds []*Indicator
	var rules []*Rule
	for c := range s.Categories {
		for i := range s.Categories[c].Indicators {
			ind := &s.Categories[c].Indicators[i]
			inds = append(inds, ind)
			for k := range ind.Rules {
				rules = append(rules, &ind.Rules[k])
			}
		}
	}
	unique(v, inds, "indicator", func(x **Indicator) *string { return &(*x).ID })
	v.rules = unique(v, rules, "rule", func(x **Rule) *string { return &(*x).ID })
	v.parents = map[int]bool{}
	for i := range s.Parents {
		p := &s.Parents[i]
		if v.parents[p.No] {
			v.bad(&p.No, "scheme.id.twice", "parent", p.No, 0)
		}
		v.parents[p.No] = true
	}
	if s.CityCount > 0 && s.CityCount != len(s.Parents) {
		v.bad(&s.CityCount, "scheme.count", "city_indicator_count", s.CityCount, len(s.Parents))
	}
	if s.Count > 0 && s.Count != len(inds) {
		v.bad(&s.Count, "scheme.count", "indicator_count", s.Count, len(inds))
	}
}

func (v *validator) kindsAndGrades() {
	s := v.s
	for i := range s.Kinds {
		k := &s.Kinds[i]
		v.atLeast(&k.Weight, "performance_weight", 0)
		if k.Weight > 10000 {
			v.bad(&k.Weight, "scheme.most", "performance_weight", k.Weight, Points(10000))
		}
	}
	for i := range s.Grades {
		g := &s.Grades[i]
		if i > 0 && g.Min >= s.Grades[i-1].Min {
			v.bad(&g.Min, "scheme.grades.order", g.ID, g.Min, s.Grades[i-1].Min)
		}
		if i == len(s.Grades)-1 && g.Min > 0 {
			v.bad(&g.Min, "scheme.grades.rest", g.Min)
		}
	}
	for i := range s.Limits {
		l := &s.Limits[i]
		v.choice(&l.Level, "when_warning_open", levels...)
		v.ref(&l.Rule, "rule", v.rules)
		v.ref(&l.AtMost, "grade", v.grades)
		if (l.Level == "") == (l.Rule == "") {
			v.bad(l, "scheme.limit", l.ID)
		}
	}
}

var levels = []string{"red", "orange", "yellow"}

// fields of the steps that a formality may name.
var requirementFields = []string{"received_on", "sealed", "signed_by_main_leader", "covers_all_indicators",
	"presenter_is_main_leader", "opinions_exchanged", "materials", "reconciliation", "open_question_ids", "interviewers"}

func (v *validator) methods() {
	var all []*Requirement
	for i := range v.s.Methods {
		m := &v.s.Methods[i]
		v.choice((*string)(&m.ID), "id", string(StepLook), string(StepListen), string(StepCheck), string(StepInterview))
		for k := range m.Requirements {
			q := &m.Requirements[k]
			v.choice(&q.Field, "field", requirementFields...)
			v.ref(&q.Rule, "rule", v.rules)
			all = append(all, q)
		}
	}
	unique(v, all, "requirement", func(x **Requirement) *string { return &(*x).ID })
}

// marks checks that weights and full marks add up and that each rule can be hit once for its full points.
func (v *validator) marks() {
	var weights Points
	for c := range v.s.Categories {
		cat := &v.s.Categories[c]
		v.atLeast(&cat.Weight, "weight", 1)
		weights += cat.Weight
		var full Points
		for i := range cat.Indicators {
			full += cat.Indicators[i].Full
			v.indicator(&cat.Indicators[i])
		}
		if full != cat.Weight && len(cat.Indicators) > 0 {
			v.bad(&cat.Weight, "scheme.sum.indicators", cat.ID, full, cat.Weight)
		}
	}
	if weights != v.s.Total && len(v.s.Categories) > 0 {
		v.bad(&v.s.Total, "scheme.sum.categories", weights, v.s.Total)
	}
}

func (v *validator) indicator(ind *Indicator) {
	v.atLeast(&ind.Full, "full", 1)
	if ind.CityNo > 0 && !v.parents[ind.CityNo] {
		v.bad(&ind.CityNo, "scheme.ref", "parent", ind.CityNo)
	}
	v.refs(ind.AppliesTo, "kind", v.kinds)
	v.refs(ind.Materials, "material", v.materials)
	for i := range ind.Methods {
		if id := &ind.Methods[i]; *id != "" && !v.methodIDs[string(*id)] {
			v.bad(id, "scheme.ref", "method", string(*id))
		}
	}
	given := 0
	for i := range ind.Rules {
		r := &ind.Rules[i]
		if r.Mode == Given {
			given++
			if given > 1 {
				v.bad(r, "scheme.given.twice", ind.ID)
			}
		}
		v.rule(r, ind)
	}
}

func (v *validator) rule(r *Rule, ind *Indicator) {
	v.choice((*string)(&r.Mode), "mode", string(Per), string(Fixed), string(Range), string(Zero), string(Given))
	v.ref(&r.UnitID, "unit", v.units)
	v.ref(&r.Suggest, "figure", v.numbers)
	switch r.Mode {
	case Per:
		v.atLeast(&r.Points, "points", 1)
		if r.Max < r.Points {
			v.bad(&r.Max, "scheme.rule.cap", r.ID, r.Max, r.Points)
		}
	case Fixed:
		v.atLeast(&r.Points, "points", 1)
	case Range:
		v.atLeast(&r.Min, "min", 0)
		v.atLeast(&r.Step, "step", 1)
		if r.Max <= r.Min || (r.Step > 0 && (r.Max-r.Min)%r.Step != 0) {
			v.bad(&r.Step, "scheme.rule.range", r.ID, r.Min, r.Max, r.Step)
		}
	case Given:
		v.atLeast(&r.Step, "step", 1)
		if r.Step > 0 && ind.Full%r.Step != 0 {
			v.bad(&r.Step, "scheme.rule.step", r.ID, r.Step, ind.Full)
		}
	}
}
