package words

// Moving what was entered under the wrong unit, correcting a closed sheet, and reading what was signed.
var (
	CmdMoveWork = Command{
		Use:   Text{"move-work 原单位 目标单位 [选项]", "move-work FROM TO [flags]"},
		Short: Text{"把录错单位的内容移到对的单位", "Move what was entered under the wrong unit to the right one"},
		Long: Text{`把一个单位评估里的记录移到另一个单位的同一种评估：看、听、查、材料、人数、访谈、问题、结论、
加分、记录和附件。原处全部撤回并写明理由，两边都写明从哪里来、到哪里去。移回去就是撤销。
别人的评判不动（编办可以移）；已提交、已签字的先更正。--dry-run 只看会移什么。
目标单位同一项已有别的内容时先列出来，用 --take here（用移来的）或 --take there（保留那边的）
定全部，或用 --field 编号=here 逐项定。`,
			`Moves the records of a unit's visit to the same visit of another unit: look, listen, check,
papers, figures, interviews, findings, verdicts, bonuses, notes and attachments. They are
withdrawn where they were, with the reason, and both visits say from where and to where.
Moving them back undoes it. Other people's judgements stay (the office may move them);
what is closed or signed is reopened first. --dry-run only shows what would go.
Where the other visit holds something else already, it is listed; --take here (what is
moved) or --take there (what is there) decides all, --field NUMBER=here one of them.`},
		Example: Text{"zoufang move-work D01 D02 --dry-run\nzoufang move-work D01 D02 --visit 2026-05-19 --reason 录错单位",
			"zoufang move-work D01 D02 --dry-run\nzoufang move-work D01 D02 --visit 2026-05-19 --reason \"wrong unit\""},
	}
	CmdReopen = Command{
		Use:   Text{"reopen 单位 --reason 理由 [选项]", "reopen UNIT --reason REASON [flags]"},
		Short: Text{"更正：重新打开已提交的评分表", "Correct: open a closed sheet again"},
		Long: Text{`更正已提交的评分表：写明理由，重新打开，改好以后再提交。理由一直看得到。
签字以后由组长或编办用 --of 打开，签字时的内容用 zoufang show --signed 看。`,
			`Opens a closed sheet again, with a reason that stays readable, to correct it and close it
anew. Once the visit is signed the leader or the office opens a sheet, with --of; what
was signed is shown by zoufang show --signed.`},
		Example: Text{"zoufang reopen D01 --reason 漏记一条\nzoufang reopen D01 --of 李敏 --reason 复核发现",
			"zoufang reopen D01 --reason \"one was left out\"\nzoufang reopen D01 --of \"Li Min\" --reason \"found on review\""},
	}
	FlagWorkDay   = Text{"移这一`天`的日常评估，默认是年度评估", "the daily visit of this `DAY`; the yearly one if not given"}
	FlagWorkTake  = Text{"两边不同的全部用`哪边`的：here 移来的，there 那边的", "where they differ take `WHICH`: here, what is moved; there, what is there"}
	FlagWorkField = Text{"这一项用哪边：`编号=here` 或 编号=there", "decide one: `NUMBER=here` or NUMBER=there"}
	FlagDryRun    = Text{"只看，不改", "only show, change nothing"}
	FlagReopenOf  = Text{"打开`谁`的评分表（组长、编办）", "open the sheet of this `PERSON` (leader, office)"}
	FlagSigned    = Text{"看签字时的内容；有几次签字时写第`几`次，默认最后一次", "as it was signed; with several signatures say `WHICH`, the last if not given"}

	WorkPlan     = Text{"%s -> %s：移 %d 条", "%s -> %s: %d records go"}
	WorkStays    = Text{"%s的评判不动：%d 条", "what %s judged stays: %d records"}
	WorkHidden   = Text{"另有 %d 份还看不到的评分表，不动", "sheets that may not be seen yet stay: %d"}
	WorkClash    = Text{"两边不同，先定用哪边：", "Different on both sides; decide which stands:"}
	WorkClashRow = Text{"  %d. %s %s：移来的 %s，那边的 %s", "  %d. %s %s: moved %s, there %s"}
	WorkMoved    = Text{"已移到 %s，共 %d 条。移回去：zoufang move-work %s %s", "Moved to %s: %d records. Back: zoufang move-work %s %s"}
	WorkCame     = Text{"%s 从%s移来 %d 条：%s（%s）", "%s from %s came %d records: %s (%s)"}
	WorkWent     = Text{"%s 移到%s %d 条：%s（%s）", "%s to %s went %d records: %s (%s)"}
	ReopenedBook = Text{"已重新打开，改好以后再提交。", "Open again. Close it when it is corrected."}
	Corrected    = Text{"%s %s 更正：%s", "%s %s corrected it: %s"}
	SignedAs     = Text{"以下是 %s 于 %s 签字时的内容，与签字核对一致。", "This is what %s signed at %s; it agrees with the signature."}
)

