package store

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"zoufang/checklist"
)

func TestTheOfficeRulesInTheNameOfAMember(t *testing.T) {
	b := organised(t)
	_, err := b.MayRule(ctx, "方志远", "A")
	wantFault(t, err, "group.none")
	s, err := b.SaveGroup(ctx, []checklist.GroupMember{{Name: "方志远", Duty: checklist.DutyHead}, {Name: "林岚", Duty: checklist.DutyDeputy, Categories: "A B"}})
	must(t, err)
	if s.New != 2 {
		t.Errorf("saved %+v", s)
	}
	if m, err := b.MayRule(ctx, " 林岚", "A"); err != nil || m.Duty != checklist.DutyDeputy {
		t.Errorf("%+v, %v", m, err)
	}
	_, err = b.MayRule(ctx, "林岚", "E")
	wantFault(t, err, "group.matter")
	_, err = b.MayRule(ctx, "路人", "A")
	wantFault(t, err, "group.unknown")
	_, err = b.MayRelease(ctx, "林岚")
	wantFault(t, err, "group.release")
	if _, err = b.MayRelease(ctx, "方志远"); err != nil {
		t.Error(err)
	}
	wantFault(t, b.RemoveMember(ctx, "林岚", " "), "reason.missing")
	must(t, b.RemoveMember(ctx, "林岚", "调动"))
	if list, err := b.Group(ctx); err != nil || len(list) != 1 {
		t.Errorf("%v, %v", list, err)
	}
	s, err = b.SaveGroup(ctx, []checklist.GroupMember{{Name: "林岚", Duty: checklist.DutyMember}}) // and back
	must(t, err)
	if list, err := b.Group(ctx); err != nil || len(list) != 2 || s.New != 0 {
		t.Errorf("%v, %v, %+v", list, err, s)
	}
}

func TestInterestsAreSeenByThoseWhoMay(t *testing.T) {
	b := organised(t)
	zhou, he := checklist.PersonID("青澜区", "1001"), checklist.PersonID("青澜区", "2001")
	must(t, b.Declare(ctx, checklist.Interest{Person: zhou, Unit: unitOfCode("D01"), What: "原单位"}))
	must(t, b.Declare(ctx, checklist.Interest{Person: he}))
	wantFault(t, b.Declare(ctx, checklist.Interest{Person: zhou}), "interest.some")
	wantFault(t, b.Declare(ctx, checklist.Interest{Person: zhou, Unit: unitOfCode("D02")}), "interest.what")

	member := checklist.Person{Name: "李敏", Number: "1003", Role: checklist.RoleMember, Team: "一组"}
	for _, c := range []struct {
		me   checklist.Person
		sees int
	}{{officer, 2}, {teamA, 2}, {member, 0}} {
		must(t, b.SetMe(ctx, c.me))
		list, err := b.Interests(ctx)
		must(t, err)
		if len(list) != c.sees {
			t.Errorf("%s sees %v", c.me.Name, list)
		}
	}
	wantFault(t, b.Declare(ctx, checklist.Interest{Person: zhou, Unit: unitOfCode("D02"), What: "亲属"}), "interest.foreign")
	must(t, b.Declare(ctx, checklist.Interest{Person: b.Me().ID}))
	must(t, b.Declare(ctx, checklist.Interest{Person: b.Me().ID, Unit: unitOfCode("D02"), What: "亲属"})) // takes the place of nothing
	list, err := b.Interests(ctx)
	must(t, err)
	if len(list) != 1 || list[0].What != "亲属" || list[0].Day != "2026-03-09" {
		t.Errorf("own: %+v", list)
	}

	events, err := b.Log(ctx, 1000)
	must(t, err)
	for _, e := range events {
		if e.Kind == KindInterest && (e.New == "原单位" || e.Old == "原单位") {
			t.Errorf("the log tells a member %+v", e)
		}
	}

	id, err := b.StartVisit(ctx, unitOfCode("D01"), checklist.Yearly, "")
	must(t, err)
	if d := visit(t, b, id); len(d.Interests) != 0 || len(d.Undeclared) != 0 {
		t.Errorf("a member is shown %v %v", d.Interests, d.Undeclared)
	}
	must(t, b.SetMe(ctx, teamA))
	if d := visit(t, b, id); len(d.Interests) != 1 || len(d.Undeclared) != 0 {
		t.Errorf("the leader is shown %v %v", d.Interests, d.Undeclared)
	}
	must(t, b.WithdrawInterest(ctx, zhou, unitOfCode("D01"), "报错"))
	d := visit(t, b, id)
	if len(d.Interests) != 0 || len(d.Undeclared) != 1 || d.Undeclared[0].Name != "周明远" {
		t.Errorf("after withdrawing: %v %v", d.Interests, d.Undeclared)
	}
	s, err := b.Scheme(ctx)
	must(t, err)
	if list := checklist.Missing(s, &d.Visit, d.Own()); !slices.ContainsFunc(list, func(x checklist.Todo) bool { return x.Code == "todo.interest.none" && !x.BlocksSigning }) {
		t.Error("the leader is not told who has not declared")
	}
}

