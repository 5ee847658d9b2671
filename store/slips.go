package store

import (
	"cmp"
	"context"
	"crypto/rand"
	"io"
	"slices"
	"strings"

	"zoufang/checklist"
)

// AllSlips lists the supervision slips of the district by date and number, each after its steps.
func (b *Book) AllSlips(ctx context.Context) (list []checklist.Slip, err error) {
	err = b.read(ctx, func(q querier) error {
		list, err = b.allSlips(ctx, q)
		return err
	})
	return list, err
}

func (b *Book) allSlips(ctx context.Context, q querier) ([]checklist.Slip, error) {
	rs, err := b.scanScope(ctx, q, checklist.ScopeSlip)
	if err != nil {
		return nil, err
	}
	var slips []checklist.Slip
	for _, id := range rs.records(KindSlip) {
		s := checklist.Slip{ID: id}
		rs.fill(id, KindSlip, &s)
		slips = append(slips, s)
	}
	if err := b.liven(ctx, q, rs, nil, slips); err != nil {
		return nil, err
	}
	slices.SortStableFunc(slips, func(a, b checklist.Slip) int { return strings.Compare(a.FoundOn+a.Number, b.FoundOn+b.Number) })
	return slips, nil
}

// liven gives slips their steps and files: rs holds the slips' scope, of one unit or of all (nil).
func (b *Book) liven(ctx context.Context, q querier, rs *regs, unit *checklist.ID, slips []checklist.Slip) (err error) {
	if len(slips) == 0 {
		return nil
	}
	var of *regs
	if unit != nil {
		of, err = b.scanUnit(ctx, q, checklist.ScopeStep, *unit)
	} else {
		of, err = b.scanScope(ctx, q, checklist.ScopeStep)
	}
	if err != nil {
		return err
	}
	steps := map[checklist.ID][]checklist.SlipStep{}
	for _, id := range of.records(KindSlipStep) {
		st := checklist.SlipStep{ID: id}
		if of.body(id, KindSlipStep, "body", &st) {
			st.ID = id
			steps[st.Slip] = append(steps[st.Slip], st)
		}
	}
	files := map[checklist.ID][]checklist.Attachment{}
	for _, id := range rs.records(KindAttachment) {
		if a := attachmentOf(rs, id); a.Status != "withdrawn" {
			files[a.Host] = append(files[a.Host], a)
		}
	}
	for i := range slips {
		slips[i] = slips[i].Live(steps[slips[i].ID])
		slips[i].Files = files[slips[i].ID]
		if r := rs.get(slips[i].ID, KindSlip, "state"); r.Contested && len(slips[i].Log) == 0 {
			for _, side := range r.Siblings { // of slips that were written down with their state
				slips[i].Sides = append(slips[i].Sides, side.Text)
			}
		}
	}
	return nil
}

// attachmentOf is a file by its record.
func attachmentOf(rs *regs, id checklist.ID) checklist.Attachment {
	a := checklist.Attachment{ID: id}
	rs.fill(id, KindAttachment, &a)
	if r := rs.get(id, KindAttachment, "file"); len(r.heads) > 0 {
		f, _ := r.heads[0].val.File()
		a.SHA, a.Size, a.Mime, a.Name = f.SHA.String(), int64(f.Size), f.MIME, f.Name
	}
	return a
}

// FindSlip is the slip of the district with a number, official or first, or the only one whose number ends so. Faults:
// slip.none (text), slip.many (text, two numbers).
func (b *Book) FindSlip(ctx context.Context, number string) (checklist.Slip, error) {
	all, err := b.AllSlips(ctx)
	if err != nil {
		return checklist.Slip{}, err
	}
	want := strings.ToUpper(strings.TrimSpace(number))
	var found []checklist.Slip
	for _, x := range all {
		switch no := strings.ToUpper(x.Number); {
		case want == no || want == strings.ToUpper(x.Official) || want == strings.ToUpper(x.ID.String()):
			return x, nil
		case want != "" && strings.HasSuffix(no, "-"+want):
			found = append(found, x)
		}
	}
	switch len(found) {
	case 0:
		return checklist.Slip{}, newFault("slip.none", number)
	case 1:
		return found[0], nil
	}
	return checklist.Slip{}, newFault("slip.many", number, found[0].Number, found[1].Number)
}

// laptopMark tells laptops apart in numbers that are given offline: four letters of the device's id.
func (b *Book) laptopMark() string {
	id := strings.ToUpper(b.ownID().String())
	return id[:min(4, len(id))]
}

// NewSlip writes a slip as a draft and gives it what it does not say: a number, the day, who found it, the indicator of its
// rule, the date by the scheme's days. It is issued by a step. Faults: slip.unit, slip.unknown (rule), slip.number.
func (b *Book) NewSlip(ctx context.Context, x checklist.Slip) (checklist.Slip, error) {
	s, err := b.Scheme(ctx)
	if err != nil {
		return x, err
	}
	return x, b.write(ctx, func(w *writer) error { return w.newSlip(ctx, s, &x) })
}

