package store

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// A cut bundle: the ordinary merge refuses it and changes nothing; salvage takes the segments whose checkpoint is there
// and what they speak of, says what is missing, and the whole bundle completes it later.
func TestSalvage(t *testing.T) {
	a, b, id := pair(t)
	enrol(t, a, b)
	work(t, a, b, id)
	path := export(t, b)
	content, err := os.ReadFile(path)
	must(t, err)
	clean := bookState(t, a)
	whole := newWhole(t, b, path)
	saved := 0
	for _, cut := range []int{len(content) - 1, len(content) * 3 / 4, len(content) / 2, 2000, 40} {
		o := newLaptop(t, "office").create(Setup{})
		must(t, o.SetMe(ctx, office))
		enrol(t, o, b)
		short := filepath.Join(t.TempDir(), "断.zfb")
		must(t, os.WriteFile(short, content[:cut], 0o600))
		before := bookState(t, o)
		if r := mergeFiles(t, o, short); r.New != 0 || r.Files[0].Verdict != Refused || bookState(t, o) != before {
			t.Fatalf("cut at %d, the ordinary merge: %+v", cut, r)
		}
		p, err := o.PreviewSalvage(ctx, short, nil)
		must(t, err)
		if bookState(t, o) != before {
			t.Fatal("looking at it changed the book")
		}
		r, err := o.Merge(ctx, p, nil)
		must(t, err)
		f := r.Files[0]
		if f.Verdict == Refused {
			if !IsFault(f.Fault, "salvage.nothing") && !IsFault(f.Fault, bundle.FaultTruncated) || bookState(t, o) != before {
				t.Fatalf("cut at %d: %+v", cut, f)
			}
		} else {
			saved++
			if f.Verdict != Salvaged || r.New != whole.Changes || f.Salvage.Had.Changes != whole.Changes || len(f.Salvage.Saved) != 1 {
				t.Fatalf("cut at %d: %+v %+v", cut, f, f.Salvage)
			}
			wantOdd(t, o, TroubleSalvaged)
			if _, err := o.Check(ctx); err != nil {
				t.Fatal(err)
			}
			if again, err := o.PreviewSalvage(ctx, short, nil); err != nil || again.Files[0].New != 0 || again.Files[0].Same != whole.Changes {
				t.Fatalf("again: %+v %v", again, err)
			}
		}
		if r := mergeFiles(t, o, path); r.Files[0].Verdict != Merged {
			t.Fatalf("the whole one: %+v", r)
		}
		if kinds, _ := oddities(t, o); slices.Contains(kinds, TroubleSalvaged) || slices.Contains(kinds, TroubleFiles) || slices.Contains(kinds, TroubleTexts) {
			t.Errorf("cut at %d, completed: %v", cut, kinds)
		}
	}
	if saved < 2 {
		t.Errorf("only %d of the cuts could be saved from: the test tests little", saved)
	}
	p, err := a.PreviewSalvage(ctx, path, nil)
	must(t, err)
	wantFault(t, p.Files[0].Fault, "salvage.whole")
	if bookState(t, a) != clean {
		t.Error("a whole bundle was taken")
	}
}

func newWhole(t *testing.T, b *Book, path string) bundle.Counts {
	t.Helper()
	f, err := os.Open(path)
	must(t, err)
	defer f.Close()
	h, err := bundle.Peek(f)
	must(t, err)
	return h.Counts
}

// Of several segments those before the damage are saved; one without its checkpoint is not, and nothing that only the
// trailer would prove is believed.
func TestSalvageTakesWhatIsProven(t *testing.T) {
	p, q := twoLaps(t, 20)
	o := newReceiver(t, template(t), []*lap{p, q}).b
	x := &forged{by: p}
	x.log(p, 1, 10)
	x.add(kindWithheld, p.id[:], be64(11), be64(15))
	x.log(q, 1, 5)
	x.segment(p.id, 16, p.log[15].prev)
	x.changes(p.log[15].body, p.log[16].body) // no checkpoint
	counts := bundle.Counts{Segments: 3, Changes: 25}
	x.counts = &counts
	file := x.bytes()
	file = file[:len(file)-headLen-128]
	plan, err := o.PreviewSalvage(ctx, dropIn(t, file)[0], nil)
	must(t, err)
	f := plan.Files[0]
	if f.Salvage == nil || len(f.Salvage.Saved) != 2 || f.Salvage.Broken == nil || f.Salvage.Broken.First != 16 || f.Salvage.Broken.Last != 17 {
		t.Fatalf("%+v %+v", f, f.Salvage)
	}
	r, err := o.Merge(ctx, plan, nil)
	must(t, err)
	if r.New != 15 {
		t.Errorf("%+v", r)
	}
	must(t, o.read(ctx, func(q querier) error {
		var n int
		err := q.QueryRowContext(ctx, "SELECT count(*) FROM withheld").Scan(&n)
		if n != 0 {
			t.Error("a withheld part was believed that nothing proves")
		}
		return err
	}))
	mergeFiles(t, o, dropIn(t, whole(t, p), whole(t, q))...)
	if kinds, _ := oddities(t, o); slices.Contains(kinds, TroubleSalvaged) || slices.Contains(kinds, TroubleNobody) {
		t.Errorf("completed: %v", kinds)
	}
}

