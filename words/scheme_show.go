package words

// What `scheme show` writes.
var (
	ShowUndecided   = Text{"未审定", "not decided"}
	ShowHead        = Text{"%s  %s", "%s  %s"}
	ShowHash        = Text{"标识 %s，指纹 %s", "id %s, hash %s"}
	ShowDecision    = Text{"审定：%s", "Decided: %s"}
	ShowWeights     = Text{"结果权重的审定：%s", "Result weights decided: %s"}
	ShowWeightsSame = Text{"结果权重的审定：同指标体系", "Result weights decided: with the scheme"}
	ShowScoring     = Text{"计分：总分 %s，%s；不适用的：%s；加分最多 %s，总分最多 %s，计入绩效最多 %s。", "Scoring: full marks %s, %s; not applicable: %s; bonuses at most %s, total at most %s, %s of it counted."}
	ShowPass        = Text{"合格线：%s。", "Pass mark: %s."}
	ShowKeyGrade    = Text{"关键项（※）未达标的，等次为%s。", "A visit that fails a key item (※) is graded %s."}
	ShowCategory    = Text{"%s %s  %s 分", "%s %s  %s points"}
	ShowIndicator   = Text{"%s 分", "%s points"}
	ShowNoPoints    = Text{"不计分", "no points of its own"}
	ShowKey         = Text{"※ 关键项", "※ key item"}
	ShowNA          = Text{"可不适用（%s）", "may be not applicable (%s)"}
	ShowCity        = Text{"上级指标 %d", "parent indicator %d"}
	ShowOnly        = Text{"只用于%s", "only for %s"}
	ShowSkip        = Text{"跳过的条件：%s", "skipped when %s"}
	ShowSteps       = Text{"步骤：%s", "Steps: %s"}
	ShowPapers      = Text{"材料：%s", "Papers: %s"}
	ShowQuestion    = Text{"访谈：%s", "Ask: %s"}
	ShowPer         = Text{"每%s扣 %s，最多扣 %s", "per %s less %s, at most %s"}
	ShowFixed       = Text{"扣 %s", "less %s"}
	ShowRange       = Text{"酌情扣 %s 至 %s，以 %s 为一档", "less %s to %s by judgement, in steps of %s"}
	ShowZero        = Text{"本项不得分", "no marks for the indicator"}
	ShowGiven       = Text{"直接评定 0 至 %s，以 %s 为一档", "awarded, 0 to %s in steps of %s"}
	ShowSuggest     = Text{"建议数：%s", "suggested count: %s"}
	ShowBonus       = Text{"每%s加 %s，最多 %s", "per %s plus %s, at most %s"}
	ShowFrom        = Text{"%s 分以上", "from %s"}
	ShowAtMost      = Text{"最高%s", "at most %s"}
	ShowOff         = Text{"（未启用）", "(not in force)"}
	ShowGroup       = Text{"%s %s：同一事实只计其中最重的一条（%s）", "%s %s: of one fact only the heaviest of these counts (%s)"}
	ShowWeightOf    = Text{"计入绩效 %s 分", "counts %s of 100 in the performance assessment"}
	ShowRefined     = Text{"（本区指标：%s）", "(here: %s)"}
	ShowLeft        = Text{"%s，按 %.12s 版评的，不计", "%s, judged by version %.12s, does not count"}
	ShowNoRule      = Text{"（指标体系里没有这个条款，不计）", "(the scheme has no such rule: it does not count)"}
	ShowRequired    = Text{"必查", "required"}

	ShowCategories = Text{"类别和指标", "Categories and indicators"}
	ShowBonuses    = Text{"加分", "Bonuses"}
	ShowGroups     = Text{"互斥组", "Exclusive groups"}
	ShowGrades     = Text{"等次", "Grades"}
	ShowLimits     = Text{"等次限制", "Grade limits"}
	ShowWarnings   = Text{"预警", "Warnings"}
	ShowKinds      = Text{"单位类型和结果权重", "Kinds of unit and what their result counts"}
	ShowMethods    = Text{"步骤", "Steps"}
	ShowMaterials  = Text{"材料", "Papers"}
	ShowParents    = Text{"上级指标", "Parent indicators"}
)

// Policies of a scheme, as people read them.
var _ = table(map[string]Text{
	"total.weights":  {"按类别权重合计", "categories count their weights"},
	"total.rescaled": {"得分按实有满分换算", "earned marks over attainable ones, rescaled"},
	"na.leave":       {"不计入满分", "left out of the full marks"},
	"na.full":        {"按满分计", "counts in full"},
	"na.zero":        {"按零分计", "counts nothing"},
	"na.forbidden":   {"不许", "not allowed"},
})
