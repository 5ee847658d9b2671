package store

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

func TestTextForms(t *testing.T) {
	id := checklist.UnitID("云台区", "MZJ").String()
	for _, c := range []struct {
		typ  Type
		in   string
		want string // "!" when it is refused
	}{
		{Text, "局三楼", "局三楼"}, {Text, "e\u0301", "é"}, {Text, "", ""},
		{Bool, "true", "true"}, {Bool, "false", "false"}, {Bool, "yes", "!"}, {Bool, "TRUE", "!"},
		{Int, "35", "35"}, {Int, "３５", "35"}, {Int, " -2 ", "-2"}, {Int, "3.0", "!"}, {Int, "9223372036854775808", "!"},
		{Points, "8", "8.00"}, {Points, "０．５", "0.50"}, {Points, "-1.25", "-1.25"}, {Points, "1.255", "!"}, {Points, "1e2", "!"}, {Points, "0", "0.00"},
		{Date, "2026-03-02", "2026-03-02"}, {Date, "２０２６-０３-０２", "2026-03-02"}, {Date, "2026-2-3", "!"}, {Date, "2026-02-30", "!"},
		{Clock, "09:05", "09:05"}, {Clock, "24:00", "!"}, {Moment, "2026-03-02 09:05", "2026-03-02 09:05"}, {Moment, "2026-03-02", "!"},
		{Link, id, id}, {Link, strings.ToUpper(id), id}, {Link, "abc", "!"}, {Links, id + " " + id, id + " " + id}, {Links, "x", "!"},
	} {
		f := &Field{Type: c.typ}
		v, err := f.parse(c.in)
		if c.want == "!" {
			if !IsFault(err, "field.bad") {
				t.Errorf("type %d %q: %v, want field.bad", c.typ, c.in, err)
			}
			continue
		}
		got, ok := f.text(v)
		if err != nil || !ok || got != c.want || bundle.CheckValue(v) != nil {
			t.Errorf("type %d %q: %q %v %v, want %q", c.typ, c.in, got, ok, err, c.want)
		}
	}
}

func TestPointsThatABookCannotShow(t *testing.T) {
	f := &Field{Type: Points}
	for _, v := range []bundle.Value{bundle.Decimal(1, -3), bundle.Decimal(1, 40), bundle.Decimal(1<<60, 3), bundle.Text("1")} {
		if text, ok := f.text(v); ok {
			t.Errorf("%x is shown as %q", v, text)
		}
	}
	if text, ok := f.text(bundle.Decimal(15, -1)); !ok || text != "1.50" {
		t.Errorf("%q %v", text, ok)
	}
}

// fillStruct draws a value for every json field of a struct.
func fillStruct(t *rapid.T, rv reflect.Value) {
	for name, fv := range jsonFields(rv) {
		draw(t, fv, name)
	}
}

func draw(t *rapid.T, rv reflect.Value, name string) {
	switch p := rv.Addr().Interface().(type) {
	case *checklist.ID:
		if rapid.Bool().Draw(t, name) {
			copy(p[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, name))
		}
		return
	case *checklist.Points:
		*p = checklist.Points(rapid.Int64Range(-100000, 100000).Draw(t, name))
		return
	}
	switch rv.Kind() {
	case reflect.Pointer:
		if rapid.Bool().Draw(t, name) {
			rv.Set(reflect.New(rv.Type().Elem()))
			draw(t, rv.Elem(), name)
		}
	case reflect.String:
		rv.SetString(bundle.Clean(rapid.String().Draw(t, name)))
	case reflect.Int64:
		rv.SetInt(rapid.Int64().Draw(t, name))
	case reflect.Bool:
		rv.SetBool(rapid.Bool().Draw(t, name))
	case reflect.Slice:
		for i := range rapid.IntRange(0, 3).Draw(t, name) {
			rv.Set(reflect.Append(rv, reflect.New(rv.Type().Elem()).Elem()))
			draw(t, rv.Index(i), name)
		}
	case reflect.Struct:
		fillStruct(t, rv)
	default:
		panic(fmt.Sprint("no such kind in a body: ", rv.Kind()))
	}
}

