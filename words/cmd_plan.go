package words

// The plan of the round, the coverage board, the ledger and the task bundles.
var (
	CmdPlan = Command{
		Use:   Text{"plan 命令", "plan COMMAND"},
		Short: Text{"评估安排：单位、组、日期；进度和覆盖", "The plan: units, teams and days; progress and coverage"},
	}
	CmdPlanImport = Command{
		Use:   Text{"import 文件 [选项]", "import FILE [flags]"},
		Short: Text{"从表格导入评估安排（CSV 或 XLSX，编办）", "Import the plan from a table (the office)"},
		Long: Text{`表头要有编码或单位；可有 组、日期、上下午、时间、地点、组长、评估人员、记录员、备注，中英文都行，次序不限。
没有写人的，去的是这个组的人。有一行不对就一行也不导入；冲突（同一人同半天两个单位、没有组、不在
起止日期内）会写明，但不拦。派人去申报过关系的单位，要用 --reason 写明理由。--preview 只看不写。`,
			`The header has code or unit, and if wanted team, day, half, time, place, leader, members, recorder, note,
in Chinese or English and in any order. Where a row names nobody, the people of its team go. One bad
row stops the whole import. Clashes (one person at two units in a half-day, no team, a day outside the
round) are named and stop nothing. Sending somebody to a unit they declared a tie to wants --reason.
With --preview nothing is written.`},
		Example: Text{"zoufang plan import 评估安排.xlsx --preview\nzoufang plan import 评估安排.xlsx", "zoufang plan import plan.xlsx --preview\nzoufang plan import plan.xlsx"},
	}
	CmdPlanShow = Command{
		Use:     Text{"show [选项]", "show [flags]"},
		Short:   Text{"按日期列出安排，写明冲突", "The plan by days, with what clashes"},
		Long:    Text{"有冲突、要人看的，退出码是 3。", "The exit code is 3 where something clashes."},
		Example: Text{"zoufang plan show\nzoufang plan show --day 2026-03-09\nzoufang plan show --team 一组 --json", "zoufang plan show\nzoufang plan show --day 2026-03-09\nzoufang plan show --team \"team 1\" --json"},
	}
	CmdPlanExport = Command{
		Use:     Text{"export 文件 [选项]", "export FILE [flags]"},
		Short:   Text{"把安排写成表格（.xlsx 或 .csv），改好可以再导入", "Write the plan as a table (.xlsx or .csv) that can be imported again"},
		Example: Text{"zoufang plan export 评估安排.xlsx", "zoufang plan export plan.xlsx"},
	}
	CmdPlanProgress = Command{
		Use:     Text{"progress [选项]", "progress [flags]"},
		Short:   Text{"各组进度：开始、签字、导出、送达", "How far the teams are: begun, signed, exported, arrived"},
		Example: Text{"zoufang plan progress\nzoufang plan progress --team 一组 --json", "zoufang plan progress\nzoufang plan progress --team \"team 1\" --json"},
	}
	CmdPlanCoverage = Command{
		Use:     Text{"coverage [选项]", "coverage [flags]"},
		Short:   Text{"覆盖：哪些单位今年还没有去过，隔了多少天", "Coverage: which units were not visited this year, and for how long"},
		Example: Text{"zoufang plan coverage\nzoufang plan coverage --kind 部门 --json", "zoufang plan coverage\nzoufang plan coverage --kind department --json"},
	}
	CmdLedger = Command{
		Use:   Text{"ledger 命令", "ledger COMMAND"},
		Short: Text{"编办台账：导入、列出", "The office's ledger: import and list"},
	}
	CmdLedgerImport = Command{
		Use:   Text{"import 文件 --as-of 日期 [选项]", "import FILE --as-of DAY [flags]"},
		Short: Text{"从表格导入台账数（CSV 或 XLSX，编办）", "Import ledger numbers from a table (the office)"},
		Long: Text{`两种表都行：一行一个单位，一列一项人数（指标体系里的项目名称）；或者一行一个数，列是单位、项目、人数。
每个数都对照指标体系核对，有一行不对就一行也不导入。先列出会改什么；--preview 只看不写。`,
			`Either a row a unit with a column a figure (as the scheme names them), or a row a number with the columns
unit, figure, number. Every number is checked against the scheme, and one bad row stops the whole import.
It first lists what would change; with --preview it writes nothing.`},
		Example: Text{"zoufang ledger import 台账.xlsx --as-of 2026-02-28 --preview\nzoufang ledger import 台账.xlsx --as-of 2026-02-28", "zoufang ledger import ledger.xlsx --as-of 2026-02-28 --preview\nzoufang ledger import ledger.xlsx --as-of 2026-02-28"},
	}
	CmdLedgerList = Command{
		Use:     Text{"list 单位 [选项]", "list UNIT [flags]"},
		Short:   Text{"列出一个单位的台账数", "List the ledger numbers of a unit"},
		Example: Text{"zoufang ledger list D01\nzoufang ledger list D01 --json", "zoufang ledger list D01\nzoufang ledger list D01 --json"},
	}
	CmdPast = Command{
		Use:   Text{"past 命令", "past COMMAND"},
		Short: Text{"往年的问题：导入、列出", "Findings of earlier years: import and list"},
	}
	CmdPastImport = Command{
		Use:   Text{"import 文件 [选项]", "import FILE [flags]"},
		Short: Text{"从表格导入往年的问题（CSV 或 XLSX，编办）", "Import findings of earlier years from a table (the office)"},
		Long: Text{`表头：编码或单位、年度、事实；可有 条款、次数、整改（已整改、未整改）。有一行不对就一行也不导入。`,
			`The header has code or unit, year, facts, and if wanted rule, count, state (rectified, open). One bad row
stops the whole import.`},
		Example: Text{"zoufang past import 上年问题.csv", "zoufang past import past.csv"},
	}
	CmdPastList = Command{
		Use:     Text{"list 单位 [选项]", "list UNIT [flags]"},
		Short:   Text{"列出一个单位往年的问题", "List the findings of earlier years of a unit"},
		Example: Text{"zoufang past list D01 --json", "zoufang past list D01 --json"},
	}
	CmdTask = Command{
		Use:   Text{"task 命令", "task COMMAND"},
		Short: Text{"任务包：一台笔记本只带自己的单位", "Task bundles: a laptop gets its own units"},
	}
	CmdTaskExport = Command{
		Use:   Text{"export --to 文件夹 [选项]", "export --to FOLDER [flags]"},
		Short: Text{"写任务包（编办）", "Write task bundles (the office)"},
		Long: Text{`任务包带：指标体系、年度、人员、领导小组、公钥；本人（本组）单位的名称、安排、台账、往年的问题、督查确认单。
别的单位、评估里记下的内容都不带，收到的笔记本上写明是有意未给，不算待补。以后合并整份数据包时自动补上。
认得本人的笔记本时只给它封装；不认得、又要封装的，用 --passphrase 或 --plain 写明。
--all 给每个有任务的人各写一份。`,
			`A task bundle carries the scheme, the round, the people, the leading group and the keys, and of the person's
(or the team's) own units the names, the plan, the ledger, earlier findings and slips. Other units, and what
was recorded in visits, are kept back; the laptop says so and waits for none of it. Whole bundles fill it in
later. It is sealed for the person's laptop where that is known; where it is not and the book seals, say
--passphrase or --plain. With --all everybody who has units gets one.`},
		Example: Text{"zoufang task export --to /media/usb --all\nzoufang task export --to /media/usb --person 李敏\nzoufang task export --to /media/usb --team 一组 --passphrase",
			"zoufang task export --to /media/usb --all\nzoufang task export --to /media/usb --person 1003\nzoufang task export --to /media/usb --team \"team 1\" --passphrase"},
	}
	CmdRoundSet = Command{
		Use:     Text{"set --reason 理由 [选项]", "set --reason REASON [flags]"},
		Short:   Text{"改开始日期、截止日期（编办）", "Move the first or the last day (the office)"},
		Example: Text{"zoufang round set --cutoff 2026-12-31 --reason 领导小组同意顺延", "zoufang round set --cutoff 2026-12-31 --reason \"the leading group agreed\""},
	}
	CmdRoundClose = Command{
		Use:   Text{"close --reason 理由", "close --reason REASON"},
		Short: Text{"结束年度评估（编办）", "Close the round (the office)"},
		Long: Text{"结束不妨碍任何记录，以后记的会写明在结束以后。要收回，再用 zoufang round open 开始一次。",
			"It blocks nothing: what is recorded later says that it came after the end. zoufang round open takes it back."},
		Example: Text{"zoufang round close --reason 结果已发布", "zoufang round close --reason \"the results are released\""},
	}
	CmdRoundNew = Command{
		Use:   Text{"new 文件 --year 年度", "new FILE --year YEAR"},
		Short: Text{"新建下一年度的数据文件（编办）", "Make the book of the next round (the office)"},
		Long: Text{`一个数据文件是一个年度。新文件带上：指标体系、人员、领导小组、单位、台账、往年的问题、督查确认单，今年
已提交的评分表里的问题成为上年的问题。评估、安排、回避申报留在原来的文件里，原文件不动。`,
			`A book is one round. The new one takes along the scheme, the people, the leading group, the units, the ledger,
earlier findings and slips, and the findings of closed sheets as last year's. Visits, plan and declared
interests stay in the old book, which is not touched.`},
		Example: Text{"zoufang round new 2027.db --year 2027", "zoufang round new 2027.db --year 2027"},
	}

	FlagPlanDay   = Text{"只看这一`天`", "only this `DAY`"}
	FlagPlanTeam  = Text{"只看这个`组`", "only this `TEAM`"}
	FlagPlanKind  = Text{"只看这一`类`单位", "only units of this `KIND`"}
	FlagOffReason = Text{"`理由`", "the `REASON`"}
	FlagOver      = Text{"已有的文件也覆盖", "replace a file that is there"}
	FlagLook      = Text{"只看会改什么，不写", "only show what would change"}
	FlagAsOf      = Text{"截至`日期`，必填", "the `DAY` the numbers are as of, required"}
	FlagTaskTo    = Text{"写到这个`文件夹`，必填", "into this `FOLDER`, required"}
	FlagTaskTeam  = Text{"给这个`组`", "for this `TEAM`"}
	FlagTaskWho   = Text{"给这个`人`（姓名或工号）", "for this `PERSON` (name or work number)"}
	FlagTaskDev   = Text{"给这台`笔记本`", "for this `LAPTOP`"}
	FlagTaskAll   = Text{"给每个有任务的人", "for everybody who has units"}
	FlagFrom      = Text{"用编办给的数据包或任务包`文件`开始", "begin with the bundle `FILE` the office handed out"}
	FlagNewYear   = Text{"`年度`，必填", "the `YEAR`, required"}

	PlanNothing   = Text{"没有符合的。", "Nothing fits."}
	PlanClashes   = Text{"要看的 %d 处：", "To look at: %d"}
	PlanClash     = Text{"  %s", "  %s"}
	PlanLooked    = Text{"可以导入 %d 行，没有写。", "%d rows are well; nothing was written."}
	PlanWritten   = Text{"已写出 %s。", "%s is written."}
	PlanNoDay     = Text{"未定", "no day"}
	HalfWords     = map[string]Text{"": {"全天", "all day"}, "am": {"上午", "morning"}, "pm": {"下午", "afternoon"}}
	ColBegun      = Text{"已开始", "begun"}
	ColSigned     = Text{"已签字", "signed"}
	ColSent       = Text{"已导出", "exported"}
	ColArrived    = Text{"已送达", "arrived"}
	ColYearly     = Text{"年度", "yearly"}
	ColDaily      = Text{"日常", "daily"}
	ColLastOn     = Text{"最近一次", "last"}
	ColDays       = Text{"隔几天", "days"}
	ColFigure     = Text{"项目", "figure"}
	ColCount      = Text{"人数", "number"}
	ColAsOf       = Text{"截至", "as of"}
	ColYear       = Text{"年度", "year"}
	ColRule       = Text{"条款", "rule"}
	ColTimes      = Text{"次数", "count"}
	ColFacts      = Text{"事实", "facts"}
	CoverNever    = Text{"从未", "never"}
	CoverSum      = Text{"%d 个单位，今年没有去过的 %d 个。", "%d units, not visited this year: %d."}
	LedgerEmpty   = Text{"这个单位还没有台账数（编办：zoufang ledger import 文件 --as-of 日期）。", "There are no ledger numbers of this unit (the office: zoufang ledger import FILE --as-of DAY)."}
	LedgerChange  = Text{"%s %s：%d 改为 %d", "%s %s: %d becomes %d"}
	LedgerDate    = Text{"%s %s：%d 不变，截至改为 %s", "%s %s: %d stays, as of %s now"}
	LedgerNew     = Text{"%s %s：新增 %d", "%s %s: new, %d"}
	LedgerMore    = Text{"还有 %d 处。", "%d more."}
	LedgerLooked  = Text{"会改 %d 处，没有写。", "%d would change; nothing was written."}
	PastEmpty     = Text{"这个单位没有往年的问题。", "There are no findings of earlier years of this unit."}
	TaskDone      = Text{"%s：%s，%d 个单位，%d 字节；有意未给的 %d 条。", "%s: %s, %d units, %d bytes; kept back: %d changes."}
	TaskFor       = Text{"只给这几台封装：%s", "sealed for these laptops alone: %s"}
	TaskEverybody = Text{"谁都", "everybody"}
	TaskPlain     = Text{"没有封装：拿到的人都能看。", "Not sealed: whoever has it can read it."}
	TaskPhrase    = Text{"用口令封装。", "Sealed under the passphrase."}
	TaskOpen      = Text{"有 %d 处有争议，没有带，定了以后再写一份。", "%d contested values were left out; write it again once they are settled."}
	RoundMoved    = Text{"已改。起止：%s 至 %s", "Changed. From %s to %s"}
	RoundClosedIs = Text{"年度评估已于 %s 由%s结束：%s", "The round was closed on %s by %s: %s"}
	RoundNewDone  = Text{"已新建 %s：%s年度，%d 个单位。用 --book 打开它；各笔记本从任务包开始。", "%s is made: %s, %d units. Open it with --book; the laptops begin with task bundles."}
	KeptLine      = Text{"有意未给：%s 的 %d 条（编办按任务给，不用等）", "kept back on purpose: of %s %d changes (the office gives by task; nothing is waited for)"}
)

