package store

import (
	"fmt"
	"maps"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// A fleet is a season of several laptops with real books: people write, decide, undo, export, merge each other's
// bundles, carry them on, copy their laptops, go back to backups and pull the plug, in an order drawn from a seed. Beside
// every book stands a model: the set of changes it must hold, no more and no fewer, after every single step.

// fleet is the laptops, the bundles that went round and everything that was ever acknowledged.
type fleet struct {
	t     *testing.T
	r     *rand.Rand
	root  string
	laps  []*flap
	mail  []*mailed
	units []checklist.ID
	ops   map[opID]*simChange // every change ever seen
	ever  map[opID]bool       // every change that a verb acknowledged
	torn  map[opID]bool       // what a book lost when somebody put a backup in its place
	made  tally
	trace []string
}

// flap is a laptop with its book and what the book must hold.
type flap struct {
	name    string
	l       laptop
	b       *Book
	me      checklist.Person
	have    map[opID]bool
	waits   map[bundle.Hash]*mailed // in the inbox until a device is enrolled
	form    *Doc                    // a form that was opened some steps ago
	backups []backup
}

// backup is a copy of a book and what it holds.
type backup struct {
	path string
	have map[opID]bool
}

// mailed is a bundle and what is in it.
type mailed struct {
	path string
	sha  bundle.Hash
	by   bundle.DeviceID
	segs []mailedSegment
}

type mailedSegment struct {
	dev bundle.DeviceID
	ops []opID
}

// tally counts what a season was made of, by name.
type tally map[string]int

func (m tally) add(o tally) {
	for k, n := range o {
		m[k] += n
	}
}

var fleetPeople = []checklist.Person{liMin, zhaoQi, wangLead, office, {Name: "钱多", Number: "1005", Role: checklist.RoleMember, Team: "二组"}}

// newFleet makes a few laptops that know the same two units. Their clocks do not agree.
func newFleet(t *testing.T, seed int64) *fleet {
	f := &fleet{t: t, r: rand.New(rand.NewSource(seed)), root: t.TempDir(), ops: map[opID]*simChange{}, ever: map[opID]bool{},
		torn: map[opID]bool{}, made: tally{}}
	for _, code := range []string{"MZJ", "JYJ"} {
		f.units = append(f.units, checklist.UnitID("云台区", code))
	}
	for i := range 2 + f.r.Intn(2) {
		p := &flap{name: fmt.Sprintf("laptop %d", i), me: fleetPeople[i], have: map[opID]bool{}, waits: map[bundle.Hash]*mailed{}}
		p.l = f.machine(fmt.Sprintf("m%d", i))
		b, err := Create(ctx, p.l.path(), p.l.opts, Setup{District: "云台区", Year: "2026"})
		must(t, err)
		f.hold(p, b)
		must(t, b.SetMe(ctx, p.me))
		_, err = b.SaveUnits(ctx, []checklist.UnitLine{
			{Unit: checklist.Unit{ID: f.units[0], Code: "MZJ", Name: "民政局", Kind: "department"}},
			{Unit: checklist.Unit{ID: f.units[1], Code: "JYJ", Name: "教育局", Kind: "department"}}})
		must(t, err)
		for _, u := range f.units {
			_, err := b.StartVisit(ctx, u, checklist.Yearly, "")
			must(t, err)
		}
		f.laps = append(f.laps, p)
		f.absorb(p)
	}
	for _, p := range f.laps {
		for _, other := range f.laps {
			if f.r.Intn(3) > 0 {
				must(t, p.b.Enrol(ctx, other.b.own.id, ""))
			}
		}
	}
	return f
}

// machine is a place for a laptop; what its clock says is anybody's guess.
func (f *fleet) machine(name string) laptop {
	dir, err := os.MkdirTemp(f.root, "lap-*")
	must(f.t, err)
	now := []int64{1_773_000_000, 1_930_000_000, 86_400, 4_000_000_000}[f.r.Intn(4)]
	tick := func() time.Time { now += 61; return time.Unix(now, 0) }
	return laptop{t: f.t, dir: dir, opts: Options{Home: filepath.Join(dir, "home"), Machine: name, Now: tick}}
}

// hold makes b the laptop's book. These tests are about everything but power cuts: the disk need not be waited for.
func (f *fleet) hold(p *flap, b *Book) {
	p.b, p.form = b, nil
	_, err := b.w.Exec("PRAGMA synchronous = OFF")
	must(f.t, err)
	f.t.Cleanup(func() { _ = b.Close() })
}

func (f *fleet) open(p *flap) {
	f.t.Helper()
	b, err := Open(ctx, p.l.path(), p.l.opts)
	must(f.t, err)
	f.hold(p, b)
}

// say keeps a line for whoever has to understand a failure.
func (f *fleet) say(format string, args ...any) {
	f.trace = append(f.trace, fmt.Sprintf(format, args...))
}

func (f *fleet) fatalf(format string, args ...any) {
	f.t.Helper()
	f.t.Fatalf("%s\nafter:\n  %s", fmt.Sprintf(format, args...), strings.Join(f.trace, "\n  "))
}

// stored reads every change of a book.
func (f *fleet) stored(b *Book) map[opID]*simChange {
	f.t.Helper()
	rows, err := b.r.Query("SELECT d.id, o.seq, o.hash, o.body FROM op o JOIN dev d ON d.ix = o.dev ORDER BY o.dev, o.seq")
	must(f.t, err)
	defer rows.Close()
	all := map[opID]*simChange{}
	for rows.Next() {
		var id, hash, body []byte
		var seq int64
		must(f.t, rows.Scan(&id, &seq, &hash, &body))
		k := opID{bundle.DeviceID(id), uint64(seq), bundle.Hash(hash)}
		o := f.ops[k]
		if o == nil {
			c, err := bundle.Decode(k.dev, body)
			must(f.t, err)
			o = &simChange{opID: k, body: body, c: c, n: len(f.ops)}
			f.ops[k] = o
		}
		if string(o.body) != string(body) {
			f.fatalf("change %v is written in two ways", k)
		}
		all[k] = o
	}
	must(f.t, rows.Err())
	return all
}

// absorb holds a book against its model: nothing is missing, and what is new was written just now under the book's own
// name. That is thereby acknowledged. It returns what is new.
func (f *fleet) absorb(p *flap) (fresh []*simChange) {
	f.t.Helper()
	all := f.stored(p.b)
	for k := range p.have {
		if all[k] == nil {
			f.fatalf("%s lost change %d of %v", p.name, k.seq, k.dev)
		}
	}
	for k, o := range all {
		if p.have[k] {
			continue
		}
		if k.dev != p.b.own.id {
			f.fatalf("%s: change %d of %v came from nowhere", p.name, k.seq, k.dev)
		}
		p.have[k], f.ever[k] = true, true
		fresh = append(fresh, o)
	}
	slices.SortFunc(fresh, func(x, y *simChange) int { return int(x.seq) - int(y.seq) })
	return fresh
}

// audit holds the folded state of a book against the definition, its own check and the list of conflicts.
func (f *fleet) audit(p *flap) {
	f.t.Helper()
	ops := map[opID]*simChange{}
	for k := range p.have {
		ops[k] = f.ops[k]
	}
	want := simHeads(ops)
	got := map[opID]bool{}
	rows, err := p.b.r.Query(`SELECT d.id, o.seq, o.hash FROM head h JOIN dev d ON d.ix = h.dev
		JOIN op o ON o.dev = h.dev AND o.seq = h.seq AND substr(o.hash, 1, 8) = h.h8`)
	must(f.t, err)
	defer rows.Close()
	for rows.Next() {
		var id, hash []byte
		var seq int64
		must(f.t, rows.Scan(&id, &seq, &hash))
		got[opID{bundle.DeviceID(id), uint64(seq), bundle.Hash(hash)}] = true
	}
	must(f.t, rows.Err())
	if len(got) != len(want) {
		f.fatalf("%s: %d heads, want %d", p.name, len(got), len(want))
	}
	for k := range want {
		if !got[k] {
			f.fatalf("%s: change %d of %v is no head", p.name, k.seq, k.dev)
		}
	}
	if _, err := p.b.Check(ctx); err != nil { // walks the chains and folds everything anew
		f.fatalf("%s: check: %v", p.name, err)
	}
	f.conflictsShown(p, want)
}

// watch counts what a book is left with after a merge.
func (f *fleet) watch(p *flap) {
	f.t.Helper()
	var phantoms, forks int
	must(f.t, p.b.r.QueryRow("SELECT (SELECT count(*) FROM dead), (SELECT count(*) FROM dev WHERE forked)").Scan(&phantoms, &forks))
	list, err := p.b.Waiting(ctx)
	must(f.t, err)
	f.made["phantoms"], f.made["forks"], f.made["gaps"] = f.made["phantoms"]+phantoms, f.made["forks"]+forks, f.made["gaps"]+len(list)
}

// conflictsShown: every register with sides that differ is listed for a person to decide, if its reader is the office.
func (f *fleet) conflictsShown(p *flap, heads map[opID]*simChange) {
	f.t.Helper()
	sides := map[register]map[string]bool{}
	decided := map[register]int{}
	for _, o := range heads {
		k := register{o.c.Record, o.c.Field}
		if sides[k] == nil {
			sides[k] = map[string]bool{}
		}
		sides[k][f.sideText(p, o)] = true
		if o.c.Kind == bundle.Decide {
			decided[k]++
		}
	}
	maps.DeleteFunc(sides, func(_ register, s map[string]bool) bool { return len(s) < 2 })
	f.made["contests"] += len(sides)
	for k := range sides {
		if decided[k] > 1 {
			f.made["decisions contested"]++
		}
	}
	if p.me.Role != checklist.RoleOffice {
		return
	}
	list, err := p.b.Conflicts(ctx, nil)
	must(f.t, err)
	shown := map[register]bool{}
	for _, c := range list {
		shown[register{c.Record, FieldOf(c.Kind, c.Field).No}] = true
	}
	for k := range sides {
		if !shown[k] {
			f.fatalf("%s: the contest of register %d of %x is not shown", p.name, k.field, k.record)
		}
	}
}

// sideText is what a head says: sensitive texts are salted, so that equal ones have different hashes.
func (f *fleet) sideText(p *flap, o *simChange) string {
	sha, ok := o.c.Value.Secret()
	if !ok {
		return string(o.c.Value)
	}
	var salted []byte
	if err := p.b.r.QueryRow("SELECT bytes FROM secret WHERE sha = ?", sha[:]).Scan(&salted); err != nil {
		return string(o.c.Value)
	}
	text, _ := bundle.Unsalted(salted)
	return text
}

// pick draws one of a list.
func pick[T any](r *rand.Rand, list []T) T { return list[r.Intn(len(list))] }
