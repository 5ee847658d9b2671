package store

import (
	"cmp"
	"io"
	"slices"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// Inspection is what a bundle holds, told from the bundle alone: no book is needed or touched.
type Inspection struct {
	Header   bundle.Header
	Runs     []InspectRun
	Gaps     []InspectRun // what lies before and between the runs of a log and is not withheld
	Withheld []InspectRun // left out on purpose
	Units    []InspectUnit
	Files    []InspectFile // the first mostInspected of them
	Bytes    int64         // of all files
	Newer    int64         // changes that this version cannot show
	Rough    bool          // there are so many records that counts are "at least"
}

// InspectRun is a run of one device's log.
type InspectRun struct {
	Device      bundle.DeviceID
	First, Last uint64
}

// InspectUnit is what a bundle holds of one unit; the zero ID stands for what belongs to none.
type InspectUnit struct {
	Unit    checklist.Unit
	Changes int64
	People  []InspectPerson
}

// InspectPerson counts the records of one person's by kind.
type InspectPerson struct {
	ID      checklist.ID
	Name    string
	Records map[Kind]int
}

// InspectFile is an attached file.
type InspectFile struct {
	SHA  bundle.Hash
	Size int64
	Name string // as a record calls it; "" where none does
}

// The bounds of what an inspection remembers, whatever the bundle holds.
const (
	mostInspected = 1000
	mostRecords   = 1 << 20
)

// inspector collects an inspection.
type inspector struct {
	out    *Inspection
	places *places
	people map[[8]byte]string
	files  map[bundle.Hash]string
	counts map[inspectKey]int
	units  map[checklist.ID]int64
	seen   map[[16]byte]struct{}
}

// inspectKey is one person's records of a kind in one place.
type inspectKey struct {
	place checklist.ID
	actor [8]byte
	kind  Kind
}

// Inspect reads and verifies a bundle and says what it holds, in bounded memory. The faults are those of bundle.Read.
func Inspect(r io.Reader, progress func(bytes int64) error) (*Inspection, error) {
	x := &inspector{out: &Inspection{}, people: map[[8]byte]string{}, files: map[bundle.Hash]string{}, counts: map[inspectKey]int{},
		units: map[checklist.ID]int64{}, seen: map[[16]byte]struct{}{},
		places: &places{visits: map[[8]byte]checklist.ID{}, slips: map[checklist.ID]checklist.ID{}, codes: map[checklist.ID]string{}, names: map[checklist.ID]string{}}}
	err := bundle.Read(r, bundle.Sink{
		Header: func(h bundle.Header) error { x.out.Header = h; return nil },
		Change: func(e *bundle.Entry) error { x.change(&e.Change); return nil },
		Checkpoint: func(s bundle.Segment, _ bundle.Checkpoint) error {
			x.out.Runs = append(x.out.Runs, InspectRun{s.Dev, s.First, s.Last})
			return nil
		},
		Withheld: func(dev bundle.DeviceID, first, last uint64) error {
			x.out.Withheld = append(x.out.Withheld, InspectRun{dev, first, last})
			return nil
		},
		FileChunk: func(sha bundle.Hash, total, off int64, _ []byte) error {
			if off == 0 {
				x.out.Bytes += total
				if len(x.out.Files) < mostInspected {
					x.out.Files = append(x.out.Files, InspectFile{sha, total, x.files[sha]})
				}
			}
			return nil
		},
		Progress: progress,
	})
	if err != nil {
		return nil, err
	}
	x.finish()
	return x.out, nil
}

// change counts a record once for everybody who wrote in it.
func (x *inspector) change(c *bundle.Change) {
	f := byNo[c.Field]
	if f == nil || c.Value.Tag() > bundle.TagSealed {
		x.out.Newer++
		return
	}
	place := x.places.of(c.Record)
	if len(x.units) < mostRecords {
		x.units[place]++
	}
	var who checklist.ID
	copy(who[:], c.Record[:])
	for i, b := range c.Actor { // one record of one person
		who[i] ^= b
	}
	x.learn(f, c)
	if _, again := x.seen[who]; again {
		return
	}
	if len(x.seen) >= mostRecords {
		x.out.Rough = true
		return
	}
	x.seen[who] = struct{}{}
	x.counts[inspectKey{place, c.Actor, f.Kind}]++
}

// learn takes names out of the records: of units, people and files.
func (x *inspector) learn(f *Field, c *bundle.Change) {
	if len(x.places.visits)+len(x.places.names) < mostRecords {
		x.places.learn(c)
	}
	switch {
	case f.Kind == KindPerson && f.Name == "name" && len(x.people) < mostRecords:
		x.people[[8]byte(c.Record[8:])], _ = c.Value.Text()
	case c.Value.Tag() == bundle.TagFile && len(x.files) < mostRecords:
		if file, ok := c.Value.File(); ok {
			x.files[file.SHA] = file.Name
		}
	}
}

func (x *inspector) finish() {
	x.nameUnits()
	units := map[checklist.ID]*InspectUnit{}
	unit := func(place checklist.ID) *InspectUnit {
		id := x.places.unitOf(place)
		u := units[id]
		if u == nil {
			u = &InspectUnit{Unit: checklist.Unit{ID: id, Code: x.places.codes[id], Name: x.places.names[id]}}
			units[id] = u
		}
		return u
	}
	for place, n := range x.units {
		unit(place).Changes += n
	}
	for k, n := range x.counts {
		unit(k.place).count(k, n, x.people)
	}
	for _, u := range units {
		slices.SortFunc(u.People, func(a, b InspectPerson) int {
			return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID.String(), b.ID.String()))
		})
		x.out.Units = append(x.out.Units, *u)
	}
	slices.SortFunc(x.out.Units, func(a, b InspectUnit) int {
		return cmp.Or(cmp.Compare(a.Unit.Code, b.Unit.Code), cmp.Compare(a.Unit.ID.String(), b.Unit.ID.String()))
	})
	x.gaps()
}

