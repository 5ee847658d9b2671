package store

import (
	"bytes"
	"crypto/ed25519"
	"maps"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"zoufang/store/bundle"
)

// The model of merging: laptops write changes, tell each other, are copied; a book that was given any part of all that,
// in any order, must show exactly the changes that nothing it was given references.

// opID names a change for sure.
type opID struct {
	dev  bundle.DeviceID
	seq  uint64
	hash bundle.Hash
}

// simChange is a change with everything that is implied by its place.
type simChange struct {
	opID
	prev bundle.Hash
	body []byte
	c    bundle.Change
	n    int // in the order of writing
}

// world is all laptops and everything ever written.
type world struct {
	r    *rand.Rand
	laps []*lap
	all  map[opID]*simChange
	wild bool // clocks and Lamport numbers run as they like
}

// lap is a laptop. A copied one shares the key and the log up to the copy.
type lap struct {
	key  ed25519.PrivateKey
	id   bundle.DeviceID
	log  []*simChange
	know map[opID]*simChange
}

func simKey(n int) ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(bytes.Repeat([]byte{byte(n + 1)}, ed25519.SeedSize))
}

func newWorld(r *rand.Rand, laptops int) *world {
	w := &world{r: r, all: map[opID]*simChange{}}
	for i := range laptops {
		key := simKey(i)
		w.laps = append(w.laps, &lap{key: key, id: bundle.DeviceOf(key.Public().(ed25519.PublicKey)), know: map[opID]*simChange{}})
	}
	return w
}

// simHeads is the definition of the state: changes that no change of the same register references.
func simHeads(ops map[opID]*simChange) map[opID]*simChange {
	type hit struct {
		bundle.Ref
		register
	}
	gone := map[hit]bool{}
	for _, o := range ops {
		for _, ref := range o.c.Refs {
			gone[hit{ref, register{o.c.Record, o.c.Field}}] = true
		}
	}
	heads := map[opID]*simChange{}
	for id, o := range ops {
		if !gone[hit{id.hash.Ref(id.dev, id.seq), register{o.c.Record, o.c.Field}}] {
			heads[id] = o
		}
	}
	return heads
}

// write makes a change on a laptop: some register, referencing what its author was shown there and now and then a head
// of another register.
func (w *world) write(p *lap) {
	c := bundle.Change{Lamport: uint64(len(p.know) + 1), Wall: uint64(w.r.Int63n(1 << 41)), Kind: bundle.Set, Field: uint64(2201 + w.r.Intn(2)),
		Value: bundle.Int(int64(w.r.Intn(4)))}
	c.Record[0], c.Record[15] = 9, byte(w.r.Intn(3))
	if w.wild {
		c.Wall, c.Lamport = c.Wall*7919%(1<<50), bundle.MaxLamport-c.Lamport
	}
	heads := slices.Collect(maps.Values(simHeads(p.know)))
	slices.SortFunc(heads, func(x, y *simChange) int { return x.n - y.n })
	for _, o := range heads {
		same := o.c.Record == c.Record && o.c.Field == c.Field
		if len(c.Refs) < bundle.MaxRefs && (same && w.r.Intn(10) > 0 || w.r.Intn(20) == 0) {
			c.Refs = append(c.Refs, o.hash.Ref(o.dev, o.seq))
		}
	}
	o := p.append(c)
	o.n = len(w.all)
	p.know[o.opID], w.all[o.opID] = o, o
}

// append makes a change the next of the laptop's log.
func (p *lap) append(c bundle.Change) *simChange {
	var prev bundle.Hash
	if n := len(p.log); n > 0 {
		prev = p.log[n-1].hash
	}
	body, err := c.Encode(p.id)
	if err != nil {
		panic(err)
	}
	seq := uint64(len(p.log) + 1)
	o := &simChange{opID: opID{p.id, seq, bundle.HashChange(p.id, seq, prev, body)}, prev: prev, body: body, c: c}
	p.log = append(p.log, o)
	return o
}

// live lets the laptops work, meet and be copied.
func (w *world) live(steps int) {
	for range steps {
		p := w.laps[w.r.Intn(len(w.laps))]
		switch k := w.r.Intn(20); {
		case k < 13:
			w.write(p)
		case k < 19:
			for id, o := range w.laps[w.r.Intn(len(w.laps))].know {
				p.know[id] = o
			}
		case len(w.laps) < 7: // a disk image on a second machine, or a backup taken back
			c := &lap{key: p.key, id: p.id, log: slices.Clone(p.log), know: map[opID]*simChange{}}
			for id, o := range p.know {
				c.know[id] = o
			}
			w.laps = append(w.laps, c)
		}
	}
}

// parcel is a bundle and what is in it.
type parcel struct {
	file []byte
	ops  []*simChange
}

// write puts it where a merge can find it.
func (p parcel) write(t *testing.T, dir, name string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	must(t, os.WriteFile(path, p.file, 0o600))
	return path
}

// piece is a run of a laptop's log.
type piece struct {
	p    *lap
	a, b int
}

// parcels cuts every log into pieces, some of them overlapping, and packs one to three of them into each bundle, own
// and relayed alike.
func (w *world) parcels(t *testing.T) (list []parcel) {
	var pieces []piece
	for _, p := range w.laps {
		for a := 1; a <= len(p.log); {
			b := min(len(p.log), a+w.r.Intn(9))
			from := a
			switch w.r.Intn(6) {
			case 0, 1:
				from = 1 + w.r.Intn(a) // the log once more from earlier on
			case 2, 3:
				from = 1 // or whole
			}
			pieces = append(pieces, piece{p, from, b})
			a = b + 1
		}
	}
	w.r.Shuffle(len(pieces), func(i, j int) { pieces[i], pieces[j] = pieces[j], pieces[i] })
	for len(pieces) > 0 {
		n := min(len(pieces), 1+w.r.Intn(3))
		list = append(list, pack(t, w.laps[w.r.Intn(len(w.laps))], pieces[:n]))
		pieces = pieces[n:]
	}
	return list
}

func pack(t *testing.T, by *lap, pieces []piece) (out parcel) {
	t.Helper()
	counts := bundle.Counts{Segments: len(pieces)}
	for _, s := range pieces {
		counts.Changes += int64(s.b - s.a + 1)
	}
	var file bytes.Buffer
	w, err := bundle.NewWriter(&file, bundle.Header{Exporter: by.id, District: "云台区", Year: "2026", Created: time.Unix(1, 0), Counts: counts})
	must(t, err)
	for _, s := range pieces {
		ops := s.p.log[s.a-1 : s.b]
		must(t, w.Segment(s.p.id, uint64(s.a), ops[0].prev))
		for _, o := range ops {
			must(t, w.Change(o.body))
		}
		last := ops[len(ops)-1]
		must(t, w.Checkpoint(bundle.SignCheckpoint(s.p.key, last.seq, last.hash)))
		out.ops = append(out.ops, ops...)
	}
	must(t, w.Close(by.key))
	out.file = file.Bytes()
	return out
}

// seasonWorld is laptops with the logs of the benchmarks.
func seasonWorld(t *testing.T, laptops, changes int) *world {
	t.Helper()
	w := &world{}
	for n := range laptops {
		p := &lap{}
		p.key = season(n, changes, func(o *simChange) { p.log = append(p.log, o) })
		p.id = p.log[0].dev
		w.laps = append(w.laps, p)
	}
	return w
}
