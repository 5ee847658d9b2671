package words

// Words of the self-report.
var (
	LookHead         = Text{"报送手续", "Filing"}
	LookSelf         = Text{"自评分", "Self-scores"}
	LookFigures      = Text{"自报人数", "Numbers"}
	LookProblems     = Text{"自查问题", "Problems"}
	LookVerify       = Text{"待核问题", "To verify"}
	LookNext         = Text{"下一部分", "next section"}
	LookPrev         = Text{"上一部分", "previous section"}
	LookOf           = Text{"/ %s 分", "/ %s"}
	LookLedger       = Text{"台账 %d", "ledger %d"}
	LookDaily        = Text{"日常评估不要求报送手续，有就记。", "A daily visit does not ask for the formalities; record what there is."}
	LookNotFiled     = Text{"未报送自查报告", "No self-report filed"}
	LookNotFiledHint = Text{"选“是”就不再问下面几项；空格选择，退格键清空。", "With yes, the rest is not asked. Space chooses, Backspace clears."}
	LookReceived     = Text{"收到日期      ", "Received on          "}
	LookReceivedHint = Text{"要求在年度评估工作开展前报送；写 3.2 或 2026-3-2。", "It has to arrive before the yearly evaluation begins. Such as 3.2 or 2026-3-2."}
	LookSealed       = Text{"加盖单位公章  ", "Bears the seal       "}
	LookSealedHint   = Text{"空格选择；退格键清空就是还没看。", "Space chooses; Backspace clears it: not looked at yet."}
	LookSigned       = Text{"主要领导签字  ", "Main leader signed   "}
	LookSignedHint   = Text{"要求主要领导签字确认，副职签字不算。", "The main leader has to sign; a deputy's signature does not count."}
	LookSigner       = Text{"签字人        ", "Signed by            "}
	LookSignerPost   = Text{"职务", "post"}
	LookCovers       = Text{"逐项覆盖指标  ", "Covers all indicators"}
	LookCoversHint   = Text{"要求按评估指标体系逐项报告。", "It has to follow the indicators item by item."}
)
