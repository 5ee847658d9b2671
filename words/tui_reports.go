package words

// Words of the screen that lists sheets and reports.
var (
	ReportsTitle  = Text{"单子和报告", "sheets and reports"}
	ReportsJump   = Text{"单子和报告（打印、存文件）", "sheets and reports (preview, print, save)"}
	ReportsHere   = Text{"本单位的单子和报告", "sheets and reports of this unit"}
	ReportsHead   = Text{"可以生成的单子和报告", "Sheets and reports that can be made"}
	ReportsOf     = Text{"单子和报告：%s", "Sheets and reports: %s"}
	ReportsOpen   = Text{"预览", "preview"}
	ReportsUnit   = Text{"选单位", "choose a unit"}
	ReportsWhich  = Text{"%s：选单位", "%s: choose a unit"}
	ReportsNoUnit = Text{"没有评估过的单位，还不能生成这种单子。", "No unit has been visited, so there is no such sheet yet."}
	ReportsHint   = Text{"Enter 预览，预览里可以存文件、用浏览器打印。打字筛选。", "Enter previews; there it is saved or printed from a browser. Typing filters."}
)

// Words of the sheets that came back signed.
var (
	SignedSheetTitle = Text{"签回的单子", "signed sheets"}
	SignedSheetHere  = Text{"登记签回的单子", "record a sheet that came back signed"}
	SignedSheetBy    = Text{"签字人", "signed by"}
	SignedSheetNone  = Text{"还没有签回的单子。F7 登记。", "No sheet came back signed yet. F7 records one."}
	SignedSheetNew   = Text{"登记签回", "record one"}
	SignedSheetScan  = Text{"看扫描件", "scan"}
	SignedSheetHint  = Text{"核验码在单子下边；F7 选扫描件，F8 登记。", "The check code stands at the foot of the sheet; F7 chooses the scan, F8 records."}
	SignedSheetList  = Text{"F7 登记一张签回的单子，Enter 看它的扫描件。", "F7 records a sheet that came back; Enter shows its scan."}
	SignedSheetSave  = Text{"登记", "record"}
)
