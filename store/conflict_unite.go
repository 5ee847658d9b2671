package store

import (
	"encoding/json"
	"slices"

	"zoufang/checklist"
)

// Unite is what the sides say together: every different line of a text, every different item of a list. Not ok where they
// say something that cannot stand together: two counts, two days.
func (c Conflict) Unite() (text string, ok bool) {
	f := FieldOf(c.Kind, c.Field)
	if f == nil || c.Edited || slices.ContainsFunc(c.Sides, func(s Sibling) bool { return s.Unread }) {
		return "", false
	}
	var texts []string
	for _, s := range c.Sides {
		texts = append(texts, s.Text)
	}
	switch f.Type {
	case Text, Secret:
		return checklist.UniteLines(texts...), true
	case Body:
		return uniteBodies(texts)
	}
	return "", false
}

// together are the parts of a body that are told, not counted.
var together = []string{"facts", "criterion", "cause", "effect", "reason"}

func uniteBodies(texts []string) (string, bool) {
	whole := map[string]json.RawMessage{}
	for _, t := range texts {
		var m map[string]json.RawMessage
		if json.Unmarshal([]byte(t), &m) != nil {
			return "", false
		}
		for key, v := range m {
			was, has := whole[key]
			switch {
			case !has || string(was) == string(v):
				whole[key] = v
			case slices.Contains(together, key):
				var a, b string
				if json.Unmarshal(was, &a) != nil || json.Unmarshal(v, &b) != nil {
					return "", false
				}
				whole[key], _ = json.Marshal(checklist.UniteLines(a, b)) // a text always is
			case len(v) > 0 && v[0] == '[':
				whole[key], _ = json.Marshal(UniteLists(was, v))
			default:
				return "", false
			}
		}
	}
	b, err := json.Marshal(whole)
	return string(b), err == nil
}

// UniteLists is every different item of some lists in JSON once, in their order.
func UniteLists(lists ...json.RawMessage) []json.RawMessage {
	var all []json.RawMessage
	for _, l := range lists {
		var items []json.RawMessage
		if json.Unmarshal(l, &items) != nil {
			continue
		}
		for _, it := range items {
			if !slices.ContainsFunc(all, func(x json.RawMessage) bool { return string(x) == string(it) }) {
				all = append(all, it)
			}
		}
	}
	return all
}
