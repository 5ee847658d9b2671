package checklist

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"zoufang/checklist/schemes"
)

func problemsOf(t testing.TB, src string) []Problem {
	t.Helper()
	s, err := LoadScheme([]byte(src))
	var f *Faults
	if s != nil || !errors.As(err, &f) || len(f.Problems) == 0 || err.Error() == "" {
		t.Fatalf("loaded %v, error %v, from %.60q", s != nil, err, src)
	}
	return f.Problems
}

func TestDefaultScheme(t *testing.T) {
	s := DefaultScheme()
	inds, rules := 0, 0
	for _, c := range s.Categories {
		inds += len(c.Indicators)
		for _, ind := range c.Indicators {
			rules += len(ind.Rules)
		}
	}
	for _, c := range []struct {
		what      string
		got, want int
	}{
		{"categories", len(s.Categories), 5}, {"indicators", inds, 30}, {"rules", rules, 89}, {"parents", len(s.Parents), 25},
		{"materials", len(s.Materials), 23}, {"figures", len(s.Reconciliation.Figures), 26}, {"derived", len(s.Reconciliation.Derived), 16},
		{"warnings", len(s.Warnings), 20}, {"groups", len(s.Groups), 10}, {"bonuses", len(s.Bonuses), 4}, {"units", len(s.Units), 12},
		{"slip states", len(s.Slips.States), 10}, {"department", len(s.Indicators("department")), 30}, {"sub-district", len(s.Indicators("subdistrict")), 29},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d, want %d", c.what, c.got, c.want)
		}
	}
	if e, _ := s.Category("E"); e.Weight != 5000 {
		t.Errorf("E weighs %v", e.Weight)
	}
	if m, _ := s.Material("annual_registration"); m.AliasZH == "" {
		t.Error("the other name of a paper is lost")
	}
	r, ind, _ := s.Rule("B1.4")
	if ind.ID != "B1" || r.Unit() != (Text{ZH: "件", EN: "case"}) {
		t.Errorf("B1.4 of %s counts %v", ind.ID, r.Unit())
	}
	if r, _, _ := s.Rule("E4.1"); r.Unit().In("zh") != "例" || r.Unit().In("en") != "case" {
		t.Errorf("E4.1 counts %v", r.Unit())
	}
	if g := s.GroupsOf("E3.1"); len(g) != 4 {
		t.Errorf("E3.1 is in %d groups", len(g))
	}
}

// The hash follows the meaning and nothing else.
func TestHashIsOfTheMeaning(t *testing.T) {
	s := DefaultScheme()
	same := map[string]string{
		"a comment":          edited(t, "schema_version: 1", "# more\nschema_version: 1   # here"),
		"zeros":              edited(t, "total_points: 100", "total_points: 100.00"),
		"what says nothing":  edited(t, `decided_by: ""`, ``),
		"said, though false": edited(t, "        city_no: 1\n", "        city_no: 1\n        na: false\n"),
		"keys turned round":  edited(t, `{id: "person", zh: "人", en: "person"}`, `{en: "person", zh: "人", id: "person"}`),
		"line ends":          strings.ReplaceAll(string(schemes.Default), "\n", "\r\n"),
		"byte order mark":    "\xef\xbb\xbf" + string(schemes.Default),
		"canonical":          string(s.Canonical()),
	}
	for name, src := range same {
		got, err := LoadScheme([]byte(src))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if got.Hash != s.Hash {
			t.Errorf("%s changed the hash", name)
		}
	}
	for name, src := range map[string]string{
		"a mark":       edited(t, `points: 0.2, max: 1.0, suggest`, `points: 0.25, max: 1.0, suggest`),
		"a name":       edited(t, `zh: "未加盖公章"`, `zh: "没有公章"`),
		"an order":     edited(t, `methods: ["check", "interview"]`, `methods: ["interview", "check"]`),
		"a permission": edited(t, "        city_no: 1\n", "        city_no: 1\n        na: true\n"),
	} {
		got, err := LoadScheme([]byte(src))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if got.Hash == s.Hash {
			t.Errorf("%s did not change the hash", name)
		}
	}
}

