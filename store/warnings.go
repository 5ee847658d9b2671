package store

import (
	"context"
	"slices"
	"strings"

	"zoufang/checklist"
)

// UnitWarnings are the warnings open for a unit, and the ids of those that cannot be judged yet.
type UnitWarnings struct {
	Unit   checklist.Unit
	Open   []checklist.UnitWarning
	Unsure []string
}

// Warnings works out the warnings of one unit, or with nil of every unit of the district by code: from the ledger, the
// daily visits and slips of the year and the yearly visit, each as far as Me may see it. They are for the office and the
// teams; nothing that is handed to a unit reads them.
func (b *Book) Warnings(ctx context.Context, unit *checklist.ID) (list []UnitWarnings, err error) {
	err = b.read(ctx, func(q querier) error {
		list = nil
		y, err := b.yearReader(ctx, q)
		if err != nil {
			return err
		}
		units, err := b.roundUnits(ctx, q)
		if err != nil {
			return err
		}
		slices.SortStableFunc(units, func(a, b checklist.Unit) int { return strings.Compare(a.Code, b.Code) })
		for _, u := range units {
			if unit != nil && u.ID != *unit || u.Practice {
				continue
			}
			w, err := y.warnings(u)
			if err != nil {
				return err
			}
			list = append(list, w)
		}
		return nil
	})
	return list, err
}

// UnitYear is what is known of a unit in the course of the year, as far as Me may see it.
func (b *Book) UnitYear(ctx context.Context, unit checklist.ID) (y *checklist.UnitYear, s *checklist.Scheme, err error) {
	err = b.read(ctx, func(q querier) error {
		r, err := b.yearReader(ctx, q)
		if err != nil {
			return err
		}
		u, err := b.readUnit(ctx, q, unit)
		if err != nil {
			return err
		}
		y, s, _, err = r.year(u)
		return err
	})
	return y, s, err
}

// yearReader reads the year of one unit after the other.
type yearReader struct {
	ctx    context.Context
	b      *Book
	q      querier
	me     checklist.Person
	scheme *checklist.Scheme
	visits map[checklist.ID][]yearVisit
	slips  map[checklist.ID][]checklist.Slip
	teller *teller
}

type yearVisit struct {
	id   checklist.ID
	body visitBody
}

// figureOf is a register a number of the year comes from.
type figureOf struct {
	record checklist.ID
	kind   Kind
	visit  checklist.ID
	from   string
	day    string
}

func (b *Book) yearReader(ctx context.Context, q querier) (*yearReader, error) {
	y := &yearReader{ctx: ctx, b: b, q: q, me: b.Me(), visits: map[checklist.ID][]yearVisit{}, slips: map[checklist.ID][]checklist.Slip{}, teller: b.teller(ctx, q)}
	var err error
	if y.scheme, err = b.loadScheme(ctx, q, b.round().Scheme); err != nil {
		return nil, err
	}
	ids, err := visitIDs(ctx, q)
	if err != nil {
		return nil, err
	}
	rs, err := b.scanIDs(ctx, q, ids)
	if err != nil {
		return nil, err
	}
	for _, id := range rs.records(KindVisit) {
		v := yearVisit{id: id}
		if rs.body(id, KindVisit, "body", &v.body) && v.body.Round == b.round().ID && rs.get(id, KindVisit, "status").Text != "withdrawn" {
			y.visits[v.body.Unit] = append(y.visits[v.body.Unit], v)
		}
	}
	all, err := b.allSlips(ctx, q)
	if err != nil {
		return nil, err
	}
	list, err := b.readUnits(ctx, q)
	if err != nil {
		return nil, err
	}
	units := map[checklist.ID]checklist.Unit{}
	for _, u := range list {
		units[u.ID] = u
	}
	for _, x := range all {
		heir := checklist.Heir(x.Unit, units)
		y.slips[heir] = append(y.slips[heir], x)
	}
	return y, nil
}

func (y *yearReader) warnings(u checklist.Unit) (w UnitWarnings, err error) {
	year, s, from, err := y.year(u)
	if err != nil {
		return w, err
	}
	w = UnitWarnings{Unit: year.Unit}
	if w.Open, w.Unsure = s.WarningsOf(year); len(w.Open) == 0 {
		return w, nil
	}
	// What has been open since when follows from the past of the numbers behind it, which is read only here.
	for _, x := range w.Open {
		for _, src := range x.Sources {
			if src.Of == "figure" {
				if err := y.past(year, src.ID, from[src.ID]); err != nil {
					return w, err
				}
				delete(from, src.ID)
			}
		}
	}
	w.Open, w.Unsure = s.WarningsOf(year)
	return w, nil
}

