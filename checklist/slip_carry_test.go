package checklist

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var year2026 = Round{Year: "2026", Cutoff: "2026-12-20"}

// TestCarryTable: what each end of a slip comes to, before the cut-off and at it.
func TestCarryTable(t *testing.T) {
	s := variant(t)
	state := func(st string) func(*Slip) { return func(x *Slip) { x.State = st } }
	done := func(st, on string) func(*Slip) { return func(x *Slip) { x.State, x.RectifiedOn = st, on } }
	for name, c := range map[string]struct {
		change      func(*Slip)
		before, end string // case/factor, ! held, + late; "-" is none
	}{
		"draft":                {state(SlipDraft), "-", "-"},
		"issued":               {state(SlipIssued), "/0", "open_at_cutoff/100+"},
		"confirmed":            {state(SlipConfirmed), "/0", "open_at_cutoff/100+"},
		"refused":              {state(SlipRefused), "/0", "open_at_cutoff/100+"},
		"disputed":             {state(SlipDisputed), "/0", "disputed_at_cutoff/0!"},
		"withdrawn":            {state(SlipWithdrawn), "withdrawn/0", "withdrawn/0"},
		"void":                 {state(SlipVoided), "void/0", "void/0"},
		"closed on the day":    {done(SlipClosed, "2026-05-16"), "closed_on_time/50", "closed_on_time/50"},
		"closed a day late":    {done(SlipClosed, "2026-05-17"), "closed_late/100+", "closed_late/100+"},
		"reported in time":     {done(SlipRectified, "2026-05-16"), "/0", "/0!"},
		"reported late":        {done(SlipRectified, "2026-05-17"), "closed_late/100+", "closed_late/100+"},
		"closed, extended":     {func(x *Slip) { done(SlipClosed, "2026-05-30")(x); x.ExtendedTo = "2026-05-30" }, "closed_on_time/50", "closed_on_time/50"},
		"two states":           {func(x *Slip) { x.State, x.Sides = SlipClosed, []string{SlipClosed, SlipDisputed} }, "/0!", "/0!"},
		"not due at the end":   {func(x *Slip) { x.State, x.Deadline = SlipConfirmed, "2027-01-04" }, "/0", "open_at_cutoff/100"},
		"of the year before":   {func(x *Slip) { x.State, x.FoundOn = SlipConfirmed, "2025-11-01" }, "-", "-"},
		"closed, nothing else": {func(x *Slip) { x.State = SlipClosed }, "closed_on_time/50", "closed_on_time/50"},
	} {
		for day, want := range map[string]string{"2026-05-15": c.before, "2026-12-20": c.end} {
			x := slipIn(SlipIssued)
			c.change(&x)
			got := "-"
			for _, k := range CarrySlips(s, &year2026, day, []Slip{x}) {
				got = k.When + "/" + strings.TrimSuffix(strings.TrimPrefix(k.Factor.String(), "0."), ".00")
				switch k.Factor {
				case 100:
					got = k.When + "/100"
				case 0:
					got = k.When + "/0"
				}
				if k.Hold {
					got += "!"
				}
				if k.Late {
					got += "+"
				}
			}
			if got != want {
				t.Errorf("%s on %s: %s, want %s", name, day, got, want)
			}
		}
	}
}

// carryOfRule is a slip that counts.
func carryOfRule(rule string, count int64, factor Points) SlipCarry {
	return SlipCarry{Slip: testID(500), Number: "X", Rule: rule, Count: count, When: "closed_on_time", Factor: factor, Name: Text{"按期整改", "in time"}}
}

