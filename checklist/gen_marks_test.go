package checklist

import "fmt"

// categories draws what is judged. With weights the weights add up to the total and the marks need not; rescaled, a
// category's weight is the sum of its marks and the total is free.
func (g *schemeGen) categories(rescaled bool) (out []obj, total Points) {
	for i, id := range some(g, []string{"A", "B", "E", "TRUE"}, 1) {
		g.cats = append(g.cats, id)
		inds, full := g.indicators(id, i > 0 && g.maybe(15))
		weight := full
		if !rescaled && full > 0 && g.maybe(40) {
			weight = g.hundredths(100, 5000)
		}
		total += weight
		out = append(out, obj{{"id", id}, {"zh", g.text()}, {"en", g.text()}, {"weight", g.points(weight)},
			{"name_src", g.either(40, func() any { return "ours" })}, {"weight_src", g.either(40, func() any { return "given" })}, {"indicators", inds}})
	}
	if rescaled {
		total = g.hundredths(1000, 20000)
	}
	return out, total
}

// indicators draws those of a category; pointless asks for key items without points alone.
func (g *schemeGen) indicators(cat string, pointless bool) (out []obj, sum Points) {
	for i := range g.n(1, 4) {
		id := fmt.Sprintf("%s%d", cat, i+1)
		g.inds = append(g.inds, id)
		key := pointless || g.maybe(25)
		full := g.hundredths(100, 1000)
		if pointless || key && i > 0 && g.maybe(50) {
			full = 0
		}
		g.hasKey = g.hasKey || key
		sum += full
		na := g.maybe(45)
		o := g.named(id, pair{"full", g.points(full)})
		if g.parents > 0 && g.maybe(70) {
			o = append(o, pair{"city_no", g.n(1, g.parents)})
		}
		always := len(g.inds) == 1 && g.maybe(80) // kinds of unit with nothing to judge are rare
		o = append(o, pair{"key", key}, pair{"na", na})
		if !always {
			o = append(o, pair{"applies_to", g.either(30, func() any { return some(g, g.kinds, 0) })},
				pair{"skip_when", g.either(25, func() any { return g.skip() })})
		}
		if na {
			o = append(o, pair{"na_policy", g.either(40, func() any { return pick(g, []NAPolicy{NALeave, NAFull, NAZero}) })})
		}
		o = append(o, pair{"methods", some(g, g.methods, 0)}, pair{"materials", some(g, g.materials, 0)})
		if g.maybe(40) {
			o = append(o, pair{"question_zh", g.text()}, pair{"question_en", g.text()})
		}
		out = append(out, append(o, pair{"rules", g.ruleList(id, full)}))
	}
	return out, sum
}

func (g *schemeGen) ruleList(ind string, full Points) (out []obj) {
	given := false
	for i := range g.n(1, 4) {
		mode := pick(g, []Mode{Per, Per, Fixed, Range, Zero, Given})
		if mode == Given && (given || full == 0) {
			mode = Fixed
		}
		given = given || mode == Given
		id := fmt.Sprintf("%s.%d", ind, i+1)
		o := g.named(id, pair{"mode", mode})
		if mode != Given { // a mark of 0 says it for the indicator
			o = append(o, g.keyRule())
		}
		g.rules = append(g.rules, id)
		switch mode {
		case Per:
			points := g.hundredths(25, 300)
			o = append(o, pair{"unit", pick(g, g.units)}, pair{"unit_zh", g.either(30, func() any { return pick(g, []string{"名", "处", "1"}) })},
				pair{"points", g.points(points)}, pair{"max", g.points(points * Points(g.n(1, 4)))},
				pair{"suggest", g.either(40, func() any { return pick(g, g.numbers) })})
		case Fixed:
			o = append(o, pair{"points", g.points(g.hundredths(25, 500))})
		case Range:
			least, step := g.hundredths(0, 100), g.hundredths(25, 100)
			o = append(o, pair{"min", g.points(least)}, pair{"max", g.points(least + step*Points(g.n(1, 5)))}, pair{"step", g.points(step)})
		case Given:
			o = append(o, pair{"step", g.points(divisor(g, full))})
		}
		out = append(out, o)
	}
	return out
}

// divisor is a step that divides the full marks.
func divisor(g *schemeGen, full Points) Points {
	var out []Points
	for _, d := range []Points{1, 25, 50, 100, full} {
		if full%d == 0 {
			out = append(out, d)
		}
	}
	return pick(g, out)
}

func (g *schemeGen) keyRule() pair {
	key := g.maybe(15)
	g.hasKey = g.hasKey || key
	return pair{"key", key}
}

func (g *schemeGen) groupList() (out []obj) {
	if len(g.rules) < 2 {
		return nil
	}
	for i := range g.n(0, 2) {
		rules := some(g, g.rules, 2)
		out = append(out, obj{{"id", fmt.Sprintf("X%d", i)}, {"rules", rules}, {"zh", g.text()}, {"en", g.text()}})
	}
	return out
}

func (g *schemeGen) bonuses() (out []obj) {
	for i := range g.n(0, 2) {
		points := g.hundredths(25, 200)
		o := g.named(fmt.Sprintf("P%d", i), pair{"unit", pick(g, g.units)}, pair{"points", g.points(points)},
			pair{"max", g.points(points * Points(g.n(1, 3)))}, g.src(), pair{"max_src", g.either(30, func() any { return "ours" })})
		if g.maybe(50) {
			o = append(o, pair{"evidence_zh", g.text()}, pair{"evidence_en", g.text()})
		}
		out = append(out, o)
	}
	return out
}

