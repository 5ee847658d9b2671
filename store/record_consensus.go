package store

import (
	"slices"

	"zoufang/checklist"
)

// decisionOf reads a line that decides a difference between sheets:
// {"record":"decision","set":{"findings":["@a","@b"],"what":"side","side":"李敏"},"reason":…}, or with "about" (an
// indicator or a bonus) and "kind" instead of "findings", where only one difference is meant. Faults: record.need, record.link, record.value, consensus.gone, and
// those of Settle.
func (r *recorder) decisionOf(d *Doc, s *checklist.Scheme, l recordLine, now string) (id checklist.ID, edits []Edit, err error) {
	x := Settlement{}
	set := &object{vals: map[string]any{}}
	for _, key := range l.set.keys {
		if !slices.Contains([]string{"findings", "about", "kind", "what", "side", "value", "dissent", "member"}, key) {
			return id, nil, newFault("record.key", "set."+key)
		}
		if key != "findings" && key != "side" && key != "dissent" {
			set.keys, set.vals[key] = append(set.keys, key), l.set.vals[key]
		}
	}
	var body checklist.Ruling
	if err := r.fillBody(recordLine{set: set}, &body); err != nil {
		return id, nil, err
	}
	x.What, x.Value, x.Member = body.What, body.Value, body.Member
	if name, _ := l.set.vals["side"].(string); name != "" {
		i := slices.IndexFunc(d.Sheets, func(sh checklist.Sheet) bool { return sh.Person.Name == name || sh.Person.Number == name })
		if i < 0 {
			return id, nil, newFault("record.link", "side", name)
		}
		x.Side = d.Sheets[i].Person.ID
	}
	if x.Dissent, err = r.dissentOf(d, l); err != nil {
		return id, nil, err
	}
	a := d.Agreed(s)
	found, err := r.differenceOf(&a, body, l)
	if err != nil {
		return id, nil, err
	}
	x.Difference = *found
	edits, err = d.settleEdits(s, []Settlement{x}, l.reason, now)
	return found.ID, edits, err
}

// dissentOf reads {"dissent":[{"person":NAME,"what":…,"why":…}]}.
func (r *recorder) dissentOf(d *Doc, l recordLine) (list []checklist.Dissent, err error) {
	items, _ := l.set.vals["dissent"].([]any)
	for _, item := range items {
		o, ok := item.(*object)
		if !ok {
			return nil, newFault("record.value", "dissent", "type")
		}
		text := func(key string) string { s, _ := o.vals[key].(string); return s }
		x := checklist.Dissent{Name: text("person"), What: text("what"), Why: text("why")}
		for i := range d.Sheets {
			if p := d.Sheets[i].Person; p.Name == x.Name || p.Number == x.Name {
				x.Person, x.Name = p.ID, p.Name
			}
		}
		list = append(list, x)
	}
	return list, nil
}

// differenceOf is the difference a line is about.
func (r *recorder) differenceOf(a *checklist.Agreed, about checklist.Ruling, l recordLine) (*checklist.Difference, error) {
	var ids []checklist.ID
	items, _ := l.set.vals["findings"].([]any)
	for _, item := range items {
		text, _ := item.(string)
		id, named, err := r.named(text)
		if err != nil || !named {
			return nil, newFault("record.link", "findings", text)
		}
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(x, y checklist.ID) int { return slices.Compare(x[:], y[:]) })
	if len(ids) == 0 {
		return oneAbout(a, about)
	}
	for i := range a.Differences {
		if slices.Equal(a.Differences[i].Findings(), ids) {
			return &a.Differences[i], nil
		}
	}
	d, code := a.Join(ids)
	if code != "" {
		return nil, newFault(code)
	}
	return d, nil
}

// oneAbout is the only difference about an indicator or a bonus, or the only open one. Faults: consensus.gone; record.need
// where several are meant.
func oneAbout(a *checklist.Agreed, about checklist.Ruling) (*checklist.Difference, error) {
	var all, open []*checklist.Difference
	for i := range a.Differences {
		d := &a.Differences[i]
		if d.Indicator+d.Bonus != about.About || about.Kind != "" && about.Kind != d.Kind {
			continue
		}
		if all = append(all, d); d.Open() {
			open = append(open, d)
		}
	}
	switch {
	case about.About == "" || len(open) > 1 || len(open) == 0 && len(all) > 1:
		return nil, newFault("record.need", "findings")
	case len(open) == 1:
		return open[0], nil
	case len(all) == 1:
		return all[0], nil
	}
	return nil, newFault("consensus.gone")
}
