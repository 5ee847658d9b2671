package report

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// judgedLines are two evaluators on D01, of whom the second is not done, one on D02, and a slip.
const judgedLines = `{"unit": "D01", "by": {"name": "周明远", "number": "101", "role": "leader", "team": "一组"}}
{"record": "listen", "set": {"started_at": "2026-03-09 09:00"}}
{"record": "material", "set": {"material": "roster", "status": "seen"}}
{"record": "self_score", "set": {"indicator": "E1", "points": "7.50", "note": "=HYPERLINK(\"http://x\")"}}
{"record": "finding", "set": {"rule": "E1.1", "count": 3, "facts": "=1+1 核定32名，实有35人。", "criterion": "+三定", "evidence": [{"kind": "paper", "material": "roster", "place": "-第2页"}]}}
{"nil_rest": "A"}
{"nil_rest": "B"}
{"nil_rest": "C"}
{"nil_rest": "D"}
{"nil_rest": "E"}
{"record": "sheet", "set": {"state": "closed"}}
{"unit": "D01", "by": {"name": "陈小雨", "number": "102", "role": "member", "team": "一组"}}
{"record": "finding", "set": {"rule": "E1.1", "count": 1, "facts": "陈小雨还没有提交的事实", "evidence": [{"kind": "paper", "material": "roster"}]}}
{"unit": "D02", "by": {"name": "周明远", "number": "101", "role": "leader", "team": "一组"}}
{"nil_rest": "A"}
{"nil_rest": "B"}
{"nil_rest": "C"}
{"nil_rest": "D"}
{"nil_rest": "E"}
{"record": "sheet", "set": {"state": "closed"}}
{"record": "slip", "set": {"unit": "D02", "slip_no": "2026-1", "found_on": "2026-02-01", "found_by": "周明远", "facts": "@SUM(A1) 逾期", "deadline": "2026-02-20", "state": "issued"}}
`

