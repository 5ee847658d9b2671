package words

// The leading group, the teams and what people declare of their interests.
var (
	CmdGroup = Command{
		Use:   Text{"group 命令", "group COMMAND"},
		Short: Text{"领导小组：成员、分工，谁裁定、谁签发", "The leading group: who rules on what, who releases results"},
	}
	CmdGroupList = Command{
		Use:     Text{"list [选项]", "list [flags]"},
		Short:   Text{"列出领导小组", "List the leading group"},
		Example: Text{"zoufang group list\nzoufang group list --json", "zoufang group list\nzoufang group list --json"},
	}
	CmdGroupAdd = Command{
		Use:   Text{"add 姓名 [选项]", "add NAME [flags]"},
		Short: Text{"加一名成员，或者改他的职务和分工（编办）", "Add a member, or change their duty (the office)"},
		Long: Text{`加一名成员。同一个姓名再加一次是更新。--duty 是组内职务：组长、副组长、成员；
--rules-on 是分管的类别，不写是全部；组长对全部类别都可以裁定。--releases 表示可以签发结果。`,
			`Adds a member; the same name again is an update. With --duty the member is head, deputy or
member; --rules-on names the categories of the member's division, all of them if not given.
The head rules on everything. With --releases the member may release results.`},
		Example: Text{"zoufang group add 方志远 --post 区委常委 --duty 组长\nzoufang group add 林岚 --duty 副组长 --rules-on A,B --releases",
			"zoufang group add \"Fang Zhiyuan\" --post \"vice governor\" --duty head\nzoufang group add \"Lin Lan\" --duty deputy --rules-on A,B --releases"},
	}
	CmdGroupRemove = Command{
		Use:     Text{"remove 姓名 --reason 理由", "remove NAME --reason REASON"},
		Short:   Text{"去掉一名成员（编办）；以前以他的名义裁定的照旧", "Take a member out (the office); what was ruled in the name stays"},
		Example: Text{"zoufang group remove 林岚 --reason 工作调动", "zoufang group remove \"Lin Lan\" --reason \"moved to another post\""},
	}
	CmdGroupImport = Command{
		Use:   Text{"import 文件", "import FILE"},
		Short: Text{"从表格导入领导小组（CSV 或 XLSX，编办）", "Import the leading group from a table (the office)"},
		Long: Text{`表头：姓名、组内职务（组长、副组长、成员），可有 职务、分管类别、签发（是、否）。中英文都行，
列的次序不限。有一行不对就一行也不导入。`,
			`Columns: name, duty (head, deputy, member), and if wanted post, categories, releases (yes, no),
in Chinese or English and in any order. One bad row stops the whole import.`},
		Example: Text{"zoufang group import 领导小组.xlsx", "zoufang group import group.xlsx"},
	}

	CmdTeams = Command{
		Use:   Text{"teams 命令", "teams COMMAND"},
		Short: Text{"评估组：组长、评估人员、记录员", "The teams: leader, evaluators, recorder"},
	}
	CmdTeamsList = Command{
		Use:     Text{"list [选项]", "list [flags]"},
		Short:   Text{"列出各组的人、单位数和回避申报", "List the teams, their units and what their people declared"},
		Example: Text{"zoufang teams list\nzoufang teams list --json", "zoufang teams list\nzoufang teams list --json"},
	}
	CmdTeamsSet = Command{
		Use:   Text{"set 姓名 [选项]", "set NAME [flags]"},
		Short: Text{"加一个人，或者改他的组和角色（编办）", "Add a person, or change their team and role (the office)"},
		Long:  Text{"认工号，没有工号认姓名。没有写明的照旧。", "A person is known by work number, or by name where there is none. What is not given stays."},
		Example: Text{"zoufang teams set 李敏 --number 1003 --team 一组 --role member",
			"zoufang teams set \"Li Min\" --number 1003 --team \"team 1\" --role member"},
	}
	CmdTeamsImport = Command{
		Use:   Text{"import 文件", "import FILE"},
		Short: Text{"从表格导入各组的人（CSV 或 XLSX，编办）", "Import the people of the teams from a table (the office)"},
		Long: Text{`表头：组、姓名、工号、角色（组长、评估员、记录员、编办）。一个组只有一名组长。
有一行不对就一行也不导入，每行的问题都列出来。`,
			`Columns: team, name, number, role (leader, member, recorder, office). A team has one leader.
One bad row stops the whole import, and every problem is named with its row.`},
		Example: Text{"zoufang teams import 评估组.csv", "zoufang teams import teams.csv"},
	}

	CmdInterests = Command{
		Use:   Text{"interests 命令", "interests COMMAND"},
		Short: Text{"回避申报：谁和哪个单位有关系", "Interests: who has a tie to which unit"},
	}
	CmdInterestsList = Command{
		Use:     Text{"list [选项]", "list [flags]"},
		Short:   Text{"列出申报，和还没有申报的人", "List what was declared, and who has not declared"},
		Long:    Text{"组长和编办看全部，别人只看自己的。", "Leaders and the office see all of it, everybody else their own."},
		Example: Text{"zoufang interests list --json", "zoufang interests list --json"},
	}
	CmdInterestsDeclare = Command{
		Use:   Text{"declare [单位] [选项]", "declare [UNIT] [flags]"},
		Short: Text{"申报：与某单位有关系，或 --none 没有需要回避的", "Declare a tie to a unit, or with --none that there is none"},
		Long: Text{`走访以前申报。默认申报自己的；--person 由组长或编办代为申报。申报过的单位再派去要写明理由。
“没有需要回避的”也是申报。`,
			`To be declared before the visit. It is your own unless --person names somebody, which leaders
and the office may. Sending somebody to a unit they have a tie to wants a reason. That there is
nothing to declare is a declaration too.`},
		Example: Text{"zoufang interests declare --none\nzoufang interests declare D03 --what 配偶在该单位任职\nzoufang interests declare D03 --person 李敏 --what 原单位",
			"zoufang interests declare --none\nzoufang interests declare D03 --person 1003 --what \"spouse works there\""},
	}
	CmdInterestsDrop = Command{
		Use:     Text{"withdraw [单位] --reason 理由 [选项]", "withdraw [UNIT] --reason REASON [flags]"},
		Short:   Text{"撤回申报", "Take a declaration back"},
		Example: Text{"zoufang interests withdraw D03 --reason 报错了单位", "zoufang interests withdraw D03 --reason \"the wrong unit\""},
	}

	FlagDuty     = Text{"组内`职务`：组长、副组长、成员；默认成员", "the `DUTY` in the group: head, deputy or member; member if not given"}
	FlagPost     = Text{"本人`职务`", "the `POST` held"}
	FlagRulesOn  = Text{"分管`类别`，逗号分开", "the `CATEGORIES` to rule on, with commas"}
	FlagReleases = Text{"可以签发结果", "may release results"}
	FlagTeam     = Text{"`组`", "the `TEAM`"}
	FlagPerson   = Text{"谁的：`姓名`或工号", "whose: the `NAME` or work number"}
	FlagNone     = Text{"没有需要回避的", "there is nothing to declare"}
	FlagTie      = Text{"什么`关系`", "what `TIE` it is"}
	FlagOnDay    = Text{"申报`日期`，默认今天", "the `DAY` of it, today if not given"}
	FlagTeamNo   = Text{"`工号`", "the work `NUMBER`"}

	ColTeam     = Text{"组", "team"}
	ColWho      = Text{"姓名", "name"}
	ColNumber   = Text{"工号", "number"}
	ColRole     = Text{"角色", "role"}
	ColUnits    = Text{"单位数", "units"}
	ColInterest = Text{"回避申报", "interests"}
	ColDuty     = Text{"组内职务", "duty"}
	ColPost     = Text{"职务", "post"}
	ColRulesOn  = Text{"分管类别", "rules on"}
	ColReleases = Text{"签发", "releases"}
	ColDay      = Text{"日期", "day"}
	ColHalf     = Text{"时间", "time"}
	ColPlaceOf  = Text{"地点", "place"}
	ColPeople   = Text{"人员", "people"}
	ColTie      = Text{"关系", "tie"}

	GroupEmpty    = Text{"本年度还没有领导小组（编办：zoufang group import 文件）。", "The round has no leading group yet (the office: zoufang group import FILE)."}
	GroupAll      = Text{"全部", "everything"}
	TeamsEmpty    = Text{"还没有评估组（编办：zoufang teams import 文件）。", "There are no teams yet (the office: zoufang teams import FILE)."}
	InterestNone  = Text{"没有需要回避的", "nothing to declare"}
	InterestTies  = Text{"有 %d 处", "ties: %d"}
	InterestMiss  = Text{"还没有申报", "not declared yet"}
	InterestSaved = Text{"已申报：%s %s", "Declared: %s %s"}
	InterestGone  = Text{"已撤回。", "Taken back."}
	TableSaved    = Text{"新增 %d，更新 %d，相同 %d。", "%d new, %d updated, %d the same."}
)

