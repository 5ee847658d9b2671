package bundle

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash"
	"io"
)

// Writer writes a bundle. Call, in this order: Segment, Change and Checkpoint for every segment and Withheld between
// segments; Text for every salted text; File for every file; Close. The first error sticks and Close returns it.
// What is written must match the header's counts.
type Writer struct {
	w      io.Writer
	sum    hash.Hash
	header Header
	pack   packer
	err    error
	stage  stage
	seg    chain  // the open segment
	buf    []byte // changes or texts of the frame being filled
	have   Counts
}

// stage is how far a bundle has come; it only moves forward.
type stage int

const (
	stageChanges stage = iota // between segments
	stageSegment              // inside one
	stageTexts
	stageFiles
	stageClosed
)

// chain is the place a log has come to.
type chain struct {
	dev  DeviceID
	seq  uint64
	head Hash
}

// add moves one change on and returns its hash.
func (c *chain) add(body []byte) Hash {
	c.seq++
	c.head = HashChange(c.dev, c.seq, c.head, body)
	return c.head
}

var errOrder = errors.New("bundle: parts written out of order")

// NewWriter begins a bundle. The header's Format is set here.
func NewWriter(w io.Writer, h Header) (*Writer, error) {
	b, err := h.encode()
	if err != nil {
		return nil, err
	}
	bw := &Writer{w: w, sum: sha256.New(), header: h}
	bw.write([]byte(magic))
	bw.frame(frameHeader, packNone, len(b), b)
	return bw, bw.err
}

// Segment opens a run of changes of one device: first is the place of the first change, prev the hash of the change
// before it (zero for the first of a log).
func (w *Writer) Segment(dev DeviceID, first uint64, prev Hash) error {
	w.need(stageChanges)
	if w.have.Segments++; w.have.Segments > MaxSegments {
		w.fail(tooLarge(MaxSegments, "more than %d segments", MaxSegments))
	}
	b := append([]byte(nil), dev[:]...)
	b = binary.BigEndian.AppendUint64(b, first)
	b = append(b, prev[:]...)
	w.frame(frameSegment, packNone, len(b), b)
	w.seg = chain{dev: dev, seq: first - 1, head: prev}
	w.stage = stageSegment
	return w.err
}

// Change writes the next change of the open segment, encoded.
func (w *Writer) Change(body []byte) error {
	w.need(stageSegment)
	if w.have.Changes++; w.have.Changes > MaxChanges {
		w.fail(tooLarge(MaxChanges, "more than %d changes", MaxChanges))
	}
	if w.err == nil {
		w.seg.add(body)
		w.collect(frameChanges, body)
	}
	return w.err
}

// Checkpoint closes the open segment with its device's word for exactly the changes written.
func (w *Writer) Checkpoint(cp Checkpoint) error {
	w.need(stageSegment)
	if cp.Dev != w.seg.dev || cp.Seq != w.seg.seq || cp.Head != w.seg.head || !cp.Verify() {
		w.fail(faultf(FaultSignature, []any{cp.Dev.String()}, "checkpoint does not speak of the changes written"))
	}
	w.flush(frameChanges)
	w.frame(frameCheckpoint, packNone, checkpointLen, cp.encode())
	w.stage = stageChanges
	return w.err
}

// Withheld says that a device's changes first to last are left out on purpose and need not be waited for.
func (w *Writer) Withheld(dev DeviceID, first, last uint64) error {
	w.need(stageChanges)
	b := append([]byte(nil), dev[:]...)
	b = binary.BigEndian.AppendUint64(b, first)
	b = binary.BigEndian.AppendUint64(b, last)
	w.frame(frameWithheld, packNone, gapLen, b)
	return w.err
}

// Text writes a salted text.
func (w *Writer) Text(salted []byte) error {
	w.advance(stageTexts)
	if w.have.Texts++; w.have.Texts > MaxTexts {
		w.fail(tooLarge(MaxTexts, "more than %d texts", MaxTexts))
	}
	if len(salted) > MaxText {
		w.fail(tooLarge(MaxText, "text of %d bytes", len(salted)))
	}
	if w.err == nil {
		w.collect(frameTexts, salted)
	}
	return w.err
}

