package bundle

import (
	"bufio"
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash"
	"io"
)

// Entry is a change in its place. Everything in it is valid only during the call that receives it.
type Entry struct {
	Dev    DeviceID
	Seq    uint64
	Prev   Hash
	Hash   Hash
	Body   []byte // as encoded: what is stored and relayed
	Change Change
}

// Segment is a run of one device's changes: from First, whose predecessor has the hash Prev, to Last with hash Head.
type Segment struct {
	Dev         DeviceID
	First, Last uint64
	Prev, Head  Hash
}

// Sink receives the parts of a bundle in order. Nothing is proven before Read has returned nil: a sink that acts on
// what it is given must be able to take it back. Any error it returns ends the reading. Nil functions are not called.
type Sink struct {
	Header     func(Header) error
	Segment    func(dev DeviceID, first uint64, prev Hash) error
	Change     func(*Entry) error
	Checkpoint func(Segment, Checkpoint) error // the segment just read, and its device's word for it, verified
	Withheld   func(dev DeviceID, first, last uint64) error
	Text       func(sha Hash, salted []byte) error
	FileChunk  func(sha Hash, total, off int64, chunk []byte) error // the whole file is verified with its last chunk
	Progress   func(bytes int64) error                              // bytes read so far, once a frame
}

// Read reads a bundle to its end and verifies all of it: limits, the canonical form and chain of every change, the
// checkpoint behind every segment, the digest of every text and file, and the exporter's signature over every byte.
// The fault is one of this room's; the sink's own errors come back as they are.
func Read(r io.Reader, s Sink) error {
	br := &reader{r: bufio.NewReaderSize(r, 64<<10), sum: sha256.New(), sink: s}
	if err := br.magic(); err != nil {
		return err
	}
	for br.stage != stageClosed {
		if err := br.frame(); err != nil {
			return err
		}
	}
	if _, err := br.r.ReadByte(); err != io.EOF {
		if err != nil {
			return cut(err, br.at)
		}
		return br.damaged("data after the trailer")
	}
	return nil
}

// Peek reads the header alone. Nothing is verified. Of a newer format it gives what can be read, with FaultNewer.
func Peek(r io.Reader) (h Header, err error) {
	br := &reader{r: bufio.NewReaderSize(r, 64<<10), sum: sha256.New()}
	if err = br.magic(); err == nil {
		err = br.frame()
	}
	if br.header != nil {
		h = *br.header
	}
	if err == nil {
		err = br.newer
	}
	return h, err
}

type reader struct {
	r      *bufio.Reader
	sum    hash.Hash
	sink   Sink
	at     int64 // bytes read
	begun  int64 // where the frame began
	packed bytes.Buffer
	unpack unpacker
	stage  stage
	header *Header
	seg    Segment
	entry  Entry
	have   Counts
	file   openFile
	newer  error // what this program does not know: the rest is only measured, up to the trailer
}

func (r *reader) magic() error {
	b, err := r.r.Peek(len(magic))
	if string(b) != magic {
		switch {
		case err != nil && err != io.EOF:
			return cut(err, 0)
		case len(b) > 0 && len(b) < len(magic) && string(b) == magic[:len(b)]:
			return cut(io.EOF, int64(len(b)))
		case len(b) == len(magic) && string(b[:3]) == magic[:3] && b[3] > magic[3] && b[3] <= '9' && string(b[4:]) == magic[4:]:
			return faultf(FaultNewer, []any{int(b[3] - '0')}, "format %c", b[3])
		}
		switch head, _ := r.r.Peek(len(armorMagic)); {
		case Sealed(head):
			return &Fault{Code: FaultSealed}
		case armored(head):
			return &Fault{Code: FaultArmored}
		}
		return &Fault{Code: FaultNotABundle}
	}
	r.r.Discard(len(magic))
	r.sum.Write([]byte(magic))
	r.at = int64(len(magic))
	return nil
}

