package store

import (
	"context"
	"strings"

	"zoufang/store/bundle"
)

// trusted is dev.trust of a device whose changes are folded. 0 is a device nobody vouched for, 2 one that was revoked.
const trusted = 1

// Device is a device the book has heard of.
type Device struct {
	DeviceInfo
	Own     bool
	Trusted bool        // enrolled, or once this book's own
	Office  bool        // enrolled as the office's
	Revoked *Revocation // nil unless the trust was ended here
	Forked  bool        // two different changes in one place: a copied or restored laptop. Both branches are kept
	Have    uint64      // the changes 1 to Have are here
	Clock   DeviceClock
}

// Devices lists every device the book has heard of, in the order it met them.
func (b *Book) Devices(ctx context.Context) (list []Device, err error) {
	err = b.read(ctx, func(q querier) error {
		list, err = b.readDevices(ctx, q)
		return err
	})
	return list, err
}

func (b *Book) readDevices(ctx context.Context, q querier) (list []Device, err error) {
	rows, err := q.QueryContext(ctx, "SELECT ix, id, label, trust, forked, hseq FROM dev ORDER BY ix")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var trusts []int
	var ids []bundle.DeviceID
	for rows.Next() {
		var d Device
		var id []byte
		var trust int
		var have int64
		if err := rows.Scan(&d.Number, &id, &d.Label, &trust, &d.Forked, &have); err != nil {
			return nil, err
		}
		d.ID, d.Have = bundle.DeviceID(id).String(), uint64(have)
		trusts, ids, list = append(trusts, trust), append(ids, bundle.DeviceID(id)), append(list, d)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	for i := range list {
		if err := b.describe(ctx, q, &list[i], ids[i], trusts[i]); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// describe fills in what stands elsewhere of a device: the name people gave it, trust, clock.
func (b *Book) describe(ctx context.Context, q querier, d *Device, id bundle.DeviceID, trust int) (err error) {
	known, err := b.deviceOf(ctx, q, int64(d.Number))
	if err != nil {
		return err
	}
	d.Label, d.Own, d.Trusted = known.label, id == b.ownID(), trust == trusted
	if d.Office, err = officeDevice(ctx, q, id); err != nil {
		return err
	}
	if d.Revoked, err = revocation(ctx, q, id, trust); err != nil {
		return err
	}
	d.Clock, err = readClock(ctx, q, id)
	return err
}

// Enrol lets the changes of a device in from now on; an empty label keeps the one it has. Files of it that wait in the
// inbox are taken up by the next Preview.
func (b *Book) Enrol(ctx context.Context, id bundle.DeviceID, label string) error {
	label = bundle.Clean(strings.TrimSpace(label))
	err := b.write(ctx, func(w *writer) error {
		w.dirty = true
		_, err := w.tx.ExecContext(ctx, `INSERT INTO dev(id, label, trust) VALUES(?1, ?2, ?3)
			ON CONFLICT(id) DO UPDATE SET trust = ?3, label = iif(?2 = '', label, ?2)`, id[:], label, trusted)
		return err
	})
	if err != nil {
		return err
	}
	return b.read(ctx, func(q querier) error { return b.loadDevices(ctx, q) })
}

// devState is what the rules of merging need to know of a device.
type devState struct {
	ix     int64 // 0: never heard of
	trust  int
	hseq   uint64 // the changes 1 to hseq are here in one chain, and hhash is the hash of the last
	hhash  bundle.Hash
	forked bool
	label  string // given here
}

func readDevState(ctx context.Context, q querier, id bundle.DeviceID) (d devState, err error) {
	rows, err := q.QueryContext(ctx, "SELECT ix, trust, hseq, hhash, forked, label FROM dev WHERE id = ?", id[:])
	if err != nil {
		return d, err
	}
	defer rows.Close()
	if rows.Next() {
		var hseq int64
		var hhash []byte
		if err := rows.Scan(&d.ix, &d.trust, &hseq, &hhash, &d.forked, &d.label); err != nil {
			return d, err
		}
		d.hseq = uint64(hseq)
		copy(d.hhash[:], hhash)
	}
	return d, rows.Err()
}

// hasChange tells whether the device's change with this hash is stored at this place.
func hasChange(ctx context.Context, q querier, ix int64, seq uint64, hash bundle.Hash) (here bool, err error) {
	err = q.QueryRowContext(ctx, "SELECT EXISTS(SELECT 1 FROM op WHERE dev = ? AND seq = ? AND hash = ?)", ix, int64(seq), hash[:]).Scan(&here)
	return here, err
}
