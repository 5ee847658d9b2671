package checklist

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"zoufang/checklist/schemes"
)

// plainValue is a value of a source as a JSON decoder would give it.
func plainValue(n *node) any {
	switch n.kind {
	case nodeText:
		return n.text
	case nodeNumber:
		return json.Number(n.text)
	case nodeBool:
		return strings.EqualFold(n.text, "true")
	case nodeList:
		out := []any{}
		for _, v := range n.items {
			out = append(out, plainValue(v))
		}
		return out
	case nodeMap:
		out := map[string]any{}
		for i, k := range n.keys {
			out[k.text] = plainValue(n.items[i])
		}
		return out
	}
	return nil
}

func schemaOf(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schemes.Schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("scheme.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("scheme.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func parsed(t *testing.T, src []byte) any {
	t.Helper()
	p := &problems{}
	root := parseSource(src, p)
	if root == nil {
		t.Fatal(p.list)
	}
	return plainValue(root)
}

func authored() map[string][]byte {
	out := map[string][]byte{"new": schemes.New, "tiny": []byte(tinyScheme)}
	for _, s := range schemes.All() {
		out[s.Name] = s.Source
	}
	return out
}

func TestSchemaTakesEverySchemeWeShip(t *testing.T) {
	schema := schemaOf(t)
	for name, src := range authored() {
		if err := schema.Validate(parsed(t, src)); err != nil {
			t.Errorf("%s: %#v", name, err)
		}
		s, err := LoadScheme(src)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := schema.Validate(parsed(t, s.Canonical())); err != nil {
			t.Errorf("%s, canonical: %#v", name, err)
		}
	}
}

// What the schema refuses, the loader refuses too.
func TestSchemaRefuses(t *testing.T) {
	schema := schemaOf(t)
	for _, c := range [][2]string{
		{"schema_version: 1", "schema_version: 2"},
		{"schema_version: 1", "schema_version: \"1\""},
		{"total_points: 20", "total_points: 20\n  colour: red"},
		{"  total_points: 20", ""},
		{"total_points: 20", "total_points: \"20\""},
		{"total_points: 20", "total_points: -20"},
		{"indicator_count: 4", "indicator_count: 4.5"},
		{`id: "my-scheme"`, `id: "1 scheme"`},
		{`total_by: "weights"`, `total_by: "sums"`},
		{`na_policy: "leave"`, `na_policy: "renormalise_within_category"`},
		{`rounding: "half_up_2dp_final_only"`, `rounding: "down"`},
		{`performance_weight: 50`, `performance_weight: 150`},
		{`form: "report"`, `form: "walk"`},
		{`- id: "look"`, `- id: "smell"`},
		{`field: "sealed"`, `field: "stamped"`},
		{`methods: ["look", "check", "interview"]`, `methods: ["look", "look"]`},
		{`methods: ["look", "check", "interview"]`, `methods: "look"`},
		{`mode: "fixed", points: 0.5`, `mode: "fixed", points: 0.5, max: 2`},
		{`mode: "fixed", points: 0.5`, `mode: "fixed"`},
		{`mode: "given", step: 0.5`, `mode: "given", points: 0.5`},
		{`mode: "range", min: 0.5`, `mode: "range"`},
		{`mode: "per", unit: "person"`, `mode: "per"`},
		{`zh: "未加盖公章", en: "Not sealed"`, `note: "未加盖公章"`},
		{`level: "red"`, `level: "pink"`},
		{`factor: 0.5`, `factor: 1.5`},
		{`key: true, zh`, `key: 1, zh`},
		{`id: "declared"`, `id: "guessed"`},
		{`rules: ["A1.1", "A1.3"]`, `rules: ["A1.1"]`},
		{`rules: ["A1.1", "A1.3"]`, `rules: ["A1.1", "A1.1"]`},
	} {
		if !strings.Contains(string(schemes.New), c[0]) {
			t.Fatalf("the new scheme has no %q", c[0])
		}
		src := []byte(strings.Replace(string(schemes.New), c[0], c[1], 1))
		if schema.Validate(parsed(t, src)) == nil {
			t.Errorf("the schema takes %q", c[1])
		}
		if _, err := LoadScheme(src); err == nil {
			t.Errorf("the loader takes %q", c[1])
		}
	}
}

// The schema knows exactly the keys the loader asks for, and which of them are required. The new scheme shows every key,
// so reading it asks for all of them.
func TestSchemaHasTheKeysOfTheLoader(t *testing.T) {
	asked := map[string]bool{} // and whether always required
	r := newReader()
	r.see = func(path string, required bool) {
		always, before := asked[path]
		asked[path] = required && (always || !before)
	}
	p := &problems{}
	root := parseSource(schemes.New, p)
	top := r.object(root, "")
	var version int
	top.whole("schema_version", &version, true)
	readScheme(top, &Scheme{})
	if r.failed() {
		t.Fatal(r.list)
	}
	var doc map[string]any
	if err := json.Unmarshal(schemes.Schema, &doc); err != nil {
		t.Fatal(err)
	}
	declared := map[string]bool{}
	schemaKeys(doc, doc, "", declared)
	for _, path := range slices.Sorted(maps.Keys(asked)) {
		required, known := declared[path]
		switch {
		case !known:
			t.Errorf("the schema does not know %s", path)
		case strings.HasPrefix(path, "categories.indicators.rules."): // what a rule requires depends on its mode
		case required != asked[path]:
			t.Errorf("%s: required is %v in the schema, %v in the loader", path, required, asked[path])
		}
	}
	for path := range declared {
		if _, ok := asked[path]; !ok {
			t.Errorf("the loader never asks for %s", path)
		}
	}
	written := map[string]bool{}
	nodeKeys(root, "", written)
	for path := range asked {
		if !written[path] {
			t.Errorf("the new scheme does not show %s", path)
		}
	}
}

// schemaKeys collects the properties of a schema by their paths, and whether each is required.
func schemaKeys(doc, s map[string]any, path string, out map[string]bool) {
	if ref, ok := s["$ref"].(string); ok {
		s = doc["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	}
	if items, ok := s["items"].(map[string]any); ok {
		schemaKeys(doc, items, path, out)
	}
	required, _ := s["required"].([]any)
	props, _ := s["properties"].(map[string]any)
	for key, sub := range props {
		out[path+key] = slices.Contains(required, any(key))
		schemaKeys(doc, sub.(map[string]any), path+key+".", out)
	}
}

func nodeKeys(n *node, path string, out map[string]bool) {
	for i, v := range n.items {
		at := path
		if n.kind == nodeMap {
			out[path+n.keys[i].text] = true
			at = path + n.keys[i].text + "."
		}
		nodeKeys(v, at, out)
	}
}
