//go:build unix

package termtest

import (
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// limit is how long a text is waited for: far longer than any machine needs, so that only a fault reaches it.
const limit = 30 * time.Second

// Term is a program in a terminal.
type Term struct {
	t    testing.TB
	cmd  *exec.Cmd
	file *os.File
	news chan struct{} // something was drawn
	done chan struct{} // the program closed the terminal

	mu   sync.Mutex // around the emulator: its cells are live
	emu  *vt.Emulator
	raw  []byte // what the program wrote, from the start
	w, h int

	hidden bool // the cursor does not show
}

// Start runs a program in a terminal of w columns and h rows. It is killed when the test ends. env is added to the
// test's own environment.
func Start(t testing.TB, w, h int, env []string, name string, args ...string) *Term {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "LC_ALL=C.UTF-8")
	cmd.Env = append(cmd.Env, env...)
	file, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: uint16(h), Cols: uint16(w)})
	if err != nil {
		t.Fatal(err)
	}
	x := &Term{t: t, cmd: cmd, file: file, emu: vt.NewEmulator(w, h), w: w, h: h,
		news: make(chan struct{}, 1), done: make(chan struct{})}
	x.watchCursor()
	go x.answer()
	go x.draw()
	t.Cleanup(x.Kill)
	return x
}

// answer carries what the terminal answers to questions back to the program. It must go on reading: a full pipe would
// block the drawing.
func (x *Term) answer() { io.Copy(x.file, x.emu) } // ends with the terminal

func (x *Term) draw() {
	defer close(x.done)
	buf := make([]byte, 64<<10)
	for {
		n, err := x.file.Read(buf)
		if n > 0 {
			x.mu.Lock()
			x.emu.Write(buf[:n])
			x.raw = append(x.raw, buf[:n]...)
			x.mu.Unlock()
			select {
			case x.news <- struct{}{}:
			default:
			}
		}
		if err != nil {
			return
		}
	}
}

// keys are the sequences that terminals send.
var keys = map[string]string{
	"enter": "\r", "esc": "\x1b", "tab": "\t", "backspace": "\x7f", "space": " ", "shift+tab": "\x1b[Z",
	"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
	"pgup": "\x1b[5~", "pgdown": "\x1b[6~", "delete": "\x1b[3~",
	"f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~", "f6": "\x1b[17~", "f7": "\x1b[18~",
	"f8": "\x1b[19~", "f9": "\x1b[20~", "f12": "\x1b[24~",
}

// Press sends keys by name: "enter", "f3", "ctrl+o".
func (x *Term) Press(names ...string) {
	x.t.Helper()
	for _, name := range names {
		seq, ok := keys[name]
		if c, ctrl := strings.CutPrefix(name, "ctrl+"); ctrl && len(c) == 1 {
			seq, ok = string(rune(c[0]&0x1f)), true
		}
		if !ok {
			x.t.Fatalf("no key %q", name)
		}
		x.Send(seq)
	}
}

// Send sends text in one write, as an input method commits it.
func (x *Term) Send(text string) {
	x.t.Helper()
	if _, err := x.file.WriteString(text); err != nil {
		x.t.Fatalf("the program does not take input: %v\n%s", err, x.Screen())
	}
}

// Paste sends text as a terminal with bracketed paste does.
func (x *Term) Paste(text string) {
	x.t.Helper()
	x.Send("\x1b[200~" + text + "\x1b[201~")
}

// Wait waits until the screen shows text.
func (x *Term) Wait(text string) {
	x.t.Helper()
	x.WaitFor(text, func() bool { return strings.Contains(x.Screen(), text) })
}

// WaitFor waits until ok; what names it in the failure.
func (x *Term) WaitFor(what string, ok func() bool) {
	x.t.Helper()
	for end := time.After(limit); !ok(); {
		select {
		case <-x.news:
		case <-x.done:
			if !ok() {
				x.t.Fatalf("the program ended; waited for %q\n%s", what, x.Screen())
			}
		case <-end:
			x.t.Fatalf("waited in vain for %q\n%s", what, x.Screen())
		}
	}
}

// Row is the text of one row.
func (x *Term) Row(y int) string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.row(y)
}

func (x *Term) row(y int) string {
	var b strings.Builder
	for i := range x.w {
		switch c := x.emu.CellAt(i, y); {
		case c == nil || c.Width > 0 && c.Content == "":
			b.WriteByte(' ')
		case c.Width > 0:
			b.WriteString(c.Content)
		}
	}
	return strings.TrimRight(b.String(), " ")
}

// Screen is the text of all rows.
func (x *Term) Screen() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	rows := make([]string, x.h)
	for y := range rows {
		rows[y] = x.row(y)
	}
	return strings.Join(rows, "\n")
}

// Raw is everything the program wrote since its start, with its escape sequences.
func (x *Term) Raw() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return string(x.raw)
}

// Cursor is the cell of the real cursor, where an input method opens its window.
func (x *Term) Cursor() (col, row int) {
	x.mu.Lock()
	defer x.mu.Unlock()
	p := x.emu.CursorPosition()
	return p.X, p.Y
}

// LeftOfCursor is the text of the cursor's row up to the cursor.
func (x *Term) LeftOfCursor() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	p := x.emu.CursorPosition()
	var b strings.Builder
	for i := range p.X {
		if c := x.emu.CellAt(i, p.Y); c != nil && c.Width > 0 {
			b.WriteString(c.Content)
		}
	}
	return b.String()
}

// Resize changes the size of the window.
func (x *Term) Resize(w, h int) {
	x.t.Helper()
	x.mu.Lock()
	x.emu.Resize(w, h)
	x.w, x.h = w, h
	x.mu.Unlock()
	if err := pty.Setsize(x.file, &pty.Winsize{Rows: uint16(h), Cols: uint16(w)}); err != nil {
		x.t.Fatal(err)
	}
}

// Kill ends the program at once, as a power cut does, and waits until it is gone. A second call does nothing.
func (x *Term) Kill() {
	if x.cmd.ProcessState != nil {
		return
	}
	x.cmd.Process.Signal(syscall.SIGKILL) // it may have ended by itself
	x.wait()
}

// Exit waits until the program ends by itself and gives its exit code.
func (x *Term) Exit() int {
	x.t.Helper()
	select {
	case <-x.done:
	case <-time.After(limit):
		x.t.Fatalf("the program does not end\n%s", x.Screen())
	}
	x.wait()
	return x.cmd.ProcessState.ExitCode()
}

func (x *Term) wait() {
	x.cmd.Wait() // the exit code is asked for where it matters
	x.file.Close()
	<-x.done
	x.emu.Close()
}
