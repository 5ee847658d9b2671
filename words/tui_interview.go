package words

// Words of the interviews.
var (
	TalkTitle            = Text{"访谈 %s", "Interview %s"}
	TalkCode             = Text{"代号", "Code"}
	TalkForm             = Text{"形式", "Form"}
	TalkBand             = Text{"对象", "Who"}
	TalkTime             = Text{"时间", "Time"}
	TalkServes           = Text{"要答的问题", "For"}
	TalkAnswer           = Text{"能否回答", "Answers it"}
	TalkAnswerHint       = Text{"访谈就是为了回答上面的问题；答不清的，换人再问。", "The talk is held to answer the question above; if it does not, ask somebody else."}
	TalkAdd              = Text{"新开一次访谈", "begin a new interview"}
	TalkAbout            = Text{"就此访谈", "interview about it"}
	TalkToSettle         = Text{"要弄清的问题", "Questions to settle"}
	TalkNeverAlone       = Text{"只有访谈、没有材料或现场依据的，不能扣分。", "An interview alone takes no points off: a paper or what was seen must prove it."}
	TalkWithdrawAsk      = Text{"撤回访谈 %s？记录留着，不再算数。", "Withdraw interview %s? What was noted stays, but no longer counts."}
	TalkWho              = Text{"对象代号", "code"}
	TalkWhoHint          = Text{"这里只写代号；姓名另存，只有组长和编办看得到。", "Only a code here; the name is kept apart, for the leader and the office."}
	TalkName             = Text{"姓名（仅组长、编办可见）", "Name (only leader and office see it)"}
	TalkNameHint         = Text{"姓名单独存放，不进访谈记录，也不进导出给单位的材料。", "The name is kept apart from the notes and never goes into what the unit gets."}
	TalkFirst            = Text{"访谈人", "Asked by"}
	TalkSecond           = Text{"第二人", "with"}
	TalkSecondHint       = Text{"须两人在场：一人问，一人记。", "Two must be present: one asks, one writes."}
	TalkTold             = Text{"已告知保密", "Told of confidentiality"}
	TalkNotes            = Text{"记录", "Notes"}
	TalkPaper            = Text{"佐证", "Borne out by"}
	TalkPaperHint        = Text{"什么材料或现场情况能证明：文号、页码、看到什么。", "Which paper or sight bears it out: number, page, what was seen."}
	TalkServesLine       = Text{"要答的问题  %s", "Held for  %s"}
	TalkServesNothing    = Text{"还没有（Ctrl+F 选择）", "nothing yet (Ctrl+F chooses)"}
	TalkPrompt           = Text{"问法提示  ", "To ask    "}
	TalkTwo              = Text{"%s、%s 在场", "%s and %s present"}
	TalkOnlyOne          = Text{"还差一人在场", "a second evaluator is missing"}
	TalkPick             = Text{"这次访谈要弄清哪些问题", "Which questions this interview is to settle"}
	TalkPickIndicators   = Text{"这次访谈还涉及哪些指标", "Which indicators this interview is about besides"}
	TalkChoose           = Text{"选问题", "questions"}
	TalkChooseIndicators = Text{"选指标", "indicators"}
	Semicolon            = Text{"；", "; "}
)

// TalkForms are the forms of an interview, by how they are stored.
var TalkForms = map[string]Text{"individual": {"个别访谈", "individual"}, "group": {"座谈会", "group"}, "service_user": {"服务对象座谈", "service users"}}

// TalkBands are the role bands of those interviewed.
var TalkBands = map[string]Text{"leader": {"单位领导", "leader"}, "office_head": {"内设机构负责人", "office head"}, "staff": {"一般干部", "staff"}, "service_user": {"服务对象", "service user"}}

// TalkAnswers tell whether an interview answers its question.
var TalkAnswers = map[string]Text{"yes": {"能回答", "yes"}, "partly": {"部分回答", "partly"}, "no": {"不能回答", "no"}}
