package checklist

import "slices"

// Line is one step of the arithmetic, or one reason why something does not count. Points is what the line changes: the
// lines of an indicator, added up, give its awarded mark. Package words has a sentence for each Code over Args.
type Line struct {
	Code    string
	Rule    string // rule or bonus it speaks of
	Finding ID     // finding it speaks of, if it is one
	Other   string // the rule that was heavier
	Group   *Group // the exclusive group
	N       int64  // count
	Each    Points // points of one
	Raw     Points // before a cap or floor
	Cap     Points // the cap, or the full marks
	Points  Points // what the line adds (or takes, below zero)

	args []any // of lines whose numbers stand in no field; an Amount is shown before its rounding
}

// Args are the arguments of the sentence: see the table of codes in lineArgs.
func (l Line) Args() []any {
	if l.args != nil {
		out := slices.Clone(l.args)
		for i, x := range out {
			switch x := x.(type) {
			case Amount:
				out[i] = x.Text()
			case ratio:
				out[i] = Amount(x).Ratio()
			}
		}
		return out
	}
	if f, ok := lineArgs[l.Code]; ok {
		return f(l)
	}
	return nil
}

func argRule(l Line) []any      { return []any{l.Rule} }
func argRuleCount(l Line) []any { return []any{l.Rule, l.N} }
func argCapped(l Line) []any    { return []any{l.Rule, l.N, l.Each, l.Raw, l.Cap} }
func argCounted(l Line) []any   { return []any{l.Rule, l.N, l.Each, l.Raw} }

// ratio is an Amount shown as a fraction.
type ratio Amount

// lineArgs says which numbers of a line its sentence shows, in order. Lines of categories and totals carry their own.
var lineArgs = map[string]func(Line) []any{
	"line.full":           func(l Line) []any { return []any{l.Points} },
	"line.per":            argCounted,
	"line.per.cap":        argCapped,
	"line.fixed":          func(l Line) []any { return []any{l.Rule, l.Raw} },
	"line.range":          func(l Line) []any { return []any{l.Rule, l.Raw} },
	"line.zero":           func(l Line) []any { return []any{l.Rule, l.Raw} },
	"line.given":          func(l Line) []any { return []any{l.Rule, l.Each, l.Cap} },
	"line.floor":          func(l Line) []any { return []any{l.Raw, l.Cap} },
	"line.na.full":        func(l Line) []any { return []any{l.Raw} },
	"line.na.zero":        func(l Line) []any { return []any{l.Raw} },
	"line.key.hit":        argRule,
	"line.skipped":        argRule,
	"line.withdrawn":      argRule,
	"line.inactive":       argRule,
	"line.same_fact":      argRule,
	"line.excluded":       func(l Line) []any { return []any{l.Rule, l.Other, l.Group.Name} },
	"line.category.sum":   func(l Line) []any { return []any{l.Raw, l.Cap} },
	"line.interview_only": argRule,
	"line.unproved":       argRule,
	"line.count.bad":      argRuleCount,
	"line.mark.bad":       func(l Line) []any { return []any{l.Rule, l.Each} },
	"line.mark.lighter":   func(l Line) []any { return []any{l.Rule, l.Each, l.Raw} },
	"line.rule.unknown":   argRule,
	"line.bonus.per":      argCounted,
	"line.bonus.per.cap":  argCapped,
	"line.bonus.count":    argRuleCount,
	"line.bonus.proof":    argRule,
	"line.bonus.talk":     argRule,
}

// The codes of lines that say why an indicator carries no points, and of what the modes take.
var (
	statusLines = map[Status]string{
		StatusNA: "line.status.na", StatusBlank: "line.status.blank",
		StatusProgress: "line.status.progress", StatusWaiting: "line.status.waiting", StatusNAPending: "line.status.na_pending",
		StatusNARefused: "line.status.na_refused", StatusNAForbidden: "line.status.na_forbidden",
		StatusNoFinding: "line.status.no_finding", StatusNoMark: "line.status.no_mark",
	}
	modeLines = map[Mode]string{Per: "line.per", Fixed: "line.fixed", Range: "line.range", Zero: "line.zero", Given: "line.given"}
)
