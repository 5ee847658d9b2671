package store

import (
	"encoding/json"
	"reflect"

	"zoufang/checklist"
)

// JSON is the visit as Me may see it, under the names that RecordLines takes. What is empty is left out. Registers
// that are contested or wait are listed with their sides; "base" gives the heads that were shown, for a line's "base".
func (d *Doc) JSON() ([]byte, error) {
	out := map[string]any{
		"visit":  map[string]any{"id": d.ID.String(), "kind": d.Kind, "day": d.Day, "hidden_sheets": d.Hidden, "scheme": d.SchemeHash},
		"unit":   entity(d.Unit.ID, d.Unit),
		"round":  entity(d.Round.ID, d.Round),
		"look":   entity(checklist.StepID(d.ID, checklist.StepLook), d.Look),
		"listen": entity(checklist.StepID(d.ID, checklist.StepListen), d.Listen),
		"check":  entity(checklist.StepID(d.ID, checklist.StepCheck), d.Check),
	}
	lists := map[string][]map[string]any{
		"promises":      entities(d.Promises, func(x checklist.Promise) checklist.ID { return x.ID }),
		"materials":     entities(d.Materials, func(x checklist.Material) checklist.ID { return x.ID }),
		"questions":     entities(d.Questions, func(x checklist.Question) checklist.ID { return x.ID }),
		"interviews":    entities(d.Interviews, func(x checklist.Interview) checklist.ID { return x.ID }),
		"identities":    entities(d.Identities, func(x checklist.Identity) checklist.ID { return x.ID }),
		"entries":       entities(d.Entries, func(x checklist.Entry) checklist.ID { return x.ID }),
		"attachments":   entities(d.Attached, func(x checklist.Attachment) checklist.ID { return x.ID }),
		"comments":      entities(d.Comments, func(x checklist.Comment) checklist.ID { return x.ID }),
		"slips":         entities(d.Slips, func(x checklist.Slip) checklist.ID { return x.ID }),
		"past":          entities(d.Past, func(checklist.Past) checklist.ID { return checklist.ID{} }),
		"signed_sheets": entities(d.Papers, func(x checklist.SignedSheet) checklist.ID { return x.ID }),
		"team":          entities(d.Team, func(x checklist.Person) checklist.ID { return x.ID }),
	}
	for i, c := range d.Comments {
		if c.Status != "" {
			lists["comments"][i]["status"], lists["comments"][i]["answer"] = c.Status, c.Answer
		}
	}
	for _, s := range d.Signed {
		e := entity(s.ID, s.Signature)
		e["changed_since"] = s.Changed
		lists["signatures"] = append(lists["signatures"], e)
	}
	for i := range d.Sheets {
		lists["sheets"] = append(lists["sheets"], sheetJSON(&d.Sheets[i]))
	}
	lists["decisions"] = entities(d.Rulings(), func(x checklist.Ruling) checklist.ID { return x.ID })
	for _, l := range d.Left {
		lists["left"] = append(lists["left"], map[string]any{"record": l.Record.String(), "kind": l.Kind, "id": l.ID, "scheme": l.Scheme, "person": l.Person.String()})
	}
	for name, list := range lists {
		if len(list) > 0 {
			out[name] = list
		}
	}
	if len(d.Figures) > 0 {
		out["figures"] = d.Figures
	}
	if len(d.SelfScores) > 0 {
		out["self_scores"] = d.SelfScores
	}
	if len(d.SelfNotes) > 0 {
		out["self_notes"] = d.SelfNotes
	}
	for name, places := range map[string][]Place{"contested": d.Contested, "waiting": d.Waiting} {
		if len(places) > 0 {
			out[name] = d.placesJSON(places)
		}
	}
	return json.MarshalIndent(out, "", "  ")
}

// entity is a record with its id.
func entity(id checklist.ID, v any) map[string]any {
	e := map[string]any{}
	rv := reflect.ValueOf(v)
	for name, fv := range jsonFields(rv) {
		if !isZero(fv) {
			e[name] = json.RawMessage(appendJSON(nil, fv))
		}
	}
	if id != (checklist.ID{}) {
		e["id"] = id.String()
	}
	return e
}

func entities[T any](list []T, id func(T) checklist.ID) (out []map[string]any) {
	for _, x := range list {
		out = append(out, entity(id(x), x))
	}
	return out
}

func sheetJSON(s *checklist.Sheet) map[string]any {
	e := map[string]any{"id": s.ID.String(), "person": entity(s.Person.ID, s.Person), "scheme": s.Scheme, "state": "open"}
	if s.State != "" {
		e["state"] = s.State
	}
	standings, claims := map[string]any{}, map[string]any{}
	for ind, st := range s.Standings {
		x := entity(st.ID, st)
		if st.Approval != "" {
			x["approval"], x["approver"] = st.Approval, st.Approver
		}
		standings[ind] = x
	}
	for bonus, c := range s.Claims {
		claims[bonus] = entity(c.ID, c)
	}
	findings := []map[string]any{}
	for _, f := range s.Findings {
		x := entity(f.ID, f)
		if f.Status != "" {
			x["status"], x["why"] = f.Status, f.Why
		}
		findings = append(findings, x)
	}
	e["standings"], e["claims"], e["findings"], e["links"] = standings, claims, findings, s.Links
	return e
}

// placesJSON names registers with their sides.
func (d *Doc) placesJSON(places []Place) (list []map[string]any) {
	for _, p := range places {
		r := d.Register(p.Record, p.Kind, p.Field)
		var base []string
		for _, ref := range r.Shown {
			base = append(base, refText(ref))
		}
		var siblings []map[string]any
		for _, s := range r.Siblings {
			siblings = append(siblings, map[string]any{"text": s.Text, "by": s.By.Name, "device": s.Device.ID, "unread": s.Unread})
		}
		list = append(list, map[string]any{"record": p.Kind, "id": p.Record.String(), "field": p.Field,
			"sides": siblings, "base": base})
	}
	return list
}
