package words

// Words of how far evaluators agree, of the book: on the command line and on the screen.
var (
	AgreeNothing    = Text{"还没有可比的：同一单位要有两份以上提交了、看得到的评分表。", "Nothing to compare yet: a unit needs two closed sheets or more that may be seen."}
	AgreeBook       = Text{"两人以上评过的单位 %d 个，指标 %d 项次；按各人提交时的评分算，不是评议以后的。", "Units judged by two or more: %d, indicators: %d; as the sheets were closed, not as was agreed."}
	AgreeOutlier    = Text{"与别人差得最多的是%s：每项平均相差 %s 分，平均多扣 %s 分（%d 项）。请看各项，再下结论。", "Furthest from the others is %s: %s points per indicator, %s more taken on average (%d indicators). Look at them before concluding."}
	AgreeNoOutlier  = Text{"没有明显与别人不同的评估人员，或者人数、项数太少，还看不出。", "No evaluator stands out, or there are too few to say."}
	AgreeWorst      = Text{"分歧最多的指标是 %s：两两相同的只有 %s%%（%d 个单位），可能是条款写得不清楚。", "Evaluators agree least on %s: only %s%% of the pairs are the same (%d units); it may be badly worded."}
	AgreeNoWorst    = Text{"没有分歧明显的指标，或者单位不足 %d 个，还看不出。", "No indicator stands out, or it has fewer than %d units."}
	AgreeItems      = Text{"项次", "items"}
	AgreeTeams      = Text{"组", "team"}
	AgreeMethods    = Text{"方法", "method"}
	AgreeIndicators = Text{"指标", "indicator"}
	AgreeAlpha      = Text{"α（间距）", "alpha"}
	AgreeICC        = Text{"ICC(2,1)", "ICC(2,1)"}
	AgreeWeakItems  = Text{"不足 %d 项次的，只能参考。各项系数的全部数字用 --json。", "Under %d items a figure is a hint at most. All coefficients are in --json."}

	AgreeTitle   = Text{"评分一致程度", "Agreement"}
	AgreeJump    = Text{"评分一致程度", "agreement between evaluators"}
	AgreeNext    = Text{"换一张表", "next table"}
	AgreeDetails = Text{"全部系数", "all figures"}
	AgreeStar    = Text{"带 * 的不足 %d 项次，只能参考。Enter 看全部系数。", "With * it rests on under %d items: a hint at most. Enter tells all."}
	AgreePeople  = Text{"评估人员", "evaluator"}
	AgreeApart   = Text{"相差", "apart"}
	AgreeMore    = Text{"多扣", "more"}
)

var _ = table(map[string]Text{
	"percent": {"两两相同", "pairs the same"},
	"linear":  {"kappa，线性加权", "kappa, linear weights"},
})
