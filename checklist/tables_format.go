package checklist

import "strings"

// This is the one description of a scheme as tables: which table has which rows, and which key of the format stands in
// which column. Writing and reading both follow it, and a test holds it against the loader, so that a key can neither be
// left out of the tables nor read from another column than it was written to.

// cellKind is how a value stands in a cell.
type cellKind byte

const (
	cellText   cellKind = iota
	cellNumber          // points and whole numbers
	cellFlag            // yes, or nothing
	cellList            // texts with commas between them
)

// sheetDef is one table. A record has a row for each of its columns, with what it is and its value; any other table has
// a row for each element of its levels' lists.
type sheetDef struct {
	zh, en  string
	record  bool
	levels  []levelDef
	columns []columnDef
}

// levelDef is a kind of row: the elements of a list. The rows of a table with several levels say which kind they are and
// whom they belong to.
type levelDef struct {
	zh, en string
	path   string // of the list in the map of the level above, or in the scheme
	above  int    // the level its rows belong to; -1 none
	order  string // keys in the order of the YAML file, where it is not that of the columns
}

// columnDef is a column: its header and the key each level keeps in it, "-" where a level has nothing here.
type columnDef struct {
	zh, en  string
	keys    string // one for each level, with spaces; of a record a path
	kind    cellKind
	width   int
	choices []choiceDef
}

// choiceDef is a word of the format that the loader accepts in a place where it accepts few, as people read it. English
// tables have the word itself.
type choiceDef struct{ id, zh string }

// key is the key a level keeps in the column, "" for none.
func (c *columnDef) key(level int) string {
	keys := strings.Fields(c.keys)
	if level >= len(keys) || keys[level] == "-" {
		return ""
	}
	return keys[level]
}

// header and name are what a column, a table and a kind of row are called in a language.
func (c *columnDef) header(lang string) string { return Text{c.zh, c.en}.In(lang) }
func (d *sheetDef) name(lang string) string    { return Text{d.zh, d.en}.In(lang) }
func (l *levelDef) name(lang string) string    { return Text{l.zh, l.en}.In(lang) }

var (
	policyChoices = []choiceDef{{"leave", "合理缺项"}, {"full", "计满分"}, {"zero", "计零分"}, {"forbidden", "不允许"}}
	modeChoices   = []choiceDef{{"per", "逐次"}, {"fixed", "一次"}, {"range", "区间"}, {"zero", "扣完"}, {"given", "直接评分"}}
	totalChoices  = []choiceDef{{"weights", "按权重"}, {"rescaled", "标准化"}}
	levelChoices  = []choiceDef{{"red", "红"}, {"orange", "橙"}, {"yellow", "黄"}}
	fnChoices     = []choiceDef{{"none", "原数"}, {"floor0", "不小于0"}, {"abs", "绝对值"}}
	formChoices   = []choiceDef{{"report", "自查报告"}, {"briefing", "汇报"}, {"papers", "材料"}, {"talks", "谈话"}, {"notes", "记录"}}
)

// The columns that many tables have.
var (
	colID  = columnDef{"编号", "id", "id", cellText, 16, nil}
	colZH  = columnDef{"名称", "Chinese", "zh", cellText, 40, nil}
	colEN  = columnDef{"英文", "English", "en", cellText, 40, nil}
	colSrc = columnDef{"出处", "source", "src", cellText, 10, nil}
)

// flat is a table of one list.
func flat(zh, en, path string, columns ...columnDef) sheetDef {
	return sheetDef{zh: zh, en: en, levels: []levelDef{{path: path, above: -1}}, columns: columns}
}

// topOrder are the keys of the file in the order in which they are written.
const topOrder = "schema_version scheme scoring unit_kinds grades grade_limits methods materials reconciliation count_units " +
	"parent_indicators categories exclusive_groups bonus warnings warning_metrics supervision_slip procedure"

