//go:build unix

package termtest

import (
	"strings"
	"testing"
)

func TestTerm(t *testing.T) {
	x := Start(t, 40, 6, nil, "cat")
	x.Send("区民政局")
	x.Wait("区民政局")
	x.WaitFor("the cursor behind the text", func() bool { col, row := x.Cursor(); return col == 8 && row == 0 })
	if got := x.LeftOfCursor(); got != "区民政局" {
		t.Errorf("left of the cursor stands %q", got)
	}
	x.Press("enter", "ctrl+d")
	if code := x.Exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	if n := strings.Count(x.Screen(), "区民政局"); n != 2 {
		t.Errorf("the text stands %d times on the screen, want 2:\n%s", n, x.Screen())
	}
}
