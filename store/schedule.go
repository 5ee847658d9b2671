package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"zoufang/checklist"
)

// Schedule is the plan of the round: every unit with its slot, who goes and what these people declared, by day, half,
// time and code. What nobody planned comes last. A unit without a slot has the day and the team of its assignments.
func (b *Book) Schedule(ctx context.Context) (list []checklist.Planned, err error) {
	err = b.read(ctx, func(q querier) error {
		list, err = b.readSchedule(ctx, q)
		return err
	})
	return list, err
}

func (b *Book) readSchedule(ctx context.Context, q querier) (list []checklist.Planned, err error) {
	units, err := b.roundUnits(ctx, q)
	if err != nil {
		return nil, err
	}
	at := map[checklist.ID]int{}
	for i, u := range units {
		list, at[u.ID] = append(list, checklist.Planned{Unit: u}), i
	}
	rs, err := b.scanScope(ctx, q, checklist.ScopeSlot)
	if err != nil {
		return nil, err
	}
	round := b.round().ID
	for _, id := range rs.records(KindSlot) {
		s := checklist.Slot{ID: id}
		if rs.fill(id, KindSlot, &s); s.Round == round && s.Status == "" {
			if i, ok := at[s.Unit]; ok {
				list[i].Slot = s
			}
		}
	}
	if err := b.addPeople(ctx, q, list, at); err != nil {
		return nil, err
	}
	me := b.Me()
	ties, err := b.readInterests(ctx, q)
	if err != nil {
		return nil, err
	}
	for _, x := range ties {
		if i, ok := at[x.Unit]; ok && mayKnow(me, x) && slices.ContainsFunc(list[i].People, func(p checklist.Person) bool { return p.ID == x.Person }) {
			list[i].Interests = append(list[i].Interests, x)
		}
	}
	slices.SortStableFunc(list, comparePlanned)
	return list, nil
}

// comparePlanned puts units in the order of their visits; those without a day are last.
func comparePlanned(a, b checklist.Planned) int {
	none := func(day string) string { return cmp.Or(day, "9999") }
	half := func(h string) int { return slices.Index(FieldOf(KindSlot, "half").Choices, h) }
	return cmp.Or(strings.Compare(none(a.Slot.Day), none(b.Slot.Day)), cmp.Compare(half(a.Slot.Half), half(b.Slot.Half)),
		strings.Compare(a.Slot.From, b.Slot.From), strings.Compare(a.Unit.Code, b.Unit.Code))
}

// addPeople adds who is assigned to each unit.
func (b *Book) addPeople(ctx context.Context, q querier, list []checklist.Planned, at map[checklist.ID]int) error {
	rs, err := b.scanScope(ctx, q, checklist.ScopeAssign)
	if err != nil {
		return err
	}
	people, round := b.people(), b.round().ID
	for _, id := range rs.records(KindAssignment) {
		var a checklist.Assignment
		if !rs.body(id, KindAssignment, "body", &a) || a.Round != round || rs.get(id, KindAssignment, "status").Text == "withdrawn" {
			continue
		}
		i, ok := at[a.Unit]
		if !ok {
			continue
		}
		p := assigned(people[[8]byte(a.Person[8:])], a)
		p.ID = a.Person
		list[i].People = append(list[i].People, p)
		if s := &list[i].Slot; s.ID == (checklist.ID{}) { // planned by assignments alone
			s.Team, s.Day = cmp.Or(s.Team, a.Team), cmp.Or(s.Day, a.Day)
		}
	}
	for i := range list {
		slices.SortFunc(list[i].People, compareRole)
	}
	return nil
}

// PlanBase is what a table of the plan is checked against.
func (b *Book) PlanBase(ctx context.Context) (base checklist.PlanBase, err error) {
	err = b.read(ctx, func(q querier) error {
		base = checklist.PlanBase{Round: b.round(), People: b.People()}
		if base.Units, err = b.roundUnits(ctx, q); err != nil {
			return err
		}
		base.Interests, err = b.readInterests(ctx, q)
		return err
	})
	return base, err
}

