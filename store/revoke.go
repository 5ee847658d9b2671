package store

import (
	"context"
	"encoding/json"
	"strings"

	"zoufang/store/bundle"
)

// Revoking a device is a decision about trust, and like enrolling it is made on each laptop and does not travel: a change
// that ended the trust in a device everywhere could be written by whoever has stolen another one.

// revoked is dev.trust of a device that was trusted once.
const revoked = 2

// localRevoked, followed by a device's id, keeps who revoked it and why.
const localRevoked = "revoked."

// Revocation says who ended the trust in a device, when and why. What was here of its log by then stays: its last
// checkpoint vouches for it. Everything later waits.
type Revocation struct {
	At     string `json:"at"` // by this laptop's clock
	By     string `json:"by"`
	Reason string `json:"reason"`
	To     uint64 `json:"to"` // the last change that is here
}

// Revoke lets nothing more in of a device that is known here; Enrol takes it back. What the device wrote and what is
// here stays, and so does what is still missing in between, once it comes. Faults: reason.missing, revoke.own,
// revoke.unknown (id).
func (b *Book) Revoke(ctx context.Context, id bundle.DeviceID, reason string) error {
	reason = bundle.Clean(strings.TrimSpace(reason))
	switch {
	case reason == "":
		return newFault("reason.missing")
	case id == b.ownID():
		return newFault("revoke.own")
	}
	return b.write(ctx, func(w *writer) error {
		w.dirty = true
		d, err := readDevState(ctx, w.q, id)
		if err != nil {
			return err
		}
		if d.ix == 0 {
			return newFault("revoke.unknown", id.String())
		}
		note := Revocation{At: w.b.moment(), By: w.b.Me().Name, Reason: reason}
		var to int64
		if err := w.q.QueryRowContext(ctx, "SELECT ifnull(max(seq), 0) FROM op WHERE dev = ?", d.ix).Scan(&to); err != nil {
			return err
		}
		note.To = uint64(to)
		text, err := json.Marshal(note)
		if err != nil {
			return err
		}
		if _, err := w.q.ExecContext(ctx, "UPDATE dev SET trust = ? WHERE ix = ?", revoked, d.ix); err != nil {
			return err
		}
		_, err = w.q.ExecContext(ctx, putLocal, localRevoked+id.String(), string(text))
		return err
	})
}

// revocation is why a device was revoked; nil for one that is trusted or was never heard of.
func revocation(ctx context.Context, q querier, id bundle.DeviceID, trust int) (*Revocation, error) {
	if trust != revoked {
		return nil, nil
	}
	text, err := localText(ctx, q, localRevoked+id.String())
	if err != nil {
		return nil, err
	}
	r := &Revocation{}
	if text != "" {
		err = json.Unmarshal([]byte(text), r)
	}
	return r, err
}

// vouched tells whether a segment of a revoked device is fixed by a checkpoint that was here before: its last change is
// here, or the change behind it, and names it.
func vouched(ctx context.Context, q querier, d devState, s bundle.Segment) (is bool, err error) {
	if d.trust != revoked {
		return false, nil
	}
	err = q.QueryRowContext(ctx, `SELECT EXISTS(SELECT 1 FROM op WHERE dev = ?1 AND seq = ?2 AND hash = ?3)
		OR EXISTS(SELECT 1 FROM seg WHERE dev = ?1 AND a = ?2 + 1 AND prev = ?3)`, d.ix, int64(s.Last), s.Head[:]).Scan(&is)
	return is, err
}
