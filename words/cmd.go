package words

// Command is what the command line says about a command.
type Command struct{ Use, Short, Long, Example Text }

// The program itself.
var CmdRoot = Command{
	Use:   Text{"zoufang [选项]", "zoufang [flags]"},
	Short: Text{"机构编制管理现场评估（离线）", "On-site evaluation of staffing management, offline"},
	Long: Text{`走访：机构编制管理现场评估，离线使用，看听查访、计分、导出、合并都在一个程序里。

不带命令时打开数据文件：先看 --book，再看程序旁边的 zoufang.db，最后是本机的
数据文件夹。第一次打开会问几句话。想先看看样子，用 zoufang demo。`,
		`zoufang: on-site evaluation visits, offline: look, listen, check, interview, score,
export and merge in one program.

Without a command it opens the book: --book, else the zoufang.db beside the program,
else the one in the data folder of this machine. The first start asks a few questions.
To look around first, run zoufang demo.`},
	Example: Text{`zoufang demo                       # 打开示范数据，随便试
zoufang                            # 打开自己的数据文件
zoufang export /media/usb          # 导出数据包到优盘
zoufang merge /media/usb/*.zfb     # 在编办合并各组带回的数据包`,
		`zoufang demo                       # open the sample and try things
zoufang                            # open your own book
zoufang export /media/usb          # write a bundle to the stick
zoufang merge /media/usb/*.zfb     # at the office: merge what the teams brought`},
}

// Parts of every help text.
var (
	CmdUsage        = Text{"用法：", "Usage:"}
	CmdExamples     = Text{"例：", "Examples:"}
	CmdCommands     = Text{"命令：", "Commands:"}
	CmdFlags        = Text{"选项：", "Flags:"}
	CmdGlobalFlags  = Text{"通用选项：", "Flags of every command:"}
	CmdGroupWork    = Text{"评估：", "The work:"}
	CmdGroupPlan    = Text{"组织与安排：", "Organising:"}
	CmdGroupResult  = Text{"评议与结果：", "Consensus and results:"}
	CmdGroupWatch   = Text{"督查与预警：", "Supervision and warnings:"}
	CmdGroupTravel  = Text{"传递与合并：", "Carrying and merging:"}
	CmdGroupBook    = Text{"数据文件与程序：", "The book and the program:"}
	CmdMoreHelp     = Text{"某个命令怎么用：%s 命令 --help", "About one command: %s COMMAND --help"}
	CmdExitCodes    = Text{"退出码：", "Exit codes:"}
	CmdExitCodeList = Text{"0  做完了\n1  没有做成\n2  命令写错了\n3  能做的做完了，还有事要人定（有争议、有未认可的笔记本）",
		"0  done\n1  failed\n2  wrong usage\n3  done as far as possible, a person must decide (a contest, a laptop not enrolled)"}
)

// The flags.
var (
	FlagBook     = Text{"用这个数据`文件`", "use this book `FILE`"}
	FlagLang     = Text{"语言 `zh|en`，默认随系统", "the language `zh|en`; the system's if not given"}
	FlagASCII    = Text{"线条用普通字符画，字体或终端不合适时用", "draw lines with plain characters, where the font or terminal is unsuited"}
	FlagHelp     = Text{"怎么用", "how it is used"}
	FlagJSON     = Text{"输出给程序读的格式（JSON）", "write JSON, for programs"}
	FlagGood     = Text{"有问题的行不要，只导入好的行", "leave out the rows with problems and import the good ones"}
	FlagNoOpen   = Text{"只生成，不打开", "only make it, do not open it"}
	FlagDistrict = Text{"`区`的名称，必填", "the `DISTRICT`, required"}
	FlagYear     = Text{"评估`年度`，默认今年", "the `YEAR` of the evaluation, this one if not given"}
	FlagName     = Text{"使用人`姓名`，必填", "your `NAME`, required"}
	FlagNumber   = Text{"使用人`工号`", "your work `NUMBER`"}
	FlagRole     = Text{"`角色`：leader 组长、member 评估人员、recorder 记录员、office 编办；默认 member", "your `ROLE`: leader, member, recorder or office; member if not given"}
	FlagScheme   = Text{"用这个指标体系：`文件`，或自带的名称（如 practice）；默认用 default", "the scheme: a `FILE`, or the name of one that comes with the program, such as practice; default if not given"}
	FlagRebuild  = Text{"重建汇总和索引（评估内容不变）", "rebuild summaries and indexes (what was recorded stays)"}
	FlagDay      = Text{"看这一`天`的日常督查，如 2026-05-19", "the daily visit of this `DAY`, such as 2026-05-19"}
	FlagCity     = Text{"折算到上级（市）的指标", "roll the score up to the city's indicators"}
	FlagExplain  = Text{"每个数怎么来的都写出来", "show where every number comes from"}
	FlagLast     = Text{"只列最近`几条`，默认 20，0 是全部", "list the last `N`; 20 if not given, 0 for all"}
	FlagUnits    = Text{"只导出这些单位（`代码`，逗号分开）", "only these units (`CODES` with commas)"}
	FlagNoFiles  = Text{"不带附件", "leave attachments out"}
	FlagEnrol    = Text{"认可来件的笔记本（先用电话核对校验词）", "enrol the laptops these come from (compare the check phrase by voice first)"}
	FlagYes      = Text{"不再询问，直接合并", "merge without asking"}
	FlagForeign  = Text{"外区的数据包也收", "take bundles of another district too"}
	FlagSide     = Text{"采用第`几`方，conflicts 里的编号", "take side `N`, as conflicts numbers them"}
	FlagText     = Text{"定为这个`内容`", "settle on this `TEXT`"}
	FlagReason   = Text{"`理由`，必填", "the `REASON`, required"}
	FlagKeepGood = Text{"有问题的行跳过，其余照记", "skip the lines with problems and record the rest"}
	FlagFiles    = Text{"附件从这个`文件夹`里取，默认在记录文件旁边", "take attached files from this `FOLDER`; beside the record file if not given"}
	FlagPreview  = Text{"只看会并入什么，不合并", "only show what would come in"}
)

// What the program says before a window closes, and where there is no screen.
var (
	CmdKeepWindow = Text{"按 Enter 关闭窗口。", "Press Enter to close the window."}
)
