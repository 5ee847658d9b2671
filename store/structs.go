package store

import (
	"reflect"
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// Most records are a struct of package checklist whose json names are registers. These functions carry one over into
// text forms and back; package checklist stays free of anything that knows registers.

// textsOf gives the text form of every register of a struct; zero values are "", the cleared register.
func textsOf(v any) map[string]string {
	texts := map[string]string{}
	for name, fv := range jsonFields(reflect.ValueOf(v)) {
		texts[name] = scalarOf(fv)
	}
	return texts
}

func scalarOf(rv reflect.Value) string {
	if rv.Kind() == reflect.Pointer {
		if rv.IsNil() {
			return ""
		}
		return scalarValue(rv.Elem()) // a pointer tells false and 0 from not said
	}
	if isZero(rv) {
		return ""
	}
	return scalarValue(rv)
}

func scalarValue(rv reflect.Value) string {
	switch x := rv.Interface().(type) {
	case checklist.ID:
		return x.String()
	case checklist.Points:
		return x.String()
	case []checklist.ID:
		parts := make([]string, len(x))
		for i, id := range x {
			parts[i] = id.String()
		}
		return strings.Join(parts, " ")
	}
	switch rv.Kind() {
	case reflect.Bool:
		return strconv.FormatBool(rv.Bool())
	case reflect.Int64:
		return strconv.FormatInt(rv.Int(), 10)
	}
	return rv.String()
}

// fill puts the registers of a record into a struct. What cannot be read stays zero.
func (rs *regs) fill(id checklist.ID, kind Kind, into any) {
	for name, fv := range jsonFields(reflect.ValueOf(into).Elem()) {
		f := FieldOf(kind, name)
		if f == nil {
			continue
		}
		if r := rs.at[register{id, f.No}]; r != nil && r.Text != "" {
			setScalar(fv, r.Text)
		}
	}
}

func setScalar(rv reflect.Value, text string) {
	if rv.Kind() == reflect.Pointer {
		rv.Set(reflect.New(rv.Type().Elem()))
		rv = rv.Elem()
	}
	switch p := rv.Addr().Interface().(type) {
	case *checklist.ID:
		_ = p.UnmarshalText([]byte(text)) // the register held an id, or the field stays zero
		return
	case *[]checklist.ID:
		for _, part := range strings.Fields(text) {
			var id checklist.ID
			if id.UnmarshalText([]byte(part)) == nil {
				*p = append(*p, id)
			}
		}
		return
	}
	switch rv.Kind() {
	case reflect.Bool:
		rv.SetBool(text == "true")
	case reflect.Int64:
		n, err := strconv.ParseInt(text, 10, 64)
		if err == nil {
			rv.SetInt(n)
		}
	case reflect.String:
		rv.SetString(text)
	}
}

// body reads a Body register into its struct; false when it is empty or cannot be read.
func (rs *regs) body(id checklist.ID, kind Kind, field string, into any) bool {
	r := rs.get(id, kind, field)
	return len(r.heads) > 0 && r.Text != "" && readValue(r.heads[0].val, into)
}

// editsOf makes one edit per register of a struct.
func editsOf(id checklist.ID, kind Kind, v any, shown func(field string) []bundle.Ref) []Edit {
	texts := textsOf(v)
	var edits []Edit
	for _, f := range FieldsOf(kind) {
		text, ok := texts[f.Name]
		if !ok {
			continue
		}
		e := Edit{Record: id, Kind: kind, Field: f.Name, Text: text}
		if shown == nil {
			e.current = true
		} else {
			e.Shown = shown(f.Name)
		}
		edits = append(edits, e)
	}
	return edits
}
