package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// Doc is a visit as its viewer may see it, at one moment. It is also what the viewer was shown: verbs take it, and write
// changes that replace what is in it and nothing that arrived later.
type Doc struct {
	checklist.Visit
	SchemeHash string // what the viewer's sheet is scored under; SchemeOf gives it
	Signed     []Signed
	Contested  []Place // registers that wait for a decision
	Waiting    []Place // registers that build on changes which have not arrived
	Left       []Left  // judged by another version of the scheme than the sheet is scored under

	me     checklist.Person
	people map[[8]byte]checklist.Person
	regs   *regs
	order  map[checklist.ID]int64

	slotTeam  string                  // the team the plan gives the unit
	group     []checklist.GroupMember // the leading group
	leftovers []checklist.Leftover

	versions map[checklist.ID]version // of the sheets, by person
	others   []string                 // versions of everybody else's sheets, those the viewer may not see included
	digest   string                   // over the heads, those the viewer may not see included
}

// Signed is a signature, and whether anything it covers has changed since.
type Signed struct {
	checklist.Signature
	Changed bool
}

// Place names a register.
type Place struct {
	Record checklist.ID
	Kind   Kind
	Field  string
}

// Visit reads a visit as Me may see it. Faults: visit.missing (id), scheme.missing (hash).
func (b *Book) Visit(ctx context.Context, visit checklist.ID) (d *Doc, err error) {
	err = b.read(ctx, func(q querier) error {
		if d, err = b.doc(ctx, q, visit, b.Me()); err != nil {
			return err
		}
		return b.fillLeftovers(ctx, q, d)
	})
	if err != nil {
		return nil, err
	}
	return d, nil
}

func (b *Book) doc(ctx context.Context, q querier, visit checklist.ID, me checklist.Person) (*Doc, error) {
	rs, err := b.scanVisit(ctx, q, visit)
	if err != nil {
		return nil, err
	}
	return b.docOf(ctx, q, visit, me, rs)
}

// docOf is the visit that registers make, as me may see it.
func (b *Book) docOf(ctx context.Context, q querier, visit checklist.ID, me checklist.Person, rs *regs) (*Doc, error) {
	var body visitBody
	if !rs.body(visit, KindVisit, "body", &body) {
		return nil, newFault("visit.missing", visit.String())
	}
	d := &Doc{me: me, people: b.people(), regs: rs, order: rs.firstSeen()}
	d.ID, d.Kind, d.Day, d.Round = visit, body.Kind, body.Day, b.round()
	d.digest = rs.digest()
	agreed := pinned(rs)
	d.others = otherVersions(rs, checklist.SheetID(visit, me.ID))
	h := blind(visit, rs, me)
	rs.without(h)
	d.Hidden = h.sheets
	if err := fillReasons(ctx, q, rs); err != nil {
		return nil, err
	}
	d.fillVersions()
	d.SchemeHash = cmp.Or(d.versions[me.ID].scheme, agreed)
	d.fillSteps()
	d.fillSheets()
	d.fillSelfScores()
	d.fillSignatures()
	d.fillMoved()
	d.findOpen()
	return d, b.fillUnit(ctx, q, d, body.Unit)
}

// firstSeen is the lowest Lamport number of each record: the order in which records came to be.
func (rs *regs) firstSeen() map[checklist.ID]int64 {
	first := map[checklist.ID]int64{}
	for k, r := range rs.at {
		for _, h := range r.heads {
			if at, ok := first[k.record]; !ok || h.lam < at {
				first[k.record] = h.lam
			}
		}
	}
	return first
}

// list gives the records of a kind in the order they came to be.
func (d *Doc) list(kind Kind) []checklist.ID {
	ids := d.regs.records(kind)
	slices.SortStableFunc(ids, func(a, b checklist.ID) int { return int(d.order[a] - d.order[b]) })
	return ids
}

func (d *Doc) fillSteps() {
	rs := d.regs
	rs.fill(checklist.StepID(d.ID, checklist.StepLook), KindLook, &d.Look)
	rs.fill(checklist.StepID(d.ID, checklist.StepListen), KindListen, &d.Listen)
	rs.fill(checklist.StepID(d.ID, checklist.StepCheck), KindCheck, &d.Check)
	d.Figures = map[string]map[checklist.Column]int64{}
	for _, id := range d.list(KindFigure) {
		var f checklist.Figure
		if rs.body(id, KindFigure, "body", &f) {
			d.setFigure(f.Figure, f.Column, f.N)
		}
	}
	for _, id := range d.list(KindPromise) {
		p := checklist.Promise{ID: id}
		rs.fill(id, KindPromise, &p)
		d.Promises = append(d.Promises, p)
	}
	for _, id := range d.list(KindMaterial) {
		m := checklist.Material{ID: id}
		rs.fill(id, KindMaterial, &m)
		d.Materials = append(d.Materials, m)
	}
	for _, id := range d.list(KindQuestion) {
		x := checklist.Question{ID: id}
		rs.fill(id, KindQuestion, &x)
		d.Questions = append(d.Questions, x)
	}
	d.fillTalks()
}

