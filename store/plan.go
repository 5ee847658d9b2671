package store

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// Progress tells how far a long job is. Stage is "copy", "verify", "count", "merge", "export" or "readback"; Done and
// Total are bytes, or changes while exporting.
type Progress struct {
	Stage       string
	Done, Total int64
}

// Verdict says what a merge will do, or did, with a file.
type Verdict string

// The verdicts.
const (
	Ready   Verdict = "ready"   // will be taken up
	Known   Verdict = "known"   // was taken up before: nothing to do
	Partial Verdict = "partial" // what it relays of devices not enrolled waits; the rest will be taken up
	Waits   Verdict = "waiting" // its own device is not enrolled: nothing is taken up yet
	Refused Verdict = "refused" // see Fault
	Newer   Verdict = "newer"   // a newer version wrote it: kept until this program is newer. See Fault
	Closed  Verdict = "sealed"  // sealed, and no key here opens it: see Fault. Nothing of it is known or kept
	Merged  Verdict = "merged"  // was taken up now (in a Report)
	// Salvaged is of a file that is cut: what its checkpoints prove was taken up.
	Salvaged Verdict = "salvaged"
)

// Plan is what a merge would do. Making it verified every byte of every file and changed nothing in the book.
type Plan struct {
	Files   []PlanFile
	Units   []UnitCount // over all files that will be taken up; a unit's zero ID stands for records of no unit
	Rough   bool        // too much to count together: what several files bring counts as new in each, contests do not count
	Unknown []UnknownDevice
	Revoked []DeviceInfo // devices that were revoked here and of which something would come: it waits
}

// PlanFile is one file of a plan.
type PlanFile struct {
	Path    string // as given; for a file that waited in the inbox the name it came with
	Verdict Verdict
	Fault   error // why it is refused, or closed
	Take    bool  // whether Merge takes it; a caller may change it for a file that is Ready or Partial
	Foreign bool  // the bundle is of another district: Take is false until somebody says so
	Start   bool  // the book begins with it: what it keeps back of other laptops is believed, as from a laptop of the office

	Device   DeviceInfo // the exporter
	Person   bundle.Person
	District string
	Year     string
	Created  time.Time
	Bytes    int64
	Counts   bundle.Counts

	New, Same, Waiting int64 // changes
	Wiped              int64 // new changes of visits that were wiped here: they are not taken
	Units              []UnitCount

	Salvage *Salvage // of a file that is cut: what can be saved of it; nil for a whole one

	inbox inboxFile
	known *bundle.Header // of a file that was taken up before
	segs  []planSegment
	by    bundle.DeviceID
}

// UnitCount says how many changes of a unit a merge brings. Contested counts the registers, of records that something
// new comes for, that will hold different values side by side; it is filled for a whole Plan only.
type UnitCount struct {
	Unit                          checklist.Unit
	New, Same, Waiting, Contested int64
}

// UnknownDevice is a device that nobody enrolled. Fingerprint is what both sides compare by voice.
type UnknownDevice struct {
	ID          bundle.DeviceID
	Label       string
	Person      bundle.Person // who exported on it; nobody where another device relays it
	Relayed     bool
	Fingerprint []byte
}

// planSegment is a segment as verified.
type planSegment struct {
	bundle.Segment
	held    bool        // its device is not enrolled, or was revoked
	vouched bool        // its device was revoked, but an earlier checkpoint vouches for it
	skip    uint64      // changes up to here are in the book, in this very chain
	hash    bundle.Hash // of the change at skip
}

// Preview copies files into the inbox beside the book, verifies them completely and tells what a merge would bring.
// Files waiting in the inbox are looked at again. A path that is a folder stands for the bundles in it. Files that no
// book could take are refused one by one, in the plan; an error means that the preview itself failed. The book is not
// changed. Faults: book.readonly, book.full, and those of SQLite.
func (b *Book) Preview(ctx context.Context, paths []string, progress func(Progress)) (*Plan, error) {
	if b.Info().ReadOnly {
		return nil, newFault("book.readonly", b.path)
	}
	return b.preview(ctx, progress, func(p *Plan) error { return b.collect(ctx, p, paths, progress) })
}

