package tui

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// names are the words for records that values and titles refer to. They are read in a command, never in Frame.
type names struct {
	of     map[checklist.ID]string
	scheme *checklist.Scheme
	hides  bool // points are not shown
}

// readNames reads what people, units, the scheme and, for a visit, its records are called.
func readNames(ctx context.Context, b *store.Book, visit checklist.ID) (*names, error) {
	n := &names{of: map[checklist.ID]string{}}
	var err error
	if n.scheme, err = b.Scheme(ctx); err != nil {
		return nil, err
	}
	for _, p := range b.People() {
		n.of[p.ID] = p.Name
	}
	units, err := b.Units(ctx)
	if err != nil {
		return nil, err
	}
	for _, u := range units {
		n.of[u.Unit.ID] = u.Unit.Name
	}
	if visit == (checklist.ID{}) {
		return n, nil
	}
	doc, err := b.Visit(ctx, visit)
	if err != nil {
		return nil, err
	}
	if n.scheme, err = b.SchemeOf(ctx, doc.SchemeHash); err != nil {
		return nil, err
	}
	n.visit(doc)
	return n, nil
}

// visit takes in the records of a visit.
func (n *names) visit(d *store.Doc) {
	n.of[d.ID] = d.Unit.Name
	for _, x := range d.Questions {
		n.of[x.ID] = x.Text
	}
	for _, x := range d.Interviews {
		n.of[x.ID] = x.Code
	}
	for _, x := range d.Promises {
		n.of[x.ID] = x.Text
	}
	for _, x := range d.Materials {
		n.of[x.ID] = x.Name
		if m, ok := n.scheme.Material(x.Material); ok && x.Name == "" {
			n.of[x.ID] = m.Name.ZH
		}
	}
	for _, x := range d.Attached {
		n.of[x.ID] = x.Name
	}
	for _, x := range d.Entries {
		n.of[x.ID] = x.At + " " + x.Text
	}
	for _, s := range d.Sheets {
		n.of[s.ID] = s.Person.Name
		for _, f := range s.Findings {
			n.of[f.ID] = f.Rule
		}
		for id, st := range s.Standings {
			n.of[st.ID] = id
		}
		for id, c := range s.Claims {
			n.of[c.ID] = id
		}
	}
}

// record is what a record is called: its kind, and what tells it from others of its kind.
func (n *names) record(e *Env, rec checklist.ID, kind store.Kind) string {
	name := e.kindWord(kind)
	if own := n.of[rec]; own != "" {
		name += " " + own
	}
	return name
}

func (e *Env) kindWord(kind store.Kind) string {
	if t, ok := words.KindWords[string(kind)]; ok {
		return e.T(t)
	}
	return string(kind)
}

// fieldWord is the name of a register, or of a part of one that is a whole.
func (e *Env) fieldWord(kind store.Kind, field string) string {
	if t, ok := words.FieldWords[string(kind)+"."+field]; ok {
		return e.T(t)
	}
	if t, ok := words.FieldWords[field]; ok {
		return e.T(t)
	}
	return field
}

// registerWord names a register by record and field; of a record that is one whole, the record says it.
func (n *names) registerWord(e *Env, rec checklist.ID, kind store.Kind, field string) string {
	if field == "body" || field == "" {
		return n.record(e, rec, kind)
	}
	return n.record(e, rec, kind) + " " + e.fieldWord(kind, field)
}

// value is a value as people read it: words for choices, names for records, a whole in one line.
func (n *names) value(e *Env, kind store.Kind, field, text string) string {
	if text == "" {
		return e.T(words.HistoryEmpty)
	}
	if f := store.FieldOf(kind, field); f != nil && f.Type == store.Body {
		var parts []string
		for _, p := range n.parts(e, kind, field, text) {
			parts = append(parts, p.label+" "+p.value)
		}
		return strings.Join(parts, "  ")
	}
	return n.scalar(e, kind, field, text)
}

