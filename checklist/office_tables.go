package checklist

import "strings"

// LedgerLine is one number of the office's ledger.
type LedgerLine struct {
	Row  int
	Unit Unit
	Ledger
}

// LedgerTable is what a table of ledger numbers said.
type LedgerTable struct {
	Lines    []LedgerLine
	Problems []RowProblem
	Unused   []string
}

// CheckLedger reads ledger numbers from a table: wide, a row a unit and a column a figure of the scheme (by its id or its
// name in either language), or long, a row a number with the columns unit, figure and number. asOf is the day they are
// as of where a row does not say. Codes besides those of the unit: ledger.figure (text), ledger.number (figure, text),
// ledger.twice (unit, figure, row before), ledger.none without a column that means a figure, plan.day.
func CheckLedger(s *Scheme, units []Unit, asOf, year string, rows []TableRow) LedgerTable {
	names := headersOf(map[string]string{
		"code": "编码 代码 单位编码 单位代码 编号 code unitcode", "unit": "单位 单位名称 名称 被评估单位 unit name unitname",
		"figure": "项目 人数项目 指标项 figure item", "n": "人数 数值 数量 台账数 n number value", "as_of": "截至 截至日期 asof",
	})
	figures := map[string]string{}
	for _, f := range s.Reconciliation.Figures {
		for _, name := range []string{f.ID, f.Name.ZH, f.Name.EN} {
			if p := plain(name); p != "" {
				figures[p] = f.ID
				if names[p] == "" {
					names[p] = "=" + f.ID
				}
			}
		}
	}
	g := readGrid(rows, names)
	c := ledgerChecker{s: s, g: &g, figures: figures, asOf: asOf, year: year, first: map[string]int{}}
	long := g.Has["figure"] && g.Has["n"]
	wide := false
	for field := range g.Has {
		wide = wide || strings.HasPrefix(field, "=")
	}
	if len(g.Rows) > 0 && !long && !wide {
		g.Problems, g.Rows = append(g.Problems, RowProblem{Row: rows[0].No, Code: "ledger.none"}), nil
	}
	book := newUnitBook(units)
	for _, r := range g.Rows {
		if u, ok := book.find(&g, r); ok {
			c.row(r, u, long)
		}
	}
	return LedgerTable{c.lines, g.Problems, g.Unused}
}

type ledgerChecker struct {
	s          *Scheme
	g          *grid
	figures    map[string]string
	asOf, year string
	first      map[string]int
	lines      []LedgerLine
}

func (c *ledgerChecker) row(r gridRow, u Unit, long bool) {
	asOf := c.asOf
	if text := r.Cells["as_of"]; text != "" {
		day, ok := ReadDay(text, c.year)
		if !ok {
			c.g.bad(r, "plan.day", text)
			return
		}
		asOf = day
	}
	if long {
		figure, ok := c.figures[plain(r.Cells["figure"])]
		if !ok {
			c.g.bad(r, "ledger.figure", r.Cells["figure"])
			return
		}
		c.number(r, u, figure, r.Cells["n"], asOf)
	}
	for _, f := range c.s.Reconciliation.Figures {
		if cell := r.Cells["="+f.ID]; cell != "" {
			c.number(r, u, f.ID, cell, asOf)
		}
	}
}

func (c *ledgerChecker) number(r gridRow, u Unit, figure, cell, asOf string) {
	n, ok := ledgerNumber(cell)
	name := Text{ZH: figure, EN: figure}
	if f, known := c.s.Figure(figure); known {
		name = f.Name
	}
	key := u.ID.String() + figure
	switch at, twice := c.first[key]; {
	case !ok:
		c.g.bad(r, "ledger.number", name, cell)
	case twice:
		c.g.bad(r, "ledger.twice", u.Name, name, at)
	default:
		c.first[key] = r.No
		c.lines = append(c.lines, LedgerLine{r.No, u, Ledger{Unit: u.ID, Figure: figure, N: n, AsOf: asOf}})
	}
}

// PastTable is what a table of earlier findings said.
type PastTable struct {
	Lines    []Past
	Problems []RowProblem
	Unused   []string
}

// CheckPast reads findings of earlier years: unit, year, rule, count, facts, state. Codes: past.year, past.rule, past.facts,
// past.count, past.state, each with the text.
func CheckPast(s *Scheme, units []Unit, rows []TableRow) PastTable {
	g := readGrid(rows, headersOf(map[string]string{
		"code": "编码 代码 单位编码 单位代码 编号 code unitcode", "unit": "单位 单位名称 名称 被评估单位 unit name unitname",
		"year": "年度 年份 year", "rule": "条款 扣分情形 条款号 rule", "count": "次数 数量 问题数 count",
		"facts": "事实 问题 问题描述 facts finding", "state": "整改 整改情况 状态 state status",
	}), "year", "facts")
	book, t := newUnitBook(units), PastTable{Unused: g.Unused}
	for _, r := range g.Rows {
		if u, ok := book.find(&g, r); ok {
			if p, ok := pastLine(s, &g, r, u); ok {
				t.Lines = append(t.Lines, p)
			}
		}
	}
	t.Problems = g.Problems
	return t
}

