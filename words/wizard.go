package words

// Words of the first start.
var (
	WizardWelcome = Text{"欢迎使用走访", "Welcome to zoufang"}
	WizardWhat    = Text{"这是到单位现场评估用的记录工具：看自查报告、听汇报、查材料、访谈、计分，全部离线，随写随存。", "This program records evaluation visits on site: reading the self-report, the briefing, checking papers, talks, and the score. It works offline and saves as you type."}
	WizardSecret  = Text{"保密提示：不得录入国家秘密。涉密的名称、数字和文件请按保密规定另行处理；只在单位允许使用的电脑上使用。", "Secrecy: nothing classified may be typed in. Classified names, numbers and papers are handled by their own rules; use this program only on machines allowed for the work."}
	WizardPlain   = Text{"数据文件只在本机，没有网络往来。文件本身不加密，请保管好电脑和优盘。", "The book stays on this machine and nothing goes over a network. The file itself is not encrypted: look after the machine and the memory stick."}
	WizardRead    = Text{"已阅读，继续", "read; go on"}
	WizardBusy    = Text{"正在准备……", "One moment…"}

	WizardWho          = Text{"谁在用这台电脑？", "Who works on this laptop?"}
	WizardName         = Text{"姓名", "Name"}
	WizardNameHint     = Text{"写在评分表和导出的数据包里。", "It stands on the score sheet and in the bundles."}
	WizardNumber       = Text{"工号", "Work number"}
	WizardNumberHint   = Text{"没有可以空着。有工号的，换一台电脑也认得是同一个人。", "May be left empty. With a number, you are the same person on another laptop."}
	WizardRole         = Text{"角色", "Role"}
	WizardRoleHint     = Text{"按空格换。自己填的角色，由编办确认。", "Space changes it. The office confirms the role."}
	WizardDistrict     = Text{"区（县、市）", "District"}
	WizardDistrictHint = Text{"同一个区的人要写得一样，如“青澜区”；各人的记录靠它对上。", "Everybody of a district must write it alike: that is how the records meet."}
	WizardYear         = Text{"评估年度", "Year"}
	WizardNoName       = Text{"请写姓名。", "Please give your name."}
	WizardNoDistrict   = Text{"请写区（县、市）的名称。", "Please give the district."}
	WizardNoYear       = Text{"请写评估年度，如 2026。", "Please give the year, such as 2026."}
	WizardNext         = Text{"继续", "go on"}

	WizardHow        = Text{"从哪里开始？", "Where to begin?"}
	WizardImport     = Text{"导入单位名单", "Import a list of units"}
	WizardImportText = Text{"CSV 或 XLSX 表格，第一行是表头", "a CSV or XLSX table with a header row"}
	WizardTake       = Text{"接收编办的文件", "Take over a file of the office"}
	WizardTakeText   = Text{"数据文件或数据包", "a book or a bundle"}
	WizardSample     = Text{"先看示范", "Look at the sample"}
	WizardSampleText = Text{"虚构的区和单位，随便试", "a fictitious district; try anything"}
	WizardEmpty      = Text{"先空着", "Begin empty"}
	WizardEmptyText  = Text{"以后再导入或合并", "import or merge later"}
	WizardFileHint   = Text{"选编办给的文件；也可以把路径打进来，或把文件拖进窗口，再按 Enter。", "Choose the file of the office; or type its path, or drop it into the window, and press Enter."}
)

// Words of choosing a file.
var (
	BrowsePlaces = Text{"常用位置", "usual places"}
	BrowseFolder = Text{"文件夹", "folder"}
	BrowseEmpty  = Text{"这里没有可用的文件（%s）。", "There is no such file here (%s)."}
	BrowseFailed = Text{"打不开：%v。请换一个位置。", "Cannot be opened: %v. Try another place."}
)

// Words of importing units.
var (
	ImportHint    = Text{"表头要有编码、名称、类型。可以打字筛选，或把路径打进来、把文件拖进窗口。", "The header names code, name and kind. Type to filter; or type a path, or drop the file into the window."}
	ImportRow     = Text{"行", "Row"}
	ImportRowNo   = Text{"第 %d 行", "row %d"}
	ImportProblem = Text{"问题", "Problem"}
	ImportFound   = Text{"可以导入的单位 %d 个，问题 %d 处。还没有写入任何内容。", "%d units can be imported, %d problems. Nothing has been written yet."}
	ImportUnused  = Text{"没有用到的列：%s", "Columns not used: %s"}
	ImportAllGood = Text{"全部看得懂。按 Enter 导入。", "All is well. Enter imports them."}
	ImportTake    = Text{"导入 %d 个单位", "import %d units"}
	ImportGood    = Text{"只导入好的 %d 个", "import the %d good ones"}
	ImportGoodAsk = Text{"只导入没有问题的 %d 个单位，另外 %d 处问题的行不要？改好文件以后可以再导入，已有的不会重复。", "Import the %d units without problems and leave out the rows with the %d problems? The mended file can be imported again; nothing doubles."}
	ImportGoodYes = Text{"导入", "Import"}
	ImportNothing = Text{"没有可以导入的单位。请改好文件再试。", "There is nothing to import. Mend the file and try again."}
	ImportOther   = Text{"换文件", "another file"}
	ImportDone    = Text{"已导入：新增 %d，更新 %d，相同 %d。", "Imported: %d new, %d changed, %d the same."}
)
