package words

// Words of the steps of a visit.
var (
	GoStep   = Text{"去“%s”", "to: %s"}
	StepDone = Text{"完", "done"}
)

// Words of the page on which something is chosen.
var (
	PickNone      = Text{"没有可选的。Esc 返回。", "Nothing to choose. Esc goes back."}
	PickHint      = Text{"打字就是筛选：汉字、代号或拼音首字母都行；Esc 不选。", "Type to filter; Esc leaves without choosing."}
	PickTick      = Text{"勾选", "tick"}
	PickDone      = Text{"选好了", "done"}
	PickIndicator = Text{"指标", "indicator"}
	PickQuestion  = Text{"待核", "question"}
	PickFinding   = Text{"问题", "finding"}
	PickNothing   = Text{"不关联", "nothing"}
	PickFor       = Text{"关联到哪里：%s", "Attach to: %s"}
	PickWhich     = Text{"关联哪个指标", "Which indicator"}
	QuestionNo    = Text{"问%d", "Q%d"}
)

// Words of the page of a visit.
var (
	VisitDaily     = Text{"%s 日常 %s", "%s, daily %s"}
	VisitStep      = Text{"步骤", "Step"}
	VisitHave      = Text{"做到哪里", "So far"}
	VisitLacks     = Text{"缺什么", "Missing"}
	VisitMore      = Text{"%d 处：%s", "%d: %s"}
	VisitOpen      = Text{"待核问题和随手记", "Open questions and facts noted"}
	VisitOpenCount = Text{"未核 %d   未关联 %d", "open %d, not attached %d"}
	VisitPane      = Text{"上下两栏", "other pane"}
	VisitTodo      = Text{"待办", "to do"}
	VisitReview    = Text{"复核签字", "review and sign"}
	VisitAttach    = Text{"照片和扫描件", "photos and scans"}
	Comma          = Text{"，", ", "}

	HaveNothing    = Text{"还没有记", "nothing yet"}
	HaveDaily      = Text{"日常评估不要求", "not asked on a daily visit"}
	HaveNotFiled   = Text{"未报送自查报告", "no self-report filed"}
	HaveReceived   = Text{"自查报告 %s收到", "self-report received %s"}
	HaveSealed     = Text{"已盖章", "sealed"}
	HaveUnsealed   = Text{"未盖章", "not sealed"}
	HaveSigned     = Text{"已签字", "signed"}
	HaveUnsigned   = Text{"未签字", "not signed"}
	HaveInPerson   = Text{"本人汇报", "in person"}
	HaveSubstitute = Text{"非主要领导", "not the main leader"}
	HaveCheck      = Text{"材料 %d/%d 已看", "papers %d/%d ruled on"}
	HaveCheckGaps  = Text{"材料 %d/%d 已看   人数 %d 处不平", "papers %d/%d ruled on, %d numbers off"}
	HaveInterview  = Text{"访谈 %d 次   问题 %d/%d 已核", "talks %d, questions settled %d/%d"}
	HaveNotes      = Text{"记了 %d 条", "notes: %d"}
	HaveScore      = Text{"%d 项指标：已核 %d  待核 %d", "%d indicators: judged %d, open %d"}

	AsideNoTeam = Text{"还没有分工", "nobody is assigned yet"}
	AsidePast   = Text{"往年问题 %d", "Findings of earlier years: %d"}
	AsideSlips  = Text{"未销号的督查确认单 %d", "Open supervision slips: %d"}
	AsideLedger = Text{"编办台账", "The office's ledger"}
	PastOpen    = Text{"未整改", "open"}
	PastDone    = Text{"已整改", "rectified"}
	PastRow     = Text{"%s %s（%s）", "%s %s (%s)"}
	SlipRow     = Text{"%s %s %s", "%s %s %s"}
)

// Words of the list of what is missing.
var (
	TodoStep   = Text{"步骤", "Step"}
	TodoWhat   = Text{"还缺什么", "What is missing"}
	TodoBlocks = Text{"签字前", "To sign"}
	TodoMust   = Text{"必须补", "needed"}
	TodoNone   = Text{"什么都不缺。", "Nothing is missing."}
	TodoHead   = Text{"离开前看一遍：%d 处，其中 %d 处不补不能签字", "Before you leave: %d things, %d of them needed to sign"}
	TodoGo     = Text{"去处理", "go there"}
)

// Words of the page that begins a daily visit.
var (
	DailyAsk  = Text{"%s：日常评估不要求自查报告和领导汇报的手续，只记查到的情况。", "%s: a daily visit does not ask for the formalities of self-report and briefing; it records what was found."}
	DailyDay  = Text{"日期", "Day"}
	DailyHint = Text{"哪一天去的；写 3.9 或 2026-3-9，Enter 开始。", "The day of the visit, such as 3.9 or 2026-3-9; Enter begins."}
)
