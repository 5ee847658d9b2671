package tui

import (
	"strconv"

	"zoufang/checklist"
	"zoufang/words"
)

// sumRow is a row of the table; about is the node of the arithmetic that it opens.
type sumRow struct {
	text, points, full, done, found string
	held                            string // stands beside the text while scores are on show
	about                           string
}

// sums are the rows of the table: the categories, then what they come to. What the scheme does not know has no row.
func (r *review) sums() []sumRow {
	e, scheme := r.env, r.scheme()
	var rows []sumRow
	for i := range r.res.Categories {
		c := &r.res.Categories[i]
		score := e.amount(c.Score)
		if c.Dropped && c.Scored == c.Of {
			score = e.T(words.StatusWords["na"])
		}
		rows = append(rows, sumRow{text: c.Category.ID + " " + e.name(c.Category.Name), points: score, full: c.Worth.String(),
			done: strconv.Itoa(c.Scored) + "/" + strconv.Itoa(c.Of), found: strconv.Itoa(r.foundIn(c)), about: aboutCategory + c.Category.ID})
	}
	rows = append(rows, sumRow{text: e.T(words.BaseRow), points: e.amount(r.res.Base), full: scheme.Total.String(), about: string(checklist.NodeBase)})
	if len(scheme.Bonuses) > 0 {
		rows = append(rows, sumRow{text: e.T(words.BonusTitle), points: r.res.Bonus.String(), full: scheme.Scoring.BonusCap.String(), about: aboutBonuses})
	}
	rows = append(rows, sumRow{text: e.T(words.TotalLine), points: e.amount(r.res.Total), full: scheme.Scoring.TotalCap.String(), about: aboutTotal},
		r.gradeRow())
	if r.res.Pass != checklist.PassNone {
		rows = append(rows, sumRow{text: e.Say("node.pass"), points: e.Say("pass." + string(r.res.Pass)), about: string(checklist.NodePass)})
	}
	if r.res.Performance.Known {
		rows = append(rows, sumRow{text: e.T(words.PerformanceRow), points: r.res.Performance.Points.String(), about: string(checklist.NodePerformance)})
	}
	return rows
}

// gradeRow is the grade; where something holds it down, the one the total alone would give stands beside it.
func (r *review) gradeRow() sumRow {
	e, g := r.env, r.res.Grade
	row := sumRow{text: e.T(words.GradeLine), about: string(checklist.NodeGrade)}
	if g.Grade == nil {
		row.points = e.T(words.NotYet)
		return row
	}
	row.points = e.name(g.Grade.Name)
	if g.Held != nil {
		row.held = e.T(words.HeldFrom, e.name(g.Held.Name))
	}
	return row
}

func (r *review) sumCells(i int) []string {
	row := r.parts[i]
	if !r.shown {
		row.points, row.held = r.env.T(words.HiddenCell), ""
	}
	if row.held != "" {
		row.text += r.env.T(words.Terms, row.held)
	}
	return []string{row.text, row.points, row.full, row.done, row.found}
}

// foundIn counts the findings of a category that stand.
func (r *review) foundIn(c *checklist.CategoryScore) (n int) {
	for _, f := range r.sheet().Findings {
		if _, ind, ok := r.scheme().Rule(f.Rule); ok && f.Active() {
			if _, cat, _ := r.scheme().Indicator(ind.ID); cat == c.Category {
				n++
			}
		}
	}
	return n
}