// judged is a sample book of three units, one of them named like a formula, as the leader sees it.
func judged(t testing.TB, more ...string) *store.Book {
	t.Helper()
	ctx, dir := context.Background(), t.TempDir()
	b, err := store.Create(ctx, filepath.Join(dir, "book.zf"), store.Options{Home: filepath.Join(dir, "home")},
		store.Setup{District: "青澜区", Year: "2026", Demo: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	if err := b.SetMe(ctx, checklist.Person{Name: "周明远", Number: "101", Role: checklist.RoleLeader, Team: "一组"}); err != nil {
		t.Fatal(err)
	}
	lines := []checklist.UnitLine{{Unit: checklist.Unit{Code: "D01", Name: "=cmd|' /C calc'!A0", Kind: "department"}},
		{Unit: checklist.Unit{Code: "D02", Name: "青澜区教育局", Kind: "department"}}, {Unit: checklist.Unit{Code: "S01", Name: "甲一街道", Kind: "subdistrict"}}}
	if _, err := b.SaveUnits(ctx, lines); err != nil {
		t.Fatal(err)
	}
	r, err := b.RecordLines(ctx, strings.NewReader(judgedLines+strings.Join(more, "\n")), store.RecordOptions{})
	if err != nil || len(r.Problems) > 0 {
		t.Fatal(err, r.Problems)
	}
	return b
}

func gather(t testing.TB, b *store.Book, lang words.Lang) *Results {
	t.Helper()
	r, err := Gather(context.Background(), b, lang, "2026-03-10 09:00")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func resultsSchema(t *testing.T) (*jsonschema.Schema, map[string]any) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "docs", "schema", "results.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("results.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("results.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s, doc.(map[string]any)
}

// What is written as JSON is what the published schema says, before and after everybody is done, in both languages.
func TestJSONFitsItsSchema(t *testing.T) {
	schema, _ := resultsSchema(t)
	empty := &Results{Format: ResultsFormat, Version: 1}
	for name, r := range map[string]*Results{"open": gather(t, judged(t), words.ZH), "done": gather(t, judged(t, allDone), words.EN)} {
		var out bytes.Buffer
		if err := JSON(&out, r); err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(&out)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	text, err := json.Marshal(empty)
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if schema.Validate(v) == nil {
		t.Error("the schema takes results without anything in them")
	}
}

// allDone is what is missing in judgedLines.
const allDone = `{"unit": "D01", "by": {"name": "陈小雨", "number": "102", "role": "member", "team": "一组"}}
{"nil_rest": "A"}
{"nil_rest": "B"}
{"nil_rest": "C"}
{"nil_rest": "D"}
{"nil_rest": "E"}
{"record": "sheet", "set": {"state": "closed"}}
`

// The schema names every key that is written and no other, and allows no more.
func TestSchemaIsComplete(t *testing.T) {
	_, doc := resultsSchema(t)
	defs := doc["$defs"].(map[string]any)
	for name, v := range map[string]any{"": Results{}, "scheme": ResultScheme{}, "indicator": ResultIndicator{}, "unit": ResultUnit{}, "evaluator": ResultEvaluator{},
		"category": ResultCategory{}, "mark": ResultMark{}, "finding": ResultFinding{}, "warning": ResultWarning{}, "slip": ResultSlip{},
		"agreement": ResultAgreement{}, "quality": ResultQuality{}, "team_takes": TeamTakes{}, "unused_rule": UnusedRule{}, "odd_unit": OddUnit{}} {
		part := doc
		if name != "" {
			part = defs[name].(map[string]any)
		}
		props, required := part["properties"].(map[string]any), part["required"].([]any)
		typ := reflect.TypeOf(v)
		if len(props) != typ.NumField() || len(required) != typ.NumField() || part["additionalProperties"] != false {
			t.Errorf("%q: %d keys described, %d required, %d written", name, len(props), len(required), typ.NumField())
		}
		for i := range typ.NumField() {
			if key := typ.Field(i).Tag.Get("json"); props[key] == nil {
				t.Errorf("%q does not describe %s", name, key)
			}
		}
	}
}

// Whoever may not see a sheet yet sees nothing of it in any file; afterwards each evaluator and what stands have a row.
func TestResultsKeepBlind(t *testing.T) {
	rows := func(r *Results) (own, other, stands int, all string) {
		var out bytes.Buffer
		if err := JSON(&out, r); err != nil {
			t.Fatal(err)
		}
		for _, m := range unitCalled(r, "D01").Marks {
			switch {
			case m.Stands:
				stands++
			case m.Evaluator == "陈小雨":
				own++
			default:
				other++
			}
		}
		return own, other, stands, out.String()
	}
	b := judged(t)
	if err := b.SetMe(context.Background(), checklist.Person{Name: "陈小雨", Number: "102", Role: checklist.RoleMember, Team: "一组"}); err != nil {
		t.Fatal(err)
	}
	r := gather(t, b, words.ZH)
	own, other, stands, text := rows(r)
	if own == 0 || other != 0 || stands != 0 || unitCalled(r, "D01").Hidden != 1 {
		t.Errorf("blind: own %d, other %d, stands %d, hidden %d", own, other, stands, unitCalled(r, "D01").Hidden)
	}
	if strings.Contains(text, "实有35人") {
		t.Error("another evaluator's finding is in the file")
	}
	done := gather(t, judged(t, allDone), words.ZH)
	if own, other, stands, text = rows(done); own == 0 || own != other || own != stands || !strings.Contains(text, "实有35人") {
		t.Errorf("open: own %d, other %d, stands %d", own, other, stands)
	}
}

func unitCalled(r *Results, code string) *ResultUnit {
	for i := range r.Units {
		if r.Units[i].Code == code {
			return &r.Units[i]
		}
	}
	return &ResultUnit{}
}

// The numbers of the files are those of the engine, and the order is that of the ranking.
func TestResultsAreTheScores(t *testing.T) {
	r := gather(t, judged(t, allDone), words.ZH)
	if len(r.Units) != 3 || r.Units[0].Code != "D02" || r.Units[0].Place != 1 || r.Units[0].Total.String() != "100.00" {
		t.Fatalf("%+v", r.Units[0])
	}
	if d := r.Units[1]; d.Code != "D01" || d.Place != 0 || d.Why == "" || d.WhyText == "" {
		t.Errorf("a unit with open differences: %s %d %q", d.Code, d.Place, d.Why)
	}
	if s := r.Units[2]; s.Code != "S01" || s.State != "none" || s.Total != nil || s.Why != "rank.unseen" {
		t.Errorf("a unit nobody visited: %+v", s)
	}
	if len(r.Slips) != 1 || !r.Slips[0].Overdue || len(r.Agreement) == 0 || r.Quality.Visits != 2 {
		t.Errorf("slips %+v, agreement %d, quality %d", r.Slips, len(r.Agreement), r.Quality.Visits)
	}
	again := *r
	if again.Made = "2026-04-01 08:00"; again.code("x") != r.code("x") {
		t.Error("the code depends on when it was made")
	}
	again.Units = append([]ResultUnit{}, r.Units...)
	if again.Units[0].Scored--; again.code("x") == r.code("x") {
		t.Error("other results have the same code")
	}
}

// The book confirms the code of its results and of its forms, also on a later day, and no longer once they changed.
func TestBookConfirmsFiles(t *testing.T) {
	b := judged(t, allDone)
	ctx := context.Background()
	units, err := b.Units(ctx)
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]string{}
	for _, name := range []string{"results", "self-score"} {
		kind, ok := KindNamed(name)
		if !ok {
			t.Fatal(name)
		}
		list, err := kind.Make(ctx, b, Ask{Lang: words.EN, Made: "2026-02-10 09:00", Unit: units[0].Unit})
		if err != nil {
			t.Fatal(err)
		}
		codes[name] = list[0].Stamp.Code
	}
	confirmed := func(name string) bool {
		list, err := Verify(ctx, b, codes[name], "2026-03-11 10:00")
		if err != nil || len(list) != 1 || list[0].Kind.Name != name {
			t.Fatal(name, list, err)
		}
		return list[0].Same
	}
	if !confirmed("results") || !confirmed("self-score") {
		t.Error("the book does not confirm what it made")
	}
	if r, err := b.RecordLines(ctx, strings.NewReader(`{"record": "slip", "set": {"unit": "D02", "slip_no": "2026-2", "facts": "x"}}`), store.RecordOptions{}); err != nil || len(r.Problems) > 0 {
		t.Fatal(err, r.Problems)
	}
	if confirmed("results") || !confirmed("self-score") {
		t.Error("a new slip changes the results, and not the form")
	}
}
