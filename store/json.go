package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"

	"zoufang/checklist"
)

// object is a JSON object as it was written: keys in their order, none twice.
type object struct {
	keys []string
	vals map[string]any
}

var errTrailing = errors.New("something follows the value")

// maxJSONDepth bounds nesting, so that hostile input cannot exhaust the stack.
const maxJSONDepth = 16

// parseJSON reads one JSON value: object, []any, string, json.Number, bool or nil. Unlike encoding/json it refuses a
// key given twice, and it never turns a number into a float.
func parseJSON(src []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(src))
	d.UseNumber()
	x, err := parseToken(d, 0)
	if err != nil {
		return nil, err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errTrailing
	}
	return x, nil
}

func parseToken(d *json.Decoder, depth int) (any, error) {
	if depth > maxJSONDepth {
		return nil, errors.New("nested too deeply")
	}
	t, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch t {
	case json.Delim('{'):
		return parseObject(d, depth)
	case json.Delim('['):
		list := []any{}
		for d.More() {
			x, err := parseToken(d, depth+1)
			if err != nil {
				return nil, err
			}
			list = append(list, x)
		}
		_, err = d.Token()
		return list, err
	}
	return t, nil
}

func parseObject(d *json.Decoder, depth int) (*object, error) {
	o := &object{vals: map[string]any{}}
	for d.More() {
		k, err := d.Token()
		if err != nil {
			return nil, err
		}
		key := k.(string) // the decoder lets nothing else stand before a colon
		if _, twice := o.vals[key]; twice {
			return nil, fmt.Errorf("key %q is given twice", key)
		}
		if o.vals[key], err = parseToken(d, depth+1); err != nil {
			return nil, err
		}
		o.keys = append(o.keys, key)
	}
	_, err := d.Token()
	return o, err
}

// assign puts a parsed JSON value into a body's struct, strictly: unknown keys and wrong types are errors, numbers may
// be written as strings and the other way round.
func assign(rv reflect.Value, x any, path string) error {
	if x == nil {
		return nil
	}
	if rv.Kind() == reflect.Pointer {
		rv.Set(reflect.New(rv.Type().Elem()))
		return assign(rv.Elem(), x, path)
	}
	if u, ok := rv.Addr().Interface().(interface{ UnmarshalText([]byte) error }); ok {
		s, isText := scalarText(x)
		if !isText || u.UnmarshalText([]byte(s)) != nil {
			return badKey(path, x)
		}
		return nil
	}
	switch rv.Kind() {
	case reflect.Struct:
		return assignObject(rv, x, path)
	case reflect.Slice:
		list, ok := x.([]any)
		if !ok {
			return badKey(path, x)
		}
		rv.Set(reflect.MakeSlice(rv.Type(), len(list), len(list)))
		for i, item := range list {
			if err := assign(rv.Index(i), item, path+"["+strconv.Itoa(i)+"]"); err != nil {
				return err
			}
		}
		return nil
	}
	return assignScalar(rv, x, path)
}

func assignScalar(rv reflect.Value, x any, path string) error {
	s, ok := scalarText(x)
	if !ok {
		return badKey(path, x)
	}
	switch rv.Kind() {
	case reflect.String:
		if _, isText := x.(string); !isText {
			return badKey(path, x)
		}
		rv.SetString(s)
	case reflect.Int64:
		n, err := strconv.ParseInt(fold(s), 10, 64)
		if err != nil {
			return badKey(path, x)
		}
		rv.SetInt(n)
	case reflect.Bool:
		b, err := strconv.ParseBool(s)
		if err != nil || s != strconv.FormatBool(b) {
			return badKey(path, x)
		}
		rv.SetBool(b)
	}
	return nil
}

func assignObject(rv reflect.Value, x any, path string) error {
	o, ok := x.(*object)
	if !ok {
		return badKey(path, x)
	}
	known := map[string]reflect.Value{}
	for name, fv := range jsonFields(rv) {
		known[name] = fv
	}
	for _, k := range o.keys {
		fv, ok := known[k]
		if !ok {
			return fmt.Errorf("unknown key %q", path+k)
		}
		if err := assign(fv, o.vals[k], path+k+"."); err != nil {
			return err
		}
	}
	return nil
}

func badKey(path string, x any) error { return fmt.Errorf("%s cannot be %v", path, x) }

// scalarText is a JSON scalar as text.
func scalarText(x any) (string, bool) {
	switch x := x.(type) {
	case string:
		return x, true
	case json.Number:
		return x.String(), true
	case bool:
		return strconv.FormatBool(x), true
	}
	return "", false
}

// appendJSON writes a body as JSON: keys in the struct's order, zero ones left out, points and ids as text.
func appendJSON(b []byte, rv reflect.Value) []byte {
	switch x := rv.Interface().(type) {
	case checklist.ID:
		return appendText(b, x.String())
	case checklist.Points:
		return appendText(b, x.String())
	}
	switch rv.Kind() {
	case reflect.Pointer:
		return appendJSON(b, rv.Elem())
	case reflect.String:
		return appendText(b, rv.String())
	case reflect.Int64:
		return strconv.AppendInt(b, rv.Int(), 10)
	case reflect.Bool:
		return strconv.AppendBool(b, rv.Bool())
	case reflect.Slice:
		b = append(b, '[')
		for i := range rv.Len() {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendJSON(b, rv.Index(i))
		}
		return append(b, ']')
	}
	b = append(b, '{')
	first := true
	for name, fv := range jsonFields(rv) {
		if isZero(fv) {
			continue
		}
		if !first {
			b = append(b, ',')
		}
		first = false
		b = append(appendText(b, name), ':')
		b = appendJSON(b, fv)
	}
	return append(b, '}')
}

// appendText writes a JSON string as people read it: only what must be escaped is.
func appendText(b []byte, s string) []byte {
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		return append(b, `""`...) // cannot happen: every string can be encoded
	}
	return append(b, bytes.TrimRight(buf.Bytes(), "\n")...)
}
