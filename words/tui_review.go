package words

// The review.
var (
	ReviewTitle    = Text{"复核签字", "review"}
	ReviewHint     = Text{"选中一行按 Enter 去处理；Tab 换到得分表和签字。", "Enter goes to what is selected; Tab moves to the table and to signing."}
	NothingMissing = Text{"没有缺漏，可以离开了。", "Nothing is missing; the team may leave."}
	MustMark       = Text{"必", "must"}
	GoThere        = Text{"去处理", "go there"}
	NextPane       = Text{"缺漏/得分/签字", "missing/scores/signing"}
	OtherSheet     = Text{"换评估人员", "other sheet"}
	NotYourSheet   = Text{"这是%s的评分表，由本人处理。", "This is %s's sheet; its owner settles it."}
	CannotSign     = Text{"还不能签字：%d 处未完，另有 %d 处提醒", "Not ready to sign: %d open, %d more reminders"}
	MaySignBut     = Text{"可以签字；还有 %d 处提醒", "Ready to sign; %d reminders"}
	MaySign        = Text{"全部完成，可以签字", "All done, ready to sign"}
	SignedBy       = Text{"%s 已于 %s 签字", "Signed by %s on %s"}
	ChangedSince   = Text{"%s 于 %s 签字以后，内容又有改动，须重新签字", "Changed since %s signed on %s; it needs a new signature"}
	SheetOf        = Text{"%s的评分表", "Sheet of %s"}
	CategoryCol    = Text{"类别", "category"}
	ScoreCol       = Text{"得分", "score"}
	FullCol        = Text{"满分", "full"}
	DoneCol        = Text{"已查", "done"}
	FoundCol       = Text{"问题", "found"}
	BaseRow        = Text{"基础分", "base"}
	PerformanceRow = Text{"计入绩效", "for performance"}
	HeldGrade      = Text{"%s（%s 降）", "%s (from %s)"}
	HeldFrom       = Text{"只看总分为%s", "%s by the total alone"}
	WarningsHidden = Text{"预警随分数隐藏。", "Warnings are hidden with the scores."}
	WarningsUnsure = Text{"有的预警还不能判断", "some warnings cannot be judged yet"}
	WarningNumbers = Text{"（%s）", " (%s)"}
	NoWarnings     = Text{"没有预警。", "No warning is open."}
	SheetOpen      = Text{"%s 评分表未提交", "%s: sheet open"}
	SheetClosed    = Text{"%s 评分表已提交（锁定）", "%s: sheet submitted"}
	SheetsHidden   = Text{"另有 %d 份评分表，双方都提交后才能看", "%d more sheets, to be seen once all are submitted"}
	ContestedCount = Text{"有争议 %d 处", "%d contested"}
)

// WarningLevel heads the warnings of a level.
var WarningLevel = map[string]Text{
	"red": {"预警 红 %d：", "Red warnings %d: "}, "orange": {"橙 %d：", "Orange %d: "}, "yellow": {"黄 %d：", "Yellow %d: "},
}
