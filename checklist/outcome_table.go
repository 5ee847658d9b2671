package checklist

import "strings"

// PastResultTable is what a table of results of earlier years said.
type PastResultTable struct {
	Lines    []PastResult
	Problems []RowProblem
	Unused   []string
}

// CheckPastResults reads results of earlier years: unit, year, total, grade, and a column for each category of the scheme
// by its id or name. Codes besides those of the unit: past.year, results.total, results.points (category, text),
// results.twice (unit, year, row before).
func CheckPastResults(s *Scheme, units []Unit, rows []TableRow) PastResultTable {
	names := headersOf(map[string]string{
		"code": "编码 代码 单位编码 单位代码 编号 code unitcode", "unit": "单位 单位名称 名称 被评估单位 unit name unitname",
		"year": "年度 年份 year", "total": "总分 得分 分数 total score points", "grade": "等次 等级 grade",
	})
	for i := range s.Categories {
		c := &s.Categories[i]
		for _, name := range []string{c.ID, c.Name.ZH, c.Name.EN} {
			if p := plain(name); p != "" && names[p] == "" {
				names[p] = "=" + c.ID
			}
		}
	}
	g := readGrid(rows, names, "year", "total")
	book, t, first := newUnitBook(units), PastResultTable{Unused: g.Unused}, map[string]int{}
	for _, r := range g.Rows {
		u, ok := book.find(&g, r)
		if !ok {
			continue
		}
		x, ok := pastResult(s, &g, r, u)
		if at, twice := first[u.ID.String()+x.Year]; ok && twice {
			g.bad(r, "results.twice", u.Name, x.Year, at)
		} else if ok {
			first[u.ID.String()+x.Year] = r.No
			t.Lines = append(t.Lines, x)
		}
	}
	t.Problems = g.Problems
	return t
}

func pastResult(s *Scheme, g *grid, r gridRow, u Unit) (PastResult, bool) {
	x := PastResult{Unit: u.ID, Year: strings.TrimSuffix(r.Cells["year"], "年"), Grade: r.Cells["grade"]}
	if len(x.Year) != 4 || !digits(x.Year) {
		g.bad(r, "past.year", x.Year)
	}
	var err error
	if x.Total, err = ParsePoints(r.Cells["total"]); err != nil {
		g.bad(r, "results.total", r.Cells["total"])
	}
	for i := range s.Categories {
		c := &s.Categories[i]
		cell := r.Cells["="+c.ID]
		if cell == "" {
			continue
		}
		p, err := ParsePoints(cell)
		if err != nil {
			g.bad(r, "results.points", c.Name, cell)
		}
		x.Marks = append(x.Marks, Mark{ID: c.ID, Points: p})
	}
	return x, g.good(r)
}
