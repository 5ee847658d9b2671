package words

// Words of the preview of a sheet.
var (
	PreviewTitle      = Text{"预览", "preview"}
	PreviewNoPoints   = Text{"不含分数", "without points"}
	PreviewReleased   = Text{"已发布的结果", "the released result"}
	PreviewForTeam    = Text{"评估组内部", "for the team"}
	PreviewForOffice  = Text{"内部材料", "internal"}
	PreviewForAll     = Text{"可以公开", "for the public"}
	PreviewLines      = Text{"第 %d-%d 行，共 %d 行", "lines %d-%d of %d"}
	PreviewTo         = Text{"存为 %s（%s %s）", "saved as %s (%s, %s)"}
	PreviewNothing    = Text{"没有可以预览的单子。Esc 返回。", "There is no sheet to show. Esc goes back."}
	PreviewSave       = Text{"存文件", "save"}
	PreviewBrowse     = Text{"用浏览器打开（打印）", "open in a browser to print"}
	PreviewFormat     = Text{"网页/文字", "page/text"}
	PreviewFolder     = Text{"换文件夹", "other folder"}
	PreviewFolderBack = Text{"上一个文件夹", "folder before"}
	PreviewOneFolder  = Text{"只找到数据文件旁边这一个文件夹。", "Only the folder of the book was found."}
	PreviewSaved      = Text{"已存，核验码 %s：%s", "Saved, check code %s: %s"}
	PreviewOpened     = Text{"已交给系统的浏览器；没有窗口弹出来，就按 Ctrl+E 存文件再打开。", "Handed to the system's browser; if no window opens, save it with Ctrl+E and open the file."}
	PreviewHint       = Text{"给单位看的就是这一页。Ctrl+E 存文件，Enter 用浏览器打开打印，Tab 换网页或文字。", "This is what is handed out. Ctrl+E saves, Enter opens it in a browser to print, Tab changes page or text."}
	PreviewHintIn     = Text{"这一页不给被评估单位。Ctrl+E 存文件，Enter 用浏览器打开打印，Tab 换网页或文字。", "This is not for the unit. Ctrl+E saves, Enter opens it in a browser to print, Tab changes page or text."}
	PreviewFacts      = Text{"事实确认单（预览，不含分数）", "confirmation of facts (preview, no points)"}
	PreviewPapers     = Text{"待补材料清单（预览）", "papers still wanted (preview)"}
)

var _ = table(map[string]Text{
	"sheet.exists": {"%s 已经有了，没有覆盖，原文件没有动。请换一个名字再存。", "%s is there already and was not touched. Save under another name."},
	"sheet.write":  {"写不了 %s，数据文件没有动。请检查文件夹、权限和剩余空间，或换一个文件夹。", "%s cannot be written; the book is untouched. Check the folder, your rights and the space left, or choose another folder."},
})
