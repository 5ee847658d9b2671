package store

import (
	"reflect"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// A whole may hold keys that a newer version wrote and this one does not know. Whoever edits it here sees and writes
// only what is known; what is not known stays, in the whole itself and in the parts of it.

// keepUnknown gives a value of a register the keys that the value it takes the place of has and this version does not
// know.
func (w *writer) keepUnknown(f *Field, was *Register, val bundle.Value) bundle.Value {
	if f.Type != Body || val.IsNull() || len(was.heads) == 0 {
		return val
	}
	base := was.heads[0]
	for _, h := range was.heads {
		if was.Contested && h.ref.Dev == w.own.id { // in a contest an edit takes the place of the own side
			base = h
			break
		}
	}
	text, _ := bodyText(f, val)
	for _, h := range was.heads {
		if h.text == text { // a decision takes over a side as it stands
			base = h
			break
		}
	}
	return withUnknown(f.bodyType(), base.val, val)
}

// withUnknown is val with what old says under keys that type t does not have.
func withUnknown(t reflect.Type, old, val bundle.Value) bundle.Value {
	switch {
	case t.Kind() == reflect.Pointer:
		return withUnknown(t.Elem(), old, val)
	case t == reflect.TypeFor[checklist.ID](), t == reflect.TypeFor[checklist.Points]():
		return val
	case t.Kind() == reflect.Slice:
		return listWithUnknown(t.Elem(), old, val)
	case t.Kind() != reflect.Struct:
		return val
	}
	before, ok := old.Map()
	now, is := val.Map()
	if !ok || !is {
		return val
	}
	known := map[string]reflect.Type{}
	for name, fv := range jsonFields(reflect.New(t).Elem()) {
		known[name] = fv.Type()
	}
	for name, item := range before {
		kind, is := known[name]
		switch mine, has := now[name]; {
		case !is:
			now[name] = item
		case has:
			now[name] = withUnknown(kind, item, mine)
		}
	}
	return bundle.Map(now)
}

// listWithUnknown does so for the items of a list: an item goes on from the old one that says the same, and from the one
// in its place where the list is as long as it was.
func listWithUnknown(t reflect.Type, old, val bundle.Value) bundle.Value {
	before, ok := old.List()
	now, is := val.List()
	if !ok || !is || len(now) == 0 {
		return val
	}
	taken := make([]bool, len(before))
	from := make([]int, len(now))
	for i := range now {
		from[i] = -1
		for j := range before {
			if !taken[j] && knownPart(t, before[j]).Equal(now[i]) {
				from[i], taken[j] = j, true
				break
			}
		}
	}
	for i := range now {
		if from[i] < 0 && len(before) == len(now) && !taken[i] {
			from[i], taken[i] = i, true
		}
		if from[i] >= 0 {
			now[i] = withUnknown(t, before[from[i]], now[i])
		}
	}
	return bundle.List(now...)
}

// knownPart is a value as this version would write it; one of another shape as it is.
func knownPart(t reflect.Type, v bundle.Value) bundle.Value {
	rv := reflect.New(t).Elem()
	if !readBody(v, rv) {
		return v
	}
	return bodyValue(rv)
}
