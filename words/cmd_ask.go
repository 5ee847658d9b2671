package words

// zoufang record --ask: a visit by question and answer.
var (
	FlagAsk    = Text{"一问一答地记录一个单位，给读屏软件和画不了界面的终端用", "record a unit by question and answer, for screen readers and terminals that draw no screens"}
	FlagAskDay = Text{"和 --ask 一起用：记这一`天`的日常督查，如 2026-05-19", "with --ask: the daily visit of this `DAY`, such as 2026-05-19"}

	AskBegin = Text{"%s，按“%s”一问一答。答完一问存一问。输入“帮助”看能说什么，“结束”随时停下。", "%s by “%s”, question and answer. Every answer is saved before the next question. Type help for what you may say, quit to stop at any time."}
	AskEnd   = Text{"停在这里。%s 答过的都已存好，下次接着问。", "Stopped here. What was answered about %s is saved; next time goes on from here."}

	AskWhere      = Text{"%s，%s，第 %d 问，共 %d 问：%s。", "%s, %s, question %d of %d: %s."}
	AskNow        = Text{"现在是：%s。按 Enter 不改。", "It is now: %s. Enter leaves it."}
	AskNowLong    = Text{"现在是：%s。按 Enter 不改；重新写就换掉它。", "It is now: %s. Enter leaves it; what you write replaces it."}
	AskNothing    = Text{"还没有答。按 Enter 跳过。", "Not answered yet. Enter skips it."}
	AskNoMore     = Text{"按 Enter 表示没有。", "Enter means none."}
	AskUnfinished = Text{"上次没有写完，已经有：%s。接着写，或者只打一个句点存下，或者说“清空”。", "Left unfinished, so far: %s. Go on writing, or type a full stop alone to save it, or say clear."}
	AskEmpty      = Text{"空", "empty"}
	AskSaved      = Text{"已存：%s：%s。", "Saved: %s: %s."}

	AskOneLine = Text{"写一行字。", "Write one line."}
	AskLong    = Text{"可以写几行，空行或单独一个句点结束。", "Write several lines; an empty line or a full stop alone ends them."}
	AskNumber  = Text{"写整数。", "Write a whole number."}
	AskPoints  = Text{"写分数，最多两位小数。", "Write points, with at most two decimals."}
	AskDate    = Text{"写日期，如 3.2、今天、2026-03-02。", "Write a date, such as 3.2, today or 2026-03-02."}
	AskMoment  = Text{"写时间，如 0905 就是今天 09:05，也可以写 3.9 0905。", "Write a time: 0905 is 09:05 today; 3.9 0905 works too."}
	AskChoice  = Text{"写序号或者词：%s。", "Write the number or the word: %s."}
	AskOrWord  = Text{"也可以写：%s。", "Or write: %s."}
	AskGap     = Text{"，", ", "}
	AskColon   = Text{"：", ": "}

	AskAbout          = Text{"%s：%s", "%s: %s"}
	AskDemand         = Text{"要求：%s。", "Demanded: %s."}
	AskRequired       = Text{"这份材料必须查。", "This paper is required."}
	AskContested      = Text{"这里有两种说法，要到“差异处理”里研究确定。", "There are two versions of this; settle them under Differences."}
	AskSelfScore      = Text{"单位自评分，%s（满分 %s）", "The unit's own score for %s (full marks %s)"}
	AskPromise        = Text{"单位还承诺了什么", "What else did the unit promise"}
	AskPaper          = Text{"清单以外还有什么材料，写名称", "Another paper beyond the list: its name"}
	AskDoubt          = Text{"还有什么问题要在访谈里弄清", "Another question to settle in an interview"}
	AskTalk           = Text{"新开一次访谈", "Begin a new interview"}
	AskServes         = Text{"写序号，用空格隔开：%s。", "Write their numbers with spaces between: %s."}
	AskNote           = Text{"%s：记一条（已有 %d 条）", "%s: a note (%d so far)"}
	AskLast           = Text{"最近一条：%s。", "The last one: %s."}
	AskSuggested      = Text{"核对建议：%s。", "Suggested: %s."}
	AskSuggestedCount = Text{"（核对建议 %d）", " (suggested: %d)"}
	AskReason         = Text{"写明理由，按 Enter：", "Write the reason and press Enter:"}
	AskNoReason       = Text{"没有写理由，没有存。", "No reason was given; nothing was saved."}
	AskRule           = Text{"%s：再记一条问题，属于哪种情形", "%s: another finding; of which kind"}
	AskStands         = Text{"有这一情形", "this is so"}
	AskUnit           = Text{"按%s计。", "Counted per %s."}
	AskProofIs        = Text{"证明材料：%s。", "Proof: %s."}
	AskWithdrawHint   = Text{"说“清空”就是撤回这条问题。", "Say clear to withdraw this finding."}
	AskProof          = Text{"%s：依据，已有 %d 份，再加一份", "%s: evidence, %d so far; one more"}
	AskTalkOnly       = Text{"只有访谈、没有材料或现场依据的，不能扣分。", "An interview alone takes nothing off."}
	AskPart           = Text{"%s，没有就按 Enter：", "%s; Enter for none:"}
	AskRemark         = Text{"编办意见：%s；怎样处理的", "The office says: %s; what was done about it"}
	AskReview         = Text{"复核签字", "Review and signing"}
	AskClose          = Text{"提交自己的评分表，提交后锁定", "Hand in your own sheet, which locks it"}
	AskReopen         = Text{"评分表已经提交；要重新打开，写明理由", "Your sheet is handed in; to open it again write the reason"}
	AskSign           = Text{"组长签字", "Sign as the leader"}
	AskLastQuestion   = Text{"问完了。说“还缺什么”或“得分”来看，说“到”和地方回去改，按 Enter 结束", "That was all. Say missing or score to look, go and a place to change something, Enter to end"}
	AskMust           = Text{"必须：%s", "Required: %s"}
	AskNowhere        = Text{"没有“%s”这个地方。可以说步骤、指标、类别，如：到 查，到 E3。", "There is no place “%s”. Name a step, an indicator or a category, such as go check or go E3."}
	AskDraftKept      = Text{"没有写完的字已留作草稿，下次接着写。", "What was not finished is kept as a draft; go on with it next time."}
	AskHelp           = Text{`跳过：下一问。返回：上一问。重复：再问一遍。清空：去掉现在的回答。
到 E3、到 查、到 计分：去那里。还缺什么：签字前还差什么。得分：现在的分数。结束：停下。
回答正好是这些词时，前面加一个等号，如：=返回。`,
		`skip: the next question. back: the one before. again: the same once more. clear: take the
answer back. go E3, go check, go score: go there. missing: what is left before signing.
score: the score so far. quit: stop. An answer that is one of these words takes an equals
sign before it, such as =back.`}
	AskGo = Text{"到", "go"}
)

// AskCommands are the words that are commands, by what they do.
var AskCommands = map[string]Text{
	"skip": {"跳过", "skip"}, "back": {"返回", "back"}, "again": {"重复", "again"}, "clear": {"清空", "clear"},
	"missing": {"还缺什么", "missing"}, "score": {"得分", "score"}, "quit": {"结束", "quit"}, "help": {"帮助", "help"},
}

var _ = table(map[string]Text{
	"ask.choice":   {"“%s”不在可以回答的里面，没有存，请再答一次。", "“%s” is not among the answers; nothing was saved. Please answer again."},
	"usage.askday": {"--day 要和 --ask 一起用。", "--day goes with --ask only."},
	"usage.ask":    {"--ask 是一问一答，不能和 --json、--good、--files 一起用。", "--ask is question and answer and does not go with --json, --good or --files."},
})
