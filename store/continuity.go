package store

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"zoufang/checklist"
)

// maxDescent bounds how far back a unit's predecessors are looked for.
const maxDescent = 16

// readStory is what a unit came from, what it was called and whether it ended; nil where nothing of that was recorded.
func readStory(rs *regs, unit checklist.ID) *checklist.Continuity {
	var (
		from   checklist.Origins
		former checklist.FormerNames
		ended  checklist.Ending
		story  checklist.Continuity
	)
	if rs.body(unit, KindUnit, "origins", &from) {
		story.From = from.List
	}
	if rs.body(unit, KindUnit, "former", &former) {
		story.Former = former.List
	}
	if rs.body(unit, KindUnit, "ended", &ended) {
		story.Ended = &ended
	}
	if story.From == nil && story.Former == nil && story.Ended == nil {
		return nil
	}
	return &story
}

// predecessors are the units a unit goes on from, however many changes lie between, the nearest first.
func (b *Book) predecessors(ctx context.Context, q querier, u checklist.Unit) (list []checklist.Unit, err error) {
	seen := map[checklist.ID]bool{u.ID: true}
	for queue := []checklist.Unit{u}; len(queue) > 0 && len(list) < maxDescent; queue = queue[1:] {
		if queue[0].Story == nil {
			continue
		}
		for _, o := range queue[0].Story.From {
			for _, id := range o.From {
				if seen[id] {
					continue
				}
				seen[id] = true
				p, err := b.readUnit(ctx, q, id)
				if err != nil {
					return nil, err
				}
				list, queue = append(list, p), append(queue, p)
			}
		}
	}
	return list, nil
}

// fillInherited adds the slips and the past findings of the units this one goes on from. Each says by its own unit whose
// it was. The visit shows its unit under the name of its day.
func (b *Book) fillInherited(ctx context.Context, q querier, d *Doc) (err error) {
	if d.Predecessors, err = b.predecessors(ctx, q, d.Unit); err != nil {
		return err
	}
	for _, p := range d.Predecessors {
		slips, err := b.readSlips(ctx, q, p.ID)
		if err != nil {
			return err
		}
		past, err := b.readPast(ctx, q, p.ID)
		if err != nil {
			return err
		}
		d.Slips, d.Past = append(d.Slips, slips...), append(d.Past, past...)
	}
	d.Unit = d.Unit.On(d.date())
	return nil
}

// date is the day of the visit: of a daily one its own, of a yearly one the day of the briefing or else the day it was
// begun.
func (d *Doc) date() string {
	if day, _, _ := strings.Cut(d.Listen.StartedAt, " "); d.Day == "" && day != "" {
		return day
	}
	if d.Day != "" {
		return d.Day
	}
	return d.regs.get(d.ID, KindVisit, "body").At.Format(dateLayout)
}

// Renaming is a unit's new name from a day on. Short may stay empty.
type Renaming struct {
	Name, Short           string
	Day, Document, Reason string
}

// RenameUnit gives a unit another name from a day on. It stays the same unit; visits of earlier days go on under the name
// they were made under. Faults: me.missing, office.only, units.unknown, units.gone (code), units.noname, units.day (day).
func (b *Book) RenameUnit(ctx context.Context, unit checklist.ID, r Renaming) error {
	r.Name, r.Short = strings.TrimSpace(r.Name), strings.TrimSpace(r.Short)
	return b.write(ctx, func(w *writer) error {
		if err := officeOnly(b.Me()); err != nil {
			return err
		}
		if err := checkDay(r.Day); err != nil {
			return err
		}
		u, err := w.liveUnit(ctx, unit)
		if err != nil {
			return err
		}
		if r.Name == "" {
			return newFault("units.newname", u.Code)
		}
		former := checklist.FormerNames{}
		if u.Story != nil {
			former.List = slices.Clone(u.Story.Former)
		}
		former.List = append(former.List, checklist.Former{Name: u.Name, Short: u.Short, Kind: u.Kind, Until: r.Day, Document: r.Document, Reason: r.Reason})
		return w.apply(ctx,
			Edit{Record: unit, Kind: KindUnit, Field: "former", Text: textOfBody(former), Reason: r.Reason, current: true},
			Edit{Record: unit, Kind: KindUnit, Field: "name", Text: r.Name, Reason: r.Reason, current: true},
			Edit{Record: unit, Kind: KindUnit, Field: "short", Text: r.Short, Reason: r.Reason, current: true})
	})
}

// Continuing says which units go on as which others, from a day on, by a document. Into names units by their codes; one
// the book does not know yet needs a name, and takes the kind of the first of From where it has none. A unit that is on
// both sides goes on; the others of From end.
type Continuing struct {
	How                   string // checklist.UnitMerged, UnitSplit or UnitCeased; with that Into is empty
	From                  []checklist.ID
	Into                  []checklist.Unit
	Day, Document, Reason string
}

