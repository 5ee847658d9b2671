package words

// Words of the time-marked notes.
var (
	NoteKeep        = Text{"记下，另起一条", "keep, begin the next"}
	NoteTodo        = Text{"标待办", "mark as to-do"}
	NoteWalk        = Text{"选前面记下的", "select what was noted"}
	NoteEdit        = Text{"修改", "correct"}
	NoteAttach      = Text{"关联", "attach to"}
	NoteWithdraw    = Text{"撤回", "withdraw"}
	NoteWithdrawAsk = Text{"撤回这一条记录？原文留在修改记录里：%s", "Withdraw this note? Its text stays in the history: %s"}
	NoteForeign     = Text{"这是别人记的，只有本人能改。", "Somebody else noted this; only they can change it."}
	NoteHint        = Text{"停不停笔都在存；按 Enter 记下一条，下一条自动带时间。↑ 回看前面的。", "Saved while you type. Enter keeps the note and begins the next with its time. Up goes back."}
	NoteEditHint    = Text{"正在修改已记下的一条；Enter 改好，另起一条。", "Correcting a note already kept; Enter ends it and begins the next."}
	NoteChosenHint  = Text{"已选中一条：Enter 修改，F4 待办，Ctrl+F 关联，Ctrl+D 撤回；直接打字另起一条。", "A note is selected: Enter corrects, F4 to-do, Ctrl+F attaches, Ctrl+D withdraws; typing begins a new one."}
	NoteIsTodo      = Text{"（待办）", "(to do)"}
	NoteIsFor       = Text{"（关联 %s）", "(for %s)"}
	NoteIsContested = Text{"（有争议）", "(contested)"}
	NoteBy          = Text{"（%s 记）", "(by %s)"}
	NoteCount       = Text{"%d 字", "%d characters"}
	NoteSince       = Text{"%d 字   %s 起", "%d characters, since %s"}
)
