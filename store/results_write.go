package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"zoufang/checklist"
)

// stamp says who writes about a result, and when.
type stamp struct {
	by checklist.Person
	at string
}

func (b *Book) stampNow() stamp { return stamp{b.Me(), b.moment()} }

// ReleaseResults releases the results of units, all or none, in the name of a member of the leading group: they are
// provisional from then on, and what was found becomes a list of what is to be put right. A result that changed after its
// release is released again for a reason. on is the day of the notice, today where it is "". Faults: me.missing,
// office.only, those of MayRelease of the book and of checklist.Outcome (release.nothing, release.pending, release.same,
// each with the unit's name first), reason.missing.
func (b *Book) ReleaseResults(ctx context.Context, units []checklist.ID, member, on, reason string) error {
	if err := officeOnly(b.Me()); err != nil {
		return err
	}
	st := b.stampNow()
	return b.write(ctx, func(w *writer) error {
		for _, unit := range units {
			if err := w.release(ctx, st, checklist.Release{Unit: unit, Member: member, On: on, Reason: reason}); err != nil {
				return err
			}
		}
		return nil
	})
}

func (w *writer) release(ctx context.Context, st stamp, x checklist.Release) error {
	m, err := w.mayRelease(ctx, x.Member)
	if err != nil {
		return err
	}
	r, err := w.b.unitResult(ctx, w.q, x.Unit)
	if err != nil {
		return err
	}
	if code, args := r.MayRelease(); code != "" {
		return newFault(code, append([]any{r.Unit.Name}, args...)...)
	}
	if r.Release != nil && strings.TrimSpace(x.Reason) == "" {
		return newFault("reason.missing")
	}
	if x.On, err = dayOr(x.On, st.at); err != nil {
		return err
	}
	x.Visit, x.Scheme, x.Member = r.Doc.ID, r.Scheme.Hash, m.Name
	x.By, x.Name, x.At = st.by.ID, st.by.Name, st.at
	x.Total, x.Grade, x.Marks, x.Digest = r.now.Total, r.now.Grade, r.now.Marks, r.now.Digest
	id := releaseID(w.b.round().ID, x.Unit)
	edits := []Edit{{Record: id, Kind: KindRelease, Field: "body", Text: textOfBody(x), Reason: x.Reason, current: true}}
	if r.Final != nil { // it has to stand again
		edits = append(edits, Edit{Record: id, Kind: KindRelease, Field: "final", Reason: x.Reason, current: true})
	}
	return w.apply(ctx, append(edits, itemEdits(&r, &x)...)...)
}

// itemEdits writes the list of what is to be put right. An item keeps its number and its day through a second release; one
// whose finding fell away is cleared.
func itemEdits(r *UnitResult, x *checklist.Release) (edits []Edit) {
	next := int64(0)
	for _, it := range r.Items {
		next = max(next, it.No)
	}
	var kept []checklist.ID
	for _, it := range checklist.RectifyList(r.Scheme, &r.Doc.Visit, &r.Agreed.Sheet, x.On) {
		if i := slices.IndexFunc(r.Items, func(y checklist.Rectify) bool { return y.Finding == it.Finding && y.Visit == it.Visit }); i >= 0 {
			it.No, it.On, it.Deadline = r.Items[i].No, r.Items[i].On, r.Items[i].Deadline
		} else {
			next++
			it.No = next
		}
		id := rectifyID(&it)
		kept = append(kept, id)
		edits = append(edits, Edit{Record: id, Kind: KindRectify, Field: "body", Text: textOfBody(it), Reason: x.Reason, current: true})
	}
	for _, it := range r.Items {
		if !slices.Contains(kept, it.ID) {
			edits = append(edits, Edit{Record: it.ID, Kind: KindRectify, Field: "body", Reason: x.Reason, current: true})
		}
	}
	return edits
}

// mayRelease is MayRelease inside a transaction.
func (w *writer) mayRelease(ctx context.Context, name string) (m checklist.GroupMember, err error) {
	list, err := w.b.readGroup(ctx, w.q)
	if err != nil {
		return m, err
	}
	return releaserIn(list, name)
}

// dayOr is a day, or that of a moment where it is "". Fault results.day (text).
func dayOr(day, moment string) (string, error) {
	day = cmp.Or(day, moment[:len(dateLayout)])
	if _, ok := checklist.ParseDay(day); !ok {
		return "", newFault("results.day", day)
	}
	return day, nil
}

// Object records what a unit says in writing against the facts or the result: within three working days of the day the
// paper was handed over, or later for a reason (x.Late). x names the unit; Handed is the day of the release where it is "".
// Faults: me.missing, leader.only, objection.text, objection.none where nothing was released, objection.handed,
// objection.late (the last day), results.day.
func (b *Book) Object(ctx context.Context, x checklist.Objection) (id checklist.ID, err error) {
	st := b.stampNow()
	err = b.write(ctx, func(w *writer) error {
		id, err = w.object(ctx, st, x)
		return err
	})
	return id, err
}

