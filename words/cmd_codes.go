package words

// Titles of columns.
var (
	ColCode        = Text{"编码", "code"}
	ColUnit        = Text{"单位", "unit"}
	ColKind        = Text{"类型", "kind"}
	ColLeader      = Text{"主要领导", "main leader"}
	ColScored      = Text{"指标", "scored"}
	ColTodos       = Text{"待办", "to do"}
	ColState       = Text{"状态", "state"}
	ColNew         = Text{"新增", "new"}
	ColSame        = Text{"相同", "same"}
	ColWaiting     = Text{"待补", "waiting"}
	ColContested   = Text{"有争议", "contested"}
	ColCity        = Text{"上级指标", "city indicator"}
	ColReason      = Text{"怎么来的", "how"}
	CityNone       = Text{"没有对应的", "none of the city's"}
	ColCategory    = Text{"类别", "category"}
	ColPoints      = Text{"得分", "points"}
	ColFull        = Text{"满分", "of"}
	ColBase        = Text{"基础分", "base"}
	ColBonus       = Text{"加分", "bonus"}
	ColTotal       = Text{"总分", "total"}
	ColGrade       = Text{"等次", "grade"}
	ColPerformance = Text{"计入绩效", "performance"}
)

// What the commands answer.
var (
	CmdLabelled      = Text{"%s：%s", "%s: %s"}
	CmdListSep       = Text{"、", ", "}
	CmdVersionLine   = Text{"走访 %s  %s  %s", "zoufang %s  %s  %s"}
	CmdBookLine      = Text{"%s %s年度  %s", "%s %s  %s"}
	CmdNoUnits       = Text{"还没有单位。用 zoufang units import 文件 导入。", "There are no units yet. Import them: zoufang units import FILE."}
	CmdContested     = Text{"有争议 %d", "contested %d"}
	CmdWaiting       = Text{"待补 %d", "waiting %d"}
	CmdRowProblem    = Text{"第 %d 行：%s", "row %d: %s"}
	CmdUnusedColumn  = Text{"没有用到的列：%s", "column not used: %s"}
	CmdUnitsSaved    = Text{"已导入：新增 %d，更新 %d，相同 %d。", "Imported: %d new, %d changed, %d the same."}
	CmdInitDone      = Text{"已新建数据文件 %s：%s %s年度。", "Made the book %s for %s, %s."}
	CmdDemoDone      = Text{"已生成示范数据 %s。打开：zoufang demo", "Made the sample %s. Open it: zoufang demo"}
	CmdLineProblem   = Text{"第 %d 行：%s", "line %d: %s"}
	CmdRecorded      = Text{"已记录 %d 行，%d 处修改。", "Recorded %d lines, %d changes."}
	CmdHiddenSheets  = Text{"\n另有 %d 份评分表：两人都提交以后才看得到。", "\nOther sheets: %d, shown once all are closed."}
	CmdSheetOpen     = Text{"未提交", "open"}
	CmdSheetClosed   = Text{"已提交", "closed"}
	CmdSignedAsIs    = Text{"签字后没有改动", "unchanged since"}
	CmdSignedChanged = Text{"签字后有改动", "changed since"}
	CmdScored        = Text{"已评 %d/%d 项", "%d of %d indicators scored"}
	CmdNotYet        = Text{"暂不可算", "not known yet"}
	CmdWarnings      = Text{"预警：", "Warnings:"}
	CmdCheckWell     = Text{"数据文件完好。", "The book is whole."}
	CmdCheckCounts   = Text{"笔记本 %d，修改 %d，现值 %d，待补 %d，已销毁的文字 %d，未到的文字和附件 %d。", "laptops %d, changes %d, values %d, waiting for %d, texts erased %d, texts and files not here %d."}
	CmdCheckDigest   = Text{"内容摘要：%s", "digest: %s"}
	CmdCheckForked   = Text{"%d 台笔记本被复制或恢复过，两支都留着。", "%d laptops were copied or restored; both branches are kept."}
)

