package words

// Errors of receipts, sending back and wiping.
var _ = table(map[string]Text{
	"export.nothing":   {"按回执，对方已经收全，没有新内容，所以没有写数据包。要整份再给一次，就不加 --since。", "By the receipts the other side has everything, so no bundle was written. To hand over the whole again, leave --since out."},
	"export.rescore":   {"读回来的数据包算出 %s 的得分，与数据文件不一致，已经删掉，没有导出。数据文件没有改动；请换一个优盘再导出，还这样就报告给编办。", "The bundle, read back, does not come to the score of %s in the book; it was removed and nothing was exported. The book is untouched; try another stick, and tell the office if it happens again."},
	"remark.unknown":   {"这次评估里没有这条意见。数据没有改动；请重新打开再看。", "This visit has no such remark. Nothing was changed; open it again and look."},
	"visit.wiped":      {"这次评估已于 %s 从本机清除，不能在本机重新开始。编办那里有全部内容。", "This visit was wiped from this laptop on %s and cannot be begun here again. The office holds all of it."},
	"wipe.receipt":     {"不能清除：有 %d 处改动（共 %d 处）还没有编办电脑“已合并”的回执。什么也没有动；请先导出给编办，再合并编办的回执。", "Not wiped: %d changes (of %d) have no receipt “merged” of an office laptop. Nothing was touched; export to the office first, then merge its receipts."},
	"wipe.returned":    {"不能清除：编办退回的意见还有 %d 条没有办结。什么也没有动；请先办结并交回。", "Not wiped: %d remarks of the office are not settled. Nothing was touched; settle them and send the visit in."},
	"wipe.drafts":      {"不能清除：还有 %d 处打了字没有保存。什么也没有动；请先打开看一看。", "Not wiped: %d fields hold text that was typed and not saved. Nothing was touched; open them first."},
	"wipe.waiting":     {"不能清除：有 %d 处还在等别的电脑的内容。什么也没有动；请先合并齐。", "Not wiped: %d registers wait for changes of other laptops. Nothing was touched; merge those first."},
	"wipe.forked":      {"不能清除：笔记本 %s 被复制或恢复过，两份记录不一样。什么也没有动；请交编办处理。", "Not wiped: laptop %s was copied or restored and has two histories. Nothing was touched; let the office look at it."},
	"wipe.inbox":       {"不能清除：收件夹里还有 %d 个没有合并的数据包，里面可能有这个单位的内容。什么也没有动；请先合并或不要它们。", "Not wiped: %d bundles wait in the inbox and may hold some of this unit. Nothing was touched; merge or dismiss them first."},
	"wipe.code":        {"确认码不对，或内容在那以后变了。什么也没有清除；请重新看一遍再确认。", "The code is wrong, or something has changed since it was shown. Nothing was wiped; look again and confirm."},
	"wipe.busy":        {"内容已经清除，但有别的程序正在读数据文件，残留的字节还没有擦掉。请关掉别的窗口，再运行一次同样的命令。", "The content is gone, but another program is reading the book and traces were not scrubbed yet. Close it and run the same command again."},
	"cmd.nolaptop":     {"没有，或不止一台叫 %s 的笔记本。zoufang receipt 列出给过回执的笔记本。", "There is no laptop %s, or more than one. zoufang receipt lists those that gave receipts."},
	"usage.remark":     {"--indicator 要写成 指标=意见，如 E1=证据不足；写的是 %s。", "--indicator is written ID=TEXT, such as E1=evidence; it says %s."},
	"usage.relayunits": {"--relay 和 --units 不能一起用：别的笔记本的记录只能整段带走。", "--relay and --units exclude each other: what other laptops wrote can only go along whole."},
})

