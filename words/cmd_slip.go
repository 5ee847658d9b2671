package words

// The commands of supervision slips, of what is due, of warnings, and of what is collected for the district.
var (
	CmdSlip = Command{
		Use:   Text{"slip 命令", "slip COMMAND"},
		Short: Text{"督查确认单：填写、下发、确认、整改、复查、销号", "Supervision slips, from issue to closing"},
		Long: Text{`督查确认单的一生：拟稿、下发、单位确认（或有异议、拒绝确认）、延期、报整改情况、复查、
销号；也可以撤销、作废。每一步记下谁、哪天、为什么；现在能办什么，由现在的状态决定。
编号当场就有，各台笔记本不会重；编办另编正式编号，原编号留着。`,
			`The life of a supervision slip: draft, issued, confirmed by the unit (or disputed, or
refused), more time, put right, re-checked, closed; also withdrawn or void. Every step says
who, on which day and why, and the state decides what is possible next. The number is there
at once and no two laptops give the same; the office's own number comes later, the first stays.`},
	}
	CmdSlipNew = Command{
		Use:   Text{"new --unit 单位 --rule 情形 [选项]", "new --unit UNIT --rule RULE [flags]"},
		Short: Text{"填写一份督查确认单（拟稿）", "Write a slip, as a draft"},
		Long: Text{`填写一份督查确认单。不写日期就是今天，不写期限就按指标体系规定的天数，编号自动编。
--finding 照一条问题填好事实、标准和依据。--issue 填好就下发。`,
			`Writes a slip. Without a day it is today; without a deadline it is the scheme's number of days;
the number comes by itself. --finding takes facts, criterion and evidence from a finding.
--issue hands it over at once.`},
		Example: Text{`zoufang slip new --unit D01 --rule E5.1 --count 1 --facts 调出1人未办出编单 \
  --criteria 出编手续应在离岗后15日内办理 --demand 补办出编单 --issue`,
			`zoufang slip new --unit D01 --rule E5.1 --count 1 --facts "One left without an exit slip" \
  --criteria "Exit slips within 15 days" --demand "Hand in the exit slip" --issue`},
	}
	CmdSlipShow = Command{
		Use: Text{"show 编号 [选项]", "show NUMBER [flags]"}, Short: Text{"看一份督查确认单和它的每一步", "One slip with all its steps"},
		Long: Text{"编号可以写正式编号、原编号，或者编号末尾不会混的一段。列出现在可以办什么。",
			"The number is the official one, the first one, or an end of it that only one slip has. It lists what can be done now."},
		Example: Text{"zoufang slip show D01-2026-7031-001", "zoufang slip show D01-2026-7031-001"},
	}
	CmdSlipList = Command{
		Use: Text{"list [选项]", "list [flags]"}, Short: Text{"列出督查确认单，逾期的在前", "List the slips, the overdue first"},
		Example: Text{"zoufang slip list --overdue\nzoufang slip list --unit D01 --json", "zoufang slip list --overdue\nzoufang slip list --unit D01 --json"},
	}
	CmdSlipIssue = Command{Use: Text{"issue 编号 [选项]", "issue NUMBER [flags]"}, Short: Text{"下发", "Hand it over to the unit"},
		Example: Text{"zoufang slip issue D01-2026-7031-001", "zoufang slip issue D01-2026-7031-001"}}
	CmdSlipConfirm = Command{Use: Text{"confirm 编号 --who 姓名 [选项]", "confirm NUMBER --who NAME [flags]"}, Short: Text{"单位确认；--file 附签字的扫描件", "The unit confirms; --file keeps the signed scan"},
		Example: Text{"zoufang slip confirm D01-2026-7031-001 --who 王启文 --post 局长 --text 情况属实 --file 签字页.pdf", "zoufang slip confirm D01-2026-7031-001 --who \"Wang Qiwen\" --post director --text agreed --file signed.pdf"}}
	CmdSlipDispute = Command{Use: Text{"dispute 编号 --who 姓名 --reason 理由 [选项]", "dispute NUMBER --who NAME --reason WHY [flags]"}, Short: Text{"单位有异议，要有书面理由", "The unit disputes it, in writing"},
		Example: Text{"zoufang slip dispute D01-2026-7031-001 --who 王启文 --reason 该同志系工伤", "zoufang slip dispute D01-2026-7031-001 --who \"Wang Qiwen\" --reason \"injured at work\""}}
	CmdSlipRefuse = Command{Use: Text{"refuse 编号 [选项]", "refuse NUMBER [flags]"}, Short: Text{"单位拒绝确认", "The unit refuses to sign"},
		Example: Text{"zoufang slip refuse D01-2026-7031-001", "zoufang slip refuse D01-2026-7031-001"}}
	CmdSlipExtend = Command{Use: Text{"extend 编号 [选项]", "extend NUMBER [flags]"}, Short: Text{"延期：申请、批准、不批准", "More time: asked for, granted, denied"},
		Long:    Text{"到期以前由单位申请：--until 和 --reason。批准用 --grant，不批准用 --deny 并写 --reason。", "The unit asks before the date: --until and --reason. --grant grants it, --deny with --reason does not."},
		Example: Text{"zoufang slip extend D01-2026-7031-001 --until 2026-06-30 --reason 等区里批复\nzoufang slip extend D01-2026-7031-001 --grant", "zoufang slip extend D01-2026-7031-001 --until 2026-06-30 --reason \"approval pending\"\nzoufang slip extend D01-2026-7031-001 --grant"}}
	CmdSlipRectify = Command{Use: Text{"rectify 编号 --text 情况 [选项]", "rectify NUMBER --text ACCOUNT [flags]"}, Short: Text{"单位报整改情况", "The unit reports what it put right"},
		Example: Text{"zoufang slip rectify D01-2026-7031-001 --text 出编单已补办 --on 2026-05-28", "zoufang slip rectify D01-2026-7031-001 --text \"exit slip handed in\" --on 2026-05-28"}}
	CmdSlipRecheck = Command{Use: Text{"recheck 编号 --text 结果 [选项]", "recheck NUMBER --text RESULT [flags]"}, Short: Text{"复查；没有整改到位用 --failed", "Look again; --failed where it is not put right"},
		Example: Text{"zoufang slip recheck D01-2026-7031-001 --text 见出编单原件", "zoufang slip recheck D01-2026-7031-001 --text \"saw the exit slip\""}}
	CmdSlipClose = Command{Use: Text{"close 编号 [选项]", "close NUMBER [flags]"}, Short: Text{"销号（复查过的）", "Close it, once re-checked"},
		Example: Text{"zoufang slip close D01-2026-7031-001", "zoufang slip close D01-2026-7031-001"}}
	CmdSlipWithdraw = Command{Use: Text{"withdraw 编号 --reason 理由 [选项]", "withdraw NUMBER --reason WHY [flags]"}, Short: Text{"复核后撤销，不扣分", "Take it back after review: nothing is deducted"},
		Example: Text{"zoufang slip withdraw D01-2026-7031-001 --reason 系工伤，不算超期", "zoufang slip withdraw D01-2026-7031-001 --reason \"an injury at work\""}}
	CmdSlipVoid = Command{Use: Text{"void 编号 --reason 理由 [选项]", "void NUMBER --reason WHY [flags]"}, Short: Text{"作废，编号保留", "Void it; the number is kept"},
		Example: Text{"zoufang slip void D01-2026-7031-001 --reason 单位写错", "zoufang slip void D01-2026-7031-001 --reason \"wrong unit\""}}
	CmdSlipSettle = Command{Use: Text{"settle 编号 --state 状态 --reason 理由 [选项]", "settle NUMBER --state STATE --reason WHY [flags]"}, Short: Text{"两台笔记本走到不同状态时，定一个", "Choose where two laptops led it to different states"},
		Example: Text{"zoufang slip settle D01-2026-7031-001 --state confirmed --reason 以签字页为准", "zoufang slip settle D01-2026-7031-001 --state confirmed --reason \"the signed page counts\""}}
	CmdSlipRenumber = Command{Use: Text{"renumber 编号 [选项]，或 renumber --all", "renumber NUMBER [flags], or renumber --all"}, Short: Text{"编办编正式编号，原编号保留", "The office's own number; the first one stays"},
		Example: Text{"zoufang slip renumber D01-2026-7031-001\nzoufang slip renumber --all", "zoufang slip renumber D01-2026-7031-001\nzoufang slip renumber --all"}}
	CmdDue = Command{Use: Text{"due [选项]", "due [flags]"}, Short: Text{"到期清单：督查确认单、承诺、复查，逾期的在前", "What is due: slips, promises, re-checks; the overdue first"},
		Long:    Text{"全区一张清单：已过期的、本周到期的、以后的。--kept 记下一条承诺已兑现，写它前面的号。", "One list for the district: past its day, this week, later. --kept notes that a promise was kept, by its number in the list."},
		Example: Text{"zoufang due\nzoufang due --kept 3 --how 见消化计划文件", "zoufang due\nzoufang due --kept 3 --how \"saw the plan\""}}
	CmdAllWarnings = Command{Use: Text{"warnings [选项]", "warnings [flags]"}, Short: Text{"预警：全年随时算，红色在前", "Warnings all year round, red first"},
		Long: Text{`按台账、日常督查、督查确认单和年度评估算出每个单位现在的预警：什么数引起的、从什么
时候开始。只给编办和评估组看，不给被评估单位。`,
			`The warnings of every unit now, from the ledger, the daily visits, the slips and the yearly
visit: which numbers raised each, and since when. For the office and the teams, never for
the unit.`},
		Example: Text{"zoufang warnings --level red\nzoufang warnings --unit D01 --json", "zoufang warnings --level red\nzoufang warnings --unit D01 --json"}}
	CmdCompare = Command{Use: Text{"compare 单位 [选项]", "compare UNIT [flags]"}, Short: Text{"日常督查和年度评估对照：同一指标各发现了什么", "Daily findings beside the yearly ones, by indicator"},
		Example: Text{"zoufang compare D08", "zoufang compare D08 --json"}}
	CmdLearning     = Command{Use: Text{"learning 命令", "learning COMMAND"}, Short: Text{"经验、三定规定的缺陷、单位的意见建议", "Experiences, defects of the provisions, opinions of the units"}}
	CmdLearningList = Command{Use: Text{"list [选项]", "list [flags]"}, Short: Text{"列出收集到的；编办看全区的，其他人看自己的", "List what was collected: the office sees all, others their own"},
		Example: Text{"zoufang learning list --kind provision\nzoufang learning list --json", "zoufang learning list --kind provision\nzoufang learning list --json"}}
	CmdLearningAdd = Command{Use: Text{"add --unit 单位 --kind 种类 内容 [选项]", "add --unit UNIT --kind KIND TEXT [flags]"}, Short: Text{"记一条", "Add one"},
		Long:    Text{"种类：experience 值得推广的经验，provision 三定规定本身的缺陷，opinion 单位的意见建议。", "KIND: experience worth spreading, provision for a defect of the San Ding provisions, opinion of the unit."},
		Example: Text{"zoufang learning add --unit D05 --kind experience 编制台账与财政工资系统每月对账", "zoufang learning add --unit D05 --kind experience \"Monthly check of roster against payroll\""}}

	FlagSlipUnit     = Text{"哪个`单位`（编码或名称）", "of this `UNIT` (code or name)"}
	FlagSlipRule     = Text{"扣分`情形`的编号，如 E5.1", "the `RULE`, such as E5.1"}
	FlagSlipCount    = Text{"问题`数`，默认 1", "the `COUNT`, 1 if not given"}
	FlagSlipFacts    = Text{"`事实`：谁、什么、何时、多少", "the `FACTS`: who, what, when, how many"}
	FlagSlipCriteria = Text{"违反的`标准`", "the `CRITERION` it breaks"}
	FlagSlipEvidence = Text{"`依据`：哪份材料、哪一页", "the `EVIDENCE`: which paper, which page"}
	FlagSlipDemand   = Text{"整改`要求`", "what is `DEMANDED`"}
	FlagSlipFound    = Text{"发现`日期`，默认今天", "the `DAY` it was found, today if not given"}
	FlagSlipDeadline = Text{"整改`期限`，默认按指标体系的天数", "the `DEADLINE`, by the scheme's days if not given"}
	FlagSlipFinding  = Text{"照这条`问题`填（show --json 里的标识）", "take it from this `FINDING` (its id in show --json)"}
	FlagSlipIssue    = Text{"填好就下发", "hand it over at once"}
	FlagSlipOn       = Text{"办理`日期`，默认今天", "the `DAY` of the step, today if not given"}
	FlagSlipWho      = Text{"办理人`姓名`：谁确认、谁批准、谁复查", "the `NAME` of who confirmed, granted or re-checked"}
	FlagSlipPost     = Text{"办理人`职务`", "the `POST` of that person"}
	FlagSlipText     = Text{"`情况`：意见、整改情况、复查结果", "the `ACCOUNT`: opinion, what was put right, what the re-check found"}
	FlagSlipReason   = Text{"`理由`", "the `REASON`"}
	FlagSlipFile     = Text{"附这个扫描`文件`", "keep this scanned `FILE` with it"}
	FlagSlipUntil    = Text{"延期到`哪天`", "until this `DAY`"}
	FlagSlipGrant    = Text{"批准延期", "grant it"}
	FlagSlipDeny     = Text{"不批准延期", "deny it"}
	FlagSlipFailed   = Text{"没有整改到位，退回再改", "it is not put right: back to the unit"}
	FlagSlipState    = Text{"定为这个`状态`，如 confirmed", "the `STATE` that holds, such as confirmed"}
	FlagSlipTo       = Text{"编成这个`编号`，默认接着编", "this `NUMBER`, the next one if not given"}
	FlagSlipAll      = Text{"凡是下发过、还没有正式编号的都编", "every slip that was issued and has none yet"}
	FlagSlipOverdue  = Text{"只列逾期的", "only the overdue"}
	FlagDueKept      = Text{"第`几`条承诺已兑现", "the promise with this `NUMBER` was kept"}
	FlagDueHow       = Text{"怎么`看到`兑现的", "`HOW` it was seen"}
	FlagDueDay       = Text{"按这一`天`算，默认今天", "as of this `DAY`, today if not given"}
	FlagWarnLevel    = Text{"只列这一`级`：red 红、orange 橙、yellow 黄", "only this `LEVEL`: red, orange or yellow"}
	FlagLearnKind    = Text{"`种类`：experience、provision、opinion", "the `KIND`: experience, provision or opinion"}
	FlagLearnInd     = Text{"属于哪个`指标`", "the `INDICATOR` it belongs to"}

	ColSlipNo   = Text{"编号", "slip"}
	ColDue      = Text{"期限", "due"}
	SlipMade    = Text{"已拟稿：督查确认单 %s，整改期限 %s。", "Drafted: slip %s, due %s."}
	SlipStepped = Text{"督查确认单 %s：%s，现在是“%s”。", "Slip %s: %s done, now “%s”."}
	SlipDueOn   = Text{"整改期限 %s。", "Due %s."}
	SlipCan     = Text{"现在可以：%s", "Possible now: %s"}
	SlipEnded   = Text{"已办结，没有下一步。", "Closed: nothing is left to do."}
	SlipSides   = Text{"两台笔记本走到了不同的状态：%s。先定一个，再往下办。", "Two laptops led it to different states: %s. Settle it."}
	SlipNamed   = Text{"%s（原编号 %s）", "%s (first %s)"}
	SlipNone    = Text{"没有督查确认单。", "There are no supervision slips."}
	SlipNumbers = Text{"正式编号：%s → %s", "Official number: %s → %s"}
	SlipAllDone = Text{"下发过的都有正式编号了。", "Every slip that was issued has its official number."}
	SlipOverdue = Text{"逾期", "overdue"}
	SlipHead    = Text{"督查确认单 %s  %s", "Supervision slip %s  %s"}
	SlipSteps   = Text{"办理经过：", "Steps:"}
	SlipStepAt  = Text{"%s  %s  %s", "%s  %s  %s"}
	SlipFiles   = Text{"附件：%s", "Files: %s"}
	SlipFailed  = Text{"（未通过）", " (not passed)"}
	DueNone     = Text{"没有到期的事。", "Nothing is due."}
	DueKept     = Text{"已记：承诺兑现。", "Noted: the promise was kept."}
	WarnNone    = Text{"没有预警。", "No warning is open."}
	WarnSince   = Text{"自 %s", "since %s"}
	WarnUnsure  = Text{"还缺数字、暂时判断不了的：%s", "Cannot be judged yet, numbers are missing: %s"}
	WarnTally   = Text{"红 %d  橙 %d  黄 %d", "red %d  orange %d  yellow %d"}
	CompareNone = Text{"日常督查和年度评估都没有发现问题。", "Neither the daily visits nor the yearly one found anything."}
	LearnNone   = Text{"还没有收集到。", "Nothing was collected yet."}
	LearnSaved  = Text{"已记。", "Noted."}
)

