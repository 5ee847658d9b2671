package store

import (
	"context"
	"os"
	"path/filepath"
	"reflect"

	"zoufang/checklist"
)

// recordOutside writes a record that belongs to no visit. Faults: record.need (key), units.kind (kind).
func (r *recorder) recordOutside(ctx context.Context, a about, kind Kind, l recordLine) (id checklist.ID, err error) {
	switch kind {
	case KindUnit:
		code, err := l.need("code")
		if err != nil {
			return id, err
		}
		id = checklist.UnitID(r.w.b.district(), code)
		if err := r.knownKind(ctx, l); err != nil {
			return id, err
		}
		wholes, err := r.unitWholes(id, &l)
		if err == nil {
			err = r.w.apply(ctx, wholes...)
		}
		if err != nil {
			return id, err
		}
	case KindRound:
		id = r.w.b.round().ID
		for _, key := range []string{"district", "year", "scheme"} {
			if _, has := l.set.vals[key]; has {
				return id, newFault("record.key", "set."+key) // what the round is cannot be changed
			}
		}
		if open, has := l.set.vals["opened"]; has {
			return id, r.openRound(ctx, a, open, l)
		}
	case KindPerson:
		var p checklist.Person
		if err := r.fillBody(l, &p); err != nil {
			return id, err
		}
		if p, err = r.w.b.identify(p); err != nil {
			return id, err
		}
		id = p.ID
	case KindSlip:
		return r.recordSlip(ctx, a, l)
	case KindSlipStep:
		return r.recordSlipStep(ctx, a, l)
	case KindLearning:
		return r.recordLearning(ctx, a, l)
	case KindRelease, KindObjection, KindPastResult, KindRectify:
		return r.recordResult(ctx, a, kind, l)
	case KindGroup, KindInterest, KindSlot:
		return r.recordTeam(ctx, a, kind, l)
	default:
		return r.recordOffice(ctx, a, kind, l)
	}
	edits, err := r.edits(ctx, id, kind, l)
	if err != nil {
		return id, err
	}
	return id, r.w.apply(ctx, edits...)
}

// openRound opens the round: {"record":"round","set":{"opened":true},"reason":…}. Faults: record.value, and those of
// OpenRound.
func (r *recorder) openRound(ctx context.Context, a about, open any, l recordLine) error {
	if open != true || len(l.set.keys) > 1 {
		return newFault("record.value", "opened", "true")
	}
	if err := officeOnly(a.by); err != nil {
		return err
	}
	s, err := r.w.b.loadScheme(ctx, r.w.q, r.w.b.round().Scheme)
	if err != nil {
		return err
	}
	return r.w.openRound(ctx, a.by, s, r.moment(a), "", "", l.reason)
}

// knownKind refuses a kind of unit the scheme does not have.
func (r *recorder) knownKind(ctx context.Context, l recordLine) error {
	kind, has := l.set.vals["kind"]
	if !has {
		return nil
	}
	s, err := r.w.b.loadScheme(ctx, r.w.q, r.w.b.round().Scheme)
	if err != nil {
		return err
	}
	text, _ := kind.(string)
	if _, ok := s.Kind(text); !ok {
		return newFault("units.kind", text)
	}
	return nil
}

// need is a key of "set" that must be there, as text.
func (l *recordLine) need(key string) (string, error) {
	s, _ := l.set.vals[key].(string)
	if s == "" {
		return "", newFault("record.need", key)
	}
	return s, nil
}

// unitOf is the unit a line of the office is about: "unit" in set, or what the line is about.
func (r *recorder) unitOf(ctx context.Context, a about, l *recordLine) (checklist.ID, error) {
	text, has := l.set.vals["unit"].(string)
	if !has {
		if !a.given {
			return checklist.ID{}, newFault("record.nounit")
		}
		return a.unit, nil
	}
	id, err := r.unit(ctx, text)
	l.set.vals["unit"] = id.String()
	return id, err
}

// recordOffice writes what the office knows of a unit: ledger numbers, past findings, assignments.
func (r *recorder) recordOffice(ctx context.Context, a about, kind Kind, l recordLine) (id checklist.ID, err error) {
	unit, err := r.unitOf(ctx, a, &l)
	if err != nil {
		return id, err
	}
	var body any
	switch kind {
	case KindLedger:
		v := &checklist.Ledger{}
		if err = r.fillBody(l, v); err == nil {
			v.Unit, body, id = unit, *v, checklist.LedgerID(unit, v.Figure)
			err = r.knownFigure(ctx, v.Figure)
		}
	case KindPast:
		v := &checklist.Past{}
		if err = r.fillBody(l, v); err == nil {
			v.Unit = unit
			body, id = *v, pastID(*v)
		}
	case KindAssignment:
		v := &checklist.Assignment{}
		var p checklist.Person
		if text, ok := l.set.vals["person"].(string); ok {
			if p, err = r.person(ctx, text); err != nil {
				return id, err
			}
			l.set.vals["person"] = p.ID.String()
		}
		if err = r.fillBody(l, v); err == nil {
			if v.Person == (checklist.ID{}) {
				return id, newFault("record.need", "person")
			}
			v.Unit = unit
			return checklist.AssignID(r.w.b.round().ID, unit, v.Person), r.w.assign(ctx, *v)
		}
	}
	if err != nil {
		return id, err
	}
	return id, r.w.apply(ctx, Edit{Record: id, Kind: kind, Field: "body", Text: textOfBody(body), current: true})
}

