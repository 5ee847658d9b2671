package store

import (
	"path/filepath"
	"slices"
	"testing"

	"zoufang/checklist"
)

// ruled brings both sheets to a book whose plan gives the unit to somebody.
func planned(t *testing.T, machine string, from []*Book, id checklist.ID, a ...checklist.Assignment) *Book {
	t.Helper()
	l := third(t, machine, wangLead, from...)
	for _, x := range a {
		x.Unit = visit(t, l, id).Unit.ID
		must(t, l.Assign(ctx, x))
	}
	return l
}

// The plan says whose unit it is: another team's leader settles, approves and signs nothing; who the plan makes leader
// does, whatever was said at the laptop; a member of the leading group rules by the division of work.
func TestTheLeaderOfTheUnitsTeamDecides(t *testing.T) {
	a, b, id := twoSheets(t)
	he, err := a.identify(checklist.Person{Name: "何秋实", Number: "2001", Role: checklist.RoleLeader, Team: "二组"})
	must(t, err)
	one := func(l *Book) []Settlement {
		_, got := agreed(t, l, id)
		return []Settlement{{Difference: got.Open()[0], What: checklist.TakeSide, Side: a.Me().ID}}
	}
	l := planned(t, "m3", []*Book{a, b}, id, checklist.Assignment{Person: he.ID, Role: checklist.RoleLeader, Team: "二组"})
	_, err = l.SavePerson(ctx, he)
	must(t, err)
	wantFault(t, l.Settle(ctx, visit(t, l, id), one(l), "我看是"), "leader.team")
	wantFault(t, l.SignVisit(ctx, visit(t, l, id)), "leader.team")
	wantFault(t, l.ApproveNA(ctx, visit(t, l, id), checklist.StandingID(id, a.Me().ID, "A1"), true, ""), "leader.team")

	// The division of work gives category E to this leader, as a member of the leading group.
	office := checklist.Person{Name: "赵丽", Number: "0001", Role: checklist.RoleOffice}
	must(t, l.SetMe(ctx, office))
	_, err = l.SaveGroup(ctx, []checklist.GroupMember{{Name: wangLead.Name, Duty: checklist.DutyMember, Categories: "E"}, {Name: "林岚", Duty: checklist.DutyMember, Categories: "A"}})
	must(t, err)
	named := one(l)
	named[0].Member = "林岚"
	wantFault(t, l.Settle(ctx, visit(t, l, id), named, "裁定"), "group.matter")
	named[0].Member = "路人"
	wantFault(t, l.Settle(ctx, visit(t, l, id), named, "裁定"), "group.unknown")
	must(t, l.SetMe(ctx, wangLead))
	named[0].Member = "林岚"
	wantFault(t, l.Settle(ctx, visit(t, l, id), named, "裁定"), "office.only")
	must(t, l.Settle(ctx, visit(t, l, id), one(l), "裁定"))
	if r := visit(t, l, id).Rulings()[0]; r.Member != wangLead.Name {
		t.Errorf("ruled in the name of %q", r.Member)
	}
	wantFault(t, l.ApproveNA(ctx, visit(t, l, id), checklist.StandingID(id, a.Me().ID, "A1"), true, ""), "leader.team")
	wantFault(t, l.SignVisit(ctx, visit(t, l, id)), "leader.team")

	// The office records a ruling in the name of a member.
	must(t, l.SetMe(ctx, office))
	named = one(l)
	named[0].Member = wangLead.Name
	must(t, l.Settle(ctx, visit(t, l, id), named, "领导小组裁定"))

	// An evaluator whom the plan makes the leader here leads here.
	acting := planned(t, "m4", []*Book{a, b}, id, checklist.Assignment{Person: a.Me().ID, Role: checklist.RoleLeader})
	must(t, acting.SetMe(ctx, a.Me()))
	must(t, acting.Settle(ctx, visit(t, acting, id), one(acting), "核对"))
	// Where the plan names a team and no leader, another team's leader does not.
	other := planned(t, "m5", []*Book{a, b}, id, checklist.Assignment{Person: a.Me().ID, Role: checklist.RoleMember, Team: "二组"})
	wantFault(t, other.Settle(ctx, visit(t, other, id), one(other), "核对"), "leader.team")
}

// A decision about one difference reads no visit but its own, and codes tell visits apart.
func TestCodesNameTheirVisit(t *testing.T) {
	a, b, id := twoSheets(t)
	l := third(t, "m3", wangLead, a, b)
	_, got := agreed(t, l, id)
	code := got.Open()[0].Code()
	ids, err := l.SharedVisits(ctx)
	must(t, err)
	if len(ids) != 1 || ids[0] != id || code[:6] != checklist.VisitCode(id) {
		t.Fatalf("shared %v, code %s of %v", ids, code, id)
	}
	same := func(visit checklist.ID) string {
		d := checklist.Difference{ID: checklist.RulingID(visit, "standing", "A1")}
		return d.Code()
	}
	unit := checklist.UnitID("青澜区", "Z9")
	if same(id) == same(checklist.YearlyVisitID(l.Info().Round.ID, unit)) {
		t.Error("one indicator has one code in two visits")
	}
}

