package bundle

import (
	"crypto/ed25519"
	"encoding/binary"
)

const checkpointTag = "zoufang checkpoint 1\x00"

// checkpointLen is dev, seq, head, public key and signature.
const checkpointLen = 16 + 8 + 32 + 32 + 64

// Checkpoint is a device's word for its log up to Seq: the hash there fixes every change before it. It travels with
// the changes and is relayed as it is, so that B can carry A's changes and nobody has to trust B.
type Checkpoint struct {
	Dev  DeviceID
	Seq  uint64
	Head Hash
	Pub  ed25519.PublicKey
	Sig  []byte
}

// SignCheckpoint makes the checkpoint of the key's own device at seq.
func SignCheckpoint(key ed25519.PrivateKey, seq uint64, head Hash) Checkpoint {
	pub := key.Public().(ed25519.PublicKey)
	cp := Checkpoint{Dev: DeviceOf(pub), Seq: seq, Head: head, Pub: pub}
	cp.Sig = ed25519.Sign(key, cp.message())
	return cp
}

// Verify reports whether the device itself signed this checkpoint: the id proves the key, the key the signature.
func (cp Checkpoint) Verify() bool {
	return len(cp.Pub) == ed25519.PublicKeySize && DeviceOf(cp.Pub) == cp.Dev && ed25519.Verify(cp.Pub, cp.message(), cp.Sig)
}

func (cp Checkpoint) message() []byte {
	b := append([]byte(checkpointTag), cp.Dev[:]...)
	b = binary.BigEndian.AppendUint64(b, cp.Seq)
	return append(b, cp.Head[:]...)
}

func (cp Checkpoint) encode() []byte {
	b := append(make([]byte, 0, checkpointLen), cp.Dev[:]...)
	b = binary.BigEndian.AppendUint64(b, cp.Seq)
	b = append(b, cp.Head[:]...)
	b = append(b, cp.Pub...)
	return append(b, cp.Sig...)
}

// decodeCheckpoint reads checkpointLen bytes; nothing is verified yet.
func decodeCheckpoint(b []byte) (cp Checkpoint) {
	cp.Dev = DeviceID(b[:16])
	cp.Seq = binary.BigEndian.Uint64(b[16:])
	cp.Head = Hash(b[24:56])
	cp.Pub = append(ed25519.PublicKey(nil), b[56:88]...)
	cp.Sig = append([]byte(nil), b[88:]...)
	return cp
}
