package store

import (
	"context"
	"io"
	"strings"

	"zoufang/checklist"
)

// SaveSignedSheet records that a sheet of a visit came back signed and keeps its scan, both or neither. Faults:
// signed.signer without a name, signed.day without a day, and those of Attach.
func (b *Book) SaveSignedSheet(ctx context.Context, d *Doc, x checklist.SignedSheet, name string, scan io.Reader) (checklist.ID, error) {
	switch {
	case strings.TrimSpace(x.Signer) == "":
		return x.ID, newFault("signed.signer")
	case x.Day == "":
		return x.ID, newFault("signed.day")
	}
	content, f, err := readAttachment(name, scan)
	if err != nil {
		return x.ID, err
	}
	id := d.orNew(x.ID)
	return id, b.write(ctx, func(w *writer) error {
		if err := w.apply(ctx, d.put(id, KindSignedSheet, x)...); err != nil {
			return err
		}
		return w.attach(ctx, NewID(d.ID), id, "", content, f)
	})
}
