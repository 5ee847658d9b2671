package words

// The commands about schemes: what each is for, and what check says.
var (
	CmdScheme = Command{
		Use:   Text{"scheme 命令", "scheme COMMAND"},
		Short: Text{"指标体系文件：检查、查看、对比、与表格互转", "Scheme files: check, show, compare, to and from spreadsheets"},
		Long: Text{`指标体系是一个文件：类别、指标、条款、等次、预警、步骤都写在里面，换一套办法不用改程序。
各项的写法见 docs/formats.md。`,
			`A scheme is a file that holds the categories, indicators, rules, grades, warnings and
steps: another way of evaluating needs no other program. docs/formats.md says what stands
in it.`},
	}
	CmdSchemeCheck = Command{
		Use:   Text{"check 文件... [选项]", "check FILE... [flags]"},
		Short: Text{"检查指标体系文件，逐处指出问题", "Check scheme files and point at every problem"},
		Long: Text{`检查指标体系文件：每个问题都写明第几行第几列、错在哪里、怎么改，并证明每类单位都能得满分、
也能扣到 0 分。文件写成 - 时读标准输入；也可以写自带指标体系的名称，如 default。
有错误的文件不能用；警告不影响使用，但多半不是本意。警告在错误改完以后才全部列出。
退出码：0 没有错误，1 有错误（加 --strict 时警告也算）。`,
			`Checks scheme files: for every problem its line and column, what is wrong and what to do,
and a proof that each kind of unit can reach full marks and 0. - reads standard input; the
name of a scheme that comes with the program, such as default, may stand for a file.
A file with errors is not used; warnings do not stop it, but point at what was hardly
meant. All warnings are listed once the errors are gone.
Exit codes: 0 no errors, 1 errors (with --strict warnings too).`},
		Example: Text{"zoufang scheme check 指标体系.yaml\nzoufang scheme check --strict --json 指标体系.yaml", "zoufang scheme check scheme.yaml\nzoufang scheme check --strict --json scheme.yaml"},
	}
	CmdSchemeNew = Command{
		Use:   Text{"new [选项]", "new [flags]"},
		Short: Text{"生成一份带说明的小样例，从它改起", "Write a small file with explanations to start from"},
		Long: Text{`写出一份小而完整的指标体系，每一项都有中英文说明。不写 -o 时写到标准输出；已有的文件不会覆盖。`,
			`Writes a small, complete scheme in which every key is explained in both languages, to
standard output or with -o to a file. A file that is there is never overwritten.`},
		Example: Text{"zoufang scheme new -o 我区.yaml\nzoufang scheme check 我区.yaml", "zoufang scheme new -o ours.yaml\nzoufang scheme check ours.yaml"},
	}
	CmdSchemeSchema = Command{
		Use:   Text{"schema", "schema"},
		Short: Text{"输出 JSON Schema，给编辑器用", "Print the JSON Schema, for editors"},
		Long: Text{`输出指标体系文件的 JSON Schema。编辑器用它提示各项名称、当场指出写错的地方。
它只管写法；分值、引用对不对，由 zoufang scheme check 检查。`,
			`Prints the JSON Schema of scheme files. With it an editor offers the keys and marks what is
misspelt. It knows the shape only; zoufang scheme check knows the marks and references.`},
		Example: Text{"zoufang scheme schema > scheme.schema.json", "zoufang scheme schema > scheme.schema.json"},
	}

	CmdSchemeWritten = Text{"已写出 %s。改好以后用 zoufang scheme check 检查。", "Wrote %s. Change it to your own and run zoufang scheme check."}

	FlagStrict    = Text{"有警告也算不通过", "let warnings fail too"}
	FlagSchemeOut = Text{"写到这个`文件`，已有的不覆盖", "write this `FILE`; one that is there is kept"}

	LintError   = Text{"错误", "error"}
	LintWarning = Text{"警告", "warning"}
	LintWhere   = Text{"%s:%d:%d: %s %s：%s", "%s:%d:%d: %s %s: %s"}
	LintNowhere = Text{"%s: %s %s：%s", "%s: %s %s: %s"}
	LintAdvice  = Text{"怎么改：%s", "help: %s"}
	LintCount   = Text{"%s：错误 %d 处，警告 %d 处。", "%s: errors %d, warnings %d."}
	LintMore    = Text{"错误改完以后，再检查一遍：还可能有警告。", "Check again once the errors are gone: there may be warnings as well."}
	LintClean   = Text{"%s：%s %s，没有问题。%d 个类别，%d 个指标，%d 条条款；%s。指纹 %s。", "%s: %s %s has no problems. %d categories, %d indicators, %d rules; %s. Hash %s."}
	LintLoads   = Text{"%s：%s %s，可以使用。%d 个类别，%d 个指标，%d 条条款；%s。指纹 %s。", "%s: %s %s can be used. %d categories, %d indicators, %d rules; %s. Hash %s."}
	LintReach   = Text{"%s最高 %s、最低 %s", "%s can reach %s and %s"}
	LintNoReach = Text{"%s无法计分", "%s cannot be scored"}
)

// Sentences of the commands about schemes.
var _ = table(map[string]Text{
	"cmd.scheme.bad":    {"%d 个文件没有通过检查。", "Files that did not pass: %d."},
	"cmd.scheme.exists": {"%s 已经有了，没有覆盖。请换一个名字。", "%s is there already and was kept. Choose another name."},
	"cmd.scheme.none":   {"没有文件 %s，也没有这个名称的自带指标体系（自带：%s）。", "There is no file %s, and no scheme of that name comes with the program (these do: %s)."},
	"cmd.scheme.read":   {"打不开文件 %[1]s。请检查路径和权限。", "The file %[1]s cannot be opened. Check its path and your rights."},
	"cmd.scheme.write":  {"写不了文件 %[1]s。请检查文件夹和权限。", "The file %[1]s cannot be written. Check the folder and your rights."},
})
