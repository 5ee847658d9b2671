package store

import (
	"bytes"

	"fmt"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// The steps of a fleet's season.

// step is something that may happen to a laptop; weight is how often, against the others.
type step struct {
	name   string
	weight int
	do     func(*fleet, *flap)
}

var fleetSteps = []step{
	{"edit", 24, (*fleet).edit}, {"open a form", 8, (*fleet).openForm}, {"note", 6, (*fleet).note}, {"finding", 8, (*fleet).finding},
	{"withdraw", 4, (*fleet).withdraw}, {"figure", 6, (*fleet).figure}, {"unit", 3, (*fleet).unit}, {"attach", 2, (*fleet).attach},
	{"undo", 5, (*fleet).undo}, {"decide", 10, (*fleet).decide}, {"export", 9, (*fleet).export}, {"export a unit", 3, (*fleet).exportUnit},
	{"export a piece", 3, (*fleet).exportPiece}, {"enrol", 3, (*fleet).enrol}, {"merge", 18, (*fleet).merge}, {"exchange", 4, (*fleet).exchange}, {"quarrel", 2, (*fleet).quarrel}, {"crash", 2, (*fleet).crash},
	{"restart", 2, (*fleet).restart}, {"clone", 1, (*fleet).clone}, {"copy", 1, (*fleet).copyBook}, {"back up", 2, (*fleet).backUp},
	{"restore", 2, (*fleet).restore},
}

// live lets something happen, so many times.
func (f *fleet) live(steps int) {
	f.t.Helper()
	total := 0
	for _, s := range fleetSteps {
		total += s.weight
	}
	for range steps {
		p, n := pick(f.r, f.laps), f.r.Intn(total)
		for _, s := range fleetSteps {
			if n -= s.weight; n >= 0 {
				continue
			}
			f.say("%s: %s", p.name, s.name)
			f.made[s.name]++
			s.do(f, p)
			break
		}
		f.absorb(p)
		if f.r.Intn(6) == 0 {
			f.audit(p)
		}
	}
}

// doc is a visit as its form shows it: as it is now, or as it was when the form was opened.
func (f *fleet) doc(p *flap) *Doc {
	f.t.Helper()
	if p.form != nil && f.r.Intn(2) == 0 {
		f.made["stale forms"]++
		return p.form
	}
	d, err := p.b.Visit(ctx, checklist.YearlyVisitID(p.b.round().ID, pick(f.r, f.units)))
	must(f.t, err)
	return d
}

func (f *fleet) openForm(p *flap) { p.form = nil; p.form = f.doc(p) }

// wrote takes in what a verb wrote from a form: each change names nothing that its author was not shown.
func (f *fleet) wrote(p *flap, d *Doc, err error) {
	f.t.Helper()
	if err != nil {
		f.fatalf("%s: %v", p.name, err)
	}
	for _, o := range f.absorb(p) {
		shown := map[bundle.Ref]bool{}
		if r := d.regs.at[register{o.c.Record, o.c.Field}]; r != nil {
			for _, ref := range r.Shown {
				shown[ref] = true
			}
		}
		for _, ref := range o.c.Refs {
			if target := f.byRef(p, ref); target == nil || target.c.Record != o.c.Record || target.c.Field != o.c.Field {
				continue // what it takes into account elsewhere removes nothing there
			}
			if ref.Dev != o.dev && !shown[ref] {
				f.fatalf("%s: change %d names %v, which nobody was shown", p.name, o.seq, ref)
			}
		}
	}
}

func (f *fleet) byRef(p *flap, ref bundle.Ref) *simChange {
	for k := range p.have {
		if k.dev == ref.Dev && k.seq == ref.Seq && k.hash.H8() == ref.H8 {
			return f.ops[k]
		}
	}
	return nil
}

var venues = []string{"三楼会议室", "五楼会议室", "一楼大厅", ""}

// edit writes shared fields of a visit; what was written is among what is shown then.
func (f *fleet) edit(p *flap) {
	d := f.doc(p)
	v := d.Listen
	v.Place = pick(f.r, venues)
	if f.r.Intn(3) == 0 {
		v.KeyPoints = pick(f.r, venues) + "的要点"
	}
	f.wrote(p, d, p.b.SaveListen(ctx, d, v))
	now, err := p.b.Visit(ctx, d.ID)
	must(f.t, err)
	r := now.Register(checklist.StepID(d.ID, checklist.StepListen), KindListen, "place")
	seen := r.Text == v.Place
	for _, s := range r.Siblings {
		seen = seen || s.Text == v.Place
	}
	if !seen {
		f.fatalf("%s: %q was saved and is not shown: %+v", p.name, v.Place, r)
	}
}

func (f *fleet) note(p *flap) {
	d := f.doc(p)
	text := fmt.Sprintf("第%d条", f.r.Intn(1000))
	_, err := p.b.SaveEntry(ctx, d, checklist.Entry{Step: checklist.StepListen, Text: text})
	f.wrote(p, d, err)
}

func (f *fleet) finding(p *flap) {
	d := f.doc(p)
	v := checklist.Finding{Rule: "E1.1", Count: 1 + int64(f.r.Intn(3)), Facts: "超编"}
	if own := d.Own(); own != nil && len(own.Findings) > 0 && f.r.Intn(2) == 0 {
		v = pick(f.r, own.Findings)
		v.Count = 1 + int64(f.r.Intn(3))
	}
	_, err := p.b.SaveFinding(ctx, d, v)
	f.wrote(p, d, err)
}

func (f *fleet) withdraw(p *flap) {
	d := f.doc(p)
	own := d.Own()
	if own == nil || len(own.Findings) == 0 {
		return
	}
	v := pick(f.r, own.Findings)
	if v.Status == "withdrawn" {
		f.wrote(p, d, p.b.RestoreFinding(ctx, d, v.ID, "另有证据"))
	} else {
		f.wrote(p, d, p.b.WithdrawFinding(ctx, d, v.ID, "查无实据"))
	}
}

func (f *fleet) figure(p *flap) {
	d, n := f.doc(p), int64(f.r.Intn(3))
	f.wrote(p, d, p.b.SetFigure(ctx, d, "act_admin", checklist.Verified, &n))
}

// unit writes what lies outside of visits.
func (f *fleet) unit(p *flap) {
	_, err := p.b.SaveUnits(ctx, []checklist.UnitLine{{Unit: checklist.Unit{ID: f.units[0], Code: "MZJ",
		Name: pick(f.r, []string{"民政局", "区民政局", "云台区民政局"}), Kind: "department"}}})
	must(f.t, err)
}

func (f *fleet) attach(p *flap) {
	d := f.doc(p)
	photo := append([]byte("\xff\xd8\xff\xe0"), bytes.Repeat([]byte{byte(f.r.Intn(3))}, 500+f.r.Intn(2)*chunkSize)...)
	_, err := p.b.Attach(ctx, d, d.ID, "照片.jpg", bytes.NewReader(photo))
	f.wrote(p, d, err)
}

func (f *fleet) undo(p *flap) {
	_, err := p.b.Undo(ctx)
	switch {
	case err == nil:
		f.made["undone"]++
	case !IsFault(err, "undo.nothing") && !IsFault(err, "undo.foreign") && !IsFault(err, "undo.final"):
		f.fatalf("%s: undo: %v", p.name, err)
	}
}

func (f *fleet) decide(p *flap) {
	list, err := p.b.Conflicts(ctx, nil)
	must(f.t, err)
	if len(list) == 0 {
		f.edit(p)
		return
	}
	c := list[f.r.Intn(min(2, len(list)))]
	switch err := p.b.Decide(ctx, c, pick(f.r, c.Sides).Text, "核实"); {
	case err == nil:
		f.made["decided"]++
	case !IsFault(err, "decide.waiting") && !IsFault(err, "field.bad"):
		f.fatalf("%s: decide %s.%s: %v", p.name, c.Kind, c.Field, err)
	}
}
