package checklist

import (
	"bytes"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

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

func TestNoSchemeAtAll(t *testing.T) {
	for src, code := range map[string]string{
		"": "scheme.empty", " \n\t": "scheme.empty", "# only a comment\n": "scheme.empty", "null": "scheme.root", "[]": "scheme.root",
		"a scheme": "scheme.root", "{": "scheme.syntax", "{}": "scheme.key.missing", "\xff\xfe{\x00}\x00": "scheme.encoding",
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
scoring: {score_unit: 0.01, indicator_floor: 0, indicator_ceiling: full_marks, total_by: weights, na_policy: leave,
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

// loadsOrSaysWhy holds loader and linter against each other: a scheme loads exactly if Lint finds no error, the errors are
// the same, its canonical form means the same, and it can be scored for every kind of unit.
func loadsOrSaysWhy(t *testing.T, src []byte) {
	s, err := LoadScheme(src)
	if (s == nil) == (err == nil) {
		t.Fatal("neither a scheme nor an error, or both")
	}
	var errs []Problem
	for _, p := range Lint(src) {
		if p.Severity == SeverityError {
			errs = append(errs, p)
		}
	}
	if err != nil {
		var f *Faults
		if !errors.As(err, &f) || len(f.Problems) == 0 || !reflect.DeepEqual(f.Problems, errs) {
			t.Fatalf("loading says %v, the linter %v", err, errs)
		}
		return
	}
	if len(errs) > 0 {
		t.Fatalf("it loads in spite of %v", errs)
	}
	again, err := LoadScheme(s.Canonical())
	if err != nil || again.Hash != s.Hash || !bytes.Equal(again.Canonical(), s.Canonical()) {
		t.Fatalf("the canonical form means something else: %v", err)
	}
	for _, k := range s.Kinds {
		Score(s, Input{Kind: k.ID, Sheet: sheetOf(s, k.ID)})
		s.Reach(k.ID)
	}
}

func TestBrokenSchemes(t *testing.T) {
	lines := strings.Split(string(schemes.New), "\n")
	breaks := []func(string) string{
		func(string) string { return "" },
		func(l string) string { return l + "\n" + l },
		func(l string) string { return strings.Replace(l, ": ", ": [1, {a: 十}], ", 1) },
		func(l string) string { return strings.NewReplacer("1", "-7", "5", "0.555", "8", "0").Replace(l) },
		func(l string) string { return strings.Replace(l, ":", "：", 1) },
		func(l string) string { return strings.Replace(l, "  ", "", 1) },
		func(l string) string { return strings.ReplaceAll(l, `"`, "") },
	}
	for i := range lines {
		spoiled := slices.Clone(lines)
		spoiled[i] = breaks[i%len(breaks)](lines[i])
		loadsOrSaysWhy(t, []byte(strings.Join(spoiled, "\n")))
	}
	for _, s := range schemes.All() {
		loadsOrSaysWhy(t, s.Source)
		loadsOrSaysWhy(t, s.Source[:len(s.Source)/2])
	}
}

func FuzzLoadScheme(f *testing.F) {
	f.Add([]byte(tinyScheme)) // not the large ones (TestBrokenSchemes has them): minimising 60 kB takes all the fuzzer's time
	for _, edit := range [][2]string{{"weights", "rescaled"}, {"leave", "zero"}, {"full: 10", "full: 0, key: true"}, {"mode: per", "mode: given"},
		{"weight: 10", "weight: 9"}, {"unit: u, points: 1, max: 5", "unit: v, points: 0.005, max: -1"}, {"rules:", "skip_when: 'n > 1', rules:"}} {
		f.Add([]byte(strings.Replace(tinyScheme, edit[0], edit[1], 1)))
	}
	for _, s := range []string{"", "schema_version: 9", "categories:\n- id: A\n  indicators:\n  - rules: [{id: r, mode: range}]",
		"a: |\n  b\n", "? a\n: b", "{\"a\": [1, {\"b\": null}]}", "scheme: [", "a: &a [*a]", "x：1", "grades: {}\nwarnings: [1]"} {
		f.Add([]byte(s))
	}
	f.Fuzz(loadsOrSaysWhy)
}
