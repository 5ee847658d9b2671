package words

// The checking step: papers and numbers.
var (
	PaperCol       = Text{"材料", "paper"}
	PaperTitle     = Text{"材料 %s/%s", "papers %s/%s"}
	NumberCol      = Text{"文号 / 时间", "no. / period"}
	NoteCol        = Text{"备注", "note"}
	RequiredMark   = Text{"%s *", "%s *"}
	PaperAddRow    = Text{"+ 增加清单以外的材料", "+ a paper beyond the list"}
	CheckNoteRow   = Text{"本步骤备注", "Note on this step"}
	PaperAdded     = Text{"清单以外的材料", "A paper beyond the list"}
	PaperName      = Text{"材料名称", "Name"}
	PaperNumber    = Text{"文号", "Number"}
	PaperPeriod    = Text{"时间", "Period"}
	PaperStatusKey = Text{"状态", "status"}
	PaperOpen      = Text{"文号备注", "details"}
	PaneKey        = Text{"材料/人数", "papers/numbers"}
	PaperHint      = Text{"空格换状态：已见、缺、拒绝、不适用。带 * 的必须查。", "Space changes the status: seen, missing, refused, n/a. Papers with * are required."}
	RefusedHint    = Text{"拒绝提供的要写明原因：按 Enter 写备注。", "A refusal needs its reason: Enter opens the note."}
	NoPaperHere    = Text{"这一行不是材料。", "This row is no paper."}

	SamplePopulation = Text{"抽查 总体", "Sample drawn from"}
	SampleSize       = Text{"抽取", "items checked"}
	SampleMethod     = Text{"抽法", "How chosen"}
	SampleHint       = Text{"怎样抽的，如：逢三抽一、全查。", "How the sample was chosen, such as every third, or all."}

	HeadTitle    = Text{"人数核对", "headcount"}
	NameChecked  = Text{"  逐人核对人数", "  checked by name"}
	NameMissing  = Text{"  其中对不上", "  of these not matched"}
	SuggestRow   = Text{"建议 %s", "suggested %s"}
	SuggestCount = Text{"核对建议 %d 条，在表的末尾；选中后按 = 采用。", "%d suggestions at the end of the table; select one and press =."}
	ColumnKey    = Text{"栏", "column"}
	CancelCell   = Text{"不改了", "leave it"}
	HeadHint     = Text{"直接打数字；核对只提建议，扣分由评估人员认定。", "Type the numbers. They only suggest; the evaluator decides what is taken off."}
	OfficeFixed  = Text{"台账数由编办导入，这里不改。", "The ledger comes from the office and is not changed here."}
	DerivedFixed = Text{"这一行是算出来的，改上面的数字。", "This row is worked out; change the numbers above."}
	SuggestFixed = Text{"按 = 采用这条建议，记成问题；不采用就不扣分。", "Press = to adopt this suggestion as a finding; otherwise nothing is taken off."}
	NameFixed    = Text{"逐人核对只填“核实”一栏。", "The check by name has a verified number only."}
)

// PaperStatus are the states of a paper.
var PaperStatus = map[string]Text{
	"": {"未看", "--"}, "seen": {"已见", "seen"}, "missing": {"缺", "missing"}, "refused": {"拒绝", "refused"}, "na": {"不适用", "n/a"},
}

// ColumnWords are the three columns of the headcount in short.
var ColumnWords = map[string]Text{"declared": {"自查", "decl."}, "office": {"台账", "ledger"}, "verified": {"核实", "verif."}}
