package report

import (
	"strconv"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// notice is what a unit is told once its result was released (反馈意见). Faults: report.unreleased (unit).
func (m *maker) notice() ([]*Sheet, error) {
	if m.Unit.ID == (checklist.ID{}) {
		return nil, &store.Fault{Code: "report.nounit", Args: []any{words.SheetNotice}}
	}
	r, err := m.b.OutcomeOf(m.ctx, m.Unit.ID)
	if err != nil {
		return nil, err
	}
	n, ok := r.Notice()
	if !ok {
		return nil, &store.Fault{Code: "report.unreleased", Args: []any{m.Unit.Name}}
	}
	return []*Sheet{Notice(m.Lang, m.Made, r.Scheme, &n)}, nil
}

// Notice is the result notice for the unit: the total, the categories beside last year's, what has to be put right and by
// when, and how to object. It is made from the released numbers alone.
func Notice(l words.Lang, made string, scheme *checklist.Scheme, n *checklist.Notice) *Sheet {
	s := &Source{Lang: l, Made: made, Scheme: scheme, Doc: &store.Doc{Visit: checklist.Visit{Unit: n.Unit, Round: checklist.Round{District: n.District, Year: n.Year}}}}
	sheet := s.begin("notice", checklist.ForUnit, words.SheetNotice)
	sheet.About, sheet.Number = n.Unit.ID.String(), words.SheetDocNo.F(l, n.Year)
	sheet.add(Text(words.SheetNoticeWhy.F(l, n.Year)),
		Fields{{s.in(words.SheetTotal), n.Total.String()}, {s.in(words.SheetGrade), s.name(n.Grade)}, {s.in(words.SheetNoticeOn), n.On}, {s.in(words.SheetNoticeUntil), n.Until}})
	if n.Last != nil {
		sheet.add(Text(words.SheetNoticeLast.F(l, n.Last.Year, n.Last.Total, n.Last.Grade, change(n.Total-n.Last.Total))))
	}
	bars := Bars{Title: s.in(words.SheetBars)}
	t := Table{Columns: []Column{s.col(words.ColCategory, 52), s.number(words.SheetPoints, 16), s.number(words.SheetFull, 16), s.number(words.SheetNoticeBefore, 16)}}
	for _, b := range n.Bars {
		before := ""
		if b.Last != nil {
			before = b.Last.String()
		}
		bars.Bars = append(bars.Bars, Bar{Label: b.ID + " " + s.name(b.Name), Value: b.Score, Of: b.Worth, Before: b.Last})
		t.Rows = append(t.Rows, []string{b.ID + " " + s.name(b.Name), b.Score.String(), b.Worth.String(), before})
	}
	sheet.add(Heading(s.in(words.SheetNoticeMarks)), bars, t, Heading(s.in(words.SheetNoticeItems)))
	items := Table{Columns: []Column{s.number(words.SheetNo, 7), s.col(words.SheetIndicator, 26), s.col(words.SheetFact, 51), s.col(words.SheetDue, 16)}, Empty: s.in(words.SheetNoticeNoItems)}
	for _, x := range n.Items {
		name, facts := x.Indicator, x.Facts
		if ind, _, ok := scheme.Indicator(x.Indicator); ok {
			name += " " + s.name(ind.Name)
		}
		if rule, _, ok := scheme.Rule(x.Rule); ok {
			facts = s.counted(rule, checklist.Finding{Facts: x.Facts, Count: x.Count})
		}
		items.Rows = append(items.Rows, []string{strconv.FormatInt(x.No, 10), name, facts, x.Deadline})
	}
	sheet.add(items, Note(words.SheetNoticeObject.F(l, checklist.ObjectionDays)), Signatures{s.in(words.SheetSignGroup), s.in(words.SheetSignUnit)})
	return s.end(sheet)
}

// change is a difference with its sign.
func change(p checklist.Points) string {
	if p > 0 {
		return "+" + p.String()
	}
	return p.String()
}
