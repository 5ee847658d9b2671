package main

import (
	"bufio"
	"fmt"
	"os"

	"github.com/inconshreveable/mousetrap"
	"golang.org/x/sys/windows"

	"zoufang/words"
)

// keepWindow waits for Enter when the program was started by a double click: the window would close with the error
// unread.
func (a *app) keepWindow() {
	if !mousetrap.StartedByExplorer() {
		return
	}
	fmt.Fprint(a.errs, words.CmdKeepWindow.In(a.lang))
	_, _ = bufio.NewReader(a.in).ReadString('\n') // whatever is typed ends the program
}

// legacyConsole tells whether the console cannot draw a screen: it refuses the terminal sequences every Windows 10
// console understands (an older Windows, or "use legacy console" ticked in its properties).
func legacyConsole() bool {
	handle := windows.Handle(os.Stdout.Fd())
	var mode uint32
	if windows.GetConsoleMode(handle, &mode) != nil {
		return false // no console at all: a pipe, or a terminal of another kind
	}
	if mode&windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING != 0 {
		return false
	}
	if windows.SetConsoleMode(handle, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) != nil {
		return true
	}
	_ = windows.SetConsoleMode(handle, mode) // as it was: the screen sets what it needs itself
	return false
}

// codePage is the encoding of what commands write to the console; 0 where there is none.
func codePage() uint32 {
	cp, err := windows.GetConsoleOutputCP()
	if err != nil {
		return 0 // no console at all
	}
	return cp
}
