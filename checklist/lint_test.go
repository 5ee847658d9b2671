package checklist

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"zoufang/checklist/schemes"
)

// slip is a change to a scheme and the one problem it must give: its code, at the place where marker begins ("" for
// anywhere).
type slip struct{ code, old, new, marker string }

// says wants the slip's problem and no other: one cause, one problem.
func (c slip) says(t *testing.T, base string, severity Severity) {
	t.Helper()
	if !strings.Contains(base, c.old) {
		t.Errorf("%s: the scheme has no %q", c.code, c.old)
		return
	}
	src := strings.Replace(base, c.old, c.new, 1)
	problems := Lint([]byte(src))
	if len(problems) != 1 || problems[0].Code != c.code || problems[0].Severity != severity || c.marker != "" && !placeIs(src, problems[0], c.marker) {
		var places []string
		for _, p := range problems {
			places = append(places, fmt.Sprintf("%s %s@%d:%d%v", p.Severity, p.Code, p.Line, p.Col, p.Args))
		}
		t.Errorf("%s %q: want it alone at %q, have %s", c.code, c.new, c.marker, places)
	}
	if _, err := LoadScheme([]byte(src)); (err == nil) != (severity == SeverityWarning) {
		t.Errorf("%s %q: loading gives %v", c.code, c.new, err)
	}
}

// placeIs tells whether the text at the place of a problem begins with marker.
func placeIs(src string, p Problem, marker string) bool {
	lines := strings.SplitAfter(src, "\n")
	if p.Line < 1 || p.Line > len(lines) {
		return false
	}
	rest := strings.Join(lines[p.Line-1:], "")
	for i := 1; i < p.Col; i++ {
		_, n := utf8.DecodeRuneInString(rest)
		rest = rest[n:]
	}
	return strings.HasPrefix(rest, marker)
}

