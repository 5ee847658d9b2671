package store

import (
	"cmp"
	"context"
	"slices"

	"zoufang/checklist"
)

// recordResult writes about the result of a unit: {"record":"release","set":{"member":…,"on":…}} releases it, with
// "final":true declares it final; {"record":"objection","set":{"text":…,"on":…}} is what the unit says, and with "result"
// the answer to its only open one; {"record":"rectify","set":{"no":1,"report":…}} is what the unit put right of an item,
// with "check" (and "failed") what a re-check found; {"record":"past_result","set":{"year":…,"total":…}}. Faults:
// record.nounit, record.key, record.value, and those of the verbs.
func (r *recorder) recordResult(ctx context.Context, a about, kind Kind, l recordLine) (id checklist.ID, err error) {
	unit, err := r.unitOf(ctx, a, &l)
	if err != nil {
		return id, err
	}
	st := stamp{a.by, r.moment(a)}
	if kind != KindObjection {
		if err := officeOnly(a.by); err != nil {
			return id, err
		}
	}
	switch kind {
	case KindRelease:
		if final, has := l.set.vals["final"]; has {
			if final != true {
				return id, newFault("record.value", "final", "true")
			}
			f := checklist.Finality{Reason: l.reason}
			if err := r.fillBody(l.without("unit", "final"), &f); err != nil {
				return id, err
			}
			return releaseID(r.w.b.round().ID, unit), r.w.finishResult(ctx, st, unit, f)
		}
		x := checklist.Release{}
		if err := r.fillBody(l, &x); err != nil {
			return id, err
		}
		x.Unit, x.Reason = unit, l.reason
		return releaseID(r.w.b.round().ID, unit), r.w.release(ctx, st, x)
	case KindObjection:
		return r.recordObjection(ctx, st, unit, l)
	case KindRectify:
		return r.recordRectify(ctx, st, unit, l)
	}
	x := checklist.PastResult{}
	if _, err := l.need("year"); err != nil {
		return id, err
	}
	if err := r.fillBody(l, &x); err != nil {
		return id, err
	}
	x.Unit = unit
	return resultID(unit, "past", x.Year), r.w.savePastResults(ctx, []checklist.PastResult{x}, new(Saved))
}

func (r *recorder) recordObjection(ctx context.Context, st stamp, unit checklist.ID, l recordLine) (id checklist.ID, err error) {
	if _, has := l.set.vals["result"]; !has {
		x := checklist.Objection{}
		if err := r.fillBody(l, &x); err != nil {
			return id, err
		}
		x.Unit = unit
		return r.w.object(ctx, st, x)
	}
	all, err := r.w.b.papers(ctx, r.w.q)
	if err != nil {
		return id, err
	}
	i := slices.IndexFunc(all.of(unit).Objections, func(x checklist.Objection) bool { return x.Check == nil })
	if i < 0 {
		return id, newFault("objection.unknown")
	}
	id = all.of(unit).Objections[i].ID
	c := checklist.Recheck{}
	if err := r.fillBody(l.without("unit"), &c); err != nil {
		return id, err
	}
	c.Reason = cmp.Or(c.Reason, l.reason)
	return id, r.w.recheck(ctx, st, id, c)
}

func (r *recorder) recordRectify(ctx context.Context, st stamp, unit checklist.ID, l recordLine) (id checklist.ID, err error) {
	var v struct {
		No     int64  `json:"no"`
		Report string `json:"report"`
		Check  string `json:"check"`
		On     string `json:"on"`
		Failed bool   `json:"failed"`
	}
	if err := r.fillBody(l.without("unit"), &v); err != nil {
		return id, err
	}
	all, err := r.w.b.papers(ctx, r.w.q)
	if err != nil {
		return id, err
	}
	items := all.of(unit).items
	i := slices.IndexFunc(items, func(x checklist.Rectify) bool { return x.No == v.No })
	if i < 0 {
		return id, newFault("rectify.unknown")
	}
	check, text := v.Report == "", v.Report
	if check {
		text = v.Check
	}
	return items[i].ID, r.w.stepRectify(ctx, st, items[i].ID, check, checklist.RectifyStep{On: v.On, Text: text, Failed: v.Failed})
}

// without is the line with some keys of "set" left out.
func (l recordLine) without(keys ...string) recordLine {
	set := &object{vals: map[string]any{}}
	for _, k := range l.set.keys {
		if !slices.Contains(keys, k) {
			set.keys, set.vals[k] = append(set.keys, k), l.set.vals[k]
		}
	}
	l.set = set
	return l
}
