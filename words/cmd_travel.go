package words

// Commands of what travels between books, and of the book itself.
var (
	CmdExport = Command{
		Use:   Text{"export 文件夹或文件 [选项]", "export FOLDER|FILE [flags]"},
		Short: Text{"导出数据包", "Write a bundle"},
		Long: Text{`把本机记下的内容写成一个签名的数据包（*.zfb）。写完读回来核对、把得分再算一遍，一致
才算完成。--since 只带对方回执里还没有的；--relay 把合并到本机的别人的记录也带上，
编办给新笔记本建数据、替坏掉的笔记本补记录时用。
知道编办的公钥就自动加密，只有编办和本机能打开；还不知道时不加密，可用 --passphrase
改用口令加密。--plain 明说不加密。`,
			`Writes what was recorded on this laptop into one signed bundle (*.zfb), reads it back,
verifies it and computes the scores again before it says done. --since takes only what
receipts do not acknowledge yet; --relay takes along what others recorded and was merged
here, as the office does for a new laptop or in place of a broken one.
Once an office key is trusted the bundle is sealed: only the office and this laptop can
open it. Before that it is plain; --passphrase seals it under a passphrase. --plain says
that it is not to be sealed.`},
		Example: Text{"zoufang export /media/usb\nzoufang export /media/usb --units D01,D02", "zoufang export /media/usb\nzoufang export /media/usb --units D01,D02"},
	}
	CmdInspect = Command{
		Use:   Text{"inspect 文件 [选项]", "inspect FILE [flags]"},
		Short: Text{"查看并校验数据包，不动任何数据文件", "Show and verify a bundle without touching any book"},
		Long: Text{"校验一个数据包的签名和摘要，说明是谁、哪台笔记本、每个单位每个人记了多少、缺什么、有哪些附件。\n写明 --book 时，还说明那个数据文件认不认可这些笔记本。--json 把每条修改写成一行 JSON。",
			"Verifies a bundle's signatures and digests and says whose it is, which laptop, how much of each person's for\neach unit, what is missing, which files. With --book it also says whether that book trusts the laptops.\n--json writes every change as one JSON line."},
		Example: Text{"zoufang inspect 李敏.zfb\nzoufang inspect 李敏.zfb --json", "zoufang inspect limin.zfb\nzoufang inspect limin.zfb --json"},
	}
	CmdMerge = Command{
		Use:   Text{"merge 文件... [选项]", "merge FILE... [flags]"},
		Short: Text{"合并数据包：次序、次数都不影响结果", "Merge bundles, in any order and any number of times"},
		Long: Text{`合并一个或几个数据包。先全部校验、列出会并入什么，再一次写入；写到一半断电也不会留下
半份。先后次序和重复合并都不影响结果。两边写得不同的并排留着，用 conflicts 和 decide 定。
没有认可过的笔记本，数据包先放着：用电话核对校验词后，加 --enrol 认可。
不完整的数据包不收；--salvage 只收其中能证明完整的部分，缺的等完整的补齐。
新版程序写的整份留着，升级后再合并。`,
			`Merges one or more bundles: all are verified first and what they bring is listed, then
everything is written at once; a power cut leaves no half. Order and repetition make no
difference. Where two sides differ both stay, to be settled with conflicts and decide.
A bundle of a laptop nobody enrolled waits: compare the check phrase by voice, then
merge with --enrol. A bundle that is cut is refused; --salvage takes only what of it can be
proven, and the whole one fills in the rest. One of a newer program is kept whole until then.`},
		Example: Text{"zoufang merge /media/usb/*.zfb\nzoufang merge 李敏.zfb 赵强.zfb --enrol --yes", "zoufang merge /media/usb/*.zfb\nzoufang merge limin.zfb zhaoqiang.zfb --enrol --yes"},
	}
	CmdConflicts = Command{
		Use:     Text{"conflicts [单位] [选项]", "conflicts [UNIT] [flags]"},
		Short:   Text{"列出各人评分不同、两边写得不同，等人定的内容", "List where sheets or books differ and a decision is wanted"},
		Example: Text{"zoufang conflicts\nzoufang conflicts D01 --json", "zoufang conflicts\nzoufang conflicts D01 --json"},
	}
	CmdDecide = Command{
		Use:   Text{"decide 编号 --reason 理由 [选项]", "decide CODE --reason REASON [flags]"},
		Short: Text{"定下一处不同，写明理由；两边原来的都保留", "Settle a difference with a reason; both sides stay on record"},
		Long: Text{"定下一处不同。编号见 conflicts。--take 说明怎么定：left、right 采用第一、第二方，也可以写姓名；\nunite 合并（问题成立，同一件事只计一次）；apart 不是一件事，各计各的；value 值 另定；open 收回已定的。\n--side 采用第几方，--text 另写内容，与 --take 三者取一；理由必填。--dissent 记下不同意见。\n--join 把另一条问题并为同一件事。--all equal、one-sided 一次定下各人一致的、只有一方记了的，\n影响等次的不在其中。定下的也是一处修改：以后到的、定的时候没见过的修改会让它重新待定。",
			"Settles a difference. The code is the one conflicts shows. --take says how: left and right take the first\nor second side, a name takes that person's; unite lets facts stand and counts one fact once; apart says that they are\ndifferent facts; value VALUE sets another value; open takes a decision back. Instead of --take, --side N takes a side\nand --text writes what is right. A reason is needed. --dissent records who disagrees. --join makes another finding\nthe same fact. --all equal or one-sided settles all that fit, but what the grade depends on. A decision is a change like any\nother: an edit that it never saw opens the difference again when it arrives."},
		Example: Text{"zoufang decide 30120417 --take right --reason 复核工资报表，以第二份为准\nzoufang decide 5b7a90c2d1e4 --take value 3 --reason 逐人核对 --dissent 赵琪=应为2=名册为2人\nzoufang decide --all equal --reason 两人记的一样", "zoufang decide 30120417 --take right --reason \"payroll checked again\"\nzoufang decide 5b7a90c2d1e4 --take value 3 --reason \"checked by name\" --dissent \"Zhao=2=the roster says 2\"\nzoufang decide --all equal --reason \"both say the same\""},
	}
	CmdCheck = Command{
		Use:   Text{"check [选项]", "check [flags]"},
		Short: Text{"检查数据文件是否完好", "Check that the book is whole"},
		Long: Text{"检查数据文件是否完好，并给出内容摘要：两个数据文件内容一样，摘要就一样。--rebuild 重建汇总和索引。\n--code 核对一张单子上的核验码：与数据文件相符、制表以后有改动，还是查不到；加 --file 逐行对照单子的文件，只写 --file 就从文件里读核验码。",
			"Checks that the book is whole and prints its digest: two books that hold the same print the same digest. --rebuild makes summaries and indexes anew.\n--code holds the check code of a sheet against the book: the same, changed since, or unknown; with --file it compares the sheet's file line by line, and --file alone reads the code from the file."},
		Example: Text{"zoufang check\nzoufang check --rebuild\nzoufang check --code 7Q2M-4K9T-0XHB --file 事实确认单.html", "zoufang check\nzoufang check --rebuild\nzoufang check --code 7Q2M-4K9T-0XHB --file facts.html"},
	}
	CmdCompletion = Command{
		Use:   Text{"completion bash|zsh|fish|powershell", "completion bash|zsh|fish|powershell"},
		Short: Text{"生成命令补全脚本", "Write the script for command completion"},
		Long: Text{"生成命令补全脚本，命令、选项、单位代码都能按 Tab 补全。",
			"Writes the script that lets a shell complete commands, flags and unit codes with Tab."},
		Example: Text{"zoufang completion bash > ~/.local/share/bash-completion/completions/zoufang", "zoufang completion bash > ~/.local/share/bash-completion/completions/zoufang"},
	}
	CmdVersion = Command{
		Use:   Text{"version [选项]", "version [flags]"},
		Short: Text{"版本", "The version"},
	}
)