// sheetDefs are the tables in the order of a workbook.
var sheetDefs = []sheetDef{
	recordSheet,
	itemsSheet,
	flat("单位类型", "kinds", "unit_kinds", colID, colZH, colEN, columnDef{"结果权重", "result weight", "performance_weight", cellNumber, 10, nil}, colSrc),
	flat("等次", "grades", "grades", colID, colZH, colEN, columnDef{"最低分", "from", "min", cellNumber, 10, nil}, colSrc),
	flat("等次限制", "limits", "grade_limits", colID, colZH, colEN, columnDef{"条件", "when", "when", cellText, 40, nil},
		columnDef{"最高等次", "at most", "at_most", cellText, 12, nil}, columnDef{"启用", "in force", "enabled", cellFlag, 8, nil}, colSrc),
	stepsSheet,
	flat("材料", "papers", "materials", colID, colZH, colEN, columnDef{"又名", "also called", "alias_zh", cellText, 24, nil},
		columnDef{"必备", "required", "required", cellFlag, 8, nil}, colSrc, columnDef{"名称出处", "source of name", "name_src", cellText, 10, nil}),
	flat("数据来源", "number columns", "reconciliation.columns", colID, colZH, colEN, colSrc),
	flat("人数", "figures", "reconciliation.fields", colID, colZH, colEN, columnDef{"分组", "group", "group", cellText, 12, nil}),
	flat("推算数", "derived numbers", "reconciliation.derived", formulaColumns(colZH, colEN)...),
	flat("计数单位", "count units", "count_units", colID, colZH, colEN),
	flat("上级指标", "parent indicators", "parent_indicators", columnDef{"序号", "number", "no", cellNumber, 8, nil}, colZH, colEN,
		columnDef{"满分", "full", "full", cellNumber, 8, nil}, colSrc),
	flat("互斥组", "exclusive groups", "exclusive_groups", colID, columnDef{"条款", "rules", "rules", cellList, 40, nil}, colZH, colEN),
	flat("加分", "bonus", "bonus", colID, colZH, colEN, columnDef{"计数单位", "count unit", "unit", cellText, 12, nil}, columnDef{"分值", "points", "points", cellNumber, 8, nil},
		columnDef{"上限", "most", "max", cellNumber, 8, nil}, columnDef{"佐证", "proof in Chinese", "evidence_zh", cellText, 40, nil}, columnDef{"佐证英文", "proof", "evidence_en", cellText, 40, nil},
		colSrc, columnDef{"上限出处", "source of most", "max_src", cellText, 10, nil}),
	flat("预警", "warnings", "warnings", colID, columnDef{"级别", "level", "level", cellText, 8, levelChoices}, columnDef{"条件", "when", "when", cellText, 50, nil}, colZH, colEN),
	flat("预警数", "warning numbers", "warning_metrics", append(formulaColumns(colZH, colEN), columnDef{"来自", "comes from", "source", cellText, 16, nil})...),
	flat("督查单状态", "slip states", "supervision_slip.states", colID, colZH, colEN, columnDef{"推算", "derived", "derived", cellFlag, 8, nil}, columnDef{"下一步", "next", "next", cellList, 40, nil}),
	flat("督查单结转", "slip carry", "supervision_slip.carry_to_year", columnDef{"情形", "when", "when", cellText, 20, nil}, columnDef{"系数", "factor", "factor", cellNumber, 8, nil},
		columnDef{"待定", "hold", "hold", cellFlag, 8, nil}, colZH, colEN),
	flat("角色", "roles", "procedure.roles", colID, colZH, colEN, colSrc),
}

func formulaColumns(names ...columnDef) []columnDef {
	return append(append([]columnDef{colID}, names...), columnDef{"加", "plus", "plus", cellList, 40, nil}, columnDef{"减", "minus", "minus", cellList, 40, nil},
		columnDef{"取值", "function", "fn", cellText, 12, fnChoices})
}

