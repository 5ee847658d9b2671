package store

import (
	"context"
	"encoding/json"
	"os"
	"slices"

	"zoufang/checklist"
)

// A visit is wiped from a laptop after the office's receipt: the bodies of its changes go, and with them every text,
// file, draft and summary that nothing else needs. What stays of a change is its place in the log and its hash, so that
// the log before and behind it still verifies, that nobody takes the gap for a loss, and that a bundle which comes again
// does not bring the visit back unasked.

// localWiped keeps, as JSON, which visits were wiped here.
const localWiped = "wiped"

// WipedNote says when a visit was wiped, and what it was.
type WipedNote struct {
	Unit    checklist.ID        `json:"unit"`
	Kind    checklist.VisitKind `json:"kind"`
	Day     string              `json:"day,omitempty"`
	At      string              `json:"at"`
	By      string              `json:"by"`
	Changes int64               `json:"changes"`
}

func readWiped(ctx context.Context, q querier) (wipedVisits, error) {
	text, err := localText(ctx, q, localWiped)
	if err != nil || text == "" {
		return nil, err
	}
	w := wipedVisits{}
	return w, json.Unmarshal([]byte(text), &w)
}

// holds tells whether a record belongs to a visit that was wiped here.
func (w wipedVisits) holds(record [16]byte) bool {
	if len(w) == 0 {
		return false
	}
	visit, ok := visitOf(record)
	if !ok {
		return false
	}
	_, is := w[visit]
	return is
}

// Wipe takes a visit away for good; code is that of the plan a person was shown. Faults: wipe.code where what would go is
// no longer what was shown, those of PlanWipe, and wipe.busy where another program is reading the book: the visit is gone
// then, but bytes of it may lie in the files until Scrub.
func (b *Book) Wipe(ctx context.Context, visit checklist.ID, code string) (p WipePlan, err error) {
	if err := b.secureDelete(ctx); err != nil {
		return p, err
	}
	err = b.write(ctx, func(w *writer) error {
		w.dirty, w.plain = true, true
		if p, err = b.planWipe(ctx, w.q, visit); err != nil {
			return err
		}
		if p.Refused != nil {
			return p.Refused
		}
		if p.Code != code {
			return newFault("wipe.code")
		}
		return w.wipe(ctx, &p)
	})
	if err != nil {
		return p, err
	}
	b.mu.Lock()
	b.undo = nil // it holds what registers said before
	b.mu.Unlock()
	b.forgetRows(staleBy([]checklist.ID{visit}))
	return p, b.Scrub(ctx)
}

func (b *Book) secureDelete(ctx context.Context) error {
	if b.w == nil {
		return newFault("book.readonly", b.path)
	}
	_, err := b.w.ExecContext(ctx, "PRAGMA secure_delete = ON") // for this connection
	return fault(err, b.path)
}

func (w *writer) wipe(ctx context.Context, p *WipePlan) error {
	exec := func(query string, args ...any) error {
		_, err := w.q.ExecContext(ctx, query, args...)
		return err
	}
	for _, o := range p.ops {
		if err := exec("UPDATE op SET body = NULL WHERE dev = ? AND seq = ? AND hash = ?", o.ix, int64(o.seq), o.hash[:]); err != nil {
			return err
		}
	}
	for sha := range p.gone.texts {
		if err := exec("UPDATE secret SET bytes = NULL WHERE sha = ?", sha[:]); err != nil {
			return err
		}
	}
	for sha := range p.gone.files {
		if err := exec("DELETE FROM chunk WHERE sha = ?", sha[:]); err != nil {
			return err
		}
		if err := exec("DELETE FROM file WHERE sha = ?", sha[:]); err != nil {
			return err
		}
	}
	lo, hi := checklist.InVisit(p.Visit, [8]byte{}), checklist.InVisit(p.Visit, highest)
	if err := exec("DELETE FROM head WHERE record BETWEEN ? AND ?", lo[:], hi[:]); err != nil {
		return err
	}
	if err := exec(forgetVisitQuery, p.Visit[:]); err != nil {
		return err
	}
	if err := exec("DELETE FROM local WHERE key = ?", localResume); err != nil { // it may hold something typed
		return err
	}
	return w.noteWiped(ctx, p)
}

func (w *writer) noteWiped(ctx context.Context, p *WipePlan) error {
	wiped, err := readWiped(ctx, w.q)
	if err != nil {
		return err
	}
	if wiped == nil {
		wiped = wipedVisits{}
	}
	wiped[p.Visit] = WipedNote{Unit: p.Unit.ID, Kind: p.Kind, Day: p.Day, At: w.b.moment(), By: w.b.Me().Name, Changes: p.Changes}
	text, err := json.Marshal(wiped)
	if err == nil {
		_, err = w.q.ExecContext(ctx, putLocal, localWiped, string(text))
	}
	return err
}

// Scrub writes the book anew without what was deleted and empties the log beside it. Fault wipe.busy while another
// program reads the book.
func (b *Book) Scrub(ctx context.Context) error {
	if err := b.secureDelete(ctx); err != nil {
		return err
	}
	if _, err := b.w.ExecContext(ctx, "VACUUM"); err != nil {
		return fault(err, b.path)
	}
	var busy, pages, moved int
	if err := b.w.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &pages, &moved); err != nil {
		return fault(err, b.path)
	}
	if st, err := os.Stat(b.path + "-wal"); busy != 0 || err == nil && st.Size() > 0 {
		return newFault("wipe.busy")
	}
	return nil
}

// Wiped lists the visits that were wiped here, the newest first.
func (b *Book) Wiped(ctx context.Context) (list []WipedNote, err error) {
	err = b.read(ctx, func(q querier) error {
		wiped, err := readWiped(ctx, q)
		for _, n := range wiped {
			list = append(list, n)
		}
		return err
	})
	slices.SortFunc(list, func(x, y WipedNote) int {
		return slices.Compare([]byte(y.At+y.Unit.String()), []byte(x.At+x.Unit.String()))
	})
	return list, err
}
