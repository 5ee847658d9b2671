package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"testing"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// The fifteen faults and attacks that merging must survive, one test each. (8 to 13 are in proof_attack_test.go, 5, 6 and 14 in proof_copied_test.go.)

// dropIn writes bundles into a new folder, in the order of their names.
func dropIn(t *testing.T, files ...[]byte) (paths []string) {
	t.Helper()
	dir := t.TempDir()
	for i, content := range files {
		paths = append(paths, parcel{file: content}.write(t, dir, fmt.Sprintf("%03d.zfb", i)))
	}
	return paths
}

// officeFor is an office's book with a visit begun, which has enrolled some made-up laptops; place is a register of the
// visit that everybody writes.
func officeFor(t *testing.T, laps ...*lap) (o *Book, visit checklist.ID, place bundle.Change) {
	t.Helper()
	o = newLaptop(t, "office").create(Setup{})
	_, err := o.w.Exec("PRAGMA synchronous = OFF") // these tests are not about power cuts
	must(t, err)
	must(t, o.SetMe(ctx, office))
	visit = startCivil(t, o)
	for _, p := range laps {
		must(t, o.Enrol(ctx, p.id, ""))
	}
	return o, visit, bundle.Change{Kind: bundle.Set, Record: checklist.StepID(visit, checklist.StepListen), Field: FieldOf(KindListen, "place").No}
}

// says is c with a text and references.
func says(c bundle.Change, text string, refs ...*simChange) bundle.Change {
	c.Value, c.Refs = bundle.Text(text), nil
	for _, o := range refs {
		c.Refs = append(c.Refs, o.hash.Ref(o.dev, o.seq))
	}
	return c
}

// placeOf is the register that says writes.
func placeOf(t *testing.T, b *Book, id checklist.ID) Register {
	t.Helper()
	return visit(t, b, id).Register(checklist.StepID(id, checklist.StepListen), KindListen, "place")
}

// simLaps are laptops that have written nothing.
func simLaps(n int) []*lap { return newWorld(nil, n).laps }

func whole(t *testing.T, p *lap) []byte { return pack(t, p, []piece{{p, 1, len(p.log)}}).file }

func TestCase01SameBundleTwice(t *testing.T) {
	a, b, id := pair(t)
	work(t, a, b, id)
	enrol(t, a, b)
	first := export(t, b)
	content, err := os.ReadFile(first)
	must(t, err)
	if r := mergeFiles(t, a, first); r.New == 0 {
		t.Fatal("nothing was merged")
	}
	state := bookState(t, a)
	for name, path := range map[string]string{"again": first, "under another name": dropIn(t, content)[0], "exported once more": export(t, b)} {
		r := mergeFiles(t, a, path)
		if f := r.Files[0]; r.New != 0 || f.Verdict == Refused || bookState(t, a) != state {
			t.Errorf("%s: %+v", name, r)
		}
		if name != "exported once more" && r.Files[0].Verdict != Known {
			t.Errorf("%s: %s", name, r.Files[0].Verdict)
		}
	}
}

// Bundles come in reverse order and one stays away for weeks: everything is folded at once, the gap is named, the
// register that builds on it is marked and cannot be decided yet, and the late bundle closes it.
func TestCase02ReverseOrderWithAGap(t *testing.T) {
	laps := simLaps(2)
	p, q := laps[0], laps[1]
	o, id, place := officeFor(t, laps...)
	for range 5 {
		p.append(says(place, "一楼", p.log...))
	}
	p.append(says(place, "二楼", p.log[4]))
	q.append(says(place, "三楼"))
	part := func(a, b int) []byte { return pack(t, p, []piece{{p, a, b}}).file }
	for _, file := range [][]byte{whole(t, q), part(6, 6), part(1, 2)} {
		mergeFiles(t, o, dropIn(t, file)...)
	}
	list, err := o.Waiting(ctx)
	must(t, err)
	if len(list) != 1 || list[0].First != 3 || list[0].Last != 5 || list[0].Device.ID != p.id.String() {
		t.Fatalf("waiting %+v", list)
	}
	r := placeOf(t, o, id)
	if !r.Contested || !r.Waiting || len(r.Siblings) != 3 { // one of them replaced already, by a change that is not here
		t.Fatalf("%+v", r)
	}
	conflicts, err := o.Conflicts(ctx, nil)
	must(t, err)
	wantFault(t, o.Decide(ctx, conflicts[0], "三楼", "以照片为准"), "decide.waiting")
	mergeFiles(t, o, dropIn(t, part(2, 5))...)
	list, err = o.Waiting(ctx)
	must(t, err)
	if r := placeOf(t, o, id); len(list) != 0 || r.Waiting || len(r.Siblings) != 2 {
		t.Errorf("still waiting %+v: %+v", list, r)
	}
	must(t, o.Decide(ctx, conflicts[0], "三楼", "以照片为准"))
}

// A stick pulled out at any moment: what was copied is cut at the seams of frames, or beside them.
func TestCase03CutFile(t *testing.T) {
	b, good := sampleBook(t)
	var bad [][]byte
	for _, at := range seams(good) {
		for _, cut := range []int{at - 1, at, at + 1, at + headLen} {
			if cut > 0 && cut < len(good) {
				bad = append(bad, good[:cut])
			}
		}
	}
	refuseAll(t, b, bad)
}