// TestSlipsInTheScore: the factor, the cap of the rule, one fact once, what is pending.
func TestSlipsInTheScore(t *testing.T) {
	s := variant(t)
	linked := func(sh *Sheet, rule string, n int64) {
		sh.Links = append(sh.Links, [2]ID{sh.find(s, rule, n), testID(500)})
	}
	for name, c := range map[string]struct {
		sheet func(*Sheet)
		slips []SlipCarry
		ind   string
		takes string
	}{
		"half of 2 x 0.5":             {nil, []SlipCarry{carryOfRule("E5.1", 2, 50)}, "E5", "0.50"},
		"in full":                     {nil, []SlipCarry{carryOfRule("E5.1", 2, 100)}, "E5", "1.00"},
		"none":                        {nil, []SlipCarry{carryOfRule("E5.1", 2, 0)}, "E5", "0.00"},
		"beside another fact":         {func(sh *Sheet) { sh.find(s, "E5.1", 1) }, []SlipCarry{carryOfRule("E5.1", 1, 50)}, "E5", "0.75"},
		"the same fact, linked":       {func(sh *Sheet) { linked(sh, "E5.1", 1) }, []SlipCarry{carryOfRule("E5.1", 1, 50)}, "E5", "0.50"},
		"the same fact, another rule": {func(sh *Sheet) { linked(sh, "E4.1", 1) }, []SlipCarry{carryOfRule("E1.1", 1, 100)}, "E4", "0.00"},
		"capped at the rule's most":   {func(sh *Sheet) { sh.find(s, "E5.1", 7) }, []SlipCarry{carryOfRule("E5.1", 4, 50)}, "E5", "4.00"},
		"a cap below the count":       {nil, []SlipCarry{carryOfRule("E5.1", 40, 50)}, "E5", "2.00"},
		"rounded once, half up":       {nil, []SlipCarry{carryOfRule("E5.2", 1, 33)}, "E5", "0.07"},
		"held":                        {nil, []SlipCarry{{Slip: testID(500), Rule: "E5.1", Count: 2, Hold: true}}, "E5", "0.00"},
		"late adds the rule for it":   {nil, []SlipCarry{{Slip: testID(500), Rule: "E5.1", Count: 1, When: "closed_late", Factor: 100, Late: true}}, "E12", "1.00"},
		"late, found already":         {func(sh *Sheet) { sh.find(s, "E12.2", 1) }, []SlipCarry{{Slip: testID(500), Rule: "E5.1", Count: 1, When: "closed_late", Factor: 100, Late: true}}, "E12", "1.00"},
		"not applicable":              {func(sh *Sheet) { sh.stand("B1", NA, "approved") }, []SlipCarry{carryOfRule("B1.1", 1, 100)}, "B1", "0.00"},
	} {
		sh := sheetOf(s, "department")
		if c.sheet != nil {
			c.sheet(&sh)
		}
		res := Score(s, Input{Kind: "department", Sheet: sh, Figures: allFigures(), Slips: c.slips})
		x, _ := res.Indicator(c.ind)
		if x.Deducted != pts(t, c.takes) || !x.Removed() && x.Awarded != max(0, x.Indicator.Full-x.Deducted) {
			t.Errorf("%s: %s takes %v and leaves %v, want %s taken", name, c.ind, x.Deducted, x.Awarded, c.takes)
		}
		held := slices.ContainsFunc(c.slips, func(k SlipCarry) bool { return k.Hold })
		if held != (len(res.Pending) == 1) || !res.Complete {
			t.Errorf("%s: pending %v, complete %v", name, res.Pending, res.Complete)
		}
	}
}

// TestASlipJudgesNothing: a slip alone leaves an indicator as open as it was, and is the finding that "findings" needs.
func TestASlipJudgesNothing(t *testing.T) {
	s := variant(t)
	sh := sheetOf(s, "department")
	delete(sh.Standings, "E5")
	in := Input{Kind: "department", Sheet: sh, Figures: allFigures(), Slips: []SlipCarry{carryOfRule("E5.1", 1, 100)}}
	res := Score(s, in)
	if x, _ := res.Indicator("E5"); x.Known || x.Status != StatusBlank || res.Complete {
		t.Errorf("a slip judged E5: %+v", x)
	}
	in.Sheet.stand("E5", Found, "")
	res = Score(s, in)
	if x, _ := res.Indicator("E5"); !x.Known || x.Status != StatusFound {
		t.Errorf("findings, and a slip: %+v", x)
	}
}

