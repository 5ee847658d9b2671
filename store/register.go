package store

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"slices"
	"time"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// Register is what one register of one record holds.
type Register struct {
	Text      string       // the text form of the displayed value
	Shown     []bundle.Ref // the heads: give them back with the Edit that a form made from this
	Siblings  []Sibling    // all heads when there are several, the displayed one first
	Contested bool         // the siblings differ and wait for a person's decision
	Waiting   bool         // a change this register builds on has not arrived
	Foreign   bool         // one person's judgement, last written by somebody else
	Unread    bool         // a newer version wrote it, or its text was erased or has not arrived
	By        checklist.Person
	At        time.Time // when the displayed value was written, by its laptop's clock
	Reason    string    // of a status: why

	heads []head
}

// Sibling is one of several values that stand side by side.
type Sibling struct {
	Text   string
	By     checklist.Person
	Device DeviceInfo
	At     time.Time
	Ref    bundle.Ref
	Unread bool
}

// head is a row of the table head with its text form.
type head struct {
	ref   bundle.Ref
	ix    int64
	lam   int64
	wall  int64
	actor [8]byte
	val   bundle.Value
	text  string
	bad   bool // text is not to be had
}

// regs are the registers of a range of records.
type regs struct {
	at map[register]*Register
	of map[Kind][]checklist.ID // the records, in the order of their ids
}

func newRegs() *regs { return &regs{at: map[register]*Register{}, of: map[Kind][]checklist.ID{}} }

// scanScope reads all records of a named scope.
func (b *Book) scanScope(ctx context.Context, q querier, scope string) (*regs, error) {
	return b.scan(ctx, q, checklist.InScope(scope, [8]byte{}), checklist.InScope(scope, highest))
}

var highest = [8]byte{255, 255, 255, 255, 255, 255, 255, 255}

// scanVisit reads all records of a visit.
func (b *Book) scanVisit(ctx context.Context, q querier, visit checklist.ID) (*regs, error) {
	return b.scan(ctx, q, checklist.InVisit(visit, [8]byte{}), checklist.InVisit(visit, highest))
}

// scan reads the registers of the records from lo to hi, both included.
func (b *Book) scan(ctx context.Context, q querier, lo, hi checklist.ID) (*regs, error) {
	return b.scanWhere(ctx, q, "record BETWEEN ? AND ?", lo[:], hi[:])
}

const (
	headsQuery    = "SELECT record, field, dev, seq, h8, lam, wall, actor, val FROM head WHERE "
	oneWhere      = "record = ? AND field = ?"
	registerQuery = headsQuery + oneWhere
)

// oneRegister reads one register, without what it waits for; an empty one where nothing was ever written.
func (b *Book) oneRegister(ctx context.Context, q querier, rec checklist.ID, f *Field) (*Register, error) {
	rs, err := b.heads(ctx, q, oneWhere, rec[:], int64(f.No))
	if err != nil {
		return nil, err
	}
	return rs.get(rec, f.Kind, f.Name), nil
}

// scanWhere reads registers and what they wait for.
func (b *Book) scanWhere(ctx context.Context, q querier, where string, args ...any) (*regs, error) {
	rs, err := b.heads(ctx, q, where, args...)
	if err != nil {
		return nil, err
	}
	return rs, markWaiting(ctx, q, rs, where, args...)
}

