package tui

import (
	"strings"

	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// aboutTotal is the total in a Place; indicators, categories and the bonuses have names of their own.
const aboutTotal = "total"

// explain opens a number into its arithmetic: what it is made of, line by line, and from there into its parts.
type explain struct {
	*bench
	about  string
	person checklist.ID // whose sheet; zero is the viewer's
	list   *List
	rows   []explainRow
}

// explainRow is one line of the arithmetic; about is the part it can be opened into, "" for none.
type explainRow struct {
	text, points, about string
}

func init() {
	addScreen("explain", func(e *Env, p Place) Screen { return newExplain(e, p) })
}

func newExplain(e *Env, p Place) *explain {
	x := &explain{bench: newBench(e, p.Visit), about: p.Item, person: p.Record}
	x.list = NewList(e, Column{Grow: true}, Column{Right: true, Min: 8})
	x.list.NoTitles = true
	x.settle()
	return x
}

func (x *explain) settle() {
	if x.doc == nil {
		return
	}
	x.rows = x.lines()
	x.list.SetRows(len(x.rows), func(i int) []string { return []string{x.rows[i].text, x.rows[i].points} })
}

// lines is the arithmetic of what the page is about.
func (x *explain) lines() []explainRow {
	res := x.scoreOf()
	if s, ok := res.Indicator(x.about); ok {
		return x.ofIndicator(s)
	}
	for i := range res.Categories {
		if c := &res.Categories[i]; c.Category.ID == x.about {
			return x.ofCategory(c)
		}
	}
	if x.about == bonusTab {
		return x.ofBonus(res)
	}
	return x.ofTotal(res)
}

// scoreOf is the score of the sheet the page is about.
func (x *explain) scoreOf() *checklist.Result {
	for i := range x.doc.Sheets {
		if s := &x.doc.Sheets[i]; s.Person.ID == x.person && x.person != x.env.Me.ID {
			res := checklist.Score(x.scheme(), checklist.InputOf(x.scheme(), &x.doc.Visit, s))
			return &res
		}
	}
	return x.score()
}

// said are lines of the engine as sentences; indent sets the parts of a part off.
func (x *explain) said(list []checklist.Line, indent string) []explainRow {
	var rows []explainRow
	for _, l := range list {
		row := explainRow{text: indent + x.say(l.Code, l.Args()...)}
		if l.Points != 0 {
			row.points = l.Points.String()
		}
		rows = append(rows, row)
	}
	return rows
}

func (x *explain) ofIndicator(s *checklist.IndicatorScore) []explainRow {
	rows := x.said(s.Lines, "")
	return append(rows, explainRow{text: x.env.T(words.ResultLine), points: x.mark(s)})
}

// mark is the mark of an indicator, or what keeps it from having one.
func (x *explain) mark(s *checklist.IndicatorScore) string {
	if s.Known {
		return s.Awarded.String()
	}
	return x.env.T(words.StatusWords[string(s.Status)])
}

func (x *explain) ofCategory(c *checklist.CategoryScore) []explainRow {
	var rows []explainRow
	for i := range c.Indicators {
		s := &c.Indicators[i]
		rows = append(rows, explainRow{
			text:   x.env.T(words.PartLine, s.Indicator.ID, x.env.name(s.Indicator.Name), s.Indicator.Full),
			points: x.mark(s), about: s.Indicator.ID,
		})
	}
	rows = append(rows, x.said(c.Lines, "")...)
	return append(rows, explainRow{text: x.env.T(words.ResultLine), points: x.env.amount(c.Score)})
}

func (x *explain) ofBonus(res *checklist.Result) []explainRow {
	var rows []explainRow
	for _, b := range res.Bonuses {
		rows = append(rows, explainRow{text: b.Bonus.ID + " " + x.env.name(b.Bonus.Name), points: b.Points.String()})
		rows = append(rows, x.said(b.Lines, "   ")...)
	}
	for _, l := range res.Lines {
		if l.Code == "line.bonus.cap" {
			rows = append(rows, x.said([]checklist.Line{l}, "")...)
		}
	}
	return append(rows, explainRow{text: x.env.T(words.ResultLine), points: res.Bonus.String()})
}

func (x *explain) ofTotal(res *checklist.Result) []explainRow {
	e := x.env
	var rows []explainRow
	for i := range res.Categories {
		c := &res.Categories[i]
		rows = append(rows, explainRow{text: e.T(words.PartLine, c.Category.ID, e.name(c.Category.Name), c.Category.Weight),
			points: e.amount(c.Score), about: c.Category.ID})
	}
	rows = append(rows, explainRow{text: e.T(words.BonusTitle), points: res.Bonus.String(), about: bonusTab})
	rows = append(rows, x.said(res.Lines, "")...)
	if g := res.Grade.Grade; g != nil {
		rows = append(rows, explainRow{text: e.T(words.GradeLine), points: e.name(g.Name)})
	}
	return append(rows, explainRow{text: e.T(words.TotalLine), points: e.amount(res.Total)})
}

// Open reads the visit.
func (x *explain) Open() tea.Cmd { return x.open() }

// Update moves and follows the book.
func (x *explain) Update(msg tea.Msg) tea.Cmd {
	if x.update(msg) {
		x.settle()
		return nil
	}
	return x.list.Update(msg)
}

// Frame draws the lines.
func (x *explain) Frame(w, h int) Frame {
	e := x.env
	if x.doc == nil {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	lines := []string{" " + e.Style.Title.Render(e.Cut(x.heading(), w-2)), e.Rule(w)}
	return Frame{Body: strings.Join(append(lines, x.list.Rows(w, h-2)...), "\n")}
}

func (x *explain) heading() string {
	e := x.env
	if ind, _, ok := x.scheme().Indicator(x.about); ok {
		return ind.ID + " " + e.name(ind.Name)
	}
	if c, ok := x.scheme().Category(x.about); ok {
		return c.ID + " " + e.name(c.Name)
	}
	if x.about == bonusTab {
		return e.T(words.BonusTitle)
	}
	return e.T(words.TotalLine)
}

// Keys move and go deeper.
func (x *explain) Keys() []Action {
	deeper := On(words.ExplainKey, x.deeper, "enter")
	if i := x.list.Selected(); i < 0 || i >= len(x.rows) || x.rows[i].about == "" {
		deeper = deeper.OffIf(x.env.T(words.ExplainEnd))
	}
	return []Action{Show(words.KeyMove, "up", "down"), deeper}
}

func (x *explain) deeper() tea.Cmd {
	return x.env.Go(Place{Screen: "explain", Visit: x.visit, Record: x.person, Item: x.rows[x.list.Selected()].about})
}

// Click selects a row.
func (x *explain) Click(x0, y0 int) tea.Cmd {
	x.list.Click(x0, y0-2)
	return nil
}

// Place remembers what the page is about.
func (x *explain) Place() Place {
	return Place{Screen: "explain", Visit: x.visit, Record: x.person, Item: x.about}
}

// Title is the crumb.
func (x *explain) Title() string { return x.env.T(words.ExplainTitle) }

// Hint says how the numbers come about.
func (x *explain) Hint() string { return x.env.T(words.ExplainHint) }

// ScoresShown tells the header: the page is nothing but scores, and opened on purpose.
func (x *explain) ScoresShown() bool { return true }
