package tui

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"zoufang/checklist"
	"zoufang/words"
)

// tours is the table of the named states in which screens are looked at: every screen that is registered is in it, in
// both languages at both sizes, and in the forms of poor terminals (see forms). A tour begins on a fixture and goes
// from picture to picture by keys. A new screen gets a row here; what only a story of its own leads to may have its
// golden screens in that story.
var tours = []tour{
	{fresh, []shot{
		{"units", "units", nil},
		{"units-filter", "units", []string{"'mzj"}},
		{"units-help", "units", []string{"f1"}},
		{"palette", "units", []string{"esc", "f2"}},
		{"quit", "units", []string{"esc", "esc", "ctrl+q"}},
		{"blank", "units", []string{"esc", "f12"}},
	}},
	{firstRun, []shot{{"wizard-notice", "wizard", nil}}},
	{half, []shot{
		{"visit", "visit", []string{"@visit"}},
		{"visit-questions", "visit", []string{"tab", "down"}},
		{"visit-attach-to", "visit", []string{"ctrl+f"}},
		{"visit-todo", "todo", []string{"esc", "f4"}},
		{"capture-over", "todo", []string{"f3", "'门口还挂着“婚庆服务中心”的牌子"}},
	}},
	{half, []shot{
		{"question", "question", []string{"@visit", "tab", "enter"}},
		{"entry", "entry", []string{"esc", "down", "enter"}},
		{"attach", "attach", []string{"esc", "ctrl+u"}},
		{"preview-papers", "preview", []string{"esc", "@preview:missing", "!ids"}},
		{"preview-facts", "preview", []string{"esc", "@preview:fact-sheet", "!ids"}},
		{"notes-of", "notes-of", []string{"esc", "@notes-of:E7"}},
		{"capture-unit", "notes-of", []string{"f3", "'财政局来电话，材料缺一份", "ctrl+f"}},
		{"caption", "caption", []string{"esc", "esc", "esc", "@caption"}},
		{"daily", "daily", []string{"esc", "@daily"}},
	}},
	{half, []shot{
		{"look", "look", []string{"@visit", "f5"}},
		{"look-self", "look", []string{"pgdown"}},
		{"look-numbers", "look", []string{"pgdown"}},
		{"look-problems", "look", []string{"pgdown"}},
		{"look-verify", "look", []string{"pgdown"}},
	}},
	{half, []shot{
		{"listen", "listen", []string{"@visit", "f6"}},
		{"listen-notes", "listen", []string{"#notes", "'婚姻登记处人员不足，借用街道 2 人"}},
		{"listen-chosen", "listen", []string{"enter", "up"}},
		{"listen-gist", "listen", []string{"tab", "tab", "tab", "tab", "tab"}},
	}},
	{counted, []shot{
		{"check", "check", []string{"@check", "space", "down", "space", "space", "down", "down"}},
		{"check-headcount", "check", []string{"tab", "down", "down", "down"}},
		{"check-suggestions", "check", []string{"end"}},
		{"check-paper", "material", []string{"tab", "enter"}},
	}},
	{half, []shot{
		{"interviews", "interview", []string{"@visit", "f8"}},
		{"talk", "talk", []string{"enter"}},
		{"talk-notes", "talk", []string{"#notes", "'借用的两名同志在窗口值班，考勤由登记处管，工资在街道发"}},
		{"talk-end", "talk", []string{"tab"}},
		{"talk-questions", "talk", []string{"ctrl+f"}},
	}},
	{half, []shot{
		{"score-last-year", "score", []string{"@score:E4"}},
		{"finding-sources", "finding", []string{"2", "enter", "'甲某、乙某 2025 年调入时未见入编单", "tab", "'条例第十二条", "ctrl+f"}},
		{"finding-proof", "finding", []string{"'payroll", "enter", "'第 4 页"}},
		{"finding", "finding", []string{"esc"}},
		{"findings", "findings", []string{"ctrl+d", "'重复", "enter", "esc", "enter"}},
		{"claim", "claim", []string{"@claim:P1"}},
	}},
	{overstaffed, []shot{
		{"score", "score", []string{"@score:E1", "2", "f9"}},
		{"score-bonus", "score", []string{"tab"}},
		{"explain", "explain", []string{"shift+tab", "end", "down", "right", "enter"}},
	}},
	{halfJudged, []shot{
		{"review", "review", []string{"@review"}},
		{"review-table", "review", []string{"f9", "tab", "end"}},
		{"review-sign", "review", []string{"tab", "end"}},
	}},
	{found, []shot{
		{"search-palette", "units", []string{"f2", "'借调"}},
		{"search", "search", []string{"enter"}},
		{"search-next", "search", []string{"tab"}},
		{"search-empty", "search", []string{"backspace", "backspace"}},
		{"search-none", "search", []string{"'没有的话"}},
	}},
	{inContest, []shot{
		{"laptops", "laptops", []string{"@laptops", "!ids", "down"}},
		{"conflicts", "conflicts", []string{"esc", "@conflicts"}},
		{"settle.text", "settle", []string{"enter"}},
		{"conflicts.none", "conflicts", []string{"1", "tab", "'以现场照片为准", "enter"}},
		{"history", "history", []string{"@history:listen place"}},
	}},
	{contestedFinding, []shot{
		{"settle.finding", "settle", []string{"@conflicts", "enter"}},
		{"settle.unite", "settle", []string{"3"}},
	}},
	{paired, []shot{
		{"trouble.none", "trouble", []string{"@trouble"}},
		{"merge.nothing", "merge", []string{"esc", "ctrl+o"}},
		{"export.nothing", "export", []string{"esc", "ctrl+e"}},
		{"keys.none", "keys", []string{"esc", "@keys", "!ids"}},
	}},
	{returned, []shot{
		{"units-returned", "units", nil},
		{"remarks", "remarks", []string{"@todo", "enter"}},
		{"remarks-indicator", "score", []string{"esc", "esc", "@remarks", "down", "enter"}},
	}},
	{revised, []shot{
		{"scheme-other", "scheme", []string{"@scheme"}},
		{"move", "move", []string{"ctrl+o"}},
	}},
}

