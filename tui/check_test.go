package tui

import (
	"testing"

	"zoufang/checklist"
	"zoufang/words"
)

// paper finds what the book holds about a paper of the scheme's list.
func (d *driver) paper(visit checklist.ID, id string) checklist.Material {
	d.t.Helper()
	for _, m := range d.doc(visit).Materials {
		if m.Material == id {
			return m
		}
	}
	return checklist.Material{}
}

func TestSpaceChangesTheStatusOfAPaper(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "check"})
	d.Press("down", "down", "down") // 工资报表
	for _, want := range []string{"seen", "missing", "refused", "na", ""} {
		d.Press("space")
		if got := d.paper(visit, "payroll").Status; got != want {
			t.Fatalf("the status is %q, not %q", got, want)
		}
	}
	d.Press("space")
	d.Has("工资报表 *", "已见", "材料 1/11")
}

func TestAPaperHasANumberAPeriodANoteAndASample(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "check"})
	d.Press("down", "down", "down", "enter")
	d.Has("工资报表")
	d.Press("space", "tab", "tab")
	d.Type("2025-03 至 2026-02")
	d.Press("tab")
	d.Type("第 4 页多 1 人")
	d.Press("tab")
	d.Type("４１")
	d.Press("tab")
	d.Type("12")
	d.Press("tab")
	d.Type("逢三抽一")
	d.Press("esc")
	m := d.paper(visit, "payroll")
	if m.Status != "seen" || m.Period != "2025-03 至 2026-02" || m.Note != "第 4 页多 1 人" || *m.Population != 41 || *m.Sample != 12 || m.Method != "逢三抽一" {
		t.Fatalf("the book holds %+v", m)
	}
	d.Has("2025-03 至 2026-02")
}

func TestAPaperBeyondTheList(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "check"})
	d.Press("end", "up", "enter")
	d.Type("窗口值班表")
	d.Press("esc")
	var found checklist.Material
	for _, m := range d.doc(visit).Materials {
		if m.Name == "窗口值班表" {
			found = m
		}
	}
	if found.ID == (checklist.ID{}) || found.Material != "" {
		t.Fatalf("the book holds %+v", d.doc(visit).Materials)
	}
	d.Press("end", "up", "up")
	d.Has("> 窗口值班表")
	d.Press("space")
	d.Has("窗口值班表", "已见")
}

func TestNumbersAreReconciledWhileTheyAreTyped(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "check"})
	d.verify(visit, map[string]int64{"auth_admin": 32, "auth_institution": 8, "auth_support": 2, "act_institution": 5, "act_support": 1})
	d.run(d.app.env.Load(visit))
	d.settle()
	d.Press("tab", "down", "down", "down")
	d.Type("３５")
	d.Has("[    35]", "超编人数 3") // before the cell is left
	if _, ok := d.doc(visit).Figures["act_admin"][checklist.Verified]; ok {
		t.Fatal("a number counts before its cell is left")
	}
	d.Press("down")
	if n := d.doc(visit).Figures["act_admin"][checklist.Verified]; n != 35 {
		t.Fatalf("the book holds %d", n)
	}
	d.Press("up", "backspace", "backspace", "3", "2", "enter")
	if n := d.doc(visit).Figures["act_admin"][checklist.Verified]; n != 32 {
		t.Fatalf("the book holds %d", n)
	}
	d.Lacks("超编人数 3")
	d.Press("up", "3", "esc") // Esc leaves the cell as it was
	if n := d.doc(visit).Figures["act_admin"][checklist.Verified]; n != 32 {
		t.Fatalf("the book holds %d", n)
	}
	d.Press("left", "7")
	d.Has("台账数由编办导入")
}

func TestAdoptingInTheHeadcount(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "check"})
	d.verify(visit, map[string]int64{"auth_admin": 32, "act_admin": 35, "auth_institution": 8, "act_institution": 5, "auth_support": 2,
		"act_support": 1, "exits": 3, "exit_slips": 2})
	d.run(d.app.env.Load(visit))
	d.settle()
	d.Press("tab", "down", "down", "down")
	d.Has("超编人数 3", "按 = 采用")
	if n := len(d.doc(visit).Own().Findings); n != 0 {
		t.Fatalf("%d suggestions were applied by themselves", n)
	}
	d.Type("＝")
	list := d.active(visit, "E1.1")
	if len(list) != 1 || list[0].Count != 3 || list[0].Facts == "" {
		t.Fatalf("the book holds %+v", list)
	}
	d.Press("end")
	d.Has("减员未办理出编手续 1")
	d.Press("=")
	if list := d.active(visit, "E5.1"); len(list) != 1 || list[0].Count != 1 {
		t.Fatalf("the book holds %+v", list)
	}
	d.Press("ctrl+z")
	if list := d.active(visit, "E5.1"); len(list) != 0 {
		t.Fatalf("after undo the book holds %+v", list)
	}
}

func TestTheRosterIsCheckedByName(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "check"})
	d.Press("tab", "down", "down", "down", "down", "down", "down")
	d.Type("41")
	d.Press("down")
	d.Type("39")
	d.Press("down", "2", "up")
	c := d.doc(visit).Check
	if c.NameChecked == nil || *c.NameChecked != 39 || c.NameMissing == nil || *c.NameMissing != 2 {
		t.Fatalf("the book holds %+v", c)
	}
	d.Has("逐人核对 39，对不上 2")
}

func TestANumberBeingTypedSurvivesAKill(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "check"})
	d.Press("tab", "down", "down", "down")
	d.Type("35")
	d.restart()
	d.Has("[    35]")
	d.Press("enter")
	if n := d.doc(visit).Figures["act_admin"][checklist.Verified]; n != 35 {
		t.Fatalf("the book holds %d", n)
	}
}
