package words

// Words of the photos and scans.
var (
	FileName        = Text{"文件", "File"}
	FileSize        = Text{"大小", "Size"}
	FileOf          = Text{"属于", "Belongs to"}
	FileWhen        = Text{"谁、何时", "By, when"}
	FileAdd         = Text{"加一个文件", "add a file"}
	FileCaption     = Text{"写说明", "caption"}
	FileCaptionHint = Text{"写清照的是什么、在哪里、什么时候；会印在依据里。", "Say what it shows, where and when; it is printed with the evidence."}
	FileTaken       = Text{"文件已存进数据文件，原文件可以留着。", "The file is in the book now; the original may stay where it is."}
	FileDetach      = Text{"取下", "take off"}
	FileDetachAsk   = Text{"取下这个文件？它不再作为依据，修改记录里仍查得到：%s", "Take this file off? It proves nothing any more, but the history keeps it: %s"}
	FileLimits      = Text{"照片、扫描件和常见文档，每个不超过 %d MB。", "Photos, scans and common documents, at most %d MB each."}
	FileHint        = Text{"Enter 用系统自带的程序打开；离开这一页，临时副本就删掉。", "Enter opens it with the system's viewer; its copy is removed when this page is left."}
	FileBrowseHint  = Text{"选文件；也可以把文件拖进窗口，或直接写路径。", "Choose a file; it may also be dropped into the window, or its path typed."}
)

var _ = table(map[string]Text{
	"attach.viewer": {"打不开看图程序；文件在数据文件里，没有丢。", "The system's viewer cannot be started; the file is safe in the book."},
})