// knownFigure refuses a number the scheme has no place for. Fault record.figure (figure).
func (r *recorder) knownFigure(ctx context.Context, figure string) error {
	s, err := r.w.b.loadScheme(ctx, r.w.q, r.w.b.round().Scheme)
	if err != nil {
		return err
	}
	if _, ok := s.Figure(figure); !ok {
		return newFault("record.figure", figure)
	}
	return nil
}

// recordSlip writes a supervision slip. One with the number of a slip of the unit is that slip.
func (r *recorder) recordSlip(ctx context.Context, a about, l recordLine) (id checklist.ID, err error) {
	unit, err := r.unitOf(ctx, a, &l)
	if err != nil {
		return id, err
	}
	if _, has := l.set.vals["unit"]; !has {
		l.set = &object{keys: append([]string{"unit"}, l.set.keys...), vals: l.set.vals}
		l.set.vals["unit"] = unit.String()
	}
	id, named, err := r.named(l.id)
	if err != nil {
		return id, err
	}
	if number, _ := l.set.vals["slip_no"].(string); !named && number != "" {
		slips, err := r.w.b.readSlips(ctx, r.w.q, unit)
		if err != nil {
			return id, err
		}
		for _, s := range slips {
			if s.Number == number {
				id, named = s.ID, true
			}
		}
	}
	if !named {
		id = NewSlipID(unit)
	}
	if _, has := l.set.vals["state"]; has && named {
		if err := r.noSteps(ctx, unit, id); err != nil {
			return id, err
		}
	}
	edits, err := r.edits(ctx, id, KindSlip, l)
	if err != nil {
		return id, err
	}
	return id, r.w.apply(ctx, edits...)
}

// recordInside writes a record of a visit.
func (r *recorder) recordInside(ctx context.Context, a about, visit checklist.ID, kind Kind, l recordLine) (id checklist.ID, err error) {
	switch kind {
	case KindFinding, KindStanding, KindClaim, KindLink, KindSheet, KindSignature, KindComment, KindDecision:
		return r.recordJudgement(ctx, a, kind, l)
	case KindFigure, KindSelfScore:
		return r.recordNumber(ctx, a, visit, kind, l)
	case KindAttachment:
		return r.recordFile(ctx, visit, l)
	}
	if id, err = r.idOf(ctx, a, visit, kind, &l); err != nil {
		return id, err
	}
	edits, err := r.edits(ctx, id, kind, l)
	if err != nil {
		return id, err
	}
	return id, r.w.apply(ctx, edits...)
}

// recordNumber writes a headcount figure or a self-score; a number that is null clears it.
func (r *recorder) recordNumber(ctx context.Context, a about, visit checklist.ID, kind Kind, l recordLine) (id checklist.ID, err error) {
	s, err := r.w.b.visitScheme(ctx, r.w.q, visit, a.by.ID)
	if err != nil {
		return id, err
	}
	var body any
	number := "n"
	if kind == KindFigure {
		v := checklist.Figure{}
		if err := r.fillBody(l, &v); err != nil {
			return id, err
		}
		switch v.Column {
		case checklist.Declared, checklist.Office, checklist.Verified:
		default:
			return id, newFault("record.value", "column", string(v.Column))
		}
		if _, ok := s.Figure(v.Figure); !ok {
			return id, newFault("record.figure", v.Figure)
		}
		id, body = checklist.FigureID(visit, v.Figure, v.Column), v
	} else {
		number = "points"
		v := checklist.SelfScore{}
		if err := r.fillBody(l, &v); err != nil {
			return id, err
		}
		if v.Indicator == "" {
			return id, newFault("record.need", "indicator")
		}
		began, err := r.w.register(ctx, checklist.SheetID(visit, a.by.ID), FieldOf(KindSheet, "began"))
		if err != nil {
			return id, err
		}
		if v.Scheme = ""; began.Text != "" {
			v.Scheme = s.Hash
		}
		id, body = checklist.SelfScoreID(visit, v.Indicator), v
	}
	value, has := l.set.vals[number]
	if !has {
		return id, newFault("record.need", number)
	}
	e := Edit{Record: id, Kind: kind, Field: "body", Reason: l.reason, current: true}
	if value != nil {
		e.Text = textOfBody(body)
	}
	return id, r.w.apply(ctx, e)
}

// recordFile keeps the file of an attachment. Faults: record.file (name) for a name that leaves the folder of the input
// or cannot be read, and those of Attach.
func (r *recorder) recordFile(ctx context.Context, visit checklist.ID, l recordLine) (id checklist.ID, err error) {
	var v struct {
		File    string       `json:"file"`
		Caption string       `json:"caption"`
		Host    checklist.ID `json:"host"`
	}
	if host, ok := l.set.vals["host"].(string); ok {
		if id, _, err = r.named(host); err != nil {
			return id, err
		}
		l.set.vals["host"] = id.String()
	}
	name, _ := l.set.vals["file"].(string)
	if err := assign(reflect.ValueOf(&v).Elem(), l.set, ""); err != nil {
		return id, &Fault{Code: "record.value", Args: []any{"set", err.Error()}, Err: err}
	}
	if r.o.Dir == "" || !filepath.IsLocal(name) {
		return id, newFault("record.file", name)
	}
	f, err := os.Open(filepath.Join(r.o.Dir, name))
	if err != nil {
		return id, &Fault{Code: "record.file", Args: []any{name}, Err: err}
	}
	defer f.Close()
	content, file, err := readAttachment(name, f)
	if err != nil {
		return id, err
	}
	id = NewID(visit)
	return id, r.w.attach(ctx, id, v.Host, v.Caption, content, file)
}
