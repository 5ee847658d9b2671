package bundle

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
	"math/rand"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
)

// Every bit of a bundle matters, the last byte and the heads of frames included.
func TestEveryBitFlipIsRefused(t *testing.T) {
	t.Parallel()
	b := small(t)
	if err := Read(bytes.NewReader(b), Sink{}); err != nil {
		t.Fatal(err)
	}
	for i := range b {
		for bit := range 8 {
			b[i] ^= 1 << bit
			err := Read(bytes.NewReader(b), Sink{})
			if err == nil {
				t.Fatalf("bit %d of byte %d of %d does not matter", bit, i, len(b))
			}
			wantSentence(t, err)
			b[i] ^= 1 << bit
		}
	}
}

func TestEveryTruncationIsRefused(t *testing.T) {
	t.Parallel()
	b := small(t)
	for n := range b {
		err := Read(bytes.NewReader(b[:n]), Sink{})
		switch n {
		case 0:
			wantFault(t, err, FaultNotABundle)
		default:
			wantFault(t, err, FaultTruncated)
		}
	}
	wantFault(t, Read(bytes.NewReader(append(b, 0)), Sink{}), FaultDamaged)
	wantFault(t, Read(bytes.NewReader(append(b, b...)), Sink{}), FaultDamaged)
}

func TestSplicesAreRefused(t *testing.T) {
	t.Parallel()
	b := small(t)
	log := newLog(3).fill(t, 20)
	var other bytes.Buffer
	w, _ := NewWriter(&other, testHeader(log.key, Counts{Segments: 1, Changes: 20}))
	log.segment(w, 1, 20)
	if err := w.Close(log.key); err != nil {
		t.Fatal(err)
	}
	o := other.Bytes()
	r := rand.New(rand.NewSource(1))
	for range 5000 {
		m := bytes.Clone(b)
		x := r.Intn(len(m))
		switch r.Intn(4) {
		case 0: // one byte more
			m = append(m[:x:x], append([]byte{byte(r.Intn(256))}, m[x:]...)...)
		case 1: // a piece less
			m = append(m[:x:x], m[min(len(m), x+1+r.Intn(40)):]...)
		case 2: // continued by another bundle
			m = append(m[:x:x], o[r.Intn(len(o)):]...)
		case 3: // a piece twice
			m = append(m[:x:x], m[r.Intn(x+1):]...)
		}
		if bytes.Equal(m, b) || bytes.Equal(m, o) {
			continue
		}
		err := Read(bytes.NewReader(m), Sink{})
		if err == nil {
			t.Fatalf("accepted a spliced bundle of %d bytes", len(m))
		}
		wantSentence(t, err)
	}
}

// forge writes frames and closes them with a right digest and signature, so that only the frames can be at fault.
func forge(t *testing.T, c Counts, frames func(*Writer)) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := NewWriter(&out, testHeader(testKey(1), c))
	if err != nil {
		t.Fatal(err)
	}
	frames(w)
	w.stage, w.have = stageFiles, c
	if err := w.Close(testKey(1)); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// What a dishonest exporter signs is checked all the same.
