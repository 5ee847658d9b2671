package words

// The search command.
var (
	CmdSearch = Command{
		Use:   Text{"search 文字... [选项]", "search TEXT... [flags]"},
		Short: Text{"搜索单位、问题、记录、条款和材料", "Search units, findings, notes, clauses and papers"},
		Long: Text{`在自己看得到的内容里搜索。几个词是“都要有”，其中的词也可以在单位名称里；单位和人的
名称可以用拼音首字母。找到的字句用方括号标出，每一类最近的在前。
找到时退出码是 0，一处也没有是 1（说明写在标准错误）。`,
			`Searches what you may see. Several words must all be there, some of them perhaps in the
name of the unit; names of units and people are found by their pinyin initials, too. What
was found stands in brackets, the newest of each kind first.
The exit code is 0 when something was found and 1 when nothing was (said on stderr).`},
		Example: Text{"zoufang search 借调\nzoufang search 民政 超编 --kind 问题\nzoufang search E1.1 --unit D01 --json", "zoufang search secondment\nzoufang search D01 post --kind findings\nzoufang search E1.1 --unit D01 --json"},
	}
	FlagSearchUnit = Text{"只搜这个`单位`（代码或名称）", "only this `UNIT` (its code or name)"}
	FlagSearchKind = Text{"只要这几`类`：单位、问题、记录、条款、材料，逗号分开",
		"only these `KINDS`: units, findings, records, clauses, materials, with commas"}
	FlagSearchMost = Text{"每类最多列`几条`，默认 20", "list at most `N` of each kind; 20 if not given"}
	CmdSearchMore  = Text{"  还有 %d 处；用 --most 多列一些", "  %d more; --most lists more"}
)
