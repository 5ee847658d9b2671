package report

import (
	"strings"

	"zoufang/checklist"
	"zoufang/words"
)

// handout is what a unit is given before its evaluation: the papers to have ready, the indicators with their marks, and
// the form for its own marks. Without a unit it covers every indicator of the scheme.
func (m *maker) handout() ([]*Sheet, error) {
	s, err := m.plain()
	if err != nil {
		return nil, err
	}
	sheet := s.begin("handout", checklist.ForUnit, words.SheetHandout)
	sheet.About, sheet.Number = s.Doc.Round.ID.String()+m.Unit.ID.String(), words.SheetDocNo.F(s.Lang, s.Doc.Round.Year)
	if sheet.Under == "" {
		sheet.Under = s.name(s.Scheme.Name)
	}
	sheet.add(Text(s.in(words.SheetHandoutWhy)), Heading(s.in(words.SheetPapersList)), s.papersWanted(), Heading(s.in(words.SheetMarks)))
	s.eachCategory(func(c *checklist.Category, inds []*checklist.Indicator) {
		t := Table{Columns: []Column{s.col(words.SheetIndicator, 36), s.number(words.SheetFull, 9), s.col(words.SheetTakes, 55)}}
		for _, ind := range inds {
			takes := make([]string, len(ind.Rules))
			for i := range ind.Rules {
				takes[i] = s.name(ind.Rules[i].Name) + s.in(words.SheetColon) + Takes(s.Lang, ind, &ind.Rules[i])
			}
			t.Rows = append(t.Rows, []string{ind.ID + " " + s.name(ind.Name), ind.Full.String(), strings.Join(takes, "\n")})
		}
		sheet.add(Heading(words.ShowCategory.F(s.Lang, c.ID, s.name(c.Name), c.Weight)), t)
	})
	if len(s.Scheme.Bonuses) > 0 {
		t := Table{Columns: []Column{s.col(words.SheetItem, 40), s.col(words.SheetGain, 28), s.col(words.SheetProof, 32)}}
		for i := range s.Scheme.Bonuses {
			b := &s.Scheme.Bonuses[i]
			t.Rows = append(t.Rows, []string{b.ID + " " + s.name(b.Name), words.ShowBonus.F(s.Lang, s.name(b.Unit()), b.Points, b.Max), s.name(b.Evidence)})
		}
		sheet.add(Heading(s.in(words.SheetGains)), t)
	}
	sheet.add(Signatures{s.in(words.SheetSignOffice)}, Break{}, Heading(s.in(words.SheetSelf)))
	s.selfForm(sheet)
	return []*Sheet{s.end(sheet)}, nil
}

// selfForm is the form for the unit's own marks.
func (s *Source) selfForm(sheet *Sheet) {
	t := Table{Columns: []Column{s.col(words.SheetIndicator, 46), s.number(words.SheetFull, 10), s.col(words.SheetSelfScore, 12), s.col(words.SheetSelfNote, 32)}}
	s.eachCategory(func(_ *checklist.Category, inds []*checklist.Indicator) {
		for _, ind := range inds {
			t.Rows = append(t.Rows, []string{ind.ID + " " + s.name(ind.Name), ind.Full.String(), "", ""})
		}
	})
	sheet.add(Text(s.in(words.SheetSelfWhy)), t, Signatures{s.in(words.SheetSignFilled), s.in(words.SheetSignMain)})
}

// papersWanted are the papers on the scheme's list.
func (s *Source) papersWanted() Table {
	t := Table{Columns: []Column{s.number(words.SheetNo, 8), s.col(words.SheetPaper, 74), s.col(words.SheetNeeded, 18)}}
	for i := range s.Scheme.Materials {
		m := &s.Scheme.Materials[i]
		needed := ""
		if m.Required {
			needed = "√"
		}
		t.Rows = append(t.Rows, []string{place(i + 1), s.name(m.Name), needed})
	}
	return t
}

// eachCategory goes through the indicators that apply to the unit; all of them where there is none.
func (s *Source) eachCategory(do func(*checklist.Category, []*checklist.Indicator)) {
	for c := range s.Scheme.Categories {
		cat := &s.Scheme.Categories[c]
		var inds []*checklist.Indicator
		for i := range cat.Indicators {
			if ind := &cat.Indicators[i]; s.Doc.Unit.Kind == "" || ind.Applies(s.Doc.Unit.Kind) {
				inds = append(inds, ind)
			}
		}
		if len(inds) > 0 {
			do(cat, inds)
		}
	}
}

// Takes says what a rule takes, in words.
func Takes(l words.Lang, ind *checklist.Indicator, r *checklist.Rule) string {
	switch r.Mode {
	case checklist.Per:
		return words.ShowPer.F(l, r.Unit().In(string(l)), r.Points, r.Max)
	case checklist.Fixed:
		return words.ShowFixed.F(l, r.Points)
	case checklist.Range:
		return words.ShowRange.F(l, r.Min, r.Max, r.Step)
	case checklist.Given:
		return words.ShowGiven.F(l, ind.Full, r.Step)
	}
	return words.ShowZero.In(l)
}
