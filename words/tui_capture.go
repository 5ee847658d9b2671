package words

// Words of the page that takes a fact from anywhere.
var (
	CaptureFor       = Text{"记一条：%s", "Note a fact: %s"}
	CaptureDone      = Text{"记下并回去", "keep and go back"}
	CaptureTime      = Text{"插时间", "insert the time"}
	CaptureLater     = Text{"先回去（字留着）", "go back; the text stays"}
	CaptureKept      = Text{"已记下：%s。之后在评估页关联到指标或疑问。", "Noted for %s. Attach it later on the visit page."}
	CaptureHint      = Text{"看到什么先写下来，两行就够；归到哪一项以后再定。", "Write down what was seen, two lines will do; what it belongs to can be settled later."}
	CaptureNowhere   = Text{"还没有单位，先导入单位或新建一份数据文件，再记。", "There is no unit yet. Import the units or make a book first."}
	CaptureUnitLater = Text{"记下时再选单位", "the unit is chosen when it is kept"}
	CaptureWhich     = Text{"这一条是哪个单位的", "Which unit is it about"}
	CaptureOther     = Text{"换单位", "another unit"}
)
