package store

import (
	"cmp"
	"context"
	"slices"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// readLeaf reads a visit for its viewer.
func (b *Book) readLeaf(ctx context.Context, visit checklist.ID, me checklist.Person) error {
	drops := b.search.since()
	var l *leaf
	err := b.read(ctx, func(q querier) error {
		rs, err := b.heads(ctx, q, visitWhere, visitRange(visit)...)
		if err != nil {
			return err
		}
		var body visitBody
		if !rs.body(visit, KindVisit, "body", &body) {
			l = &leaf{} // what the visit is has not arrived, or it was wiped: nobody can open it
			return nil
		}
		rs.without(blind(visit, rs, me))
		if err := fillReasons(ctx, q, rs); err != nil {
			return err
		}
		m := newLeaf(visit, body.Unit)
		m.registers(rs)
		l = m.done()
		return nil
	})
	if err != nil {
		return err
	}
	b.search.keep(me, drops, func() {
		b.search.leaves[visit] = l
		delete(b.search.pending, visit)
	})
	return nil
}

const visitWhere = "record BETWEEN ? AND ?"

func visitRange(visit checklist.ID) []any {
	lo, hi := checklist.InVisit(visit, [8]byte{}), checklist.InVisit(visit, highest)
	return []any{lo[:], hi[:]}
}

// readOutside reads the units and people, the slips and the findings of earlier years.
func (b *Book) readOutside(ctx context.Context, me checklist.Person) error {
	drops := b.search.since()
	m := newLeaf(checklist.ID{}, checklist.ID{})
	m.leaf.names = map[checklist.ID]unitName{}
	err := b.read(ctx, func(q querier) error {
		units, err := b.allUnits(ctx, q)
		if err != nil {
			return err
		}
		for _, u := range units {
			m.unitItem(u)
		}
		for _, scope := range []string{checklist.ScopePerson, checklist.ScopeSlip, checklist.ScopePast} {
			rs, err := b.scanScope(ctx, q, scope)
			if err != nil {
				return err
			}
			m.registers(rs)
		}
		return nil
	})
	if err != nil {
		return err
	}
	l := m.done()
	b.search.keep(me, drops, func() { b.search.outside = l })
	return nil
}

// unitItem adds a unit.
func (m *leafMaker) unitItem(u checklist.Unit) {
	if u.Practice && u.Ended() {
		m.leaf.names[u.ID] = unitName{practice: true}
		return
	}
	m.add(item{group: GroupUnits, kind: KindUnit, record: u.ID, unit: u.ID, code: u.Code})
	m.name("name", u.Name)
	m.name("short", u.Short)
	m.part("code", u.Code)
	m.part("leader", u.Leader)
	m.part("note", u.Note)
	n := unitName{name: u.Short, practice: u.Practice, folded: FoldText(u.Name + endOfPart + u.Short + endOfPart + u.Code),
		initials: []initials{m.read.initials(u.Name), m.read.initials(u.Short)}}
	if n.name == "" {
		n.name = u.Name
	}
	m.leaf.names[u.ID] = n
}

// registers adds the records of a range, as far as they are in rs. Where a register has several values, all are found:
// each stays until a person decides.
func (m *leafMaker) registers(rs *regs) {
	for kind, ids := range rs.of {
		how, ok := searched[kind]
		if !ok {
			continue
		}
		for _, id := range ids {
			if st := rs.get(id, kind, "status"); st.Text == "withdrawn" && !st.Contested {
				continue
			}
			m.record(rs, id, kind, how.group, how.fields, how.code)
		}
	}
}

func (m *leafMaker) record(rs *regs, id checklist.ID, kind Kind, group Group, fields []string, code string) {
	r := reading{rs: rs, item: item{group: group, kind: kind, record: id, unit: m.unit, step: stepOf[kind]}}
	r.wholes()
	for _, name := range fields {
		r.field(name)
	}
	if len(r.texts) == 0 {
		return
	}
	r.refer("unit", &r.item.unit)
	r.refer("host", &r.item.host)
	if s := rs.get(id, kind, "step").Text + rs.get(id, kind, "from_step").Text; s != "" {
		r.item.step = checklist.Step(s)
	}
	if i := slices.IndexFunc(r.texts, func(t fieldText) bool { return t.field == code }); i >= 0 {
		r.item.code = r.texts[i].text
	}
	m.add(r.item)
	for _, t := range r.texts {
		if slices.Contains(named[kind], t.field) {
			m.name(t.field, t.text)
			continue
		}
		m.part(t.field, t.text)
	}
}

// stepOf is where records are made that are only made in one step.
var stepOf = map[Kind]checklist.Step{KindLook: checklist.StepLook, KindListen: checklist.StepListen, KindPromise: checklist.StepListen,
	KindCheck: checklist.StepCheck, KindMaterial: checklist.StepCheck, KindInterview: checklist.StepInterview, KindIdentity: checklist.StepInterview}

// reading takes the texts out of one record.
type reading struct {
	rs     *regs
	item   item
	bodies []map[string]bundle.Value // of the register "body", where the record has one
	texts  []fieldText
}

type fieldText struct{ field, text string }

// wholes reads the register that is a whole, and what it says of the record.
func (r *reading) wholes() {
	reg := r.rs.get(r.item.record, r.item.kind, "body")
	for _, h := range reg.heads {
		if m, ok := h.val.Map(); ok && !h.bad {
			r.bodies = append(r.bodies, m)
		}
	}
	for _, m := range r.bodies[:min(1, len(r.bodies))] {
		step, _ := m["step"].Text()
		unit, _ := m["unit"].Text()
		r.item.step, r.item.at = checklist.Step(step), reg.At.UnixMilli()
		_ = r.item.unit.UnmarshalText([]byte(cmp.Or(unit, r.item.unit.String())))
	}
}

// refer reads a register that names another record.
func (r *reading) refer(field string, to *checklist.ID) {
	if text := r.rs.get(r.item.record, r.item.kind, field).Text; text != "" {
		_ = to.UnmarshalText([]byte(text)) // one of another form names nothing
	}
}

// field takes the texts of a register, or of a part of the whole: of all values that stand side by side.
func (r *reading) field(name string) {
	f := FieldOf(r.item.kind, name)
	if f == nil {
		for _, m := range r.bodies {
			r.say(name, m[name])
		}
		return
	}
	reg := r.rs.get(r.item.record, r.item.kind, name)
	if len(reg.heads) > 0 {
		r.item.at = max(r.item.at, reg.At.UnixMilli())
	}
	for _, h := range reg.heads {
		switch {
		case h.bad:
		case f.Type == File:
			file, _ := h.val.File()
			r.add(name, file.Name)
		default:
			r.add(name, h.text)
		}
	}
}

// say takes the text of a part; of evidence, where it was found and what it says.
func (r *reading) say(name string, v bundle.Value) {
	text, _ := v.Text()
	r.add(name, text)
	list, _ := v.List()
	for _, x := range list {
		if m, ok := x.Map(); ok {
			r.say(name, m["place"])
			r.say(name, m["quote"])
		}
	}
}

func (r *reading) add(name, text string) {
	if t := (fieldText{name, text}); text != "" && !slices.Contains(r.texts, t) {
		r.texts = append(r.texts, t)
	}
}
