package store

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// The end of a fleet's season.

func slicesSortBySeq(ops []*simChange) {
	slices.SortFunc(ops, func(x, y *simChange) int { return cmp.Compare(x.seq, y.seq) })
}

// enrolAll lets everybody in everywhere.
func (f *fleet) enrolAll(books ...*Book) {
	f.t.Helper()
	devs := map[bundle.DeviceID]bool{}
	for k := range f.ops {
		devs[k.dev] = true
	}
	for _, b := range books {
		for id := range devs {
			must(f.t, b.Enrol(ctx, id, ""))
		}
	}
}

// exportAll: everybody enrols everybody and exports everything.
func (f *fleet) exportAll() {
	f.t.Helper()
	for _, p := range f.laps {
		f.enrolAll(p.b)
	}
	for _, p := range f.laps {
		f.say("%s: the last export", p.name)
		f.export(p)
	}
}

// offices merges all bundles into three new books, in three orders and groupings, some bundles more than once, and wants
// one state, which holds everything that is anywhere.
func (f *fleet) offices(empty string) {
	f.t.Helper()
	want := map[opID]bool{}
	for _, m := range f.mail {
		for _, s := range m.segs {
			for _, k := range s.ops {
				want[k] = true
			}
		}
	}
	for _, p := range f.laps {
		for k := range p.have {
			if !want[k] {
				f.fatalf("%s has change %d of %v, and no bundle of all laptops does", p.name, k.seq, k.dev)
			}
		}
	}
	for k := range f.ever {
		if !want[k] && !f.torn[k] {
			f.fatalf("change %d of %v was acknowledged and is nowhere", k.seq, k.dev)
		}
	}
	states := map[string]bool{}
	for i := range 3 {
		f.say("office %d", i)
		o := f.newOffice(empty)
		own := copySet(o.have)
		order := f.r.Perm(len(f.mail))
		for len(order) > 0 {
			n := min(len(order), 1+f.r.Intn(4))
			var group []*mailed
			for _, k := range order[:n] {
				group = append(group, f.mail[k])
			}
			if f.r.Intn(3) == 0 {
				group = append(group, pick(f.r, f.mail))
			}
			f.mergeAll(o, group)
			order = order[n:]
		}
		f.audit(o)
		for k := range o.have {
			if !own[k] && !want[k] {
				f.fatalf("the office has change %d of %v, which is in no bundle", k.seq, k.dev)
			}
		}
		if len(o.have) != len(want)+len(own) {
			f.fatalf("the office has %d changes, want %d", len(o.have)-len(own), len(want))
		}
		states[bookState(f.t, o.b)] = true
		must(f.t, o.b.Rebuild(ctx))
		states[bookState(f.t, o.b)] = true
		must(f.t, o.b.Close())
	}
	if len(states) != 1 {
		f.fatalf("different states: %s", strings.Join(slices.Collect(maps.Keys(states)), "\n"))
	}
}

func (f *fleet) newOffice(empty string) *flap {
	f.t.Helper()
	r := newReceiver(f.t, empty, nil)
	must(f.t, r.b.SetMe(ctx, office))
	p := &flap{name: "the office", b: r.b, me: checklist.Person{Role: checklist.RoleOffice}, have: map[opID]bool{}, waits: map[bundle.Hash]*mailed{}}
	f.enrolAll(p.b)
	for k := range f.stored(p.b) { // its own log, and the template's
		p.have[k] = true
	}
	return p
}

// meet: laptops that give each other everything come to hold the same, and then nobody brings anything new.
func (f *fleet) meet() {
	f.t.Helper()
	for round := range 3 {
		sent := len(f.mail)
		f.exportAll()
		for _, p := range f.laps {
			f.say("%s: round %d of meeting", p.name, round)
			before := len(p.have)
			f.mergeAll(p, f.mail[sent:])
			if round == 2 && len(p.have) != before {
				f.fatalf("%s: something new in the last round", p.name)
			}
		}
	}
	digests := map[string]bool{}
	for _, p := range f.laps {
		r, err := p.b.Check(ctx)
		must(f.t, err)
		digests[r.Digest] = true
		f.audit(p)
	}
	if len(digests) != 1 {
		f.fatalf("%d laptops, %d states", len(f.laps), len(digests))
	}
}