var _ = table(map[string]Text{
	"group.none":         {"本年度还没有领导小组，不能以谁的名义裁定。请编办先登记领导小组：zoufang group import 文件。", "The round has no leading group, so nobody can rule. The office enters it first: zoufang group import FILE."},
	"group.unknown":      {"领导小组里没有 %s，没有记。成员见 zoufang group list。", "%s is not in the leading group and nothing was recorded. zoufang group list names its members."},
	"group.matter":       {"%s 不分管 %s，没有记。请由分管的成员或组长裁定。", "%s does not rule on %s, so nothing was recorded. Let the member in charge or the head rule."},
	"group.release":      {"%s 不能签发结果，没有记。组长和分工里写明的成员可以。", "%s may not release results, so nothing was recorded. The head may, and whoever the division of work names."},
	"group.name":         {"没有姓名。", "The name is missing."},
	"group.duty":         {"组内职务“%s”不认识；写组长、副组长或成员。", "The duty “%s” is unknown; write head, deputy or member."},
	"group.category":     {"指标体系里没有类别“%s”。", "The scheme has no category “%s”."},
	"group.releases":     {"签发“%s”不认识；写是或否。", "Releases “%s” is unknown; write yes or no."},
	"team.name":          {"没有姓名。", "The name is missing."},
	"team.role":          {"角色“%s”不认识；写组长、评估员、记录员或编办。", "The role “%s” is unknown; write leader, member, recorder or office."},
	"team.twice":         {"“%s”在第 %d 行已经有了。", "“%s” is in row %d already."},
	"team.leader":        {"%s有两名组长：%s、%s。", "%s has two leaders: %s, %s."},
	"interest.foreign":   {"只有本人、组长和编办能申报或撤回，没有记。", "Only the person, a leader or the office can declare or withdraw this; nothing was recorded."},
	"interest.what":      {"要写明是什么关系，没有记。用 --what 写明。", "Say what the tie is with --what; nothing was recorded."},
	"interest.some":      {"已经申报过有关系的单位，不能再申报没有；没有记。请先撤回那一条。", "A tie was declared already, so “nothing” was not recorded. Withdraw that one first."},
	"interest.unknown":   {"没有这条申报。", "There is no such declaration."},
	"usage.declare":      {"写明单位和 --what，或者只写 --none。", "Name the unit and --what, or only --none."},
	"usage.duty":         {"组内职务 %s 不认识：写组长、副组长或成员。", "There is no duty %s: head, deputy or member."},
	"cmd.noperson":       {"没有叫 %s 的人。人员见 zoufang teams list。", "There is nobody called %s. zoufang teams list names everybody."},
	"cmd.tablerows":      {"%[2]s 一行也没有写进去：%[1]d 处问题，见上。改好再来。", "Nothing of %[2]s was taken: it has %[1]d problems, named above. Mend them and try again."},
	"table.must":         {"表头缺“%s”这一列。", "The header has no column “%s”."},
	"table.norows":       {"表头下面没有内容。", "There is nothing below the header."},
	"table.nounit":       {"没有写单位。", "The unit is missing."},
	"table.unit":         {"没有单位“%s”。", "There is no unit “%s”."},
	"table.units":        {"叫“%s”的单位不止一个，请写编码。", "More than one unit is called “%s”; write its code."},
	"column.code":        {"编码", "code"},
	"column.unit":        {"单位", "unit"},
	"column.team":        {"组", "team"},
	"column.day":         {"日期", "day"},
	"column.half":        {"上下午", "half"},
	"column.from":        {"时间", "time"},
	"column.place":       {"地点", "place"},
	"column.leader":      {"组长", "leader"},
	"column.members":     {"评估人员", "members"},
	"column.recorder":    {"记录员", "recorder"},
	"column.note":        {"备注", "note"},
	"column.name":        {"姓名", "name"},
	"column.role":        {"角色", "role"},
	"column.duty":        {"组内职务", "duty"},
	"column.year":        {"年度", "year"},
	"column.facts":       {"事实", "facts"},
	"todo.round.before":  {"评估日期 %s 早于本年度开始日期 %s", "the visit is on %s, before the round opens on %s"},
	"todo.round.after":   {"评估日期 %s 晚于本年度截止日期 %s", "the visit is on %s, after the cut-off of the round on %s"},
	"todo.round.closed":  {"评估日期 %s 在本年度结束（%s）以后", "the visit is on %s, after the round was closed on %s"},
	"todo.interest.none": {"%s还没有申报是否需要回避", "%s has declared nothing of their interests yet"},
	"todo.interest.tie":  {"%s申报过与本单位有关系：%s", "%s declared a tie to this unit: %s"},
})
