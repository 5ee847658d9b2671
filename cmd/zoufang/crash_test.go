//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"zoufang/tui/termtest"
)

// clockMark is what stands left of the cursor in the notes: the time of the line that is being typed.
var clockMark = regexp.MustCompile(`^ +\d\d:\d\d `)

// TestKilledWhileTyping pulls the plug in the middle of a sentence, three times. What the screen called saved is there
// again, and the cursor stands behind it, so that typing goes on where it was cut off.
func TestKilledWhileTyping(t *testing.T) {
	home := t.TempDir()
	start := func() *termtest.Term {
		return termtest.Start(t, 80, 24, []string{"ZOUFANG_HOME=" + home, "LC_ALL=zh_CN.UTF-8"}, "zoufang", "demo")
	}
	x := start()
	x.Wait("区民政局")
	x.Press("enter")
	x.Wait("待核问题和随手记")
	x.Press("f6")
	x.Wait("地点")
	for !clockMark.MatchString(x.LeftOfCursor()) {
		before := fmt.Sprint(x.Cursor())
		x.Press("tab")
		x.WaitFor("the next field", func() bool { return fmt.Sprint(x.Cursor()) != before })
	}
	typed := ""
	for _, part := range []string{"王局长说，登记处", "人手不够，", "窗口排队到门外"} {
		x.Send(part)
		typed += part
		x.Wait(typed)
		x.WaitFor("what is typed being called saved", func() bool { return strings.Contains(x.Row(0), "已存") })
		x.Send("来不及")
		x.Kill()

		x = start()
		x.WaitFor("the cursor behind what was saved", func() bool { return strings.Contains(x.LeftOfCursor(), typed) })
		if !strings.Contains(x.Screen(), "听领导汇报") {
			t.Fatalf("it came back somewhere else:\n%s", x.Screen())
		}
		_, rest, _ := strings.Cut(x.LeftOfCursor(), typed)
		typed += rest // of what came too late some may have been saved
	}
	x.Kill()
	runs(t, home, "--book", filepath.Join(home, demoName), "check")
}

// TestKilledWhileRecording kills a long recording at some point of its one transaction: all of it is there, or none.
func TestKilledWhileRecording(t *testing.T) {
	home := t.TempDir()
	runs(t, home, "init", "--district", "青澜区", "--year", "2026", "--name", "李敏")
	list := filepath.Join(home, "units.csv")
	if err := os.WriteFile(list, []byte("编码,名称,类型\nD01,青澜区民政局,部门\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	runs(t, home, "units", "import", list)
	const lines = 3000
	var notes strings.Builder
	notes.WriteString(`{"unit": "D01"}` + "\n")
	for i := range lines {
		fmt.Fprintf(&notes, `{"record": "entry", "set": {"step": "check", "text": "第 %d 条"}}`+"\n", i)
	}
	file := filepath.Join(home, "notes.jsonl")
	if err := os.WriteFile(file, []byte(notes.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("zoufang", "record", file)
	cmd.Env = append(os.Environ(), "ZOUFANG_HOME="+home)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	killAfterFirstPages(t, cmd, ended, filepath.Join(home, bookName+"-wal"))

	var doc struct {
		Entries []json.RawMessage `json:"entries"`
	}
	out, err := output(home, "show", "D01", "--json")
	if err == nil {
		err = json.Unmarshal(out, &doc)
	}
	switch n := len(doc.Entries); {
	case err != nil && n == 0: // the visit itself was part of the transaction
	case n != lines:
		t.Errorf("%d of %d notes are there", n, lines)
	}
	runs(t, home, "check")
}

// killAfterFirstPages kills the process once it has written something to the log of the book, or lets it end first.
func killAfterFirstPages(t *testing.T, cmd *exec.Cmd, ended chan error, wal string) {
	t.Helper()
	for {
		select {
		case <-ended:
			return
		default:
		}
		if st, err := os.Stat(wal); err == nil && st.Size() > 32<<10 {
			_ = cmd.Process.Kill() // it may have ended by itself
			<-ended
			return
		}
		time.Sleep(time.Millisecond) // between two looks at the file
	}
}

func output(home string, args ...string) ([]byte, error) {
	cmd := exec.Command("zoufang", args...)
	cmd.Env = append(os.Environ(), "ZOUFANG_HOME="+home, "LC_ALL=zh_CN.UTF-8")
	return cmd.Output()
}

// runs wants a command to succeed.
func runs(t *testing.T, home string, args ...string) {
	t.Helper()
	if out, err := output(home, args...); err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
}