// tour is a fixture, and the pictures taken on the way from there.
type tour struct {
	from  func(*testing.T, words.Lang, int, int) (*driver, checklist.ID)
	shots []shot
}

// shot is a picture: its golden name, the screen it is of (or which it lies over), and the keys that lead to it from the
// one before. Besides keys there are: 'text types, @screen:item opens a screen of the fixture's visit, #field goes on
// with Tab to a field, !ids writes ids that differ from run to run as always the same.
type shot struct {
	name, screen string
	keys         []string
}

// lead follows the keys of a shot.
func (s shot) lead(d *driver, visit checklist.ID) {
	d.t.Helper()
	for _, k := range s.keys {
		switch rest := k[1:]; {
		case len(rest) == 0:
			d.Press(k)
		case k[0] == '\'':
			d.Type(rest)
		case k[0] == '@':
			name, item, _ := strings.Cut(rest, ":")
			p := Place{Screen: name, Visit: visit, Item: item}
			if name == "history" {
				p.Record = checklist.StepID(visit, checklist.StepListen)
			} else if name == "claim" {
				p.Record = newItem(visit)
			} else if name == "caption" {
				p.Record = d.attach(visit, "公示栏.png")
			}
			d.Go(p)
		case k[0] == '#':
			d.enterNotes()
		case k == "!ids":
			d.plainIDs()
		default:
			d.Press(k)
		}
	}
}

