package checklist

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestReadDay(t *testing.T) {
	for cell, want := range map[string]string{
		"2026-03-09": "2026-03-09", "2026/3/9": "2026-03-09", "2026.3.9": "2026-03-09", "2026年3月9日": "2026-03-09", "３月９日": "2026-03-09", "3/9": "2026-03-09",
		" 2026-12-31 ": "2026-12-31", "2026-02-29": "", "2026-13-01": "", "3月": "", "9": "", "三月九日": "", "26-3-9": "", "2026-3-9-1": "", "": "", "2028-02-29": "2028-02-29",
	} {
		if got, ok := ReadDay(cell, "2026"); ok != (want != "") || ok && got != want {
			t.Errorf("%q is %q %v, want %q", cell, got, ok, want)
		}
	}
}

func TestReadTime(t *testing.T) {
	for cell, want := range map[string]string{
		"9:00": "09:00", "09：30": "09:30", "9点": "09:00", "9点半": "09:30", "14点05分": "14:05", "1430": "14:30", "24:00": "", "9:60": "", "早上": "", "": "", "9": "", "-1:00": "",
	} {
		if got, ok := readTime(cell); ok != (want != "") || ok && got != want {
			t.Errorf("%q is %q %v, want %q", cell, got, ok, want)
		}
	}
}

var (
	zhou = Person{ID: PersonID("区", "1001"), Name: "周明远", Number: "1001", Role: RoleLeader, Team: "一组"}
	li   = Person{ID: PersonID("区", "1003"), Name: "李敏", Number: "1003", Role: RoleMember, Team: "一组"}
	he   = Person{ID: PersonID("区", "2001"), Name: "何秋实", Number: "2001", Role: RoleLeader, Team: "二组"}
)

func planUnit(code string) Unit {
	return Unit{ID: UnitID("区", code), Code: code, Name: "单位" + code}
}

