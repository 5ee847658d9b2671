package words

// Names of keys, by what the terminal library calls them. A key that is not here is shown as built by its parts.
var KeyNames = map[string]Text{
	"up":        {"↑", "↑"},
	"down":      {"↓", "↓"},
	"left":      {"←", "←"},
	"right":     {"→", "→"},
	"enter":     {"Enter", "Enter"},
	"esc":       {"Esc", "Esc"},
	"tab":       {"Tab", "Tab"},
	"shift+tab": {"Shift+Tab", "Shift+Tab"},
	"space":     {"空格", "Space"},
	"pgup":      {"PgUp", "PgUp"},
	"pgdown":    {"PgDn", "PgDn"},
	"home":      {"Home", "Home"},
	"end":       {"End", "End"},
	"delete":    {"Delete", "Delete"},
	"backspace": {"Backspace", "Backspace"},
	"0-9":       {"0-9", "0-9"},
	"shift+←→":  {"Shift+方向键", "Shift+arrows"},
}

// What the keys that work everywhere do.
var (
	KeyHelp    = Text{"帮助", "help"}
	KeyPalette = Text{"命令", "commands"}
	KeyCapture = Text{"记一条", "note a fact"}
	KeyBlank   = Text{"隐屏、再按恢复", "blank the screen; again brings it back"}
	KeyRedraw  = Text{"重画屏幕", "redraw the screen"}
	KeyQuit    = Text{"退出", "quit"}
	KeySave    = Text{"立即保存", "save now"}
	KeyBack    = Text{"返回", "back"}
	KeyUndo    = Text{"撤销", "undo"}
	KeyRedo    = Text{"重做", "redo"}
	KeyNext    = Text{"下一栏", "next field"}
	KeyPrev    = Text{"上一栏", "previous field"}
	KeySelect  = Text{"选中文字", "select text"}
	KeyAll     = Text{"全选", "select all"}
	KeyCopy    = Text{"复制", "copy"}
	KeyPaste   = Text{"粘贴（终端的粘贴也行）", "paste (the terminal's own works too)"}
	KeyMove    = Text{"选择", "select"}
	KeyOpen    = Text{"打开", "open"}
	KeyConfirm = Text{"确定", "confirm"}
	KeyToggle  = Text{"换一个", "change"}
	KeyClose   = Text{"关闭", "close"}
	KeyClear   = Text{"清空", "clear"}
	KeyScroll  = Text{"翻页", "scroll"}
	KeyTime    = Text{"插时间", "insert the time"}
)

// The help page.
var (
	HelpHere     = Text{"这一屏", "On this screen"}
	HelpAlways   = Text{"处处可用", "Everywhere"}
	HelpOff      = Text{"%s（现在不行：%s）", "%s (not now: %s)"}
	HelpOr       = Text{"%s 或 %s", "%s or %s"}
	HelpIME      = Text{"输入法", "Input method"}
	HelpIMEText  = Text{"中文状态下字母和标点归输入法，所以命令只用功能键、方向键和 Ctrl 键。数字框里全角１２３也认。候选窗不跟光标时，请换一个终端（如 Windows Terminal）。", "With an input method on, letters and punctuation belong to it; so commands are function keys, arrows and Ctrl keys. If the candidate window does not follow the cursor, use another terminal, such as Windows Terminal."}
	HelpSave     = Text{"保存", "Saving"}
	HelpSaveText = Text{"打字不停也会每半秒自动存一次；合盖、断电最多丢半秒的字。", "While you type, everything is saved twice a second; a power cut loses half a second of typing at most."}
	HelpDraw     = Text{"线条错位或汉字重叠", "Broken lines or overlapping characters"}
	HelpDrawText = Text{"按 Ctrl+R 重画；仍不行，退出后加 --ascii 再开。", "Ctrl+R redraws; if that does not help, quit and start with --ascii."}
)

// The palette.
var (
	PaletteTitle = Text{"命令", "Commands"}
	PaletteNone  = Text{"没有对应的命令。Esc 返回。", "No such command. Esc goes back."}
	PaletteHint  = Text{"直接打字就是筛选：汉字或拼音首字母都行。", "Type to filter."}
)
