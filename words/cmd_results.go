package words

// Results: how far each has come, their release, objections, the list of what is to be put right; the quality check.
var (
	CmdResults = Command{
		Use:   Text{"results [选项]", "results [flags]"},
		Short: Text{"评估结果：排名、状态、与上年和自评的比较；发布、异议、定论", "Results: places, states, comparisons; release, objections, final"},
		Long: Text{`列出每个单位的名次、总分、等次、状态，和上年、自评的差。待定的列在后面，写明先要办什么。
状态依次是：待定、待发布、暂定、有异议、最终。--unit 看一个单位的全部：待办的事、发布以后的改动、
异议和复核、整改清单。--city 把全区各单位折算到市级 25 项。不写选项就是看。`,
			`Lists each unit's place, total, grade and state, and how it differs from last year and from
the self-score. What is pending comes last and says what has to be done first. The states are
pending, to be released, provisional, objection, final. With --unit everything of one unit:
what is to be done, what changed since the release, objections and re-checks, what is to be put
right. With --city the district is rolled up to the city's indicators.`},
		Example: Text{"zoufang results\nzoufang results --kind 部门 --json\nzoufang results --unit D03", "zoufang results\nzoufang results --kind department --json\nzoufang results --unit D03"},
	}
	CmdRelease = Command{
		Use:   Text{"release [单位...] --member 姓名 [选项]", "release [UNIT...] --member NAME [flags]"},
		Short: Text{"发布结果（编办，以领导小组成员的名义）", "Release results (the office, in the name of the leading group)"},
		Long: Text{`发布以后结果是暂定，三个工作日内单位可以书面提出异议；查出的问题成为整改清单。
待定的不能发布。--all 是把待发布的全部发布。发布以后又改过的，写明理由再发布一次。`,
			`A released result is provisional; the unit may object in writing within three working days.
What was found becomes a list of what is to be put right. A pending result cannot be released.
With --all everything that waits for its release. One that changed since is released again,
with a reason.`},
		Example: Text{"zoufang results release D03 --member 方志远\nzoufang results release --all --member 方志远 --on 2026-04-10", "zoufang results release D03 --member \"Fang Zhiyuan\"\nzoufang results release --all --member \"Fang Zhiyuan\" --on 2026-04-10"},
	}
	CmdObject = Command{
		Use:   Text{"object 单位 --text 内容 [选项]", "object UNIT --text TEXT [flags]"},
		Short: Text{"登记单位的书面异议（三个工作日内）", "Record a unit's written objection (within three working days)"},
		Long: Text{`从交给单位事实确认单或反馈意见的第二天算起，节假日不算（zoufang round calendar）。
过了时间仍要受理的，用 --late 写明理由。--facts 是对事实的异议，须写 --handed。`,
			`Counted from the day after the fact sheet or the notice was handed over, without holidays
(zoufang round calendar). One that is taken although the time has passed wants --late. With
--facts it is against the fact sheet, and --handed is needed.`},
		Example: Text{"zoufang results object D03 --text 超编人员已于三月消化 --who 沈书宁", "zoufang results object D03 --text \"settled in March\" --who \"Shen Shuning\""},
	}
	CmdRecheck = Command{
		Use:     Text{"recheck 单位 --kept|--changed --reason 理由", "recheck UNIT --kept|--changed --reason REASON"},
		Short:   Text{"登记对异议的复核（组长或编办）", "Record the re-check of an objection (a leader or the office)"},
		Long:    Text{"--kept 是维持；--changed 是要改：把评分改好，再发布一次。", "With --kept the result stays; with --changed it is put right in the visit and released again."},
		Example: Text{"zoufang results recheck D03 --kept --reason 核对入编单，人数无误", "zoufang results recheck D03 --kept --reason \"the entry slips bear it out\""},
	}
	CmdFinal = Command{
		Use:     Text{"final [单位...] --member 姓名 [选项]", "final [UNIT...] --member NAME [flags]"},
		Short:   Text{"定为最终结果（编办）", "Declare results final (the office)"},
		Long:    Text{"要过了异议的时间，没有未复核的异议。提前的用 --reason 写明理由。--all 是到时间的全部。", "The time to object has to be over and no objection open; earlier it wants --reason. With --all everything whose time is over."},
		Example: Text{"zoufang results final --all --member 方志远", "zoufang results final --all --member \"Fang Zhiyuan\""},
	}
	CmdUnrelease = Command{
		Use:     Text{"withdraw 单位 --reason 理由", "withdraw UNIT --reason REASON"},
		Short:   Text{"收回发布（编办）；原来的内容在历史里", "Take a release back (the office); the history keeps it"},
		Example: Text{"zoufang results withdraw D03 --reason 报送对象有误", "zoufang results withdraw D03 --reason \"sent to the wrong unit\""},
	}
	CmdNotice = Command{
		Use:     Text{"notice 单位 [选项]", "notice UNIT [flags]"},
		Short:   Text{"反馈意见的内容：各类得分、上年、整改清单", "What the result notice says: categories, last year, what to put right"},
		Long:    Text{"是发布时的内容。没有单项扣分、记录、评估人员和访谈对象的姓名，也没有预警。", "What was released. No points of single findings, no notes, no names of evaluators or interviewees, no warnings."},
		Example: Text{"zoufang results notice D03\nzoufang results notice D03 --json", "zoufang results notice D03\nzoufang results notice D03 --json"},
	}
	CmdRectify = Command{
		Use:     Text{"rectify 单位 第几条 --report 内容|--passed 内容|--failed 内容", "rectify UNIT NUMBER --report TEXT|--passed TEXT|--failed TEXT"},
		Short:   Text{"整改清单：单位报整改，或者复查", "The list of what is to be put right: report, or re-check"},
		Long:    Text{"到期的在 zoufang due 里。复查通过就了结，没有通过再等单位报。", "What is due shows in zoufang due. A passed re-check settles an item; a failed one waits for the unit again."},
		Example: Text{"zoufang results rectify D03 1 --report 已补办入编单\nzoufang results rectify D03 1 --passed 抽查属实", "zoufang results rectify D03 1 --report \"entry slips made up\"\nzoufang results rectify D03 1 --passed \"seen\""},
	}
	CmdImportPast = Command{
		Use:   Text{"import-past 文件", "import-past FILE"},
		Short: Text{"从表格导入往年的结果（编办）", "Import results of earlier years from a table (the office)"},
		Long: Text{"表头：单位、年度、总分，可有等次和各类别（编号或名称）。有一行不对就一行也不导入。",
			"Columns: unit, year, total, and if wanted grade and each category by id or name. One bad row stops the whole import."},
		Example: Text{"zoufang results import-past 去年.xlsx", "zoufang results import-past last-year.xlsx"},
	}
	CmdCalendar = Command{
		Use:   Text{"calendar [日期...] --reason 理由", "calendar [DAYS...] --reason REASON"},
		Short: Text{"看或定节假日和调休上班日（编办）", "Show or set the holidays, and the weekends that are worked (the office)"},
		Long: Text{"异议的三个工作日按它算。写日期或起止日期；周末上班的前面加 +。不写日期是看。",
			"The three working days of an objection follow it. Days or ranges, a worked weekend behind a +. Without days it shows them."},
		Example: Text{"zoufang round calendar 2026-10-01~2026-10-07 +2026-10-10 --reason 国庆放假", "zoufang round calendar 2026-10-01~2026-10-07 +2026-10-10 --reason \"National Day\""},
	}
	CmdQuality = Command{
		Use:   Text{"quality [选项]", "quality [flags]"},
		Short: Text{"质量检查：各组扣分、没有用过的情形、与同类不同的单位", "Quality check: teams, rules nobody uses, units unlike their kind"},
		Long: Text{`同一项指标各组平均扣多少、离散多少、几个单位；单位太少时写明，不下结论。
没有用过的扣分情形，可能写得不清楚。与同类不同用中位数和绝对离差的中位数算，3.5 以上的标出来。
只取各份评分表都已提交的评估。--indicator 看一项。`,
			`What each team takes under the same indicator on average, how far apart its visits are, and
over how many; where there are too few it says so and names nobody. Rules that nobody ever used
may be badly worded. Units unlike their kind are found by median and median absolute deviation;
3.5 and more is marked. Only visits whose sheets are all closed count. --indicator shows one.`},
		Example: Text{"zoufang quality\nzoufang quality --indicator E1\nzoufang quality --json", "zoufang quality\nzoufang quality --indicator E1\nzoufang quality --json"},
	}

	FlagMember    = Text{"以谁的名义：领导小组成员的`姓名`", "the `NAME` of the member of the leading group"}
	FlagNoticeDay = Text{"`日期`，默认今天", "the `DAY`, today if not given"}
	FlagAllReady  = Text{"全部到时候的", "all that are ready"}
	FlagResUnit   = Text{"只看这个`单位`", "only this `UNIT`"}
	FlagCityAll   = Text{"折算到市级指标", "rolled up to the city's indicators"}
	FlagObjText   = Text{"异议的`内容`", "what it `SAYS`"}
	FlagObjWho    = Text{"签署人`姓名`", "the `NAME` of who signed it"}
	FlagObjPost   = Text{"签署人`职务`", "the `POST` of who signed it"}
	FlagObjInd    = Text{"针对的`指标`，逗号分开", "the `INDICATORS` it is about, with commas"}
	FlagObjFacts  = Text{"对事实确认单的异议", "against the fact sheet"}
	FlagHanded    = Text{"交给单位的`日期`", "the `DAY` the paper was handed over"}
	FlagLate      = Text{"过了时间仍受理的`理由`", "the `REASON` to take it although late"}
	FlagKeptRes   = Text{"维持", "the result stays"}
	FlagChanged   = Text{"要改", "something is to be changed"}
	FlagRecheckBy = Text{"复核的组长`姓名`，默认本人", "the `NAME` of the leader who looked again, you if not given"}
	FlagRReport   = Text{"单位报的整改`内容`", "what the unit `REPORTS`"}
	FlagRPassed   = Text{"复查通过：`内容`", "re-check passed: `TEXT`"}
	FlagRFailed   = Text{"复查没有通过：`内容`", "re-check failed: `TEXT`"}
	FlagQualInd   = Text{"只看这项`指标`", "only this `INDICATOR`"}

	ResultsEmpty   = Text{"还没有结果。", "There are no results yet."}
	ResTally       = Text{"单位 %d：待定 %d，待发布 %d，暂定 %d，有异议 %d，最终 %d，没有评 %d", "%d units: pending %d, to be released %d, provisional %d, objection %d, final %d, not judged %d"}
	ResStateLine   = Text{"%s  %s  状态：%s", "%s  %s  state: %s"}
	ResTotalLine   = Text{"总分 %s，等次 %s，计入绩效 %s", "total %s, grade %s, for performance %s"}
	ResUntil       = Text{"异议的最后一天：%s", "last day for an objection: %s"}
	ResReleased    = Text{"%s 发布（%s）：总分 %s，等次 %s", "released on %s (%s): total %s, grade %s"}
	ResFinalLine   = Text{"%s 定为最终（%s）", "final on %s (%s)"}
	ResChanged     = Text{"发布以后有改动：", "changed since its release:"}
	ResChangedNo   = Text{"发布以后内容有改动，分数没有变。", "The visit changed since its release; the numbers did not."}
	ResWas         = Text{"%s：原来 %s，现在 %s", "%s: was %s, is %s"}
	ResToDo        = Text{"先要办的：", "to be done first:"}
	ResLast        = Text{"上年（%s）总分 %s，等次 %s", "the year before (%s): total %s, grade %s"}
	ResSelf        = Text{"自评 %s 分（%d 项），评得 %s 分", "self-score %s (%d indicators), awarded %s"}
	ResObjection   = Text{"异议 %s %s：%s", "objection %s %s: %s"}
	ResRechecked   = Text{"复核 %s %s：%s（%s）", "re-check %s %s: %s (%s)"}
	ResUnchecked   = Text{"还没有复核", "not checked again yet"}
	ResItems       = Text{"整改清单：", "to be put right:"}
	ResItem        = Text{"%d  %s  %s  期限 %s  %s", "%d  %s  %s  by %s  %s"}
	ResDone        = Text{"已发布 %d 个单位。异议的最后一天：%s", "Released %d units. Last day for an objection: %s"}
	ResLeft        = Text{"待定的 %d 个没有发布；见 zoufang results。", "%d pending ones were not released; see zoufang results."}
	ResNothing     = Text{"没有可以办的单位。", "There is no unit to do this for."}
	ResFinalDone   = Text{"已定为最终：%d 个单位", "Final now: %d units"}
	ResWithdrawn   = Text{"已收回 %s 的发布。", "The release of %s was taken back."}
	ResObjected    = Text{"已登记 %s 的异议，等待复核。", "Recorded the objection of %s; it waits for a re-check."}
	ResRecheckedK  = Text{"已登记复核：维持。", "Recorded: the result stays."}
	ResRecheckedC  = Text{"已登记复核：要改。请把评分改好，再发布一次。", "Recorded: something changes. Put the visit right and release it again."}
	ResRectified   = Text{"第 %d 条：%s", "Item %d: %s"}
	CalendarIs     = Text{"节假日和调休上班日：%s", "Holidays and worked weekends: %s"}
	CalendarNone   = Text{"没有定节假日，只除去周末。", "No holidays are set; only weekends are left out."}
	ResNoticeHead  = Text{"%s %s年度评估反馈意见  %s", "%s, result notice for %s  %s"}
	ResNoticeTotal = Text{"总分 %s  等次 %s", "total %s  grade %s"}
	ResNoticeUntil = Text{"如有异议，请在 %s 以前书面提出。", "An objection is to be made in writing by %s."}
	ResNoticeNone  = Text{"没有需要整改的问题。", "There is nothing to put right."}
	ColLastYear    = Text{"比上年", "on last year"}
	ColSelf        = Text{"比自评", "on self-score"}
	ColWarned      = Text{"红/橙/黄", "red/orange/yellow"}

	QualEmpty   = Text{"还没有可以比较的评估：各份评分表都要提交。", "Nothing to compare yet: all sheets of a visit must be closed."}
	QualVisits  = Text{"比较 %d 个单位的评估。", "Comparing the visits of %d units."}
	QualTeams   = Text{"各组扣分（平均，离散，单位数）", "What the teams take (mean, spread, units)"}
	QualUnused  = Text{"没有用过的扣分情形", "Rules nobody used"}
	QualUnits   = Text{"与同类不同的单位", "Units unlike their kind"}
	QualFew     = Text{"单位太少（%d 个），不能下结论", "too few units (%d) to say anything"}
	QualFewKind = Text{"%s：单位太少，没有比。", "%s: too few units to compare."}
	QualMore    = Text{"%s扣得多", "%s takes more"}
	QualNoOdd   = Text{"没有明显不同的单位。", "No unit stands out."}
	QualNoRules = Text{"每种情形都用过。", "Every rule was used."}
	QualRuleN   = Text{"适用 %d 个单位，一次没有用", "applied to %d units, never used"}
	ColMean     = Text{"平均扣分", "mean taken"}
	ColSpread   = Text{"离散", "spread"}
	ColN        = Text{"单位数", "units"}
	ColMedian   = Text{"同类中位数", "median of the kind"}
	ColZ        = Text{"偏离", "away"}
)

