// Package bundle is the room of what travels: the changes people made, how they are written down to the last bit,
// and the file (*.zfb) that carries them from one book to another.
//
// A change is one value written to one register of one record. It is encoded canonically, chained by hash to the
// change before it on the same device, and vouched for by that device's signed checkpoints; from then on its bytes
// are stored, hashed and relayed as they are and never encoded again. A device is an ed25519 key and its id is made
// from the key, so that a reader needs no list to tell whose changes it holds (whether to trust them is the book's
// business, not ours).
//
// The file is a sequence of length-prefixed frames:
//
//	"ZFB1\r\n\x1a\n"  HEADER  ( WITHHELD | SEGMENT CHANGES* CHECKPOINT )*  TEXTS*  FILE*  TRAILER
//
// Everything a file claims is checked against a limit before memory is taken for it. The trailer's digest covers
// every byte before it and is signed by the exporter; nothing may follow it.
//
// What must never happen here: knowing a database, a screen or a clock; accepting bytes that would not be written
// again the same way; trusting a length; repairing anything. A file is whole or it is refused.
package bundle