func (g *schemeGen) metricList() (out []obj) {
	for i := range g.n(0, 2) {
		id := fmt.Sprintf("free_%d", i)
		out = append(out, append(obj{{"id", id}, {"zh", g.either(40, func() any { return g.text() })}, {"en", g.text()}}, g.formula(g.numbers)...))
		g.metrics = append(g.metrics, id)
	}
	for _, id := range some(g, []string{metricOverdue, metricRepeat, metricSelfGap, metricNoReport}, 0) {
		out = append(out, obj{{"id", id}, {"source", metricSources[id]}, {"en", g.text()}})
		g.metrics = append(g.metrics, id)
	}
	return out
}

// skip draws when an indicator does not apply: figures, derived numbers and kinds only.
func (g *schemeGen) skip() string {
	return g.condition(func() string {
		if g.maybe(30) {
			return fmt.Sprintf("kind(%q)", pick(g, g.kinds))
		}
		return g.comparison(g.numbers)
	})
}

func (g *schemeGen) comparison(numbers []string) string {
	left := pick(g, numbers)
	switch g.n(0, 3) {
	case 1:
		left += " + " + pick(g, numbers)
	case 2:
		left = "2 * " + left + " - " + pick(g, numbers)
	}
	return fmt.Sprintf("%s %s %s", left, pick(g, []string{"==", "!=", "<", "<=", ">", ">="}), pick(g, []string{"0", "1", "10", "2.5"}))
}

// condition draws a small tree of terms.
func (g *schemeGen) condition(term func() string) string {
	out := term()
	for range g.n(0, 2) {
		next := term()
		if g.maybe(25) {
			next = pick(g, []string{"!", "not "}) + "(" + next + ")"
		}
		out = fmt.Sprintf("(%s) %s %s", out, pick(g, []string{"&&", "||", "and", "or"}), next)
	}
	return out
}

// state draws a term about the score; about open warnings where the condition may ask for them.
func (g *schemeGen) state(warned bool) string {
	switch g.n(0, 6) {
	case 0:
		return fmt.Sprintf("hits(%q) > %d", pick(g, g.rules), g.n(0, 2))
	case 1:
		cat := pick(g, g.cats)
		return fmt.Sprintf("complete(%q) && score(%q) < %s", cat, cat, pick(g, []string{"5", "0.5", "40"}))
	case 2:
		return fmt.Sprintf("mark(%q) == 0", pick(g, g.inds))
	case 3:
		return fmt.Sprintf("kind(%q)", pick(g, g.kinds))
	case 4:
		if warned {
			return fmt.Sprintf("open(%q) >= %d", pick(g, levels), g.n(1, 2))
		}
	}
	return g.comparison(append(append([]string{}, g.numbers...), g.metrics...))
}

func (g *schemeGen) warnings() (out []obj) {
	for i := range g.n(0, 3) {
		out = append(out, g.named(fmt.Sprintf("W%02d", i), pair{"level", pick(g, levels)},
			pair{"when", g.condition(func() string { return g.state(false) })}))
	}
	return out
}

func (g *schemeGen) limits() (out []obj) {
	for i := range g.n(0, 2) {
		out = append(out, g.named(fmt.Sprintf("GL%d", i), pair{"when", g.condition(func() string { return g.state(true) })},
			pair{"at_most", pick(g, g.grades)}, g.flag("enabled", 70), g.src()))
	}
	return out
}

func (g *schemeGen) slips() obj {
	states := some(g, []string{"draft", "issued", "confirmed", "overdue", "closed"}, 1)
	var list []obj
	for _, id := range states {
		list = append(list, g.named(id, pair{"derived", id == "overdue"}, pair{"next", some(g, states, 0)}))
	}
	var carry []obj
	for _, when := range some(g, []string{"closed_on_time", "open_at_cutoff", "disputed_at_cutoff"}, 0) {
		carry = append(carry, obj{{"when", when}, {"factor", g.points(g.hundredths(0, 100))}, g.flag("hold", 30), {"zh", g.text()}, {"en", g.text()}})
	}
	return obj{g.src(), {"default_deadline_days", g.either(70, func() any { return g.n(0, 30) })}, {"states", list}, {"fields", g.words()}, {"carry_to_year", carry}}
}

func (g *schemeGen) procedure() obj {
	var roles []obj
	for _, id := range some(g, []string{"leader", "member", "office"}, 0) {
		roles = append(roles, g.named(id, g.src()))
	}
	return obj{{"team_min", g.either(60, func() any { return g.n(1, 5) })}, {"roles", roles}, {"unit_opinion_days", g.either(60, func() any { return g.n(0, 9) })}, {"report_days", g.either(60, func() any { return g.n(0, 9) })},
		{"consensus", g.either(70, func() any {
			return obj{{"fact_rules", g.either(50, func() any { return "union_then_leader_confirms" })}, {"range_rules", g.either(50, func() any { return "both_shown_then_agreed_value" })},
				{"flag_gap_points", g.points(g.hundredths(0, 200))}, {"flag_gap_share", g.points(g.hundredths(0, 100))}, g.flag("blind_until_consensus", 50)}
		})}}
}
