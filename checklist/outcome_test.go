package checklist

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The third working day is counted from the day after; weekends and holidays do not count, a worked weekend does.
func TestWorkingDays(t *testing.T) {
	c, bad := ParseCalendar("2026-10-01~2026-10-07，+2026-10-10")
	if bad != "" {
		t.Fatal(bad)
	}
	for _, x := range []struct{ from, want string }{
		{"2026-04-13", "2026-04-16"}, // Monday to Thursday
		{"2026-04-16", "2026-04-21"}, // over a weekend
		{"2026-04-18", "2026-04-22"}, // handed over on a Saturday
		{"2026-09-29", "2026-10-09"}, // over the holiday: 30 Sept., 8 and 9 Oct.
		{"2026-10-08", "2026-10-12"}, // the worked Saturday counts
		{"2026-02-30", ""},
	} {
		if got := c.After(x.from, ObjectionDays); got != x.want {
			t.Errorf("%s: %s, want %s", x.from, got, x.want)
		}
	}
	for _, text := range []string{"2026-13-01", "2026-10-07~2026-10-01", "国庆", "2026-01-01~2026-12-31"} {
		if _, bad := ParseCalendar("2026-05-01 " + text); bad != text {
			t.Errorf("%s: bad is %q", text, bad)
		}
	}
}

// However a calendar lies, n working days after a day is a worked day, later with every further one, and every worked day
// is reached.
func TestWorkingDaysProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for range rapid.IntRange(0, 5).Draw(t, "parts") {
			sign := rapid.SampledFrom([]string{"", "+"}).Draw(t, "sign")
			text += " " + sign + (Day(739000 + rapid.IntRange(0, 60).Draw(t, "day"))).String()
		}
		c, bad := ParseCalendar(text)
		if bad != "" {
			t.Fatal(bad)
		}
		from := Day(739000 + rapid.IntRange(0, 60).Draw(t, "from"))
		n := rapid.IntRange(1, 6).Draw(t, "n")
		d, ok := ParseDay(c.After(from.String(), n))
		if !ok || !c.Works(d) || d <= from {
			t.Fatalf("%d after %s is %s", n, from, d)
		}
		worked := 0
		for x := from + 1; x <= d; x++ {
			if c.Works(x) {
				worked++
			}
		}
		if worked != n {
			t.Fatalf("%d worked days up to %s", worked, d)
		}
	})
}

func released() (*ResultNow, Paper) {
	now := &ResultNow{Judged: true, Known: true, Total: 9400, Grade: "good", Marks: []Mark{{"A", 1200, 1300}, {"A1", 300, 300}}, Digest: "x"}
	return now, Paper{Release: &Release{On: "2026-04-16", Total: 9400, Grade: "good", Marks: slices.Clone(now.Marks), Digest: "x"}}
}

func TestOutcomeStates(t *testing.T) {
	now, paper := released()
	state := func(now ResultNow, p Paper) OutcomeState { o := OutcomeOf(&now, p, Calendar{}); return o.State }
	waits := *now
	waits.Pending = []Pending{{Code: "pending.na"}}
	objected := paper
	objected.Objections = []Objection{{On: "2026-04-17"}}
	checked := paper
	checked.Objections = []Objection{{On: "2026-04-17", Check: &Recheck{Result: RecheckKept}}}
	final := paper
	final.Final = &Finality{On: "2026-04-23"}
	objectedLate := final
	objectedLate.Objections = objected.Objections
	for name, x := range map[string]struct{ got, want OutcomeState }{
		"nothing judged":          {state(ResultNow{}, Paper{}), OutcomeNone},
		"not all judged":          {state(ResultNow{Judged: true}, Paper{}), OutcomePending},
		"a ruling is missing":     {state(waits, Paper{}), OutcomePending},
		"facts are objected to":   {state(*now, Paper{Objections: objected.Objections}), OutcomePending},
		"all is ruled":            {state(*now, Paper{}), OutcomeReady},
		"released":                {state(*now, paper), OutcomeProvisional},
		"objected to":             {state(*now, objected), OutcomeObjection},
		"checked again":           {state(*now, checked), OutcomeProvisional},
		"final":                   {state(*now, final), OutcomeFinal},
		"an objection taken late": {state(*now, objectedLate), OutcomeObjection},
	} {
		if x.got != x.want {
			t.Errorf("%s: %s, want %s", name, x.got, x.want)
		}
	}
}

