package store

import (
	"context"
	"os"

	"zoufang/store/bundle"
)

// verifier reads the files of a plan for the first time: everything is checked, nothing is written.
type verifier struct {
	b        *Book
	ctx      context.Context
	q        querier
	devs     map[bundle.DeviceID]devState
	progress func(n int64)
}

// file gives a file its verdict. An error is a failure of ours; a fault of the file's is part of the verdict.
func (v *verifier) file(p *Plan, f *PlanFile) error {
	if f.Verdict == Refused || f.Verdict == Closed {
		return nil
	}
	if f.known != nil {
		v.progress(f.Bytes)
		f.Verdict, f.Same = Known, f.known.Counts.Changes
		return v.header(f, *f.known)
	}
	if err := v.read(f); closedToUs(err) { // it waits in the inbox, and its key is not given yet
		f.Verdict, f.Fault = Closed, err
		return nil
	} else if IsFault(err, bundle.FaultNewer) {
		f.Verdict, f.Fault = Newer, err
		return nil
	} else if err != nil {
		if !ofFile(err) {
			return err
		}
		f.Verdict, f.Fault = Refused, err
		return nil
	}
	return v.judge(p, f)
}

// Verdicts as the table bundle keeps them.
const (
	verdictDone    = "done"
	verdictPartial = "partial"
	verdictWaiting = "waiting"
	verdictNewer   = "newer"
	verdictSaved   = "salvaged"
)

func (v *verifier) read(f *PlanFile) error {
	file, err := os.Open(f.inbox.path)
	if err != nil {
		return err
	}
	defer file.Close()
	r, _, err := v.b.ring.Open(file)
	if err != nil {
		return err
	}
	var dev devState
	var seg planSegment
	var at int64
	sink := bundle.Sink{
		Header: func(h bundle.Header) error { return v.header(f, h) },
		Segment: func(id bundle.DeviceID, _ uint64, _ bundle.Hash) (err error) {
			dev, err = v.dev(id)
			seg = planSegment{held: dev.trust != trusted}
			return err
		},
		Change: func(e *bundle.Entry) error {
			if e.Seq == dev.hseq && e.Hash == dev.hhash {
				seg.skip, seg.hash = e.Seq, e.Hash // the hash fixes everything before it
			}
			return nil
		},
		Checkpoint: func(s bundle.Segment, _ bundle.Checkpoint) (err error) {
			seg.Segment = s
			seg.vouched, err = vouched(v.ctx, v.q, dev, s)
			seg.held = seg.held && !seg.vouched
			f.segs = append(f.segs, seg)
			return err
		},
		Progress: func(n int64) error {
			v.progress(n - at)
			at = n
			return v.ctx.Err()
		},
	}
	if f.Salvage != nil {
		return f.Salvage.read(f, r, sink)
	}
	return bundle.Read(r, sink)
}

// header takes over what a bundle says of itself and refuses bundles that belong elsewhere. Faults: merge.demo for a
// bundle of a sample book, merge.real for a real one in a sample book.
func (v *verifier) header(f *PlanFile, h bundle.Header) error {
	f.by = h.Exporter
	f.Device = DeviceInfo{ID: h.Exporter.String(), Label: h.Label}
	f.Person, f.District, f.Year, f.Created, f.Counts = h.Person, h.District, h.Year, h.Created, h.Counts
	info := v.b.Info()
	if err := checkDemo(info.Demo, h.Demo); err != nil {
		return err
	}
	f.Foreign = h.District != info.District
	dev, err := v.dev(h.Exporter)
	if dev.ix != 0 {
		f.Device.Number = int(dev.ix)
	}
	return err
}

func checkDemo(book, file bool) error {
	if book == file {
		return nil
	}
	if file {
		return newFault("merge.demo")
	}
	return newFault("merge.real")
}

func (v *verifier) dev(id bundle.DeviceID) (devState, error) {
	if d, ok := v.devs[id]; ok {
		return d, nil
	}
	d, err := readDevState(v.ctx, v.q, id)
	if err == nil {
		v.devs[id] = d
	}
	return d, err
}

// judge decides by the devices in a file that is whole.
func (v *verifier) judge(p *Plan, f *PlanFile) error {
	f.Verdict, f.Take = Ready, !f.Foreign
	by, err := v.dev(f.by)
	if err != nil {
		return err
	}
	held := 0
	for _, s := range f.segs {
		if s.held {
			held++
		}
	}
	// Of a revoked device, what an earlier checkpoint vouches for is taken, whoever brings it.
	if by.trust != trusted && (by.trust != revoked || held == len(f.segs)) {
		f.Verdict = Waits
		p.stranger(f.by, by, f)
	}
	for _, s := range f.segs {
		if !s.held {
			continue
		}
		if f.Verdict == Ready {
			f.Verdict = Partial
		}
		d, err := v.dev(s.Dev)
		if err != nil {
			return err
		}
		p.stranger(s.Dev, d, f)
	}
	if f.Salvage != nil {
		f.Salvage.judge(f, v)
	}
	return nil
}
