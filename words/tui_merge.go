package words

// Words of the page that chooses bundles.
var (
	ChooseTitle  = Text{"合并数据包", "Merge bundles"}
	ChooseFile   = Text{"文件", "File"}
	ChooseName   = Text{"名称", "Name"}
	ChooseFrom   = Text{"来自", "From"}
	ChooseMade   = Text{"导出时间", "Exported"}
	ChooseSize   = Text{"大小", "Size"}
	ChooseUp     = Text{"上一层", "up"}
	ChooseFolder = Text{"文件夹", "folder"}
	ChooseBad    = Text{"看不出是数据包", "does not look like a bundle"}
	ChooseNone   = Text{"这里没有数据包（.zfb）。插上 U 盘后按 Ctrl+O 再看一遍，或把文件的路径写在上面。", "No bundle (.zfb) here. Plug in the stick and press Ctrl+O to look again, or write the file's path above."}
	ChooseHint   = Text{"空格标记，可以一次合并多个；把文件拖进窗口，或把路径粘贴在上面也行。", "Space marks; files may be dropped into the window, paths pasted above."}
	ChooseStart  = Text{"常用位置", "Usual places"}
	ChooseMark   = Text{"标记", "mark"}
	ChooseAll    = Text{"全部标记", "mark all"}
	ChooseGo     = Text{"核对", "check"}
	ChooseLine   = Text{"路径/列表", "path or list"}
	ChooseAgain  = Text{"再看一遍", "look again"}
	ChooseWhat   = Text{"请先选一个数据包，或写出它的路径。", "Choose a bundle first, or write its path."}
	ChooseBack   = Text{"回到常用位置", "usual places"}
	ChooseLost   = Text{"打不开 %s：也许 U 盘拔掉了，或没有权限。", "%s cannot be opened: perhaps the stick was pulled out, or it is not permitted."}
)

// Words of the merge.
var (
	MergeCopy     = Text{"复制进收件箱", "copy into the inbox"}
	MergeVerify   = Text{"核对签名和摘要", "check signatures and digests"}
	MergeCount    = Text{"比对记录", "compare records"}
	MergeWrite    = Text{"写入数据文件", "write into the book"}
	MergeSafe     = Text{"全部核对通过才写；每个数据包一次写完，停下也不会留半份。", "Nothing is written until all is checked; each bundle is written in one piece, so stopping leaves no half of it."}
	MergeStopped  = Text{"已停下：下面写着“已合并”的已经写完，其余没有动。", "Stopped: what is called merged below is written, the rest was not touched."}
	MergeFiles    = Text{"数据包", "Bundle"}
	MergeFrom     = Text{"来自", "From"}
	MergeNew      = Text{"新增", "New"}
	MergeSame     = Text{"相同", "Same"}
	MergeWaiting  = Text{"待补", "Waiting"}
	MergeContest  = Text{"有争议", "Contested"}
	MergeVerdict  = Text{"结论", "Verdict"}
	MergeUnit     = Text{"单位", "Unit"}
	MergeNoUnit   = Text{"（不属于单位的记录）", "(records of no unit)"}
	MergeUnitNo   = Text{"（还不知道名称的单位）", "(a unit not known yet)"}
	MergeGo       = Text{"合并", "merge"}
	MergeTake     = Text{"收/不收", "take or leave"}
	MergeNothing  = Text{"这些数据包里没有可合并的新记录。Esc 返回。", "There is nothing to merge in these bundles. Esc goes back."}
	MergeHint     = Text{"有争议的不会自动取舍：两边都留着，合并后逐条研究确定。", "What is contested is not decided by itself: both sides stay."}
	MergeForeign  = Text{"这个数据包是“%s”的，不是本数据文件的区。确实要收，请按空格。", "This bundle is of %s, not of this book's district. Press Space if it is to be taken."}
	MergeHeld     = Text{"先放在收件箱，认可那台笔记本以后再合并。", "It stays in the inbox until its laptop is enrolled."}
	MergePartial  = Text{"其中转交的、来自未认可笔记本的记录先放在收件箱，其余可以合并。", "What it relays from laptops not enrolled stays in the inbox; the rest can be merged."}
	MergeKnown    = Text{"以前合并过，没有新内容。", "Merged before; nothing new."}
	MergeDone     = Text{"已合并：新增记录 %d 条。", "Merged: %d new changes."}
	MergeDoneNone = Text{"没有新增记录。", "No new changes."}
	MergeSettle   = Text{"有争议 %d 处：两边都留着，按 Enter 去研究确定。", "%d contested: both sides are kept. Enter leads to them."}
	MergeSettleGo = Text{"研究确定", "settle"}
	MergeMore     = Text{"再合并", "merge more"}
	MergeNotNow   = Text{"数据文件是只读打开的，不能合并。", "The book is open for reading only; nothing can be merged."}
	MergeTotal    = Text{"合计", "Total"}
)

// VerdictWords are the verdicts on a file.
var VerdictWords = map[string]Text{
	"ready":    {"可以合并", "ready"},
	"known":    {"合并过", "merged before"},
	"partial":  {"部分可合并", "partly ready"},
	"waiting":  {"待认可", "not enrolled"},
	"refused":  {"不收", "refused"},
	"sealed":   {"打不开", "sealed"},
	"newer":    {"新版的", "newer"},
	"salvaged": {"已抢救", "salvaged"},
	"merged":   {"已合并", "merged"},
}

// Words of the page that enrols a laptop.
var (
	EnrolTitle   = Text{"认可笔记本", "Enrol a laptop"}
	EnrolCount   = Text{"不认识的笔记本 %d/%d", "Unknown laptop %d of %d"}
	EnrolWho     = Text{"导出人", "Exported by"}
	EnrolRelayed = Text{"这台笔记本的记录由别的数据包转交，没有写明导出人。", "Another bundle relays this laptop's records; who worked on it is not said."}
	EnrolPhrase  = Text{"校验词", "Check phrase"}
	EnrolAsk     = Text{"请给对方打电话，或当面：让对方念出他“导出”页上的校验词。一字不差才认可。", "Call the other person, or ask in person, to read out the check phrase on their export page. Enrol only if it is the very same."}
	EnrolLabel   = Text{"给它起名", "Call it"}
	EnrolOnce    = Text{"认可一次就行，以后这台笔记本的数据包直接合并。", "Once is enough: later bundles of this laptop are merged directly."}
	EnrolYes     = Text{"一样，认可", "the same: enrol"}
	EnrolNo      = Text{"先不认可", "not now"}
	EnrolDone    = Text{"已认可：%s。", "Enrolled: %s."}
	EnrolNoLabel = Text{"请给这台笔记本起个名，如“本机 05”。", "Please give this laptop a name, such as laptop 05."}
)
