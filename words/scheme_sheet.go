package words

// Schemes as tables: the commands, and what is wrong with a table.
var (
	CmdSchemeExport = Command{
		Use:   Text{"export [指标体系] --xlsx 文件|--csv 文件夹 [选项]", "export [SCHEME] --xlsx FILE|--csv FOLDER [flags]"},
		Short: Text{"把指标体系写成电子表格", "Write a scheme as spreadsheets"},
		Long: Text{`把一份指标体系写成电子表格，给习惯用表格的人改：“方案”一张表写总的规定，“指标与规则”一张
表每个类别、指标、条款一行，其余各一张表。改好后用 zoufang scheme import 变回指标体系文件，
内容一点不差。指标体系写文件，或自带的名称（如 default）；不写就用数据文件里的那一份。
--xlsx 写成一个工作簿，便于发送；--csv 写成一个文件夹，每张表一个 CSV，用 UTF-8，文件开头
有标记，电子表格软件才认得中文（--no-bom 不写标记）。
会被当成公式、数字、日期的文字，CSV 里前面加一个单引号，导入时去掉。
指标体系文件里 # 后面的说明不带过去，请留好原文件。`,
			`Writes a scheme as spreadsheets, for people who live in them: the table “scheme” has what
holds for all, “items” has a row for each category, indicator and rule, and the rest have
a table each. zoufang scheme import makes a scheme file of them again, with nothing lost.
SCHEME is a file or the name of one that comes with the program, such as default; the one
of the open book if not given.
--xlsx writes one workbook, to be sent as it is; --csv writes a folder with a CSV file for
each table, in UTF-8 with a mark at the beginning, without which spreadsheets garble
Chinese (--no-bom leaves it out). Text that would be taken for a formula, a number or a
date stands behind an apostrophe in CSV, which import takes off.
The comments of a scheme file (behind #) are not carried over: keep the file.`},
		Example: Text{"zoufang scheme export default --xlsx 指标体系.xlsx\nzoufang scheme export 我区.yaml --csv 我区表格", "zoufang scheme export default --xlsx scheme.xlsx\nzoufang scheme export ours.yaml --csv tables"},
	}
	CmdSchemeImport = Command{
		Use:   Text{"import 文件|文件夹 -o 文件 [选项]", "import FILE|FOLDER -o FILE [flags]"},
		Short: Text{"把电子表格变成指标体系文件", "Make a scheme file of spreadsheets"},
		Long: Text{`把 zoufang scheme export 写出、改过的工作簿或 CSV 文件夹变成指标体系文件，并作全面检查：
每个问题写明哪张表、第几行、哪一列、怎么改。有错误就什么也不写。
表头中文英文都行，表、列、行的次序可以变；“所属”空着就归到上面最近的一行。名称以 # 开头的表和列
是备注，不读。CSV 认 UTF-8、GBK、UTF-16。`,
			`Makes a scheme file of a workbook or a folder of CSV files that zoufang scheme export wrote
and people changed, and checks all of it: for every problem the table, the row, the column
and what to do. With an error nothing is written.
Headers may be Chinese or English; tables, columns and rows may stand in any order; a row
that says nothing under “belongs to” belongs to the nearest one above. Tables and columns
whose names begin with # are notes and not read. CSV may be UTF-8, GBK or UTF-16.`},
		Example: Text{"zoufang scheme import 指标体系.xlsx -o 我区.yaml\nzoufang scheme import 我区表格 -o 我区.yaml --force", "zoufang scheme import scheme.xlsx -o ours.yaml\nzoufang scheme import tables -o ours.yaml --force"},
	}

	FlagSheetXLSX    = Text{"写成这个工作簿`文件`", "write this workbook `FILE`"}
	FlagSheetCSV     = Text{"写成这个`文件夹`，每张表一个 CSV", "write a CSV for each table into this `FOLDER`"}
	FlagSheetNoMark  = Text{"CSV 开头不写标记，给别的程序读", "no byte order mark at the beginning of a CSV, for other programs"}
	FlagSheetReplace = Text{"已有的文件也覆盖", "replace files that are there"}
	FlagSheetOut     = Text{"写到这个指标体系`文件`，必填", "write this scheme `FILE`, required"}
	FlagSheetForce   = Text{"已有的文件也覆盖；有错误也写，以便接着改", "replace a file that is there; write in spite of errors, to go on with it"}

	CmdSheetExported = Text{"%s %s：%d 张表已写到 %s。说明文字（# 后面的）没有带过去。", "%s %s: %d tables written to %s. Comments (behind #) were not carried over."}
	CmdSheetImported = Text{"已写出 %s：%s %s，指纹 %s。", "Wrote %s: %s %s, hash %s."}
	CmdSheetForced   = Text{"已写出 %s，还有错误 %d 处，改好以前不能使用。", "Wrote %s. It cannot be used until its errors are mended: %d."}

	CellAt      = Text{"“%s”第 %d 行“%s”列", "“%s”, row %d, column “%s”"}
	CellRow     = Text{"“%s”第 %d 行", "“%s”, row %d"}
	CellColumn  = Text{"“%s”表“%s”", "“%s”, “%s”"}
	CellTable   = Text{"“%s”表", "“%s”"}
	CellWhole   = Text{"全部表格", "all tables"}
	CellProblem = Text{"%s：%s %s：%s", "%s: %s %s: %s"}
)

