package store

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"zoufang/store/bundle"
)

// receiver is a book that merges parcels.
type receiver struct {
	t    *testing.T
	b    *Book
	dir  string
	have map[opID]*simChange
	n    int
}

// template is an empty book, made once: making one is slow.
func template(t *testing.T) string {
	l := newLaptop(t, "template")
	b := l.create(Setup{})
	must(t, b.Close())
	return l.path()
}

func newReceiver(t *testing.T, template string, laps []*lap) *receiver {
	t.Helper()
	l := newLaptop(t, "office")
	content, err := os.ReadFile(template)
	must(t, err)
	must(t, os.WriteFile(l.path(), content, 0o600))
	b := l.open(l.path())
	_, err = b.w.Exec("PRAGMA synchronous = OFF") // speed: these tests are not about power cuts
	must(t, err)
	for _, p := range laps {
		must(t, b.Enrol(ctx, p.id, ""))
	}
	return &receiver{t: t, b: b, dir: l.dir, have: map[opID]*simChange{}}
}

// take merges parcels in one go and holds the preview's word against what was done.
func (r *receiver) take(list ...parcel) Report {
	r.t.Helper()
	var paths []string
	for _, p := range list {
		r.n++
		path := filepath.Join(r.dir, fmt.Sprintf("in-%d.zfb", r.n))
		must(r.t, os.WriteFile(path, p.file, 0o600))
		paths = append(paths, path)
	}
	plan, err := r.b.Preview(ctx, paths, nil)
	must(r.t, err)
	report, err := r.b.Merge(ctx, plan, nil)
	must(r.t, err)
	var foretold UnitCount
	for _, u := range plan.Units {
		foretold.New, foretold.Contested = foretold.New+u.New, foretold.Contested+u.Contested
	}
	if foretold.New != report.New || foretold.Contested != report.Contested {
		r.t.Fatalf("foretold %+v, done new %d contested %d", foretold, report.New, report.Contested)
	}
	fresh := int64(0)
	for _, p := range list {
		for _, o := range p.ops {
			if r.have[o.opID] == nil {
				r.have[o.opID], fresh = o, fresh+1
			}
		}
	}
	if report.New != fresh {
		r.t.Fatalf("report says %d new, there were %d", report.New, fresh)
	}
	return report
}

// state is everything that merging must agree on, as text. The book's own log is left out.
func (r *receiver) state() string {
	r.t.Helper()
	return r.rows("head", `SELECT hex(d.id), hex(h.record), h.field, h.seq, hex(h.h8), hex(h.val), h.lam, h.wall, hex(h.actor)
		FROM head h JOIN dev d ON d.ix = h.dev WHERE h.dev > ?1 ORDER BY 1, 2, 3, 4, 5`, 9)
}

func (r *receiver) rows(name, query string, cols int) string {
	rows, err := r.b.r.Query(query, r.b.own.ix)
	must(r.t, err)
	defer rows.Close()
	sum := sha256.New()
	n := 0
	for rows.Next() {
		vals := make([]any, cols)
		for i := range vals {
			vals[i] = new(string)
		}
		must(r.t, rows.Scan(vals...))
		for _, v := range vals {
			fmt.Fprintf(sum, "%s|", *v.(*string))
		}
		n++
	}
	must(r.t, rows.Err())
	return fmt.Sprintf("%s %d %x", name, n, sum.Sum(nil)[:8])
}

