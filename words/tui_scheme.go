package words

// Schemes on the screens and in lists: versions, steps as the scheme has them.
var (
	UnitsOtherVersion   = Text{"另一版", "other version"}
	UnitsNoScheme       = Text{"缺指标体系文件", "no scheme file"}
	UnitsVersionLine    = Text{"本单位按 %s 评定，本年度现用 %s。%s", "This unit is scored under %s, the round uses %s. %s"}
	UnitsVersionMissing = Text{"本单位用的指标体系（%s）还没有收到，合并带有它的数据包以后才能打开。", "The scheme of this unit (%s) has not arrived; merge a bundle that carries it to open it."}
)

// How far a step is that is recorded by notes alone.
var _ = table(map[string]Text{
	"step.notes": {"有记录", "notes"},
})

// Judging under schemes of other kinds: key items, marks awarded directly, pass marks, rescaled totals.
var (
	KeyItemWord  = Text{"※ 关键项：出现问题即不合格", "※ key item: any finding fails the visit"}
	KeyRuleWord  = Text{"有 ※ 条款", "has ※ rules"}
	FailsMark    = Text{"不合格", "fails"}
	NoMarkYet    = Text{"未评", "none"}
	MarkedWord   = Text{"已评分", "marked"}
	GivenHint    = Text{"直接打分：0 至 %s，%s 一档，可以写小数；空着不算打分。←→ 按档加减。", "Type the mark: 0 to %s in steps of %s, decimals allowed; blank is no mark. Left and right move it a step."}
	GivenBad     = Text{"这不是分数，没有记下。分数最多两位小数。", "That is no mark and was not recorded. Marks have at most two decimals."}
	GivenMost    = Text{"%s 超过满分 %s，没有记下。", "%s is above the full marks of %s and was not recorded."}
	GivenStep    = Text{"%s 不是 %s 的整数倍，还没有记下；接着打，或改成合适的分数。", "%s is not a multiple of %s and is not recorded yet; go on typing, or change it."}
	PassMarkIs   = Text{"合格线 %s：", "Pass mark %s: "}
	PassKeys     = Text{"不合格：关键项 %s 未达标", "Not passed: key items %s failed"}
	PassOpenKeys = Text{"尚不能定，还有 %d 项关键项未评", "open, %d key items open"}
	EarnedOf     = Text{"实得 %s / 应得 %s", "earned %s of %s"}
	EarnedSoFar  = Text{"已评部分实得 %s / 应得 %s", "earned so far %s of %s"}
	SignNoScheme = Text{"%s的评分表用的指标体系还没有收到，请先合并带有它的数据包", "the scheme of the sheet of %s has not arrived; merge a bundle that carries it first"}
	TreeKey      = Text{"得分构成", "arithmetic"}
	ExactValue   = Text{"精确值 %s", "exactly %s"}
	TreeOpen     = Text{"展开", "open"}
	TreeClose    = Text{"收起", "close"}
	TreeInOut    = Text{"收起/展开", "out/in"}
	TreeAll      = Text{"全部展开", "open all"}
	TreeNone     = Text{"全部收起", "close all"}
)

// NAAsk asks for the reason of "not applicable", by what the scheme makes of it.
var NAAsk = map[string]Text{
	"leave":     {"%s %s 不适用，由组长批准后才从满分中扣除。", "%s %s is not applicable; it leaves the count once the leader approves."},
	"full":      {"%s %s 不适用，由组长批准后按满分计。", "%s %s is not applicable; it counts in full once the leader approves."},
	"zero":      {"%s %s 不适用，由组长批准后按零分计，仍在满分之内。", "%s %s is not applicable; it counts nothing, and its full marks stay, once the leader approves."},
	"forbidden": {"%s %s：指标体系不许记不适用。", "%s %s: the scheme does not allow not applicable."},
}

// The page of a scheme.
var (
	SchemePageTitle  = Text{"指标体系", "scheme"}
	SchemePageHint   = Text{"只看不改；指标体系由编办换版。", "For reading; the office changes the scheme."}
	PageOfRound      = Text{"本年度的指标体系", "scheme of the round"}
	PageOfVisit      = Text{"本单位的指标体系、换版", "scheme of this unit, moving to another version"}
	SchemeIsVisits   = Text{"%s按这一版评定", "%s is scored under this version"}
	SchemeIsRounds   = Text{"本年度现用", "in use for the round"}
	SchemeRoundUses  = Text{"本年度现用的是 %s", "the round uses %s"}
	SchemeOpened     = Text{"%s 于 %s 开启本年度评估", "round opened by %s on %s"}
	SchemeOpenedWhy  = Text{"理由：%s", "because: %s"}
	SchemeNotOpened  = Text{"本年度评估还没有开启", "the round is not open yet"}
	SchemeNext       = Text{"看另一版", "other version"}
	ShowScoringTitle = Text{"计分办法", "How it is scored"}
	ShowFigures      = Text{"核对的人数", "Numbers compared"}
	DerivedWord      = Text{"推算", "worked out"}
	ConditionLine    = Text{"条件：%s", "when %s"}
	FailedTo         = Text{"不合要求的记 %s", "counts under %s when it fails"}
)

