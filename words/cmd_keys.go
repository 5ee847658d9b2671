package words

// Sentences about keys that name commands, flags or how a key begins.
var _ = table(map[string]Text{
	"bundle.recipient":   {"“%s”不是公钥。公钥以 age1 开头，编办运行 zoufang key show 就能看到。", "“%s” is not a public key. One begins with age1; the office sees its own with zoufang key show."},
	"usage.seal":         {"--to、--plain、--passphrase 不能一起用。", "--to, --plain and --passphrase exclude each other."},
	"usage.passphrase":   {"这里不是终端，没法问口令。请把口令放进环境变量 %s。", "This is not a terminal, so the passphrase cannot be asked. Put it into the environment variable %s."},
	"usage.nopassphrase": {"环境变量 %s 是空的，里面要有口令。", "The environment variable %s is empty; it must hold the passphrase."},
	"usage.office":       {"--office 要和 --enrol 一起用，而且一次只认可一台笔记本；现在有 %d 台。", "--office goes with --enrol, and for one laptop at a time; there are %d."},
	"cmd.stopped":        {"已停下，什么也没有做。", "Stopped; nothing was done."},
	"cmd.passphrases":    {"两遍口令不一样，什么也没有做。请再来一次。", "The two passphrases differ and nothing was done. Try again."},
	"cmd.sealed":         {"%s 是加密的，没有打开，原因见上；别的照常。", "%s is sealed and was not opened, for the reason above; the rest went on."},
})

// What the commands about keys say.
var (
	FlagTo            = Text{"另外密封给这把`公钥`（age1…），可以写几次", "seal for this `RECIPIENT` (age1…) too; may be repeated"}
	FlagPlain         = Text{"不加密", "do not seal"}
	FlagPassphrase    = Text{"用口令加密：在终端上问两遍，或取自环境变量 ZOUFANG_PASSPHRASE", "seal with a passphrase: asked twice on a terminal, or from the environment variable ZOUFANG_PASSPHRASE"}
	FlagPassphraseEnv = Text{"口令取自这个环境`变量`，默认 ZOUFANG_PASSPHRASE", "take the passphrase from this environment `VARIABLE`; ZOUFANG_PASSPHRASE if not given"}
	FlagIdentity      = Text{"用这个私钥`文件`打开加密的数据包（age 的格式），可以写几次", "open sealed bundles with this identity `FILE` of age; may be repeated"}
	FlagOffice        = Text{"认可的是编办的笔记本：它发来的公钥直接使用", "the laptop being enrolled is the office's: its keys count"}
	FlagKeyLabel      = Text{"公钥的`名称`，如“编办”", "what the key is called, a `LABEL` such as office"}
	FlagKeyOut        = Text{"私钥写到这个`文件`，默认放在本机的配置文件夹", "write the secret key to this `FILE`; into the configuration folder of this machine if not given"}
	FlagKeyEscrow     = Text{"备用的：平时锁起来，主钥匙丢了才用", "an escrow key: locked away for the day the office's own is lost"}
	FlagKeyOpen       = Text{"私钥不用口令保护（只给脚本用）", "do not protect the secret key with a passphrase (for scripts)"}

	CmdExportFor    = Text{"已加密，密封给：%s", "Sealed for: %s"}
	CmdExportUnder  = Text{"已用口令加密。口令请另外告诉对方。", "Sealed under the passphrase. Tell it separately."}
	CmdExportNoKey  = Text{"没有加密：还没有编办的公钥。要加密，加 --passphrase 用口令；或先用 zoufang key trust 添加编办的公钥。请按保密要求传递。", "Not sealed: no key of the office is known. To seal it use --passphrase, or add the office's key with zoufang key trust. Carry it as the rules for secrets demand."}
	CmdExportWaits  = Text{"没有加密：收到 %d 把公钥，还没有人核对。看 zoufang key show，核对校验词后用 zoufang key trust。请按保密要求传递。", "Not sealed: %d keys arrived that nobody compared. See zoufang key show, compare the check phrase, then zoufang key trust. Carry it as the rules for secrets demand."}
	CmdExportAsked  = Text{"注意：按 --plain 没有加密，谁拿到都能看。请按保密要求传递。", "Mind: it was not sealed, as --plain demands, and whoever gets hold of it can read it. Carry it as the rules for secrets demand."}
	CmdKeyDoubted   = Text{"注意：有人说 %s 这把公钥已停用，本机还在用。请问编办。", "Mind: somebody says that the key %s is revoked; it is still used here. Ask the office."}
	CmdAskPhrase    = Text{"口令（不显示）：", "Passphrase (not shown): "}
	CmdAskPhrase2   = Text{"再输一遍：", "Once more: "}
	CmdAskOffice    = Text{"编办私钥的口令（不显示）：", "Passphrase of the office's key (not shown): "}
	CmdAskBundle    = Text{"数据包的口令（不显示）：", "Passphrase of the bundle (not shown): "}
	CmdKeyMade      = Text{"已生成私钥：%s\n公钥：%s\n校验词：%s", "Made the secret key: %s\npublic key: %s\ncheck phrase: %s"}
	CmdKeyGuard     = Text{"私钥用口令保护。口令和私钥文件丢了任何一样，加密的数据包就打不开了：请另做一把备用的（key new --escrow -o 文件），锁在别处。", "The secret key is under its passphrase. If either is lost, sealed bundles stay closed: make another for escrow (key new --escrow -o FILE) and lock it away elsewhere."}
	CmdKeyOpen      = Text{"注意：私钥没有口令，谁拿到 %s 就能看所有数据包。", "Mind: the secret key has no passphrase; whoever gets hold of %s reads every bundle."}
	CmdKeyTrusted   = Text{"以后的数据包会密封给：%s\n校验词：%s", "Bundles will be sealed for: %s\ncheck phrase: %s"}
	CmdKeyHereOnly  = Text{"只在本机有效，不随数据包传给别人（要编办或组长才能传）。", "It counts on this laptop only and does not travel (the office or a leader can have it travel)."}
	CmdKeyTravels   = Text{"已记下，随数据包传给别的笔记本。", "It is recorded and travels with the bundles."}
	CmdKeyRevoked   = Text{"已停用，以后不再用它加密：%s", "Revoked, nothing is sealed for it any more: %s"}
	CmdKeyOwn       = Text{"本机的公钥（导出时总会加上）：", "The key of this laptop (always among those a bundle is sealed for):"}
	CmdKeyHere      = Text{"本机存着的编办私钥：", "Secret keys of the office on this machine:"}
	CmdKeyKnown     = Text{"加密用的公钥：", "Keys that bundles are sealed for:"}
	CmdKeyNone      = Text{"还没有。编办用 zoufang key new 生成。", "None yet. The office makes one with zoufang key new."}
	CmdKeyGuarded   = Text{"有口令", "under a passphrase"}
	CmdKeyBare      = Text{"没有口令", "no passphrase"}
	CmdKeyPending   = Text{"没有核对，不使用：电话核对校验词，一致再 zoufang key trust", "not compared, not used: compare the check phrase by voice, then zoufang key trust"}
	CmdKeyFrom      = Text{"%s 记于 %s", "recorded by %s on %s"}
	CmdSealedFile   = Text{"加密的（age），%d 字节", "sealed (age), %d bytes"}
	CmdSealedKinds  = Text{"能打开的：%s", "can be opened by: %s"}
	CmdSealedKey    = Text{"私钥 %d 把", "keys: %d"}
	CmdSealedPhrase = Text{"知道口令的人", "whoever knows the passphrase"}
	CmdSealedOther  = Text{"别种钥匙（%s）", "another kind of key (%s)"}
	CmdOfficeLaptop = Text{"已认作编办的笔记本：它发来的公钥直接使用。", "Enrolled as the office's laptop: its keys count here."}
)

