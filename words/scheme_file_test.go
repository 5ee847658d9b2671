package words

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	schemeCode = regexp.MustCompile(`"(scheme\.[a-z_.]+)"`)
	schemeNoun = regexp.MustCompile(`Noun\("([a-z_.]+)"\)|unique\(v, [\w.]+, "([a-z]+)"|unused\([^"]*"([a-z]+)"|v\.refs?\([^"]*"([a-z]+)"|see\(l, "([a-z]+)"`)
	listedCode = regexp.MustCompile("(?m)^\\| `(scheme\\.[a-z_.]+)` \\|")
)

// Every code of the linter has a sentence, advice and a line in docs/formats.md; every word a problem takes is known.
func TestSchemeCodesAreComplete(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join("..", "docs", "formats.md"))
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, m := range listedCode.FindAllStringSubmatch(string(doc), -1) {
		listed[m[1]] = true
	}
	var files []string
	for _, part := range []string{"load", "read", "validate", "source", "lint", "cond"} {
		some, err := filepath.Glob(filepath.Join("..", "checklist", part+"*.go"))
		if err != nil || len(some) == 0 {
			t.Fatal(part, err)
		}
		files = append(files, some...)
	}
	codes, nouns := map[string]bool{}, map[string]bool{}
	for _, path := range files {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		for _, m := range schemeCode.FindAllStringSubmatch(string(src), -1) {
			codes[m[1]] = true
		}
		for _, m := range schemeNoun.FindAllStringSubmatch(string(src), -1) {
			nouns[strings.Join(m[1:], "")] = true
		}
	}
	delete(codes, "scheme.problems") // of the whole, not of a place
	if len(codes) < 60 || len(nouns) < 15 {
		t.Fatalf("only %d codes and %d words found: the test looks at the wrong thing", len(codes), len(nouns))
	}
	for code := range codes {
		if !Known(code) {
			t.Errorf("%s has no sentence", code)
		}
		// What is wrong inside a condition says itself what to do.
		if !Known(code+".do") && !strings.HasPrefix(code, "scheme.cond.") {
			t.Errorf("%s has no advice", code)
		}
		if !listed[code] {
			t.Errorf("docs/formats.md does not list %s", code)
		}
	}
	for code := range listed {
		if !codes[code] {
			t.Errorf("docs/formats.md lists %s, which nothing reports", code)
		}
	}
	for noun := range nouns {
		if !Known("noun." + noun) {
			t.Errorf("there is no word for %s", noun)
		}
	}
}

func TestAdvice(t *testing.T) {
	for _, c := range []struct {
		code, near string
		args       []any
		want       string
	}{
		{"scheme.ref", "over_staff", []any{"figure", "over_stuff"}, "Did you mean over_staff?"},
		{"scheme.encoding", "", nil, "Save it as UTF-8."},
		{"scheme.rule.cut", "", []any{"A1.1", "7.50", "1.00"}, "Make the cap a multiple of 1.00."},
		{"scheme.no_such_code", "", nil, ""},
	} {
		if got := Advice(EN, c.code, c.near, c.args...); got != c.want {
			t.Errorf("%s: %q, want %q", c.code, got, c.want)
		}
	}
}