func TestThePlanIsWrittenOnce(t *testing.T) {
	b := organised(t)
	text := "单位,组,日期,时间\nD01,二组,2026-03-16,14:00\n"
	if s := plan(t, b, text); s.Changed != 1 || s.New != 0 {
		t.Errorf("saved %+v", s)
	}
	before := b.own.seq
	if s := plan(t, b, text); s.Same != 1 || b.own.seq != before {
		t.Errorf("again: %+v, %d changes", s, b.own.seq-before)
	}
	list, err := b.Schedule(ctx)
	must(t, err)
	i := slices.IndexFunc(list, func(p checklist.Planned) bool { return p.Unit.Code == "D01" })
	if p := list[i]; p.Slot.Half != checklist.HalfAfternoon || len(p.People) != 1 || p.People[0].Name != "何秋实" {
		t.Errorf("%+v", p)
	}
	must(t, b.Declare(ctx, checklist.Interest{Person: checklist.PersonID("青澜区", "2001"), Unit: unitOfCode("D02"), What: "亲属"}))
	base, err := b.PlanBase(ctx)
	must(t, err)
	lines := checklist.CheckPlan(base, rowsOf("单位,组\nD01,一组\nD02,二组\n")).Lines
	before = b.own.seq
	_, err = b.SavePlan(ctx, lines, "")
	wantFault(t, err, "plan.interest")
	if b.own.seq != before {
		t.Error("half of a plan was written")
	}
	_, err = b.SavePlan(ctx, lines, "没有别人")
	must(t, err)
	r, err := b.Register(ctx, checklist.AssignID(b.round().ID, unitOfCode("D02"), checklist.PersonID("青澜区", "2001")), KindAssignment, "body")
	must(t, err)
	events, err := b.History(ctx, checklist.AssignID(b.round().ID, unitOfCode("D02"), checklist.PersonID("青澜区", "2001")), KindAssignment, "body")
	must(t, err)
	if r.Text == "" || !slices.ContainsFunc(events, func(e Event) bool { return e.Reason == "没有别人" }) {
		t.Errorf("the reason is not on record: %+v", events)
	}
	must(t, b.SetMe(ctx, teamA))
	_, err = b.SavePlan(ctx, lines, "没有别人")
	wantFault(t, err, "office.only")
}

func TestRecordingWhatTheOfficeOrganises(t *testing.T) {
	b := organised(t)
	r, err := b.RecordLines(ctx, strings.NewReader(`{"record":"group","set":{"name":"方志远","post":"区委常委","duty":"head","releases":true}}
{"record":"interest","set":{"person":"1001","unit":"D01","what":"原单位","day":"2026-02-20"}}
{"record":"interest","set":{"person":"2001"}}
{"record":"slot","set":{"unit":"D03","team":"二组","day":"2026-03-20","half":"pm","from":"14:30","place":"局四楼"}}
`), RecordOptions{})
	must(t, err)
	if len(r.Problems) > 0 {
		t.Fatalf("problems %v", r.Problems)
	}
	group, err := b.Group(ctx)
	must(t, err)
	ties, err := b.Interests(ctx)
	must(t, err)
	list, err := b.Schedule(ctx)
	must(t, err)
	i := slices.IndexFunc(list, func(p checklist.Planned) bool { return p.Unit.Code == "D03" })
	if len(group) != 1 || !group[0].Releases || len(ties) != 2 || list[i].Slot.Place != "局四楼" || list[i].Slot.From != "14:30" {
		t.Errorf("%+v\n%+v\n%+v", group, ties, list[i])
	}
	for line, code := range map[string]string{
		`{"record":"slot","set":{"unit":"D03","half":"night"}}`:     "field.bad",
		`{"record":"slot","set":{"unit":"D03","round":"x"}}`:        "record.key",
		`{"record":"group","set":{"post":"x"}}`:                     "record.need",
		`{"record":"interest","set":{"person":"1001","unit":"D2"}}`: "record.unit",
		`{"record":"interest","set":{"person":"1001"}}`:             "interest.some",
	} {
		r, err := b.RecordLines(ctx, strings.NewReader(line), RecordOptions{})
		wantFault(t, err, "record.problems")
		if len(r.Problems) != 1 || r.Problems[0].Code != code {
			t.Errorf("%s: %+v, want %s", line, r.Problems, code)
		}
	}
}

