package words

// TravelWords say how far what was recorded here has come, by how the book calls it.
var TravelWords = map[string]Text{
	"":          {"", ""},
	"here":      {"未导出", "unsent"},
	"exported":  {"已导出", "exported"},
	"delivered": {"已送达", "delivered"},
	"merged":    {"已合并", "merged"},
	"returned":  {"退回", "sent back"},
	"wiped":     {"已清除", "wiped"},
}

// What is said in their place.
var (
	TravelUnsure  = Text{"%s（未确认）", "%s (unconfirmed)"}
	TravelChanged = Text{"有新改动", "changed"}
	TravelWiped   = Text{"本机已清除 %d 处", "wiped here: %d"}
	TravelRemarks = Text{"退回 %d", "sent back %d"}
)

// Travel says in a word or two how far a visit has come. sure: a receipt of the office's own laptop says so; changed: part
// of it has travelled and something was recorded since; remarks: what the office sent back and nobody has settled.
func Travel(l Lang, travel string, sure, changed bool, remarks int) string {
	word := TravelWords[travel].In(l)
	switch {
	case remarks > 0:
		return TravelRemarks.F(l, remarks)
	case changed:
		return TravelChanged.In(l)
	case !sure && (travel == "delivered" || travel == "merged"):
		return TravelUnsure.F(l, word)
	}
	return word
}

// Words of the page of remarks, and of remarks on the page of an indicator.
var (
	RemarksTitle  = Text{"退回意见", "Remarks"}
	RemarksHead   = Text{"退回意见 %d 条，未办结 %d 条", "%d remarks, %d not settled"}
	RemarksNone   = Text{"编办没有退回意见。", "The office has sent no remarks."}
	RemarksOn     = Text{"指标", "On"}
	RemarksText   = Text{"意见", "Remark"}
	RemarksState  = Text{"办理", "State"}
	RemarksWhole  = Text{"全部", "all"}
	RemarksOpen   = Text{"未办结", "open"}
	RemarksDone   = Text{"已办结", "settled"}
	RemarksGo     = Text{"去这项指标", "go to the indicator"}
	RemarksSettle = Text{"办结", "settle"}
	RemarksReopen = Text{"重新办理", "open again"}
	RemarksAsk    = Text{"怎么办的？写一句，会带回编办。", "What was done? A word that travels back to the office."}
	RemarksHint   = Text{"改完以后办结，再导出给编办。", "Set it right, settle it, then export to the office."}
	RemarksFrom   = Text{"%s %s：%s", "%s %s: %s"}
	RemarksAnswer = Text{"办理：%s", "Answer: %s"}
	RemarkHere    = Text{"退回：%s", "Sent back: %s"}
)

// What a bundle takes along, on the export screen.
var (
	ExportScored    = Text{"得分", "Scores"}
	ExportScores    = Text{"读回核对：%d 个单位、得分一致", "read back: %d units, scores agree"}
	ExportSince     = Text{"省去", "Left out"}
	ExportSinceLeft = Text{"编办已收到的改动 %d 处", "%d changes, which are there already"}
	ExportCarryKey  = Text{"带走什么", "what to take"}

	ExportCarry = []Text{
		{"把本机的全部记录写成一个数据包（.zfb），带给编办或别的笔记本合并。", "Writes all records of this laptop to one bundle (.zfb), for the office or another laptop to merge."},
		{"只带编办的回执里还没有的；还没有回执就全带。", "Takes only what the office's receipts do not acknowledge; everything where there are none."},
		{"本机的全部记录，连同合并到本机的别的笔记本的记录。", "Takes all records of this laptop, and those of other laptops that were merged here."},
	}
)
