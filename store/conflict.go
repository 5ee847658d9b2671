package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// Conflict is a register whose siblings differ and wait for a person.
type Conflict struct {
	Visit  checklist.ID // zero for a record outside visits
	Unit   checklist.ID
	Record checklist.ID
	Kind   Kind
	Field  string
	Sides  []Sibling // one per distinct value, the displayed one first; equal values of several people are one side
	Why    []SideWhy // of each side, how it came about
	Edited bool      // a finding withdrawn by one and edited by another: the second side is the finding as edited

	shown []bundle.Ref
	also  []bundle.Ref // of a finding that was withdrawn and edited: the edited sides
}

// SideWhy tells a side that is itself a decision: it was settled so, and then another decision, or an edit that it never
// saw, arrived.
type SideWhy struct {
	Decision bool
	Reason   string
}

// Conflicts lists what is contested in a visit, or in the whole book when visit is nil, as far as Me may see it.
func (b *Book) Conflicts(ctx context.Context, visit *checklist.ID) (list []Conflict, err error) {
	every := func(Place) bool { return true }
	err = b.read(ctx, func(q querier) error {
		if visit != nil {
			list, err = b.conflictsIn(ctx, q, []checklist.ID{*visit}, every)
		} else {
			list, err = b.conflicts(ctx, q, every)
		}
		if err != nil {
			return err
		}
		return explainSides(ctx, q, list)
	})
	return list, err
}

// ConflictsWhere lists what is contested in the registers that is says yes to, as far as Me may see it. No other visit is
// read for it.
func (b *Book) ConflictsWhere(ctx context.Context, is func(Place) bool) (list []Conflict, err error) {
	err = b.read(ctx, func(q querier) error {
		if list, err = b.conflicts(ctx, q, is); err != nil {
			return err
		}
		return explainSides(ctx, q, list)
	})
	return list, err
}

func (b *Book) conflicts(ctx context.Context, q querier, is func(Place) bool) ([]Conflict, error) {
	visits, err := contestedVisits(ctx, q, is)
	if err != nil {
		return nil, err
	}
	list, err := b.conflictsIn(ctx, q, visits, is)
	if err != nil {
		return nil, err
	}
	rest, err := b.contestedRest(ctx, q, is)
	return append(list, rest...), err
}

