package tui

import (
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// bottomRows are the verdict, the rule, the numbers and what they rest on; one more where a visit passes or fails, or its
// total is rescaled.
func (s *score) bottomRows() int {
	if s.score().Pass != checklist.PassNone || s.scheme().Scoring.TotalBy == checklist.Rescaled {
		return 6
	}
	return 5
}

// Frame draws the tabs, the page of an indicator or of the bonuses, and from 120 columns the indicators beside it.
func (s *score) Frame(w, h int) Frame {
	if s.doc == nil {
		return Frame{Body: " " + s.env.T(words.Reading)}
	}
	s.spots = s.spots[:0]
	s.wide = w >= wideWidth
	if !s.wide {
		return Frame{Body: strings.Join(append([]string{s.tabs(w), s.env.Rule(w)}, s.page(0, 2, w, h-2)...), "\n")}
	}
	const side = 40
	head := stepBar(s.env, s.doc, checklist.StepScore) + "\n" + s.tabs(w) + "\n" + s.env.Rule(w) + "\n"
	left := s.side(side, h-3)
	s.spots.add(s.left, 0, 5, side, s.left.h)
	right := s.page(side+2, 3, w-side-2, h-3)
	return Frame{Body: head + s.env.Panes(joinLines(left), joinLines(right), side, w, h-3)}
}

// Click selects a row, an indicator beside it, or a category.
func (s *score) Click(x, y int) tea.Cmd {
	if s.doc == nil {
		return nil
	}
	s.number, s.digits = -1, ""
	if s.spots.click(x, y) == s.left {
		if c, i := s.category(), s.left.Selected(); c != nil && i >= 0 && i < len(c.Indicators) {
			return s.show(c.Indicators[i].Indicator.ID, false)
		}
	}
	return nil
}

// tabs is the row of categories with how many of their indicators are scored; the bonus page is the last.
func (s *score) tabs(w int) string {
	var tabs []string
	now, cur := s.category(), -1
	for i := range s.score().Categories {
		c := &s.score().Categories[i]
		if now != nil && now.Category == c.Category {
			cur = i
		}
		tabs = append(tabs, s.env.Cut(c.Category.ID, 16)+" "+strconv.Itoa(c.Scored)+"/"+strconv.Itoa(c.Of))
	}
	if s.hasBonus() {
		if s.bonus {
			cur = len(tabs)
		}
		tabs = append(tabs, s.env.T(words.BonusTab, len(s.sheet.Claims)))
	}
	return s.env.scrollTabs(tabs, cur, w)
}

// side lists the indicators of the category with their verdicts.
func (s *score) side(w, h int) []string {
	e := s.env
	c := s.category()
	if c == nil {
		return []string{"", " " + e.Style.Title.Render(e.T(words.BonusTitle))}
	}
	head := e.Sides(w-1, " "+e.name(c.Category.Name), strconv.Itoa(c.Scored)+"/"+strconv.Itoa(c.Of))
	list := max(3, min(len(c.Indicators), h-4))
	lines := append([]string{e.Style.Title.Render(head), ""}, s.left.Rows(w, list)...)
	lines = append(lines, "", " "+e.Style.Faint.Render(e.Cut(e.T(words.SideHint), w-2)))
	if ind := s.current(); ind != nil && h-len(lines) > 4 {
		lines = append(lines, "", e.Rule(w-1))
		lines = append(lines, e.handPane(e.handRows(s.doc, ind, s.shown), w, h-len(lines))...)
	}
	return lines
}

func (s *score) indicatorCells(i int) []string {
	c := s.category()
	if c == nil || i >= len(c.Indicators) {
		return nil
	}
	x := &c.Indicators[i]
	return []string{x.Indicator.ID, s.env.indicatorName(x.Indicator), s.env.T(words.StatusWords[string(x.Status)])}
}

// page is one indicator in h rows at a place of the body, the verdict and the numbers at its bottom.
func (s *score) page(x, y, w, h int) []string {
	top := s.indicatorTop(w, h-s.bottomRows())
	if s.bonus {
		top = s.bonusTop(w, h-s.bottomRows())
		s.spots.add(s.claims, x, y+2, w, len(s.scheme().Bonuses)+1)
	} else if ind := s.current(); ind != nil {
		s.spots.add(s.rules, x, y+2+len(s.remarks(ind, w))+len(s.past(ind, w)), w, len(ind.Rules)+1)
	}
	top = top[:min(len(top), h-s.bottomRows())]
	for len(top) < h-s.bottomRows() {
		top = append(top, "")
	}
	return append(top, s.bottom(w)...)
}

// indicatorTop is the indicator with its rules and what is known about them. What matters less comes last and is
// dropped where there is no room.
func (s *score) indicatorTop(w, h int) []string {
	ind := s.current()
	e := s.env
	c := s.category()
	if ind == nil || c == nil {
		return nil
	}
	left := " " + ind.ID + " " + e.indicatorName(ind) + "   " + e.worth(ind) + "   " + s.methods(ind)
	lines := []string{e.Style.Title.Render(e.Sides(w-1, left, strconv.Itoa(s.place(c))+"/"+strconv.Itoa(len(c.Indicators))))}
	lines = append(lines, s.remarks(ind, w)...)
	lines = append(lines, s.past(ind, w)...)
	lines = append(lines, "")
	lines = append(lines, s.rules.Rows(w, min(len(ind.Rules)+1, 9))...)
	lines = append(lines, "")
	lines = append(lines, s.suggestionLines(ind, w)...)
	lines = append(lines, s.noted(ind, w)...)
	if w+42 < wideWidth || h < 20 {
		lines = append(lines, s.brief(w)...)
	} else {
		lines = append(lines, s.facts(ind, w)...)
	}
	return append(lines, s.groupLines(w)...)
}

// place is the number of the indicator in its category.
func (s *score) place(c *checklist.CategoryScore) int {
	for i := range c.Indicators {
		if c.Indicators[i].Indicator.ID == s.indicator {
			return i + 1
		}
	}
	return 0
}

func (s *score) methods(ind *checklist.Indicator) string {
	var names []string
	for _, m := range ind.Methods {
		names = append(names, s.env.stepName(s.scheme(), m))
	}
	return strings.Join(names, " ")
}

func (s *score) ruleCells(i int) []string {
	ind := s.current()
	if ind == nil || i >= len(ind.Rules) {
		return nil
	}
	r := &ind.Rules[i]
	list := s.findings(r.ID)
	count, taken := s.countCell(r, list), "--"
	if t := s.taken(ind, r.ID); t != 0 {
		taken = t.String()
	}
	if !s.shown {
		taken = s.env.T(words.HiddenCell)
	}
	if i == s.rules.Selected() {
		count = "< " + count + " >"
	}
	return []string{r.ID, s.env.marked(s.doc, "rule:"+r.ID, s.env.ruleName(r)), s.eachCell(r), s.mostCell(r), count, taken}
}

// mostCell is the most the rule takes.
func (s *score) mostCell(r *checklist.Rule) string {
	switch r.Mode {
	case checklist.Per, checklist.Range:
		return r.Max.String()
	case checklist.Zero, checklist.Given:
		if s.current().Full > 0 {
			return s.current().Full.String()
		}
	}
	return ""
}

func (s *score) eachCell(r *checklist.Rule) string {
	switch {
	case s.current().Full == 0:
		return s.env.T(words.FailsMark)
	case r.Mode == checklist.Range:
		return r.Min.String()
	case r.Mode == checklist.Zero:
		return s.env.T(words.WholeMark)
	case r.Mode == checklist.Given:
		return s.env.T(words.GivenMark)
	}
	return r.Points.String()
}

// countCell is the sum of the findings with its measure word; of a value, the value.
func (s *score) countCell(r *checklist.Rule, list []checklist.Finding) string {
	switch {
	case len(list) == 0 && r.Mode == checklist.Given:
		return s.env.T(words.NoMarkYet)
	case len(list) == 0:
		return "0"
	}
	var n int64
	for _, f := range list {
		n += f.Count
	}
	text := strconv.FormatInt(n, 10)
	switch r.Mode {
	case checklist.Range, checklist.Given:
		text = list[0].Mark.String()
	case checklist.Per:
		if u := s.env.name(r.Unit()); u != "" && len(list) == 1 {
			text += " " + u
		}
	}
	if len(list) > 1 {
		text += s.env.T(words.SeveralMark, len(list))
	}
	return text
}

// taken is what a rule takes off, as the arithmetic has it.
func (s *score) taken(ind *checklist.Indicator, rule string) (p checklist.Points) {
	x, ok := s.score().Indicator(ind.ID)
	if !ok {
		return 0
	}
	for _, l := range x.Lines {
		if l.Rule == rule {
			p -= l.Points
		}
	}
	return p
}
