package words

// The arithmetic of a score, line by line, as `score --explain` and the screens open it up.
var _ = table(map[string]Text{
	"line.full":           {"满分 %s", "full marks %s"},
	"line.per":            {"%s：%d × %s = %s", "%s: %d × %s = %s"},
	"line.per.cap":        {"%s：%d × %s = %s，最多扣 %s", "%s: %d × %s = %s, at most %s"},
	"line.fixed":          {"%s：扣 %s", "%s: less %s"},
	"line.range":          {"%s：酌情扣 %s", "%s: less %s by judgement"},
	"line.zero":           {"%s：本项不得分，扣 %s", "%s: no marks here, less %s"},
	"line.given":          {"%s：评定 %s，满分 %s", "%s: awarded %s of %s"},
	"line.floor":          {"应扣 %s，扣完为止（满分 %s）", "%s to take off, but never below zero (full marks %s)"},
	"line.withdrawn":      {"%s：已撤回，不计", "%s: withdrawn, not counted"},
	"line.inactive":       {"%s：本项不适用，问题保留但不计", "%s: the indicator is not applicable, the finding is kept but not counted"},
	"line.same_fact":      {"%s：同一事实已计一次，不重复扣分", "%s: the same fact is already counted once"},
	"line.excluded":       {"%s：同一事实以 %s 为准（%s），不重复扣分", "%s: the same fact counts under %s (%s) and only once"},
	"line.interview_only": {"%s：只有访谈、没有材料或现场依据，不扣分", "%s: rests on an interview alone and takes nothing off"},
	"line.unproved":       {"%s：还没有依据，先计分，补上依据才能签字", "%s: counted, but without evidence nobody can sign"},
	"line.count.bad":      {"%s：次数 %d 无效，不计", "%s: a count of %d cannot be, not counted"},
	"line.mark.bad":       {"%s：分值 %s 不在规定范围内，不计", "%s: a value of %s is outside the range, not counted"},
	"line.mark.lighter":   {"%s：%s 较轻，以 %s 为准", "%s: %s is lighter, %s counts"},
	"line.skipped":        {"%s：本项按条件跳过，问题保留但不计", "%s: the indicator is skipped, the finding is kept but not counted"},
	"line.full.none":      {"关键项，不计分", "a key item without points of its own"},
	"line.key.hit":        {"%s：查实，本项不计分，不扣分", "%s: established; the item carries no points, so nothing is taken"},
	"line.key.failed":     {"关键项 %s 未达标", "key item %s has failed"},
	"line.skip.unsure":    {"条件“%s”还缺数字（%s），暂按适用评分", "the condition “%s” still lacks numbers (%s): the indicator applies until they are known"},
	"line.na.full":        {"不适用，已批准，按满分 %s 计", "not applicable, approved: counts with its full %s"},
	"line.na.zero":        {"不适用，已批准，按零分计，减 %s", "not applicable, approved: counts with no marks, less %s"},
	"line.rule.unknown":   {"%s：指标体系里没有这个条款，不计", "%s: the scheme has no such rule, not counted"},

	"line.status.nil":          {"未发现问题", "checked, nothing found"},
	"line.status.found":        {"有问题", "findings"},
	"line.status.na":           {"不适用，已批准，不计入", "not applicable, approved, left out"},
	"line.status.na_full":      {"不适用，已批准，按满分计", "not applicable, approved, counts in full"},
	"line.status.na_zero":      {"不适用，已批准，按零分计", "not applicable, approved, counts as nothing"},
	"line.status.skipped":      {"条件“%s”成立（%s），本项不适用，不计入", "skipped because “%s” holds (%s): left out"},
	"line.status.blank":        {"未查，不算满分也不算零分", "not looked at: neither full marks nor none"},
	"line.status.progress":     {"有问题，但结论未定", "findings, but no verdict yet"},
	"line.status.waiting":      {"待补材料", "waiting for papers"},
	"line.status.na_pending":   {"申请不适用，组长未批", "not applicable, but the leader has not approved it"},
	"line.status.na_refused":   {"申请不适用，组长未同意", "not applicable, but the leader refused"},
	"line.status.na_forbidden": {"指标体系规定本项不得不适用", "the scheme does not allow not applicable here"},
	"line.status.no_finding":   {"结论是有问题，却没有一条问题", "the verdict says findings, but there is none"},
	"line.status.no_mark":      {"本项直接评分，还没有给分", "marks are awarded directly here, and none were"},

	"line.category.sum":     {"各项得分合计 %s，满分 %s", "the indicators add up to %s of %s"},
	"line.category.scaled":  {"%s × %s ÷ %s = %s（只在适用的指标内折算）", "%s × %s ÷ %s = %s (scaled over the applicable indicators)"},
	"line.category.open":    {"已评 %d/%d 项，得 %s，满分 %s；全部评完才有类别分", "%d of %d indicators scored, %s of %s so far; the category is known once all are"},
	"line.category.nothing": {"没有计分的指标，不计入应得分", "nothing in it carries marks: it counts neither way"},
	"line.category.keys":    {"只剩不计分的关键项，权重 %s 分摊到其他类别", "only key items without points are left; its weight of %s is spread over the others"},
	"line.category.dropped": {"全部不适用，权重 %s 分摊到其他类别", "nothing in it applies; its weight of %s is spread over the others"},

	"line.base.sum":        {"各类别合计 %s", "the categories add up to %s"},
	"line.base.spread":     {"%s × %s ÷ %s = %s（不适用的类别退出后折算）", "%s × %s ÷ %s = %s (scaled without the categories that do not apply)"},
	"line.base.rescaled":   {"%s × 实得 %s ÷ 应得 %s = %s（不适用的指标不计入应得分）", "%s × earned %s ÷ attainable %s = %s (what does not apply is not attainable)"},
	"line.base.open":       {"已评 %d/%d 项，基础分暂不可算", "%d of %d indicators scored: the base is not known yet"},
	"line.base.none":       {"没有一个类别适用，无法计分", "no category applies: there is nothing to score"},
	"line.bonus.per":       {"%s：%d × %s = %s", "%s: %d × %s = %s"},
	"line.bonus.per.cap":   {"%s：%d × %s = %s，最多加 %s", "%s: %d × %s = %s, at most %s"},
	"line.bonus.count":     {"%s：数量 %d 无效，不加分", "%s: a count of %d cannot be, nothing is added"},
	"line.bonus.talk":      {"%s：只有访谈为据，不加分", "%s: rests on an interview alone, nothing is added"},
	"line.bonus.proof":     {"%s：没有证明材料，不加分", "%s: nothing proves it, nothing is added"},
	"line.bonus.cap":       {"加分合计 %s，最多加 %s", "bonuses add up to %s, at most %s count"},
	"line.total":           {"基础分 %s + 加分 %s = %s", "base %s + bonus %s = %s"},
	"line.total.cap":       {"%s，总分最高 %s", "%s, but no total is above %s"},
	"line.grade":           {"总分 %s，定为%s（%s 以上）", "a total of %s is %s (from %s)"},
	"line.grade.held":      {"由%s降为%s：%s", "held from %s to %s: %s"},
	"line.grade.unsure":    {"还缺数字，尚不能判断：%s（成立的话最高%s）", "cannot be judged yet, numbers are missing: %s (%s at most if it holds)"},
	"line.grade.key":       {"关键项未达标（%s）：等次定为%s；只看总分为%s", "key items failed (%s): the grade is %s; the total alone would give %s"},
	"line.pass":            {"总分 %s，合格线 %s：合格", "a total of %s, pass mark %s: passed"},
	"line.pass.short":      {"总分 %s，合格线 %s：不合格", "a total of %s, pass mark %s: not passed"},
	"line.pass.key":        {"关键项未达标（%s）：不论得分多少，不合格", "key items failed (%s): not passed, whatever the score"},
	"line.pass.keys":       {"关键项全部达标：合格", "every key item met: passed"},
	"line.performance.cap": {"总分 %s，计入绩效最高 %s", "a total of %s, but no more than %s counts for performance"},
	"line.performance":     {"%s × %s ÷ 100 = %s", "%s × %s ÷ 100 = %s"},

	"line.rounded":       {"精确值 %s（%s），四舍五入为 %s；往下仍用精确值", "exactly %s (%s), rounded to %s; what follows uses the exact value"},
	"line.rounded.total": {"精确值 %s（%s），四舍五入为 %s；等次和合格按此定", "exactly %s (%s), rounded to %s, from which grade and pass are read"},
	"line.rounded.last":  {"精确值 %s（%s），四舍五入为 %s", "exactly %s (%s), rounded to %s"},
})