// itemsSheet has one row for each category, indicator and rule, as the printed forms do.
var itemsSheet = sheetDef{zh: "指标与规则", en: "items",
	levels: []levelDef{
		{"类别", "category", "categories", -1, "id zh en weight name_src weight_src"},
		{"指标", "indicator", "indicators", 0, "id zh en full city_no applies_to skip_when key na na_policy methods materials question_zh question_en"},
		{"条款", "rule", "rules", 1, "id mode unit unit_zh points min max step suggest key zh en"},
	},
	columns: []columnDef{
		{"编号", "id", "id id id", cellText, 10, nil},
		{"内容", "Chinese", "zh zh zh", cellText, 44, nil},
		{"分值（权重／满分／每次扣分）", "points (weight / full marks / points each)", "weight full points", cellNumber, 8, nil},
		{"扣分方式", "mode", "- - mode", cellText, 10, modeChoices},
		{"计数单位", "count unit", "- - unit", cellText, 10, nil},
		{"量词", "Chinese measure word", "- - unit_zh", cellText, 6, nil},
		{"下限", "least", "- - min", cellNumber, 6, nil},
		{"上限", "most", "- - max", cellNumber, 6, nil},
		{"级差", "step", "- - step", cellNumber, 6, nil},
		{"参考数", "suggested count", "- - suggest", cellText, 14, nil},
		{"关键项", "key item", "- key key", cellFlag, 6, nil},
		{"可不适用", "may not apply", "- na -", cellFlag, 6, nil},
		{"不适用时", "if not applicable", "- na_policy -", cellText, 10, policyChoices},
		{"适用单位", "applies to", "- applies_to -", cellList, 16, nil},
		{"跳过条件", "skip when", "- skip_when -", cellText, 20, nil},
		{"方法", "methods", "- methods -", cellList, 22, nil},
		{"材料", "papers", "- materials -", cellList, 30, nil},
		{"上级指标", "parent", "- city_no -", cellNumber, 8, nil},
		{"访谈问题", "question in Chinese", "- question_zh -", cellText, 40, nil},
		{"英文", "English", "en en en", cellText, 44, nil},
		{"访谈问题英文", "question", "- question_en -", cellText, 40, nil},
		{"名称出处", "source of name", "name_src - -", cellText, 10, nil},
		{"权重出处", "source of weight", "weight_src - -", cellText, 10, nil},
	}}

var stepsSheet = sheetDef{zh: "步骤", en: "steps",
	levels: []levelDef{
		{"步骤", "step", "methods", -1, ""},
		{"手续", "formality", "requirements", 0, ""},
		{"谈话形式", "form of talk", "forms", 0, ""},
	},
	columns: []columnDef{
		{"编号", "id", "id id id", cellText, 14, nil},
		{"顺序", "order", "order - -", cellNumber, 6, nil},
		{"名称", "Chinese", "zh zh zh", cellText, 36, nil},
		{"全称", "Chinese in full", "full_zh - -", cellText, 20, nil},
		{"英文", "English", "en en en", cellText, 44, nil},
		{"记录表", "form", "form - -", cellText, 10, formChoices},
		{"核对项", "asks for", "- field -", cellText, 24, nil},
		{"不合格时的条款", "rule if failed", "- rule_if_failed -", cellText, 12, nil},
		{"说明英文", "note", "note_en note_en -", cellText, 40, nil},
		{"记录内容", "records", "records - -", cellList, 40, nil},
		{"出处", "source", "src src src", cellText, 10, nil},
	}}