// preview verifies and counts the files that collect puts into a plan.
func (b *Book) preview(ctx context.Context, progress func(Progress), collect func(*Plan) error) (*Plan, error) {
	p := &Plan{}
	err := collect(p)
	if err != nil {
		return nil, errors.Join(err, p.clear(func(*PlanFile) bool { return true }))
	}
	err = b.read(ctx, func(q querier) error {
		v := &verifier{b: b, ctx: ctx, q: q, devs: map[bundle.DeviceID]devState{}, progress: meter(progress, "verify", p)}
		for i := range p.Files {
			if err := v.file(p, &p.Files[i]); err != nil {
				return err
			}
		}
		p.order()
		return b.count(ctx, q, p, meter(progress, "count", p))
	})
	if err != nil {
		return nil, errors.Join(err, p.clear(func(*PlanFile) bool { return true }))
	}
	return p, p.reject(b.inbox())
}

// Discard gives up a plan: its files leave the inbox, except those that were there before and those that wait for a
// device to be enrolled.
func (p *Plan) Discard() error {
	return p.clear(func(f *PlanFile) bool { return f.Verdict == Ready || f.Verdict == Partial || f.Salvage != nil })
}

// clear takes the copies this plan made out of the inbox.
func (p *Plan) clear(which func(*PlanFile) bool) error {
	var errs []error
	for i := range p.Files {
		if f := &p.Files[i]; !f.inbox.waited && which(f) {
			errs = append(errs, f.inbox.remove())
		}
	}
	return errors.Join(errs...)
}

// order puts files in the order that costs least: parts of a log from its beginning on, and of several that begin at
// one place the longest first, for it makes the others known at a glance.
func (p *Plan) order() {
	at := func(f *PlanFile) (first, last uint64) {
		for _, s := range f.segs {
			if s.Dev == f.by {
				return s.First, s.Last
			}
		}
		return 0, 0
	}
	slices.SortStableFunc(p.Files, func(x, y PlanFile) int {
		xa, xb := at(&x)
		ya, yb := at(&y)
		return cmp.Or(cmp.Compare(xa, ya), cmp.Compare(yb, xb))
	})
}

// stranger notes a device whose changes wait: one that was revoked here, or one that nobody enrolled.
func (p *Plan) stranger(id bundle.DeviceID, d devState, from *PlanFile) {
	if d.trust != revoked {
		p.unknown(id, from)
		return
	}
	info := DeviceInfo{ID: id.String(), Number: int(d.ix), Label: d.label}
	if !slices.Contains(p.Revoked, info) {
		p.Revoked = append(p.Revoked, info)
	}
}

// unknown notes a device that nobody enrolled, once.
func (p *Plan) unknown(id bundle.DeviceID, from *PlanFile) {
	relayed := id != from.by
	for i := range p.Unknown {
		if u := &p.Unknown[i]; u.ID == id {
			if u.Relayed && !relayed {
				u.Relayed, u.Label, u.Person = false, from.Device.Label, from.Person
			}
			return
		}
	}
	u := UnknownDevice{ID: id, Relayed: relayed, Fingerprint: slices.Clone(id[:])}
	if !relayed {
		u.Label, u.Person = from.Device.Label, from.Person
	}
	p.Unknown = append(p.Unknown, u)
}

// Asks is why a passphrase is needed before more of the plan can be opened, as the function Asks says it; "" when none
// would help. After Ring.Unlock a new Preview looks again.
func (p *Plan) Asks() string {
	for _, f := range p.Files {
		if f.Verdict == Closed && Asks(f.Fault) != "" {
			return Asks(f.Fault)
		}
	}
	return ""
}

// willTake tells whether a file takes part in the merge.
func (f *PlanFile) willTake() bool { return f.Take && (f.Verdict == Ready || f.Verdict == Partial) }

// meter makes a function that adds bytes read to one progress over all files; it is never nil.
func meter(progress func(Progress), stage string, p *Plan) func(n int64) {
	if progress == nil {
		return func(int64) {}
	}
	var total, done int64
	for _, f := range p.Files {
		total += f.Bytes
	}
	return func(n int64) {
		done += n
		progress(Progress{Stage: stage, Done: done, Total: total})
	}
}
