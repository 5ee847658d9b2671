package tui

import (
	"context"
	"testing"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// atVisit begins the yearly visit of 区民政局 and opens a screen of it.
func atVisit(d *driver, p Place) checklist.ID {
	d.t.Helper()
	id, err := d.book.StartVisit(context.Background(), checklist.UnitID("青澜区", "D01"), checklist.Yearly, "")
	d.must(err)
	p.Visit = id
	d.Go(p)
	return id
}

// doc is the visit as the book has it now.
func (d *driver) doc(visit checklist.ID) *store.Doc {
	d.t.Helper()
	doc, err := d.book.Visit(context.Background(), visit)
	d.must(err)
	return doc
}

// active are the findings of a rule that count, as the book has them.
func (d *driver) active(visit checklist.ID, rule string) []checklist.Finding {
	d.t.Helper()
	var out []checklist.Finding
	for _, f := range d.doc(visit).Own().Findings {
		if f.Rule == rule && f.Active() {
			out = append(out, f)
		}
	}
	return out
}

// result is the score of the own sheet as the book has it.
func (d *driver) result(visit checklist.ID) checklist.Result {
	d.t.Helper()
	doc, s := d.doc(visit), d.app.env.Scheme
	return checklist.Score(s, checklist.InputOf(s, &doc.Visit, doc.Own()))
}

// verify writes verified numbers of the headcount straight into the book.
func (d *driver) verify(visit checklist.ID, numbers map[string]int64) {
	d.t.Helper()
	doc := d.doc(visit)
	for id, n := range numbers {
		d.must(d.book.SetFigure(context.Background(), doc, id, checklist.Verified, &n))
	}
}

func TestCountsAreSetByDigits(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "score", Item: "E1"})
	d.Press("3")
	d.Has("< 3 人 >", "（x）有问题")
	d.Lacks("5.00 / 8.00") // scores are hidden until asked for
	d.Press("f9")
	d.Has("本项 5.00 / 8.00", "总分 暂不可算", "分数显示中")
	list := d.active(visit, "E1.1")
	if len(list) != 1 || list[0].Count != 3 || list[0].Person != d.app.env.Me.ID {
		t.Fatalf("the book holds %+v", list)
	}
	if s := d.doc(visit).Own().Standings["E1"].State; s != checklist.Found {
		t.Fatalf("the verdict is %q", s)
	}
	res := d.result(visit)
	if x, _ := res.Indicator("E1"); x.Awarded != 500 {
		t.Fatalf("E1 got %s", x.Awarded)
	}
	d.Press("f9")
	d.Lacks("5.00 / 8.00")
}

func TestDigitsTypedOneAfterAnotherAreOneNumber(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "score", Item: "E4"})
	d.Type("１２") // full width, as an input method gives them
	if list := d.active(visit, "E4.1"); len(list) != 1 || list[0].Count != 12 {
		t.Fatalf("the book holds %+v", list)
	}
	d.Press("left")
	if list := d.active(visit, "E4.1"); list[0].Count != 11 {
		t.Fatalf("after the arrow the count is %d", list[0].Count)
	}
	d.Press("4")
	if list := d.active(visit, "E4.1"); list[0].Count != 4 {
		t.Fatalf("a digit after the arrow makes %d", list[0].Count)
	}
}

func TestAZeroWithdrawsWithAReason(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "score", Item: "E1"})
	d.Press("2", "home", "0")
	d.Has("撤回 E1.1")
	d.Press("enter")
	d.Has("请写理由")
	d.Type("重复记录")
	d.Press("enter")
	own := d.doc(visit).Own()
	if len(own.Findings) != 1 || own.Findings[0].Active() || own.Findings[0].Why != "重复记录" {
		t.Fatalf("the book holds %+v", own.Findings)
	}
	if s := own.Standings["E1"].State; s != checklist.Blank {
		t.Fatalf("with no finding left the verdict is %q", s)
	}
}

func TestSpaceGoesThroughTheVerdicts(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "score", Item: "B1"})
	state := func() checklist.State { return d.doc(visit).Own().Standings["B1"].State }
	for _, want := range []checklist.State{checklist.Nil, checklist.Found, checklist.Waiting} {
		d.Press("space")
		if got := state(); got != want {
			t.Fatalf("the verdict is %q, not %q", got, want)
		}
	}
	d.Press("space")
	d.Has("B1 行政审批事项清理 不适用")
	d.Type("本单位没有审批事项")
	d.Press("enter")
	if st := d.doc(visit).Own().Standings["B1"]; st.State != checklist.NA || st.Reason != "本单位没有审批事项" {
		t.Fatalf("the book holds %+v", st)
	}
	d.Has("（x）不适用", "组长未批", "本单位没有审批事项")
	d.Press("space") // behind it comes the first again
	if got := state(); got != checklist.Nil {
		t.Fatalf("the verdict is %q", got)
	}
}