var _ = table(map[string]Text{
	"plan.day":       {"日期“%s”不对；写成 2026-03-09 或 3月9日。", "“%s” is no day; write 2026-03-09."},
	"plan.half":      {"上下午“%s”不认识；写上午、下午或全天。", "The half “%s” is unknown; write am, pm or day."},
	"plan.time":      {"时间“%s”不对；写成 09:00。", "“%s” is no time; write 09:00."},
	"plan.person":    {"没有叫“%s”的人；先导入评估组。", "There is nobody called “%s”; import the teams first."},
	"plan.people":    {"叫“%s”的不止一人，请写工号。", "Several people are called “%s”; write the work number."},
	"plan.team":      {"“%s”没有人；先导入评估组，或者在这一行写人。", "“%s” has nobody; import the teams first, or name people in the row."},
	"plan.twice":     {"单位“%s”在第 %d 行已经有了。", "The unit “%s” is in row %d already."},
	"plan.interest":  {"%s申报过与%s有关系（%s），一行也没有写。换人；一定要派，写明理由。", "%s declared a tie to %s (%s), so nothing was written. Send somebody else, or give the reason."},
	"clash.team":     {"%s：还没有派组", "%s: no team yet"},
	"clash.day":      {"%s：还没有定日期", "%s: no day yet"},
	"clash.leader":   {"%s：没有组长", "%s: nobody leads"},
	"clash.before":   {"%s：%s 早于开始日期 %s", "%s: %s is before the round opens on %s"},
	"clash.after":    {"%s：%s 晚于截止日期 %s", "%s: %s is after the cut-off on %s"},
	"clash.person":   {"%s %s 同时去两处：%s、%s", "%s on %s is in two places: %s, %s"},
	"clash.interest": {"%s申报过与%s有关系：%s", "%s declared a tie to %s: %s"},
	"ledger.figure":  {"指标体系里没有项目“%s”。", "The scheme has no figure “%s”."},
	"ledger.number":  {"%s：“%s”不是人数。", "%s: “%s” is no whole number."},
	"ledger.twice":   {"%s的%s在第 %d 行已经有了。", "%s, %s is in row %d already."},
	"ledger.none":    {"没有一列是指标体系里的项目，也没有“项目”和“人数”两列。", "No column is a figure of the scheme, and there are no columns “figure” and “number”."},
	"past.year":      {"年度“%s”不对；写成 2025。", "“%s” is no year; write 2025."},
	"past.rule":      {"指标体系里没有条款“%s”；不知道就空着。", "The scheme has no rule “%s”; leave it empty where it is not known."},
	"past.facts":     {"没有写事实。", "The facts are missing."},
	"past.count":     {"次数“%s”不是数。", "The count “%s” is no number."},
	"past.state":     {"整改“%s”不认识；写已整改或未整改。", "The state “%s” is unknown; write rectified or open."},
	"round.days":     {"截止日期 %[2]s 早于开始日期 %[1]s，没有改。", "The cut-off %[2]s is before the first day %[1]s; nothing was changed."},
	"round.closed":   {"年度评估已于 %s 结束。要收回，用 zoufang round open 再开始一次。", "The round was closed on %s already. zoufang round open takes that back."},
	"round.year":     {"%s 不是下一个年度，没有新建。", "%s is no later year; nothing was made."},
	"task.none":      {"%s没有派到单位，没有写任务包。先导入评估安排：zoufang plan import 文件。", "%s: no units, so no task bundle was written. Import the plan first: zoufang plan import FILE."},
	"task.who":       {"要写明给谁：组、人或者笔记本。", "Say for whom: a team, a person or a laptop."},
	"task.laptop":    {"不认得%s的笔记本，封装了他打不开，没有写。用 --passphrase 定一个口令，或者用 --plain 写明不封装。", "No laptop of %s is known, so nobody there could open it and nothing was written. Set a passphrase with --passphrase, or say --plain."},
	"task.laptopwho": {"这台笔记本还没有人用过，不知道给哪些单位。请用 --person 写明给谁。", "Nobody has worked on that laptop yet, so its units are not known. Name the person with --person."},
	"usage.task":     {"写明 --to 文件夹，和 --all、--team、--person、--laptop 里的一个。", "Name --to FOLDER and one of --all, --team, --person, --laptop."},
	"usage.asof":     {"请用 --as-of 写明台账截至哪一天，如 2026-02-28。", "Say with --as-of which day the numbers are of, such as 2026-02-28."},
	"usage.planfile": {"文件名要以 .xlsx 或 .csv 结尾：%s", "The name must end in .xlsx or .csv: %s"},
	"usage.newyear":  {"请用 --year 写明年度。", "Say the year with --year."},
	"cmd.exists":     {"%s 已经有了，没有覆盖。请换个名字。", "%s exists already and was not touched. Choose another name."},
	"decide.clashes": {"安排里有 %d 处要看。", "%d things of the plan want a look."},
	"usage.initfrom": {"已经有 --from：区和年度由它写明，只要 --name（和 --number）。", "With --from the bundle says district and year; give only --name and --number."},
})
