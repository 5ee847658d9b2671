package words

// Words of consensus (集体评议): comparing evaluators' sheets and deciding on what differs, on the screen and on the
// command line.
var (
	AgreedTitle   = Text{"集体评议", "Consensus"}
	AgreedJump    = Text{"集体评议（各人评分不同的）", "consensus (where evaluators differ)"}
	AgreedUnits   = Text{"集体评议：选单位", "Consensus: choose a unit"}
	AgreedNoUnits = Text{"还没有可以评议的单位：同一单位要有两份以上提交了的评分表。", "Nothing to discuss yet: a unit needs two sheets or more that are closed."}
	AgreedNone    = Text{"各人的评分没有不同。", "The sheets do not differ."}
	AgreedOfN     = Text{"待定 %d，已定 %d", "%d open, %d decided"}
	AgreedAll     = Text{"全部已定", "all decided"}
	AgreedNow     = Text{"评议", "agreed"}
	AgreedSoFar   = Text{"评议（未定的从严）", "agreed so far"}
	AgreedHint    = Text{"影响等次的排在前面。Enter 对照后定，空格勾选，Ctrl+T 批量定。", "What the grade depends on comes first. Enter compares, Space ticks."}

	AgreedWhat   = Text{"哪里不同", "What differs"}
	AgreedSays   = Text{"各人怎么评", "What each says"}
	AgreedWorth  = Text{"影响", "Effect"}
	AgreedStatus = Text{"状态", "State"}
	AgreedGrade  = Text{"等次", "grade"}
	AgreedAsk    = Text{"待定", "open"}
	AgreedAgain  = Text{"重议", "again"}
	AgreedRuled  = Text{"已定", "decided"}

	AgreedCompare = Text{"对照", "compare"}
	AgreedTick    = Text{"勾选", "tick"}
	AgreedJoin    = Text{"勾选的并为一事", "ticked ones are one fact"}
	AgreedMany    = Text{"批量定", "in bulk"}
	AgreedDo      = Text{"定下，下一处", "decide, and the next"}
	AgreedUndo    = Text{"收回已定的", "take it back"}
	AgreedDetail  = Text{"评议 %d/%d", "Difference %d of %d"}
	AgreedGone    = Text{"这一处已经没有不同了。", "The sheets do not differ here any more."}
	AgreedDone    = Text{"已定，还剩 %d 处。", "Decided; %d are left."}
	AgreedAllDone = Text{"已全部定下，评议结果成立。", "All decided; the agreed result stands."}
	AgreedTicks   = Text{"请先用空格勾选两条以上问题，每人一条。", "Tick two findings or more with Space first, one of each evaluator."}
	AgreedLeader  = Text{"只有组长或编办能定。", "Only the team leader or the office decides."}

	AgreedTake    = Text{"怎么定", "Decide"}
	AgreedOther   = Text{"另定", "another value"}
	AgreedValue   = Text{"另定为", "Value"}
	AgreedReason  = Text{"理由", "Reason"}
	AgreedWho     = Text{"保留意见", "Dissent of"}
	AgreedDissent = Text{"意见", "Says"}
	AgreedMember  = Text{"裁定人", "Ruled by"}
	AgreedMore    = Text{"再记一人", "another's dissent"}

	AgreedMoreNone   = Text{"先选是谁、写明什么意见，再记下一人的。", "Choose who and write what first, then take down the next."}
	AgreedMemberHint = Text{"领导小组裁定的，选是哪位成员；小组自己定的不选。", "The member of the leading group who ruled; nobody where the team settled it."}
	AgreedWhyNot     = Text{"其理由", "Because"}
	AgreedChoose     = Text{"请先选怎么定。", "Choose first how to decide."}
	AgreedEffect     = Text{"%s：本项 %s，类 %s，总分 %s %s", "%s: indicator %s, category %s, total %s %s"}
	AgreedBefore     = Text{"以前定过（%s，%s）：%s；此后有改动，请重议。", "Decided before (%s, %s): %s. Something changed since; please decide again."}
	AgreedWas        = Text{"已定：%s（%s，%s）理由：%s", "Decided: %s (%s, %s). Reason: %s"}
	AgreedBy         = Text{"（%s，%s）理由：%s", "(%s, %s). Reason: %s"}
	AgreedDiffers    = Text{"%s保留意见：%s。理由：%s", "Dissent of %s: %s. Reason: %s"}
	AgreedFlag       = Text{"本项各人得分相差 1 分以上，或超过本项分值的两成", "the sheets are a point or a fifth of the marks apart here"}
	AgreedMoves      = Text{"定法不同，等次不同", "the grade depends on it"}

	ConflictTickLeft  = Text{"勾选的用左边（%d）", "take the left (%d)"}
	ConflictTickRight = Text{"用右边（%d）", "take the right (%d)"}
	ConflictTickUnite = Text{"合并（%d）", "unite (%d)"}

	AgreedBulk     = Text{"批量定", "Settle in bulk"}
	AgreedEqual    = Text{"一致的（%d）", "equal (%d)"}
	AgreedOneSided = Text{"单方的（%d）", "one-sided (%d)"}
	AgreedTicked   = Text{"勾选的（%d）", "ticked (%d)"}
	AgreedBulkHint = Text{"一致的计一次，单方记的成立。影响等次的、拿不准是不是一件事的不在其中，要一处一处定。", "Equal ones count once, one-sided ones stand. What the grade depends on, and what may not be one fact, is left to be decided one by one."}
	AgreedBulkDone = Text{"已定 %d 处，还剩 %d 处。", "Decided %d; %d are left."}
	AgreedBulkNone = Text{"没有一处符合。", "None fits."}
)

