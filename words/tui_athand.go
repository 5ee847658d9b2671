package words

// Words of what is known beside an indicator: earlier years, slips, daily visits, the ledger, the unit's own score.
var (
	HandTitle   = Text{"手边的往年情况", "History at hand"}
	HandKey     = Text{"往年", "history at hand"}
	HandNone    = Text{"往年没有问题，没有督查单，台账里也没有相关的数。", "Nothing of earlier years, no slip, and no number of the ledger bears on it."}
	HandPast    = Text{"往年", "earlier"}
	HandSlip    = Text{"督查单", "slip"}
	HandDaily   = Text{"日常", "daily"}
	HandLedger  = Text{"台账", "ledger"}
	HandSelf    = Text{"自评", "self"}
	HandOf      = Text{"%s 年 %s %d 次", "%s, %s ×%d"}
	HandSlipOf  = Text{"%s %s", "%s %s"}
	HandDailyOf = Text{"%s %s %d 次", "%s, %s ×%d"}
	HandTaken   = Text{"已列入待核", "is a question"}
	HandUntaken = Text{"未列入待核", "not taken over"}
	HandHint    = Text{"Enter 列入待核问题；往年的事实只供对照，本次要重新核实。", "Enter makes it a question. What was found before is only for comparison."}
	HandAbout   = Text{"指标 %s %s", "Indicator %s %s"}
	HandNumber  = Text{"手边（%s）：%s", "At hand (%s): %s"}
)

// Words of what the next visit starts from.
var (
	LeftTitle   = Text{"上次留下的", "Left from last time"}
	LeftKey     = Text{"上次留下的", "left from last time"}
	LeftNote    = Text{"上次留下 %d 项，Ctrl+Y 列入待核", "%d left from last time: Ctrl+Y"}
	LeftNone    = Text{"上次没有留下什么：往年问题、督查单、承诺和日常问题都没有未了的。", "Nothing was left: no open finding, slip, promise or daily finding."}
	LeftWhat    = Text{"来自", "From"}
	LeftWhen    = Text{"时间", "When"}
	LeftText    = Text{"留下的事", "What was left"}
	LeftFor     = Text{"指标", "For"}
	LeftState   = Text{"本次", "This time"}
	LeftTake    = Text{"列入待核", "take over"}
	LeftTakeAll = Text{"全部列入", "take all over"}
	LeftDrop    = Text{"不必再核", "drop"}
	LeftOpenIt  = Text{"打开待核问题", "open the question"}
	LeftDropAsk = Text{"这一项不必再核？%s", "Need this not be verified? %s"}
	LeftAllIn   = Text{"都已列入或已说明。", "All are taken over or settled already."}
	LeftTook    = Text{"已列入待核 %d 项。Ctrl+Z 撤销。", "Taken over: %d. Ctrl+Z takes it back."}
	LeftHint    = Text{"列入后就是待核问题，记着来处；同一件事不会列两次。", "What is taken over becomes a question that knows where it comes from; nothing is asked twice."}
	LeftPast    = Text{"核实 %s 年 %s（%d 次）是否整改：%s", "Verify whether %s %s (×%d) was put right: %s"}
	LeftSlip    = Text{"核实督查确认单 %s（%s）的整改：%s", "Verify what was done about slip %s (%s): %s"}
	LeftDaily   = Text{"核实 %s 日常发现 %s（%d 次）：%s", "Verify the daily finding of %s, %s (×%d): %s"}
	LeftPromise = Text{"核实承诺是否兑现（期限 %s）：%s", "Verify whether the promise was kept (due %s): %s"}
	LeftNoDate  = Text{"未定", "none"}
	LeftCame    = Text{"由上次留下的%s列入", "taken over from last time: %s"}
)

// LeftKinds are the kinds of what was left open.
var LeftKinds = map[string]Text{"past": {"往年问题", "earlier finding"}, "slip": {"督查单", "slip"}, "promise": {"承诺", "promise"}, "daily": {"日常问题", "daily finding"}}
