package words

// Words of the list that is gone through before the team leaves the room.
var (
	LeavingJump  = Text{"离场前检查：%s", "before leaving: %s"}
	TodoRemind   = Text{"提醒", "reminder"}
	TodoNoLine   = Text{"这里没有可以标的一行。", "There is no line to mark here."}
	NotedLine    = Text{"记 %s", "noted %s"}
	NotedNone    = Text{"还没有关联到这一项的记录。", "No note is attached to this indicator yet."}
	NotedAll     = Text{"这一项的随手记", "notes of this indicator"}
	NotedTitle   = Text{"%s 的随手记", "Notes of %s"}
	NotedMore    = Text{"另有 %d 条随手记关联到这一项（Ctrl+F 全部）", "%d more notes on this indicator (Ctrl+F shows all)"}
	TodoUnmark   = Text{"取消待办", "unmark"}
	TodoMarked   = Text{"已标为待办：%s", "Marked as to-do: %s"}
	TodoUnmarked = Text{"已取消待办：%s", "No longer marked: %s"}
	TodoWhyMust  = Text{"不补不能签字：%s", "Without this it cannot be signed: %s"}
	TodoWhyMay   = Text{"只是提醒，不挡签字：%s", "A reminder, it does not stop a signature: %s"}
)

// What a finding still needs, on its page.
var (
	FindingLacks = Text{"还差：%s", "Still wanted: %s"}
	FindingWhole = Text{"事实、依据、标准都齐了，Esc 回去。", "Facts, evidence and criterion are there; Esc goes back."}
)

// What the list says besides what the scheme demands.
var _ = table(map[string]Text{
	"todo.contested":     {"有争议，还没有研究确定：%s %s", "Contested and not settled yet: %s %s"},
	"todo.draft":         {"写了一半，还没有记下：%s", "Begun and not entered yet: %s"},
	"todo.draft.capture": {"随手记写了一半，还没有记下：%s", "A note begun and not kept yet: %s"},
})

var _ = table(contestWords())

// contestWords name the kinds of record inside a sentence.
func contestWords() map[string]Text {
	out := map[string]Text{}
	for kind, name := range KindWords {
		out["contest."+kind] = name
	}
	return out
}
