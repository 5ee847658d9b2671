package checklist

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"
)

// genScheme draws the source (JSON) of a scheme that LoadScheme accepts. It is deterministic by rapid and leans towards
// the rare: every feature of the format occurs within a few dozen draws (TestGeneratedSchemesHaveEverything). Names are
// drawn from texts that spreadsheets, YAML and CSV are known to damage.
func genScheme(t *rapid.T) []byte {
	g := &schemeGen{t: t}
	out, err := json.Marshal(g.scheme())
	if err != nil {
		panic(err)
	}
	return out
}

// genLoaded draws a scheme and loads it.
func genLoaded(t *rapid.T) *Scheme {
	src := genScheme(t)
	s, err := LoadScheme(src)
	if err != nil {
		t.Fatalf("the generator made a scheme with problems: %+v\n%s", err.(*Faults).Problems, src)
	}
	return s
}

// obj is a map of the source in the order of its keys; a nil value is left out.
type obj []pair

type pair struct {
	key   string
	value any
}

func (o obj) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	for _, p := range o {
		if p.value == nil {
			continue
		}
		v, err := json.Marshal(p.value)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, ",%q:%s", p.key, v)
	}
	return append(append([]byte{'{'}, bytes.TrimPrefix(b.Bytes(), []byte(","))...), '}'), nil
}

// schemeGen is a scheme being drawn: what was declared so far is what later parts may refer to.
type schemeGen struct {
	t                                        *rapid.T
	kinds, grades, methods, materials, units []string
	numbers, metrics, cats, inds, rules      []string
	parents                                  int
	hasKey                                   bool
}

func (g *schemeGen) n(low, high int) int { return rapid.IntRange(low, high).Draw(g.t, "n") }

// maybe is true in so many of 100 draws, about: rapid leans towards the ends of a range, so the middle is asked for.
func (g *schemeGen) maybe(percent int) bool {
	return rapid.SampledFrom(maybes).Draw(g.t, "maybe") < percent
}

var maybes = []int{5, 15, 25, 35, 45, 55, 65, 75, 85, 95}

func pick[T any](g *schemeGen, from []T) T { return rapid.SampledFrom(from).Draw(g.t, "pick") }

// some draws distinct elements in the order of the list, at least so many.
func some[T any](g *schemeGen, from []T, least int) []T {
	out := []T{}
	for i, x := range from {
		if len(from)-i <= least-len(out) || g.maybe(45) {
			out = append(out, x)
		}
	}
	return out
}

// either is the value in so many of 100 draws, else nothing.
func (g *schemeGen) either(percent int, value func() any) any {
	if g.maybe(percent) {
		return value()
	}
	return nil
}

// points writes hundredths one of the ways people do: 0.5, 0.50, 5.
func (g *schemeGen) points(p Points) json.Number {
	text := p.String()
	if g.maybe(70) {
		text = strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
	}
	return json.Number(text)
}

// hundredths draws points, mostly round ones.
func (g *schemeGen) hundredths(low, high Points) Points {
	step := pick(g, []Points{1, 25, 50, 100, 100})
	if n := int((high - low) / step); n > 0 {
		return low + step*Points(g.n(0, n))
	}
	return low
}

// hard are texts that one tool or another on the way changes, runs or refuses.
var hard = []string{
	"=SUM(A1:A9)", "+1", "-5", "@import", "007", "1E5", "1.10", "0.50", "2026-03-09", "1/2", "3月5日", "12:30", "５０％", "TRUE", "no", "null", "~",
	"  两边有空格  ", "第一行\n第二行", "\n首行空", "他说\"好\"", "'单引号", "''=两个", "逗号,分号;顿号、", "a: b", "# 不是注释", "- 横线", "{甲}", "[乙]", "&a *b !c",
	"|", ">", "%s %d", "反斜线\\n", "_x0041_", "_x005F_x000D_", "\ufeff标记", "零宽\u200b空格", "\u200b", "e\u0301", "𠮷野", "😀", "Ｅ１", "长" + strings.Repeat("文字", 60), "￥1,234.50", "50%", "(5)",
	"是", "yes", "1,234", "<b>&amp;", "a\u2028b", "…", "结尾反斜线\\", "？", "：", "$A$1", "Mar-5", "SEPT1", "1e-3", "0x1F", ".5", "∞",
}

var plainTexts = []string{"职责履行", "编制管理", "内设机构", "现场情况", "自查报告", "Duties performed", "Staffing kept", "On the spot", "Papers in order"}