func TestTheNextRoundHasLastYearAtHand(t *testing.T) {
	b := organised(t)
	_, err := b.SaveGroup(ctx, []checklist.GroupMember{{Name: "方志远", Duty: checklist.DutyHead}})
	must(t, err)
	id, err := b.StartVisit(ctx, unitOfCode("D01"), checklist.Yearly, "")
	must(t, err)
	_, err = b.SaveFinding(ctx, visit(t, b, id), checklist.Finding{Rule: "E1.1", Count: 2, Facts: "今年超编2人"})
	must(t, err)
	dir := t.TempDir()
	open := func(name, year string) *Book {
		next, err := b.NextRound(ctx, filepath.Join(dir, name), year, Options{Home: filepath.Join(dir, "home"), Machine: name, Now: clock()})
		must(t, err)
		t.Cleanup(func() { _ = next.Close() })
		return next
	}
	_, err = b.NextRound(ctx, filepath.Join(dir, "x"), "2026", Options{})
	wantFault(t, err, "round.year")
	early := open("early.db", "2027")
	if list, err := early.Past(ctx, unitOfCode("D01")); err != nil || len(list) != 1 {
		t.Errorf("a sheet that is still open went along: %v, %v", list, err)
	}
	must(t, b.CloseSheet(ctx, visit(t, b, id)))
	next := open("next.db", "2027")
	past, err := next.Past(ctx, unitOfCode("D01"))
	must(t, err)
	if len(past) != 2 || past[0].Year != "2026" || past[0].Count != 2 || past[1].Year != "2025" {
		t.Errorf("past %+v", past)
	}
	slips, err := next.Slips(ctx, unitOfCode("D01"))
	must(t, err)
	was, err := b.Slips(ctx, unitOfCode("D01"))
	must(t, err)
	if len(slips) != 1 || slips[0].ID != was[0].ID || slips[0].State != "issued" {
		t.Errorf("slips %+v", slips)
	}
	group, err := next.Group(ctx)
	must(t, err)
	ledger, err := next.Ledger(ctx, unitOfCode("D02"))
	must(t, err)
	units, err := next.Units(ctx)
	must(t, err)
	if len(group) != 1 || len(ledger) != 1 || len(units) != 3 || units[0].Visit != (checklist.ID{}) || next.Info().Year != "2027" {
		t.Errorf("group %v, ledger %v, units %v", group, ledger, units)
	}
	sched, err := next.Schedule(ctx)
	must(t, err)
	if sched[0].Slot.Day != "" || len(sched[0].People) != 0 {
		t.Errorf("last year's plan: %+v", sched[0])
	}
}

func TestTheRoundMovesForAReason(t *testing.T) {
	b := organised(t)
	must(t, b.OpenRound(ctx, "2026-03-02", "2026-12-20", "试评"))
	wantFault(t, b.SetRound(ctx, "", "2026-12-31", ""), "reason.missing")
	wantFault(t, b.SetRound(ctx, "2026-12-21", "", "晚开"), "round.days")
	must(t, b.SetRound(ctx, "", "2026-12-31", "顺延"))
	must(t, b.CloseRound(ctx, "结束"))
	if r := b.Info().Round; r.Cutoff != "2026-12-31" || r.Closed == nil || r.Closed.Reason != "结束" {
		t.Errorf("%+v", r)
	}
	wantFault(t, b.CloseRound(ctx, "再一次"), "round.closed")
	must(t, b.OpenRound(ctx, "", "", "补评"))
	if b.Info().Round.Closed != nil {
		t.Error("opening the round did not take its end back")
	}
}
