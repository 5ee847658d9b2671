package bundle

import (
	"crypto/sha256"
	"errors"
	"hash"
)

func (r *reader) openSegment(b []byte) error {
	if len(b) != segmentLen {
		return r.damaged("segment of %d bytes", len(b))
	}
	if err := r.enter(stageChanges); err != nil {
		return err
	}
	r.stage = stageSegment
	if r.have.Segments++; r.have.Segments > MaxSegments {
		return tooLarge(MaxSegments, "more than %d segments", MaxSegments)
	}
	first := u64(b[16:])
	r.seg = Segment{Dev: DeviceID(b), First: first, Last: first - 1, Prev: Hash(b[24:])}
	r.seg.Head = r.seg.Prev
	if first == 0 || first > maxNumber || first == 1 && r.seg.Prev != (Hash{}) {
		return r.damaged("segment begins at %d", first)
	}
	if r.sink.Segment != nil {
		return r.sink.Segment(r.seg.Dev, first, r.seg.Prev)
	}
	return nil
}

func (r *reader) changes(b []byte) error {
	if r.stage != stageSegment {
		return r.damaged("changes outside a segment")
	}
	p := cursor{b: b}
	for len(p.b) > 0 {
		body := p.bytes()
		if p.bad {
			return r.damaged("length of a change")
		}
		if err := r.change(body); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) change(body []byte) error {
	if r.have.Changes++; r.have.Changes > MaxChanges {
		return tooLarge(MaxChanges, "more than %d changes", MaxChanges)
	}
	e, s := &r.entry, &r.seg
	if s.Last++; s.Last > maxNumber {
		return r.damaged("place %d in a log", s.Last)
	}
	e.Dev, e.Seq, e.Prev, e.Body = s.Dev, s.Last, s.Head, body
	s.Head = HashChange(e.Dev, e.Seq, e.Prev, body)
	e.Hash = s.Head
	if err := e.Change.decode(e.Dev, body); err != nil {
		var f *Fault
		if errors.As(err, &f) && f.Code == FaultChange {
			return r.damaged("change %d of %s: %w", e.Seq, e.Dev, err)
		}
		return err
	}
	if r.sink.Change != nil {
		return r.sink.Change(e)
	}
	return nil
}

func (r *reader) checkpoint(b []byte) error {
	if len(b) != checkpointLen || r.stage != stageSegment {
		return r.damaged("checkpoint out of place")
	}
	cp := decodeCheckpoint(b)
	if cp.Dev != r.seg.Dev || cp.Seq != r.seg.Last || cp.Head != r.seg.Head || r.seg.Last < r.seg.First {
		return r.damaged("checkpoint of %s does not match its changes", cp.Dev)
	}
	if !cp.Verify() {
		return faultf(FaultSignature, []any{cp.Dev.String()}, "checkpoint at %d", cp.Seq)
	}
	r.stage = stageChanges
	if r.sink.Checkpoint != nil {
		return r.sink.Checkpoint(r.seg, cp)
	}
	return nil
}

func (r *reader) withheld(b []byte) error {
	if len(b) != gapLen {
		return r.damaged("withheld part of %d bytes", len(b))
	}
	if err := r.enter(stageChanges); err != nil {
		return err
	}
	first, last := u64(b[16:]), u64(b[24:])
	if first == 0 || last < first || last > maxNumber {
		return r.damaged("withheld part from %d to %d", first, last)
	}
	if r.sink.Withheld != nil {
		return r.sink.Withheld(DeviceID(b), first, last)
	}
	return nil
}

func (r *reader) texts(b []byte) error {
	if err := r.enter(stageTexts); err != nil {
		return err
	}
	p := cursor{b: b}
	for len(p.b) > 0 {
		salted := p.bytes()
		if p.bad {
			return r.damaged("length of a text")
		}
		if len(salted) > MaxText {
			return tooLarge(MaxText, "text of %d bytes", len(salted))
		}
		if r.have.Texts++; r.have.Texts > MaxTexts {
			return tooLarge(MaxTexts, "more than %d texts", MaxTexts)
		}
		if r.sink.Text != nil {
			if err := r.sink.Text(SumOf(salted), salted); err != nil {
				return err
			}
		}
	}
	return nil
}

// openFile is the file whose chunks are being read.
type openFile struct {
	open       bool
	sha        Hash
	total, off int64
	sum        hash.Hash
}

func (r *reader) fileChunk(b []byte) error {
	if err := r.enter(stageFiles); err != nil {
		return err
	}
	if len(b) < fileLen || len(b) > fileLen+maxChunk {
		return r.damaged("chunk of %d bytes", len(b))
	}
	sha, total, off, data := Hash(b[:32]), u64(b[32:]), u64(b[40:]), b[fileLen:]
	if total > MaxFile {
		return tooLarge(MaxFile, "file of %d bytes", total)
	}
	f := &r.file
	if !f.open {
		if r.have.Files++; r.have.Files > MaxFiles {
			return tooLarge(MaxFiles, "more than %d files", MaxFiles)
		}
		*f = openFile{open: true, sha: sha, total: int64(total), sum: sha256.New()}
	}
	if sha != f.sha || int64(total) != f.total || int64(off) != f.off || int64(len(data)) != min(f.total-f.off, maxChunk) {
		return r.damaged("chunk does not continue file %s", f.sha)
	}
	f.sum.Write(data)
	f.off += int64(len(data))
	if f.off == f.total {
		f.open = false
		if Hash(f.sum.Sum(nil)) != f.sha {
			return r.damaged("file %s holds other bytes", f.sha)
		}
	}
	if r.sink.FileChunk != nil {
		return r.sink.FileChunk(sha, f.total, int64(off), data)
	}
	return nil
}
