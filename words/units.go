package words

// Words of the list of units.
var (
	UnitsTitle      = Text{"机构改革评估 %s", "Evaluation %s"}
	UnitsFilter     = Text{"筛选", "Filter"}
	UnitsUnit       = Text{"单位", "Unit"}
	UnitsScored     = Text{"指标", "Scored"}
	UnitsTodos      = Text{"待办", "To do"}
	UnitsState      = Text{"状态", "State"}
	UnitsCount      = Text{"单位 %d", "%d units"}
	UnitsScheme     = Text{"指标体系 %s", "scheme %s"}
	UnitsDaily      = Text{"日常 %s", "daily %s"}
	UnitsContested  = Text{"有争议 %d", "%d contested"}
	UnitsWaiting    = Text{"待补 %d", "%d waiting"}
	UnitsTodosOf    = Text{"%s 待办 %d", "%s: %d to do"}
	UnitsTodosTitle = Text{"待办", "to-dos"}
	UnitsTodosHere  = Text{"待办 %d", "to do: %d"}
	UnitsTodoGo     = Text{"去处理", "go there"}
	UnitsList       = Text{"回到列表", "back to the list"}
	UnitsLeader     = Text{"主要领导 %s", "main leader %s"}
	UnitsTeam       = Text{"评估组 %s", "team %s"}
	UnitsNotBegun   = Text{"还没有开始。按 Enter 开始年度评估。", "Not begun. Enter begins the yearly visit."}
	UnitsNoTodo     = Text{"没有待办。", "Nothing is left to do."}
	UnitsEmpty      = Text{"还没有单位。按 Enter 导入单位名单（CSV 或 XLSX），或按 Ctrl+O 合并编办给的数据包。", "There are no units yet. Enter imports a list of units (CSV or XLSX); Ctrl+O merges a bundle from the office."}
	UnitsNoMatch    = Text{"没有对应的单位。Esc 清空筛选。", "No unit matches. Esc clears the filter."}
	UnitsHint       = Text{"直接打字就是筛选：汉字、编码或拼音首字母都行，如 mzj。", "Type to filter: a name, a code, or pinyin initials such as mzj."}
	UnitsExport     = Text{"导出", "export"}
	UnitsMerge      = Text{"合并", "merge"}
	UnitsImport     = Text{"导入单位名单", "import a list of units"}
	UnitsDailyNew   = Text{"开始日常评估", "begin a daily visit"}
	UnitsDailyAsk   = Text{"%s：开始 %s 的日常评估？", "%s: begin a daily visit of %s?"}
	UnitsDailyStart = Text{"开始", "Begin"}
	UnitsJump       = Text{"打开 %s", "open %s"}
)

// VisitStates are the states of a visit, by how the book calls them.
var VisitStates = map[string]Text{
	"new":      {"未开始", "not begun"},
	"open":     {"评估中", "open"},
	"closed":   {"待组长签字", "to be signed"},
	"signed":   {"已签字", "signed"},
	"changed":  {"签字后有改动", "changed since signing"},
	"exported": {"已导出", "exported"},
	"wiped":    {"已清除", "wiped"},
}

// How days are said.
var (
	Yesterday = Text{"昨天", "yesterday"}
	MonthDay  = Text{"%d月%d日", "%d/%d"}

	Weekdays = []Text{{"周日", "Sun"}, {"周一", "Mon"}, {"周二", "Tue"}, {"周三", "Wed"}, {"周四", "Thu"}, {"周五", "Fri"}, {"周六", "Sat"}}
)
