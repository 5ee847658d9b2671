package words

// zoufang selfcheck: what the terminal can do.
var (
	CmdSelfCheck = Command{
		Use:   Text{"selfcheck [选项]", "selfcheck [flags]"},
		Short: Text{"看看这个终端行不行：汉字、光标、按键、颜色，哪里不对怎么办", "See whether this terminal will do: characters, cursor, keys, colours, and what to do"},
		Long: Text{`检查终端：线条和汉字对不对齐，光标跟不跟字走，按键、粘贴、鼠标到了没有，颜色和底色，
窗口大小，编码；哪里不对，写明怎么办。不打开数据文件，什么也不写。
窗口画不了全屏界面，或者加了 --plain，就一行一行写出来；--json 给程序读。`,
			`Checks the terminal: whether lines and characters keep to their cells, whether the cursor
follows the text, which keys, pastes and clicks arrive, colours and background, size and
encoding; and says what to do about what is wrong. No book is opened and nothing written.
Where no screen can be drawn, or with --plain, it is written line by line; --json is for
programs.`},
		Example: Text{"zoufang selfcheck\nzoufang selfcheck --plain\nzoufang selfcheck --json", "zoufang selfcheck\nzoufang selfcheck --plain\nzoufang selfcheck --json"},
	}
	FlagLines = Text{"一行一行写，不画全屏界面", "write line by line, draw no screen"}
)

// The page, and the lines.
var (
	SelfTitle      = Text{"走访  终端自检", "zoufang  Terminal check"}
	SelfSize       = Text{"窗口 %dx%d", "window %dx%d"}
	SelfTerminal   = Text{"终端", "Terminal"}
	SelfTerminalIs = Text{"TERM=%s  名称：%s  颜色：%s  底色：%s", "TERM=%s  name: %s  colours: %s  background: %s"}
	SelfAround     = Text{"环境", "System"}
	SelfAroundIs   = Text{"%s  语言区域：%s  COLORTERM=%s", "%s  locale: %s  COLORTERM=%s"}
	SelfCodePage   = Text{"代码页 %d", "code page %d"}
	SelfUnset      = Text{"不知道", "not known"}
	SelfDark       = Text{"深色", "dark"}
	SelfLight      = Text{"浅色", "light"}
	SelfRuler      = Text{"框的右边应当是一条直线", "the right side of the box must be straight"}
	SelfColours    = Text{"颜色：", "Colours:"}
	SelfGood       = Text{"好", "good"}
	SelfWarn       = Text{"提醒", "warning"}
	SelfBad        = Text{"问题", "bad"}
	SelfAccent     = Text{"焦点", "focus"}
	SelfFaint      = Text{"次要", "faint"}
	SelfSelected   = Text{"选中", "selected"}
	SelfType       = Text{"在这里打中文：", "Type here:"}
	SelfCursor     = Text{"光标应当紧跟在字的后面，输入法的候选窗应当跟着光标。", "The cursor must be right behind the text, the candidate window beside it."}
	SelfHeard      = Text{"收到：", "Arrived:"}
	SelfNothing    = Text{"还没有。打字、按 F1 到 F12、Ctrl 加字母、粘贴、点鼠标试试。", "nothing yet. Type, press F1 to F12 and Ctrl keys, paste, click."}
	SelfHeardText  = Text{"字“%s”", "text “%s”"}
	SelfHeardKey   = Text{"键 %s", "key %s"}
	SelfHeardPaste = Text{"粘贴：%d 个字，%d 行", "a paste of %d characters, %d lines"}
	SelfHeardClick = Text{"鼠标：第 %d 列第 %d 行", "a click in column %d, row %d"}
	SelfHeardWheel = Text{"鼠标滚轮", "the mouse wheel"}
	SelfAsking     = Text{"正在问终端……", "Asking the terminal…"}
	SelfKeys       = Text{"Ctrl+Q 或连按两次 Esc 结束   PgUp PgDn 看完结论", "Ctrl+Q or Esc twice ends   PgUp PgDn scroll what was found"}

	SelfLineRuler = Text{"下面每行末尾的竖线应当上下对齐：", "The bars at the ends of the next lines must stand below each other:"}
	SelfLineFound = Text{"结论：", "What was found:"}
	SelfLineType  = Text{"打一行中文，按 Enter；空行结束。", "Type a line and press Enter; an empty line ends."}
	SelfLineRead  = Text{"收到 %d 个字、%d 个字节：%s", "%d characters in %d bytes arrived: %s"}
	SelfLineBytes = Text{"收到的不是 UTF-8，汉字会变成乱码。Windows 上先运行 chcp 65001，其他系统把语言区域设为 UTF-8。", "What arrived is not UTF-8, so characters will be broken. On Windows run chcp 65001 first; elsewhere set a UTF-8 locale."}
)

