package words

// Errors of reading a table, and what is wrong with the rows of a list of units.
var _ = table(map[string]Text{
	"table.missing":    {"没有 %s 这个文件。", "There is no file %s."},
	"table.unreadable": {"读不了 %s。请检查权限，或者它是不是正被别的程序占用。", "%s cannot be read. Check your rights, or whether another program holds it."},
	"table.toobig":     {"%s 太大，最大 %d MB。", "%s is too large; at most %d MB."},
	"table.empty":      {"%s 里没有内容。", "There is nothing in %s."},
	"table.binary":     {"%s 不是表格。只认 CSV 和 xlsx。", "%s is not a table. CSV and xlsx are read."},
	"table.encoding":   {"认不出 %s 的编码。请用 Excel 或记事本另存为 UTF-8 的 CSV。", "The encoding of %s is not known. Save it as CSV in UTF-8."},
	"table.quote":      {"%s 第 %d 行的引号不成对。单元格里有引号时，整格要用引号括起来，里面的引号写两个。", "%s, row %d: the quotation marks do not match. Quote the whole cell and double the marks inside it."},
	"table.workbook":   {"%s 打不开，可能没有下载完或已损坏。请用 Excel 打开另存一份。", "%s cannot be opened; it may be incomplete or damaged. Open it in Excel and save it anew."},
	"table.rows":       {"%s 的行太多，最多 %d 行。", "%s has too many rows; at most %d."},
	"table.columns":    {"%s 第 %d 行的列太多，最多 %d 列。", "%s, row %d has too many columns; at most %d."},
	"table.cell":       {"%s 第 %d 行有一格太长，最多 %d 个字。", "%s, row %d has a cell that is too long; at most %d characters."},

	"units.header":    {"找不到表头。第一行要有：编码、名称、类型。", "There is no header. The first row needs: code, name, kind."},
	"units.nocode":    {"表头缺少“编码”一列。", "The header has no column “code”."},
	"units.noname":    {"表头缺少“名称”一列。", "The header has no column “name”."},
	"units.nokind":    {"表头缺少“类型”一列。", "The header has no column “kind”."},
	"units.column":    {"“%s”与前面一列重复，只用前一列。", "“%s” repeats an earlier column; that one is used."},
	"units.none":      {"只有表头，没有单位。", "There is a header and no unit under it."},
	"units.duplicate": {"编码 %s 重复，第 %d 行已有。", "The code %s is in row %d already."},
	"units.samename":  {"名称 %s 重复，第 %d 行已有。", "The name %s is in row %d already."},
	"units.code":      {"没有编码。", "The code is missing."},
	"units.name":      {"没有名称。", "The name is missing."},
	"units.codelong":  {"编码太长，最多 %d 个字。", "The code is too long; at most %d characters."},
	"units.long":      {"有一格太长，最多 %d 个字。", "A cell is too long; at most %d characters."},
	"units.kind":      {"不认识类型“%s”，可以写：%s", "The kind “%s” is not known; it can be: %s"},
	"units.kindempty": {"没有类型，可以写：%s", "The kind is missing; it can be: %s"},
	"units.number":    {"“%s”不是人数：%s", "“%s” is not a number: %s"},
})