// plainIDs makes the ids of laptops and keys on the screen always the same: they are random, and their check phrases show.
func (d *driver) plainIDs() {
	d.t.Helper()
	switch s := d.app.top().(type) {
	case *laptops:
		all, err := d.book.Devices(context.Background())
		d.must(err)
		for i := range all {
			all[i].ID = strings.Repeat(fmt.Sprint(i), 32)
		}
		d.Send(laptopsMsg{all: all})
	case *preview: // the folder of the test
		s.shelves = []shelf{{"/survey", words.PlaceBook}, {"/stick", words.PlaceStick}}
	case *keyList:
		s.own = samplePublic(d.t)
	}
}

// over is the screen that a picture is of: the topmost that is no page laid over another.
func (d *driver) over() string {
	for _, s := range slices.Backward(d.app.stack) {
		if p, ok := s.(Placer); ok && !overlay(s) {
			return p.Place().Screen
		}
		if _, ok := s.(*wizard); ok {
			return "wizard"
		}
	}
	return ""
}

func TestTours(t *testing.T) {
	for _, x := range tours {
		t.Run(x.shots[0].name, func(t *testing.T) {
			everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
				d, visit := x.from(t, lang, w, h)
				for _, s := range x.shots {
					s.lead(d, visit)
					if got := d.over(); got != s.screen {
						t.Errorf("%s is a picture of %q, not of %q:\n%s", s.name, got, s.screen, d.Screen())
					}
					d.Golden(s.name)
				}
			})
		})
	}
}

// pictured are the screens that a golden screen was drawn of in this run, on a tour or in a story of its own.
var pictured = map[string]bool{}

// TestMain wants, after a run of all tests, that every screen there is was pictured: nobody can add one unseen.
func TestMain(m *testing.M) {
	code := m.Run()
	if flag.Lookup("test.run").Value.String() == "" && flag.Lookup("test.list").Value.String() == "" && code == 0 && len(pictured) > 0 {
		for _, name := range slices.Sorted(maps.Keys(screens)) {
			if !pictured[name] && name != "trial" {
				fmt.Printf("no golden screen is of the screen %q: give it a row in tours\n", name)
				code = 1
			}
		}
	}
	os.Exit(code)
}

// Every picture of the table is of a screen there is, under a name of its own.
func TestToursNameScreens(t *testing.T) {
	names := map[string]bool{}
	for _, x := range tours {
		for _, s := range x.shots {
			if names[s.name] {
				t.Errorf("two pictures are called %s", s.name)
			}
			if names[s.name] = true; screens[s.screen] == nil {
				t.Errorf("%s: %q is no screen", s.name, s.screen)
			}
		}
	}
}

// The fixtures.

func fresh(t *testing.T, lang words.Lang, w, h int) (*driver, checklist.ID) {
	return newDriver(t, lang, w, h), checklist.ID{}
}

func firstRun(t *testing.T, lang words.Lang, w, h int) (*driver, checklist.ID) {
	return newWizardDriver(t, lang, w, h), checklist.ID{}
}

// counted is a visit with numbers that do not agree.
func counted(t *testing.T, lang words.Lang, w, h int) (*driver, checklist.ID) {
	d, visit := visited(t, lang, w, h)
	d.verify(visit, map[string]int64{"auth_admin": 32, "act_admin": 35, "auth_institution": 8, "act_institution": 5, "auth_support": 2,
		"act_support": 1, "exits": 3, "exit_slips": 2, "roster_total": 41})
	return d, visit
}

// overstaffed is a visit of which only the numbers are known.
func overstaffed(t *testing.T, lang words.Lang, w, h int) (*driver, checklist.ID) {
	d := newDriver(t, lang, w, h)
	visit := atVisit(d, Place{Screen: "visit"})
	d.verify(visit, map[string]int64{"auth_admin": 32, "act_admin": 35, "auth_institution": 8, "act_institution": 5, "auth_support": 2, "act_support": 1})
	d.Press("esc")
	return d, visit
}

