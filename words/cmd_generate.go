package words

// The generated district of `demo --units`.
var (
	FlagGenUnits  = Text{"生成一个这么多`单位`的区", "generate a district of so many `UNITS`"}
	FlagGenPeople = Text{"生成的区有多少`评估人员`", "how many `EVALUATORS` the generated district has"}
	FlagGenSeed   = Text{"`种子`：相同的数得相同的区", "the `SEED`: the same numbers give the same district"}
	GenerateAt    = Text{"已生成 %d/%d 个单位", "generated %d of %d units"}
	GenerateDone  = Text{"已生成 %s：%d 个单位，%d 名评估人员，种子 %d。", "Made %s: %d units, %d evaluators, seed %d."}
)

var _ = table(map[string]Text{
	"usage.generate": {"单位数是 1 到 %d，评估人员是 1 到 %d。", "Between 1 and %d units, and 1 and %d evaluators."},
})