// seams are where frames begin, and the end.
func seams(b []byte) (at []int) {
	for i := 8; i < len(b); {
		at = append(at, i)
		i += headLen + int(uint32(b[i+6])<<24|uint32(b[i+7])<<16|uint32(b[i+8])<<8|uint32(b[i+9]))
	}
	return append(at, len(b))
}

// Any bit of the magic, of the heads of frames and of the trailer. (Property 8 goes through all the bytes.)
func TestCase04OneBit(t *testing.T) {
	t.Parallel()
	b, good := sampleBook(t)
	at := seams(good)
	places := []int{0, 1, 2, 3, 4, 5, 6, 7}
	for _, begin := range at[:len(at)-1] {
		for i := range headLen {
			places = append(places, begin+i)
		}
	}
	for i := at[len(at)-2]; i < len(good); i += 9 {
		places = append(places, i)
	}
	var bad [][]byte
	for n, i := range places {
		m := bytes.Clone(good)
		m[i] ^= 1 << (n % 8)
		bad = append(bad, m)
	}
	refuseAll(t, b, bad)
}

// Clocks years ahead, at 1970 and jumping about: who replaced whom is all that counts. A Lamport number that no honest
// laptop reaches is refused, and one at the limit stops nobody from writing on.
func TestCase07Clocks(t *testing.T) {
	laps := simLaps(3)
	o, id, place := officeFor(t, laps...)
	early, late, wild := laps[0], laps[1], laps[2]
	place.Wall, place.Lamport = 4_000_000_000_000, 900
	late.append(says(place, "先写的"))
	place.Wall, place.Lamport = 0, 1
	early.append(says(place, "看过以后改的", late.log[0]))
	mergeFiles(t, o, dropIn(t, whole(t, early), whole(t, late))...)
	if r := placeOf(t, o, id); r.Text != "看过以后改的" || r.Contested {
		t.Errorf("%+v", r)
	}
	place.Lamport, place.Wall = bundle.MaxLamport, 1<<53
	wild.append(says(place, "时钟疯了"))
	mergeFiles(t, o, dropIn(t, whole(t, wild))...)
	if _, err := json.Marshal(placeOf(t, o, id)); err != nil { // a moment that no calendar has
		t.Error(err)
	}
	must(t, o.SaveListen(ctx, visit(t, o, id), checklist.Listen{Place: "还能写"}))
	x := &forged{by: wild}
	body := append([]byte{1}, append([]byte{0x81, 0x80, 0x80, 0x80, 0x80, 0x20}, wild.log[0].body[7:]...)...) // 2^40+1 in place of 2^40
	x.segment(wild.id, 2, wild.log[0].hash)
	x.changes(body)
	x.checkpoint(bundle.SignCheckpoint(wild.key, 2, bundle.HashChange(wild.id, 2, wild.log[0].hash, body)))
	refuseAll(t, o, [][]byte{x.bytes()})
}

// Two hundred people write one register without seeing each other. All stay until somebody decides, which takes several
// changes; two decisions that do not know of each other are contested in their turn; and a decision swallows nothing that
// its author did not see.
func TestCase15ConflictStorm(t *testing.T) {
	t.Parallel()
	const n = 200
	laps := simLaps(n + 1)
	o, id, place := officeFor(t, laps...)
	second, _, _ := officeFor(t, laps...)
	enrol(t, o, second)
	var files [][]byte
	for i, p := range laps {
		p.append(says(place, fmt.Sprintf("%d楼", i)))
		files = append(files, whole(t, p))
	}
	storm := dropIn(t, files[:n]...)
	decide := func(b *Book, text string) {
		mergeFiles(t, b, storm...)
		list, err := b.Conflicts(ctx, nil)
		must(t, err)
		i := slices.IndexFunc(list, func(c Conflict) bool { return c.Field == "place" })
		if i < 0 || len(list[i].Sides) != n {
			t.Fatalf("%d sides", len(list[i].Sides))
		}
		before := b.own.seq
		must(t, b.Decide(ctx, list[i], text, "逐一核对过"))
		if r := placeOf(t, b, id); r.Contested || len(r.Shown) != 1 || r.Text != text || b.own.seq-before != (n+63)/64 {
			t.Fatalf("after %d changes: %d heads", b.own.seq-before, len(r.Shown))
		}
	}
	decide(o, "3楼")
	decide(second, "4楼")
	mergeFiles(t, o, export(t, second))
	if r := placeOf(t, o, id); !r.Contested || len(r.Siblings) != 2 {
		t.Errorf("two decisions: %+v", r)
	}
	list, err := o.Conflicts(ctx, nil)
	must(t, err)
	must(t, o.Decide(ctx, list[0], "3楼", "两人一起核对"))
	mergeFiles(t, o, dropIn(t, files[n])...) // somebody whom no decision saw
	if r := placeOf(t, o, id); !r.Contested || len(r.Siblings) != 2 {
		t.Errorf("a decision swallowed what it did not see: %+v", r)
	}
}
