//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"zoufang/tui/termtest"
)

// coloured is an escape sequence that sets a colour, of text or of the ground.
var coloured = regexp.MustCompile(`\x1b\[[0-9;:]*?(?:[34]8[;:]|3[0-7]m|9[0-7]m)`)

// NO_COLOR may be set to anything: no colour is sent then, and what is selected still shows.
func TestTerminalNoColor(t *testing.T) {
	for value, want := range map[string]bool{"": true, "1": false, "yes": false, "0": false} {
		d := newDesk(t)
		x := termtest.Start(t, 80, 24, []string{"ZOUFANG_HOME=" + d.home, "NO_COLOR=" + value}, "zoufang", "--lang", "zh", "--book", d.path)
		x.Wait("> 区民政局")
		x.Quiet()
		if got := coloured.MatchString(x.Raw()); got != want {
			t.Errorf("NO_COLOR=%q: colours %v, want %v", value, got, want)
		}
		x.Kill()
	}
}

// A terminal that draws no screens is told so, and how to work there: nothing is drawn over it.
func TestTerminalDumbRefusesTheScreens(t *testing.T) {
	for lang, want := range map[string]string{"zh": "画不了全屏界面", "en": "draws no screens"} {
		d := newDesk(t)
		x := termtest.Start(t, 200, 24, []string{"ZOUFANG_HOME=" + d.home, "TERM=dumb"}, "zoufang", "--lang", lang, "--book", d.path)
		if code := x.Exit(); code != 1 {
			t.Errorf("exit code %d", code)
		}
		if s := x.Screen(); !strings.Contains(s, want) || !strings.Contains(s, "record --ask") {
			t.Errorf("what is said is no help:\n%s", s)
		}
		if strings.Contains(x.Raw(), "\x1b") {
			t.Errorf("escape sequences for a terminal that knows none: %q", x.Raw())
		}
	}
}

// Over SSH, and with plain characters only, the screens work as anywhere.
func TestTerminalFar(t *testing.T) {
	d := newDesk(t)
	x := termtest.Start(t, 80, 24, []string{"ZOUFANG_HOME=" + d.home, "SSH_TTY=/dev/pts/7", "SSH_CONNECTION=10.0.0.2 51000 10.0.0.3 22"},
		"zoufang", "--lang", "zh", "--ascii", "--book", d.path)
	d.briefing(x)
	const text = "局三楼“会议室”𠮷"
	x.Send(text)
	cursorBehind(x, `局三楼"会议室"𠮷`)
	x.Wait("已存")
	for y := range 24 {
		if row := x.Row(y); strings.ContainsAny(row, "─│…“”↑↓←→") {
			t.Errorf("row %d is not plain: %q", y+1, row)
		}
	}
	x.Press("ctrl+q")
	x.Wait("退出走访")
	x.Press("enter")
	x.Exit()
	if got := d.listen().Place; got != text {
		t.Errorf("the book holds %q, want %q", got, text)
	}
}

// Inside tmux, which draws everything once more: Chinese, the cursor, a resize. Where CI is set tmux must be there.
func TestTerminalTmux(t *testing.T) {
	tool, err := exec.LookPath("tmux")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("tmux is not installed")
		}
		t.Skip("tmux is not installed")
	}
	program, err := exec.LookPath("zoufang")
	if err != nil {
		t.Fatal(err)
	}
	d := newDesk(t)
	socket := filepath.Join(t.TempDir(), "tmux")
	x := termtest.Start(t, 100, 31, []string{"TMUX="}, tool, "-u", "-f", "/dev/null", "-S", socket, "new-session",
		fmt.Sprintf("env ZOUFANG_HOME='%s' '%s' --lang zh --book '%s'", d.home, program, d.path))
	t.Cleanup(func() { _ = exec.Command(tool, "-S", socket, "kill-server").Run() }) // it ended with the program, if all went well
	d.briefing(x)
	const text = "局三楼会议室，A3厅"
	x.Send(text)
	cursorBehind(x, text)
	x.Resize(120, 41)
	x.WaitFor("the key bar above tmux's own row", func() bool { return strings.Contains(x.Row(39), "F1") })
	cursorBehind(x, text)
	x.Wait("已存")
	x.Press("ctrl+q")
	x.Wait("退出走访")
	x.Press("enter")
	x.Exit()
	if got := d.listen().Place; got != text {
		t.Errorf("the book holds %q, want %q", got, text)
	}
}
