package words

// Sentences that people use again.
var (
	CmdPhrases = Command{
		Use:   Text{"phrases 命令", "phrases COMMAND"},
		Short: Text{"常用语：列出、添加、导入", "Phrases to use again: list, add, import"},
	}
	CmdPhrasesList = Command{
		Use:     Text{"list [选项]", "list [flags]"},
		Short:   Text{"列出常用语", "List the phrases"},
		Example: Text{"zoufang phrases list --use facts", "zoufang phrases list --use facts"},
	}
	CmdPhrasesAdd = Command{
		Use:     Text{"add 内容 [选项]", "add TEXT [flags]"},
		Short:   Text{"添加一条常用语", "Keep a phrase"},
		Example: Text{"zoufang phrases add 未见批准文件 --use facts", "zoufang phrases add \"No approval was shown\" --use facts"},
	}
	CmdPhrasesImport = Command{
		Use:   Text{"import 文件", "import FILE"},
		Short: Text{"从文件导入常用语，一行一条", "Take phrases from a file, one a line"},
		Long: Text{`一行一条。行首可以写用途和竖线，如 facts|未见批准文件；用途是 facts（事实）、criterion（标准）、
demand（整改要求）、opinion（意见），不写就哪里都能用。`,
			`One phrase a line. A line may begin with its use and a bar, such as facts|No approval was
shown; uses are facts, criterion, demand and opinion. Without one it serves everywhere.`},
		Example: Text{"zoufang phrases import 常用语.txt", "zoufang phrases import phrases.txt"},
	}
	CmdPhrasesWithdraw = Command{
		Use:     Text{"withdraw 编号 [选项]", "withdraw NUMBER [flags]"},
		Short:   Text{"不再使用一条常用语", "Offer a phrase no more"},
		Example: Text{"zoufang phrases withdraw 3", "zoufang phrases withdraw 3"},
	}
	CmdPhrasesRename = Command{
		Use:     Text{"rename 编号 名称", "rename NUMBER NAME"},
		Short:   Text{"给常用语起个名称，好找", "Give a phrase a name to be found by"},
		Example: Text{"zoufang phrases rename 3 批准文件", "zoufang phrases rename 3 approval"},
	}
	FlagUse        = Text{"`用途`：facts 事实、criterion 标准、demand 整改要求、opinion 意见", "the `USE`: facts, criterion, demand or opinion"}
	FlagPhraseName = Text{"`名称`", "its `NAME`"}
	PhrasesSaved   = Text{"已保存：新增 %d，更新 %d，相同 %d。", "Kept: %d new, %d changed, %d the same."}
	PhrasesNone    = Text{"还没有常用语。", "There are no phrases yet."}
	PhraseGone     = Text{"已不再使用：%s", "Offered no more: %s"}
	PhraseRenamed  = Text{"已起名：%s", "Named: %s"}
	PhraseUseWords = map[string]Text{"": {"通用", "any"}, "facts": {"事实", "facts"}, "criterion": {"标准", "criterion"}, "demand": {"整改要求", "demand"}, "opinion": {"意见", "opinion"}}
	PhraseFrom     = map[string]Text{"scheme": {"情形", "rule"}, "used": {"用过", "used"}, "phrase": {"常用语", "phrase"}}

	PhraseKey    = Text{"常用语", "phrases"}
	PhraseTitle  = Text{"常用语", "phrases"}
	PhraseFilter = Text{"筛选", "filter"}
	PhraseEmpty  = Text{"还没有常用语。在这里按存键，可以把栏目里写的存成常用语。", "No phrases yet. The keep key keeps what the field says."}
	PhraseHint   = Text{"打字筛选，汉字或拼音首字母都行；按确定键插到光标处。", "Type to filter, also by pinyin initials; Enter inserts at the cursor."}
	PhraseInsert = Text{"插入", "insert"}
	PhraseKeep   = Text{"把本栏存为常用语", "keep this field"}
	PhraseKept   = Text{"已存为常用语。", "Kept as a phrase."}
	PhraseNoText = Text{"这一栏还是空的。", "The field is empty."}
	PhraseManage = Text{"管理常用语", "manage phrases"}
	PhraseRename = Text{"起名", "name it"}
	PhraseDrop   = Text{"不再使用", "withdraw"}
	PhraseAsk    = Text{"给这一条起个名称：%s", "A name for: %s"}
	PhraseSure   = Text{"不再使用这一条？%s", "Offer this no more? %s"}
	PhraseUse    = Text{"用途", "use"}
	PhraseText   = Text{"内容", "text"}
)

var _ = table(map[string]Text{
	"phrase.empty":   {"没有内容，没有保存。", "There is no text; nothing was kept."},
	"phrase.long":    {"常用语太长，没有保存，最多 %d 字节。", "The phrase is too long; nothing was kept. At most %d bytes."},
	"phrase.unknown": {"没有这条常用语。用 zoufang phrases list 看编号。", "There is no such phrase. See the numbers with zoufang phrases list."},
	"usage.use":      {"没有“%s”这种用途，可以是：%s。", "There is no use “%s”; it can be: %s."},
})
