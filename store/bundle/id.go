package bundle

import (
	"bytes"
	"cmp"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// DeviceID names a device: the first half of the SHA-256 of its public key, so that the id proves the key.
type DeviceID [16]byte

// Hash is a SHA-256.
type Hash [32]byte

// Ref names a change: the device that wrote it, its place in that device's log, and the first 8 bytes of its hash.
// The hash is part of the name because a copied laptop can write two different changes in one place.
type Ref struct {
	Dev DeviceID
	Seq uint64
	H8  [8]byte
}

// DeviceOf is the id of the device that holds this key.
func DeviceOf(pub ed25519.PublicKey) DeviceID {
	sum := sha256.Sum256(pub)
	return DeviceID(sum[:16])
}

// String is the id as 32 hexadecimal digits.
func (d DeviceID) String() string { return hex.EncodeToString(d[:]) }

// MarshalText is String.
func (d DeviceID) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what String writes.
func (d *DeviceID) UnmarshalText(b []byte) error { return unhex(d[:], b) }

// String is the hash as 64 hexadecimal digits.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// MarshalText is String.
func (h Hash) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText reads what String writes.
func (h *Hash) UnmarshalText(b []byte) error { return unhex(h[:], b) }

// H8 is the short form used in references.
func (h Hash) H8() [8]byte { return [8]byte(h[:8]) }

// Ref names the change that has this hash at this place.
func (h Hash) Ref(dev DeviceID, seq uint64) Ref { return Ref{Dev: dev, Seq: seq, H8: h.H8()} }

func (r Ref) compare(o Ref) int {
	return cmp.Or(bytes.Compare(r.Dev[:], o.Dev[:]), cmp.Compare(r.Seq, o.Seq), bytes.Compare(r.H8[:], o.H8[:]))
}

func unhex(to, text []byte) error {
	if len(text) != hex.EncodedLen(len(to)) {
		return fmt.Errorf("bundle: want %d hexadecimal digits, have %d", hex.EncodedLen(len(to)), len(text))
	}
	_, err := hex.Decode(to, text)
	return err
}
