package words

// What each command is for. The flags stand in cmd.go.
var (
	CmdHelp = Command{
		Use:   Text{"help [命令]", "help [COMMAND]"},
		Short: Text{"某个命令怎么用", "How a command is used"},
	}
	CmdDemo = Command{
		Use:   Text{"demo [选项]", "demo [flags]"},
		Short: Text{"打开示范数据：一个虚构的区，12 个单位", "Open the sample: an invented district with 12 units"},
		Long: Text{`生成一份示范数据并打开：一个虚构的区，8 个部门、4 个街道、两个评估组，去年的问题
和督查确认单，几个评到一半的单位。可以随便改。示范数据不会混进真的数据文件。
已经有示范数据时直接打开，接着上次。--scheme practice 是练习：一套只有 3 项指标的小方案，
3 个练习单位，一个评到一半，十分钟可以走完一次。`,
			`Makes a sample book and opens it: an invented district with 8 departments, 4 sub-district
offices and two teams, last year's findings and slips, and visits in all stages. Change
what you like: a real book refuses whatever a sample exports. A sample that is already
there is opened where you left it. With --scheme practice it is a small scheme of three
indicators with three units, one of them half done: a whole visit in ten minutes.`},
		Example: Text{"zoufang demo\nzoufang demo --scheme practice\nzoufang demo --book 示范.db --no-open", "zoufang demo\nzoufang demo --scheme practice\nzoufang demo --book sample.db --no-open"},
	}
	CmdInit = Command{
		Use:   Text{"init --district 区 --name 姓名 [选项]", "init --district DISTRICT --name NAME [flags]"},
		Short: Text{"新建数据文件", "Make a new book"},
		Long: Text{`新建一个数据文件，写明哪个区、哪一年、谁在用、按哪一套指标体系。直接运行 zoufang 会一步步问，
这个命令给脚本用。指标体系写文件，或自带的名称（zoufang scheme list 列出）。
--from 从编办给的数据包或任务包开始：区、年度、指标体系都由它写明，只要姓名或工号。`,
			`Makes a book for a district, a year, a person and a scheme. Running zoufang asks for the
same step by step; this command is for scripts. The scheme is a file, or the name of one
that comes with the program (zoufang scheme list).
With --from it begins with a bundle of the office, a task bundle too, which says district, year
and scheme; give your name or work number alone.`},
		Example: Text{"zoufang init --district 青澜区 --year 2026 --name 李敏 --number 1003 --book 李敏.db\nzoufang init --from 任务包.zfb --number 1003",
			"zoufang init --from task.zfb --number 1003\nzoufang init --district Qinglan --year 2026 --name \"Li Min\" --number 1003 --book limin.db"},
	}
	CmdUnits = Command{
		Use:   Text{"units 命令", "units COMMAND"},
		Short: Text{"被评估单位：导入、列出", "The units: import and list"},
	}
	CmdUnitsImport = Command{
		Use:   Text{"import 文件 [选项]", "import FILE [flags]"},
		Short: Text{"从表格导入单位（CSV 或 XLSX）", "Import units from a table (CSV or XLSX)"},
		Long: Text{`从表格导入单位。第一行是表头，中文英文都行：编码、名称、类型必须有；简称、主要领导、
备注和编办台账的各项人数（如 核定行政编制、实有行政编制人员）可有可无。编码认 UTF-8、
GBK、UTF-16，分隔认逗号、分号、制表符。
有一行不对就一行也不导入，每行的问题都列出来；--good 只导入好的行。
同一个编码再导入一次是更新，不会重复。`,
			`Imports units from a table. The first row is the header, in Chinese or English: code, name
and kind must be there; short name, main leader, note and the office's numbers (such as
auth_admin, act_admin) may be. UTF-8, GBK and UTF-16 are recognised, and commas,
semicolons and tabs.
One bad row stops the whole import, and every problem is named with its row; --good takes
the good rows. Importing a code again updates the unit and never doubles it.`},
		Example: Text{"zoufang units import 单位名单.xlsx\nzoufang units import 单位名单.csv --good", "zoufang units import units.xlsx\nzoufang units import units.csv --good"},
	}
	CmdUnitsList = Command{
		Use:     Text{"list [选项]", "list [flags]"},
		Short:   Text{"列出单位", "List the units"},
		Example: Text{"zoufang units list --json", "zoufang units list --json"},
	}
	CmdRecord = Command{
		Use:   Text{"record 文件|- [选项]，或 record --ask 单位", "record FILE|- [flags], or record --ask UNIT"},
		Short: Text{"按行记录（JSON Lines），屏幕上能记的都能记", "Record line by line (JSON Lines) whatever the screens can record"},
		Long: Text{`从文件或标准输入（-）读记录，一行一条 JSON，屏幕上能记的都能这样记：给脚本、给不便
使用全屏界面的人、给测试用。一个文件要么全记，要么一条也不记；格式见 docs/formats.md。
--ask 是一问一答：看、听、查、访、计分、复核，一问一行，答完一问存一问，随时可停，下次接着问。`,
			`Reads records from a file or standard input (-), one JSON object a line: whatever the
screens can record can be recorded here, by scripts, by people who cannot use a
full-screen terminal, and by tests. A file is recorded as a whole or not at all. The
format is in docs/formats.md.
With --ask it is question and answer: all steps, the scoring and the review, a line each.
Every answer is saved before the next question; stop at any time and go on later.`},
		Example: Text{"zoufang record 民政局.jsonl\nzoufang record - < 民政局.jsonl\nzoufang record --ask D01", "zoufang record visit.jsonl\nzoufang record - < visit.jsonl\nzoufang record --ask D01"},
	}
	CmdShow = Command{
		Use:   Text{"show 单位 [选项]", "show UNIT [flags]"},
		Short: Text{"列出一个单位评估记下的内容", "Show what a visit recorded"},
		Long: Text{`列出一个单位评估记下的全部内容。单位写代码、名称，或名称里独有的几个字。
别人的评分表在两人都提交以前不显示。`,
			`Shows everything a visit recorded. Name the unit by its code, its name, or a part of the
name that no other unit has. The sheets of others stay hidden until both are closed.`},
		Example: Text{"zoufang show D01\nzoufang show 民政局 --json\nzoufang show D08 --day 2026-05-19", "zoufang show D01\nzoufang show D01 --json\nzoufang show D08 --day 2026-05-19"},
	}
	CmdScore = Command{
		Use:   Text{"score 单位 [选项]", "score UNIT [flags]"},
		Short: Text{"计分；--explain 写出每个数怎么来的", "The score; --explain shows all of its arithmetic"},
		Long: Text{`按自己的评分表计分。没有全部评完时，总分不可算，不会把未查的当满分，也不会当零分。
--explain 把每个指标、类别、加分、总分、等次怎么算出来的逐行写出来。
--city 折算到上级的指标，写明怎么折算。`,
			`The score by your own sheet. Until everything is scored there is no total: what was not
looked at counts neither as full marks nor as none. --explain shows line by line how
indicators, categories, bonuses, total and grade come about. --city rolls it up to the
city's indicators, which those of the scheme refine.`},
		Example: Text{"zoufang score D01 --explain\nzoufang score D03 --json", "zoufang score D01 --explain\nzoufang score D03 --json"},
	}
	CmdStatus = Command{
		Use:     Text{"status [选项]", "status [flags]"},
		Short:   Text{"各单位做到哪一步", "How far every unit is"},
		Example: Text{"zoufang status\nzoufang status --json", "zoufang status\nzoufang status --json"},
	}
	CmdLog = Command{
		Use:     Text{"log [单位] [选项]", "log [UNIT] [flags]"},
		Short:   Text{"谁在什么时候改了什么", "Who changed what, and when"},
		Example: Text{"zoufang log\nzoufang log D01 --last 0", "zoufang log\nzoufang log D01 --last 0"},
	}
)
