package main

import (
	"fmt"
	"slices"

	"zoufang/checklist"
	"zoufang/words"
)

// scoring asks for the verdict on every indicator that applies, for what was found under it, and for the bonuses.
func (s *asking) scoring() (list []*question) {
	scope, sheet := checklist.ScopeOf(s.s, &s.d.Visit), s.d.Own()
	for c := range s.s.Categories {
		cat, open := &s.s.Categories[c], 0
		for i := range cat.Indicators {
			ind := &cat.Indicators[i]
			if !scope.Has(ind) {
				continue
			}
			list = append(list, s.indicator(ind, sheet)...)
			if !ind.AwardsMark() && sheet.Standings[ind.ID].State == checklist.Blank && len(s.findings(sheet, ind)) == 0 {
				open++
			}
		}
		if open > 0 {
			list = append(list, &question{key: cat.ID + ".rest", more: true, kind: askChoice, opts: []option{{"true", words.Yes.In(s.lang)}},
				what: words.NilRestAsk.F(s.lang, cat.ID, cat.Name.In(string(s.lang)), open), save: func(string) (string, error) {
					_, err := s.b.NilRest(s.ctx, s.d, cat.ID)
					return "", err
				}})
		}
	}
	for i := range s.s.Bonuses {
		list = append(list, s.bonus(&s.s.Bonuses[i], sheet)...)
	}
	return list
}

// findings are the standing findings of an indicator.
func (s *asking) findings(sheet *checklist.Sheet, ind *checklist.Indicator) (list []checklist.Finding) {
	for _, f := range sheet.Findings {
		if _, its, ok := s.s.Rule(f.Rule); ok && its == ind && f.Active() {
			list = append(list, f)
		}
	}
	return list
}

// indicator asks for a verdict or a mark, then about every finding, then for one more.
func (s *asking) indicator(ind *checklist.Indicator, sheet *checklist.Sheet) []*question {
	list := []*question{s.verdict(ind, sheet)}
	found := s.findings(sheet, ind)
	for _, f := range found {
		list = append(list, s.finding(f)...)
	}
	if state := sheet.Standings[ind.ID].State; state == checklist.Found || len(found) > 0 {
		if q := s.oneMore(ind, sheet); len(q.opts) > 0 {
			list = append(list, q)
		}
	}
	return list
}

// named is an indicator with its marks, marked where it is a key item.
func (s *asking) named(ind *checklist.Indicator) string {
	text := ind.ID + " " + ind.Name.In(string(s.lang))
	if ind.Key {
		text = "※ " + text
	}
	return text
}

func (s *asking) verdict(ind *checklist.Indicator, sheet *checklist.Sheet) *question {
	st := sheet.Standings[ind.ID]
	q := &question{key: ind.ID, kind: askChoice, what: s.named(ind) + words.ListGap.In(s.lang) + words.FullMarks.F(s.lang, ind.Full), now: string(st.State)}
	states := []checklist.State{checklist.Nil, checklist.Found, checklist.Waiting}
	if ind.AwardsMark() {
		states = []checklist.State{checklist.Waiting}
		q.kind = askPoints
		if f, ok := s.marked(ind, sheet); ok && (st.State == checklist.Found || st.State == checklist.Blank) {
			q.now = f.Mark.String()
		}
	}
	if s.s.NAPolicyOf(ind) != checklist.NAForbidden && ind.NA {
		states = append(states, checklist.NA)
	}
	for _, state := range states {
		q.opts = append(q.opts, option{string(state), words.StandingWords[string(state)].In(s.lang)})
	}
	for _, x := range checklist.Suggest(s.s, &s.d.Visit, sheet) {
		if _, its, ok := s.s.Rule(x.Rule); ok && its == ind {
			q.hint += words.AskSuggested.F(s.lang, words.Say(s.lang, x.Code, x.Args...))
		}
	}
	q.wipe = func() (string, error) {
		if f, ok := s.marked(ind, sheet); ok && st.State == checklist.Found {
			return s.withdraw(f)
		}
		return "", s.b.SetStanding(s.ctx, s.d, ind.ID, checklist.Blank, "")
	}
	q.save = func(text string) (string, error) {
		state := checklist.State(text)
		if !slices.Contains(states, state) {
			return s.award(ind, sheet, text)
		}
		reason := ""
		if state == checklist.NA || state == checklist.Waiting {
			var ok bool
			if reason, ok = s.sub(words.AskReason.In(s.lang)); !ok && state == checklist.NA {
				s.say(words.AskNoReason)
				return stay, nil
			}
		}
		next := ""
		if state == checklist.Found {
			next = ind.ID + ".rule"
		}
		return next, s.b.SetStanding(s.ctx, s.d, ind.ID, state, reason)
	}
	return q
}

// given is the rule that awards an indicator's mark.
func given(ind *checklist.Indicator) *checklist.Rule {
	i := slices.IndexFunc(ind.Rules, func(r checklist.Rule) bool { return r.Mode == checklist.Given })
	if i < 0 {
		return nil
	}
	return &ind.Rules[i]
}

