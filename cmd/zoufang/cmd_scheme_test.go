package main

import (
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"zoufang/checklist"
	"zoufang/checklist/schemes"
	"zoufang/words"
)

// The mark begins in the cell of the terminal in which the place begins, whatever stands before it.
func TestExcerpt(t *testing.T) {
	long := strings.Repeat("很长的一行", 30)
	for _, c := range []struct{ line, at, word string }{
		{`  total_points: 100`, "100", "100"},
		{`  - {id: "A1", zh: "指标", en: "x"}`, `"x"`, `"x"`},
		{`  - {id: "A1", zh: "指标", en: "x"}`, `"指标"`, `"指标"`},
		{"\tzh: \"甲\" # \tx", "#", "#"},
		{"\t\tzh：x", "：", "："},
		{"e\u0301\u0301: 家👨‍👩‍👧 b", "b", "b"},
		{"a\x1b[31m: b", "b", "b"},
		{long + ` max: 7.5, ` + long, "7.5", "7.5"},
		{long + ` max: 7.5`, "7.5", "7.5"},
		{`max: "` + long + `", x`, `"很`, ""},
		{`when: 'a > b'`, "'a > b'", "'a > b'"},
		{`when: "a \" > b" x`, `"a`, `"a \" > b"`},
	} {
		col := 1 + len([]rune(c.line[:strings.Index(c.line, c.at)]))
		text, mark := excerpt(c.line, col)
		if uniseg.StringWidth(text) > excerptCells+2*len(excerptCut) || strings.ContainsAny(text, "\t\x1b") {
			t.Errorf("%q: shown as %q", c.line, text)
		}
		lead := len(mark) - len(strings.TrimLeft(mark, " "))
		i := strings.LastIndex(text, c.at[:1])
		for i > 0 && uniseg.StringWidth(text[:i]) > lead {
			i = strings.LastIndex(text[:i], c.at[:1])
		}
		if i < 0 || uniseg.StringWidth(text[:i]) != lead || !strings.HasPrefix(text[i:], c.word) {
			t.Errorf("%q at %q:\n%s\n%s", c.line, c.at, text, mark)
		}
		if c.word != "" && len(mark)-lead != uniseg.StringWidth(c.word) {
			t.Errorf("%q: %d cells are marked under %q", c.line, len(mark)-lead, c.word)
		}
	}
	for _, col := range []int{0, 1, 2, 99} { // places behind the end, and none
		if _, mark := excerpt("x", col); !strings.HasSuffix(mark, "^") {
			t.Errorf("column %d: %q", col, mark)
		}
	}
}

// TestProblemsHaveSentences breaks the new scheme, which has every key, line by line and renders what the linter says.
func TestProblemsHaveSentences(t *testing.T) {
	lines := strings.Split(string(schemes.New), "\n")
	breaks := []func(string) string{
		func(string) string { return "" },
		func(l string) string { return l + "\n" + l },
		func(l string) string { return strings.Replace(l, ": ", ": 十分之", 1) },
		func(l string) string { return strings.NewReplacer("1", "-7", "5", "0.555", "8", "0").Replace(l) },
		func(l string) string { return strings.ReplaceAll(l, "A1", "Z9") },
		func(l string) string { return strings.ReplaceAll(l, "e", "ee") },
	}
	codes := map[string]bool{}
	for i := range lines {
		spoiled := append([]string{}, lines...)
		spoiled[i] = breaks[i%len(breaks)](lines[i])
		for _, p := range checklist.Lint([]byte(strings.Join(spoiled, "\n"))) {
			codes[p.Code] = true
			fits(t, p.Code, p.Args)
			for _, lang := range []words.Lang{words.ZH, words.EN} {
				if advice := words.Advice(lang, p.Code, p.Near, p.Args...); strings.Contains(advice, "%!") {
					t.Errorf("%s: %s", p.Code, advice)
				}
			}
		}
	}
	if len(codes) < 20 {
		t.Errorf("only %d kinds of problem: %v", len(codes), codes)
	}
}
