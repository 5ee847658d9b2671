//go:build unix

package main

import (
	"strings"
	"testing"

	"zoufang/tui/termtest"
)

// On a terminal that draws no screens a visit is recorded in plain lines; Ctrl+C in the middle of a text ends the program
// well, loses no line that was typed, and the screens have the text too.
func TestTerminalAsk(t *testing.T) {
	d := newDesk(t)
	env := []string{"ZOUFANG_HOME=" + d.home, "TERM=dumb"}
	x := termtest.Start(t, 200, 40, env, "zoufang", "--lang", "zh", "--book", d.path, "record", "--ask", "民政")
	x.Wait("未报自查报告")
	x.Send("到 listen.place\n")
	x.Wait("：地点。")
	x.Send("局三楼会议室\n")
	x.Wait("已存：地点：局三楼会议室")
	x.Send("到 listen.key_points\n")
	x.Wait("汇报要点。可以写几行，空行或单独一个句点结束。还没有答。按 Enter 跳过。\n>") // what is typed before is echoed before it
	x.Send("编制核定三十二名\n")
	x.Wait("编制核定三十二名\n>") // the line is durable before the next is asked for
	x.Press("ctrl+c")
	if code := x.Exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	if !strings.Contains(x.Screen(), "没有写完的字已留作草稿") {
		t.Errorf("nothing is said about the text:\n%s", x.Screen())
	}
	if got := d.listen(); got.Place != "局三楼会议室" || got.KeyPoints != "" {
		t.Errorf("the book holds %q and %q", got.Place, got.KeyPoints)
	}
	x = termtest.Start(t, 200, 40, env, "zoufang", "--lang", "zh", "--book", d.path, "record", "--ask", "民政")
	x.Wait("已经有：编制核定三十二名")
	x.Send(".\n")
	x.Wait("已存：汇报要点")
	x.Press("ctrl+d")
	x.Exit()
	if got := d.listen().KeyPoints; got != "编制核定三十二名" {
		t.Errorf("the book holds %q", got)
	}
}
