package main

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"zoufang/words"
)

// rest writes what follows the indicators.
func (p schemePrinter) rest() {
	s := p.s
	if len(s.Bonuses) > 0 {
		p.section(words.ShowBonuses)
	}
	for i := range s.Bonuses {
		b := &s.Bonuses[i]
		p.para("  "+b.ID+" ", b.Name.In(p.in)+"  "+words.ShowBonus.F(p.lang, b.Unit().In(p.in), b.Points, b.Max))
		if text := b.Evidence.In(p.in); text != "" {
			p.para("     ", text)
		}
	}
	if len(s.Groups) > 0 {
		p.section(words.ShowGroups)
	}
	for i := range s.Groups {
		p.group(&s.Groups[i])
	}
	p.section(words.ShowGrades)
	for i := range s.Grades {
		p.para("  ", s.Grades[i].Name.In(p.in)+"  "+words.ShowFrom.F(p.lang, s.Grades[i].Min))
	}
	p.signals()
	p.section(words.ShowKinds)
	for i := range s.Kinds {
		text := s.Kinds[i].Name.In(p.in)
		if s.Kinds[i].Weight > 0 {
			text += "  " + words.ShowWeightOf.F(p.lang, s.Kinds[i].Weight)
		}
		p.para("  ", text)
	}
	p.practice()
}

// signals writes grade limits and warnings with their conditions.
func (p schemePrinter) signals() {
	s := p.s
	if len(s.Limits) > 0 {
		p.section(words.ShowLimits)
	}
	for i := range s.Limits {
		l := &s.Limits[i]
		text := l.Name.In(p.in)
		if g, ok := s.Grade(l.AtMost); ok {
			text += "  " + words.ShowAtMost.F(p.lang, g.Name.In(p.in))
		}
		if !l.Enabled {
			text += " " + words.ShowOff.In(p.lang)
		}
		p.para("  "+l.ID+" ", text)
		if l.When != nil {
			p.condition(l.When.Source)
		}
	}
	if len(s.Warnings) > 0 {
		p.section(words.ShowWarnings)
	}
	for i := range s.Warnings {
		w := &s.Warnings[i]
		p.para("  "+w.ID+" ", words.Say(p.lang, "level."+w.Level)+"  "+w.Name.In(p.in))
		if w.When != nil {
			p.condition(w.When.Source)
		}
	}
}

// inCondition are the names in a condition, those in quotes with them.
var inCondition = regexp.MustCompile(`"?[A-Za-z_][A-Za-z0-9_.-]*"?`)

// condition writes a condition as it stands in the scheme, and below it what the numbers and rules in it are called.
func (p schemePrinter) condition(source string) {
	p.para("     ", source)
	var names []string
	for _, word := range inCondition.FindAllString(source, -1) {
		id := strings.Trim(word, `"`)
		name := ""
		if r, _, ok := p.s.Rule(id); ok {
			name = r.Name.In(p.in)
		} else if c, ok := p.s.Category(id); ok {
			name = c.Name.In(p.in)
		} else if ind, _, ok := p.s.Indicator(id); ok {
			name = ind.Name.In(p.in)
		} else if text := p.s.NameOf(id).In(p.in); text != id {
			name = text
		}
		if named := id + " " + name; name != "" && !slices.Contains(names, named) {
			names = append(names, named)
		}
	}
	if len(names) > 0 {
		p.para("     ", strings.Join(names, words.StatusSep.In(p.lang)))
	}
}

// practice writes the steps, the papers and the parent indicators.
func (p schemePrinter) practice() {
	s := p.s
	p.section(words.ShowMethods)
	for i := range s.Methods {
		m := &s.Methods[i]
		p.para("  ", m.Name.In(p.in))
		for j := range m.Requirements {
			q := &m.Requirements[j]
			text := q.Name.In(p.in)
			if q.Rule != "" {
				text += "  → " + q.Rule
			}
			p.para("     ", text)
		}
	}
	p.section(words.ShowMaterials)
	for i := range s.Materials {
		text := s.Materials[i].Name.In(p.in)
		if s.Materials[i].Required {
			text += "  " + words.ShowRequired.In(p.lang)
		}
		p.para("  ", text)
	}
	if len(s.Parents) > 0 {
		p.section(words.ShowParents)
	}
	for i := range s.Parents {
		x := &s.Parents[i]
		text := x.Name.In(p.in)
		if x.Full > 0 {
			text += "  " + words.ShowIndicator.F(p.lang, x.Full)
		}
		if ids := p.refined(x.No); ids != "" {
			text += "  " + words.ShowRefined.F(p.lang, ids)
		}
		p.para("  "+strconv.Itoa(x.No)+" ", text)
	}
}
