package store

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"testing"
	"time"

	"zoufang/store/bundle"
)

// Frames as a dishonest laptop may write them: anything it likes, in any order, under a right digest and its own valid
// signature. The layout is written down here once more, after docs/formats.md, so that a mistake in package bundle cannot
// hide itself.

const (
	kindSegment, kindChanges, kindCheckpoint, kindFile, kindTexts, kindWithheld, kindTrailer = 3, 4, 5, 6, 7, 8, 9
	headLen                                                                                  = 10
)

// frame is one frame, unpacked.
type frame struct {
	kind byte
	raw  []byte
}

func (f frame) append(b []byte) []byte {
	b = append(b, f.kind, 0)
	b = binary.BigEndian.AppendUint32(b, uint32(len(f.raw)))
	b = binary.BigEndian.AppendUint32(b, uint32(len(f.raw)))
	return append(b, f.raw...)
}

// forged is a bundle in the making.
type forged struct {
	by     *lap
	frames []frame
	counts *bundle.Counts // nil: those that are right
	demo   bool
}

func (x *forged) add(kind byte, parts ...[]byte) {
	x.frames = append(x.frames, frame{kind, bytes.Join(parts, nil)})
}

func be64(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

// sized is a piece with its length before it.
func sized(b []byte) []byte { return append(binary.AppendUvarint(nil, uint64(len(b))), b...) }

func (x *forged) segment(dev bundle.DeviceID, first uint64, prev bundle.Hash) {
	x.add(kindSegment, dev[:], be64(first), prev[:])
}

func (x *forged) changes(bodies ...[]byte) {
	var all []byte
	for _, b := range bodies {
		all = append(all, sized(b)...)
	}
	x.add(kindChanges, all)
}

func (x *forged) checkpoint(cp bundle.Checkpoint) {
	x.add(kindCheckpoint, cp.Dev[:], be64(cp.Seq), cp.Head[:], cp.Pub, cp.Sig)
}

// log adds places a to b of a laptop's log with its checkpoint, as an honest laptop would.
func (x *forged) log(p *lap, a, b int) {
	x.segment(p.id, uint64(a), p.log[a-1].prev)
	for _, o := range p.log[a-1 : b] {
		x.changes(o.body)
	}
	x.checkpoint(bundle.SignCheckpoint(p.key, uint64(b), p.log[b-1].hash))
}

func (x *forged) text(salted []byte) { x.add(kindTexts, sized(salted)) }

func (x *forged) file(content []byte) {
	sum := sha256.Sum256(content)
	x.add(kindFile, sum[:], be64(uint64(len(content))), be64(0), content)
}

// count is what the frames hold.
func (x *forged) count() (c bundle.Counts) {
	for _, f := range x.frames {
		switch f.kind {
		case kindSegment:
			c.Segments++
		case kindChanges:
			c.Changes += pieces(f.raw)
		case kindTexts:
			c.Texts += pieces(f.raw)
		case kindFile:
			if len(f.raw) >= 48 && binary.BigEndian.Uint64(f.raw[40:]) == 0 {
				c.Files++
			}
		}
	}
	return c
}

func pieces(b []byte) (n int64) {
	for len(b) > 0 {
		size, k := binary.Uvarint(b)
		if k <= 0 || size > uint64(len(b)-k) {
			return n
		}
		b, n = b[uint64(k)+size:], n+1
	}
	return n
}

// bytes is the bundle, signed.
func (x *forged) bytes() []byte {
	counts := x.count()
	if x.counts != nil {
		counts = *x.counts
	}
	header, err := json.Marshal(bundle.Header{Format: 1, MinReader: 1, Exporter: x.by.id, District: "云台区", Year: "2026",
		Created: time.Unix(1, 0), Counts: counts, Demo: x.demo})
	if err != nil {
		panic(err)
	}
	b := frame{1, header}.append([]byte("ZFB1\r\n\x1a\n"))
	for _, f := range x.frames {
		b = f.append(b)
	}
	return sealTrailer(b, x.by.key)
}

// sealTrailer ends a bundle with a digest and signature that hold.
func sealTrailer(b []byte, key ed25519.PrivateKey) []byte {
	sum := sha256.Sum256(b)
	sig := ed25519.Sign(key, append([]byte("zoufang trailer 1\x00"), sum[:]...))
	return frame{kindTrailer, bytes.Join([][]byte{sum[:], key.Public().(ed25519.PublicKey), sig}, nil)}.append(b)
}

// sample is a bundle of a laptop with one of everything, and another laptop's log relayed.
func sample(by, other *lap) *forged {
	x := &forged{by: by}
	n := len(by.log)
	x.log(by, 1, n/2)
	x.add(kindWithheld, by.id[:], be64(uint64(n+1)), be64(uint64(n+3)))
	x.log(by, n/2+1, n)
	if other != nil {
		x.log(other, 1, len(other.log))
	}
	x.text(bundle.Salted([16]byte{1}, "群众反映窗口排队久"))
	x.file([]byte("\xff\xd8\xff\xe0照片"))
	return x
}

// twoLaps are laptops with short logs.
func twoLaps(t *testing.T, n int) (a, b *lap) {
	t.Helper()
	w := seasonWorld(t, 2, n)
	return w.laps[0], w.laps[1]
}
