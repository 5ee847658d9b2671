package words

// Agreement between evaluators.
var (
	CmdAgreement = Command{
		Use:   Text{"agreement [--csv 文件] [选项]", "agreement [--csv FILE] [flags]"},
		Short: Text{"计算评估人员之间的一致程度", "How far raters agree"},
		Long: Text{`本数据文件里两人以上评过、都提交了的单位，按各人提交时的评分算，不是评议以后的：总的，
每两人，每个组、方法、指标；与别人差得最多的评估人员，分歧最多的指标；太少说明不了什么的，
照实写明。
--csv 从一张表计算：第一行是评估人员，第一列是单位，格子里是评的值，没评的留空或写“-”。
表可以是 CSV 或 XLSX。值都是数时各项全算；有文字时按名称算。
一致率和加权 kappa 两两计算；克里彭多夫 α 允许有人没评；弗莱斯 κ 要求每个单位评的人数相同；
ICC 只用大家都评了的单位。单位太少、说明不了什么的，照实写明。`,
			`Of this book: the units that two or more judged, as the sheets were closed and not as was
agreed later; all together, by pair, team, method and indicator; the evaluator furthest from
the others and the indicator agreed on least, unless there is too little to say anything.
--csv computes from a table instead: the first row names the raters, the
first column the units, a cell is the value given; empty or “-” where none was. CSV or XLSX.
With numbers all of them are computed, with words only those that take values as names.
Per cent and weighted kappa go by pairs; Krippendorff's alpha allows missing values; Fleiss'
kappa wants as many ratings of each unit; ICC uses the units everybody rated. Where there is
too little to say anything, it says so.`},
		Example: Text{"zoufang agreement\nzoufang agreement --csv 评分对照.csv\nzoufang agreement --csv 评分对照.xlsx --json", "zoufang agreement\nzoufang agreement --csv ratings.csv\nzoufang agreement --csv ratings.xlsx --json"},
	}
	FlagRatings = Text{"单位和评估人员的对照表 `文件`", "the table of units and raters `FILE`"}

	AgreeHead    = Text{"单位 %d 个，评估人员 %d 名", "%d units, %d raters"}
	AgreeNamed   = Text{"有的值不是数，按名称计算。", "Some values are no numbers: they are taken as names."}
	AgreeUnits   = Text{"单位数", "units"}
	AgreeValue   = Text{"系数", "value"}
	AgreePairs   = Text{"两人一组", "pair"}
	AgreePercent = Text{"一致率", "per cent"}
	AgreeKappa   = Text{"kappa", "kappa"}
	AgreeLinear  = Text{"线性加权", "linear"}
	AgreeSquare  = Text{"平方加权", "quadratic"}
	AgreeWeak    = Text{"单位不足 %d 个的，只能参考。", "Under %d units a figure is a hint at most."}
	AgreeAnd     = Text{"%s 和 %s", "%s and %s"}
	AgreeRow     = Text{"第 %d 行：%s", "Row %d: %s"}
)

var _ = table(map[string]Text{
	"agree.few":        {"可比的单位太少", "too few units to compare"},
	"agree.same":       {"所有的值都相同", "all values are equal"},
	"agree.holes":      {"有缺评", "ratings are missing"},
	"agree.names":      {"值不是数", "values are no numbers"},
	"agree.raters":     {"第一行要有两名以上评估人员，第一列是单位。", "The first row must name two raters or more, and the first column the units."},
	"agree.twice":      {"单位“%s”在第 %d 行已经有了。", "The unit “%s” is in row %d already."},
	"agree.long":       {"有 %d 个值，评估人员只有 %d 名。", "There are %d values for %d raters."},
	"agree.nominal":    {"克里彭多夫 α（名称）", "Krippendorff's alpha, nominal"},
	"agree.ordinal":    {"克里彭多夫 α（顺序）", "Krippendorff's alpha, ordinal"},
	"agree.interval":   {"克里彭多夫 α（间距）", "Krippendorff's alpha, interval"},
	"agree.ratio":      {"克里彭多夫 α（比率）", "Krippendorff's alpha, ratio"},
	"agree.fleiss":     {"弗莱斯 κ", "Fleiss' kappa"},
	"agree.icc11":      {"ICC(1,1) 各单位评的人不同，单人", "ICC(1,1) other raters per unit, single"},
	"agree.icc21":      {"ICC(2,1) 评的人是抽样，单人", "ICC(2,1) raters are a sample, single"},
	"agree.icc31":      {"ICC(3,1) 就是这几个人，单人", "ICC(3,1) just these raters, single"},
	"agree.icc1k":      {"ICC(1,k) 各单位评的人不同，平均", "ICC(1,k) other raters per unit, mean"},
	"agree.icc2k":      {"ICC(2,k) 评的人是抽样，平均", "ICC(2,k) raters are a sample, mean"},
	"agree.icc3k":      {"ICC(3,k) 就是这几个人，平均", "ICC(3,k) just these raters, mean"},
	"agree.badratings": {"%s 里有 %d 行不能用，没有计算。请改好再来。", "%s has %d rows that cannot be used; nothing was computed. Mend them and try again."},
})