// TestSlipsOnlyTake: whatever the slips, no mark rises, a rule's cap holds, the lines add up, and one half never takes more
// than the whole.
func TestSlipsOnlyTake(t *testing.T) {
	s := variant(t)
	rules := []string{"E5.1", "E5.2", "E1.1", "A5.5", "E12.4", "E7.2", "D1.1"}
	rapid.Check(t, func(t *rapid.T) {
		sh := sheetOf(s, "department")
		for range rapid.IntRange(0, 4).Draw(t, "findings") {
			sh.find(s, rapid.SampledFrom(rules).Draw(t, "rule"), int64(rapid.IntRange(1, 12).Draw(t, "n")))
		}
		var slips []SlipCarry
		taken := map[ID]bool{}
		for i := range rapid.IntRange(1, 5).Draw(t, "slips") {
			c := carryOfRule(rapid.SampledFrom(rules).Draw(t, "rule"), int64(rapid.IntRange(1, 12).Draw(t, "n")), Points(rapid.IntRange(0, 100).Draw(t, "factor")))
			c.Slip, c.Late = testID(500+i), rapid.Bool().Draw(t, "late")
			slips = append(slips, c)
			// Of one rule, and one finding: other links unite findings or move points from one indicator to another.
			k := slices.IndexFunc(sh.Findings, func(f Finding) bool { return f.Rule == c.Rule && !taken[f.ID] })
			if k >= 0 && rapid.Bool().Draw(t, "linked") {
				taken[sh.Findings[k].ID] = true
				sh.Links = append(sh.Links, [2]ID{sh.Findings[k].ID, c.Slip})
			}
		}
		in := Input{Kind: "department", Sheet: sh, Figures: allFigures()}
		before := Score(s, in)
		in.Slips = slices.Clone(slips)
		after := Score(s, in)
		for i := range in.Slips {
			in.Slips[i].Factor = 100
		}
		full := Score(s, in)
		again := Input{Kind: "department", Sheet: sh, Figures: allFigures(), Slips: rapid.Permutation(slips).Draw(t, "order")}
		if other := Score(s, again); other.Total.Points != after.Total.Points {
			t.Fatalf("the order of the slips matters: %v and %v", other.Total.Points, after.Total.Points)
		}
		for _, id := range []string{"E5", "E1", "A5", "E12", "E7", "D1"} {
			a, _ := before.Indicator(id)
			b, _ := after.Indicator(id)
			c, _ := full.Indicator(id)
			if b.Awarded > a.Awarded || c.Awarded > b.Awarded {
				t.Fatalf("%s: %v without slips, %v with, %v in full", id, a.Awarded, b.Awarded, c.Awarded)
			}
			sum := Points(0)
			for _, l := range b.Lines {
				sum += l.Points
			}
			if b.Known && sum != b.Awarded {
				t.Fatalf("%s: the lines come to %v, awarded %v", id, sum, b.Awarded)
			}
		}
	})
}

// TestCarriedRedHoldsTheGrade: a red warning that only a slip raises limits the grade.
func TestCarriedRedHoldsTheGrade(t *testing.T) {
	s := variant(t)
	in := Input{Kind: "department", Sheet: sheetOf(s, "department"), Figures: allFigures(), Slips: []SlipCarry{carryOfRule("E8.1", 1, 50)}}
	res := Score(s, in)
	if res.Grade.Held == nil || res.Grade.Grade.ID == "excellent" {
		t.Errorf("a ghost on the payroll, put right in time: grade %+v", res.Grade)
	}
	in.Slips[0].Factor = 0
	if res = Score(s, in); res.Grade.Held != nil {
		t.Error("a withdrawn slip holds the grade")
	}
	in.Slips, in.Elsewhere = nil, map[string]int64{"E8.1": 1}
	if res = Score(s, in); res.Grade.Held == nil || res.Total.Points != 10000 {
		t.Errorf("found at a daily visit: total %v, held %v", res.Total.Points, res.Grade.Held)
	}
}
