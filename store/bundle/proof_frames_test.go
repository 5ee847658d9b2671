package bundle

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"zoufang/words"
)

// wantSentence wants a fault of this room that people are told about in words, in both languages.
func wantSentence(t testing.TB, err error) {
	t.Helper()
	var f *Fault
	if !errors.As(err, &f) || !words.Known(f.Code) {
		t.Fatalf("there is no sentence for %v", err)
	}
	for _, l := range []words.Lang{words.ZH, words.EN} {
		if s := words.Explain(l, err); s == "" || strings.Contains(s, "%!") {
			t.Fatalf("%v: %q", err, s)
		}
	}
}

// framed is a bundle in pieces: everything between the header and the trailer, each frame with its head.
func framed(t testing.TB, b []byte) (header []byte, frames [][]byte) {
	t.Helper()
	b = b[len(magic):]
	for len(b) > 0 {
		n := frameHead + int(decodeHead(b).packed)
		frames = append(frames, b[:n:n])
		b = b[n:]
	}
	return frames[0][frameHead:], frames[1 : len(frames)-1]
}

// assemble puts frames together again under a right digest and a valid signature; the header says what is there.
func assemble(t testing.TB, header []byte, key ed25519.PrivateKey, frames ...[]byte) []byte {
	t.Helper()
	var h Header
	if err := json.Unmarshal(header, &h); err != nil {
		t.Fatal(err)
	}
	h.Counts = countFrames(frames)
	header, err := h.encode()
	if err != nil {
		t.Fatal(err)
	}
	b := append([]byte(magic), head{kind: frameHeader, raw: uint32(len(header)), packed: uint32(len(header))}.encode()...)
	b = append(b, header...)
	for _, f := range frames {
		b = append(b, f...)
	}
	return closeWith(b, key)
}

func closeWith(b []byte, key ed25519.PrivateKey) []byte {
	sum := sha256.Sum256(b)
	b = append(b, head{kind: frameTrailer, raw: trailerLen, packed: trailerLen}.encode()...)
	b = append(append(b, sum[:]...), key.Public().(ed25519.PublicKey)...)
	return append(b, ed25519.Sign(key, trailerMessage(sum[:]))...)
}

// countFrames is what a header has to say about frames, as far as they can be read.
func countFrames(frames [][]byte) (c Counts) {
	var u unpacker
	for _, f := range frames {
		h, b := decodeHead(f), f[frameHead:]
		if h.packing == packFlate && h.fits() {
			b, _ = u.unpack(b, h.raw)
		}
		n := int64(0)
		for p := (cursor{b: b}); len(p.b) > 0; {
			if p.bytes(); p.bad {
				break
			}
			n++
		}
		switch h.kind {
		case frameSegment:
			c.Segments++
		case frameChanges:
			c.Changes += n
		case frameTexts:
			c.Texts += n
		case frameFile:
			if len(b) >= fileLen && u64(b[40:]) == 0 {
				c.Files++
			}
		}
	}
	return c
}

// contents is what a reader takes out of a bundle, one line each.
func contents(b []byte) (all map[string]bool, err error) {
	all = map[string]bool{}
	note := func(format string, args ...any) error { all[fmt.Sprintf(format, args...)] = true; return nil }
	err = Read(bytes.NewReader(b), Sink{
		Change:   func(e *Entry) error { return note("change %v %d %v %x", e.Dev, e.Seq, e.Hash, e.Body) },
		Withheld: func(dev DeviceID, first, last uint64) error { return note("withheld %v %d %d", dev, first, last) },
		Text:     func(sha Hash, salted []byte) error { return note("text %v %x", sha, salted) },
		FileChunk: func(sha Hash, total, off int64, chunk []byte) error {
			return note("file %v %d %d %x", sha, total, off, chunk)
		},
	})
	return all, err
}

