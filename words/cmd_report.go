package words

// The command that makes sheets.
var (
	CmdReport = Command{
		Use:   Text{"report 种类 --unit 单位 [选项]", "report SHEET --unit UNIT [flags]"},
		Short: Text{"事实确认单、待补材料清单、督查确认单", "Sheets to print: facts, papers wanted, slips"},
		Long: Text{`生成可以打印的单子。种类：fact-sheet 事实确认单（没有问题时是未发现问题确认单），
missing 待补材料清单，slip 督查确认单。给被评估单位的单子不写分数、访谈和预警。
不写 -o 就在终端里看；写 .html 用浏览器打开打印，写 .txt 是文字。`,
			`Makes sheets to print: fact-sheet (a nil return where nothing was found), missing (papers
still wanted), slip (supervision slips). What goes to the unit carries no points, no talks
and no warnings. Without -o it is shown here; .html is printed from a browser, .txt is text.`},
		Example: Text{"zoufang report fact-sheet --unit D01\nzoufang report missing --unit D01 -o 待补材料.html", "zoufang report fact-sheet --unit D01\nzoufang report missing --unit D01 -o papers.html"},
	}
	FlagUnit     = Text{"哪个单位（`单位`编码或名称）", "the `UNIT`, by code or name"}
	FlagSheetTo  = Text{"写到这个`文件`（.html 或 .txt）", "write this `FILE` (.html or .txt)"}
	SheetWritten = Text{"已写出 %s，核验码 %s。", "Wrote %s, check code %s."}
)

var _ = table(map[string]Text{
	"usage.sheet":       {"没有“%s”这种单子。可以是：%s。", "There is no sheet “%s”. There are: %s."},
	"usage.sheetunit":   {"请用 --unit 写明是哪个单位的 %s。", "Say with --unit whose %s is wanted."},
	"usage.sheetformat": {"%s 的扩展名不认识，请用 .html 或 .txt。", "%s: only .html and .txt can be written."},
	"report.none":       {"%s没有督查确认单，没有写文件。", "%s has no supervision slip; no file was written."},
})
