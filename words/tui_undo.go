package words

// Words of taking back and bringing back.
var (
	UndoneWhat      = Text{"已撤销：%s。", "Undone: %s."}
	UndoForeign     = Text{"%s 后来别人改过，不能用 Ctrl+Z 撤销。要看修改记录吗？", "Somebody has changed %s since, so Ctrl+Z cannot take it back. Look at its history?"}
	UndoHistory     = Text{"看修改记录", "history"}
	HistoryNoRec    = Text{"这里没有选中哪条记录。", "No record is selected here."}
	HistoryBack     = Text{"改回原来的", "put back"}
	HistoryBackAsk  = Text{"把“%s”改回：%s", "Put “%s” back to: %s"}
	HistoryFirst    = Text{"这是最初的记录，没有原来的；不要了就撤回。", "It began so: nothing stood before. Withdraw it if it is not wanted."}
	HistoryBackDone = Text{"已改回。Ctrl+Z 撤销。", "Put back. Ctrl+Z takes it back."}
	HistoryKey      = Text{"修改记录", "history of this record"}

	GoneTitle = Text{"撤回的记录", "What was withdrawn"}
	GoneKind  = Text{"种类", "Kind"}
	GoneWhat  = Text{"内容", "What"}
	GoneWho   = Text{"谁撤的", "By"}
	GoneNone  = Text{"没有撤回的记录。", "Nothing was withdrawn."}
	GoneBack  = Text{"恢复", "restore"}
	GoneHint  = Text{"什么也没有删：Enter 恢复，F10 看是谁、什么时候、为什么撤的。", "Nothing is ever deleted: Enter restores, F10 tells who, when and why."}
	GoneOther = Text{"这是别人的记录，请本人恢复。", "It is another's; let that person restore it."}
	GoneReady = Text{"已恢复。Ctrl+Z 撤销。", "Restored. Ctrl+Z takes it back."}

	TalkDouble     = Text{"%s 重号", "%s twice"}
	TalkRenumber   = Text{"改为 %s", "make it %s"}
	TalkDoubleHint = Text{"%s 有两次访谈用了，是两台机各自编的号，两次都留着。按 = 把选中的改为 %s。", "Two interviews are %s: two laptops numbered them apart, and both are kept. = makes the selected one %s."}
	TalkRenamed    = Text{"已改为 %s。Ctrl+Z 撤销。", "It is %s now. Ctrl+Z takes it back."}
	TalkExposed    = Text{"注意：%s", "Mind: %s"}
)

// Why a talk points to one person.
var _ = table(map[string]Text{
	"talk.single.leader":           {"访谈 %s：单位领导只有一人，写“单位领导”就知道是谁。对象请改为“一般干部”，或不选", "Interview %s: the unit has one leader, so the band names the person. Choose staff, or none"},
	"talk.single.office_head":      {"访谈 %s：内设机构负责人只有一人，写出来就知道是谁。对象请改为“一般干部”，或不选", "Interview %s: the unit has one office head, so the band names the person. Choose staff, or none"},
	"talk.names":                   {"访谈 %s：记录里写了姓名“%s”，请改用代号", "Interview %s: a name stands in it (%s); write the code instead"},
	"talk.post":                    {"访谈 %s：记录里写了职务“%s”，加上对象就知道是谁，请改得笼统些", "Interview %s: a post stands in it (%s), which with the band names the person; write it less exactly"},
	"todo.talk.single.leader":      {"访谈 %s：单位领导只有一人，对象写明了身份", "Interview %s: the unit has one leader, so the band names the person"},
	"todo.talk.single.office_head": {"访谈 %s：内设机构负责人只有一人，对象写明了身份", "Interview %s: the unit has one office head, so the band names the person"},
	"todo.talk.names":              {"访谈 %s：记录里写了姓名“%s”，请改用代号", "Interview %s: a name stands in it (%s); write the code instead"},
	"todo.talk.post":               {"访谈 %s：记录里写了职务“%s”，加上对象就知道是谁", "Interview %s: a post stands in it (%s), which with the band names the person"},
})
