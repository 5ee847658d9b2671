package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"zoufang/checklist"
)

// mayKnow tells whether me may see what somebody declared: the person, the leaders and the office.
func mayKnow(me checklist.Person, x checklist.Interest) bool {
	return me.ID == x.Person || me.Role == checklist.RoleOffice || me.Role == checklist.RoleLeader
}

// Interests lists what was declared in the round, as the book's person may see it, by person.
func (b *Book) Interests(ctx context.Context) (list []checklist.Interest, err error) {
	err = b.read(ctx, func(q querier) error {
		all, err := b.readInterests(ctx, q)
		me := b.Me()
		list = slices.DeleteFunc(all, func(x checklist.Interest) bool { return !mayKnow(me, x) })
		return err
	})
	return list, err
}

// readInterests reads every declaration of the round that stands; what of it may be shown is the caller's to ask mayKnow.
func (b *Book) readInterests(ctx context.Context, q querier) (list []checklist.Interest, err error) {
	rs, err := b.scanScope(ctx, q, checklist.ScopeInterest)
	if err != nil {
		return nil, err
	}
	round := b.round().ID
	for _, id := range rs.records(KindInterest) {
		x := checklist.Interest{ID: id}
		if rs.fill(id, KindInterest, &x); x.Round == round && x.Status == "" && x.Person != (checklist.ID{}) {
			list = append(list, x)
		}
	}
	slices.SortFunc(list, func(x, y checklist.Interest) int {
		return cmp.Or(slices.Compare(x.Person[:], y.Person[:]), slices.Compare(x.Unit[:], y.Unit[:]))
	})
	return list, nil
}

// Declare writes down a tie of a person to a unit, or with a zero unit that there is none. Only the person, a leader or the
// office can do so; the day is today where it is empty. Faults: me.missing, interest.foreign, interest.what (a unit
// without the tie), interest.some where somebody who declared ties would declare that there are none, record.person.
func (b *Book) Declare(ctx context.Context, x checklist.Interest) error {
	me := b.Me()
	switch {
	case me.ID == (checklist.ID{}):
		return newFault("me.missing")
	case !mayKnow(me, x):
		return newFault("interest.foreign")
	}
	if x.Day == "" {
		x.Day = b.now().Format(dateLayout)
	}
	return b.write(ctx, func(w *writer) error { return w.declare(ctx, x) })
}

func (w *writer) declare(ctx context.Context, x checklist.Interest) error {
	x.What = strings.TrimSpace(x.What)
	if x.Unit != (checklist.ID{}) && x.What == "" {
		return newFault("interest.what")
	}
	x.Round = w.b.round().ID
	list, err := w.b.readInterests(ctx, w.q)
	if err != nil {
		return err
	}
	for _, o := range list {
		switch {
		case o.Person != x.Person:
		case x.Unit == (checklist.ID{}) && o.Unit != (checklist.ID{}):
			return newFault("interest.some")
		case x.Unit != (checklist.ID{}) && o.Unit == (checklist.ID{}): // a tie takes the place of “nothing to declare”
			err := w.apply(ctx, Edit{Record: o.ID, Kind: KindInterest, Field: "status", Text: "withdrawn", Reason: x.What, current: true})
			if err != nil {
				return err
			}
		}
	}
	return w.put(ctx, checklist.InterestID(x.Round, x.Person, x.Unit), KindInterest, x)
}

// WithdrawInterest takes a declaration back. Faults: reason.missing, interest.foreign, interest.unknown.
func (b *Book) WithdrawInterest(ctx context.Context, person, unit checklist.ID, reason string) error {
	if strings.TrimSpace(reason) == "" {
		return newFault("reason.missing")
	}
	list, err := b.Interests(ctx)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(list, func(x checklist.Interest) bool { return x.Person == person && x.Unit == unit })
	if i < 0 {
		return newFault("interest.unknown")
	}
	return b.Apply(ctx, Edit{Record: list[i].ID, Kind: KindInterest, Field: "status", Text: "withdrawn", Reason: reason, current: true})
}

// fillInterests adds to a visit what its team declared of the unit, and for the leader who declared nothing at all.
func (b *Book) fillInterests(ctx context.Context, q querier, d *Doc) error {
	list, err := b.readInterests(ctx, q)
	if err != nil {
		return err
	}
	said := map[checklist.ID]bool{}
	for _, x := range list {
		said[x.Person] = true
		if x.Unit == d.Unit.ID && mayKnow(d.me, x) {
			d.Interests = append(d.Interests, x)
		}
	}
	if d.me.Role != checklist.RoleLeader {
		return nil
	}
	for _, p := range d.Team {
		if !said[p.ID] {
			d.Undeclared = append(d.Undeclared, p)
		}
	}
	return nil
}

// interest hides from the history what its reader may not know of a declaration.
func (t *teller) interest(rec checklist.ID) (told, error) {
	rs, err := t.b.scan(t.ctx, t.q, rec, rec)
	if err != nil {
		return told{}, err
	}
	x := checklist.Interest{Person: linkOf(rs, rec, KindInterest, "person")}
	return told{unit: linkOf(rs, rec, KindInterest, "unit"), hidden: hidden{records: map[checklist.ID]bool{rec: !mayKnow(t.me, x)}}}, nil
}
