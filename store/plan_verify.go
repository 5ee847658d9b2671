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
	if f.Verdict == Refused {
		return nil
	}
	if f.known != nil {
		v.progress(f.Bytes)
		f.Verdict, f.Same = Known, f.known.Counts.Changes
		return v.header(f, *f.known)
	}
	if err := v.read(f); err != nil {
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
)

func (v *verifier) read(f *PlanFile) error {
	r, err := os.Open(f.inbox.path)
	if err != nil {
		return err
	}
	defer r.Close()
	var dev devState
	var seg planSegment
	var at int64
	return bundle.Read(r, bundle.Sink{
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
		Checkpoint: func(s bundle.Segment, _ bundle.Checkpoint) error {
			seg.Segment = s
			f.segs = append(f.segs, seg)
			return nil
		},
		Progress: func(n int64) error {
			v.progress(n - at)
			at = n
			return v.ctx.Err()
		},
	})
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
	if by.trust != trusted {
		f.Verdict = Waits
		p.unknown(f.by, f)
	}
	for _, s := range f.segs {
		if !s.held {
			continue
		}
		if f.Verdict == Ready {
			f.Verdict = Partial
		}
		p.unknown(s.Dev, f)
	}
	return nil
}
