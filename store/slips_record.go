package store

import (
	"context"
	"slices"

	"zoufang/checklist"
)

// recordSlipStep takes a step of a slip: {"record":"slip_step","set":{"slip":NUMBER,"act":"confirm",…}}. The slip is named
// by its number, its id or "@name". Faults: record.need (key), slip.none (number), and those of CheckSlip.
func (r *recorder) recordSlipStep(ctx context.Context, a about, l recordLine) (id checklist.ID, err error) {
	text, err := l.need("slip")
	if err != nil {
		return id, err
	}
	id, named, err := r.named(text)
	if err != nil {
		return id, err
	}
	all, err := r.w.b.allSlips(ctx, r.w.q)
	if err != nil {
		return id, err
	}
	i := slices.IndexFunc(all, func(x checklist.Slip) bool {
		return named && x.ID == id || !named && (x.Number == text || x.Official == text)
	})
	if i < 0 {
		return id, newFault("slip.none", text)
	}
	l.set.vals["slip"] = all[i].ID.String()
	st := checklist.SlipStep{}
	if err := r.fillBody(l, &st); err != nil {
		return id, err
	}
	at := r.moment(a)
	st.By, st.Name, st.At = a.by.ID, a.by.Name, at
	if st.On == "" {
		st.On = at[:len(dateLayout)]
	}
	s, err := r.w.b.loadScheme(ctx, r.w.q, r.w.b.round().Scheme)
	if err != nil {
		return id, err
	}
	return all[i].ID, r.w.stepSlip(ctx, s, &all[i], st)
}

// recordLearning collects an experience, a defect of the provisions or an opinion of a unit.
func (r *recorder) recordLearning(ctx context.Context, a about, l recordLine) (id checklist.ID, err error) {
	unit, err := r.unitOf(ctx, a, &l)
	if err != nil {
		return id, err
	}
	for _, key := range []string{"kind", "text"} {
		if _, err := l.need(key); err != nil && l.id == "" {
			return id, err
		}
	}
	set := &object{keys: slices.Clone(l.set.keys), vals: l.set.vals}
	for key, text := range map[string]string{"unit": unit.String(), "author": a.by.ID.String(), "at": r.moment(a)} {
		if !slices.Contains(set.keys, key) {
			set.keys, set.vals[key] = append(set.keys, key), text
		}
	}
	slices.Sort(set.keys)
	l.set = set
	id, named, err := r.named(l.id)
	if err != nil {
		return id, err
	}
	if !named {
		id = newLearningID(unit)
	}
	edits, err := r.edits(ctx, id, KindLearning, l)
	if err != nil {
		return id, err
	}
	return id, r.w.apply(ctx, edits...)
}

// noSteps refuses to write the state of a slip that has steps: its state follows from them. Fault slip.recorded.
func (r *recorder) noSteps(ctx context.Context, unit, id checklist.ID) error {
	slips, err := r.w.b.readSlips(ctx, r.w.q, unit)
	if err != nil {
		return err
	}
	for i := range slips {
		if slips[i].ID == id && len(slips[i].Log) > 0 {
			return newFault("slip.recorded")
		}
	}
	return nil
}
