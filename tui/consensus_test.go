package tui

import (
	"context"
	"testing"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

var leader = checklist.Person{Name: "孙丽", Number: "1001", Role: checklist.RoleLeader}

// sheets lets both laptops judge the whole unit and close, bring the second one's work here, and sets the leader to work.
// They differ in a count, in one fact that only one has, and in one that both have alike.
func (x *two) sheets() checklist.ID {
	x.t.Helper()
	ctx := context.Background()
	paper := func(place string) []checklist.Evidence {
		return []checklist.Evidence{{Kind: "paper", Material: "roster", Place: place}}
	}
	found := map[*store.Book][]checklist.Finding{
		x.book: {{Rule: "E1.1", Count: 2, Facts: "核定32名，名册34人，多2人", Criterion: "核定行政编制32名", Evidence: paper("2026年3月")},
			{Rule: "A5.5", Count: 1, Facts: "权责清单未随“三定”调整", Criterion: "“三定”规定", Evidence: paper("第1页")}},
		x.other: {{Rule: "E1.1", Count: 3, Facts: "核定32名，名册35人，含借调1人", Criterion: "核定行政编制32名", Evidence: paper("2026年3月")},
			{Rule: "A5.5", Count: 1, Facts: "权责清单未随“三定”调整。", Criterion: "“三定”规定", Evidence: paper("第1页")},
			{Rule: "E7.3", Count: 2, Facts: "2人岗位变动未及时更新", Criterion: "变动后10个工作日内", Evidence: paper("变更记录")}},
	}
	for _, b := range []*store.Book{x.book, x.other} {
		for _, f := range found[b] {
			f.At = "2026-03-09 10:30"
			_, err := b.SaveFinding(ctx, x.visit(b), f)
			x.must(err)
		}
		s, err := b.Scheme(ctx)
		x.must(err)
		for _, c := range s.Categories {
			_, err := b.NilRest(ctx, x.visit(b), c.ID)
			x.must(err)
		}
		x.must(b.CloseSheet(ctx, x.visit(b)))
	}
	x.carry(x.other, x.book)
	x.must(x.book.SetMe(ctx, leader))
	return x.visit(x.book).ID
}

func TestConsensusScreens(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		x := newTwo(t, lang, w, h, zhao)
		x.Go(Place{Screen: "consensus"})
		x.Golden("consensus.empty")
		visit := x.sheets()
		x.Go(Place{Screen: "consensus"})
		x.Golden("consensus.units")
		x.Press("enter")
		x.Golden("consensus")
		x.Press("enter")
		x.Golden("agree")
		x.Go(Place{Screen: "consensus", Visit: visit})
		x.Press("ctrl+t")
		x.Golden("consensus.bulk")
	})
}

// The whole way: one by one with a reason, a value of one's own and dissent; the rest in bulk; then all stands.
func TestConsensusIsDecided(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	visit := x.sheets()
	x.Go(Place{Screen: "consensus", Visit: visit})
	x.Has("待定 3，已定 0", "次数不同", "评议（未定的从严）")
	x.Press("ctrl+t", "enter")
	x.Type("两人记的一样")
	x.Press("enter")
	x.Has("已定 1 处，还剩 2 处")
	s := x.app.top().(*consensus)
	for s.diff(s.list.Selected()).Kind != checklist.DiffCount {
		x.Press("down")
	}
	x.Press("enter")
	a := x.app.top().(*agree)
	x.Press("tab")
	x.Press("enter")
	x.Has("请先选怎么定")
	a.form.Set(agreeTake, string(checklist.TakeValue))
	a.form.Set(agreeValue, "0")
	a.form.Set(agreeReason, "逐人核对名册")
	x.Press("enter")
	x.Has("什么也没有定")
	a.form.Set(agreeValue, "2")
	a.form.Set(agreeWho, a.diff.Sides[0].Person.ID.String())
	a.form.Set(agreeDissent, "应计借调人员")
	a.form.Set(agreeWhy, "工资在此发放")
	x.Press("enter")
	x.Has("已定，还剩 1 处", "一方没有记")
	x.Press("2", "tab")
	x.Type("变更记录在期限以内")
	x.Press("enter")
	x.Has("已全部定下", "全部已定")
	doc := x.visit(x.book)
	scheme, err := x.book.SchemeOf(context.Background(), doc.SchemeHash)
	x.must(err)
	got := doc.Standing(scheme)
	if got.Pending != "" {
		t.Fatalf("pending %q", got.Pending)
	}
	dissent := 0
	for _, r := range doc.Rulings() {
		if r.Name != leader.Name || r.Why == "" {
			t.Errorf("who and why: %+v", r)
		}
		dissent += len(r.Dissent)
	}
	if dissent != 1 {
		t.Errorf("%d dissents", dissent)
	}
	// One is taken back, with a reason.
	x.Press("enter", "ctrl+u")
	x.Type("再议")
	x.Press("enter")
	x.Go(Place{Screen: "consensus", Visit: visit})
	x.Has("待定 1，已定 2")
}

// Two findings under different rules are ticked and made one fact.
func TestFindingsAreTickedToBeOne(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	ctx := context.Background()
	_, err := x.book.SaveFinding(ctx, x.visit(x.book), checklist.Finding{Rule: "E7.2", Count: 1, Facts: "名册缺1人"})
	x.must(err)
	visit := x.sheets()
	x.Go(Place{Screen: "consensus", Visit: visit})
	s := x.app.top().(*consensus)
	x.Press("ctrl+u")
	x.Has("请先用空格勾选两条以上")
	for i := range s.of().Differences {
		if d := &s.of().Differences[i]; d.Indicator == "E7" {
			s.list.Select(i)
			x.Press("space")
		}
	}
	x.Press("ctrl+u")
	x.Has("情形不同", "名册缺1人", "2人岗位变动")
	a := x.app.top().(*agree)
	a.form.Set(agreeTake, a.diff.Sides[0].Person.ID.String())
	x.Press("tab")
	x.Type("说的是一件事")
	x.Press("enter")
	x.Has("已定，还剩 2 处")
}

