package checklist

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	numberValue = regexp.MustCompile(`[a-z_]+"?: -?[0-9.]+`)
	textValue   = regexp.MustCompile(`[a-z_]+: "[^"]*"`)
	flagValue   = regexp.MustCompile(`[a-z_]+: (true|false)`)
)

// One cause, one problem: whichever single value of the new scheme cannot be read, that alone is said, at its place.
func TestOneCauseOneProblem(t *testing.T) {
	for _, c := range []struct {
		values  *regexp.Regexp
		instead string
		codes   []string
	}{
		{numberValue, "[]", []string{"scheme.number", "scheme.whole"}},
		{numberValue, "0.0005", []string{"scheme.fine", "scheme.whole"}},
		{textValue, "[1]", []string{"scheme.type"}},
		{flagValue, "7", []string{"scheme.type"}},
	} {
		for _, at := range c.values.FindAllStringIndex(uncounted, -1) {
			line := uncounted[strings.LastIndexByte(uncounted[:at[0]], '\n')+1 : at[1]]
			if strings.Contains(line, "#") || strings.Contains(line, "'") {
				continue // in a comment or a condition
			}
			value := at[0] + strings.Index(uncounted[at[0]:], ": ") + 2
			src := uncounted[:value] + c.instead + uncounted[at[1]:]
			problems := Lint([]byte(src))
			if len(problems) != 1 || !slices.Contains(c.codes, problems[0].Code) || !placeIs(src, problems[0], c.instead) {
				t.Errorf("%s %s: %+v", line, c.instead, problems)
			}
		}
	}
}
