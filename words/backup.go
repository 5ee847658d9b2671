package words

// Copies of the book, restoring one, and books of other versions of the program: what failed, what is safe, what to do.
var _ = table(map[string]Text{
	"backup.full":     {"%s 满了，这次没有备份。数据文件和以前的备份都在；请腾出空间、换一个优盘，或少留几份。", "%s is full and no copy was made. The book and earlier copies are safe; make room, take another stick, or keep fewer copies."},
	"backup.nofolder": {"没有文件夹 %s，这次没有备份。数据文件不受影响；请插好优盘，会自动再试。", "There is no folder %s and no copy was made. The book is safe; plug the stick in, and it is tried again."},
	"backup.readonly": {"文件夹 %s 不能写，没有备份。数据文件不受影响；请检查优盘的写保护和权限。", "The folder %s cannot be written and no copy was made. The book is safe; check the write protection and your rights."},
	"backup.differs":  {"备份 %s 与数据文件对不上，没有留下。数据文件不受影响；请换一个盘再备份。", "The copy %s is not what the book holds and was not kept. The book is safe; use another disk."},
	"backup.nokey":    {"没有编办的公钥在用，不能加密备份：只有本机能开的备份，本机坏了就打不开。先信任编办的公钥，或不加密。", "No key of the office counts here, so copies cannot be sealed: one that only this laptop opens dies with it. Trust the office's key first, or do not seal."},
	"backup.here":     {"备份不能和数据文件放在同一个文件夹：盘坏了两份一起没有。请选优盘或另一个盘。", "Copies do not belong into the folder of the book: one broken disk would take both. Choose a stick or another disk."},
	"backup.often":    {"间隔要在 1 分钟到 30 天之间。", "The time between two copies is from 1 minute to 30 days."},
	"backup.keep":     {"要留的份数在 1 到 %d 之间。", "The number of copies to keep is from 1 to %d."},
	"backup.never":    {"还没有自动备份过。在“备份”页按 F5 马上做一份。", "No copy was made yet. F5 on the page of copies makes one now."},
	"backup.old":      {"上次备份是 %s以前的。在“备份”页按 F5 马上做一份。", "The last copy is %s old. F5 on the page of copies makes one now."},
	"backup.off":      {"没有设自动备份。请先设定备份到哪个文件夹。", "No copies are made by themselves. Set a place: zoufang backup auto --to DIR."},

	"restore.exists":   {"%s 已经有数据文件，没有动它。请先把它移走或改名，或恢复到别处。", "There is a book at %s already and it was not touched. Move it away first, or restore to another place with --to."},
	"restore.open":     {"%s 正在使用，或上次没有正常关闭，直接复制会漏掉刚存的。请先用程序打开它并退出，或用备份命令做一份备份。", "%s is in use, or was not closed: copying it would miss what was saved last. Open it with the program and quit, or copy it with zoufang backup."},
	"restore.bundle":   {"%s 是数据包，不是备份。请合并它，或首次启动时选“接收编办的文件”。", "%s is a bundle and not a copy of a book. Merge it with zoufang merge, or take it over at the first start."},
	"restore.damaged":  {"备份 %s 已损坏，没有恢复，什么也没有写。请换用另一份备份。", "The copy %s is damaged; nothing was restored and nothing written. Take another copy."},
	"restore.full":     {"%s 满了，没有恢复。备份没有动；请腾出空间再试。", "%s is full and nothing was restored. The copy was not touched; make room and try again."},
	"restore.nofolder": {"没有文件夹 %s，没有恢复。备份没有动；请先建好文件夹。", "There is no folder %s and nothing was restored. The copy was not touched; make the folder first."},
	"restore.readonly": {"文件夹 %s 不能写，没有恢复。备份没有动；请换一个能写的文件夹。", "The folder %s cannot be written and nothing was restored. The copy was not touched; take a folder that can be written."},
	"restore.write":    {"没有恢复成：%s。备份没有动；请检查空间和权限再试。", "The book %s was not restored. The copy was not touched; check space and rights and try again."},

	"book.older":     {"%s 是旧版程序的数据文件。请先用本程序打开一次，会先备份再升级。", "%s belongs to an older program. Open it once with zoufang: it is copied first and then brought up to date."},
	"upgrade.copy":   {"数据文件 %s 要升级，但升级前的备份没有做成，所以没有升级，数据文件没有动。%s", "The book %s needs an upgrade, but it could not be copied first; so nothing was done and the book was not touched. %s"},
	"upgrade.failed": {"数据文件 %s 没有升级成，还是原样，用旧版程序能打开。升级前的备份是旁边的 %s。请把两个文件都留好，报告编办。", "The book %s was not upgraded and is as before; the older program opens it. The copy made first lies beside it: %s. Keep both and tell the office."},
})