// An evaluator sees nothing before both are closed, and decides nothing afterwards.
func TestEvaluatorsDoNotDecide(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	ctx := context.Background()
	me := x.book.Me()
	visit := x.sheets()
	x.must(x.book.SetMe(ctx, me))
	x.Go(Place{Screen: "consensus", Visit: visit})
	x.Has("次数不同")
	x.Press("ctrl+t")
	x.Has("只有组长或编办能定")
	x.must(x.book.ReopenSheet(ctx, x.visit(x.book), "漏记"))
	x.Go(Place{Screen: "consensus", Visit: visit})
	x.Lacks("次数不同", "35人")
}

// Some of several contests are marked by hand and settled together, for one reason.
func TestSomeContestsAreTicked(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	ctx := context.Background()
	x.must(x.book.SaveListen(ctx, x.visit(x.book), checklist.Listen{Place: "三楼", Presenter: "王某某", Post: "局长"}))
	x.must(x.other.SaveListen(ctx, x.visit(x.other), checklist.Listen{Place: "二楼", Presenter: "王某", Post: "副局长"}))
	x.carry(x.other, x.book)
	x.Go(Place{Screen: "conflicts"})
	x.Press("space", "space", "ctrl+t")
	x.Has("勾选的用左边（2）", "用右边（2）")
	x.Press("enter")
	x.Type("以会议记录为准")
	x.Press("enter")
	if n := contested(x, x.visit(x.book).ID); n != 1 {
		t.Errorf("%d contests are left, not 1", n)
	}
}

// Whoever comes from the review page finds the way by a key that the bar shows; the history is one key away.
func TestTheDoorAndTheHistoryOfConsensus(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	visit := x.sheets()
	x.Go(Place{Screen: "review", Visit: visit})
	x.Has("F4 集体评议", "待定 3 处", "还有 3 处没有定")
	x.Press("f4")
	s, ok := x.app.top().(*consensus)
	if !ok || s.visit != visit {
		t.Fatalf("F4 leads to %T", x.app.top())
	}
	for s.diff(s.list.Selected()).Kind != checklist.DiffCount {
		x.Press("down")
	}
	x.Press("f10")
	x.Has("修改记录", "核定32名")
	x.Press("esc", "enter")
	a := x.app.top().(*agree)
	a.form.Set(agreeTake, string(checklist.TakeValue))
	a.form.Set(agreeValue, "2")
	a.form.Set(agreeReason, "逐人核对名册")
	for i, says := range []string{"应为3人", "应为4人"} {
		x.Press("f7")
		if i == 0 {
			x.Has("先选是谁")
		}
		a.form.Set(agreeWho, a.diff.Sides[i].Person.ID.String())
		a.form.Set(agreeDissent, says)
	}
	x.Has("应为3人")
	x.Press("enter")
	rulings := x.visit(x.book).Rulings()
	if len(rulings) != 1 || len(rulings[0].Dissent) != 2 || rulings[0].Dissent[0].What != "应为3人" || rulings[0].Dissent[1].What != "应为4人" {
		t.Fatalf("%+v", rulings)
	}
	x.Go(agreePlace(visit, rulings[0].ID))
	x.Press("f10")
	x.Has("评议决定", "逐人核对名册")
}

// The plan gives the unit to another team: its leader decides nothing here, and reads why; the office records in whose name
// the leading group ruled.
func TestAnotherTeamsLeaderIsRefused(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	visit := x.sheets()
	ctx := context.Background()
	office := checklist.Person{Name: "赵丽", Number: "0001", Role: checklist.RoleOffice}
	x.must(x.book.SetMe(ctx, office))
	he, err := x.book.SavePerson(ctx, checklist.Person{Name: "何秋实", Number: "2001", Role: checklist.RoleLeader, Team: "二组"})
	x.must(err)
	x.must(x.book.Assign(ctx, checklist.Assignment{Unit: x.visit(x.book).Unit.ID, Person: he, Role: checklist.RoleLeader, Team: "二组"}))
	_, err = x.book.SaveGroup(ctx, []checklist.GroupMember{{Name: "方志远", Duty: checklist.DutyHead}, {Name: "林岚", Duty: checklist.DutyMember, Categories: "A"}})
	x.must(err)
	x.as(leader)
	x.Go(Place{Screen: "consensus", Visit: visit})
	x.Press("ctrl+t")
	x.Has("由何秋实办理")
	x.Go(Place{Screen: "review", Visit: visit})
	x.Has("由何秋实办理")
	x.as(office)
	x.Go(Place{Screen: "consensus", Visit: visit})
	s := x.app.top().(*consensus)
	for s.diff(s.list.Selected()).Kind != checklist.DiffCount {
		x.Press("down")
	}
	x.Press("enter")
	x.Has("裁定人", "方志远")
	x.Lacks("林岚")
	a := x.app.top().(*agree)
	x.Press("1", "tab")
	x.Type("领导小组会议")
	a.form.Set(agreeMember, "方志远")
	x.Press("enter")
	if r := x.visit(x.book).Rulings(); len(r) != 1 || r[0].Member != "方志远" {
		t.Fatalf("%+v", r)
	}
}
