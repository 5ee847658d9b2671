package words

// A unit is renamed, merged, split or ends in mid-year.
var (
	CmdUnitsRename = Command{
		Use:   Text{"rename 单位 新名称 --day 日期 [选项]", "rename UNIT NAME --day DAY [flags]"},
		Short: Text{"单位改名：还是同一个单位", "Give a unit a new name: it stays the same unit"},
		Long: Text{`从某一天起改名。还是同一个单位，历史都在；改名以前的评估仍用当时的名称。`,
			`Gives a unit another name from a day on. It stays the same unit with its history; visits
of earlier days keep the name they were made under.`},
		Example: Text{"zoufang units rename D01 青澜区民政和退役军人局 --day 2026-05-06 --document 青编〔2026〕7号",
			"zoufang units rename D01 \"Civil Affairs and Veterans\" --day 2026-05-06 --document \"No. 7\""},
	}
	CmdUnitsMerge = Command{
		Use:   Text{"merge 单位 单位… --into 编码[=名称] --day 日期 [选项]", "merge UNIT UNIT... --into CODE[=NAME] --day DAY [flags]"},
		Short: Text{"几个单位合并成一个", "Several units become one"},
		Long: Text{`记下几个单位从某一天起合并成一个，写明文号。合并后的单位可以是其中一个，也可以是新的
（写编码=名称）。被并的单位退出安排和排名，记录都在；往年问题和督查确认单跟到合并后的单位。`,
			`Records that several units are one from a day on, by which document. The one that goes on
may be one of them, or a new one (CODE=NAME). Those that end leave the plan and the
ranking and keep their records; past findings and slips follow to the one that goes on.`},
		Example: Text{"zoufang units merge D01 D02 --into D20=青澜区社会事业局 --day 2026-05-06 --document 青编〔2026〕9号",
			"zoufang units merge D01 D02 --into D20=\"Social Affairs\" --day 2026-05-06 --document \"No. 9\""},
	}
	CmdUnitsSplit = Command{
		Use:   Text{"split 单位 --into 编码[=名称] --into … --day 日期 [选项]", "split UNIT --into CODE[=NAME] --into ... --day DAY [flags]"},
		Short: Text{"一个单位分成几个", "One unit becomes several"},
		Long: Text{`记下一个单位从某一天起分成几个，写明文号。原单位写在 --into 里就继续，不写就退出。
往年问题和督查确认单在每个后继单位都看得到，注明从哪里来。`,
			`Records that a unit is several from a day on, by which document. The unit goes on if it is
among --into, else it ends. Its past findings and slips are shown with each of them.`},
		Example: Text{"zoufang units split D01 --into D01 --into D21=青澜区退役军人局 --day 2026-05-06",
			"zoufang units split D01 --into D01 --into D21=Veterans --day 2026-05-06"},
	}
	CmdUnitsEnd = Command{
		Use:   Text{"end 单位 --day 日期 [选项]", "end UNIT --day DAY [flags]"},
		Short: Text{"单位撤销：退出安排和排名", "A unit ends: it leaves the plan and the ranking"},
		Long: Text{`记下一个单位从某一天起撤销。记录都在，编码不再给别的单位用。`,
			`Records that a unit is no more from a day on. Its records stay, and its code is not used
again.`},
		Example: Text{"zoufang units end D01 --day 2026-05-06 --document 青编〔2026〕11号", "zoufang units end D01 --day 2026-05-06 --document \"No. 11\""},
	}
	FlagFromDay  = Text{"从哪一`天`起，如 2026-05-06", "from this `DAY` on, such as 2026-05-06"}
	FlagDocument = Text{"`文号`", "the `NUMBER` of the document"}
	FlagInto     = Text{"继续下去的单位：`编码`，新的写 编码=名称", "the unit that goes on: `CODE`, a new one CODE=NAME"}
	FlagShort    = Text{"新的`简称`", "the new short `NAME`"}
	FlagUnitWhy  = Text{"`理由`", "the `REASON`"}

	UnitRenamed   = Text{"已改名：%s，从 %s 起。", "Renamed: %s, from %s on."}
	UnitContinued = Text{"已记下：%s 继续，从 %s 起。", "Recorded: %s goes on, from %s on."}
	UnitOver      = Text{"已记下：%s 撤销，从 %s 起。", "Recorded: %s ends, from %s on."}

	UnitEndedMark = Text{"[已撤]", "[ended]"}
	UnitMergedAs  = Text{"%s 起并入 %s %s", "merged from %s into %s %s"}
	UnitSplitAs   = Text{"%s 起分为 %s %s", "split from %s into %s %s"}
	UnitCeasedAs  = Text{"%s 起撤销 %s%s", "ended from %s %s%s"}
	UnitCameFrom  = Text{"由 %s 而来（%s）", "from %s (%s)"}
	UnitWasCalled = Text{"%s 前名为 %s %s", "until %s called %s %s"}
	UnitInherited = Text{"%s转来", "from %s"}
	UnitCameShort = Text{"转来 %s", "from %s"} // where the end may be cut
	RankEnded     = Text{"已撤，不排名", "ended, not ranked"}
	ColStory      = Text{"沿革", "story"}
)