func TestSchemeErrors(t *testing.T) {
	const rule = `{id: "A1.1", mode: "fixed", points: 1.0, zh: "未召开会议专题研究部署", en: "No meeting held to put the rules into effect"}`
	for _, c := range []slip{
		{"scheme.newer", "schema_version: 1", "schema_version: 2", "2"},
		{"scheme.choice", "schema_version: 1", "schema_version: 0", "0"},
		{"scheme.key.unknown", "total_points: 100", "total_points: 100\n  colour: red", "colour"},
		{"scheme.key.unknown", "total_points: 100", "totalpoints: 100", "totalpoints"},
		{"scheme.key.unknown", `zh: "未加盖公章", en: "Not sealed"`, `zh: "未加盖公章", eng: "Not sealed"`, "eng"},
		{"scheme.key.twice", "total_points: 100", "total_points: 100\n  total_points: 90", "total_points: 90"},
		{"scheme.key.missing", "  total_points: 100\n", "", `id: "reform-eval-default"`},
		{"scheme.type", `version: "2026.1-draft"`, `version: 2026.1`, `2026.1`},
		{"scheme.type", "city_no: 3\n        na: true", "city_no: 3\n        na: 1", "1\n"},
		{"scheme.number", "points: 1.0, max: 8.0", `points: "1.0", max: 8.0`, `"1.0", max: 8.0`},
		{"scheme.number", "points: 1.0, max: 8.0", `points: 十分, max: 8.0`, `十分`},
		{"scheme.number", "points: 1.0, max: 8.0", `points: 1e0, max: 8.0`, `1e0`},
		{"scheme.fine", "points: 1.0, max: 8.0", `points: 1.005, max: 8.0`, `1.005`},
		{"scheme.whole", "city_no: 17", "city_no: 17.5", "17.5"},
		{"scheme.id.bad", `id: "A1"`, `id: "1 A"`, `"1 A"`},
		{"scheme.id.twice", `- id: "A2"`, `- id: "A1"`, ``},
		{"scheme.sum.categories", "weight: 13", "weight: 14", "100\n"},
		{"scheme.count", "indicator_count: 30", "indicator_count: 31", "31"},
		{"scheme.count", "city_indicator_count: 25", "city_indicator_count: 24", "24"},
		{"scheme.ref", `materials: ["self_report", "sanding", "duty_split", "minutes"]`, `materials: ["self_report", "nothing"]`, `"nothing"`},
		{"scheme.ref", `suggest: "over_staff"`, `suggest: "over_stuff"`, `"over_stuff"`},
		{"scheme.ref", `{id: "X1", rules: ["D1.1", "E3.1"]`, `{id: "X1", rules: ["D1.1", "E3.9"]`, `"E3.9"`},
		{"scheme.ref", `at_most: "good"`, `at_most: "best"`, `"best"`},
		{"scheme.ref", `unit: "office", points: 0.5, max: 1.5`, `unit: "room", points: 0.5, max: 1.5`, `"room"`},
		{"scheme.ref", `methods: ["look", "listen", "check", "interview"]`, `methods: ["smell"]`, `"smell"`},
		{"scheme.ref", `applies_to: ["department"]`, `applies_to: ["ministry"]`, `"ministry"`},
		{"scheme.ref", "city_no: 17", "city_no: 26", "26"},
		{"scheme.ref", `rule_if_failed: "A5.3"`, `rule_if_failed: "A5.9"`, `"A5.9"`},
		{"scheme.ref", `plus: ["act_admin"], minus: ["auth_admin"], fn: "floor0"`, `plus: ["act_adm"], minus: ["auth_admin"], fn: "floor0"`, `"act_adm"`},
		{"scheme.twice", `{id: "X1", rules: ["D1.1", "E3.1"]`, `{id: "X1", rules: ["D1.1", "D1.1"]`, `"D1.1"], zh`},
		{"scheme.cycle", `plus: ["act_admin"], minus: ["auth_admin"], fn: "floor0"`, `plus: ["over_staff"], minus: ["auth_admin"], fn: "floor0"`, ``},
		{"scheme.rule.cap", "points: 2.0, max: 6.0", "points: 2.0, max: 1.0", "1.0, suggest: \"over_leaders\""},
		{"scheme.rule.cap", "points: 0.5\n    max: 3.0", "points: 0.5\n    max: 0.4", "0.4"},
		{"scheme.rule.range", "min: 0.5, max: 1.5, step: 0.5", "min: 0.5, max: 1.5, step: 0.3", "0.3"},
		{"scheme.rule.range", "min: 0.5, max: 1.5, step: 0.5", "min: 1.5, max: 1.5, step: 0.5", ""},
		{"scheme.choice", `mode: "zero", zh: "未报送自查报告"`, `mode: "nought", zh: "未报送自查报告"`, `"nought"`},
		{"scheme.choice", `na_policy: "leave"`, `na_policy: "count_as_full"`, `"count_as_full"`},
		{"scheme.choice", `level: "red", when: 'over_staff`, `level: "pink", when: 'over_staff`, `"pink"`},
		{"scheme.choice", `score_unit: 0.01`, `score_unit: 0.1`, `0.1`},
		{"scheme.least", rule, strings.Replace(rule, "1.0", "-1.0", 1), "-1.0"},
		{"scheme.most", "performance_weight: 50", "performance_weight: 150", "150"},
		{"scheme.grades.order", "min: 80.0", "min: 95.0", "95.0"},
		{"scheme.grades.rest", "min: 0.0", "min: 10.0", "10.0"},
		{"scheme.key.missing", `when: 'open("red") > 0', at_most`, `at_most`, ``},
		{"scheme.group", `{id: "X1", rules: ["D1.1", "E3.1"]`, `{id: "X1", rules: ["D1.1"]`, ``},
		{"scheme.formula.empty", `{id: "free_admin", plus: ["auth_admin"], minus: ["act_admin"]`, `{id: "free_admin", plus: [], minus: []`, ``},
		{"scheme.alias", `total_points: 100`, `total_points: &x 100`, ``},
		{"scheme.alias", `decided_by: ""`, `decided_by: !!str ""`, ``},
		{"scheme.documents", "\nunit_kinds:", "\n---\nunit_kinds:", ``},
		{"scheme.full_width", `total_points: 100`, `total_points： 100`, `： 100`},
		{"scheme.full_width", `decided_by: ""`, `decided_by: “委员会: 一`, ``},
		{"scheme.syntax", `total_points: 100`, `total_points: [100`, ``},
		{"scheme.control", `zh: "未加盖公章"`, "zh: \"未加\x01盖公章\"", "\x01"},
		{"scheme.control", `zh: "未加盖公章"`, `zh: "未加\u0000盖公章"`, ""},
		{"scheme.encoding", `zh: "未加盖公章"`, "zh: \"\xce\xb4\"\xff", "\xff"},
		{"scheme.id.twice", `{id: "W02"`, `{id: "W01"`, `"W01", level: "red", when: 'over_leaders`},
		{"scheme.id.twice", `{id: "auth_total", plus`, `{id: "auth_admin", plus`, `"auth_admin", plus`},
		{"scheme.fine", "points: 1.0, max: 8.0", "points:\t1.0, max: \t8.001", "8.001"},
		{"scheme.syntax", `zh: "未加盖公章", en`, "zh: \"未加盖公章\",\ten", "\ten"},
		{"scheme.syntax", "  total_points: 100", "\ttotal_points: 100", "\ttotal"},
		{"scheme.syntax", `version: "2026.1-draft"`, `version: "2026.1-draft`, `"2026.1-draft`},
	} {
		c.says(t, string(schemes.Default), SeverityError)
	}
}

