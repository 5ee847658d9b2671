package store

import (
	"context"
	"slices"
	"strings"

	"zoufang/checklist"
)

// Who decides about a visit. A role is what people say of themselves; the plan of the round says whose unit it is. So the
// team's leader is whoever the plan gives the unit as leader, and the word of the laptop counts only where no plan speaks.

// Leads tells whether the viewer leads the team of the unit, or is the office, which acts for every team.
func (d *Doc) Leads() bool { return d.MayLead() == nil }

// MayLead says why the viewer may not act as the leader of the unit's team; nil where that is allowed. Faults: leader.only
// for who leads no team, leader.team (unit, whose it is) for the leader of another.
func (d *Doc) MayLead() error {
	if d.me.Role == checklist.RoleOffice {
		return nil
	}
	var leaders, teams []string
	add := func(list []string, s string) []string {
		if s == "" || slices.Contains(list, s) {
			return list
		}
		return append(list, s)
	}
	teams = add(teams, d.slotTeam)
	for _, p := range d.Team {
		teams = add(teams, p.Team)
		if p.Role != checklist.RoleLeader {
			continue
		}
		if p.ID == d.me.ID {
			return nil
		}
		leaders = add(leaders, p.Name)
	}
	switch {
	case d.me.Role != checklist.RoleLeader:
		return newFault("leader.only")
	case len(leaders) > 0:
		return newFault("leader.team", d.Unit.Name, strings.Join(leaders, " "))
	case len(teams) > 0 && d.me.Team != "" && !slices.Contains(teams, d.me.Team):
		return newFault("leader.team", d.Unit.Name, strings.Join(teams, " "))
	}
	return nil
}

// MayRule says why the viewer may not rule on what belongs to a category of the visit; nil where that is allowed: the
// leader of the unit's team and the office may, and a member of the leading group by the division of work. The faults are
// those of MayLead.
func (d *Doc) MayRule(category string) error {
	err := d.MayLead()
	if err != nil && d.member(d.me.Name, category) != nil {
		return nil
	}
	return err
}

// member is the member of the leading group of that name who rules on the category; nil where there is none.
func (d *Doc) member(name, category string) *checklist.GroupMember {
	i := slices.IndexFunc(d.group, func(m checklist.GroupMember) bool { return m.Name == strings.TrimSpace(name) })
	if i < 0 || !d.group[i].MayRule(category) {
		return nil
	}
	return &d.group[i]
}

// Group is the leading group of the round, the head first.
func (d *Doc) Group() []checklist.GroupMember { return d.group }

// inName is in whose name of the leading group a ruling is recorded: of the member the office names, or of the viewer who
// is one and leads no team here; "" where the team settles it. Faults: office.only, group.none, group.unknown (name),
// group.matter (name, category), and those of MayLead.
func (d *Doc) inName(name, category string) (string, error) {
	if name = strings.TrimSpace(name); name != "" {
		if err := officeOnly(d.me); err != nil {
			return "", err
		}
		m, err := rulerIn(d.group, name, category)
		return m.Name, err
	}
	err := d.MayLead()
	if err == nil {
		return "", nil
	}
	if m := d.member(d.me.Name, category); m != nil {
		return m.Name, nil
	}
	return "", err
}

// fillLeads reads whose the unit is and who rules on disputes.
func (b *Book) fillLeads(ctx context.Context, q querier, d *Doc, unit checklist.ID) (err error) {
	id := checklist.SlotID(b.round().ID, unit)
	rs, err := b.scan(ctx, q, id, id)
	if err != nil {
		return err
	}
	var s checklist.Slot
	if rs.fill(id, KindSlot, &s); s.Status == "" {
		d.slotTeam = s.Team
	}
	d.group, err = b.readGroup(ctx, q)
	return err
}
