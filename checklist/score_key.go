package checklist

import "strings"

// KeyFailure is a key item (※) that failed, and by which findings.
type KeyFailure struct {
	Indicator *Indicator
	Rule      *Rule // the key rule; nil where the whole indicator is the key item
	Findings  []ID  // in the order of their ids
}

// ID is the scheme's id of the key item.
func (k KeyFailure) ID() string {
	if k.Rule != nil {
		return k.Rule.ID
	}
	return k.Indicator.ID
}

// Pass says whether a visit passed.
type Pass string

// The answers. A failed key item decides at once; everything else needs the total.
const (
	PassNone  Pass = "" // the scheme has neither a pass mark nor key items: its grades alone decide
	PassOpen  Pass = "open"
	Passed    Pass = "passed"
	NotPassed Pass = "failed"
)

// hasKey tells whether the indicator or one of its rules is a key item.
func (ind *Indicator) hasKey() bool {
	if ind.Key {
		return true
	}
	for i := range ind.Rules {
		if ind.Rules[i].Key {
			return true
		}
	}
	return false
}

// keyItems notes which key items of an indicator failed, or that it cannot be said yet.
func (w *scorer) keyItems(x *IndicatorScore, hits []hit) {
	ind := x.Indicator
	if !ind.hasKey() {
		return
	}
	before := len(w.res.KeyFailed)
	for i := range hits {
		h := &hits[i]
		if !h.fails() {
			continue
		}
		rule := h.rule
		if ind.Key {
			rule = nil
		}
		last := len(w.res.KeyFailed) - 1
		if last < before || w.res.KeyFailed[last].Rule != rule {
			w.res.KeyFailed = append(w.res.KeyFailed, KeyFailure{Indicator: ind, Rule: rule})
			last++
			w.line(Line{Code: "line.key.failed", Rule: h.rule.ID, Finding: h.f.ID, args: []any{w.res.KeyFailed[last].ID()}})
		}
		w.res.KeyFailed[last].Findings = append(w.res.KeyFailed[last].Findings, h.f.ID)
	}
	if len(w.res.KeyFailed) == before && !x.Known && !x.Removed() {
		w.res.KeyOpen++
	}
}

// failedKeys are the ids of the key items that failed.
func (w *scorer) failedKeys() string {
	ids := make([]string, len(w.res.KeyFailed))
	for i, k := range w.res.KeyFailed {
		ids[i] = k.ID()
	}
	return strings.Join(ids, " ")
}

// keyGrade holds the grade down to the scheme's grade of a failed key item and returns its place. It never lifts one:
// a total that alone gives a worse grade keeps it.
func (w *scorer) keyGrade(own int) int {
	grades := w.s.Grades
	most := gradePlace(grades, w.s.Scoring.KeyGrade)
	if most < 0 {
		most = len(grades) - 1
	}
	most = max(most, own)
	w.res.Grade.Key = true
	w.line(Line{Code: "line.grade.key", args: []any{w.failedKeys(), grades[most].Name, grades[own].Name}})
	return most
}

// pass says whether the visit passed: no key item failed, and the published (rounded) total reaches the pass mark.
func (w *scorer) pass() {
	mark, total := w.s.Scoring.PassMark, w.res.Total
	switch {
	case len(w.res.KeyFailed) > 0:
		w.res.Pass = NotPassed
		w.line(Line{Code: "line.pass.key", args: []any{w.failedKeys()}})
	case mark == 0 && w.s.Scoring.KeyGrade == "":
		w.res.Pass = PassNone
	case !total.Known:
		w.res.Pass = PassOpen
	case total.Points < mark:
		w.res.Pass = NotPassed
		w.line(Line{Code: "line.pass.short", args: []any{total.Points, mark}})
	case mark == 0:
		w.res.Pass = Passed
		w.line(Line{Code: "line.pass.keys"})
	default:
		w.res.Pass = Passed
		w.line(Line{Code: "line.pass", args: []any{total.Points, mark}})
	}
}