// Every body comes back from its value, its text form and its JSON as it went in; equal bodies are equal bytes.
func TestBodiesRoundTrip(t *testing.T) {
	for name, typ := range bodyTypes {
		kind, field, _ := strings.Cut(name, ".")
		f := FieldOf(Kind(kind), field)
		rapid.Check(t, func(t *rapid.T) {
			in := reflect.New(typ).Elem()
			fillStruct(t, in)
			v := bodyValue(in)
			if err := bundle.CheckValue(v); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			out := reflect.New(typ).Elem()
			if !readBody(v, out) || !reflect.DeepEqual(in.Interface(), out.Interface()) {
				t.Fatalf("%s: %+v came back as %+v", name, in, out)
			}
			text, ok := f.text(v)
			again, err := f.parse(text)
			if !ok || err != nil || !again.Equal(v) {
				t.Fatalf("%s: text form %s: %v %v", name, text, ok, err)
			}
		})
	}
}

func TestABodyPassesOverWhatItDoesNotKnow(t *testing.T) {
	v := bundle.Map(map[string]bundle.Value{"rule": bundle.Text("E1.1"), "invented_later": bundle.Int(1)})
	var f checklist.Finding
	if !readValue(v, &f) || f.Rule != "E1.1" {
		t.Errorf("%+v", f)
	}
	if readValue(bundle.Map(map[string]bundle.Value{"rule": bundle.Int(1)}), &f) {
		t.Error("a rule that is a number was read")
	}
	if _, err := FieldOf(KindFinding, "body").parse(`{"rule":"E1.1","invented_later":1}`); !IsFault(err, "field.bad") {
		t.Errorf("%v: what people write must be known", err)
	}
}

// Records made of registers come back from their text forms.
func TestStructsRoundTrip(t *testing.T) {
	for kind, typ := range map[Kind]reflect.Type{KindLook: reflect.TypeFor[checklist.Look](), KindListen: reflect.TypeFor[checklist.Listen](),
		KindCheck: reflect.TypeFor[checklist.Check](), KindMaterial: reflect.TypeFor[checklist.Material](), KindUnit: reflect.TypeFor[checklist.Unit](),
		KindPromise: reflect.TypeFor[checklist.Promise](), KindInterview: reflect.TypeFor[checklist.Interview](), KindSlip: reflect.TypeFor[checklist.Slip](),
		KindEntry: reflect.TypeFor[checklist.Entry](), KindQuestion: reflect.TypeFor[checklist.Question](), KindSignedSheet: reflect.TypeFor[checklist.SignedSheet]()} {
		for name := range jsonFields(reflect.New(typ).Elem()) {
			if FieldOf(kind, name) == nil {
				t.Errorf("%s.%s has no register", kind, name)
			}
		}
		rapid.Check(t, func(t *rapid.T) {
			in := reflect.New(typ).Elem()
			fillStruct(t, in)
			out := reflect.New(typ).Elem()
			for name, fv := range jsonFields(out) {
				if text := textsOf(in.Interface())[name]; text != "" {
					setScalar(fv, text)
				}
			}
			for name, fv := range jsonFields(in) {
				if ids, ok := fv.Interface().([]checklist.ID); ok { // zero ids name nothing
					var kept []checklist.ID
					for _, id := range ids {
						if id != (checklist.ID{}) {
							kept = append(kept, id)
						}
					}
					fv.Set(reflect.ValueOf(kept))
				}
				_ = name
			}
			if !reflect.DeepEqual(in.Interface(), out.Interface()) {
				t.Fatalf("%s: %+v came back as %+v", kind, in, out)
			}
		})
	}
}

func TestRefsAsText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := bundle.Ref{Seq: rapid.Uint64Range(1, 1<<53).Draw(t, "seq")}
		copy(r.Dev[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "dev"))
		copy(r.H8[:], rapid.SliceOfN(rapid.Byte(), 8, 8).Draw(t, "h8"))
		if back, ok := parseRef(refText(r)); !ok || back != r {
			t.Fatalf("%v came back as %v", r, back)
		}
		if back := unpackRefs(packRefs([]bundle.Ref{r, r})); len(back) != 2 || back[0] != r {
			t.Fatalf("%v came back as %v", r, back)
		}
	})
}