// uncounted is the new scheme without the numbers of indicators, so that one more is no second problem.
var uncounted = strings.NewReplacer("city_indicator_count: 2", "#", "indicator_count: 4", "#").Replace(string(schemes.New))

func TestSchemeSums(t *testing.T) {
	weighted := strings.Replace(tinyScheme, "scoring: {", "scoring: {key_failure_grade: all, ", 1)
	slip{"scheme.sum.none", "full: 10,", "full: 0, key: true,", "10, indicators"}.says(t, weighted, SeverityError)
	rescaled := strings.Replace(weighted, "total_by: weights", "total_by: rescaled", 1)
	slip{"scheme.marks.none", "weight: 10, indicators: [{id: A1, zh: 甲, en: A, full: 10,", "weight: 0, indicators: [{id: A1, zh: 甲, en: A, full: 0, key: true,", ""}.says(t, rescaled, SeverityError)
	plain := strings.Replace(tinyScheme, "total_by: weights", "total_by: rescaled", 1)
	slip{"scheme.sum.rescaled", "weight: 10", "weight: 11", "11"}.says(t, plain, SeverityError)
	slip{"scheme.key_grade.unneeded", "total_by: weights", "total_by: weights, key_failure_grade: all", "all"}.says(t, tinyScheme, SeverityError)
}

// The new scheme has key items, policies, forms and given marks, which the default one does without.
func TestNewSchemeErrors(t *testing.T) {
	for _, c := range []slip{
		{"scheme.key_grade.missing", `  key_failure_grade: "fail"`, ``, `true, zh: "虚报人员"`},
		{"scheme.ref", `key_failure_grade: "fail"`, `key_failure_grade: "failed"`, `"failed"`},
		{"scheme.choice", `total_by: "weights"`, `total_by: "weight"`, `"weight"`},
		{"scheme.choice", `na_policy: "full"`, `na_policy: "fill"`, `"fill"`},
		{"scheme.choice", `form: "report"`, `form: "reports"`, `"reports"`},
		{"scheme.choice", `field: "sealed"`, `field: "interviewers"`, `"interviewers"`},
		{"scheme.choice", `id: "office", zh`, `id: "official", zh`, `"official"`},
		{"scheme.choice", `fact_rules: "union_then_leader_confirms"`, `fact_rules: "average"`, `"average"`},
		{"scheme.form.notes", `form: "report"`, `form: "notes"`, `"sealed"`},
		{"scheme.form.twice", `order: 2, form: "papers"`, `order: 2, form: "talks"`, `"talks"`},
		{"scheme.order.twice", `order: 2`, `order: 1`, `1, form`},
		{"scheme.id.twice", `{"no": 2, zh: "职责履行", en: "Duties"}`, `{"no": 2, zh: "职责履行", en: "Duties", full: 1}` + "\n  - {\"no\": 2, zh: \"其他\", en: \"Other\"}", `2, zh: "其他"`},
		{"scheme.full.zero", "full: 8\n        city_no: 2", "full: 0\n        city_no: 2", "0"},
		{"scheme.key.given", `mode: "given", step`, `mode: "given", key: true, step`, `true, step`},
		{"scheme.rule.step", `mode: "given", step: 0.5`, `mode: "given", step: 0.3`, `0.3`},
		{"scheme.given.none", `{id: "B2.1", mode: "zero"`, `{id: "B2.1", mode: "given", step: 1`, ``},
		{"scheme.given.twice", `{id: "B1.1", mode: "given", step: 0.5`, "{id: \"B1.2\", mode: \"given\", step: 1, zh: \"乙\", en: \"b\"}\n          - {id: \"B1.1\", mode: \"given\", step: 0.5", ``},
		{"scheme.key.mode", `mode: "fixed", points: 0.5`, `mode: "fixed", points: 0.5, max: 2`, `max: 2`},
		{"scheme.key.mode", `mode: "zero", zh: "发生`, `mode: "zero", points: 1, zh: "发生`, `points: 1`},
		{"scheme.most", "pass_mark: 12", "pass_mark: 21", "21"},
		{"scheme.cap.total", "total_cap: 22", "total_cap: 19", "19"},
		{"scheme.day", `decided_on: ""`, `decided_on: "2026-02-30"`, `"2026-02-30"`},
		{"scheme.day", `weights_decided_on: ""`, `weights_decided_on: "3月9日"`, `"3月9日"`},
		{"scheme.name", `zh: "未加盖公章", en: "Not sealed"`, `zh: ""`, ``},
		{"scheme.twice", `methods: ["look", "check", "interview"]`, `methods: ["look", "look"]`, `"look"]`},
		{"scheme.carry.twice", `{when: "disputed_at_cutoff"`, `{when: "closed_on_time"`, `"closed_on_time", factor: 0, `},
		{"scheme.source", `source: "supervision"`, `source: "look"`, `"look", zh: "逾期的`},
		{"scheme.root", uncounted, "- 1", ``},
	} {
		c.says(t, uncounted, SeverityError)
	}
}

