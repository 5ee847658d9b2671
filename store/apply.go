package store

import (
	"context"
	"fmt"
	"slices"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// Edit is one register to be written, in its text form ("" clears it).
type Edit struct {
	Record checklist.ID
	Kind   Kind
	Field  string
	Text   string
	Shown  []bundle.Ref // the heads the author was shown: Register.Shown of the form's Doc
	Reason string       // why, where somebody was asked

	current bool         // shown whatever the book holds: imports
	also    []bundle.Ref // changes of other registers that this one takes into account
	change  bundle.ChangeKind
}

// Apply writes edits as changes in one durable transaction and drops the drafts of their registers. A change replaces
// the heads its author was shown and the author's own later ones, never what arrived meanwhile. In a contested register
// it replaces the displayed side and the own ones only: the contest stays until Decide. An edit that says what the
// register holds already writes nothing. Faults: field.unknown (kind, field), field.bad (kind, field, text), text.long
// (most bytes).
func (b *Book) Apply(ctx context.Context, edits ...Edit) error {
	return b.write(ctx, func(w *writer) error { return w.apply(ctx, edits...) })
}

func (w *writer) apply(ctx context.Context, edits ...Edit) error {
	for _, e := range edits {
		if err := w.applyOne(ctx, e); err != nil {
			return err
		}
	}
	return w.fold.close() // what follows in this transaction reads the heads
}

func (w *writer) applyOne(ctx context.Context, e Edit) error {
	f := FieldOf(e.Kind, e.Field)
	if f == nil {
		return newFault("field.unknown", string(e.Kind), e.Field)
	}
	if e.Record == (checklist.ID{}) {
		return fmt.Errorf("store: edit of %s.%s names no record", e.Kind, e.Field)
	}
	val, err := f.parse(e.Text)
	if err != nil {
		return err
	}
	if err := w.dropDraft(ctx, e.Record, f); err != nil {
		return err
	}
	was, err := w.register(ctx, e.Record, f)
	if err != nil {
		return err
	}
	val = w.keepUnknown(f, was, val)
	if e.change != bundle.Decide && holds(was, f, val) {
		return nil
	}
	prior := was.Text
	if f.Type == Secret && !val.IsNull() {
		if val, err = w.keepSecret(ctx, e.Text); err != nil {
			return err
		}
	}
	if e.also == nil && e.Kind == KindFinding && e.Field == "status" {
		if e.also, err = w.bodyHeads(ctx, e.Record); err != nil {
			return err
		}
	}
	refs, err := w.refs(ctx, was, e)
	if err != nil {
		return err
	}
	ref, err := w.appendAll(bundle.Change{Kind: max(e.change, bundle.Set), Record: e.Record, Field: f.No, Value: val, Reason: e.Reason}, refs)
	if err != nil {
		return tooLong(err)
	}
	w.remember(undoStep{record: e.Record, field: f, prior: prior, ref: ref, final: e.change != 0 || was.Unread})
	return nil
}

// tooLong says so of a text that does not fit into a change.
func tooLong(err error) error {
	if IsFault(err, bundle.FaultTooLarge) {
		return &Fault{Code: "text.long", Args: []any{bundle.MaxChange}, Err: err}
	}
	return err
}

// register reads one register as it is now, changes of this transaction included.
func (w *writer) register(ctx context.Context, rec checklist.ID, f *Field) (*Register, error) {
	if err := w.fold.close(); err != nil {
		return nil, err
	}
	return w.b.oneRegister(ctx, w.q, rec, f)
}

// holds tells whether the register says val already, in one voice.
func holds(r *Register, f *Field, val bundle.Value) bool {
	if len(r.heads) == 0 {
		return val.IsNull()
	}
	if r.Contested || r.heads[0].bad {
		return false
	}
	if f.Type == Secret {
		text, _ := val.Text()
		return r.heads[0].text == text
	}
	return r.heads[0].val.Equal(val)
}

// refs are the changes a new one replaces: those the author was shown and the book knows, and the author's own heads. In
// a contest an ordinary change replaces one side only, the own one or else the displayed one.
func (w *writer) refs(ctx context.Context, r *Register, e Edit) ([]bundle.Ref, error) {
	refs := slices.Clone(e.also)
	own := 0
	for _, h := range r.heads {
		if h.ref.Dev == w.own.id {
			refs = append(refs, h.ref)
			own++
		}
	}
	oneSide := r.Contested && e.change != bundle.Decide
	if oneSide && own > 0 {
		return refs, nil
	}
	shown := e.Shown
	if e.current {
		shown = r.Shown
	}
	for _, s := range shown {
		if s.Dev == w.own.id {
			continue // a head of the own log is there already; for an older one a later change stands
		}
		i := slices.IndexFunc(r.heads, func(h head) bool { return h.ref == s })
		if i >= 0 {
			if !oneSide || r.heads[i].same(r.heads[0]) {
				refs = append(refs, s)
			}
			continue
		}
		known, err := w.stored(ctx, s)
		if err != nil {
			return nil, err
		}
		if known {
			refs = append(refs, s)
		}
	}
	return refs, nil
}

// bodyHeads are the heads of a finding: what a change of its status takes into account.
func (w *writer) bodyHeads(ctx context.Context, rec checklist.ID) ([]bundle.Ref, error) {
	r, err := w.register(ctx, rec, FieldOf(KindFinding, "body"))
	if err != nil {
		return nil, err
	}
	return r.Shown, nil
}

// stored tells whether a change is in the book.
func (w *writer) stored(ctx context.Context, r bundle.Ref) (bool, error) {
	var n int
	err := w.q.QueryRowContext(ctx, `SELECT count(*) FROM op JOIN dev ON dev.ix = op.dev
		WHERE dev.id = ? AND op.seq = ? AND substr(op.hash, 1, 8) = ?`, r.Dev[:], int64(r.Seq), r.H8[:]).Scan(&n)
	return n > 0, err
}

// appendAll writes a change, and more of the same where it replaces more than one change can name.
func (w *writer) appendAll(c bundle.Change, refs []bundle.Ref) (ref bundle.Ref, err error) {
	for first := true; first || len(refs) > 0; first = false {
		c.Refs = nil
		if !first {
			c.Refs = append(c.Refs, ref)
		}
		n := min(len(refs), bundle.MaxRefs-len(c.Refs))
		c.Refs = append(c.Refs, refs[:n]...)
		refs = refs[n:]
		if ref, err = w.append(c); err != nil {
			return ref, err
		}
	}
	return ref, nil
}

// Register reads one register of a record that is not part of a visit: a unit, a slip, a person, the round. Registers
// of a visit are read from its Doc, which knows what its viewer may see. Fault field.unknown (kind, field).
func (b *Book) Register(ctx context.Context, rec checklist.ID, kind Kind, field string) (Register, error) {
	f := FieldOf(kind, field)
	if f == nil || f.No >= firstVisitField {
		return Register{}, newFault("field.unknown", string(kind), field)
	}
	var r *Register
	err := b.read(ctx, func(q querier) (err error) {
		r, err = b.oneRegister(ctx, q, rec, f)
		return err
	})
	if err != nil {
		return Register{}, err
	}
	return *r, nil
}