// File writes a file of size bytes whose SHA-256 is sha, and fails if r holds anything else.
func (w *Writer) File(sha Hash, size int64, r io.Reader) error {
	w.advance(stageFiles)
	if w.have.Files++; w.have.Files > MaxFiles {
		w.fail(tooLarge(MaxFiles, "more than %d files", MaxFiles))
	}
	if size < 0 || size > MaxFile {
		w.fail(tooLarge(MaxFile, "file of %d bytes", size))
	}
	sum := sha256.New()
	chunk := make([]byte, fileLen+min(size, maxChunk))
	copy(chunk, sha[:])
	binary.BigEndian.PutUint64(chunk[32:], uint64(size))
	for off := int64(0); w.err == nil; {
		n := min(size-off, maxChunk)
		if _, err := io.ReadFull(r, chunk[fileLen:fileLen+n]); err != nil {
			w.fail(faultf(FaultRead, nil, "file %s: %w", sha, err))
			break
		}
		sum.Write(chunk[fileLen : fileLen+n])
		binary.BigEndian.PutUint64(chunk[40:], uint64(off))
		w.frame(frameFile, packNone, int(fileLen+n), chunk[:fileLen+n])
		if off += n; off == size {
			break
		}
	}
	if w.err == nil && Hash(sum.Sum(nil)) != sha {
		w.fail(faultf(FaultRead, nil, "file %s holds other bytes", sha))
	}
	return w.err
}

// Close writes the trailer, signed by the exporter named in the header. It does not close the writer below.
func (w *Writer) Close(key ed25519.PrivateKey) error {
	w.advance(stageClosed)
	pub := key.Public().(ed25519.PublicKey)
	if w.err == nil && DeviceOf(pub) != w.header.Exporter {
		w.fail(faultf(FaultSignature, []any{w.header.Exporter.String()}, "the key is not the exporter's"))
	}
	if w.err == nil && w.have != w.header.Counts {
		w.fail(faultf(FaultChange, nil, "header counts %+v, written %+v", w.header.Counts, w.have))
	}
	sum := w.sum.Sum(nil)
	b := append(sum, pub...)
	b = append(b, ed25519.Sign(key, trailerMessage(b[:32]))...)
	w.frame(frameTrailer, packNone, trailerLen, b)
	return w.err
}

// collect adds a piece to the frame being filled and writes the frame when it is large enough.
func (w *Writer) collect(kind byte, piece []byte) {
	if len(w.buf) > 0 && len(w.buf)+len(piece) > flushAt {
		w.flush(kind)
	}
	w.buf = appendBytes(w.buf, piece)
}

func (w *Writer) flush(kind byte) {
	if len(w.buf) == 0 || w.err != nil {
		return
	}
	packed, how, err := w.pack.pack(w.buf)
	if err != nil {
		w.fail(err)
		return
	}
	w.frame(kind, how, len(w.buf), packed)
	w.buf = w.buf[:0]
}

func (w *Writer) frame(kind, packing byte, raw int, b []byte) {
	w.write(head{kind: kind, packing: packing, raw: uint32(raw), packed: uint32(len(b))}.encode())
	w.write(b)
}

func (w *Writer) write(b []byte) {
	if w.err != nil {
		return
	}
	w.sum.Write(b)
	_, err := w.w.Write(b)
	w.fail(err)
}

// need fails unless the bundle stands exactly at s; advance moves it forward to s.
func (w *Writer) need(s stage) {
	if w.stage != s {
		w.fail(errOrder)
	}
}

func (w *Writer) advance(to stage) {
	if w.stage == stageSegment || w.stage > to || w.stage == stageClosed {
		w.fail(errOrder)
	}
	if to > stageTexts {
		w.flush(frameTexts)
	}
	w.stage = to
}

func (w *Writer) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}
