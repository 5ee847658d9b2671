package checklist

import (
	"cmp"
	"slices"
	"strings"
)

// Steps are the steps of a visit as the scheme has them, in its order; the scoring that follows them is none of them.
func (s *Scheme) Steps() []*Method {
	out := make([]*Method, len(s.Methods))
	for i := range s.Methods {
		out[i] = &s.Methods[i]
	}
	slices.SortStableFunc(out, func(a, b *Method) int { return cmp.Compare(a.Order, b.Order) })
	return out
}

// ByForm is the step that one of the program's forms records; false where the scheme has none. Notes may record several
// steps: it is the first of them.
func (s *Scheme) ByForm(f StepForm) (*Method, bool) {
	for _, m := range s.Steps() {
		if m.Form == f {
			return m, true
		}
	}
	return nil, false
}

// stepOf is the id of the step a form records, "" where the scheme has none.
func (s *Scheme) stepOf(f StepForm) Step {
	if m, ok := s.ByForm(f); ok {
		return m.ID
	}
	return ""
}

// Label is the name of the step where room is scarce: what stands before a bracket, 看 or Look.
func (m *Method) Label() Text {
	return Text{ZH: beforeBracket(m.Name.ZH), EN: beforeBracket(m.Name.EN)}
}

func beforeBracket(s string) string {
	if i := strings.IndexAny(s, "（("); i > 0 {
		s = s[:i]
	}
	return strings.TrimSpace(s)
}

// StepsOf are the steps of several schemes as columns of one list: those of the first in its order, then what the others
// have besides. Nil schemes are passed over.
func StepsOf(list ...*Scheme) (steps []Step) {
	for _, s := range list {
		if s == nil {
			continue
		}
		for _, m := range s.Steps() {
			if !slices.Contains(steps, m.ID) {
				steps = append(steps, m.ID)
			}
		}
	}
	return steps
}

// AwardsMark tells whether the indicator is judged by a mark that is awarded directly, and not by what it loses.
func (ind *Indicator) AwardsMark() bool { return ind.given }