// What a viewer may not see is no contest to them either: a declared tie, what others collected for the district.
func TestContestsAreBlindToo(t *testing.T) {
	a, b, id := twoBooks(t, officer, officer)
	unit := visit(t, a, id).Unit.ID
	li, err := a.identify(liMin)
	must(t, err)
	tie := checklist.Interest{Person: li.ID, Unit: unit, What: "曾任此局副职"}
	must(t, a.Declare(ctx, tie))
	tie.What = "配偶在此任职"
	must(t, b.Declare(ctx, tie))
	learned, err := a.SaveLearning(ctx, checklist.Learning{Unit: unit, Kind: checklist.LearnExperience, Text: "每月对账"})
	must(t, err)
	carry(t, a, b)
	for l, text := range map[*Book]string{a: "每月对账一次", b: "每月对账两次"} {
		must(t, l.Apply(ctx, Edit{Record: learned, Kind: KindLearning, Field: "text", Text: text, current: true}))
	}
	carry(t, a, b)
	for _, c := range []struct {
		me   checklist.Person
		want []Kind
	}{{officer, []Kind{KindInterest, KindLearning}}, {wangLead, []Kind{KindInterest}}, {zhaoQi, nil}, {liMin, []Kind{KindInterest}}} {
		must(t, b.SetMe(ctx, c.me))
		list, err := b.Conflicts(ctx, nil)
		must(t, err)
		var kinds []Kind
		for _, x := range list {
			if x.Kind == KindInterest || x.Kind == KindLearning {
				kinds = append(kinds, x.Kind)
			}
		}
		slices.Sort(kinds)
		if !slices.Equal(kinds, c.want) {
			t.Errorf("%s is shown %v, want %v", c.me.Name, kinds, c.want)
		}
		for _, word := range []string{"曾任此局副职", "配偶", "每月对账"} {
			found, err := b.Search(ctx, SearchQuery{Text: word})
			must(t, err)
			if len(found.Hits) > 0 {
				t.Errorf("%s finds %s: %+v", c.me.Name, word, found.Hits)
			}
		}
	}
}

// What was agreed is last year's finding, once, in the round that follows; and what stands for a daily visit.
func TestWhatWasAgreedStandsEverywhere(t *testing.T) {
	a, b, id := twoSheets(t)
	office := third(t, "m3", officer, a, b)
	settle(t, office, id, a.Me().ID)
	dir := t.TempDir()
	next, err := office.NextRound(ctx, filepath.Join(dir, "next.db"), "2027", Options{Home: dir, Machine: "next", Now: clock()})
	must(t, err)
	t.Cleanup(func() { _ = next.Close() })
	past, err := next.Past(ctx, visit(t, office, id).Unit.ID)
	must(t, err)
	counts := map[string]int64{}
	for _, p := range past {
		counts[p.Rule] += p.Count
	}
	if len(past) != 2 || counts["E1.1"] != 2 || counts["E5.1"] != 1 {
		t.Errorf("last year's findings: %+v", past)
	}
}

func TestADailyVisitCountsAsAgreed(t *testing.T) {
	a, b, id := twoBooks(t, liMin, zhaoQi)
	unit := visit(t, a, id).Unit.ID
	day, err := a.StartVisit(ctx, unit, checklist.Daily, "2026-04-14")
	must(t, err)
	carry(t, a, b)
	for _, l := range []*Book{a, b} {
		_, err := l.SaveFinding(ctx, visit(t, l, day), checklist.Finding{Rule: "E11.1", Count: 1, Facts: "季报迟报4天", Criterion: "季后10日内", Evidence: roster})
		must(t, err)
		must(t, l.CloseSheet(ctx, visit(t, l, day)))
	}
	office := third(t, "m3", officer, a, b)
	settle(t, office, day, a.Me().ID)
	y, _, err := office.UnitYear(ctx, unit)
	must(t, err)
	if len(y.Daily) != 1 || len(y.Daily[0].Sheet.Findings) != 1 {
		t.Errorf("one fact that both found counts %d times", len(y.Daily[0].Sheet.Findings))
	}
}

// A line that says nothing but the unit takes it off the plan; one for a unit that is not in it writes nothing.
func TestASlotIsCleared(t *testing.T) {
	b := organised(t)
	if s := plan(t, b, "单位,组,日期\nD02,,\n"); s.Changed != 1 {
		t.Errorf("%+v", s)
	}
	list, err := b.Schedule(ctx)
	must(t, err)
	i := slices.IndexFunc(list, func(p checklist.Planned) bool { return p.Unit.Code == "D02" })
	if p := list[i]; !p.Slot.Empty() || p.Slot.ID != (checklist.ID{}) || len(p.People) > 0 {
		t.Errorf("still planned: %+v", p)
	}
	before := changes(t, b)
	if s := plan(t, b, "单位,组,日期\nD02,,\n"); s.Same != 1 || changes(t, b) != before {
		t.Errorf("again: %+v, %d changes", s, changes(t, b)-before)
	}
	if s := plan(t, b, "单位,组,日期\nD02,二组,3月11日\n"); s.Changed != 1 {
		t.Errorf("planned again: %+v", s)
	}
	list, err = b.Schedule(ctx)
	must(t, err)
	i = slices.IndexFunc(list, func(p checklist.Planned) bool { return p.Unit.Code == "D02" })
	if p := list[i]; p.Slot.Team != "二组" || p.Slot.Status != "" || len(p.People) == 0 {
		t.Errorf("not planned again: %+v", p)
	}
}
