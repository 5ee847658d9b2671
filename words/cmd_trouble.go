package words

// Commands about what is kept but odd, and about laptops.
var (
	CmdTrouble = Command{
		Use:   Text{"trouble [选项]", "trouble [flags]"},
		Short: Text{"存疑：收着但不寻常的，一处一处说清楚", "List what is kept but odd, and what to do"},
		Long: Text{`把收着但不寻常的逐处列出来：缺的记录、复制过的笔记本、等着认可的数据包、不准的时钟、没有收的文件、
没有到的附件、重号的访谈、另一版标准的评分表。每一处说明发生了什么、哪些是安全的、要做什么。
只看不改；--clear 逐个问，删掉没有收的文件。`,
			`Lists everything that is kept but odd: changes that are missing, copied laptops, bundles that
wait, clocks that are wrong, files that were refused, attachments that have not arrived, talks
under one code, sheets under another version. Each says what happened, what is safe and what
to do. It changes nothing;
--clear asks about each file that was refused and deletes it.`},
		Example: Text{"zoufang trouble\nzoufang trouble --json", "zoufang trouble\nzoufang trouble --json"},
	}
	CmdDevices = Command{
		Use:   Text{"devices [命令] [选项]", "devices [COMMAND] [flags]"},
		Short: Text{"笔记本：列出、认可、停用", "The laptops: list, enrol, revoke"},
		Long: Text{`列出本数据文件见过的每台笔记本：名称、校验词、是否认可、收到多少、缺什么、是否复制过、
时钟差多少。`,
			`Lists every laptop the book has heard of: label, check phrase, whether it is enrolled, what of it
is here and what is missing, whether it was copied, how far its clock is off.`},
		Example: Text{"zoufang devices\nzoufang devices --json", "zoufang devices\nzoufang devices --json"},
	}
	CmdDevicesEnrol = Command{
		Use:   Text{"enrol 笔记本 [选项]", "enrol DEVICE [flags]"},
		Short: Text{"认可一台笔记本（或重新认可停用的）", "Enrol a laptop, or one that was revoked"},
		Long: Text{`认可一台笔记本：以后合并它的数据包。请先用电话或当面核对校验词。
笔记本可以写名称、编号，或标识的前几位（四位以上）。`,
			`Enrols a laptop: its bundles are merged from now on. Compare the check phrase by voice first.
Name the laptop by label, number or the first letters of its id (four or more).`},
		Example: Text{"zoufang devices enrol 5c0f\nzoufang devices enrol 5c0f --label 本机05", "zoufang devices enrol 5c0f\nzoufang devices enrol 5c0f --label laptop05"},
	}
	CmdDevicesRevoke = Command{
		Use:   Text{"revoke 笔记本 --reason 理由", "revoke DEVICE --reason REASON"},
		Short: Text{"停用一台笔记本：以前收到的照常有效，以后的先放着", "Revoke a laptop: what is here stays, what comes later waits"},
		Long: Text{`停用一台丢失、被盗或不再信任的笔记本。停用以前收到的记录照常有效；以后来自它的新记录留在
收件箱，不收。只对本数据文件有效，不随数据包传给别人。重新认可就恢复。`,
			`Revokes a laptop that was lost, stolen or is not trusted any more. What had arrived stays valid; new
changes of it stay in the inbox. It holds for this book only and does not travel. Enrolling the
laptop again takes it back.`},
		Example: Text{"zoufang devices revoke 本机03 --reason 车上被盗", "zoufang devices revoke laptop03 --reason \"stolen from the car\""},
	}

	FlagDeviceLabel  = Text{"给它起的`名称`", "what to call it, a `LABEL`"}
	FlagDeviceOffice = Text{"这是编办的笔记本：它发来的公钥直接使用", "it is the office's: its keys count"}
	FlagDeviceReason = Text{"为什么停用，一句`话`", "why, one `SENTENCE`"}
	FlagSalvage      = Text{"抢救不完整的数据包：只收能证明完整的部分", "salvage a cut bundle: take only what can be proven"}

	CmdNoTrouble      = Text{"没有存疑的：该到的都到了，收着的都认得。", "Nothing is odd: all that was heard of is here, and all that is here is known."}
	CmdTroubleCount   = Text{"存疑 %d 处，其中要处理 %d 处。逐处说明：zoufang trouble", "%d odd, of which %d wait for somebody. Each in words: zoufang trouble"}
	CmdTroubleSafe    = Text{"不用担心", "safe"}
	CmdTroubleDo      = Text{"怎么办", "to do"}
	CmdTroubleFile    = Text{"文件", "file"}
	CmdDeviceEnrolled = Text{"已认可：%s（%s）。收件箱里它的数据包，下次合并时收进来。", "Enrolled: %s (%s). Bundles of it that wait are taken up by the next merge."}
	CmdDeviceRevoked  = Text{"已停用：%s（%s）。以前收到的照常有效，以后的先放着。", "Revoked: %s (%s). What is here stays valid; what comes later waits."}
	CmdDevicesNone    = Text{"还没有见过笔记本。", "No laptop was heard of yet."}

	InspectFormat    = Text{"格式", "format"}
	InspectFormatOf  = Text{"%d（读它至少要格式 %d 的程序）", "%d (a reader of format %d at least)"}
	InspectDigest    = Text{"文件摘要", "sha256"}
	InspectGap       = Text{"缺", "missing"}
	InspectWithheld  = Text{"有意不带", "withheld"}
	InspectFile      = Text{"附件", "file"}
	InspectMoreFiles = Text{"  附件还有 %d 个，共 %d 字节；全部见 --json。", "  %d more files, %d bytes in all; --json names each."}
	InspectUnitOf    = Text{"%s（修改 %d）", "%s (%d changes)"}
	InspectNoName    = Text{"没有写名称的单位 %s", "a unit without a name, %s"}
	InspectNobody    = Text{"没有写姓名", "nobody named"}
	InspectNewer     = Text{"有 %d 处是新版程序写的，这里显示不出；合并时原样留着。", "%d changes of a newer program cannot be shown here; merging keeps them as they are."}
	InspectRough     = Text{"记录太多，每人的数目只数到一部分。", "There are too many records: the counts for each person are at least these."}

	ColDevice = Text{"笔记本", "laptop"}
	ColTrust  = Text{"认可", "trust"}
	ColHave   = Text{"已有", "here"}
	ColGaps   = Text{"待补", "missing"}
	ColSeen   = Text{"最近收到", "last seen"}
	ColClock  = Text{"时钟", "clock"}
	ColPhrase = Text{"校验词", "check phrase"}
	ColID     = Text{"标识", "id"}

	ClockAhead  = Text{"快 %s", "%s ahead"}
	ClockBehind = Text{"慢 %s", "%s behind"}
	ClockJump   = Text{"跳过 %s", "stepped %s"}
	ClockRight  = Text{"--", "--"}

	CmdSalvageHow   = Text{"只有一部分还能用：zoufang merge --salvage %s 只收能证明完整的部分。", "A part may still be good: zoufang merge --salvage %s takes only what can be proven."}
	CmdSalvageCut   = Text{"读到这里为止：%s", "Reading ended: %s"}
	CmdSalvageRun   = Text{"  可收  %s  第 %d 至 %d 条", "  proven  %s  changes %d to %d"}
	CmdSalvageWaits = Text{"  待认可  %s  第 %d 至 %d 条", "  not enrolled  %s  changes %d to %d"}
	CmdSalvageLost  = Text{"  不收  %s  第 %d 条起：后面没有签名证明", "  not taken  %s  from change %d on: no signature proves them"}
	CmdSalvageSaid  = Text{"  文件开头说共有记录 %d 条、文字 %d 段、附件 %d 个；完整读到的是 %d 条、%d 段、%d 个。", "  The file says that it holds %d changes, %d texts and %d files; whole are %d, %d and %d."}
	CmdSalvaged     = Text{"已抢救：新增记录 %d 条，相同 %d 条。", "Salvaged: %d new changes, %d the same."}
	CmdSalvageLacks = Text{"这些记录提到的还缺：文字 %d 段，附件 %d 个。请原笔记本重新导出，合并完整的数据包就补齐。", "Of what these speak of, %d texts and %d files are missing. Let the laptop export again; merging the whole bundle fills them in."}
	CmdRevokedWaits = Text{"里面有已停用的笔记本（%s）的新记录：先放着，没有收。", "It holds new changes of a laptop that was revoked (%s): they wait and are not taken up."}

	ProgressLeft   = Text{"约 %s", "about %s"}
	CmdSideDecided = Text{"这是研究确定的，理由：%s", "this was decided, for the reason: %s"}
	CmdDecidedMany = Text{"已定 %d 处，还剩 %d 处。", "Settled %d; %d are left."}
	CmdDecideNone  = Text{"没有一处符合，什么也没有定。", "None fits; nothing was settled."}
	FlagAll        = Text{"一次定下所有符合的（`equal|one-sided|person=姓名`）：各人一致、只差空格换行的；只有一方有内容的；都用这个人写的", "settle all that fit (`equal|one-sided|person=NAME`): all say the same but for spaces; only one side says anything; take what that person wrote"}
)