// What the commands say.
var (
	FlagRelay      = Text{"把别的笔记本的记录也带上（已并入本机的）", "carry along what other laptops wrote and was merged here"}
	FlagSince      = Text{"只带编办回执里还没有的；拿不准就全带", "only what the office's receipts do not acknowledge yet; everything where there is a doubt"}
	FlagFor        = Text{"同 --since，但按这台`笔记本`的回执，编办加密时也只密封给它；不写就按认可过的编办电脑", "as --since, by the receipt of this `LAPTOP`, and what the office seals is sealed for it alone; if not given, by those enrolled as the office's"}
	FlagReceiptFor = Text{"编办加密时只密封给这台`笔记本`；不写就密封给各台认可过的笔记本", "what the office seals is sealed for this `LAPTOP` alone; if not given, for every enrolled one"}
	FlagReceiptOut = Text{"回执写到这个`文件`或文件夹", "write the receipts to this `FILE` or folder"}
	FlagRemark     = Text{"对一项指标的意见，写成 `指标=意见`，可以写几次", "a remark about an indicator, `ID=TEXT`; may be repeated"}
	FlagWhyBack    = Text{"退回的`理由`", "the `REASON` it is sent back"}
	FlagWipeCode   = Text{"上一次显示的确认`码`", "the `CODE` that was shown"}
	FlagVisitDay   = Text{"日常评估的`日期`，如 2026-05-19；不写就是年度评估", "the `DAY` of a daily visit, as 2026-05-19; the yearly one if not given"}

	CmdExportSince  = Text{"按回执省去了对方已有的改动 %d 处，回执来自 %s。", "Left out %d changes that are there already, by the receipts of %s."}
	CmdExportNoRcpt = Text{"还没有能用的回执，所以全部带上了。", "There is no receipt to go by, so everything went along."}
	CmdExportScores = Text{"读回核对：%d 个单位、得分一致。", "Read back: %d units, scores agree."}
	CmdReceiptsNone = Text{"还没有回执。编办合并以后，导出的数据包里会带回执。", "There are no receipts yet. Once the office has merged, its bundles carry them."}
	CmdReceiptsOut  = Text{"回执已写到 %s（新写 %d 条）。请带给各笔记本合并。", "Receipts written to %s (%d new). Have the laptops merge it."}
	CmdReceiptYes   = Text{"编办已确认", "confirmed: office"}
	CmdReceiptOther = Text{"未确认（不是认可过的编办电脑）", "unconfirmed (not an office laptop)"}
	CmdReceiptAlien = Text{"与本机的记录对不上", "does not fit the log here"}
	ColHolder       = Text{"谁收到", "Received by"}
	ColWhose        = Text{"谁的记录", "Whose"}
	ColUpTo         = Text{"收到第几处", "Up to"}
	ColVerdict      = Text{"结果", "Verdict"}
	ColWhen         = Text{"时间", "When"}
	ColSure         = Text{"确认", "Confirmed"}

	CmdReturned    = Text{"已退回 %s：意见 %d 条。请导出，带给评估组合并。", "%s is sent back with %d remarks. Export, and have the team merge it."}
	CmdWipePlan    = Text{"将从本机清除：%s", "This would be wiped from this laptop: %s"}
	CmdWipeCounts  = Text{"改动 %d 处（本机 %d），敏感文字 %d 段，附件 %d 个。", "%d changes (%d of this laptop), %d sensitive texts, %d attachments."}
	CmdWipeOf      = Text{"记录人：%s", "Recorded on: %s"}
	CmdWipeReceipt = Text{"回执：%s 已合并 %s 的第 1 到 %d 处，%s %s", "Receipt: %s has merged, of %s, changes 1 to %d; %s %s"}
	CmdWipeRest    = Text{"留在原处、请自己处理：已导出的数据包、备份、U 盘上的副本，收件夹里不收的文件 %d 个。", "Left where they are, to be dealt with by hand: bundles that were exported, backups, copies on sticks, and %d refused files in the inbox."}
	CmdWipeConfirm = Text{"清除不能恢复。确定要清除，运行：zoufang wipe %s --confirm %s", "Wiping cannot be taken back. To do it, run: zoufang wipe %s --confirm %s"}
	CmdWiped       = Text{"已清除 %s：改动 %d 处。记录的位置和校验值还留着，数据文件照样能检查、导出、合并。", "Wiped %s: %d changes. Their places and hashes stay, so that the book can still be checked, exported and merged."}
	CmdWipedAgain  = Text{"%s 早已清除，数据文件又整理了一遍。", "%s was wiped before; the book was scrubbed once more."}
	CmdPlanWiped   = Text{"  其中 %d 处属于本机已清除的评估，不收。", "  %d changes belong to visits that were wiped here and are not taken."}
)

// The commands of receipts, sending back and wiping.
var (
	CmdReceipt = Command{
		Use:   Text{"receipt [选项]", "receipt [flags]"},
		Short: Text{"看回执，或写一个只有回执的数据包", "List receipts, or write a bundle of nothing but receipts"},
		Long: Text{`列出谁收到了谁的记录、收到第几处。加 -o 写一个只有回执的小数据包，各笔记本合并后，
单位列表上就显示已送达、已合并。平时导出的数据包里也带着回执。`,
			`Lists who has received whose changes, and how far. With -o it writes a small bundle of
nothing but receipts; a laptop that merges it shows in its list what was delivered and
merged. Ordinary bundles carry the receipts too.`},
		Example: Text{"zoufang receipt\nzoufang receipt -o /media/usb/回执.zfb", "zoufang receipt\nzoufang receipt -o /media/usb/receipts.zfb"},
	}
	CmdReturn = Command{
		Use:   Text{"return 单位 --reason 理由 [选项]", "return UNIT --reason REASON [flags]"},
		Short: Text{"编办退回一次评估，写明意见", "The office sends a visit back with remarks"},
		Long: Text{`编办退回一次评估：一条总的理由，可以再对指标逐条写意见。随下一个数据包带给评估组，
评估组办结并写明怎么改的，再交回来。组里还没交的记录不受影响；已提交的评分表只有
本人能重新打开。`,
			`The office sends a visit back: a reason, and remarks about indicators. It travels with the
next bundle; the team settles each remark with a word on what was done, which travels back.
What the team has not sent yet is not touched, and a closed sheet is reopened only by its
author.`},
		Example: Text{"zoufang return D01 --reason 证据不全 --indicator E1=缺入编单 --indicator A3=说明依据", "zoufang return D01 --reason \"evidence is missing\" --indicator E1=\"no entry slips\""},
	}
	CmdWipe = Command{
		Use:   Text{"wipe 单位 [选项]", "wipe UNIT [flags]"},
		Short: Text{"编办收齐后，从本机清除一次评估（分两步）", "Wipe a visit from this laptop once the office has it (two steps)"},
		Long: Text{`分两步。第一步只显示会清除什么、谁什么时候收到，并给出确认码；第二步带上确认码才真的
清除。没有编办电脑“已合并”的回执，不能清除。清除后不能恢复：正文、附件、草稿全部擦掉，
只留位置和校验值。已导出的数据包、备份不在其内。`,
			`Takes two steps. The first only shows what would go and who has received it, and gives a
code; the second, with the code, wipes. Without the receipt “merged” of an office laptop it
is refused. It cannot be taken back: texts, attachments and drafts are scrubbed; places and
hashes stay. Bundles that were exported and backups are not touched.`},
		Example: Text{"zoufang wipe D01\nzoufang wipe D01 --confirm 30120417", "zoufang wipe D01\nzoufang wipe D01 --confirm 30120417"},
	}
)