// halfJudged is a visit with a verdict and a finding.
func halfJudged(t *testing.T, lang words.Lang, w, h int) (*driver, checklist.ID) {
	d, visit := visited(t, lang, w, h)
	d.verify(visit, map[string]int64{"auth_admin": 32, "act_admin": 35, "auth_institution": 8, "act_institution": 5, "auth_support": 2, "act_support": 1})
	d.must(d.book.SetStanding(t.Context(), d.doc(visit), "B1", checklist.NA, "没有审批事项"))
	_, err := d.book.SaveFinding(t.Context(), d.doc(visit), checklist.Finding{Rule: "E1.1", Count: 3, Facts: "超编 3 人"})
	d.must(err)
	return d, visit
}

// found is a visit with much to search.
func found(t *testing.T, lang words.Lang, w, h int) (*driver, checklist.ID) {
	return newSearchDriver(t, lang, w, h)
}

// paired is a book, and a second laptop's that it knows nothing of.
func paired(t *testing.T, lang words.Lang, w, h int) (*driver, checklist.ID) {
	x := newTwo(t, lang, w, h, zhao)
	return x.driver, x.visit(x.book).ID
}

// inContest is a book in which two laptops say different things of one visit.
func inContest(t *testing.T, lang words.Lang, w, h int) (*driver, checklist.ID) {
	x := newTwo(t, lang, w, h, zhao)
	visit := x.contest()
	x.carry(x.other, x.book)
	return x.driver, visit
}

func contestedFinding(t *testing.T, lang words.Lang, w, h int) (*driver, checklist.ID) {
	x := newTwo(t, lang, w, h, checklist.Person{Name: "李敏", Number: "1007", Role: checklist.RoleMember})
	x.sameFinding()
	return x.driver, x.visit(x.book).ID
}

// returned is a visit that the office sent back.
func returned(t *testing.T, lang words.Lang, w, h int) (*driver, checklist.ID) {
	x, visit := sendBack(t, lang, w, h)
	return x.driver, visit
}

// revised is a visit that was begun under the version of the scheme before the round's.
func revised(t *testing.T, lang words.Lang, w, h int) (*driver, checklist.ID) {
	d := newDriver(t, lang, w, h)
	visit := atVisit(d, Place{Screen: "score", Item: "E9"})
	d.Press("1", "pgdown", "space")
	d.newer()
	d.restart()
	d.Send(goMsg{[]Place{{Screen: home}}, goJump})
	return d, visit
}

// A window that is too small says so and how large it must be, in every narrow shape, and loses nothing.
func TestSmallWindows(t *testing.T) {
	for _, lang := range []words.Lang{words.ZH, words.EN} {
		d, visit := visited(t, lang, 80, 24)
		d.onStep(visit, "f6")
		d.enterNotes()
		d.Type("窗口 4 人𠮷")
		before := d.Screen()
		for _, size := range [][2]int{{59, 10}, {79, 24}, {80, 23}, {40, 5}, {12, 3}, {1, 1}} {
			d.Resize(size[0], size[1])
			got := d.Screen()
			if lang == words.ZH && size[0] >= 40 && (!strings.Contains(got, "窗口太小") || !strings.Contains(got, fmt.Sprint(size[0]))) {
				t.Errorf("%dx%d says\n%s", size[0], size[1], got)
			}
			if x, _ := d.Cursor(); x >= 0 || strings.Contains(got, "窗口 4 人") {
				t.Errorf("%dx%d shows what is typed, or a cursor:\n%s", size[0], size[1], got)
			}
			d.Type("借")
		}
		d.Wait(time.Second)
		d.Resize(80, 24)
		if after := d.Screen(); !strings.Contains(after, "窗口 4 人𠮷借借借借借借") {
			t.Errorf("what was typed is not there:\n%s\nbefore:\n%s", after, before)
		}
	}
}

// half is a visit that is half done.
func half(t *testing.T, lang words.Lang, w, h int) (*driver, checklist.ID) {
	return visited(t, lang, w, h)
}