// DeviceTrust is what stands in lists of laptops.
var DeviceTrust = map[string]Text{
	"own":     {"本机", "this one"},
	"trusted": {"已认可", "enrolled"},
	"office":  {"编办", "office"},
	"unknown": {"未认可", "not enrolled"},
	"revoked": {"已停用", "revoked"},
}

var _ = table(map[string]Text{
	"cmd.nodevice":    {"没有见过笔记本“%s”。看看 zoufang devices。", "No laptop “%s” was heard of. See zoufang devices."},
	"cmd.manydevices": {"“%s”不止一台：%s、%s。请写标识的前几位。", "“%s” is more than one laptop: %s, %s. Give the first letters of the id."},
	"usage.salvage":   {"--salvage 一次只处理一个文件，写成：zoufang merge --salvage 文件。", "--salvage takes one file: zoufang merge --salvage FILE."},
	"cmd.newer":       {"%s 是新版程序写的，整份留在收件箱，没有收。升级程序以后再合并一次。", "%s was written by a newer program; it is kept whole in the inbox. Merge once more with the newer program."},
	"decide.revoked":  {"有 %d 台已停用的笔记本的新记录先放着。确实该收，用 zoufang devices enrol 重新认可后再合并。", "New changes of %d revoked laptops wait. If they are right after all, enrol them again with zoufang devices enrol and merge once more."},
	"usage.decideall": {"--all 后面写 equal、one-sided 或 person=姓名；同时要写 --reason，不写编号、--take、--side、--text。", "--all takes equal, one-sided or person=NAME; it needs --reason, and no code, --take, --side or --text."},
})
