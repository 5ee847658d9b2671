package words

// Commands about copies of the book.
var (
	CmdBackup = Command{
		Use:   Text{"backup [文件] [选项]", "backup [FILE] [flags]"},
		Short: Text{"备份数据文件（正在使用也可以）；不写文件就看自动备份", "Write a copy of the book, even while it is in use"},
		Long: Text{`把数据文件完整地备份到另一个文件，写完读回核对。请用这个命令，不要直接复制正在使用的数据文件：
刚记下的可能还没有并进去。不写文件名，就说明自动备份的位置、上次的时间和要注意的事。`,
			`Writes a whole copy of the book, reads it back and proves it. Use this and do not copy a book that
is open: what was just recorded may not be in that file yet. Without a name it tells where copies
go by themselves, when the last one was made, and what needs attention.`},
		Example: Text{"zoufang backup\nzoufang backup /media/usb/备份.db\nzoufang backup --seal /media/usb/备份.db.age",
			"zoufang backup\nzoufang backup /media/usb/backup.db\nzoufang backup --seal /media/usb/backup.db.age"},
	}
	CmdBackupAuto = Command{
		Use:   Text{"auto [off|now] [选项]", "auto [off|now] [flags]"},
		Short: Text{"设定自动备份到另一处；off 停止，now 马上备份", "Have copies made by themselves; off ends it, now makes one"},
		Long: Text{`设定本数据文件自动备份到另一处（优盘或另一个盘上的文件夹）。程序开着的时候按间隔在后台备份，
退出时到时间了也备份一次；优盘不在就提醒，插上再试。新的备份留得密，旧的留得疏，最早的一份一直留着；
只清理自己写的、一个字节也没有变过的备份。设定只在本机有效，不随数据包传出去。`,
			`Has copies of this book written to a second place, a folder on a stick or on another disk. While the
program runs they are made in the background, and once more on quitting where one is due; where the
stick is not there it says so and tries again. Newer copies are kept close together, older ones
sparser, and the first stays; only copies that it wrote itself, and that nobody changed by a byte,
are ever taken away. The setting holds on this laptop and does not travel.`},
		Example: Text{"zoufang backup auto --to /media/usb/走访\nzoufang backup auto --to /media/usb/走访 --every 20m --keep 20\nzoufang backup auto now\nzoufang backup auto off",
			"zoufang backup auto --to /media/usb/zoufang\nzoufang backup auto --to /media/usb/zoufang --every 20m --keep 20\nzoufang backup auto now\nzoufang backup auto off"},
	}
	CmdRestore = Command{
		Use:   Text{"restore 备份文件 [选项]", "restore FILE [flags]"},
		Short: Text{"从备份恢复成新的数据文件，从不覆盖已有的", "Make a book out of a copy, never over one that is there"},
		Long: Text{`从备份恢复：先核对备份完好，再写成数据文件；已有数据文件的地方不动。恢复出来的作为一台新笔记本
接着写，人还是同一个人，评分表还是同一张；原来那台修好了，两边互相合并，一条不丢也不重。
加密的备份用编办的私钥打开。`,
			`Restores a copy: it is proven whole first and then becomes a book; where a book lies already nothing
is touched. The restored book goes on as a new laptop of the same person, on the same sheets; when
the old laptop works again, merging both loses nothing and doubles nothing. Sealed copies are opened
with the office's secret key.`},
		Example: Text{"zoufang restore /media/usb/走访/备份.db\nzoufang restore 备份.db --to 恢复.db",
			"zoufang restore /media/usb/zoufang/zoufang-1a2b3c4d-20260309-104200.db\nzoufang restore backup.db --to /home/li/restored.db"},
	}

	FlagBackupTo    = Text{"备份到哪个`文件夹`", "the `FOLDER` for copies"}
	FlagBackupEvery = Text{"多久备份一次，如 30m、2h（`时长`）", "how often, a `DURATION` such as 30m or 2h"}
	FlagBackupKeep  = Text{"留几`份`", "how many copies to keep, a `NUMBER`"}
	FlagBackupSeal  = Text{"用编办的公钥加密，捡到优盘的人打不开", "seal copies for the office's key: whoever finds the stick reads nothing"}
	FlagRestoreTo   = Text{"恢复成哪个`文件`；不写就是平常的数据文件", "the `FILE` to restore to; the usual book otherwise"}

	CmdBackupDone     = Text{"已备份到 %s，读回核对一致。", "Copied to %s; read back and proven."}
	CmdBackupNone     = Text{"没有设自动备份。设定：zoufang backup auto --to 文件夹", "No copies are made by themselves. Set a place: zoufang backup auto --to DIR"}
	CmdBackupPlan     = Text{"自动备份到 %s，间隔 %s，留 %d 份。", "Copies go to %s, every %s; %d are kept."}
	CmdBackupLast     = Text{"上次备份 %s：%s（现有 %d 份）", "Last copy %s: %s (%d kept)"}
	CmdBackupAlarm    = Text{"注意：%s", "Attention: %s"}
	CmdBackupFresh    = Text{"上次备份以后没有新内容。", "Nothing was recorded since."}
	CmdBackupSealed   = Text{"备份是加密的。", "Copies are sealed."}
	CmdBackupOff      = Text{"已停止自动备份。以前的备份都留着。", "No more copies are made by themselves. Those that were made stay."}
	CmdRestored       = Text{"已从 %s 恢复成 %s，核对完好。", "Restored %s to %s; it is whole."}
	CmdRestoredNobody = Text{"里面还没有本人的记录。", "It holds nothing of the person at this laptop yet."}
	CmdRestoredUpTo   = Text{"%s的记录到 %s 为止，在 %d 次走访里：", "What %s recorded came over up to %s, in %d visits:"}
	CmdRestoredVisit  = Text{"  %s  %d 项  到 %s", "  %s  %d fields  up to %s"}
	CmdRestoredThen   = Text{"这以后写的不在里面：原来那台能开机就导出，再合并进来，一条不丢也不重。", "What was written later is not in it: if the old laptop starts again, export there and merge here; nothing is lost and nothing doubles."}
	CmdUpgraded       = Text{"数据文件已升级到本程序的版本。升级前的备份：%s", "The book was brought up to this program. The copy of it as it was: %s"}
)

var _ = table(map[string]Text{
	"usage.backupauto":   {"写成：zoufang backup auto --to 文件夹，或 zoufang backup auto off，或 zoufang backup auto now。", "Write: zoufang backup auto --to DIR, or zoufang backup auto off, or zoufang backup auto now."},
	"stage.backup":       {"备份", "copying"},
	"stage.backup.check": {"核对备份", "proving the copy"},
	"stage.restore":      {"恢复", "restoring"},
})
