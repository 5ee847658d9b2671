package report

import (
	"io"

	"zoufang/checklist"
	"zoufang/store/table"
	"zoufang/words"
)

// selfScore is the form for a unit's own marks: on paper, or as a workbook that is filled in and imported. Without a unit it
// covers every indicator of the scheme.
func (m *maker) selfScore() ([]*Sheet, error) {
	s, err := m.plain()
	if err != nil {
		return nil, err
	}
	sheet := s.begin("self-score", checklist.ForUnit, words.SheetSelfForm)
	sheet.About = s.Doc.Round.ID.String() + m.Unit.ID.String()
	if sheet.Under == "" {
		sheet.Under = s.name(s.Scheme.Name)
	}
	s.selfForm(sheet)
	sheet = s.end(sheet)
	sheet.own = map[string]func(io.Writer) error{
		"xlsx": func(w io.Writer) error { return table.WriteWorkbook(w, []table.Sheet{s.selfTable()}) },
		"csv":  func(w io.Writer) error { return table.WriteCSV(w, s.selfTable(), !m.NoMark) },
	}
	return []*Sheet{sheet}, nil
}

// selfTable is the form as a table: a row an indicator, the unit's code in each, so that it cannot be imported for another.
func (s *Source) selfTable() table.Sheet {
	t := table.Sheet{Name: sheetName(false, 0, s.in(words.SheetSelfForm))}
	for _, c := range []struct {
		name  words.Text
		width int
	}{{words.SelfUnit, 12}, {words.SelfIndicator, 10}, {words.SelfName, 48}, {words.SelfFull, 8}, {words.SelfPoints, 10}, {words.SheetSelfNote, 48}} {
		t.Columns = append(t.Columns, table.Column{Header: s.in(c.name), Width: c.width})
	}
	s.eachCategory(func(_ *checklist.Category, inds []*checklist.Indicator) {
		for _, ind := range inds {
			add(&t, s.Doc.Unit.Code, ind.ID, s.name(ind.Name), ind.Full, table.Cell{Points: true}, "")
		}
	})
	return t
}
