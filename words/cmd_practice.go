package words

// A unit to practise on.
var (
	CmdUnitsPractice = Command{
		Use:   Text{"practice on|off|reset [选项]", "practice on|off|reset [flags]"},
		Short: Text{"练习单位：在真的数据文件里练手，什么都不算", "A unit to practise on in the real book; it counts nowhere"},
		Long: Text{`on 加一个练习单位，可以照真的走一遍。它不导出、不排名、不进汇总，搜索也只在它里面才找得到。
off 收起来，reset 收起旧的换一个空白的。`,
			`on adds a unit to practise on. It is not exported, not ranked, not counted, and found by
search only from within. off puts it away; reset puts it away and makes a blank one.`},
		Example: Text{"zoufang units practice on\nzoufang units practice reset --yes", "zoufang units practice on\nzoufang units practice reset --yes"},
	}
	FlagPracticeYes = Text{"不再询问", "without asking"}
	PracticeName    = Text{"练习单位", "Practice unit"}
	PracticeMark    = Text{"[练习]", "[practice]"}
	PracticeSheet   = Text{"练习，不作数", "practice, counts for nothing"}
	PracticeOn      = Text{"练习单位 %s 已加到名单里，什么都不算。", "The practice unit %s is in the list; it counts nowhere."}
	PracticeOff     = Text{"练习单位已收起。", "The practice unit was put away."}
	PracticeFresh   = Text{"已换一个空白的练习单位 %s。", "A blank practice unit: %s."}
	PracticeAsk     = Text{"收起现在的练习单位，里面的内容不再显示。继续吗？（是/否）", "Put the practice unit away; what is in it is not shown any more. Go on? (y/n) "}
	PracticeStart   = Text{"加一个练习单位", "add a practice unit"}
	PracticeReset   = Text{"练习单位重新开始", "practise afresh"}
	PracticeEnd     = Text{"收起练习单位", "put the practice unit away"}
	PracticeSure    = Text{"练习单位里写的内容以后不再显示。真的要这样吗？", "What is in the practice unit will not be shown any more. Go on?"}
	RankPractice    = Text{"练习，不排名", "practice, not ranked"}
)

var _ = table(map[string]Text{
	"practice.none":   {"现在没有练习单位。用 zoufang units practice on 加一个。", "There is no practice unit. Add one: zoufang units practice on."},
	"practice.code":   {"编码 %s 已经有单位在用，没有加练习单位。", "The code %s is in use; no practice unit was added."},
	"decide.practice": {"练习单位里的内容以后不再显示，没有改动。确定要这样就加 --yes。", "What is in the practice unit would not be shown any more; nothing was changed. Add --yes to go on."},
	"usage.practice":  {"“%s”不对，可以是 on、off、reset。", "“%s” is not understood; it is on, off or reset."},
})
