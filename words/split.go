package words

var (
	UndoneNow     = Text{"已撤销上一步改动。", "The last change is undone."}
	PastLine      = Text{"%s 年：%s %d 次 %s（%s）", "%s: %s ×%d %s (%s)"}
	SelfScoreLine = Text{"单位自评 %s", "self-score %s"}
)
