package report

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// gatherer collects results from a book.
type gatherer struct {
	ctx    context.Context
	b      *store.Book
	lang   words.Lang
	scheme *checklist.Scheme // by which everything was scored
	out    *Results
	rows   []store.ResultRow
}

// Gather makes the results of a book as its viewer may see them. Units to practise on are left out. made is the moment, as
// people read it. Results of different versions of the scheme are refused with a *checklist.MixedSchemes: see checklist.Rank.
func Gather(ctx context.Context, b *store.Book, lang words.Lang, made string) (*Results, error) {
	info := b.Info()
	g := &gatherer{ctx: ctx, b: b, lang: lang,
		out: &Results{Format: ResultsFormat, Version: 1, Lang: string(lang), District: info.District, Year: info.Year, Made: made,
			Indicators: []ResultIndicator{}, Units: []ResultUnit{}, Warnings: []ResultWarning{}, Slips: []ResultSlip{}, Agreement: []ResultAgreement{}}}
	var err error
	if g.scheme, err = b.Scheme(ctx); err != nil {
		return nil, err
	}
	for _, step := range []func() error{g.units, g.warnings, g.slips, g.agreement} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	g.describe()
	g.qualities()
	g.out.Code = g.out.code(b.Info().Round.ID.String())
	return g.out, nil
}

// code is the check code of results, as that of a sheet.
func (r *Results) code(round string) string {
	plain := *r
	plain.Made, plain.Code, plain.Slips = "", "", slices.Clone(r.Slips)
	for i := range plain.Slips {
		plain.Slips[i].Overdue = false // it follows from Made
	}
	text, _ := json.Marshal(plain) // texts and numbers
	s := Sheet{Kind: "results", About: round, Lang: words.Lang(r.Lang), Blocks: []Block{Text(text)}}
	return s.code()
}

func (g *gatherer) name(t checklist.Text) string { return t.In(string(g.lang)) }

// units takes the units in the order of the ranking.
func (g *gatherer) units() error {
	var err error
	if g.rows, err = g.b.Results(g.ctx); err != nil {
		return err
	}
	var entries []checklist.RankEntry
	at := map[checklist.ID]*store.ResultRow{}
	for i := range g.rows {
		r := &g.rows[i]
		if at[r.Unit.ID] = r; r.State != checklist.OutcomeNone && r.Visit != (checklist.ID{}) {
			entries = append(entries, r.Entry)
		}
	}
	ranked, err := checklist.Rank(entries)
	if err != nil {
		return err
	}
	for i := range ranked {
		x := &ranked[i]
		if err := g.unit(at[x.Unit.ID], x); err != nil {
			return err
		}
		delete(at, x.Unit.ID)
	}
	for i := range g.rows {
		if r := &g.rows[i]; at[r.Unit.ID] != nil {
			u := g.unitOf(r)
			u.Why, u.WhyText = "rank.unseen", words.RankNew.In(g.lang)
			g.out.Units = append(g.out.Units, *u)
		}
	}
	return nil
}

// unit takes what a visit comes to; the visit itself is let go, since a district has thousands.
func (g *gatherer) unit(row *store.ResultRow, x *checklist.Ranked) error {
	d, err := g.b.Visit(g.ctx, row.Visit)
	if err != nil {
		return err
	}
	s, err := g.b.SchemeOf(g.ctx, d.SchemeHash)
	if err != nil {
		return err
	}
	g.scheme = s
	u := g.unitOf(row)
	u.Place, u.KindPlace, u.Why = x.Place, x.KindPlace, x.Code
	if x.Code != "" {
		u.WhyText = words.Say(g.lang, x.Code, x.Args...)
	}
	agreed := d.Standing(s)
	r := checklist.Score(s, checklist.InputOf(s, &d.Visit, &agreed.Sheet))
	src := &Source{Lang: g.lang, Doc: d, Scheme: s}
	day, _, _ := strings.Cut(d.Listen.StartedAt, " ")
	u.Visit, u.VisitedOn, u.Hidden = d.ID.String(), day, d.Hidden
	for i := range d.Sheets {
		sheet := &d.Sheets[i]
		one := checklist.Score(s, checklist.InputOf(s, &d.Visit, sheet))
		who := cmp.Or(sheet.Person.Name, sheet.Person.Number)
		u.Evaluators = append(u.Evaluators, ResultEvaluator{who, sheet.Person.Number, sheet.Person.Team, sheet.State == "closed", known(one.Total)})
		u.Marks = append(u.Marks, marksOf(&d.Visit, sheet, &one, who)...)
	}
	if d.Hidden == 0 { // before that nothing stands but what the viewer's own sheet says
		u.Marks = append(u.Marks, marksOf(&d.Visit, &agreed.Sheet, &r, "")...)
	}
	u.fill(g, &r)
	u.Findings = src.resultFindings(&agreed.Sheet)
	g.out.Units = append(g.out.Units, *u)
	return nil
}

func (g *gatherer) unitOf(r *store.ResultRow) *ResultUnit {
	x := &ResultUnit{Code: r.Unit.Code, Name: r.Unit.Name, Kind: r.Unit.Kind, KindName: r.Unit.Kind, State: string(r.State), Changed: r.Changed,
		Evaluators: []ResultEvaluator{}, Categories: []ResultCategory{}, Marks: []ResultMark{}, Findings: []ResultFinding{}}
	if k, ok := g.scheme.Kind(r.Unit.Kind); ok {
		x.KindName = g.name(k.Name)
	}
	if r.Last != nil {
		last := r.Last.Total
		x.LastYear, x.LastTotal = r.Last.Year, &last
	}
	return x
}

