package store

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"strconv"

	"zoufang/store/bundle"
)

// The idle lock keeps others from reading over a shoulder while nobody types: after some minutes the screen asks for a
// passphrase. It guards the screen and encrypts nothing. Its passphrase is never in the book: it is that of the office's
// key where one lies on this machine under a passphrase, else one of its own, of which a verifier lies beside the key of
// the device: a key that opens nothing, under the passphrase.

// localIdleLock holds the minutes.
const localIdleLock = "idle_lock"

// idleLockExt is the ending of the verifier, beside the identity of the device.
const idleLockExt = ".screen"

// MaxIdleMinutes bounds after how many minutes the screen may lock.
const MaxIdleMinutes = 240

// IdleLock says when the screen of this book locks on this machine.
type IdleLock struct {
	Minutes int  // without a key; 0 never
	Office  bool // the passphrase is, or would be, that of the office's key on this machine
}

// IdleLock reads it. A lock whose verifier is gone is none: nobody could open it.
func (b *Book) IdleLock(ctx context.Context) (l IdleLock, err error) {
	own := b.hasVerifier()
	l.Office = !own && len(b.ring.guarded()) > 0
	err = b.read(ctx, func(q querier) error {
		text, err := localText(ctx, q, localIdleLock)
		if n, bad := strconv.Atoi(text); bad == nil && (own || l.Office) {
			l.Minutes = n
		}
		return err
	})
	return l, err
}

// SetIdleLock has the screen lock after some minutes, under a passphrase: a new one, or where IdleLock says Office that
// of the office's key. Faults: lock.minutes (most), passphrase.short, lock.wrong, home.write, lock.readonly.
func (b *Book) SetIdleLock(ctx context.Context, minutes int, passphrase string) error {
	if minutes < 1 || minutes > MaxIdleMinutes {
		return newFault("lock.minutes", MaxIdleMinutes)
	}
	if b.ident == nil {
		return newFault("lock.readonly")
	}
	if len(b.ring.guarded()) > 0 {
		if !b.ring.opens(passphrase) {
			return newFault("lock.wrong")
		}
		if err := b.dropVerifier(); err != nil {
			return err
		}
	} else if err := b.writeVerifier(normal(passphrase)); err != nil {
		return err
	}
	return b.setLocal(ctx, localIdleLock, strconv.Itoa(minutes))
}

// ClearIdleLock takes the lock away. Fault lock.wrong for another passphrase.
func (b *Book) ClearIdleLock(ctx context.Context, passphrase string) error {
	if err := b.CheckIdleLock(passphrase); err != nil {
		return err
	}
	if err := b.setLocal(ctx, localIdleLock, "0"); err != nil {
		return err
	}
	return b.dropVerifier()
}

// CheckIdleLock tells whether a passphrase opens the lock. It takes about a second, on purpose. Fault lock.wrong.
func (b *Book) CheckIdleLock(passphrase string) error {
	if b.hasVerifier() {
		_, err := readKeyFile(b.ident.path+idleLockExt, passphrase)
		if IsFault(err, bundle.FaultPassphrase) || IsFault(err, bundle.FaultLocked) {
			return newFault("lock.wrong")
		}
		return err
	}
	if !b.ring.opens(passphrase) {
		return newFault("lock.wrong")
	}
	return nil
}

func (b *Book) hasVerifier() bool {
	if b.ident == nil {
		return false
	}
	_, err := os.Stat(b.ident.path + idleLockExt)
	return err == nil
}

func (b *Book) writeVerifier(passphrase string) error {
	if err := CheckPassphrase(passphrase); err != nil {
		return err
	}
	k, err := bundle.NewKey()
	if err != nil {
		return err
	}
	var file bytes.Buffer
	if err := bundle.WriteIdentity(&file, k, []string{"idle lock"}, passphrase); err != nil {
		return err
	}
	if err := writeFile(b.ident.path+idleLockExt, file.Bytes(), 0o600); err != nil {
		return &Fault{Code: "home.write", Args: []any{b.home}, Err: err}
	}
	return nil
}

func (b *Book) dropVerifier() error {
	if b.ident == nil {
		return nil
	}
	err := os.Remove(b.ident.path + idleLockExt)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return &Fault{Code: "home.write", Args: []any{b.home}, Err: err}
	}
	return nil
}

// guarded lists the files of the office's keys that lie here under a passphrase, whether it was given or not.
func (r *Ring) guarded() []string { return r.files(lockedExt) }

// opens tells whether a passphrase is that of one of the office's keys. Nothing is kept of it.
func (r *Ring) opens(passphrase string) bool {
	for _, path := range r.guarded() {
		if _, err := readKeyFile(path, passphrase); err == nil {
			return true
		}
	}
	return false
}
