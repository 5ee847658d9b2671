//go:build unix

package main

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/tui/termtest"
)

// These tests run the program in a real terminal, as few as there are things that only a terminal can show.

// desk is a book of one visit that has begun, and the place where its laptop keeps its identity.
type desk struct {
	t          *testing.T
	home, path string
	visit      checklist.ID
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	dir, ctx := t.TempDir(), context.Background()
	d := &desk{t: t, home: filepath.Join(dir, "home"), path: filepath.Join(dir, "本机.db")}
	b, err := store.Create(ctx, d.path, d.options(), store.Setup{District: "青澜区", Year: "2026"})
	d.must(err)
	d.must(b.SetMe(ctx, checklist.Person{Name: "李敏", Number: "1007", Role: checklist.RoleMember}))
	_, err = b.SaveUnits(ctx, []checklist.UnitLine{{Unit: checklist.Unit{Code: "D01", Name: "区民政局", Kind: "department"}}})
	d.must(err)
	d.visit, err = b.StartVisit(ctx, checklist.UnitID("青澜区", "D01"), checklist.Yearly, "")
	d.must(err)
	d.must(b.Close())
	return d
}

func (d *desk) options() store.Options { return store.Options{Home: d.home} }

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// run starts the program on the book.
func (d *desk) run(w, h int) *termtest.Term {
	d.t.Helper()
	return termtest.Start(d.t, w, h, []string{"ZOUFANG_HOME=" + d.home}, "zoufang", "--lang", "zh", "--book", d.path)
}

// briefing goes to the place of the briefing.
func (d *desk) briefing(x *termtest.Term) {
	d.t.Helper()
	x.Wait("> 区民政局")
	x.Press("enter")
	x.Wait("做到哪里")
	x.Press("f6")
	x.Wait("汇报人")
	x.Press("tab", "tab", "tab")
}

// listen is what the book holds of the briefing.
func (d *desk) listen() checklist.Listen {
	d.t.Helper()
	b, err := store.OpenReadOnly(context.Background(), d.path, d.options())
	d.must(err)
	doc, err := b.Visit(context.Background(), d.visit)
	d.must(err)
	d.must(b.Close())
	return doc.Listen
}

// cursorBehind waits until the real cursor stands right of a text: there an input method opens its window.
func cursorBehind(x *termtest.Term, text string) {
	x.WaitFor("the cursor behind "+text, func() bool { return strings.HasSuffix(x.LeftOfCursor(), text) })
}

// under tells whether the cursor is in the row below a label.
func under(x *termtest.Term, label string) bool {
	_, row := x.Cursor()
	return row > 0 && strings.Contains(x.Row(row-1), label)
}

// What an input method commits in one burst arrives whole, and the real cursor is right of it; quitting saves it.
func TestTerminalChinese(t *testing.T) {
	d := newDesk(t)
	x := d.run(80, 24)
	d.briefing(x)
	const text = "局三楼会议室，A3厅"
	x.Send(text)
	x.Wait(text)
	cursorBehind(x, text)
	x.Wait("已存")
	x.Press("ctrl+q")
	x.Wait("退出走访")
	x.Press("enter")
	if code := x.Exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	if got := d.listen().Place; got != text {
		t.Errorf("the book holds %q, want %q", got, text)
	}
}

// A paste of many characters arrives whole, with its line ends, and its tail is on the screen with the cursor behind it.
func TestTerminalPaste(t *testing.T) {
	d := newDesk(t)
	x := d.run(120, 40)
	d.briefing(x)
	x.Wait("归纳要点")
	for !under(x, "归纳要点") {
		col, row := x.Cursor()
		x.Press("tab")
		x.WaitFor("another field", func() bool { c, r := x.Cursor(); return c != col || r != row })
	}
	text := strings.Repeat("编制核定三十二名，实有三十五人。\n", 300) + "到此为止"
	x.Paste(strings.ReplaceAll(text, "\n", "\r"))
	x.Wait("到此为止")
	cursorBehind(x, "到此为止")
	x.Press("ctrl+q")
	x.Wait("退出走访")
	x.Press("enter")
	x.Exit()
	if got := d.listen().KeyPoints; got != text {
		t.Errorf("the book holds %d characters, want %d", len([]rune(got)), len([]rune(text)))
	}
}

// Text that was durable survives kill -9; the next start stands at the same field, behind the text.
func TestTerminalKill(t *testing.T) {
	d := newDesk(t)
	x := d.run(80, 24)
	d.briefing(x)
	const safe, late = "局三楼会议室", "东侧"
	x.Send(safe)
	cursorBehind(x, safe)
	x.WaitFor("saved", func() bool {
		return !strings.Contains(x.Screen(), "未保存") && strings.Contains(x.Screen(), "已存")
	})
	x.Send(late)
	x.Kill()
	x = d.run(80, 24)
	x.Wait("汇报人")
	x.Wait(safe)
	x.WaitFor("the cursor behind the text", func() bool {
		left := x.LeftOfCursor()
		return strings.HasSuffix(left, safe) || strings.HasSuffix(left, "东") || strings.HasSuffix(left, late)
	})
	x.Kill()
	if got := d.listen().Place; got != "" {
		t.Errorf("a draft became the change %q by itself", got)
	}
}

// A smaller window loses nothing, and a larger one shows it again.
func TestTerminalResize(t *testing.T) {
	d := newDesk(t)
	x := d.run(120, 40)
	d.briefing(x)
	const text = "局三楼会议室"
	x.Send(text)
	cursorBehind(x, text)
	x.Resize(80, 24)
	x.WaitFor("the key bar on the last row", func() bool { return strings.Contains(x.Row(23), "F1") })
	x.Wait(text)
	cursorBehind(x, text)
	x.Resize(70, 20)
	x.Wait("窗口太小")
	x.Resize(120, 40)
	x.WaitFor("the key bar on the last row", func() bool { return strings.Contains(x.Row(39), "F1") })
	cursorBehind(x, text)
}

// A second program on the same book is told so, and the first goes on.
func TestTerminalSecond(t *testing.T) {
	d := newDesk(t)
	first := d.run(80, 24)
	first.Wait("> 区民政局")
	second := d.run(80, 24)
	if code := second.Exit(); code == 0 {
		t.Error("the second program says that all is well")
	}
	for _, want := range []string{"正在使用", "李敏"} {
		if !strings.Contains(second.Screen(), want) {
			t.Errorf("the second program does not say %q:\n%s", want, second.Screen())
		}
	}
	first.Press("enter")
	first.Wait("做到哪里")
}
