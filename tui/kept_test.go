package tui

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unsafe"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"
)

// inputsOf finds every input of a screen, by where it stands in it: what is typed there, and nothing else, must be there
// again. Lines that only narrow a list, search, or take a secret are none; see unkept.
func inputsOf(s Screen) map[string]field.Input {
	found := map[string]field.Input{}
	seen := map[uintptr]bool{}
	var walk func(path string, v reflect.Value)
	walk = func(path string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Interface:
			if !v.IsNil() {
				walk(path, v.Elem())
			}
		case reflect.Pointer:
			if v.IsNil() || seen[v.Pointer()] || v.Elem().Kind() != reflect.Struct {
				return
			}
			seen[v.Pointer()] = true
			p := reflect.NewAt(v.Type().Elem(), v.UnsafePointer()).Interface()
			switch x := p.(type) {
			case *Env, *List, *store.Doc, *secretLine, *newPhrase, *browser, *chooser:
				return
			case *Form:
				for i, it := range x.items {
					found[fmt.Sprintf("%s.%d.%s", path, i, it.Name)] = it.input
				}
				return
			case field.Input:
				found[path] = x
				return
			}
			walk(path, v.Elem())
		case reflect.Struct:
			for i := range v.NumField() {
				f := v.Field(i)
				if f.CanAddr() {
					f = reflect.NewAt(f.Type(), unsafe.Pointer(f.UnsafeAddr())).Elem()
				}
				walk(path+"/"+v.Type().Field(i).Name, f)
			}
		case reflect.Slice:
			if v.Type().Elem().Kind() == reflect.Interface {
				for i := range v.Len() {
					walk(fmt.Sprintf("%s[%d]", path, i), v.Index(i))
				}
			}
		}
	}
	walk("", reflect.ValueOf(s))
	return found
}

// fieldOf is the field of a place; a row that is still empty has another id after every start.
func fieldOf(p Place) string {
	if row, name, ok := strings.Cut(p.Field, "."); ok && len(row) == 16 {
		return name
	}
	return p.Field
}

// unkept are the inputs of screens that keep nothing, each with its reason.
var unkept = map[string]string{
	"search": "what is looked for is no record, and may be a name",
	"wizard": "there is no book yet to keep it in",
	"trial":  "a form of the tests",
}

// typeEverywhere types a text of its own into every input that Tab comes to, and tells where each stands.
func typeEverywhere(d *driver) map[string]string {
	typed := map[string]string{}
	for n := range 40 {
		top := d.app.top()
		was := map[string]string{}
		for path, in := range inputsOf(top) {
			was[path] = in.Value()
		}
		if !typing(top) && d.app.dialog == nil {
			d.Press("tab")
			continue
		}
		mark := string([]rune{rune(0x5000 + n), rune(0x7000 + n)})
		d.Press("end")
		d.Type(mark)
		if d.app.top() != top {
			break
		}
		for path, in := range inputsOf(top) {
			if v := in.Value(); v != was[path] && strings.Contains(v, mark) {
				if _, twice := typed[path]; twice {
					return typed // once round
				}
				typed[path] = mark
			}
		}
		d.Press("tab")
		if d.app.top() != top {
			break
		}
	}
	return typed
}

// formStarts are the ways to every screen, and to the forms that a screen's bare place does not show: those that begin at a
// note, because a number that cannot be understood holds the cursor, those of every choice, and those that a key opens.
func formStarts() map[string]func(*testing.T) *driver {
	list := map[string]func(*testing.T) *driver{}
	for name, start := range starts() {
		list[name] = func(t *testing.T) *driver { return start(t, words.ZH, 120, 40).driver }
	}
	list["claim facts"] = func(t *testing.T) *driver {
		d, visit := visited(t, words.ZH, 120, 40)
		d.Go(Place{Screen: "claim", Visit: visit, Item: "P1", Field: "facts"})
		return d
	}
	for _, rule := range []string{"E4.1", "E1.1"} {
		list["finding "+rule] = func(t *testing.T) *driver {
			d, visit := visited(t, words.ZH, 120, 40)
			d.Go(Place{Screen: "finding", Visit: visit, Record: newItem(visit), Item: rule, Field: "facts"})
			return d
		}
	}
	for _, what := range []string{storyRename, checklist.UnitMerged, checklist.UnitSplit, checklist.UnitCeased} {
		list["story "+what] = func(t *testing.T) *driver {
			d := newOffice(t, words.ZH, 120, 40, false)
			d.Go(Place{Screen: "story", Record: checklist.UnitID("青澜区", "D01")})
			d.run(d.app.top().(*story).form.Put("what", what))
			return d
		}
	}
	for _, act := range checklist.SlipActs {
		list["slipstep "+string(act)] = func(t *testing.T) *driver {
			d := newDriver(t, words.ZH, 120, 40)
			d.Go(Place{Screen: "slipstep", Record: slipBook(d).ID, Item: string(act)})
			return d
		}
	}
	list["group new"] = func(t *testing.T) *driver {
		d := newOffice(t, words.ZH, 120, 40, true)
		d.Go(Place{Screen: "group"})
		d.Press("f5")
		return d
	}
	list["slipnew unit"] = func(t *testing.T) *driver {
		d := newDriver(t, words.ZH, 120, 40)
		d.Go(Place{Screen: "slipnew", Record: checklist.UnitID("青澜区", "D02")})
		return d
	}
	list["agree value"] = func(t *testing.T) *driver {
		x := newTwo(t, words.ZH, 120, 40, zhao)
		x.Go(Place{Screen: "consensus", Visit: x.sheets()})
		s := x.app.top().(*consensus)
		for s.diff(s.list.Selected()).Kind != checklist.DiffCount {
			x.Press("down")
		}
		x.Press("enter")
		a := x.app.top().(*agree)
		x.run(a.form.Put(agreeTake, string(checklist.TakeValue)))
		x.run(a.form.Put(agreeWho, a.diff.Sides[0].Person.ID.String()))
		x.run(a.form.Put(agreeDissent, "原数有据"))
		x.run(a.another())
		x.run(a.form.Put(agreeWho, a.diff.Sides[1].Person.ID.String()))
		x.run(a.form.FocusOn(agreeTake, -1))
		return x.driver
	}
	return list
}

