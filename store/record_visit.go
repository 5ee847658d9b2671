package store

import (
	"context"

	"zoufang/checklist"
)

// idOf finds the record a line means: by "id", by what people call it, or a new one. What a new record needs and the
// line does not say is filled in.
func (r *recorder) idOf(ctx context.Context, a about, visit checklist.ID, kind Kind, l *recordLine) (checklist.ID, error) {
	if l.id != "" {
		id, named, err := r.named(l.id)
		if err == nil && (!named || id.Scope() != visit.Scope()) {
			err = newFault("record.unknown", l.id)
		}
		return id, err
	}
	switch kind {
	case KindLook:
		return checklist.StepID(visit, checklist.StepLook), nil
	case KindListen:
		return checklist.StepID(visit, checklist.StepListen), nil
	case KindCheck:
		return checklist.StepID(visit, checklist.StepCheck), nil
	case KindMaterial:
		return r.materialID(ctx, a, visit, l)
	case KindInterview, KindIdentity:
		return r.byCode(ctx, visit, kind, l)
	case KindEntry:
		return NewID(visit), r.fillEntry(ctx, a, visit, l)
	case KindSignedSheet:
		return r.byCode(ctx, visit, kind, l)
	}
	if _, err := l.need("text"); err != nil { // promises and questions
		return checklist.ID{}, err
	}
	return NewID(visit), nil
}

// materialID is a paper of the scheme's list by its id, or one added in the visit by its name. Fault record.material.
func (r *recorder) materialID(ctx context.Context, a about, visit checklist.ID, l *recordLine) (checklist.ID, error) {
	if m, ok := l.set.vals["material"].(string); ok && m != "" {
		s, err := r.w.b.visitScheme(ctx, r.w.q, visit, a.by.ID)
		if err != nil {
			return checklist.ID{}, err
		}
		if _, ok := s.Material(m); !ok {
			return checklist.ID{}, newFault("record.material", m)
		}
		return checklist.MaterialID(visit, m), nil
	}
	name, err := l.need("name")
	if err != nil {
		return checklist.ID{}, err
	}
	return r.find(ctx, visit, KindMaterial, "name", name)
}

// byCode is an interview or an identity by its code.
func (r *recorder) byCode(ctx context.Context, visit checklist.ID, kind Kind, l *recordLine) (checklist.ID, error) {
	code, err := l.need("code")
	if err != nil {
		return checklist.ID{}, err
	}
	return r.find(ctx, visit, kind, "code", code)
}

// find is the record of a visit whose register says text, or a new one.
func (r *recorder) find(ctx context.Context, visit checklist.ID, kind Kind, field, text string) (checklist.ID, error) {
	rs, err := r.w.b.scanWhere(ctx, r.w.q, "record BETWEEN ? AND ? AND field = ?", visit[:], inScope(visit), int64(FieldOf(kind, field).No))
	if err != nil {
		return checklist.ID{}, err
	}
	for _, id := range rs.of[kind] {
		if rs.get(id, kind, field).Text == text {
			return id, nil
		}
	}
	return NewID(visit), nil
}

// inScope is the highest id of a visit.
func inScope(visit checklist.ID) []byte {
	id := checklist.InVisit(visit, highest)
	return id[:]
}

// fillEntry gives a new note its author and moment, and finds the interview it belongs to by code.
func (r *recorder) fillEntry(ctx context.Context, a about, visit checklist.ID, l *recordLine) error {
	if _, err := l.need("text"); err != nil {
		return err
	}
	set := &object{keys: append([]string(nil), l.set.keys...), vals: l.set.vals}
	add := func(key, text string) {
		if _, has := set.vals[key]; !has {
			set.keys, set.vals[key] = append(set.keys, key), text
		}
	}
	add("author", a.by.ID.String())
	add("at", r.moment(a))
	l.set = set
	host, _ := set.vals["host"].(string)
	if _, named, err := r.named(host); err != nil || named || host == "" {
		return err
	}
	rs, err := r.w.b.scanVisit(ctx, r.w.q, visit)
	if err != nil {
		return err
	}
	for _, id := range rs.records(KindInterview) {
		if rs.get(id, KindInterview, "code").Text == host {
			set.vals["host"] = id.String()
			return nil
		}
	}
	return newFault("record.link", "host", host)
}

