package store

import (
	"context"
	"slices"
	"strconv"

	"zoufang/checklist"
)

// What the next visit starts from. Findings of an earlier year come from the office's list, and from last year's visit
// where the book holds it and the list says nothing of that rule; each has one id whichever of the two it comes from.

// Leftovers lists what was left open before this visit: findings of an earlier year, open slips, promises of the last
// briefing, findings of this round's daily visits. It is there for a Doc that Visit read.
func (d *Doc) Leftovers() []checklist.Leftover { return d.leftovers }

// Untaken are the leftovers that the visit has not taken over as questions.
func (d *Doc) Untaken() (list []checklist.Leftover) {
	for _, l := range d.leftovers {
		if !l.Taken(&d.Visit) {
			list = append(list, l)
		}
	}
	return list
}

// LeftoverOf is what a question was made from; false for a question that somebody asked here.
func (d *Doc) LeftoverOf(question checklist.ID) (checklist.Leftover, bool) {
	i := slices.IndexFunc(d.leftovers, func(l checklist.Leftover) bool { return l.Question == question })
	if i < 0 {
		return checklist.Leftover{}, false
	}
	return d.leftovers[i], true
}

// TakeLeftovers makes questions of what was left open; text gives the words of each. One that is a question already
// stays as it is. With dropped, they are questions that need not be verified, for a reason. Fault reason.missing.
func (b *Book) TakeLeftovers(ctx context.Context, d *Doc, list []checklist.Leftover, text func(checklist.Leftover) string, dropped bool, reason string) error {
	if dropped && reason == "" {
		return newFault("reason.missing")
	}
	var edits []Edit
	for _, l := range list {
		if l.Taken(&d.Visit) {
			continue
		}
		q := checklist.Question{Text: text(l), Indicator: l.Indicator}
		edits = append(edits, d.put(l.Question, KindQuestion, q)...)
		if dropped {
			edits = append(edits, d.status(l.Question, KindQuestion, "dropped", reason))
		}
	}
	return b.Apply(ctx, edits...)
}

// fillLeftovers gathers them. Other visits are read as the viewer may see them.
func (b *Book) fillLeftovers(ctx context.Context, q querier, d *Doc) error {
	s, err := b.loadScheme(ctx, q, d.SchemeHash)
	if err != nil && !IsFault(err, "scheme.missing") {
		return err
	}
	g := &gathering{d: d, scheme: s}
	for _, p := range d.Past {
		if p.State != "rectified" {
			g.past(p)
		}
	}
	for _, x := range checklist.OpenSlips(d.Slips) {
		g.add(checklist.Leftover{Kind: checklist.LeftSlip, Source: x.ID, Unit: x.Unit, Indicator: x.Indicator, Rule: x.Rule, Text: x.Facts, When: x.FoundOn, Number: x.Number})
	}
	others, err := b.otherVisits(ctx, q, d)
	if err != nil {
		return err
	}
	for _, o := range others {
		found, err := b.standingFindings(ctx, q, o)
		if err != nil {
			return err
		}
		if o.Kind == checklist.Daily {
			g.daily(o, found)
			continue
		}
		g.lastYear(o, found, b.lastYear())
	}
	d.leftovers = g.list
	return nil
}

// lastYear is the year before the round's; "" where the round's is no number.
func (b *Book) lastYear() string {
	n, err := strconv.Atoi(b.round().Year)
	if err != nil {
		return ""
	}
	return strconv.Itoa(n - 1)
}

const unitVisitsQuery = visitsQuery + " AND instr(val, ?) > 0"

