package words

// Steps as the scheme has them, versions in lists, and samples of schemes, on the command line.
var (
	StepNotes     = Text{"%d 条", "noted %d"}
	StatusRound   = Text{"本年度用 %s（%s），步骤：%s。", "The round uses %s (%s), steps: %s."}
	StatusOther   = Text{"另有单位用 %s（%s），步骤：%s。", "Some units are on %s (%s), steps: %s."}
	StatusMissing = Text{"另有单位用 %s，这个指标体系的文件还没有收到，合并带有它的数据包以后才能看到进度。", "Some units are on %s, whose file has not arrived; merge a bundle that carries it to see how far they are."}
	CmdDemoDoneOf = Text{"已生成示范数据 %s。打开：zoufang demo --scheme %s", "Sample made at %s. Open it: zoufang demo --scheme %s"}
	FlagSampleOf  = Text{"哪一套指标体系的示范：`名称`（default 或 practice）", "the sample of which scheme: its `NAME`, default or practice"}
)

var _ = table(map[string]Text{
	"cmd.sample.none": {"指标体系 %s 没有示范数据。有示范的：%s。要用它新建数据文件：zoufang init --scheme。", "There is no sample of the scheme %s. There is one of: %s. To make a book with it: zoufang init --scheme."},
})
