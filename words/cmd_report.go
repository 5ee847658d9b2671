package words

// The command that makes sheets.
var (
	CmdReport = Command{
		Use:   Text{"report [种类] [--unit 单位] [选项]", "report [SHEET] [--unit UNIT] [flags]"},
		Short: Text{"生成单子和报告：事实确认单、评分表、反馈意见、全区报告等", "Sheets and reports: facts, scores, notices, the district"},
		Long: Text{`生成可以打印的单子和报告；不写种类就列出全部种类，说明给谁看、关于什么。
给被评估单位的单子不写扣分、访谈、预警，也不写别的单位；反馈意见在结果发布以后才能生成。
不写 -o 就在终端里看；写 .html 用浏览器打开打印，写 .docx 用 Word、WPS 改，写 .txt 是文字；--open 直接用浏览器打开。
report results -o 结果.xlsx 是全部结果的工作簿，.csv 一行一个单位、一项指标、一个人，.json 给别的程序。
--all --to 文件夹 每个单位写一份。每张单子都有核验码，可以用 zoufang check --code 核对。`,
			`Makes sheets and reports to print; without a name it lists them, with who they are for and what
they are about. What goes to a unit carries no points taken, no talks, no warnings and no other
unit; the result notice is made only after the result was released. Without -o it is shown here;
.html is printed from a browser, .docx is edited in Word or WPS, .txt is text; --open shows it in
the browser. report results -o results.xlsx is a workbook of all results, .csv has a row a unit,
indicator and evaluator, .json is for other programs. --all --to FOLDER
writes one for each unit. Every sheet has a check code: zoufang check --code holds it against
the book.`},
		Example: Text{"zoufang report\nzoufang report fact-sheet --unit D01\nzoufang report missing --unit D01 -o 待补材料.html\nzoufang report district --open\nzoufang report fact-sheet --all --to 确认单", "zoufang report\nzoufang report fact-sheet --unit D01\nzoufang report missing --unit D01 -o papers.html\nzoufang report district --open\nzoufang report fact-sheet --all --to sheets"},
	}
	CmdSigned = Command{
		Use:   Text{"signed 核验码 --file 扫描件 --by 姓名 [选项]", "signed CODE --file SCAN --by NAME [flags]"},
		Short: Text{"登记签回的单子", "Record a sheet that came back signed"},
		Long: Text{"登记一张签字盖章以后交回来的单子：按核验码找到是哪张，记下谁在哪天签的，扫描件存进数据文件。\n数据文件在制表以后有改动的，照样登记，并且提醒。",
			"Records a sheet that came back with signature and seal: the check code tells which it is; who signed it and when is noted,\nand the scan is kept in the book. If the book has changed since, it is recorded all the same, with a remark."},
		Example: Text{"zoufang report signed 7Q2M-4K9T-0XHB --file 扫描.pdf --by 王启文 --post 局长 --day 2026-03-12", "zoufang report signed 7Q2M-4K9T-0XHB --file scan.pdf --by Wang --post director --day 2026-03-12"},
	}
	FlagUnit     = Text{"哪个单位（`单位`编码或名称）", "the `UNIT`, by code or name"}
	FlagSheetTo  = Text{"写到这个`文件`（.html、.docx、.xlsx、.txt；结果还可以是 .csv、.json）", "write this `FILE` (.html, .docx, .xlsx, .txt; results also as .csv, .json)"}
	SheetWritten = Text{"已写出 %s，核验码 %s。", "Wrote %s, check code %s."}
)

var _ = table(map[string]Text{
	"usage.sheet":       {"没有“%s”这种单子。可以是：%s。", "There is no sheet “%s”. There are: %s."},
	"usage.sheetunit":   {"请用 --unit 写明是哪个单位的 %s。", "Say with --unit whose %s is wanted."},
	"usage.sheetformat": {"%s 的扩展名不认识，请用 .html、.docx、.xlsx、.txt、.csv 或 .json。", "%s: only .html, .docx, .xlsx, .txt, .csv and .json can be written."},
	"report.none":       {"%s没有督查确认单，没有写文件。", "%s has no supervision slip; no file was written."},
})
