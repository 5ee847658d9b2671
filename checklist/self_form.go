package checklist

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// SelfLine is one of the unit's own marks, with the row it came from.
type SelfLine struct {
	Row int
	SelfScore
}

// SelfTable is what a unit's form of its own marks said. Open are the indicators of the unit that it gives no mark for.
type SelfTable struct {
	Lines    []SelfLine
	Open     []string
	Problems []RowProblem
	Unused   []string
}

// maxSelfNote is the most characters of a remark.
const maxSelfNote = 2000

// CheckSelfScores reads the form that a unit filled in: indicator (by id) and points, and if it wants the unit's code, the
// full marks and a remark. A row without points is left open. Codes: self.unit (text, unit) for the form of another unit,
// self.indicator (text), self.kind (indicator) for one that does not apply to the unit, self.points (text), self.above
// (points, full), self.full (text, full) where the form is of another version of the scheme, self.twice (indicator, row
// before), self.nopoints for a remark without points, self.long (most characters).
func CheckSelfScores(s *Scheme, u Unit, rows []TableRow) SelfTable {
	g := readGrid(rows, headersOf(map[string]string{
		"code": "编码 单位编码 单位代码 code unitcode", "indicator": "指标编号 指标号 编号 指标 indicator id no", "name": "指标名称 名称 name",
		"full": "满分 标准分 full of", "points": "自评分 自评得分 得分 points score selfscore", "note": "自查说明 说明 备注 note remark",
	}), "indicator", "points")
	c := selfChecker{s: s, u: u, g: &g, first: map[string]int{}, applies: map[string]bool{}}
	for _, ind := range s.Indicators(u.Kind) {
		c.applies[ind.ID] = true
	}
	for _, r := range g.Rows {
		c.row(r)
	}
	t := SelfTable{Lines: c.lines, Problems: g.Problems, Unused: g.Unused}
	if len(t.Problems) == 0 {
		for _, ind := range s.Indicators(u.Kind) {
			if c.first[ind.ID] == 0 {
				t.Open = append(t.Open, ind.ID)
			}
		}
	}
	return t
}

type selfChecker struct {
	s       *Scheme
	u       Unit
	g       *grid
	first   map[string]int // the row of each indicator that has points
	applies map[string]bool
	lines   []SelfLine
}

func (c *selfChecker) row(r gridRow) {
	if code := r.Cells["code"]; code != "" && typedName(code) != typedName(c.u.Code) {
		c.g.bad(r, "self.unit", code, c.u.Name)
	}
	ind, _, ok := c.s.Indicator(strings.ToUpper(strings.TrimSpace(width.Narrow.String(r.Cells["indicator"]))))
	if !ok {
		ind, _, ok = c.s.Indicator(r.Cells["indicator"]) // ids may be of any case
	}
	text, note := r.Cells["points"], r.Cells["note"]
	switch {
	case !ok && text == "" && note == "": // a heading, or a sum
		return
	case !ok:
		c.g.bad(r, "self.indicator", r.Cells["indicator"])
		return
	case text == "" && note != "":
		c.g.bad(r, "self.nopoints")
	case text != "" && !c.applies[ind.ID]:
		c.g.bad(r, "self.kind", ind.ID)
	}
	if full := r.Cells["full"]; full != "" && text != "" {
		if p, ok := selfPoints(full); !ok || p != ind.Full {
			c.g.bad(r, "self.full", full, ind.Full)
		}
	}
	if utf8.RuneCountInString(note) > maxSelfNote {
		c.g.bad(r, "self.long", maxSelfNote)
	}
	if text != "" {
		c.points(r, ind, text, note)
	}
}

func (c *selfChecker) points(r gridRow, ind *Indicator, text, note string) {
	p, ok := selfPoints(text)
	switch at := c.first[ind.ID]; {
	case !ok || p < 0:
		c.g.bad(r, "self.points", text)
	case p > ind.Full:
		c.g.bad(r, "self.above", p, ind.Full)
	case at > 0:
		c.g.bad(r, "self.twice", ind.ID, at)
	}
	if c.first[ind.ID] == 0 {
		c.first[ind.ID] = r.No
	}
	if c.g.good(r) {
		c.lines = append(c.lines, SelfLine{r.No, SelfScore{Indicator: ind.ID, Points: p, Note: note}})
	}
}

// selfPoints reads a number of points as forms have it: 7.5, ７．５, 7.5分.
func selfPoints(cell string) (Points, bool) {
	p, err := ParsePoints(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(width.Narrow.String(cell)), "分")))
	return p, err == nil
}
