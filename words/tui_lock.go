package words

// Words of the locked screen and of its settings.
var (
	LockTitle    = Text{"锁屏设置", "Screen lock"}
	LockNow      = Text{"立即锁屏", "lock the screen now"}
	LockedHead   = Text{"已锁屏。写到哪里，回来还在哪里。", "Locked. You come back to where you were."}
	LockedPhrase = Text{"口令", "Passphrase"}
	LockedOffice = Text{"编办私钥的口令", "Passphrase of the office's key"}
	LockedKeys   = Text{"Enter 打开   Ctrl+Q 退出（都已保存）", "Enter opens   Ctrl+Q quits (everything is saved)"}
	LockedWrong  = Text{"口令不对。请等 %d 秒再试；内容都在。", "Wrong passphrase. Wait %d seconds and try again; everything is safe."}
	LockedWait   = Text{"还要等 %d 秒才能再试。", "Wait %d more seconds before the next try."}
	LockedTrying = Text{"正在核对……", "Checking…"}

	LockOff      = Text{"现在不锁屏。", "The screen does not lock."}
	LockOn       = Text{"%d 分钟没有按键就锁屏；打开数据文件时也先问口令。", "The screen locks after %d minutes without a key, and asks when the book is opened."}
	LockPlain    = Text{"锁屏只挡住屏幕，不加密数据文件：拿到文件的人仍然能读。笔记本请按保密要求保管。", "The lock only guards the screen; it does not encrypt the book: whoever gets the file can read it. Keep the laptop as the rules for secrets demand."}
	LockOwn      = Text{"口令只记在本机，不进数据文件，不随数据包走。忘了就打不开屏幕，请记牢。", "The passphrase stays on this machine, never in the book or a bundle. Without it the screen stays locked: remember it."}
	LockByOffice = Text{"本机存着编办的私钥：锁屏用同一个口令。", "The office's key lies on this machine: the lock takes the same passphrase."}
	LockMinutes  = Text{"几分钟不动就锁", "Lock after minutes"}
	LockMinHint  = Text{"1 到 240 分钟。", "1 to 240 minutes."}
	LockPhrase   = Text{"口令（不显示）", "Passphrase (not shown)"}
	LockAgain    = Text{"再输一遍      ", "Once more             "}
	LockCurrent  = Text{"现在的口令", "Current passphrase"}
	LockSet      = Text{"设好", "set"}
	LockClear    = Text{"不再锁屏", "no lock"}
	LockIsSet    = Text{"已设好：%d 分钟没有按键就锁屏。", "Set: the screen locks after %d minutes without a key."}
	LockIsOff    = Text{"已关掉，不再锁屏。", "Off: the screen no longer locks."}
	LockDiffer   = Text{"两遍口令不一样，没有改动。", "The two passphrases differ; nothing was changed."}
	LockNotSet   = Text{"还没有设锁屏：命令表里打“锁屏设置”。", "No lock is set yet: see “screen lock” among the commands."}
	LockHint     = Text{"Tab 换一栏，Enter 设好。口令至少 8 个字，可以用中文。", "Tab: next field; Enter sets it. At least 8 characters."}
)
