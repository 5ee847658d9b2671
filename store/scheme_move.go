package store

import (
	"context"
	"slices"

	"zoufang/checklist"
)

// MoveSheet carries out a planned move of the viewer's own sheet, in one transaction, with the reason on every change. Old
// records are kept: what has no place in the new version waits for the way back. Faults: reason.missing, move.closed,
// move.draft while a judgement is half typed, finding.foreign for another's sheet.
func (b *Book) MoveSheet(ctx context.Context, m *Move, reason string) error {
	switch {
	case reason == "":
		return newFault("reason.missing")
	case m.Person.ID != m.doc.me.ID:
		return newFault("finding.foreign")
	case m.doc.Own().State == "closed":
		return newFault("move.closed", m.Unit.Name)
	}
	edits := m.sheetEdits()
	edits = append(edits, m.findingEdits()...)
	edits = append(edits, m.standingEdits()...)
	edits = append(edits, m.claimEdits()...)
	edits = append(edits, m.selfScoreEdits()...)
	for i := range edits {
		edits[i].Reason = reason
	}
	if err := b.noDrafts(ctx, m); err != nil {
		return err
	}
	return b.Apply(ctx, edits...)
}

// noDrafts refuses a move while a judgement is half typed: it names a rule of the old version, and finishing it would put
// it under whatever bears that id in the new one.
func (b *Book) noDrafts(ctx context.Context, m *Move) error {
	drafts, err := b.Drafts(ctx)
	if err != nil {
		return err
	}
	for _, d := range drafts {
		if d.Record.Scope() == m.Visit.Scope() && slices.Contains([]Kind{KindFinding, KindStanding, KindClaim, KindSelfScore}, d.Kind) {
			return newFault("move.draft", m.Unit.Name)
		}
	}
	return nil
}

func (m *Move) sheetEdits() []Edit {
	d, own := m.doc, checklist.SheetID(m.Visit, m.Person.ID)
	edits := []Edit{{Record: own, Kind: KindSheet, Field: "scheme", Text: m.To.Hash, Shown: d.Shown(own, KindSheet, "scheme")}}
	if d.versions[m.Person.ID].began == "" {
		edits = append(edits, Edit{Record: own, Kind: KindSheet, Field: "began", Text: m.From.Hash, Shown: d.Shown(own, KindSheet, "began")})
	}
	return edits
}

// findingEdits write the rule of the new version into the findings that have one.
func (m *Move) findingEdits() (edits []Edit) {
	for _, f := range m.Carried.Sheet.Findings {
		if _, _, ok := m.To.Rule(f.Rule); !ok {
			continue
		}
		f.Scheme = m.To.Hash
		edits = append(edits, m.doc.body(f.ID, KindFinding, "body", f))
	}
	return edits
}

// standingEdits write the verdicts under the ids of the new version, and blank what is left under an old id: a laptop that
// edits it meanwhile makes a contest, which people see.
func (m *Move) standingEdits() (edits []Edit) {
	d, me := m.doc, m.Person.ID
	for id, st := range m.Carried.Sheet.Standings {
		rec := checklist.StandingID(m.Visit, me, id)
		var a checklist.Approval
		if st.Approval != "" && d.regs.body(st.ID, KindStanding, "approval", &a) {
			a.Scheme = m.To.Hash
			edits = append(edits, d.body(rec, KindStanding, "approval", a))
		}
		edits = append(edits, d.body(rec, KindStanding, "body",
			checklist.Standing{Indicator: id, State: st.State, Reason: st.Reason, Person: me, Scheme: m.To.Hash}))
	}
	for _, id := range m.vacated(checklist.ThingIndicator, KindStanding) {
		if _, taken := m.Carried.Sheet.Standings[id]; !taken {
			rec := checklist.StandingID(m.Visit, me, id)
			edits = append(edits, d.body(rec, KindStanding, "body", checklist.Standing{Indicator: id, Person: me, Scheme: m.To.Hash}))
		}
	}
	sortEdits(edits)
	return edits
}

// claimEdits do the same for bonus claims.
func (m *Move) claimEdits() (edits []Edit) {
	d, me := m.doc, m.Person.ID
	put := func(id string, c checklist.Claim, status string) {
		rec := checklist.ClaimID(m.Visit, me, id)
		c.Bonus, c.Person, c.Scheme = id, me, m.To.Hash
		edits = append(edits, d.body(rec, KindClaim, "body", c), d.status(rec, KindClaim, status, ""))
	}
	for id, c := range m.Carried.Sheet.Claims {
		put(id, c, "")
	}
	for _, id := range m.vacated(checklist.ThingBonus, KindClaim) {
		if _, taken := m.Carried.Sheet.Claims[id]; !taken {
			put(id, checklist.Claim{}, "withdrawn")
		}
	}
	sortEdits(edits)
	return edits
}

// vacated are the old ids whose verdict or claim goes to another id.
func (m *Move) vacated(t checklist.Thing, kind Kind) (ids []string) {
	sheet := m.doc.sheet(m.Person.ID)
	for id, next := range m.Map[t] {
		_, judged := sheet.Standings[id]
		if kind == KindClaim {
			_, judged = sheet.Claims[id]
		}
		if judged && next.ID != id {
			ids = append(ids, id)
		}
	}
	for _, l := range m.Back {
		if l.Kind == kind {
			ids = append(ids, l.ID)
		}
	}
	return ids
}

// selfScoreEdits write the unit's own scores under the ids of the new version. They are the visit's: where somebody whose
// sheet is there already has brought them, they stay as they are.
func (m *Move) selfScoreEdits() (edits []Edit) {
	d := m.doc
	notes := m.Map.CarryNotes(d.SelfNotes)
	for id, p := range m.SelfScores {
		rec := checklist.SelfScoreID(m.Visit, id)
		var there checklist.SelfScore
		if d.regs.body(rec, KindSelfScore, "body", &there) && there.Scheme == m.To.Hash && slices.Contains(d.others, m.To.Hash) {
			continue
		}
		edits = append(edits, d.body(rec, KindSelfScore, "body", checklist.SelfScore{Indicator: id, Points: p, Scheme: m.To.Hash, Note: notes[id]}))
	}
	sortEdits(edits)
	return edits
}

// sortEdits makes the order of changes the same whatever the order of maps.
func sortEdits(edits []Edit) {
	slices.SortStableFunc(edits, func(a, b Edit) int { return slices.Compare(a.Record[:], b.Record[:]) })
}