// What exporting and merging answer.
var (
	CmdExported      = Text{"已导出 %s：修改 %d，记录 %d，%d 字节。读回核对无误。", "Wrote %s: %d changes of %d records, %d bytes. Read back and verified."}
	CmdExportPhrase  = Text{"本机校验词：%s", "check phrase of this laptop: %s"}
	CmdEnrolled      = Text{"已认可 %s，校验词：%s", "Enrolled %s, check phrase: %s"}
	CmdNameless      = Text{"没有名字的笔记本", "a nameless laptop"}
	CmdWholeBook     = Text{"（单位以外）", "(outside units)"}
	CmdPlanFile      = Text{"  新增 %d，相同 %d，待补 %d", "  %d new, %d the same, %d waiting"}
	CmdUnknownLaptop = Text{"未认可的笔记本：%s\n校验词：%s\n用电话核对，一致就加 --enrol 再合并一次。", "A laptop nobody enrolled: %s\ncheck phrase: %s\nCompare it by voice; if it agrees, merge again with --enrol."}
	CmdMergeAsk      = Text{"合并吗？（是/否）", "Merge? (y/n) "}
	CmdMerged        = Text{"合并完成：新增 %d，相同 %d。", "Merged: %d new, %d the same."}
	CmdNoConflicts   = Text{"没有要定的。", "Nothing waits for a decision."}
	CmdConflictOf    = Text{"%s  %s  待定：%s", "%s  %s  to settle: %s"}
	CmdConflictsHow  = Text{"定下一处：zoufang decide 编号 --side 第几方 --reason 理由", "Settle one: zoufang decide CODE --side N --reason REASON"}
	CmdDecided       = Text{"已定：%s 为 %s", "Settled: %s is %s"}

	InspectLaptop   = Text{"笔记本", "laptop"}
	InspectRound    = Text{"评估", "round"}
	InspectCreated  = Text{"导出时间", "written"}
	InspectCounts   = Text{"内容", "content"}
	InspectCountsOf = Text{"修改 %d，文字 %d，附件 %d", "%d changes, %d texts, %d files"}
	InspectLog      = Text{"修改", "changes"}
	InspectDemo     = Text{"这是示范数据，真的数据文件不收。", "This is a sample; real books refuse it."}
	InspectWhole    = Text{"签名和摘要都对，文件完整。", "Signatures and digests hold; the file is whole."}
)

// Stages of long work, verdicts on bundles, levels of warnings.
var _ = table(map[string]Text{
	"stage.copy":     {"复制", "copying"},
	"stage.verify":   {"校验", "verifying"},
	"stage.count":    {"比对", "comparing"},
	"stage.merge":    {"写入", "writing"},
	"stage.export":   {"导出", "exporting"},
	"stage.readback": {"读回核对", "reading back"},

	"verdict.ready":    {"可以合并", "ready"},
	"verdict.newer":    {"新版程序写的", "of a newer program"},
	"verdict.salvaged": {"已抢救", "salvaged"},
	"verdict.known":    {"以前合并过", "merged before"},
	"verdict.partial":  {"一部分等认可笔记本", "part of it waits for a laptop to be enrolled"},
	"verdict.waiting":  {"等认可笔记本", "waits for its laptop to be enrolled"},
	"verdict.refused":  {"不收", "refused"},
	"verdict.merged":   {"已合并", "merged"},

	"level.red":    {"红色", "red"},
	"level.orange": {"橙色", "orange"},
	"level.yellow": {"黄色", "yellow"},
})