// A decision is a change like any other: three books decide and edit without seeing each other, and what a decision never
// saw reopens it; two decisions contest each other and say so.
func TestDecisionsReopen(t *testing.T) {
	laps := simLaps(2)
	o, id, place := officeFor(t, laps...)
	p, q := laps[0], laps[1]
	p.append(says(place, "三楼"))
	q.append(says(place, "五楼"))
	mergeFiles(t, o, dropIn(t, whole(t, p), whole(t, q))...)
	conflict := func() Conflict {
		t.Helper()
		list, err := o.Conflicts(ctx, &id)
		must(t, err)
		if len(list) != 1 {
			t.Fatalf("%d contests", len(list))
		}
		return list[0]
	}
	must(t, o.Decide(ctx, conflict(), "三楼", "看过签到表"))
	if r := placeOf(t, o, id); r.Contested || r.Text != "三楼" {
		t.Fatalf("%+v", r)
	}
	// The edit that the decision never saw, on the laptop of the side that lost.
	q.append(says(place, "五楼西", q.log[0]))
	mergeFiles(t, o, dropIn(t, whole(t, q))...)
	c := conflict()
	decided := slices.IndexFunc(c.Why, func(w SideWhy) bool { return w.Decision })
	if len(c.Sides) != 2 || decided < 0 || c.Sides[decided].Text != "三楼" || c.Why[decided].Reason != "看过签到表" {
		t.Fatalf("%+v", c)
	}
	// Another laptop decided about the first two sides by itself: two decisions.
	other := says(place, "五楼", p.log[0], q.log[0])
	other.Kind, other.Reason = bundle.Decide, "问过主持人"
	p.append(other)
	mergeFiles(t, o, dropIn(t, whole(t, p))...)
	if c = conflict(); len(c.Sides) != 3 {
		t.Fatalf("%+v", c.Sides)
	}
	n := 0
	for _, w := range c.Why {
		if w.Decision {
			n++
		}
	}
	if n != 2 {
		t.Errorf("%d decisions among the sides: %+v", n, c.Why)
	}
	must(t, o.Decide(ctx, c, "五楼西", "到场看过"))
	mergeFiles(t, o, dropIn(t, whole(t, p), whole(t, q))...)
	if r := placeOf(t, o, id); r.Contested || r.Text != "五楼西" {
		t.Errorf("%+v", r)
	}
}

// Many contests of one kind are settled at once, for one reason, all or none.
func TestDecideAll(t *testing.T) {
	a, b, id := pair(t)
	for _, x := range []struct {
		b *Book
		l checklist.Listen
	}{{a, checklist.Listen{Place: "三楼", Presenter: "王启文", Post: "局 长"}}, {b, checklist.Listen{Place: "五楼", Presenter: "王启文", Post: "局长"}}} {
		must(t, x.b.SaveListen(ctx, visit(t, x.b, id), x.l))
	}
	enrol(t, a, b)
	mergeFiles(t, a, export(t, b))
	list, err := a.Conflicts(ctx, &id)
	must(t, err)
	if len(list) != 2 {
		t.Fatalf("%+v", list)
	}
	var same, mine []Decision
	for _, c := range list {
		if i, ok := c.SameWords(); ok {
			same = append(same, Decision{c, c.Sides[i].Text})
		}
		if i, ok := c.Of(zhaoQi.Name); ok {
			mine = append(mine, Decision{c, c.Sides[i].Text})
		}
		if _, ok := c.OneSided(); ok {
			t.Errorf("one-sided: %+v", c)
		}
	}
	if len(same) != 1 || same[0].Conflict.Field != "presenter_post" || len(mine) != 2 {
		t.Fatalf("%+v %+v", same, mine)
	}
	wantFault(t, a.DecideAll(ctx, mine, ""), "reason.missing")
	n := changes(t, a)
	wantFault(t, a.DecideAll(ctx, append(mine, Decision{Conflict{Record: checklist.StepID(id, checklist.StepListen), Kind: KindListen, Field: "attendance"}, "3"}), "x"), "decide.settled")
	if changes(t, a) != n {
		t.Error("a part was settled")
	}
	must(t, a.DecideAll(ctx, mine, "以主记录人为准"))
	if list, err = a.Conflicts(ctx, &id); err != nil || len(list) != 0 {
		t.Errorf("%+v %v", list, err)
	}
}