// scalar is a value that is no whole.
func (n *names) scalar(e *Env, kind store.Kind, field, text string) string {
	for _, name := range []string{string(kind) + "." + field, field} { // the kind's own word first
		if t, ok := words.ValueWords[name+"."+text]; ok {
			return e.T(t)
		}
	}
	if f := store.FieldOf(kind, field); f != nil && f.Type == store.Bool {
		if t, ok := words.ValueWords[text]; ok {
			return e.T(t)
		}
	}
	var found []string
	for _, word := range strings.Fields(text) {
		var id checklist.ID
		if len(word) != 32 || id.UnmarshalText([]byte(word)) != nil {
			return n.coded(e, field, text)
		}
		name := n.of[id]
		if name == "" {
			name = word[16:24]
		}
		found = append(found, name)
	}
	return strings.Join(found, " / ")
}

// coded adds the scheme's name to the code of a rule, an indicator, a step, a material, a bonus or a figure.
func (n *names) coded(e *Env, field, text string) string {
	if n.scheme == nil {
		return text
	}
	name, lang := "", string(e.Lang)
	switch field {
	case "rule":
		if r, _, ok := n.scheme.Rule(text); ok {
			name = r.Name.In(lang)
		}
	case "indicator":
		if i, _, ok := n.scheme.Indicator(text); ok {
			name = i.Name.In(lang)
		}
	case "bonus":
		if b, ok := n.scheme.Bonus(text); ok {
			name = b.Name.In(lang)
		}
	case "material":
		if m, ok := n.scheme.Material(text); ok {
			return m.Name.In(lang)
		}
	case "figure":
		return n.scheme.NameOf(text).In(lang)
	case "step", "from_step":
		if t, ok := words.StepWords[text]; ok {
			return e.T(t)
		}
	}
	return strings.TrimSpace(text + " " + name)
}

// valuePart is one part of a value that is a whole.
type valuePart struct{ key, label, value string }

// parts are the parts of a whole in the order they are written. A value that is no whole is one part without a label.
func (n *names) parts(e *Env, kind store.Kind, field, text string) []valuePart {
	f := store.FieldOf(kind, field)
	if f == nil || f.Type != store.Body || text == "" {
		return []valuePart{{"", "", n.value(e, kind, field, text)}}
	}
	within := kind
	if field != "body" {
		within = store.Kind(field) // the parts of an approval are no parts of a standing
	}
	var parts []valuePart
	for _, kv := range inOrder(text) {
		parts = append(parts, valuePart{kv.key, e.fieldWord(within, kv.key), n.json(e, within, kv.key, kv.value)})
	}
	return parts
}

// json is a part's value as people read it.
func (n *names) json(e *Env, kind store.Kind, key string, raw json.RawMessage) string {
	var list []json.RawMessage
	if json.Unmarshal(raw, &list) == nil {
		var items []string
		for _, item := range list {
			items = append(items, n.json(e, store.Kind(key), "", item))
		}
		return strings.Join(items, "\n")
	}
	if kvs := inOrder(string(raw)); kvs != nil {
		var items []string
		for _, kv := range kvs {
			items = append(items, n.json(e, kind, kv.key, kv.value))
		}
		return strings.Join(items, " ")
	}
	if n.hides && (key == "mark" || key == "points") {
		return e.T(words.HiddenCell)
	}
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return string(raw)
	}
	return n.scalar(e, kind, key, s)
}

type keyValue struct {
	key   string
	value json.RawMessage
}

// inOrder reads an object of JSON, its keys in the order they are written; nil for anything else.
func inOrder(text string) []keyValue {
	dec := json.NewDecoder(bytes.NewReader([]byte(text)))
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return nil
	}
	kvs := []keyValue{}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return nil
		}
		kv := keyValue{key: fmt.Sprint(key)}
		if dec.Decode(&kv.value) != nil {
			return nil
		}
		kvs = append(kvs, kv)
	}
	return kvs
}

// laptop is what people call a device: its label, or its number in this book.
func (e *Env) laptop(d store.DeviceInfo) string {
	if d.Label != "" {
		return e.Clean(d.Label)
	}
	return e.T(words.LaptopNumber, d.Number)
}

// personName is the name of a person who wrote something.
func (e *Env) personName(p checklist.Person) string {
	if p.Name != "" {
		return e.Clean(p.Name)
	}
	return p.Number
}
