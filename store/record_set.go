package store

import (
	"context"
	"encoding/hex"
	"reflect"
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// edits makes an edit per key of "set". Every key must be a register of the kind. Faults: record.key (key), record.value
// (key, what is wrong).
func (r *recorder) edits(ctx context.Context, id checklist.ID, kind Kind, l recordLine, except ...string) ([]Edit, error) {
	var edits []Edit
	for _, key := range l.set.keys {
		f := FieldOf(kind, key)
		if f == nil || f.Type == Body || f.Type == File {
			return nil, newFault("record.key", "set."+key)
		}
		text, err := r.textOf(ctx, f, key, l.set.vals[key])
		if err != nil {
			return nil, err
		}
		e := Edit{Record: id, Kind: kind, Field: key, Text: text, Reason: l.reason, current: true}
		if err := l.rebase(&e); err != nil {
			return nil, err
		}
		edits = append(edits, e)
	}
	return edits, nil
}

// textOf is the text form of a JSON value; null clears the register.
func (r *recorder) textOf(ctx context.Context, f *Field, key string, x any) (string, error) {
	if x == nil {
		return "", nil
	}
	if list, ok := x.([]any); ok && f.Type == Links {
		parts := make([]string, len(list))
		for i := range list {
			s, _ := list[i].(string)
			id, err := r.link(ctx, f, s)
			if err != nil {
				return "", err
			}
			parts[i] = id.String()
		}
		return strings.Join(parts, " "), nil
	}
	s, ok := scalarText(x)
	if _, isText := x.(string); !ok || !isText && (f.Type == Text || f.Type == Secret || f.Type == Link || f.Type == Choice) {
		return "", newFault("record.value", key, "type")
	}
	if f.Type == Link && s != "" {
		id, err := r.link(ctx, f, s)
		return id.String(), err
	}
	return s, nil
}

// link is the record a text names: "@name", an id, or what people call it: a unit's code, a person's number or name, an
// interview's code. Fault record.link (key, text).
func (r *recorder) link(ctx context.Context, f *Field, text string) (checklist.ID, error) {
	id, named, err := r.named(text)
	if err != nil || named {
		return id, err
	}
	switch f.Name {
	case "unit":
		return r.unit(ctx, text)
	case "author", "person":
		p, err := r.person(ctx, text)
		return p.ID, err
	}
	return id, newFault("record.link", f.Name, text)
}

// rebase takes the heads a line says its author saw: {"base":{"received_on":["device/place/hash"]}}, as show --json
// gives them. Without it a line replaces what the book holds when the command starts.
func (l *recordLine) rebase(e *Edit) error {
	if l.base == nil {
		return nil
	}
	x, has := l.base.vals[e.Field]
	if !has {
		return nil
	}
	list, ok := x.([]any)
	if !ok {
		return newFault("record.value", "base."+e.Field, "type")
	}
	e.current, e.Shown = false, []bundle.Ref{}
	for _, item := range list {
		s, _ := item.(string)
		ref, ok := parseRef(s)
		if !ok {
			return newFault("record.value", "base."+e.Field, s)
		}
		e.Shown = append(e.Shown, ref)
	}
	return nil
}

// refText names a change as device/place/hash.
func refText(r bundle.Ref) string {
	return r.Dev.String() + "/" + strconv.FormatUint(r.Seq, 10) + "/" + hex.EncodeToString(r.H8[:])
}

func parseRef(s string) (r bundle.Ref, ok bool) {
	parts := strings.Split(s, "/")
	if len(parts) != 3 || len(parts[2]) != 2*len(r.H8) || r.Dev.UnmarshalText([]byte(parts[0])) != nil {
		return r, false
	}
	seq, err := strconv.ParseUint(parts[1], 10, 63)
	if err != nil {
		return r, false
	}
	_, err = hex.Decode(r.H8[:], []byte(parts[2]))
	r.Seq = seq
	return r, err == nil && seq > 0
}

// fillBody puts "set" into a body's struct, over what it holds; links in it may be names. Faults: record.value (key,
// what is wrong), record.label (name).
func (r *recorder) fillBody(l recordLine, into any) error {
	resolved, err := r.resolve(l.set)
	if err != nil {
		return err
	}
	if err := assign(reflect.ValueOf(into).Elem(), resolved, ""); err != nil {
		return &Fault{Code: "record.value", Args: []any{"set", err.Error()}, Err: err}
	}
	return nil
}

// resolve replaces "@name" by ids, where a key of a body holds one: file and talk of evidence.
func (r *recorder) resolve(x any) (any, error) {
	switch x := x.(type) {
	case *object:
		o := &object{keys: x.keys, vals: map[string]any{}}
		for k, v := range x.vals {
			s, isText := v.(string)
			var err error
			if isText && strings.HasPrefix(s, "@") && (k == "file" || k == "talk") {
				var id checklist.ID
				id, _, err = r.named(s)
				o.vals[k] = id.String()
			} else {
				o.vals[k], err = r.resolve(v)
			}
			if err != nil {
				return nil, err
			}
		}
		return o, nil
	case []any:
		list := make([]any, len(x))
		for i := range x {
			var err error
			if list[i], err = r.resolve(x[i]); err != nil {
				return nil, err
			}
		}
		return list, nil
	}
	return x, nil
}
