package store

import (
	"context"
	"hash"
	"io"
	"os"
	"path/filepath"

	"zoufang/store/bundle"
)

// Salvaging takes out of a bundle that is cut or damaged what can be proven without its end: the segments whose
// checkpoint is there, and the texts and whole files that these speak of (each is known by its digest). What only the
// trailer would prove is not believed: the header, and that something was withheld on purpose.

// Salvage is what can be saved, or was saved, of a file that is cut.
type Salvage struct {
	Cut    error         // where and why reading ended
	Saved  []SalvageRun  // runs of logs that a checkpoint proves
	Broken *SalvageRun   // read, but behind the last checkpoint: nothing proves it
	Said   bundle.Counts // what the header says the whole file holds; nothing proves it
	Had    bundle.Counts // what was there whole

	LacksTexts int      // texts the saved changes speak of that are not here; filled by Merge
	LacksFiles []string // names of files of which the same is true; filled by Merge

	files map[bundle.Hash]bool // those that are whole
}

// SalvageRun is a run of one device's log.
type SalvageRun struct {
	Device      DeviceInfo
	First, Last uint64
	Waits       bool // its device is not enrolled: not taken
}

// PreviewSalvage is Preview for one file that is cut or damaged. Of one that is whole, or holds nothing that can be
// proven, the file is refused in the plan: salvage.whole, salvage.nothing (why reading ended).
func (b *Book) PreviewSalvage(ctx context.Context, path string, progress func(Progress)) (*Plan, error) {
	if b.Info().ReadOnly {
		return nil, newFault("book.readonly", b.path)
	}
	return b.preview(ctx, progress, func(p *Plan) error {
		if err := os.MkdirAll(b.inbox(), 0o700); err != nil {
			return fault(err, b.path)
		}
		f := PlanFile{Path: path, Salvage: &Salvage{files: map[bundle.Hash]bool{}}}
		if err := b.copyIn(ctx, &f, progress); closedToUs(err) {
			f.Verdict, f.Fault = Closed, err
		} else if err != nil && !ofFile(err) {
			return err
		} else if err != nil {
			f.Verdict, f.Fault = Refused, err
		}
		p.Files = append(p.Files, f)
		return nil
	})
}

// read reads up to the place where the file ends too early. It is a fault when it does not.
func (s *Salvage) read(f *PlanFile, r io.Reader, sink bundle.Sink) error {
	header, segment, change := sink.Header, sink.Segment, sink.Change
	checkpoint := sink.Checkpoint
	sink.Header = func(h bundle.Header) error {
		s.Said = h.Counts
		return header(h)
	}
	sink.Segment = func(id bundle.DeviceID, first uint64, prev bundle.Hash) error {
		s.Broken = &SalvageRun{Device: DeviceInfo{ID: id.String()}, First: first, Last: first - 1}
		return segment(id, first, prev)
	}
	sink.Change = func(e *bundle.Entry) error {
		s.Broken.Last = e.Seq
		return change(e)
	}
	sink.Checkpoint = func(g bundle.Segment, cp bundle.Checkpoint) error {
		s.Broken = nil
		s.Had.Segments++
		s.Had.Changes += int64(g.Last - g.First + 1)
		return checkpoint(g, cp)
	}
	sink.Text = func(bundle.Hash, []byte) error { s.Had.Texts++; return nil }
	sink.FileChunk = func(sha bundle.Hash, total, off int64, chunk []byte) error {
		if off+int64(len(chunk)) == total { // verified with its last chunk
			s.files[sha] = true
			s.Had.Files++
		}
		return nil
	}
	err := bundle.Read(r, sink)
	switch {
	case err == nil:
		return newFault("salvage.whole")
	case !cutShort(err):
		return err
	case len(f.segs) == 0:
		return &Fault{Code: "salvage.nothing", Err: err}
	}
	s.Cut = err
	return nil
}

// cutShort tells the faults after which the part before them may be saved.
func cutShort(err error) bool {
	return IsFault(err, bundle.FaultTruncated) || IsFault(err, bundle.FaultDamaged) || IsFault(err, bundle.FaultSignature) ||
		IsFault(err, bundle.FaultTooLarge)
}

// judge has each run count by its own device, for nothing proves who wrote the file.
func (s *Salvage) judge(f *PlanFile, v *verifier) {
	name := func(id bundle.DeviceID) DeviceInfo {
		if d, ok := v.devs[id]; ok && d.ix != 0 {
			return v.b.deviceInfoOf(d.ix)
		}
		return DeviceInfo{ID: id.String()}
	}
	if s.Broken != nil {
		var id bundle.DeviceID
		if id.UnmarshalText([]byte(s.Broken.Device.ID)) == nil {
			s.Broken.Device = name(id)
		}
	}
	held := 0
	for _, g := range f.segs {
		s.Saved = append(s.Saved, SalvageRun{name(g.Dev), g.First, g.Last, g.held})
		if g.held {
			held++
		}
	}
	switch {
	case held == len(f.segs):
		f.Verdict, f.Take = Waits, false
	case held > 0:
		f.Verdict = Partial
	default:
		f.Verdict = Ready
	}
}

// lacks tells whether a file is not whole in what is salvaged.
func (s *Salvage) lacks(sha bundle.Hash) bool { return s != nil && !s.files[sha] }

// endOfCut brings the digest of the copy to its end, when reading ended where it must.
func (m *merge) endOfCut(err error, file io.Reader, sum hash.Hash) error {
	if !cutShort(err) {
		if err == nil {
			err = newFault("merge.changed")
		}
		return err
	}
	_, err = io.Copy(sum, file)
	return err
}

// finishCut notes what is still missing, and the file.
func (m *merge) finishCut() error {
	s := m.f.Salvage
	s.LacksTexts, s.LacksFiles = 0, nil
	for sha := range m.wanted.texts {
		var here bool
		if err := m.w.tx.QueryRowContext(m.ctx, "SELECT EXISTS(SELECT 1 FROM secret WHERE sha = ?)", sha[:]).Scan(&here); err != nil {
			return err
		}
		if !here {
			s.LacksTexts++
		}
	}
	for sha := range m.wanted.files {
		here, err := fileHere(m.ctx, m.w.tx, sha)
		if err != nil {
			return err
		}
		if !here {
			s.LacksFiles = append(s.LacksFiles, sha.String())
		}
	}
	return m.finish(verdictSaved, Salvaged)
}

// noteNewer keeps the name of a file that waits in the inbox for a newer program.
func (b *Book) noteNewer(ctx context.Context, f *PlanFile) error {
	return b.local(ctx, `INSERT INTO bundle (sha, at, exporter, changes, fresh, verdict, name) VALUES (?1, ?2, ?3, 0, 0, ?4, ?5)
		ON CONFLICT (sha) DO NOTHING`, f.inbox.sha[:], b.now().UnixMilli(), f.by[:], verdictNewer, filepath.Base(f.Path))
}