func TestSchemeWarnings(t *testing.T) {
	for _, c := range []slip{
		{"scheme.translation", `zh: "未加盖公章", en: "Not sealed"`, `zh: "未加盖公章"`, `id: "A1.2"`},
		{"scheme.translation", `question_zh: "您所在科室实际几个人？"`, `question_zh: ""`, `""`},
		{"scheme.decision.part", `decided_by: ""`, `decided_by: "区编委会"`, ``},
		{"scheme.sum.indicators", "full: 8                         # 满分 / its marks", "full: 9", "12 "},
		{"scheme.zero", `min: 0.5, max: 4, step`, `min: 0.5, max: 3, step`, `4`},
		{"scheme.rule.cut", `points: 1, max: 8`, `points: 3, max: 8`, `8`},
		{"scheme.rule.cut", `points: 0.5, max: 2, src`, `points: 0.6, max: 2, src`, `2, src`},
		{"scheme.na.unused", "        na: true   ", "        na: false", `"full"`},
		{"scheme.never", `skip_when: 'auth == 0'`, `skip_when: 'kind("department") || kind("subdistrict")'`, `id: "A2"`},
		{"scheme.parent.uncovered", "parent_indicators:", "parent_indicators:\n  - {\"no\": 3, zh: \"其他\", en: \"Other\"}\n#", `3, zh: "其他"`},
		{"scheme.unused", "  - {id: \"item\"", "  - {id: \"case\", zh: \"例\", en: \"case\"}\n  - {id: \"item\"", `"case"`},
		{"scheme.na.forbidden", `na_policy: "full"`, `na_policy: "forbidden"`, `true`},
		{"scheme.indicator.methods", "        methods: [\"check\"]\n        materials: [\"roster\"]", "        materials: [\"roster\"]", `id: "A2"`},
		{"scheme.indicator.parent", "        full: 4\n        city_no: 1\n", "        full: 4\n", `id: "A2"`},
		{"scheme.unused", `|| free == 0`, ``, `"free"`},
		{"scheme.group.given", `rules: ["A1.1", "A1.3"]`, `rules: ["A1.1", "A1.3", "B1.1"]`, `"B1.1"`},
		{"scheme.group.within", "exclusive_groups:", "exclusive_groups:\n  - {id: \"X2\", rules: [\"A1.3\", \"A1.1\"], zh: \"甲\", en: \"a\"}\n#", ``},
		{"scheme.grades.unreachable", "min: 16, src", "min: 23, src", "23"},
		{"scheme.key_grade.best", `key_failure_grade: "fail"`, `key_failure_grade: "good"`, `"good"`},
		{"scheme.limit.best", `at_most: "pass"`, `at_most: "good"`, `"good"`},
		{"scheme.bonus.cut", "total_cap: 22", "total_cap: 21", `2 `},
		{"scheme.bonus.none", "bonus_cap_total: 2", "bonus_cap_total: 0", `0`},
		{"scheme.name.twice", `zh: "编外用人"`, `zh: "编制数和人数相符"`, `"编制数和人数相符"`},
		{"scheme.state.unreachable", `next: ["closed", "overdue"]`, `next: ["closed"]`, `"overdue"`},
		{"scheme.cond.always", `skip_when: 'auth == 0'`, `skip_when: 'auth >= 0'`, ``},
		{"scheme.form.needed", `form: "papers"`, `form: "notes"`, ``},
	} {
		c.says(t, uncounted, SeverityWarning)
	}
}

