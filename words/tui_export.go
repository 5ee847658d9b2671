package words

// Words of long work, whichever screen does it.
var (
	WorkDone    = Text{"完", "done"}
	WorkNow     = Text{"进行中", "now"}
	WorkLater   = Text{"等", "to do"}
	WorkChanges = Text{"改动 %d / %d", "changes %d / %d"}
	WorkLeft    = Text{"约 %d 秒", "about %d s"}
	WorkLeftMin = Text{"约 %d 分钟", "about %d min"}
	WorkStop    = Text{"停下", "stop"}
	WorkStops   = Text{"正在停下……", "Stopping…"}
	WorkStopped = Text{"已停下，数据文件没有改动。", "Stopped. The book is as it was."}
	WorkAhead   = Text{"先等手头的字存好……", "First, what is typed is saved…"}
)

// Words of the export screen.
var (
	ExportTitle  = Text{"导出", "Export"}
	ExportTo     = Text{"保存到", "Save in"}
	ExportPlaces = Text{"可以放到", "Places"}
	ExportGo     = Text{"导出", "export"}
	ExportAgain  = Text{"再导出一份", "export again"}
	ExportPick   = Text{"用这个位置", "use this place"}
	ExportHint   = Text{"文件夹或文件名都行；导出后会把文件读回来核对一遍。原有文件不会被盖掉。", "A folder or a file name. It is read back and checked; nothing is replaced."}
	ExportNoPath = Text{"请先写保存到哪里。", "Please say where to save it."}
	ExportDone   = Text{"已导出，并已读回核对无误。", "Exported, read back and found right."}
	ExportFile   = Text{"文件", "File"}
	ExportSize   = Text{"大小", "Size"}
	ExportHolds  = Text{"内容", "Holds"}
	ExportCounts = Text{"改动 %d 处", "%d changes"}
	ExportPhrase = Text{"校验词", "Check phrase"}
	ExportSay    = Text{"编办第一次合并这台笔记本的数据包时会问校验词：照这里念给对方听，一字不差才对。", "When the office first merges a bundle of this laptop, it asks for the check phrase: read it out as it stands here."}
	ExportPlain  = Text{"还没有编办的公钥，数据包没有加密：请交到本人手上，不要经公共网络传。", "No key of the office is known, so the bundle is not sealed: hand it over in person."}
	ExportNext   = Text{"弹出 U 盘以后再拔。", "Eject the stick before you pull it out."}
	ExportNotNow = Text{"数据文件是只读打开的，不能导出。", "The book is open for reading only; nothing can be exported."}

	ExportStageWrite = Text{"写数据包", "write the bundle"}
	ExportStageRead  = Text{"读回来核对", "read it back and check"}

	SizeBytes = Text{"%d 字节", "%d bytes"}
	SizeKB    = Text{"%d KB", "%d KB"}
	SizeMB    = Text{"%d MB", "%d MB"}

	PlaceBook  = Text{"数据文件旁边", "beside the book"}
	PlaceStick = Text{"U 盘", "stick"}
	PlaceHome  = Text{"个人文件夹", "home folder"}
	PlaceDocs  = Text{"文档", "documents"}
	PlaceDesk  = Text{"桌面", "desktop"}
)
