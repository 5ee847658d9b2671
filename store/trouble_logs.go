package store

import (
	"context"
	"database/sql"

	"zoufang/store/bundle"
)

// deviceNamed finds a device of the list; one nobody has heard of has its id only.
func (t *troubles) deviceNamed(id string) DeviceInfo {
	for _, d := range t.devs {
		if d.ID == id {
			return d.DeviceInfo
		}
	}
	return DeviceInfo{ID: id}
}

// logs finds what is missing of logs, and who says to have it.
func (t *troubles) logs() error {
	logs, err := readLogs(t.ctx, t.q)
	if err != nil {
		return err
	}
	receipts, err := t.b.readReceipts(t.ctx, t.q)
	if err != nil {
		return err
	}
	for _, l := range logs {
		d := t.deviceNamed(l.id.String())
		for _, s := range l.missing() {
			x := Trouble{Kind: TroubleNobody, Level: TroubleWarn, Device: d, First: s.a, Last: s.b, N: int(s.b - s.a + 1),
				Args: []any{d, s.a, s.b}, Do: []any{d}, Place: PlaceDevices}
			if has := whoHas(receipts, l.id, s); has != nil {
				x.Kind, x.Do = TroubleGap, []any{*has}
			}
			t.add(x)
		}
		for _, s := range l.branches() {
			t.add(Trouble{Kind: TroubleBranch, Level: TroubleWarn, Device: d, First: s.a, Last: s.b, N: int(s.b - s.a + 1),
				Args: []any{d, s.a, s.b}, Do: []any{d}, Place: PlaceDevices})
		}
	}
	return nil
}

// whoHas is another device whose receipt covers a run of a log.
func whoHas(list []Receipt, of bundle.DeviceID, s span) *DeviceInfo {
	for i := range list {
		r := &list[i]
		if r.of == of && r.holder != of && r.Verdict == ReceiptMerged && (r.To >= s.b || r.held.has(s.a) && r.held.has(s.b)) {
			return &r.Holder
		}
	}
	return nil
}

// origins finds the devices that go on where another one stopped: copies, restored books, new laptops.
func (t *troubles) origins() error {
	rows, err := t.q.QueryContext(t.ctx, "SELECT dev.id, op.body FROM dev JOIN op ON op.dev = dev.ix WHERE op.seq = 1 AND op.body IS NOT NULL ORDER BY dev.ix")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id, body sql.RawBytes
		if err := rows.Scan(&id, &body); err != nil {
			return err
		}
		dev := bundle.DeviceID(id)
		c, err := bundle.Decode(dev, body)
		if err != nil || c.Kind != bundle.NewDevice {
			continue
		}
		for _, r := range c.Refs {
			now, was := t.deviceNamed(dev.String()), t.deviceNamed(r.Dev.String())
			t.add(Trouble{Kind: TroubleContinues, Level: TroubleNote, Device: now, Args: []any{now, was}, Place: PlaceDevices})
		}
	}
	return rows.Err()
}

// devices finds what is odd about devices themselves.
func (t *troubles) devices() error {
	for i := range t.devs {
		d := &t.devs[i]
		x := Trouble{Device: d.DeviceInfo, At: d.Clock.Seen, Place: PlaceDevices, Do: []any{d.DeviceInfo}}
		if d.Forked {
			x.Kind, x.Level, x.Args = TroubleCopied, TroubleAct, []any{d.DeviceInfo}
			t.add(x)
		}
		if r := d.Revoked; r != nil {
			x.Kind, x.Level, x.Args = TroubleRevoked, TroubleNote, []any{d.DeviceInfo, r.At, r.By, r.Reason}
			t.add(x)
		}
		c := d.Clock
		x.Level = TroubleWarn
		if c.Ahead > clockSlack {
			x.Kind, x.Args = TroubleAhead, []any{d.DeviceInfo, c.Ahead}
			t.add(x)
		}
		if c.Behind > clockSlack {
			x.Kind, x.Args = TroubleBehind, []any{d.DeviceInfo, c.Behind}
			t.add(x)
		}
		if c.Back > clockSlack {
			x.Kind, x.Args = TroubleJump, []any{d.DeviceInfo, c.Back}
			t.add(x)
		}
	}
	return t.counts()
}

// counts finds the devices whose numbers of order have run far ahead: a wild program, for nobody writes that much.
func (t *troubles) counts() error {
	ids, err := farAhead(t.ctx, t.q)
	for _, id := range ids {
		d := t.deviceNamed(id.String())
		t.add(Trouble{Kind: TroubleCount, Level: TroubleNote, Device: d, Args: []any{d}, Place: PlaceDevices})
	}
	return err
}

func farAhead(ctx context.Context, q querier) (ids []bundle.DeviceID, err error) {
	rows, err := q.QueryContext(ctx, "SELECT DISTINCT dev.id FROM head JOIN dev ON dev.ix = head.dev WHERE dev.lam >= ?1 AND head.lam >= ?1", int64(bundle.MaxLamport)/2)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id []byte
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, bundle.DeviceID(id))
	}
	return ids, rows.Err()
}