// Every scheme we ship is clean, and its proof is the engine's own: for each kind of unit a sheet that gets full marks
// and one that comes to 0.
func TestOurSchemesAreClean(t *testing.T) {
	for name, src := range authored() {
		if name == "tiny" {
			continue
		}
		for _, p := range Lint(src) {
			t.Errorf("%s: %s %s@%d:%d%v", name, p.Severity, p.Code, p.Line, p.Col, p.Args)
		}
		s, err := LoadScheme(src)
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range s.Kinds {
			least, most := s.Reach(k.ID)
			wantAmount(t, name+" "+k.ID+" most", most, s.Total.String())
			wantAmount(t, name+" "+k.ID+" least", least, "0.00")
		}
	}
}

// A kind of unit for which nothing has marks is reported, and has no lowest and highest score.
func TestReachOfNothing(t *testing.T) {
	src := strings.Replace(tinyScheme, "performance_weight: 50}", "performance_weight: 50}, {id: l, zh: 乙, en: l, performance_weight: 50}", 1)
	src = strings.Replace(src, "full: 10,", "full: 10, applies_to: [k],", 1)
	if p := Lint([]byte(src)); !slices.ContainsFunc(p, func(p Problem) bool { return p.Code == "scheme.kind.nothing" }) {
		t.Error(p)
	}
	s, err := LoadScheme([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	if least, most := s.Reach("l"); least.Known || most.Known {
		t.Errorf("between %v and %v", least, most)
	}
	least, most := s.Reach("k")
	wantAmount(t, "most", most, "10.00")
	wantAmount(t, "least", least, "5.00") // the only rule is capped at 5
}

func TestNear(t *testing.T) {
	for _, c := range []struct{ old, new, near string }{
		{`suggest: "over"`, `suggest: "ovre"`, "over"},
		{`suggest: "over"`, `suggest: "Over"`, "over"},
		{`suggest: "over"`, `suggest: "payroll"`, ""},
		{`rules: ["A1.1", "A1.3"]`, `rules: ["A1.1", "A1.9"]`, ""},
		{`  total_points: 20`, `  totl_points: 20`, "total_points"},
		{`mode: "fixed"`, `mode: "fixd"`, "fixed"},
		{`source: "supervision"`, `source: "look"`, "supervision"},
	} {
		problems := Lint([]byte(strings.Replace(string(schemes.New), c.old, c.new, 1)))
		if !slices.ContainsFunc(problems, func(p Problem) bool { return p.Near == c.near }) || c.near == "" && problems[0].Near != "" {
			t.Errorf("%s: %+v, want %q", c.new, problems, c.near)
		}
	}
}

func TestAllProblemsAreListedInOrder(t *testing.T) {
	src := edited(t, "weight: 13", "weight: 14", `suggest: "over_staff"`, `suggest: "over_stuff"`,
		`zh: "未加盖公章", en: "Not sealed"`, `zh: "未加盖公章"`, `level: "red", when: 'over_staff`, `level: "pink", when: 'over_staff`)
	var codes []string
	problems := Lint([]byte(src))
	for i, p := range problems {
		codes = append(codes, p.Code)
		if i > 0 && p.Line < problems[i-1].Line {
			t.Errorf("%v comes after line %d", p, problems[i-1].Line)
		}
	}
	want := "scheme.sum.categories scheme.translation scheme.ref scheme.choice"
	if got := strings.Join(codes, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	for _, p := range problemsOf(t, src) {
		if p.Severity != SeverityError {
			t.Errorf("%s stops the scheme", p.Code)
		}
	}
}
