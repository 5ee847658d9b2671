package words

// Words of the list of what is contested, and of settling one of them.
var (
	ConflictTitle = Text{"差异处理", "Differences"}
	ConflictUnit  = Text{"单位", "Unit"}
	ConflictWhat  = Text{"什么", "What"}
	ConflictSays  = Text{"各是什么", "What each says"}
	ConflictWhen  = Text{"最近", "Newest"}
	ConflictBook  = Text{"（本区）", "(the district)"}
	ConflictNone  = Text{"没有要处理的差异。", "Nothing is contested."}
	ConflictHint  = Text{"两边都留着，不会自动取舍。Enter 并排对照，写明理由后研究确定。", "Both sides are kept. Enter compares them; people settle it, with a reason."}
	ConflictJump  = Text{"差异处理（有争议的）", "differences (what is contested)"}
	ConflictOpen  = Text{"对照", "compare"}

	SettleTitle   = Text{"差异 %d/%d", "Difference %d of %d"}
	SettleGone    = Text{"这一处已经没有争议了。", "This is not contested any more."}
	SettleLeft    = Text{"左边", "left"}
	SettleRight   = Text{"右边", "right"}
	SettleSide    = Text{"第 %d 份", "side %d"}
	SettleUse     = Text{"用", "Take"}
	SettleMerge   = Text{"合并事实", "unite the facts"}
	SettleOther   = Text{"另写", "another"}
	SettleKeep    = Text{"保留", "keep it"}
	SettleDrop    = Text{"撤回", "withdraw it"}
	SettleValue   = Text{"改为", "Value"}
	SettleUnion   = Text{"依据取各份之和，共 %d 条。", "The evidence of all sides is taken: %d pieces."}
	SettleReason  = Text{"理由", "Reason"}
	SettleDo      = Text{"研究确定，下一处", "settle, and the next"}
	SettleChoose  = Text{"请先选用哪一份。", "Choose first which side to take."}
	SettleBlank   = Text{"请填“%s”。", "Please fill in %s."}
	SettleWhy     = Text{"必须写理由。", "A reason must be given."}
	SettleHint    = Text{"带 * 的行各份不同。PgUp/PgDn 翻看；各份原记录都留着，在修改记录里看得到。", "Lines with * differ. PgUp/PgDn scroll; all sides stay in the history."}
	SettleDone    = Text{"已研究确定，差异还剩 %d 处。", "Settled; %d differences are left."}
	SettleAllDone = Text{"已研究确定，没有差异了。", "Settled; nothing is contested any more."}
	SettleAsked   = Text{"这条问题一边撤回，一边还在修改：是撤回，还是保留？", "One withdrew this finding while another edited it: withdraw it, or keep it?"}
	SettleReader  = Text{"数据文件是只读打开的，不能处理。", "The book is open for reading only; nothing can be settled."}
	SettleHistory = Text{"修改记录", "history"}
)
