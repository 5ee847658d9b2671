package words

// Words of the open questions.
var (
	AskTitle        = Text{"待核问题", "Open question"}
	AskFrom         = Text{"来自", "From"}
	AskText         = Text{"内容", "Question"}
	AskFor          = Text{"关联", "For"}
	AskState        = Text{"状态", "State"}
	AskNoted        = Text{"记", "note"}
	AskParked       = Text{"未关联", "loose"}
	AskAdd          = Text{"加一个待核问题", "add a question"}
	AskAddHint      = Text{"Enter 加一个待核问题：访谈就是为了把它们问清楚。", "Enter adds a question: interviews are held to settle them."}
	AskParkedHint   = Text{"随手记下的：Ctrl+F 关联到指标、待核问题或问题，Enter 打开修改。", "Noted in passing: Ctrl+F attaches it to an indicator, a question or a finding; Enter opens it."}
	AskAnswered     = Text{"答复：%s", "Answer: %s"}
	AskDrop         = Text{"不必再核", "drop"}
	AskDropAsk      = Text{"这个问题不必再核？%s", "Drop this question? %s"}
	AskTextLabel    = Text{"要核实什么", "What is to be verified"}
	AskTextHint     = Text{"写清是什么事、差在哪里，访谈时照着问。", "Say what it is about and what does not fit; the interview starts from it."}
	AskAnswer       = Text{"核实结果", "What came of it"}
	AskStatusHint   = Text{"空格选择；退格键清空就是仍待核。", "Space chooses; Backspace clears it: still open."}
	AskForLine      = Text{"关联指标 %s", "Indicator: %s"}
	AskAboutNothing = Text{"未定（Ctrl+F 选择）", "not set (Ctrl+F chooses)"}
	AskCameFrom     = Text{"来自 %s", "from %s"}
	AskChoose       = Text{"选指标", "indicator"}
	AskBearing      = Text{"有关的访谈和记录", "Interviews and notes that bear on it"}
	AskNoBearing    = Text{"还没有。", "None yet."}

	EntryTitle   = Text{"记录", "Note"}
	EntryText    = Text{"内容", "Text"}
	EntryTodo    = Text{"待办", "To do"}
	EntryAt      = Text{"%s   %s", "%s   %s"}
	EntryBelongs = Text{"关联 %s", "Attached to %s"}
	EntryNowhere = Text{"还没有（Ctrl+F 选择指标、待核问题或问题）", "nothing yet (Ctrl+F chooses)"}
)

// AskStates are the states of a question, by how they are stored.
var AskStates = map[string]Text{"": {"待核", "open"}, "answered": {"已核", "settled"}, "dropped": {"不再核", "dropped"}}
