package store

import (
	"math/rand"
	"os"
	"strconv"
	"testing"
)

// The proofs are small enough for every run of the tests. ZOUFANG_PROOF=50 makes each of them 50 times as long, and
// ZOUFANG_PROOF_SEED=1000 begins at another seed, so that a night's run sees what no run saw before.

// proofSize is how many seeds, kills or edits a proof takes: few, times what was asked for.
func proofSize(few int) int { return few * max(1, envInt("ZOUFANG_PROOF", 1)) }

func envInt(name string, otherwise int) int {
	if n, err := strconv.Atoi(os.Getenv(name)); err == nil {
		return n
	}
	return otherwise
}

// eachSeed runs a proof for so many seeds, each under its name, so that one that failed can be run again alone.
func eachSeed(t *testing.T, few int, run func(t *testing.T, seed int64)) {
	t.Helper()
	first := int64(envInt("ZOUFANG_PROOF_SEED", 0))
	for seed := first; seed < first+int64(proofSize(few)); seed++ {
		t.Run("seed="+strconv.FormatInt(seed, 10), func(t *testing.T) { run(t, seed) })
	}
}

// eachPrefix lets laptops write, packs everything into bundles, and merges them into a book in random order, in groups
// and some of them again; see is called after each merge with the book and what it was given so far.
func eachPrefix(t *testing.T, few int, see func(o *receiver, w *world, what string)) {
	t.Helper()
	empty := template(t)
	eachSeed(t, few, func(t *testing.T, seed int64) {
		r := rand.New(rand.NewSource(seed))
		w, parcels := generated(t, r)
		o := newReceiver(t, empty, w.laps)
		o.takeAll(r, parcels, func(what string) { see(o, w, what) })
	})
}

func generated(t *testing.T, r *rand.Rand) (*world, []parcel) {
	w := newWorld(r, 2+r.Intn(3))
	w.live(30 + r.Intn(60))
	return w, w.parcels(t)
}

// takeAll merges parcels in random order and groups, some of them twice.
func (r *receiver) takeAll(dice *rand.Rand, parcels []parcel, see func(what string)) {
	r.t.Helper()
	perm := dice.Perm(len(parcels))
	for i := 0; i < len(perm); {
		n := min(len(perm)-i, 1+dice.Intn(3))
		var group []parcel
		for _, k := range perm[i : i+n] {
			group = append(group, parcels[k])
		}
		if dice.Intn(3) == 0 {
			group = append(group, parcels[perm[dice.Intn(i+1)]]) // once more
		}
		r.take(group...)
		i += n
		see("after " + strconv.Itoa(i) + " of " + strconv.Itoa(len(perm)))
	}
}
