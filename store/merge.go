package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// Report is what a merge did.
type Report struct {
	Files     []FileReport
	New, Same int64          // changes, over all files
	Contested int64          // registers, of records that something new came for, that hold different values side by side
	Visits    []checklist.ID // visits with something new
	Forked    []DeviceInfo   // devices found to be copies or restored backups: ask to enrol them anew
	NewSelf   bool           // this laptop is itself such a copy and goes on as a new device
}

// FileReport is what became of one file.
type FileReport struct {
	Path               string
	Verdict            Verdict // Merged, Known, Partial, Waits, Refused, or Ready for a file that was not taken
	Fault              error   // why it is refused
	Device             DeviceInfo
	Person             bundle.Person
	New, Same, Waiting int64 // changes
	Wiped              int64 // changes of visits that were wiped here: only their places are kept
	Salvage            *Salvage
}

// Merge takes up the files of a plan, each in one transaction out of the inbox, verifying everything again. A file that
// fails leaves the book and everything in memory as before; a file at fault is put aside with its reason and the rest
// go on; a failure of ours (a full disk, a cancelled context) ends the merge: what the report lists is done, and the rest
// waits in the inbox for the next Preview.
// Faults: book.full, book.readonly, and those of SQLite.
func (b *Book) Merge(ctx context.Context, p *Plan, progress func(Progress)) (Report, error) {
	var r Report
	var err error
	touched := map[checklist.ID]bool{}
	read := meter(progress, "merge", p)
	for i := range p.Files {
		if err = b.mergeFile(ctx, &p.Files[i], read, touched, &r); err != nil {
			break
		}
	}
	// Whatever ended the merge: what is in memory has to follow what was committed.
	if after := b.settleMerge(context.WithoutCancel(ctx), touched, &r); err != nil || after != nil {
		return r, errors.Join(fault(err, b.path), after)
	}
	return r, p.Discard()
}

// mergeFile takes up one file, if it is to be taken up, and reports on it. The error is a failure of ours.
func (b *Book) mergeFile(ctx context.Context, f *PlanFile, read func(int64), touched map[checklist.ID]bool, r *Report) error {
	fr := FileReport{Path: f.Path, Verdict: f.Verdict, Fault: f.Fault, Device: f.Device, Person: f.Person, Same: f.Same, Waiting: f.Waiting}
	if f.Verdict == Newer {
		if err := b.noteNewer(ctx, f); err != nil {
			return err
		}
	}
	if f.willTake() || f.Verdict == Waits && f.Salvage == nil {
		m := &merge{b: b, ctx: ctx, f: f, read: read, devs: map[bundle.DeviceID]*devState{}, fr: &fr}
		switch err := m.run(); {
		case err == nil:
			fr.Salvage = f.Salvage
			m.tell(r, touched)
		case !ofFile(err):
			return err
		default:
			fr = FileReport{Path: f.Path, Verdict: Refused, Fault: err, Device: f.Device, Person: f.Person}
			if err := f.inbox.reject(b.inbox(), f.Path, err); err != nil {
				return err
			}
		}
	}
	r.Files = append(r.Files, fr)
	r.New, r.Same = r.New+fr.New, r.Same+fr.Same
	return nil
}

// merge is the taking up of one file.
type merge struct {
	b    *Book
	ctx  context.Context
	f    *PlanFile
	fr   *FileReport
	read func(int64)
	w    *writer
	text *sql.Stmt // inserts a salted text
	devs map[bundle.DeviceID]*devState

	n      int // the segment being read
	dev    *devState
	office bool            // that device is the office's
	keys   []bundle.Change // what the office says of its keys
	skip   uint64
	end    uint64 // the last place of its device's log that was filled before
	lam    uint64
	wanted *hashes // of what is taken of a Partial file; nil takes all
	wiped  *passing
	cut    bool // what is read now lies behind the last checkpoint of a file that is cut
	clocks clockWatch
	forked []bundle.DeviceID
}

// run does it in one transaction and takes the file out of the inbox when nothing of it has to wait.
func (m *merge) run() error {
	file, err := os.Open(m.f.inbox.path)
	if err != nil {
		return diskFault(err, m.b.path)
	}
	defer file.Close()
	if err := m.b.write(m.ctx, func(w *writer) error { return m.fold(w, file) }); err != nil {
		return err
	}
	in := m.f.inbox
	m.f.inbox.path = "" // it is settled: Discard has nothing to do with it any more
	if m.fr.Verdict == Merged || m.fr.Verdict == Salvaged {
		return errors.Join(file.Close(), in.remove()) // Windows removes no open file
	}
	return nil
}

