package store

import (
	"context"
	"crypto/sha256"
	"errors"
	"slices"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// A receipt says how much of one device's log another device holds. What the receiver knows of it lies in dev, seg and
// bundle as soon as it has merged; it becomes a change when the receiver exports, never while it merges: merging makes no
// changes, so that books which take up the same bundles come to hold the same. A receipt counts only from the very
// device it speaks for (its record's id follows from both devices, and its change is that device's own), and only where
// it names a change that was written here.

// scopeReceipt is where receipts are recorded.
const scopeReceipt = "receipt."

// Verdicts of a receipt.
const (
	ReceiptMerged  = "merged"  // the changes are taken up
	ReceiptWaiting = "waiting" // the file lies in the inbox until its laptop is enrolled
)

// Receipt is what a device says it holds of another device's log.
type Receipt struct {
	Holder  DeviceInfo // the device that says so
	Of      DeviceInfo // whose log
	Office  bool       // the holder was enrolled here as the office's: the receipt is confirmed
	Fits    bool       // it names a change that is here: the two logs are one
	Verdict string     // ReceiptMerged or ReceiptWaiting
	To      uint64     // everything up to here
	At      string     // when, by the holder's clock
	By      string     // who, by name

	holder, of bundle.DeviceID
	held       cover
	lacks      []string
}

// everyFile stands in a receipt's list of missing files for more than it can name.
const everyFile = "*"

// receiptID is where holder says what it has of another device.
func receiptID(holder, of bundle.DeviceID) checklist.ID {
	h := sha256.New()
	h.Write([]byte("zoufang receipt 1\x00"))
	h.Write(holder[:])
	h.Write(of[:])
	return checklist.InScope(scopeReceipt, [8]byte(h.Sum(nil)[:8]))
}

// cover is a part of one log: 1 to n, and runs behind gaps.
type cover struct {
	n    uint64
	runs []span
}

func (c cover) has(seq uint64) bool {
	return seq <= c.n || slices.ContainsFunc(c.runs, func(s span) bool { return s.a <= seq && seq <= s.b })
}

// both is what two covers have in common. Of runs behind gaps none is taken: it is safe to think less is there.
func (c cover) both(o cover) cover { return cover{n: min(c.n, o.n)} }

// Receipts lists what devices say they hold of others' logs, in the order of their records.
func (b *Book) Receipts(ctx context.Context) (list []Receipt, err error) {
	err = b.read(ctx, func(q querier) error {
		list, err = b.readReceipts(ctx, q)
		return err
	})
	return list, err
}

func (b *Book) readReceipts(ctx context.Context, q querier) (list []Receipt, err error) {
	rs, err := b.scanScope(ctx, q, scopeReceipt)
	if err != nil {
		return nil, err
	}
	for _, id := range rs.records(KindReceipt) {
		for _, h := range rs.get(id, KindReceipt, "body").heads {
			var body receiptBody
			r := Receipt{holder: h.ref.Dev, Holder: b.deviceInfoOf(h.ix)}
			if !readValue(h.val, &body) || r.of.UnmarshalText([]byte(body.Device)) != nil || id != receiptID(r.holder, r.of) {
				continue // of another device than it speaks for, or of a newer form
			}
			r.To, r.Verdict, r.At, r.By, r.lacks = uint64(max(body.N, 0)), body.Verdict, body.At, body.Name, body.Lacks
			if err := b.settleReceipt(ctx, q, &r, body); err != nil {
				return nil, err
			}
			list = append(list, r)
		}
	}
	return list, nil
}

// settleReceipt holds a receipt against the log that is here.
func (b *Book) settleReceipt(ctx context.Context, q querier, r *Receipt, body receiptBody) (err error) {
	d, err := readDevState(ctx, q, r.of)
	if err != nil {
		return err
	}
	if r.Of = b.deviceInfoOf(d.ix); d.ix == 0 {
		r.Of.ID = r.of.String()
	}
	by, err := readDevState(ctx, q, r.holder)
	if err != nil {
		return err
	}
	if r.Office, err = officeDevice(ctx, q, r.holder); err != nil {
		return err
	}
	r.Office = r.Office && by.trust == trusted
	fits := func(seq int64, hash string) (bool, error) {
		var h bundle.Hash
		if seq <= 0 || h.UnmarshalText([]byte(hash)) != nil {
			return false, nil
		}
		return hasChange(ctx, q, d.ix, uint64(seq), h)
	}
	ok, err := fits(body.N, body.Hash)
	if err != nil {
		return err
	}
	if ok {
		r.Fits, r.held.n = true, uint64(body.N)
	}
	for _, s := range body.More {
		if ok, err = fits(s.To, s.Hash); err != nil {
			return err
		}
		if ok && s.From > 0 && s.From <= s.To {
			r.Fits, r.held.runs = true, append(r.held.runs, span{uint64(s.From), uint64(s.To)})
		}
	}
	return nil
}

// counting are the receipts of a log that are believed: those of the office where one of its devices has given any, else
// those of every device that is let in. sure is false for the latter.
func counting(list []Receipt, of bundle.DeviceID) (counts []Receipt, sure bool) {
	for _, r := range list {
		if r.of != of || !r.Fits || r.holder == of {
			continue
		}
		if r.Office && !sure {
			counts, sure = nil, true
		}
		if r.Office == sure {
			counts = append(counts, r)
		}
	}
	return counts, sure
}

// formerSelves are the devices this book was before it was copied or restored: each begins by citing the one it
// continues. Their changes are this laptop's own work.
func (b *Book) formerSelves(ctx context.Context) (list []bundle.DeviceID, err error) {
	err = b.read(ctx, func(q querier) error {
		list, err = formerSelves(ctx, q, b.ownID())
		return err
	})
	return list, err
}

func formerSelves(ctx context.Context, q querier, own bundle.DeviceID) (list []bundle.DeviceID, err error) {
	for at := own; ; {
		var body []byte
		err := q.QueryRowContext(ctx, "SELECT body FROM op JOIN dev ON dev.ix = op.dev WHERE dev.id = ? AND seq = 1 AND body IS NOT NULL", at[:]).Scan(&body)
		if isNoRows(err) {
			return list, nil
		}
		if err != nil {
			return nil, err
		}
		c, err := bundle.Decode(at, body)
		if err != nil {
			return nil, errors.Join(newFault("check.change", at.String(), 1), err)
		}
		if c.Kind != bundle.NewDevice || len(c.Refs) == 0 || c.Refs[0].Dev == own || slices.Contains(list, c.Refs[0].Dev) {
			return list, nil
		}
		at = c.Refs[0].Dev
		list = append(list, at)
	}
}
