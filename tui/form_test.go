package tui

import (
	"context"
	"strings"
	"testing"
	"time"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("trial", newTrial) }

// trial is a screen of the tests: a form with every kind of input, as the screens of the steps are built.
type trial struct {
	env   *Env
	visit checklist.ID
	form  *Form
}

func newTrial(e *Env, p Place) Screen {
	s := &trial{env: e, visit: p.Visit}
	id := checklist.StepID(p.Visit, checklist.StepListen)
	item := func(name, zh, en string, in, width int) Item {
		return Item{Record: id, Kind: store.KindListen, Field: name, Label: words.Text{ZH: zh, EN: en}, In: in, Width: width}
	}
	people := item("attendance", "到场", "present", InNumber, 4)
	people.Unit = words.Text{ZH: "人", EN: "people"}
	note := item("key_points", "要点", "key points", InText, 0)
	note.Height = 6
	s.form = NewForm(e, func() *store.Doc { return e.Doc(p.Visit) },
		[]Item{item("started_at", "时间", "from", InMoment, 16), item("ended_at", "至", "to", InMoment, 16), item("place", "地点", "place", InLine, 0)},
		[]Item{item("presenter_name", "汇报人", "presenter", InLine, 10), item("presenter_is_main_leader", "主要领导本人", "main leader", InBool, 0), people},
		[]Item{note},
		[]Item{{Name: "form", Label: words.Text{ZH: "形式", EN: "form"}, In: InChoice, Options: []field.Option{{Value: "individual", Word: "个别"}, {Value: "group", Word: "集体"}}}},
	)
	s.form.Resume(p)
	return s
}

func (s *trial) Open() tea.Cmd              { return s.env.Load(s.visit) }
func (s *trial) Update(msg tea.Msg) tea.Cmd { return s.form.Update(msg) }
func (s *trial) Leave() tea.Cmd             { return s.form.Leave() }
func (s *trial) Typing() bool               { return s.form.Typing() }
func (s *trial) Hint() string               { return s.form.Hint() }
func (s *trial) Click(x, y int) tea.Cmd     { return s.form.Click(x, y) }
func (s *trial) ScoresShown() bool          { return false }
func (s *trial) Title() string              { return s.env.T(words.StepWords["listen"]) }
func (s *trial) Keys() []Action             { return s.form.Keys() }
func (s *trial) Place() Place {
	name, off := s.form.Focused()
	return Place{Screen: "trial", Visit: s.visit, Field: name, Offset: off}
}
func (s *trial) Frame(w, h int) Frame {
	if s.env.Doc(s.visit) == nil {
		return Frame{Body: " " + s.env.T(words.Reading)}
	}
	body, cursor := s.form.View(w, h)
	return Frame{body, cursor}
}

// newTrialDriver opens the trial screen on the visit of 区民政局.
func newTrialDriver(t testing.TB, lang words.Lang, w, h int) (*driver, checklist.ID) {
	d := newDriver(t, lang, w, h)
	rows, err := d.book.Units(context.Background())
	d.must(err)
	visit, err := d.book.StartVisit(context.Background(), rows[0].Unit.ID, checklist.Yearly, "")
	d.must(err)
	d.Go(Place{Screen: "trial", Visit: visit})
	return d, visit
}

// register reads a register of the briefing from the book.
func (d *driver) register(visit checklist.ID, name string) string {
	d.t.Helper()
	doc, err := d.book.Visit(context.Background(), visit)
	d.must(err)
	return doc.Register(checklist.StepID(visit, checklist.StepListen), store.KindListen, name).Text
}

func TestFormLooks(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d, _ := newTrialDriver(t, lang, w, h)
		d.Type("0905")
		d.Press("tab", "tab")
		d.Type("局三楼会议室")
		d.Press("tab")
		d.Type("王某某")
		d.Press("tab", "space", "tab")
		d.Type("６")
		d.Press("tab")
		d.Type("09:06 今年核定行政编制 32 名，实有 35 人，超编 3 人系军转安置；主动取消审批事项 3 项，已在门户网站公布。")
		d.Golden("form")
		d.Press("f1")
		d.Golden("form-help")
	})
}

func TestLeavingAFieldMakesTheChange(t *testing.T) {
	d, visit := newTrialDriver(t, words.ZH, 80, 24)
	d.Type("3.9 ９：０５")
	if got := d.register(visit, "started_at"); got != "" {
		t.Fatalf("a change before the field was left: %q", got)
	}
	d.Press("tab")
	if got := d.register(visit, "started_at"); got != "2026-03-09 09:05" {
		t.Fatalf("started_at is %q", got)
	}
	d.Has("[2026-03-09 09:05", "已存 10:42")
	drafts, err := d.book.Drafts(context.Background())
	d.must(err)
	if len(drafts) != 0 {
		t.Errorf("drafts left: %v", drafts)
	}
	d.Press("shift+tab", "right")
	d.Type("x")
	d.Press("backspace", "tab")
	if events, _ := d.book.Log(context.Background(), 1); events[0].Field != "started_at" || events[0].New != "2026-03-09 09:05" {
		t.Errorf("typing and taking back made a change: %+v", events[0])
	}
	if drafts, err = d.book.Drafts(context.Background()); len(drafts) != 0 || err != nil {
		t.Errorf("drafts left: %v %v", drafts, err)
	}
}

