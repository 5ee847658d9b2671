package bundle

import (
	"bytes"
	"encoding/hex"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The bytes of values are stored and hashed for ever: these must never change.
func TestValueBytes(t *testing.T) {
	for _, c := range []struct {
		value Value
		want  string
	}{
		{Null(), "00"},
		{Int(0), "0100"},
		{Int(-3), "0105"},
		{Int(300), "01d804"},
		{Decimal(150, -2), "021e01"},
		{Decimal(0, 7), "020000"},
		{Text("某局"), "03e69f90e5b180"},
		{Text("e\u0301"), "03c3a9"},
		{Map(map[string]Value{"n": Int(2), "a": Null()}), "050201610100" + "016e020104"},
		{List(Int(1), Text("x")), "06020201020203" + "78"},
		{Secret(Hash{0xab}), "07ab" + strings.Repeat("00", 31)},
		{FileOf(File{Size: 5, MIME: "m", Name: "n"}), "04" + strings.Repeat("00", 32) + "05016d016e"},
	} {
		if got := hex.EncodeToString(c.value); got != c.want {
			t.Errorf("%v: %s, want %s", c.value, got, c.want)
		}
		if err := CheckValue(c.value); err != nil {
			t.Errorf("%s: %v", c.want, err)
		}
	}
}

func TestValueRefused(t *testing.T) {
	deep := Null()
	for range maxDepth {
		deep = List(deep)
	}
	for name, v := range map[string]Value{
		"nothing":                nil,
		"null with more":         {0, 0},
		"int not minimal":        {1, 0x80, 0},
		"int cut":                {1, 0x80},
		"decimal trailing zero":  {2, 20, 0},
		"decimal zero with exp":  {2, 0, 2},
		"text not composed":      append(Value{3}, "e\u0301"...),
		"text not UTF-8":         {3, 0xff},
		"map out of order":       {5, 2, 1, 'b', 1, 0, 1, 'a', 1, 0},
		"map key twice":          {5, 2, 1, 'a', 1, 0, 1, 'a', 1, 0},
		"map claims more":        {5, 200, 1},
		"map key not UTF-8":      {5, 1, 1, 0xff, 1, 0},
		"list claims more":       {6, 0xff, 0xff, 0xff, 0xff, 0x0f},
		"list with a bad item":   {6, 1, 2, 0, 0},
		"list with an empty one": {6, 1, 0},
		"secret too short":       {7, 1},
		"sealed empty":           {8},
		"too deep":               deep,
		"file cut":               {4, 1, 2},
	} {
		if err := CheckValue(v); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestUnknownTagsPass(t *testing.T) {
	for _, v := range []Value{{9}, {100, 1, 2}, {255}, List(Value{77, 1}), {8, 1, 2, 3}} {
		if err := CheckValue(v); err != nil {
			t.Errorf("%x: %v", []byte(v), err)
		}
	}
}

func TestValueAccessors(t *testing.T) {
	if n, ok := Int(-42).Int(); n != -42 || !ok {
		t.Error("int", n, ok)
	}
	if m, e, ok := Decimal(1500, -2).Decimal(); m != 15 || e != 0 || !ok {
		t.Error("decimal", m, e, ok)
	}
	f := File{SHA: SumOf(nil), Size: 9, MIME: "image/png", Name: "证书.png"}
	if got, ok := FileOf(f).File(); got != f || !ok {
		t.Error("file", got, ok)
	}
	if _, ok := Text("1").Int(); ok {
		t.Error("a text is no number")
	}
	if _, ok := Int(1).Map(); ok {
		t.Error("a number is no map")
	}
	salted := Salted([SaltLen]byte{3}, "受访者甲")
	if s, ok := Unsalted(salted); s != "受访者甲" || !ok {
		t.Error("salted", s, ok)
	}
	if sha, ok := Secret(SumOf(salted)).Secret(); sha != SumOf(salted) || !ok {
		t.Error("secret", sha, ok)
	}
}

func TestValueProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := genValue(3).Draw(t, "value")
		if err := CheckValue(v); err != nil {
			t.Fatalf("%x: %v", []byte(v), err)
		}
		if m, ok := v.Map(); ok && !bytes.Equal(Map(m), v) {
			t.Fatalf("map changed: %x", []byte(v))
		}
		if l, ok := v.List(); ok && !bytes.Equal(List(l...), v) {
			t.Fatalf("list changed: %x", []byte(v))
		}
		if s, ok := v.Text(); ok && !bytes.Equal(Text(s), v) {
			t.Fatalf("text changed: %x", []byte(v))
		}
		if f, ok := v.File(); ok && !reflect.DeepEqual(FileOf(f), v) {
			t.Fatalf("file changed: %x", []byte(v))
		}
	})
}

func TestTextForms(t *testing.T) {
	var d DeviceID
	var h Hash
	want := idOf(testKey(1))
	if err := d.UnmarshalText([]byte(want.String())); err != nil || d != want {
		t.Error(d, err)
	}
	if err := h.UnmarshalText([]byte(SumOf(nil).String())); err != nil || h != SumOf(nil) {
		t.Error(h, err)
	}
	for _, bad := range []string{"", "zz", strings.Repeat("g", 32), strings.Repeat("g", 64)} {
		if d.UnmarshalText([]byte(bad)) == nil || h.UnmarshalText([]byte(bad)) == nil {
			t.Errorf("%q accepted", bad)
		}
	}
}
