package store

import (
	"bytes"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"zoufang/store/bundle"
)

func TestMissingPlaces(t *testing.T) {
	for name, c := range map[string]struct {
		log      logState
		missing  string
		branches string
	}{
		"nothing":           {logState{}, "[]", "[]"},
		"whole":             {logState{held: []span{{1, 40}}}, "[]", "[]"},
		"a gap":             {logState{held: []span{{1, 40}, {58, 60}}}, "[{41 57}]", "[]"},
		"from the middle":   {logState{held: []span{{5, 9}}}, "[{1 4}]", "[]"},
		"only named":        {logState{named: []uint64{7}}, "[{1 7}]", "[]"},
		"named behind":      {logState{held: []span{{1, 40}, {50, 55}}, named: []uint64{57}}, "[{41 49} {56 57}]", "[]"},
		"withheld":          {logState{held: []span{{1, 4}, {9, 12}}, withheld: []span{{5, 8}, {13, 20}}, named: []uint64{6, 15}}, "[]", "[]"},
		"partly withheld":   {logState{held: []span{{1, 4}, {9, 12}}, withheld: []span{{5, 6}}}, "[{7 8}]", "[]"},
		"overlapping":       {logState{held: []span{{1, 10}, {3, 5}, {8, 20}}}, "[]", "[]"},
		"another branch":    {logState{held: []span{{1, 40}}, named: []uint64{11, 7, 12}}, "[]", "[{7 7} {11 12}]"},
		"branch and behind": {logState{held: []span{{1, 4}}, named: []uint64{4, 5}}, "[{5 5}]", "[{4 4}]"},
	} {
		if got := fmt.Sprint(c.log.missing()); got != c.missing {
			t.Errorf("%s: missing %s, want %s", name, got, c.missing)
		}
		if got := fmt.Sprint(c.log.branches()); got != c.branches {
			t.Errorf("%s: branches %s, want %s", name, got, c.branches)
		}
	}
}

// A bundle in the middle stays away for weeks: what is missing is named, nothing is held back, and it closes later.
func TestWaitingForABundle(t *testing.T) {
	w := seasonWorld(t, 1, 60)
	p := w.laps[0]
	o := newReceiver(t, template(t), w.laps)
	file := func(a, b int) parcel { return pack(t, p, []piece{{p, a, b}}) }
	o.take(file(1, 20))
	o.take(file(41, 60))
	list, err := o.b.Waiting(ctx)
	must(t, err)
	if len(list) != 1 || list[0].First != 21 || list[0].Last != 40 || list[0].Branch || list[0].Device.ID != p.id.String() {
		t.Fatalf("waiting %+v", list)
	}
	o.check("with a gap")
	if n := len(threads(t, o.b)); n != 4 { // own, template's, and both parts
		t.Errorf("%d threads to relay", n)
	}
	o.take(file(15, 45))
	list, err = o.b.Waiting(ctx)
	must(t, err)
	if len(list) != 0 {
		t.Errorf("waiting %+v", list)
	}
	o.check("closed")
	if n := len(threads(t, o.b)); n != 3 {
		t.Errorf("%d threads to relay", n)
	}
}

// A device that was revoked brings nothing new in; what was here by then stays, and is passed on: others build on it, and
// each laptop decides for itself whom it trusts.
func TestRevokedDeviceWaits(t *testing.T) {
	w := seasonWorld(t, 1, 20)
	o := newReceiver(t, template(t), w.laps)
	o.take(pack(t, w.laps[0], []piece{{w.laps[0], 1, 10}}))
	if n := len(threads(t, o.b)); n != 3 {
		t.Errorf("%d threads to relay", n)
	}
	must(t, o.b.Revoke(ctx, w.laps[0].id, "丢了"))
	path := filepath.Join(o.dir, "a.zfb")
	must(t, os.WriteFile(path, pack(t, w.laps[0], []piece{{w.laps[0], 1, 20}}).file, 0o600))
	if r := mergeFiles(t, o.b, path); r.New != 0 || r.Files[0].Verdict != Waits {
		t.Errorf("report %+v", r)
	}
	if n := len(threads(t, o.b)); n != 3 {
		t.Errorf("%d threads to relay", n)
	}
}