func pastLine(s *Scheme, g *grid, r gridRow, u Unit) (Past, bool) {
	p := Past{Unit: u.ID, Year: strings.TrimSuffix(r.Cells["year"], "年"), Rule: r.Cells["rule"], Facts: r.Cells["facts"], Count: 1}
	if len(p.Year) != 4 || !digits(p.Year) {
		g.bad(r, "past.year", p.Year)
	}
	if _, _, known := s.Rule(p.Rule); p.Rule != "" && !known {
		g.bad(r, "past.rule", p.Rule)
	}
	if p.Facts == "" {
		g.bad(r, "past.facts")
	}
	if text := r.Cells["count"]; text != "" {
		n, ok := ledgerNumber(text)
		if !ok {
			g.bad(r, "past.count", text)
		}
		p.Count = n
	}
	switch typedName(r.Cells["state"]) {
	case "已整改", "已销号", "rectified", "done":
		p.State = "rectified"
	case "", "未整改", "整改中", "open":
		p.State = "open"
	default:
		g.bad(r, "past.state", r.Cells["state"])
	}
	return p, g.good(r)
}

// PeopleTable is what a list of teams said.
type PeopleTable struct {
	People   []Person
	Problems []RowProblem
	Unused   []string
}

// CheckPeople reads teams: team, name, number, role. Codes: team.name, team.role (text), team.twice (name, row before),
// team.leader (team, the two names) for a team with two leaders.
func CheckPeople(rows []TableRow) PeopleTable {
	g := readGrid(rows, headersOf(map[string]string{
		"team": "组 小组 评估组 组别 team", "name": "姓名 name", "number": "工号 编号 number no", "role": "角色 职责 分工 role",
	}), "name", "role")
	t := PeopleTable{Unused: g.Unused}
	first, leaders := map[string]int{}, map[string]string{}
	for _, r := range g.Rows {
		g.short(r)
		p := Person{Name: r.Cells["name"], Number: r.Cells["number"], Team: r.Cells["team"]}
		if p.Name == "" {
			g.bad(r, "team.name")
		}
		var ok bool
		if p.Role, ok = roleNamed(r.Cells["role"]); !ok {
			g.bad(r, "team.role", r.Cells["role"])
		}
		who := typedName(p.Number)
		if who == "" {
			who = typedName(p.Name)
		}
		if at, twice := first[who]; twice {
			g.bad(r, "team.twice", p.Name, at)
		}
		first[who] = r.No
		if p.Role == RoleLeader && p.Team != "" {
			if other := leaders[p.Team]; other != "" {
				g.bad(r, "team.leader", p.Team, other, p.Name)
			}
			leaders[p.Team] = p.Name
		}
		if g.good(r) {
			t.People = append(t.People, p)
		}
	}
	t.Problems = g.Problems
	return t
}

func roleNamed(text string) (Role, bool) {
	switch typedName(text) {
	case "组长", "leader":
		return RoleLeader, true
	case "评估人员", "评估员", "组员", "成员", "member", "evaluator":
		return RoleMember, true
	case "记录员", "记录", "recorder":
		return RoleRecorder, true
	case "编办", "office":
		return RoleOffice, true
	}
	return "", false
}

// GroupTable is what a list of the leading group said.
type GroupTable struct {
	Members  []GroupMember
	Problems []RowProblem
	Unused   []string
}

// CheckGroup reads the leading group: name, post, duty, categories, releases. Codes: group.name, group.duty (text),
// group.category (text), group.releases (text), team.twice.
func CheckGroup(s *Scheme, rows []TableRow) GroupTable {
	g := readGrid(rows, headersOf(map[string]string{
		"name": "姓名 name", "post": "职务 单位职务 post", "duty": "组内职务 小组职务 角色 duty role",
		"categories": "分管类别 分管 类别 categories", "releases": "发布结果 签发 releases release",
	}), "name", "duty")
	t := GroupTable{Unused: g.Unused}
	first := map[string]int{}
	for _, r := range g.Rows {
		g.short(r)
		m := GroupMember{Name: r.Cells["name"], Post: r.Cells["post"]}
		var ok bool
		if m.Name == "" {
			g.bad(r, "group.name")
		}
		if m.Duty, ok = DutyNamed(r.Cells["duty"]); !ok {
			g.bad(r, "group.duty", r.Cells["duty"])
		}
		if bad, ok := m.rulesOn(s, r.Cells["categories"]); !ok {
			g.bad(r, "group.category", bad)
		}
		switch typedName(r.Cells["releases"]) {
		case "是", "yes", "true", "1":
			m.Releases = true
		case "", "否", "no", "false", "0":
		default:
			g.bad(r, "group.releases", r.Cells["releases"])
		}
		if at, twice := first[typedName(m.Name)]; twice {
			g.bad(r, "team.twice", m.Name, at)
		}
		first[typedName(m.Name)] = r.No
		if g.good(r) {
			t.Members = append(t.Members, m)
		}
	}
	t.Problems = g.Problems
	return t
}

// rulesOn sets the categories a member rules on from ids or names; a text that is none of the scheme's is given back.
func (m *GroupMember) rulesOn(s *Scheme, text string) (bad string, ok bool) {
	var ids []string
	for _, part := range strings.FieldsFunc(text, func(x rune) bool { return strings.ContainsRune("，,、;；/ \n", x) }) {
		id := ""
		for _, c := range s.Categories {
			if typedName(part) == typedName(c.ID) || typedName(part) == typedName(c.Name.ZH) || typedName(part) == typedName(c.Name.EN) {
				id = c.ID
			}
		}
		if id == "" {
			return part, false
		}
		ids = append(ids, id)
	}
	m.Categories = strings.Join(ids, " ")
	return "", true
}

// DutyNamed is the duty in the leading group that a text names, in either language.
func DutyNamed(text string) (string, bool) {
	switch typedName(text) {
	case "组长", "head", "leader":
		return DutyHead, true
	case "副组长", "deputy":
		return DutyDeputy, true
	case "成员", "组员", "member":
		return DutyMember, true
	}
	return "", false
}
