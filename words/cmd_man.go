package words

// The manual page.
var (
	CmdMan = Command{
		Use:   Text{"man [选项]", "man [flags]"},
		Short: Text{"写出手册页", "Write the manual page (roff)"},
		Long: Text{"把全部命令的用法写成一页手册，打包时用；平时看 zoufang help 就够了。",
			"Writes the use of every command as one manual page (roff), for packaging; zoufang help is enough day to day."},
		Example: Text{"zoufang man --lang zh > zoufang.1", "zoufang man --lang en > zoufang.1"},
	}
	ManName        = Text{"名称", "Name"}
	ManTitle       = Text{"走访手册", "zoufang manual"}
	ManDescription = Text{"说明", "Description"}
)