// Frames that are left out, doubled, swapped or moved: refused under the old trailer, and under a new one signed by the
// exporter either refused or without any effect but that something is missing. Nothing appears that was not there.
func TestFramesMovedAround(t *testing.T) {
	t.Parallel()
	good := small(t)
	header, frames := framed(t, good)
	want, err := contents(good)
	if err != nil {
		t.Fatal(err)
	}
	trailer := good[len(good)-frameHead-trailerLen:]
	taken, refused := 0, 0
	try := func(what string, mixed [][]byte) {
		old := append(slices.Concat(append([][]byte{[]byte(magic), good[len(magic) : len(magic)+frameHead], header}, mixed...)...), trailer...)
		if !bytes.Equal(old, good) {
			wantSentence(t, Read(bytes.NewReader(old), Sink{}))
		}
		got, err := contents(assemble(t, header, testKey(1), mixed...))
		if err != nil {
			wantSentence(t, err)
			refused++
			return
		}
		taken++
		for line := range got {
			if !want[line] {
				t.Fatalf("%s: %s came from nowhere", what, line)
			}
		}
	}
	for i := range frames {
		try("dropped", slices.Delete(slices.Clone(frames), i, i+1))
		for j := range len(frames) + 1 {
			try("doubled", slices.Insert(slices.Clone(frames), j, frames[i]))
			try("from here on", slices.Concat(frames[:min(i, j)], frames[max(i, j):]))
			if j < len(frames) {
				swapped := slices.Clone(frames)
				swapped[i], swapped[j] = swapped[j], swapped[i]
				try("swapped", swapped)
				moved := slices.Insert(slices.Delete(slices.Clone(frames), i, i+1), j, frames[i])
				try("moved", moved[:len(frames)])
			}
		}
	}
	try("nothing", frames)
	if taken < 10 || refused < 10 {
		t.Errorf("%d taken, %d refused: nothing tested", taken, refused)
	}
}

// FuzzFrames lets a known laptop sign whatever it likes. What is taken is what each device vouched for, and comes out the
// same when it is written and read again.
func FuzzFrames(f *testing.F) {
	good := small(f)
	header, frames := framed(f, good)
	want, err := contents(good)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(slices.Concat(frames...))
	for i := range frames {
		f.Add(slices.Concat(frames[i:]...))
	}
	f.Add(head{kind: frameWithheld, raw: gapLen, packed: gapLen}.encode())
	victim := "change " + idOf(testKey(2)).String()
	f.Fuzz(func(t *testing.T, b []byte) {
		var pieces [][]byte
		for rest := b; len(rest) >= frameHead; {
			n := min(uint64(frameHead)+uint64(decodeHead(rest).packed), uint64(len(rest)))
			pieces = append(pieces, rest[:n:n])
			rest = rest[n:]
		}
		signed := assemble(t, header, testKey(1), pieces...)
		got, err := contents(signed)
		if err != nil {
			wantSentence(t, err)
			return
		}
		for line := range got {
			if strings.HasPrefix(line, victim) && !want[line] {
				t.Fatalf("never signed by its device: %s", line)
			}
		}
		if again, err := contents(signed); err != nil || !maps.Equal(again, got) {
			t.Fatal("read twice, and different")
		}
	})
}

// FuzzHeader: a header that is read can be written, and then reads the same.
func FuzzHeader(f *testing.F) {
	header, _ := framed(f, small(f))
	f.Add(header)
	f.Add([]byte(`{"format":1,"min_reader":1}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		h, err := decodeHeader(b, 0)
		if err != nil {
			wantSentence(t, err)
			return
		}
		h.Format = Format
		first, err := h.encode()
		if err != nil {
			return // too large, or a date that JSON does not have
		}
		again, err := decodeHeader(first, 0)
		if err != nil {
			t.Fatalf("%s does not read: %v", first, err)
		}
		if second, err := again.encode(); err != nil || !bytes.Equal(first, second) {
			t.Fatalf("%s became %s (%v)", first, second, err)
		}
	})
}

// FuzzUnpack: a frame gives exactly what its head says or nothing, whatever lies in it.
func FuzzUnpack(f *testing.F) {
	var p packer
	raw := bytes.Repeat([]byte("查阅台账"), 50)
	packed, _, err := p.pack(raw)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(packed, uint32(len(raw)))
	f.Add([]byte{}, uint32(0))
	var u unpacker // used again and again, as a reader does
	f.Fuzz(func(t *testing.T, packed []byte, raw uint32) {
		h := head{kind: frameChanges, packing: packFlate, raw: raw, packed: uint32(len(packed))}
		if !h.fits() {
			return
		}
		out, ok := u.unpack(packed, raw)
		if ok && len(out) != int(raw) {
			t.Fatalf("%d bytes of %d", len(out), raw)
		}
		if u.buf.Cap() > 4*maxRaw {
			t.Fatalf("%d bytes were taken", u.buf.Cap())
		}
	})
}
