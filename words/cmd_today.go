package words

// What somebody did on a day.
var (
	FlagToday   = Text{"今天做了什么，按单位汇总", "what you did today, by unit"}
	FlagLogDay  = Text{"这一`天`做了什么，如 2026-05-19", "what you did on this `DAY`, such as 2026-05-19"}
	FlagDayTo   = Text{"写成打印的单子：`文件`（.html 或 .txt）", "write a sheet to print: `FILE` (.html or .txt)"}
	TodayMenu   = Text{"今天做了什么", "what I did today"}
	TodayTitle  = Text{"今天做了什么", "what I did today"}
	TodayHead   = Text{"%s %s：%s 至 %s，%d 处改动", "%s %s: %s to %s, %d changes"}
	TodayNone   = Text{"%s 还没有记录。", "Nothing was recorded on %s."}
	TodayUnsent = Text{"还没有导出的 %d 处", "%d not exported yet"}
	TodayDrafts = Text{"没写完的 %d 处", "%d half typed"}
	TodayNew    = Text{"新增 %d", "%d new"}
	TodayEdited = Text{"修改 %d", "%d changed"}
	TodayGone   = Text{"撤回 %d", "%d withdrawn"}
	TodayFiles  = Text{"附件 %d", "%d files"}
	TodayRest   = Text{"（单位以外）", "(outside units)"}
	TodayHint   = Text{"时间按当时那台笔记本的时钟。左右键换一天。", "Times are by the laptop's own clock. Left and right change the day."}
	TodayBefore = Text{"前一天", "the day before"}
	TodayAfter  = Text{"后一天", "the day after"}
	TodayWhen   = Text{"时间", "time"}
	TodayWhat   = Text{"做了什么", "what was done"}
	TodayLeft   = Text{"未导出", "not exported"}
	TodaySheet  = Text{"只有做了几条，没有写了什么。", "How much was done, not what was written."}
)
