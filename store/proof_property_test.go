package store

import (
	"bytes"
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"zoufang/store/bundle"
)

// The properties of merging, one test each: what a book holds is a function of the set of changes it was given.
// (Properties 8 to 10 and 17 are about hostile files and failures: proof_tamper_test.go, proof_crash_test.go and
// proof_fault_test.go.)

// Any multiset of bundles in any order, in any cut into segments, overlapping or not, gives one state: made-up logs first,
// then the books of a fleet of laptops whose people do whatever they like.
func TestProperty01Union(t *testing.T) {
	t.Parallel()
	empty := template(t)
	t.Run("parcels", func(t *testing.T) {
		eachSeed(t, 6, func(t *testing.T, seed int64) {
			r := rand.New(rand.NewSource(seed))
			w, parcels := generated(t, r)
			states := map[string]bool{}
			for range 3 {
				o := newReceiver(t, empty, w.laps)
				o.takeAll(r, parcels, func(string) {})
				if len(o.have) != len(w.all) {
					t.Fatal("the parcels do not hold everything")
				}
				o.check("all")
				states[bookState(t, o.b)] = true
				must(t, o.b.Close())
			}
			if len(states) != 1 {
				t.Fatalf("%d different states", len(states))
			}
		})
	})
	t.Run("laptops", func(t *testing.T) {
		eachSeed(t, 5, func(t *testing.T, seed int64) {
			f := newFleet(t, seed)
			f.live(90)
			f.exportAll()
			f.offices(empty)
		})
	})
}

// What is merged again adds nothing, under any name, alone or among other files; only the list of files remembers it.
func TestProperty02Idempotent(t *testing.T) {
	empty := template(t)
	eachSeed(t, 3, func(t *testing.T, seed int64) {
		r := rand.New(rand.NewSource(seed))
		w, parcels := generated(t, r)
		o := newReceiver(t, empty, w.laps)
		o.takeAll(r, parcels, func(string) {})
		before, folded := bookState(t, o.b), bookState(t, o.b, "checkpoints")
		for range 2 {
			r.Shuffle(len(parcels), func(i, j int) { parcels[i], parcels[j] = parcels[j], parcels[i] })
			report := o.take(parcels...) // under new names
			for _, f := range report.Files {
				if f.Verdict != Known || f.New != 0 {
					t.Fatalf("%s: %s, %d new", f.Path, f.Verdict, f.New)
				}
			}
		}
		if after := bookState(t, o.b); after != before {
			t.Fatalf("the state was\n%s and is\n%s", before, after)
		}
		o.take(w.parcels(t)...) // the same changes, cut and vouched for at other places
		if after := bookState(t, o.b, "checkpoints"); after != folded {
			t.Fatalf("the state was\n%s and is\n%s", folded, after)
		}
	})
}

// The heads are those of the definition on every prefix, whatever has not arrived yet.
func TestProperty03Model(t *testing.T) {
	eachPrefix(t, 4, func(o *receiver, _ *world, what string) { o.checkHeads(what) })
}

// The book holds exactly the union of what it was given, byte for byte, and a change leaves the heads only when a stored
// change of its register references it.
func TestProperty04NoLoss(t *testing.T) {
	eachPrefix(t, 4, func(o *receiver, _ *world, what string) {
		o.checkChanges(what)
		heads := map[bundle.Ref]bool{}
		eachRow(o.t, o.b, "SELECT d.id, h.seq, h.h8 FROM head h JOIN dev d ON d.ix = h.dev", func(row []any) { heads[rowRef(row)] = true })
		for id, c := range o.have {
			if ref := id.hash.Ref(id.dev, id.seq); !heads[ref] && !o.replaced(ref, c) {
				o.t.Fatalf("%s: change %d of %v is no head and nothing replaces it", what, id.seq, id.dev)
			}
		}
	})
}

// replaced tells whether something that was given references a change in its own register.
func (r *receiver) replaced(ref bundle.Ref, c *simChange) bool {
	for _, o := range r.have {
		for _, to := range o.c.Refs {
			if to == ref && o.c.Record == c.c.Record && o.c.Field == c.c.Field {
				return true
			}
		}
	}
	return false
}

// What is waited for is exactly what is referenced and absent.
func TestProperty05Phantoms(t *testing.T) {
	eachPrefix(t, 4, func(o *receiver, _ *world, what string) { o.checkDead(what) })
}

