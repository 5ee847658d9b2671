package words

// What is wrong with a line given to `zoufang record`. The number of the line is shown before the sentence; words in
// quotation marks are keys of the format and the same in both languages.
var _ = table(map[string]Text{
	"record.problems": {"有 %d 行不对，一行也没有记录。", "%d lines are wrong and nothing was recorded."},
	"record.read":     {"读不下去了，一行也没有记录。", "Reading failed and nothing was recorded."},
	"record.long":     {"有一行太长，最多 %d 字节。", "A line is too long; at most %d bytes."},
	"record.json":     {"不是一条完整的 JSON：%s", "This is not one whole JSON object: %s"},
	"record.verbs":    {"一行只能做一件事，这里有“%s”和“%s”。", "A line does one thing; here are “%s” and “%s”."},
	"record.key":      {"不认识“%s”。", "“%s” is not known here."},
	"record.type":     {"“%s”的写法不对。", "“%s” is written wrongly."},
	"record.value":    {"“%s”的内容不对：%s", "The value of “%s” is wrong: %s"},
	"record.need":     {"缺少“%s”。", "“%s” is missing."},
	"record.kind":     {"没有“%s”这种记录，或者不能这样记。", "There is no record “%s”, or it cannot be recorded here."},
	"record.nounit":   {"前面没有写明单位（“unit”）。", "No “unit” was named before this line."},
	"record.unit":     {"没有编码为 %s 的单位。", "There is no unit with the code %s."},
	"record.visit":    {"“visit”要写 yearly 或日期（2026-05-19），写的是 %s。", "“visit” is yearly or a day (2026-05-19); it says %s."},
	"record.at":       {"“at”要写成 2026-03-09 09:06，写的是 %s。", "“at” is written 2026-03-09 09:06; it says %s."},
	"record.at.demo":  {"真的数据不能自己写时间，去掉“at”。", "Real books keep their own time; leave “at” out."},
	"record.by":       {"这个数据文件是本人的，不能替 %s 记。", "This book has its own person; nothing can be recorded for %s."},
	"record.person":   {"没有 %s 这个人。写工号或姓名，先有这个人的记录。", "Nobody is called %s. Use a work number or name that is on record."},
	"record.label":    {"前面没有叫“@%s”的记录。", "No earlier line named its record “@%s”."},
	"record.link":     {"“%s”指的“%s”找不到。", "What “%s” names, “%s”, is not there."},
	"record.unknown":  {"这次评估里没有“%s”这条记录。", "There is no record “%s” in this visit."},
	"record.status":   {"“%s”不能撤回。", "A “%s” cannot be withdrawn."},
	"record.of":       {"要用“of”写明是谁申请的。", "Say with “of” whose it is."},
	"record.figure":   {"指标体系里没有“%s”这一项人数。", "The scheme has no number “%s”."},
	"record.material": {"指标体系里没有材料“%s”。", "The scheme has no paper “%s”."},
	"record.file":     {"取不到附件 %s。只能取同一文件夹里的文件，用 --files 指定文件夹。", "The file %s cannot be taken. Only files of one folder are; name it with --files."},
})
