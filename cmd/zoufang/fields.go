package main

import (
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// fields writes records as labelled lines. The labels come from the json names of package checklist, which are the
// names of the registers; what is empty is left out.
type fields struct {
	w     io.Writer
	lang  words.Lang
	names map[checklist.ID]string // what records that others refer to are called
	name  string                  // what the record itself is called: it is not said twice
}

func (f fields) line(label, value string) {
	fmt.Fprintf(f.w, "  %s\n", words.CmdLabelled.F(f.lang, label, value))
}

// item writes a record of a list: what it is called, and below it what it says.
func (f fields) item(name, kind string, record any) {
	fmt.Fprintf(f.w, "  - %s\n", name)
	inner := f
	inner.w, inner.name = indented{f.w}, name
	inner.record(kind, record)
}

// record writes the fields of a struct.
func (f fields) record(kind string, record any) {
	v := reflect.ValueOf(record)
	for i := range v.NumField() {
		name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		if name == "" || name == "-" || quiet[name] {
			continue
		}
		if list, ok := v.Field(i).Interface().([]checklist.Evidence); ok {
			f.evidence(list)
			continue
		}
		if text := f.text(kind, name, v.Field(i)); text != "" && text != f.name && !strings.HasPrefix(f.name, text+"  ") {
			f.line(f.label(kind, name), text)
		}
	}
}

// quiet are fields that say nothing to people: whose record it is stands above it.
var quiet = map[string]bool{"person": true, "unit": true, "author": true, "sha256": true, "mime": true, "digest": true, "material": true, "code": true, "year": true, "round": true,
	"scheme": true}

func (f fields) label(kind, name string) string {
	if t, ok := words.FieldWords[kind+"."+name]; ok {
		return t.In(f.lang)
	}
	if t, ok := words.FieldWords[name]; ok {
		return t.In(f.lang)
	}
	return name
}

// text is a field as people read it; "" when it is empty.
func (f fields) text(kind, name string, v reflect.Value) string {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return ""
		}
		v = v.Elem()
	} else if v.IsZero() {
		return ""
	}
	switch x := v.Interface().(type) {
	case checklist.ID:
		return f.names[x]
	case []checklist.ID:
		var out []string
		for _, id := range x {
			out = append(out, f.names[id])
		}
		return strings.Join(out, words.CmdListSep.In(f.lang))
	case bool:
		return words.ValueWords[fmt.Sprint(x)].In(f.lang)
	}
	text := fmt.Sprint(v.Interface())
	if (name == "scheme" || name == "began") && len(text) > 12 {
		return text[:12] // of a hash, as much as lists show of it
	}
	if name == "step" || name == "from_step" {
		return words.StepWords[text].In(f.lang)
	}
	for _, key := range []string{kind + "." + name + "." + text, name + "." + text} {
		if t, ok := words.ValueWords[key]; ok {
			return t.In(f.lang)
		}
	}
	return text
}

// evidence writes each proof in one line.
func (f fields) evidence(list []checklist.Evidence) {
	for _, e := range list {
		parts := []string{words.ValueWords["kind."+e.Kind].In(f.lang)}
		for _, part := range []string{f.paper(e.Material), e.Place, e.Quote, f.names[e.Talk], f.names[e.File]} {
			if part != "" {
				parts = append(parts, part)
			}
		}
		f.line(words.FieldWords["evidence"].In(f.lang), strings.Join(parts, "  "))
	}
}

// paper is the name of a paper given by its id in the scheme or by the record of one added in the visit.
func (f fields) paper(material string) string {
	var id checklist.ID
	if id.UnmarshalText([]byte(material)) == nil && f.names[id] != "" {
		return f.names[id]
	}
	if name := f.names[paperKey(material)]; name != "" {
		return name
	}
	return material
}

// paperKey is the key under which namesOf keeps the name of a paper of the scheme.
func paperKey(material string) checklist.ID { return checklist.MaterialID(checklist.ID{}, material) }

// namesOf says what the records of a visit are called where others refer to them.
func namesOf(d *store.Doc, s *checklist.Scheme, lang words.Lang) map[checklist.ID]string {
	names := map[checklist.ID]string{}
	for _, m := range s.Materials {
		names[paperKey(m.ID)] = m.Name.In(string(lang))
	}
	for _, m := range d.Materials {
		names[m.ID] = m.Name
		if def, ok := s.Material(m.Material); ok {
			names[m.ID] = def.Name.In(string(lang))
		}
	}
	for _, p := range d.Promises {
		names[p.ID] = p.Text
	}
	for _, q := range d.Questions {
		names[q.ID] = q.Text
	}
	for _, t := range d.Interviews {
		names[t.ID] = t.Code
	}
	for _, x := range d.Identities {
		names[x.ID] = x.Code
	}
	for _, x := range d.Attached {
		names[x.ID] = x.Name
	}
	for _, x := range d.Slips {
		names[x.ID] = x.Number
	}
	for _, p := range d.Team {
		names[p.ID] = p.Name
	}
	for _, sh := range d.Sheets {
		names[sh.Person.ID] = sh.Person.Name
		for _, f := range sh.Findings {
			names[f.ID] = f.Rule
		}
	}
	return names
}

// body writes a register that is a whole, given as JSON, in one line; a text that is no such thing is left as it is.
func (f fields) body(kind, text string) string {
	d := json.NewDecoder(strings.NewReader(text))
	if _, err := d.Token(); err != nil {
		return text
	}
	var parts []string
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return text
		}
		var value any
		if err := d.Decode(&value); err != nil {
			return text
		}
		name := fmt.Sprint(key)
		if quiet[name] {
			continue
		}
		shown := f.text(kind, name, reflect.ValueOf(value))
		if list, ok := value.([]any); ok {
			shown = fmt.Sprint(len(list))
		}
		parts = append(parts, f.label(kind, name)+" "+shown)
	}
	return strings.Join(parts, words.CmdListSep.In(f.lang))
}

// indented sets every line in by two columns. It is given whole lines.
type indented struct{ w io.Writer }

func (i indented) Write(b []byte) (int, error) {
	if _, err := io.WriteString(i.w, "  "); err != nil {
		return 0, err
	}
	return i.w.Write(b)
}
