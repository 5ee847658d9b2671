package words

// Words of the page of what is kept but odd, and of what the page of laptops can do.
var (
	TroubleTitle = Text{"存疑", "Odd"}
	TroubleJump  = Text{"存疑（收着但不寻常的）", "odd (what is kept but not as it should be)"}
	TroubleLevel = Text{"轻重", "Weight"}
	TroubleWhat  = Text{"发生了什么", "What happened"}
	TroubleNone  = Text{"没有存疑的：该到的都到了，收着的都认得。", "Nothing is odd: all that was heard of is here, and all that is here is known."}
	TroubleSafe  = Text{"不用担心", "Safe"}
	TroubleDo    = Text{"怎么办", "To do"}
	TroubleOpen  = Text{"去看", "go there"}
	TroubleStay  = Text{"这一处没有更多可看的。", "There is nothing more to see of this one."}
	TroubleHint  = Text{"这些都收着，一条也没有丢；从上往下，先要处理的。", "All of this is kept and nothing is lost; what waits for somebody comes first."}

	MergeSalvage = Text{"抢救", "salvage"}
	MergeCut     = Text{"按 F5 抢救：只收能证明完整的部分。", "F5 salvages it: only what can be proven is taken."}
	MergeSaved   = Text{"不完整的数据包：能证明的有 %d 条；文件开头说共有 %d 条。缺的等完整的数据包补齐。", "A cut bundle: %d changes can be proven; the file says that it holds %d. The whole bundle fills in the rest later."}
	MergeNewer   = Text{"新版程序写的，整份留在收件箱。升级程序以后再合并一次。", "A newer program wrote it; it is kept whole in the inbox. Merge once more with the newer program."}
	MergeRevoked = Text{"来自已停用的笔记本，先放在收件箱。确实该收，在“笔记本”页重新认可。", "It is of a laptop that was revoked and stays in the inbox. If it is right after all, enrol it again on the page of laptops."}

	LaptopRevoked   = Text{"已停用", "revoked"}
	LaptopOffice    = Text{"编办", "office"}
	LaptopClock     = Text{"时钟", "Clock"}
	LaptopPhraseOf  = Text{"校验词：%s", "Check phrase: %s"}
	LaptopSeen      = Text{"最近收到：%s", "Last seen: %s"}
	LaptopEnrol     = Text{"认可", "enrol"}
	LaptopEnrolAsk  = Text{"认可%s？请先与对方核对校验词，一字不差才认可：%s", "Enrol %s? Compare the check phrase by voice first; it must be the very same: %s"}
	LaptopRevoke    = Text{"停用", "revoke"}
	LaptopRevokeAsk = Text{"停用%s？以前收到的照常有效，以后来自它的新记录先放着。理由：", "Revoke %s? What is here stays valid; what comes later of it waits. Reason:"}
	LaptopRevokeNo  = Text{"本机不能停用。", "This laptop itself cannot be revoked."}
	LaptopDone      = Text{"已改：%s", "Changed: %s"}

	SettleDecided  = Text{"曾研究确定：%s", "decided before: %s"}
	ConflictMany   = Text{"批量确定", "settle many"}
	ConflictAskOf  = Text{"一次定下符合的几处，用同一个理由；别的不动。", "Settle all that fit at once, for one reason; the rest stays."}
	ConflictSame   = Text{"只差空格换行的 %d 处", "%d that differ in spaces only"}
	ConflictOne    = Text{"只有一方有内容的 %d 处", "%d where one side only says anything"}
	ConflictWhyAll = Text{"%d 处一起定，理由：", "Settling %d together. Reason:"}
	ConflictNoneOf = Text{"没有能一起定的：每一处两边都有内容，而且不同。", "None can be settled together: in each, the sides say different things."}
	ConflictSettle = Text{"确定", "settle"}
)
