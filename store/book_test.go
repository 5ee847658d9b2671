package store

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"zoufang/checklist"
)

var ctx = context.Background()

// clock gives moments that go on by a minute, so that records have different times and tests need not wait.
func clock() func() time.Time {
	now := time.Date(2026, 3, 9, 9, 0, 0, 0, time.Local)
	return func() time.Time { now = now.Add(time.Minute); return now }
}

// laptop is a machine with a home of its own.
type laptop struct {
	t    *testing.T
	dir  string
	opts Options
}

func newLaptop(t *testing.T, name string) laptop {
	t.Helper()
	dir := t.TempDir()
	return laptop{t: t, dir: dir, opts: Options{Home: filepath.Join(dir, "home"), Machine: name, Now: clock()}}
}

func (l laptop) path() string { return filepath.Join(l.dir, "book.zoufang") }

func (l laptop) create(s Setup) *Book {
	l.t.Helper()
	if s.District == "" {
		s.District, s.Year = "云台区", "2026"
	}
	b, err := Create(ctx, l.path(), l.opts, s)
	must(l.t, err)
	l.t.Cleanup(func() { _ = b.Close() })
	return b
}

func (l laptop) open(path string) *Book {
	l.t.Helper()
	b, err := Open(ctx, path, l.opts)
	must(l.t, err)
	l.t.Cleanup(func() { _ = b.Close() })
	return b
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func wantFault(t *testing.T, err error, code string) {
	t.Helper()
	if !IsFault(err, code) {
		t.Fatalf("error %v, want fault %s", err, code)
	}
}

var (
	liMin    = checklist.Person{Name: "李敏", Number: "1003", Role: checklist.RoleMember, Team: "一组"}
	zhaoQi   = checklist.Person{Name: "赵强", Number: "1004", Role: checklist.RoleMember, Team: "一组"}
	wangLead = checklist.Person{Name: "王建国", Number: "1001", Role: checklist.RoleLeader, Team: "一组"}
	office   = checklist.Person{Name: "孙丽", Number: "1000", Role: checklist.RoleOffice}
)

func civil() checklist.UnitLine {
	return checklist.UnitLine{Unit: checklist.Unit{Code: "MZJ", Name: "区民政局", Kind: "department"},
		Ledger: map[string]int64{"auth_admin": 32, "act_admin": 35}}
}

// fieldBook is a book with one unit, a person at work and the yearly visit begun.
func fieldBook(t *testing.T, me checklist.Person) (*Book, checklist.ID) {
	t.Helper()
	b := newLaptop(t, "m1").create(Setup{})
	must(t, b.SetMe(ctx, me))
	return b, startCivil(t, b)
}

func startCivil(t *testing.T, b *Book) checklist.ID {
	t.Helper()
	_, err := b.SaveUnits(ctx, []checklist.UnitLine{civil()})
	must(t, err)
	id, err := b.StartVisit(ctx, checklist.UnitID(b.Info().District, "MZJ"), checklist.Yearly, "")
	must(t, err)
	return id
}

func visit(t *testing.T, b *Book, id checklist.ID) *Doc {
	t.Helper()
	d, err := b.Visit(ctx, id)
	must(t, err)
	return d
}

func TestAVisitIsRemembered(t *testing.T) {
	l := newLaptop(t, "m1")
	b := l.create(Setup{})
	must(t, b.SetMe(ctx, liMin))
	id := startCivil(t, b)
	yes, six, n := true, int64(6), int64(35)
	d := visit(t, b, id)
	must(t, b.SaveLook(ctx, d, checklist.Look{ReceivedOn: "2026-03-02", Sealed: &yes}))
	must(t, b.SaveListen(ctx, d, checklist.Listen{Place: "三楼会议室", Attendance: &six, KeyPoints: "超编三人系军转安置"}))
	must(t, b.SetFigure(ctx, d, "act_admin", checklist.Verified, &n))
	points := checklist.Points(750)
	must(t, b.SetSelfScore(ctx, d, "E1", &points))
	fid, err := b.SaveFinding(ctx, d, checklist.Finding{Rule: "E1.1", Count: 3, Facts: "实有35人，核定32人",
		Evidence: []checklist.Evidence{{Kind: "paper", Material: "payroll", Place: "第4页"}}})
	must(t, err)
	must(t, b.SetStanding(ctx, visit(t, b, id), "A1", checklist.Nil, ""))
	must(t, b.Close())

	b = l.open(l.path())
	d = visit(t, b, id)
	if b.Me().Name != "李敏" || d.Unit.Name != "区民政局" {
		t.Errorf("me %q unit %q", b.Me().Name, d.Unit.Name)
	}
	if d.Look.ReceivedOn != "2026-03-02" || d.Look.Sealed == nil || !*d.Look.Sealed || d.Look.Signed != nil {
		t.Errorf("look %+v", d.Look)
	}
	if d.Listen.Attendance == nil || *d.Listen.Attendance != 6 || d.Listen.KeyPoints != "超编三人系军转安置" {
		t.Errorf("listen %+v", d.Listen)
	}
	if d.Figures["act_admin"][checklist.Verified] != 35 || d.Figures["auth_admin"][checklist.Office] != 32 || d.SelfScores["E1"] != 750 {
		t.Errorf("figures %v self %v", d.Figures, d.SelfScores)
	}
	own := d.Own()
	if len(own.Findings) != 1 || own.Findings[0].ID != fid || own.Findings[0].Evidence[0].Place != "第4页" || own.Findings[0].At == "" {
		t.Fatalf("findings %+v", own.Findings)
	}
	if own.Standings["E1"].State != checklist.Found || own.Standings["A1"].State != checklist.Nil || own.Scheme != b.Info().Round.Scheme {
		t.Errorf("standings %v scheme %q", own.Standings, own.Scheme)
	}
	rows, err := b.Units(ctx)
	must(t, err)
	if len(rows) != 1 || rows[0].Visit != id || rows[0].Scored != 2 || rows[0].State != StateOpen || rows[0].Total != 30 {
		t.Errorf("rows %+v", rows)
	}
}
