package store

import (
	"strings"
	"testing"

	"zoufang/checklist"
)

// The form a unit filled in is written once, says in the history where it came from, and its remarks stay when a mark is
// corrected by hand.
func TestSelfScoresOfAForm(t *testing.T) {
	b, id := fieldBook(t, liMin)
	lines := []checklist.SelfLine{{Row: 2, SelfScore: checklist.SelfScore{Indicator: "A1", Points: 225, Note: "材料齐全"}},
		{Row: 3, SelfScore: checklist.SelfScore{Indicator: "A2", Points: 300}}}
	if c := visit(t, b, id).SelfChanges(lines); len(c) != 2 || !c[0].New {
		t.Fatalf("before: %+v", c)
	}
	for i, want := range []Saved{{New: 2}, {Same: 2}} {
		got, err := b.SaveSelfScores(ctx, visit(t, b, id), lines, "自评表.xlsx")
		must(t, err)
		if got != want {
			t.Errorf("time %d: %+v, want %+v", i+1, got, want)
		}
	}
	d := visit(t, b, id)
	if len(d.SelfChanges(lines)) != 0 || d.SelfScores["A1"] != 225 || d.SelfNotes["A1"] != "材料齐全" || len(d.SelfNotes) != 1 {
		t.Errorf("after: %v %v", d.SelfScores, d.SelfNotes)
	}
	p := checklist.Points(200)
	must(t, b.SetSelfScore(ctx, d, "A1", &p))
	d = visit(t, b, id)
	if d.SelfScores["A1"] != 200 || d.SelfNotes["A1"] != "材料齐全" {
		t.Errorf("corrected by hand: %v %v", d.SelfScores, d.SelfNotes)
	}
	if c := d.SelfChanges(lines); len(c) != 1 || c[0].New || c[0].Was.Points != 200 || c[0].Now.Points != 225 {
		t.Errorf("what the form would change now: %+v", c)
	}
	events, err := b.History(ctx, checklist.SelfScoreID(id, "A1"), KindSelfScore, "body")
	must(t, err)
	from := 0
	for _, e := range events {
		if strings.Contains(e.Reason, "自评表.xlsx") {
			from++
		}
	}
	if from != 1 {
		t.Errorf("%d of %d changes say where they came from", from, len(events))
	}
}
