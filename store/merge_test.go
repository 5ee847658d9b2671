package store

import (
	"math/rand"
	"testing"
)

// Any order, any repetition, any grouping, any part: the state is that of the set of changes given, and no change is
// lost. The generator is held to account too: a run without forks, gaps and late arrivals would prove nothing.
func TestMergeIsAFunctionOfTheSet(t *testing.T) {
	empty := template(t)
	var forks, waits, contests, relays int
	for seed := range int64(8) {
		r := rand.New(rand.NewSource(seed))
		w := newWorld(r, 2+r.Intn(3))
		w.live(30 + r.Intn(60))
		parcels := w.parcels(t)
		states := map[string]bool{}
		for order := range 3 {
			office := newReceiver(t, empty, w.laps)
			perm := r.Perm(len(parcels))
			for i := 0; i < len(perm); {
				n := min(len(perm)-i, 1+r.Intn(3))
				var group []parcel
				for _, k := range perm[i : i+n] {
					group = append(group, parcels[k])
				}
				if r.Intn(3) == 0 {
					group = append(group, parcels[perm[r.Intn(i+1)]]) // once more
				}
				report := office.take(group...)
				contests += int(report.Contested)
				i += n
				if i < len(perm) {
					office.check("part")
					list, err := office.b.Waiting(ctx)
					must(t, err)
					waits += len(list)
				}
				if order == 2 && i > len(perm)/2 && relays < int(seed)*2+1 {
					relays += office.relay(empty, w) // with gaps and branches as they are
				}
			}
			if order == 0 {
				relays += office.relay(empty, w)
			}
			office.check("all")
			if len(office.have) != len(w.all) {
				t.Fatal("the parcels do not hold everything")
			}
			if before, after := office.refolded(); before != after {
				t.Fatalf("seed %d: rebuilt %s, was %s", seed, after, before)
			}
			states[office.state()] = true
			devices, err := office.b.Devices(ctx)
			must(t, err)
			for _, d := range devices {
				if d.Forked {
					forks++
				}
			}
			if again := office.take(parcels...); again.New != 0 {
				t.Fatalf("seed %d: %d changes new the second time", seed, again.New)
			}
		}
		if len(states) != 1 {
			t.Fatalf("seed %d: %d different states", seed, len(states))
		}
	}
	if forks == 0 || waits == 0 || contests == 0 || relays == 0 {
		t.Errorf("nothing tested: %d forks, %d waits, %d contests, %d relays", forks, waits, contests, relays)
	}
}

// relay exports the book and merges that one file into an empty one: it must come to the same state.
func (r *receiver) relay(empty string, w *world) int {
	r.t.Helper()
	out, err := r.b.Export(ctx, r.dir, ExportOptions{}, nil)
	must(r.t, err)
	second := newReceiver(r.t, empty, w.laps)
	must(r.t, second.b.Enrol(ctx, r.b.own.id, ""))
	plan, err := second.b.Preview(ctx, []string{out.Path}, nil)
	must(r.t, err)
	if plan.Files[0].Verdict != Ready {
		r.t.Fatalf("relayed file: %s %v", plan.Files[0].Verdict, plan.Files[0].Fault)
	}
	var own int64 // the book's own log, and that of the laptop it was begun on
	must(r.t, r.b.r.QueryRow("SELECT count(*) FROM op WHERE dev <= ?", r.b.own.ix).Scan(&own))
	if _, err := second.b.Merge(ctx, plan, nil); err != nil {
		r.t.Fatal(err)
	}
	if out.Changes != int64(len(r.have))+own {
		r.t.Fatalf("exported %d changes of %d", out.Changes, int64(len(r.have))+own)
	}
	const heads = `SELECT hex(d.id), hex(h.record), h.field, h.seq, hex(h.h8), hex(h.val) FROM head h JOIN dev d ON d.ix = h.dev
		WHERE ?1 = ?1 AND hex(h.record) LIKE '09%' ORDER BY 1, 2, 3, 4, 5`
	if a, b := r.rows("h", heads, 6), second.rows("h", heads, 6); a != b {
		r.t.Fatalf("relayed state %s, want %s", b, a)
	}
	return 1
}

// Clocks have no say: the same histories with other clocks and Lamport numbers have their heads in the same places.
func TestClocksHaveNoSay(t *testing.T) {
	empty := template(t)
	heads := func(wild bool) string {
		w := newWorld(rand.New(rand.NewSource(5)), 3)
		w.wild = wild
		w.live(80)
		office := newReceiver(t, empty, w.laps)
		office.take(w.parcels(t)...)
		office.check("all")
		return office.rows("heads", `SELECT hex(d.id), hex(h.record), h.field, h.seq, hex(h.val) FROM head h JOIN dev d ON d.ix = h.dev
			WHERE h.dev > ?1 ORDER BY 1, 2, 3, 4, 5`, 5)
	}
	if a, b := heads(false), heads(true); a != b {
		t.Errorf("heads %s, with other clocks %s", a, b)
	}
}
