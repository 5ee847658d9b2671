package tui

import (
	"testing"

	"zoufang/checklist"
	"zoufang/words"
)

func TestAFindingIsWrittenWithItsFactsAndEvidence(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "score", Item: "E4"})
	d.Press("enter") // a new finding of E4.1
	d.Has("E4.1 未办理", "次数 [1")
	if n := len(d.active(visit, "E4.1")); n != 0 {
		t.Fatalf("opening the page made %d findings", n)
	}
	d.Press("backspace", "2", "tab")
	d.Type("甲某、乙某 2025 年调入时未见入编单")
	d.Press("tab")
	d.Type("机构编制管理条例第十二条")
	d.Press("tab", "tab", "tab", "enter")
	d.Has("依据来自哪里", "入编单")
	d.Type("gzbb") // 工资报表 by its initials
	d.Press("enter")
	d.Type("第 4 页")
	d.Press("tab")
	d.Type("两人自 2025-05 起领取工资")
	d.Press("esc")
	d.Has("工资报表 第 4 页", "两人自 2025-05 起领取工资")
	list := d.active(visit, "E4.1")
	if len(list) != 1 {
		t.Fatalf("the book holds %+v", list)
	}
	f := list[0]
	if f.Count != 2 || f.Facts != "甲某、乙某 2025 年调入时未见入编单" || f.Criterion != "机构编制管理条例第十二条" || !f.Proved() ||
		f.Evidence[0].Material != "payroll" || f.Evidence[0].Place != "第 4 页" || f.Evidence[0].Quote != "两人自 2025-05 起领取工资" {
		t.Fatalf("the book holds %+v", f)
	}
	if s := d.doc(visit).Own().Standings["E4"].State; s != checklist.Found {
		t.Fatalf("the verdict is %q", s)
	}
	d.Press("esc")
	d.Has("< 2 例 >", "事实：甲某、乙某 2025 年调入时未见入编单", "依据 1 份：工资报表 第 4 页")
	d.Press("ctrl+z", "ctrl+z")
	if f := d.active(visit, "E4.1")[0]; len(f.Evidence) != 0 {
		t.Fatalf("after undo the book holds %+v", f)
	}
}

func TestFactsBeingTypedSurviveAKill(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "score", Item: "E4"})
	d.Press("enter", "tab")
	d.Type("丙某调入，未见入编单")
	d.restart()
	d.Has("丙某调入，未见入编单")
	x, y := d.Cursor()
	if x < 0 || y < 0 {
		t.Fatal("the cursor is lost")
	}
	d.Type("，补办中")
	d.Press("esc")
	if f := d.active(visit, "E4.1"); len(f) != 1 || f[0].Facts != "丙某调入，未见入编单，补办中" {
		t.Fatalf("the book holds %+v", f)
	}
}

func TestAnInterviewAloneTakesNothingOff(t *testing.T) {
	d, visit := visited(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "score", Visit: visit, Item: "D2", Field: "D2.2"})
	d.Press("1", "enter", "ctrl+f")
	d.Type("F01")
	d.Press("enter")
	d.Type("牌子去年底还挂着")
	d.Press("esc", "esc", "f9")
	d.Has("本项 3.00 / 3.00", "只有访谈、没有材料或现场依据，不扣分")
}

func TestSeveralFindingsOfARuleOpenAsAList(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "findings", Item: "E4.1"})
	for _, facts := range []string{"甲某无入编单", "乙某无入编单"} {
		d.Press("end", "enter", "tab")
		d.Type(facts)
		d.Press("esc")
	}
	d.Has("甲某无入编单", "乙某无入编单")
	if n := len(d.active(visit, "E4.1")); n != 2 {
		t.Fatalf("the book holds %d findings", n)
	}
	d.Press("home", "ctrl+d")
	d.Type("已补办")
	d.Press("enter")
	d.Has("已撤回：已补办")
	if n := len(d.active(visit, "E4.1")); n != 1 {
		t.Fatalf("the book holds %d findings that count", n)
	}
	d.Press("ctrl+d")
	d.Type("补办的是另一人")
	d.Press("enter", "esc")
	if n := len(d.active(visit, "E4.1")); n != 2 {
		t.Fatalf("the book holds %d findings that count", n)
	}
	d.Go(Place{Screen: "score", Visit: visit, Item: "E4"})
	d.Has("2（2 条）")
	d.Press("3") // which of the two? the list asks
	d.Has("E4.1 的问题", "甲某无入编单", "乙某无入编单")
}

func TestFindingsOfOneFactCountOnce(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "score", Item: "E1"})
	d.Press("3", "pgdown", "pgdown", "pgdown")
	d.Has("E4 ")
	d.Press("2", "f9")
	d.Has("本项 3.00 / 4.00")
	d.Press("enter", "tab", "tab", "tab", "tab", "end", "enter") // the count is set: the facts come first
	d.Has("哪一条说的是同一事实", "E1.1")
	d.Press("enter")
	d.Has("同一事实", "E4.1 不重复扣分")
	d.Press("esc")
	d.Has("本项 4.00 / 4.00", "同一事实以 E1.1 为准（同一人超编进人）")
	if n := len(d.doc(visit).Own().Links); n != 1 {
		t.Fatalf("the book holds %d links", n)
	}
}
