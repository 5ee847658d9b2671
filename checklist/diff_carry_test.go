package checklist

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestCarry(t *testing.T) {
	a, b := DefaultScheme(), variant(t, `{id: "A1.3", mode`, `{id: "A1.4", mode`)
	m := Diff(a, b).Map
	delete(m[ThingBonus], "P2")
	delete(m[ThingIndicator], "A2")
	m[ThingIndicator]["A3"] = Successor{ID: "A3"} // not sure
	m[ThingIndicator]["C2"], m[ThingIndicator]["C3"] = Successor{"C1", true}, Successor{"C1", true}
	delete(m[ThingRule], "E1.1")
	sheet := Sheet{Scheme: a.Hash, Standings: map[string]Standing{}, Claims: map[string]Claim{"P1": {Bonus: "P1", Count: 2}, "P2": {Bonus: "P2", Count: 1}},
		Findings: []Finding{{ID: testID(1), Rule: "A1.3", Count: 1}, {ID: testID(2), Rule: "E1.1", Count: 1}, {ID: testID(3), Rule: "Z1@0123abcd"}}}
	for id, st := range map[string]Standing{"A1": {State: Found}, "A2": {State: Nil}, "A3": {State: NA, Approval: "approved"}, "A4": {State: NA, Approval: "approved"},
		"C1": {State: Nil}, "C2": {State: Found}, "C3": {State: Nil}} {
		st.Indicator = id
		sheet.Standings[id] = st
	}
	c := m.Carry(sheet, b.Hash)
	for id, want := range map[string]Standing{"A1": {State: Found}, "A2": {}, "A3": {State: NA}, "A4": {State: NA, Approval: "approved"}, "C1": {State: Found}, "C2": {}} {
		if got := c.Sheet.Standings[id]; got.State != want.State || got.Approval != want.Approval {
			t.Errorf("%s: %+v", id, got)
		}
	}
	var rules []string
	for _, f := range c.Sheet.Findings {
		rules = append(rules, f.Rule)
	}
	if want := []string{"A1.4", Orphan("E1.1", a.Hash), "Z1@0123abcd"}; !slices.Equal(rules, want) {
		t.Errorf("rules %v, want %v", rules, want)
	}
	if len(c.Lost) != 1 || c.Lost[0].Rule != "E1.1" || len(c.Standings) != 1 || len(c.Claims) != 1 || c.Sheet.Claims["P1"].Count != 2 || c.Sheet.Scheme != b.Hash {
		t.Errorf("%+v", c)
	}
	if sheet.Findings[0].Rule != "A1.3" || len(sheet.Claims) != 2 {
		t.Error("the sheet itself was changed")
	}
	if got := m.CarryNotes(map[string]string{"C1": "一", "C3": "三", "Z9": "无"}); len(got) != 1 || got["C1"] != "一\n三" {
		t.Errorf("notes: %v", got)
	}
	if got := m.CarryScores(map[string]Points{"A2": 100, "C1": 100, "C2": 50, "C3": 25}); len(got) != 1 || got["C1"] != 175 {
		t.Errorf("self-scores %v", got)
	}
	r := Score(b, Input{Kind: "department", Sheet: c.Sheet})
	if x, _ := r.Indicator("E1"); x.Deducted != 0 {
		t.Error("a finding without a rule counts")
	}
}

// TestVerdictsThatDisagreeMakeNone: two indicators became one, and only one of them was looked at.
func TestVerdictsThatDisagreeMakeNone(t *testing.T) {
	m := SchemeMap{ThingIndicator: {"A1": {"A1", true}, "A2": {"A1", true}}}
	c := m.Carry(Sheet{Standings: map[string]Standing{"A1": {State: Nil}, "A2": {State: Waiting}}}, "x")
	if c.Sheet.Standings["A1"].State != Blank {
		t.Errorf("%+v", c.Sheet.Standings)
	}
	c = m.Carry(Sheet{Standings: map[string]Standing{"A1": {State: Nil}}}, "x")
	if st := c.Sheet.Standings["A1"].State; st != Blank {
		t.Errorf("half of it was looked at, and it is %q", st)
	}
}

// TestCarriedThereAndBack: by the maps that Diff proposes, whatever has a successor comes back as it was, and whatever has
// none is named.
func TestCarriedThereAndBack(t *testing.T) {
	s := DefaultScheme()
	states := []State{Nil, Found, NA, Waiting, Blank}
	rapid.Check(t, func(t *rapid.T) {
		root := treeOf(s)
		for range rapid.IntRange(1, 4).Draw(t, "edits") {
			_, rest := mutations(root)
			rest[rapid.IntRange(0, len(rest)-1).Draw(t, "at")]()
		}
		next := unchecked(root)
		there, back := Diff(s, next).Map, Diff(next, s).Map
		sheet := Sheet{Scheme: s.Hash, Standings: map[string]Standing{}}
		for _, ind := range s.Indicators("department") {
			sheet.Standings[ind.ID] = Standing{Indicator: ind.ID, State: rapid.SampledFrom(states).Draw(t, ind.ID)}
			for i := range ind.Rules {
				sheet.Findings = append(sheet.Findings, Finding{ID: testID(len(sheet.Findings)), Rule: ind.Rules[i].ID, Count: 1})
			}
		}
		c := there.Carry(sheet, next.Hash)
		again := back.Carry(c.Sheet, s.Hash)
		lost := map[string]bool{}
		for _, st := range c.Standings {
			lost[st.Indicator] = true
		}
		for id, st := range sheet.Standings {
			if got := again.Sheet.Standings[id].State; !lost[id] && got != st.State {
				t.Fatalf("%s was %q and is %q", id, st.State, got)
			}
		}
		if len(again.Sheet.Findings) != len(sheet.Findings) || len(again.Lost) != 0 {
			t.Fatalf("%d findings, %d lost on the way back", len(again.Sheet.Findings), len(again.Lost))
		}
		for i, f := range again.Sheet.Findings {
			was := sheet.Findings[i].Rule
			if _, ok := there.Of(ThingRule, was); ok && f.Rule != was || !ok && f.Rule != Orphan(was, s.Hash) {
				t.Fatalf("%s came back as %s", was, f.Rule)
			}
		}
	})
}
