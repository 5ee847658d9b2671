package store

import (
	"context"
	"crypto/rand"
	"time"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// NewID makes the id of a new record of a visit, for what happens many times: findings, entries, interviews, promises.
func NewID(visit checklist.ID) checklist.ID {
	var r [8]byte
	_, _ = rand.Read(r[:]) // never fails
	return checklist.InVisit(visit, r)
}

// StartVisit begins a visit of a unit, or finds the one that two laptops mean: the yearly visit of the round, or the
// daily visit of that day (day as 2026-03-09). Faults: visit.unit (id) for a unit the book does not know, visit.day,
// visit.wiped (when) for one that was wiped here.
func (b *Book) StartVisit(ctx context.Context, unit checklist.ID, kind checklist.VisitKind, day string) (id checklist.ID, err error) {
	err = b.write(ctx, func(w *writer) error {
		w.plain = true
		id, err = w.startVisit(ctx, unit, kind, day)
		return err
	})
	return id, err
}

func (w *writer) startVisit(ctx context.Context, unit checklist.ID, kind checklist.VisitKind, day string) (checklist.ID, error) {
	id, ok, err := w.b.findVisit(ctx, w.q, unit, kind, day)
	if err != nil || ok {
		return id, err
	}
	if err := w.notWiped(ctx, unit, kind, day); err != nil {
		return id, err
	}
	code, err := w.register(ctx, unit, FieldOf(KindUnit, "code"))
	if err != nil {
		return id, err
	}
	if code.Text == "" {
		return id, newFault("visit.unit", unit.String())
	}
	body := visitBody{Unit: unit, Round: w.b.round().ID, Kind: checklist.Yearly}
	id = checklist.YearlyVisitID(body.Round, unit)
	if kind == checklist.Daily {
		if _, err := time.Parse(dateLayout, day); err != nil {
			return id, newFault("visit.day", day)
		}
		body.Kind, body.Day = checklist.Daily, day
		id = checklist.ID{}
		_, _ = rand.Read(id[:8]) // never fails
	}
	err = w.apply(ctx, Edit{Record: id, Kind: KindVisit, Field: "body", Text: textOfBody(body), current: true})
	return id, err
}

// VisitOf finds a visit: the yearly one of the round, or the daily one of a day.
func (b *Book) VisitOf(ctx context.Context, unit checklist.ID, kind checklist.VisitKind, day string) (id checklist.ID, ok bool, err error) {
	err = b.read(ctx, func(q querier) error {
		id, ok, err = b.findVisit(ctx, q, unit, kind, day)
		return err
	})
	return id, ok, err
}

func (b *Book) findVisit(ctx context.Context, q querier, unit checklist.ID, kind checklist.VisitKind, day string) (checklist.ID, bool, error) {
	ids := []checklist.ID{checklist.YearlyVisitID(b.round().ID, unit)}
	if kind == checklist.Daily {
		var err error
		if ids, err = visitIDs(ctx, q); err != nil {
			return checklist.ID{}, false, err
		}
	}
	rs, err := b.scanIDs(ctx, q, ids)
	if err != nil {
		return checklist.ID{}, false, err
	}
	for _, id := range rs.records(KindVisit) {
		var body visitBody
		if rs.body(id, KindVisit, "body", &body) && body.Unit == unit && body.Kind == kind && body.Day == day {
			return id, true, nil
		}
	}
	return checklist.ID{}, false, nil
}

// put makes the edits that carry a record from what d shows to v.
func (d *Doc) put(id checklist.ID, kind Kind, v any) []Edit {
	return editsOf(id, kind, v, func(field string) []bundle.Ref { return d.Shown(id, kind, field) })
}

// body makes the edit of a Body register.
func (d *Doc) body(id checklist.ID, kind Kind, field string, v any) Edit {
	return Edit{Record: id, Kind: kind, Field: field, Text: textOfBody(v), Shown: d.Shown(id, kind, field)}
}

func (d *Doc) status(id checklist.ID, kind Kind, status, reason string) Edit {
	return Edit{Record: id, Kind: kind, Field: "status", Text: status, Shown: d.Shown(id, kind, "status"), Reason: reason}
}

func (d *Doc) orNew(id checklist.ID) checklist.ID {
	if id == (checklist.ID{}) {
		return NewID(d.ID)
	}
	return id
}

// SaveLook writes what reading the self-report showed.
func (b *Book) SaveLook(ctx context.Context, d *Doc, v checklist.Look) error {
	return b.Apply(ctx, d.put(checklist.StepID(d.ID, checklist.StepLook), KindLook, v)...)
}

// SaveListen writes the briefing.
func (b *Book) SaveListen(ctx context.Context, d *Doc, v checklist.Listen) error {
	return b.Apply(ctx, d.put(checklist.StepID(d.ID, checklist.StepListen), KindListen, v)...)
}

// SaveCheck writes what belongs to the checking step as a whole.
func (b *Book) SaveCheck(ctx context.Context, d *Doc, v checklist.Check) error {
	return b.Apply(ctx, d.put(checklist.StepID(d.ID, checklist.StepCheck), KindCheck, v)...)
}

// SavePromise writes a promise; a zero ID makes a new one. So do the verbs that follow.
func (b *Book) SavePromise(ctx context.Context, d *Doc, v checklist.Promise) (checklist.ID, error) {
	id := d.orNew(v.ID)
	return id, b.Apply(ctx, d.put(id, KindPromise, v)...)
}

// SaveMaterial writes the state of a paper. One of the scheme's list has an id of its own.
func (b *Book) SaveMaterial(ctx context.Context, d *Doc, v checklist.Material) (checklist.ID, error) {
	id := v.ID
	if id == (checklist.ID{}) && v.Material != "" {
		id = checklist.MaterialID(d.ID, v.Material)
	}
	id = d.orNew(id)
	return id, b.Apply(ctx, d.put(id, KindMaterial, v)...)
}

// SaveQuestion writes an open question.
func (b *Book) SaveQuestion(ctx context.Context, d *Doc, v checklist.Question) (checklist.ID, error) {
	id := d.orNew(v.ID)
	return id, b.Apply(ctx, d.put(id, KindQuestion, v)...)
}

// SaveInterview writes an interview without its notes, which are entries.
func (b *Book) SaveInterview(ctx context.Context, d *Doc, v checklist.Interview) (checklist.ID, error) {
	id := d.orNew(v.ID)
	return id, b.Apply(ctx, d.put(id, KindInterview, v)...)
}

// SaveIdentity writes the name behind an interviewee's code, kept apart for the leader and the office.
func (b *Book) SaveIdentity(ctx context.Context, d *Doc, v checklist.Identity) (checklist.ID, error) {
	id := d.orNew(v.ID)
	return id, b.Apply(ctx, d.put(id, KindIdentity, v)...)
}

// SaveEntry writes a line of notes. A new one gets its author and the moment where these are empty.
func (b *Book) SaveEntry(ctx context.Context, d *Doc, v checklist.Entry) (checklist.ID, error) {
	if v.ID == (checklist.ID{}) {
		if v.Author == (checklist.ID{}) {
			v.Author = d.me.ID
		}
		if v.At == "" {
			v.At = b.moment()
		}
	}
	id := d.orNew(v.ID)
	return id, b.Apply(ctx, d.put(id, KindEntry, v)...)
}

// SetFigure writes one number of the headcount; nil clears it.
func (b *Book) SetFigure(ctx context.Context, d *Doc, figure string, col checklist.Column, n *int64) error {
	id := checklist.FigureID(d.ID, figure, col)
	e := Edit{Record: id, Kind: KindFigure, Field: "body", Shown: d.Shown(id, KindFigure, "body")}
	if n != nil {
		e.Text = textOfBody(checklist.Figure{Figure: figure, Column: col, N: *n})
	}
	return b.Apply(ctx, e)
}

// SetSelfScore writes the unit's own score for an indicator; nil clears it.
func (b *Book) SetSelfScore(ctx context.Context, d *Doc, indicator string, p *checklist.Points) error {
	id := checklist.SelfScoreID(d.ID, indicator)
	e := Edit{Record: id, Kind: KindSelfScore, Field: "body", Shown: d.Shown(id, KindSelfScore, "body")}
	if p != nil {
		e.Text = textOfBody(checklist.SelfScore{Indicator: indicator, Points: *p, Scheme: d.stamp(d.Main().Person.ID), Note: d.SelfNotes[indicator]})
	}
	return b.Apply(ctx, e)
}

// AddComment keeps what the office says when it sends a visit back.
func (b *Book) AddComment(ctx context.Context, d *Doc, indicator, text string) (checklist.ID, error) {
	id := NewID(d.ID)
	c := checklist.Comment{Indicator: indicator, Text: text, By: d.me.ID, At: b.moment()}
	return id, b.Apply(ctx, d.body(id, KindComment, "body", c))
}
