package report

import (
	"fmt"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// unitReport is all that is known of a unit, for the office and the leading group.
func (m *maker) unitReport() ([]*Sheet, error) {
	s, err := m.source()
	if err != nil {
		return nil, err
	}
	unit := s.Doc.Unit.ID
	warned, err := m.b.Warnings(m.ctx, &unit)
	if err != nil {
		return nil, err
	}
	r, agreed := s.score()
	sheet := s.begin("unit", checklist.ForOffice, words.SheetUnitReport)
	sheet.add(s.head(&s.Doc.Visit), Note(s.in(words.SheetInternal)), Heading(s.in(words.SheetResult)))
	s.pending(sheet, r, agreed)
	sheet.add(s.resultFields(r))
	if bars := s.bars(r, nil); len(bars.Bars) > 0 {
		sheet.add(bars)
	}
	sheet.add(Heading(s.in(words.SheetLost)), s.lost(r), Heading(s.in(words.SheetFound)), s.found(&agreed.Sheet), Heading(s.in(words.SheetHeads)), s.heads(),
		Heading(s.in(words.SheetFollow)), s.followed(), Heading(s.in(words.SheetWarned)), s.warned(warned, false))
	return []*Sheet{s.end(sheet)}, nil
}

// lost are the indicators that lost marks, and why.
func (s *Source) lost(r *checklist.Result) Table {
	t := Table{Columns: []Column{s.col(words.SheetIndicator, 34), s.number(words.SheetFull, 10), s.number(words.SheetPoints, 10), s.col(words.SheetReasons, 46)}, Empty: s.in(words.SheetLostNone)}
	for i := range r.Categories {
		for k := range r.Categories[i].Indicators {
			if x := &r.Categories[i].Indicators[k]; x.Known && !x.Removed() && x.Awarded < x.Indicator.Full {
				t.Rows = append(t.Rows, []string{x.Indicator.ID + " " + s.name(x.Indicator.Name), x.Indicator.Full.String(), x.Awarded.String(), s.lines(x.Lines)})
			}
		}
	}
	return t
}

// found are the facts with what proves them.
func (s *Source) found(sheet *checklist.Sheet) Table {
	t := Table{Columns: []Column{s.col(words.SheetIndicator, 22), s.col(words.SheetFact, 44), s.col(words.SheetPapers, 34)}, Empty: s.in(words.SheetNoneYet)}
	for _, f := range s.findings(sheet) {
		rule, ind, _ := s.Scheme.Rule(f.Rule)
		t.Rows = append(t.Rows, []string{ind.ID + " " + s.name(ind.Name), s.counted(rule, f), s.papers(f.Evidence)})
	}
	return t
}

// heads is the headcount, as far as there are numbers.
func (s *Source) heads() Table {
	t := Table{Columns: []Column{s.col(words.SheetItem, 36), {Name: s.in(words.ValueWords["column.declared"]), Width: 10, Right: true}, {Name: s.in(words.ValueWords["column.office"]), Width: 10, Right: true},
		{Name: s.in(words.ValueWords["column.verified"]), Width: 10, Right: true}, s.col(words.SheetRemark, 34)}, Empty: s.in(words.SheetNoneYet)}
	for _, r := range checklist.Headcount(s.Scheme, &s.Doc.Visit) {
		row, some := []string{s.name(r.Name)}, false
		for _, c := range []checklist.Column{checklist.Declared, checklist.Office, checklist.Verified} {
			cell := ""
			if n := r.Cells[c]; n.Known {
				cell, some = fmt.Sprint(n.N), true
			}
			row = append(row, cell)
		}
		var notes []string
		for _, n := range r.Notes {
			notes = append(notes, words.Say(s.Lang, n.Code, n.Args...))
		}
		if some {
			t.Rows = append(t.Rows, append(row, strings.Join(notes, "\n")))
		}
	}
	return t
}

// followed are the slips of the year, what was promised, and what earlier years left.
func (s *Source) followed() Table {
	t := Table{Columns: []Column{s.col(words.SheetWhatKind, 24), s.col(words.SheetContent, 45), s.col(words.SheetDue, 15), s.col(words.SheetState, 16)}, Empty: s.in(words.SheetNoneYet)}
	for _, x := range s.Doc.Slips {
		t.Rows = append(t.Rows, []string{words.SheetIsSlip.F(s.Lang, x.Number), x.Facts, x.Due(), s.name(s.Scheme.StateName(x.State))})
	}
	for _, p := range s.Doc.Promises {
		if p.Status != "withdrawn" {
			t.Rows = append(t.Rows, []string{s.in(words.SheetIsPromise), p.Text, p.Due, s.in(words.ValueWords["status."+p.Status])})
		}
	}
	for _, p := range s.Doc.Past {
		t.Rows = append(t.Rows, []string{words.SheetIsPast.F(s.Lang, p.Year, p.Rule), p.Facts, "", s.in(words.PastStates[p.State])})
	}
	return t
}

// warned are open warnings with the numbers that raised them; units says which unit each is of.
func (s *Source) warned(list []store.UnitWarnings, units bool) Table {
	t := Table{Columns: []Column{s.col(words.SheetLevel, 10), s.col(words.SheetRealUnit, 20), s.col(words.SheetContent, 30), s.col(words.SheetBecause, 25), s.col(words.SheetSince, 15)},
		Empty: s.in(words.SheetNoneYet)}
	for _, level := range []string{"red", "orange", "yellow"} {
		for _, u := range list {
			for _, w := range u.Open {
				if w.Def.Level != level {
					continue
				}
				because := make([]string, len(w.Readings))
				for i, r := range w.Readings {
					because[i] = s.name(r.Name) + " " + r.Text()
				}
				since, _, _ := strings.Cut(w.Since, " ")
				t.Rows = append(t.Rows, []string{words.Say(s.Lang, "level."+level), u.Unit.Name, s.name(w.Def.Name), strings.Join(because, "\n"), since})
			}
		}
	}
	if !units {
		t.Columns = append(t.Columns[:1], t.Columns[2:]...)
		for i, r := range t.Rows {
			t.Rows[i] = append(r[:1], r[2:]...)
		}
	}
	return t
}