// A device is forked if and only if two hashes share a place of its log, or a parent does not match; both branches are
// in the fold, which property 3 sees.
func TestProperty06Forked(t *testing.T) {
	eachPrefix(t, 4, func(o *receiver, _ *world, what string) { o.checkDevices(what) })
}

// Folding everything anew gives what merging gave, step by step.
func TestProperty07Refold(t *testing.T) {
	eachPrefix(t, 3, func(o *receiver, _ *world, what string) {
		before := bookState(o.t, o.b)
		must(o.t, o.b.Rebuild(ctx))
		if after := bookState(o.t, o.b); after != before {
			o.t.Fatalf("%s: rebuilt\n%s, was\n%s", what, after, before)
		}
	})
}

// A change names only heads its author was shown, or the author's own: fleet.wrote looks at every change that a verb
// writes, half of them from forms that were opened before something else arrived.
func TestProperty11RefsWereShown(t *testing.T) {
	t.Parallel()
	eachSeed(t, 2, func(t *testing.T, seed int64) {
		f := newFleet(t, seed+100)
		f.live(120)
		if f.made["stale forms"] == 0 {
			t.Error("every form was fresh: nothing tested")
		}
	})
}

// A -> B -> office gives the rows that A -> office gives, with A's own word for them.
func TestProperty12Relay(t *testing.T) {
	empty := template(t)
	eachSeed(t, 3, func(t *testing.T, seed int64) {
		r := rand.New(rand.NewSource(seed))
		w, parcels := generated(t, r)
		b, direct := newReceiver(t, empty, w.laps), newReceiver(t, empty, w.laps)
		half := parcels[:1+r.Intn(len(parcels))] // with gaps and branches as they are
		b.take(half...)
		direct.take(half...)
		relayed := newReceiver(t, empty, w.laps)
		must(t, relayed.b.Enrol(ctx, b.b.own.id, ""))
		out, err := b.b.Export(ctx, b.dir, ExportOptions{Relay: true}, nil)
		must(t, err)
		var own int64 // the book's own log, and that of the laptop it was begun on
		must(t, b.b.r.QueryRow("SELECT count(*) FROM op WHERE dev <= ?", b.b.own.ix).Scan(&own))
		if out.Changes != int64(len(b.have))+own {
			t.Fatalf("exported %d changes of %d", out.Changes, int64(len(b.have))+own)
		}
		if report := mergeFiles(t, relayed.b, out.Path); report.Files[0].Verdict != Merged {
			t.Fatalf("relayed file: %+v", report.Files[0])
		}
		for _, part := range stateTables[:3] {
			if x, y := direct.without(part.query, b.b.own.id), relayed.without(part.query, b.b.own.id); x != y {
				t.Fatalf("%s: relayed %s, direct %s", part.name, y, x)
			}
		}
		relayed.checkSignatures()
	})
}

// without is the rows of a table of the state but for those of one device, as text.
func (r *receiver) without(query string, dev bundle.DeviceID) string {
	var all bytes.Buffer
	eachRow(r.t, r.b, query, func(row []any) {
		if row[0] != fmt.Sprintf("%X", dev[:]) {
			fmt.Fprintln(&all, row...)
		}
	}, r.b.own.ix)
	return all.String()
}

// checkSignatures: every checkpoint that is stored still proves its device.
func (r *receiver) checkSignatures() {
	r.t.Helper()
	n := eachRow(r.t, r.b, "SELECT d.id, c.seq, c.head, d.pub, c.sig FROM ckpt c JOIN dev d ON d.ix = c.dev", func(row []any) {
		cp := bundle.Checkpoint{Dev: bundle.DeviceID(row[0].([]byte)), Seq: uint64(row[1].(int64)), Head: bundle.Hash(row[2].([]byte)),
			Pub: row[3].([]byte), Sig: row[4].([]byte)}
		if !cp.Verify() {
			r.t.Fatalf("the checkpoint of %v at %d does not verify", cp.Dev, cp.Seq)
		}
	})
	if n < 3 {
		r.t.Fatalf("only %d checkpoints", n)
	}
}

