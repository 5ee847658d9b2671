package tui

import "encoding/json"

// text is the text form of an item, or what is typed where it cannot be understood.
func (f *Form) text(it *item) string {
	if s, err := it.input.Parse(); err == nil {
		return s
	}
	return it.input.Value()
}

// begun is a whole as a draft keeps it: with the texts of the fields that cannot be understood yet.
func (f *Form) begun(whole string) string {
	typed := map[string]string{}
	for _, it := range f.items {
		if it.here() {
			if _, err := it.input.Parse(); err != nil {
				typed[it.Name] = it.input.Value()
			}
		}
	}
	m := map[string]json.RawMessage{}
	if len(typed) == 0 || json.Unmarshal([]byte(whole), &m) != nil {
		return whole
	}
	m["typed"] = json.RawMessage(bodyText(typed))
	return bodyText(m)
}

// retype puts back what such a draft says was typed and could not be understood.
func (f *Form) retype(draft string) {
	var x struct{ Typed map[string]string }
	_ = json.Unmarshal([]byte(draft), &x) // a draft of another form has typed nothing
	for name, text := range x.Typed {
		f.Set(name, text)
	}
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
