package words

// Judging: verdicts, counts, suggestions.
var (
	RuleCol      = Text{"条款", "rule"}
	CaseCol      = Text{"扣分情形", "what is counted"}
	EachCol      = Text{"每次", "each"}
	MostCol      = Text{"最多", "most"}
	BonusCase    = Text{"加分情形", "what is counted"}
	CountCol     = Text{"次数", "count"}
	TakenCol     = Text{"扣分", "taken"}
	GainCol      = Text{"加分", "added"}
	BonusCol     = Text{"项", "item"}
	WholeMark    = Text{"全部", "all"}
	GivenMark    = Text{"评分", "mark"}
	SeveralMark  = Text{"（%d 条）", " (%d)"}
	HiddenCell   = Text{"**", "**"}
	FullMarks    = Text{"满分 %s", "full marks %s"}
	SuggestLine  = Text{"按 = 采用核对建议 %s", "= adopts %s"}
	FactsLine    = Text{"事实：%s", "Facts: %s"}
	FactsOpen    = Text{"还没有写，Enter 去写", "not written yet; Enter"}
	EvidenceLine = Text{"依据 %d 份：%s", "Evidence, %d: %s"}
	EvidenceNone = Text{"依据：还没有，Enter 去补", "Evidence: none yet; Enter"}
	FactsTitle   = Text{"事实与依据", "Facts and evidence"}
	NoFacts      = Text{"本项还没有记问题。", "No finding on this indicator yet."}
	GroupLine    = Text{"同一事实只扣一次：%s 属“%s”，重者为准。", "One fact counts once: %s belong to \"%s\", the heaviest counts."}
	SideHint     = Text{"PgUp/PgDn 上下项，Tab 换类别。", "PgUp/PgDn indicator, Tab category."}
	BonusTab     = Text{"加分 %d", "bonus %d"}
	BonusTitle   = Text{"加分项", "Bonuses"}
	BonusProof   = Text{"证明材料：%s", "Proof: %s"}

	IndicatorNumber = Text{"本项 %s / %s", "indicator %s / %s"}
	CategoryNumber  = Text{"%s 类已查 %d/%d  %s / %s", "%s: %d/%d done  %s / %s"}
	BonusNumber     = Text{"加分 %s / %s", "bonus %s / %s"}
	TotalNumber     = Text{"总分 %s", "total %s"}
	NotYet          = Text{"暂不可算", "open"}
	HiddenRow       = Text{"分数已隐藏，按 F9 显示。", "Scores are hidden; F9 shows them."}
	OpenNote        = Text{"未查的 %s 项不算满分，也不算零分，查完才有类别分。", "%s open indicators count neither in full nor as nothing; the category is known once they are judged."}
	NAReason        = Text{"不适用的理由：%s", "Why not applicable: %s"}

	CountKey      = Text{"次数", "count"}
	CountType     = Text{"直接填", "type it"}
	VerdictKey    = Text{"结论", "verdict"}
	FindingKey    = Text{"问题", "finding"}
	AdoptKey      = Text{"采用建议", "adopt"}
	NextIndicator = Text{"上下项", "indicator"}
	PrevIndicator = Text{"上一项", "previous indicator"}
	NextCategory  = Text{"换类别", "category"}
	PrevCategory  = Text{"上一类别", "previous category"}
	ShowScores    = Text{"显示分数", "show scores"}
	HideScores    = Text{"隐藏分数", "hide scores"}
	NilRestKey    = Text{"本类其余未发现问题", "nothing found in the rest of this category"}
	NAKey         = Text{"不适用", "not applicable"}
	BlankKey      = Text{"撤回结论", "take the verdict back"}
	ReviewKey     = Text{"复核签字", "review and sign"}
	ExplainKey    = Text{"看算法", "arithmetic"}

	ScoreHint      = Text{"数字直接填次数，空格换结论；↓ 到底再按，可以打开分数看算法。", "Digits set the count, Space the verdict; below the last row are the numbers."}
	BonusHint      = Text{"数字直接填次数，填 0 取消；Enter 写事实和证明材料。", "Digits set the count, 0 takes it back; Enter opens facts and proof."}
	NumberHint     = Text{"←→ 选一个分数，Enter 看它怎样算出来，↑ 回到条款。", "Left and right choose a number, Enter opens its arithmetic, up goes back."}
	SheetLocked    = Text{"评分表已提交（锁定）；要改，先在复核页重新打开。", "The sheet is submitted and locked; reopen it on the review page to change it."}
	NoVerdictHere  = Text{"加分项没有结论，直接填次数。", "Bonuses have no verdict; set a count."}
	NAForbidden    = Text{"指标体系规定本项不得不适用。", "The scheme does not allow not applicable here."}
	NothingToAdopt = Text{"这里没有核对建议。", "Nothing is suggested here."}
	Adopted        = Text{"已采用建议：%s 记 %d，请补依据。Ctrl+Z 撤销。", "Adopted: %s counts %d; add the evidence. Ctrl+Z takes it back."}
	CountAbove     = Text{"%s 填了 %d，总数只有 %d。仍然这样记？", "%s counts %d, but there are only %d. Keep it?"}
	CountAboveNote = Text{"%s 填了 %d，总数只有 %d，请再核对。", "%s counts %d, but there are only %d; please check."}
	CountKeep      = Text{"照记", "Keep it"}
	NilRestAsk     = Text{"%s 类（%s）其余 %d 项都查过，均未发现问题？", "Category %s (%s): were the other %d indicators all checked, with nothing found?"}
	NilRestYes     = Text{"均未发现问题", "Nothing found"}
	NilRestNone    = Text{"本类没有未查的指标了。", "Nothing in this category is open."}
	NilRestDone    = Text{"%s 类已记 %d 项未发现问题。Ctrl+Z 撤销。", "Category %s: %d indicators set to nothing found. Ctrl+Z takes it back."}
	TermGap        = Text{"，", ", "}
	TermPlus       = Text{"%s %d", "%s %d"}
	TermMinus      = Text{"减%s %d", "minus %s %d"}
	TermOpen       = Text{"%s未知", "%s unknown"}
	Terms          = Text{"（%s）", " (%s)"}
	ListGap        = Text{"；", "; "}
)

