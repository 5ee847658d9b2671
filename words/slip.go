package words

// Words of supervision slips: the arithmetic, the steps, what stands in the way of one.
var _ = table(map[string]Text{
	"line.slip":          {"督查确认单 %s：%s（%s：%d，原扣 %s）×%s，扣 %s", "slip %s: %s (%s: %d, %s in full) × %s, takes %s"},
	"line.slip.late":     {"%[2]s%[1]s逾期未整改的督查确认单 %[4]d 份（%[3]s），扣 %[7]s", "%[2]s%[1]s%[4]d slips not put right in time (%[3]s), takes %[7]s"},
	"line.slip.open":     {"督查确认单 %s：%s，没有定局，暂不扣分（%s）", "slip %s: %s, still open, takes nothing for now (%s)"},
	"line.slip.held":     {"督查确认单 %s：%s（%s），列入待定，不扣分", "slip %s: %s (%s), held for the leading group, takes nothing"},
	"line.slip.none":     {"督查确认单 %s：%s（%s）", "slip %s: %s (%s)"},
	"line.slip.judge":    {"督查确认单 %s：%s；%s 由评估人员酌情定分，不自动扣", "slip %s: %s; %s is a judgement, which the evaluators make"},
	"line.slip.same":     {"督查确认单 %s：%s；%s 同一事实已计一次，不重复扣分", "slip %s: %s; %s: the same fact is already counted once"},
	"line.slip.inactive": {"督查确认单 %s：%s；%s 所在指标不计分，不扣分", "slip %s: %s; the indicator of %s is not scored, takes nothing"},

	"todo.material.dated":   {"“%s”落款 %s，在评估前 %d 天内：看看是不是为评估赶制的", "“%s” is dated %s, %d days before the visit: was it made for it?"},
	"todo.material.amended": {"“%s”%s 补改，在评估前 %d 天内：看看补改了什么", "“%s” was put right on %s, %d days before the visit: look at what was changed"},

	"slip.act":       {"不能“%s”：督查确认单现在是“%s”。现在可以：%s。", "Cannot %s: the slip is “%s” now. Possible now: %s."},
	"slip.contested": {"督查确认单 %[2]s 在两台笔记本上走到了不同的状态（%[1]s），两边都留着。先由办理人定一个，再往下办。", "Two laptops led slip %[2]s to different states (%[1]s); both are kept. Settle it first, then go on."},
	"slip.need":      {"还缺：%s。补上再办，已写的都在。", "Missing: %s. Add it and try again; what was written is safe."},
	"slip.day":       {"“%s”不是日期；写成 2026-05-19 这样，已写的都在。", "“%s” is not a day; write it like 2026-05-19. What was written is safe."},
	"slip.early":     {"%s 早于 %s：不能早于发现日期和上一步。请改日期。", "%s is before %s: not before the finding and the step before it. Change the day."},
	"slip.late":      {"整改期限 %s 已过，不能再申请延期：延期要在到期前提出。逾期的可以报整改情况、复查。", "The date %s has passed; more time must be asked for before it. Report what was put right, or re-check."},
	"slip.until":     {"延期至 %s 不晚于现在的期限 %s；请改日期。", "%s is not later than the present date %s; choose a later day."},
	"slip.state":     {"“%s”不是有争议的状态之一；写两边状态中的一个。", "“%s” is none of the contested states; name one of them."},
	"slip.none":      {"没有编号是“%s”的督查确认单；到督查确认单的清单里看有哪些。", "There is no slip numbered “%s”; the list of slips shows them."},
	"slip.many":      {"“%s”对得上不止一份督查确认单（%s、%s）；请写全编号。", "“%s” fits more than one slip (%s, %s); write the whole number."},
	"slip.number":    {"编号“%s”已经用在另一份督查确认单上；请换一个。", "Another slip has the number “%s” already; take a different one."},
	"slip.recorded":  {"这份督查确认单已有办理步骤，状态由步骤得出；请记录下一步，不要改状态。", "This slip has steps, and its state follows from them; record the next step instead of a state."},
	"slip.unknown":   {"指标体系里没有“%s”；写指标和扣分情形的编号，如 E5.1。", "The scheme has no “%s”; write the id of a rule, such as E5.1."},

	"noun.slip.end": {"没有可办的了", "nothing"}, "noun.slip.issue": {"下发", "issue"}, "noun.slip.confirm": {"确认", "confirm"}, "noun.slip.dispute": {"提出异议", "dispute"},
	"noun.slip.refuse": {"拒绝确认", "refuse"}, "noun.slip.ask": {"申请延期", "ask for more time"}, "noun.slip.grant": {"批延期", "rule on more time"},
	"noun.slip.rectify": {"报整改情况", "report what was put right"}, "noun.slip.recheck": {"复查", "re-check"}, "noun.slip.close": {"销号", "close"},
	"noun.slip.withdraw": {"撤销", "withdraw"}, "noun.slip.void": {"作废", "void"}, "noun.slip.settle": {"定状态", "settle"},
	"noun.slip.who": {"办理人姓名", "the name of the person"}, "noun.slip.text": {"理由或者情况说明", "the reason or account"}, "noun.slip.until": {"延期到哪一天", "until which day"},
	"noun.slip.to": {"定为哪个状态", "which state holds"}, "noun.slip.indicator": {"指标", "the indicator"}, "noun.slip.rule": {"扣分情形", "the rule"},
	"noun.slip.facts": {"事实", "the facts"}, "noun.slip.criteria": {"标准", "the criteria"}, "noun.slip.demand": {"整改要求", "the demand"},
	"noun.slip.deadline": {"期限", "the deadline"},
})
