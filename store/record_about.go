package store

import (
	"context"
	"reflect"
	"strings"
	"time"

	"zoufang/checklist"
)

// aboutOf is what a line speaks of: what earlier lines set, with the line's own keys over it. Faults: record.unit (code),
// record.visit (text), record.at (text), record.by (name) for somebody else in a book that is no sample,
// record.at.demo, record.person (name or number).
func (r *recorder) aboutOf(ctx context.Context, l recordLine) (about, error) {
	a := r.about
	if l.unit != "" {
		id, err := r.unit(ctx, l.unit)
		if err != nil {
			return a, err
		}
		a.unit, a.given, a.kind, a.day = id, true, checklist.Yearly, ""
	}
	if l.visit != "" {
		switch _, err := time.Parse(dateLayout, l.visit); {
		case l.visit == string(checklist.Yearly):
			a.kind, a.day = checklist.Yearly, ""
		case err == nil:
			a.kind, a.day = checklist.Daily, l.visit
		default:
			return a, newFault("record.visit", l.visit)
		}
	}
	if l.at != "" {
		t, err := time.ParseInLocation(momentLayout, l.at, time.Local)
		if err != nil {
			return a, newFault("record.at", l.at)
		}
		if !r.w.b.Info().Demo {
			return a, newFault("record.at.demo")
		}
		a.wall, a.at = uint64(max(t.UnixMilli(), 0)), l.at
	}
	if l.by != nil {
		p, err := r.author(ctx, l.by)
		if err != nil {
			return a, err
		}
		a.by = p
	}
	return a, nil
}

// author is who a line is by: the book's own person, or in a sample anybody.
func (r *recorder) author(ctx context.Context, by any) (checklist.Person, error) {
	var p checklist.Person
	if name, ok := by.(string); ok {
		found, err := r.person(ctx, name)
		if err != nil {
			return p, err
		}
		p = found
	} else {
		if err := assign(reflect.ValueOf(&p).Elem(), by, ""); err != nil {
			return p, &Fault{Code: "record.value", Args: []any{"by", err.Error()}, Err: err}
		}
		var err error
		if p, err = r.w.b.identify(p); err != nil {
			return p, err
		}
	}
	if me := r.w.b.Me(); p.ID == me.ID {
		return me, nil
	}
	if !r.w.b.Info().Demo {
		return p, newFault("record.by", p.Name)
	}
	return p, r.w.put(ctx, p.ID, KindPerson, p)
}

// unit is a unit by its code or id.
func (r *recorder) unit(ctx context.Context, text string) (checklist.ID, error) {
	id, named, err := r.named(text)
	if err != nil {
		return id, err
	}
	if !named {
		id = checklist.UnitID(r.w.b.district(), text)
	}
	code, err := r.w.register(ctx, id, FieldOf(KindUnit, "code"))
	if err == nil && code.Text == "" {
		err = newFault("record.unit", text)
	}
	return id, err
}

// person is somebody by number, name or id, among those the book and earlier lines know.
func (r *recorder) person(ctx context.Context, text string) (p checklist.Person, err error) {
	id, named, err := r.named(text)
	if err != nil {
		return p, err
	}
	if !named {
		if id, err = r.personByName(ctx, text); err != nil {
			return p, err
		}
	}
	rs, err := r.w.b.scan(ctx, r.w.q, id, id)
	if err != nil {
		return p, err
	}
	p.ID = id
	if rs.fill(id, KindPerson, &p); p.Name == "" {
		return p, newFault("record.person", text)
	}
	return p, nil
}

func (r *recorder) personByName(ctx context.Context, text string) (checklist.ID, error) {
	id := checklist.PersonID(r.w.b.district(), text)
	name, err := r.w.register(ctx, id, FieldOf(KindPerson, "name"))
	if err != nil || name.Text != "" {
		return id, err
	}
	people, err := r.w.b.readPeople(ctx, r.w.q)
	if err != nil {
		return id, err
	}
	for _, p := range people {
		if p.Name == text {
			return p.ID, nil
		}
	}
	return id, newFault("record.person", text)
}

// named reads "@name" and ids of 32 hexadecimal digits; named is false for any other text. Fault record.label (name).
func (r *recorder) named(text string) (id checklist.ID, named bool, err error) {
	name, isName := strings.CutPrefix(text, "@")
	if !isName {
		return id, len(text) == 32 && id.UnmarshalText([]byte(text)) == nil, nil
	}
	if r.broken[name] {
		return id, true, errSkipped
	}
	id, ok := r.report.Labels[name]
	if !ok {
		return id, true, newFault("record.label", name)
	}
	return id, true, nil
}