func (d *Doc) setFigure(figure string, col checklist.Column, n int64) {
	if d.Figures[figure] == nil {
		d.Figures[figure] = map[checklist.Column]int64{}
	}
	d.Figures[figure][col] = n
}

func (d *Doc) fillTalks() {
	rs := d.regs
	for _, id := range d.list(KindInterview) {
		x := checklist.Interview{ID: id}
		rs.fill(id, KindInterview, &x)
		d.Interviews = append(d.Interviews, x)
	}
	slices.SortStableFunc(d.Interviews, func(a, b checklist.Interview) int { return strings.Compare(a.Code, b.Code) })
	for _, id := range d.list(KindIdentity) {
		x := checklist.Identity{ID: id}
		rs.fill(id, KindIdentity, &x)
		d.Identities = append(d.Identities, x)
	}
	for _, id := range d.list(KindEntry) {
		x := checklist.Entry{ID: id}
		rs.fill(id, KindEntry, &x)
		d.Entries = append(d.Entries, x)
	}
	slices.SortStableFunc(d.Entries, func(a, b checklist.Entry) int { return strings.Compare(a.At, b.At) })
	for _, id := range d.list(KindAttachment) {
		a := checklist.Attachment{ID: id}
		rs.fill(id, KindAttachment, &a)
		if r := rs.get(id, KindAttachment, "file"); len(r.heads) > 0 {
			f, _ := r.heads[0].val.File()
			a.SHA, a.Size, a.Mime, a.Name = f.SHA.String(), int64(f.Size), f.MIME, f.Name
		}
		d.Attached = append(d.Attached, a)
	}
	for _, id := range d.list(KindSignedSheet) {
		x := checklist.SignedSheet{ID: id}
		if rs.fill(id, KindSignedSheet, &x); x.Status != "withdrawn" {
			d.Papers = append(d.Papers, x)
		}
	}
	for _, id := range d.list(KindComment) {
		c := checklist.Comment{ID: id}
		c.Status, c.Answer = rs.get(id, KindComment, "status").Text, rs.get(id, KindComment, "answer").Text
		if rs.body(id, KindComment, "body", &c) && c.Status != "withdrawn" {
			d.Comments = append(d.Comments, c)
		}
	}
}

// findOpen lists what waits for a decision or for changes.
func (d *Doc) findOpen() {
	for k, r := range d.regs.at {
		f := byNo[k.field]
		if f == nil {
			continue
		}
		if r.Contested {
			d.Contested = append(d.Contested, Place{k.record, f.Kind, f.Name})
		}
		if r.Waiting {
			d.Waiting = append(d.Waiting, Place{k.record, f.Kind, f.Name})
		}
	}
	sortPlaces(d.Contested)
	sortPlaces(d.Waiting)
	for _, p := range d.Contested {
		d.Contests = append(d.Contests, checklist.Contest{Record: p.Record, Kind: string(p.Kind)})
	}
}

func sortPlaces(places []Place) {
	slices.SortFunc(places, func(a, b Place) int {
		if c := slices.Compare(a.Record[:], b.Record[:]); c != 0 {
			return c
		}
		return int(FieldOf(a.Kind, a.Field).No) - int(FieldOf(b.Kind, b.Field).No)
	})
}

// Register is one register of the visit; an empty one where nothing was written or the viewer may not look.
func (d *Doc) Register(rec checklist.ID, kind Kind, field string) Register {
	r := *d.regs.get(rec, kind, field)
	if f := FieldOf(kind, field); f != nil && f.Owned && len(r.heads) > 0 {
		owner := ownerOf(d.regs, rec, kind)
		r.Foreign = owner != (checklist.ID{}) && [8]byte(owner[8:]) != r.heads[0].actor
	}
	return r
}

// Shown is what the viewer was shown of a register.
func (d *Doc) Shown(rec checklist.ID, kind Kind, field string) []bundle.Ref {
	return d.regs.get(rec, kind, field).Shown
}

// Person is somebody the visit speaks of; only an id for one the book does not know.
func (d *Doc) Person(id checklist.ID) checklist.Person { return d.person(id) }

// Me is who the visit was read for.
func (d *Doc) Me() checklist.Person { return d.me }
