package store

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// circle is two evaluators and an office that exchange bundles in any interleaving.
type circle struct {
	t     *testing.T
	r     *rand.Rand
	o     *Book
	teams []*Book
	id    checklist.ID
	toO   [][]string     // bundles written for the office and not merged yet, of each team in order
	back  [][]string     // bundles of the office, for each team
	made  map[string]int // what happened
}

func newCircle(t *testing.T, seed int64) *circle {
	o, a, b, id := desk(t)
	return &circle{t: t, r: rand.New(rand.NewSource(seed)), o: o, teams: []*Book{a, b}, id: id, toO: make([][]string, 2), back: make([][]string, 2), made: map[string]int{}}
}

func (c *circle) step() {
	i := c.r.Intn(2)
	p := c.teams[i]
	switch c.r.Intn(8) {
	case 0, 1:
		jot(c.t, p, c.id, fmt.Sprint("第", c.r.Int31(), "条"))
	case 2:
		_, err := p.Attach(ctx, visit(c.t, p, c.id), c.id, "附件.jpg", newPhoto(c.r.Intn(3)))
		must(c.t, err)
	case 3:
		c.since(i)
	case 4:
		out := send(c.t, p, ExportOptions{Receipts: true, WithoutFiles: c.r.Intn(2) == 0})
		c.toO[i] = append(c.toO[i], out.Path)
	case 5: // the office takes up some of what lies there, in order
		if n := len(c.toO[i]); n > 0 {
			k := 1 + c.r.Intn(n)
			mergeFiles(c.t, c.o, c.toO[i][:k]...)
			c.toO[i] = c.toO[i][k:]
			c.made["merged"]++
		}
	case 6: // the office answers, sometimes with receipts only or with the visit sent back
		if c.r.Intn(3) == 0 {
			if d, err := c.o.Visit(ctx, c.id); err == nil {
				must(c.t, c.o.ReturnVisit(ctx, d, "再核一次", nil))
				c.made["returned"]++
			}
		}
		out, _, err := c.o.ExportReceipts(ctx, c.t.TempDir(), Sealing{})
		must(c.t, err)
		if c.r.Intn(2) == 0 {
			if out, err = c.o.Export(ctx, c.t.TempDir(), ExportOptions{Since: c.r.Intn(2) == 0, For: p.own.id}, nil); IsFault(err, "export.nothing") {
				return
			}
			must(c.t, err)
		}
		c.back[i] = append(c.back[i], out.Path)
	case 7:
		if n := len(c.back[i]); n > 0 { // any of them, so that older receipts come late
			mergeFiles(c.t, p, c.back[i][c.r.Intn(n)])
		}
	}
}

// since writes what the office lacks and proves that whatever it leaves out is at the office.
func (c *circle) since(i int) {
	p := c.teams[i]
	out, err := p.Export(ctx, c.t.TempDir(), ExportOptions{Receipts: true, Since: true}, nil)
	if IsFault(err, "export.nothing") {
		c.nothingLacks(p, nil, nil)
		c.made["nothing"]++
		return
	}
	must(c.t, err)
	if out.Since != nil {
		c.made["since"]++
	}
	in, files := map[uint64]bool{}, map[bundle.Hash]bool{}
	readChanges(c.t, out.Path, func(e *bundle.Entry) {
		if e.Dev == p.own.id {
			in[e.Seq] = true
		}
	}, files)
	c.nothingLacks(p, in, files)
	c.toO[i] = append(c.toO[i], out.Path)
}

