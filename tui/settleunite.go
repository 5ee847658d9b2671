package tui

import (
	"encoding/json"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"
)

// settleKey is one part of a contested whole.
type settleKey struct {
	key    string
	raw    []json.RawMessage // per side; nil where a side has none
	differ bool
	list   bool
}

// readParts takes the sides apart.
func (f *settleForm) readParts() {
	sides := f.conflict.Sides
	at := map[string]int{}
	for i, s := range sides {
		for _, kv := range inOrder(s.Text) {
			k, ok := at[kv.key]
			if !ok {
				k = len(f.parts)
				at[kv.key] = k
				f.parts = append(f.parts, settleKey{key: kv.key, raw: make([]json.RawMessage, len(sides))})
			}
			f.parts[k].raw[i] = kv.value
		}
	}
	for i := range f.parts {
		p := &f.parts[i]
		for _, r := range p.raw {
			p.differ = p.differ || string(r) != string(p.raw[0])
			p.list = p.list || len(r) > 0 && r[0] == '['
		}
	}
}

// partRows are the items for the parts that differ; lists are united and need none.
func (f *settleForm) partRows() (rows [][]Item) {
	for _, p := range f.parts {
		if !p.differ || p.list {
			continue
		}
		it := Item{Name: settlePart + p.key, Label: fieldText(f.conflict.Kind, p.key), In: InLine, Skip: f.notOwn}
		switch {
		case p.number():
			it.In, it.Width = InNumber, 8
		case p.key == "mark" || p.key == "points":
			it.In, it.Width = InPoints, 8
		case p.key == "facts":
			it.In, it.Height = InText, 3
		case p.key == "state":
			it.In, it.Options = InChoice, f.stateOptions(p)
		}
		rows = append(rows, []Item{it})
	}
	return rows
}

func fieldText(kind store.Kind, key string) words.Text {
	if t, ok := words.FieldWords[string(kind)+"."+key]; ok {
		return t
	}
	return words.FieldWords[key]
}

// stateOptions are the states that the sides have.
func (f *settleForm) stateOptions(p settleKey) (options []field.Option) {
	for _, r := range p.raw {
		var s string
		if json.Unmarshal(r, &s) == nil && s != "" {
			options = append(options, field.Option{Value: s, Word: f.names.scalar(f.env, f.conflict.Kind, p.key, s)})
		}
	}
	return options
}

func (p settleKey) number() bool {
	for _, r := range p.raw {
		if len(r) > 0 && (r[0] == '-' || r[0] >= '0' && r[0] <= '9') {
			return true
		}
	}
	return false
}

// uniteTexts is every distinct line of the sides once.
func uniteTexts(raw []json.RawMessage) string {
	texts := make([]string, len(raw))
	for i, r := range raw {
		_ = json.Unmarshal(r, &texts[i]) // what is no text says nothing
	}
	return checklist.UniteLines(texts...)
}

// unite makes the new whole: what the sides share, the lists of all, and what was written for the rest.
func (f *settleForm) unite() (text, problem string) {
	m := map[string]json.RawMessage{}
	for _, p := range f.parts {
		if !p.differ {
			m[p.key] = p.raw[0]
			continue
		}
		var v any = store.UniteLists(p.raw...)
		if !p.list {
			s := f.Value(settlePart + p.key)
			if s == "" {
				return "", f.env.T(words.SettleBlank, f.env.T(fieldText(f.conflict.Kind, p.key)))
			}
			if v = s; p.number() {
				v = json.RawMessage(s)
			}
		}
		raw, err := json.Marshal(v)
		if err != nil {
			return "", words.Explain(f.env.Lang, err)
		}
		m[p.key] = raw
	}
	b, err := json.Marshal(m)
	if err != nil {
		return "", words.Explain(f.env.Lang, err)
	}
	return string(b), ""
}