func (w *writer) object(ctx context.Context, st stamp, x checklist.Objection) (id checklist.ID, err error) {
	if err := mayAnswer(st.by); err != nil {
		return id, err
	}
	r, err := w.b.unitResult(ctx, w.q, x.Unit)
	if err != nil {
		return id, err
	}
	x.Against = cmp.Or(x.Against, checklist.AgainstResult)
	switch {
	case strings.TrimSpace(x.Text) == "":
		return id, newFault("objection.text")
	case x.Against != checklist.AgainstFacts && x.Against != checklist.AgainstResult:
		return id, newFault("objection.against", x.Against)
	case r.Doc == nil || x.Against == checklist.AgainstResult && r.Release == nil:
		return id, newFault("objection.none", r.Unit.Name)
	case x.Handed == "" && x.Against == checklist.AgainstFacts:
		return id, newFault("objection.handed")
	}
	if x.Handed == "" {
		x.Handed = r.Release.On
	}
	if x.Handed, err = dayOr(x.Handed, st.at); err == nil {
		x.On, err = dayOr(x.On, st.at)
	}
	if err != nil {
		return id, err
	}
	days := w.b.round().Days()
	if !x.InTime(days) && strings.TrimSpace(x.Late) == "" {
		return id, newFault("objection.late", days.After(x.Handed, checklist.ObjectionDays))
	}
	x.Visit, x.By, x.Name, x.At = r.Doc.ID, st.by.ID, st.by.Name, st.at
	id = resultID(x.Unit, "objection", x.Visit.String(), x.Against, x.On, x.Text)
	return id, w.apply(ctx, Edit{Record: id, Kind: KindObjection, Field: "body", Text: textOfBody(x), Reason: x.Late, current: true})
}

// mayAnswer refuses who is neither a team's leader nor the office. Faults: me.missing, leader.only.
func mayAnswer(p checklist.Person) error {
	switch {
	case p.ID == (checklist.ID{}):
		return newFault("me.missing")
	case p.Role != checklist.RoleLeader && p.Role != checklist.RoleOffice:
		return newFault("leader.only")
	}
	return nil
}

// Recheck records what looking again at an objection came to, and why. That something changes is put right in the visit
// itself, which is then released again. Faults: me.missing, leader.only, reason.missing, objection.unknown, recheck.result,
// results.day.
func (b *Book) Recheck(ctx context.Context, objection checklist.ID, c checklist.Recheck) error {
	st := b.stampNow()
	return b.write(ctx, func(w *writer) error { return w.recheck(ctx, st, objection, c) })
}

func (w *writer) recheck(ctx context.Context, st stamp, objection checklist.ID, c checklist.Recheck) (err error) {
	if err := mayAnswer(st.by); err != nil {
		return err
	}
	body, err := w.register(ctx, objection, FieldOf(KindObjection, "body"))
	switch {
	case err != nil:
		return err
	case body.Text == "":
		return newFault("objection.unknown")
	case strings.TrimSpace(c.Reason) == "":
		return newFault("reason.missing")
	case c.Result != checklist.RecheckKept && c.Result != checklist.RecheckChanged:
		return newFault("recheck.result", c.Result)
	}
	if c.On, err = dayOr(c.On, st.at); err != nil {
		return err
	}
	c.Who = cmp.Or(strings.TrimSpace(c.Who), st.by.Name)
	c.By, c.Name, c.At = st.by.ID, st.by.Name, st.at
	return w.apply(ctx, Edit{Record: objection, Kind: KindObjection, Field: "check", Text: textOfBody(c), Reason: c.Reason, current: true})
}

// FinishResults declares released results final, all or none: the time to object has passed, or a reason says why it is
// not waited for. Faults: me.missing, office.only, those of MayRelease of the book and of checklist.Outcome.MayFinish, each
// of the latter with the unit's name first.
func (b *Book) FinishResults(ctx context.Context, units []checklist.ID, member, on, reason string) error {
	if err := officeOnly(b.Me()); err != nil {
		return err
	}
	st := b.stampNow()
	return b.write(ctx, func(w *writer) error {
		for _, unit := range units {
			if err := w.finishResult(ctx, st, unit, checklist.Finality{Member: member, On: on, Reason: reason}); err != nil {
				return err
			}
		}
		return nil
	})
}