// DueKinds say what is due, DueWhens when, YearSources where a number comes from, LearnKinds what is collected.
var (
	DueKinds = map[string]Text{"rectify": {"整改清单", "result: put right"}, "rectified": {"整改待复查", "result: to re-check"}, "slip": {"整改", "put right"}, "promise": {"承诺", "promise"}, "confirm": {"待单位确认", "unit to confirm"}, "recheck": {"待复查", "to re-check"},
		"extension": {"待批延期", "rule on more time"}, "dispute": {"异议待处理", "dispute to rule on"}, "settle": {"状态待定", "to settle"}}
	DueWhens    = map[string]Text{"overdue": {"逾期", "overdue"}, "week": {"本周", "this week"}, "later": {"以后", "later"}}
	YearSources = map[string]Text{"ledger": {"台账", "ledger"}, "daily": {"日常督查", "daily visit"}, "yearly": {"年度评估", "yearly visit"}, "slip": {"督查确认单", "slip"},
		"past": {"往年问题", "earlier year"}, "report": {"自查报告", "self-report"}}
	LearnKinds = map[string]Text{"experience": {"值得推广的经验", "experience"}, "provision": {"三定规定的缺陷", "defect of the provisions"}, "opinion": {"单位意见建议", "opinion of the unit"}}
	LearnFrom  = map[string]Text{"form": {"登记", "form"}, "note": {"记录", "note"}, "listen": {"汇报", "briefing"}}
	OnlySides  = map[string]Text{"daily": {"只有日常督查发现", "found by daily visits only"}, "yearly": {"只有年度评估发现", "found by the yearly visit only"}, "": {"两边都发现", "found by both"}}
)

var _ = table(map[string]Text{
	"usage.slipextend": {"写明办什么：申请用 --until 和 --reason，批准用 --grant，不批准用 --deny 和 --reason。", "Say what: --until and --reason to ask, --grant to grant, --deny and --reason to deny."},
	"usage.slipnew":    {"请写明 --unit 和 --rule（或 --finding）。", "Give --unit and --rule (or --finding)."},
	"usage.slipone":    {"请写编号，或者用 --all。", "Name a slip, or use --all."},
	"slip.finding":     {"没有这条问题：%s。标识在 show --json 里。", "There is no such finding: %s. Its id is in show --json."},
	"due.none":         {"没有第 %d 条，或者那一条不是承诺；用 zoufang due 看清单。", "There is no promise number %d; zoufang due shows the list."},
	"learning.text":    {"没有写内容；写一句话再存，其他的都在。", "There is no text; write a sentence and save again. The rest is kept."},
	"learning.kind":    {"没有“%s”这一种；可以是 experience、provision、opinion。", "There is no kind “%s”: experience, provision or opinion."},
})
