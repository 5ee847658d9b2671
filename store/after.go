package store

import (
	"context"

	"zoufang/checklist"
)

// afterMerge brings what is in memory up to a merge that was committed. Changes under the own device's name that this
// book never wrote mean that a copy of it wrote on elsewhere: from here on it is a new device. Where that fails, the next
// write does it first.
func (b *Book) afterMerge(ctx context.Context, touched []checklist.ID) error {
	b.forgetRows(staleBy(touched))
	b.behind.Store(true)
	return b.catchUp(ctx)
}

// catchUp does what a merge left undone, if anything.
func (b *Book) catchUp(ctx context.Context) error {
	if !b.behind.Swap(false) {
		return nil
	}
	err := b.load(ctx)
	var elsewhere bool
	if err == nil {
		elsewhere, err = b.lookAgain(ctx)
	}
	if err == nil && elsewhere {
		err = b.mint(ctx, false)
	}
	if err != nil {
		b.behind.Store(true)
	}
	return fault(err, b.path)
}

// lookAgain raises the Lamport number to what was merged and tells whether the own log goes on, or forks, elsewhere.
func (b *Book) lookAgain(ctx context.Context) (elsewhere bool, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	var lam int64
	err = b.w.QueryRowContext(ctx, `SELECT (SELECT max(lam) FROM dev),
		forked OR EXISTS (SELECT 1 FROM op WHERE dev = ix AND (seq > ?1 OR seq = ?1 AND hash <> ?2)) FROM dev WHERE ix = ?3`,
		int64(b.own.seq), b.own.head[:], b.own.ix).Scan(&lam, &elsewhere)
	if err == nil {
		b.own.lam = max(b.own.lam, uint64(lam))
	}
	return elsewhere, err
}
