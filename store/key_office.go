package store

import (
	"context"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// EnrolOffice enrols a device as the office's own: the keys it wrote, and will write, count on this laptop, and its
// word ends them. Somebody must have compared the check phrase by voice, as for Enrol.
func (b *Book) EnrolOffice(ctx context.Context, id bundle.DeviceID, label string) error {
	if err := b.Enrol(ctx, id, label); err != nil {
		return err
	}
	return b.write(ctx, func(w *writer) error {
		w.dirty = true
		if _, err := w.q.ExecContext(ctx, putLocal, localOffice+id.String(), "1"); err != nil {
			return err
		}
		return w.heedOffice(ctx, id)
	})
}

// OfficeDevice tells whether a device was enrolled here as the office's.
func (b *Book) OfficeDevice(ctx context.Context, id bundle.DeviceID) (is bool, err error) {
	err = b.read(ctx, func(q querier) error {
		is, err = officeDevice(ctx, q, id)
		return err
	})
	return is, err
}

func officeDevice(ctx context.Context, q querier, id bundle.DeviceID) (bool, error) {
	text, err := localText(ctx, q, localOffice+id.String())
	return text != "", err
}

// heedOffice takes to heart what a device wrote of keys before it was known to be the office's.
func (w *writer) heedOffice(ctx context.Context, id bundle.DeviceID) error {
	rows, err := w.tx.QueryContext(ctx, "SELECT body FROM op JOIN dev ON dev.ix = op.dev WHERE dev.id = ? ORDER BY seq", id[:])
	if err != nil {
		return err
	}
	var changes []bundle.Change
	for rows.Next() {
		var body []byte
		if err := rows.Scan(&body); err != nil {
			rows.Close()
			return err
		}
		if c, err := bundle.Decode(id, body); err == nil && isKeyChange(&c) {
			changes = append(changes, c)
		}
	}
	rows.Close()
	if err := rows.Err(); err != nil {
		return err
	}
	for i := range changes {
		if err := w.heedKey(ctx, &changes[i]); err != nil {
			return err
		}
	}
	return nil
}

var keyRecipientNo, keyStateNo = FieldOf(KindKey, "recipient").No, FieldOf(KindKey, "state").No

// isKeyChange tells a change that says something of a key that counts: that it is there, or that it is revoked.
func isKeyChange(c *bundle.Change) bool { return c.Field == keyRecipientNo || c.Field == keyStateNo }

// heedKey has a change of the office's count here. It looks at changes and not at what the register holds now: another
// device may have written over it.
func (w *writer) heedKey(ctx context.Context, c *bundle.Change) error {
	text, _ := c.Value.Text()
	if c.Field == keyRecipientNo {
		if _, err := bundle.ParseRecipient(text); err != nil || keyRecord(text) != checklist.ID(c.Record) {
			return nil
		}
		return w.noteKey(ctx, text, keyNote{State: KeyUsed})
	}
	if text != "revoked" {
		return nil
	}
	// Said of the record, for which key it is may not have arrived yet.
	w.dirty = true
	if _, err := w.q.ExecContext(ctx, putLocal, localStopped+checklist.ID(c.Record).String(), "1"); err != nil {
		return err
	}
	notes, err := keyNotes(ctx, w.q)
	if err != nil {
		return err
	}
	for recipient, note := range notes {
		if keyRecord(recipient) == checklist.ID(c.Record) {
			return w.noteKey(ctx, recipient, note) // finds that it was revoked
		}
	}
	r, err := w.register(ctx, checklist.ID(c.Record), FieldOf(KindKey, "recipient"))
	if err != nil {
		return err
	}
	if _, err := bundle.ParseRecipient(r.Text); err == nil && keyRecord(r.Text) == checklist.ID(c.Record) {
		return w.noteKey(ctx, r.Text, keyNote{})
	}
	return nil
}
