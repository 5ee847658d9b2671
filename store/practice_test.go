package store

import (
	"path/filepath"
	"testing"

	"zoufang/checklist"
)

func TestAUnitToPractiseOnTakesNoPart(t *testing.T) {
	b, _ := fieldBook(t, liMin)
	u, err := b.StartPractice(ctx, "练习单位", "")
	must(t, err)
	again, err := b.StartPractice(ctx, "练习单位", "")
	must(t, err)
	if again.ID != u.ID || !u.Practice || u.Counts() {
		t.Fatalf("%+v %+v", u, again)
	}
	id, err := b.StartVisit(ctx, u.ID, checklist.Yearly, "")
	must(t, err)
	_, err = b.SaveFinding(ctx, visit(t, b, id), checklist.Finding{Rule: "E1.1", Count: 1, Facts: "练着写的一条"})
	must(t, err)
	_, err = b.SaveEntry(ctx, visit(t, b, id), checklist.Entry{Text: "练着记的一条"})
	must(t, err)
	_, err = b.Gather(ctx, 0)
	must(t, err)
	for unit, want := range map[checklist.ID]int{{}: 0, u.ID: 1} {
		f, err := b.Search(ctx, SearchQuery{Text: "练着写", Unit: unit})
		must(t, err)
		if len(f.Hits) != want {
			t.Errorf("searched in %v: %d hits", unit, len(f.Hits))
		}
	}
	for _, o := range []ExportOptions{{}, {Relay: true}} {
		path := filepath.Join(t.TempDir(), "a.zfb")
		_, err = b.Export(ctx, path, o, nil)
		must(t, err)
		other := newLaptop(t, "m9").create(Setup{})
		must(t, other.SetMe(ctx, office))
		must(t, other.Enrol(ctx, b.ownID(), ""))
		p, err := other.Preview(ctx, []string{path}, nil)
		must(t, err)
		_, err = other.Merge(ctx, p, nil)
		must(t, err)
		rows, err := other.Units(ctx)
		must(t, err)
		if len(rows) != 1 || rows[0].Waiting != 0 {
			t.Errorf("%+v: %+v", o, rows)
		}
		if _, err = other.Visit(ctx, id); !IsFault(err, "visit.missing") {
			t.Errorf("the practice visit arrived: %v", err)
		}
		var n int
		must(t, other.r.QueryRow("SELECT count(*) FROM secret").Scan(&n))
		if n != 0 {
			t.Errorf("%+v: %d texts of the practice arrived", o, n)
		}
	}
	must(t, b.SaveDraft(ctx, Draft{Record: checklist.StepID(id, checklist.StepListen), Kind: KindListen, Field: "place", Text: "半"}))
	fresh, err := b.EndPractice(ctx, true)
	must(t, err)
	rows, err := b.Units(ctx)
	must(t, err)
	if len(rows) != 2 || rows[0].Unit.ID != fresh.ID || fresh.ID == u.ID || rows[0].Visit != (checklist.ID{}) {
		t.Errorf("%+v", rows)
	}
	if all, _ := b.Drafts(ctx); len(all) != 0 {
		t.Errorf("a draft of the practice is left: %v", all)
	}
	f, err := b.Search(ctx, SearchQuery{Text: "练着写"})
	must(t, err)
	if len(f.Hits) != 0 {
		t.Errorf("what was put away is found: %+v", f.Hits)
	}
	_, err = b.EndPractice(ctx, false)
	must(t, err)
	_, err = b.EndPractice(ctx, false)
	wantFault(t, err, "practice.none")
}