// The parts of a result that the program names, and whether a visit passed.
var _ = table(map[string]Text{
	"node.result":      {"评分结果", "result"},
	"node.total":       {"总分", "total"},
	"node.base":        {"基础分", "base"},
	"node.bonuses":     {"加分", "bonuses"},
	"node.grade":       {"等次", "grade"},
	"node.pass":        {"是否合格", "passed or not"},
	"node.performance": {"计入绩效", "counts for performance"},

	"pass.open":   {"尚不能定", "not known yet"},
	"pass.passed": {"合格", "passed"},
	"pass.failed": {"不合格", "not passed"},
})

// CmdKeyFailed is above the list of key items that failed.
var CmdKeyFailed = Text{"未达标的关键项：", "Key items that failed:"}

// The city's indicators, and rankings.
var _ = table(map[string]Text{
	"line.parent.sum":       {"%s × 实得 %s ÷ 应得 %s = %s", "%s × awarded %s ÷ full %s = %s"},
	"line.parent.uncovered": {"上级指标 %d 没有细化指标，无从计算", "no indicator refines the city's indicator %d: nothing can be said of it"},
	"line.parent.none":      {"有 %d 项指标不对应任何上级指标", "%d indicators refine no indicator of the city"},
	"line.parent.part":      {"%d 份结果未评完，不计入（共 %d 份）", "%d results are still open and left out (of %d)"},
	"line.parent.open":      {"%d 份结果都未评完", "none of the %d results is scored"},
	"line.parent.nothing":   {"没有适用的计分指标", "nothing that carries marks applies"},

	"rank.open":    {"未评完（%d/%d 项），不排名", "not all scored (%d of %d): no place"},
	"rank.nothing": {"没有适用的计分指标，不排名", "nothing that carries marks applies: no place"},
	"rank.schemes": {"这些结果用了 %d 个不同的指标体系（%s），不能排在一起；什么都没有改动。请按指标体系分开，或先把走访换到同一个版本。",
		"these results were scored by %d different schemes (%s) and cannot stand in one list; nothing was changed. Take one scheme at a time, or move the visits to one version first."},
})

// What is still to do because numbers are missing.
var _ = table(map[string]Text{
	"todo.skip": {"%s %s：是否适用看条件“%s”，还缺数字（%s），暂按适用", "%s %s: whether it applies depends on “%s”, which still lacks numbers (%s); until they are known it does"},
})

// How far a step has got.
var _ = table(map[string]Text{
	"step.none":      {"未开始", "not started"},
	"step.part":      {"进行中", "under way"},
	"step.done":      {"完", "done"},
	"step.not_filed": {"未报", "not filed"},
	"step.not_asked": {"不要求", "not asked"},
})
