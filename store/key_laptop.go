package store

import (
	"bytes"
	"context"
	"slices"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// Every laptop says of itself, as a change of its own log, what it can open: the public half of its sealing key. The
// office seals for the laptops that are let in here and have said so; what anybody else writes of a laptop is not heard.

var deviceRecipientNo = FieldOf(KindDevice, "recipient").No

// sayRecipient writes down what this laptop can open, once. It replaces whatever others wrote there: it is their word
// against the laptop's own.
func (w *writer) sayRecipient(ctx context.Context) error {
	own := w.b.ident.opens.Recipient().String()
	said, err := deviceRecipient(ctx, w.q, w.own.id)
	if err != nil || said == own {
		return err
	}
	record := deviceRecord(w.own.id)
	r, err := w.register(ctx, record, FieldOf(KindDevice, "recipient"))
	if err != nil {
		return err
	}
	var refs []bundle.Ref
	for _, h := range r.heads {
		refs = append(refs, h.ref)
	}
	_, err = w.appendAll(bundle.Change{Kind: bundle.Set, Record: record, Field: deviceRecipientNo, Value: bundle.Text(own)}, refs)
	return err
}

// isRecipientChange tells a change in which the device dev may say what it can open.
func isRecipientChange(dev bundle.DeviceID, c *bundle.Change) bool {
	return c.Field == deviceRecipientNo && checklist.ID(c.Record) == deviceRecord(dev)
}

// deviceRecipient is what a device last said of itself, "" where it has said nothing that can be sealed for. Only the
// device's own changes of the register count, which another may have written over: they are looked for from what the
// register holds backwards, for whatever is no head is named by a change that is here.
func deviceRecipient(ctx context.Context, q querier, dev bundle.DeviceID) (recipient string, err error) {
	record := deviceRecord(dev)
	queue, err := headRefs(ctx, q, record, deviceRecipientNo)
	seen := map[bundle.Ref]bool{}
	var newest bundle.Ref
	for ; err == nil && len(queue) > 0; queue = queue[1:] {
		ref := queue[0]
		if seen[ref] {
			continue
		}
		seen[ref] = true
		var c *bundle.Change
		c, err = readChangeAt(ctx, q, ref)
		if err != nil || c == nil || !isRecipientChange(dev, c) {
			continue // not here, or of another register
		}
		if ref.Dev != dev {
			queue = append(queue, c.Refs...)
			continue
		}
		if ref.Seq < newest.Seq || ref.Seq == newest.Seq && bytes.Compare(ref.H8[:], newest.H8[:]) < 0 {
			continue
		}
		newest, recipient = ref, ""
		text, _ := c.Value.Text()
		if r, err := bundle.ParseRecipient(text); err == nil {
			recipient = r.String()
		}
	}
	return recipient, err
}

// headRefs names the heads of a register.
func headRefs(ctx context.Context, q querier, record checklist.ID, field uint64) (refs []bundle.Ref, err error) {
	rows, err := q.QueryContext(ctx, "SELECT dev.id, seq, h8 FROM head JOIN dev ON dev.ix = head.dev WHERE record = ? AND field = ?+0", record[:], int64(field))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id, h8 []byte
		var r bundle.Ref
		if err := rows.Scan(&id, &r.Seq, &h8); err != nil {
			return nil, err
		}
		copy(r.Dev[:], id)
		copy(r.H8[:], h8)
		refs = append(refs, r)
	}
	return refs, rows.Err()
}

// sealsForLaptops tells whether this book exports as the office: the secret half of a key that counts in it lies on this
// machine, or the key was made in this book, wherever its secret half was written. What a person says of their role
// decides nothing.
func (b *Book) sealsForLaptops(ctx context.Context, q querier, used []Key) (bool, error) {
	_, office := b.ring.Own()
	for _, k := range used {
		made, err := localText(ctx, q, localMadeKey+k.Recipient)
		if err != nil || made != "" || slices.Contains(office, k.Recipient) {
			return err == nil, err
		}
	}
	return false, nil
}

// enrolled is an enrolled laptop and what it can open.
type enrolled struct {
	info      DeviceInfo
	id        bundle.DeviceID
	recipient string // "" where it has not said
}

// laptops lists the enrolled laptops with what they can open: those of this book's own past left out, for nobody sits
// there any more, and those that have said nothing and go on as another that is enrolled.
func (b *Book) laptops(ctx context.Context, q querier, own bundle.DeviceID) (list []enrolled, err error) {
	rows, err := q.QueryContext(ctx, "SELECT ix, id FROM dev WHERE trust = ? AND id <> ? ORDER BY ix", trusted, own[:])
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var ixs []int64
	for rows.Next() {
		var ix int64
		var id []byte
		if err := rows.Scan(&ix, &id); err != nil {
			return nil, err
		}
		ixs, list = append(ixs, ix), append(list, enrolled{id: bundle.DeviceID(id)})
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	former, err := formerSelves(ctx, q, own)
	if err != nil {
		return nil, err
	}
	var continued []bundle.DeviceID
	for i := range list {
		l := &list[i]
		if _, err := b.deviceOf(ctx, q, ixs[i]); err != nil { // reads the names in
			return nil, err
		}
		l.info = b.deviceInfoOf(ixs[i])
		if l.recipient, err = deviceRecipient(ctx, q, l.id); err != nil {
			return nil, err
		}
		before, err := formerSelves(ctx, q, l.id)
		if err != nil {
			return nil, err
		}
		continued = append(continued, before...)
	}
	return slices.DeleteFunc(list, func(l enrolled) bool {
		return slices.Contains(former, l.id) || l.recipient == "" && slices.Contains(continued, l.id)
	}), nil
}

// forLaptops adds the laptops that an export of the office is sealed for to all: every one, or only the one that is
// named.
func (b *Book) forLaptops(ctx context.Context, q querier, own *bundle.Key, only bundle.DeviceID, how *Sealed, all []string) ([]string, error) {
	list, err := b.laptops(ctx, q, b.ownID())
	if err != nil {
		return nil, err
	}
	how.Office = true
	for _, l := range list {
		named := slices.Index(how.To, l.recipient)
		if l.recipient != "" && named >= 0 {
			how.To = slices.Delete(how.To, named, named+1) // it is told by its name
		}
		switch {
		case named >= 0 && l.recipient != "":
		case only != (bundle.DeviceID{}) && l.id != only, l.recipient == own.Recipient().String():
			continue
		case l.recipient == "":
			how.Silent = append(how.Silent, l.info)
			continue
		case !slices.Contains(all, l.recipient):
			all = append(all, l.recipient)
		}
		how.Laptops = append(how.Laptops, l.info)
	}
	return all, nil
}
