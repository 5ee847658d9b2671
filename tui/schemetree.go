package tui

import (
	"strings"

	"zoufang/checklist"
	"zoufang/words"
)

// schemeBranches are the parts of a scheme for reading. What a scheme does not have has no branch.
func schemeBranches(e *Env, s *checklist.Scheme) []*branch {
	t := schemeTree{e, s}
	tops := []*branch{t.scoring()}
	add := func(key string, title words.Text, parts []*branch) {
		if len(parts) > 0 {
			tops = append(tops, &branch{key: key, text: e.T(title), right: count(len(parts)), parts: parts})
		}
	}
	tops = append(tops, t.categories())
	add("bonuses", words.ShowBonuses, t.bonuses())
	add("groups", words.ShowGroups, t.groups())
	add("grades", words.ShowGrades, t.grades())
	add("limits", words.ShowLimits, t.limits())
	add("warnings", words.ShowWarnings, t.warnings())
	add("kinds", words.ShowKinds, t.kinds())
	add("methods", words.ShowMethods, t.methods())
	add("materials", words.ShowMaterials, t.materials())
	add("figures", words.ShowFigures, t.figures())
	add("parents", words.ShowParents, t.parents())
	return tops
}

// schemeTree puts the parts of a scheme into words.
type schemeTree struct {
	*Env
	s *checklist.Scheme
}

// leaf is a line without a name: nothing is below it.
func leaf(text string) *branch { return &branch{text: text} }

func (t schemeTree) scoring() *branch {
	s, c := t.s, &t.s.Scoring
	b := &branch{key: "scoring", text: t.T(words.ShowScoringTitle)}
	add := func(text string) { b.parts = append(b.parts, leaf(text)) }
	add(t.T(words.ShowScoring, s.Total, t.Say("total."+string(c.TotalBy)), t.Say("na."+string(c.NAPolicy)), c.BonusCap, c.TotalCap, c.PerformanceCap))
	if c.PassMark > 0 {
		add(t.T(words.ShowPass, c.PassMark))
	}
	if g, ok := s.Grade(c.KeyGrade); ok {
		add(t.T(words.ShowKeyGrade, t.name(g.Name)))
	}
	add(t.T(words.ShowHash, s.ID, s.Hash[:min(12, len(s.Hash))]))
	return b
}

func (t schemeTree) categories() *branch {
	b := &branch{key: "categories", text: t.T(words.ShowCategories), right: count(len(t.s.Categories))}
	for i := range t.s.Categories {
		c := &t.s.Categories[i]
		cat := &branch{key: "category:" + c.ID, text: c.ID + " " + t.name(c.Name), right: c.Weight.String()}
		for k := range c.Indicators {
			cat.parts = append(cat.parts, t.indicator(&c.Indicators[k]))
		}
		b.parts = append(b.parts, cat)
	}
	return b
}

func (t schemeTree) indicator(ind *checklist.Indicator) *branch {
	full := ind.Full.String()
	if ind.Full == 0 {
		full = t.T(words.ShowNoPoints)
	}
	b := &branch{key: "indicator:" + ind.ID, text: ind.ID + " " + t.indicatorName(ind), right: full}
	note := func(text string) { b.parts = append(b.parts, &branch{text: text, faint: true}) }
	if ind.Key {
		note(t.T(words.KeyItemWord))
	}
	if ind.NA {
		note(t.T(words.ShowNA, t.Say("na."+string(t.s.NAPolicyOf(ind)))))
	}
	if kinds := t.kindNames(ind.AppliesTo); kinds != "" {
		note(t.T(words.ShowOnly, kinds))
	}
	if ind.SkipWhen != nil {
		note(t.T(words.ShowSkip, ind.SkipWhen.Source))
	}
	for i := range ind.Rules {
		b.parts = append(b.parts, t.rule(&ind.Rules[i], ind))
	}
	var steps, papers []string
	for _, id := range ind.Methods {
		steps = append(steps, t.stepName(t.s, id))
	}
	for _, id := range ind.Materials {
		if m, ok := t.s.Material(id); ok {
			papers = append(papers, t.name(m.Name))
		}
	}
	if len(steps) > 0 {
		note(t.T(words.ShowSteps, strings.Join(steps, t.T(words.ListGap))))
	}
	if len(papers) > 0 {
		note(t.T(words.ShowPapers, strings.Join(papers, t.T(words.ListGap))))
	}
	if q := t.name(ind.Question); q != "" {
		note(t.T(words.ShowQuestion, q))
	}
	return b
}

func (t schemeTree) kindNames(ids []string) string {
	var names []string
	for _, id := range ids {
		if k, ok := t.s.Kind(id); ok {
			names = append(names, t.name(k.Name))
		}
	}
	return strings.Join(names, t.T(words.ListGap))
}

