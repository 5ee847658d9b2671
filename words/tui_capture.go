package words

// Words of the page that takes a fact from anywhere.
var (
	CaptureFor     = Text{"记一条：%s", "Note a fact: %s"}
	CaptureDone    = Text{"记下并回去", "keep and go back"}
	CaptureTime    = Text{"插时间", "insert the time"}
	CaptureLater   = Text{"先回去（字留着）", "go back; the text stays"}
	CaptureKept    = Text{"已记下：%s。之后在评估页关联到指标或疑问。", "Noted for %s. Attach it later on the visit page."}
	CaptureHint    = Text{"看到什么先写下来，两行就够；归到哪一项以后再定。", "Write down what was seen, two lines will do; what it belongs to can be settled later."}
	CaptureNowhere = Text{"先选中或打开一个单位，才能记一条。", "Select or open a unit first."}
)
