package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zoufang/store/bundle"
	"zoufang/words"
)

// hasSentence wants a fault that people are told in words of both languages.
func hasSentence(t testing.TB, err error) {
	t.Helper()
	var f interface{ FaultCode() string }
	if !errors.As(err, &f) || !words.Known(f.FaultCode()) {
		t.Fatalf("there is no sentence for %v", err)
	}
	for _, l := range []words.Lang{words.ZH, words.EN} {
		if s := words.Explain(l, err); s == "" || strings.Contains(s, "%!") {
			t.Fatalf("%v: %q", err, s)
		}
	}
}

// refuseAll merges files that no book may take: each is refused (or, where it says so, kept for a newer program) with a
// sentence, nothing is written to what travels, and the files stay
// as they were.
func refuseAll(t *testing.T, b *Book, files [][]byte) {
	t.Helper()
	before := bookState(t, b)
	const batch = 400
	for n := 0; n < len(files); n += batch {
		part := files[n:min(len(files), n+batch)]
		dir := t.TempDir()
		for i, content := range part {
			must(t, os.WriteFile(filepath.Join(dir, fmt.Sprintf("%06d.zfb", n+i)), content, 0o600))
		}
		p, err := b.Preview(ctx, []string{dir}, nil)
		must(t, err)
		seen := 0
		for _, f := range p.Files {
			if f.Verdict != Refused && f.Verdict != Newer {
				t.Fatalf("%s: %s", f.Path, f.Verdict)
			}
			hasSentence(t, f.Fault)
			seen++
		}
		if seen != len(part) {
			t.Fatalf("%d verdicts on %d files", seen, len(part))
		}
		r, err := b.Merge(ctx, p, nil)
		must(t, err)
		if r.New != 0 || bookState(t, b) != before {
			t.Fatalf("refused files changed the book: %+v", r)
		}
		must(t, os.RemoveAll(b.inbox()))
	}
	_, err := b.Check(ctx)
	must(t, err)
}

// sampleBook is a book that has enrolled the laptops of a sample bundle, and the bundle.
func sampleBook(t *testing.T) (*Book, []byte) {
	t.Helper()
	a, other := twoLaps(t, 6)
	o := newReceiver(t, template(t), []*lap{a, other})
	return o.b, sample(a, other).bytes()
}

// Every byte of a bundle that is altered, every length it is cut to and everything put behind it: refused in the first
// pass, which writes nothing. Package bundle sees every single bit; here it is one bit of each byte, and on demand all.
func TestProperty08Tamper(t *testing.T) {
	t.Parallel()
	b, good := sampleBook(t)
	r := rand.New(rand.NewSource(int64(envInt("ZOUFANG_PROOF_SEED", 1))))
	var bad [][]byte
	for i := range good {
		bits := []int{r.Intn(8)}
		if proofSize(1) > 1 {
			bits = []int{0, 1, 2, 3, 4, 5, 6, 7}
		}
		for _, bit := range bits {
			m := bytes.Clone(good)
			m[i] ^= 1 << bit
			bad = append(bad, m)
		}
		if i%9 == 0 || proofSize(1) > 1 {
			bad = append(bad, good[:i])
		}
	}
	bad = append(bad, append(bytes.Clone(good), 0), append(bytes.Clone(good), good...), append(bytes.Clone(good), make([]byte, 5000)...))
	for range proofSize(80) {
		x, y := r.Intn(len(good)), r.Intn(len(good))
		if x != y {
			bad = append(bad, append(bytes.Clone(good[:x]), good[y:]...)) // a piece missing, or twice
		}
	}
	refuseAll(t, b, bad)
	path := filepath.Join(t.TempDir(), "good.zfb")
	must(t, os.WriteFile(path, good, 0o600))
	if rep := mergeFiles(t, b, path); rep.Files[0].Verdict != Merged || rep.New != 12 {
		t.Errorf("the bundle itself: %+v", rep.Files[0])
	}
}

