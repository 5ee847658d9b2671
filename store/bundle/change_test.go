package bundle

import (
	"bytes"
	"encoding/hex"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A change's bytes and hash are the log itself: these must never change.
func TestChangeBytes(t *testing.T) {
	own := DeviceID{1}
	c := Change{Lamport: 300, Wall: 1000, Actor: [8]byte{2}, Kind: Decide, Record: [16]byte{3}, Field: 3401, Value: Int(1),
		Reason: "核实", Refs: []Ref{{DeviceID{9}, 5, [8]byte{6}}, {own, 4, [8]byte{7}}, {own, 4, [8]byte{7}}}}
	body, err := c.Encode(own)
	if err != nil {
		t.Fatal(err)
	}
	want := "01" + "ac02" + "e807" + "0200000000000000" + "04" + "03" + strings.Repeat("00", 15) + "c91a" + "020102" +
		"06e6a0b8e5ae9e" + "02" + "00040700000000000000" + "0109" + strings.Repeat("00", 15) + "050600000000000000"
	if got := hex.EncodeToString(body); got != want {
		t.Errorf("body %s, want %s", got, want)
	}
	const hash = "01ba1a59e4dda24f9df8083e52812804fec08da7bb13586a3ad4085b03769292"
	if got := HashChange(own, 7, Hash{8}, body).String(); got != hash {
		t.Errorf("hash %s, want %s", got, hash)
	}
	got, err := Decode(own, body)
	if err != nil || got.Reason != "核实" || len(got.Refs) != 2 || got.Refs[0].Dev != own || got.Kind != Decide {
		t.Errorf("decoded %+v, %v", got, err)
	}
}

func TestChangeRoundTrip(t *testing.T) {
	own := idOf(testKey(1))
	rapid.Check(t, func(t *rapid.T) {
		c := genChange(own).Draw(t, "change")
		body, err := c.Encode(own)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Decode(own, body)
		if err != nil {
			t.Fatal(err)
		}
		again, err := got.Encode(own)
		if err != nil || !bytes.Equal(again, body) {
			t.Fatalf("%x became %x (%v)", body, again, err)
		}
		if got.Lamport != c.Lamport || got.Record != c.Record || !got.Value.Equal(c.Value) || got.Reason != c.Reason {
			t.Fatalf("%+v became %+v", c, got)
		}
	})
}

// Any byte string is either refused or exactly what Encode writes.
func TestDecodeIsCanonical(t *testing.T) {
	own := idOf(testKey(1))
	accepted := 0
	rapid.Check(t, func(t *rapid.T) {
		body, _ := genChange(own).Draw(t, "change").Encode(own)
		for range rapid.IntRange(1, 3).Draw(t, "edits") {
			body[rapid.IntRange(0, len(body)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
		}
		got, err := Decode(own, body)
		if err != nil {
			return
		}
		accepted++
		if again, err := got.Encode(own); err != nil || !bytes.Equal(again, body) {
			t.Fatalf("%x became %x (%v)", body, again, err)
		}
	})
	if accepted == 0 {
		t.Error("no edit was ever accepted: the test tests nothing")
	}
}

func TestChangeRefused(t *testing.T) {
	good := Change{Kind: Set, Value: Int(1)}
	many := good
	for i := range MaxRefs + 1 {
		many.Refs = append(many.Refs, Ref{Seq: uint64(i + 1)})
	}
	large := good
	large.Value = Text(strings.Repeat("字", MaxChange/3))
	wild := good
	wild.Lamport = MaxLamport + 1
	zero := good
	zero.Refs = []Ref{{}}
	bad := good
	bad.Value = Value{1, 0x80, 0}
	for name, c := range map[string]struct {
		change Change
		code   string
	}{
		"too many refs": {many, FaultTooLarge}, "too large": {large, FaultTooLarge}, "wild lamport": {wild, FaultChange},
		"reference to place 0": {zero, FaultChange}, "value not canonical": {bad, FaultChange}, "no value": {Change{}, FaultChange},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := c.change.Encode(DeviceID{1})
			wantFault(t, err, c.code)
		})
	}
}

func TestDecodeRefused(t *testing.T) {
	own := DeviceID{1}
	base, _ := Change{Kind: Set, Value: Int(1)}.Encode(own)
	refs := func(b ...byte) []byte { return append(bytes.Clone(base[:len(base)-1]), b...) }
	ref := func(kind, seq, h byte) []byte { return []byte{kind, seq, h, 0, 0, 0, 0, 0, 0, 0} }
	foreignOwn := append(append([]byte{1, refOther}, own[:]...), 1, 0, 0, 0, 0, 0, 0, 0, 0)
	for name, b := range map[string][]byte{
		"empty": nil, "other version": append([]byte{2}, base[1:]...), "one byte more": refs(0, 0), "cut": base[:len(base)-1],
		"varint not minimal":  append([]byte{1, 0x80, 0}, base[2:]...),
		"refs out of order":   refs(append(append([]byte{2}, ref(0, 2, 0)...), ref(0, 1, 0)...)...),
		"ref twice":           refs(append(append([]byte{2}, ref(0, 2, 0)...), ref(0, 2, 0)...)...),
		"ref of unknown sort": refs(append([]byte{1}, ref(7, 1, 0)...)...), "ref to place 0": refs(append([]byte{1}, ref(0, 0, 0)...)...),
		"own ref in foreign form": refs(foreignOwn...), "65 refs": refs(65), "too long": make([]byte, MaxChange+1),
	} {
		if _, err := Decode(own, b); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestCheckpoint(t *testing.T) {
	cp := SignCheckpoint(testKey(1), 7, Hash{9})
	if !cp.Verify() {
		t.Fatal("does not verify")
	}
	if got := decodeCheckpoint(cp.encode()); !got.Verify() || got.Dev != cp.Dev || got.Seq != 7 || got.Head != cp.Head {
		t.Errorf("round trip: %+v", got)
	}
	for name, change := range map[string]func(*Checkpoint){
		"other seq": func(c *Checkpoint) { c.Seq++ }, "other head": func(c *Checkpoint) { c.Head[3] ^= 1 },
		"other device": func(c *Checkpoint) { c.Dev[0] ^= 1 }, "no key": func(c *Checkpoint) { c.Pub = nil },
		"foreign key": func(c *Checkpoint) { c.Pub = SignCheckpoint(testKey(2), 1, Hash{}).Pub },
	} {
		bad := SignCheckpoint(testKey(1), 7, Hash{9})
		if change(&bad); bad.Verify() {
			t.Errorf("%s: verifies", name)
		}
	}
}
