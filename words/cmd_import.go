package words

// What units fill in and the program reads.
var (
	CmdImport = Command{
		Use:   Text{"import 命令", "import COMMAND"},
		Short: Text{"导入单位填报的表：自评分", "Read what units filled in: their own marks"},
	}
	CmdImportSelf = Command{
		Use:   Text{"self-score 文件 --unit 单位 [选项]", "self-score FILE --unit UNIT [flags]"},
		Short: Text{"导入单位自评表（XLSX 或 CSV）", "Read a unit's own marks (XLSX or CSV)"},
		Long: Text{`表用 zoufang report self-score --unit 单位 -o 自评表.xlsx 生成，单位填好自评分和说明交回。
表头要有指标编号和自评分；可有单位编码、满分、说明，中英文都行。自评分空着的行不导入，会列出来。
有一行不对就一行也不导入，每处写明行号：别的单位的表、分数超过满分、满分与本单位所用指标体系不同等。
每项记下来自哪个文件；同一张表再导入一次不会重复。--preview 只看会改什么，不写。`,
			`The form is made with zoufang report self-score --unit UNIT -o form.xlsx; the unit enters its marks and
remarks and hands it back. The header has indicator and points, and if wanted unit code, full marks and
note, in Chinese or English. Rows without points are left open and listed. One bad row stops the whole
import, and every problem is named with its row: the form of another unit, points above the full marks,
full marks of another version of the scheme. Each mark keeps which file it came from; the same form again
writes nothing. With --preview nothing is written.`},
		Example: Text{"zoufang import self-score 自评表.xlsx --unit D01 --preview\nzoufang import self-score 自评表.xlsx --unit D01", "zoufang import self-score form.xlsx --unit D01 --preview\nzoufang import self-score form.xlsx --unit D01"},
	}

	SelfNew     = Text{"%s：自评 %s", "%s: %s"}
	SelfChanged = Text{"%s：自评 %s 改为 %s", "%s: %s, now %s"}
	SelfNoted   = Text{"%s：说明有改动", "%s: the remark changes"}
	SelfSame    = Text{"与已有的自评分相同。", "The same as is there."}
	SelfOpen    = Text{"没有填自评分的指标 %d 项：%s", "Indicators without a mark: %d, %s"}
	SelfSource  = Text{"单位自评表 %s（sha256 %s）", "the unit's form %s (sha256 %s)"}

	SheetSelfForm = Text{"单位自评表", "Self-score form"}
	SelfUnit      = Text{"单位编码", "unit code"}
	SelfIndicator = Text{"指标编号", "indicator"}
	SelfName      = Text{"指标名称", "name"}
	SelfFull      = Text{"满分", "full"}
	SelfPoints    = Text{"自评分", "points"}
)

var _ = table(map[string]Text{
	"usage.selfunit":   {"请用 --unit 写明是哪个单位的自评表。", "Say with --unit whose form it is."},
	"self.unit":        {"这一行是 %s 的，不是%s的。请确认没有拿错表。", "This row is of %s, not of %s. Is it the right form?"},
	"self.indicator":   {"指标体系里没有指标“%s”。", "The scheme has no indicator “%s”."},
	"self.kind":        {"指标 %s 不适用这类单位，自评分请留空。", "Indicator %s does not apply to this kind of unit: leave its points empty."},
	"self.points":      {"自评分“%s”不是分数；写 0 到满分，最多两位小数。", "“%s” is no number of points: write 0 up to the full marks, with two decimals at most."},
	"self.above":       {"自评分 %s 超过满分 %s。", "%s points are more than the full marks, %s."},
	"self.full":        {"表上的满分是 %s，指标体系里是 %s：这张表可能是别的版本的。", "The form says %s full marks, the scheme %s: it may be a form of another version."},
	"self.twice":       {"指标 %s 在第 %d 行已有自评分。", "Indicator %s has points in row %d already."},
	"self.nopoints":    {"有说明，没有自评分。", "There is a remark but no points."},
	"self.long":        {"说明太长，最多 %d 个字。", "The remark is too long: %d characters at most."},
	"sheet.tables":     {"%s不是一张表，不能写成 .csv；可以写成 .xlsx、.docx 或 .html。", "%s is not one table and cannot be written as .csv; write .xlsx, .docx or .html."},
	"sheet.nojson":     {"%s没有公布的 JSON 格式；可以写成 .xlsx、.docx 或 .html，结果数据用 report results。", "%s has no published form in JSON; write .xlsx, .docx or .html, or use report results for the data."},
	"column.indicator": {"指标编号", "indicator"},
	"column.points":    {"自评分", "points"},
})
