package store

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"slices"
	"strconv"
	"strings"

	"zoufang/checklist"
)

// Slips and past findings lie in scopes of their own. The first half of their item is the unit's, so that those of a
// unit are one range.

func ofUnit(scope string, unit checklist.ID, rest [4]byte) checklist.ID {
	return checklist.InScope(scope, [8]byte(slices.Concat(unit[8:12], rest[:])))
}

// NewSlipID makes the id of a new slip of a unit.
func NewSlipID(unit checklist.ID) checklist.ID {
	var r [4]byte
	_, _ = rand.Read(r[:]) // never fails
	return ofUnit(checklist.ScopeSlip, unit, r)
}

// pastID makes the same record of the same finding of an earlier year, however often a list of them is loaded.
func pastID(p checklist.Past) checklist.ID {
	sum := sha256.Sum256([]byte(strings.Join([]string{p.Year, p.Rule, p.Facts}, "\x00")))
	return ofUnit(checklist.ScopePast, p.Unit, [4]byte(sum[:4]))
}

// scanUnit reads the records of a scope that lie under a unit.
func (b *Book) scanUnit(ctx context.Context, q querier, scope string, unit checklist.ID) (*regs, error) {
	return b.scan(ctx, q, ofUnit(scope, unit, [4]byte{}), ofUnit(scope, unit, [4]byte{255, 255, 255, 255}))
}

// fillUnit adds what belongs to the unit and not to the visit: its name, ledger, slips, past findings and team.
func (b *Book) fillUnit(ctx context.Context, q querier, d *Doc, unit checklist.ID) (err error) {
	if d.Unit, err = b.readUnit(ctx, q, unit); err != nil {
		return err
	}
	if d.Slips, err = b.readSlips(ctx, q, unit); err != nil {
		return err
	}
	if d.Past, err = b.readPast(ctx, q, unit); err != nil {
		return err
	}
	if d.Team, err = b.readTeam(ctx, q, unit); err != nil {
		return err
	}
	if err := b.fillLeads(ctx, q, d, unit); err != nil {
		return err
	}
	if err := b.fillInterests(ctx, q, d); err != nil {
		return err
	}
	ledger, err := b.readLedger(ctx, q, unit, d.SchemeHash)
	if err != nil {
		return err
	}
	for figure, n := range ledger {
		if _, has := d.Figures[figure][checklist.Office]; !has {
			d.setFigure(figure, checklist.Office, n)
		}
	}
	return b.fillInherited(ctx, q, d)
}

func (b *Book) readUnit(ctx context.Context, q querier, unit checklist.ID) (checklist.Unit, error) {
	u := checklist.Unit{ID: unit}
	rs, err := b.scan(ctx, q, unit, unit)
	if err == nil {
		rs.fill(unit, KindUnit, &u)
		u.Story = readStory(rs, unit)
	}
	return u, err
}

func (b *Book) readSlips(ctx context.Context, q querier, unit checklist.ID) (slips []checklist.Slip, err error) {
	rs, err := b.scanUnit(ctx, q, checklist.ScopeSlip, unit)
	if err != nil {
		return nil, err
	}
	for _, id := range rs.records(KindSlip) {
		s := checklist.Slip{ID: id}
		if rs.fill(id, KindSlip, &s); s.Unit == unit {
			slips = append(slips, s)
		}
	}
	if err := b.liven(ctx, q, rs, &unit, slips); err != nil {
		return nil, err
	}
	slices.SortStableFunc(slips, func(a, b checklist.Slip) int { return strings.Compare(a.FoundOn+a.Number, b.FoundOn+b.Number) })
	return slips, nil
}

func (b *Book) readPast(ctx context.Context, q querier, unit checklist.ID) (past []checklist.Past, err error) {
	rs, err := b.scanUnit(ctx, q, checklist.ScopePast, unit)
	if err != nil {
		return nil, err
	}
	for _, id := range rs.records(KindPast) {
		var p checklist.Past
		if rs.body(id, KindPast, "body", &p) && p.Unit == unit {
			past = append(past, p)
		}
	}
	slices.SortStableFunc(past, func(a, b checklist.Past) int { return strings.Compare(b.Year+a.Rule, a.Year+b.Rule) })
	return past, nil
}

// readTeam lists who is assigned to a unit in the round. Assignments have an id per person, so that the few people are
// asked for by id.
func (b *Book) readTeam(ctx context.Context, q querier, unit checklist.ID) (team []checklist.Person, err error) {
	people := b.people()
	ids := make([]checklist.ID, 0, len(people))
	for _, p := range people {
		ids = append(ids, checklist.AssignID(b.round().ID, unit, p.ID))
	}
	rs, err := b.scanIDs(ctx, q, ids)
	if err != nil {
		return nil, err
	}
	for _, id := range rs.records(KindAssignment) {
		var a checklist.Assignment
		if rs.body(id, KindAssignment, "body", &a) && rs.get(id, KindAssignment, "status").Text != "withdrawn" {
			team = append(team, assigned(people[[8]byte(a.Person[8:])], a))
		}
	}
	slices.SortFunc(team, compareRole)
	return team, nil
}

// assigned is a person in the role of an assignment.
func assigned(p checklist.Person, a checklist.Assignment) checklist.Person {
	if a.Role != "" {
		p.Role = a.Role
	}
	if a.Team != "" {
		p.Team = a.Team
	}
	return p
}

// compareRole puts the leader first, then names in a stable order.
func compareRole(a, b checklist.Person) int {
	if i := slices.Index(roles, string(a.Role)) - slices.Index(roles, string(b.Role)); i != 0 {
		return i
	}
	return strings.Compare(a.Number+a.Name, b.Number+b.Name)
}

// readLedger is the office's numbers of a unit, for the figures of a scheme.
func (b *Book) readLedger(ctx context.Context, q querier, unit checklist.ID, scheme string) (map[string]int64, error) {
	s, err := b.loadScheme(ctx, q, scheme)
	if IsFault(err, "scheme.missing") {
		return nil, nil // its file has not arrived: the visit shows without the office's numbers
	}
	if err != nil {
		return nil, err
	}
	ids := make([]checklist.ID, len(s.Reconciliation.Figures))
	for i, f := range s.Reconciliation.Figures {
		ids[i] = checklist.LedgerID(unit, f.ID)
	}
	rs, err := b.scanIDs(ctx, q, ids)
	if err != nil {
		return nil, err
	}
	ledger := map[string]int64{}
	for _, id := range rs.records(KindLedger) {
		var l checklist.Ledger
		if rs.body(id, KindLedger, "body", &l) {
			ledger[l.Figure] = l.N
		}
	}
	return ledger, nil
}

// maxIDs bounds the ids of one query.
const maxIDs = 500

// scanIDs reads the registers of single records.
func (b *Book) scanIDs(ctx context.Context, q querier, ids []checklist.ID) (*regs, error) {
	all := newRegs()
	for part := range slices.Chunk(ids, maxIDs) {
		args := make([]any, len(part))
		for i := range part {
			args[i] = part[i][:]
		}
		rs, err := b.scanWhere(ctx, q, "record IN (?"+strings.Repeat(",?", len(part)-1)+")", args...)
		if err != nil {
			return nil, err
		}
		for k, r := range rs.at {
			all.at[k] = r
		}
		for kind, of := range rs.of {
			all.of[kind] = append(all.of[kind], of...)
		}
	}
	return all, nil
}

// number writes a count as the text form of a register.
func number(n int64) string { return strconv.FormatInt(n, 10) }
