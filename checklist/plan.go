package checklist

import (
	"slices"
	"strings"
)

// PlanBase is what a plan is checked against.
type PlanBase struct {
	Round     Round
	Units     []Unit
	People    []Person
	Interests []Interest
}

// PlanLine is a good row of a plan: a unit with its slot, and who goes.
type PlanLine struct {
	Row int
	Planned
}

// PlanTable is what a table of a plan said. Nothing is written while there are problems.
type PlanTable struct {
	Lines    []PlanLine
	Problems []RowProblem
	Unused   []string
}

var planColumns = headersOf(map[string]string{
	"code":     "编码 代码 单位编码 单位代码 编号 code unitcode",
	"unit":     "单位 单位名称 名称 被评估单位 unit name unitname",
	"team":     "组 小组 评估组 组别 team",
	"day":      "日期 评估日期 走访日期 时间安排 day date",
	"half":     "上下午 半天 时段 half halfday",
	"from":     "时间 开始时间 到达时间 time from start",
	"place":    "地点 集合地点 place venue",
	"leader":   "组长 带队 leader",
	"members":  "评估人员 评估员 组员 成员 members evaluators member evaluator",
	"recorder": "记录员 记录 recorder",
	"note":     "备注 说明 note notes remark remarks",
})

// PlanColumns are the columns of a plan's table in the order a template has them; package words names them.
var PlanColumns = []string{"code", "unit", "team", "day", "half", "from", "place", "leader", "members", "recorder", "note"}

// CheckPlan reads a plan from a table with a header row in Chinese or English, columns in any order. A unit is named by its
// code or name, a team by its name; who goes are the people of the row, or where it names nobody those of the team. It
// never stops at the first problem.
func CheckPlan(base PlanBase, rows []TableRow) PlanTable {
	g := readGrid(rows, planColumns)
	if len(g.Rows) > 0 && !g.Has["code"] && !g.Has["unit"] {
		g.Rows, g.Problems = nil, append(g.Problems, RowProblem{Row: rows[0].No, Code: "table.must", Args: []any{columnWord("unit")}})
	}
	c := planChecker{base: base, g: &g, units: newUnitBook(base.Units), first: map[ID]int{}}
	t := PlanTable{Unused: g.Unused}
	for _, r := range g.Rows {
		if line, ok := c.line(r); ok {
			t.Lines = append(t.Lines, line)
		}
	}
	t.Problems = g.Problems
	return t
}

type planChecker struct {
	base  PlanBase
	g     *grid
	units *unitBook
	first map[ID]int
}

func (c *planChecker) line(r gridRow) (line PlanLine, ok bool) {
	g := c.g
	g.short(r)
	line.Row = r.No
	u, found := c.units.find(g, r)
	if at, twice := c.first[u.ID]; found && twice {
		g.bad(r, "plan.twice", u.Name, at)
	}
	c.first[u.ID] = r.No
	line.Unit = u
	line.Slot = Slot{ID: SlotID(c.base.Round.ID, u.ID), Round: c.base.Round.ID, Unit: u.ID, Team: r.Cells["team"], Place: r.Cells["place"], Note: r.Cells["note"]}
	c.when(r, &line.Slot)
	c.people(r, &line)
	for _, x := range c.base.Interests {
		if x.Unit == u.ID && personIn(line.People, x.Person) != nil {
			line.Interests = append(line.Interests, x)
		}
	}
	return line, g.good(r)
}

// when reads day, half and time. Codes: plan.day, plan.half, plan.time, each with the text.
func (c *planChecker) when(r gridRow, s *Slot) {
	if text := r.Cells["day"]; text != "" {
		day, ok := ReadDay(text, c.base.Round.Year)
		if !ok {
			c.g.bad(r, "plan.day", text)
		}
		s.Day = day
	}
	half, known := HalfBoth, true
	switch text := typedName(r.Cells["half"]); text {
	case "", "全天", "一天", "day", "all":
	case "上午", "am", "morning":
		half = HalfMorning
	case "下午", "pm", "afternoon":
		half = HalfAfternoon
	default:
		known = false
		c.g.bad(r, "plan.half", r.Cells["half"])
	}
	s.Half = half
	if text := r.Cells["from"]; text != "" {
		at, ok := readTime(text)
		if !ok {
			c.g.bad(r, "plan.time", text)
		} else if known && r.Cells["half"] == "" {
			s.Half = HalfOf(at)
		}
		s.From = at
	}
}

// HalfOf is the half of the day a time lies in.
func HalfOf(at string) string {
	if at < "12:00" {
		return HalfMorning
	}
	return HalfAfternoon
}

// people reads who goes. Codes: plan.person (name) for somebody the book does not know, plan.people (name) for a name that
// several have, plan.team (team) for a team without people where the row names none.
func (c *planChecker) people(r gridRow, line *PlanLine) {
	named := false
	for _, col := range []struct {
		field string
		role  Role
	}{{"leader", RoleLeader}, {"members", RoleMember}, {"recorder", RoleRecorder}} {
		for _, text := range strings.FieldsFunc(r.Cells[col.field], func(x rune) bool { return strings.ContainsRune("，,、;；/ \n", x) }) {
			named = true
			if p, ok := c.person(r, text); ok && personIn(line.People, p.ID) == nil {
				p.Role, p.Team = col.role, line.Slot.Team
				line.People = append(line.People, p)
			}
		}
	}
	if named || line.Slot.Team == "" {
		return
	}
	for _, p := range c.base.People {
		if typedName(p.Team) == typedName(line.Slot.Team) && p.Role != RoleOffice {
			line.Slot.Team = p.Team
			line.People = append(line.People, p)
		}
	}
	if len(line.People) == 0 {
		c.g.bad(r, "plan.team", line.Slot.Team)
	}
}

func (c *planChecker) person(r gridRow, text string) (p Person, ok bool) {
	var found []Person
	for _, p := range c.base.People {
		if typedName(p.Number) == typedName(text) || typedName(p.Name) == typedName(text) {
			found = append(found, p)
		}
	}
	switch len(found) {
	case 0:
		c.g.bad(r, "plan.person", text)
	case 1:
		return found[0], true
	default:
		c.g.bad(r, "plan.people", text)
	}
	return p, false
}

// PlanWith is the plan of a round with the lines of a table over it.
func PlanWith(plan []Planned, lines []PlanLine) []Planned {
	out := slices.Clone(plan)
	for _, l := range lines {
		if i := slices.IndexFunc(out, func(p Planned) bool { return p.Unit.ID == l.Unit.ID }); i >= 0 {
			out[i] = l.Planned
		} else {
			out = append(out, l.Planned)
		}
	}
	return out
}
