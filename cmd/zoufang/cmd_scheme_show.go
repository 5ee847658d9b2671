package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// schemeShow writes a whole scheme, or one indicator of it, as people read it.
func (a *app) schemeShow() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdSchemeShow, ""))
	only := c.Flags().String("indicator", "", words.FlagIndicator.In(a.lang))
	c.Args = atMost(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.readMaybe(func(b *store.Book) error {
			arg := "default"
			if b != nil {
				arg = bookArg
			}
			if len(args) > 0 {
				arg = args[0]
			}
			s, err := a.schemeNamed(b, arg)
			if err != nil {
				return err
			}
			p := schemePrinter{a, s, string(a.lang)}
			if *only != "" {
				ind, cat, ok := s.Indicator(*only)
				if !ok {
					return newFault("cmd.scheme.noind", *only)
				}
				p.indicatorAlone(cat, ind)
				return nil
			}
			if a.json {
				_, err := fmt.Fprintf(a.out, "%s\n", s.Canonical())
				return err
			}
			p.whole()
			return nil
		})
	}
	return c
}

// schemePrinter writes a scheme in one language.
type schemePrinter struct {
	*app
	s  *checklist.Scheme
	in string // the language
}

func (p schemePrinter) whole() {
	p.head()
	p.section(words.ShowCategories)
	for i := range p.s.Categories {
		p.category(&p.s.Categories[i])
	}
	p.rest()
}

func (p schemePrinter) section(t words.Text) { fmt.Fprintf(p.out, "\n%s\n", t.In(p.lang)) }

func (p schemePrinter) head() {
	s, c := p.s, &p.s.Scoring
	p.para("", words.ShowHead.F(p.lang, s.Name.In(p.in), s.Version))
	p.para("", words.ShowHash.F(p.lang, s.ID, s.Hash[:min(12, len(s.Hash))]))
	p.decisions()
	p.para("", words.ShowScoring.F(p.lang, s.Total, words.Say(p.lang, "total."+string(c.TotalBy)), words.Say(p.lang, "na."+string(c.NAPolicy)),
		c.BonusCap, c.TotalCap, c.PerformanceCap))
	if c.PassMark > 0 {
		p.para("", words.ShowPass.F(p.lang, c.PassMark))
	}
	if g, ok := s.Grade(c.KeyGrade); ok {
		p.para("", words.ShowKeyGrade.F(p.lang, g.Name.In(p.in)))
	}
}

// decisions says who decided the scheme, and the result weights.
func (p schemePrinter) decisions() {
	p.para("", words.ShowDecision.F(p.lang, p.decision(p.s.Decision)))
	if p.s.Weights == (checklist.Decision{}) {
		p.para("", words.ShowWeightsSame.In(p.lang))
	} else {
		p.para("", words.ShowWeights.F(p.lang, p.decision(p.s.Weights)))
	}
}

func (p schemePrinter) category(c *checklist.Category) {
	fmt.Fprintln(p.out)
	p.para("", words.ShowCategory.F(p.lang, c.ID, c.Name.In(p.in), c.Weight))
	for i := range c.Indicators {
		p.indicator(&c.Indicators[i])
	}
}

// indicator writes an indicator in a line, with its rules below it.
func (p schemePrinter) indicator(ind *checklist.Indicator) {
	p.para("  "+ind.ID+" ", ind.Name.In(p.in)+"  "+strings.Join(p.marks(ind), "  "))
	for i := range ind.Rules {
		p.rule(&ind.Rules[i], ind)
	}
}