// moment is when a line happened.
func (r *recorder) moment(a about) string {
	if a.at != "" {
		return a.at
	}
	return r.w.b.moment()
}

// recordJudgement writes what an evaluator judges, the leader signs or the office says, by the rules of the screens.
func (r *recorder) recordJudgement(ctx context.Context, a about, kind Kind, l recordLine) (id checklist.ID, err error) {
	now := r.moment(a)
	err = r.judged(ctx, a, func(d *Doc, s *checklist.Scheme) (edits []Edit, err error) {
		switch kind {
		case KindFinding:
			id, edits, err = r.findingOf(d, s, l, now)
		case KindStanding:
			v := checklist.Standing{}
			if err = r.fillBody(l, &v); err == nil {
				id = checklist.StandingID(d.ID, d.me.ID, v.Indicator)
				edits, err = d.standingEdits(s, v.Indicator, v.State, v.Reason)
			}
		case KindClaim:
			v := checklist.Claim{}
			if err = r.fillBody(l, &v); err == nil {
				id, edits, err = d.claimEdits(s, v)
			}
		case KindLink:
			id, edits, err = r.linkOf(d, l)
		case KindDecision:
			id, edits, err = r.decisionOf(d, s, l, now)
		case KindSheet:
			id = d.Own().ID
			edits, err = r.sheetOf(d, l)
		case KindSignature:
			if len(l.set.keys) > 0 {
				return nil, newFault("record.key", "set."+l.set.keys[0])
			}
			var logs string
			if logs, err = r.w.b.teller(ctx, r.w.q).logsOf(d.regs); err == nil {
				edits, err = d.signEdits(func(hash string) (*checklist.Scheme, error) { return r.w.b.loadScheme(ctx, r.w.q, hash) }, now, logs)
			}
		case KindComment:
			v := checklist.Comment{}
			if err = r.fillBody(l, &v); err == nil {
				v.By, v.At, id = d.me.ID, now, NewID(d.ID)
				edits = []Edit{d.body(id, KindComment, "body", v)}
			}
		}
		return edits, err
	})
	return id, err
}

// findingOf is a new finding, or one of the author's own with "set" over what it holds.
func (r *recorder) findingOf(d *Doc, s *checklist.Scheme, l recordLine, now string) (checklist.ID, []Edit, error) {
	v := checklist.Finding{}
	if l.id != "" {
		id, _, err := r.named(l.id)
		if err != nil {
			return id, nil, err
		}
		was, _ := d.finding(id)
		if was == nil {
			return id, nil, newFault("record.unknown", l.id)
		}
		v = *was
	}
	if err := r.fillBody(l, &v); err != nil {
		return v.ID, nil, err
	}
	return d.findingEdits(s, v, now)
}

func (r *recorder) linkOf(d *Doc, l recordLine) (id checklist.ID, edits []Edit, err error) {
	var ends [2]checklist.ID
	for i, key := range []string{"a", "b"} {
		text, err := l.need(key)
		if err != nil {
			return id, nil, err
		}
		if ends[i], _, err = r.named(text); err != nil {
			return id, nil, err
		}
		if f, _ := d.finding(ends[i]); f == nil {
			return id, nil, newFault("record.link", key, text)
		}
	}
	if len(l.set.keys) > 2 {
		return id, nil, newFault("record.key", "set."+l.set.keys[2])
	}
	return checklist.LinkID(d.ID, ends[0], ends[1]), d.linkEdits(ends[0], ends[1], ""), nil
}

// sheetOf closes the author's sheet, or opens it again with a reason.
func (r *recorder) sheetOf(d *Doc, l recordLine) ([]Edit, error) {
	state, ok := l.set.vals["state"].(string)
	if !ok || len(l.set.keys) != 1 {
		return nil, newFault("record.need", "state")
	}
	switch state {
	case "closed":
		return d.closeEdits()
	case "open":
		return d.reopenEdits(l.reason)
	}
	return nil, newFault("record.value", "state", state)
}
