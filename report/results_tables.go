package report

import (
	"strconv"

	"zoufang/checklist"
	"zoufang/store/table"
	"zoufang/words"
)

// tables are the results as the tables of a workbook.
func (r *Results) tables() []table.Sheet {
	list := []table.Sheet{r.about(), r.ranking(), r.categories(), r.long(), r.findings(), r.warned(), r.slips(), r.agreed(), r.teams(), r.unused(), r.odd()}
	for i := range list {
		list[i].Print = &table.Print{Head: r.District + " " + r.Year + " · " + r.Made, Foot: r.Scheme.Version + " · " + r.Code}
		fit(&list[i])
	}
	list[1].Print.Fixed, list[3].Print.Fixed = 4, 2 // the name of the unit stays in sight
	return list
}

func (r *Results) in(t words.Text) string { return t.In(words.Lang(r.Lang)) }

// begin makes a table with its columns.
func (r *Results) begin(name words.Text, columns ...words.Text) table.Sheet {
	t := table.Sheet{Name: r.in(name)}
	for _, c := range columns {
		t.Columns = append(t.Columns, table.Column{Header: r.in(c)})
	}
	return t
}

// add appends a row. Points and numbers are written as numbers, anything else as text; a nil is an empty cell.
func add(t *table.Sheet, cells ...any) {
	row := make([]table.Cell, len(cells))
	for i, c := range cells {
		switch c := c.(type) {
		case string:
			row[i] = table.Cell{Text: c}
		case table.Cell:
			row[i] = c
		case int:
			row[i] = table.Cell{Text: strconv.Itoa(c), Number: true}
		case int64:
			row[i] = table.Cell{Text: strconv.FormatInt(c, 10), Number: true}
		case checklist.Points:
			row[i] = table.Cell{Text: c.String(), Points: true}
		case *checklist.Points:
			if c != nil {
				row[i] = table.Cell{Text: c.String(), Points: true}
			}
		case *float64:
			if c != nil {
				row[i] = table.Cell{Text: strconv.FormatFloat(*c, 'f', -1, 64), Number: true}
			}
		}
	}
	t.Rows = append(t.Rows, row)
}

// orNone is a place or a count as a cell, empty where it is 0.
func orNone[T int | int64](n T) any {
	if n == 0 {
		return ""
	}
	return int64(n)
}

func (r *Results) yes(is bool) string {
	if is {
		return r.in(words.ResultYes)
	}
	return ""
}

// fit gives each column the width that most of its cells need.
func fit(t *table.Sheet) {
	const least, most, look = 8, 48, 500
	for i := range t.Columns {
		wide := halves(t.Columns[i].Header) + 3 // the sign of the filter
		for _, row := range t.Rows[:min(len(t.Rows), look)] {
			wide = max(wide, halves(row[i].Text)+2)
		}
		t.Columns[i].Width = min(max(wide, least), most)
	}
}

// halves is the width of a text in characters of half width.
func halves(s string) (n int) {
	for _, r := range s {
		if n++; r >= 0x2e80 {
			n++
		}
	}
	return n
}

// about says what the workbook is, so that it can be held against the book.
func (r *Results) about() table.Sheet {
	t := r.begin(words.ResultAbout, words.ResultWhat, words.ResultIs)
	add(&t, r.in(words.SheetBook), r.District+" "+r.Year)
	add(&t, r.in(words.SheetMade), r.Made)
	add(&t, r.in(words.SheetScheme), r.Scheme.Name+" "+r.Scheme.Version+" "+r.Scheme.Hash[:min(8, len(r.Scheme.Hash))])
	add(&t, r.in(words.SheetCode), r.Code)
	add(&t, r.in(words.ResultUnits), len(r.Units))
	add(&t, r.in(words.ResultCare), r.in(words.ResultCareWhy))
	return t
}

