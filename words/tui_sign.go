package words

// Closing sheets and signing visits.
var (
	CloseKey     = Text{"提交（锁定）评分表", "submit the sheet"}
	CloseNote    = Text{"提交后不能改；两人都提交后才互相看得到", "locks it; the sheets show to each other once all are submitted"}
	CloseEmpty   = Text{"评分表还是空的，没有可提交的。", "The sheet is empty; there is nothing to submit."}
	CloseAsk     = Text{"提交（锁定）你的评分表？提交后要改须写理由重新打开。", "Submit and lock your sheet? To change it later it must be reopened with a reason."}
	CloseAskOpen = Text{"还有 %d 处没有完成。仍然提交（锁定）你的评分表？", "%d things are still open. Submit and lock your sheet all the same?"}
	CloseDone    = Text{"评分表已提交（锁定）。", "The sheet is submitted and locked."}
	ReopenKey    = Text{"重新打开评分表", "reopen the sheet"}
	ReopenNote   = Text{"要写理由，会留在记录里", "asks for a reason, which stays on record"}
	ReopenAsk    = Text{"重新打开你的评分表？", "Reopen your sheet?"}
	ReopenDone   = Text{"评分表已重新打开。", "The sheet is open again."}
	ApproveKey   = Text{"审批 %s 不适用", "rule on %s not applicable"}
	NARow        = Text{"%s 申请，理由：%s", "%s asks: %s"}
	ApproveAsk   = Text{"%s %s 申请不适用，理由：%s", "%s %s, not applicable because: %s"}
	ApproveYes   = Text{"批准", "Approve"}
	ApproveDone  = Text{"已批准不适用。", "Approved as not applicable."}
	RefuseKey    = Text{"不同意", "Refuse"}
	RefuseAsk    = Text{"不同意 %s %s 不适用。", "Refuse not applicable for %s %s."}
	RefuseDone   = Text{"已退回，由评估人员重新评定。", "Refused; the evaluator judges it again."}
	SignKey      = Text{"签字", "sign"}
	SignReady    = Text{"签字覆盖这次评估的全部记录", "the signature covers everything recorded in this visit"}
	SignAsk      = Text{"以组长身份为 %s 签字？签字后再有改动会标明“签字后有改动”。", "Sign for %s as the leader? Later changes will show as changed since signing."}
	SignDone     = Text{"已签字。", "Signed."}
	LeaderOnly   = Text{"由组长办理。", "The leader does this."}
	LeaderTeam   = Text{"由%s办理。", "%s does this."}

	ReviewTogether  = Text{"集体评议", "consensus"}
	ReviewTogetherN = Text{"待定 %d 处", "%d to decide"}
	SignNothing     = Text{"还没有评分表。", "There is no sheet yet."}
	SignOpen        = Text{"还有 %d 份评分表未提交，不能签字。", "%d sheets are not submitted; it cannot be signed yet."}
	SignContested   = Text{"还有 %d 处有争议，先到“差异处理”研究确定。", "%d values are contested; settle them under Differences first."}
	SignBlocked     = Text{"还有 %d 处没有完成，不能签字。", "%d things are still open; it cannot be signed yet."}
)