// nameUnits names the units whose own record does not travel by what the header says of them: an id is the hash of
// district and code, so a name can only stand at the unit it belongs to.
func (x *inspector) nameUnits() {
	h := &x.out.Header
	for _, u := range h.Units {
		id := checklist.UnitID(h.District, u.Code)
		if _, named := x.places.names[id]; !named {
			x.places.codes[id], x.places.names[id] = bundle.Clean(u.Code), bundle.Clean(u.Name)
		}
	}
}

func (u *InspectUnit) count(k inspectKey, n int, people map[[8]byte]string) {
	id := checklist.InScope(checklist.ScopePerson, k.actor)
	i := slices.IndexFunc(u.People, func(p InspectPerson) bool { return p.ID == id })
	if i < 0 {
		i = len(u.People)
		u.People = append(u.People, InspectPerson{ID: id, Name: people[k.actor], Records: map[Kind]int{}})
	}
	u.People[i].Records[k.kind] += n
}

// gaps are what is missing of each log before its last run.
func (x *inspector) gaps() {
	logs := map[bundle.DeviceID]*logState{}
	var order []bundle.DeviceID
	of := func(id bundle.DeviceID) *logState {
		if logs[id] == nil {
			logs[id] = &logState{id: id}
			order = append(order, id)
		}
		return logs[id]
	}
	for _, r := range x.out.Runs {
		of(r.Device).held = append(of(r.Device).held, span{r.First, r.Last})
	}
	for _, r := range x.out.Withheld {
		of(r.Device).withheld = append(of(r.Device).withheld, span{r.First, r.Last})
	}
	for _, id := range order {
		for _, s := range logs[id].missing() {
			x.out.Gaps = append(x.out.Gaps, InspectRun{id, s.a, s.b})
		}
	}
}
