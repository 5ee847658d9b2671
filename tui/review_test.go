package tui

import (
	"context"
	"testing"

	"zoufang/checklist"
	"zoufang/words"
)

// as makes somebody else type on this laptop.
func (d *driver) as(p checklist.Person) {
	d.t.Helper()
	d.must(d.book.SetMe(context.Background(), p))
	d.app.env.Me = d.book.Me()
}

// complete records everything that a signature asks for, the own sheet with it, through the verbs of the book.
func (d *driver) complete(visit checklist.ID) {
	d.t.Helper()
	ctx, yes := context.Background(), true
	b, s := d.book, d.app.env.Scheme
	d.must(b.SaveLook(ctx, d.doc(visit), checklist.Look{ReceivedOn: "2026-03-02", Sealed: &yes, Signed: &yes, SignerName: "王某某", Covers: &yes}))
	d.must(b.SaveListen(ctx, d.doc(visit), checklist.Listen{StartedAt: "2026-03-09 09:00", EndedAt: "2026-03-09 09:35", Place: "三楼",
		Presenter: "王某某", Post: "局长", MainLeader: &yes, Exchanged: &yes}))
	for _, m := range s.Materials {
		_, err := b.SaveMaterial(ctx, d.doc(visit), checklist.Material{Material: m.ID, Status: "seen"})
		d.must(err)
	}
	for _, q := range d.doc(visit).Questions {
		q.Status = "answered"
		_, err := b.SaveQuestion(ctx, d.doc(visit), q)
		d.must(err)
	}
	for _, ind := range s.Indicators("department") {
		if d.doc(visit).Own().Standings[ind.ID].State == checklist.Blank {
			d.must(b.SetStanding(ctx, d.doc(visit), ind.ID, checklist.Nil, ""))
		}
	}
	d.run(d.app.env.Load(visit))
	d.settle()
}

func TestReviewGoesToWhatIsMissing(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "review"})
	d.Has("还不能签字", "必  看", "未记：")
	r := d.app.top().(*review)
	tried := map[string]bool{}
	for i, todo := range r.todos {
		if tried[todo.Code] {
			continue
		}
		tried[todo.Code] = true
		r.list.Select(i)
		d.Press("enter")
		if d.app.top() == Screen(r) {
			t.Fatalf("%s leads nowhere:\n%s", todo.Code, d.Screen())
		}
		d.Press("esc")
	}
	d.Go(Place{Screen: "score", Visit: visit, Item: "E10"})
	d.Press("space", "space", "space", "esc")
	d.Has("还不能签字")
}

func TestEveryTodoHasAScreen(t *testing.T) {
	d, visit := visited(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "review", Visit: visit})
	r := d.app.top().(*review)
	for _, code := range []string{"todo.formality", "todo.promise.due", "todo.question", "todo.interview.two", "todo.entry.parked", "todo.comment",
		"todo.claim.proof", "todo.finding.facts", "todo.indicator.blank", "todo.material.unseen", "todo.figures", "todo.suggest.number",
		"todo.contested", "todo.listen.place", "todo.skip"} {
		p := todoPlace(r.scheme(), visit, checklist.Todo{Code: code, Step: checklist.StepListen, Args: []any{"E1.1"}, Indicator: "E1"})
		if screens[p.Screen] == nil {
			t.Errorf("%s leads to %q, which is no screen", code, p.Screen)
		}
	}
}

func TestTheTableHoldsTheScores(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "score", Item: "E1"})
	d.Press("3") // 超编 3 人
	d.complete(visit)
	d.Go(Place{Screen: "review", Visit: visit})
	d.Press("tab")
	d.Lacks("97.00")
	d.Press("f9")
	d.Has("97.00", "47.00", "48.50")
	res := d.result(visit)
	if res.Total.Points != 9700 || res.Performance.Points != 4850 {
		t.Fatalf("total %s, performance %s", res.Total.Points, res.Performance.Points)
	}
	d.Press("end", "enter")
	d.Has("算法", "97.00 × 50.00 ÷ 100 = 48.50")
}

func TestALeaderRulesOnNotApplicable(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	d.as(checklist.Person{Name: "王建国", Number: "1001", Role: checklist.RoleLeader})
	visit := atVisit(d, Place{Screen: "score", Item: "B1"})
	d.Press("ctrl+x")
	d.Type("没有审批事项")
	d.Press("enter")
	d.complete(visit)
	d.Go(Place{Screen: "review", Visit: visit})
	d.Has("还不能签字：1 处未完", "B1 行政审批事项清理：申请不适用，组长未批", "审批 B1 不适用", "王建国 申请，理由：没有审批事项")
	d.Press("enter")
	d.Has("批准", "不同意")
	d.Press("right", "enter")
	d.Type("窗口还在收件")
	d.Press("enter")
	d.Has("组长未同意不适用")
	d.must(d.book.ApproveNA(context.Background(), d.doc(visit), d.doc(visit).Own().Standings["B1"].ID, true, ""))
	d.run(d.app.env.Load(visit))
	d.settle()
	if st := d.doc(visit).Own().Standings["B1"]; st.Approval != "approved" || st.Approver != "王建国" {
		t.Fatalf("the book holds %+v", st)
	}
	d.Press("f9", "tab")
	d.Has("13.00") // 9 of 9 left in B, scaled to its weight
}