func TestClashesNameWhatDoesNotFit(t *testing.T) {
	round := Round{OpensOn: "2026-03-02", Cutoff: "2026-12-20"}
	row := func(code, team, day, half string, people ...Person) Planned {
		return Planned{Unit: planUnit(code), Slot: Slot{Team: team, Day: day, Half: half}, People: people}
	}
	tied := row("D08", "一组", "2026-03-12", "", zhou, li)
	tied.Interests = []Interest{{Person: li.ID, Unit: tied.Unit.ID, What: "原单位"}}
	for name, c := range map[string]struct {
		rows []Planned
		want []string
	}{
		"all fits":                     {[]Planned{row("D01", "一组", "2026-03-09", HalfMorning, zhou, li), row("D02", "一组", "2026-03-09", HalfAfternoon, zhou, li)}, nil},
		"the same half":                {[]Planned{row("D01", "一组", "2026-03-09", HalfMorning, zhou), row("D02", "一组", "2026-03-09", HalfMorning, zhou)}, []string{"clash.person"}},
		"the whole day meets a half":   {[]Planned{row("D01", "一组", "2026-03-09", HalfBoth, zhou), row("D02", "一组", "2026-03-09", HalfAfternoon, zhou)}, []string{"clash.person"}},
		"other people, the same half":  {[]Planned{row("D01", "一组", "2026-03-09", "", zhou), row("D02", "二组", "2026-03-09", "", he)}, nil},
		"nobody":                       {[]Planned{row("D03", "", "2026-03-09", "")}, []string{"clash.team"}},
		"no day":                       {[]Planned{row("D04", "一组", "", "", zhou)}, []string{"clash.day"}},
		"no day is not the same day":   {[]Planned{row("D04", "一组", "", "", zhou), row("D05", "一组", "", "", zhou)}, []string{"clash.day", "clash.day"}},
		"before the round":             {[]Planned{row("D05", "一组", "2026-03-01", "", zhou)}, []string{"clash.before"}},
		"the last day is inside":       {[]Planned{row("D05", "一组", "2026-12-20", "", zhou)}, nil},
		"after the round":              {[]Planned{row("D06", "一组", "2026-12-21", "", zhou)}, []string{"clash.after"}},
		"nobody leads":                 {[]Planned{row("D07", "一组", "2026-03-11", "", li)}, []string{"clash.leader"}},
		"somebody with a declared tie": {[]Planned{tied}, []string{"clash.interest"}},
	} {
		var got []string
		for _, x := range Clashes(&round, c.rows) {
			got = append(got, x.Code)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestTheGroupDividesItsWork(t *testing.T) {
	for name, c := range map[string]struct {
		m              GroupMember
		a, e, releases bool
	}{
		"the head rules on everything":     {GroupMember{Duty: DutyHead, Categories: "A"}, true, true, true},
		"a deputy rules on the own part":   {GroupMember{Duty: DutyDeputy, Categories: "A B"}, true, false, false},
		"no division is everything":        {GroupMember{Duty: DutyMember}, true, true, false},
		"whoever releases":                 {GroupMember{Duty: DutyMember, Categories: "E", Releases: true}, false, true, true},
		"whoever left rules on nothing":    {GroupMember{Duty: DutyHead, Releases: true, Status: "withdrawn"}, false, false, false},
		"an id that begins as another one": {GroupMember{Duty: DutyMember, Categories: "AB"}, false, false, false},
	} {
		if a, e, r := c.m.MayRule("A"), c.m.MayRule("E"), c.m.MayRelease(); a != c.a || e != c.e || r != c.releases {
			t.Errorf("%s: %v %v %v", name, a, e, r)
		}
	}
}

// A table of any texts is read without a line that was not in it, and never with a line and a problem of one row.
func TestPlansOfAnything(t *testing.T) {
	base := PlanBase{Round: Round{ID: RoundID("区", "2026"), Year: "2026"}, Units: []Unit{planUnit("D01"), planUnit("D02")}, People: []Person{zhou, li, he}}
	words := []string{"", "D01", "d02", "单位D01", "一组", "二组", "三组", "周明远", "1003、李敏", "3月9日", "2026-02-30", "上午", "晚上", "9:00", "25:00", "编码", "日期", "组", "组长", "'D01", "\x00", strings.Repeat("长", 300)}
	headers := []string{"编码", "单位", "组", "日期", "上下午", "时间", "组长", "评估人员", "记录员", "车号", ""}
	rapid.Check(t, func(t *rapid.T) {
		var rows []TableRow
		for i := range rapid.IntRange(0, 6).Draw(t, "rows") {
			from := words
			if i == 0 {
				from = headers
			}
			rows = append(rows, TableRow{No: i + 1, Cells: rapid.SliceOfN(rapid.SampledFrom(from), 0, 8).Draw(t, "cells")})
		}
		got := CheckPlan(base, rows)
		seen := map[ID]bool{}
		for _, l := range got.Lines {
			if l.Row < 2 || l.Row > len(rows) || l.Unit.ID == (ID{}) || seen[l.Unit.ID] {
				t.Fatalf("line %+v of %v", l, rows)
			}
			seen[l.Unit.ID] = true
			for _, p := range got.Problems {
				if p.Row == l.Row && p.Code != "plan.twice" {
					t.Fatalf("row %d is a line and a problem %s", l.Row, p.Code)
				}
			}
			if l.Slot.Day != "" && !isDay(l.Slot.Day) {
				t.Fatalf("day %q", l.Slot.Day)
			}
		}
	})
}

func TestPlanProblemsNameTheirRow(t *testing.T) {
	base := PlanBase{Round: Round{Year: "2026"}, Units: []Unit{planUnit("D01"), {ID: UnitID("区", "X"), Code: "X", Name: "单位D01"}}, People: []Person{zhou, {Name: "周明远", Number: "9"}}}
	table := CheckPlan(base, []TableRow{{No: 4, Cells: []string{"2026年安排"}}, {No: 5, Cells: []string{"单位", "组长"}}, {No: 7, Cells: []string{"单位D01", "周明远"}}, {No: 9, Cells: []string{"D01", "1001"}}})
	var got []string
	for _, p := range table.Problems {
		got = append(got, p.Code)
		if p.Row != 7 {
			t.Errorf("%s is in row %d", p.Code, p.Row)
		}
	}
	if !slices.Equal(got, []string{"table.units", "plan.people"}) || len(table.Lines) != 1 || table.Lines[0].People[0].ID != zhou.ID {
		t.Errorf("%v, lines %+v", got, table.Lines)
	}
}

func TestWindowOfTheRound(t *testing.T) {
	v := Visit{Kind: Yearly, Round: Round{OpensOn: "2026-03-02", Cutoff: "2026-12-20"}}
	for _, c := range []struct{ at, code string }{{"", ""}, {"2026-03-01 09:00", "todo.round.before"}, {"2026-03-02 09:00", ""}, {"2026-12-21 09:00", "todo.round.after"}} {
		v.Listen.StartedAt = c.at
		l := &lister{v: &v}
		if l.window(); (len(l.out) > 0) != (c.code != "") || c.code != "" && (l.out[0].Code != c.code || l.out[0].BlocksSigning) {
			t.Errorf("%q gives %v", c.at, l.out)
		}
	}
	v.Kind, v.Day, v.Round.Closed = Daily, "2026-11-02", &Opening{At: "2026-11-01 17:00"}
	l := &lister{v: &v}
	if l.window(); len(l.out) != 1 || l.out[0].Code != "todo.round.closed" {
		t.Errorf("after the end: %v", l.out)
	}
}