// StepForms say how a step is recorded.
var StepForms = map[string]Text{
	"report": {"自查报告", "self-report"}, "briefing": {"汇报", "briefing"}, "papers": {"材料和人数", "papers and numbers"},
	"talks": {"访谈", "talks"}, "notes": {"笔记", "notes"},
}

// Moving the own sheet to the round's version.
var (
	MovePageTitle = Text{"换版", "move to the round's version"}
	MoveKey       = Text{"换到本年度现用的版本", "move to the round's version"}
	MoveNothing   = Text{"本单位还没有开始评定，不用换版；开始评定时就用本年度现用的版本。", "Nothing has been judged here yet; judging begins under the round's version."}
	MoveSame      = Text{"已经是本年度现用的版本。", "It is the round's version already."}
	MoveTotal     = Text{"总分", "total"}
	MoveMarks     = Text{"指标：原编号 > 新编号，原得分 > 新得分", "indicators: old id > new id, old mark > new mark"}
	MoveSameMarks = Text{"其余 %d 项编号和得分不变", "the other %d keep their ids and marks"}
	MoveGone      = Text{"%s（取消）", "%s (gone)"}
	MoveNew       = Text{"%s（新增）", "%s (new)"}
	MoveLost      = Text{"没有对应条款的问题 %d 条，留在记录里不再计", "findings without a rule there, kept on record and not counted: %d"}
	MoveLeft      = Text{"没有对应的结论和加分 %d 项，留在记录里不再计", "verdicts and bonuses without a place there, kept on record and not counted: %d"}
	MoveBack      = Text{"按旧版另评、现在带过来的 %d 项", "judged under an old version meanwhile, brought along: %d"}
	MoveAgain     = Text{"换版后要评的 %d 项", "to be judged after the move: %d"}
	MoveKept      = Text{"记录不会删除，换回来时照旧；别人的评分表不动。还没有改动任何内容。", "No record is deleted, and moving back restores them; nobody else's sheet is touched. Nothing has been changed yet."}
	MoveDo        = Text{"换版", "move"}
	MoveDont      = Text{"不换", "do not move"}
	MoveNoPlan    = Text{"现在不能换版。", "It cannot be moved now."}
	MoveHint      = Text{"看清楚再按 Enter 换版；Esc 返回，什么都不改。", "Read it through; Enter moves the sheet, Esc goes back and changes nothing."}
	Moved         = Text{"%s 已换到 %s。Ctrl+Z 撤销。", "%s is scored under %s now. Ctrl+Z takes it back."}
)

// Choosing a scheme at the first start.
var (
	WizardPractice       = Text{"练习", "Practise"}
	WizardPracticeText   = Text{"一套只有 3 项指标的小方案，十分钟走完一次", "a small scheme of 3 indicators: a whole visit in ten minutes"}
	WizardSchemeTitle    = Text{"按哪一套指标体系评定？", "Judged by which scheme?"}
	WizardSchemeCount    = Text{"%d 类 %d 项指标", "%d categories, %d indicators"}
	WizardSchemeFromFile = Text{"从文件选一套", "From a file"}
	WizardSchemeFileText = Text{"编办审定的或自己改的指标体系文件（YAML 或 JSON）", "a scheme file of the office or your own (YAML or JSON)"}
	WizardSchemeHint     = Text{"同一个区的人要用同一套；以后可以换版，已评的不会丢。", "Everybody of a district uses the same; it can be changed later, and nothing judged is lost."}
	WizardSchemeFileHint = Text{"选指标体系文件；也可以把路径打进来，或把文件拖进窗口，再按 Enter。", "Choose the scheme file; or type its path, or drop it into the window, and press Enter."}
	WizardSchemeBad      = Text{"%s：错误 %d 处，警告 %d 处。改好错误才能使用，还没有写入任何内容。", "%s: %d errors, %d warnings. The errors must be mended first; nothing has been written."}
	WizardSchemeWarn     = Text{"%s：没有错误，警告 %d 处。可以使用，最好先看一看。", "%s: no errors, %d warnings. It can be used; better look at them first."}
	WizardSchemeGood     = Text{"%s：没有问题。%s %s，%d 类 %d 项指标。", "%s: no problems. %s %s, %d categories, %d indicators."}
	WizardSchemeUse      = Text{"用这一套", "use it"}
	WizardSchemeNot      = Text{"有错误，不能使用；改好文件后按 Ctrl+U 再读。", "It has errors and cannot be used; mend the file and read it again with Ctrl+U."}
	WizardSchemeAgain    = Text{"再读一遍", "read again"}
	LintLine             = Text{"第 %d 行：%s", "line %d: %s"}
	LintDo               = Text{"怎么改：%s", "what to do: %s"}
)