func (g *schemeGen) text() string {
	if g.maybe(35) {
		return pick(g, hard)
	}
	return pick(g, plainTexts)
}

// named begins a map with an id and a name, mostly in both languages.
func (g *schemeGen) named(id string, more ...pair) obj {
	o := obj{{"id", id}}
	if which := g.n(0, 9); which != 1 {
		o = append(o, pair{"zh", g.text()})
		if which != 2 {
			o = append(o, pair{"en", g.text()})
		}
	} else {
		o = append(o, pair{"en", g.text()})
	}
	return append(o, more...)
}

func (g *schemeGen) src() pair {
	return pair{"src", g.either(50, func() any { return pick(g, []string{"given", "found", "ours"}) })}
}

func (g *schemeGen) flag(key string, percent int) pair {
	return pair{key, g.either(percent+20, func() any { return g.maybe(percent) })}
}

func (g *schemeGen) scheme() obj {
	rescaled := g.maybe(40)
	g.grades = some(g, []string{"excellent", "good", "pass", "fail"}, 2)
	kinds := g.list(&g.kinds, []string{"department", "subdistrict", "town", "TRUE"}, 1, func(id string) obj {
		return g.named(id, pair{"performance_weight", g.points(g.hundredths(0, 10000))}, g.src())
	})
	materials := g.list(&g.materials, []string{"report", "roster", "E1", "no", "Mar-5"}, 1, func(id string) obj {
		return g.named(id, pair{"alias_zh", g.either(30, func() any { return g.text() })}, g.flag("required", 50), g.src(), pair{"name_src", g.either(20, func() any { return "given" })})
	})
	units := g.list(&g.units, []string{"person", "case", "item", "place"}, 1, func(id string) obj { return g.named(id) })
	g.methods = some(g, []string{"look", "listen", "check", "interview"}, 1)
	numbers := g.reconciliation()
	parents := g.parentList()
	cats, total := g.categories(rescaled)
	groups := g.groupList()
	metrics := g.metricList()
	count := len(g.inds)
	out := obj{
		{"schema_version", 1},
		{"scheme", obj{
			{"id", pick(g, []string{"plan", "plan-2026.1", "_p", "Inf"})}, {"version", pick(g, []string{"1.10", "2026.1-draft", "007", "=1"})},
			{"name_zh", g.text()}, {"name_en", g.text()}, {"period", g.either(50, func() any { return "calendar_year" })},
			{"total_points", g.points(total)},
			{"city_indicator_count", g.either(30, func() any { return g.parents })}, {"indicator_count", g.either(30, func() any { return count })},
			{"decided_by", g.either(40, func() any { return g.text() })}, {"decision_no", g.either(40, func() any { return "青编〔2026〕4号" })}, {"decided_on", g.either(40, func() any { return pick(g, []string{"2026-03-09", "2024-02-29"}) })},
			{"weights_decided_by", g.either(20, func() any { return g.text() })}, {"weights_decision_no", g.either(20, func() any { return "007" })}, {"weights_decided_on", g.either(20, func() any { return "2026-01-01" })},
		}},
		{"scoring", g.scoring(rescaled, total)},
		{"unit_kinds", kinds}, {"grades", g.gradeList(total)}, {"grade_limits", g.limits()}, {"methods", g.methodList()}, {"materials", materials},
		{"reconciliation", numbers}, {"count_units", units}, {"parent_indicators", parents}, {"categories", cats},
		{"exclusive_groups", groups}, {"bonus", g.bonuses()}, {"warnings", g.warnings()}, {"warning_metrics", metrics},
		{"supervision_slip", g.either(60, func() any { return g.slips() })}, {"procedure", g.either(60, func() any { return g.procedure() })},
	}
	return out
}

// list draws some of the ids and a map for each, and keeps the ids.
func (g *schemeGen) list(keep *[]string, from []string, least int, make func(id string) obj) []obj {
	ids := some(g, from, least)
	out := []obj{}
	for _, id := range ids {
		out = append(out, make(id))
	}
	*keep = append(*keep, ids...)
	return out
}