// A reason that was begun is there when the question is asked again: after Esc, and after a kill. Given, it is gone.
func TestABegunReasonIsKept(t *testing.T) {
	ctx := context.Background()
	d, visit := visited(t, words.ZH, 80, 24)
	_, err := d.book.SavePromise(ctx, d.doc(visit), checklist.Promise{Text: "补办出编单", Due: "2026-03-12"})
	d.must(err)
	d.Go(Place{Screen: "due"})
	d.Press("enter")
	d.Type("见出编单")
	d.restart()
	d.Press("enter")
	d.Has("见出编单")
	d.Type("原件")
	d.Press("esc", "enter")
	d.Has("见出编单原件")
	d.Press("enter")
	d.Lacks("补办出编单")
	if p := d.doc(visit).Promises; p[len(p)-1].How != "见出编单原件" {
		t.Errorf("%+v", p)
	}
	drafts, err := d.book.Drafts(ctx)
	d.must(err)
	if len(drafts) != 0 {
		t.Errorf("%+v", drafts)
	}
}

// A slip that was kept because another page was opened over it, and then lost its power, is the same slip afterwards.
func TestASlipIsNotMadeTwice(t *testing.T) {
	ctx := context.Background()
	d := newDriver(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "slipnew", Record: checklist.UnitID("青澜区", "D02")})
	d.Press("tab")
	d.Type("E5.1")
	d.Press("tab", "tab")
	d.Type("事实写到一半")
	d.Press("tab", "tab", "tab")
	d.Type("补办")
	d.Press("f1", "esc")
	d.Type("出编单")
	d.restart()
	d.Has("补办出编单", "事实写到一半")
	d.Press("f7")
	list, err := d.book.AllSlips(ctx)
	d.must(err)
	if len(list) != 1 || list[0].Demand != "补办出编单" {
		t.Errorf("%+v", list)
	}
	d.Go(Place{Screen: "slipnew", Record: checklist.UnitID("青澜区", "D02")})
	d.Lacks("出编单")
}

// What is typed into any input of any screen is there again at its place after a kill that nobody left the screen before:
// Chinese in every line and note, and in the numbers and dates too, which cannot be understood there.
func TestEveryInputIsKept(t *testing.T) {
	list, forms := formStarts(), 0
	for _, name := range slices.Sorted(maps.Keys(list)) {
		if unkept[name] != "" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			strayHome(t)
			d := list[name](t)
			if d.book == nil || d.app.env.Book != d.book {
				t.Fatal("no book is open here")
			}
			typed := typeEverywhere(d)
			if len(typed) == 0 {
				return
			}
			forms++
			before, place := reflect.TypeOf(d.app.top()), d.app.here()
			d.restart()
			if after := reflect.TypeOf(d.app.top()); after != before {
				t.Fatalf("%v came back as %v", before, after)
			}
			if at := d.app.here(); fieldOf(at) != fieldOf(place) {
				t.Errorf("the cursor was in %q and is in %q", place.Field, at.Field)
			}
			now, entries := inputsOf(d.app.top()), ""
			if visit := d.app.here().Visit; visit != (checklist.ID{}) {
				entries = fmt.Sprint(d.doc(visit).Entries) // a note is entered when it is left
			}
			for path, text := range typed {
				in := now[path]
				if (in == nil || !strings.Contains(in.Value(), text)) && !(strings.HasSuffix(path, "/input") && strings.Contains(entries, text)) {
					t.Errorf("%q typed at %s is gone:\n%s", text, path, d.Screen())
				}
			}
		})
	}
	if forms < 15 {
		t.Errorf("only %d screens took a text: the test proves nothing", forms)
	}
}

// A dissent that was taken down beside the one in the form is there after a kill.
func TestATakenDownDissentIsKept(t *testing.T) {
	d := formStarts()["agree value"](t)
	d.settle()
	d.restart()
	if x := d.app.top().(*agree).dissents; len(x) != 1 || x[0].What != "原数有据" {
		t.Errorf("%+v", x)
	}
}