// fill takes the numbers of what stands.
func (u *ResultUnit) fill(g *gatherer, r *checklist.Result) {
	bonus := r.Bonus
	u.Scored, u.Of, u.Base, u.Bonus, u.Total, u.Performance, u.Pass = r.Scored, r.Of, known(r.Base), &bonus, known(r.Total), known(r.Performance), string(r.Pass)
	if x := r.Grade.Grade; x != nil {
		u.Grade, u.GradeName = x.ID, g.name(x.Name)
	}
	if x := r.Grade.Held; x != nil {
		u.HeldFrom = x.ID
	}
	for i := range r.Categories {
		c := &r.Categories[i]
		u.Categories = append(u.Categories, ResultCategory{c.Category.ID, g.name(c.Category.Name), known(c.Score), c.Worth, c.Scored, c.Of})
	}
}

func known(a checklist.Amount) *checklist.Points {
	if !a.Known {
		return nil
	}
	p := a.Points
	return &p
}

// marksOf are the indicators of a visit as a sheet judges them.
func marksOf(v *checklist.Visit, sheet *checklist.Sheet, r *checklist.Result, who string) (list []ResultMark) {
	counts := map[string]int{}
	for _, f := range sheet.Findings {
		if f.Active() {
			counts[f.Rule]++
		}
	}
	for c := range r.Categories {
		for i := range r.Categories[c].Indicators {
			x := &r.Categories[c].Indicators[i]
			m := ResultMark{Indicator: x.Indicator.ID, Evaluator: who, Stands: who == "", Verdict: string(x.State), Status: string(x.Status),
				Full: x.Indicator.Full, Deducted: x.Deducted}
			if x.Known && !x.Removed() {
				p := x.Awarded
				m.Awarded = &p
			}
			if own, ok := v.SelfScores[m.Indicator]; ok {
				m.SelfScore, m.SelfNote = &own, v.SelfNotes[m.Indicator]
			}
			for k := range x.Indicator.Rules {
				m.Findings += counts[x.Indicator.Rules[k].ID]
			}
			list = append(list, m)
		}
	}
	return list
}

// describe names the version of the scheme and its indicators.
func (g *gatherer) describe() {
	s := g.scheme
	g.out.Scheme = ResultScheme{s.Version, s.Hash, g.name(s.Name), s.Total}
	for c := range s.Categories {
		cat := &s.Categories[c]
		for i := range cat.Indicators {
			x := &cat.Indicators[i]
			g.out.Indicators = append(g.out.Indicators, ResultIndicator{x.ID, g.name(x.Name), cat.ID, g.name(cat.Name), x.CityNo, x.Full})
		}
	}
}

// resultFindings are the findings that stand, in the order of the scheme.
func (s *Source) resultFindings(sheet *checklist.Sheet) []ResultFinding {
	list := []ResultFinding{}
	for _, f := range s.findings(sheet) {
		rule, ind, _ := s.Scheme.Rule(f.Rule)
		x := ResultFinding{Indicator: ind.ID, Rule: rule.ID, RuleName: s.name(rule.Name), Facts: f.Facts, Criterion: f.Criterion,
			Papers: s.papers(f.Evidence), TalkOnly: f.TalkOnly(), Status: cmp.Or(f.Status, "noted")}
		if rule.Mode == checklist.Range || rule.Mode == checklist.Given {
			mark := f.Mark
			x.Mark = &mark
		} else {
			x.Count = max(f.Count, 1)
		}
		list = append(list, x)
	}
	return list
}

func (g *gatherer) warnings() error {
	list, err := g.b.Warnings(g.ctx, nil)
	if err != nil {
		return err
	}
	for _, u := range list {
		for _, w := range u.Open {
			var numbers []string
			for _, x := range w.Readings {
				numbers = append(numbers, g.name(x.Name)+" "+x.Text())
			}
			g.out.Warnings = append(g.out.Warnings, ResultWarning{u.Unit.Code, u.Unit.Name, w.Def.ID, w.Def.Level, g.name(w.Def.Name),
				strings.Join(numbers, words.SheetAnd.In(g.lang)), w.Since})
		}
	}
	return nil
}

func (g *gatherer) slips() error {
	slips, err := g.b.AllSlips(g.ctx)
	if err != nil {
		return err
	}
	rows, err := g.b.Units(g.ctx)
	if err != nil {
		return err
	}
	day, _, _ := strings.Cut(g.out.Made, " ")
	for i := range slips {
		x := &slips[i]
		at := slices.IndexFunc(rows, func(r store.UnitRow) bool { return r.Unit.ID == x.Unit })
		if at < 0 || rows[at].Unit.Practice {
			continue
		}
		u := rows[at].Unit
		g.out.Slips = append(g.out.Slips, ResultSlip{x.Number, x.Official, u.Code, u.Name, x.Indicator, x.Rule, x.FoundOn, x.Facts, x.Demand, x.Deadline,
			x.ExtendedTo, x.State, g.name(g.scheme.StateName(x.State)), g.scheme.Overdue(x, day), x.RectifiedOn, x.RecheckedOn, x.RecheckResult})
	}
	return nil
}