// frame reads one frame and hands it on. Only the trailer stays out of the digest.
func (r *reader) frame() error {
	r.begun = r.at
	var hb [frameHead]byte
	if n, err := io.ReadFull(r.r, hb[:]); err != nil {
		return cut(err, r.at+int64(n))
	}
	h := decodeHead(hb[:])
	if !h.fits() {
		return tooLarge(maxPacked, "frame at byte %d claims %d bytes in %d", r.at, h.raw, h.packed)
	}
	if !h.consistent() {
		return r.damaged("head of frame type %d", h.kind)
	}
	r.at += frameHead
	r.packed.Reset()
	n, err := io.CopyN(&r.packed, r.r, int64(h.packed)) // grows with what comes, not with what is claimed
	r.at += n
	if err != nil {
		return cut(err, r.at)
	}
	b := r.packed.Bytes()
	if h.kind != frameTrailer {
		r.sum.Write(hb[:])
		r.sum.Write(b)
	}
	if h.packing == packFlate {
		var ok bool
		if b, ok = r.unpack.unpack(b, h.raw); !ok {
			return r.damaged("frame does not unpack to %d bytes", h.raw)
		}
	}
	if err := r.dispatch(h.kind, b); err != nil {
		return err
	}
	if r.sink.Progress != nil {
		return r.sink.Progress(r.at)
	}
	return nil
}

func (r *reader) dispatch(kind byte, b []byte) error {
	if r.newer != nil {
		return r.beyond(kind, b)
	}
	err := r.known(kind, b)
	if f := (*Fault)(nil); errors.As(err, &f) && f.Code == FaultNewer && r.header != nil {
		r.newer = err
		return nil
	}
	return err
}

// beyond passes over what comes behind something that this program does not know. A newer format keeps frames and
// trailer, or begins otherwise: so a damaged bundle is told from a newer one.
func (r *reader) beyond(kind byte, b []byte) error {
	if kind != frameTrailer {
		return nil
	}
	if err := r.proof(b); err != nil {
		return err
	}
	return r.newer
}

func (r *reader) known(kind byte, b []byte) error {
	if (r.header == nil) != (kind == frameHeader) {
		return r.damaged("header missing or twice")
	}
	if r.file.open && kind != frameFile {
		return r.damaged("file without its end")
	}
	switch kind {
	case frameHeader:
		return r.readHeader(b)
	case frameSegment:
		return r.openSegment(b)
	case frameChanges:
		return r.changes(b)
	case frameCheckpoint:
		return r.checkpoint(b)
	case frameWithheld:
		return r.withheld(b)
	case frameTexts:
		return r.texts(b)
	case frameFile:
		return r.fileChunk(b)
	case frameTrailer:
		return r.trailer(b)
	}
	if kind < frameSkippable {
		return faultf(FaultNewer, []any{Format + 1}, "unknown frame type %d", kind)
	}
	return nil
}

func (r *reader) readHeader(b []byte) error {
	if len(b) > maxHeader {
		return tooLarge(maxHeader, "header of %d bytes", len(b))
	}
	h, err := decodeHeader(b, r.begun)
	if f := (*Fault)(nil); err != nil && (!errors.As(err, &f) || f.Code != FaultNewer) {
		return err
	}
	r.header = &h
	if err != nil {
		return err
	}
	if r.sink.Header != nil {
		return r.sink.Header(h)
	}
	return nil
}

// enter moves on to a later stage, or fails where a part comes too late or inside a segment.
func (r *reader) enter(s stage) error {
	if r.stage == stageSegment || r.stage > s {
		return r.damaged("parts out of order")
	}
	r.stage = s
	return nil
}

func (r *reader) trailer(b []byte) error {
	if err := r.enter(stageClosed); err != nil {
		return err
	}
	if r.have != r.header.Counts {
		return r.damaged("header counts %+v, found %+v", r.header.Counts, r.have)
	}
	return r.proof(b)
}

// proof holds the trailer against every byte before it.
func (r *reader) proof(b []byte) error {
	if len(b) != trailerLen {
		return r.damaged("trailer of %d bytes", len(b))
	}
	pub := ed25519.PublicKey(b[32:64])
	if !bytes.Equal(r.sum.Sum(nil), b[:32]) {
		return r.damaged("digest does not match")
	}
	if DeviceOf(pub) != r.header.Exporter || !ed25519.Verify(pub, trailerMessage(b[:32]), b[64:]) {
		return faultf(FaultSignature, []any{r.header.Exporter.String()}, "exporter's signature")
	}
	return nil
}

func (r *reader) damaged(format string, more ...any) error {
	return faultf(FaultDamaged, []any{r.begun}, format, more...)
}

func u64(b []byte) uint64 { return binary.BigEndian.Uint64(b) }
