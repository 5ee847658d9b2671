package bundle

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// transcript writes down everything a sink is told.
func transcript(b []byte) (string, error) {
	var s strings.Builder
	err := Read(bytes.NewReader(b), Sink{
		Header: func(h Header) error {
			fmt.Fprintf(&s, "header %s %d %+v\n", h.Person.Name, len(h.Units), h.Counts)
			return nil
		},
		Segment: func(d DeviceID, first uint64, prev Hash) error {
			fmt.Fprintf(&s, "segment %x %d\n", d[:2], first)
			return nil
		},
		Change: func(e *Entry) error {
			v, _ := e.Change.Value.Text()
			fmt.Fprintf(&s, "%d %s %d\n", e.Seq, v, len(e.Change.Refs))
			return nil
		},
		Checkpoint: func(g Segment, cp Checkpoint) error {
			fmt.Fprintf(&s, "checkpoint %d-%d %v\n", g.First, g.Last, g.Head == cp.Head)
			return nil
		},
		Withheld: func(d DeviceID, a, b uint64) error { fmt.Fprintf(&s, "withheld %d-%d\n", a, b); return nil },
		Text: func(sha Hash, salted []byte) error {
			v, _ := Unsalted(salted)
			fmt.Fprintf(&s, "text %q %v\n", v, sha == SumOf(salted))
			return nil
		},
		FileChunk: func(sha Hash, total, off int64, c []byte) error {
			fmt.Fprintf(&s, "file %d+%d of %d\n", off, len(c), total)
			return nil
		},
	})
	return s.String(), err
}

func TestReadTellsEverything(t *testing.T) {
	got, err := transcript(small(t))
	if err != nil {
		t.Fatal(err)
	}
	one, two := idOf(testKey(1)), idOf(testKey(2))
	want := fmt.Sprintf(`header 沈砚秋 1 {Segments:3 Changes:8 Texts:2 Files:2}
segment %[1]x 1
1 查阅台账缺三处一 0
2 查阅台账缺三处丁 0
3 查阅台账缺三处丂 0
checkpoint 1-3 true
withheld 4-4
segment %[1]x 5
5 查阅台账缺三处丄 1
6 查阅台账缺三处丅 1
checkpoint 5-6 true
segment %[2]x 1
1 查阅台账缺三处一 0
2 查阅台账缺三处丁 0
3 查阅台账缺三处丂 0
checkpoint 1-3 true
text "群众反映窗口排队久" true
text "" true
file 0+360 of 360
file 0+0 of 0
`, one[:2], two[:2])
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestPeek(t *testing.T) {
	h, err := Peek(bytes.NewReader(small(t)))
	if err != nil || h.Person.Name != "沈砚秋" || h.Format != Format {
		t.Errorf("%+v, %v", h, err)
	}
}

// Any cut of any logs into segments, any texts and files, come out as they went in.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := newLog(1)
		for range rapid.IntRange(1, 40).Draw(t, "n") {
			body, err := genChange(log.chain.dev).Draw(t, "change").Encode(log.chain.dev)
			if err != nil {
				t.Fatal(err)
			}
			log.bodies, log.hashes = append(log.bodies, body), append(log.hashes, log.chain.add(body))
		}
		texts := rapid.SliceOfN(rapid.SliceOf(rapid.Byte()), 0, 5).Draw(t, "texts")
		file := bytes.Repeat([]byte{7}, rapid.SampledFrom([]int{0, 1, maxChunk - 1, maxChunk, maxChunk + 1, 3*maxChunk + 5}).Draw(t, "file"))
		cut := rapid.IntRange(1, len(log.bodies)).Draw(t, "cut")
		counts := Counts{Segments: 1, Changes: int64(len(log.bodies)), Texts: int64(len(texts)), Files: 1}
		if cut < len(log.bodies) {
			counts.Segments = 2
		}
		var out bytes.Buffer
		w, _ := NewWriter(&out, testHeader(log.key, counts))
		log.segment(w, 1, cut)
		if cut < len(log.bodies) {
			log.segment(w, cut+1, len(log.bodies))
		}
		for _, s := range texts {
			w.Text(s)
		}
		w.File(SumOf(file), int64(len(file)), bytes.NewReader(file))
		if err := w.Close(log.key); err != nil {
			t.Fatal(err)
		}
		var bodies, gotTexts [][]byte
		var gotFile []byte
		err := Read(&out, Sink{
			Change: func(e *Entry) error {
				if e.Hash != log.hashes[e.Seq-1] {
					t.Fatalf("hash of %d", e.Seq)
				}
				bodies = append(bodies, bytes.Clone(e.Body))
				return nil
			},
			Text:      func(_ Hash, b []byte) error { gotTexts = append(gotTexts, bytes.Clone(b)); return nil },
			FileChunk: func(_ Hash, _, _ int64, b []byte) error { gotFile = append(gotFile, b...); return nil },
		})
		if err != nil || !same(bodies, log.bodies) || !same(gotTexts, texts) || !bytes.Equal(gotFile, file) {
			t.Fatalf("came out differently: %v", err)
		}
	})
}