func TestForgedFramesAreRefused(t *testing.T) {
	log := newLog(1).fill(t, 4)
	victim := newLog(2).fill(t, 4)
	open := func(w *Writer, l *testLog, first int, prev Hash) { w.Segment(l.chain.dev, uint64(first), prev) }
	check := func(w *Writer, cp Checkpoint) {
		w.flush(frameChanges)
		w.frame(frameCheckpoint, 0, checkpointLen, cp.encode())
	}
	four := Counts{Segments: 1, Changes: 4}
	for name, c := range map[string]struct {
		counts Counts
		code   string
		frames func(*Writer)
	}{
		"changes of a device signed by another": {four, FaultSignature, func(w *Writer) {
			open(w, victim, 1, Hash{})
			for _, b := range victim.bodies {
				w.Change(b)
			}
			cp := SignCheckpoint(log.key, 4, victim.hashes[3])
			cp.Dev = victim.chain.dev
			check(w, cp)
		}},
		"changes reordered": {four, FaultDamaged, func(w *Writer) {
			open(w, log, 1, Hash{})
			for _, i := range []int{0, 2, 1, 3} {
				w.Change(log.bodies[i])
			}
			check(w, SignCheckpoint(log.key, 4, log.hashes[3]))
		}},
		"a change dropped": {Counts{Segments: 1, Changes: 3}, FaultDamaged, func(w *Writer) {
			open(w, log, 1, Hash{})
			for _, i := range []int{0, 1, 3} {
				w.Change(log.bodies[i])
			}
			check(w, SignCheckpoint(log.key, 4, log.hashes[3]))
		}},
		"no checkpoint":             {four, FaultDamaged, func(w *Writer) { open(w, log, 1, Hash{}); w.Change(log.bodies[0]); w.flush(frameChanges) }},
		"empty segment":             {Counts{Segments: 1}, FaultDamaged, func(w *Writer) { open(w, log, 1, Hash{}); check(w, SignCheckpoint(log.key, 0, Hash{})) }},
		"first place with a parent": {four, FaultDamaged, func(w *Writer) { open(w, log, 1, Hash{1}) }},
		"place 0":                   {four, FaultDamaged, func(w *Writer) { open(w, log, 0, Hash{}) }},
		"withheld backwards":        {Counts{}, FaultDamaged, func(w *Writer) { w.Withheld(log.chain.dev, 5, 4) }},
		"header twice":              {Counts{}, FaultDamaged, func(w *Writer) { w.frame(frameHeader, 0, 2, []byte("{}")) }},
		"file with other bytes": {Counts{Files: 1}, FaultDamaged, func(w *Writer) {
			b := append(make([]byte, 39), 3)
			w.frame(frameFile, 0, fileLen+3, append(append(b, make([]byte, 8)...), "abc"...))
		}},
		"file from the middle": {Counts{Files: 1}, FaultDamaged, func(w *Writer) {
			b := append(make([]byte, 39), 3)
			w.frame(frameFile, 0, fileLen+2, append(append(b, 0, 0, 0, 0, 0, 0, 0, 1), "bc"...))
		}},
		"file without its end": {Counts{Files: 1}, FaultDamaged, func(w *Writer) {
			b := append(make([]byte, 37), 8, 0, 0) // 512 KiB
			w.frame(frameFile, 0, fileLen+maxChunk, append(append(b, make([]byte, 8)...), make([]byte, maxChunk)...))
		}},
		"file larger than any": {Counts{Files: 1}, FaultTooLarge, func(w *Writer) {
			b := append(append(make([]byte, 32), 1, 0, 0, 0, 0, 0, 0, 0), make([]byte, 8)...)
			w.frame(frameFile, 0, fileLen, b)
		}},
		"change that is not canonical": {Counts{Segments: 1, Changes: 1}, FaultDamaged, func(w *Writer) {
			open(w, log, 1, Hash{})
			w.Change([]byte{1, 0x80, 0})
		}},
		"unknown needed frame": {Counts{}, FaultNewer, func(w *Writer) { w.frame(99, 0, 1, []byte{1}) }},
		"counts that lie":      {four, FaultDamaged, func(w *Writer) {}},
		"packed header":        {Counts{}, FaultDamaged, func(w *Writer) { w.frame(frameWithheld, packFlate, gapLen, make([]byte, 9)) }},
	} {
		t.Run(name, func(t *testing.T) {
			wantFault(t, Read(bytes.NewReader(forge(t, c.counts, c.frames)), Sink{}), c.code)
		})
	}
	skippable := forge(t, Counts{}, func(w *Writer) { w.frame(200, 0, 3, []byte("new")) })
	if err := Read(bytes.NewReader(skippable), Sink{}); err != nil {
		t.Errorf("a frame that may be skipped is refused: %v", err)
	}
}

