package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"zoufang/checklist"
)

// Group is the leading group of the round, the head first.
func (b *Book) Group(ctx context.Context) (list []checklist.GroupMember, err error) {
	err = b.read(ctx, func(q querier) error {
		list, err = b.readGroup(ctx, q)
		return err
	})
	return list, err
}

func (b *Book) readGroup(ctx context.Context, q querier) (list []checklist.GroupMember, err error) {
	rs, err := b.scanScope(ctx, q, checklist.ScopeGroup)
	if err != nil {
		return nil, err
	}
	round := b.round().ID
	for _, id := range rs.records(KindGroup) {
		m := checklist.GroupMember{ID: id}
		if rs.fill(id, KindGroup, &m); m.Round == round && m.Status == "" && m.Name != "" {
			list = append(list, m)
		}
	}
	order := FieldOf(KindGroup, "duty").Choices
	slices.SortFunc(list, func(x, y checklist.GroupMember) int {
		return cmp.Or(cmp.Compare(slices.Index(order, x.Duty), slices.Index(order, y.Duty)), strings.Compare(x.Name, y.Name))
	})
	return list, nil
}

// MayRule finds the member of the leading group in whose name a ruling on a category is recorded ("" for what belongs to
// none). Faults: group.none where the round has no group yet, group.unknown (name), group.matter (name, category).
func (b *Book) MayRule(ctx context.Context, name, category string) (m checklist.GroupMember, err error) {
	list, err := b.Group(ctx)
	if err != nil {
		return m, err
	}
	return rulerIn(list, name, category)
}

func rulerIn(list []checklist.GroupMember, name, category string) (m checklist.GroupMember, err error) {
	if len(list) == 0 {
		return m, newFault("group.none")
	}
	i := slices.IndexFunc(list, func(x checklist.GroupMember) bool { return x.Name == strings.TrimSpace(name) })
	switch {
	case i < 0:
		return m, newFault("group.unknown", name)
	case !list[i].MayRule(category):
		return m, newFault("group.matter", name, category)
	}
	return list[i], nil
}

// MayRelease finds the member in whose name results are released. Faults: group.none, group.unknown (name), group.release
// (name).
func (b *Book) MayRelease(ctx context.Context, name string) (m checklist.GroupMember, err error) {
	list, err := b.Group(ctx)
	if err != nil {
		return m, err
	}
	return releaserIn(list, name)
}

func releaserIn(list []checklist.GroupMember, name string) (m checklist.GroupMember, err error) {
	if len(list) == 0 {
		return m, newFault("group.none")
	}
	i := slices.IndexFunc(list, func(x checklist.GroupMember) bool { return x.Name == strings.TrimSpace(name) })
	switch {
	case i < 0:
		return m, newFault("group.unknown", name)
	case !list[i].MayRelease():
		return m, newFault("group.release", name)
	}
	return list[i], nil
}

// SaveGroup adds members of the leading group, or changes those it has: a member is known by name. Whoever is not in the
// list stays. Faults: me.missing, office.only, person.name, field.bad for a duty that is none.
func (b *Book) SaveGroup(ctx context.Context, members []checklist.GroupMember) (s Saved, err error) {
	if err := officeOnly(b.Me()); err != nil {
		return s, err
	}
	err = b.write(ctx, func(w *writer) error {
		s, w.plain = Saved{}, len(members) > 1
		for _, m := range members {
			if err := w.saveMember(ctx, m, &s); err != nil {
				return err
			}
		}
		return nil
	})
	return s, err
}

func (w *writer) saveMember(ctx context.Context, m checklist.GroupMember, s *Saved) error {
	if m.Name = strings.TrimSpace(m.Name); m.Name == "" {
		return newFault("person.name")
	}
	m.Round = w.b.round().ID
	m.ID = checklist.GroupID(m.Round, m.Name)
	return w.counted(ctx, m.ID, FieldOf(KindGroup, "name"), s, func() error { return w.put(ctx, m.ID, KindGroup, m) })
}

// counted writes a record and counts whether it is new, changed or the same.
func (w *writer) counted(ctx context.Context, id checklist.ID, known *Field, s *Saved, write func() error) error {
	was, err := w.register(ctx, id, known)
	if err != nil {
		return err
	}
	before := w.count
	if err := write(); err != nil {
		return err
	}
	switch {
	case len(was.heads) == 0:
		s.New++
	case w.count > before:
		s.Changed++
	default:
		s.Same++
	}
	return nil
}

// RemoveMember takes somebody out of the leading group; rulings made in the name stay what they are. Faults: me.missing,
// office.only, reason.missing, group.unknown (name).
func (b *Book) RemoveMember(ctx context.Context, name, reason string) error {
	if err := officeOnly(b.Me()); err != nil {
		return err
	}
	if strings.TrimSpace(reason) == "" {
		return newFault("reason.missing")
	}
	list, err := b.Group(ctx)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(list, func(x checklist.GroupMember) bool { return x.Name == strings.TrimSpace(name) })
	if i < 0 {
		return newFault("group.unknown", name)
	}
	return b.Apply(ctx, Edit{Record: list[i].ID, Kind: KindGroup, Field: "status", Text: "withdrawn", Reason: reason, current: true})
}
