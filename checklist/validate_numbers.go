package checklist

import (
	"slices"
	"strings"
)

// Sources of metrics that are no sums: the metric's id says which number it is.
var metricSources = map[string]string{
	metricOverdue: "supervision", metricRepeat: "previous_year", metricSelfGap: "look", metricNoReport: "look",
}

// columns are the sources of a headcount that the book knows.
var columns = []string{string(Declared), string(Office), string(Verified)}

const (
	metricOverdue  = "slips_overdue"
	metricRepeat   = "repeat_rule_hits"
	metricSelfGap  = "self_score_gap"
	metricNoReport = "self_report_missing"
)

// formulas checks derived numbers and metrics: the terms exist, and none is worked out from itself.
func (v *validator) formulas() {
	s := v.s
	for i := range s.Reconciliation.Columns {
		v.choice(&s.Reconciliation.Columns[i].ID, "id", columns...)
	}
	unique(v, s.Reconciliation.Columns, "column", func(x *Option) *string { return &x.ID })
	var all []*Formula
	for i := range s.Reconciliation.Derived {
		all = append(all, &s.Reconciliation.Derived[i])
	}
	for i := range s.Metrics {
		all = append(all, &s.Metrics[i])
	}
	unique(v, all, "number", func(x **Formula) *string { return &(*x).ID })
	byID := map[string]*Formula{}
	v.numbers = map[string]bool{}
	for id := range v.figures {
		v.numbers[id] = true
	}
	for _, f := range all {
		if v.figures[f.ID] {
			v.bad(&f.ID, "scheme.id.twice", Noun("number"), f.ID, v.figureLine(f.ID))
			continue
		}
		byID[f.ID], v.numbers[f.ID] = f, true
	}
	for _, f := range all {
		v.choice(&f.Fn, "fn", "none", "floor0", "abs")
		v.refs(f.Plus, "figure", v.numbers)
		v.refs(f.Minus, "figure", v.numbers)
		switch {
		case f.Source != "" && metricSources[f.ID] != f.Source && v.readable(f.ID) && v.readable(f.Source):
			v.bad(&f.Source, "scheme.source", f.ID, f.Source)
			v.list[len(v.list)-1].Near = metricSources[f.ID]
		case f.Source == "" && len(f.Plus)+len(f.Minus) == 0:
			v.bad(f, "scheme.formula.empty", f.ID)
		}
	}
	v.cycles(all, byID)
}

// figureLine is where a figure is named.
func (v *validator) figureLine(id string) int {
	figures := v.s.Reconciliation.Figures
	i := slices.IndexFunc(figures, func(f FigureDef) bool { return f.ID == id })
	return v.at[&figures[i].ID].line
}

// cycles walks each formula's terms; a chain that comes back to where it began is reported once, with its path.
func (v *validator) cycles(all []*Formula, byID map[string]*Formula) {
	state := map[string]int{} // 1 on the path, 2 done
	var path []string
	var walk func(f *Formula)
	walk = func(f *Formula) {
		state[f.ID] = 1
		path = append(path, f.ID)
		for _, t := range slices.Concat(f.Plus, f.Minus) {
			g := byID[t]
			if g == nil {
				continue
			}
			switch state[t] {
			case 0:
				walk(g)
			case 1:
				loop := append(slices.Clone(path[slices.Index(path, t):]), t)
				v.bad(&g.ID, "scheme.cycle", strings.Join(loop, " > "))
			}
		}
		path = path[:len(path)-1]
		state[f.ID] = 2
	}
	for _, f := range all {
		if state[f.ID] == 0 {
			walk(f)
		}
	}
}

func (v *validator) groupsAndBonuses() {
	s := v.s
	unique(v, s.Groups, "group", func(x *Group) *string { return &x.ID })
	for i := range s.Groups {
		g := &s.Groups[i]
		v.refs(g.Rules, "rule", v.rules)
		if len(g.Rules) == 1 {
			v.bad(g, "scheme.group", g.ID)
		}
	}
	unique(v, s.Bonuses, "bonus", func(x *Bonus) *string { return &x.ID })
	for i := range s.Bonuses {
		b := &s.Bonuses[i]
		v.ref(&b.UnitID, "unit", v.units)
		if v.atLeast(&b.Points, "points", 1) && !v.unread[&b.Max] && b.Max < b.Points {
			v.bad(&b.Max, "scheme.rule.cap", b.ID, b.Max, b.Points)
		}
	}
}

func (v *validator) warnings() {
	s := v.s
	unique(v, s.Warnings, "warning", func(x *WarningDef) *string { return &x.ID })
	for i := range s.Warnings {
		w := &s.Warnings[i]
		v.choice(&w.Level, "level", levels...)
	}
}

// carryCases are the ends of a slip that the yearly score can ask about.
var carryCases = []string{"closed_on_time", "closed_late", "open_at_cutoff", "withdrawn", "void", "disputed_at_cutoff"}

func (v *validator) slips() {
	c := &v.s.Slips
	states := unique(v, c.States, "state", func(x *SlipState) *string { return &x.ID })
	for i := range c.States {
		v.refs(c.States[i].Next, "state", states)
	}
	seen := map[string]int{}
	for i := range c.Carry {
		x := &c.Carry[i]
		v.choice(&x.When, "when", carryCases...)
		if line, twice := seen[x.When]; twice && v.readable(x.When) {
			v.bad(&x.When, "scheme.carry.twice", x.When, line)
		}
		seen[x.When] = v.at[&x.When].line
		v.atLeast(&x.Factor, "factor", 0)
		if x.Factor > 100 {
			v.bad(&x.Factor, "scheme.most", "factor", x.Factor, Points(100))
		}
	}
}
