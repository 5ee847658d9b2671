package words

// Words of the screen for the round.
var (
	RoundPage     = Text{"年度评估", "Round"}
	RoundJump     = Text{"年度（开始、起止、结束）", "the round (open, move, end)"}
	RoundOpenKey  = Text{"开始", "open"}
	RoundMoveKey  = Text{"改起止", "move the days"}
	RoundEndKey   = Text{"结束", "end"}
	RoundNextKey  = Text{"新一年", "next year"}
	RoundFirst    = Text{"开始日期", "First day"}
	RoundLast     = Text{"截止日期", "Last day"}
	RoundWhy      = Text{"理由", "Reason"}
	RoundYear     = Text{"新年度", "Year"}
	RoundFile     = Text{"文件名", "File"}
	RoundDraft    = Text{"还没有审定", "not decided yet"}
	RoundDecided  = Text{"已审定", "decided"}
	RoundNotYet   = Text{"还没有开始。F5 开始。", "It is not open yet. F5 opens it."}
	RoundOffice   = Text{"由编办办理。", "The office does this."}
	RoundEnded    = Text{"已经结束了。", "It has ended."}
	RoundSaved    = Text{"已存。", "Saved."}
	RoundNoFile   = Text{"要写文件名。", "A file name is needed."}
	RoundEndAsk   = Text{"结束本年度评估？结束以后记下的会注明是结束后记的；要再评，重新开始就行。", "End this round? What is recorded afterwards says that it came later; opening the round takes this back."}
	RoundMadeNext = Text{"新一年的数据文件建好了，用它打开程序；各笔记本从它的任务包开始。本年度的文件没有动。", "The book of the next round is made: open the program with it; the laptops begin with its task bundles. This book is untouched."}
	RoundOpenHint = Text{"指标体系没有审定就开始的，要写理由。", "Opening under a scheme nobody decided on needs a reason."}
	RoundMoveHint = Text{"改起止日期要写理由，留作记录。", "Moving the days needs a reason, which stays on record."}
	RoundNextHint = Text{"单位、人员、台账、确认单和今年的问题带到新文件；不写文件夹就放在本文件旁边。", "Units, people, ledger, slips and this year's findings go along; without a folder it lies beside this book."}
	RoundHint     = Text{"没有开始也能评；开始、结束都留作记录。", "Nothing is blocked by a round that is not open; opening and ending stay on record."}
)