func TestTypingIsDurableWhileItGoesOn(t *testing.T) {
	d, visit := newTrialDriver(t, words.ZH, 80, 24)
	d.feed(key("甲"))
	d.Has("未保存")
	d.Wait(400 * time.Millisecond)
	d.Has("已存 10:42")
	draft, err := d.book.Draft(context.Background(), checklist.StepID(visit, checklist.StepListen), store.KindListen, "started_at")
	d.must(err)
	if draft == nil || draft.Text != "甲" {
		t.Fatalf("draft %+v", draft)
	}
}

func TestAKilledProgramComesBackToTheSameCursor(t *testing.T) {
	d, _ := newTrialDriver(t, words.ZH, 80, 24)
	for range 6 {
		d.Press("tab")
	}
	d.Type("超编三人，系军转安置")
	d.Press("left", "left")
	d.Type("人员")
	screen := d.Screen()
	x, y := d.Cursor()
	d.restart()
	d.Has("超编三人，系军转人员安置")
	if gx, gy := d.Cursor(); gx != x || gy != y {
		t.Errorf("the cursor is at %d,%d, was at %d,%d\n%s\n%s", gx, gy, x, y, screen, d.Screen())
	}
	d.Press("ctrl+z")
	d.Lacks("超编三人")
}

func TestWhatCannotBeUnderstoodStays(t *testing.T) {
	d, visit := newTrialDriver(t, words.ZH, 80, 24)
	d.Type("下礼拜")
	d.Press("tab")
	d.Has("下礼拜", "不是日期和时间")
	d.restart()
	d.Has("下礼拜")
	if got := d.register(visit, "started_at"); got != "" {
		t.Errorf("kept as %q", got)
	}
}

func TestFormFollowsTheBook(t *testing.T) {
	d, visit := newTrialDriver(t, words.ZH, 80, 24)
	d.Type("12")
	id := checklist.StepID(visit, checklist.StepListen)
	d.run(d.app.env.Apply(
		store.Edit{Record: id, Kind: store.KindListen, Field: "place", Text: "局三楼"},
		store.Edit{Record: id, Kind: store.KindListen, Field: "started_at", Text: "2026-03-09 09:00"}))
	d.settle()
	d.Has("[局三楼", "[12 ")
}

func TestQuitWritesEverything(t *testing.T) {
	d, visit := newTrialDriver(t, words.ZH, 80, 24)
	d.Press("tab", "tab")
	for _, r := range "会议室" {
		d.feed(key(string(r)))
	}
	d.Press("ctrl+q", "enter")
	if !d.quit {
		t.Fatal("not quit")
	}
	if got := d.register(visit, "place"); got != "会议室" {
		t.Errorf("place is %q", got)
	}
}

func TestFlushAfterAClosedTerminal(t *testing.T) {
	d, visit := newTrialDriver(t, words.ZH, 80, 24)
	d.feed(key("甲"))
	d.must(d.app.Flush(context.Background()))
	draft, err := d.book.Draft(context.Background(), checklist.StepID(visit, checklist.StepListen), store.KindListen, "started_at")
	d.must(err)
	if draft == nil || draft.Text != "甲" {
		t.Errorf("draft %+v", draft)
	}
}

func TestPastedLineEndNeverLeavesAField(t *testing.T) {
	d, _ := newTrialDriver(t, words.ZH, 80, 24)
	d.Press("tab", "tab")
	d.Send(tea.PasteMsg{Content: "一楼\r\n大厅"})
	d.Has("[一楼 大厅")
	d.app.pasteGap = time.Hour // a terminal that sends a paste as keys
	d.Type("甲")
	d.Press("enter")
	d.Type("乙")
	d.Has("[一楼 大厅甲 乙")
}

func TestCaptureComesBackToTheCursor(t *testing.T) {
	d, visit := newTrialDriver(t, words.ZH, 80, 24)
	d.Type("12")
	before := d.Screen()
	x, y := d.Cursor()
	d.Press("f3")
	d.Type("门口还挂着“婚庆服务中心”的牌子")
	d.Golden("capture")
	d.Press("esc", "f3")
	d.Has("婚庆服务中心")
	d.Press("enter")
	gx, gy := d.Cursor()
	if gx != x || gy != y || !strings.Contains(d.Screen(), "[12") {
		t.Errorf("not back: %d,%d was %d,%d\n%s\n%s", gx, gy, x, y, before, d.Screen())
	}
	doc, err := d.book.Visit(context.Background(), visit)
	d.must(err)
	if len(doc.Entries) != 1 || doc.Entries[0].Status != "parked" || doc.Entries[0].Text != "门口还挂着“婚庆服务中心”的牌子" {
		t.Errorf("entries %+v", doc.Entries)
	}
}
