package tui

import (
	"context"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// The list of units mixes units on different versions of the scheme, with different steps.

// columns are the unit, the steps and the rest. Units on several versions make a list with the steps of all of them,
// those of the round first.
func (s *units) columns(rows []visitRow) []Column {
	e := s.env
	all := []*checklist.Scheme{e.Scheme}
	for _, r := range rows {
		if x := e.rowScheme(r); x != nil && !slices.Contains(all, x) {
			all = append(all, x)
		}
	}
	s.steps = checklist.StepsOf(all...)
	least := 14
	for _, r := range rows[:min(len(rows), measured)] {
		least = max(least, min(e.Width(e.Clean(unitName(r.unit))), 20))
	}
	cols := []Column{{Title: e.T(words.UnitsUnit), Grow: true, Min: least}}
	for _, step := range s.steps {
		name := ""
		for _, x := range all {
			if _, has := x.Method(step); has && name == "" {
				name = e.stepName(x, step)
			}
		}
		cols = append(cols, Column{Title: name, Right: true, Min: 4})
	}
	return append(cols, Column{Title: e.T(words.UnitsScored), Right: true}, Column{Title: e.T(words.UnitsTodos), Right: true}, Column{Title: e.T(words.UnitsState)})
}

// rowScheme is what a row is scored under, nil where its file has not arrived.
func (e *Env) rowScheme(r visitRow) *checklist.Scheme {
	if r.Scheme == "" || e.Scheme != nil && r.Scheme == e.Scheme.Hash {
		return e.Scheme
	}
	return e.schemes[r.Scheme]
}

// otherVersion counts, among the states, the rows on another version than the round's.
const otherVersion = "other version"

// rowStep is how far a step of a row is, nothing where its scheme has no such step.
func (e *Env) rowStep(r visitRow, step checklist.Step) string {
	if x := e.rowScheme(r); x != nil {
		if _, has := x.Method(step); !has {
			return ""
		}
	}
	return e.stepWord(step, r.Steps[step])
}

// rowSchemes reads what the rows are scored under; what has not arrived is missing.
func rowSchemes(ctx context.Context, b *store.Book, rows []visitRow) (map[string]*checklist.Scheme, error) {
	schemes := map[string]*checklist.Scheme{}
	for _, r := range rows {
		if _, known := schemes[r.Scheme]; known || r.Scheme == "" {
			continue
		}
		x, err := b.SchemeOf(ctx, r.Scheme)
		if err != nil && !store.IsFault(err, "scheme.missing") {
			return nil, err
		}
		schemes[r.Scheme] = x
	}
	return schemes, nil
}

// versionLine says what a row is scored under that is not under the round's version.
func (e *Env) versionLine(r visitRow) string {
	if x := e.rowScheme(r); x != nil {
		name := ""
		if x.ID != e.Scheme.ID {
			name = e.Clean(e.name(x.Name))
		}
		return strings.TrimSpace(e.T(words.UnitsVersionLine, e.Clean(x.Version), e.Clean(e.Scheme.Version), name))
	}
	return e.T(words.UnitsVersionMissing, r.Scheme[:min(12, len(r.Scheme))])
}