func (w *writer) newSlip(ctx context.Context, s *checklist.Scheme, x *checklist.Slip) error {
	b := w.b
	unit, err := b.readUnit(ctx, w.q, x.Unit)
	if err != nil {
		return err
	}
	if unit.Code == "" {
		return newFault("slip.unit")
	}
	if x.Rule != "" {
		_, ind, ok := s.Rule(x.Rule)
		if !ok {
			return newFault("slip.unknown", x.Rule)
		}
		x.Indicator = ind.ID
	}
	all, err := b.allSlips(ctx, w.q)
	if err != nil {
		return err
	}
	x.ID = NewSlipID(x.Unit)
	x.FoundOn = cmp.Or(x.FoundOn, b.now().Format(dateLayout))
	x.FoundBy = cmp.Or(x.FoundBy, b.Me().Name)
	x.Deadline = cmp.Or(x.Deadline, s.DeadlineFrom(x.FoundOn))
	x.Number = cmp.Or(x.Number, checklist.SlipNumber(unit.Code, x.FoundOn[:min(4, len(x.FoundOn))], b.laptopMark(), all))
	if numberTaken(all, x.ID, x.Number) {
		return newFault("slip.number", x.Number)
	}
	if err := w.apply(ctx, editsOf(x.ID, KindSlip, *x, nil)...); err != nil {
		return err
	}
	*x = x.Live(nil)
	return nil
}

func numberTaken(all []checklist.Slip, but checklist.ID, number string) bool {
	return slices.ContainsFunc(all, func(o checklist.Slip) bool { return o.ID != but && (o.Number == number || o.Official == number) })
}

// StepSlip takes a step of a slip as it was shown. A step taken elsewhere meanwhile stays beside this one. The day is today
// where the step names none. Faults: those of checklist.CheckSlip, me.missing, scheme.missing.
func (b *Book) StepSlip(ctx context.Context, shown checklist.Slip, st checklist.SlipStep) (checklist.Slip, error) {
	me := b.Me()
	if me.ID == (checklist.ID{}) {
		return shown, newFault("me.missing")
	}
	s, err := b.Scheme(ctx)
	if err != nil {
		return shown, err
	}
	st.By, st.Name, st.At = me.ID, me.Name, b.moment()
	st.On = cmp.Or(st.On, st.At[:len(dateLayout)])
	return shown, b.write(ctx, func(w *writer) error { return w.stepSlip(ctx, s, &shown, st) })
}

func (w *writer) stepSlip(ctx context.Context, s *checklist.Scheme, x *checklist.Slip, st checklist.SlipStep) error {
	if err := s.CheckSlip(x, &st); err != nil {
		return err
	}
	st.Slip, st.Unit, st.After = x.ID, x.Unit, x.Tips()
	var r [4]byte
	_, _ = rand.Read(r[:]) // never fails
	st.ID = ofUnit(checklist.ScopeStep, x.Unit, r)
	if err := w.apply(ctx, Edit{Record: st.ID, Kind: KindSlipStep, Field: "body", Text: textOfBody(st), current: true}); err != nil {
		return err
	}
	*x = x.Live(append(slices.Clone(x.Log), st))
	return nil
}

// RenumberSlip gives a slip its number in the office's register: to, or the next one where to is "". The first number stays
// readable. Faults: me.missing, office.only, slip.number (number).
func (b *Book) RenumberSlip(ctx context.Context, x checklist.Slip, to string) (string, error) {
	if err := officeOnly(b.Me()); err != nil {
		return "", err
	}
	err := b.write(ctx, func(w *writer) error {
		all, err := b.allSlips(ctx, w.q)
		if err != nil {
			return err
		}
		to = cmp.Or(to, checklist.OfficialNumber(cmp.Or(x.FoundOn, b.moment())[:4], all))
		if numberTaken(all, x.ID, to) {
			return newFault("slip.number", to)
		}
		return w.apply(ctx, Edit{Record: x.ID, Kind: KindSlip, Field: "official_no", Text: to, current: true})
	})
	return to, err
}

// AttachSlip keeps a signed scan with a slip. Faults: those of Attach.
func (b *Book) AttachSlip(ctx context.Context, x checklist.Slip, name string, r io.Reader) error {
	content, f, err := readAttachment(name, r)
	if err != nil {
		return err
	}
	var item [4]byte
	_, _ = rand.Read(item[:]) // never fails
	return b.write(ctx, func(w *writer) error {
		return w.attach(ctx, ofUnit(checklist.ScopeSlip, x.Unit, item), x.ID, "", content, f)
	})
}

// SlipFromFinding is a slip that says what a finding says, for the unit to confirm; it is not in the book yet.
func (d *Doc) SlipFromFinding(s *checklist.Scheme, f checklist.Finding, day string) checklist.Slip {
	x := checklist.Slip{Unit: d.Unit.ID, Visit: d.ID, Finding: f.ID, FoundOn: cmp.Or(d.Day, day), FoundBy: cmp.Or(d.person(f.Person).Name, d.me.Name), Rule: f.Rule,
		Facts: f.Facts, Criterion: f.Criterion}
	if _, ind, ok := s.Rule(f.Rule); ok {
		x.Indicator = ind.ID
	}
	if f.Count > 0 {
		x.Count = &f.Count
	}
	var proof []string
	for _, e := range f.Evidence {
		if e.Kind == "interview" {
			continue // what somebody said stays between those who heard it
		}
		name := e.Material
		if m, ok := s.Material(e.Material); ok {
			name = m.Name.ZH
		}
		proof = append(proof, strings.TrimSpace(strings.Join([]string{name, e.Place, e.Quote}, " ")))
	}
	x.Evidence = strings.Join(proof, "；")
	x.Deadline = s.DeadlineFrom(x.FoundOn)
	return x
}
