package words

// Words of `conflicts` and `decide` about evaluators' sheets, and of `score`.
var (
	CmdDiffOf    = Text{"%s  %s  %s  %s：%s", "%s  %s  %s  %s: %s"}
	CmdDiffsHow  = Text{"定下一处：zoufang decide 编号 --take left|right|unite|apart --reason 理由", "Settle one: zoufang decide CODE --take left|right|unite|apart --reason REASON"}
	FlagTake     = Text{"怎么定（`left|right|unite|apart|value|open`）：采用第一方、第二方，合并，各计各的，另定一个值，收回", "how (`left|right|unite|apart|value|open`): the first side, the second, unite, each by itself, another value, take back"}
	FlagDissent  = Text{"保留意见，`姓名=意见=理由`，可以写多次", "dissent, `NAME=OPINION=REASON`, more than once"}
	FlagJoin     = Text{"与这个`编号`的问题是同一件事，可以多次", "one fact with the finding of this `CODE`, more than once"}
	CmdRuled     = Text{"已定：%s", "Decided: %s"}
	CmdTookBack  = Text{"已收回：%s 重新待定。", "Taken back: %s is open again."}
	CmdUndecided = Text{"评议待定 %d", "to decide %d"}
	CmdInName    = Text{"以领导小组%s的名义", "in the name of %s of the leading group"}
	ScorePending = Text{"未定：%s", "Pending: %s"}
	ScoreOfMany  = Text{"%d 人评议", "agreed by %d"}
)

var _ = table(map[string]Text{
	"usage.take":    {"--take 只能是 left、right、unite、apart、value 值、open，或评估人员的姓名。", "--take is left, right, unite, apart, value VALUE, open, or an evaluator's name."},
	"usage.dissent": {"--dissent 写成 姓名=意见=理由。", "--dissent is written NAME=OPINION=REASON."},
	"usage.join":    {"--join、--dissent、--member 只用于评分表之间的不同。", "--join, --dissent and --member are for differences between sheets only."},
})