// otherVisits are the unit's visits that a visit goes on from: last year's, and the daily ones of this round before it.
func (b *Book) otherVisits(ctx context.Context, q querier, d *Doc) (others []*Doc, err error) {
	ids, err := readVisitIDs(ctx, q, unitVisitsQuery, []byte(d.Unit.ID.String()))
	if err != nil {
		return nil, err
	}
	last := checklist.YearlyVisitID(checklist.RoundID(b.district(), b.lastYear()), d.Unit.ID)
	for _, id := range ids {
		if id == d.ID {
			continue
		}
		o, err := b.doc(ctx, q, id, d.me)
		if IsFault(err, "visit.missing") || IsFault(err, "scheme.missing") {
			continue
		}
		if err != nil {
			return nil, err
		}
		if id == last || o.Kind == checklist.Daily && (d.Kind == checklist.Yearly || o.Day < d.Day) {
			others = append(others, o)
		}
	}
	slices.SortStableFunc(others, func(x, y *Doc) int { return slices.Compare([]byte(x.Day), []byte(y.Day)) })
	return others, nil
}

// gathering is one run of fillLeftovers.
type gathering struct {
	d      *Doc
	scheme *checklist.Scheme // nil where its file has not arrived
	list   []checklist.Leftover
}

func (g *gathering) add(l checklist.Leftover) {
	l.Question = checklist.LeftoverID(g.d.ID, l.Source)
	if l.Indicator == "" && g.scheme != nil {
		if _, ind, ok := g.scheme.Rule(l.Rule); ok {
			l.Indicator = ind.ID
		}
	}
	if !slices.ContainsFunc(g.list, func(o checklist.Leftover) bool { return o.Source == l.Source }) {
		g.list = append(g.list, l)
	}
}

func (g *gathering) past(p checklist.Past) {
	g.add(checklist.Leftover{Kind: checklist.LeftPast, Source: pastID(p), Unit: p.Unit, Rule: p.Rule, Count: p.Count, Text: p.Facts, When: p.Year})
}

// daily takes what a daily visit found and no slip speaks of, and what was promised there.
func (g *gathering) daily(o *Doc, found []checklist.Finding) {
	for _, f := range found {
		g.add(checklist.Leftover{Kind: checklist.LeftDaily, Source: f.ID, Unit: o.Unit.ID, Rule: f.Rule, Count: f.Count, Text: f.Facts, When: o.Day})
	}
	g.promises(o)
}

// lastYear takes what last year's visit found where the office's list does not tell of the rule, and what was promised.
func (g *gathering) lastYear(o *Doc, found []checklist.Finding, year string) {
	for _, f := range found {
		told := slices.ContainsFunc(g.d.Past, func(p checklist.Past) bool { return p.Year == year && p.Rule == f.Rule })
		if !told {
			g.past(checklist.Past{Unit: g.d.Unit.ID, Year: year, Rule: f.Rule, Count: f.Count, Facts: f.Facts})
		}
	}
	g.promises(o)
}

func (g *gathering) promises(o *Doc) {
	for _, p := range o.Promises {
		if p.Status == "" && p.Text != "" {
			g.add(checklist.Leftover{Kind: checklist.LeftPromise, Source: p.ID, Unit: o.Unit.ID, Text: p.Text, When: p.Due})
		}
	}
}

// standingFindings are the findings that stand for a visit, in the order of its scheme: see standingSheet.
func (b *Book) standingFindings(ctx context.Context, q querier, o *Doc) ([]checklist.Finding, error) {
	sheet, s, err := b.standingSheet(ctx, q, o)
	if err != nil {
		return nil, err
	}
	found := slices.Clone(sheet.Findings)
	if s != nil {
		found = s.InOrder(found)
	}
	return slices.DeleteFunc(found, func(f checklist.Finding) bool { return !f.Active() }), nil
}

// standingSheet is the sheet that stands for a visit: the only one, or what its sheets were agreed to be. Where its scheme
// has not arrived (nil) nothing can be agreed, and the viewer's own stands.
func (b *Book) standingSheet(ctx context.Context, q querier, d *Doc) (*checklist.Sheet, *checklist.Scheme, error) {
	s, err := b.loadScheme(ctx, q, d.SchemeHash)
	if IsFault(err, "scheme.missing") {
		return d.Main(), nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	agreed := d.Standing(s)
	return &agreed.Sheet, s, nil
}
