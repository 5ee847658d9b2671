package tui

import (
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/words"
)

// What is known about an indicator: suggestions, facts and evidence. What is known from before stands in athand.go.

func (s *score) suggestionLines(ind *checklist.Indicator, w int) []string {
	e := s.env
	var lines []string
	for _, x := range s.suggestions() {
		if _, of, ok := s.scheme().Rule(x.Rule); ok && of == ind {
			lines = append(lines, " "+e.Style.Warn.Render(e.Cut(e.T(words.SuggestLine, s.basis(x)), w-2)))
		}
	}
	return lines
}

// onRule are all own findings of a rule, the withdrawn ones too.
func (s *score) onRule(rule string) []checklist.Finding {
	var out []checklist.Finding
	for _, f := range s.sheet.Findings {
		if f.Rule == rule {
			out = append(out, f)
		}
	}
	return out
}

// brief says in two lines what the finding of the selected rule rests on.
func (s *score) brief(w int) []string {
	r := s.rule()
	if r == nil {
		return nil
	}
	list := s.findings(r.ID)
	if len(list) == 0 {
		return nil
	}
	e, f := s.env, list[0]
	if bare(r, f) {
		return nil
	}
	facts := e.Clean(f.Facts)
	if facts == "" {
		facts = e.T(words.FactsOpen)
	}
	return []string{
		" " + e.Cut(e.T(words.FactsLine, facts), w-2),
		" " + e.Cut(s.evidenceLine(f.Evidence), w-2),
	}
}

// bare tells a mark that says nothing besides: a mark awarded directly is a judgement, and nobody asks for its facts.
func bare(r *checklist.Rule, f checklist.Finding) bool {
	return r.Mode == checklist.Given && f.Facts == "" && len(f.Evidence) == 0
}

// facts are the findings of the indicator with what they rest on.
func (s *score) facts(ind *checklist.Indicator, w int) []string {
	e := s.env
	lines := []string{"", " " + e.Style.Title.Render(e.T(words.FactsTitle))}
	n := 0
	for i := range ind.Rules {
		for _, f := range s.findings(ind.Rules[i].ID) {
			if bare(&ind.Rules[i], f) {
				continue
			}
			n++
			text := f.Facts
			if text == "" {
				text = e.T(words.FactsOpen)
			}
			text = strconv.Itoa(n) + " " + f.Rule + " " + text
			for _, l := range e.Wrap(text, w-6) {
				lines = append(lines, "   "+l)
			}
			for _, l := range e.Wrap(s.evidenceLine(f.Evidence), w-8) {
				lines = append(lines, "     "+e.Style.Faint.Render(l))
			}
		}
	}
	if n == 0 {
		lines = append(lines, "   "+e.T(words.NoFacts))
	}
	return lines
}

// groupLines tell which rules one fact may hit only once, for the selected rule.
func (s *score) groupLines(w int) []string {
	r := s.rule()
	if r == nil {
		return nil
	}
	e := s.env
	var lines []string
	for _, g := range s.scheme().GroupsOf(r.ID) {
		text := e.T(words.GroupLine, strings.Join(g.Rules, " "), e.name(g.Name))
		for _, l := range e.Wrap(text, w-3) {
			lines = append(lines, " "+e.Style.Faint.Render(l))
		}
	}
	return lines
}