// Two parts of two branches that do not overlap: that the later one stands on another change shows the fork.
func TestForkSeenAtTheSeam(t *testing.T) {
	empty := template(t)
	w := seasonWorld(t, 1, 40)
	a := w.laps[0]
	b := &lap{key: a.key, id: a.id, log: slices.Clone(a.log[:5]), know: map[opID]*simChange{}}
	w.r, w.all = rand.New(rand.NewSource(1)), map[opID]*simChange{}
	for range 35 {
		w.write(b)
	}
	for name, parts := range map[string][]piece{
		"the beginning first": {{a, 1, 20}, {b, 21, 40}}, "the end first": {{b, 21, 40}, {a, 1, 20}},
		"behind a gap": {{a, 3, 20}, {b, 21, 40}}, "behind a gap, the end first": {{b, 21, 40}, {a, 3, 20}},
	} {
		o := newReceiver(t, empty, w.laps)
		o.take(pack(t, a, parts[:1]))
		o.check(name)
		if r := o.take(pack(t, a, parts[1:])); len(r.Forked) != 1 {
			t.Errorf("%s: not seen", name)
		}
		o.check(name)
	}
	o := newReceiver(t, empty, w.laps)
	for _, part := range []piece{{a, 21, 30}, {a, 1, 10}, {a, 11, 20}, {a, 31, 40}} {
		if r := o.take(pack(t, a, []piece{part})); len(r.Forked) != 0 {
			t.Errorf("a fork where there is none: %+v", part)
		}
	}
}

// Files of one plan overlap, and the book has a part already: nothing is new twice and no fork is imagined.
func TestPartsOverlapInOnePlan(t *testing.T) {
	w := seasonWorld(t, 2, 120)
	a, b := w.laps[0], w.laps[1]
	o := newReceiver(t, template(t), w.laps)
	o.take(pack(t, a, []piece{{a, 1, 50}}))
	r := o.take(pack(t, a, []piece{{a, 1, 100}}), pack(t, b, []piece{{b, 2, 3}, {a, 1, 120}}), pack(t, b, []piece{{b, 1, 4}, {a, 30, 60}}))
	if r.New != 74 || len(r.Forked) != 0 {
		t.Errorf("report %+v", r)
	}
	o.check("all")
	if n := len(threads(t, o.b)); n != 4 {
		t.Errorf("%d threads to relay", n)
	}
}

// What a laptop withholds of its own log is not waited for; of another's it cannot say so.
func TestWithheldOfOnesOwnLogOnly(t *testing.T) {
	w := seasonWorld(t, 2, 30)
	a, b := w.laps[0], w.laps[1]
	o := newReceiver(t, template(t), w.laps)
	var file bytes.Buffer
	out, err := bundle.NewWriter(&file, bundle.Header{Exporter: a.id, District: "云台区", Counts: bundle.Counts{Segments: 2, Changes: 2}})
	must(t, err)
	for _, p := range []*lap{a, b} {
		must(t, out.Withheld(p.id, 1, 9))
		must(t, out.Segment(p.id, 10, p.log[8].hash))
		must(t, out.Change(p.log[9].body))
		must(t, out.Checkpoint(bundle.SignCheckpoint(p.key, 10, p.log[9].hash)))
	}
	must(t, out.Close(a.key))
	o.take(parcel{file.Bytes(), []*simChange{a.log[9], b.log[9]}})
	list, err := o.b.Waiting(ctx)
	must(t, err)
	if len(list) != 1 || list[0].Device.ID != b.id.String() || list[0].Last != 9 {
		t.Errorf("waiting %+v", list)
	}
}

// Whatever part of a log with branches is here, its threads hold every change once, each provable.
func TestThreadsCoverTheLogOnce(t *testing.T) {
	empty := template(t)
	forks := 0
	for seed := range int64(6) {
		r := rand.New(rand.NewSource(100 + seed))
		w := newWorld(r, 2)
		w.live(80)
		o := newReceiver(t, empty, w.laps)
		parcels := w.parcels(t)
		o.take(parcels[:1+r.Intn(len(parcels))]...)
		n := int64(0)
		for _, th := range threads(t, o.b) {
			if !th.cp.Verify() {
				t.Fatalf("seed %d: a thread without proof", seed)
			}
			if th.ix > o.b.own.ix {
				n += th.len()
			}
			if th.path != nil && slices.Contains(th.path[:len(th.path)-1], th.cp.Head) {
				t.Fatal("a checkpoint in the middle")
			}
		}
		if n != int64(len(o.have)) {
			t.Fatalf("seed %d: %d changes in threads, %d here", seed, n, len(o.have))
		}
		devices, err := o.b.Devices(ctx)
		must(t, err)
		for _, d := range devices {
			if d.Forked {
				forks++
			}
		}
	}
	if forks == 0 {
		t.Error("no fork: nothing tested")
	}
}