// rule is a rule and what it takes.
func (t schemeTree) rule(r *checklist.Rule, ind *checklist.Indicator) *branch {
	take := ""
	switch r.Mode {
	case checklist.Per:
		take = t.T(words.ShowPer, t.name(r.Unit()), r.Points, r.Max)
	case checklist.Fixed:
		take = t.T(words.ShowFixed, r.Points)
	case checklist.Range:
		take = t.T(words.ShowRange, r.Min, r.Max, r.Step)
	case checklist.Zero:
		take = t.T(words.ShowZero)
	case checklist.Given:
		take = t.T(words.ShowGiven, ind.Full, r.Step)
	}
	if r.Suggest != "" {
		take += t.T(words.ListGap) + t.T(words.ShowSuggest, t.name(t.s.NameOf(r.Suggest)))
	}
	return leaf(r.ID + " " + t.ruleName(r) + "  " + take)
}

func (t schemeTree) bonuses() (out []*branch) {
	for i := range t.s.Bonuses {
		b := &t.s.Bonuses[i]
		x := &branch{key: "bonus:" + b.ID, text: b.ID + " " + t.name(b.Name) + "  " + t.T(words.ShowBonus, t.name(b.Unit()), b.Points, b.Max)}
		if proof := t.name(b.Evidence); proof != "" {
			x.parts = []*branch{{text: t.T(words.BonusProof, proof), faint: true}}
		}
		out = append(out, x)
	}
	return out
}

func (t schemeTree) groups() (out []*branch) {
	for i := range t.s.Groups {
		g := &t.s.Groups[i]
		out = append(out, leaf(t.T(words.ShowGroup, g.ID, t.name(g.Name), strings.Join(g.Rules, " "))))
	}
	return out
}

func (t schemeTree) grades() (out []*branch) {
	for i := range t.s.Grades {
		out = append(out, &branch{text: t.name(t.s.Grades[i].Name), right: t.T(words.ShowFrom, t.s.Grades[i].Min)})
	}
	return out
}

// condition is what opens a warning or holds a grade, as the scheme writes it.
func (t schemeTree) condition(c *checklist.Cond) []*branch {
	if c == nil {
		return nil
	}
	return []*branch{{text: t.T(words.ConditionLine, c.Source), faint: true}}
}

func (t schemeTree) limits() (out []*branch) {
	for i := range t.s.Limits {
		l := &t.s.Limits[i]
		text := l.ID + " " + t.name(l.Name)
		if g, ok := t.s.Grade(l.AtMost); ok {
			text += "  " + t.T(words.ShowAtMost, t.name(g.Name))
		}
		if !l.Enabled {
			text += t.T(words.ShowOff)
		}
		out = append(out, &branch{key: "limit:" + l.ID, text: text, parts: t.condition(l.When)})
	}
	return out
}

func (t schemeTree) warnings() (out []*branch) {
	for i := range t.s.Warnings {
		w := &t.s.Warnings[i]
		out = append(out, &branch{key: "warning:" + w.ID, text: w.ID + " " + t.name(w.Name), right: t.Say("level." + w.Level), parts: t.condition(w.When)})
	}
	return out
}

// kinds are the kinds of unit; where the result counts nothing elsewhere, nothing is said of it.
func (t schemeTree) kinds() (out []*branch) {
	for i := range t.s.Kinds {
		k := &t.s.Kinds[i]
		b := leaf(t.name(k.Name))
		if k.Weight > 0 {
			b.right = t.T(words.ShowWeightOf, k.Weight)
		}
		out = append(out, b)
	}
	return out
}

func (t schemeTree) methods() (out []*branch) {
	for _, m := range t.s.Steps() {
		b := &branch{key: "method:" + string(m.ID), text: t.stepTitle(t.s, m.ID), right: t.T(words.StepForms[string(m.Form)])}
		for i := range m.Requirements {
			text := t.name(m.Requirements[i].Name)
			if rule := m.Requirements[i].Rule; rule != "" {
				text += "  " + t.T(words.FailedTo, rule)
			}
			b.parts = append(b.parts, leaf(text))
		}
		out = append(out, b)
	}
	return out
}

func (t schemeTree) materials() (out []*branch) {
	for i := range t.s.Materials {
		m := &t.s.Materials[i]
		b := leaf(t.name(m.Name))
		if m.Required {
			b.right = t.T(words.ShowRequired)
		}
		out = append(out, b)
	}
	return out
}

func (t schemeTree) figures() (out []*branch) {
	for i := range t.s.Reconciliation.Figures {
		out = append(out, leaf(t.name(t.s.Reconciliation.Figures[i].Name)))
	}
	for i := range t.s.Reconciliation.Derived {
		f := &t.s.Reconciliation.Derived[i]
		out = append(out, &branch{text: t.name(f.Name), right: t.T(words.DerivedWord)})
	}
	return out
}

func (t schemeTree) parents() (out []*branch) {
	for i := range t.s.Parents {
		p := &t.s.Parents[i]
		out = append(out, leaf(count(p.No)+" "+t.name(p.Name)))
	}
	return out
}
