package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"strings"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

const scopeDevice = "device.."

// deviceRecord is where a device's label is kept.
func deviceRecord(id bundle.DeviceID) checklist.ID {
	return checklist.InScope(scopeDevice, [8]byte(id[:8]))
}

// settle decides which device this book is now. The log of a device must never fork: whenever the identity outside the
// book and the log inside do not belong together beyond doubt, the book goes on as a new device. Nothing is lost by
// that: the old device's changes stay, under its name.
func (b *Book) settle(ctx context.Context) error {
	id, err := loadIdentity(b.home, b.facts.id, b.machine)
	var move bool // another copy of this book goes on under its id: this one takes a new one
	switch {
	case errors.Is(err, errIdentityInUse):
		move = true
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, errIdentityBroken):
		// No identity on this machine, or one that cannot be read: the book goes on as a new device.
	case err != nil:
		return err
	default:
		var fits bool
		if fits, move, err = b.fits(ctx, id); err != nil {
			return errors.Join(err, id.release())
		}
		if fits {
			return b.become(ctx, id)
		}
		if err := id.release(); err != nil {
			return err
		}
	}
	return b.mint(ctx, move)
}

// fits compares the high water outside the book with the log inside. behind tells that the book is an older copy.
func (b *Book) fits(ctx context.Context, id *identity) (fits, behind bool, err error) {
	h, ok := id.highWater()
	var hseq int64
	var forked bool
	err = b.w.QueryRowContext(ctx, "SELECT hseq, forked FROM dev WHERE id = ?", id.dev[:]).Scan(&hseq, &forked)
	if errors.Is(err, sql.ErrNoRows) {
		return ok && h.Seq == 0, ok && h.Seq > 0, nil
	}
	if err != nil || forked || !ok {
		return false, false, err
	}
	if uint64(hseq) < h.Seq {
		return false, true, nil
	}
	var elsewhere bool // a merge brought more of this log than was ever written here, and ended before the book took a new name
	err = b.w.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM seg JOIN dev ON dev.ix = seg.dev WHERE dev.id = ? AND seg.b > ?)",
		id.dev[:], int64(h.Seq)).Scan(&elsewhere)
	if err != nil || elsewhere {
		return false, false, err
	}
	if h.Seq == 0 {
		return true, false, nil
	}
	var n int
	err = b.w.QueryRowContext(ctx, `SELECT count(*) FROM op JOIN dev ON dev.ix = op.dev
		WHERE dev.id = ? AND op.seq = ? AND op.hash = ?`, id.dev[:], int64(h.Seq), h.Head[:]).Scan(&n)
	return n > 0, n == 0, err
}

// become takes up the log of an identity where it stands, and begins it when nothing was ever written.
func (b *Book) become(ctx context.Context, id *identity) error {
	own := ownDevice{id: id.dev, key: id.key}
	var head []byte
	err := b.w.QueryRowContext(ctx, "SELECT ix, hseq, hhash FROM dev WHERE id = ?", id.dev[:]).Scan(&own.ix, &own.seq, &head)
	if errors.Is(err, sql.ErrNoRows) {
		return b.firstWords(ctx, id, b.facts.id)
	}
	if err == nil {
		copy(own.head[:], head)
		err = b.w.QueryRowContext(ctx, "SELECT max(lam) FROM dev").Scan(&own.lam)
	}
	if err != nil {
		return errors.Join(err, id.release())
	}
	b.own = own
	b.takeUp(id)
	if own.seq == 0 {
		return b.firstWords(ctx, id, b.facts.id)
	}
	id.remember(own.seq, own.head)
	return nil
}

// takeUp makes an identity the book's own.
func (b *Book) takeUp(id *identity) {
	b.ident = id
	b.cache.Lock()
	defer b.cache.Unlock()
	b.facts.device = id.dev
}

// mint makes a new device, and for a copy of a book that is in use elsewhere on this machine a new book id.
func (b *Book) mint(ctx context.Context, move bool) error {
	book := b.facts.id
	if move {
		book = newBookID()
	}
	if b.ident != nil { // its place outside the book is taken over
		if err := b.ident.release(); err != nil {
			return err
		}
	}
	id, err := newIdentity(b.home, book, b.machine)
	if err != nil {
		return err
	}
	return b.firstWords(ctx, id, book)
}

// firstWords begins a log: who the device is, citing the newest change of the one it continues, if any.
func (b *Book) firstWords(ctx context.Context, id *identity, book string) error {
	err := b.writeAs(ctx, id, func(w *writer) error {
		if _, err := w.tx.ExecContext(ctx, "UPDATE meta SET value = ? WHERE key = 'id'", book); err != nil {
			return err
		}
		cites, err := w.lastDevice(ctx)
		if err != nil {
			return err
		}
		_, err = w.append(bundle.Change{Kind: bundle.NewDevice, Record: deviceRecord(id.dev),
			Field: FieldOf(KindDevice, "label").No, Value: bundle.Null(), Refs: cites})
		return err
	})
	if err != nil {
		return errors.Join(err, id.release())
	}
	return b.load(ctx)
}

// lastDevice names the newest change of the device that was at home in this book before; none in a new book.
func (w *writer) lastDevice(ctx context.Context) ([]bundle.Ref, error) {
	var text string
	err := w.tx.QueryRowContext(ctx, "SELECT value FROM meta WHERE key = 'device'").Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	var id bundle.DeviceID
	if err = errors.Join(err, id.UnmarshalText([]byte(text))); err != nil {
		return nil, err
	}
	var seq int64
	var head []byte
	err = w.tx.QueryRowContext(ctx, "SELECT hseq, hhash FROM dev WHERE id = ? AND hseq > 0", id[:]).Scan(&seq, &head)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return []bundle.Ref{bundle.Hash(head).Ref(id, uint64(seq))}, nil
}

// writeAs is a write that makes id the own device of the book, in the same transaction.
func (b *Book) writeAs(ctx context.Context, id *identity, fn func(*writer) error) error {
	return b.write(ctx, func(w *writer) error {
		ix, err := w.fold.dev(id.dev)
		if err != nil {
			return err
		}
		w.own = ownDevice{id: id.dev, key: id.key, ix: ix}
		if err := w.tx.QueryRowContext(ctx, "SELECT max(lam) FROM dev").Scan(&w.own.lam); err != nil {
			return err
		}
		pub := id.key.Public()
		if _, err := w.tx.ExecContext(ctx, "UPDATE dev SET pub = ?, trust = 1 WHERE ix = ?", pub, ix); err != nil {
			return err
		}
		if err := fn(w); err != nil { // reads which device was here before
			return err
		}
		w.ident = id
		_, err = w.tx.ExecContext(ctx, "INSERT INTO meta (key, value) VALUES ('device', ?1) ON CONFLICT DO UPDATE SET value = ?1", id.dev.String())
		return err
	})
}

// SetLabel gives this laptop a name that people say, such as 本机 03. It travels with the changes.
func (b *Book) SetLabel(ctx context.Context, label string) error {
	label = strings.TrimSpace(label)
	return b.write(ctx, func(w *writer) error {
		w.dirty, w.plain = true, true
		if _, err := w.tx.ExecContext(ctx, "UPDATE dev SET label = ? WHERE ix = ?", bundle.Clean(label), w.own.ix); err != nil {
			return err
		}
		return w.apply(ctx, Edit{Record: deviceRecord(w.own.id), Kind: KindDevice, Field: "label", Text: label, current: true})
	})
}
