package store

import (
	"bytes"
	"os"
	"slices"
	"testing"

	"zoufang/store/bundle"
)

// A bundle tells what it holds by unit and by person, out of its own records.
func TestInspect(t *testing.T) {
	a, b, id := pair(t)
	work(t, a, b, id)
	f, err := os.Open(export(t, b))
	must(t, err)
	defer f.Close()
	x, err := Inspect(f, nil)
	must(t, err)
	i := slices.IndexFunc(x.Units, func(u InspectUnit) bool { return u.Unit.Name == "区民政局" })
	if i < 0 || x.Header.Person.Name != zhaoQi.Name || len(x.Runs) != 1 || len(x.Gaps) != 0 || x.Rough || x.Newer != 0 {
		t.Fatalf("%+v", x)
	}
	u := x.Units[i]
	if len(u.People) != 1 || u.People[0].Name != zhaoQi.Name {
		t.Fatalf("%+v", u)
	}
	for kind, n := range map[Kind]int{KindFinding: 1, KindEntry: 1, KindListen: 1, KindAttachment: 1} {
		if got := u.People[0].Records[kind]; got != n {
			t.Errorf("%s: %d records, want %d", kind, got, n)
		}
	}
	var changes int64
	for _, u := range x.Units {
		changes += u.Changes
	}
	if changes != x.Header.Counts.Changes || !slices.ContainsFunc(x.Files, func(f InspectFile) bool { return f.Name == "照片.jpg" }) {
		t.Errorf("%d changes by unit of %d; files %+v", changes, x.Header.Counts.Changes, x.Files)
	}
}

// What lies between runs and is not withheld is missing; what this version cannot show is counted.
func TestInspectGaps(t *testing.T) {
	p := simLaps(1)[0]
	for i := range 10 {
		c := bundle.Change{Kind: bundle.Set, Field: 2201, Value: bundle.Null()}
		if i == 0 {
			c.Field = 999_999
		}
		c.Record[0] = byte(i + 1)
		p.append(c)
	}
	x := &forged{by: p}
	x.log(p, 1, 2)
	x.add(kindWithheld, p.id[:], be64(3), be64(4))
	x.log(p, 7, 8)
	got, err := Inspect(bytes.NewReader(x.bytes()), nil)
	must(t, err)
	if len(got.Gaps) != 1 || got.Gaps[0] != (InspectRun{p.id, 5, 6}) || len(got.Withheld) != 1 || got.Newer != 1 {
		t.Errorf("%+v", got)
	}
	_, err = Inspect(bytes.NewReader(x.bytes()[:200]), nil)
	wantFault(t, err, bundle.FaultTruncated)
}
