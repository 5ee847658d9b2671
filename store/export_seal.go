package store

import (
	"context"
	"io"
	"slices"

	"zoufang/store/bundle"
)

// Sealing says for whom a bundle is sealed. The zero value seals it for the keys that count in this book, and leaves it
// plain where none ever did.
type Sealing struct {
	To         []string // more public keys, age1…
	Plain      bool     // not sealed at all
	Passphrase string   // for whoever knows it, and no key

	For bundle.DeviceID // of the enrolled laptops the office seals for, this one alone; zero is all of them
}

// Sealed is how a bundle was sealed.
type Sealed struct {
	Passphrase bool
	Keys       []Key    // of the office
	To         []string // public keys that were named for this bundle

	Office  bool         // by the office: a secret key of the office that counts here lies on this machine
	Laptops []DeviceInfo // enrolled laptops that can open it: only the office seals for them
	Silent  []DeviceInfo // enrolled laptops it was meant for that never said what they can open: they cannot open this
}

// NoLaptop tells of a bundle of the office's that no other laptop can open, as far as is known here.
func (s *Sealed) NoLaptop() bool { return s.Office && len(s.Laptops) == 0 && len(s.To) == 0 }

// sealer seals what an export writes, and opens it again to read it back.
type sealer struct {
	to   []bundle.Recipient
	open []bundle.Identity
	how  *Sealed // nil: plain
}

// sealing finds out how a bundle is to be sealed. The own device can always open it again. Faults: export.nokey where
// keys counted once and none does any more, so that nothing goes out plain by itself; export.seal where the options
// exclude each other; export.crowd (keys, most of them); passphrase.short, bundle.recipient.
func (b *Book) sealing(ctx context.Context, q querier, own *bundle.Key, o Sealing) (*sealer, error) {
	switch {
	case o.Plain && (o.Passphrase != "" || len(o.To) > 0), o.Passphrase != "" && len(o.To) > 0:
		return nil, newFault("export.seal")
	case o.Plain:
		return &sealer{}, nil
	case o.Passphrase != "":
		return phraseSealer(normal(o.Passphrase))
	}
	list, err := b.keys(ctx, q)
	if err != nil {
		return nil, err
	}
	how := &Sealed{}
	var all []string
	revoked := false
	for _, k := range list {
		if k.State == KeyUsed {
			how.Keys, all = append(how.Keys, k), append(all, k.Recipient)
		}
		revoked = revoked || k.State == KeyRevoked
	}
	for _, to := range o.To {
		r, err := bundle.ParseRecipient(to)
		if err != nil {
			return nil, err
		}
		if text := r.String(); !slices.Contains(all, text) {
			how.To, all = append(how.To, text), append(all, text)
		}
	}
	if len(all) == 0 {
		if revoked {
			return nil, newFault("export.nokey")
		}
		return &sealer{}, nil
	}
	office, err := b.sealsForLaptops(ctx, q, how.Keys)
	if err != nil {
		return nil, err
	}
	if office {
		if all, err = b.forLaptops(ctx, q, own, o.For, how, all); err != nil {
			return nil, err
		}
	}
	if len(all)+1 > bundle.MaxRecipients {
		return nil, newFault("export.crowd", len(all)+1, bundle.MaxRecipients)
	}
	return keySealer(how, all, own)
}

func keySealer(how *Sealed, all []string, own *bundle.Key) (*sealer, error) {
	s := &sealer{how: how, to: []bundle.Recipient{own.Recipient()}, open: []bundle.Identity{own}}
	for _, text := range all {
		r, err := bundle.ParseRecipient(text)
		if err != nil {
			return nil, err
		}
		s.to = append(s.to, r)
	}
	return s, nil
}

func phraseSealer(passphrase string) (*sealer, error) {
	if err := CheckPassphrase(passphrase); err != nil {
		return nil, err
	}
	to, err := bundle.PassphraseRecipient(passphrase)
	if err != nil {
		return nil, err
	}
	id, err := bundle.PassphraseIdentity(passphrase)
	if err != nil {
		return nil, err
	}
	return &sealer{to: []bundle.Recipient{to}, open: []bundle.Identity{id}, how: &Sealed{Passphrase: true}}, nil
}

// seal begins what is written into w: only sealed bytes reach it.
func (s *sealer) seal(w io.Writer) (io.WriteCloser, error) {
	if s.how == nil {
		return plainFile{w}, nil
	}
	return bundle.Seal(w, s.to...)
}

type plainFile struct{ io.Writer }

func (plainFile) Close() error { return nil }

// Sealing is what Export would do by itself now: how it would seal, nil for plain, and the keys that wait for somebody
// to compare their check phrase. Fault export.nokey.
func (b *Book) Sealing(ctx context.Context) (how *Sealed, pending []Key, err error) {
	own := b.sealingKey()
	err = b.read(ctx, func(q querier) error {
		list, err := b.keys(ctx, q)
		if err != nil {
			return err
		}
		for _, k := range list {
			if k.State == KeyPending {
				pending = append(pending, k)
			}
		}
		if own == nil {
			return nil // read-only: nothing is exported
		}
		s, err := b.sealing(ctx, q, own, Sealing{})
		if err == nil {
			how = s.how
		}
		return err
	})
	return how, pending, err
}

// sealingKey is the own device's key; nil for a book opened read-only.
func (b *Book) sealingKey() *bundle.Key {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.ident == nil {
		return nil
	}
	return b.ident.opens
}

// OwnRecipient is the public key of this laptop's device: what it exports, it can open again. "" where the book was
// never opened to write on this machine.
func (b *Book) OwnRecipient() string {
	if k := deviceKey(identityPath(b.home, b.Info().BookID, b.machine) + ".json"); k != nil {
		return k.Recipient().String()
	}
	return ""
}