// OutcomeWords are the states of a result, RectifyWords those of an item to put right.
var (
	OutcomeWords = map[string]Text{"none": {"没有评", "not judged"}, "pending": {"待定", "pending"}, "ready": {"待发布", "to be released"},
		"provisional": {"暂定", "provisional"}, "objection": {"有异议", "objection"}, "final": {"最终", "final"}}
	RectifyWords = map[string]Text{"open": {"待整改", "open"}, "reported": {"待复查", "to re-check"}, "done": {"已了结", "done"}}
)

var _ = table(map[string]Text{
	"pending.open":       {"还有指标没有评（已评 %s/%s 项）", "not all indicators are judged (%s of %s)"},
	"pending.sheet":      {"%s的评分表没有提交", "the sheet of %s is not closed"},
	"pending.hidden":     {"另有 %s 份评分表还不能看", "%s more sheets may not be seen yet"},
	"pending.contest":    {"%s 处有争议，要先定", "%s registers are contested"},
	"pending.mixed":      {"各份评分表的指标体系版本不同", "the sheets follow different versions of the scheme"},
	"pending.difference": {"各人评分有 %s 处不同，要集体评议", "the sheets differ in %s places: consensus is needed"},
	"pending.na":         {"%s 的“不适用”要组长批准", "“not applicable” of %s waits for the leader"},
	"pending.dispute":    {"单位对 %s 的事实有异议，要裁定", "the unit disputes the facts under %s: a ruling is needed"},
	"pending.slip":       {"督查确认单 %s 要领导小组裁定", "supervision slip %s waits for the leading group"},
	"pending.objection":  {"单位 %s 的异议还没有复核", "the objection of %s is not checked again yet"},

	"rank.pending.open":       {"还没有评完", "not all scored"},
	"rank.pending.sheet":      {"还有评分表没有提交", "a sheet is not closed"},
	"rank.pending.hidden":     {"还有评分表不能看", "a sheet may not be seen yet"},
	"rank.pending.contest":    {"有争议没有定", "contested"},
	"rank.pending.mixed":      {"指标体系版本不同", "different versions of the scheme"},
	"rank.pending.difference": {"等待集体评议", "waits for consensus"},
	"rank.pending.na":         {"“不适用”没有批", "“not applicable” is not ruled on"},
	"rank.pending.dispute":    {"事实有异议，等待裁定", "facts are disputed"},
	"rank.pending.slip":       {"督查确认单等待裁定", "a slip waits for the leading group"},
	"rank.pending.objection":  {"异议没有复核", "an objection is open"},

	"release.nothing":   {"%s 还没有评，没有发布。", "%s was not judged yet; nothing was released."},
	"release.pending":   {"%s 还有 %d 件事没有办，没有发布。见 zoufang results --unit。", "%s waits for %d things and nothing was released. zoufang results --unit names them."},
	"release.same":      {"%s 已于 %s 发布，没有改动，不用再发布。", "%s was released on %s and has not changed since."},
	"final.none":        {"%s 还没有发布，没有记。", "%s was not released yet; nothing was recorded."},
	"final.objection":   {"%s 的异议还没有复核，不能定论。", "An objection of %s is not checked again yet, so it cannot be final."},
	"final.changed":     {"%s 发布以后又有改动，请先再发布一次。", "%s changed since its release; release it again first."},
	"final.done":        {"%s 已于 %s 定为最终。", "%s has been final since %s."},
	"final.early":       {"%s 到 %s 以前可以提异议，不能定论。要提前的，写明理由。", "%s may object until %s, so it cannot be final yet. Give a reason to do it earlier."},
	"objection.text":    {"要写明异议的内容，没有记。", "Say what the objection is; nothing was recorded."},
	"objection.against": {"异议的对象“%s”不认识：写 facts 或 result。", "There is nothing called “%s” to object to: facts or result."},
	"objection.none":    {"%s 还没有可以提异议的结果，没有记。", "There is no result of %s to object to yet; nothing was recorded."},
	"objection.handed":  {"要写明事实确认单交给单位的日期。", "Say on which day the fact sheet was handed over."},
	"objection.late":    {"异议的最后一天是 %s，已经过了，没有记。仍要受理的，写明理由。", "The last day for an objection was %s, so nothing was recorded. Give a reason to take it all the same."},
	"objection.unknown": {"没有等待复核的异议。", "No objection waits for a re-check."},
	"recheck.result":    {"复核结果“%s”不认识：写 kept（维持）或 changed（要改）。", "There is no result “%s”: kept or changed."},
	"rectify.unknown":   {"整改清单里没有这一条。", "The list has no such item."},
	"rectify.text":      {"要写明内容，没有记。", "Say what was done; nothing was recorded."},
	"rectify.first":     {"单位还没有报整改情况，不能复查。", "The unit has not reported yet, so there is nothing to re-check."},
	"results.day":       {"“%s”不是日期，没有记。写成 2026-03-09 这样。", "“%s” is no day, so nothing was recorded. Write it like 2026-03-09."},
	"results.total":     {"总分“%s”不是分数。", "The total “%s” is no number of points."},
	"results.points":    {"%s 的得分“%s”不是分数。", "The score of %s, “%s”, is no number of points."},
	"results.twice":     {"%s %s 年的结果在第 %d 行已经有了。", "The result of %s for %s is in row %d already."},
	"usage.results":     {"写单位，或者 --all，二者选一。", "Name units, or give --all."},
	"usage.recheck":     {"--kept 和 --changed 选一个，并写 --reason。", "Give one of --kept and --changed, and --reason."},
	"usage.rectify":     {"写第几条，--report、--passed、--failed 选一个。", "Give the number of the item, and one of --report, --passed, --failed."},
	"usage.indicator":   {"没有指标 %s。", "There is no indicator %s."},
	"calendar.bad":      {"日期“%s”读不懂，没有记。写成 2026-10-01，或 2026-10-01~2026-10-07；上班的周末前面加 +。", "“%s” cannot be read, so nothing was recorded. Write 2026-10-01 or 2026-10-01~2026-10-07, and a worked weekend behind a +."},
	"column.total":      {"总分", "total"},
})
