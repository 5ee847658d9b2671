package store

import (
	"context"
	"slices"

	"zoufang/checklist"
)

// Move is what moving a sheet to another version of the scheme would do. Making one writes nothing.
type Move struct {
	Visit      checklist.ID
	Kind       checklist.VisitKind
	Day        string // of a daily visit
	Unit       checklist.Unit
	Person     checklist.Person // whose sheet it is
	State      string           // of the visit: one of the State constants
	From, To   *checklist.Scheme
	Diff       checklist.SchemeDiff
	Map        checklist.SchemeMap
	Carried    checklist.Carried
	SelfScores map[string]checklist.Points
	Back       []Left // judged by neither version's predecessor in use, and come along
	Before     checklist.Result
	After      checklist.Result

	doc *Doc
}

// Again lists the indicators that must be judged again, or for the first time: those that were settled before and are not
// after, and those that are new.
func (m *Move) Again() (ids []string) {
	settled := func(r *checklist.Result, id string) bool {
		x, ok := r.Indicator(id)
		return !ok || x.Known || x.Removed()
	}
	was := map[string]string{}
	for old, next := range m.Map[checklist.ThingIndicator] {
		was[next.ID] = old
	}
	for _, ind := range m.To.Indicators(m.Unit.Kind) {
		old, known := was[ind.ID]
		if !settled(&m.After, ind.ID) && (!known || settled(&m.Before, old)) {
			ids = append(ids, ind.ID)
		}
	}
	return ids
}

// sheet is a person's sheet; an empty one where there is none.
func (d *Doc) sheet(person checklist.ID) *checklist.Sheet {
	if s := d.find(person); s != nil {
		return s
	}
	return d.emptySheet(person)
}

// PlanMove works out what moving the viewer's own sheet to the version to would do; with a nil map by the map that Diff
// proposes. Moving to the version the sheet is scored under takes along what a laptop unaware of the last move judged
// under the old one. Faults: me.missing; move.none where the viewer has not judged anything; move.closed; move.same (unit)
// where there is nothing to move; scheme.missing (hash).
func (b *Book) PlanMove(ctx context.Context, d *Doc, to string, m checklist.SchemeMap) (*Move, error) {
	if d.me.ID == (checklist.ID{}) {
		return nil, newFault("me.missing")
	}
	own := d.Own()
	switch {
	case d.Register(own.ID, KindSheet, "person").Text == "":
		return nil, newFault("move.none", d.Unit.Name)
	case own.State == "closed":
		return nil, newFault("move.closed", d.Unit.Name)
	}
	next, err := b.SchemeOf(ctx, to)
	if err != nil {
		return nil, err
	}
	x, err := b.planMove(ctx, d, own, next, m, map[string]checklist.SchemeDiff{})
	if err == nil && x.From.Hash == next.Hash && len(x.Back) == 0 {
		return nil, newFault("move.same", d.Unit.Name)
	}
	return x, err
}

// Effects tells, of every visit of the round that the viewer may see, what the version to would make of the sheet that
// stands for it. Visits nobody has judged yet, and visits whose own version has not arrived, are left out.
func (b *Book) Effects(ctx context.Context, to *checklist.Scheme) (list []*Move, err error) {
	units, err := b.Units(ctx)
	if err != nil {
		return nil, err
	}
	diffs := map[string]checklist.SchemeDiff{}
	for _, u := range units {
		for _, row := range append([]VisitRow{u.VisitRow}, u.Daily...) {
			if row.Visit == (checklist.ID{}) {
				continue
			}
			d, err := b.Visit(ctx, row.Visit)
			if err != nil {
				return nil, err
			}
			if len(d.Sheets) == 0 {
				continue
			}
			x, err := b.planMove(ctx, d, d.Main(), to, nil, diffs)
			if IsFault(err, "scheme.missing") {
				continue
			}
			if err != nil {
				return nil, err
			}
			x.State = row.State
			list = append(list, x)
		}
	}
	return list, nil
}

// planMove keeps the differences it works out by the hash of the old version: many visits share one.
func (b *Book) planMove(ctx context.Context, d *Doc, s *checklist.Sheet, to *checklist.Scheme, m checklist.SchemeMap,
	diffs map[string]checklist.SchemeDiff) (*Move, error) {
	from, err := b.SchemeOf(ctx, s.Scheme)
	if err != nil {
		return nil, err
	}
	if _, has := diffs[from.Hash]; !has {
		diffs[from.Hash] = checklist.Diff(from, to)
	}
	x := &Move{Visit: d.ID, Kind: d.Kind, Day: d.Day, Unit: d.Unit, Person: s.Person, State: d.state(), From: from, To: to,
		Diff: diffs[from.Hash], Map: m, doc: d}
	if m == nil {
		x.Map = x.Diff.Map
	}
	x.Carried = x.Map.Carry(*s, to.Hash)
	if err := b.takeBack(ctx, x); err != nil {
		return nil, err
	}
	v := d.Visit
	x.Before = checklist.Score(from, checklist.InputOf(from, &v, s))
	x.SelfScores = x.Map.CarryScores(d.SelfScores)
	v.SelfScores = x.SelfScores
	x.After = checklist.Score(to, checklist.InputOf(to, &v, &x.Carried.Sheet))
	return x, nil
}

// takeBack adds what was left behind under other versions and has a place in the new one: of the version itself when a
// sheet moves back, and what a laptop unaware of a move judged meanwhile. A verdict that stands there already is newer.
func (b *Book) takeBack(ctx context.Context, x *Move) error {
	maps := map[string]checklist.SchemeMap{}
	for _, l := range x.doc.Left {
		if l.Person != x.Person.ID || l.Scheme == x.From.Hash {
			continue
		}
		if _, has := maps[l.Scheme]; !has {
			s, err := b.SchemeOf(ctx, l.Scheme)
			if err != nil && !IsFault(err, "scheme.missing") {
				return err
			}
			if err == nil {
				maps[l.Scheme] = checklist.Diff(s, x.To).Map
			}
		}
		x.takeLeft(l, maps[l.Scheme])
	}
	return nil
}

func (x *Move) takeLeft(l Left, m checklist.SchemeMap) {
	sheet := &x.Carried.Sheet
	switch l.Kind {
	case KindFinding:
		next, ok := m.Of(checklist.ThingRule, l.ID)
		i := slices.IndexFunc(sheet.Findings, func(f checklist.Finding) bool { return f.ID == l.Record })
		if !ok || i < 0 {
			return
		}
		sheet.Findings[i].Rule = next.ID
	case KindStanding:
		next, ok := m.Of(checklist.ThingIndicator, l.ID)
		if _, there := sheet.Standings[next.ID]; !ok || there {
			return
		}
		st := l.standing
		st.Indicator = next.ID
		sheet.Standings[next.ID] = st
	case KindClaim:
		next, ok := m.Of(checklist.ThingBonus, l.ID)
		if _, there := sheet.Claims[next.ID]; !ok || there {
			return
		}
		c := l.claim
		c.Bonus = next.ID
		sheet.Claims[next.ID] = c
	}
	x.Back = append(x.Back, l)
}