// Each mistake is named by its code at its line and column: the place of marker in the edited text.
func TestSchemeProblems(t *testing.T) {
	const rule = `{id: "A1.1", mode: "fixed", points: 1.0, zh: "未召开会议专题研究部署", en: "No meeting held to put the rules into effect"}`
	for _, c := range []struct {
		code     string
		old, new string // the edit
		marker   string // where the problem must be; "" for anywhere
	}{
		{"scheme.newer", "schema_version: 1", "schema_version: 2", "2"},
		{"scheme.choice", "schema_version: 1", "schema_version: 0", "0"},
		{"scheme.key.unknown", "total_points: 100", "total_points: 100\n  colour: red", "colour"},
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
		{"scheme.id.twice", `id: "A2.2"`, `id: "A2.1"`, `"A2.1", mode: "per", unit: "duty", points: 0.5`},
		{"scheme.id.twice", `- id: "A2"`, `- id: "A1"`, ``},
		{"scheme.id.twice", `{id: "briefing"`, `{id: "self_report"`, ``},
		{"scheme.sum.categories", "weight: 13", "weight: 14", ""},
		{"scheme.sum.indicators", "full: 8", "full: 7", ""},
		{"scheme.count", "indicator_count: 30", "indicator_count: 31", "31"},
		{"scheme.count", "city_indicator_count: 25", "city_indicator_count: 24", "24"},
		{"scheme.ref", `materials: ["self_report", "sanding", "duty_split", "minutes"]`, `materials: ["self_report", "nothing"]`, `"nothing"`},
		{"scheme.ref", `suggest: "over_staff"`, `suggest: "over_stuff"`, `"over_stuff"`},
		{"scheme.ref", `{id: "X1", rules: ["D1.1", "E3.1"]`, `{id: "X1", rules: ["D1.1", "E3.9"]`, `"E3.9"`},
		{"scheme.ref", `at_most: "good"`, `at_most: "best"`, `"best"`},
		{"scheme.ref", `when_rule_hit: "E8.2"`, `when_rule_hit: "E8.9"`, `"E8.9"`},
		{"scheme.ref", `metric: "over_leaders"`, `metric: "over_all"`, `"over_all"`},
		{"scheme.ref", `metric: "rule_hit:E8.1"`, `metric: "rule_hit:E8.9"`, `"rule_hit:E8.9"`},
		{"scheme.ref", `metric: "category_score:E"`, `metric: "category_score:F"`, `"category_score:F"`},
		{"scheme.ref", `when_positive: "auth_admin"`, `when_positive: "auth_all"`, `"auth_all"`},
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
		{"scheme.translation", `zh: "未加盖公章", en: "Not sealed"`, `zh: "未加盖公章"`, ``},
		{"scheme.translation", `question_zh: "“三定”规定中哪一项职责目前最难落实，为什么？"`, `question_zh: ""`, `""`},
		{"scheme.choice", `mode: "zero", zh: "未报送自查报告"`, `mode: "nought", zh: "未报送自查报告"`, `"nought"`},
		{"scheme.choice", `na_policy: "renormalise_within_category"`, `na_policy: "count_as_full"`, `"count_as_full"`},
		{"scheme.choice", `level: "red", metric: "over_staff"`, `level: "pink", metric: "over_staff"`, `"pink"`},
		{"scheme.choice", `score_unit: 0.01`, `score_unit: 0.1`, `0.1`},
		{"scheme.least", "full: 8", "full: 0", "0"},
		{"scheme.least", rule, strings.Replace(rule, "1.0", "-1.0", 1), "-1.0"},
		{"scheme.most", "performance_weight: 50", "performance_weight: 150", "150"},
		{"scheme.grades.order", "min: 80.0", "min: 95.0", "95.0"},
		{"scheme.grades.rest", "min: 0.0", "min: 10.0", "10.0"},
		{"scheme.limit", `when_warning_open: "red", at_most`, `at_most`, ``},
		{"scheme.group", `{id: "X1", rules: ["D1.1", "E3.1"]`, `{id: "X1", rules: ["D1.1"]`, ``},
		{"scheme.source", `{id: "slips_overdue", source: "supervision"`, `{id: "slips_overdue", source: "look"`, `"look", en: "Slips`},
		{"scheme.formula.empty", `{id: "free_admin", plus: ["auth_admin"], minus: ["act_admin"]`, `{id: "free_admin", plus: [], minus: []`, ``},
		{"scheme.alias", `total_points: 100`, `total_points: &x 100`, ``},
		{"scheme.alias", `decided_by: ""`, `decided_by: !!str ""`, ``},
		{"scheme.documents", "unit_kinds:", "---\nunit_kinds:", ``},
		{"scheme.full_width", `total_points: 100`, `total_points： 100`, `： 100`},
		{"scheme.full_width", `decided_by: ""`, `decided_by: “委员会: 一`, ``},
		{"scheme.syntax", `total_points: 100`, `total_points: [100`, ``},
		{"scheme.control", `zh: "未加盖公章"`, "zh: \"未加\x01盖公章\"", "\x01"},
		{"scheme.control", `zh: "未加盖公章"`, `zh: "未加\u0000盖公章"`, ""},
		{"scheme.encoding", `zh: "未加盖公章"`, "zh: \"\xce\xb4\"\xff", "\xff"},
	} {
		src := edited(t, c.old, c.new)
		found := false
		var places []string
		for _, p := range problemsOf(t, src) {
			places = append(places, fmt.Sprintf("%s@%d:%d%v", p.Code, p.Line, p.Col, p.Args))
			found = found || p.Code == c.code && (c.marker == "" || placeIs(src, p, c.marker))
		}
		if !found {
			t.Errorf("%s %q: want it at %q, have %s", c.code, c.new, c.marker, places)
		}
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

func TestAllProblemsAreListedInOrder(t *testing.T) {
	ps := problemsOf(t, edited(t, "weight: 13", "weight: 14", `suggest: "over_staff"`, `suggest: "over_stuff"`,
		`zh: "未加盖公章", en: "Not sealed"`, `zh: "未加盖公章"`, `level: "red", metric: "over_staff"`, `level: "pink", metric: "over_staff"`))
	var codes []string
	for i, p := range ps {
		codes = append(codes, p.Code)
		if i > 0 && p.Line < ps[i-1].Line {
			t.Errorf("%v comes after line %d", p, ps[i-1].Line)
		}
	}
	want := "scheme.sum.categories scheme.sum.indicators scheme.translation scheme.ref scheme.choice"
	if got := strings.Join(codes, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestNoSchemeAtAll(t *testing.T) {
	for src, code := range map[string]string{
		"": "scheme.empty", " \n\t": "scheme.empty", "# only a comment\n": "scheme.empty", "null": "scheme.type", "[]": "scheme.type",
		"a scheme": "scheme.type", "{": "scheme.syntax", "{}": "scheme.key.missing", "\xff\xfe{\x00}\x00": "scheme.encoding",
		"\xbb\xfa\xb9\xb9: 1": "scheme.encoding", "a: *b": "scheme.alias", "\x00": "scheme.control",
		strings.Repeat("[", 500):                                            "scheme.deep",
		strings.Repeat("a: b\n", 1000):                                      "scheme.too_many",
		"a: {" + strings.Repeat("b: c, ", 1000) + "}":                       "scheme.too_many",
		strings.Repeat("- ", 500):                                           "scheme.deep",
		strings.Repeat("{a: ", 500):                                         "scheme.deep",
		strings.Repeat(" ", maxSource) + "x":                                "scheme.too_big",
		`{"a":` + strings.Repeat("[", 200) + strings.Repeat("]", 200) + "}": "scheme.deep",
	} {
		if ps := problemsOf(t, src); ps[0].Code != code {
			t.Errorf("%.20q: %v, want %s", src, ps[0], code)
		}
	}
}

// tinyScheme is the least that loads.
const tinyScheme = `schema_version: 1
scheme: {id: t, version: "1", name_zh: 甲, name_en: t, total_points: 10}
scoring: {score_unit: 0.01, indicator_floor: 0, indicator_ceiling: full_marks, na_policy: renormalise_within_category,
  na_whole_category: spread_over_other_categories_pro_rata, unscored_policy: blocks_finalisation, bonus_cap_total: 1,
  total_cap: 11, grade_on: total, performance_cap: 10, rounding: half_up_2dp_final_only, double_count: one_fact_one_rule_heaviest_wins}
unit_kinds: [{id: k, zh: 甲, en: k, performance_weight: 50}]
grades: [{id: all, zh: 全, en: all, min: 0}]
methods: [{id: look, order: 1, zh: 看, en: look}]
materials: [{id: m, zh: 材, en: m}]
reconciliation: {columns: [{id: verified, zh: 核, en: v}], fields: [{id: n, zh: 数, en: n}]}
count_units: [{id: u, zh: 个, en: u}]
categories:
- {id: A, zh: 甲, en: A, weight: 10, indicators: [{id: A1, zh: 甲, en: A, full: 10, rules: [
    {id: A1.1, mode: per, unit: u, points: 1, max: 5, zh: 每个, en: each}]}]}
`

func TestTinySchemeLoads(t *testing.T) {
	s, err := LoadScheme([]byte(tinyScheme))
	if err != nil {
		t.Fatal(err)
	}
	sh := sheetOf(s, "k")
	sh.find(s, "A1.1", 2)
	wantAmount(t, "total", Score(s, Input{Kind: "k", Sheet: sh}).Total, "8.00")
}

func FuzzLoadScheme(f *testing.F) {
	f.Add([]byte(tinyScheme)) // not the default one: minimising 60 kB takes all the fuzzer's time
	for _, s := range []string{"", "schema_version: 9", "categories:\n- id: A\n  indicators:\n  - rules: [{id: r, mode: range}]",
		"a: |\n  b\n", "? a\n: b", "{\"a\": [1, {\"b\": null}]}", "scheme: [", "a: &a [*a]", "x：1", "grades: {}\nwarnings: [1]"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		s, err := LoadScheme(src)
		if (s == nil) == (err == nil) {
			t.Fatal("neither a scheme nor an error, or both")
		}
		if err != nil {
			var f *Faults
			if !errors.As(err, &f) || len(f.Problems) == 0 {
				t.Fatalf("error without problems: %v", err)
			}
			return
		}
		again, err := LoadScheme(s.Canonical())
		if err != nil || again.Hash != s.Hash || !bytes.Equal(again.Canonical(), s.Canonical()) {
			t.Fatalf("the canonical form means something else: %v", err)
		}
		Score(s, Input{Kind: s.Kinds[0].ID, Sheet: sheetOf(s, s.Kinds[0].ID)})
	})
}
