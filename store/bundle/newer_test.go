package bundle

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/json"
	"testing"
)

// signedFrames is a bundle of these frames under its own trailer.
func signedFrames(t *testing.T, h Header, frames func(*Writer)) []byte {
	t.Helper()
	key := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{7}, 32))
	h.Exporter = DeviceOf(key.Public().(ed25519.PublicKey))
	b, err := json.Marshal(h)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := &Writer{w: &out, sum: sha256.New(), header: h}
	w.write([]byte(magic))
	w.frame(frameHeader, packNone, len(b), b)
	frames(w)
	if err := w.Close(key); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// What this program does not know makes a bundle newer only if the whole of it is what its exporter signed; nothing
// behind the unknown part is given out.
func TestNewerIsToldFromDamaged(t *testing.T) {
	now := Header{Format: 1, MinReader: 1}
	for name, c := range map[string]struct {
		header Header
		frames func(*Writer)
	}{
		"a frame":  {now, func(w *Writer) { w.frame(99, packNone, 1, []byte{1}); w.frame(frameWithheld, packNone, 1, []byte{1}) }},
		"a format": {Header{Format: 2, MinReader: 2}, func(w *Writer) { w.frame(frameSegment, packNone, 1, []byte{1}) }},
	} {
		good := signedFrames(t, c.header, c.frames)
		given := 0
		sink := Sink{Segment: func(DeviceID, uint64, Hash) error { given++; return nil }, Withheld: func(DeviceID, uint64, uint64) error { given++; return nil }}
		wantFault(t, Read(bytes.NewReader(good), sink), FaultNewer)
		for i := len(magic); i < len(good); i += 5 {
			bad := bytes.Clone(good)
			bad[i] ^= 4
			if err := Read(bytes.NewReader(bad), sink); err == nil || faultCode(err) == FaultNewer {
				t.Errorf("%s, a bit of byte %d: %v", name, i, err)
			}
		}
		wantFault(t, Read(bytes.NewReader(good[:len(good)-1]), sink), FaultTruncated)
		if given > 0 {
			t.Errorf("%s: %d parts behind it were given out", name, given)
		}
	}
	h, err := Peek(bytes.NewReader(signedFrames(t, Header{Format: 2, MinReader: 2, Label: "本机 05"}, func(*Writer) {})))
	wantFault(t, err, FaultNewer)
	if h.MinReader != 2 || h.Label != "本机 05" {
		t.Errorf("%+v", h)
	}
}

func faultCode(err error) string {
	if f, ok := err.(*Fault); ok {
		return f.Code
	}
	return ""
}