// StatusWords say in a word what a verdict comes to.
var StatusWords = map[string]Text{
	"nil": {"无", "none"}, "found": {"有", "found"}, "na": {"免", "n/a"}, "blank": {"待查", "open"},
	"progress": {"未定", "undecided"}, "waiting": {"待料", "papers"}, "na_pending": {"待批", "n/a?"}, "na_refused": {"未批", "refused"},
	"na_forbidden": {"不许", "not allowed"}, "no_finding": {"缺问题", "no finding"}, "no_mark": {"未评", "no mark"},
	"na_full": {"免·满", "n/a full"}, "na_zero": {"免·零", "n/a zero"}, "skipped": {"跳过", "skipped"},
}

// StandingWords are the verdicts an evaluator gives.
var StandingWords = map[string]Text{
	"nil": {"未发现问题", "nothing found"}, "found": {"有问题", "findings"},
	"na": {"不适用", "not applicable"}, "waiting": {"待补材料", "papers awaited"},
}

// PastStates say what became of a finding of an earlier year.
var PastStates = map[string]Text{"": {"未记", "not recorded"}, "rectified": {"已整改", "rectified"}, "open": {"未整改", "open"}}

// A finding and what proves it.
var (
	CountLabel       = Text{"次数", "Count"}
	MarkLabel        = Text{"分值", "Value"}
	FactsLabel       = Text{"事实", "Facts"}
	CriterionLabel   = Text{"依据的规定", "Rule broken"}
	CauseLabel       = Text{"原因", "Cause"}
	EffectLabel      = Text{"后果", "Effect"}
	FactsHint        = Text{"何人（用代号）、何时、多少；引材料，不写人名。", "Who (by code), when, how many; quote papers, not persons."}
	CriterionHint    = Text{"违反的是哪个文件、哪一条。", "Which document and article it breaks."}
	ProofsHint       = Text{"Enter 增改依据；只有访谈、没有材料或现场依据的，不能扣分。", "Enter adds or edits evidence; an interview alone takes nothing off."}
	PerHeading       = Text{"%s %s　每次 %s，最多 %s", "%s %s: %s each, at most %s"}
	FixedHeading     = Text{"%s %s　扣 %s", "%s %s: less %s"}
	RangeHeading     = Text{"%s %s　酌情扣 %s 至 %s，每档 %s", "%s %s: less %s to %s, in steps of %s"}
	ZeroHeading      = Text{"%s %s　本项不得分", "%s %s: no marks for the indicator"}
	BonusHeading     = Text{"%s %s　每项 %s，最多 %s", "%s %s: %s each, at most %s"}
	ProofAdd         = Text{"增加依据", "add evidence"}
	ProofAddRow      = Text{"+ 增加依据：材料、现场所见、访谈、附件", "+ add evidence: a paper, what was seen, a talk, a file"}
	ProofDrop        = Text{"去掉", "take away"}
	ProofDone        = Text{"写好，返回", "done"}
	ProofPick        = Text{"依据来自哪里", "Where the evidence comes from"}
	ProofTitle       = Text{"依据 %d：%s", "Evidence %d: %s"}
	ObservedRow      = Text{"现场所见", "seen on site"}
	TalkRow          = Text{"访谈 %s（只作佐证）", "interview %s (supports only)"}
	TalkProof        = Text{"访谈 %s", "interview %s"}
	AttachRow        = Text{"附加照片或扫描件", "attach a photo or a scan"}
	FileWord         = Text{"附件", "file"}
	FileUnused       = Text{"还没有列为依据，Enter 列入", "not yet evidence; Enter takes it in"}
	PlaceLabel       = Text{"页码、编号", "Page or number"}
	QuoteLabel       = Text{"摘录", "Quote"}
	SeenPlace        = Text{"地点", "Place"}
	SeenQuote        = Text{"所见所说", "What was seen or said"}
	PlaceHint        = Text{"如：第 4 页、2026-02。", "Such as: page 4, 2026-02."}
	QuoteHint        = Text{"照抄原文要紧的一句。", "The sentence that matters, word for word."}
	SameFact         = Text{"同一事实", "same fact"}
	LinkRow          = Text{"+ 与另一条问题是同一事实", "+ the same fact as another finding"}
	LinkPick         = Text{"哪一条说的是同一事实", "Which finding speaks of the same fact"}
	LinkNone         = Text{"没有别的问题可以关联。", "There is no other finding."}
	NotCounted       = Text{"%s 不重复扣分", "%s is not counted"}
	BothCount        = Text{"两条都计", "both count"}
	Withdraw         = Text{"撤回问题", "withdraw"}
	Restore          = Text{"恢复问题", "restore"}
	WithdrawAsk      = Text{"撤回 %s 的这条问题？记录和理由都会留着。", "Withdraw this finding on %s? It stays on record with the reason."}
	RestoreAsk       = Text{"恢复 %s 的这条问题？", "Let this finding on %s count again?"}
	WithdrawnHint    = Text{"已撤回：%s", "Withdrawn: %s"}
	WithdrawnWhy     = Text{"已撤回：%s", "withdrawn: %s"}
	FindingContested = Text{"两台机器上改得不一样，两边都留着，到“差异处理”研究确定。", "Two laptops differ here. Both are kept; settle it under Differences."}
	FindingsTitle    = Text{"%s 的问题", "findings on %s"}
	FindingsHint     = Text{"问题不删除，只撤回，要写理由。", "Findings are never deleted, only withdrawn with a reason."}
	FindingAddRow    = Text{"+ 再记一条问题", "+ another finding"}
	EvidenceCol      = Text{"依据", "evidence"}
	StatusCol        = Text{"状态", "state"}
)

// FindingStatus are the states of a finding.
var FindingStatus = map[string]Text{
	"": {"已记", "noted"}, "supported": {"有依据", "supported"}, "confirmed": {"单位已确认", "confirmed"},
	"disputed": {"有异议", "disputed"}, "withdrawn": {"已撤回", "withdrawn"},
}

// ProofKinds are the kinds of evidence.
var ProofKinds = map[string]Text{"paper": {"材料", "paper"}, "observed": {"现场", "seen"}, "interview": {"访谈", "talk"}, "": {"依据", "evidence"}}

// The arithmetic of a number.
var (
	ExplainTitle = Text{"算法", "arithmetic"}
	ExplainHint  = Text{"每个分数都由下面各行得出；分数只在最后四舍五入一次。", "Every number follows from these lines; it is rounded once, at the end."}
	ExplainEnd   = Text{"这一行已经是最细的了。", "This line has no parts."}
	GradeLine    = Text{"等次", "grade"}
	TotalLine    = Text{"总分", "total"}
)
