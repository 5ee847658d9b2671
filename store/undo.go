package store

import (
	"context"
	"slices"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// undoStep is what one register said before a batch and the change that took its place.
type undoStep struct {
	record checklist.ID
	field  *Field
	prior  string
	ref    bundle.Ref
	final  bool // a decision or a signature: it is not taken back silently
}

// batch is one Apply of this session.
type batch struct{ steps []undoStep }

// Undone says what Undo took back.
type Undone struct {
	Registers int
	Record    checklist.ID // of the first register, so that a screen can go there
	Kind      Kind
	Field     string
}

// remember keeps the state before the batch: of a register written twice, the first prior and the last change.
func (w *writer) remember(s undoStep) {
	if w.plain {
		return
	}
	k := register{s.record, s.field.No}
	i, ok := w.wroteAt[k]
	if ok {
		w.wrote[i].ref = s.ref
		return
	}
	w.wroteAt[k] = len(w.wrote)
	w.wrote = append(w.wrote, s)
}

// Undo takes back the newest batch of this session by new changes that say what the registers said before. Faults:
// undo.nothing; undo.foreign (kind, field) when somebody else has changed a register since; undo.final (kind, field) for
// a decision, a signature, a closed sheet or an erased text, which are revised with a reason instead; sheet.closed for a
// judgement on a sheet that is closed by now. With these faults Undone names the register that stands in the way; that
// batch is passed over from then on, so that the next Undo reaches the one before.
func (b *Book) Undo(ctx context.Context) (Undone, error) {
	var u Undone
	err := b.write(ctx, func(w *writer) error {
		if len(b.undo) == 0 {
			return newFault("undo.nothing")
		}
		last := b.undo[len(b.undo)-1]
		at := last.steps[0]
		for _, s := range last.steps {
			if err := w.takeBack(ctx, s); err != nil {
				u = s.undone(len(last.steps))
				return err
			}
		}
		u = at.undone(len(last.steps))
		w.undoes = true
		return nil
	})
	if IsFault(err, "undo.foreign") || IsFault(err, "undo.final") {
		b.mu.Lock()
		b.undo = b.undo[:len(b.undo)-1]
		b.mu.Unlock()
	}
	return u, err
}

func (s undoStep) undone(registers int) Undone {
	return Undone{Registers: registers, Record: s.record, Kind: s.field.Kind, Field: s.field.Name}
}

func (w *writer) takeBack(ctx context.Context, s undoStep) error {
	if s.final || s.field.Kind == KindSheet && s.field.Name == "state" {
		return newFault("undo.final", string(s.field.Kind), s.field.Name)
	}
	if err := w.mayJudge(ctx, s); err != nil {
		return err
	}
	r, err := w.register(ctx, s.record, s.field)
	if err != nil {
		return err
	}
	if !slices.Contains(r.Shown, s.ref) {
		return newFault("undo.foreign", string(s.field.Kind), s.field.Name)
	}
	return w.apply(ctx, Edit{Record: s.record, Kind: s.field.Kind, Field: s.field.Name, Text: s.prior, Shown: []bundle.Ref{s.ref}})
}

// mayJudge refuses to take back a judgement on a sheet that was closed meanwhile: it is reopened with a reason first.
func (w *writer) mayJudge(ctx context.Context, s undoStep) error {
	visit, ok := visitOf(s.record)
	judged := s.field.Kind == KindFinding || s.field.Kind == KindClaim || s.field.Kind == KindStanding && s.field.Name == "body"
	if !ok || !judged {
		return nil
	}
	sheet := checklist.SheetID(visit, w.b.Me().ID)
	state, err := w.register(ctx, sheet, FieldOf(KindSheet, "state"))
	if err == nil && state.Text == "closed" {
		err = newFault("sheet.closed")
	}
	return err
}

// pushUndo keeps what a committed write can be taken back by. A write that took one back leaves the stack shorter; the
// batches below see its changes in place of their own.
func (b *Book) pushUndo(w *writer) {
	if !w.undoes {
		if len(w.wrote) > 0 {
			b.undo = append(b.undo, batch{steps: w.wrote})
		}
		return
	}
	b.undo = b.undo[:len(b.undo)-1]
	for _, s := range w.wrote {
		for i := len(b.undo) - 1; i >= 0; i-- {
			j := slices.IndexFunc(b.undo[i].steps, func(o undoStep) bool { return o.record == s.record && o.field == s.field })
			if j >= 0 {
				b.undo[i].steps[j].ref = s.ref
				break
			}
		}
	}
}