// Words of the page that moves work.
var (
	WorkMenu     = Text{"移到别的单位", "move to another unit"}
	WorkTitle    = Text{"移到别的单位", "move work"}
	WorkPick     = Text{"%s：录错单位的内容移到哪个单位？", "%s: to which unit do the records belong?"}
	WorkPickHint = Text{"打字筛选单位，按确定键看会移什么；还什么都没有移。", "Type to filter, Enter shows what would go; nothing is moved yet."}
	WorkPlanHint = Text{"原处撤回并写明理由；可以移回去。", "Withdrawn here with the reason; it can be moved back."}
	WorkDo       = Text{"移过去", "move"}
	WorkAsk      = Text{"把 %d 条移到%s？请写理由。", "Move %d records to %s? Say why."}
	WorkFlip     = Text{"换一边", "other side"}
	WorkHere     = Text{"用移来的", "the moved one"}
	WorkThere    = Text{"保留那边的", "the one there"}
	WorkOpen     = Text{"还没有定", "undecided"}
	WorkUndecide = Text{"还有 %d 处没有定用哪边。", "%d are undecided."}
	WorkNone     = Text{"没有可以移的。", "There is nothing to move."}

	SignedMenu  = Text{"签字时的内容", "what was signed"}
	SignedTitle = Text{"签字时的内容", "as signed"}
	SignedValue = Text{"签字时", "as signed"}
	SignedHint  = Text{"只能看，不能改。", "For reading only."}
	SignedNone  = Text{"还没有签字。", "Nothing was signed yet."}
	ReopenOf    = Text{"重新打开%s的评分表", "reopen the sheet of %s"}
	ReopenLead  = Text{"签字以后由组长或编办打开。", "Once signed, the leader or the office opens it."}
	CorrectKey  = Text{"更正评分表", "correct the sheet"}
	CorrectAsk  = Text{"更正你的评分表？它会重新打开，写明更正什么。", "Correct your sheet? It is opened again; say what is corrected."}
)

var _ = table(map[string]Text{
	"work.same":       {"移到的就是原来的单位。请写另一个单位。", "That is the unit it is under already. Name another."},
	"work.signed":     {"%s已签字，没有移动。先由组长或编办重新打开。", "%s is signed; nothing was moved. The leader or the office reopens it first."},
	"work.closed":     {"%s的评分表已提交，没有移动。先更正（重新打开）再移。", "Your sheet of %s is closed; nothing was moved. Reopen it first."},
	"work.contested":  {"%s还有 %d 处有争议，没有移动。先定下来再移。", "%s has %d contested values; nothing was moved. Settle them first."},
	"work.version":    {"两边的评分表不是同一版指标体系，没有移动。先把%s的评分表换到同一版。", "The two sheets are of different versions of the scheme; nothing was moved. Bring the sheet of %s to the same version first."},
	"work.nothing":    {"%s没有可以移的记录。", "%s has no records that could go."},
	"work.clash":      {"还有 %d 处两边不同，没有移动。先逐项定用哪边。", "%d values differ and are undecided; nothing was moved. Decide each first."},
	"work.draft":      {"%s还有没写完的内容，没有移动。先写完保存，再移。", "Something of %s is half typed; nothing was moved. Finish it first."},
	"work.changed":    {"刚才又有改动，没有移动。请重新看一遍再移。", "Something has changed since; nothing was moved. Look again, then move."},
	"reopen.leader":   {"签字以后、或者别人的评分表，只能由组长或编办打开。内容没有变。", "Once signed, or for another's sheet, only the leader or the office may open it. Nothing was changed."},
	"reopen.sheet":    {"这次评估没有此人的评分表。", "This visit has no sheet of that person."},
	"sign.unknown":    {"这次评估没有这个签字。", "This visit has no such signature."},
	"sign.lost":       {"签字时的内容在这个数据文件里凑不齐，不能当作签字的内容给出。先合并其他笔记本的数据包再看。", "What was signed cannot be put together from this book, so nothing is shown as signed. Merge the other laptops' bundles and look again."},
	"decide.work":     {"有 %d 处两边不同，没有移动。用 --take 或 --field 定用哪边，再来一次。", "%d values differ; nothing was moved. Decide with --take or --field and try again."},
	"usage.workfield": {"“%s”看不懂。写法：--field 编号=here 或 编号=there。", "“%s” is not understood. Write --field NUMBER=here or NUMBER=there."},
	"usage.worktake":  {"--take 只能是 here 或 there，不能是“%s”。", "--take is here or there, not “%s”."},
	"usage.signed":    {"没有第 %d 次签字，一共 %d 次。", "There is no signature %d; there are %d."},
})
