package words

// Words of every form.
var (
	MarkBad        = Text{"看不懂", "unclear"}
	MarkContested  = Text{"有争议", "contested"}
	MarkWaiting    = Text{"待补", "waiting"}
	FieldContested = Text{"有争议：%s 记为“%s”，两边都留着，到“差异处理”研究确定。", "Contested: %s has \"%s\". Both are kept; settle it under Differences."}
	FieldWaiting   = Text{"这一栏还缺别的机器上较早的记录，合并进来就齐。", "Earlier entries of another laptop are still missing; merging it completes this field."}
	Chars          = Text{"%d 字", "%d characters"}
	Reason         = Text{"理由", "Reason"}
	ReasonWanted   = Text{"请写理由。", "Please give a reason."}
)

// FieldFaults are the sentences for what cannot be understood in a field.
var _ = table(map[string]Text{
	"field.number":    {"“%v”不是整数；文字留着，请改成数字。", "\"%v\" is no whole number. The text is kept; please write digits."},
	"field.points":    {"“%v”不是分数：最多两位小数，如 1.5。文字留着。", "\"%v\" is no number of points: two decimals at most, such as 1.5. The text is kept."},
	"field.ambiguous": {"“%v”可能是 %v，也可能是 %v；文字留着，请写清楚。", "\"%v\" may be %v or %v. The text is kept; please write it out."},
	"field.date":      {"“%v”不是日期；可以写 3.9、3月9日、0309、2026-3-9 或 昨天。文字留着。", "\"%v\" is no date. Write 3.9, 0309, 2026-3-9 or yesterday. The text is kept."},
	"field.clock":     {"“%v”不是时间；可以写 0905、9:05 或 9点半。文字留着。", "\"%v\" is no time. Write 0905 or 9:05. The text is kept."},
	"field.moment":    {"“%v”不是日期和时间；可以写 3.9 0905，只写时间就是当天。文字留着。", "\"%v\" is no day and time. Write 3.9 0905; a time alone is of the same day. The text is kept."},
})
