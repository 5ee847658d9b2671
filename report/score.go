package report

import (
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/words"
)

// score is the result of the sheet that stands for the visit.
func (s *Source) score() (*checklist.Result, *checklist.Agreed) {
	agreed := s.Doc.Standing(s.Scheme)
	r := checklist.Score(s.Scheme, checklist.InputOf(s.Scheme, &s.Doc.Visit, &agreed.Sheet))
	return &r, &agreed
}

// ScoreTable is the scoring table with its arithmetic, for the team and the office: every mark, and why.
func (s *Source) ScoreTable() *Sheet {
	sheet := s.begin("score", checklist.ForTeam, words.SheetScore)
	r, agreed := s.score()
	sheet.add(s.head(&s.Doc.Visit), Note(s.in(words.SheetScoreWhy)))
	s.pending(sheet, r, agreed)
	for i := range r.Categories {
		s.categoryTable(sheet, &r.Categories[i])
	}
	if len(r.Bonuses) > 0 {
		var rows [][]string
		for _, b := range r.Bonuses {
			rows = append(rows, []string{b.Bonus.ID + " " + s.name(b.Bonus.Name), strconv.FormatInt(b.Count, 10), b.Points.String(), s.lines(b.Lines)})
		}
		sheet.add(Heading(s.in(words.ShowBonuses)), Table{Columns: []Column{s.col(words.SheetItem, 34), s.number(words.SheetCount, 8), s.number(words.SheetPoints, 10),
			s.col(words.SheetHow, 48)}, Rows: rows})
	}
	sheet.add(Heading(s.in(words.SheetTotals)), Table{Columns: []Column{s.col(words.SheetItem, 20), s.col(words.SheetPoints, 14), s.col(words.SheetHow, 66)}, Rows: s.totals(r)},
		Signatures{s.in(words.SheetSignTeam), s.in(words.SheetSignLeader)})
	return s.end(sheet)
}

// pending says that a result does not stand, or is only of what was judged so far.
func (s *Source) pending(sheet *Sheet, r *checklist.Result, agreed *checklist.Agreed) {
	if agreed.Pending != "" {
		sheet.add(Text(words.SheetPending.F(s.Lang, words.Say(s.Lang, agreed.Pending))))
	}
	if r.Scored < r.Of {
		sheet.add(Text(words.SheetProvision.F(s.Lang, r.Of-r.Scored)))
	}
}

func (s *Source) categoryTable(sheet *Sheet, c *checklist.CategoryScore) {
	var rows [][]string
	for i := range c.Indicators {
		x := &c.Indicators[i]
		awarded := s.in(words.SheetOpenCell)
		if x.Known {
			awarded = x.Awarded.String()
		}
		rows = append(rows, []string{x.Indicator.ID + " " + s.name(x.Indicator.Name), x.Indicator.Full.String(), s.in(words.StatusWords[string(x.Status)]), awarded, s.lines(x.Lines)})
	}
	if text := s.lines(c.Lines); text != "" {
		rows = append(rows, []string{s.in(words.SheetTotals), c.Worth.String(), "", s.amount(c.Score), text})
	}
	sheet.add(Heading(words.SheetCategory.F(s.Lang, c.Category.ID, s.name(c.Category.Name), s.amount(c.Score), c.Worth)),
		Table{Columns: []Column{s.col(words.SheetIndicator, 30), s.number(words.SheetFull, 9), s.col(words.SheetVerdict, 12), s.number(words.SheetPoints, 10), s.col(words.SheetHow, 39)}, Rows: rows})
}

// lines are the arithmetic in sentences. That full marks are the full marks needs no line.
func (s *Source) lines(list []checklist.Line) string {
	if len(list) == 1 && list[0].Code == "line.full" {
		return ""
	}
	out := make([]string, len(list))
	for i, l := range list {
		out[i] = words.Say(s.Lang, l.Code, l.Args()...)
	}
	return strings.Join(out, "\n")
}

// amount is a number of points, or that it is not known.
func (s *Source) amount(x checklist.Amount) string {
	if !x.Known {
		return s.in(words.SheetOpenCell)
	}
	return x.Points.String()
}

// totals are what the categories come to, each with its arithmetic.
func (s *Source) totals(r *checklist.Result) (rows [][]string) {
	var walk func(*checklist.Node)
	walk = func(n *checklist.Node) {
		switch n.Kind {
		case checklist.NodeCategory, checklist.NodeIndicator, checklist.NodeBonus:
			return
		case checklist.NodeGrade:
			rows = append(rows, []string{words.Say(s.Lang, n.Code), s.grade(r), s.lines(n.Lines)})
		case checklist.NodePass:
			rows = append(rows, []string{words.Say(s.Lang, n.Code), words.Say(s.Lang, "pass."+string(n.Pass)), s.lines(n.Lines)})
		case checklist.NodeResult:
		default:
			rows = append(rows, []string{words.Say(s.Lang, n.Code), s.amount(n.Value), s.lines(n.Lines)})
		}
		for _, p := range n.Parts {
			walk(p)
		}
	}
	walk(checklist.Tree(s.Scheme, r))
	return rows
}

// grade is the grade in words, and what it was held from.
func (s *Source) grade(r *checklist.Result) string {
	switch g := r.Grade; {
	case g.Grade == nil:
		return s.in(words.SheetOpenCell)
	case g.Held != nil:
		return words.HeldGrade.F(s.Lang, s.name(g.Grade.Name), s.name(g.Held.Name))
	default:
		return s.name(g.Grade.Name)
	}
}

// bars are the categories of a result; before has last year's, if there are any.
func (s *Source) bars(r *checklist.Result, before map[string]checklist.Points) Bars {
	out := Bars{Title: s.in(words.SheetBars)}
	for i := range r.Categories {
		c := &r.Categories[i]
		if !c.Score.Known {
			continue
		}
		bar := Bar{Label: c.Category.ID + " " + s.name(c.Category.Name), Value: c.Score.Points, Of: c.Worth}
		if p, ok := before[c.Category.ID]; ok {
			bar.Before = &p
		}
		out.Bars = append(out.Bars, bar)
	}
	return out
}