func (m *merge) fold(w *writer, file io.Reader) error {
	m.w, w.dirty = w, true
	m.fr.New, m.fr.Same, m.fr.Waiting = 0, 0, 0
	var err error
	if m.wiped, err = newPassing(m.ctx, w.q); err != nil {
		return err
	}
	if m.f.Verdict == Waits {
		m.fr.Same, m.fr.Waiting = m.f.Same, m.f.Waiting
		if err := m.noteWaiting(); err != nil {
			return err
		}
		return m.finish(verdictWaiting, Waits)
	}
	by, err := m.state(m.f.by)
	if err != nil {
		return err
	}
	if m.f.Verdict == Partial || m.f.Salvage != nil || by.trust != trusted {
		m.wanted = &hashes{}
	}
	sum := sha256.New()
	var at int64
	in, _, err := m.b.ring.Open(io.TeeReader(file, sum))
	if err != nil {
		return err
	}
	err = bundle.Read(in, bundle.Sink{
		Header:     func(h bundle.Header) error { return checkDemo(m.b.Info().Demo, h.Demo) },
		Segment:    m.segment,
		Change:     m.change,
		Checkpoint: m.checkpoint,
		Withheld:   m.withheld,
		Text:       m.keepText,
		FileChunk:  m.keepChunk,
		Progress: func(n int64) error {
			m.read(n - at)
			at = n
			return m.ctx.Err()
		},
	})
	if m.f.Salvage != nil {
		err = m.endOfCut(err, file, sum)
	}
	if err != nil {
		return err
	}
	if bundle.Hash(sum.Sum(nil)) != m.f.inbox.sha || m.n != len(m.f.segs) {
		return newFault("merge.changed") // the copy is not what was verified
	}
	if err := w.fold.close(); err != nil {
		return err
	}
	for i := range m.keys {
		if err := w.heedKey(m.ctx, &m.keys[i]); err != nil {
			return err
		}
	}
	if err := m.clocks.note(m.ctx, w, m.f.by, m.f.Created); err != nil {
		return err
	}
	if m.f.Salvage != nil {
		return m.finishCut()
	}
	if m.fr.Waiting > 0 {
		return m.finish(verdictPartial, Partial)
	}
	return m.finish(verdictDone, Merged)
}

// finish notes the file, and drops the summaries of what it touched.
func (m *merge) finish(note string, verdict Verdict) error {
	m.fr.Verdict = verdict
	if err := m.noteHeld(); err != nil {
		return err
	}
	_, err := m.w.tx.ExecContext(m.ctx, `INSERT INTO bundle (sha, at, exporter, changes, fresh, verdict, name) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
		ON CONFLICT (sha) DO UPDATE SET at = ?2, fresh = fresh + ?5, verdict = ?6`, m.f.inbox.sha[:], m.b.now().UnixMilli(),
		m.f.by[:], m.f.Counts.Changes, m.fr.New, note, filepath.Base(m.f.Path))
	if err != nil {
		return err
	}
	return m.b.forget(m.ctx, m.w.tx, m.w.records())
}

// segment finds out what is known of the device whose changes come next.
func (m *merge) segment(id bundle.DeviceID, first uint64, prev bundle.Hash) error {
	if m.f.Salvage != nil && m.n == len(m.f.segs) {
		m.dev, m.cut = nil, true
		return nil
	}
	if m.n >= len(m.f.segs) || m.f.segs[m.n].Dev != id || m.f.segs[m.n].First != first || m.f.segs[m.n].Prev != prev {
		return newFault("merge.changed")
	}
	s := &m.f.segs[m.n]
	m.dev, m.skip, m.lam = nil, s.skip, 0
	m.n++
	d, err := m.state(id)
	if err != nil || d.trust != trusted && (d.trust != revoked || !s.vouched) {
		return err
	}
	m.dev = d
	if m.office, err = officeDevice(m.ctx, m.w.tx, id); err != nil {
		return err
	}
	m.office = m.office && d.trust == trusted
	if err := m.w.fold.flushOps(); err != nil { // the same changes may come in an earlier segment
		return err
	}
	var end int64
	if err := m.w.tx.QueryRowContext(m.ctx, "SELECT ifnull(max(seq), 0) FROM op WHERE dev = ?", d.ix).Scan(&end); err != nil {
		return err
	}
	m.end = uint64(end)
	if m.skip = s.skip; s.Last <= s.skip || s.Last > d.hseq || d.forked {
		return nil // of a branch, the last may be here without those before it
	}
	here, err := hasChange(m.ctx, m.w.tx, d.ix, s.Last, s.Head)
	if here {
		m.skip = s.Last // the hash of the last fixes all of them
	}
	return err
}

// state is what is known of a device, in this transaction.
func (m *merge) state(id bundle.DeviceID) (*devState, error) {
	if d := m.devs[id]; d != nil {
		return d, nil
	}
	d, err := readDevState(m.ctx, m.w.tx, id)
	if err == nil {
		m.devs[id] = &d
	}
	return &d, err
}

func (m *merge) change(e *bundle.Entry) error {
	if m.cut {
		return nil
	}
	if m.dev == nil {
		if e.Seq <= m.skip {
			m.fr.Same++
		} else {
			m.fr.Waiting++
		}
		return nil
	}
	if m.wanted != nil {
		m.wanted.of(e.Change.Value)
	}
	m.lam = max(m.lam, e.Change.Lamport)
	wiped := m.wiped.meets(e)
	if e.Seq <= m.skip {
		m.fr.Same++
		return nil
	}
	if wiped {
		return m.passOver(e)
	}
	m.clocks.see(e)
	fresh := true
	var err error
	if e.Seq > m.end {
		err = m.w.fold.addNew(m.dev.ix, e.Seq, e.Hash, e.Body, &e.Change)
	} else {
		fresh, err = m.w.fold.add(m.dev.ix, e.Seq, e.Hash, e.Body, &e.Change)
	}
	if err != nil {
		return err
	}
	if !fresh {
		m.fr.Same++
		return nil
	}
	m.fr.New++
	m.w.touched[e.Change.Record] = true
	if m.office && isKeyChange(&e.Change) {
		c := e.Change
		c.Value, c.Refs = slices.Clone(c.Value), nil // the entry is used again
		m.keys = append(m.keys, c)
	}
	return nil
}

// tell adds what was done to the report.
func (m *merge) tell(r *Report, touched map[checklist.ID]bool) {
	for rec := range m.w.touched {
		touched[rec] = true
	}
	for _, id := range m.forked {
		d := m.devs[id]
		r.Forked = append(r.Forked, DeviceInfo{ID: id.String(), Number: int(d.ix)})
	}
}
