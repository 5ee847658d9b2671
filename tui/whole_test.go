package tui

import (
	"os"
	"path/filepath"
	"testing"

	"zoufang/checklist"
	"zoufang/words"
)

// A whole visit by keys alone, in both languages at 80x24: looked at, listened to, checked, asked, scored, gone through
// before leaving, submitted and signed, exported to a stick, and merged at the office.
func TestAWholeVisitByKeys(t *testing.T) {
	for _, lang := range []words.Lang{words.ZH, words.EN} {
		t.Run(string(lang), func(t *testing.T) {
			stick := theStick(t)
			d := newDriver(t, lang, 80, 24)
			d.as(checklist.Person{Name: "王建国", Number: "1001", Role: checklist.RoleLeader})
			r := begin(d, 0)
			r.looks()
			r.listens()
			r.Press("f7")
			r.papers()
			r.asks()
			r.scores()
			r.leaves()
			r.signs()
			r.exports(stick)

			office := newDriver(t, lang, 80, 24)
			office.as(checklist.Person{Name: "孙丽", Number: "1000", Role: checklist.RoleOffice})
			office.merges()
			got, want := office.doc(r.visit), r.doc(r.visit)
			if len(got.Signed) != 1 || len(got.Entries) != len(want.Entries) || got.Listen.Place != "局三楼会议室" || got.Look.SignerName != "王某某" {
				t.Errorf("the office has %+v", got.Visit)
			}
			office.Has("区民政局")
		})
	}
}

// theStick is the only removable disk that the program finds.
func theStick(t *testing.T) string {
	t.Helper()
	home := t.TempDir()
	stick := filepath.Join(home, "media", "U盘")
	if err := os.MkdirAll(stick, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("HOME", home)
	roots := mountRoots
	mountRoots = func() []string { return []string{filepath.Dir(stick)} }
	t.Cleanup(func() { mountRoots = roots })
	return stick
}

// fill types into one field after the other; a text that begins with : is a key.
func (r *walker) fill(texts ...string) {
	r.t.Helper()
	for i, x := range texts {
		if i > 0 {
			r.Press("tab")
		}
		switch {
		case x == "":
		case x[0] == ':':
			r.Press(x[1:])
		default:
			r.Type(x)
		}
	}
	r.Screen()
}

// looks records how the self-report was handed in.
func (r *walker) looks() {
	r.t.Helper()
	r.Press("f5")
	r.fill("", "3.2", ":space", ":space", "王某某", "局长", ":space")
	if x := r.doc(r.visit).Look; x.ReceivedOn != "2026-03-02" || x.SignerName != "王某某" || x.Sealed == nil || !*x.Sealed {
		r.t.Fatalf("the book holds %+v", x)
	}
}

// listens records the briefing, with two notes of which one is to be settled later.
func (r *walker) listens() {
	r.t.Helper()
	r.Press("f6")
	r.fill("0900", "0935", "６", "局三楼会议室", ":space", "王某某", "局长", ":space")
	r.enterNotes()
	r.note(checklist.StepListen)
	r.Press("f3")
	r.Type("门口挂着两块牌子")
	r.Press("enter")
	r.note(checklist.StepListen) // the cursor came back to the notes
	if x := r.doc(r.visit).Listen; x.StartedAt != "2026-03-09 09:00" || *x.Attendance != 6 || x.MainLeader == nil || !*x.MainLeader {
		r.t.Fatalf("the book holds %+v", x)
	}
}

// asks holds one interview.
func (r *walker) asks() {
	r.t.Helper()
	r.Press("f8", "enter")
	r.fill(":space", "", ":3", "", "", "1050", "二楼", "", "赵强", ":space")
	r.enterNotes()
	r.Type("窗口 4 人，其中 2 人从街道借用")
	r.Press("enter", "esc")
	if x := r.doc(r.visit).Interviews; len(x) != 1 || x[0].Second != "赵强" || x[0].Band != "staff" {
		r.t.Fatalf("the book holds %+v", x)
	}
}

// scores finds every indicator in order.
func (r *walker) scores() {
	r.t.Helper()
	r.Press("f9")
	for range r.s.Indicators(r.kind) {
		r.Press("space", "pgdown")
	}
	if res := r.result(r.visit); !res.Complete || res.Total.Points != 10_000 {
		r.t.Fatalf("the visit comes to %v %s (%d of %d)", res.Complete, res.Total.Text(), res.Scored, res.Of)
	}
	r.Press("f9")
	r.Has("100.00")
	r.Press("f9", "esc")
}

// leaves goes through the list before leaving until nothing blocks a signature.
func (r *walker) leaves() {
	r.t.Helper()
	r.Press("f4")
	doc := r.doc(r.visit)
	for _, todo := range checklist.Missing(r.s, &doc.Visit, doc.Own()) {
		if todo.BlocksSigning {
			r.t.Errorf("%s still blocks: %+v", todo.Code, todo)
		}
	}
	if r.t.Failed() {
		r.t.Fatalf("on the list:\n%s", r.Screen())
	}
	r.Press("esc")
}

// signs submits the sheet and signs the visit.
func (r *walker) signs() {
	r.t.Helper()
	r.Press("ctrl+p", "tab", "tab", "home", "enter", "enter")
	if s := r.doc(r.visit).Own().State; s != "closed" {
		r.t.Fatalf("the sheet is %q:\n%s", s, r.Screen())
	}
	r.Press("end", "enter", "enter")
	if n := len(r.doc(r.visit).Signed); n != 1 {
		r.t.Fatalf("%d signatures:\n%s", n, r.Screen())
	}
	r.Press("esc", "esc")
}

// exports writes the bundle onto the stick.
func (r *walker) exports(stick string) {
	r.t.Helper()
	r.Press("ctrl+e", "enter")
	files, err := filepath.Glob(filepath.Join(stick, "*.zfb"))
	r.must(err)
	if len(files) != 1 {
		r.t.Fatalf("%q are on the stick:\n%s", files, r.Screen())
	}
}

// merges takes in what is on the stick: chosen, its laptop compared by voice, looked over, merged.
func (d *driver) merges() {
	d.t.Helper()
	d.Press("ctrl+o", "enter")
	d.Has("王建国 1001")
	d.Press("enter", "enter")
	d.Press("esc")
}
