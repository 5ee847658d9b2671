package words

// What sets two versions of a scheme apart, and what moving to another version does.
var (
	CmdSchemeDiff = Command{
		Use:   Text{"diff [甲] 乙 [选项]", "diff [A] B [flags]"},
		Short: Text{"两个版本差在哪里，对已评的单位有什么影响", "What sets two versions apart, and what it does to visits"},
		Long: Text{`逐项对比两个版本：增加、删除、改了编号（按名称和文字对应）、改了分值或规则、改名、换了次序。
甲、乙写文件、自带指标体系的名称、校验值的开头几位，或者 book（本数据文件正在用的）；
只写一个时与 book 对比。数据文件里有单位按甲评过时，还逐个单位写明改用乙以后的得分和等次、
哪些问题没有对应的条款、哪些指标要重新评。只看不写，什么也不改。
退出码总是 0，有没有差别都一样：对比本身做完了，改不改由人定。`,
			`Compares two versions part by part: what was added, removed, renumbered (matched by name,
then by likeness of the text), given other marks or rules, renamed, put in another order.
A and B are files, names of schemes that come with the program, the beginning of a hash,
or book (what the book uses); with one of them the other is book. Where units of the book
were scored under A it says for each what B would make of its score and grade, which
findings would lose their rule, and what would have to be judged again. It writes nothing.
The exit code is 0 whether they differ or not: comparing is done, changing is for people.`},
		Example: Text{"zoufang scheme diff 新版.yaml\nzoufang scheme diff default 我区.yaml --json", "zoufang scheme diff new.yaml\nzoufang scheme diff default ours.yaml --json"},
	}
	CmdSchemeShow = Command{
		Use:   Text{"show [文件|名称] [选项]", "show [FILE|NAME] [flags]"},
		Short: Text{"列出指标体系全文，可以打印", "The whole scheme, to read or print"},
		Long: Text{`列出指标体系：审定情况、计分办法、类别、指标和分值、扣分条款、加分、等次、预警及其条件、
单位类型和结果权重、步骤、上级指标。不写文件时列出数据文件正在用的，没有数据文件时列出自带的。`,
			`The scheme as people read it: its decision, how it is scored, categories, indicators with
their marks, rules with their arithmetic, bonuses, grades, warnings with their conditions,
kinds of unit with what their result counts, steps, parent indicators. Without a file it
is what the book uses, and without a book the built-in one.`},
		Example: Text{"zoufang scheme show\nzoufang scheme show 我区.yaml --indicator E1\nzoufang scheme show default --json", "zoufang scheme show\nzoufang scheme show ours.yaml --indicator E1\nzoufang scheme show default --json"},
	}
	CmdSchemeList = Command{
		Use:     Text{"list [选项]", "list [flags]"},
		Short:   Text{"有哪些指标体系：自带的和数据文件里的", "The schemes there are: built in, and in the book"},
		Example: Text{"zoufang scheme list", "zoufang scheme list"},
	}
	CmdSchemeUse = Command{
		Use:   Text{"use 文件|名称 [选项]", "use FILE|NAME [flags]"},
		Short: Text{"本年度评估改用这个指标体系（编办）", "Use this scheme for the round (the office)"},
		Long: Text{`先写明与现在用的差在哪里、影响哪些单位，问过再改；不在终端上时要加 --yes。
以后开始的评分表用新的，已经开始的仍用原来的，各自用 zoufang scheme move 换版。
没有审定的也能用，会注明。`,
			`Shows what differs from the one in use and which units it touches, and asks; where there is
no terminal it wants --yes. Sheets begun from now on use the new one, those that are open
keep theirs until zoufang scheme move. One that nobody decided can be used, and says so.`},
		Example: Text{"zoufang scheme use 我区.yaml --reason 编委审定", "zoufang scheme use ours.yaml --reason \"decided by the committee\""},
	}
	CmdSchemeMove = Command{
		Use:   Text{"move 单位... [选项]", "move UNIT... [flags]"},
		Short: Text{"把自己未提交的评分表换到另一个版本", "Move your own open sheet to another version"},
		Long: Text{`逐项写明换版前后的得分、编号怎么对应、哪些问题没有对应的条款，问过再换；不在终端上时要加 --yes。
问题、结论、加分、单位自评分按对应关系一起换，不删除任何记录：没有对应的留在记录里，换回来时照旧。
已提交的评分表不换，先重新打开并写明理由。对应关系不对时，用 --map 写一个文件改正，
如 {"indicator": {"E2": "E3", "E5": ""}}，空的表示没有对应。
另一台笔记本在换版以后还按旧版评了的，再换一次就会带过来。`,
			`Shows the score of every indicator before and after, how the ids correspond and which
findings have no rule any more, and asks; where there is no terminal it wants --yes.
Findings, verdicts, bonus claims and the unit's own scores go along by that map. Nothing
is deleted: what has no counterpart stays on record and counts again when you move back.
A closed sheet is not moved: open it again with a reason first. Correct the map with a
file and --map, such as {"indicator": {"E2": "E3", "E5": ""}}, where "" is none. What another laptop judged by the old version meanwhile comes along when you move
once more.`},
		Example: Text{"zoufang scheme move D01\nzoufang scheme move D01 D02 --to 1a2b3c4d --yes", "zoufang scheme move D01\nzoufang scheme move D01 D02 --to 1a2b3c4d --yes"},
	}
	FlagIndicator  = Text{"只列这个`指标`", "only this `INDICATOR`"}
	FlagWhy        = Text{"`理由`，写进记录", "the `REASON`, kept on record"}
	FlagMoveTo     = Text{"换到哪个`版本`：校验值的开头几位，或 round（本年度正在用的，默认）", "the `VERSION` to move to: the beginning of its hash, or round for the round's; round if not given"}
	FlagMap        = Text{"改正对应关系的`文件`", "a `FILE` that corrects the map"}
	FlagYesDo      = Text{"不再询问，直接做", "do it without asking"}
	DiffSame       = Text{"两个版本含义相同（指纹 %.12s）。", "The two mean the same (hash %.12s)."}
	DiffFromTo     = Text{"%s %s（%.12s）→ %s %s（%.12s）", "%s %s (%.12s) → %s %s (%.12s)"}
	DiffWas        = Text{"原来是 %s", "was %s"}
	DiffUnsure     = Text{"（按文字相近猜的，请核对）", "(guessed from the likeness of the texts: check it)"}
	DiffValues     = Text{"%s：%s → %s", "%s: %s → %s"}
	DiffNothing    = Text{"（空）", "(nothing)"}
	DiffNoScores   = Text{"没有影响分数、等次、预警的改动。", "Nothing here changes a score, a grade or a warning."}
	DiffVisits     = Text{"对已经评的单位（%d 个，什么也没有改）：", "What it does to visits (%d; nothing was written):"}
	DiffLost       = Text{"  %s：没有对应条款的问题：%s", "  %s: findings that lose their rule: %s"}
	DiffAgain      = Text{"  %s：要重新评的指标：%s", "  %s: to be judged again: %s"}
	DiffLeft       = Text{"  %s：留在记录里、不再计的：%s", "  %s: kept on record, counted no longer: %s"}
	DiffBack       = Text{"  %s：按旧版另评、现在带过来的：%s", "  %s: judged by an old version meanwhile, and brought along: %s"}
	ColPerson      = Text{"评估人员", "person"}
	ColVersion     = Text{"版本", "version"}
	ColBefore      = Text{"原来", "before"}
	ColAfter       = Text{"换版后", "after"}
	ColGradeAfter  = Text{"等次变化", "grade after"}
	ColLost        = Text{"失去条款", "lost"}
	ColAgain       = Text{"重新评", "again"}
	ColIndicator   = Text{"指标", "indicator"}
	ColHash        = Text{"指纹", "hash"}
	ColDecided     = Text{"审定", "decided"}
	ColVisits      = Text{"单位数", "visits"}
	ColName        = Text{"名称", "name"}
	ColScheme      = Text{"指标体系", "scheme"}
	UseAsk         = Text{"改用这个版本吗？（是/否）", "Use this version? (y/n) "}
	UseDone        = Text{"本年度评估改用 %s %s（%.12s）。已经开始的评分表没有动，要换版：zoufang scheme move 单位", "The round uses %s %s (%.12s). Sheets that are open were left alone; move one with zoufang scheme move UNIT."}
	UseSame        = Text{"正在用的就是 %s %s（%.12s），没有改动。", "%s %s (%.12s) is in use already; nothing was changed."}
	UseUndecided   = Text{"注意：这个版本还没有审定（审定机关、文号、日期没有填全）。", "Note: nobody has decided this version yet (by whom, number and day are not all filled in)."}
	MoveTitle      = Text{"%s  %s：%s → %s", "%s  %s: %s → %s"}
	MoveAsk        = Text{"换版吗？（是/否）", "Move? (y/n) "}
	MoveDone       = Text{"%s 已换到 %s。换回来：zoufang scheme move %s --to %.12s", "%s is scored under %s now. To move back: zoufang scheme move %s --to %.12s"}
	MoveWhy        = Text{"指标体系换版：%s → %s", "moved to another version of the scheme: %s → %s"}
	MoveShared     = Text{"  自评分是大家共用的：还按旧版评的同事要等自己换版以后才看得到。", "  The unit's own scores are shared: a colleague still on the old version sees them after moving too."}
	SchemesBuiltIn = Text{"自带：", "Built in:"}
	SchemesInBook  = Text{"数据文件里：", "In the book:"}
	SchemeOfRound  = Text{"本年度", "the round's"}
	SchemeAway     = Text{"文件未到", "its file is not here"}
)

