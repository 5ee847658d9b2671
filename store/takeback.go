package store

import (
	"context"
	"slices"

	"zoufang/checklist"
)

// settledKinds are what is never put back to what it said before: it is revised by a decision, a signature or a ruling of
// its own.
var settledKinds = []Kind{KindScheme, KindRound, KindDevice, KindKey, KindSheet, KindSignature, KindReceipt, KindDecision, KindRelease, KindObjection}

// PutBack writes what a register said before a change of it: one key from its history. It is a change like any other,
// with a reason, and replaces what the register holds now. Faults: reason.missing; undo.final (kind, field) for what is
// revised in another way or was erased; sheet.closed; finding.foreign for another's judgement.
func (b *Book) PutBack(ctx context.Context, ev Event, reason string) error {
	f := FieldOf(ev.Kind, ev.Field)
	if reason == "" {
		return newFault("reason.missing")
	}
	if f == nil || ev.Unread || ev.Decision || slices.Contains(settledKinds, ev.Kind) || ev.Kind == KindStanding && ev.Field == "approval" {
		return newFault("undo.final", string(ev.Kind), ev.Field)
	}
	if visit, ok := visitOf(ev.Record); ok {
		d, err := b.Visit(ctx, visit)
		if err != nil {
			return err
		}
		if owner := ownerOf(d.regs, ev.Record, ev.Kind); owner != (checklist.ID{}) && owner != b.Me().ID {
			return newFault("finding.foreign")
		}
		if ev.Kind == KindFinding && ev.Field == "status" { // the verdict follows
			return b.SetFindingStatus(ctx, d, ev.Record, ev.Old, reason)
		}
	}
	return b.write(ctx, func(w *writer) error {
		if err := w.mayJudge(ctx, undoStep{record: ev.Record, field: f}); err != nil {
			return err
		}
		return w.apply(ctx, Edit{Record: ev.Record, Kind: ev.Kind, Field: ev.Field, Text: ev.Old, Reason: reason, current: true})
	})
}