// ContinueUnits records a merger, a split or an end. What was recorded of the units that end stays theirs and readable;
// their past findings and slips are shown with the successors, too. Faults: me.missing, office.only, units.unknown,
// units.gone (code), units.day (day), units.into, units.newname (code).
func (b *Book) ContinueUnits(ctx context.Context, c Continuing) (into []checklist.ID, err error) {
	err = b.write(ctx, func(w *writer) error {
		into, err = w.continueUnits(ctx, c)
		return err
	})
	return into, err
}

func (w *writer) continueUnits(ctx context.Context, c Continuing) (into []checklist.ID, err error) {
	if err := officeOnly(w.b.Me()); err != nil {
		return nil, err
	}
	if err := checkDay(c.Day); err != nil {
		return nil, err
	}
	if len(c.From) == 0 || (len(c.Into) == 0) != (c.How == checklist.UnitCeased) || len(c.From) > 1 && c.How == checklist.UnitSplit {
		return nil, newFault("units.into")
	}
	var from []checklist.Unit
	for _, id := range c.From {
		u, err := w.liveUnit(ctx, id)
		if err != nil {
			return nil, err
		}
		from = append(from, u)
	}
	for _, u := range c.Into {
		id, err := w.successor(ctx, u, from[0].Kind)
		if err != nil {
			return nil, err
		}
		into = append(into, id)
	}
	for _, id := range into {
		if err := w.addOrigin(ctx, id, c); err != nil {
			return nil, err
		}
	}
	for _, u := range from {
		if slices.Contains(into, u.ID) {
			continue
		}
		end := checklist.Ending{Day: c.Day, How: c.How, Document: c.Document, Into: into, Reason: c.Reason}
		if err := w.apply(ctx, Edit{Record: u.ID, Kind: KindUnit, Field: "ended", Text: textOfBody(end), Reason: c.Reason, current: true}); err != nil {
			return nil, err
		}
	}
	return into, nil
}

// successor finds the unit that goes on, or makes it.
func (w *writer) successor(ctx context.Context, u checklist.Unit, kind string) (checklist.ID, error) {
	id := checklist.UnitID(w.b.district(), u.Code)
	was, err := w.b.readUnit(ctx, w.q, id)
	switch {
	case err != nil:
		return id, err
	case was.Ended():
		return id, newFault("units.gone", was.Code)
	case was.Code != "":
		return id, nil
	case strings.TrimSpace(u.Code) == "" || strings.TrimSpace(u.Name) == "":
		return id, newFault("units.newname", u.Code)
	}
	u.Kind = cmp.Or(u.Kind, kind)
	return id, w.put(ctx, id, KindUnit, u)
}

func (w *writer) addOrigin(ctx context.Context, id checklist.ID, c Continuing) error {
	u, err := w.b.readUnit(ctx, w.q, id)
	if err != nil {
		return err
	}
	o := checklist.Origin{How: c.How, Day: c.Day, Document: c.Document, Reason: c.Reason}
	for _, f := range c.From {
		if f != id {
			o.From = append(o.From, f)
		}
	}
	if len(o.From) == 0 {
		return nil
	}
	var all checklist.Origins
	if u.Story != nil {
		all.List = slices.Clone(u.Story.From)
	}
	all.List = append(all.List, o)
	return w.apply(ctx, Edit{Record: id, Kind: KindUnit, Field: "origins", Text: textOfBody(all), Reason: c.Reason, current: true})
}

// liveUnit is a unit that has not ended.
func (w *writer) liveUnit(ctx context.Context, id checklist.ID) (checklist.Unit, error) {
	u, err := w.b.readUnit(ctx, w.q, id)
	switch {
	case err != nil:
		return u, err
	case u.Code == "":
		return u, newFault("units.unknown")
	case u.Ended():
		return u, newFault("units.gone", u.Code)
	}
	return u, nil
}

func checkDay(day string) error {
	if _, err := time.Parse(dateLayout, day); err != nil {
		return newFault("units.day", day)
	}
	return nil
}

// noEndedUnits refuses a list that uses the code of a unit that ended: codes are not used again, for everything recorded
// under one is found by it. Fault units.reused (codes, n).
func (w *writer) noEndedUnits(ctx context.Context, lines []checklist.UnitLine) error {
	units, err := w.b.readUnits(ctx, w.q)
	if err != nil {
		return err
	}
	ended := map[checklist.ID]bool{}
	for _, u := range units {
		ended[u.ID] = u.Ended()
	}
	var codes []string
	for _, l := range lines {
		if ended[checklist.UnitID(w.b.district(), l.Unit.Code)] {
			codes = append(codes, l.Unit.Code)
		}
	}
	if codes != nil {
		return newFault("units.reused", strings.Join(codes, " "), len(codes))
	}
	return nil
}
