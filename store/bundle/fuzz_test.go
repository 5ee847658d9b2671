package bundle

import (
	"bytes"
	"testing"
)

func FuzzDecode(f *testing.F) {
	log := newLog(1).fill(f, 10)
	for _, b := range log.bodies {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		c, err := Decode(log.chain.dev, body)
		if err != nil {
			return
		}
		if again, err := c.Encode(log.chain.dev); err != nil || !bytes.Equal(again, body) {
			t.Fatalf("%x became %x (%v)", body, again, err)
		}
	})
}

func FuzzCheckValue(f *testing.F) {
	for _, v := range []Value{Null(), Int(-1), Decimal(15, -1), Text("某局"), FileOf(File{Name: "n"}), Secret(Hash{}),
		Map(map[string]Value{"a": List(Int(1), Null())})} {
		f.Add([]byte(v))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		v := Value(b)
		if CheckValue(v) != nil {
			return
		}
		again := v
		switch v.Tag() {
		case TagInt:
			n, _ := v.Int()
			again = Int(n)
		case TagDecimal:
			m, e, _ := v.Decimal()
			again = Decimal(m, e)
		case TagText:
			s, _ := v.Text()
			again = Text(s)
		case TagFile:
			x, _ := v.File()
			again = FileOf(x)
		case TagMap:
			m, _ := v.Map()
			again = Map(m)
		case TagList:
			l, _ := v.List()
			again = List(l...)
		}
		if !again.Equal(v) {
			t.Fatalf("%x became %x", b, []byte(again))
		}
	})
}

// Nobody but the holder of the key can make a bundle of this exporter that reads.
func FuzzRead(f *testing.F) {
	good := small(f)
	f.Add(good)
	exporter := idOf(testKey(1))
	f.Fuzz(func(t *testing.T, b []byte) {
		var by DeviceID
		err := Read(bytes.NewReader(b), Sink{Header: func(h Header) error { by = h.Exporter; return nil }})
		if err == nil && by == exporter && !bytes.Equal(b, good) {
			t.Fatal("accepted a bundle nobody signed")
		}
	})
}