// Kinds, registers and values that this version does not know are stored, shown as unreadable, and carried on byte for
// byte, texts and files behind them included.
func TestProperty13UnknownSurvives(t *testing.T) {
	empty := template(t)
	p := newWorld(rand.New(rand.NewSource(1)), 1).laps[0]
	var visitScope [16]byte
	copy(visitScope[:], "somevis!")
	for i, c := range []bundle.Change{
		{Kind: 200, Field: 2201, Value: bundle.Int(1)}, {Kind: 90, Field: 999_999, Value: bundle.Value{77, 1, 2, 3}},
		{Kind: bundle.Set, Field: 2201, Value: bundle.Value{255}}, {Kind: bundle.Set, Field: 2202, Value: bundle.Value{8, 9, 9}},
		{Kind: bundle.Set, Field: 1 << 50, Value: bundle.List(bundle.Value{99, 1}, bundle.Null())},
		{Kind: bundle.Set, Field: 2201, Value: append(bundle.Value{3}, "e\u0301"...), Reason: "not composed"},
	} {
		c.Record, c.Lamport = visitScope, uint64(i+1)
		c.Record[15] = byte(i)
		p.append(c)
	}
	a := newReceiver(t, empty, []*lap{p})
	a.take(pack(t, p, []piece{{p, 1, len(p.log)}}))
	a.check("stored")
	must(t, a.b.Rebuild(ctx))
	a.check("rebuilt")
	b := newReceiver(t, empty, []*lap{p})
	must(t, b.b.Enrol(ctx, a.b.own.id, ""))
	mergeFiles(t, b.b, relay(t, a.b))
	seen := map[string]bool{}
	eachRow(t, b.b, "SELECT body FROM op", func(row []any) { seen[string(row[0].([]byte))] = true })
	for _, o := range p.log {
		if !seen[string(o.body)] {
			t.Errorf("change %d did not come through as it was", o.seq)
		}
	}
	_, err := b.b.Check(ctx)
	must(t, err)
}

// Merging writes no changes of its own, and laptops that give each other everything come to hold the same; from then on
// nobody brings anything new. (Only a copied laptop that meets its other half writes: that it is a new device.)
func TestProperty14Fixpoint(t *testing.T) {
	t.Parallel()
	eachSeed(t, 3, func(t *testing.T, seed int64) {
		f := newFleet(t, seed+200)
		f.live(60)
		f.meet()
	})
}

// Clocks have no say: the same histories with other clocks and Lamport numbers have their heads in the same places.
func TestProperty15ClockIndependent(t *testing.T) {
	empty := template(t)
	eachSeed(t, 2, func(t *testing.T, seed int64) {
		heads := func(wild bool) (all string) {
			w := newWorld(rand.New(rand.NewSource(seed+5)), 3)
			w.wild = wild
			w.live(80)
			office := newReceiver(t, empty, w.laps)
			office.take(w.parcels(t)...)
			office.check("all")
			eachRow(t, office.b, `SELECT hex(d.id), hex(h.record), h.field, h.seq, hex(h.val) FROM head h JOIN dev d ON d.ix = h.dev
				WHERE h.dev > ?1 ORDER BY 1, 2, 3, 4, 5`, func(row []any) { all += fmt.Sprintln(row...) }, office.b.own.ix)
			return all
		}
		if a, b := heads(false), heads(true); a != b || a == "" {
			t.Errorf("heads\n%s, with other clocks\n%s", a, b)
		}
	})
}

// The generators are held to account: a run without these would prove nothing.
func TestProperty18NotVacuous(t *testing.T) {
	t.Parallel()
	made := tally{}
	eachPrefix(t, 4, func(o *receiver, w *world, what string) {
		f := &fleet{t: o.t, made: made}
		f.watch(&flap{b: o.b})
		made["prefixes"]++
	})
	want := []string{"prefixes", "phantoms", "forks", "gaps"}
	for _, kind := range want {
		if made[kind] == 0 {
			t.Errorf("made-up logs: no %s", kind)
		}
	}
	made = tally{}
	season := func(t *testing.T, seed int64) {
		f := newFleet(t, seed+300)
		f.live(120)
		for _, p := range f.laps {
			f.audit(p)
		}
		made.add(f.made)
	}
	want = append(want[1:], "duplicates", "late arrivals", "contests", "decided", "decisions contested", "undone", "withdraw", "relays",
		"waiting files", "partial files", "stale forms", "clone", "copy", "restored", "crash", "new devices", "export a piece", "export a unit")
	missing := func() []string {
		return slices.DeleteFunc(slices.Clone(want), func(kind string) bool { return made[kind] > 0 })
	}
	eachSeed(t, 6, season)
	for more := int64(1); len(missing()) > 0 && more < 30; more++ { // keys are random, so that a seed is not always the same
		t.Run("more", func(t *testing.T) { season(t, 1_000_000+more) })
	}
	if kinds := missing(); len(kinds) > 0 {
		t.Errorf("laptops: no %v in %v", kinds, made)
	}
	t.Log(made)
}