// check holds the book against the model.
func (r *receiver) check(what string) {
	r.t.Helper()
	want := simHeads(r.have)
	n := 0
	rows, err := r.b.r.Query("SELECT d.id, h.seq, h.h8, h.record, h.field FROM head h JOIN dev d ON d.ix = h.dev WHERE h.dev > ?", r.b.own.ix)
	must(r.t, err)
	defer rows.Close()
	refs := map[bundle.Ref]register{}
	for id, o := range want {
		refs[id.hash.Ref(id.dev, id.seq)] = register{o.c.Record, o.c.Field}
	}
	for rows.Next() {
		var dev, h8, rec []byte
		var seq, field int64
		must(r.t, rows.Scan(&dev, &seq, &h8, &rec, &field))
		ref := bundle.Ref{Dev: bundle.DeviceID(dev), Seq: uint64(seq), H8: [8]byte(h8)}
		if refs[ref] != (register{[16]byte(rec), uint64(field)}) {
			r.t.Fatalf("%s: %v is a head and should not be", what, ref)
		}
		n++
	}
	if n != len(want) {
		r.t.Fatalf("%s: %d heads, want %d", what, n, len(want))
	}
	r.checkDead(what)
	r.checkDevices(what)
	var ops int
	must(r.t, r.b.r.QueryRow("SELECT count(*) FROM op WHERE dev > ?", r.b.own.ix).Scan(&ops))
	if ops != len(r.have) {
		r.t.Fatalf("%s: %d changes stored, %d were given", what, ops, len(r.have))
	}
}

// checkDead: what is waited for is exactly what is referenced and was not given.
func (r *receiver) checkDead(what string) {
	r.t.Helper()
	here := map[bundle.Ref]bool{}
	for id := range r.have {
		here[id.hash.Ref(id.dev, id.seq)] = true
	}
	want := map[string]bool{}
	for _, o := range r.have {
		for _, ref := range o.c.Refs {
			if !here[ref] {
				want[fmt.Sprint(ref, o.c.Record, o.c.Field)] = true
			}
		}
	}
	var n int
	must(r.t, r.b.r.QueryRow("SELECT count(*) FROM dead WHERE dev > ?", r.b.own.ix).Scan(&n))
	if n != len(want) {
		r.t.Fatalf("%s: %d rows in dead, want %d", what, n, len(want))
	}
}

// checkDevices: a device is forked if and only if two hashes were given or named for one place of its log, and the
// part without gaps ends where it should.
func (r *receiver) checkDevices(what string) {
	r.t.Helper()
	named := map[bundle.DeviceID]map[uint64]map[bundle.Hash]bool{}
	name := func(dev bundle.DeviceID, seq uint64, h bundle.Hash) {
		if named[dev] == nil {
			named[dev] = map[uint64]map[bundle.Hash]bool{}
		}
		if named[dev][seq] == nil {
			named[dev][seq] = map[bundle.Hash]bool{}
		}
		named[dev][seq][h] = true
	}
	for id, o := range r.have {
		name(id.dev, id.seq, id.hash)
		name(id.dev, id.seq-1, o.prev)
	}
	devices, err := r.b.Devices(ctx)
	must(r.t, err)
	for _, d := range devices {
		var id bundle.DeviceID
		must(r.t, id.UnmarshalText([]byte(d.ID)))
		if d.Own || named[id] == nil {
			continue
		}
		forked := false
		for _, h := range named[id] {
			forked = forked || len(h) > 1
		}
		if d.Forked != forked {
			r.t.Fatalf("%s: forked %v, want %v", what, d.Forked, forked)
		}
		given := map[uint64]bool{}
		for o := range r.have {
			if o.dev == id {
				given[o.seq] = true
			}
		}
		end := uint64(0)
		for given[end+1] {
			end++
		}
		if !forked && d.Have != end {
			r.t.Fatalf("%s: has 1 to %d, want %d", what, d.Have, end)
		}
	}
}

// refold rebuilds the state and returns it with what is waited for.
func (r *receiver) refolded() (before, after string) {
	r.t.Helper()
	dead := func() string {
		return r.rows("dead", "SELECT dev, seq, hex(h8), hex(record), field FROM dead WHERE dev > ?1 ORDER BY 1, 2, 3, 4, 5", 5)
	}
	before = r.state() + dead()
	must(r.t, r.b.write(ctx, func(w *writer) error {
		w.dirty = true
		_, _, err := refold(ctx, w.tx, r.b.log)
		return err
	}))
	return before, r.state() + dead()
}
