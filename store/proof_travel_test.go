package store

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// The steps of a season in which something travels: exports, merges, and laptops that are copied, crash or go back.

// post reads a bundle that was written and keeps it for everybody.
func (f *fleet) post(p *flap, path string) *mailed {
	f.t.Helper()
	content, err := os.ReadFile(path)
	must(f.t, err)
	m := &mailed{path: path, sha: bundle.SumOf(content)}
	must(f.t, bundle.Read(bytes.NewReader(content), bundle.Sink{
		Header: func(h bundle.Header) error { m.by = h.Exporter; return nil },
		Segment: func(dev bundle.DeviceID, _ uint64, _ bundle.Hash) error {
			m.segs = append(m.segs, mailedSegment{dev: dev})
			return nil
		},
		Change: func(e *bundle.Entry) error {
			s := &m.segs[len(m.segs)-1]
			s.ops = append(s.ops, opID{e.Dev, e.Seq, e.Hash})
			return nil
		},
	}))
	f.mail = append(f.mail, m)
	devs := map[bundle.DeviceID]bool{}
	for _, s := range m.segs {
		devs[s.dev] = true
	}
	if len(devs) > 1 {
		f.made["relays"]++
	}
	return m
}

func (f *fleet) folder() string {
	dir, err := os.MkdirTemp(f.root, "mail-*")
	must(f.t, err)
	return dir
}

// export writes everything, and everything is in it that the book holds of enrolled devices.
func (f *fleet) export(p *flap) {
	out, err := p.b.Export(ctx, f.folder(), ExportOptions{Relay: true}, nil)
	must(f.t, err)
	m := f.post(p, out.Path)
	in, trusts := map[opID]bool{}, f.trusts(p.b)
	for _, s := range m.segs {
		for _, k := range s.ops {
			if !p.have[k] || in[k] {
				f.fatalf("%s exported change %d of %v, which it does not hold, or twice", p.name, k.seq, k.dev)
			}
			in[k] = true
		}
	}
	for k := range p.have {
		if trusts[k.dev] && !in[k] {
			f.fatalf("%s left change %d of %v out", p.name, k.seq, k.dev)
		}
	}
}

func (f *fleet) exportUnit(p *flap) {
	out, err := p.b.Export(ctx, f.folder(), ExportOptions{Units: []checklist.ID{pick(f.r, f.units)}}, nil)
	must(f.t, err)
	f.post(p, out.Path)
}

// exportPiece packs a run of the own log, as an older program that sent parts might have.
func (f *fleet) exportPiece(p *flap) {
	own := &lap{key: p.b.own.key, id: p.b.own.id}
	for k := range p.have {
		if k.dev == own.id {
			own.log = append(own.log, f.ops[k])
		}
	}
	slicesSortBySeq(own.log)
	var prev bundle.Hash
	for _, o := range own.log {
		o.prev, prev = prev, o.hash
	}
	a := 1 + f.r.Intn(len(own.log))
	piece := pack(f.t, own, []piece{{own, a, min(len(own.log), a+f.r.Intn(8))}})
	path := filepath.Join(f.folder(), "piece.zfb")
	must(f.t, os.WriteFile(path, piece.file, 0o600))
	f.post(p, path)
}

// trusts is the devices a book lets in.
func (f *fleet) trusts(b *Book) map[bundle.DeviceID]bool {
	f.t.Helper()
	list, err := b.Devices(ctx)
	must(f.t, err)
	in := map[bundle.DeviceID]bool{}
	for _, d := range list {
		var id bundle.DeviceID
		must(f.t, id.UnmarshalText([]byte(d.ID)))
		in[id] = d.Trusted
	}
	return in
}

func (f *fleet) enrol(p *flap) { must(f.t, p.b.Enrol(ctx, pick(f.r, f.laps).b.own.id, "")) }

// merge takes one to three bundles, some of them again, and whatever waits; the model says beforehand what comes of it.
func (f *fleet) merge(p *flap) {
	var list []*mailed
	for n := 1 + f.r.Intn(3); n > 0 && len(f.mail) > 0; n-- {
		m := pick(f.r, f.mail)
		if f.r.Intn(2) == 0 {
			m = pick(f.r, f.mail[max(0, len(f.mail)-4):]) // what was sent of late
		}
		list = append(list, m)
	}
	f.mergeAll(p, list)
}

func (f *fleet) mergeAll(p *flap, list []*mailed) {
	f.t.Helper()
	trusts, self := f.trusts(p.b), p.b.own.id
	var paths []string
	taking := map[bundle.Hash]*mailed{}
	for sha, m := range p.waits {
		taking[sha] = m
	}
	for _, m := range list {
		paths, taking[m.sha] = append(paths, m.path), m
	}
	fresh := int64(0)
	for sha, m := range taking {
		delete(p.waits, sha)
		if !trusts[m.by] {
			p.waits[sha] = m
			f.made["waiting files"]++
			continue
		}
		for _, s := range m.segs {
			if !trusts[s.dev] {
				p.waits[sha] = m
				f.made["partial files"]++
				continue
			}
			for _, k := range s.ops {
				if p.have[k] {
					f.made["duplicates"]++
				} else {
					fresh++
					f.late(p, k)
				}
				p.have[k] = true
			}
		}
	}
	plan, err := p.b.Preview(ctx, paths, nil)
	must(f.t, err)
	report, err := p.b.Merge(ctx, plan, nil)
	must(f.t, err)
	for _, file := range report.Files {
		if file.Verdict == Refused {
			f.fatalf("%s refused %s: %v", p.name, filepath.Base(file.Path), file.Fault)
		}
	}
	if report.New != fresh {
		f.fatalf("%s: report says %d new, there are %d", p.name, report.New, fresh)
	}
	if own := f.absorb(p); !report.NewSelf && len(own) > 0 || report.NewSelf != (p.b.own.id != self) {
		f.fatalf("%s: merging wrote %d changes of its own, a new device: %v", p.name, len(own), report.NewSelf)
	} else if report.NewSelf {
		f.made["new devices"]++
	}
	f.watch(p)
}