// heads reads registers.
func (b *Book) heads(ctx context.Context, q querier, where string, args ...any) (*regs, error) {
	rows, err := q.QueryContext(ctx, headsQuery+where, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	rs := newRegs()
	for rows.Next() {
		var h head
		var rec, h8, actor sql.RawBytes
		var field, seq int64
		if err := rows.Scan(&rec, &field, &h.ix, &seq, &h8, &h.lam, &h.wall, &actor, (*[]byte)(&h.val)); err != nil {
			return nil, err
		}
		h.ref.Seq = uint64(seq)
		copy(h.ref.H8[:], h8)
		copy(h.actor[:], actor)
		rs.put(register{[16]byte(rec), uint64(field)}, h)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	return rs, b.finishHeads(ctx, q, rs)
}

// finishHeads gives the heads their devices and texts, and picks the displayed values.
func (b *Book) finishHeads(ctx context.Context, q querier, rs *regs) error {
	var secrets []*head
	for k, r := range rs.at {
		f := byNo[k.field]
		for i := range r.heads {
			h := &r.heads[i]
			d, err := b.deviceOf(ctx, q, h.ix)
			if err != nil {
				return err
			}
			h.ref.Dev = d.id
			if h.text, h.bad = headText(f, h.val); h.bad && h.val.Tag() == bundle.TagSecret {
				secrets = append(secrets, h)
			}
		}
	}
	if err := readSecrets(ctx, q, secrets); err != nil {
		return err
	}
	for k, r := range rs.at {
		b.settleRegister(k, r)
	}
	return nil
}

func headText(f *Field, v bundle.Value) (text string, bad bool) {
	if f == nil {
		return "", true // a register of a newer version
	}
	text, ok := f.text(v)
	return text, !ok
}

func (rs *regs) put(k register, h head) {
	r := rs.at[k]
	if r == nil {
		r = &Register{}
		rs.at[k] = r
		rs.list(k)
	}
	r.heads = append(r.heads, h)
}

// list notes a record under its kind. Registers come in the order of records and numbers, so that the same one comes in
// a row.
func (rs *regs) list(k register) {
	f := byNo[k.field]
	if f == nil {
		return
	}
	if ids := rs.of[f.Kind]; len(ids) == 0 || ids[len(ids)-1] != checklist.ID(k.record) {
		rs.of[f.Kind] = append(ids, k.record)
	}
}

// settleRegister picks the displayed value: among siblings the one with the highest (Lamport, device, place), the same
// on every book. It decides nothing; it only shows.
func (b *Book) settleRegister(k register, r *Register) {
	slices.SortFunc(r.heads, func(x, y head) int {
		return cmp.Or(cmp.Compare(y.lam, x.lam), bytes.Compare(y.ref.Dev[:], x.ref.Dev[:]), cmp.Compare(y.ref.Seq, x.ref.Seq),
			bytes.Compare(y.ref.H8[:], x.ref.H8[:]))
	})
	top := r.heads[0]
	r.Text, r.Unread, r.By, r.At = top.text, top.bad, b.personOf(top.actor), bundle.Moment(uint64(top.wall))
	r.Shown = make([]bundle.Ref, len(r.heads))
	for i, h := range r.heads {
		r.Shown[i] = h.ref
		r.Contested = r.Contested || !h.same(top)
	}
	if len(r.heads) < 2 {
		return
	}
	for _, h := range r.heads {
		r.Siblings = append(r.Siblings, Sibling{Text: h.text, By: b.personOf(h.actor), Device: b.deviceInfoOf(h.ix),
			At: bundle.Moment(uint64(h.wall)), Ref: h.ref, Unread: h.bad})
	}
}

// same tells whether two heads hold the same value. Sensitive texts are compared as texts: their salts differ.
func (h head) same(o head) bool {
	if h.val.Tag() == bundle.TagSecret && o.val.Tag() == bundle.TagSecret && !h.bad && !o.bad {
		return h.text == o.text
	}
	return h.val.Equal(o.val)
}

// markWaiting marks the registers that build on changes which are not here. What an office keeps back on purpose is not
// waited for.
func markWaiting(ctx context.Context, q querier, rs *regs, where string, args ...any) error {
	rows, err := q.QueryContext(ctx, `SELECT record, field FROM dead WHERE NOT EXISTS
		(SELECT 1 FROM withheld WHERE withheld.dev = dead.dev AND dead.seq BETWEEN withheld.a AND withheld.b) AND `+where, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var rec []byte
		var field int64
		if err := rows.Scan(&rec, &field); err != nil {
			return err
		}
		if r := rs.at[register{[16]byte(rec), uint64(field)}]; r != nil {
			r.Waiting = true
		}
	}
	return rows.Err()
}

// get is a register; an empty one where nothing was ever written.
func (rs *regs) get(rec checklist.ID, kind Kind, field string) *Register {
	f := FieldOf(kind, field)
	if f == nil {
		return &Register{}
	}
	if r := rs.at[register{rec, f.No}]; r != nil {
		return r
	}
	return &Register{}
}

// kinds tells what kind each record is, by its registers; records this version does not know are left out.
func (rs *regs) kinds() map[checklist.ID]Kind {
	kinds := map[checklist.ID]Kind{}
	for kind, ids := range rs.of {
		for _, id := range ids {
			kinds[id] = kind
		}
	}
	return kinds
}

// records lists the records of a kind that hold anything, in the order of their ids. A record whose registers were all
// cleared (by an undo) is not there.
func (rs *regs) records(kind Kind) (ids []checklist.ID) {
	for _, id := range rs.of[kind] {
		for _, f := range FieldsOf(kind) {
			if r := rs.at[register{id, f.No}]; r != nil && (r.Text != "" || r.Unread) {
				ids = append(ids, id)
				break
			}
		}
	}
	return ids
}

// fillReasons reads why findings have the status they have, and finds those that were withdrawn here and edited there.
// Reasons are not among the heads: few are ever shown.
func fillReasons(ctx context.Context, q querier, rs *regs) error {
	status, body := FieldOf(KindFinding, "status").No, FieldOf(KindFinding, "body").No
	for k, r := range rs.at {
		if k.field != status || r.Text == "" {
			continue
		}
		c, err := readChange(ctx, q, r.heads[0])
		if err != nil {
			return err
		}
		r.Reason = c.Reason
		if b := rs.at[register{k.record, body}]; b != nil && r.Text == "withdrawn" {
			r.Contested = r.Contested || editedBeside(c, r.heads[0], b)
		}
	}
	return nil
}

// editedBeside tells whether somebody edited a finding without knowing that it was withdrawn. A withdrawal names the
// changes it takes into account.
func editedBeside(c bundle.Change, withdrawal head, body *Register) bool {
	return slices.ContainsFunc(body.heads, func(h head) bool {
		return h.ref.Dev != withdrawal.ref.Dev && !slices.Contains(c.Refs, h.ref)
	})
}

// readChange is the change behind a head.
func readChange(ctx context.Context, q querier, h head) (bundle.Change, error) {
	var body []byte
	err := q.QueryRowContext(ctx, "SELECT body FROM op WHERE dev = ? AND seq = ? AND substr(hash, 1, 8) = ?",
		h.ix, int64(h.ref.Seq), h.ref.H8[:]).Scan(&body)
	if err != nil || body == nil { // wiped here: a change of no register
		return bundle.Change{}, err
	}
	return bundle.Decode(h.ref.Dev, body)
}
