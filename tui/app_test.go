package tui

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

func TestSmallWindowSaysSo(t *testing.T) {
	d := newDriver(t, words.ZH, 60, 10)
	d.Golden("small")
	d.Resize(1, 1)
	d.Screen()
}

func TestBlankScreenShowsNothing(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	d.Type("民")
	d.Press("f12")
	d.Lacks("民")
	d.Type("政")
	d.Press("f1", "ctrl+l")
	d.Has("[民 ", "区民政局")
	d.Lacks("[民政")
}

func TestPaletteRunsAndJumps(t *testing.T) {
	d, visit := newTrialDriver(t, words.ZH, 80, 24)
	d.Press("esc") // the list reads the visit that is begun now
	d.Press("f2")
	d.Type("qmzj")
	d.Has("打开 区民政局")
	d.Press("enter")
	if p := d.app.places(); len(p) < 1 || p[0].Screen != home || p[0].Visit != visit {
		t.Errorf("places %+v", p)
	}
	d.Press("f2")
	d.Type("隐屏")
	d.Press("enter")
	d.Has("按 F12")
}

func TestADisabledActionSaysWhy(t *testing.T) {
	d := newWizardDriver(t, words.ZH, 80, 24)
	d.Press("f3")
	d.Has(words.CaptureNowhere.ZH)
	d.Press("enter")
	d.Lacks(words.CaptureNowhere.ZH)
}

func TestQuitAsksAndEscStays(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	d.Press("esc")
	d.Has(words.QuitAsk.ZH[:30])
	d.Press("esc")
	d.Lacks(words.QuitAsk.ZH[:30])
	d.Press("ctrl+q", "tab", "enter")
	if d.quit {
		t.Fatal("Cancel quits")
	}
	d.Press("ctrl+q", "enter")
	if !d.quit {
		t.Fatal("not quit")
	}
}

func TestReasonMustNotBeEmpty(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	got := ""
	d.run(d.app.env.AskReason("撤回这一条？", words.OK, func(reason string) tea.Cmd { got = reason; return nil }))
	d.Press("enter")
	d.Has(words.ReasonWanted.ZH)
	d.Type("记错了")
	d.Golden("reason")
	d.Press("enter")
	if got != "记错了" {
		t.Errorf("reason %q", got)
	}
}

func TestNoticeFadesAndErrorStays(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	d.run(d.app.env.Notice("已导出"))
	d.Has("已导出")
	d.Wait(6 * time.Second)
	d.Lacks("已导出")
	d.run(d.app.env.FailErr(errors.New("坏了")))
	d.Wait(time.Minute)
	d.Has("坏了")
	d.Press("down")
	d.Lacks("坏了")
}

func TestRefusedValueStaysInTheField(t *testing.T) {
	d, visit := newTrialDriver(t, words.ZH, 80, 24)
	d.Type("1")
	ed := store.Edit{Record: checklist.StepID(visit, checklist.StepListen), Kind: store.KindListen, Field: "attendance", Text: "许多"}
	d.run(d.app.env.Apply(ed))
	d.settle()
	if !d.app.notice.bad {
		t.Fatal("nothing is said")
	}
	draft, err := d.book.Draft(context.Background(), ed.Record, ed.Kind, ed.Field)
	d.must(err)
	if draft == nil || draft.Text != "许多" {
		t.Errorf("draft %+v", draft)
	}
}

func TestAFailedWriteIsTriedAgain(t *testing.T) {
	d, visit := newTrialDriver(t, words.ZH, 80, 24)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	d.app.env.Ctx = ctx // as if the disk refused
	d.feed(key("甲"))
	d.Wait(time.Second)
	d.Has("甲", "没有存上", "未保存")
	d.app.env.Ctx = context.Background()
	d.Wait(3 * time.Second)
	d.Has("已存")
	draft, err := d.book.Draft(context.Background(), checklist.StepID(visit, checklist.StepListen), store.KindListen, "started_at")
	d.must(err)
	if draft == nil || draft.Text != "甲" {
		t.Errorf("draft %+v", draft)
	}
}

func TestUndoOutsideFields(t *testing.T) {
	d, visit := newTrialDriver(t, words.ZH, 80, 24)
	d.Press("tab", "tab")
	d.Type("会议室")
	d.Press("tab", "tab") // on a choice no text is typed
	d.Press("ctrl+z")
	d.Has("已撤销：听 地点")
	if got := d.register(visit, "place"); got != "" {
		t.Errorf("place is %q", got)
	}
}

func TestWideAmbiguousTerminal(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	d.app.env.Opt.Width = WidthAsk
	d.Send(tea.CursorPositionMsg{X: 2, Y: 2})
	if e := d.app.env; !e.Kit.Meter.Wide || !e.ASCII {
		t.Fatal("the answer was not taken")
	}
	d.Golden("wide")
}

func TestASCII(t *testing.T) {
	d := newDriver(t, words.EN, 120, 40)
	d.startWith(Options{Book: d.book, Lang: words.EN, Width: WidthNarrow, ASCII: true}, 120, 40)
	d.Golden("ascii")
}

// TestThrottledDraw: a burst of characters costs one draw, and the last one is drawn for sure.
func TestThrottledDraw(t *testing.T) {
	d, _ := newTrialDriver(t, words.ZH, 80, 24)
	d.app.frame.gap = time.Hour
	d.app.View()
	_, cmd := d.app.Update(key("甲"))
	if s := ansi.Strip(d.app.View().Content); cmd == nil || strings.Contains(s, "[甲") {
		t.Error("drawn within the gap")
	}
	d.app.Update(drawMsg{})
	d.app.frame.pending = false
	if s := ansi.Strip(d.app.View().Content); !strings.Contains(s, "[甲") {
		t.Error("never drawn")
	}
}
