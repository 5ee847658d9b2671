package words

// The command about the idle lock of the screen.
var (
	CmdLock = Command{
		Use:   Text{"lock 命令", "lock COMMAND"},
		Short: Text{"锁屏：一段时间不动就问口令", "Lock the screen after idle time"},
	}
	CmdLockShow = Command{
		Use:     Text{"show [选项]", "show [flags]"},
		Short:   Text{"现在锁不锁屏", "Whether the screen locks"},
		Example: Text{"zoufang lock show\nzoufang lock show --json", "zoufang lock show\nzoufang lock show --json"},
	}
	CmdLockSet = Command{
		Use:   Text{"set [选项]", "set [flags]"},
		Short: Text{"设锁屏", "Set the lock"},
		Long: Text{`一段时间没有按键，屏幕就锁上；打开数据文件时也先问口令。口令在终端上问两遍，或取自环境变量。
本机存着编办的私钥时，用私钥的口令。口令只记在本机，不进数据文件，也不随数据包走。
锁屏只挡住屏幕，不加密数据文件：拿到文件的人仍然能读，命令行也照常。`,
			`The screen locks after some time without a key, and asks for the passphrase when the book
is opened. The passphrase is asked twice on a terminal, or taken from the environment. Where
the office's key lies on this machine it is the passphrase of that. It is kept on this
machine only, never in the book or a bundle. The lock guards the screen; it does not encrypt
the book: whoever gets the file can read it, and the command line goes on as before.`},
		Example: Text{"zoufang lock set\nzoufang lock set --minutes 5\nzoufang lock set --passphrase-env WORD", "zoufang lock set\nzoufang lock set --minutes 5\nzoufang lock set --passphrase-env WORD"},
	}
	CmdLockOff = Command{
		Use:     Text{"off [选项]", "off [flags]"},
		Short:   Text{"不再锁屏（要口令）", "Take the lock away (asks for the passphrase)"},
		Example: Text{"zoufang lock off", "zoufang lock off"},
	}
	FlagLockMinutes = Text{"几`分钟`没有按键就锁，1 到 240", "lock after so many `MINUTES` without a key, 1 to 240"}
	CmdAskLock      = Text{"锁屏口令（不显示）：", "Passphrase of the screen lock (not shown): "}
)
