package tui

import "encoding/json"

// text is the text form of an item, or what is typed where it cannot be understood.
func (f *Form) text(it *item) string {
	if s, err := it.input.Parse(); err == nil {
		return s
	}
	return it.input.Value()
}

// part is the value of a key inside a whole, or the text itself.
func part(text, key string) string {
	if key == "" || text == "" {
		return text
	}
	var m map[string]any
	if json.Unmarshal([]byte(text), &m) != nil {
		return ""
	}
	switch v := m[key].(type) {
	case nil:
		return ""
	case string:
		return v
	default:
		b, _ := json.Marshal(v)
		return string(b)
	}
}

// whole is the text of an item's register: the text itself, or the whole with all its parts of this form.
func (f *Form) whole(it *item, draft bool) (string, error) {
	if it.Part == "" {
		if draft {
			return it.input.Value(), nil
		}
		return it.input.Parse()
	}
	m := map[string]json.RawMessage{}
	if it.reg.Text != "" {
		if err := json.Unmarshal([]byte(it.reg.Text), &m); err != nil {
			return "", err
		}
	}
	for _, o := range f.items {
		if o.register() != it.register() {
			continue
		}
		text, err := o.input.Parse()
		if err != nil && !draft {
			return "", err
		} else if err != nil {
			text = o.input.Value()
		}
		m[o.Part] = jsonPart(o.In, text)
	}
	b, err := json.Marshal(m)
	return string(b), err
}

func jsonPart(in int, text string) json.RawMessage {
	if (in == InNumber || in == InBool) && json.Valid([]byte(text)) {
		return json.RawMessage(text)
	}
	if in == InNumber {
		return json.RawMessage("0")
	}
	b, _ := json.Marshal(text)
	return b
}
