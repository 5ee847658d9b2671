package store

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// A key of the office is a record like any other: it travels, and everybody sees it. Whether bundles are sealed for it
// is decided on every laptop for itself, in the local part of the book, because whoever can slip in a key reads along.
// A key counts when a person at this laptop said so, or when a device that was enrolled here as the office's wrote it;
// it ends when one of these revokes it, and that is final. What others write of a key changes neither.

const scopeKey = "key....."

// KeyState says whether bundles are sealed for a key.
type KeyState string

// The states of a key, on this laptop.
const (
	KeyUsed    KeyState = "used"    // bundles are sealed for it
	KeyPending KeyState = "pending" // it arrived, and nobody here compared its check phrase
	KeyRevoked KeyState = "revoked" // never again
)

// Key is a public key of the office as this laptop sees it.
type Key struct {
	Recipient   string // age1…
	Label       string
	Escrow      bool // kept apart for the day the office's own key is lost
	State       KeyState
	Doubted     bool   // somebody whose word is not enough here says that it is revoked
	Fingerprint []byte // what two people compare by voice
	By          checklist.Person
	Device      DeviceInfo // where it was recorded; zero for a key that is known on this laptop only
	At          time.Time
}

// KeyFingerprint is what two people compare by voice before they trust a public key.
func KeyFingerprint(recipient string) []byte {
	sum := sha256.Sum256([]byte("zoufang key 1\x00" + recipient))
	return sum[:16]
}

// keyRecord is where a key is recorded: two laptops that record one key mean the same.
func keyRecord(recipient string) checklist.ID {
	return checklist.InScope(scopeKey, [8]byte(KeyFingerprint(recipient)))
}

// keyNote is what the local part says of a key.
type keyNote struct {
	State  KeyState `json:"state"`
	Label  string   `json:"label,omitempty"`
	Escrow bool     `json:"escrow,omitempty"`
	At     int64    `json:"at"` // milliseconds since 1970
}

const (
	localKey     = "key:"     // and the public key: a keyNote
	localMadeKey = "madekey:" // and a public key: its pair was made in this book, so the office sits here
	localOffice  = "office:"  // and a device's id: its keys count
	localStopped = "keystop:" // and the id of a key's record: the office revoked it
)

// Keys lists the keys of the office, those that are used first.
func (b *Book) Keys(ctx context.Context) (list []Key, err error) {
	err = b.read(ctx, func(q querier) error {
		list, err = b.keys(ctx, q)
		return err
	})
	return list, err
}

func (b *Book) keys(ctx context.Context, q querier) ([]Key, error) {
	notes, err := keyNotes(ctx, q)
	if err != nil {
		return nil, err
	}
	rs, err := b.scanScope(ctx, q, scopeKey)
	if err != nil {
		return nil, err
	}
	var list []Key
	for _, id := range rs.records(KindKey) {
		k, ok := recordedKey(rs, id)
		if !ok {
			continue
		}
		if note, has := notes[k.Recipient]; has {
			k.State, k.Label = note.State, cmp.Or(note.Label, k.Label)
			k.Doubted = k.Doubted && k.State == KeyUsed
			delete(notes, k.Recipient)
		}
		list = append(list, k)
	}
	for recipient, note := range notes {
		list = append(list, Key{Recipient: recipient, Label: note.Label, Escrow: note.Escrow, State: note.State,
			Fingerprint: KeyFingerprint(recipient), At: time.UnixMilli(note.At)})
	}
	order := []KeyState{KeyUsed, KeyPending, KeyRevoked}
	slices.SortFunc(list, func(x, y Key) int {
		return cmp.Or(cmp.Compare(slices.Index(order, x.State), slices.Index(order, y.State)), compareBool(x.Escrow, y.Escrow),
			x.At.Compare(y.At), strings.Compare(x.Recipient, y.Recipient))
	})
	return list, nil
}

func compareBool(x, y bool) int {
	switch {
	case x == y:
		return 0
	case y:
		return -1
	}
	return 1
}

// recordedKey reads the record of a key; false where it holds no key, or another one than its id was made from.
func recordedKey(rs *regs, id checklist.ID) (Key, bool) {
	r := rs.get(id, KindKey, "recipient")
	k := Key{Recipient: r.Text, State: KeyPending, Fingerprint: KeyFingerprint(r.Text), By: r.By, At: r.At}
	if _, err := bundle.ParseRecipient(k.Recipient); err != nil || keyRecord(k.Recipient) != id {
		return k, false
	}
	k.Label = rs.get(id, KindKey, "label").Text
	k.Escrow = rs.get(id, KindKey, "purpose").Text == "escrow"
	state := rs.get(id, KindKey, "state")
	k.Doubted = state.Text == "revoked" || slices.ContainsFunc(state.Siblings, func(s Sibling) bool { return s.Text == "revoked" })
	return k, true
}

// keyNotes reads what the local part says of keys.
func keyNotes(ctx context.Context, q querier) (map[string]keyNote, error) {
	rows, err := q.QueryContext(ctx, "SELECT key, value FROM local WHERE key >= ? AND key < ?", localKey, "key;")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	notes := map[string]keyNote{}
	for rows.Next() {
		var name, text string
		var note keyNote
		if err := rows.Scan(&name, &text); err != nil {
			return nil, err
		}
		if json.Unmarshal([]byte(text), &note) == nil {
			notes[strings.TrimPrefix(name, localKey)] = note
		}
	}
	return notes, rows.Err()
}

// KeyOptions say what a key of the office is called and for.
type KeyOptions struct {
	Label  string
	Escrow bool
}