var _ = table(map[string]Text{
	"usage.sheet_form":     {"请写 --xlsx 文件 或 --csv 文件夹，只写一样。", "Say --xlsx FILE or --csv FOLDER, one of them."},
	"usage.sheet_out":      {"请用 -o 写明指标体系文件写到哪里。", "Say with -o where to write the scheme file."},
	"cmd.sheet.exists":     {"%s 已经有了，没有覆盖。请换一个名字，或者加 --force。", "%s is there already and was kept. Choose another name, or add --force."},
	"cmd.sheet.folder":     {"文件夹 %s 里有东西，什么也没写。请换一个文件夹，或者加 --force。", "There is something in the folder %s; nothing was written. Choose another folder, or add --force."},
	"cmd.sheet.no_csv":     {"文件夹 %s 里没有 CSV 文件。", "There is no CSV file in the folder %s."},
	"cmd.sheet.one_csv":    {"%s 只是一张表。指标体系的 CSV 是一个文件夹，请写文件夹：%s", "%s is one table. A scheme in CSV is a folder; name the folder: %s"},
	"cmd.sheet.bad":        {"%s 有错误 %d 处，没有写出指标体系文件。请在表格里改好，再导入一次。", "%s has errors: %d. No scheme file was written. Mend the tables and import them again."},
	"table.write_cell":     {"“%s”第 %d 行有一格太长，表格最多放 %d 个字。没有写出。", "“%s”, row %d: a cell is too long; a spreadsheet holds %d characters. Nothing was written."},
	"table.write_sign":     {"“%s”第 %d 行有表格放不下的字符 %s。请从指标体系文件里删除，再导出一次。", "“%s”, row %d: a spreadsheet cannot hold the character %s. Delete it from the scheme file and export again."},
	"sheet.none":           {"没有一张表可以读。", "There is no table to read."},
	"sheet.unknown":        {"不认识“%s”这张表。", "The table “%s” is not known."},
	"sheet.unknown.do":     {"改回导出时的表名；备注用的表，名称前加 #。", "Give it the name it was exported under; put # before the name of a table of notes."},
	"sheet.twice":          {"“%s”这张表有两份。", "The table “%s” is there twice."},
	"sheet.twice.do":       {"只留一份；中文和英文的表名是同一张表。", "Keep one; the Chinese and the English name are the same table."},
	"sheet.header":         {"找不到表头，表头应当有：%s。", "There is no header; it should begin: %s."},
	"sheet.column":         {"不认识“%s”这一列。", "The column “%s” is not known."},
	"sheet.column.do":      {"改回导出时的表头；备注用的列，表头前加 #。", "Give it the header it was exported under; put # before the header of a column of notes."},
	"sheet.column_twice":   {"“%s”这一列有两份，只能留一份。", "The column “%s” is there twice; keep one."},
	"sheet.column_missing": {"缺少“%s”这一列。", "The column “%s” is missing."},
	"sheet.stray":          {"这一列没有表头，却写着“%s”。", "This column has no header and holds “%s”."},
	"sheet.item":           {"不认识“%s”这一项。", "The item “%s” is not known."},
	"sheet.item.do":        {"改回导出时的名称。", "Give it the name it was exported under."},
	"sheet.item_twice":     {"“%s”这一项第 %d 行已经有了。", "The item “%s” is in row %d already."},
	"sheet.kind":           {"“行别”写的是“%s”，只能是：%s。", "The row says it is “%s”; it is one of: %s."},
	"sheet.above":          {"“所属”写的是 %s，没有这一行。", "The row belongs to %s, which is not there."},
	"sheet.above_none":     {"这一行不归到别的行，“所属”却写着 %s。", "This kind of row belongs to none, but it says %s."},
	"sheet.above_missing":  {"上面没有这一行可以归到的行，请填“所属”。", "There is no row above that this one could belong to; say which."},
	"sheet.place":          {"这里写着“%s”，%s的行在这一列不填。", "“%s” stands here, and a row of the kind “%s” has nothing in this column."},
	"sheet.list":           {"引号不成对：%s。", "The quotation marks do not match: %s."},
	"sheet.list.do":        {"词里有逗号、顿号时，整个词用引号括起来，里面的引号写两个。", "Quote a word that holds a comma, and double the marks inside it."},
})