func TestOutcomeSaysWhatMayBeDone(t *testing.T) {
	now, paper := released()
	o := OutcomeOf(now, paper, Calendar{})
	if o.Until != "2026-04-21" || o.Changed {
		t.Fatalf("until %s, changed %v", o.Until, o.Changed)
	}
	for _, x := range []struct{ day, reason, want string }{
		{"2026-04-21", "", "final.early"}, {"2026-04-21", "单位书面放弃", ""}, {"2026-04-22", "", ""},
	} {
		if code, _ := o.MayFinish(x.day, x.reason); code != x.want {
			t.Errorf("final on %s: %q, want %q", x.day, code, x.want)
		}
	}
	if code, _ := o.MayRelease(); code != "release.same" {
		t.Errorf("released again unchanged: %q", code)
	}
	// A mark that changed shows before and after, one that fell away too, and the result has to be released again.
	after := *now
	after.Total, after.Marks, after.Digest = 9350, []Mark{{"A", 1150, 1300}, {"A2", 100, 200}}, "y"
	o = OutcomeOf(&after, paper, Calendar{})
	want := []MarkChange{{Was: 9400, Now: 9350}, {ID: "A", Was: 1200, Now: 1150}, {ID: "A1", Was: 300, Gone: true}, {ID: "A2", Now: 100, New: true}}
	if !o.Changed || !slices.Equal(o.Changes, want) {
		t.Errorf("changes %+v", o.Changes)
	}
	if code, _ := o.MayFinish("2026-05-01", "理由"); code != "final.changed" {
		t.Errorf("final although changed: %q", code)
	}
	if code, _ := o.MayRelease(); code != "" {
		t.Errorf("release again: %q", code)
	}
	// Text that changed moves no number, and shows all the same.
	same := *now
	same.Digest = "z"
	if o = OutcomeOf(&same, paper, Calendar{}); !o.Changed || o.Changes != nil {
		t.Errorf("changed text: %v %v", o.Changed, o.Changes)
	}
}

// What waits is named, each with where it is settled.
func TestPendingNamesEverything(t *testing.T) {
	s, v := variant(t), departmentVisit()
	x, y := twoSheets(s)
	y.State = ""
	delete(x.Standings, "A2")
	delete(y.Standings, "A2")
	x.add(s, 100, Finding{Rule: "E1.1", Count: 1, Facts: "超编一人", Evidence: paper, Status: "disputed"})
	x.Standings["A3"] = Standing{Indicator: "A3", State: NA, Reason: "无此职责"}
	v.Sheets = []Sheet{x, y}
	v.Contests = []Contest{{}}
	a := Unite(s, v, v.Sheets, nil)
	r := Score(s, InputOf(s, v, &a.Sheet))
	r.Pending = []SlipCarry{{Number: "D01-2026-AB-001"}}
	var codes []string
	for _, p := range PendingOf(v, &a, &r) {
		if p.Where == "" {
			t.Errorf("%s leads nowhere", p.Code)
		}
		codes = append(codes, p.Code)
	}
	for _, want := range []string{"pending.open", "pending.sheet", "pending.contest", "pending.difference", "pending.dispute", "pending.slip"} {
		if !slices.Contains(codes, want) {
			t.Errorf("%s is not among %v", want, codes)
		}
	}
}

func TestRectifyStates(t *testing.T) {
	x := Rectify{Deadline: "2026-05-01", Facts: "无入编单"}
	step := func(at string, failed bool) *RectifyStep {
		return &RectifyStep{On: at[:10], At: at, Text: "情况", Failed: failed}
	}
	for _, c := range []struct {
		report, check *RectifyStep
		want          string
		due           DueKind
	}{
		{nil, nil, RectifyOpen, DueRectify},
		{step("2026-04-20 09:00", false), nil, RectifyReported, DueRectified},
		{step("2026-04-20 09:00", false), step("2026-04-21 09:00", true), RectifyOpen, DueRectify},
		{step("2026-04-25 09:00", false), step("2026-04-21 09:00", true), RectifyReported, DueRectified},
		{step("2026-04-20 09:00", false), step("2026-04-21 09:00", false), RectifyDone, ""},
	} {
		x.Report, x.Check = c.report, c.check
		d, ok := x.Due()
		if got := x.State(); got != c.want || ok != (c.due != "") || ok && d.Kind != c.due {
			t.Errorf("%v %v: %s, due %v %s", c.report, c.check, got, ok, d.Kind)
		}
	}
}
