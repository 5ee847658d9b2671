package checklist

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// syntaxReasons are the complaints of the YAML library by a part of their text, as words of the catalogue: the library
// speaks English only, and of tokens.
var syntaxReasons = []struct{ part, reason string }{
	{"-quoted text", "syntax.quote"},
	{"tab character", "syntax.tab"}, {"'\t'", "syntax.tab"},
	{"escape", "syntax.escape"}, {"surrogate", "syntax.escape"}, {"UTF-", "syntax.escape"},
	{"]'", "syntax.bracket"}, {"}'", "syntax.bracket"}, {"['", "syntax.bracket"}, {"{'", "syntax.bracket"}, {"flow map", "syntax.bracket"}, {"sequence element", "syntax.bracket"},
	{"map", "syntax.shape"}, {"key", "syntax.shape"}, {"not allowed", "syntax.shape"}, {"indent", "syntax.shape"}, {"scalar value", "syntax.shape"},
}

// syntaxProblem reports what the library complains about in a word of ours, and nearer to the cause where that is known:
// at the tab instead of the word behind it, at a quote nobody closed instead of the next one.
func syntaxProblem(src []byte, p *problems, message string, line, col int) {
	reason := syntaxReason(message)
	lines := strings.Split(string(src), "\n")
	if line < 1 || line > len(lines) {
		p.add(line, col, "scheme.syntax", reason)
		return
	}
	if reason == "syntax.tab" {
		text := []rune(lines[line-1])
		if i := slices.Index(text, '\t'); i >= 0 && i < col {
			col = i + 1
		}
		p.add(line, col, "scheme.syntax", reason)
		return
	}
	col = columnWithTabs(lines[line-1], col)
	for l := line; l > max(0, line-3); l-- {
		text := lines[l-1]
		if strings.Count(strings.ReplaceAll(text, `\"`, ""), `"`)%2 == 1 {
			p.add(l, 1+utf8.RuneCountInString(text[:strings.LastIndex(text, `"`)]), "scheme.syntax", Noun("syntax.quote"))
			return
		}
	}
	p.add(line, col, "scheme.syntax", reason)
}

// syntaxReason says in a word of ours what the library complains about.
func syntaxReason(message string) Noun {
	for _, r := range syntaxReasons {
		if strings.Contains(message, r.part) {
			return Noun(r.reason)
		}
	}
	return Noun("syntax.other")
}