// Words of the page that renames, merges and splits.
var (
	StoryMenu    = Text{"改名合并分设（选单位）", "rename, merge, split a unit"}
	StoryOfUnit  = Text{"改名合并分设（本单位）", "rename, merge, split this unit"}
	StoryTitle   = Text{"改名、合并、分设、撤销", "rename, merge, split, end"}
	StoryPick    = Text{"哪个单位变了？", "Which unit has changed?"}
	StoryWhat    = Text{"怎么变", "What"}
	StoryRename  = Text{"改名", "renamed"}
	StoryMerge   = Text{"合并", "merged"}
	StorySplit   = Text{"分设", "split"}
	StoryEnd     = Text{"撤销", "ended"}
	StoryName    = Text{"新名称", "New name"}
	StoryShort   = Text{"新简称", "Short name"}
	StoryInto    = Text{"并入", "Into"}
	StoryWith    = Text{"一起并入的", "Together with"}
	StoryParts   = Text{"分成", "Into"}
	StoryStays   = Text{"原单位继续", "It goes on itself"}
	StoryDay     = Text{"从哪天起", "From"}
	StoryDoc     = Text{"文号", "Document"}
	StoryReason  = Text{"理由", "Reason"}
	StoryDo      = Text{"记下", "record"}
	StoryAsk     = Text{"%s：%s，从 %s 起。记下吗？", "%s: %s, from %s on. Record it?"}
	StoryDone    = Text{"已记下。", "Recorded."}
	StoryOffice  = Text{"由编办办理。", "The office does this."}
	StoryHint    = Text{"Tab 换格，F8 记下。记录都在，编码不再给别的单位用。", "Tab moves, F8 records. Records stay; a code is not used again."}
	StoryIntoHow = Text{"写编码；新单位写 编码=名称，如 D20=区社会事业局。", "A code; a new unit as CODE=NAME, such as D20=Social Affairs."}
	StoryWithHow = Text{"和它一起并的其他单位，写编码，用空格隔开；没有就空着。", "Codes of the other units that merge, with spaces; or empty."}
	StoryPartHow = Text{"一行一个：编码；新单位写 编码=名称。", "One on a line: a code; a new unit as CODE=NAME."}
)

var _ = table(map[string]Text{
	"units.unknown": {"没有这个单位。内容没有变。用 zoufang units list 看有哪些。", "There is no such unit; nothing was changed. See zoufang units list."},
	"units.gone":    {"%s 已经撤销，没有改动。编码不再使用，请写继续下去的单位。", "%s has ended; nothing was changed. Name the unit that goes on."},
	"units.day":     {"“%s”不是日期，没有改动。请写成 2026-05-06 这样。", "“%s” is no day; nothing was changed. Write it as 2026-05-06."},
	"units.into":    {"没有写清楚哪些单位变成哪些单位，没有改动。合并写两个以上单位和一个去向，分设写一个单位和几个去向。", "Which units become which is not clear; nothing was changed. A merger has several units and one that goes on, a split one unit and several."},
	"units.newname": {"新单位 %s 还没有名称，没有改动。写成 编码=名称。", "The new unit %s has no name; nothing was changed. Write CODE=NAME."},
	"units.reused":  {"名单里有已撤销单位的编码：%s（共 %d 个），一行也没有导入。新单位请用新编码；还是原单位就从名单里去掉这几行。", "The list uses the codes of units that ended: %s (%d); nothing was imported. Give new units new codes, or take those rows out."},
	"decide.reused": {"名单里有已撤销单位的编码：%s（共 %d 个），一行也没有导入。新单位请用新编码；还是原单位就从名单里去掉这几行。", "The list uses the codes of units that ended: %s (%d); nothing was imported. Give new units new codes, or take those rows out."},
})
