package store

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zoufang/store/bundle"
)

// A key nobody knows, a key that was revoked, a known key that signs for another device: nothing is written.
func TestCase08Forged(t *testing.T) {
	laps := simLaps(4)
	known, victim, stranger, gone := laps[0], laps[1], laps[2], laps[3]
	o, _, place := officeFor(t, known, victim, gone)
	for _, p := range laps {
		p.append(says(place, "一楼"))
	}
	_, err := o.w.Exec("UPDATE dev SET trust = 2 WHERE id = ?", gone.id[:])
	must(t, err)
	forge := func(cp bundle.Checkpoint) []byte {
		x := &forged{by: known}
		x.segment(victim.id, 1, bundle.Hash{})
		x.changes(victim.log[0].body)
		x.checkpoint(cp)
		return x.bytes()
	}
	foreign := bundle.SignCheckpoint(known.key, 1, victim.log[0].hash)
	renamed := foreign
	renamed.Dev = victim.id
	borrowed := bundle.SignCheckpoint(victim.key, 1, victim.log[0].hash)
	borrowed.Sig = foreign.Sig
	impostor := (&forged{by: &lap{key: known.key, id: victim.id}}).bytes() // says it is the victim, signs as itself
	refuseAll(t, o, [][]byte{forge(foreign), forge(renamed), forge(borrowed), impostor})
	ops := changes(t, o)
	for name, p := range map[string]*lap{"stranger": stranger, "revoked": gone} {
		r := mergeFiles(t, o, dropIn(t, whole(t, p))...)
		if r.New != 0 || r.Files[len(r.Files)-1].Verdict != Waits || changes(t, o) != ops {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

// A laptop that carries another's log cannot alter, drop or reorder what is in it; it can only stop at an older word of
// its owner, which makes a gap that is named.
func TestCase09Relay(t *testing.T) {
	laps := simLaps(2)
	carrier, owner := laps[0], laps[1]
	o, _, place := officeFor(t, laps...)
	for i := range 4 {
		owner.append(says(place, fmt.Sprintf("%d楼", i), owner.log...))
	}
	relay := func(first uint64, cp int, ops ...int) []byte {
		x := &forged{by: carrier}
		x.segment(owner.id, first, owner.log[first-1].prev)
		for _, i := range ops {
			x.changes(owner.log[i-1].body)
		}
		x.checkpoint(bundle.SignCheckpoint(owner.key, uint64(cp), owner.log[cp-1].hash))
		return x.bytes()
	}
	replaced := &forged{by: carrier}
	replaced.segment(owner.id, 1, bundle.Hash{})
	body, err := says(place, "改掉").Encode(owner.id)
	must(t, err)
	replaced.changes(body)
	replaced.checkpoint(bundle.SignCheckpoint(owner.key, 1, owner.log[0].hash))
	refuseAll(t, o, [][]byte{replaced.bytes(), relay(1, 4, 1, 2, 4), relay(1, 4, 1, 3, 2, 4), relay(1, 4, 1, 2, 3), relay(1, 3, 1, 2, 3, 4)})
	if r := mergeFiles(t, o, dropIn(t, relay(1, 2, 1, 2), relay(4, 4, 4))...); r.New != 3 {
		t.Errorf("what the owner vouched for: %+v", r)
	}
	hushed := &forged{by: carrier} // says that the rest is left out on purpose, which only the owner may say
	hushed.add(kindWithheld, owner.id[:], be64(3), be64(3))
	mergeFiles(t, o, dropIn(t, hushed.bytes())...)
	list, err := o.Waiting(ctx)
	must(t, err)
	if len(list) != 1 || list[0].First != 3 || list[0].Last != 3 {
		t.Errorf("waiting %+v", list)
	}
}

// An old, validly signed bundle comes again after its contest was decided: the decision stands.
func TestCase10Replay(t *testing.T) {
	laps := simLaps(2)
	o, id, place := officeFor(t, laps...)
	laps[0].append(says(place, "一楼"))
	laps[1].append(says(place, "二楼"))
	files := dropIn(t, whole(t, laps[0]), whole(t, laps[1]))
	mergeFiles(t, o, files...)
	list, err := o.Conflicts(ctx, nil)
	must(t, err)
	must(t, o.Decide(ctx, list[0], "二楼", "以照片为准"))
	laps[0].append(bundle.Change{Kind: bundle.Set, Record: place.Record, Field: FieldOf(KindListen, "attendance").No, Value: bundle.Int(7)})
	again := dropIn(t, whole(t, laps[0]), whole(t, laps[1])) // the same changes in files nobody saw
	mergeFiles(t, o, append(again, files...)...)
	if r := placeOf(t, o, id); r.Text != "二楼" || r.Contested {
		t.Errorf("the decision does not stand: %+v", r)
	}
}

// A large file that is no bundle is not even copied, and what is refused leaves one copy aside and nothing in the inbox.
func TestCase11Bomb(t *testing.T) {
	b, good := sampleBook(t)
	fat := append([]byte("PK\x03\x04"), make([]byte, 8<<20)...)
	cut := bytes.Clone(good)
	cut[len(cut)-1] ^= 1
	p, err := b.Preview(ctx, dropIn(t, fat, cut), nil)
	must(t, err)
	for _, f := range p.Files {
		if f.Verdict != Refused {
			t.Errorf("%+v", f)
		}
	}
	if left := inboxFiles(t, b); len(left) != 0 {
		t.Errorf("the inbox holds %v", left)
	}
	var size int64
	for _, name := range listDir(t, filepath.Join(b.inbox(), "rejected")) {
		st, err := os.Stat(filepath.Join(b.inbox(), "rejected", name))
		must(t, err)
		size += st.Size()
	}
	if size > int64(len(cut))+1000 {
		t.Errorf("%d bytes were put aside", size)
	}
}

// Names and texts are what they are: they never become paths, and bytes that are no text come through unaltered.
func TestCase12NamesAndText(t *testing.T) {
	p := simLaps(1)[0]
	o, id, place := officeFor(t, p)
	evil := []string{"../../x", "CON", "a\x00b", "\u202egnp.exe", "\x1b]0;x\x07\x1b[2J", strings.Repeat("长", 20_000), "\xff\xfe\xc0", "e\u0301"}
	x := &forged{by: p}
	for i, name := range evil {
		c := place
		c.Field, c.Value = FieldOf(KindAttachment, "file").No, bundle.Value(fileValue(bundle.SumOf([]byte(name)), name))
		c.Record[15] = byte(i)
		p.append(c)
		c.Field, c.Value = FieldOf(KindAttachment, "caption").No, append(bundle.Value{3}, name...)
		p.append(c)
	}
	x.log(p, 1, len(p.log))
	for _, name := range evil {
		x.file([]byte(name))
	}
	dir := t.TempDir()
	path := parcel{file: x.bytes()}.write(t, dir, "名\u202eb z f.zfb")
	mergeFiles(t, o, path)
	for _, folder := range []string{dir, filepath.Dir(o.path), filepath.Dir(filepath.Dir(o.path))} {
		for _, name := range listDir(t, folder) {
			if strings.HasPrefix(name, "x") || name == "CON" {
				t.Errorf("a name became the file %s in %s", name, folder)
			}
		}
	}
	_ = visit(t, o, id) // shows what it can of it
	bodies := map[string]bool{}
	f, err := os.Open(relay(t, o))
	must(t, err)
	defer f.Close()
	must(t, bundle.Read(f, bundle.Sink{Change: func(e *bundle.Entry) error { bodies[string(e.Body)] = true; return nil }}))
	for i, c := range p.log {
		if !bodies[string(c.body)] {
			t.Errorf("%q did not come through as it was", evil[i/2])
		}
	}
}

// fileValue is a file's value with a name as it stands.
func fileValue(sha bundle.Hash, name string) []byte {
	v := append([]byte{byte(bundle.TagFile)}, sha[:]...)
	v = append(v, sized(nil)...)
	v[len(v)-1] = byte(min(len(name), 127)) // the size
	v = append(v, sized([]byte("image/jpeg"))...)
	return append(v, sized([]byte(name))...)
}

// A format of the future is refused with advice; changes of the future in a format of today are kept and carried on
// (property 13), shown as what they are, and a rebuild by a newer version will find them among the heads.
func TestCase13Newer(t *testing.T) {
	p := simLaps(1)[0]
	o, id, place := officeFor(t, p)
	c := place
	c.Value = bundle.Value{77, 1, 2}
	p.append(c)
	mergeFiles(t, o, dropIn(t, whole(t, p))...)
	if r := placeOf(t, o, id); !r.Unread {
		t.Errorf("%+v", r)
	}
	unknown := &forged{by: p}
	unknown.add(99, []byte("later"))
	before := bookState(t, o)
	future := bytes.Replace(whole(t, p), []byte(`"min_reader":1`), []byte(`"min_reader":2`), 1)
	future = sealTrailer(future[:len(future)-headLen-128], p.key) // a damaged one is not newer
	later := dropIn(t, future, []byte("ZFB2\r\n\x1a\n"), unknown.bytes())
	for _, f := range mergeFiles(t, o, later...).Files {
		if f.Verdict != Newer && f.Verdict != Refused || f.New != 0 || !IsFault(f.Fault, bundle.FaultNewer) {
			t.Errorf("%s: %s %v", f.Path, f.Verdict, f.Fault)
		}
		hasSentence(t, f.Fault)
	}
	if bookState(t, o) != before {
		t.Error("files of a newer format changed the book")
	}
	skipped := &forged{by: p}
	skipped.add(200, []byte("an addition"))
	if r := mergeFiles(t, o, dropIn(t, skipped.bytes())...); r.Files[0].Verdict != Merged {
		t.Errorf("a frame that may be skipped: %+v", r.Files[0])
	}
}