// marked is the finding that holds the mark of an indicator.
func (s *asking) marked(ind *checklist.Indicator, sheet *checklist.Sheet) (checklist.Finding, bool) {
	list := s.findings(sheet, ind)
	i := slices.IndexFunc(list, func(f checklist.Finding) bool { r := given(ind); return r != nil && f.Rule == r.ID })
	if i < 0 {
		return checklist.Finding{}, false
	}
	return list[i], true
}

// award records a mark, which is on one of the rule's steps and not above the full marks.
func (s *asking) award(ind *checklist.Indicator, sheet *checklist.Sheet, text string) (string, error) {
	r := given(ind)
	p, err := checklist.ParsePoints(text)
	switch {
	case err != nil || r == nil || p < 0:
		return "", newFault("ask.choice", text)
	case p > ind.Full:
		s.say(words.GivenMost, p, ind.Full)
		return stay, nil
	case r.Step > 0 && p%r.Step != 0:
		s.say(words.GivenStep, p, r.Step)
		return stay, nil
	}
	f, ok := s.marked(ind, sheet)
	if !ok {
		f = checklist.Finding{Rule: r.ID, Step: checklist.StepScore}
	}
	f.Mark = p
	id, err := s.b.SaveFinding(s.ctx, s.d, f)
	return "finding." + id.String() + ".facts", err
}

// oneMore asks for the rule of another finding. A suggested count is taken over with the finding.
func (s *asking) oneMore(ind *checklist.Indicator, sheet *checklist.Sheet) *question {
	q := &question{key: ind.ID + ".rule", kind: askChoice, more: true, what: words.AskRule.F(s.lang, s.named(ind))}
	suggested := map[string]checklist.Suggestion{}
	for _, x := range checklist.Suggest(s.s, &s.d.Visit, sheet) {
		suggested[x.Rule] = x
	}
	for i := range ind.Rules {
		r := &ind.Rules[i]
		if r.Mode == checklist.Given {
			continue
		}
		word := r.ID + " " + r.Name.In(string(s.lang))
		if x, ok := suggested[r.ID]; ok {
			word += words.AskSuggestedCount.F(s.lang, x.Count)
		}
		q.opts = append(q.opts, option{r.ID, word})
	}
	q.save = func(rule string) (string, error) {
		r, _, _ := s.s.Rule(rule)
		f := checklist.Finding{Rule: rule, Count: 1, Step: checklist.StepScore}
		if r.Mode == checklist.Range {
			f.Count, f.Mark = 0, r.Min
		}
		if x, ok := suggested[rule]; ok {
			f = s.adopt(x, f, s.findings(sheet, ind))
		}
		id, err := s.b.SaveFinding(s.ctx, s.d, f)
		return "finding." + id.String() + "." + amountOf(r), err
	}
	return q
}

// adopt takes a suggested count over into the only finding of its rule, or into the new one f.
func (s *asking) adopt(x checklist.Suggestion, f checklist.Finding, list []checklist.Finding) checklist.Finding {
	list = slices.DeleteFunc(list, func(o checklist.Finding) bool { return o.Rule != x.Rule })
	if len(list) > 1 {
		return f // only a person can say which of them is short
	}
	if len(list) == 1 {
		f = list[0]
	}
	if r, _, ok := s.s.Rule(x.Rule); ok && r.Mode == checklist.Per {
		f.Count = x.Count
	}
	if f.Facts == "" {
		f.Facts = words.Say(s.lang, x.Code, x.Args...)
	}
	return f
}

// amountOf is the question about how much a rule takes.
func amountOf(r *checklist.Rule) string {
	switch r.Mode {
	case checklist.Per:
		return "count"
	case checklist.Range:
		return "mark"
	}
	return "stands"
}

// bonus asks for the count of a bonus and what proves it.
func (s *asking) bonus(b *checklist.Bonus, sheet *checklist.Sheet) []*question {
	c, prefix, about := sheet.Claims[b.ID], "bonus."+b.ID+".", b.ID+" "+b.Name.In(string(s.lang))
	c.Bonus = b.ID
	save := func(c checklist.Claim) error {
		_, err := s.b.SaveClaim(s.ctx, s.d, c)
		return err
	}
	count := &question{key: "bonus." + b.ID, kind: askNumber, what: words.AskAbout.F(s.lang, about, words.CountLabel.In(s.lang))}
	if c.Count > 0 {
		count.now = fmt.Sprint(c.Count)
	}
	count.wipe = func() (string, error) { x := c; x.Count = 0; return "", save(x) }
	count.save = func(text string) (string, error) {
		x := c
		if err := setCount(func(x *checklist.Claim) *int64 { return &x.Count })(&x, text); err != nil {
			return "", err
		}
		return "", save(x)
	}
	list := []*question{count}
	if c.Count == 0 {
		return list
	}
	facts := &question{key: prefix + "facts", what: words.AskAbout.F(s.lang, about, words.FactsLabel.In(s.lang)), now: c.Facts, save: func(text string) (string, error) {
		x := c
		x.Facts = text
		return "", save(x)
	}}
	if b.Evidence != (checklist.Text{}) {
		facts.hint = words.AskProofIs.F(s.lang, b.Evidence.In(string(s.lang)))
	}
	return append(list, facts, s.proof(prefix, about, c.Evidence, func(e []checklist.Evidence) error {
		x := c
		x.Evidence = e
		return save(x)
	}))
}
