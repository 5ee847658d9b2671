package report

import (
	"strconv"

	"zoufang/checklist"
	"zoufang/words"
)

// fewTold is the least number of units that numbers are told of to the public: fewer could be recognised.
const fewTold = 3

// public is what anybody may read: how many units there are of each grade and what the categories came to on average,
// of released results alone and of kinds with several units. It names no unit.
func (m *maker) public() ([]*Sheet, error) {
	s, err := m.plain()
	if err != nil {
		return nil, err
	}
	list, err := m.b.Results(m.ctx)
	if err != nil {
		return nil, err
	}
	sheet := s.beginDistrict("public", checklist.ForPublic, words.SheetPublic)
	sheet.add(Text(s.in(words.SheetPublicWhy)))
	some := false
	for _, k := range s.Scheme.Kinds {
		var released []*checklist.Release
		for i := range list {
			if x := &list[i]; x.Unit.Kind == k.ID && x.Release != nil {
				released = append(released, x.Release)
			}
		}
		if len(released) >= fewTold {
			some = true
			s.tally(sheet, s.name(k.Name), released)
		}
	}
	if !some {
		sheet.add(Text(s.in(words.SheetNothingYet)))
	}
	sheet.add(Note(words.SheetFewTold.F(s.Lang, fewTold)), Signatures{s.in(words.SheetSignGroup)})
	return []*Sheet{s.end(sheet)}, nil
}

// tally are the grades and the average categories of a kind of unit.
func (s *Source) tally(sheet *Sheet, kind string, released []*checklist.Release) {
	t := Table{Columns: []Column{s.col(words.SheetGrade, 60), s.number(words.SheetUnitsN, 40)}}
	for i := range s.Scheme.Grades {
		n := 0
		for _, r := range released {
			if r.Grade == s.Scheme.Grades[i].ID {
				n++
			}
		}
		t.Rows = append(t.Rows, []string{s.name(s.Scheme.Grades[i].Name), strconv.Itoa(n)})
	}
	bars := Bars{Title: words.SheetAverage.F(s.Lang, kind, len(released))}
	for i := range s.Scheme.Categories {
		c := &s.Scheme.Categories[i]
		var got []checklist.Amount
		for _, r := range released {
			for _, m := range r.Marks {
				if m.ID == c.ID {
					got = append(got, checklist.Amount{Known: true, Points: m.Points})
				}
			}
		}
		if a := checklist.Mean(got...); a.Known {
			bars.Bars = append(bars.Bars, Bar{Label: c.ID + " " + s.name(c.Name), Value: a.Points, Of: c.Weight})
		}
	}
	sheet.add(Heading(kind), t, bars)
}