// The commands about keys.
var (
	CmdKey = Command{
		Use:   Text{"key 命令", "key COMMAND"},
		Short: Text{"数据包加密用的钥匙", "The keys that bundles are sealed with"},
		Long: Text{`数据包密封给编办的公钥以后，只有编办的私钥（和导出的那台笔记本）能打开。
编办用 key new 做一把，公钥随数据包传给各组；笔记本上有人核对过校验词才会用。`,
			`A bundle that is sealed for the office's public key can be opened with the office's
secret key only, and on the laptop that wrote it. The office makes one with key new; the
public half travels with its bundles and is used once somebody compared its check phrase.`},
		Example: Text{"zoufang key new --label 编办\nzoufang key show", "zoufang key new --label office\nzoufang key show"},
	}
	CmdKeyNew = Command{
		Use:   Text{"new [选项]", "new [flags]"},
		Short: Text{"编办生成一把钥匙", "The office makes a key"},
		Long: Text{`生成一把钥匙：私钥用口令保护，放在本机的配置文件夹或 -o 指定的文件里，不覆盖任何
文件；公钥记进数据文件，随数据包传给各组。私钥文件是 age 的通用格式，age -d -i 也能用。`,
			`Makes a key: the secret half goes under a passphrase into the configuration folder, or to
the file that -o names, and never over another; the public half is recorded in the book and
travels. The file is an ordinary identity file of age: age -d -i takes it too.`},
		Example: Text{"zoufang key new --label 编办\nzoufang key new --label 备用 --escrow -o /media/usb/备用.age", "zoufang key new --label office\nzoufang key new --label escrow --escrow -o /media/usb/escrow.age"},
	}
	CmdKeyShow = Command{
		Use:     Text{"show [选项]", "show [flags]"},
		Short:   Text{"列出钥匙、校验词、有没有口令", "List the keys, their check phrases, and what a passphrase protects"},
		Long:    Text{"列出本机的公钥、本机存着的编办私钥、加密用的公钥，以及电话核对用的校验词。", "Lists the key of this laptop, the secret keys of the office that lie here, the keys bundles are sealed for, and the check phrases to read out on the telephone."},
		Example: Text{"zoufang key show\nzoufang key show --json", "zoufang key show\nzoufang key show --json"},
	}
	CmdKeyTrust = Command{
		Use:   Text{"trust 公钥 [选项]", "trust RECIPIENT [flags]"},
		Short: Text{"以后的数据包密封给这把公钥", "Seal bundles for this public key from now on"},
		Long: Text{`以后的数据包密封给这把公钥。先给编办打电话核对校验词，一字不差才用。
编办和组长添加的会随数据包传给别人；别人添加的只在本机有效。`,
			`Has bundles sealed for this public key from now on. Call the office first and compare the
check phrase. What the office or a leader adds travels with the bundles; what others add
counts on their laptop only.`},
		Example: Text{"zoufang key trust age1… --label 编办", "zoufang key trust age1… --label office"},
	}
	CmdKeyRevoke = Command{
		Use:     Text{"revoke 公钥 --reason 理由", "revoke RECIPIENT --reason REASON"},
		Short:   Text{"停用一把公钥，不能恢复", "Seal nothing for this public key any more, for good"},
		Long:    Text{"停用一把公钥，不能恢复。以前密封给它的数据包，私钥还能打开。", "Has nothing sealed for a public key any more, for good. What was sealed for it before can still be opened with its secret half."},
		Example: Text{"zoufang key revoke age1… --reason 私钥丢失", "zoufang key revoke age1… --reason \"the secret key was lost\""},
	}
)