// SavePlan writes the lines of a plan in one transaction: the slots, and who goes; whoever went to one of these units
// before and is not in its line is taken off it. A line that says nothing but the unit takes it off the plan. A tie that somebody declared to a unit wants a reason. The same lines
// again write nothing. Faults: me.missing, office.only, plan.interest (name, unit, tie) without a reason.
func (b *Book) SavePlan(ctx context.Context, lines []checklist.PlanLine, reason string) (s Saved, err error) {
	if err := officeOnly(b.Me()); err != nil {
		return s, err
	}
	err = b.write(ctx, func(w *writer) error {
		s, w.plain = Saved{}, true
		now, err := b.readSchedule(ctx, w.q)
		if err != nil {
			return err
		}
		was := map[checklist.ID]checklist.Planned{}
		for _, p := range now {
			was[p.Unit.ID] = p
		}
		ties, err := b.readInterests(ctx, w.q)
		if err != nil {
			return err
		}
		for _, l := range lines {
			if err := w.savePlanned(ctx, l.Planned, was[l.Unit.ID], ties, reason, &s); err != nil {
				return err
			}
		}
		return nil
	})
	return s, err
}

func (w *writer) savePlanned(ctx context.Context, p, was checklist.Planned, ties []checklist.Interest, reason string, s *Saved) error {
	p.Slot.Round, p.Slot.Unit = w.b.round().ID, p.Unit.ID
	p.Slot.ID = checklist.SlotID(p.Slot.Round, p.Unit.ID)
	if p.Slot.Empty() && len(p.People) == 0 {
		if was.Slot.ID == (checklist.ID{}) && len(was.People) == 0 {
			s.Same++ // it is not in the plan
			return nil
		}
		p.Slot.Status = "withdrawn"
	}
	return w.counted(ctx, p.Slot.ID, FieldOf(KindSlot, "unit"), s, func() error {
		if err := w.put(ctx, p.Slot.ID, KindSlot, p.Slot); err != nil {
			return err
		}
		for _, gone := range was.People {
			if !slices.ContainsFunc(p.People, func(x checklist.Person) bool { return x.ID == gone.ID }) {
				if err := w.unassign(ctx, p.Unit.ID, gone.ID, reason); err != nil {
					return err
				}
			}
		}
		for _, x := range p.People {
			why, err := tied(ties, p.Unit, x, reason)
			if err != nil {
				return err
			}
			a := checklist.Assignment{Round: p.Slot.Round, Unit: p.Unit.ID, Person: x.ID, Team: p.Slot.Team, Role: x.Role, Day: p.Slot.Day}
			if err := w.assignFor(ctx, a, why); err != nil {
				return err
			}
		}
		return nil
	})
}

// tied refuses to send somebody to a unit they declared a tie to, unless there is a reason: that stays on record.
func tied(ties []checklist.Interest, unit checklist.Unit, p checklist.Person, reason string) (why string, err error) {
	for _, x := range ties {
		if x.Unit == unit.ID && x.Person == p.ID {
			if strings.TrimSpace(reason) == "" {
				return "", newFault("plan.interest", p.Name, unit.Name, x.What)
			}
			why = reason
		}
	}
	return why, nil
}

// assignFor is assign with a reason.
func (w *writer) assignFor(ctx context.Context, a checklist.Assignment, reason string) error {
	id := checklist.AssignID(a.Round, a.Unit, a.Person)
	return w.apply(ctx, Edit{Record: id, Kind: KindAssignment, Field: "body", Text: textOfBody(a), Reason: reason, current: true},
		Edit{Record: id, Kind: KindAssignment, Field: "status", Reason: reason, current: true})
}

func (w *writer) unassign(ctx context.Context, unit, person checklist.ID, reason string) error {
	id := checklist.AssignID(w.b.round().ID, unit, person)
	return w.apply(ctx, Edit{Record: id, Kind: KindAssignment, Field: "status", Text: "withdrawn", Reason: reason, current: true})
}

// SavePeople keeps the records of many people, in one transaction. Faults: me.missing, office.only, person.name.
func (b *Book) SavePeople(ctx context.Context, people []checklist.Person) (s Saved, err error) {
	if err := officeOnly(b.Me()); err != nil {
		return s, err
	}
	err = b.write(ctx, func(w *writer) error {
		s, w.plain = Saved{}, len(people) > 1
		for _, p := range people {
			p, err := b.identify(p)
			if err != nil {
				return err
			}
			if err := w.counted(ctx, p.ID, FieldOf(KindPerson, "name"), &s, func() error { return w.put(ctx, p.ID, KindPerson, p) }); err != nil {
				return err
			}
		}
		return nil
	})
	return s, err
}