// DiffWords say in what sheets differ, by checklist.DiffKind.
var DiffWords = map[string]Text{
	"only": {"一方没有记", "one side has none"}, "rule": {"情形不同", "another rule"}, "count": {"次数不同", "another count"},
	"mark": {"分值不同", "another value"}, "same": {"记的一样", "the same"}, "standing": {"结论不同", "another verdict"},
	"na": {"是否适用", "applicable or not"}, "claim": {"加分不同", "another bonus"},
}

// MatchWords say how sure it is that findings are one fact, by checklist.Sureness.
var MatchWords = map[string]Text{
	"sure": {"是同一件事", "one fact"}, "likely": {"多半是同一件事", "likely one fact"},
	"possible": {"可能是同一件事", "possibly one fact"}, "ruled": {"已定为同一件事", "joined by decision"},
}

var _ = table(map[string]Text{
	"side.count":       {"%s × %d", "%s × %d"},
	"side.mark":        {"%s 取 %v 分", "%s at %v"},
	"side.rule":        {"%s", "%s"},
	"side.claim":       {"%d 次", "%d"},
	"side.none":        {"没有记", "nothing"},
	"side.blank":       {"没有评", "not judged"},
	"side.nil":         {"未发现问题", "nothing found"},
	"side.found":       {"有问题", "findings"},
	"side.waiting":     {"待补材料", "waiting for papers"},
	"side.na":          {"不适用", "not applicable"},
	"side.na.approved": {"不适用，已批准", "not applicable, approved"},
	"side.na.refused":  {"不适用，未批准", "not applicable, refused"},
	"take.side":        {"按%s的", "as %s has it"},
	"take.stands":      {"成立", "it stands"},
	"take.falls":       {"不成立", "it does not stand"},
	"take.one":         {"计一次", "counts once"},
	"take.voices":      {"按评了的一方", "as those who judged have it"},
	"take.apart":       {"各计各的", "each counts"},
	"take.value":       {"定为 %s", "%s instead"},

	"consensus.open":        {"各人评分的不同还有没定的，结果未定；在“集体评议”里定下。", "Differences between the sheets are not decided yet; decide them in Consensus."},
	"consensus.sheets":      {"还有评分表没有提交，或者还不能看；都提交以后才能评议。评分都在。", "A sheet is not closed or may not be seen yet; discuss once all are closed. Nothing is lost."},
	"consensus.mixed":       {"各人用的指标体系版本不同，不能放在一起评议；先移到同一版。", "The sheets follow different versions of the scheme and cannot be discussed together; move them to one version first."},
	"consensus.side":        {"这里没有这一方的评分表，什么也没有定。", "Nobody of that name has a sheet here; nothing was decided."},
	"consensus.unite":       {"各方说的不一样，不能直接合并，什么也没有定。请采用一方，或另定一个值。", "The sides say different things, so they cannot be united; nothing was decided. Take one side, or another value."},
	"consensus.apart":       {"这里只有一条问题，没有可以分开的，什么也没有定。", "There is only one finding here, nothing to tell apart; nothing was decided."},
	"consensus.value":       {"这个值用不上：要填合适的次数、分值或结论。什么也没有定。", "This value cannot stand here: give a count, a mark or a verdict that fits. Nothing was decided."},
	"consensus.join":        {"这几条不能并为一事：要每人一条，同一个指标，没有撤回。什么也没有定。", "These cannot be one fact: they must be one of each evaluator, of one indicator, and not withdrawn. Nothing was decided."},
	"consensus.gone":        {"这一处刚才又有改动，先前看到的已经不是现在的样子，什么也没有定。请重新看过再定。", "Something changed here since it was shown; nothing was decided. Look again, then decide."},
	"sign.consensus":        {"集体评议还有 %d 处没有定，不能签字。去“集体评议”定下。", "%d differences between the sheets are open, so nobody can sign. Decide them in Consensus."},
	"rank.consensus.open":   {"评议没有完", "consensus is open"},
	"rank.consensus.sheets": {"还有评分表没有提交", "a sheet is not closed"},
	"rank.consensus.mixed":  {"各人的版本不同", "the sheets' versions differ"},
})
