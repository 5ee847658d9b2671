package words

// Words of the pages about copies of the book.
var (
	BackupTitle      = Text{"备份", "Copies"}
	BackupJump       = Text{"备份（自动备份到另一处）", "copies of the book (made by themselves)"}
	BackupWhat       = Text{"自动备份把整个数据文件复制到优盘或另一个盘，后台进行，不耽误打字。备份里是全部记录，请像保管电脑一样保管。", "The whole book is copied to a stick or another disk in the background; typing never waits. A copy holds everything that was recorded: look after it like the laptop."}
	BackupNotSet     = Text{"还没有设自动备份。", "No copies are made by themselves yet."}
	BackupDir        = Text{"备份到", "To folder"}
	BackupDirHint    = Text{"优盘或另一个盘上的文件夹；可以打路径，或把文件夹拖进窗口。", "A folder on a stick or another disk; type its path, or drop it here."}
	BackupEvery      = Text{"间隔", "Every"}
	BackupMinutes    = Text{"分钟", "minutes"}
	BackupEveryHint  = Text{"没有新内容就不备份。", "Nothing new, no copy."}
	BackupKeep       = Text{"留", "Keep"}
	BackupPieces     = Text{"份", "copies"}
	BackupKeepHint   = Text{"新的留得密，旧的留得疏，最早的一份一直留着；只清理程序自己写的。", "Newer ones stay close together, older ones sparser, the first stays; only its own are taken away."}
	BackupSeal       = Text{"用编办公钥加密", "Seal for the office"}
	BackupSealHint   = Text{"加密的备份只有编办（和本机）打得开；要在备用机上马上接着写，就不要加密。", "Only the office (and this laptop) opens a sealed copy; to go on at once on a spare, do not seal."}
	BackupPick       = Text{"选一个盘", "choose a disk"}
	BackupPlugged    = Text{"插着的盘（%d 个）", "Disks that are plugged in: %d"}
	BackupNoStick    = Text{"没有插着的盘。", "No disk is plugged in."}
	BackupSet        = Text{"照此自动备份", "copy like this"}
	BackupNow        = Text{"马上备份", "copy now"}
	BackupOff        = Text{"停止自动备份", "stop"}
	BackupOffAsk     = Text{"停止自动备份？以前的备份都留着。", "Make no more copies? Those that were made stay."}
	BackupStop       = Text{"停下", "stop"}
	BackupSkip       = Text{"跳过，直接退出", "skip it and quit"}
	BackupDone       = Text{"已备份，读回核对一致。", "Copied, read back and proven."}
	BackupBusy       = Text{"正在备份，请稍等。", "A copy is being made; one moment."}
	BackupNoDir      = Text{"请写备份到哪个文件夹。", "Say which folder copies go to."}
	BackupNumbers    = Text{"间隔和份数要写大于零的数。", "Minutes and copies must be numbers above zero."}
	BackupRowDir     = Text{"位置", "Place"}
	BackupRowLast    = Text{"上次", "Last copy"}
	BackupRowAlarm   = Text{"注意", "Attention"}
	BackupRowState   = Text{"现在", "Now"}
	BackupNever      = Text{"还没有", "none yet"}
	BackupLast       = Text{"%s  %s（现有 %d 份）", "%s  %s (%d kept)"}
	BackupFresh      = Text{"上次备份以后没有新内容。", "Nothing was recorded since the last copy."}
	BackupLeaving    = Text{"退出以前先备份一次", "One copy before the end"}
	BackupStageCopy  = Text{"复制", "copying"}
	BackupStageCheck = Text{"读回核对", "reading back"}
	BackupRemind     = Text{"注意：自动备份没有做成，上次是 %s以前。按 F2 打“备份”看原因。", "Attention: no copy was made, the last is %s old. F2 and “copies” say why."}
	BackupRemindNone = Text{"注意：自动备份还没有做成一份。按 F2 打“备份”看原因。", "Attention: no copy was made yet. F2 and “copies” say why."}
	UpgradedNow      = Text{"数据文件已升级到本程序的版本，内容没有变。升级前的备份在：%s", "The book was brought up to this program; what it holds is the same. The copy of it as it was: %s"}

	CameTitle  = Text{"接过来的记录", "What came over"}
	CameJump   = Text{"接过来的记录（备用机）", "what came over (a spare laptop)"}
	CameUpTo   = Text{"%s的记录接过来了，到 %s 为止；还是同一张评分表。", "What %s recorded came over, up to %s. It is the same sheet."}
	CameThen   = Text{"这以后写的不在里面：原来那台能开机就导出，再合并进来，一条不丢也不重。", "What was written later is not here: if the old laptop starts again, export there and merge here; nothing is lost and nothing doubles."}
	CameHeld   = Text{"有 %d 台笔记本的记录收到了，等着认可，原来那台可能就在里面：按 F5 去认可。", "Changes of %d laptops arrived and wait to be enrolled; the old one may be among them: F5 leads there."}
	CameNone   = Text{"这里还没有本人在走访里写的记录。", "Nothing that you recorded in a visit is here yet."}
	CameUnit   = Text{"单位", "Unit"}
	CameValues = Text{"项", "Fields"}
	CameLast   = Text{"到", "Up to"}
	CameState  = Text{"状态", "State"}
	CameGo     = Text{"接着写", "go on"}

	WizardRestore     = Text{"从备份恢复", "restore a copy"}
	WizardRestoreHint = Text{"选备份文件；也可以打路径，或把文件拖进窗口，再按 Enter。", "Choose the copy (.db, sealed ones .age); or type its path, or drop it into the window, and press Enter."}
	WizardRestoring   = Text{"正在从备份恢复……", "Restoring the copy…"}
	RestoreStageCopy  = Text{"复制", "copying"}

	TroubleClear     = Text{"删掉这个文件", "delete the file"}
	TroubleClearAsk  = Text{"删掉没有收的文件“%s”？它里面的东西一点也没有进数据文件，删了就只能请对方再给一次。", "Delete the refused file “%s”? Nothing of it is in the book; once it is deleted, its sender has to give it again."}
	FlagTroubleClear = Text{"逐个问，删掉没有收的文件", "ask about each refused file and delete it"}
	FlagTroubleYes   = Text{"不逐个问，全删", "do not ask (with --clear)"}
	CmdClearAsk      = Text{"%s\n删掉它？[y/N] ", "%s\nDelete it? [y/N] "}
	CmdCleared       = Text{"已删掉 %d 个没有收的文件，留着 %d 个。", "Deleted %d refused files, %d are left."}
)

var _ = table(map[string]Text{
	"trouble.norejected": {"%s 不是没有收的文件，没有动它。", "%s is no refused file and was left alone."},
	"usage.clear":        {"要在终端里逐个问；在脚本里请加上“不问，全删”的选项。", "--clear asks about each file on a terminal; scripts write --clear --yes."},
})