// What the parts of a scheme, its keys and their changes are called.
var _ = table(map[string]Text{
	"diff.added":      {"增加", "Added"},
	"diff.removed":    {"删除", "Removed"},
	"diff.renumbered": {"改了编号", "Renumbered"},
	"diff.moved":      {"换了归属", "Moved elsewhere"},
	"diff.reweighted": {"分值和规则", "Marks and rules"},
	"diff.renamed":    {"名称", "Names"},
	"diff.reordered":  {"次序", "Order"},
	"diff.reworked":   {"评法和办理", "How it is looked at and handled"},
	"diff.reworded":   {"说明和出处", "Notes and sources"},
	"diff.decided":    {"审定", "Decision"},

	"thing.scheme": {"指标体系", "scheme"}, "thing.scoring": {"计分办法", "scoring"}, "thing.kind": {"单位类型", "kind of unit"},
	"thing.grade": {"等次", "grade"}, "thing.limit": {"等次限制", "grade limit"}, "thing.method": {"步骤", "step"},
	"thing.requirement": {"手续", "formality"}, "thing.form": {"形式", "form"}, "thing.material": {"材料", "paper"},
	"thing.headcount": {"人数核对", "headcount"}, "thing.column": {"来源", "column"}, "thing.figure": {"核对数", "figure"},
	"thing.derived": {"推算数", "derived number"}, "thing.unit": {"计量单位", "count unit"}, "thing.parent": {"上级指标", "parent indicator"},
	"thing.category": {"类别", "category"}, "thing.indicator": {"指标", "indicator"}, "thing.rule": {"条款", "rule"},
	"thing.group": {"互斥组", "exclusive group"}, "thing.bonus": {"加分项", "bonus"}, "thing.warning": {"预警", "warning"},
	"thing.metric": {"预警数", "metric"}, "thing.slips": {"督查确认单", "supervision slip"}, "thing.slip_state": {"确认单状态", "slip state"},
	"thing.carry": {"计入年度", "carry into the year"}, "thing.procedure": {"程序", "procedure"}, "thing.role": {"角色", "role"},
	"thing.other": {"其他", "other"},

	"map.json":  {"对应关系文件读不懂：%s。写法见 zoufang scheme move --help。", "The map cannot be read: %s. See zoufang scheme move --help."},
	"map.thing": {"对应关系里不能有 %s，只能有 indicator、rule、bonus、material、figure。", "A map has no %s; it has indicator, rule, bonus, material and figure."},
	"map.old":   {"旧版没有%s %s。", "The old version has no %s %s."},
	"map.new":   {"新版没有%s %s。", "The new version has no %s %s."},

	"move.none":   {"%s：你还没有评过什么，没有评分表要换版。新开始的评分表用本年度正在用的版本。", "%s: you have judged nothing there, so there is no sheet to move. A new sheet uses the round's version."},
	"move.closed": {"%s：评分表已经提交（或已签字），没有换版，什么也没有改。确实要换，先重新打开评分表并写明理由，再换版。", "%s: the sheet is closed (or the visit signed); it was not moved and nothing was changed. If it must move, open the sheet again with a reason first."},
	"move.draft":  {"%s：有写了一半的内容还没有保存，没有换版，什么也没有改。先打开这个单位，写完或放弃，再换版。", "%s: something half typed is not saved yet; the sheet was not moved and nothing was changed. Open the unit, finish or drop it, then move."},
	"move.same":   {"%s：已经是这个版本，没有要换的。", "%s: the sheet is under this version already; there is nothing to move."},
	"office.only": {"这一步只有编办（office 角色）能做，没有改动。在编办的数据文件里做，再用数据包发给各组。", "Only the office can do this (role office); nothing was changed. Do it in the office's book and send it to the teams in a bundle."},

	"cmd.scheme.nohash": {"没有校验值以 %s 开头的版本。有哪些：zoufang scheme list", "No version has a hash that begins with %s. See zoufang scheme list."},
	"cmd.scheme.hashes": {"校验值以 %s 开头的版本不止一个，请多写几位。", "More than one version has a hash that begins with %s; write more of it."},
	"cmd.scheme.noind":  {"指标体系里没有指标 %s。有哪些：zoufang scheme show", "The scheme has no indicator %s. See zoufang scheme show."},
	"cmd.map":           {"对应关系文件 %s 有 %d 处不对，见上；什么也没有改。", "The map %s has %d problems, named above; nothing was changed."},
	"decide.use":        {"没有改：上面是改用以后的样子。确定要改，加 --yes。", "Nothing was changed: the above is what it would do. If you mean it, add --yes."},
	"decide.move":       {"没有换版：上面是换版以后的样子。确定要换，加 --yes。", "Nothing was moved: the above is what it would do. If you mean it, add --yes."},
})