func TestARangeIsChosenByStep(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "score", Item: "B3", Field: "B3.2"})
	mark := func() checklist.Points { return d.active(visit, "B3.2")[0].Mark }
	d.Press("right")
	if mark() != 50 {
		t.Fatalf("the first step is %s", mark())
	}
	d.Press("right", "right", "right")
	if mark() != 150 {
		t.Fatalf("the most is %s", mark())
	}
	d.Press("2")
	if mark() != 100 {
		t.Fatalf("the second value is %s", mark())
	}
	d.Press("f9")
	d.Has("< 1.00 >", "本项 2.00 / 3.00")
}

func TestAdoptingASuggestion(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "score", Item: "E1"})
	d.verify(visit, map[string]int64{"auth_admin": 32, "act_admin": 35, "auth_institution": 8, "act_institution": 5, "auth_support": 2, "act_support": 1})
	d.run(d.app.env.Load(visit))
	d.settle()
	d.Has("按 = 采用核对建议", "超编人数 3")
	if len(d.active(visit, "E1.1")) != 0 {
		t.Fatal("a suggestion was applied by itself")
	}
	d.Type("＝")
	list := d.active(visit, "E1.1")
	if len(list) != 1 || list[0].Count != 3 || list[0].Facts == "" {
		t.Fatalf("the book holds %+v", list)
	}
	d.Has("已采用建议")
	d.Lacks("按 = 采用核对建议")
	d.Press("ctrl+z")
	if n := len(d.active(visit, "E1.1")); n != 0 {
		t.Fatalf("after undo there are %d findings", n)
	}
	d.Has("按 = 采用核对建议")
}

func TestACountAboveWhatThereIsAsksFirst(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "score", Item: "E1"})
	d.verify(visit, map[string]int64{"act_admin": 3, "act_institution": 5, "act_support": 1})
	d.run(d.app.env.Load(visit))
	d.settle()
	d.Press("1", "2")
	d.Has("E1.1 填了 12，总数只有 9")
	d.Press("esc")
	if f := d.active(visit, "E1.1"); f[0].Count != 1 {
		t.Fatalf("the book holds %+v", f)
	}
	d.Press("home", "1", "2", "enter")
	if f := d.active(visit, "E1.1"); f[0].Count != 12 {
		t.Fatalf("the book holds %+v", f)
	}
}

func TestTheRestOfACategoryInOneGo(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "score", Item: "D1"})
	d.Press("1", "ctrl+u")
	d.Has("其余 4 项都查过")
	d.Press("enter")
	own := d.doc(visit).Own()
	for _, id := range []string{"D2", "D3", "D4", "D5"} {
		if own.Standings[id].State != checklist.Nil {
			t.Fatalf("%s is %q", id, own.Standings[id].State)
		}
	}
	d.Press("f9")
	d.Has("D 类已查 5/5", "10.50 / 12.00")
	d.Press("ctrl+z")
	d.Has("D 类已查 1/5")
	if own := d.doc(visit).Own(); own.Standings["D1"].State != checklist.Found || own.Standings["D2"].State != checklist.Blank {
		t.Fatalf("after undo the book holds %+v", own.Standings)
	}
}

func TestANumberOpensIntoItsArithmetic(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	atVisit(d, Place{Screen: "score", Item: "E4"})
	d.Type("12")
	d.Press("f9", "end", "down", "enter")
	d.Has("E4.1：12 × 0.50 = 6.00，最多扣 4.00", "-4.00")
	d.Press("esc", "right", "enter")
	d.Has("- E 强化机构编制管理", "+ E4 进人入编管理")
	d.Lacks("最多扣 4.00")
	d.Press("down", "down", "down", "down", "down", "right")
	d.Has("最多扣 4.00")
	d.Press("left")
	d.Lacks("最多扣 4.00")
}

func TestABonusNeedsACountAndAProof(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "score", Item: bonusTab})
	d.Press("3", "f9")
	d.Has("1.50", "没有证明材料")
	d.Press("enter")
	d.Press("tab") // from the count to the facts
	d.Type("本单位决定取消三项审批")
	d.Press("tab", "enter")
	d.Type("审批事项目录")
	d.Press("enter")
	d.Type("2026 年第 2 号")
	d.Press("esc", "esc")
	d.Has("加分 1.50 / 5.00", "行政审批事项目录 2026 年第 2 号")
	c := d.doc(visit).Own().Claims["P1"]
	if c.Count != 3 || c.Facts != "本单位决定取消三项审批" || !c.Proved() || c.Evidence[0].Material != "approval_items" {
		t.Fatalf("the book holds %+v", c)
	}
	d.Lacks("没有证明材料")
}
