package words

// The round and the ranking.
var (
	CmdRound = Command{
		Use:   Text{"round 命令", "round COMMAND"},
		Short: Text{"年度评估：看、开始、改日期、结束、下一年度", "The round: show, open, move its days, close, begin the next"},
	}
	CmdRoundShow = Command{
		Use:   Text{"show [选项]", "show [flags]"},
		Short: Text{"年度评估有没有开始、用哪个指标体系、谁审定的", "Whether the round is open, under which scheme, decided by whom"},
		Long: Text{`写明年度评估有没有开始、用哪个指标体系、由谁审定、没有审定就开始的理由，结果权重由谁审定。
指标体系没有审定、也没有写明理由的，退出码是 3。`,
			`Says whether the round is open, under which scheme, who decided the scheme and the result
weights, and why it was opened undecided if it was. The exit code is 3 while the scheme is
undecided and nobody gave a reason.`},
		Example: Text{"zoufang round show\nzoufang round show --json", "zoufang round show\nzoufang round show --json"},
	}
	CmdRoundOpen = Command{
		Use:   Text{"open [选项]", "open [flags]"},
		Short: Text{"开始年度评估（编办）", "Open the round (the office)"},
		Long: Text{`在审定的指标体系上开始年度评估；没有审定的，要用 --reason 写明理由，留在记录里。
没有开始不妨碍任何记录，只是到处会提醒。再开始一次是更新，以前的留在历史里。`,
			`Opens the round on a decided scheme; on an undecided one only with --reason, which stays on
record. A round that is not open blocks nothing, everything reminds. Opening it again
replaces the opening; the history keeps both.`},
		Example: Text{"zoufang round open --opens-on 2026-03-02 --cutoff 2026-12-20\nzoufang round open --reason 试评，方案待审定",
			"zoufang round open --opens-on 2026-03-02 --cutoff 2026-12-20\nzoufang round open --reason \"a trial; the scheme is to be decided in May\""},
	}
	CmdRank = Command{
		Use:   Text{"rank [选项]", "rank [flags]"},
		Short: Text{"按得分排名", "Rank the units by their totals"},
		Long: Text{`按总分给年度评估排名：同类之内和全部，同分并列，没有评完的排在后面并写明原因。
取集体评议的结果；还看不到别人的评分表时取自己的，不给名次。还有事没有定的不给名次；
发布、异议和定论见 zoufang results。不同版本评的不在一起排：写明哪些单位是哪个版本，退出码是 3。`,
			`Ranks the yearly visits by total: within their kind and overall, equal totals share a
place, what is not complete or pending comes last with the reason. It takes the agreed sheet
of each unit; while another's sheet may not be seen your own, without a place. Release,
objections and final results are in zoufang results. Results of different versions of the
scheme are never mixed: it names which units are on which and exits with 3.`},
		Example: Text{"zoufang rank\nzoufang rank --kind 部门 --json", "zoufang rank\nzoufang rank --kind department --json"},
	}
	FlagKind     = Text{"只排这一`类`单位", "only units of this `KIND`"}
	FlagOpensOn  = Text{"开始`日期`，如 2026-03-02", "the first `DAY`, such as 2026-03-02"}
	FlagCutoff   = Text{"截止`日期`", "the last `DAY`"}
	ColPlace     = Text{"名次", "place"}
	ColKindPlace = Text{"同类名次", "in kind"}
	ColWhy       = Text{"说明", "remark"}

	RoundTitle      = Text{"%s %s年度 %s", "%s %s %s"}
	RoundDays       = Text{"起止：%s 至 %s", "From %s to %s"}
	RoundScheme     = Text{"指标体系：%s %s（%.12s）", "Scheme: %s %s (%.12s)"}
	RoundAway       = Text{"指标体系：%.12s，文件未到", "Scheme: %.12s, its file is not here"}
	RoundNotOpen    = Text{"年度评估还没有开始（编办：zoufang round open）。", "The round is not open (the office: zoufang round open)."}
	RoundOpen       = Text{"年度评估已于 %s 由%s开始。", "The round was opened on %s by %s."}
	RoundUndecided  = Text{"没有审定就开始的理由：%s", "Opened undecided, because: %s"}
	RoundOtherOpen  = Text{"开始时用的是另一个版本（%.12s），现在的版本还没有据此开始。", "It was opened under another version (%.12s), not under this one."}
	RoundOpened     = Text{"年度评估已开始，用 %s %s（%.12s）。", "The round is open under %s %s (%.12s)."}
	StatusNotOpen   = Text{"年度评估还没有开始", "the round is not open"}
	StatusOpen      = Text{"年度评估已开始", "the round is open"}
	StatusDecided   = Text{"指标体系 %s，审定：%s", "scheme %s, decided: %s"}
	StatusUndecided = Text{"指标体系 %s，未审定", "scheme %s, undecided"}
	StatusWhy       = Text{"理由：%s", "because: %s"}
	StatusSep       = Text{"；", "; "}
	StatusMixed     = Text{"%d 个单位用的是别的版本，见 zoufang scheme list", "%d visits are under another version, see zoufang scheme list"}

	RankMixed = Text{"  %s（%.12s）：%s", "  %s (%.12s): %s"}
	RankMove  = Text{"换到本年度的版本，由各自的评估人员做：zoufang scheme move %s", "Each evaluator moves their own to the round's version: zoufang scheme move %s"}
	RankEmpty = Text{"还没有可以排名的结果。", "There is nothing to rank yet."}
	RankNew   = Text{"没有开始评，或者评分表还看不到", "not begun, or no sheet of it may be seen yet"}
)

var _ = table(map[string]Text{
	"round.undecided":  {"%s %s 还没有审定，年度评估没有开始。审定机关、文号、日期填全以后再开始，或者用 --reason 写明为什么先开始。", "%s %s is not decided, so the round was not opened. Open it once it is decided (by whom, number and day), or say with --reason why it opens before."},
	"decide.undecided": {"指标体系还没有审定，也没有写明为什么先开始。编办用 zoufang round open --reason 写明理由，或者审定以后再开始。", "The scheme is undecided and nobody said why the round opens before. The office gives the reason with zoufang round open --reason, or opens it once the scheme is decided."},
	"decide.mixed":     {"结果用了 %d 个不同的版本，不能排在一起，没有排。各版本的单位见上。", "The results are of %d different versions and cannot be ranked together; nothing was ranked. The units of each are named above."},
	"usage.kind":       {"没有 %s 这类单位。有的是：%s", "There is no kind of unit %s. There are: %s"},
})
