package store

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"path/filepath"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// WipePlan is what wiping a visit would take away, and why it may not be.
type WipePlan struct {
	Visit    checklist.ID
	Unit     checklist.Unit
	Kind     checklist.VisitKind
	Day      string
	Changes  int64        // of all laptops
	Own      int64        // of this one
	Texts    int          // sensitive texts
	Files    int          // attached files that nothing else needs
	Laptops  []DeviceInfo // whose changes are among them
	Receipts []Receipt    // of the office's laptops, that cover them
	Lacking  int64        // changes that no confirmed receipt of the office covers
	Rejected []string     // files put aside in the inbox: they are not touched, and may hold some of it
	Refused  error        // why it may not be wiped; nil where it may
	Code     string       // says yes to exactly this; "" where it is refused

	ops  []wipeOp
	gone hashes // texts and files that nothing else needs
}

type wipeOp struct {
	ix   int64
	dev  bundle.DeviceID
	seq  uint64
	hash bundle.Hash
}

// PlanWipe tells what Wipe would take away. Refused in the plan: wipe.receipt (changes without a receipt, changes),
// wipe.returned (remarks), wipe.drafts (drafts), wipe.waiting (registers), wipe.forked (device), wipe.inbox (files). Faults:
// visit.missing.
func (b *Book) PlanWipe(ctx context.Context, visit checklist.ID) (p WipePlan, err error) {
	err = b.read(ctx, func(q querier) error {
		p, err = b.planWipe(ctx, q, visit)
		return err
	})
	return p, err
}

func (b *Book) planWipe(ctx context.Context, q querier, visit checklist.ID) (WipePlan, error) {
	d, err := b.doc(ctx, q, visit, b.Me())
	if err != nil {
		return WipePlan{}, err
	}
	p := WipePlan{Visit: visit, Unit: d.Unit, Kind: d.Kind, Day: d.Day}
	if err := p.collect(ctx, q, b.ownID()); err != nil {
		return p, err
	}
	list, err := b.readReceipts(ctx, q)
	if err != nil {
		return p, err
	}
	p.acknowledge(b, list)
	p.Rejected, _ = filepath.Glob(filepath.Join(globEscape(b.inbox()), "rejected", "*"+bundleExt)) // the pattern is well formed
	if p.Refused, err = p.refuse(ctx, q, b, d); err != nil || p.Refused != nil {
		return p, err
	}
	p.Code = p.code()
	return p, nil
}

// collect finds the changes of the visit, and the texts and files that only they speak of.
func (p *WipePlan) collect(ctx context.Context, q querier, own bundle.DeviceID) error {
	rows, err := q.QueryContext(ctx, "SELECT op.dev, dev.id, seq, hash, body FROM op JOIN dev ON dev.ix = op.dev WHERE body IS NOT NULL ORDER BY op.dev, seq, hash")
	if err != nil {
		return err
	}
	defer rows.Close()
	var rest hashes
	for rows.Next() {
		var o wipeOp
		var seq int64
		var id, hash, body []byte
		if err := rows.Scan(&o.ix, &id, &seq, &hash, &body); err != nil {
			return err
		}
		o.dev, o.seq, o.hash = bundle.DeviceID(id), uint64(seq), bundle.Hash(hash)
		c, err := bundle.Decode(o.dev, body)
		if err != nil {
			return err
		}
		if checklist.ID(c.Record).Scope() != p.Visit.Scope() {
			rest.of(c.Value)
			continue
		}
		p.gone.of(c.Value)
		p.ops = append(p.ops, o)
		if p.Changes++; o.dev == own {
			p.Own++
		}
	}
	for sha := range rest.texts {
		delete(p.gone.texts, sha)
	}
	for sha := range rest.files {
		delete(p.gone.files, sha)
	}
	p.Texts, p.Files = len(p.gone.texts), len(p.gone.files)
	return rows.Err()
}

// acknowledge counts what no confirmed receipt covers.
func (p *WipePlan) acknowledge(b *Book, list []Receipt) {
	seen := map[bundle.DeviceID]bool{}
	for _, o := range p.ops {
		if !seen[o.dev] {
			seen[o.dev] = true
			p.Laptops = append(p.Laptops, b.deviceInfoOf(o.ix))
		}
		if !heldByOffice(list, o.dev, o.seq) {
			p.Lacking++
		}
	}
	for _, r := range list {
		if r.Office && r.Verdict == ReceiptMerged && r.Fits && seen[r.of] {
			p.Receipts = append(p.Receipts, r)
		}
	}
}

// refuse says why the visit may not be wiped. In doubt it may not.
func (p *WipePlan) refuse(ctx context.Context, q querier, b *Book, d *Doc) (why, err error) {
	if p.Lacking > 0 {
		return newFault("wipe.receipt", p.Lacking, p.Changes), nil
	}
	if n := d.Remarks(); n > 0 {
		return newFault("wipe.returned", n), nil
	}
	lo, hi := checklist.InVisit(p.Visit, [8]byte{}), checklist.InVisit(p.Visit, highest)
	for _, c := range []struct{ code, query string }{
		{"wipe.drafts", "SELECT count(*) FROM draft WHERE record BETWEEN ? AND ?"},
		{"wipe.waiting", "SELECT count(*) FROM dead WHERE record BETWEEN ? AND ?"},
	} {
		var n int
		if err := q.QueryRowContext(ctx, c.query, lo[:], hi[:]).Scan(&n); err != nil {
			return nil, err
		}
		if n > 0 {
			return newFault(c.code, n), nil
		}
	}
	for _, o := range p.ops {
		s, err := readDevState(ctx, q, o.dev)
		if err != nil {
			return nil, err
		}
		if s.forked {
			return newFault("wipe.forked", o.dev.String()), nil
		}
	}
	if n, err := b.waitingFiles(); err != nil || n > 0 {
		return newFault("wipe.inbox", n), err
	}
	return nil, nil
}

// waitingFiles counts the bundles that lie in the inbox.
func (b *Book) waitingFiles() (n int, err error) {
	found, err := filepath.Glob(filepath.Join(globEscape(b.inbox()), "*"+bundleExt))
	return len(found), err
}

// code stands for the changes that would go and the receipts that were seen.
func (p *WipePlan) code() string {
	h := sha256.New()
	h.Write(p.Visit[:])
	for _, o := range p.ops {
		h.Write(o.dev[:])
		_ = binary.Write(h, binary.BigEndian, o.seq) // a hash takes everything
		h.Write(o.hash[:])
	}
	for _, r := range p.Receipts {
		fmt.Fprintf(h, "%s %s %d\n", r.holder, r.of, r.To)
	}
	return hex.EncodeToString(h.Sum(nil)[:4])
}
