package store

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// A signature covers the heads of a visit as the signer's book held them. What changed later takes their place, so the
// signed values are found again in the log: every change of the visit is reached from its heads, and the signature says
// how far its book knew each laptop's log. The digest proves that what was found is what was signed.

// logsOf are the places up to which the changes of a visit go that these registers rest on, of each laptop: what a
// signature names.
func (t *teller) logsOf(rs *regs) (string, error) {
	all, err := t.changesOf(rs)
	if err != nil {
		return "", err
	}
	last := map[bundle.DeviceID]uint64{}
	for _, c := range all {
		last[c.h.ref.Dev] = max(last[c.h.ref.Dev], c.h.ref.Seq)
	}
	parts := make([]string, 0, len(last))
	for dev, seq := range last {
		parts = append(parts, dev.String()+"/"+strconv.FormatUint(seq, 10))
	}
	slices.Sort(parts)
	return strings.Join(parts, " "), nil
}

// toldChange is a change with where it stands.
type toldChange struct {
	h head
	c bundle.Change
	k register
}

// changesOf reads every change of the registers of a range.
func (t *teller) changesOf(rs *regs) (list []toldChange, err error) {
	for k, r := range rs.at {
		seen := map[bundle.Ref]bool{}
		for queue := slices.Clone(r.Shown); len(queue) > 0; queue = queue[1:] {
			ref := queue[0]
			if seen[ref] {
				continue
			}
			seen[ref] = true
			c, h, ok, err := t.change(ref)
			if err != nil {
				return nil, err
			}
			if !ok || c.Record != [16]byte(k.record) || c.Field != k.field {
				continue // not here, or another register that was taken into account
			}
			h.lam, h.wall, h.actor, h.val = int64(c.Lamport), int64(c.Wall), c.Actor, c.Value
			list = append(list, toldChange{h, c, k})
			queue = append(queue, c.Refs...)
		}
	}
	return list, nil
}

// SignedDoc is a visit as it was signed: as Visit would have shown it then, to who may see it. A signature of an older
// version of the program does not say what its book knew of other laptops; then everything older than the signature is
// taken, and the digest tells whether that was it. Faults: visit.missing (id), sign.unknown, sign.lost when what was signed
// cannot be put together from what is here.
func (b *Book) SignedDoc(ctx context.Context, visit, signature checklist.ID) (d *Doc, err error) {
	err = b.read(ctx, func(q querier) error {
		rs, err := b.scanVisit(ctx, q, visit)
		if err != nil {
			return err
		}
		var sig checklist.Signature
		if !rs.body(signature, KindSignature, "body", &sig) {
			return newFault("sign.unknown")
		}
		then, err := b.signedRegs(ctx, q, rs, signature, &sig)
		if err != nil {
			return err
		}
		if then.digest() != sig.Digest {
			return newFault("sign.lost")
		}
		d, err = b.docOf(ctx, q, visit, b.Me(), then)
		return err
	})
	return d, err
}

// signedRegs are the registers as the signer's book held them.
func (b *Book) signedRegs(ctx context.Context, q querier, rs *regs, signature checklist.ID, sig *checklist.Signature) (*regs, error) {
	all, err := b.teller(ctx, q).changesOf(rs)
	if err != nil {
		return nil, err
	}
	known := knownTo(sig.Logs)
	lam := rs.get(signature, KindSignature, "body").heads[0].lam
	all = slices.DeleteFunc(all, func(c toldChange) bool {
		if known == nil {
			return c.h.lam >= lam
		}
		return c.h.ref.Seq > known[c.h.ref.Dev]
	})
	replaced := map[bundle.Ref]bool{}
	for _, c := range all {
		for _, ref := range c.c.Refs {
			replaced[ref] = true
		}
	}
	all = slices.DeleteFunc(all, func(c toldChange) bool { return replaced[c.h.ref] })
	slices.SortFunc(all, func(x, y toldChange) int {
		return cmp.Or(slices.Compare(x.k.record[:], y.k.record[:]), cmp.Compare(x.k.field, y.k.field))
	})
	then := newRegs()
	for _, c := range all {
		then.put(c.k, c.h)
	}
	return then, b.finishHeads(ctx, q, then)
}

// knownTo reads what logsOf wrote; nil where a signature says nothing of it.
func knownTo(text string) map[bundle.DeviceID]uint64 {
	if text == "" {
		return nil
	}
	known := map[bundle.DeviceID]uint64{}
	for _, part := range strings.Fields(text) {
		var dev bundle.DeviceID
		id, place, _ := strings.Cut(part, "/")
		if seq, err := strconv.ParseUint(place, 10, 63); err == nil && dev.UnmarshalText([]byte(id)) == nil {
			known[dev] = seq
		}
	}
	return known
}

// ReopenVisit opens a person's sheet again after the visit was signed: the leader or the office does that, with a reason.
// The signature stays, and shows what it covered (SignedDoc); it says that something has changed since. Faults:
// reason.missing, leader.only, reopen.sheet.
func (b *Book) ReopenVisit(ctx context.Context, d *Doc, person checklist.ID, reason string) error {
	e, err := d.reopenEdit(person, reason)
	if err != nil {
		return err
	}
	return b.Apply(ctx, e)
}

// reopenEdit opens a closed sheet: the own one by its author before anything is signed, and afterwards any by the leader
// or the office.
func (d *Doc) reopenEdit(person checklist.ID, reason string) (Edit, error) {
	switch {
	case reason == "":
		return Edit{}, newFault("reason.missing")
	case (len(d.Signed) > 0 || person != d.me.ID) && !d.Leads():
		return Edit{}, newFault("reopen.leader")
	}
	s := d.find(person)
	if s == nil {
		return Edit{}, newFault("reopen.sheet")
	}
	return Edit{Record: s.ID, Kind: KindSheet, Field: "state", Reason: reason, Shown: d.Shown(s.ID, KindSheet, "state")}, nil
}

// Correction is one time a sheet was opened again after it was closed.
type Correction struct {
	Event
	Closed bool // it was closed again since
}

// Corrections tells when, by whom and why a person's sheet was opened again, the newest first. They stay readable however
// often the sheet is closed.
func (b *Book) Corrections(ctx context.Context, d *Doc, person checklist.ID) (list []Correction, err error) {
	events, err := b.History(ctx, checklist.SheetID(d.ID, person), KindSheet, "state")
	closed := false
	for _, e := range events {
		if e.New == "closed" {
			closed = true
			continue
		}
		if e.Old == "closed" {
			list = append(list, Correction{e, closed})
		}
	}
	return list, err
}

// Places lists the registers of the visit that say anything, kind by kind in the registry's order.
func (d *Doc) Places() (list []Place) {
	for _, k := range Kinds() {
		for _, id := range d.list(k) {
			for _, f := range FieldsOf(k) {
				if r := d.regs.get(id, k, f.Name); r.Text != "" || r.Unread {
					list = append(list, Place{id, k, f.Name})
				}
			}
		}
	}
	return list
}
