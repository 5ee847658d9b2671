package words

// Words of the history of a record.
var (
	HistoryTitle  = Text{"修改记录", "History"}
	HistoryWhen   = Text{"时间", "When"}
	HistoryWho    = Text{"谁", "Who"}
	HistoryOn     = Text{"哪台机", "Laptop"}
	HistoryField  = Text{"栏目", "Field"}
	HistoryFrom   = Text{"原来", "From"}
	HistoryTo     = Text{"改为", "To"}
	HistoryWhy    = Text{"理由", "Reason"}
	HistoryNone   = Text{"还没有修改记录。", "Nothing was written here yet."}
	HistoryEmpty  = Text{"（空）", "(empty)"}
	HistoryUnread = Text{"（看不到：已删去、还没到，或由新版本写成）", "(not to be read: erased, not here yet, or of a newer version)"}
	HistorySettle = Text{"研究确定", "settled"}
	HistoryChange = Text{"修改", "changed"}
	HistoryClock  = Text{"时间按各机自己的钟；先后按记录之间的因果排列。", "Times are each laptop's own; the order is that of cause and effect."}

	LaptopNumber   = Text{"笔记本 %d", "laptop %d"}
	LaptopsTitle   = Text{"笔记本", "Laptops"}
	LaptopName     = Text{"名称", "Name"}
	LaptopState    = Text{"状态", "State"}
	LaptopHave     = Text{"已有记录", "Here"}
	LaptopMissing  = Text{"待补", "Waiting for"}
	LaptopOwn      = Text{"本机", "this one"}
	LaptopKnown    = Text{"已认可", "enrolled"}
	LaptopUnknown  = Text{"未认可", "not enrolled"}
	LaptopForked   = Text{"记录分岔", "forked"}
	LaptopBranch   = Text{"%s（另一支）", "%s (another branch)"}
	LaptopAllHere  = Text{"齐", "complete"}
	LaptopNone     = Text{"还没有别的笔记本。", "No other laptop yet."}
	LaptopWaitFor  = Text{"还缺%s的第 %s 条：请那台机再导出一次，合并进来就齐。已有的照常显示，一条也没有丢。", "Waiting for %s, %s: let that laptop export again and merge it. What is here is shown; nothing is lost."}
	LaptopForkNote = Text{"%s的数据文件被复制或恢复过，同一位置有两份不同的记录；两支都留着，以后以新的机号继续。", "The book of %s was copied or restored, so one place holds two different records. Both branches are kept; the laptop goes on as a new one."}
	LaptopNewSelf  = Text{"合并发现：本机的数据文件是复制来的或恢复过的备份。两份记录都留着；本机从现在起作为一台新笔记本，请编办重新认可。", "The merge showed that this book is a copy or a restored backup. Both logs are kept; from now on this is a new laptop, to be enrolled again."}
	LaptopsOpen    = Text{"笔记本和待补记录", "laptops and what is missing"}
)