func (r *Results) ranking() table.Sheet {
	t := r.begin(words.ResultRanking, words.ColPlace, words.ColKindPlace, words.ColCode, words.ColUnit, words.ColKind, words.ColBase, words.ColBonus,
		words.ColTotal, words.ColGrade, words.ColPerformance, words.ResultState, words.ResultLast, words.ResultScored, words.ResultScorable, words.SheetVisited, words.SheetTeam, words.ColWhy)
	for i := range r.Units {
		u := &r.Units[i]
		names := ""
		for k, e := range u.Evaluators {
			if k > 0 {
				names += r.in(words.SheetAnd)
			}
			names += e.Name
		}
		bonus := u.Bonus
		if u.Total == nil {
			bonus = nil
		}
		add(&t, orNone(u.Place), orNone(u.KindPlace), u.Code, u.Name, u.KindName, u.Base, bonus, u.Total, u.GradeName, u.Performance,
			r.state(u), u.LastTotal, u.Scored, u.Of, u.VisitedOn, names, u.WhyText)
	}
	return t
}

// state is how far a result has come, with a word where it is not as it was released any more.
func (r *Results) state(u *ResultUnit) string {
	text := words.OutcomeWords[u.State].In(words.Lang(r.Lang))
	if u.Changed {
		text += r.in(words.SheetAnd) + r.in(words.ResultChanged)
	}
	return text
}

func (r *Results) categories() table.Sheet {
	t := r.begin(words.ResultCategories, words.ColCode, words.ColUnit, words.ColKind, words.ColCategory, words.ColName, words.ColPoints, words.ColFull,
		words.ResultScored, words.ResultScorable)
	for i := range r.Units {
		u := &r.Units[i]
		for _, c := range u.Categories {
			add(&t, u.Code, u.Name, u.KindName, c.ID, c.Name, c.Score, c.Worth, c.Scored, c.Of)
		}
	}
	return t
}

// long has a row for each unit, indicator and evaluator, and one for what stands.
func (r *Results) long() table.Sheet {
	t := r.begin(words.ResultLong, words.ColCode, words.ColUnit, words.ColKind, words.ColCategory, words.ColIndicator, words.ColName, words.ColPerson, words.ResultStands,
		words.ResultVerdict, words.ResultStatus, words.ColFull, words.ResultDeducted, words.ColPoints, words.ResultFindings, words.ResultSelf, words.SheetSelfNote)
	names := map[string]*ResultIndicator{}
	for i := range r.Indicators {
		names[r.Indicators[i].ID] = &r.Indicators[i]
	}
	for i := range r.Units {
		u := &r.Units[i]
		for _, m := range u.Marks {
			x := names[m.Indicator]
			if x == nil {
				x = &ResultIndicator{ID: m.Indicator}
			}
			add(&t, u.Code, u.Name, u.KindName, x.Category, x.ID, x.Name, m.Evaluator, r.yes(m.Stands), words.StandingWords[m.Verdict].In(words.Lang(r.Lang)),
				words.StatusWords[m.Status].In(words.Lang(r.Lang)), m.Full, m.Deducted, m.Awarded, m.Findings, m.SelfScore, m.SelfNote)
		}
	}
	return t
}

func (r *Results) findings() table.Sheet {
	t := r.begin(words.ResultFound, words.ColCode, words.ColUnit, words.ColIndicator, words.ColRule, words.ColName, words.ColTimes, words.ResultMark, words.ColFacts,
		words.SheetCriterion, words.SheetPapers, words.ResultTalkOnly, words.ColState)
	for i := range r.Units {
		u := &r.Units[i]
		for _, f := range u.Findings {
			add(&t, u.Code, u.Name, f.Indicator, f.Rule, f.RuleName, orNone(f.Count), f.Mark, f.Facts, f.Criterion, f.Papers, r.yes(f.TalkOnly),
				words.Say(words.Lang(r.Lang), "finding."+f.Status))
		}
	}
	return t
}