// marks are what stands beside an indicator's name.
func (p schemePrinter) marks(ind *checklist.Indicator) (out []string) {
	if ind.Full > 0 {
		out = append(out, words.ShowIndicator.F(p.lang, ind.Full))
	} else {
		out = append(out, words.ShowNoPoints.In(p.lang))
	}
	if ind.Key {
		out = append(out, words.ShowKey.In(p.lang))
	}
	if ind.NA {
		policy := ind.NAPolicy
		if policy == "" {
			policy = p.s.Scoring.NAPolicy
		}
		out = append(out, words.ShowNA.F(p.lang, words.Say(p.lang, "na."+string(policy))))
	}
	if len(ind.AppliesTo) > 0 {
		var kinds []string
		for _, id := range ind.AppliesTo {
			if k, ok := p.s.Kind(id); ok {
				kinds = append(kinds, k.Name.In(p.in))
			}
		}
		out = append(out, words.ShowOnly.F(p.lang, strings.Join(kinds, words.CmdListSep.In(p.lang))))
	}
	if ind.SkipWhen != nil {
		out = append(out, words.ShowSkip.F(p.lang, ind.SkipWhen.Source))
	}
	if ind.CityNo > 0 {
		out = append(out, words.ShowCity.F(p.lang, ind.CityNo))
	}
	return out
}

// rule writes what a rule takes, in words.
func (p schemePrinter) rule(r *checklist.Rule, ind *checklist.Indicator) {
	take := ""
	switch r.Mode {
	case checklist.Per:
		take = words.ShowPer.F(p.lang, r.Unit().In(p.in), r.Points, r.Max)
	case checklist.Fixed:
		take = words.ShowFixed.F(p.lang, r.Points)
	case checklist.Range:
		take = words.ShowRange.F(p.lang, r.Min, r.Max, r.Step)
	case checklist.Zero:
		take = words.ShowZero.In(p.lang)
	case checklist.Given:
		take = words.ShowGiven.F(p.lang, ind.Full, r.Step)
	}
	if r.Key {
		take += "  " + words.ShowKey.In(p.lang)
	}
	if r.Suggest != "" {
		take += "  " + words.ShowSuggest.F(p.lang, p.s.NameOf(r.Suggest).In(p.in))
	}
	p.para("     "+r.ID+" ", r.Name.In(p.in)+"  "+take)
}

// indicatorAlone writes everything about one indicator.
func (p schemePrinter) indicatorAlone(c *checklist.Category, ind *checklist.Indicator) {
	p.para("", words.ShowCategory.F(p.lang, c.ID, c.Name.In(p.in), c.Weight))
	p.indicator(ind)
	var steps, papers []string
	for _, id := range ind.Methods {
		if m, ok := p.s.Method(id); ok {
			steps = append(steps, m.Name.In(p.in))
		}
	}
	for _, id := range ind.Materials {
		if m, ok := p.s.Material(id); ok {
			papers = append(papers, m.Name.In(p.in))
		}
	}
	sep := words.CmdListSep.In(p.lang)
	for _, line := range []struct {
		t    words.Text
		text string
	}{{words.ShowSteps, strings.Join(steps, sep)}, {words.ShowPapers, strings.Join(papers, sep)}, {words.ShowQuestion, ind.Question.In(p.in)}} {
		if line.text != "" {
			p.para("  ", line.t.F(p.lang, line.text))
		}
	}
	seen := map[string]bool{}
	for i := range ind.Rules {
		for _, g := range p.s.GroupsOf(ind.Rules[i].ID) {
			if !seen[g.ID] {
				seen[g.ID] = true
				p.group(g)
			}
		}
	}
}

func (p schemePrinter) group(g *checklist.Group) {
	p.para("  ", words.ShowGroup.F(p.lang, g.ID, g.Name.In(p.in), strings.Join(g.Rules, words.CmdListSep.In(p.lang))))
}

// refined are the scheme's indicators below a parent indicator.
func (p schemePrinter) refined(no int) string {
	var ids []string
	for i := range p.s.Categories {
		for j := range p.s.Categories[i].Indicators {
			if ind := &p.s.Categories[i].Indicators[j]; ind.CityNo == no {
				ids = append(ids, ind.ID)
			}
		}
	}
	return strings.Join(ids, " ")
}