// What is wrong with a call, and what the command line itself cannot do.
var _ = table(map[string]Text{
	"usage.command":     {"没有 %s 这个命令。有哪些命令：zoufang --help", "There is no command %s. See zoufang --help."},
	"usage.commandnear": {"没有 %s 这个命令，是不是 %s？", "There is no command %s. Did you mean %s?"},
	"usage.which":       {"要哪个命令？看上面的列表，或者 %s --help", "Which command? See the list above, or %s --help."},
	"usage.few":         {"少写了内容。用法：%s", "Something is missing. Usage: %s"},
	"usage.many":        {"%s 是多余的。用法：%s", "%s is one too many. Usage: %s"},
	"usage.flag":        {"没有 %s 这个选项。", "There is no flag %s."},
	"usage.flagvalue":   {"选项 %s 后面要写内容。", "The flag %s needs a value."},
	"usage.badvalue":    {"选项 %s 不能是 %s。", "The flag %s cannot be %s."},
	"usage.flags":       {"选项写得不对：%s", "The flags cannot be read: %s"},
	"usage.init":        {"要写明哪个区、谁在用：%s", "Say which district and who you are: %s"},
	"usage.role":        {"没有 %s 这个角色，只有 leader、member、recorder、office。", "There is no role %s; there are leader, member, recorder and office."},
	"usage.shell":       {"没有 %s 的补全，只有 bash、zsh、fish、powershell。", "There is no completion for %s; there are bash, zsh, fish and powershell."},
	"usage.decide":      {"--take、--side、--text 写一个，--reason 必写：%s", "Give --take, --side or --text, and --reason: %s"},

	"cmd.folder":        {"建不了文件夹 %s。请检查权限，或用 --book 指定别处。", "The folder %s cannot be made. Check your rights, or name another place with --book."},
	"cmd.file":          {"打不开文件 %s。请检查路径和权限。", "The file %s cannot be opened. Check its path and your rights."},
	"cmd.nounit":        {"没有 %s 这个单位。有哪些单位：zoufang units list", "There is no unit %s. See zoufang units list."},
	"cmd.manyunits":     {"%s 不止一个单位，如 %s、%s，请写代码。", "%s names more than one unit, such as %s and %s; use the code."},
	"cmd.novisit":       {"%s 还没有开始评估。", "The visit of %s has not begun."},
	"cmd.nodaily":       {"%s 在 %s 没有日常督查。", "%s has no daily visit on %s."},
	"cmd.badrows":       {"有 %d 处问题，%s 一行也没有导入。改好再导入；要先导入好的 %d 行，加 --good。", "There are %d problems; nothing of %s was imported. Mend them, or take the %d good rows with --good."},
	"cmd.badlines":      {"有 %d 行不对，%s 一行也没有记录。改好再来。", "%d lines are wrong; nothing of %s was recorded. Mend them and try again."},
	"cmd.skipped":       {"有 %d 行不对，跳过了，其余已记录。", "%d lines were wrong and skipped; the rest is recorded."},
	"cmd.notdemo":       {"%s 不是示范数据，没有动它。要打开它，用 zoufang --book。", "%s is not the sample and was left alone. To open it use zoufang --book."},
	"cmd.sample":        {"示范数据 %s 写不进去：%v", "The sample %s could not be written: %v"},
	"cmd.noterminal":    {"这里不是终端，打不开界面。要看进度：zoufang status；要记录：zoufang record，一问一答加 --ask", "This is not a terminal, so there is no screen. To look: zoufang status. To record: zoufang record, with --ask by question and answer."},
	"cmd.legacyconsole": {"这个命令行窗口太旧，画不了界面。请在窗口属性里去掉“使用旧版控制台”，或改用 Windows 终端。", "This console window is too old to draw the screens. Untick “Use legacy console” in its properties, or use Windows Terminal."},
	"cmd.refused":       {"%s 没有收，原因见上；别的照常。", "%s was refused, for the reason above; the rest went on."},
	"cmd.demobundle":    {"%s 是示范数据，不能当真的数据用。", "%s is a sample and cannot begin a real book."},
	"cmd.noside":        {"没有第 %d 方，一共 %d 方。", "There is no side %d; there are %d."},
	"cmd.twoconflicts":  {"编号 %s 对着两处，什么也没有定。请用界面上的“集体评议”。", "The code %s fits two places; nothing was decided. Use Consensus on the screen."},
	"cmd.noconflict":    {"没有编号 %s，可能已经定了。看 zoufang conflicts", "Nothing contested has the code %s; it may be settled. See zoufang conflicts."},

	"decide.unknown":   {"有 %d 台笔记本没有认可，它们的内容先放着，没有丢。核对校验词后加 --enrol 再合并。", "%d laptops are not enrolled; what they brought waits and is not lost. Compare the check phrase, then merge with --enrol."},
	"decide.foreign":   {"%s 是%s的数据包，没有收。确实要收，加 --foreign。", "%s is a bundle of %s and was not taken. If you mean it, add --foreign."},
	"decide.contested": {"合并好了，有 %d 处两边不同，都留着，等人定：zoufang conflicts", "Merged. %d values differ between the two sides; both are kept for a person to settle: zoufang conflicts."},
})
