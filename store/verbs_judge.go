package store

import (
	"context"

	"zoufang/checklist"
)

// SaveFinding writes a finding; a zero ID makes a new one, found by the viewer now. The first finding of an indicator
// makes its verdict "findings". Faults: me.missing, sheet.closed, finding.foreign for another's, finding.rule (rule).
func (b *Book) SaveFinding(ctx context.Context, d *Doc, f checklist.Finding) (checklist.ID, error) {
	s, err := b.SchemeOf(ctx, d.SchemeHash)
	if err != nil {
		return f.ID, err
	}
	id, edits, err := d.findingEdits(s, f, b.moment())
	if err != nil {
		return f.ID, err
	}
	return id, b.Apply(ctx, edits...)
}

func (b *Book) moment() string { return b.now().Format(momentLayout) }

// SetFindingStatus writes what became of a finding: supported, confirmed, disputed, withdrawn or "" (noted). A
// withdrawal takes into account the finding as it was shown: one edited elsewhere meanwhile shows as contested. Fault
// finding.unknown.
func (b *Book) SetFindingStatus(ctx context.Context, d *Doc, id checklist.ID, status, reason string) error {
	s, err := b.SchemeOf(ctx, d.SchemeHash)
	if err != nil {
		return err
	}
	edits, err := d.statusEdits(s, id, status, reason)
	if err != nil {
		return err
	}
	return b.Apply(ctx, edits...)
}

// WithdrawFinding drops a finding with a reason; the indicator is open again when it was the last. Nothing is deleted.
// Fault reason.missing.
func (b *Book) WithdrawFinding(ctx context.Context, d *Doc, id checklist.ID, reason string) error {
	if reason == "" {
		return newFault("reason.missing")
	}
	return b.SetFindingStatus(ctx, d, id, "withdrawn", reason)
}

// RestoreFinding makes a withdrawn finding count again.
func (b *Book) RestoreFinding(ctx context.Context, d *Doc, id checklist.ID, reason string) error {
	return b.SetFindingStatus(ctx, d, id, "", reason)
}

// SetStanding writes the viewer's verdict on an indicator. Faults: me.missing, sheet.closed, standing.indicator
// (indicator), reason.missing for "not applicable" without one, standing.findings (n) for "nothing found" while n active
// findings stand under it.
func (b *Book) SetStanding(ctx context.Context, d *Doc, indicator string, state checklist.State, reason string) error {
	s, err := b.SchemeOf(ctx, d.SchemeHash)
	if err != nil {
		return err
	}
	edits, err := d.standingEdits(s, indicator, state, reason)
	if err != nil {
		return err
	}
	return b.Apply(ctx, edits...)
}

// NilRest marks every indicator of a category that has no verdict and no finding as "nothing found", and tells how many.
// One Undo takes all back. Faults: me.missing, sheet.closed, category.unknown (category).
func (b *Book) NilRest(ctx context.Context, d *Doc, category string) (int, error) {
	s, err := b.SchemeOf(ctx, d.SchemeHash)
	if err != nil {
		return 0, err
	}
	n, edits, err := d.nilRestEdits(s, category)
	if err != nil {
		return 0, err
	}
	return n, b.Apply(ctx, edits...)
}

// ApproveNA is the ruling of the leader, or of the leading group, on somebody's "not applicable". Faults: those of
// Doc.MayRule, reason.missing for a refusal.
func (b *Book) ApproveNA(ctx context.Context, d *Doc, standing checklist.ID, approve bool, reason string) error {
	s, err := b.SchemeOf(ctx, d.SchemeHash)
	if err != nil {
		return err
	}
	e, err := d.approvalEdit(s, standing, approve, reason)
	if err != nil {
		return err
	}
	return b.Apply(ctx, e)
}

// SaveClaim writes a bonus claim with its proof; a count of 0 takes it back. Faults: me.missing, sheet.closed,
// claim.bonus (bonus).
func (b *Book) SaveClaim(ctx context.Context, d *Doc, c checklist.Claim) (checklist.ID, error) {
	s, err := b.SchemeOf(ctx, d.SchemeHash)
	if err != nil {
		return c.ID, err
	}
	id, edits, err := d.claimEdits(s, c)
	if err != nil {
		return id, err
	}
	return id, b.Apply(ctx, edits...)
}

// LinkFacts says that two findings speak of one fact.
func (b *Book) LinkFacts(ctx context.Context, d *Doc, x, y checklist.ID) error {
	return b.Apply(ctx, d.linkEdits(x, y, "")...)
}

// UnlinkFacts takes that back.
func (b *Book) UnlinkFacts(ctx context.Context, d *Doc, x, y checklist.ID) error {
	return b.Apply(ctx, d.linkEdits(x, y, "withdrawn")...)
}

// CloseSheet locks the viewer's own sheet. Fault me.missing.
func (b *Book) CloseSheet(ctx context.Context, d *Doc) error {
	edits, err := d.closeEdits()
	if err != nil {
		return err
	}
	return b.Apply(ctx, edits...)
}

// ReopenSheet unlocks it to correct something, with a reason. Faults: reason.missing; reopen.leader once the visit is
// signed: then the leader or the office opens it (ReopenVisit).
func (b *Book) ReopenSheet(ctx context.Context, d *Doc, reason string) error {
	edits, err := d.reopenEdits(reason)
	if err != nil {
		return err
	}
	return b.Apply(ctx, edits...)
}

// SignVisit is the leader's signature over everything the visit holds now. Faults: those of Doc.MayLead; sign.open (n) while n
// sheets are open or may not be seen; sign.contested (n); sign.blocked (n) while n things stand against it, which
// checklist.Missing lists.
func (b *Book) SignVisit(ctx context.Context, d *Doc) error {
	return b.write(ctx, func(w *writer) error {
		logs, err := b.teller(ctx, w.q).logsOf(d.regs)
		if err != nil {
			return err
		}
		edits, err := d.signEdits(func(hash string) (*checklist.Scheme, error) { return b.loadScheme(ctx, w.q, hash) }, b.moment(), logs)
		if err != nil {
			return err
		}
		return w.apply(ctx, edits...)
	})
}

// Todos lists what is missing before the team leaves, on the viewer's sheet.
func (b *Book) Todos(ctx context.Context, d *Doc) ([]checklist.Todo, error) {
	s, err := b.SchemeOf(ctx, d.SchemeHash)
	if err != nil {
		return nil, err
	}
	return checklist.Missing(s, &d.Visit, d.Main()), nil
}