func (b *Book) conflictsIn(ctx context.Context, q querier, visits []checklist.ID, is func(Place) bool) (list []Conflict, err error) {
	for _, v := range visits {
		d, err := b.doc(ctx, q, v, b.Me())
		if IsFault(err, "visit.missing") {
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, p := range d.Contested {
			if is(p) {
				list = append(list, d.conflict(p))
			}
		}
	}
	return list, nil
}

// explainSides fills in how the sides came about.
func explainSides(ctx context.Context, q querier, list []Conflict) error {
	for i := range list {
		c := &list[i]
		c.Why = make([]SideWhy, len(c.Sides))
		for j, s := range c.Sides {
			change, err := readChangeAt(ctx, q, s.Ref)
			if err != nil {
				return err
			}
			if change != nil {
				c.Why[j] = SideWhy{change.Kind == bundle.Decide, change.Reason}
			}
		}
	}
	return nil
}

func (d *Doc) conflict(p Place) Conflict {
	r := d.regs.get(p.Record, p.Kind, p.Field)
	c := Conflict{Visit: d.ID, Unit: d.Unit.ID, Record: p.Record, Kind: p.Kind, Field: p.Field, Sides: sides(r), shown: r.Shown}
	if p.Kind == KindFinding && p.Field == "status" && len(c.Sides) == 1 {
		c.Edited = true
		body := d.regs.get(p.Record, KindFinding, "body")
		c.Sides, c.also = append(c.Sides, sides(body)[0]), body.Shown
	}
	return c
}

// sides groups siblings by value.
func sides(r *Register) (out []Sibling) {
	if len(r.Siblings) == 0 {
		return []Sibling{{Text: r.Text, By: r.By, At: r.At, Unread: r.Unread, Ref: r.Shown[0]}}
	}
	for i, s := range r.Siblings {
		if !slices.ContainsFunc(r.heads[:i], r.heads[i].same) {
			out = append(out, s)
		}
	}
	return out
}

// contestedVisits lists the visits where a register that is says yes to has more than one head, or is a withdrawal that
// may be contested.
func contestedVisits(ctx context.Context, q querier, is func(Place) bool) (ids []checklist.ID, err error) {
	rows, err := q.QueryContext(ctx, `SELECT record, field FROM head WHERE field >= ?
		GROUP BY record, field HAVING count(*) > 1 OR field = ? AND max(val) = ?`,
		firstVisitField, int64(FieldOf(KindFinding, "status").No), []byte(bundle.Text("withdrawn")))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	seen := map[checklist.ID]bool{}
	for rows.Next() {
		var rec []byte
		var field uint64
		if err := rows.Scan(&rec, &field); err != nil {
			return nil, err
		}
		f := byNo[field]
		visit, inside := visitOf(checklist.ID(rec))
		if f != nil && inside && !seen[visit] && is(Place{checklist.ID(rec), f.Kind, f.Name}) {
			seen[visit] = true
			ids = append(ids, visit)
		}
	}
	return ids, rows.Err()
}

// contestedRest lists contested registers of units, slips, people and other records outside visits, those that Me may see.
func (b *Book) contestedRest(ctx context.Context, q querier, is func(Place) bool) (list []Conflict, err error) {
	rows, err := q.QueryContext(ctx, `SELECT DISTINCT record FROM head WHERE field < ? OR field BETWEEN ? AND ?
		GROUP BY record, field HAVING count(*) > 1`, firstVisitField, int64(FieldOf(KindPhrase, "text").No), int64(FieldOf(KindPhrase, "status").No))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var ids []checklist.ID
	for rows.Next() {
		var rec []byte
		if err := rows.Scan(&rec); err != nil {
			return nil, err
		}
		ids = append(ids, checklist.ID(rec))
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	rs, err := b.scanIDs(ctx, q, ids)
	if err != nil {
		return nil, err
	}
	t := b.teller(ctx, q)
	for k, r := range rs.at {
		if f := byNo[k.field]; f != nil && r.Contested && is(Place{k.record, f.Kind, f.Name}) {
			may, err := t.mayTell(k.record, k.field)
			if err != nil {
				return nil, err
			}
			if !may {
				continue
			}
			c := Conflict{Record: k.record, Kind: f.Kind, Field: f.Name, Sides: sides(r), shown: r.Shown}
			if f.Kind == KindUnit {
				c.Unit = k.record
			}
			list = append(list, c)
		}
	}
	slices.SortFunc(list, func(a, b Conflict) int {
		return cmp.Or(slices.Compare(a.Record[:], b.Record[:]), cmp.Compare(a.Field, b.Field))
	})
	return list, nil
}

// Decide ends a contest: text becomes the value, for a reason, in a change that names every side. A side that arrived
// after the contest was shown is not swallowed: the register stays contested. Faults: reason.missing, decide.settled
// when nothing is contested any more, decide.waiting while changes that the sides build on have not arrived.
func (b *Book) Decide(ctx context.Context, c Conflict, text, reason string) error {
	return b.DecideAll(ctx, []Decision{{c, text}}, reason)
}

// Decision is what becomes of a contest.
type Decision struct {
	Conflict Conflict
	Text     string
}

// DecideAll ends several contests for one reason, all or none. The faults are those of Decide.
func (b *Book) DecideAll(ctx context.Context, list []Decision, reason string) error {
	if reason == "" {
		return newFault("reason.missing")
	}
	return b.write(ctx, func(w *writer) error {
		for _, d := range list {
			if err := w.decide(ctx, d.Conflict, d.Text, reason); err != nil {
				return err
			}
		}
		return nil
	})
}

func (w *writer) decide(ctx context.Context, c Conflict, text, reason string) error {
	f := FieldOf(c.Kind, c.Field)
	if f == nil {
		return newFault("field.unknown", string(c.Kind), c.Field)
	}
	rs, err := w.b.scan(ctx, w.q, c.Record, c.Record)
	if err != nil {
		return err
	}
	r := rs.get(c.Record, c.Kind, c.Field)
	if !r.Contested && !c.Edited {
		return newFault("decide.settled")
	}
	if r.Waiting {
		return newFault("decide.waiting")
	}
	return w.apply(ctx, Edit{Record: c.Record, Kind: c.Kind, Field: c.Field, Text: text, Reason: reason,
		Shown: c.shown, also: c.also, change: bundle.Decide})
}

// OneSided is the only side that says anything, where the others are empty.
func (c Conflict) OneSided() (side int, ok bool) {
	side = -1
	for i, s := range c.Sides {
		switch {
		case c.Edited || s.Unread || s.Text != "" && side >= 0:
			return 0, false
		case s.Text != "":
			side = i
		}
	}
	return side, side >= 0
}

// SameWords is the displayed side, where the sides differ in spaces and line ends only.
func (c Conflict) SameWords() (side int, ok bool) {
	words := func(i int) string { return strings.Join(strings.Fields(c.Sides[i].Text), "") }
	for i, s := range c.Sides {
		if c.Edited || s.Unread || words(i) != words(0) {
			return 0, false
		}
	}
	return 0, true
}

// Of is the only side that a person wrote, by name or work number.
func (c Conflict) Of(person string) (side int, ok bool) {
	side = -1
	for i, s := range c.Sides {
		if s.By.Name != person && (s.By.Number == "" || s.By.Number != person) {
			continue
		}
		if c.Edited || s.Unread || side >= 0 {
			return 0, false
		}
		side = i
	}
	return side, side >= 0
}
