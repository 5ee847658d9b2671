//go:build unix

package main

import (
	"strings"
	"testing"

	"zoufang/tui/termtest"
)

// The page about the terminal asks it, echoes what arrives, and leaves what it found behind.
func TestTerminalSelfCheck(t *testing.T) {
	x := termtest.Start(t, 80, 24, []string{"ZOUFANG_HOME=" + t.TempDir(), "TMUX=", "STY=", "SSH_CONNECTION=", "NO_COLOR="}, "zoufang", "--lang", "zh", "selfcheck")
	x.Wait("没有发现问题")
	x.Send("走访")
	x.Wait("字“访”")
	cursorBehind(x, "走访")
	x.Press("f5")
	x.Wait("键 F5")
	x.Paste("三楼")
	x.Wait("粘贴：2 个字，1 行")
	x.Resize(70, 20)
	x.Wait("窗口 70x20")
	x.Press("ctrl+q")
	if code := x.Exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	if !strings.Contains(x.Screen(), "结论：") {
		t.Errorf("what was found does not stay:\n%s", x.Screen())
	}
}

// A terminal that draws no screens gets lines, without a single escape sequence.
func TestTerminalDumb(t *testing.T) {
	x := termtest.Start(t, 120, 40, []string{"ZOUFANG_HOME=" + t.TempDir(), "TERM=dumb"}, "zoufang", "--lang", "zh", "selfcheck")
	x.Wait("空行结束")
	x.Send("区民政局\n")
	x.Wait("收到 4 个字、12 个字节")
	x.Press("enter")
	if code := x.Exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	if !strings.Contains(x.Screen(), "record --ask") {
		t.Errorf("no advice:\n%s", x.Screen())
	}
}