// exchange: two people at one table give each other everything.
func (f *fleet) exchange(p *flap) {
	other := pick(f.r, f.laps)
	if other == p {
		return
	}
	must(f.t, p.b.Enrol(ctx, other.b.own.id, ""))
	must(f.t, other.b.Enrol(ctx, p.b.own.id, ""))
	f.export(p)
	f.export(other)
	two := f.mail[len(f.mail)-2:]
	f.mergeAll(p, two[1:])
	f.mergeAll(other, two[:1])
}

// quarrel: two people write different things, learn of it, and each decides for the own side.
func (f *fleet) quarrel(p *flap) {
	other := pick(f.r, f.laps)
	if other == p {
		return
	}
	figure := func(p *flap, n int64) {
		d, err := p.b.Visit(ctx, checklist.YearlyVisitID(p.b.round().ID, f.units[0]))
		must(f.t, err)
		f.wrote(p, d, p.b.SetFigure(ctx, d, "act_partner", checklist.Verified, &n))
	}
	figure(p, 7)
	figure(other, 8)
	f.export(p)
	f.mergeAll(other, f.mail[len(f.mail)-1:])
	f.export(other)
	f.mergeAll(p, f.mail[len(f.mail)-1:])
	for k, q := range []*flap{p, other} {
		list, err := q.b.Conflicts(ctx, nil)
		must(f.t, err)
		for _, c := range list {
			if c.Kind == KindFigure && len(c.Sides) > 1 {
				if err := q.b.Decide(ctx, c, c.Sides[k].Text, "各执一词"); err == nil {
					f.made["decided"]++
				}
				break
			}
		}
		f.absorb(q)
	}
}

// late counts changes that come after one that replaces them.
func (f *fleet) late(p *flap, k opID) {
	ref := k.hash.Ref(k.dev, k.seq)
	for other := range p.have {
		for _, r := range f.ops[other].c.Refs {
			if r == ref {
				f.made["late arrivals"]++
				return
			}
		}
	}
}

// crash: the process is gone without a word; what is on the disk is what there is.
func (f *fleet) crash(p *flap) {
	next := f.image(p, p.l.opts.Machine)
	_ = p.b.Close() // of the files left behind
	p.l = next
	f.open(p)
}

// image is a copy of a laptop's disk, taken while it works.
func (f *fleet) image(p *flap, machine string) laptop {
	next := f.machine(machine)
	must(f.t, os.CopyFS(next.dir, os.DirFS(p.l.dir)))
	return next
}

func (f *fleet) restart(p *flap) {
	must(f.t, p.b.Close())
	f.open(p)
}

// clone: the disk image goes onto a second laptop, identity and all, and both are used.
func (f *fleet) clone(p *flap) {
	if len(f.laps) > 5 {
		return
	}
	c := f.twin(p, f.image(p, p.l.opts.Machine))
	for sha, m := range p.waits {
		c.waits[sha] = m
	}
	f.open(c)
	f.absorb(c)
}

// copyBook: only the file of the book goes to another machine, which has no identity for it.
func (f *fleet) copyBook(p *flap) {
	if len(f.laps) > 5 {
		return
	}
	c := f.twin(p, f.machine(fmt.Sprintf("m%d", len(f.laps))))
	must(f.t, p.b.Backup(ctx, c.l.path()))
	f.open(c)
	f.absorb(c)
	if c.b.own.id == p.b.own.id {
		f.fatalf("%s is copied and goes on under the same name", p.name)
	}
}

func (f *fleet) twin(p *flap, l laptop) *flap {
	c := &flap{name: fmt.Sprintf("laptop %d", len(f.laps)), l: l, me: p.me, have: copySet(p.have), waits: map[bundle.Hash]*mailed{}}
	f.laps = append(f.laps, c)
	return c
}

func (f *fleet) backUp(p *flap) {
	path := filepath.Join(f.folder(), "backup.zoufang")
	must(f.t, p.b.Backup(ctx, path))
	p.backups = append(p.backups, backup{path, copySet(p.have)})
}

// restore puts a backup in the place of the book. What was only in the book is gone, whoever did that wanted it so.
func (f *fleet) restore(p *flap) {
	if len(p.backups) == 0 {
		return
	}
	old := pick(f.r, p.backups)
	must(f.t, p.b.Close())
	content, err := os.ReadFile(old.path)
	must(f.t, err)
	must(f.t, os.WriteFile(p.l.path(), content, 0o600))
	for k := range p.have {
		if !old.have[k] {
			f.torn[k] = true
		}
	}
	p.have = copySet(old.have)
	f.open(p)
	f.made["restored"]++
}

func copySet(m map[opID]bool) map[opID]bool {
	c := make(map[opID]bool, len(m))
	for k := range m {
		c[k] = true
	}
	return c
}