func same(a, b [][]byte) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !bytes.Equal(a[i], b[i]) {
			return false
		}
	}
	return true
}

func TestSinkErrorComesBack(t *testing.T) {
	stop := errors.New("stop")
	for name, s := range map[string]Sink{
		"header": {Header: func(Header) error { return stop }}, "change": {Change: func(*Entry) error { return stop }},
		"text": {Text: func(Hash, []byte) error { return stop }}, "progress": {Progress: func(int64) error { return stop }},
		"file": {FileChunk: func(Hash, int64, int64, []byte) error { return stop }},
	} {
		if err := Read(bytes.NewReader(small(t)), s); !errors.Is(err, stop) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWriterRefuses(t *testing.T) {
	log := newLog(1).fill(t, 3)
	for name, c := range map[string]struct {
		counts Counts
		key    ed25519.PrivateKey
		write  func(*Writer)
	}{
		"change outside a segment": {write: func(w *Writer) { w.Change(log.bodies[0]) }},
		"text inside a segment":    {write: func(w *Writer) { w.Segment(log.chain.dev, 1, Hash{}); w.Text(nil) }},
		"segment after a text":     {write: func(w *Writer) { w.Text(nil); w.Segment(log.chain.dev, 1, Hash{}) }},
		"open segment at the end":  {write: func(w *Writer) { w.Segment(log.chain.dev, 1, Hash{}) }},
		"foreign checkpoint": {counts: Counts{Segments: 1, Changes: 1}, write: func(w *Writer) {
			w.Segment(log.chain.dev, 1, Hash{})
			w.Change(log.bodies[0])
			w.Checkpoint(SignCheckpoint(testKey(2), 1, log.hashes[0]))
		}},
		"file shorter than said":  {counts: Counts{Files: 1}, write: func(w *Writer) { w.File(SumOf(nil), 3, strings.NewReader("ab")) }},
		"file with other bytes":   {counts: Counts{Files: 1}, write: func(w *Writer) { w.File(SumOf(nil), 2, strings.NewReader("ab")) }},
		"text too large":          {counts: Counts{Texts: 1}, write: func(w *Writer) { w.Text(make([]byte, MaxText+1)) }},
		"counts that do not hold": {counts: Counts{Changes: 5}, write: func(w *Writer) {}},
		"foreign key":             {key: testKey(2), write: func(w *Writer) {}},
	} {
		w, err := NewWriter(io.Discard, testHeader(log.key, c.counts))
		if err != nil {
			t.Fatal(err)
		}
		c.write(w)
		key := c.key
		if key == nil {
			key = log.key
		}
		if w.Close(key) == nil {
			t.Errorf("%s: written", name)
		}
	}
	h := testHeader(log.key, Counts{})
	h.Label = strings.Repeat("长", maxHeader)
	_, err := NewWriter(io.Discard, h)
	wantFault(t, err, FaultTooLarge)
}