// Frames that a known laptop left out, doubled, moved or altered, and signed: whatever is taken of a device, the device
// itself vouched for; the book stays whole; and what is refused leaves no trace.
func TestAMaliciousLaptop(t *testing.T) {
	t.Parallel()
	evil, victim := twoLaps(t, 6)
	empty := template(t)
	taken, refused := 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		o := newReceiver(t, empty, []*lap{evil, victim})
		defer o.b.Close()
		x := sample(evil, victim)
		for range rapid.IntRange(1, 4).Draw(rt, "edits") {
			x.mutate(rt)
		}
		before := dump(t, o.b)
		path := parcel{file: x.bytes()}.write(t, t.TempDir(), "evil.zfb")
		p, err := o.b.Preview(ctx, []string{path}, nil)
		must(t, err)
		r, err := o.b.Merge(ctx, p, nil)
		must(t, err)
		if r.Files[0].Verdict == Refused {
			hasSentence(t, r.Files[0].Fault)
			if dump(t, o.b) != before {
				rt.Fatal("a refused bundle left a trace")
			}
			refused++
			return
		}
		taken++
		genuine := map[bundle.Hash]bool{}
		for _, c := range victim.log {
			genuine[c.hash] = true
		}
		eachRow(t, o.b, "SELECT o.hash FROM op o JOIN dev d ON d.ix = o.dev WHERE d.id = ?", func(row []any) {
			if !genuine[bundle.Hash(row[0].([]byte))] {
				rt.Fatal("a change that the victim never signed")
			}
		}, victim.id[:])
		eachRow(t, o.b, "SELECT d.id FROM withheld w JOIN dev d ON d.ix = w.dev", func(row []any) {
			if bundle.DeviceID(row[0].([]byte)) != evil.id {
				rt.Fatal("it spoke for another laptop")
			}
		})
		if _, err := o.b.Check(ctx); err != nil {
			rt.Fatalf("the book is not whole: %v", err)
		}
		state := bookState(t, o.b)
		must(t, o.b.Rebuild(ctx))
		if bookState(t, o.b) != state {
			rt.Fatal("rebuilt to another state")
		}
	})
	if taken == 0 || refused == 0 {
		t.Errorf("%d taken, %d refused: nothing tested", taken, refused)
	}
}

// mutate does one thing to the frames.
func (x *forged) mutate(rt *rapid.T) {
	parts := x.parts()
	i, j := rapid.IntRange(0, len(parts)-1).Draw(rt, "part"), rapid.IntRange(0, len(parts)-1).Draw(rt, "other")
	f := &x.frames[rapid.IntRange(0, len(x.frames)-1).Draw(rt, "frame")]
	switch rapid.IntRange(0, 9).Draw(rt, "what") {
	case 0, 1:
		parts[i], parts[j] = parts[j], parts[i]
		x.frames = slices.Concat(parts...)
	case 2:
		if len(parts) > 1 {
			x.frames = slices.Concat(slices.Delete(parts, i, i+1)...)
		}
	case 3:
		x.frames = slices.Concat(slices.Insert(parts, i, parts[i])...)
	case 4:
		f.raw = bytes.Clone(f.raw)
		f.raw[rapid.IntRange(0, len(f.raw)-1).Draw(rt, "at")] ^= 1 << rapid.IntRange(0, 7).Draw(rt, "bit")
	case 5:
		f.raw = bytes.Clone(parts[i][0].raw)
	case 6:
		f.kind = rapid.Byte().Draw(rt, "kind")
	case 7: // a gap, perhaps of somebody else's log, that nobody shall wait for
		gap := &forged{}
		gap.add(kindWithheld, parts[i][0].raw[:min(16, len(parts[i][0].raw))], be64(1), be64(rapid.Uint64Range(0, 1<<60).Draw(rt, "to")))
		x.frames = append(gap.frames, x.frames...)
	default: // its own log once more, with other changes in it, and its own word for that
		branch := &forged{by: x.by}
		branch.rewrite(rt)
		x.frames = append(branch.frames, x.frames...)
	}
}

// parts are the frames in pieces that make sense: a segment with its changes and checkpoint, or one of the others.
func (x *forged) parts() (list [][]frame) {
	open := false
	for _, f := range x.frames {
		if !open {
			list = append(list, nil)
		}
		list[len(list)-1] = append(list[len(list)-1], f)
		open = (open || f.kind == kindSegment) && f.kind != kindCheckpoint
	}
	return list
}