// NewKey makes a key pair of the office: its secret half goes into a file (path, or with "" among the keys of this
// machine) under the passphrase, and bundles are sealed for it from now on. Faults: key.role (the role of whoever is at
// this laptop), those of Ring.WriteKey.
func (b *Book) NewKey(ctx context.Context, path string, o KeyOptions, passphrase string) (k Key, written string, err error) {
	if !b.MayRecordKeys() {
		return k, "", newFault("key.role")
	}
	recipient, written, err := b.ring.WriteKey(path, o.Label, passphrase)
	if err != nil {
		return k, "", err
	}
	if err = b.setLocal(ctx, localMadeKey+recipient, "1"); err == nil {
		k, _, err = b.TrustKey(ctx, recipient, o)
	}
	return k, written, err
}

// TrustKey has bundles sealed for a public key from now on. Whoever is the office or a leader also records it, so that
// it travels; for others it counts on this laptop only (recorded is false). A key that is known keeps its label where
// none is given. Faults: bundle.recipient (text), key.own for a key of a device of this machine, key.revoked for one
// that was revoked.
func (b *Book) TrustKey(ctx context.Context, recipient string, o KeyOptions) (k Key, recorded bool, err error) {
	recipient = strings.TrimSpace(recipient)
	if _, err := bundle.ParseRecipient(recipient); err != nil {
		return k, false, err
	}
	if devices, _ := b.ring.Own(); slices.Contains(devices, recipient) {
		return k, false, newFault("key.own")
	}
	o.Label = bundle.Clean(strings.TrimSpace(o.Label))
	recorded = b.MayRecordKeys()
	err = b.write(ctx, func(w *writer) error {
		list, err := b.keys(ctx, w.q)
		if err != nil {
			return err
		}
		if i := slices.IndexFunc(list, func(k Key) bool { return k.Recipient == recipient }); i >= 0 {
			if list[i].State == KeyRevoked {
				return newFault("key.revoked")
			}
			o.Label, o.Escrow = cmp.Or(o.Label, list[i].Label), o.Escrow || list[i].Escrow
		}
		stopped, err := localText(ctx, w.q, localStopped+keyRecord(recipient).String())
		if err != nil {
			return err
		}
		if stopped != "" {
			return newFault("key.revoked")
		}
		if err := w.noteKey(ctx, recipient, keyNote{State: KeyUsed, Label: o.Label, Escrow: o.Escrow}); err != nil || !recorded {
			return err
		}
		return w.recordKey(ctx, recipient, o)
	})
	if err != nil {
		return k, false, err
	}
	return Key{Recipient: recipient, Label: o.Label, Escrow: o.Escrow, State: KeyUsed, Fingerprint: KeyFingerprint(recipient)}, recorded, nil
}

// MayRecordKeys tells whether the person at this laptop may record keys for everybody: the office and leaders may.
func (b *Book) MayRecordKeys() bool {
	role := b.Me().Role
	return role == checklist.RoleOffice || role == checklist.RoleLeader
}

func (w *writer) recordKey(ctx context.Context, recipient string, o KeyOptions) error {
	id := keyRecord(recipient)
	purpose := ""
	if o.Escrow {
		purpose = "escrow"
	}
	w.plain = true
	return w.apply(ctx, Edit{Record: id, Kind: KindKey, Field: "recipient", Text: recipient, current: true},
		Edit{Record: id, Kind: KindKey, Field: "label", Text: o.Label, current: true},
		Edit{Record: id, Kind: KindKey, Field: "purpose", Text: purpose, current: true})
}

// RevokeKey has no bundle sealed for a key any more, for good. Whoever is the office or a leader also records it. The
// reason is required. Faults: key.unknown (text), reason.missing.
func (b *Book) RevokeKey(ctx context.Context, recipient, reason string) (recorded bool, err error) {
	if reason = strings.TrimSpace(reason); reason == "" {
		return false, newFault("reason.missing")
	}
	recorded = b.MayRecordKeys()
	return recorded, b.write(ctx, func(w *writer) error {
		list, err := b.keys(ctx, w.q)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(list, func(k Key) bool { return k.Recipient == recipient })
		if i < 0 {
			return newFault("key.unknown", recipient)
		}
		note := keyNote{State: KeyRevoked, Label: list[i].Label, Escrow: list[i].Escrow}
		if err := w.noteKey(ctx, recipient, note); err != nil || !recorded {
			return err
		}
		w.plain = true
		return w.apply(ctx, Edit{Record: keyRecord(recipient), Kind: KindKey, Field: "state", Text: "revoked", Reason: reason, current: true})
	})
}

// noteKey says in the local part what counts here. What was revoked stays so, whatever the note says.
func (w *writer) noteKey(ctx context.Context, recipient string, note keyNote) error {
	old, err := localText(ctx, w.q, localKey+recipient)
	if err != nil {
		return err
	}
	var was keyNote
	if old != "" && json.Unmarshal([]byte(old), &was) == nil {
		if was.State == KeyRevoked {
			return nil
		}
		note.Label, note.Escrow = cmp.Or(note.Label, was.Label), note.Escrow || was.Escrow
	}
	stopped, err := localText(ctx, w.q, localStopped+keyRecord(recipient).String())
	if err != nil {
		return err
	}
	if stopped != "" {
		note.State = KeyRevoked
	}
	note.At = w.b.now().UnixMilli()
	text, err := json.Marshal(note)
	if err != nil {
		return err
	}
	w.dirty = true
	_, err = w.q.ExecContext(ctx, putLocal, localKey+recipient, string(text))
	return err
}