// year reads what is known of a unit. from names the registers of each figure.
func (y *yearReader) year(u checklist.Unit) (*checklist.UnitYear, *checklist.Scheme, map[string][]figureOf, error) {
	b := y.b
	year := &checklist.UnitYear{Unit: u, Round: b.round(), Now: b.moment(), Series: map[string][]checklist.Dated{}, Slips: y.slips[u.ID]}
	s, from := y.scheme, map[string][]figureOf{}
	var err error
	if year.Past, err = b.readPast(y.ctx, y.q, u.ID); err != nil {
		return nil, nil, nil, err
	}
	if err := y.ledger(year, from); err != nil {
		return nil, nil, nil, err
	}
	for _, v := range y.visits[u.ID] {
		d, err := b.doc(y.ctx, y.q, v.id, y.me)
		if err != nil {
			return nil, nil, nil, err
		}
		d.AsOf = year.Now[:len(dateLayout)]
		y.figuresOf(year, d, from)
		if v.body.Kind == checklist.Daily {
			stands, _, err := b.standingSheet(y.ctx, y.q, d)
			if err != nil {
				return nil, nil, nil, err
			}
			year.Daily = append(year.Daily, checklist.DailyYear{Visit: d.ID, Day: d.Day, Sheet: stands})
			continue
		}
		year.Unit, year.Yearly = d.Unit, &d.Visit
		year.Judged, year.Report = d.judged(), momentAt(d.regs.get(checklist.StepID(d.ID, checklist.StepLook), KindLook, "not_filed"))
		if s, err = b.loadScheme(y.ctx, y.q, d.SchemeHash); err != nil {
			return nil, nil, nil, err
		}
		agreed := d.Standing(s)
		year.Sheet = &agreed.Sheet
	}
	slices.SortStableFunc(year.Daily, func(a, b checklist.DailyYear) int { return strings.Compare(a.Day, b.Day) })
	return year, s, from, nil
}

// ledger takes in the office's numbers.
func (y *yearReader) ledger(year *checklist.UnitYear, from map[string][]figureOf) error {
	figures := y.scheme.Reconciliation.Figures
	ids := make([]checklist.ID, len(figures))
	for i, f := range figures {
		ids[i] = checklist.LedgerID(year.Unit.ID, f.ID)
	}
	rs, err := y.b.scanIDs(y.ctx, y.q, ids)
	if err != nil {
		return err
	}
	for i, id := range ids {
		var l checklist.Ledger
		if rs.body(id, KindLedger, "body", &l) {
			year.Series[l.Figure] = append(year.Series[l.Figure], checklist.Dated{At: momentAt(rs.get(id, KindLedger, "body")), N: l.N, From: checklist.FromLedger, Day: l.AsOf})
			from[figures[i].ID] = append(from[figures[i].ID], figureOf{record: id, kind: KindLedger, from: checklist.FromLedger})
		}
	}
	return nil
}

// figuresOf takes in what a visit verified.
func (y *yearReader) figuresOf(year *checklist.UnitYear, d *Doc, from map[string][]figureOf) {
	source, day := checklist.FromYearly, ""
	if d.Kind == checklist.Daily {
		source, day = checklist.FromDaily, d.Day
	}
	for figure, cols := range d.Figures {
		n, ok := cols[checklist.Verified]
		if !ok {
			continue
		}
		id := checklist.FigureID(d.ID, figure, checklist.Verified)
		year.Series[figure] = append(year.Series[figure], checklist.Dated{At: momentAt(d.regs.get(id, KindFigure, "body")), N: n, From: source, Day: day, Visit: d.ID})
		from[figure] = append(from[figure], figureOf{id, KindFigure, d.ID, source, day})
	}
}

// past replaces the present numbers of a figure by its whole history.
func (y *yearReader) past(year *checklist.UnitYear, figure string, from []figureOf) error {
	if from == nil {
		return nil
	}
	var list []checklist.Dated
	for _, x := range from {
		f := FieldOf(x.kind, "body")
		r, err := y.b.oneRegister(y.ctx, y.q, x.record, f)
		if err != nil {
			return err
		}
		events, err := y.teller.walk(r.Shown, register{x.record, f.No})
		if err != nil {
			return err
		}
		for _, e := range events {
			d := checklist.Dated{At: e.At.Format(momentLayout), From: x.from, Day: x.day, Visit: x.visit, Clear: e.New == ""}
			if n, ok := numberIn(e.New); ok {
				d.N = n
			} else if !d.Clear {
				continue
			}
			list = append(list, d)
		}
	}
	year.Series[figure] = list
	return nil
}

// judged is the moment of the newest judgement of what stands for the visit: of the sheets it is made of, and of what was
// decided on their differences.
func (d *Doc) judged() (at string) {
	owners := map[checklist.ID]bool{}
	for _, s := range d.standingSheets() {
		owners[s.Person.ID] = true
	}
	for k, r := range d.regs.at {
		f := byNo[k.field]
		if f != nil && (f.Kind == KindDecision && d.Hidden == 0 || f.Owned && owners[ownerOf(d.regs, k.record, f.Kind)]) {
			at = max(at, momentAt(r))
		}
	}
	return at
}

func momentAt(r *Register) string {
	if r.At.IsZero() {
		return ""
	}
	return r.At.Format(momentLayout)
}