func (g *schemeGen) scoring(rescaled bool, total Points) obj {
	by := ByWeights
	if rescaled {
		by = Rescaled
	}
	o := obj{
		{"score_unit", json.Number("0.01")}, {"indicator_floor", 0}, {"indicator_ceiling", "full_marks"}, {"total_by", by},
		{"na_policy", pick(g, naPolicies)},
		{"pass_mark", g.either(50, func() any { return g.points(g.hundredths(100, total)) })},
		{"na_whole_category", "spread_over_other_categories_pro_rata"}, {"na_requires", some(g, []string{"reason", "team_leader_approval"}, 0)},
		{"unscored_policy", "blocks_finalisation"}, g.flag("nil_finding_required", 60),
		{"bonus_cap_total", g.points(g.hundredths(0, 500))}, {"total_cap", g.points(total + g.hundredths(0, 500))},
		{"grade_on", "total"}, {"performance_cap", g.points(g.hundredths(100, total))},
		{"rounding", "half_up_2dp_final_only"}, {"double_count", "one_fact_one_rule_heaviest_wins"}, {"evidence_rule", g.either(40, func() any { return g.text() })},
	}
	if g.hasKey {
		o = append(o, pair{"key_failure_grade", pick(g, g.grades)})
	}
	return o
}

// gradeList lays the grades down from the best; the lowest begins at 0.
func (g *schemeGen) gradeList(total Points) (out []obj) {
	n := Points(len(g.grades))
	for i, id := range g.grades {
		least := total * (n - 1 - Points(i)) / n
		out = append(out, g.named(id, pair{"min", g.points(least)}, g.src()))
	}
	return out
}

func (g *schemeGen) methodList() (out []obj) {
	for i, id := range g.methods {
		form, said := g.form(Step(id))
		o := g.named(id, pair{"order", i + 1}, pair{"form", said},
			pair{"full_zh", g.either(60, func() any { return g.text() })}, pair{"note_en", g.either(40, func() any { return g.text() })}, g.src())
		reqs := []obj{}
		for k := range g.n(0, min(2, 2*len(formQuestions[form]))) {
			reqs = append(reqs, g.named(fmt.Sprintf("R%d.%d", i, k), pair{"field", pick(g, formQuestions[form])},
				pair{"rule_if_failed", g.either(50, func() any { return pick(g, g.rules) })}, pair{"note_en", g.either(30, func() any { return g.text() })}, g.src()))
		}
		forms := []obj{}
		for _, f := range some(g, []string{"individual", "group"}, 0) {
			forms = append(forms, g.named(f, g.src()))
		}
		out = append(out, append(o, pair{"requirements", reqs}, pair{"forms", forms}, pair{"records", g.words()}))
	}
	return out
}

// form is the form that records a step, its own or notes alone, and what the source says of it.
func (g *schemeGen) form(id Step) (StepForm, any) {
	if g.maybe(30) {
		return FormNotes, FormNotes
	}
	own := usualForm[id]
	return own, g.either(30, func() any { return own })
}

// words draws a list of free texts; nothing but the list keeps them apart.
func (g *schemeGen) words() []string {
	out := []string{}
	for range g.n(0, 3) {
		if s := strings.TrimSpace(g.text()); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

func (g *schemeGen) reconciliation() obj {
	figures := g.list(&g.numbers, []string{"auth_admin", "act_admin", "roster_total", "payroll", "entries", "borrowed"}, 2, func(id string) obj {
		return g.named(id, pair{"group", g.either(60, func() any { return pick(g, []string{"staff", "flow", "007"}) })})
	})
	derived := []obj{}
	for i := range g.n(0, 3) {
		id := fmt.Sprintf("gap_%d", i)
		derived = append(derived, g.named(id, g.formula(g.numbers)...))
		g.numbers = append(g.numbers, id)
	}
	columns := []obj{}
	for _, id := range []string{"declared", "office", "verified"} {
		columns = append(columns, g.named(id, g.src()))
	}
	return obj{{"period", g.either(50, func() any { return obj{{"from", "year_start"}, {"to", g.text()}} })},
		{"columns", columns}, {"fields", figures}, {"derived", derived}, {"note_en", g.either(40, func() any { return g.text() })}}
}

func (g *schemeGen) formula(terms []string) []pair {
	plus := some(g, terms, 1)
	minus := []string{}
	for _, x := range some(g, terms, 0) {
		if !slices.Contains(plus, x) {
			minus = append(minus, x)
		}
	}
	return []pair{{"plus", plus}, {"minus", minus}, {"fn", g.either(80, func() any { return pick(g, []string{"none", "floor0", "abs"}) })}}
}

func (g *schemeGen) parentList() (out []obj) {
	g.parents = g.n(0, 3)
	for i := range g.parents {
		out = append(out, obj{{"no", i + 1}, {"zh", g.text()}, {"en", g.text()}, {"full", g.either(40, func() any { return g.points(g.hundredths(100, 2000)) })}, g.src()})
	}
	return out
}