func TestASheetIsSubmittedReopenedAndSigned(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	d.as(checklist.Person{Name: "王建国", Number: "1001", Role: checklist.RoleLeader})
	visit := atVisit(d, Place{Screen: "check"})
	d.complete(visit)
	d.Go(Place{Screen: "review", Visit: visit})
	d.Has("可以签字", "王建国 评分表未提交")
	d.Press("tab", "tab", "end", "enter") // signing before the sheet is submitted
	d.Has("还有 1 份评分表未提交，不能签字")
	d.Press("home", "enter")
	d.Has("提交（锁定）你的评分表")
	d.Press("enter")
	if s := d.doc(visit).Own().State; s != "closed" {
		t.Fatalf("the sheet is %q", s)
	}
	d.Go(Place{Screen: "score", Visit: visit, Item: "E1"})
	d.Press("3")
	d.Has("评分表已提交（锁定）")
	if n := len(d.active(visit, "E1.1")); n != 0 {
		t.Fatal("a locked sheet took a finding")
	}
	d.Press("esc", "end", "enter")
	d.Has("以组长身份为 区民政局 签字")
	d.Press("enter")
	if n := len(d.doc(visit).Signed); n != 1 {
		t.Fatalf("there are %d signatures", n)
	}
	d.Has("王建国 已于 2026-03-09 10:42 签字")
	d.Press("home", "enter")
	d.Type("漏记一条")
	d.Press("enter")
	if s := d.doc(visit).Own().State; s != "" {
		t.Fatalf("the sheet is %q", s)
	}
	d.Has("签字以后，内容又有改动")
}

func TestOnlyALeaderSigns(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "check"})
	d.complete(visit)
	d.Go(Place{Screen: "review", Visit: visit})
	d.Press("tab", "tab", "end", "enter")
	d.Has("由组长办理")
}

func TestALeaderLooksThroughBothSheets(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	visit := atVisit(d, Place{Screen: "check"})
	d.complete(visit)
	d.must(d.book.CloseSheet(context.Background(), d.doc(visit)))
	d.as(checklist.Person{Name: "王建国", Number: "1001", Role: checklist.RoleLeader})
	_, err := d.book.SaveFinding(context.Background(), d.doc(visit), checklist.Finding{Rule: "E1.1", Count: 3, Facts: "超编",
		Criterion: "条例", Evidence: []checklist.Evidence{{Kind: "paper", Material: "payroll"}}})
	d.must(err)
	d.complete(visit)
	d.Go(Place{Screen: "review", Visit: visit})
	d.Has("另有 1 份评分表") // blind until both are submitted
	d.must(d.book.CloseSheet(context.Background(), d.doc(visit)))
	d.run(d.app.env.Load(visit))
	d.settle()
	d.Press("f9", "tab")
	d.Has("王建国的评分表", "97.00")
	d.Press("right")
	d.Has("李敏的评分表", "100.00")
	d.Press("end", "enter")
	d.Has("100.00 × 50.00")
}

func TestClicksSelectRows(t *testing.T) {
	d, visit := visited(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "score", Visit: visit, Item: "E1"})
	d.clickOn("E1.3")
	d.Press("1")
	if n := len(d.active(visit, "E1.3")); n != 1 {
		t.Fatalf("the book holds %d findings of E1.3", n)
	}
	d.Go(Place{Screen: "check", Visit: visit})
	d.clickOn("实有行政编制人员")
	d.Press("3", "5", "down")
	if n := d.doc(visit).Figures["act_admin"][checklist.Verified]; n != 35 {
		t.Fatalf("the book holds %d", n)
	}
	d.clickOn("F8")
	if got := d.app.top().(Placer).Place().Screen; got != "interview" {
		t.Fatalf("a click on a step leads to %q", got)
	}
	d.Go(Place{Screen: "review", Visit: visit})
	d.clickOn("B 转变政府职能情况")
	d.Press("f9", "enter")
	d.Has("- B 转变政府职能情况", "+ B1 行政审批事项清理")
}

func TestPlainLines(t *testing.T) {
	for _, p := range []Place{{Screen: "score", Item: "B1"}, {Screen: "check"}, {Screen: "review"}, {Screen: "finding", Item: "B3.2"}} {
		for _, w := range []int{80, 120} {
			d, visit := visited(t, words.ZH, w, 40)
			d.app.env.ASCII, d.app.env.Style = true, NewStyles(true, true)
			p.Visit, p.Record = visit, newItem(visit)
			d.Go(p)
			d.Lacks("─", "│")
			if p.Screen == "score" {
				d.Has("( )未发现问题")
			}
		}
	}
}