// rewrite adds another branch of the exporter's own log, with references and numbers as wild as may be.
func (x *forged) rewrite(rt *rapid.T) {
	at := rapid.IntRange(1, len(x.by.log)).Draw(rt, "branch")
	prev := x.by.log[at-1].prev
	x.segment(x.by.id, uint64(at), prev)
	seq := uint64(at) - 1
	for range rapid.IntRange(1, 3).Draw(rt, "changes") {
		c := x.by.log[rapid.IntRange(0, len(x.by.log)-1).Draw(rt, "like")].c
		c.Lamport, c.Wall = rapid.Uint64Range(0, bundle.MaxLamport).Draw(rt, "lamport"), rapid.Uint64Range(0, 1<<53).Draw(rt, "wall")
		for range rapid.IntRange(0, 3).Draw(rt, "refs") {
			o := x.by.log[rapid.IntRange(0, len(x.by.log)-1).Draw(rt, "ref")]
			r := o.hash.Ref(o.dev, rapid.Uint64Range(1, 20).Draw(rt, "seq"))
			if rapid.Bool().Draw(rt, "true") {
				r.Seq = o.seq
			}
			c.Refs = append(c.Refs, r)
		}
		body, err := c.Encode(x.by.id)
		if err != nil {
			continue
		}
		seq++
		prev = bundle.HashChange(x.by.id, seq, prev, body)
		x.changes(body)
	}
	x.checkpoint(bundle.SignCheckpoint(x.by.key, seq, prev))
}

// A few bytes do not make a book take memory or disk, whatever they claim.
func TestProperty10Bombs(t *testing.T) {
	b, _ := sampleBook(t)
	a, _ := twoLaps(t, 6)
	claim := func(kind, packing byte, raw, packed uint32, content []byte) []byte {
		x := &forged{by: a}
		x.segment(a.id, 1, bundle.Hash{})
		full := x.bytes()
		start := full[:len(full)-headLen-128] // without its trailer
		h := binary.BigEndian.AppendUint32([]byte{kind, packing}, raw)
		return append(append(bytes.Clone(start), binary.BigEndian.AppendUint32(h, packed)...), content...)
	}
	lies := func(c bundle.Counts) []byte { x := sample(a, nil); x.counts = &c; return x.bytes() }
	huge := &forged{by: a}
	huge.add(kindFile, make([]byte, 32), be64(1<<50), be64(0))
	wide := &forged{by: a}
	wide.log(a, 1, 6)
	for range 5000 {
		wide.segment(a.id, 1, bundle.Hash{})
	}
	deep := append([]byte("ZFB1\r\n\x1a\n"), frame{1, bytes.Repeat([]byte("["), 64<<10)}.append(nil)...)
	bad := [][]byte{
		claim(kindChanges, 2, 0xffffffff, 1<<20, nil), claim(kindChanges, 0, 0xffffffff, 0xffffffff, nil), claim(kindChanges, 0, 1<<20, 1<<20, nil),
		claim(kindChanges, 2, 4<<20, 1000, make([]byte, 1000)), claim(kindChanges, 0, 6, 6, binary.AppendUvarint(nil, 1<<40)),
		lies(bundle.Counts{Segments: 2, Changes: 1 << 32}), lies(bundle.Counts{Segments: -1, Changes: -6}), huge.bytes(), wide.bytes(), deep,
	}
	refuseAll(t, b, bad[:1]) // what the first time costs is not the bomb's
	var before, after runtime.MemStats
	for i, m := range bad {
		path := filepath.Join(t.TempDir(), "bomb.zfb")
		must(t, os.WriteFile(path, m, 0o600))
		runtime.ReadMemStats(&before)
		p, err := b.Preview(ctx, []string{path}, nil)
		runtime.ReadMemStats(&after)
		must(t, err)
		if p.Files[0].Verdict != Refused {
			t.Errorf("bomb %d: %s", i, p.Files[0].Verdict)
		}
		hasSentence(t, p.Files[0].Fault)
		if got := after.TotalAlloc - before.TotalAlloc; got > 4<<20 {
			t.Errorf("bomb %d took %d bytes", i, got)
		}
	}
}
