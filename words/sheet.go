package words

// The fixed words of printed sheets.
var (
	SheetBook   = Text{"数据文件", "Book"}
	SheetMade   = Text{"制表时间", "made"}
	SheetScheme = Text{"指标体系", "scheme"}
	SheetCode   = Text{"核验码", "check code"}
	SheetSeal   = Text{"（签字、盖章）", "(signature and seal)"}
	SheetDay    = Text{"　　年　　月　　日", "Date:"}
	SheetAnd    = Text{"、", ", "}

	SheetUnit      = Text{"被评估单位", "Unit"}
	SheetKind      = Text{"单位类型", "Kind"}
	SheetVisited   = Text{"评估日期", "Visited on"}
	SheetTeam      = Text{"评估人员", "Evaluators"}
	SheetNo        = Text{"序号", "No."}
	SheetIndicator = Text{"指标", "Indicator"}
	SheetFact      = Text{"事实", "Fact"}
	SheetCriterion = Text{"标准依据", "Criterion"}
	SheetPapers    = Text{"材料和现场依据", "Papers and observation"}
	SheetAgree     = Text{"单位意见", "Unit's view"}
	SheetSeen      = Text{"现场查看", "Seen on site"}
	SheetPaper     = Text{"材料", "Paper"}
	SheetNote      = Text{"说明", "Note"}
	SheetBy        = Text{"提交期限", "Due"}
	SheetGiven     = Text{"提交情况", "Handed in"}

	SheetSignUnit    = Text{"被评估单位负责人", "For the unit"}
	SheetSignLeader  = Text{"评估组组长", "Team leader"}
	SheetSignTeam    = Text{"评估人员", "Evaluators"}
	SheetSignLiaison = Text{"单位联络员", "Unit's liaison"}
	SheetOpinion     = Text{"单位书面意见：", "Written opinion of the unit:"}
	SheetOpinionWhy  = Text{"对所列事实有异议的，请在收到本单之日起 %d 个工作日内提出书面意见并附证明材料。",
		"Objections to these facts are made in writing within %d working days of receiving this sheet, with papers that prove them."}
)

// The sheets of a visit.
var (
	SheetFacts    = Text{"事实确认单", "Confirmation of facts"}
	SheetFactsWhy = Text{"评估组依据查阅的材料和现场查看情况，记录以下事实，请核对确认。本单只确认事实，不涉及评分。",
		"From papers read and from what was seen on site the team recorded the facts below. Please check and confirm them. This sheet confirms facts and says nothing of marks."}
	SheetNil      = Text{"未发现问题确认单", "Confirmation that nothing was found"}
	SheetNilSoFar = Text{"评估还没有结束：截至制表时，已查看的事项中未发现需要确认的问题。其余事项查完后另行确认。",
		"The visit is not finished: in what was looked at so far the team found nothing that needs confirming. The rest is confirmed when it has been looked at."}
	SheetNilWhy = Text{"评估组已按指标体系逐项查看，截至评估日期未发现需要确认的问题。", "The team went through the scheme item by item and up to the day of the visit found nothing that needs confirming."}

	SheetMissing     = Text{"待补材料清单", "Papers still wanted"}
	SheetMissingWhy  = Text{"下列材料尚未查阅，请按期限提交评估组。", "These papers have not been seen yet; please hand them to the team by the day named."}
	SheetNotShown    = Text{"尚未提供", "not shown yet"}
	SheetShort       = Text{"不齐", "not complete"}
	SheetRefused     = Text{"未予提供", "not handed over"}
	SheetPapersOf    = Text{"“%s”的有关材料", "papers on “%s”"}
	SheetCounted     = Text{"计 %d %s", "%d %s"}
	SheetMissingNone = Text{"应查材料均已查阅。", "Every paper asked for has been seen."}
)

// The supervision slip.
var (
	SheetSlip        = Text{"机构编制督查确认单", "Supervision slip"}
	SheetSlipNo      = Text{"编号 %s", "No. %s"}
	SheetFoundOn     = Text{"发现日期", "Found on"}
	SheetFoundBy     = Text{"督查人员", "Found by"}
	SheetCount       = Text{"数量", "Count"}
	SheetDue         = Text{"整改期限", "To be put right by"}
	SheetExtended    = Text{"%s，批准延期至 %s", "%s, extended to %s"}
	SheetItem        = Text{"项目", "Item"}
	SheetContent     = Text{"内容", "Content"}
	SheetEvidence    = Text{"依据材料", "Evidence"}
	SheetDemand      = Text{"整改要求", "Demand"}
	SheetColon       = Text{"：", ":"}
	SheetUnitOpinion = Text{"单位意见", "The unit's answer"}
	SheetRectified   = Text{"整改情况", "What was put right"}
	SheetRechecked   = Text{"复查结果", "Re-check"}
	SheetDoneBy      = Text{"经办", "By"}
	SheetDoneOn      = Text{"日期", "On"}
	SheetSignOffice  = Text{"机构编制管理部门", "For the staffing office"}
)
