package store

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"zoufang/checklist"
)

// WorkMove is what moving a visit's records to a visit of another unit comes to: made by PlanWork, carried out by
// MoveWork. The records keep the second half of their ids, so that moving them back meets the ones they came from.
type WorkMove struct {
	From, To checklist.Unit
	Visit    checklist.ID // of From
	Kind     checklist.VisitKind
	Day      string
	Count    map[Kind]int // records that go, by kind
	Clashes  []Clash      // registers that hold something else there
	Stay     []Staying    // records that are other people's judgements
	Hidden   int          // sheets that exist and may not be seen: they stay

	doc    *Doc
	target *Doc // nil where the visit there is not begun
	to     checklist.ID
}

// Clash is a register that holds one thing here and another there.
type Clash struct {
	Place       // in the visit it would go to
	Here, There string
	Ruling      Ruling
}

// Ruling is what becomes of a clash.
type Ruling uint8

// The rulings: what is here goes over what is there, or stays where it is.
const (
	Undecided Ruling = iota
	TakeHere
	KeepThere
)

// Staying is a record that does not go: somebody else judged it.
type Staying struct {
	Kind   Kind
	Record checklist.ID
	Person checklist.Person
}

// movedKinds are what goes along, in the order it is written: what others refer to comes first.
var movedKinds = []Kind{KindLook, KindListen, KindCheck, KindPromise, KindMaterial, KindFigure, KindSelfScore, KindQuestion, KindInterview,
	KindIdentity, KindEntry, KindAttachment, KindFinding, KindStanding, KindClaim, KindLink}

// PlanWork works out what moving a visit's records to the same visit of another unit would do. Nothing is written. Faults:
// visit.missing (id), work.same, units.gone (code), units.unknown; work.signed, work.closed, work.contested (unit, n) and
// work.version (unit) for what has to be settled first.
func (b *Book) PlanWork(ctx context.Context, visit, to checklist.ID) (m *WorkMove, err error) {
	err = b.read(ctx, func(q querier) error {
		m, err = b.planWork(ctx, q, visit, to)
		return err
	})
	return m, err
}

func (b *Book) planWork(ctx context.Context, q querier, visit, to checklist.ID) (*WorkMove, error) {
	d, err := b.doc(ctx, q, visit, b.Me())
	if err != nil {
		return nil, err
	}
	u, err := b.readUnit(ctx, q, to)
	if err != nil {
		return nil, err
	}
	m := &WorkMove{From: d.Unit, To: u, Visit: visit, Kind: d.Kind, Day: d.Day, Count: map[Kind]int{}, Hidden: d.Hidden, doc: d}
	switch {
	case u.Code == "":
		return nil, newFault("units.unknown")
	case u.Ended():
		return nil, newFault("units.gone", u.Code)
	case u.ID == d.Unit.ID:
		return nil, newFault("work.same")
	}
	there, ok, err := b.findVisit(ctx, q, to, d.Kind, d.Day)
	if err != nil {
		return nil, err
	}
	if ok {
		if m.target, err = b.doc(ctx, q, there, b.Me()); err != nil {
			return nil, err
		}
		m.to = there
	} else if d.Kind == checklist.Yearly {
		m.to = checklist.YearlyVisitID(b.round().ID, to)
	}
	if err := m.may(); err != nil {
		return nil, err
	}
	m.sort()
	return m, nil
}

// may refuses what would change a signed or closed sheet, or bring together what was judged by different versions.
func (m *WorkMove) may() error {
	for _, d := range []*Doc{m.doc, m.target} {
		switch {
		case d == nil:
		case len(d.Signed) > 0:
			return newFault("work.signed", d.Unit.Name)
		case d.Own().State == "closed":
			return newFault("work.closed", d.Unit.Name)
		case len(d.Contested) > 0:
			return newFault("work.contested", d.Unit.Name, len(d.Contested))
		}
	}
	if m.target != nil && m.target.find(m.doc.me.ID) != nil && m.doc.find(m.doc.me.ID) != nil && m.target.Own().Scheme != m.doc.Own().Scheme {
		return newFault("work.version", m.To.Name)
	}
	return nil
}

// sort tells the records that go from those that stay, and finds what is there already.
func (m *WorkMove) sort() {
	for _, kind := range movedKinds {
		for _, id := range m.doc.list(kind) {
			if m.gone(id, kind) {
				continue
			}
			if p, foreign := m.foreign(id, kind); foreign {
				m.Stay = append(m.Stay, Staying{kind, id, p})
				continue
			}
			m.Count[kind]++
			m.clash(id, kind)
		}
	}
}

// gone tells that a record was withdrawn because it was moved away before.
func (m *WorkMove) gone(id checklist.ID, kind Kind) bool {
	return FieldOf(kind, "status") != nil && m.doc.regs.get(id, kind, "status").Text == "withdrawn"
}

