package words

// Words of the briefing.
var (
	ListenFrom       = Text{"时间", "From"}
	ListenTo         = Text{"至", "to"}
	ListenPeople     = Text{"到场", "Present"}
	UnitPeople       = Text{"人", "people"}
	ListenPlace      = Text{"地点", "Place"}
	ListenExchanged  = Text{"当场交换意见", "Opinions exchanged"}
	ListenPresenter  = Text{"汇报人", "Presenter"}
	ListenPost       = Text{"职务", "Post"}
	ListenLeader     = Text{"主要领导本人", "Main leader"}
	ListenLeaderHint = Text{"要求主要领导本人汇报，不能由副职代替；空格选择。", "The main leader has to brief in person, not a deputy. Space chooses."}
	ListenWhy        = Text{"非本人的原因、谁同意", "Why not in person, who agreed"}
	ListenWhyHint    = Text{"写明为什么不是主要领导本人、经谁同意。", "Say why it was not the main leader, and who agreed."}
	ListenTimeHint   = Text{"只写 0905 就是今天 09:05；也可以写 3.9 0905。", "0905 is 09:05 today; 3.9 0905 works too."}
	ListenNotes      = Text{"要点", "Notes"}
	ListenPromises   = Text{"单位承诺", "What the unit promised"}
	ListenGistBehind = Text{"再往下 Tab：归纳要点、承认的问题、双方意见", "Tab on: key points, problems admitted, opinions"}
	ListenKey        = Text{"归纳要点", "Key points"}
	ListenAdmitted   = Text{"承认的问题", "Problems admitted"}
	ListenOpinions   = Text{"双方意见和建议", "Opinions and suggestions of both sides"}

	PromiseDue         = Text{"期限", "by"}
	PromiseHint        = Text{"承诺做什么；Tab 写期限，下一行自动空出来。", "What was promised; Tab to its date. An empty row follows."}
	PromiseDueHint     = Text{"写 3.20 或 2026-3-20。", "Such as 3.20 or 2026-3-20."}
	PromiseWithdraw    = Text{"撤回这条承诺", "withdraw this promise"}
	PromiseWithdrawAsk = Text{"撤回这条承诺？%s", "Withdraw this promise? %s"}
)
