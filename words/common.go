package words

// Texts of the frame that every screen shares.
var (
	Product    = Text{"走访", "zoufang"}
	Unnamed    = Text{"没有说明的情况 %s：%v", "A case without a description, %s: %v"}
	Unexpected = Text{"没有料到的错误：%v。已输入的内容都在；请重试，不行就退出重开。",
		"Unexpected error: %v. What was typed is safe; try again, or quit and start again."}

	Saved        = Text{"已存 %s", "saved %s"}
	Unsaved      = Text{"未保存", "not saved"}
	ScoresShown  = Text{"分数显示中", "scores shown"}
	ScoresHidden = Text{"分数已隐藏", "scores hidden"}
	Demo         = Text{"示范", "demo"}
	Reading      = Text{"正在读取……", "Reading…"}
	TooSmall     = Text{"窗口太小：%dx%d，请放大到 80x24 以上。", "The window is too small: %dx%d. Make it at least 80x24."}
	TooSmallSafe = Text{"已输入的内容都在，不会丢。", "What was typed is safe."}
	Blanked      = Text{"已隐屏。按 F12 或 Ctrl+L 恢复。", "Blanked. F12 or Ctrl+L brings the screen back."}
	SaveFailed   = Text{"没有存上：%s", "Not saved: %s"}
	NoScreen     = Text{"这一屏还没有做好：%s", "There is no such screen: %s"}
	SavedNow     = Text{"已全部保存。", "Everything is saved."}
	QuitAsk      = Text{"退出走访？已输入的内容都会先存好，下次打开回到这里。", "Quit? Everything typed is saved first, and the next start comes back here."}
	RoleLeader   = Text{"组长", "leader"}
	RoleMember   = Text{"评估人员", "evaluator"}
	RoleRecorder = Text{"记录员", "recorder"}
	RoleOffice   = Text{"编办", "office"}
	Yes          = Text{"是", "yes"}
	No           = Text{"否", "no"}
	OK           = Text{"确定", "OK"}
	Cancel       = Text{"取消", "Cancel"}
)

// StepWords are the names of the steps, by how they are stored.
var StepWords = map[string]Text{
	"look":      {"看", "look"},
	"listen":    {"听", "listen"},
	"check":     {"查", "check"},
	"interview": {"访", "talk"},
	"score":     {"计分", "score"},
}

// Roles by how they are stored.
var Roles = map[string]Text{"leader": RoleLeader, "member": RoleMember, "recorder": RoleRecorder, "office": RoleOffice}

// More of the frame.
var (
	QuitUnsaved = Text{"没有存上：%s 仍要退出，没有存上的字会丢。", "Not saved: %s If you quit now, what is not saved is lost."}
)
