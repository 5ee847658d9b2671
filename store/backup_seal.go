package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"os"

	"zoufang/store/bundle"
)

// backupKeys are the keys that a sealed copy is written for: those of the office that count here, and the own one so
// that it can be proven. The own key alone would not do: it dies with the laptop. Fault backup.nokey where no key of the
// office counts.
func (b *Book) backupKeys(ctx context.Context) (to []bundle.Recipient, err error) {
	own := b.sealingKey()
	if own == nil {
		return nil, newFault("book.readonly", b.path)
	}
	err = b.read(ctx, func(q querier) error {
		list, err := b.keys(ctx, q)
		if err != nil {
			return err
		}
		for _, k := range list {
			if k.State != KeyUsed {
				continue
			}
			r, err := bundle.ParseRecipient(k.Recipient)
			if err != nil {
				return err
			}
			to = append(to, r)
		}
		if len(to) == 0 {
			return newFault("backup.nokey")
		}
		return nil
	})
	return append(to, own.Recipient()), err
}

// CanSealBackups tells whether a key of the office counts here, so that copies can be sealed.
func (b *Book) CanSealBackups(ctx context.Context) (bool, error) {
	_, err := b.backupKeys(ctx)
	if IsFault(err, "backup.nokey") || IsFault(err, "book.readonly") {
		return false, nil
	}
	return err == nil, err
}

// sealCopy writes what is in plain sealed to a new file, and reads it back.
func sealCopy(plain, sealed string, to []bundle.Recipient, own *bundle.Key) error {
	in, err := os.Open(plain)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(sealed, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer out.Close()
	sum := sha256.New()
	w, err := bundle.Seal(out, to...)
	if err == nil {
		_, err = io.Copy(io.MultiWriter(w, sum), in)
		err = errors.Join(err, w.Close())
	}
	if err == nil {
		err = out.Sync()
	}
	if err == nil {
		_, err = out.Seek(0, io.SeekStart)
	}
	if err != nil {
		return err
	}
	r, _, err := bundle.Open(out, own)
	if err != nil {
		return err
	}
	back := sha256.New()
	if _, err := io.Copy(back, r); err != nil {
		return err
	}
	if !bytes.Equal(back.Sum(nil), sum.Sum(nil)) {
		return newFault("backup.differs", sealed)
	}
	return nil
}
