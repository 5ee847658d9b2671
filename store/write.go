package store

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// writer is one write: a transaction, the fold inside it, and where the own log will stand if it commits. Nothing of
// the Book itself changes before the commit.
type writer struct {
	b       *Book
	tx      *sql.Tx
	q       *prepared // tx, for what is run often
	fold    *folder
	ident   *identity // of a new device, taken up with the commit
	own     ownDevice
	author  author
	wrote   []undoStep
	wroteAt map[register]int // where a register is in wrote
	undoes  bool             // it takes back the newest batch
	plain   bool             // no batch for Undo: imports and what begins something
	touched map[checklist.ID]bool
	looked  bool // for drafts
	noDraft bool
	dirty   bool // something besides changes was written
	count   int  // changes
}

// author is who a change is by and when; only samples and scripts in demo books write for others.
type author struct {
	actor [8]byte
	wall  uint64 // milliseconds; 0 is now
}

// write runs fn in one durable transaction. When fn fails, or anything after it, the book and everything in memory are
// as before. The batch of changes becomes the newest that Undo takes back.
func (b *Book) write(ctx context.Context, fn func(*writer) error) error {
	if err := b.catchUp(ctx); err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.w == nil {
		return newFault("book.readonly", b.path)
	}
	tx, err := b.w.BeginTx(ctx, nil)
	if err != nil {
		return fault(err, b.path)
	}
	defer tx.Rollback() // after the commit this does nothing
	w := &writer{b: b, tx: tx, q: prepare(tx, b.hot), fold: newFolder(ctx, tx, b.log), own: b.own, touched: map[checklist.ID]bool{}, wroteAt: map[register]int{}}
	me := b.Me().ID
	w.author.actor = [8]byte(me[8:])
	if err := fn(w); err != nil {
		return fault(err, b.path)
	}
	if w.count == 0 && !w.dirty {
		return nil
	}
	if err := w.finish(ctx); err != nil {
		return fault(err, b.path)
	}
	if err := tx.Commit(); err != nil {
		return fault(err, b.path)
	}
	return fault(b.committed(ctx, w), b.path)
}

const ownLogQuery = "UPDATE dev SET hseq = ?, hhash = ?, lam = ? WHERE ix = ?"

// finish writes what belongs to every batch of changes: where the log stands now, and the device's word for it.
func (w *writer) finish(ctx context.Context) error {
	if w.count == 0 {
		return nil
	}
	if err := w.fold.close(); err != nil {
		return err
	}
	if _, err := w.q.ExecContext(ctx, ownLogQuery, int64(w.own.seq), w.own.head[:], int64(w.own.lam), w.own.ix); err != nil {
		return err
	}
	if err := w.fold.seal(w.own.ix, w.own.key, w.own.seq, w.own.head); err != nil {
		return err
	}
	return w.q.forget(ctx, staleBy(w.records()))
}

// committed brings the caches up to what is on the disk now.
func (b *Book) committed(ctx context.Context, w *writer) error {
	if w.count == 0 {
		return nil
	}
	b.own = w.own
	if w.ident != nil {
		b.takeUp(w.ident)
	}
	b.ident.remember(w.own.seq, w.own.head)
	b.pushUndo(w)
	b.forgetRows(staleBy(w.records()))
	for id := range w.touched {
		if b.isFact(id) {
			return b.load(ctx)
		}
	}
	return nil
}

// records lists what this write touched.
func (w *writer) records() []checklist.ID { return slices.Collect(maps.Keys(w.touched)) }

// isFact tells whether a record is kept in memory.
func (b *Book) isFact(id checklist.ID) bool {
	switch string(id[:8]) {
	case checklist.ScopePerson, checklist.ScopeRound, scopeDevice:
		return true
	}
	return false
}

// append makes one change the newest of the own log and folds it.
func (w *writer) append(c bundle.Change) (bundle.Ref, error) {
	w.own.lam = min(w.own.lam+1, bundle.MaxLamport)
	c.Lamport, c.Actor, c.Wall = w.own.lam, w.author.actor, w.author.wall
	if c.Wall == 0 {
		c.Wall = uint64(max(w.b.now().UnixMilli(), 0))
	}
	c.Reason = bundle.Clean(c.Reason)
	if err := bundle.CheckValue(c.Value); err != nil {
		return bundle.Ref{}, fmt.Errorf("store: value of register %d: %w", c.Field, err)
	}
	body, err := c.Encode(w.own.id)
	if err != nil {
		return bundle.Ref{}, err
	}
	seq := w.own.seq + 1
	hash := bundle.HashChange(w.own.id, seq, w.own.head, body)
	if _, err := w.fold.add(w.own.ix, seq, hash, body, &c); err != nil {
		return bundle.Ref{}, err
	}
	w.own.seq, w.own.head = seq, hash
	w.count++
	w.touched[c.Record] = true
	return hash.Ref(w.own.id, seq), nil
}

// put writes a record whose author was shown nothing in particular: what the book holds is what it replaces.
func (w *writer) put(ctx context.Context, id checklist.ID, kind Kind, v any) error {
	return w.apply(ctx, editsOf(id, kind, v, nil)...)
}
