package store

import (
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

// check holds the book against the model.
func (r *receiver) check(what string) {
	r.t.Helper()
	r.checkHeads(what)
	r.checkChanges(what)
	r.checkDead(what)
	r.checkDevices(what)
}

// checkHeads: the heads are those of the definition.
func (r *receiver) checkHeads(what string) {
	r.t.Helper()
	want := map[string]bool{}
	for id, o := range simHeads(r.have) {
		want[fmt.Sprint(id.hash.Ref(id.dev, id.seq), o.c.Record, o.c.Field, []byte(o.c.Value))] = true
	}
	r.same(what+": heads", want, "SELECT d.id, h.seq, h.h8, h.record, h.field, h.val FROM head h JOIN dev d ON d.ix = h.dev WHERE h.dev > ?",
		func(v []any) string {
			return fmt.Sprint(rowRef(v), [16]byte(v[3].([]byte)), v[4], v[5])
		})
}

// checkChanges: every change that was given is stored as it was, and nothing else.
func (r *receiver) checkChanges(what string) {
	r.t.Helper()
	want := map[string]bool{}
	for id, o := range r.have {
		want[fmt.Sprintf("%v %d %v %x", id.dev, id.seq, id.hash, o.body)] = true
	}
	r.same(what+": changes", want, "SELECT d.id, o.seq, o.hash, o.body FROM op o JOIN dev d ON d.ix = o.dev WHERE o.dev > ?",
		func(v []any) string {
			return fmt.Sprintf("%v %d %v %x", bundle.DeviceID(v[0].([]byte)), v[1], bundle.Hash(v[2].([]byte)), v[3])
		})
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
	r.same(what+": waited for", want, "SELECT d.id, x.seq, x.h8, x.record, x.field FROM dead x JOIN dev d ON d.ix = x.dev WHERE x.dev > ?",
		func(v []any) string { return fmt.Sprint(rowRef(v), [16]byte(v[3].([]byte)), v[4]) })
}

// rowRef is the change that the first three columns of a row name.
func rowRef(v []any) bundle.Ref {
	return bundle.Ref{Dev: bundle.DeviceID(v[0].([]byte)), Seq: uint64(v[1].(int64)), H8: [8]byte(v[2].([]byte))}
}

// same holds the rows of a query, other than those of the book's own log, against what they must be.
func (r *receiver) same(what string, want map[string]bool, query string, line func(row []any) string) {
	r.t.Helper()
	n := eachRow(r.t, r.b, query, func(row []any) {
		if !want[line(row)] {
			r.t.Fatalf("%s: %s should not be there", what, line(row))
		}
	}, r.b.own.ix)
	if n != len(want) {
		r.t.Fatalf("%s: %d, want %d", what, n, len(want))
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
