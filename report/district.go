package report

import (
	"fmt"
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// unitResult is what stands for the yearly visit of a unit.
type unitResult struct {
	visit  *checklist.Visit
	scheme *checklist.Scheme
	result checklist.Result
	agreed checklist.Agreed
}

// results works out the result of every unit of the round that was judged.
func (m *maker) results() (list []unitResult, err error) {
	units, err := m.b.Units(m.ctx)
	if err != nil {
		return nil, err
	}
	for _, u := range units {
		if !u.Unit.Counts() || u.Visit == (checklist.ID{}) {
			continue
		}
		d, err := m.b.Visit(m.ctx, u.Visit)
		if err != nil {
			return nil, err
		}
		if len(d.Sheets) == 0 {
			continue
		}
		s, err := m.b.SchemeOf(m.ctx, d.SchemeHash)
		if err != nil {
			return nil, err
		}
		x := unitResult{visit: &d.Visit, scheme: s, agreed: d.Standing(s)}
		x.result = checklist.Score(s, checklist.InputOf(s, &d.Visit, &x.agreed.Sheet))
		list = append(list, x)
	}
	return list, nil
}

// standing lists how far the results of the units have come; unseen are those of which nothing was judged.
func (m *maker) standing() (list []store.ResultRow, entries []checklist.RankEntry, unseen []checklist.Unit, err error) {
	list, err = m.b.Results(m.ctx)
	for i := range list {
		if x := &list[i]; x.Entry.Scored > 0 {
			entries = append(entries, x.Entry)
		} else {
			unseen = append(unseen, x.Unit)
		}
	}
	return list, entries, unseen, err
}

// basics says how many units there are and how many have a result.
func (s *Source) basics(entries []checklist.RankEntry, unseen []checklist.Unit) Text {
	complete := 0
	for i := range entries {
		if entries[i].Total.Known {
			complete++
		}
	}
	return Text(words.SheetBasics.F(s.Lang, len(entries)+len(unseen), len(entries), complete, len(unseen)))
}

// beginDistrict makes a sheet of the whole district.
func (s *Source) beginDistrict(kind string, to checklist.Audience, title words.Text) *Sheet {
	sheet := s.begin(kind, to, title)
	sheet.About, sheet.Number = s.Doc.Round.ID.String(), words.SheetDocNo.F(s.Lang, s.Doc.Round.Year)
	sheet.Under = words.SheetDistrictOf.F(s.Lang, s.Doc.Round.District, s.Doc.Round.Year)
	return sheet
}

// district is the report on the whole district, for the office and the leading group.
func (m *maker) district() ([]*Sheet, error) {
	s, err := m.plain()
	if err != nil {
		return nil, err
	}
	list, entries, unseen, err := m.standing()
	if err != nil {
		return nil, err
	}
	ranked, err := checklist.Rank(entries)
	if err != nil {
		return nil, err
	}
	warned, err := m.b.Warnings(m.ctx, nil)
	if err != nil {
		return nil, err
	}
	closed, err := m.b.ClosedSheets(m.ctx)
	if err != nil {
		return nil, err
	}
	learned, err := m.b.Learning(m.ctx)
	if err != nil {
		return nil, err
	}
	sheet := s.beginDistrict("district", checklist.ForOffice, words.SheetDistrict)
	sheet.add(Note(s.in(words.SheetInternal)), s.basics(entries, unseen),
		Heading(s.in(words.SheetRanking)), s.ranking(ranked, unseen), Heading(s.in(words.SheetByGrade)), s.grades(ranked), Heading(s.in(words.SheetByCategory)))
	s.compare(sheet, list)
	agreement := checklist.AgreementOf(closed)
	sheet.add(Heading(s.in(words.SheetWarnings)), s.warned(warned, true), Heading(s.in(words.SheetAgreement)), s.agreement(&agreement),
		Heading(s.in(words.SheetLearned)), s.learned(learned), Signatures{s.in(words.SheetSignOffice), s.in(words.SheetSignGroup)})
	return []*Sheet{s.end(sheet)}, nil
}

// ranking is the order of the units, those without a place last with the reason.
func (s *Source) ranking(ranked []checklist.Ranked, unseen []checklist.Unit) Table {
	t := Table{Columns: []Column{s.number(words.SheetPlace, 8), s.number(words.SheetKindPlace, 9), s.col(words.SheetRealUnit, 27), s.col(words.SheetKind, 15), s.number(words.SheetTotal, 10),
		s.col(words.SheetGrade, 10), s.number(words.SheetContrib, 10), s.col(words.SheetRemark, 19)}, Empty: s.in(words.SheetNothingYet)}
	for i := range ranked {
		x := &ranked[i]
		row := []string{place(x.Place), place(x.KindPlace), x.Unit.Name, s.kindName(x.Unit.Kind), s.amount(x.Total), "", s.amount(x.Contrib), ""}
		if x.Grade.Grade != nil {
			row[5] = s.name(x.Grade.Grade.Name)
		}
		if x.Code != "" {
			row[7] = words.Say(s.Lang, x.Code, x.Args...)
		}
		t.Rows = append(t.Rows, row)
	}
	for _, u := range unseen {
		t.Rows = append(t.Rows, []string{"", "", u.Name, s.kindName(u.Kind), "", "", "", s.in(words.SheetNoPlace)})
	}
	return t
}

func place(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// grades counts the units of each grade that have a place.
func (s *Source) grades(ranked []checklist.Ranked) Table {
	t := Table{Columns: []Column{s.col(words.SheetGrade, 60), s.number(words.SheetUnitsN, 40)}}
	for i := range s.Scheme.Grades {
		n := 0
		for k := range ranked {
			if g := ranked[k].Grade.Grade; ranked[k].Place > 0 && g != nil && g.ID == s.Scheme.Grades[i].ID {
				n++
			}
		}
		t.Rows = append(t.Rows, []string{s.name(s.Scheme.Grades[i].Name), strconv.Itoa(n)})
	}
	return t
}

// compare draws the average of each category for each kind of unit, over the results that stand.
func (s *Source) compare(sheet *Sheet, list []store.ResultRow) {
	some := false
	for _, k := range s.Scheme.Kinds {
		n, got := 0, map[string][]checklist.Amount{}
		for i := range list {
			x := &list[i]
			if x.Unit.Kind != k.ID || !x.Entry.Total.Known || x.Entry.Pending != "" {
				continue
			}
			n++
			for _, m := range x.Marks {
				got[m.ID] = append(got[m.ID], checklist.Amount{Known: true, Points: m.Points})
			}
		}
		bars := Bars{Title: words.SheetAverage.F(s.Lang, s.name(k.Name), n)}
		for i := range s.Scheme.Categories {
			c := &s.Scheme.Categories[i]
			if a := checklist.Mean(got[c.ID]...); a.Known {
				bars.Bars = append(bars.Bars, Bar{Label: c.ID + " " + s.name(c.Name), Value: a.Points, Of: c.Weight})
			}
		}
		if len(bars.Bars) > 0 {
			sheet.add(bars)
			some = true
		}
	}
	if !some {
		sheet.add(Text(s.in(words.SheetNothingYet)))
	}
}

// alphaInterval is the place of the coefficient for points among those of an agreement: nominal, ordinal, interval, ratio.
const alphaInterval = 2

// agreement is how far the evaluators agree: of all, then of each pair.
func (s *Source) agreement(a *checklist.Agreement) Table {
	t := Table{Columns: []Column{s.col(words.SheetPair, 46), s.number(words.SheetItems, 14), s.number(words.SheetSame, 20), s.number(words.AgreeAlpha, 20)}, Empty: s.in(words.SheetNothingYet)}
	add := func(name string, g *checklist.GroupAgreement) {
		t.Rows = append(t.Rows, []string{name, strconv.Itoa(g.Items), s.stat(g.Percent, true), s.stat(g.Alpha[alphaInterval], false)})
	}
	if a.All.Items > 0 {
		add(s.in(words.SheetTotals), &a.All)
	}
	for i := range a.Pairs {
		p := &a.Pairs[i]
		add(words.AgreeAnd.F(s.Lang, p.Pair[0].Name, p.Pair[1].Name), p)
	}
	return t
}

// stat is a coefficient, or why there is none.
func (s *Source) stat(x checklist.Stat, percent bool) string {
	switch {
	case !x.Known:
		return words.Say(s.Lang, x.Why)
	case percent:
		return fmt.Sprintf("%.1f%%", 100*x.Value)
	}
	return fmt.Sprintf("%.3f", x.Value)
}

// learned are experiences, defects of the provisions and suggestions of the given kinds; all without any.
func (s *Source) learned(list []store.Learned, only ...string) Table {
	t := Table{Columns: []Column{s.col(words.SheetLearnKind, 18), s.col(words.SheetRealUnit, 22), s.col(words.SheetText, 60)}, Empty: s.in(words.SheetNoneYet)}
	for _, x := range list {
		if len(only) == 0 || strings.Contains(strings.Join(only, " "), x.Kind) {
			t.Rows = append(t.Rows, []string{s.in(words.LearnKinds[x.Kind]), x.UnitName, x.Text})
		}
	}
	return t
}
