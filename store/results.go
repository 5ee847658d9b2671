package store

import (
	"context"
	"crypto/sha256"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// visitNow is what a summary keeps of the result of a yearly visit: a district of 10,000 is ranked from these, without
// reading a visit.
type visitNow struct {
	checklist.ResultNow
	Kind    string                `json:"kind"` // of unit, as it was on the day of the visit
	Team    string                `json:"team"`
	Scored  int                   `json:"scored"`
	Of      int                   `json:"of"`
	Pass    checklist.Pass        `json:"pass"`
	Contrib *checklist.Points     `json:"contrib"`
	Waits   string                `json:"waits"` // why it does not stand yet: see checklist.Agreed.Pending
	Hits    []checklist.RuleCount `json:"hits"`
	Self    *checklist.Points     `json:"self"` // the sum of the unit's own scores
	SelfN   int                   `json:"self_n"`
	SelfOf  checklist.Points      `json:"self_of"` // what was awarded for the same indicators
	Warned  [3]int                `json:"warned"`  // red, orange, yellow
}

func nowOf(d *Doc, s *checklist.Scheme, a *checklist.Agreed, r *checklist.Result) *visitNow {
	n := &visitNow{ResultNow: checklist.NowOf(&d.Visit, a, r, d.digest), Kind: d.Unit.Kind, Scored: r.Scored, Of: r.Of, Pass: r.Pass, Waits: a.Pending}
	if r.Performance.Known {
		n.Contrib = &r.Performance.Points
	}
	for i := range d.Sheets {
		if n.Team == "" {
			n.Team = d.Sheets[i].Person.Team
		}
	}
	for _, f := range a.Sheet.Findings {
		if _, _, ok := s.Rule(f.Rule); !ok || !f.Active() {
			continue
		}
		i := slices.IndexFunc(n.Hits, func(h checklist.RuleCount) bool { return h.Rule == f.Rule })
		if i < 0 {
			i = len(n.Hits)
			n.Hits = append(n.Hits, checklist.RuleCount{Rule: f.Rule})
		}
		n.Hits[i].N += max(1, f.Count)
	}
	var sum checklist.Points
	for id, p := range d.SelfScores {
		if x, ok := r.Indicator(id); ok && x.Known && !x.Removed() {
			sum, n.SelfN, n.SelfOf = sum+p, n.SelfN+1, n.SelfOf+x.Awarded
		}
	}
	if n.SelfN > 0 {
		n.Self = &sum
	}
	for _, w := range r.Warnings {
		if i := slices.Index([]string{"red", "orange", "yellow"}, w.Def.Level); i >= 0 {
			n.Warned[i]++
		}
	}
	return n
}

// ResultRow is a unit on the results board.
type ResultRow struct {
	Unit  checklist.Unit
	Visit checklist.ID // zero where none was begun
	Entry checklist.RankEntry
	checklist.Outcome
	Team   string
	Marks  []checklist.Mark
	Hits   []checklist.RuleCount
	Self   *checklist.Points // the unit's own scores for SelfN indicators, for which it was awarded SelfOf
	SelfN  int
	SelfOf checklist.Points
	Last   *checklist.PastResult // the newest of an earlier year
	Warned [3]int                // red, orange, yellow warnings of the visit
}

// Results lists the units by code, with how far their results have come, each as Me may see it. A unit that does not count,
// because it is there to practise on or has ended, has nothing but its name.
func (b *Book) Results(ctx context.Context) (list []ResultRow, err error) {
	units, err := b.Units(ctx)
	if err != nil {
		return nil, err
	}
	err = b.read(ctx, func(q querier) error {
		list = nil
		papers, err := b.papers(ctx, q)
		if err != nil {
			return err
		}
		days, schemes := b.round().Days(), map[string]*checklist.Scheme{}
		for i := range units {
			u := &units[i]
			if !u.Unit.Counts() {
				list = append(list, ResultRow{Unit: u.Unit, Outcome: checklist.Outcome{State: checklist.OutcomeNone}})
				continue
			}
			s, err := b.schemeOnce(ctx, q, schemes, u.Scheme)
			if err != nil {
				return err
			}
			list = append(list, resultRow(u, s, papers.of(u.Unit.ID), b.Info().Year, days))
		}
		return nil
	})
	return list, err
}

// schemeOnce is a scheme, read once; nil for one that is not here.
func (b *Book) schemeOnce(ctx context.Context, q querier, known map[string]*checklist.Scheme, hash string) (*checklist.Scheme, error) {
	s, ok := known[hash]
	if ok || hash == "" {
		return s, nil
	}
	s, err := b.loadScheme(ctx, q, hash)
	if IsFault(err, "scheme.missing") {
		s, err = nil, nil
	}
	known[hash] = s
	return s, err
}

func resultRow(u *UnitRow, s *checklist.Scheme, p *unitPapers, year string, days checklist.Calendar) ResultRow {
	x := ResultRow{Unit: u.Unit, Visit: u.Visit, Last: p.last(year)}
	now := &visitNow{}
	if x := u.result(); x != nil {
		now = x
	}
	x.Outcome = checklist.OutcomeOf(&now.ResultNow, p.Paper, days)
	x.Team, x.Marks, x.Hits, x.Self, x.SelfN, x.SelfOf, x.Warned = now.Team, now.Marks, now.Hits, now.Self, now.SelfN, now.SelfOf, now.Warned
	if now.Kind != "" {
		x.Unit.Kind = now.Kind
	}
	e := checklist.RankEntry{Unit: x.Unit, Visit: u.Visit, Scheme: u.Scheme, Scored: now.Scored, Of: now.Of, Pass: now.Pass, Pending: now.Waits,
		Total: checklist.Amount{Known: now.Known, Points: now.Total}}
	if now.Contrib != nil {
		e.Contrib = checklist.Amount{Known: true, Points: *now.Contrib}
	}
	if e.Pending == "" && len(x.Pending) > 0 {
		e.Pending = x.Pending[0].Code
	}
	if s != nil {
		for i := range s.Grades {
			if s.Grades[i].ID == now.Grade {
				e.Grade.Grade = &s.Grades[i]
			}
		}
	}
	x.Entry = e
	return x
}

// OutcomeOf is how far the result of one unit has come, with its visit, its version of the scheme and its arithmetic; d is
// nil where no visit was begun. Fault visit.missing.
func (b *Book) OutcomeOf(ctx context.Context, unit checklist.ID) (r UnitResult, err error) {
	err = b.read(ctx, func(q querier) error {
		r, err = b.unitResult(ctx, q, unit)
		return err
	})
	return r, err
}

// UnitResult is the whole of a unit's result.
type UnitResult struct {
	checklist.Outcome
	Unit   checklist.Unit
	Doc    *Doc // nil where no yearly visit was begun
	Scheme *checklist.Scheme
	Agreed checklist.Agreed
	Result checklist.Result
	Last   *checklist.PastResult
	Items  []checklist.Rectify // what is to be put right, of the released result

	papers *unitPapers
	now    checklist.ResultNow
}

func (b *Book) unitResult(ctx context.Context, q querier, unit checklist.ID) (r UnitResult, err error) {
	if r.Unit, err = b.readUnit(ctx, q, unit); err != nil {
		return r, err
	}
	rs, err := b.scanUnit(ctx, q, checklist.ScopeResult, unit)
	if err != nil {
		return r, err
	}
	r.papers = b.papersIn(rs).of(unit)
	r.Last, r.Items = r.papers.last(b.Info().Year), r.papers.items
	id, begun, err := b.findVisit(ctx, q, unit, checklist.Yearly, "")
	if err != nil {
		return r, err
	}
	if begun {
		if r.Doc, err = b.doc(ctx, q, id, b.Me()); err != nil {
			return r, err
		}
		if r.Scheme, err = b.loadScheme(ctx, q, r.Doc.SchemeHash); err != nil {
			return r, err
		}
		r.Unit = r.Doc.Unit
		r.Agreed = r.Doc.Standing(r.Scheme)
		r.Result = checklist.Score(r.Scheme, checklist.InputOf(r.Scheme, &r.Doc.Visit, &r.Agreed.Sheet))
		r.now = checklist.NowOf(&r.Doc.Visit, &r.Agreed, &r.Result, r.Doc.digest)
	}
	r.Outcome = checklist.OutcomeOf(&r.now, r.papers.Paper, b.round().Days())
	return r, nil
}

// Notice is what the unit is told of its released result; ok is false where nothing was released.
func (r *UnitResult) Notice() (checklist.Notice, bool) {
	if r.Scheme == nil {
		return checklist.Notice{}, false
	}
	return checklist.NoticeOf(r.Scheme, r.Unit, &r.Doc.Round, &r.Outcome, r.Last, r.Items)
}

// unitPapers is what was written about the results of a unit.
type unitPapers struct {
	checklist.Paper
	items []checklist.Rectify
	past  []checklist.PastResult
}

func (p *unitPapers) last(before string) (last *checklist.PastResult) {
	for i := range p.past {
		if x := &p.past[i]; x.Year < before && (last == nil || x.Year > last.Year) {
			last = x
		}
	}
	return last
}

// allPapers are the papers of all units.
type allPapers map[checklist.ID]*unitPapers

func (a allPapers) of(unit checklist.ID) *unitPapers {
	if a[unit] == nil {
		a[unit] = &unitPapers{}
	}
	return a[unit]
}

func (a allPapers) allItems() (list []checklist.Rectify) {
	for _, p := range a {
		list = append(list, p.items...)
	}
	slices.SortFunc(list, func(x, y checklist.Rectify) int { return slices.Compare(x.ID[:], y.ID[:]) })
	return list
}

// papers reads what was written about results. A release that is contested is one of its sides until somebody decides.
func (b *Book) papers(ctx context.Context, q querier) (allPapers, error) {
	rs, err := b.scanScope(ctx, q, checklist.ScopeResult)
	if err != nil {
		return nil, err
	}
	return b.papersIn(rs), nil
}

func (b *Book) papersIn(rs *regs) allPapers {
	all := allPapers{}
	for _, id := range rs.records(KindRelease) {
		var r checklist.Release
		if !rs.body(id, KindRelease, "body", &r) || id != releaseID(b.round().ID, r.Unit) {
			continue
		}
		p := all.of(r.Unit)
		p.Release = &r
		var f checklist.Finality
		if rs.body(id, KindRelease, "final", &f) {
			p.Final = &f
		}
	}
	for _, id := range rs.records(KindObjection) {
		x := checklist.Objection{ID: id}
		if !rs.body(id, KindObjection, "body", &x) {
			continue
		}
		x.ID = id
		var c checklist.Recheck
		if rs.body(id, KindObjection, "check", &c) {
			x.Check = &c
		}
		p := all.of(x.Unit)
		p.Objections = append(p.Objections, x)
	}
	for _, id := range rs.records(KindPastResult) {
		var x checklist.PastResult
		if rs.body(id, KindPastResult, "body", &x) {
			all.of(x.Unit).past = append(all.of(x.Unit).past, x)
		}
	}
	all.readItems(rs)
	for _, p := range all {
		slices.SortFunc(p.Objections, func(x, y checklist.Objection) int {
			return strings.Compare(x.At+x.ID.String(), y.At+y.ID.String())
		})
		slices.SortFunc(p.items, func(x, y checklist.Rectify) int { return int(x.No - y.No) })
	}
	return all
}

func (a allPapers) readItems(rs *regs) {
	for _, id := range rs.records(KindRectify) {
		var x checklist.Rectify
		if !rs.body(id, KindRectify, "body", &x) {
			continue
		}
		x.ID = id
		var report, check checklist.RectifyStep
		if rs.body(id, KindRectify, "report", &report) {
			x.Report = &report
		}
		if rs.body(id, KindRectify, "check", &check) {
			x.Check = &check
		}
		a.of(x.Unit).items = append(a.of(x.Unit).items, x)
	}
}

// releasedResults are the results of earlier years, and what was released in this round, as a later year sees them.
func (b *Book) releasedResults(ctx context.Context) (list []checklist.PastResult, err error) {
	err = b.read(ctx, func(q querier) error {
		list = nil
		all, err := b.papers(ctx, q)
		if err != nil {
			return err
		}
		for unit, p := range all {
			list = append(list, p.past...)
			if r := p.Release; r != nil {
				s, err := b.loadScheme(ctx, q, r.Scheme)
				if err != nil {
					return err
				}
				list = append(list, pastOf(s, unit, b.Info().Year, r))
			}
		}
		return nil
	})
	return list, err
}

func pastOf(s *checklist.Scheme, unit checklist.ID, year string, r *checklist.Release) checklist.PastResult {
	x := checklist.PastResult{Unit: unit, Year: year, Total: r.Total, Grade: r.Grade}
	for i := range s.Grades {
		if s.Grades[i].ID == r.Grade {
			x.Grade = s.Grades[i].Name.ZH
		}
	}
	for _, m := range r.Marks {
		if _, ok := s.Category(m.ID); ok {
			x.Marks = append(x.Marks, m)
		}
	}
	return x
}

// resultKinds are the kinds of what is written about results.
var resultKinds = []Kind{KindRelease, KindObjection, KindPastResult, KindRectify}

// unitIn is the unit that a body names; zero where it names none.
func unitIn(v bundle.Value) checklist.ID {
	var body struct {
		Unit checklist.ID `json:"unit"`
	}
	_ = readValue(v, &body) // another form names no unit
	return body.Unit
}

// resultUnit is the unit a record about a result is of.
func (rs *regs) resultUnit(rec checklist.ID) checklist.ID {
	for _, kind := range resultKinds {
		if r := rs.get(rec, kind, "body"); len(r.heads) > 0 {
			return unitIn(r.heads[0].val)
		}
	}
	return checklist.ID{}
}

// What is written about a result lies under its unit, and the same thing written on two laptops is one record.
func resultID(unit checklist.ID, what ...string) checklist.ID {
	sum := sha256.Sum256([]byte(strings.Join(what, "\x00")))
	return ofUnit(checklist.ScopeResult, unit, [4]byte(sum[:4]))
}

func releaseID(round, unit checklist.ID) checklist.ID {
	return resultID(unit, "release", round.String())
}

func rectifyID(x *checklist.Rectify) checklist.ID {
	return resultID(x.Unit, "rectify", x.Visit.String(), x.Finding.String())
}
