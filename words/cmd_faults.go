package words

// Sentences of faults.go that name commands, files or settings as they are typed.
var _ = table(map[string]Text{
	"score.nocity": {"这个指标体系没有列上级指标，无从折算。", "The scheme names no indicators of the city: there is nothing to roll up to."},
	"book.busy": {"%s 正在使用（%s %s，进程 %d）。请先关掉那一个；只看不改可以用 status、show、score。",
		"%s is in use (%s %s, process %d). Close that one first; status, show and score work beside it."},
	"book.readonly": {"%s 不能写：盘是只读的，或没有权限。只看可以用 status、show、score；要记录，请先复制到能写的地方。", "%s cannot be written: the disk is read-only or you have no right. status, show and score work; to record, move it to a place that can be written."},
	"home.write":    {"写不了文件夹 %s，本机的身份没法保存。请检查权限，或用环境变量 ZOUFANG_HOME 指定别处。", "The folder %s cannot be written, so this laptop's identity cannot be kept. Check your rights, or name another with ZOUFANG_HOME."},
	"check.heads":   {"%s 的现值与修改记录不一致。修改都在；运行 zoufang check --rebuild 重建。", "The values in %s do not follow from its changes. The changes are all there; run zoufang check --rebuild."},
	"attach.type":   {"不收 %s 这种文件：只收图片、PDF、OFD 和办公文档，而且内容要与后缀相符。", "%s is not taken: only pictures, PDF, OFD and office documents whose content agrees with their name."},
	"table.old":     {"%s 是旧的 Excel 格式（xls），或者设了密码。请另存为 xlsx 或 CSV 再导入。", "%s is an old Excel file (xls), or under a password. Save it as xlsx or CSV and import that."},
})
