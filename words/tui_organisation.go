package words

// Words of the office's pages: plan, boards, teams, leading group, imports, task bundles.
var (
	DayTitle   = Text{"评估安排", "Plan"}
	DayJump    = Text{"评估安排（按天）", "plan, day by day"}
	DayTurn    = Text{"前后一天", "other day"}
	DayToday   = Text{"今天", "today"}
	DayHead    = Text{"%s %s", "%s %s"}
	DayCount   = Text{"单位 %d，我的 %d", "%d units, mine %d"}
	DayNone    = Text{"没有定日期的", "without a day"}
	DayEmpty   = Text{"还没有评估安排。编办在命令（F2）里选“导入评估安排”。", "Nothing is planned yet. The office imports the plan from the palette (F2)."}
	DayNoMatch = Text{"没有对应的单位。Esc 清空筛选。", "No unit matches. Esc clears the filter."}
	DayHint    = Text{"左右键换一天；* 是我的；打字就是筛选。", "Left and right change the day; * is mine; type to filter."}
	DayMine    = Text{"* ", "* "}
	DayPeople  = Text{"人员：%s", "People: %s"}
	DayNote    = Text{"备注：%s", "Remark: %s"}
	DayClash   = Text{"要看：%s", "To look at: %s"}
	DayTime    = Text{"时间", "Time"}
	DayUnit    = Text{"单位", "Unit"}
	DayTeam    = Text{"组", "Team"}
	DayPlace   = Text{"地点", "Place"}
	DayState   = Text{"状态", "State"}
	DayTodos   = Text{"待办", "To do"}

	BoardTitle  = Text{"各组进度", "Team progress"}
	BoardJump   = Text{"各组进度", "team progress"}
	BoardSum    = Text{"%s：单位 %d，开始 %d，签字 %d，导出 %d，送达 %d", "%s: units %d, begun %d, signed %d, exported %d, arrived %d"}
	BoardNoTeam = Text{"没有派组", "no team"}
	BoardDone   = Text{"指标", "Scored"}
	BoardDay    = Text{"日期", "Day"}
	BoardSort   = Text{"换排序", "sort otherwise"}
	BoardSorts  = []Text{{"按组", "by team"}, {"按日期", "by day"}, {"做得少的在前", "least done first"}}
	BoardHint   = Text{"%s。打字就是筛选：单位、组或拼音首字母。", "%s. Type to filter: unit, team or initials."}
	BoardEmpty  = Text{"还没有单位。", "There are no units yet."}
	BoardSent   = Text{"已导出", "exported"}
	BoardIn     = Text{"已送达", "arrived"}
	BoardSigned = Text{"已签字", "signed"}

	CoverTitle   = Text{"覆盖", "Coverage"}
	CoverJump    = Text{"覆盖（今年还没有去过的单位）", "coverage (units not visited this year)"}
	CoverHead    = Text{"单位 %d，没有去过的 %d，没有日常的 %d", "%d units, %d not visited, %d without a daily visit"}
	CoverKind    = Text{"类型", "Kind"}
	CoverYearly  = Text{"年度", "Yearly"}
	CoverDaily   = Text{"日常", "Daily"}
	CoverLast    = Text{"最近一次", "Last"}
	CoverDays    = Text{"隔几天", "Days"}
	CoverShow    = []Text{{"全部单位", "all units"}, {"只看没有去过的", "not visited"}, {"只看没有日常的", "no daily visit"}}
	CoverTurn    = Text{"换范围", "show others"}
	CoverPlanned = Text{"安排在 %s，%s", "planned on %s, %s"}
	CoverNoPlan  = Text{"还没有安排。", "Not planned yet."}

	TeamsTitle     = Text{"评估组", "Teams"}
	TeamsJump      = Text{"评估组和回避申报", "teams and declared interests"}
	TeamsHead      = Text{"%d 个组，%d 人，还没有申报的 %d 人", "%d teams, %d people, not declared: %d"}
	TeamsName      = Text{"姓名", "Name"}
	TeamsNumber    = Text{"工号", "Number"}
	TeamsRole      = Text{"角色", "Role"}
	TeamsUnits     = Text{"单位数", "Units"}
	TeamsDeclared  = Text{"回避申报", "Interests"}
	TeamsNone      = Text{"申报没有", "nothing to declare"}
	TeamsTie       = Text{"申报有关系", "declare a tie"}
	TeamsDrop      = Text{"撤回申报", "withdraw"}
	TeamsTieOf     = Text{"%s与哪个单位有关系", "%s has a tie to which unit"}
	TeamsTieAsk    = Text{"%s与%s有关系。写明是什么关系：", "%s has a tie to %s. Say what it is:"}
	TeamsDropAsk   = Text{"撤回%s的这条申报（%s）？理由：", "Withdraw this declaration of %s (%s)? Reason:"}
	TeamsDropWhich = Text{"撤回哪一条", "Which declaration"}
	TeamsNothing   = Text{"没有可以撤回的。", "There is nothing to withdraw."}
	TeamsSaid      = Text{"已申报：%s", "Declared: %s"}
	TeamsEmptyHere = Text{"还没有人。编办在命令（F2）里选“导入评估组”。", "There is nobody yet. The office imports the teams from the palette (F2)."}
	TeamsHint      = Text{"走访以前每人都要申报；“没有”也要申报。打字就是筛选。", "Everybody declares before the visit, also nothing. Type to filter."}
	TeamsForeign   = Text{"只有本人、组长和编办能申报。", "Only the person, a leader or the office can declare."}
	TeamsSet       = Text{"改组", "set the team"}
	TeamsSetAsk    = Text{"%s在哪个组？", "Which team is %s in?"}

	GroupTitle    = Text{"领导小组", "Leading group"}
	GroupJump     = Text{"领导小组", "the leading group"}
	GroupDuty     = Text{"组内职务", "Duty"}
	GroupPost     = Text{"职务", "Post"}
	GroupOn       = Text{"分管", "Rules on"}
	GroupReleases = Text{"签发", "Releases"}
	GroupAdd      = Text{"加一名", "add one"}
	GroupEdit     = Text{"修改", "change"}
	GroupDrop     = Text{"去掉", "take out"}
	GroupDropAsk  = Text{"把%s从领导小组里去掉？以前的裁定照旧。理由：", "Take %s out of the leading group? What was ruled stays. Reason:"}
	GroupNone     = Text{"本年度还没有领导小组。编办按 F5 加一名，或在命令（F2）里选“导入领导小组”。", "The round has no leading group yet. The office adds members with F5, or imports the group from the palette (F2)."}
	GroupHint     = Text{"争议由他们裁定，结果由他们签发；编办以他们的名义记录。", "They rule on disputes and release results; the office records it in their names."}
	GroupSave     = Text{"存上", "save"}
	GroupOnHint   = Text{"类别的代号，空格分开；空着是全部。", "Ids of categories with spaces; empty is everything."}
	GroupSaved    = Text{"已存：%s", "Saved: %s"}
	GroupOffice   = Text{"只有编办能改。", "Only the office can change it."}

	LoadTitles = map[string]Text{"plan": {"导入评估安排", "Import the plan"}, "ledger": {"导入台账", "Import the ledger"},
		"past": {"导入往年的问题", "Import earlier findings"}, "teams": {"导入评估组", "Import the teams"}, "group": {"导入领导小组", "Import the leading group"}}
	LoadHints = map[string]Text{
		"plan":   {"表头：编码或单位、组、日期、上下午、时间、地点、组长、评估人员、记录员、备注。", "Columns: code or unit, team, day, half, time, place, leader, members, recorder, note."},
		"ledger": {"一行一个单位、一列一项人数；或三列：单位、项目、人数。", "A row a unit and a column a figure; or three columns: unit, figure, number."},
		"past":   {"表头：编码或单位、年度、事实，可有条款、次数、整改。", "Columns: code or unit, year, facts, and rule, count, state."},
		"teams":  {"表头：组、姓名、工号、角色。", "Columns: team, name, number, role."},
		"group":  {"表头：姓名、组内职务，可有职务、分管类别、签发。", "Columns: name, duty, and post, categories, releases."}}
	LoadOffice = Text{"只有编办能导入。", "Only the office can import."}
	LoadFound  = Text{"可以导入 %d 行，问题 %d 处，要看 %d 处。还没有写入任何内容。", "%d rows are well, %d problems, %d to look at. Nothing has been written yet."}
	LoadBad    = Text{"改好问题再来：有一处不对就一行也不导入。", "Mend the problems first: one bad row stops the whole import."}
	LoadTake   = Text{"导入", "import"}
	LoadWhy    = Text{"有人申报过与要去的单位有关系。一定要派，写明理由：", "Somebody declared a tie to a unit they would go to. If they must go, say why:"}
	LoadSame   = Text{"全部看得懂。", "All is well."}
	LoadAsOf   = Text{"截至", "As of"}
	LoadNoDay  = Text{"请写台账截至哪一天，如 2026-02-28。", "Say which day the numbers are of, such as 2026-02-28."}
	LoadLook   = Text{"要看", "look"}
	LoadWhat   = Text{"内容", "What"}

	TaskTitle   = Text{"任务包", "Task bundles"}
	TaskJump    = Text{"任务包（给各台笔记本）", "task bundles for the laptops"}
	TaskPerson  = Text{"给谁", "For"}
	TaskHas     = Text{"笔记本", "Laptop"}
	TaskKnown   = Text{"认得，只给它封装", "known, sealed for it"}
	TaskUnknown = Text{"还不认得", "not known yet"}
	TaskTick    = Text{"勾选", "tick"}
	TaskAllKey  = Text{"全选", "tick all"}
	TaskGo      = Text{"写出", "write"}
	TaskTo      = Text{"写到", "Write to"}
	TaskPick    = Text{"换地方", "other place"}
	TaskNoTick  = Text{"先勾选给谁。", "Tick somebody first."}
	TaskNobody  = Text{"还没有人派到单位。先导入评估安排。", "Nobody has units yet. Import the plan first."}
	TaskWhat    = Text{"每人一份：指标体系、人员、领导小组、公钥，本人单位的安排、台账、往年的问题、督查确认单。别的单位和评估内容都不带。", "One for each: scheme, people, leading group and keys, and of their own units the plan, ledger, earlier findings and slips. Other units and what was recorded in visits stay here."}
	TaskWrote   = Text{"%s：%d 个单位，%s", "%s: %d units, %s"}
	TaskWritten = Text{"写好了 %d 份。", "%d are written."}
	TaskShut    = Text{"有人的笔记本还不认得，封装了打不开。按 F6 定一个口令当面告诉本人；或按 F7 不封装。", "A laptop is not known, so it could not open a sealed bundle. F6 sets a passphrase to tell in person; F7 leaves them unsealed."}
	TaskPhraseK = Text{"定口令", "passphrase"}
	TaskPlainK  = Text{"不封装", "unsealed"}
	TaskHow     = []Text{{"认得的笔记本各自封装；都不认得、也没有编办公钥的不封装", "sealed for known laptops; unsealed where none is known and the office has no key"}, {"用口令封装", "under a passphrase"}, {"不封装", "not sealed"}}
	TaskHint    = Text{"收到的笔记本会写明什么是有意未给；以后合并整份数据包自动补上。", "The laptop says what was kept back; whole bundles fill it in later."}
	TaskOffice  = Text{"只有编办能写任务包。", "Only the office writes task bundles."}
	KeptBack    = Text{"编办有意未给 %d 条（按任务给，不用等）。", "%d changes were kept back by the office on purpose; nothing is waited for."}
)
