package store

import (
	"testing"

	"zoufang/checklist"
)

// teamDay is a visit that 李敏 began on a laptop, with a partner whose book has heard of it by a bundle.
func teamDay(t *testing.T) (li laptop, a, partner *Book, id checklist.ID, found checklist.ID) {
	t.Helper()
	li = newLaptop(t, "m1")
	a = li.create(Setup{})
	must(t, a.SetMe(ctx, liMin))
	id = startCivil(t, a)
	must(t, a.Apply(ctx, placeEdit(id, "三楼", nil)))
	_, err := a.SaveEntry(ctx, visit(t, a, id), entryOf("坏以前记的"))
	must(t, err)
	found, err = a.SaveFinding(ctx, visit(t, a, id), checklist.Finding{Rule: "E1.1", Count: 3, Facts: "实有35人，核定32人"})
	must(t, err)
	must(t, a.SetStanding(ctx, visit(t, a, id), "A1", checklist.Nil, ""))
	partner = newLaptop(t, "m2").create(Setup{})
	must(t, partner.SetMe(ctx, zhaoQi))
	bring(t, a, partner)
	return li, a, partner, id, found
}

// A laptop dies in the middle of a visit and a spare goes on from what the partner's laptop carried. When the dead one
// works again the three meet, in whatever order: the same sheet, nothing lost, nothing doubled, and contested only what
// both really wrote differently.
func TestSpareLaptop(t *testing.T) {
	for _, differ := range []bool{false, true} {
		for order := range 3 {
			_, dead, partner, id, found := teamDay(t)
			edit := func(b *Book, facts string) {
				t.Helper()
				d := visit(t, b, id)
				for _, f := range d.Own().Findings {
					if f.ID == found {
						f.Facts = facts
						_, err := b.SaveFinding(ctx, d, f)
						must(t, err)
					}
				}
			}
			// Written after the last bundle, and then the screen went dark.
			_, err := dead.SaveEntry(ctx, visit(t, dead, id), entryOf("最后一句"))
			must(t, err)
			if differ {
				edit(dead, "旧机上改的")
			}

			spare := newLaptop(t, "m3").create(Setup{})
			must(t, spare.SetMe(ctx, liMin))
			bring(t, partner, spare) // which carries the dead laptop's changes too, and they wait
			came, err := spare.CameOver(ctx)
			must(t, err)
			if len(came.Visits) != 0 || came.Held != 1 {
				t.Fatalf("before the dead laptop was enrolled here: %+v", came)
			}
			must(t, spare.Enrol(ctx, dead.own.id, ""))
			bring(t, partner, spare)
			came, err = spare.CameOver(ctx)
			must(t, err)
			if len(came.Visits) != 1 || came.Held != 0 || came.Visits[0].Row.Visit != id || came.Visits[0].Values == 0 || came.Last.IsZero() || came.Visits[0].Last.After(came.Last) {
				t.Fatalf("came over: %+v", came)
			}
			d := visit(t, spare, id)
			if own := d.Own(); len(own.Findings) != 1 || own.Findings[0].ID != found || own.Standings["A1"].State != checklist.Nil {
				t.Fatalf("it is not the same sheet: %+v", own)
			}
			if spare.own.id == dead.own.id {
				t.Fatal("the spare writes under the dead laptop's name")
			}
			must(t, spare.SetStanding(ctx, d, "A2", checklist.Nil, ""))
			_, err = spare.SaveEntry(ctx, visit(t, spare, id), entryOf("备用机接着写"))
			must(t, err)
			if differ {
				edit(spare, "备用机上改的")
			}

			books := []*Book{dead, partner, spare}
			for i := range books { // each hears from the two others, beginning with another one each time
				for k := 1; k < 3; k++ {
					bring(t, books[(order+i+k)%3], books[(order+i)%3])
				}
			}
			for i := range books {
				for k := 1; k < 3; k++ {
					bring(t, books[(order+i+k)%3], books[(order+i)%3])
				}
			}
			for i, b := range books {
				d := visit(t, b, id)
				got := map[string]int{}
				for _, e := range d.Entries {
					got[e.Text]++
				}
				if len(got) != 3 || got["坏以前记的"] != 1 || got["最后一句"] != 1 || got["备用机接着写"] != 1 {
					t.Errorf("book %d, order %d: %v", i, order, got)
				}
				list, err := b.Conflicts(ctx, &id)
				must(t, err)
				want := 0
				if differ && i != 1 { // the partner does not see into the sheet before it is closed
					want = 1
				}
				if len(list) != want || want == 1 && list[0].Record != found {
					t.Errorf("book %d, differ %v: contested %+v", i, differ, list)
				}
				if b.Me() == dead.Me() && (len(d.Own().Findings) != 1 || d.Own().Standings["A1"].State != checklist.Nil || d.Own().Standings["A2"].State != checklist.Nil) {
					t.Errorf("book %d: %+v", i, d.Own())
				}
				checkDigest(t, b)
			}
			if visit(t, dead, id).digest != visit(t, spare, id).digest {
				t.Errorf("order %d: the dead laptop and the spare do not hold the same", order)
			}
		}
	}
}
