package bundle

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func testKey(n byte) ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(bytes.Repeat([]byte{n}, ed25519.SeedSize))
}

func idOf(key ed25519.PrivateKey) DeviceID { return DeviceOf(key.Public().(ed25519.PublicKey)) }

// testLog is a device's log as it grows.
type testLog struct {
	key    ed25519.PrivateKey
	chain  chain
	bodies [][]byte
	hashes []Hash
}

func newLog(n byte) *testLog {
	key := testKey(n)
	return &testLog{key: key, chain: chain{dev: idOf(key)}}
}

func (l *testLog) add(t testing.TB, c Change) {
	body, err := c.Encode(l.chain.dev)
	if err != nil {
		t.Fatal(err)
	}
	l.bodies, l.hashes = append(l.bodies, body), append(l.hashes, l.chain.add(body))
}

func (l *testLog) fill(t testing.TB, n int) *testLog {
	for i := range n {
		c := Change{Lamport: uint64(i + 1), Wall: 1_790_000_000_000 + uint64(i)*7000, Kind: Set, Field: uint64(100 + i%5),
			Value: Text("查阅台账缺三处" + string(rune('一'+i%200)))}
		c.Record[0], c.Record[15] = 7, byte(i)
		if i > 2 {
			c.Refs = []Ref{l.hashes[i-2].Ref(l.chain.dev, uint64(i-1))}
		}
		l.add(t, c)
	}
	return l
}

// prev is the hash before place seq.
func (l *testLog) prev(seq int) Hash {
	if seq == 1 {
		return Hash{}
	}
	return l.hashes[seq-2]
}

// segment writes places a to b with their checkpoint.
func (l *testLog) segment(w *Writer, a, b int) {
	w.Segment(l.chain.dev, uint64(a), l.prev(a))
	for i := a; i <= b; i++ {
		w.Change(l.bodies[i-1])
	}
	w.Checkpoint(SignCheckpoint(l.key, uint64(b), l.hashes[b-1]))
}

func testHeader(key ed25519.PrivateKey, c Counts) Header {
	return Header{Exporter: idOf(key), Label: "本机 03", Person: Person{Name: "沈砚秋", Number: "A017"}, District: "临江区",
		Year: "2026", Created: time.Date(2026, 10, 9, 8, 30, 0, 0, time.UTC),
		Units: []Unit{{Code: "D01", Name: "某局"}}, UnitCount: 1, Counts: c}
}

// small is a bundle with one of everything.
func small(t testing.TB) []byte {
	var out bytes.Buffer
	own, other := newLog(1).fill(t, 6), newLog(2).fill(t, 3)
	w, err := NewWriter(&out, testHeader(own.key, Counts{Segments: 3, Changes: 8, Texts: 2, Files: 2}))
	if err != nil {
		t.Fatal(err)
	}
	own.segment(w, 1, 3)
	w.Withheld(own.chain.dev, 4, 4)
	own.segment(w, 5, 6)
	other.segment(w, 1, 3)
	w.Text(Salted([16]byte{1}, "群众反映窗口排队久"))
	w.Text(Salted([16]byte{2}, ""))
	photo := bytes.Repeat([]byte("照片"), 60)
	w.File(SumOf(photo), int64(len(photo)), bytes.NewReader(photo))
	w.File(SumOf(nil), 0, bytes.NewReader(nil))
	if err := w.Close(own.key); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func wantFault(t testing.TB, err error, code string) {
	t.Helper()
	var f *Fault
	if !errors.As(err, &f) || f.Code != code {
		t.Errorf("got %v, want fault %s", err, code)
	}
}

// genValue makes any value this program may write.
func genValue(depth int) *rapid.Generator[Value] {
	return rapid.Custom(func(t *rapid.T) Value {
		kinds := 6
		if depth > 0 {
			kinds = 8
		}
		switch rapid.IntRange(0, kinds-1).Draw(t, "kind") {
		case 1:
			return Int(rapid.Int64().Draw(t, "int"))
		case 2:
			return Decimal(rapid.Int64().Draw(t, "mantissa"), rapid.IntRange(-30, 30).Draw(t, "exponent"))
		case 3:
			return Text(rapid.String().Draw(t, "text"))
		case 4:
			return Secret(SumOf([]byte(rapid.String().Draw(t, "secret"))))
		case 5:
			return FileOf(File{SHA: SumOf(nil), Size: rapid.Uint64().Draw(t, "size"), MIME: "image/jpeg", Name: rapid.String().Draw(t, "name")})
		case 6:
			return List(rapid.SliceOfN(genValue(depth-1), 0, 4).Draw(t, "list")...)
		case 7:
			m := map[string]Value{}
			for k, v := range rapid.MapOfN(rapid.StringMatching(`[a-z_一-龥]{0,6}`), genValue(depth-1), 0, 4).Draw(t, "map") {
				m[Clean(k)] = v
			}
			return Map(m)
		}
		return Null()
	})
}

func genChange(own DeviceID) *rapid.Generator[Change] {
	ref := rapid.Custom(func(t *rapid.T) Ref {
		r := Ref{Dev: own, Seq: rapid.Uint64Range(1, maxNumber).Draw(t, "seq")}
		r.H8[0] = rapid.Byte().Draw(t, "h8")
		if rapid.Bool().Draw(t, "foreign") {
			r.Dev[0] ^= rapid.Byte().Draw(t, "dev") | 1
		}
		return r
	})
	return rapid.Custom(func(t *rapid.T) Change {
		c := Change{Lamport: rapid.Uint64Range(0, MaxLamport).Draw(t, "lamport"), Wall: rapid.Uint64Range(0, maxNumber).Draw(t, "wall"),
			Kind: ChangeKind(rapid.Uint64Range(0, 300).Draw(t, "kind")), Field: rapid.Uint64Range(0, maxNumber).Draw(t, "field"),
			Value: genValue(2).Draw(t, "value"), Reason: rapid.String().Draw(t, "reason"),
			Refs: rapid.SliceOfN(ref, 0, 10).Draw(t, "refs")}
		copy(c.Record[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "record"))
		return c
	})
}