// foreign tells whose judgement a record is, where the viewer may not move it: people move their own, the office moves all.
func (m *WorkMove) foreign(id checklist.ID, kind Kind) (checklist.Person, bool) {
	owners := []checklist.ID{ownerOf(m.doc.regs, id, kind)}
	if kind == KindLink {
		owners = nil
		for _, end := range hostsOf(m.doc.regs, id, kind) {
			owners = append(owners, ownerOf(m.doc.regs, end, KindFinding))
		}
	}
	if kind == KindAttachment {
		for _, host := range hostsOf(m.doc.regs, id, kind) {
			owners = append(owners, ownerOf(m.doc.regs, host, m.doc.regs.kinds()[host]))
		}
	}
	for _, owner := range owners {
		if owner != (checklist.ID{}) && owner != m.doc.me.ID && m.doc.me.Role != checklist.RoleOffice {
			return m.doc.person(owner), true
		}
	}
	return checklist.Person{}, false
}

// clash notes the registers of a record that hold something else there.
func (m *WorkMove) clash(id checklist.ID, kind Kind) {
	if m.target == nil {
		return
	}
	rec := m.mapped(id)
	if FieldOf(kind, "status") != nil && m.target.regs.get(rec, kind, "status").Text == "withdrawn" {
		return // it was moved from there, or withdrawn: it comes back as it is here
	}
	for _, f := range FieldsOf(kind) {
		here, there := m.doc.regs.get(id, kind, f.Name), m.target.regs.get(rec, kind, f.Name)
		text := m.text(&f, here)
		if f.Name == "approval" && !m.doc.Leads() {
			continue // the leader rules again
		}
		if text != "" && there.Text != "" && text != there.Text {
			m.Clashes = append(m.Clashes, Clash{Place: Place{rec, kind, f.Name}, Here: text, There: there.Text})
		}
	}
}

// mapped is a record's id in the other visit.
func (m *WorkMove) mapped(id checklist.ID) checklist.ID {
	if id.Scope() != m.Visit.Scope() {
		return id
	}
	if ends := hostsOf(m.doc.regs, id, KindLink); len(ends) == 2 && ends[0] != (checklist.ID{}) {
		return checklist.LinkID(m.to, checklist.InVisit(m.to, [8]byte(ends[0][8:])), checklist.InVisit(m.to, [8]byte(ends[1][8:])))
	}
	return checklist.InVisit(m.to, [8]byte(id[8:]))
}

// text is what a register will say there: records of the visit that it names are named by their ids there.
func (m *WorkMove) text(f *Field, r *Register) string {
	if r.Text == "" || r.Unread {
		return ""
	}
	switch f.Type {
	case Link, Links:
		ids := strings.Fields(r.Text)
		for i := range ids {
			var id checklist.ID
			if id.UnmarshalText([]byte(ids[i])) == nil {
				ids[i] = m.renamed(id).String()
			}
		}
		return strings.Join(ids, " ")
	case Body:
		rv := reflect.New(f.bodyType()).Elem()
		if len(r.heads) > 0 && readBody(r.heads[0].val, rv) {
			m.renameIn(rv)
			return string(appendJSON(nil, rv))
		}
	}
	return r.Text
}

func (m *WorkMove) renamed(id checklist.ID) checklist.ID {
	if id.Scope() != m.Visit.Scope() {
		return id
	}
	return checklist.InVisit(m.to, [8]byte(id[8:]))
}

// renameIn gives the records that a body names their ids there.
func (m *WorkMove) renameIn(rv reflect.Value) {
	switch p := rv.Addr().Interface().(type) {
	case *checklist.ID:
		*p = m.renamed(*p)
		return
	case *string: // a paper added in the visit is named by its id
		var id checklist.ID
		if len(*p) == 32 && id.UnmarshalText([]byte(*p)) == nil {
			*p = m.renamed(id).String()
		}
		return
	}
	switch rv.Kind() {
	case reflect.Slice:
		for i := range rv.Len() {
			m.renameIn(rv.Index(i))
		}
	case reflect.Struct:
		for _, fv := range jsonFields(rv) {
			m.renameIn(fv)
		}
	}
}

// Records is how many records go.
func (m *WorkMove) Records() (n int) {
	for _, k := range m.Count {
		n += k
	}
	return n
}

func (m *WorkMove) clashAt(p Place) *Clash {
	i := slices.IndexFunc(m.Clashes, func(c Clash) bool { return c.Place == p })
	if i < 0 {
		return nil
	}
	return &m.Clashes[i]
}

// same tells whether two plans would do the same: what was shown is what is carried out.
func (m *WorkMove) same(o *WorkMove) bool {
	return m.Records() == o.Records() && len(m.Stay) == len(o.Stay) && slices.EqualFunc(m.Clashes, o.Clashes, func(a, b Clash) bool {
		return a.Place == b.Place && a.Here == b.Here && a.There == b.There
	})
}

// MovedKinds are the kinds of record that may go, in the order they are told.
func MovedKinds() []Kind { return slices.Clone(movedKinds) }