func (c *circle) nothingLacks(p *Book, in map[uint64]bool, files map[bundle.Hash]bool) {
	var d devState
	must(c.t, c.o.read(ctx, func(q querier) (err error) { d, err = readDevState(ctx, q, p.own.id); return err }))
	for seq := uint64(1); seq <= p.own.seq; seq++ {
		if !in[seq] && seq > d.hseq {
			c.t.Fatalf("change %d was left out, and the office has %d", seq, d.hseq)
		}
	}
	for _, a := range visit(c.t, p, c.id).Attached {
		var sha bundle.Hash
		must(c.t, sha.UnmarshalText([]byte(a.SHA)))
		if files[sha] || a.SHA == "" {
			continue
		}
		if len(fileBytes(c.t, p, a.SHA)) == 0 {
			continue // it never arrived here
		}
		if len(fileBytes(c.t, c.o, a.SHA)) == 0 {
			c.t.Fatalf("file %s was left out, and the office lacks it", a.SHA)
		}
	}
}

// Whatever the order of exports, receipts, merges and returns: nothing that the office lacks is left out, and what came in
// parts is what whole logs bring.
func TestSinceLeavesNothingOut(t *testing.T) {
	made := map[string]int{}
	for seed := range int64(4) {
		c := newCircle(t, seed)
		for range 40 {
			c.step()
		}
		for i, p := range c.teams {
			c.since(i)
			mergeFiles(t, c.o, c.toO[i]...)
			mergeFiles(t, p, c.back[i]...)
			mergeFiles(t, p, export(t, c.o))
			if list, err := p.Waiting(ctx); err != nil || len(list) > 0 {
				t.Fatalf("seed %d: %s waits for %v, %v", seed, p.Me().Name, list, err)
			}
			if list, err := c.o.Waiting(ctx); err != nil || len(list) > 0 {
				t.Fatalf("seed %d: the office waits for %v of %s, %v", seed, list, p.Me().Name, err)
			}
		}
		whole := newLaptop(t, "whole").create(Setup{})
		enrol(t, whole, c.o, c.teams[0], c.teams[1])
		files := []string{export(t, c.o), export(t, c.teams[0]), export(t, c.teams[1])}
		c.r.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
		mergeFiles(t, whole, files...)
		if digest(t, whole, c.id) != digest(t, c.o, c.id) {
			t.Fatalf("seed %d: parts and wholes differ", seed)
		}
		for what, n := range c.made {
			made[what] += n
		}
	}
	for _, what := range []string{"since", "merged", "returned"} {
		if made[what] == 0 {
			t.Errorf("no %s in %v: nothing tested", what, made)
		}
	}
}

// A file that does not come to the scores of the book is not handed out.
func TestExportScoresAgain(t *testing.T) {
	a, b, id := pair(t)
	work(t, a, b, id)
	for _, state := range []checklist.State{checklist.Nil, checklist.NA} {
		must(t, a.SetStanding(ctx, visit(t, a, id), map[checklist.State]string{checklist.Nil: "A1", checklist.NA: "A3"}[state], state, "没有"))
	}
	if out := send(t, a, ExportOptions{}); out.Scored != 1 {
		t.Errorf("%d units compared", out.Scored)
	}
	enrol(t, a, b)
	mergeFiles(t, a, export(t, b)) // what others judged and the bundle does not carry
	if out := send(t, a, ExportOptions{}); out.Scored != 1 {
		t.Errorf("%d units compared, after a merge", out.Scored)
	}
	if out := send(t, b, ExportOptions{Units: []checklist.ID{checklist.UnitID("云台区", "none")}}); out.Scored != 0 {
		t.Errorf("%d units compared that do not go along", out.Scored)
	}
	must(t, a.read(ctx, func(q querier) error {
		x := &exporter{b: a, ctx: ctx, q: q, own: a.own}
		must(t, x.plan())
		r, err := x.newRescorer()
		must(t, err)
		seal, err := a.sealing(ctx, q, nil, Sealing{Plain: true})
		must(t, err)
		x.seal = seal
		out, err := x.write(destination{path: t.TempDir() + "/x.zfb", fixed: true})
		must(t, err)
		readChanges(t, out.Path, func(e *bundle.Entry) { must(t, r.keep(e)) }, nil)
		r.read = slices.DeleteFunc(r.read, func(o readOp) bool { return o.seq == a.own.seq })
		_, err = r.compare()
		wantFault(t, err, "export.rescore")
		return nil
	}))
}
