package report

import (
	"math"

	"zoufang/checklist"
	"zoufang/words"
)

// agreement measures how far the evaluators of the book agree.
func (g *gatherer) agreement() error {
	sheets, err := g.b.ClosedSheets(g.ctx)
	if err != nil {
		return err
	}
	a := checklist.AgreementOf(sheets)
	if a.Visits == 0 {
		return nil
	}
	for _, part := range []struct {
		of   string
		list []checklist.GroupAgreement
	}{{"all", []checklist.GroupAgreement{a.All}}, {"pair", a.Pairs}, {"team", a.Teams}, {"method", a.Methods}, {"indicator", a.Indicators}} {
		for _, x := range part.list {
			g.out.Agreement = append(g.out.Agreement, ResultAgreement{part.of, g.groupName(x), x.Items, figure(x.Percent), figure(x.Kappa),
				figure(x.Alpha[2]), figure(x.ICC.Two)})
		}
	}
	return nil
}

// groupName is what a group of judgements is called.
func (g *gatherer) groupName(x checklist.GroupAgreement) string {
	switch m, ok := g.scheme.Method(checklist.Step(x.ID)); {
	case x.Pair[0].Name != "":
		return words.AgreeAnd.F(g.lang, x.Pair[0].Name, x.Pair[1].Name)
	case x.Name != (checklist.Text{}):
		return x.ID + " " + g.name(x.Name)
	case ok:
		return g.name(m.Name)
	}
	return x.ID
}

// figure is a coefficient with four decimals; nil where there is none.
func figure(s checklist.Stat) *float64 {
	if !s.Known {
		return nil
	}
	x := math.Round(s.Value*1e4) / 1e4
	return &x
}

// qualities compares teams, rules and units over what stands.
func (g *gatherer) qualities() {
	var visits []checklist.QualityVisit
	for i := range g.rows {
		if r := &g.rows[i]; r.State != checklist.OutcomeNone {
			visits = append(visits, checklist.QualityVisit{Unit: r.Unit, Team: r.Team, Total: r.Entry.Total, Marks: r.Marks, Hits: r.Hits})
		}
	}
	q := checklist.QualityOf(g.scheme, visits)
	out := ResultQuality{Visits: q.Visits, Teams: []TeamTakes{}, Unused: []UnusedRule{}, Units: []OddUnit{}}
	for i := range q.Indicators {
		x := &q.Indicators[i]
		for _, t := range append([]checklist.TeamTake{x.All}, x.Teams...) {
			if t.N > 0 {
				out.Teams = append(out.Teams, TeamTakes{x.Indicator.ID, t.Team, t.N, t.Mean.Points, t.Spread.Points, t.Few(), t.Team != "" && t.Team == x.More})
			}
		}
	}
	for _, x := range q.Unused {
		out.Unused = append(out.Unused, UnusedRule{x.Rule.ID, g.name(x.Rule.Name), x.Indicator.ID, x.N})
	}
	for _, x := range q.Units {
		o := OddUnit{x.Unit.Code, x.Unit.Name, x.Total, x.Median.Points, x.MAD.Points, "", x.Odd}
		if x.Z != nil {
			o.Z = x.Z.FloatString(2)
		}
		out.Units = append(out.Units, o)
	}
	g.out.Quality = out
}
