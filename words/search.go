package words

// Words of search, on the screen and on the command line.
var (
	SearchTitle   = Text{"搜索", "Search"}
	SearchJump    = Text{"搜索单位、问题、记录、条款、材料", "search units, findings, notes, clauses, papers"}
	SearchFor     = Text{"搜索“%s”", "search for “%s”"}
	SearchHint    = Text{"直接打字；几个词用空格隔开；单位名可打拼音首字母；Esc 回到原处", "Type; several words with spaces between; initials find units; Esc goes back"}
	SearchHow     = Text{"可以搜：单位名称、代码、拼音首字母；问题、记录、问答、承诺里的字句；指标和扣分情形；材料和附件。", "What can be found: units by name, code or pinyin initials; the words of findings, notes, answers and promises; indicators and rules; papers and attachments."}
	SearchBlind   = Text{"只搜自己看得到的内容。别人的评分表没有公开以前搜不到，也不计数。", "Only what you may see is searched. Another's sheet is neither found nor counted before it is open to you."}
	SearchNothing = Text{"没有找到“%s”。换个说法，或少打几个字；全部记录都搜过了。", "Nothing found for “%s”. Try other or fewer words; everything was searched."}
	SearchNotYet  = Text{"还没有找到；还有 %d 个单位的记录正在读。", "Nothing yet; the records of %d more visits are being read."}
	SearchCount   = Text{"%d 处", "%d found"}
	SearchReading = Text{"%d 处，正在读其余的记录 %d/%d", "%d found, reading the rest %d/%d"}
	SearchNext    = Text{"下一类", "next kind"}
	SearchNoPlace = Text{"这一条没有可以打开的页面", "There is no page to open for this one"}
	SearchLast    = Text{"最后修改 %s", "last changed %s"}
)

// SearchGroups are the names of the groups, by their names in JSON.
var SearchGroups = map[string]Text{
	"units":     {"单位", "Units"},
	"findings":  {"问题", "Findings"},
	"records":   {"记录", "Records"},
	"clauses":   {"条款", "Clauses"},
	"materials": {"材料", "Papers"},
}

// SearchClauses are the kinds of clause of a scheme.
var SearchClauses = map[string]Text{
	"indicator": {"指标", "indicator"},
	"rule":      {"扣分情形", "rule"},
	"bonus":     {"加分项", "bonus"},
	"material":  {"材料", "paper"},
}

var _ = table(map[string]Text{
	"search.none":  {"没有找到“%s”。换个说法，或少写几个字；只搜自己看得到的内容。", "Nothing found for “%s”. Try other or fewer words; only what you may see is searched."},
	"stage.search": {"读记录，备搜索", "Reading the records"},
})
