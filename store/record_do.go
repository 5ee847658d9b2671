package store

import (
	"context"
	"slices"

	"zoufang/checklist"
)

// do carries out one line.
func (r *recorder) do(ctx context.Context, l recordLine) error {
	a, err := r.aboutOf(ctx, l)
	if err != nil {
		return err
	}
	if l.verb == "" {
		r.about = a
		return nil
	}
	w := r.w
	before := w.author
	defer func() { w.author = before }()
	w.author = author{actor: [8]byte(a.by.ID[8:]), wall: a.wall}
	what, err := l.verbText()
	if err != nil {
		return err
	}
	var id checklist.ID
	switch l.verb {
	case "record":
		id, err = r.record(ctx, a, Kind(what), l)
	case "withdraw", "restore":
		err = r.setStatus(ctx, a, what, l)
	case "nil_rest":
		err = r.judged(ctx, a, func(d *Doc, s *checklist.Scheme) (edits []Edit, err error) {
			_, edits, err = d.nilRestEdits(s, what)
			return edits, err
		})
	case "approve", "refuse":
		err = r.approve(ctx, a, what, l)
	}
	if err != nil {
		return err
	}
	r.report.Lines++
	if l.verb == "record" {
		r.report.Kinds[what]++
	} else {
		r.report.Kinds[l.verb]++
	}
	if l.as != "" {
		r.report.Labels[l.as] = id
	}
	return nil
}

// record writes a record of a kind. Fault record.kind (kind).
func (r *recorder) record(ctx context.Context, a about, kind Kind, l recordLine) (checklist.ID, error) {
	if l.set == nil {
		l.set = &object{vals: map[string]any{}}
	}
	if FieldsOf(kind) == nil || slices.Contains([]Kind{KindScheme, KindDevice, KindKey, KindVisit, KindMoved, KindReceipt}, kind) {
		return checklist.ID{}, newFault("record.kind", string(kind))
	}
	if kind == KindPhrase {
		return r.recordPhrase(ctx, l)
	}
	if FieldsOf(kind)[0].No < firstVisitField {
		return r.recordOutside(ctx, a, kind, l)
	}
	visit, err := r.visit(ctx, a)
	if err != nil {
		return visit, err
	}
	return r.recordInside(ctx, a, visit, kind, l)
}

// visit is the visit a line belongs to; it is begun where it was not. Fault record.nounit.
func (r *recorder) visit(ctx context.Context, a about) (checklist.ID, error) {
	if !a.given {
		return checklist.ID{}, newFault("record.nounit")
	}
	id, err := r.w.startVisit(ctx, a.unit, a.kind, a.day)
	if err == nil && !slices.Contains(r.report.Visits, id) {
		r.report.Visits = append(r.report.Visits, id)
	}
	return id, err
}

// judged applies edits made from what the line's author sees of the visit.
func (r *recorder) judged(ctx context.Context, a about, edits func(*Doc, *checklist.Scheme) ([]Edit, error)) error {
	visit, err := r.visit(ctx, a)
	if err != nil {
		return err
	}
	d, err := r.w.b.doc(ctx, r.w.q, visit, a.by)
	if err != nil {
		return err
	}
	s, err := r.w.b.loadScheme(ctx, r.w.q, d.SchemeHash)
	if err != nil {
		return err
	}
	list, err := edits(d, s)
	if err != nil {
		return err
	}
	return r.w.apply(ctx, list...)
}

// setStatus withdraws a record with a reason, or restores it. Faults: reason.missing, record.status (kind) for a kind
// that cannot be withdrawn, record.unknown.
func (r *recorder) setStatus(ctx context.Context, a about, what string, l recordLine) error {
	id, named, err := r.named(what)
	if err != nil {
		return err
	}
	if !named {
		return newFault("record.unknown", what)
	}
	status := ""
	if l.verb == "withdraw" {
		if status = "withdrawn"; l.reason == "" {
			return newFault("reason.missing")
		}
	}
	rs, err := r.w.b.scan(ctx, r.w.q, id, id)
	if err != nil {
		return err
	}
	kind, ok := rs.kinds()[id]
	if !ok {
		return newFault("record.unknown", what)
	}
	if kind != KindFinding {
		if FieldOf(kind, "status") == nil {
			return newFault("record.status", string(kind))
		}
		return r.w.apply(ctx, Edit{Record: id, Kind: kind, Field: "status", Text: status, Reason: l.reason, current: true})
	}
	visit, _ := visitOf(id)
	d, err := r.w.b.doc(ctx, r.w.q, visit, a.by)
	if err != nil {
		return err
	}
	s, err := r.w.b.loadScheme(ctx, r.w.q, d.SchemeHash)
	if err != nil {
		return err
	}
	edits, err := d.statusEdits(s, id, status, l.reason)
	if err != nil {
		return err
	}
	return r.w.apply(ctx, edits...)
}

// approve rules on the "not applicable" of an indicator, of the person named by "of". Fault record.of.
func (r *recorder) approve(ctx context.Context, a about, indicator string, l recordLine) error {
	if l.of == "" {
		return newFault("record.of")
	}
	p, err := r.person(ctx, l.of)
	if err != nil {
		return err
	}
	return r.judged(ctx, a, func(d *Doc, s *checklist.Scheme) ([]Edit, error) {
		e, err := d.approvalEdit(s, checklist.StandingID(d.ID, p.ID, indicator), l.verb == "approve", l.reason)
		return []Edit{e}, err
	})
}