// recordSheet has one row for each value that stands in no list.
var recordSheet = sheetDef{zh: "方案", en: "scheme", record: true, levels: []levelDef{{above: -1}}, columns: []columnDef{
	{"格式版本", "format", "schema_version", cellNumber, 0, nil},
	{"方案编号", "scheme id", "scheme.id", cellText, 0, nil},
	{"版本", "version", "scheme.version", cellText, 0, nil},
	{"方案名称", "name in Chinese", "scheme.name_zh", cellText, 0, nil},
	{"方案英文名称", "name", "scheme.name_en", cellText, 0, nil},
	{"周期", "period", "scheme.period", cellText, 0, nil},
	{"总分", "total points", "scheme.total_points", cellNumber, 0, nil},
	{"上级指标数", "number of parent indicators", "scheme.city_indicator_count", cellNumber, 0, nil},
	{"指标数", "number of indicators", "scheme.indicator_count", cellNumber, 0, nil},
	{"决定机关", "decided by", "scheme.decided_by", cellText, 0, nil},
	{"决定文号", "decision number", "scheme.decision_no", cellText, 0, nil},
	{"决定日期", "decided on", "scheme.decided_on", cellText, 0, nil},
	{"结果权重决定机关", "weights decided by", "scheme.weights_decided_by", cellText, 0, nil},
	{"结果权重决定文号", "weights decision number", "scheme.weights_decision_no", cellText, 0, nil},
	{"结果权重决定日期", "weights decided on", "scheme.weights_decided_on", cellText, 0, nil},
	{"最小分", "smallest step", "scoring.score_unit", cellNumber, 0, nil},
	{"指标下限", "least of an indicator", "scoring.indicator_floor", cellNumber, 0, nil},
	{"指标上限", "most of an indicator", "scoring.indicator_ceiling", cellText, 0, nil},
	{"总分算法", "total by", "scoring.total_by", cellText, 0, totalChoices},
	{"不适用时", "if not applicable", "scoring.na_policy", cellText, 0, policyChoices},
	{"合格线", "pass mark", "scoring.pass_mark", cellNumber, 0, nil},
	{"关键项不合格时的等次", "grade of a failed key item", "scoring.key_failure_grade", cellText, 0, nil},
	{"整类不适用时", "if a category does not apply", "scoring.na_whole_category", cellText, 0, nil},
	{"不适用的条件", "not applicable requires", "scoring.na_requires", cellList, 0, nil},
	{"未评的指标", "what is not scored", "scoring.unscored_policy", cellText, 0, nil},
	{"须记未发现问题", "nil finding required", "scoring.nil_finding_required", cellFlag, 0, nil},
	{"加分上限", "most of all bonuses", "scoring.bonus_cap_total", cellNumber, 0, nil},
	{"总分上限", "most of the total", "scoring.total_cap", cellNumber, 0, nil},
	{"等次依据", "grade on", "scoring.grade_on", cellText, 0, nil},
	{"绩效分上限", "most of the performance score", "scoring.performance_cap", cellNumber, 0, nil},
	{"舍入", "rounding", "scoring.rounding", cellText, 0, nil},
	{"重复扣分", "double count", "scoring.double_count", cellText, 0, nil},
	{"证据规则", "evidence rule", "scoring.evidence_rule", cellText, 0, nil},
	{"人数核对起点", "headcount from", "reconciliation.period.from", cellText, 0, nil},
	{"人数核对终点", "headcount to", "reconciliation.period.to", cellText, 0, nil},
	{"人数核对说明英文", "headcount note", "reconciliation.note_en", cellText, 0, nil},
	{"督查单出处", "source of the slip", "supervision_slip.src", cellText, 0, nil},
	{"督查单整改天数", "days of the slip", "supervision_slip.default_deadline_days", cellNumber, 0, nil},
	{"督查单内容", "contents of the slip", "supervision_slip.fields", cellList, 0, nil},
	{"评估组最少人数", "least team", "procedure.team_min", cellNumber, 0, nil},
	{"单位意见天数", "days for the unit's opinion", "procedure.unit_opinion_days", cellNumber, 0, nil},
	{"报告天数", "days for the report", "procedure.report_days", cellNumber, 0, nil},
	{"事实认定", "consensus on facts", "procedure.consensus.fact_rules", cellText, 0, nil},
	{"分值认定", "consensus on ranges", "procedure.consensus.range_rules", cellText, 0, nil},
	{"差异提示分值", "gap flagged from points", "procedure.consensus.flag_gap_points", cellNumber, 0, nil},
	{"差异提示比例", "gap flagged from share", "procedure.consensus.flag_gap_share", cellNumber, 0, nil},
	{"背对背评分", "blind until consensus", "procedure.consensus.blind_until_consensus", cellFlag, 0, nil},
}}
