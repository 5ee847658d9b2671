package store

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// After a bundle was written and read back, the scores of what was judged here are computed once more: in a book in memory
// that holds the changes of the file as they were read from the disk, and the book's own copy only of what the bundle does
// not carry (other laptops' changes, and those that are acknowledged). What the receiver will compute is what is here.

// rescorer compares scores.
type rescorer struct {
	x      *exporter
	visits map[[8]byte]checklist.ID // judged here, by scope
	read   []readOp                 // as read back from the file
}

// readOp is a change as read back.
type readOp struct {
	dev  bundle.DeviceID
	seq  uint64
	hash bundle.Hash
	body []byte
}

// newRescorer finds the visits to compare: those with verdicts, findings or decisions of this device that go along.
func (x *exporter) newRescorer() (*rescorer, error) {
	r := &rescorer{x: x, visits: map[[8]byte]checklist.ID{}}
	if x.o.onlyReceipts || x.o.task != nil {
		return r, nil
	}
	rows, err := x.q.QueryContext(x.ctx, "SELECT DISTINCT record FROM head WHERE dev = ? AND (field BETWEEN ? AND ? OR field = ?)",
		x.own.ix, int64(FieldOf(KindFinding, "body").No), int64(FieldOf(KindClaim, "status").No), int64(FieldOf(KindDecision, "body").No))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var rec []byte
		if err := rows.Scan(&rec); err != nil {
			return nil, err
		}
		visit := checklist.InVisit(checklist.ID(rec), [8]byte{})
		if unit := x.places.unitOf(visit); x.practice[unit] {
			continue
		}
		if x.o.Units == nil || slices.Contains(x.o.Units, x.places.unitOf(visit)) {
			r.visits[visit.Scope()] = visit
		}
	}
	return r, rows.Err()
}

// matters tells whether a change can have a part in the scores: of the visits, or of no visit at all.
func (r *rescorer) matters(record [16]byte) bool {
	visit, inside := visitOf(record)
	_, ours := r.visits[visit.Scope()]
	return !inside || ours
}

// keep takes a change as it was read back.
func (r *rescorer) keep(e *bundle.Entry) error {
	if len(r.visits) > 0 && r.matters(e.Change.Record) {
		r.read = append(r.read, readOp{e.Dev, e.Seq, e.Hash, bytes.Clone(e.Body)})
	}
	return nil
}

// compare computes the scores both ways and tells of how many units. Fault export.rescore (unit).
func (r *rescorer) compare() (units int, err error) {
	if len(r.visits) == 0 {
		return 0, nil
	}
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return 0, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	ctx := r.x.ctx
	if _, err := db.ExecContext(ctx, schema); err != nil {
		return 0, err
	}
	st, err := prepareFold(ctx, db)
	if err != nil {
		return 0, err
	}
	defer st.Close()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return 0, err
	}
	defer tx.Rollback() // it was a trial
	if err := r.fill(tx); err != nil {
		return 0, err
	}
	if _, _, err := refold(ctx, tx, st); err != nil {
		return 0, err
	}
	seen := map[checklist.ID]bool{}
	for _, visit := range r.visits {
		unit, here, err := r.score(ctx, r.x.q, visit)
		if err != nil {
			return 0, err
		}
		_, there, err := r.score(ctx, prepare(tx, nil), visit)
		if err != nil && !IsFault(err, "visit.missing") {
			return 0, err
		}
		if here != there {
			return 0, newFault("export.rescore", unit.Name)
		}
		seen[unit.ID] = true
	}
	return len(seen), nil
}

// fill puts into the book in memory what the file holds, and from the book what it does not.
func (r *rescorer) fill(tx *sql.Tx) error {
	ctx := r.x.ctx
	devs := map[bundle.DeviceID]int64{}
	rows, err := r.x.q.QueryContext(ctx, "SELECT ix, id FROM dev")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var ix int64
		var id []byte
		if err := rows.Scan(&ix, &id); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "INSERT INTO dev(ix, id) VALUES(?, ?)", ix, id); err != nil {
			return err
		}
		devs[bundle.DeviceID(id)] = ix
	}
	if err := rows.Err(); err != nil {
		return err
	}
	insert, err := tx.PrepareContext(ctx, "INSERT INTO op(dev, seq, hash, body) VALUES(?, ?, ?, ?) ON CONFLICT DO NOTHING")
	if err != nil {
		return err
	}
	for _, o := range r.read {
		if _, err := insert.ExecContext(ctx, devs[o.dev], int64(o.seq), o.hash[:], o.body); err != nil {
			return err
		}
	}
	return r.rest(insert)
}

// rest copies from the book the changes that the bundle does not carry.
func (r *rescorer) rest(insert *sql.Stmt) error {
	rows, err := r.x.q.QueryContext(r.x.ctx, "SELECT op.dev, dev.id, seq, hash, body FROM op JOIN dev ON dev.ix = op.dev WHERE body IS NOT NULL")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var ix, seq int64
		var id, hash, body []byte
		if err := rows.Scan(&ix, &id, &seq, &hash, &body); err != nil {
			return err
		}
		if r.x.carries(ix, uint64(seq), bundle.Hash(hash)) {
			continue
		}
		c, err := bundle.Decode(bundle.DeviceID(id), body)
		if err != nil {
			return err
		}
		if !r.matters(c.Record) {
			continue
		}
		if _, err := insert.ExecContext(r.x.ctx, ix, seq, hash, body); err != nil {
			return err
		}
	}
	return rows.Err()
}

// carries tells whether a change lies in a run that goes along.
func (x *exporter) carries(ix int64, seq uint64, hash bundle.Hash) bool {
	return slices.ContainsFunc(x.threads, func(t thread) bool {
		return t.ix == ix && t.first <= seq && seq <= t.cp.Seq && (t.path == nil || t.path[seq-t.first] == hash)
	})
}

// score is everything the score of the own sheet says, as text, with the number of records behind it, and what it comes
// to together with the sheets of others.
func (r *rescorer) score(ctx context.Context, q querier, visit checklist.ID) (unit checklist.Unit, text string, err error) {
	d, err := r.x.b.doc(ctx, q, visit, r.x.b.Me())
	if err != nil {
		return unit, "", err
	}
	sheet := d.Own()
	s, err := r.x.b.loadScheme(ctx, r.x.q, sheet.Scheme)
	if IsFault(err, "scheme.missing") {
		return d.Unit, d.digest, nil // nothing computes it here; the records are compared
	}
	if err != nil {
		return unit, "", err
	}
	res := checklist.Score(s, checklist.InputOf(s, &d.Visit, sheet))
	var w strings.Builder
	fmt.Fprintf(&w, "%s %v %v %v %d/%d %s", d.digest, res.Base, res.Bonus, res.Total, res.Scored, res.Of, sheet.State)
	for _, c := range res.Categories {
		fmt.Fprintf(&w, " %s %v", c.Category.ID, c.Score)
		for i := range c.Indicators {
			x := &c.Indicators[i]
			fmt.Fprintf(&w, " %s %v %v %v", x.Indicator.ID, x.Known, x.Awarded, x.Status)
		}
	}
	agreed := d.Standing(s)
	if sum := checklist.Score(s, checklist.InputOf(s, &d.Visit, &agreed.Sheet)); len(agreed.Sheets) > 1 {
		fmt.Fprintf(&w, " = %v %v %d %s", sum.Base, sum.Total, len(agreed.Open()), agreed.Pending)
	}
	return d.Unit, w.String(), nil
}