func TestForeignFiles(t *testing.T) {
	for content, code := range map[string]string{
		"": FaultNotABundle, "PK\x03\x04 a workbook": FaultNotABundle, "age-encryption.org/v1\n-> X25519": FaultSealed,
		"ZFB2\r\n\x1a\n": FaultNewer, "ZFB0\r\n\x1a\n": FaultNotABundle, "ZFB1\n\x1a\n\n": FaultNotABundle,
	} {
		wantFault(t, Read(strings.NewReader(content), Sink{}), code)
	}
	wantFault(t, Read(iotest.ErrReader(errors.New("the stick is gone")), Sink{}), FaultRead)
	half := io.MultiReader(bytes.NewReader(small(t)[:300]), iotest.ErrReader(errors.New("the stick is gone")))
	wantFault(t, Read(half, Sink{}), FaultRead)
	newer := testHeader(testKey(1), Counts{})
	newer.MinReader = Format + 1
	var out bytes.Buffer
	w, _ := NewWriter(&out, newer)
	w.Close(testKey(1))
	wantFault(t, Read(&out, Sink{}), FaultNewer)
}

// A few bytes must not make us take much memory, whatever they claim.
func TestBombs(t *testing.T) {
	var zeros bytes.Buffer
	fw, _ := flate.NewWriter(&zeros, 9)
	fw.Write(make([]byte, 256<<20))
	fw.Close()
	log := newLog(1)
	start := func() *bytes.Buffer {
		var out bytes.Buffer
		w, _ := NewWriter(&out, testHeader(log.key, Counts{Segments: 1, Changes: 1}))
		w.Segment(log.chain.dev, 1, Hash{})
		return &out
	}
	frame := func(kind, packing byte, raw, packed uint32, b []byte) []byte {
		out := start()
		out.Write(head{kind, packing, raw, packed}.encode())
		out.Write(b)
		return out.Bytes()
	}
	deepJSON := append([]byte(magic), head{kind: frameHeader, raw: maxHeader, packed: maxHeader}.encode()...)
	deepJSON = append(deepJSON, bytes.Repeat([]byte("["), maxHeader)...)
	lengths := binary.AppendUvarint(nil, 1<<40)
	for name, b := range map[string][]byte{
		"4 GiB claimed":             frame(frameChanges, packFlate, 0xffffffff, 1<<20, nil),
		"4 GiB packed claimed":      frame(frameChanges, packNone, 0xffffffff, 0xffffffff, nil),
		"1 MiB claimed, none there": frame(frameChanges, packNone, maxPacked, maxPacked, nil),
		"ratio over the limit":      frame(frameChanges, packFlate, 4<<20, 1000, make([]byte, 1000)),
		"unpacks to more":           frame(frameChanges, packFlate, 200_000, uint32(zeros.Len()), zeros.Bytes()),
		"change of 1 TiB":           frame(frameChanges, packNone, uint32(len(lengths)), uint32(len(lengths)), lengths),
		"deep header":               deepJSON,
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			err := Read(bytes.NewReader(b), Sink{})
			runtime.ReadMemStats(&after)
			if err == nil {
				t.Error("accepted")
			}
			if got := after.TotalAlloc - before.TotalAlloc; got > 2<<20 {
				t.Errorf("took %d bytes", got)
			}
		})
	}
}

// What packs better than readers allow is written unpacked.
func TestRepetitiveLogIsReadable(t *testing.T) {
	log := newLog(1)
	for range 3000 {
		log.add(t, Change{Lamport: 1, Kind: Set, Value: Text(strings.Repeat("同", 300))})
	}
	var out bytes.Buffer
	w, _ := NewWriter(&out, testHeader(log.key, Counts{Segments: 1, Changes: 3000, Texts: 1}))
	log.segment(w, 1, 3000)
	w.Text(make([]byte, MaxText))
	if err := w.Close(log.key); err != nil {
		t.Fatal(err)
	}
	if err := Read(&out, Sink{}); err != nil {
		t.Fatal(err)
	}
}
