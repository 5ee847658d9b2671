package words

// Of sheets as documents, and of the results as tables and files.
var (
	SheetPageOf = Text{"第 %s 页，共 %s 页", "page %s of %s"}
	SheetBefore = Text{"上年 %s", "last year %s"}

	ResultTitle = Text{"评估结果", "Results"}
	ResultNone  = Text{"没有", "None"}

	// The tables of the workbook: at most 31 characters, none of []:*?/\.
	ResultAbout      = Text{"说明", "About"}
	ResultRanking    = Text{"排名", "Ranking"}
	ResultCategories = Text{"类别得分", "Categories"}
	ResultLong       = Text{"指标得分", "Indicators"}
	ResultFound      = Text{"问题", "Findings"}
	ResultWarned     = Text{"预警", "Warnings"}
	ResultSlips      = Text{"督查确认单", "Slips"}
	ResultAgreed     = Text{"评分一致程度", "Agreement"}
	ResultTeams      = Text{"各组松紧", "Teams"}
	ResultUnused     = Text{"没有用过的条款", "Unused rules"}
	ResultOdd        = Text{"与同类差得多的单位", "Unlike their kind"}

	ResultWhat      = Text{"项目", "item"}
	ResultIs        = Text{"内容", "content"}
	ResultUnits     = Text{"单位数", "units"}
	ResultCare      = Text{"使用范围", "for"}
	ResultCareWhy   = Text{"内部资料：有得分、预警和各单位排名，不得交给被评估单位。", "Internal: it holds marks, warnings and the ranking of all units. Not for the units."}
	ResultYes       = Text{"是", "yes"}
	ResultAll       = Text{"全部", "all"}
	ResultScored    = Text{"已评指标", "scored"}
	ResultScorable  = Text{"应评指标", "to be scored"}
	ResultState     = Text{"状态", "state"}
	ResultChanged   = Text{"发布后有改动", "changed since release"}
	ResultLast      = Text{"上年得分", "last year"}
	ResultStands    = Text{"最终", "stands"}
	ResultVerdict   = Text{"结论", "verdict"}
	ResultStatus    = Text{"计分状态", "status"}
	ResultDeducted  = Text{"扣分", "deducted"}
	ResultFindings  = Text{"问题数", "findings"}
	ResultSelf      = Text{"自评分", "self-score"}
	ResultMark      = Text{"给分", "mark"}
	ResultTalkOnly  = Text{"只有访谈", "talks only"}
	ResultWarning   = Text{"预警号", "warning"}
	ResultLevel     = Text{"级别", "level"}
	ResultNumbers   = Text{"数值", "numbers"}
	ResultSince     = Text{"开始时间", "since"}
	ResultOfficial  = Text{"正式编号", "official number"}
	ResultExtended  = Text{"延期至", "extended until"}
	ResultOverdue   = Text{"逾期", "overdue"}
	ResultRectified = Text{"整改日期", "rectified on"}
	ResultRechecked = Text{"复查日期", "rechecked on"}
	ResultOf        = Text{"范围", "of"}
	ResultMean      = Text{"平均扣分", "mean taken"}
	ResultSpread    = Text{"平均偏离", "mean distance"}
	ResultFew       = Text{"单位太少", "too few visits"}
	ResultMore      = Text{"扣得多", "takes more"}
	ResultMedian    = Text{"同类中位数", "median of its kind"}
	ResultMAD       = Text{"偏差中位数", "median distance"}
	ResultZ         = Text{"稳健 z 值", "robust z"}
	ResultFar       = Text{"差得多", "far off"}
)

var _ = table(map[string]Text{
	"group.all":         {"全部", "all"},
	"group.pair":        {"两人一组", "pair"},
	"group.team":        {"组", "team"},
	"group.method":      {"方法", "method"},
	"group.indicator":   {"指标", "indicator"},
	"finding.noted":     {"已记录", "noted"},
	"finding.supported": {"已有佐证", "supported"},
	"finding.confirmed": {"单位已确认", "confirmed"},
	"finding.disputed":  {"单位有异议", "disputed"},
	"table.write_rows":  {"“%s”有 %d 行以上，不能写成工作簿，没有写出。请改写成 .csv 或 .json。", "“%s” has %d rows or more, too many for a workbook; nothing was written. Write .csv or .json instead."},
})
