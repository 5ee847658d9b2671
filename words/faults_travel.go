package words

// Errors of bundles, exporting and merging.
var _ = table(map[string]Text{
	"bundle.notabundle": {"这个文件不是走访的数据包。", "This file is not a bundle of this program."},
	"bundle.sealed":     {"数据包是加密的，这里没有打开。请先建数据文件，再合并它。", "The bundle is sealed and was not opened here. Begin a book first, then merge it."},
	"bundle.newer":      {"数据包是新版程序写的（格式 %d）。没有动数据文件；请升级程序。", "A newer program wrote this bundle (format %d). The book is untouched; use the newer program."},
	"bundle.truncated":  {"数据包不完整，到第 %d 字节就断了。没有动数据文件；请重新复制或重新导出。", "The bundle ends early, at byte %d. The book is untouched; copy it again or export it again."},
	"bundle.damaged":    {"数据包在第 %d 字节处损坏。没有动数据文件；请重新复制或重新导出。", "The bundle is damaged at byte %d. The book is untouched; copy it again or export it again."},
	"bundle.signature":  {"笔记本 %s 的签名不对，数据包被改过或损坏。没有动数据文件；请重新导出。", "The signature of laptop %s does not hold: the bundle was altered or damaged. The book is untouched; export it again."},
	"bundle.toolarge":   {"数据包超过了限制（%d）。没有动数据文件。", "The bundle passes a limit (%d). The book is untouched."},
	"bundle.read":       {"读数据包时出错，可能是优盘松了。没有动数据文件；请重新插好再试。", "Reading the bundle failed; the stick may be loose. The book is untouched; plug it in again and retry."},
	"bundle.change":     {"数据包里有一处修改写法不对，没有收。没有动数据文件；请重新导出。", "The bundle holds a change that is not written as it must be. The book is untouched; export it again."},

	"export.exists":   {"%s 已经有了，没有覆盖。请换个名字，或只写文件夹。", "%s exists already and was not touched. Choose another name, or give only the folder."},
	"export.nofolder": {"没有文件夹 %s。请检查优盘是否插好。", "There is no folder %s. Check that the stick is plugged in."},
	"export.readonly": {"文件夹 %s 不能写。请检查优盘的写保护和权限。", "The folder %s cannot be written. Check the stick's write protection and your rights."},
	"export.full":     {"%s 满了，没有导出。数据文件没有受影响；请腾出空间或换一个优盘。", "%s is full and nothing was exported. The book is untouched; make room or take another stick."},
	"export.toolarge": {"要导出的内容太多，%s 里没有写成。请只选几个单位导出。", "There is too much to export, nothing was written to %s. Export some units only."},
	"export.readback": {"写到 %s 的数据包读回来不对，已经删掉。请换一个优盘再导出。", "The bundle written to %s did not read back right and was removed. Export to another stick."},

	"merge.missing":   {"没有 %s 这个文件。", "There is no file %s."},
	"merge.read":      {"读 %s 时出错，可能是优盘松了。没有动数据文件；请重新插好再试。", "Reading %s failed; the stick may be loose. The book is untouched; plug it in again and retry."},
	"merge.demo":      {"这是示范数据，真的数据文件不收。", "This is a sample; a real book refuses it."},
	"merge.real":      {"这是真的数据包，示范数据里不收。", "This is a real bundle; a sample book refuses it."},
	"merge.dismissed": {"已经有人决定不收这个文件。", "Somebody decided not to take this file."},
	"merge.changed":   {"文件在校验以后变了，没有收。请再合并一次。", "The file changed after it was verified and was not taken. Merge again."},
})
