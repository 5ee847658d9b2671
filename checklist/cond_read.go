package checklist

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// cond reads a condition; it is compiled when all names are known. Problems inside it have their own columns, unless it
// goes over several lines or has escapes: then they stand where it begins.
func (o object) cond(key string, to **Cond, required bool) {
	n := o.find(key, required)
	if n == nil {
		return
	}
	source := strings.TrimSpace(n.text)
	switch {
	case n.kind != nodeText:
		o.r.add(n.line, n.col, "scheme.type", key, Noun("text"))
		return
	case source == "":
		if required {
			o.r.add(n.line, n.col, "scheme.key.missing", key)
		}
		return
	}
	*to = &Cond{Source: source}
	o.mark(*to, n)
	if n.lead >= 0 {
		space := utf8.RuneCountInString(n.text[:strings.Index(n.text, source)])
		o.r.at[&(*to).Source] = spot{n.line, n.col + n.lead + space}
	}
}

// condUse is a condition and what it is for: that decides what it may name.
type condUse struct {
	cond *Cond
	of   condOwner
}

// condOwner is what a condition belongs to.
type condOwner byte

const (
	ofWarning condOwner = iota
	ofLimit
	ofSkip
)

// conds are all conditions of the scheme.
func (s *Scheme) conds() (out []condUse) {
	add := func(c *Cond, of condOwner) {
		if c != nil {
			out = append(out, condUse{c, of})
		}
	}
	for i := range s.Warnings {
		add(s.Warnings[i].When, ofWarning)
	}
	for i := range s.Limits {
		add(s.Limits[i].When, ofLimit)
	}
	for c := range s.Categories {
		for i := range s.Categories[c].Indicators {
			add(s.Categories[c].Indicators[i].SkipWhen, ofSkip)
		}
	}
	return out
}

// conditions compiles the conditions and points out those whose answer is always the same.
func (v *validator) conditions() {
	for _, u := range v.s.conds() {
		c := compileCond(u.cond.Source, &condChecker{v, u})
		if c == nil {
			continue
		}
		*u.cond = *c
		if v.failed() {
			continue // what it means is not sure
		}
		switch t, _ := u.cond.eval(anyUnit{v.s}); t {
		case Yes:
			v.note(u.cond, "scheme.cond.always")
		case No:
			v.note(u.cond, "scheme.cond.never")
		}
	}
}

// condChecker knows the names of the scheme and reports what is wrong with one condition.
type condChecker struct {
	*validator
	use condUse
}

func (k *condChecker) problem(at int, code string, args ...any) {
	if start, ok := k.at[&k.use.cond.Source]; ok {
		k.add(start.line, start.col+at, code, args...)
		return
	}
	k.bad(k.use.cond, code, args...)
}

func (k *condChecker) number(at int, id string) (refKind, bool) {
	metric := slices.ContainsFunc(k.s.Metrics, func(f Formula) bool { return f.ID == id })
	switch {
	case !k.numbers[id]:
		if lacks(k.numbers, id) {
			k.problem(at, "scheme.ref", Noun("number"), id)
			k.near(id, maps.Keys(k.numbers))
		}
		return 0, false
	case metric && k.use.of == ofSkip:
		k.problem(at, "scheme.cond.skip", id)
		return 0, false
	case id == metricSelfGap && metric:
		return refSelfGap, true
	}
	return refNumber, true
}

func (k *condChecker) unknown(at int, fn string) {
	k.problem(at, "scheme.cond.function", fn)
	k.near(fn, maps.Keys(condFuncs))
}

func (k *condChecker) named(at int, fn string, idAt int, id string) bool {
	kind, noun := condFuncs[fn].kind, condFuncs[fn].noun
	switch {
	case k.use.of == ofSkip && kind != refKindIs:
		k.problem(at, "scheme.cond.skip", fn)
		return false
	case k.use.of == ofWarning && kind == refOpen:
		k.problem(at, "scheme.cond.open")
		return false
	}
	if known := k.ids(noun); !known[id] {
		if lacks(known, id) {
			k.problem(idAt, "scheme.ref", Noun(noun), id)
			k.near(id, maps.Keys(known))
		}
		return false
	}
	return true
}

// ids are the names of one sort.
func (k *condChecker) ids(noun string) map[string]bool {
	switch noun {
	case "rule":
		return k.rules
	case "category":
		return k.categories
	case "kind":
		return k.kinds
	}
	out := map[string]bool{}
	if noun == "level" {
		for _, l := range levels {
			out[l] = true
		}
		return out
	}
	for c := range k.s.Categories {
		for i := range k.s.Categories[c].Indicators {
			out[k.s.Categories[c].Indicators[i].ID] = true
		}
	}
	return out
}

// anyUnit is what is known of every unit before anything is looked at: counts are not below zero, and no score is above
// its full marks. A condition that has an answer even so has always that answer.
type anyUnit struct{ s *Scheme }

func (u anyUnit) holds(*condRef) Truth { return Unsure }

func (u anyUnit) span(ref *condRef) span {
	switch ref.kind {
	case refNumber:
		return u.number(ref.id)
	case refHits:
		return span{hi: above}
	case refScore:
		c, _ := u.s.Category(ref.id)
		return upTo(0, int64(c.Weight))
	case refMark:
		for c := range u.s.Categories {
			for i := range u.s.Categories[c].Indicators {
				if ind := &u.s.Categories[c].Indicators[i]; ind.ID == ref.id {
					return upTo(0, int64(ind.Full))
				}
			}
		}
	case refOpen:
		return upTo(0, 100*int64(len(u.s.warningsOf(ref.id))))
	}
	return anything
}

func (u anyUnit) number(id string) span {
	for _, list := range [][]Formula{u.s.Reconciliation.Derived, u.s.Metrics} {
		i := slices.IndexFunc(list, func(f Formula) bool { return f.ID == id })
		switch {
		case i < 0:
		case id == metricNoReport:
			return upTo(0, 100)
		case list[i].Fn != "floor0" && list[i].Fn != "abs" && list[i].Source == "":
			return anything
		}
	}
	return span{hi: above}
}

// warningsOf are the warnings of a level.
func (s *Scheme) warningsOf(level string) (out []*WarningDef) {
	for i := range s.Warnings {
		if s.Warnings[i].Level == level {
			out = append(out, &s.Warnings[i])
		}
	}
	return out
}
