package store

import (
	"bytes"
	"cmp"
	"context"
	"crypto/ed25519"
	"database/sql"

	"zoufang/store/bundle"
)

// The fold: the state of the book is the set of heads, and a head is a stored change that no stored change of the
// same register references. That is a function of the set of changes alone. The steps below keep the table of heads
// equal to it whatever the order of arrival: a reference whose target is not here is noted in dead, and the target,
// when it comes, finds itself superseded already. No clock and no sequence number takes part.

// register is one field of one record.
type register struct {
	record [16]byte
	field  uint64
}

// headKey names a head; dev is the local number of the device.
type headKey struct {
	register
	dev int64
	seq uint64
	h8  [8]byte
}

// headRow is the rest of a head.
type headRow struct {
	lam, wall uint64
	actor     [8]byte
	val       []byte
}

// folder folds changes into the tables of one transaction. After the last add, close writes what is still collected.
type folder struct {
	ctx     context.Context
	tx      *sql.Tx
	st      *foldStmts
	tied    map[*sql.Stmt]*sql.Stmt // the statements inside this transaction
	many    map[*bulk]*sql.Stmt     // those of many rows
	devs    map[bundle.DeviceID]int64
	pending map[headKey]headRow
	ops     []any  // changes known to be new, as rows to be written together
	bodies  []byte // holds their bytes
	dead    bool   // the table dead may hold something
	asked   bool   // dead has been asked for
	rebuild *place
}

// place is how far a rebuild has come, in the order of op: what lies behind it counts as arrived, whatever op holds.
type place struct {
	dev int64
	seq uint64
	h8  [8]byte
}

// before tells whether a change has had its turn.
func (p *place) before(k headKey) bool {
	return cmp.Or(cmp.Compare(k.dev, p.dev), cmp.Compare(k.seq, p.seq), bytes.Compare(k.h8[:], p.h8[:])) < 0
}

func newFolder(ctx context.Context, tx *sql.Tx, st *foldStmts) *folder {
	return &folder{ctx: ctx, tx: tx, st: st, tied: map[*sql.Stmt]*sql.Stmt{}, many: map[*bulk]*sql.Stmt{},
		devs: map[bundle.DeviceID]int64{}, pending: map[headKey]headRow{}}
}

func (f *folder) in(s *sql.Stmt) *sql.Stmt {
	t := f.tied[s]
	if t == nil {
		t = f.tx.StmtContext(f.ctx, s)
		f.tied[s] = t
	}
	return t
}

// exec runs a statement and reports how many rows it touched.
func (f *folder) exec(s *sql.Stmt, args ...any) (int64, error) {
	r, err := f.in(s).ExecContext(f.ctx, args...)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}

// found runs a query for one value and reports whether there was a row.
func (f *folder) found(to any, s *sql.Stmt, args ...any) (bool, error) {
	err := f.in(s).QueryRowContext(f.ctx, args...).Scan(to)
	if err == sql.ErrNoRows {
		return false, nil
	}
	return err == nil, err
}

// dev is the local number of a device, given to it here if it has none yet.
func (f *folder) dev(id bundle.DeviceID) (int64, error) {
	if ix, ok := f.devs[id]; ok {
		return ix, nil
	}
	var ix int64
	ok, err := f.found(&ix, f.st.selDev, id[:])
	if err != nil {
		return 0, err
	}
	if !ok {
		r, err := f.in(f.st.insDev).ExecContext(f.ctx, id[:])
		if err != nil {
			return 0, err
		}
		if ix, err = r.LastInsertId(); err != nil {
			return 0, err
		}
	}
	f.devs[id] = ix
	return ix, nil
}

// add stores a change of the device ix and folds it. A change that is here already is not fresh and changes nothing.
// Nothing given is kept.
func (f *folder) add(ix int64, seq uint64, hash bundle.Hash, body []byte, c *bundle.Change) (fresh bool, err error) {
	n, err := f.exec(f.st.insOp, ix, int64(seq), hash[:], body)
	if err != nil || n == 0 {
		return false, err
	}
	return true, f.fold(ix, seq, hash, c)
}

// fold puts a stored change among the heads and takes away those it references.
func (f *folder) fold(ix int64, seq uint64, hash bundle.Hash, c *bundle.Change) error {
	k := headKey{register{c.Record, c.Field}, ix, seq, hash.H8()}
	gone, err := f.superseded(k)
	if err != nil {
		return err
	}
	for _, ref := range c.Refs {
		rdev, err := f.dev(ref.Dev)
		if err != nil {
			return err
		}
		if err := f.replace(headKey{k.register, rdev, ref.Seq, ref.H8}); err != nil {
			return err
		}
	}
	if gone {
		return nil
	}
	f.pending[k] = headRow{c.Lamport, c.Wall, c.Actor, bytes.Clone(c.Value)}
	if len(f.pending) >= flushHeads {
		return f.close()
	}
	return nil
}

// replace takes a referenced change from the heads, or notes that it is waited for.
func (f *folder) replace(old headKey) error {
	if _, ok := f.pending[old]; ok {
		delete(f.pending, old)
		return nil
	}
	n, err := f.exec(f.st.delHead, old.record[:], int64(old.field), old.dev, int64(old.seq), old.h8[:])
	if err != nil || n > 0 {
		return err
	}
	return f.missed(old)
}

// superseded reports whether a change that came earlier references this one, and ends the waiting for it.
func (f *folder) superseded(k headKey) (gone bool, err error) {
	if !f.asked {
		if _, err := f.found(&f.dead, f.st.someDead); err != nil {
			return false, err
		}
		f.asked = true
	}
	if !f.dead {
		return false, nil
	}
	ok, err := f.found(&gone, f.st.selDead, k.record[:], int64(k.field), k.dev, int64(k.seq), k.h8[:])
	if err != nil || !ok {
		return false, err
	}
	_, err = f.exec(f.st.delDead, k.dev, int64(k.seq), k.h8[:])
	return gone, err
}

// missed deals with a reference that hit no head of its register: the target was superseded before or belongs to
// another register, or it is not here yet and is noted as waited for.
func (f *folder) missed(old headKey) error {
	here, err := f.arrived(old)
	if err != nil || here {
		return err
	}
	f.dead, f.asked = true, true
	_, err = f.exec(f.st.insDead, old.dev, int64(old.seq), old.h8[:], old.record[:], int64(old.field))
	return err
}

func (f *folder) arrived(k headKey) (bool, error) {
	if f.rebuild != nil && !f.rebuild.before(k) {
		return false, nil // stored, but its turn is still to come
	}
	if err := f.flushOps(); err != nil {
		return false, err
	}
	var one int
	return f.found(&one, f.st.hasOp, k.dev, int64(k.seq), k.h8[:])
}

// seal notes the own device's word for its log up to seq, in place of its earlier word. It is part of every save: the
// key lives outside the book, so a log without it could not be proven by another laptop that opens the book later.
func (f *folder) seal(ix int64, key ed25519.PrivateKey, seq uint64, head bundle.Hash) error {
	if _, err := f.exec(f.st.delCkpt, ix); err != nil {
		return err
	}
	cp := bundle.SignCheckpoint(key, seq, head)
	_, err := f.exec(f.st.insCkpt, ix, int64(seq), head[:], cp.Sig)
	return err
}
