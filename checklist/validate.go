package checklist

import (
	"maps"
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
	v.keyItems()
	v.groupsAndBonuses()
	v.warnings()
	v.conditions()
	v.slips()
}

type validator struct {
	*reader
	s *Scheme

	kinds, grades, materials, units, figures, numbers, rules, categories, methodIDs map[string]bool
	parents                                                                         map[int]bool
	parentsUnread                                                                   bool // one of their numbers could not be read
}

// choice reports a value that is not among the allowed ones.
func (v *validator) choice(field *string, key string, allowed ...string) {
	if v.readable(*field) && !slices.Contains(allowed, *field) {
		v.bad(field, "scheme.choice", key, *field, strings.Join(allowed, ", "))
		v.near(*field, slices.Values(allowed))
	}
}

// ref reports a reference to nothing. what is a code: "material", "figure", "rule" …
func (v *validator) ref(field *string, what string, known map[string]bool) {
	if v.readable(*field) && lacks(known, *field) {
		v.bad(field, "scheme.ref", Noun(what), *field)
		v.near(*field, maps.Keys(known))
	}
}

func (v *validator) refs(fields []string, what string, known map[string]bool) {
	for i := range fields {
		v.ref(&fields[i], what, known)
		if slices.Contains(fields[:i], fields[i]) {
			v.bad(&fields[i], "scheme.twice", Noun(what), fields[i])
		}
	}
}

// lacks tells whether an id is surely not among the known ones: where one of those could not be read it may be that one.
func lacks(known map[string]bool, id string) bool { return !known[id] && !known[unreadable] }

// unique collects ids and reports the second of two.
func unique[T any](v *validator, list []T, what string, id func(*T) *string) map[string]bool {
	seen := make(map[string]bool, len(list))
	lines := make(map[string]int, len(list))
	for i := range list {
		f := id(&list[i])
		if !v.readable(*f) {
			seen[unreadable] = true
			continue
		}
		if seen[*f] {
			v.bad(f, "scheme.id.twice", Noun(what), *f, lines[*f])
		} else {
			lines[*f] = v.at[f].line
		}
		seen[*f] = true
	}
	return seen
}

// atLeast reports a number under its least value and tells whether it is well. A missing number, and one that could not
// be read, was reported when it was read, and is not well either.
func (v *validator) atLeast(field *Points, key string, least Points) bool {
	if !v.written(field) || v.unread[field] {
		return false
	}
	if *field < least {
		v.bad(field, "scheme.least", key, *field, least)
	}
	return *field >= least
}

// written tells whether the field was read from a map: fields of maps that could not be read have no place.
func (v *validator) written(field any) bool { return v.at[field].line > 0 }

// readable tells whether a text says something that could be read.
func (v *validator) readable(s string) bool { return s != "" && s != unreadable }

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
	parentLine := map[int]int{}
	for i := range s.Parents {
		p := &s.Parents[i]
		if v.unread[&p.No] {
			v.parentsUnread = true
			continue
		}
		if v.parents[p.No] {
			v.bad(&p.No, "scheme.id.twice", Noun("parent"), p.No, parentLine[p.No])
		}
		if !v.parents[p.No] {
			parentLine[p.No] = v.at[&p.No].line
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
		if i > 0 && !v.unread[&g.Min] && !v.unread[&s.Grades[i-1].Min] && g.Min >= s.Grades[i-1].Min {
			v.bad(&g.Min, "scheme.grades.order", g.ID, g.Min, s.Grades[i-1].Min)
		}
		if i == len(s.Grades)-1 && g.Min > 0 {
			v.bad(&g.Min, "scheme.grades.rest", g.Min)
		}
	}
	for i := range s.Limits {
		l := &s.Limits[i]
		v.ref(&l.AtMost, "grade", v.grades)
	}
}

var levels = []string{"red", "orange", "yellow"}
