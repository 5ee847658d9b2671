package checklist

import (
	"strconv"
	"strings"
)

// Scope tells which indicators of a scheme apply to one unit. It is the only answer to that question: the engine, the
// list before leaving, "nothing found in the rest" and the suggestions all ask it.
type Scope struct {
	s       *Scheme
	kind    string
	numbers []Number
	skipped []Truth // by Indicator.pos; nil where the scheme skips nothing
}

// Scope works out what applies to a unit of a kind with these usable figures (see Resolve).
func (s *Scheme) Scope(kind string, figures map[string]int64) Scope {
	x := Scope{s: s, kind: kind}
	for c := range s.Categories {
		for i := range s.Categories[c].Indicators {
			ind := &s.Categories[c].Indicators[i]
			if ind.SkipWhen == nil {
				continue
			}
			if x.skipped == nil {
				x.skipped = make([]Truth, s.indCount)
				x.numbers = s.evaluate(figures, nil)
			}
			x.skipped[ind.pos] = s.Skipped(ind, x.numbers, kind)
		}
	}
	return x
}

// ScopeOf is what applies to the unit of a visit. The kind of unit is the visit's own, frozen on its day.
func ScopeOf(s *Scheme, v *Visit) Scope { return s.Scope(v.Unit.Kind, Resolve(v)) }

// Has tells whether the indicator applies: it is for this kind of unit, and its skip condition is not certainly true.
// While the numbers of a condition are not known the indicator applies.
func (x Scope) Has(ind *Indicator) bool { return ind.Applies(x.kind) && x.Skips(ind) != Yes }

// Skips is the answer of the indicator's skip condition; No where it has none.
func (x Scope) Skips(ind *Indicator) Truth {
	if ind.SkipWhen == nil || x.skipped == nil {
		return No
	}
	return x.skipped[ind.pos]
}

// Reasons are what a skip condition rests on, named as the scheme names it.
type Reasons []Reason

// Reason is a number of a condition and its value, or a kind of unit with none.
type Reason struct {
	Name  Text
	Value string // "3", "≥ 3", "" where it is not known
}

// In is the list in a language: "Actual affiliated institutions = 0, …".
func (r Reasons) In(lang string) string {
	parts := make([]string, len(r))
	for i, x := range r {
		parts[i] = x.Name.In(lang)
		if x.Value != "" {
			parts[i] += " = " + x.Value
		}
	}
	if lang == "en" {
		return strings.Join(parts, ", ")
	}
	return strings.Join(parts, "，")
}

// Known are the numbers that the indicator's skip condition rests on as far as they are known, and the kind of unit if
// it names that; Missing are those that still are not.
func (x Scope) Known(ind *Indicator) Reasons   { return x.reasons(ind, true) }
func (x Scope) Missing(ind *Indicator) Reasons { return x.reasons(ind, false) }

func (x Scope) reasons(ind *Indicator, known bool) (out Reasons) {
	for _, ref := range ind.SkipWhen.refs {
		if ref.kind != refNumber {
			if k, ok := x.s.Kind(ref.id); ok && known && ref.id == x.kind {
				out = append(out, Reason{Name: k.Name})
			}
			continue
		}
		n, why := x.numbers[ref.at], Reason{Name: x.s.NameOf(ref.id)}
		switch {
		case n.Known:
			why.Value = strconv.FormatInt(n.N, 10)
		case n.AtLeast && n.N > 0:
			why.Value = "≥ " + strconv.FormatInt(n.N, 10)
		}
		if known && why.Value != "" || !known && !n.Known {
			out = append(out, why)
		}
	}
	return out
}

// NAPolicyOf says what an approved "not applicable" of the indicator comes to; NAForbidden where it may not be marked so.
func (s *Scheme) NAPolicyOf(ind *Indicator) NAPolicy {
	switch {
	case !ind.NA:
		return NAForbidden
	case ind.NAPolicy != "":
		return ind.NAPolicy
	}
	return s.Scoring.NAPolicy
}
