package store

import (
	"context"

	"zoufang/checklist"
)

// recordTeam writes what the office organises: a member of the leading group by name, what a person declared of a unit
// (or without a unit, of all), and the slot of a unit in the plan. Faults: office.only, record.need (key), record.person,
// record.unit, and those of Declare.
func (r *recorder) recordTeam(ctx context.Context, a about, kind Kind, l recordLine) (id checklist.ID, err error) {
	const given = "round"
	if _, has := l.set.vals[given]; has { // it is the book's
		return id, newFault("record.key", "set."+given)
	}
	round := r.w.b.round().ID
	if kind == KindInterest {
		return r.recordInterest(ctx, a, l)
	}
	if err := officeOnly(a.by); err != nil {
		return id, err
	}
	keys := append([]string{"round"}, l.set.keys...)
	l.set.vals["round"] = round.String()
	if kind == KindGroup {
		name, err := l.need("name")
		if err != nil {
			return id, err
		}
		id = checklist.GroupID(round, name)
	} else {
		unit, err := r.unitOf(ctx, a, &l)
		if err != nil {
			return id, err
		}
		if _, has := l.set.vals["unit"]; !has {
			keys = append(keys, "unit")
		}
		l.set.vals["unit"] = unit.String()
		id = checklist.SlotID(round, unit)
	}
	l.set = &object{keys: keys, vals: l.set.vals}
	edits, err := r.edits(ctx, id, kind, l)
	if err != nil {
		return id, err
	}
	return id, r.w.apply(ctx, edits...)
}

// recordInterest writes a declaration: of the person of the line where it names nobody, and of no unit where it names none.
func (r *recorder) recordInterest(ctx context.Context, a about, l recordLine) (id checklist.ID, err error) {
	x := checklist.Interest{Person: a.by.ID}
	if text, has := l.set.vals["person"].(string); has {
		p, err := r.person(ctx, text)
		if err != nil {
			return id, err
		}
		x.Person = p.ID
	}
	if text, has := l.set.vals["unit"].(string); has {
		if x.Unit, err = r.unit(ctx, text); err != nil {
			return id, err
		}
	}
	x.What, _ = l.set.vals["what"].(string)
	x.Day, _ = l.set.vals["day"].(string)
	if x.Day == "" {
		x.Day = r.moment(a)[:len(dateLayout)]
	}
	for _, key := range l.set.keys {
		if FieldOf(KindInterest, key) == nil || key == "status" {
			return id, newFault("record.key", "set."+key)
		}
	}
	if !mayKnow(a.by, x) {
		return id, newFault("interest.foreign")
	}
	return checklist.InterestID(r.w.b.round().ID, x.Person, x.Unit), r.w.declare(ctx, x)
}
