package tui

import (
	"context"
	"strings"
	"testing"
	"time"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

const lockPhrase = "雨伞27帆船14木桥"

// lockedAfter sets the lock of the driver's book as the settings page does.
func (d *driver) lockAfter(minutes int) {
	d.t.Helper()
	d.must(d.book.SetIdleLock(context.Background(), minutes, lockPhrase))
	l, err := d.book.IdleLock(context.Background())
	d.must(err)
	d.Send(lockSetMsg{l})
}

// idle lets time pass, as nobody does anything.
func (d *driver) idleFor(by time.Duration) {
	d.t.Helper()
	for range int(by / time.Second) {
		d.Wait(time.Second)
	}
}

func TestTheScreenLocksAndGivesEverythingBack(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.lockAfter(1)
	d.onStep(v, "f6")
	d.enterNotes()
	d.Type("婚姻登记处人员不足")
	d.Press("left", "left")
	x, y := d.Cursor()
	before := d.Screen()
	d.idleFor(57 * time.Second)
	d.Has("婚姻登记处人员不足")
	d.idleFor(4 * time.Second)
	d.Has(words.LockedHead.ZH)
	d.Lacks("婚姻登记处", "区民政局", "李敏")
	drafts, err := d.book.Drafts(context.Background())
	d.must(err)
	if len(drafts) == 0 || !strings.Contains(drafts[0].Text+drafts[len(drafts)-1].Text, "人员不足") {
		t.Errorf("what was typed is not on the disk: %+v", drafts)
	}
	// Keys, pastes and the mouse do not get through.
	d.Type("不是口令的话")
	d.Send(tea.PasteMsg{Content: "贴"}, tea.MouseClickMsg{X: 5, Y: 8, Button: tea.MouseLeft})
	d.Press("f2", "f12", "ctrl+z", "f9", "enter")
	d.Has("口令不对")
	d.Lacks("不是口令的话", "婚姻登记处")
	d.Wait(2 * time.Second)
	d.Type(lockPhrase)
	d.Lacks(lockPhrase)
	d.Press("enter")
	if got := d.Screen(); got != before {
		t.Errorf("the screen is another one:\n%s\nwas:\n%s", got, before)
	}
	if nx, ny := d.Cursor(); nx != x || ny != y {
		t.Errorf("the cursor is at %d,%d, was at %d,%d", nx, ny, x, y)
	}
	d.Type("，")
	d.Has("婚姻登记处人员，不足")
}

func TestWrongPassphrasesWaitLongerAndLonger(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	d.lockAfter(1)
	d.idleFor(61 * time.Second)
	for _, wait := range []time.Duration{time.Second, 2 * time.Second, 4 * time.Second} {
		d.Type("错的口令在这里")
		d.Press("enter")
		d.Has("口令不对")
		d.Wait(wait - time.Millisecond)
		d.Type(lockPhrase)
		d.Press("enter") // too soon: it is not even looked at
		d.Has("还要等")
		d.Press("esc")
		d.Wait(time.Millisecond)
	}
	d.Type(lockPhrase)
	d.Press("enter")
	d.Has("区民政局")
}

func TestABookWithALockBeginsLocked(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	d.lockAfter(5)
	d.restart()
	d.Golden("locked")
	d.Lacks("区民政局")
	d.Type(lockPhrase)
	d.Press("enter")
	d.Has("区民政局")
	d.idleFor(4 * time.Minute)
	d.Press("down") // somebody is there
	d.idleFor(4 * time.Minute)
	d.Has("区民政局")
	d.idleFor(2 * time.Minute)
	d.Lacks("区民政局")
	d.Press("ctrl+q")
	if !d.quit {
		t.Error("one cannot leave without the passphrase")
	}
}

func TestLockSettings(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d := newDriver(t, lang, w, h)
		d.Go(Place{Screen: "lock"})
		d.Golden("lock-settings")
		d.Press("enter")
		d.Type(lockPhrase)
		d.Press("enter")
		d.Type("另一个口令说的")
		d.Press("enter")
		d.Has(d.app.env.T(words.LockDiffer))
		d.Press("backspace", "backspace", "backspace", "backspace", "backspace", "backspace", "backspace")
		d.Type(lockPhrase)
		d.Press("enter")
		d.Golden("lock-set")
		d.Lacks(lockPhrase)
		d.Press("tab")
		d.Type("不对的口令不对")
		d.Press("ctrl+d")
		d.Has(words.Explain(lang, &store.Fault{Code: "lock.wrong"}))
		d.Press("tab", "tab")
		for range 7 {
			d.Press("backspace")
		}
		d.Type(lockPhrase)
		d.Press("ctrl+d")
		d.Has(d.app.env.T(words.LockOff))
	})
}

// One key blanks the screen wherever one is: over a question, the palette, the capture page; and everything is as it was.
func TestBlankFromEverywhere(t *testing.T) {
	for _, key := range []string{"f12", "ctrl+l"} {
		d, v := visited(t, words.ZH, 80, 24)
		for name, there := range map[string]func(){
			"list":     func() {},
			"question": func() { d.Press("ctrl+q") },
			"palette":  func() { d.Press("f2"); d.Type("隐") },
			"capture":  func() { d.Go(Place{Screen: "visit", Visit: v}); d.Press("f3"); d.Type("走廊里的事") },
			"help":     func() { d.Press("f1") },
			"picker": func() {
				d.Go(Place{Screen: "question", Visit: v, Record: checklist.InVisit(v, [8]byte{1})})
				d.Press("ctrl+f")
			},
			"reason": func() { d.onStep(v, "f8"); d.Press("ctrl+d"); d.Type("记重") },
			"field":  func() { d.onStep(v, "f6"); d.enterNotes(); d.Type("半句") },
		} {
			there()
			before := d.Screen()
			x, y := d.Cursor()
			d.Press(key)
			d.Has(words.Blanked.ZH)
			if s := d.Screen(); len(strings.TrimSpace(s)) > 200 || strings.Contains(s, "民政") {
				t.Errorf("%s: the blank screen shows\n%s", name, s)
			}
			d.Type("看不见")
			d.Press("enter", "esc", key)
			nx, ny := d.Cursor()
			if s := d.Screen(); s != before || nx != x || ny != y {
				t.Errorf("%s with %s: the screen or the cursor is another after the blank:\n%s\nwas:\n%s", name, key, s, before)
			}
			d.app.dialog = nil
			d.Send(goMsg{[]Place{{Screen: home}}, goJump})
		}
	}
}
