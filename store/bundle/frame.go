package bundle

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"io"
)

const magic = "ZFB1\r\n\x1a\n"

// The frames. Types from 128 on are for additions that old readers may skip; an unknown type below is refused.
const (
	frameHeader     = 1 // JSON
	frameSegment    = 3 // dev 16 | first u64 | prev 32
	frameChanges    = 4 // (length, body)*, of the segment that is open
	frameCheckpoint = 5 // dev 16 | seq u64 | head 32 | pub 32 | sig 64: closes the segment
	frameFile       = 6 // sha256 32 | total u64 | offset u64 | up to maxChunk bytes
	frameTexts      = 7 // (length, salted text)*
	frameWithheld   = 8 // dev 16 | first u64 | last u64: left out on purpose, not to be waited for
	frameTrailer    = 9 // sha256 of all bytes before | pub 32 | sig 64
	frameSkippable  = 128
)

// Limits of a bundle. They are checked before memory is taken.
const (
	MaxText     = 512 << 10 // bytes of one salted text
	MaxFile     = 2 << 30   // bytes of one attached file
	MaxSegments = 4096
	MaxChanges  = 5_000_000
	MaxTexts    = 5_000_000
	MaxFiles    = 1_000_000

	maxRaw     = 4 << 20   // bytes of a frame, unpacked
	maxPacked  = 1 << 20   // bytes of a frame in the file
	maxRatio   = 200       // unpacked to packed, beyond a first maxSlack
	maxSlack   = 4 << 10   // bytes
	maxChunk   = 256 << 10 // bytes of a file in one frame
	flushAt    = 256 << 10 // bytes after which a writer closes a frame of changes or texts
	frameHead  = 10        // type u8 | packing u8 | raw u32 | packed u32
	segmentLen = 16 + 8 + 32
	gapLen     = 16 + 8 + 8
	fileLen    = 32 + 8 + 8
	trailerLen = 32 + 32 + 64
)

// How a frame is packed.
const (
	packNone  = 0
	packFlate = 2
)

const trailerTag = "zoufang trailer 1\x00"

func trailerMessage(sum []byte) []byte { return append([]byte(trailerTag), sum...) }

// head is the fixed part of a frame.
type head struct {
	kind, packing byte
	raw, packed   uint32
}

func (h head) encode() []byte {
	b := []byte{h.kind, h.packing}
	b = binary.BigEndian.AppendUint32(b, h.raw)
	return binary.BigEndian.AppendUint32(b, h.packed)
}

func decodeHead(b []byte) head {
	return head{kind: b[0], packing: b[1], raw: binary.BigEndian.Uint32(b[2:]), packed: binary.BigEndian.Uint32(b[6:])}
}

// packable reports whether frames of this kind may be packed. The trailer must not: its own head is under no digest,
// so every bit of it has to be fixed.
func packable(kind byte) bool { return kind == frameChanges || kind == frameTexts }

// fits reports whether a frame may be this large.
func (h head) fits() bool {
	return h.raw <= maxRaw && h.packed <= maxPacked && uint64(h.raw) <= uint64(h.packed)*maxRatio+maxSlack
}

// consistent reports whether the head describes its own frame in an allowed way.
func (h head) consistent() bool {
	switch h.packing {
	case packNone:
		return h.raw == h.packed
	case packFlate:
		return packable(h.kind)
	}
	return false
}

// packer packs frames, using its space again.
type packer struct {
	buf   bytes.Buffer
	flate *flate.Writer
}

// pack is the packed form of raw, valid until the next call, and how it is packed. What packs too well for a reader
// to accept goes unpacked.
func (p *packer) pack(raw []byte) ([]byte, byte, error) {
	p.buf.Reset()
	if p.flate == nil {
		p.flate, _ = flate.NewWriter(nil, flate.DefaultCompression)
	}
	p.flate.Reset(&p.buf)
	if _, err := p.flate.Write(raw); err != nil {
		return nil, 0, err
	}
	if err := p.flate.Close(); err != nil {
		return nil, 0, err
	}
	h := head{kind: frameChanges, packing: packFlate, raw: uint32(len(raw)), packed: uint32(p.buf.Len())}
	if !h.fits() || p.buf.Len() >= len(raw) {
		return raw, packNone, nil
	}
	return p.buf.Bytes(), packFlate, nil
}

// unpacker unpacks frames, using its space again.
type unpacker struct {
	buf   bytes.Buffer
	src   bytes.Reader
	flate io.ReadCloser
}

// unpack is exactly raw bytes out of packed, which must hold nothing else. The result is valid until the next call.
func (u *unpacker) unpack(packed []byte, raw uint32) ([]byte, bool) {
	u.src.Reset(packed)
	if u.flate == nil {
		u.flate = flate.NewReader(&u.src)
	} else if err := u.flate.(flate.Resetter).Reset(&u.src, nil); err != nil {
		return nil, false
	}
	u.buf.Reset()
	n, err := u.buf.ReadFrom(io.LimitReader(u.flate, int64(raw)+1)) // grows with what comes, not with what is claimed
	if err != nil || n != int64(raw) || u.src.Len() != 0 {
		return nil, false
	}
	return u.buf.Bytes(), true
}