func (w *writer) finishResult(ctx context.Context, st stamp, unit checklist.ID, f checklist.Finality) error {
	m, err := w.mayRelease(ctx, f.Member)
	if err != nil {
		return err
	}
	r, err := w.b.unitResult(ctx, w.q, unit)
	if err != nil {
		return err
	}
	if f.On, err = dayOr(f.On, st.at); err != nil {
		return err
	}
	if code, args := r.MayFinish(f.On, f.Reason); code != "" {
		return newFault(code, append([]any{r.Unit.Name}, args...)...)
	}
	f.Member, f.By, f.Name, f.At, f.Total, f.Grade = m.Name, st.by.ID, st.by.Name, st.at, r.Release.Total, r.Release.Grade
	return w.apply(ctx, Edit{Record: releaseID(w.b.round().ID, unit), Kind: KindRelease, Field: "final", Text: textOfBody(f), Reason: f.Reason, current: true})
}

// WithdrawRelease takes a release back, for a reason; what it said stays in the history. Faults: me.missing, office.only,
// reason.missing, final.none (unit).
func (b *Book) WithdrawRelease(ctx context.Context, unit checklist.ID, reason string) error {
	if err := officeOnly(b.Me()); err != nil {
		return err
	}
	if strings.TrimSpace(reason) == "" {
		return newFault("reason.missing")
	}
	return b.write(ctx, func(w *writer) error {
		r, err := b.unitResult(ctx, w.q, unit)
		if err != nil {
			return err
		}
		if r.Release == nil {
			return newFault("final.none", r.Unit.Name)
		}
		id := releaseID(b.round().ID, unit)
		edits := []Edit{{Record: id, Kind: KindRelease, Field: "body", Reason: reason, current: true}}
		if r.Final != nil {
			edits = append(edits, Edit{Record: id, Kind: KindRelease, Field: "final", Reason: reason, current: true})
		}
		for _, it := range r.Items {
			edits = append(edits, Edit{Record: it.ID, Kind: KindRectify, Field: "body", Reason: reason, current: true})
		}
		return w.apply(ctx, edits...)
	})
}

// StepRectify records what the unit reports of an item of its list, or with check what a re-check found. Faults: me.missing,
// leader.only, rectify.unknown, rectify.text, rectify.first for a re-check before the unit reported, results.day.
func (b *Book) StepRectify(ctx context.Context, item checklist.ID, check bool, x checklist.RectifyStep) error {
	st := b.stampNow()
	return b.write(ctx, func(w *writer) error { return w.stepRectify(ctx, st, item, check, x) })
}

func (w *writer) stepRectify(ctx context.Context, st stamp, item checklist.ID, check bool, x checklist.RectifyStep) error {
	if err := mayAnswer(st.by); err != nil {
		return err
	}
	body, err := w.register(ctx, item, FieldOf(KindRectify, "body"))
	if err != nil {
		return err
	}
	report, err := w.register(ctx, item, FieldOf(KindRectify, "report"))
	if err != nil {
		return err
	}
	switch {
	case body.Text == "":
		return newFault("rectify.unknown")
	case strings.TrimSpace(x.Text) == "":
		return newFault("rectify.text")
	case check && report.Text == "":
		return newFault("rectify.first")
	}
	if x.On, err = dayOr(x.On, st.at); err != nil {
		return err
	}
	x.By, x.Name, x.At = st.by.ID, st.by.Name, st.at
	field := "report"
	if check {
		field = "check"
	}
	return w.apply(ctx, Edit{Record: item, Kind: KindRectify, Field: field, Text: textOfBody(x), current: true})
}

// SavePastResults loads results of earlier years, and counts; the same year of a unit again replaces it. Faults:
// me.missing, office.only.
func (b *Book) SavePastResults(ctx context.Context, list []checklist.PastResult) (s Saved, err error) {
	if err := officeOnly(b.Me()); err != nil {
		return s, err
	}
	err = b.write(ctx, func(w *writer) error {
		s, w.plain = Saved{}, true
		return w.savePastResults(ctx, list, &s)
	})
	return s, err
}

func (w *writer) savePastResults(ctx context.Context, list []checklist.PastResult, s *Saved) error {
	for _, x := range list {
		id := resultID(x.Unit, "past", x.Year)
		e := Edit{Record: id, Kind: KindPastResult, Field: "body", Text: textOfBody(x), current: true}
		if err := w.counted(ctx, id, FieldOf(KindPastResult, "body"), s, func() error { return w.apply(ctx, e) }); err != nil {
			return err
		}
	}
	return nil
}

// SetCalendar says which days of the round are holidays, and which weekends are worked; see checklist.ParseCalendar.
// Faults: me.missing, office.only, reason.missing, calendar.bad (the part that cannot be read).
func (b *Book) SetCalendar(ctx context.Context, text, reason string) error {
	if err := officeOnly(b.Me()); err != nil {
		return err
	}
	if strings.TrimSpace(reason) == "" {
		return newFault("reason.missing")
	}
	if _, bad := checklist.ParseCalendar(text); bad != "" {
		return newFault("calendar.bad", bad)
	}
	return b.Apply(ctx, Edit{Record: b.round().ID, Kind: KindRound, Field: "calendar", Text: text, Reason: reason, current: true})
}
