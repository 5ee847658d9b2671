package words

// Words of the result notice, of codes and of signed sheets.
var (
	SheetNoticeWhy     = Text{"经评估和研究确定，现将你单位%s年度机构编制评估结果反馈如下。", "The result of your unit's evaluation for %s, as decided, is as follows."}
	SheetNoticeOn      = Text{"反馈日期", "Handed over on"}
	SheetNoticeUntil   = Text{"异议截止", "Objections until"}
	SheetNoticeLast    = Text{"%s年度总分 %s，等次%s；本年度比上年 %s 分。", "Total of %s: %s, %s; change: %s."}
	SheetNoticeBefore  = Text{"上年得分", "Last year"}
	SheetNoticeMarks   = Text{"一、各类得分", "1. Marks by category"}
	SheetNoticeItems   = Text{"二、整改清单", "2. To be put right"}
	SheetNoticeNoItems = Text{"没有需要整改的问题。", "Nothing has to be put right."}
	SheetNoticeObject  = Text{"对结果有异议的，请在收到本意见之日起 %d 个工作日内书面提出，写明理由并附材料。", "Objections are made in writing within %d working days of receiving this notice, with reasons and papers."}

	SignedSaved   = Text{"已登记：%s（%s）由%s于 %s 签字，扫描件已存入。", "Recorded: %s (%s), signed by %s on %s; the scan is kept."}
	SignedOld     = Text{"注意：这张单子制表以后数据文件有改动，签的是改动以前的内容。", "Note: the book has changed since that sheet was made; what was signed is the earlier content."}
	FlagScan      = Text{"扫描件`文件`", "the `FILE` of the scan"}
	FlagSigner    = Text{"签字人`姓名`", "the `NAME` of who signed"}
	FlagSignPost  = Text{"签字人`职务`", "the `POST` of who signed"}
	FlagSignDay   = Text{"签字`日期`，默认今天", "the `DAY` it was signed, today if not given"}
	FlagSignNote  = Text{"`备注`", "a `REMARK`"}
	SheetsHead    = Text{"可以生成的单子（zoufang report 种类）：", "Sheets that can be made (zoufang report SHEET):"}
	SheetsFor     = Text{"给谁", "for"}
	SheetsAbout   = Text{"关于", "about"}
	SheetsName    = Text{"种类", "sheet"}
	SheetsTitle   = Text{"名称", "title"}
	SheetsMade    = Text{"已写出 %d 份到 %s。", "Wrote %d files to %s."}
	SheetsSkipped = Text{"%s：%s", "%s: %s"}
	SheetOpened   = Text{"已交给浏览器：%s", "Handed to the browser: %s"}
	CodeSame      = Text{"相符：核验码 %s 是“%s”（%s），数据文件现在的内容与它一致。", "It agrees: %s is “%s” (%s), and the book says the same now."}
	CodeChanged   = Text{"“%s”（%s）：数据文件在它制表以后有改动，现在的核验码是 %s。", "“%s” (%s): the book has changed since it was made; its code is %s now."}
	CodeGone      = Text{"“%s”（%s）：按现在的内容已经不出这张单子：%s", "“%s” (%s): the book makes no such sheet now: %s"}
	CodeFileSame  = Text{"文件 %s 的文字也与数据文件一致。", "The text of %s agrees with the book as well."}
	CodeWas       = Text{"  单子上：%s", "  on the sheet: %s"}
	CodeIs        = Text{"  现在是：%s", "  in the book:  %s"}
	CodeWhatHow   = Text{"要看改了什么，加 --file 指明那张单子的文件。", "To see what changed, name the sheet's file with --file."}
	FlagCode      = Text{"核对一张单子的`核验码`", "check the `CODE` of a sheet"}
	FlagCodeFile  = Text{"把这个单子`文件`（.html 或 .txt）与数据文件逐行对照", "compare this `FILE` of a sheet (.html or .txt) with the book line by line"}
	FlagSheetForm = Text{"格式：`html`、txt 等；不写看文件的扩展名", "the format: `html`, txt …; else the file's ending says it"}
	FlagSheetOpen = Text{"用浏览器打开", "open it in the browser"}
	FlagSheetAll  = Text{"每个单位一份，写到 --to 的文件夹", "one for each unit, into the folder of --to"}
	FlagSheetDir  = Text{"写到这个`文件夹`", "write into this `FOLDER`"}
	FlagSheetSlip = Text{"只要这个`编号`的督查确认单", "only the slip of this `NUMBER`"}
)

// Audiences are who a sheet is made for, by checklist.Audience; SheetAbouts what it is about.
var (
	Audiences   = map[string]Text{"unit": {"单位", "the unit"}, "public": {"公开", "the public"}, "team": {"评估组", "the team"}, "office": {"编办", "the office"}}
	SheetAbouts = map[string]Text{"visit": {"一次评估", "a visit"}, "unit": {"一个单位", "a unit"}, "district": {"全区", "the district"}, "day": {"一天", "a day"}}
)

var _ = table(map[string]Text{
	"report.notnil":     {"%s 有查实的事实，没有未发现问题确认单；请用 fact-sheet。", "%s has findings, so there is no nil return; use fact-sheet."},
	"report.nounit":     {"%s 是某一个单位的单子，请说明是哪个单位，没有写文件。", "%s is about one unit: say which. No file was written."},
	"report.nothing":    {"没有可以写的 %s，没有写文件。", "There is nothing to make %s of; no file was written."},
	"sheet.format":      {"%s 的扩展名不认识，没有写文件。请用 .html、.docx 或 .txt。", "%s: only .html, .docx and .txt can be written; nothing was written."},
	"report.unreleased": {"%s的结果还没有发布，不出反馈意见。发布：zoufang results release", "The result of %s was not released, so there is no notice. Release it: zoufang results release"},
	"usage.reportall":   {"--all 要用 --to 写明文件夹，并且只用于单位的单子。", "--all needs --to FOLDER and is for sheets about units only."},
	"report.open":       {"打不开浏览器：%v。单子写在 %s，请自己打开。", "The browser did not open: %v. The sheet is in %s; open it yourself."},
	"signed.signer":     {"要写明签字人，没有登记。", "Say who signed it; nothing was recorded."},
	"signed.day":        {"要写明签字日期，没有登记。", "Say on which day it was signed; nothing was recorded."},
	"signed.novisit":    {"“%s”不是某次评估的单子，不在这里登记；督查确认单用 zoufang slip 登记。没有登记。", "“%s” is no sheet of a visit, so it is not recorded here; slips are kept with zoufang slip. Nothing was recorded."},
	"stage.report":      {"写单子", "writing sheets"},
	"code.form":         {"“%s”不像核验码：一共 12 个字符，如 7Q2M-4K9T-0XHB。", "“%s” is no check code: it has 12 characters, such as 7Q2M-4K9T-0XHB."},
	"code.unknown":      {"这个数据文件出不了核验码是 %s 的单子：也许抄错了，也许是别的数据文件或别的年度的。", "This book makes no sheet with the code %s: it may be misread, or be of another book or year."},
	"code.changed":      {"核验码 %s 与数据文件现在的内容不符。", "%s does not agree with what the book says now."},
	"code.altered":      {"%s 的文字与数据文件不符，核验码却对：文件被改过。", "The text of %s is not that of the book although the code is right: the file was altered."},
	"code.nofile":       {"读不出 %s 里的单子：要走访写出的 .html 或 .txt 文件。数据文件没有动。", "No sheet can be read from %s: it must be an .html or .txt file that zoufang wrote. The book is untouched."},
})