// What is wrong with a terminal, and what to do.
var _ = table(map[string]Text{
	"selfcheck.fine":            {"没有发现问题：这个终端可以用。", "Nothing wrong was found: this terminal will do."},
	"selfcheck.pipe":            {"输入或输出不是终端，画不了全屏界面。请在终端窗口里直接运行；要一问一答地记录，用 zoufang record --ask。", "Input or output is not a terminal, so no screen can be drawn. Run it in a terminal window; to record by question and answer, use zoufang record --ask."},
	"selfcheck.dumb":            {"TERM 是“%s”，这样的终端画不了全屏界面。请换一个终端，或者用 zoufang record --ask 一问一答地记录，内容一样。", "TERM is “%s”: such a terminal draws no screens. Use another, or zoufang record --ask, which records the same by question and answer."},
	"selfcheck.console":         {"这是 Linux 的文字控制台，没有汉字。请在图形界面的终端里运行。", "This is the text console of Linux, which has no Chinese characters. Run the program in a graphical terminal."},
	"selfcheck.locale":          {"语言区域是“%s”，不是 UTF-8，汉字可能是乱码。先运行 export LC_ALL=zh_CN.UTF-8（没有就用 C.UTF-8）。", "The locale is “%s”, not UTF-8, so Chinese may be broken. Run export LC_ALL=zh_CN.UTF-8 first, or C.UTF-8 where that is missing."},
	"selfcheck.small":           {"窗口只有 %dx%d，至少要 80x24。请放大窗口或缩小字号。", "The window is only %dx%d and must be 80x24. Enlarge it, or use a smaller font."},
	"selfcheck.han":             {"汉字占 %d 格，应当占 2 格，画面会错位。请换等宽的中文字体，或换一个终端：Windows 上用 Windows 终端。", "A Chinese character takes %d cells and must take 2, so screens will be broken. Use a monospaced Chinese font or another terminal: on Windows, Windows Terminal."},
	"selfcheck.codepage":        {"代码页是 %d。界面不受影响；命令的结果是乱码时，先运行 chcp 65001。", "The code page is %d. The screens do not mind; if what commands write is broken, run chcp 65001 first."},
	"selfcheck.conhost":         {"这是旧的控制台窗口。候选窗不跟光标或汉字错位时，请改用 Windows 终端。", "This is the old console window. If the input method's window strays or characters overlap, use Windows Terminal."},
	"selfcheck.ambiguous":       {"破折号、省略号这类符号占 %d 格，程序已经照此计算，线条改用 - 和 |。不想这样，就在终端设置里把“宽度不明的字符”改成窄的。", "Dashes, ellipses and their like take %d cells; the program counts so and draws lines with - and |. To change it, set characters of ambiguous width to narrow in the terminal."},
	"selfcheck.rare":            {"生僻字占 %d 格，应当占 2 格：人名、地名里有生僻字的行可能错位，内容不受影响。换一种字体或终端会好。", "Rare characters take %d cells instead of 2: lines with such names may be out of place; what is stored is right. Another font or terminal helps."},
	"selfcheck.mark":            {"带附加符号的字母占 %d 格，应当占 1 格，这样的行可能错位，内容不受影响。", "Letters with combining marks take %d cells instead of 1: such lines may be out of place; what is stored is right."},
	"selfcheck.silent":          {"终端没有回答光标在哪里，宽度没法核对，请看框的右边直不直；不直就加 --ascii，或换一个终端。", "The terminal did not say where its cursor is, so widths could not be checked. Look whether the box is straight; if not, add --ascii or use another terminal."},
	"selfcheck.nocolor":         {"设了 NO_COLOR，不用颜色。状态都有文字，不缺什么。", "NO_COLOR is set, so there are no colours. Every state also has a word; nothing is missing."},
	"selfcheck.tmux":            {"在 tmux 里。点鼠标没有反应时运行 tmux set -g mouse on；按 Esc 反应慢时运行 tmux set -s escape-time 10。", "Inside tmux. If clicks do nothing, run tmux set -g mouse on; if Esc is slow, tmux set -s escape-time 10."},
	"selfcheck.gnuscreen":       {"在 GNU screen 里。汉字不对时用 screen -U 重新进入。", "Inside GNU screen. If Chinese is broken, start it as screen -U."},
	"selfcheck.ssh":             {"通过 SSH 连接：数据文件、优盘都在那一台机器上，不在面前这一台。", "Connected by SSH: the book and the stick are on the other machine, not on this one."},
	"selfcheck.ruler.digits":    {"数字", "digits"},
	"selfcheck.ruler.han":       {"汉字", "Chinese characters"},
	"selfcheck.ruler.full":      {"全角标点", "full-width punctuation"},
	"selfcheck.ruler.ambiguous": {"宽度不明的符号", "characters of ambiguous width"},
	"selfcheck.ruler.rare":      {"生僻字", "rare characters"},
	"selfcheck.ruler.mark":      {"附加符号", "combining marks"},
})
