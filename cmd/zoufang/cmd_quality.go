package main

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// qualityCommand compares teams, rules and units.
func (a *app) qualityCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdQuality, groupResult))
	only := c.Flags().String("indicator", "", words.FlagQualInd.In(a.lang))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		return a.read(func(b *store.Book) error {
			q, s, err := b.Quality(a.ctx)
			if err != nil {
				return err
			}
			if *only != "" {
				if _, _, ok := s.Indicator(*only); !ok {
					return newFault("usage.indicator", *only)
				}
			}
			if a.json {
				return a.printJSON(qualityViewOf(q, *only, string(a.lang)))
			}
			if q.Visits == 0 {
				a.say(words.QualEmpty)
				return nil
			}
			a.say(words.QualVisits, q.Visits)
			a.printTakes(q, *only)
			if *only == "" {
				a.printUnused(q)
				a.printOdd(s, q)
			}
			return nil
		})
	}
	return c
}

// barCells is how long the bar of a whole full mark is.
const barCells = 20

// printTakes writes what the teams take under each indicator, with a bar of the share of the marks.
func (a *app) printTakes(q *checklist.Quality, only string) {
	rows := [][]string{a.header(words.ColIndicator, words.ColTeam, words.ColMean, words.ColSpread, words.ColN, words.ColWhy)}
	for i := range q.Indicators {
		x := &q.Indicators[i]
		if x.All.N == 0 || only != "" && x.Indicator.ID != only {
			continue
		}
		name := x.Indicator.ID + " " + clip(x.Indicator.Name.In(string(a.lang)), 20)
		teams := x.Teams
		if len(teams) == 0 {
			teams = []checklist.TeamTake{x.All} // nobody is in a team
		}
		for k := range teams {
			t, why := &teams[k], ""
			switch {
			case t.Few():
				why = words.QualFew.F(a.lang, t.N)
			case t.Team == x.More && t.Team != "":
				why = words.QualMore.F(a.lang, t.Team)
			}
			rows = append(rows, []string{name, dashed(t.Team), takeBar(t.Mean, x.Indicator.Full) + " " + t.Mean.Points.String(), t.Spread.Points.String(), fmt.Sprint(t.N), why})
			name = ""
		}
	}
	fmt.Fprintln(a.out)
	a.say(words.QualTeams)
	grid(a.out, rows)
}

// takeBar draws what is taken of the full marks.
func takeBar(mean checklist.Amount, full checklist.Points) string {
	n := 0
	if full > 0 && mean.Known {
		n = min(barCells, int(int64(mean.Points)*barCells/int64(full)))
	}
	return strings.Repeat("#", n) + strings.Repeat(".", barCells-n)
}

func (a *app) printUnused(q *checklist.Quality) {
	fmt.Fprintln(a.out)
	a.say(words.QualUnused)
	if len(q.Unused) == 0 {
		a.say(words.QualNoRules)
		return
	}
	var rows [][]string
	for _, u := range q.Unused {
		why := words.QualRuleN.F(a.lang, u.N)
		if u.N < checklist.FewVisits {
			why = words.QualFew.F(a.lang, u.N)
		}
		rows = append(rows, []string{u.Rule.ID, clip(u.Rule.Name.In(string(a.lang)), 40), why})
	}
	grid(a.out, rows)
}

func (a *app) printOdd(s *checklist.Scheme, q *checklist.Quality) {
	fmt.Fprintln(a.out)
	a.say(words.QualUnits)
	rows := [][]string{a.header(words.ColCode, words.ColUnit, words.ColKind, words.ColTotal, words.ColMedian, words.ColZ, words.ColN)}
	for i := range q.Units {
		if u := &q.Units[i]; u.Odd {
			rows = append(rows, []string{u.Unit.Code, u.Unit.Name, a.kindName(s, u.Unit.Kind), u.Total.String(), u.Median.Points.String(), u.ZText(), fmt.Sprint(u.N)})
		}
	}
	if len(rows) == 1 {
		a.say(words.QualNoOdd)
	} else {
		grid(a.out, rows)
	}
	for _, k := range q.Few {
		a.say(words.QualFewKind, a.kindName(s, k))
	}
}

// qualityView is the quality check as JSON tells it; points are exact to the hundredth.
type qualityView struct {
	Visits     int             `json:"visits"`
	Indicators []qualIndicator `json:"indicators"`
	Unused     []qualRule      `json:"unused_rules,omitempty"`
	Units      []qualUnit      `json:"units,omitempty"`
	TooFew     []string        `json:"too_few,omitempty"` // kinds
}

type qualIndicator struct {
	ID    string     `json:"id"`
	Name  string     `json:"name"`
	Full  string     `json:"full"`
	Teams []qualTeam `json:"teams"`
	More  string     `json:"takes_more,omitempty"`
}

type qualTeam struct {
	Team   string  `json:"team"`
	N      int     `json:"n"`
	Mean   *string `json:"mean"`
	Spread *string `json:"spread"`
	Few    bool    `json:"too_few"`
}

type qualRule struct {
	Rule      string `json:"rule"`
	Indicator string `json:"indicator"`
	N         int    `json:"n"`
}

type qualUnit struct {
	Code   string           `json:"code"`
	Name   string           `json:"name"`
	Kind   string           `json:"kind"`
	N      int              `json:"n"`
	Total  checklist.Points `json:"total"`
	Median *string          `json:"median"`
	MAD    *string          `json:"mad"`
	Z      *string          `json:"z"`
	Odd    bool             `json:"odd"`
}

func qualityViewOf(q *checklist.Quality, only, lang string) qualityView {
	v := qualityView{Visits: q.Visits, Indicators: []qualIndicator{}, TooFew: q.Few}
	for i := range q.Indicators {
		x := &q.Indicators[i]
		if x.All.N == 0 || only != "" && x.Indicator.ID != only {
			continue
		}
		y := qualIndicator{ID: x.Indicator.ID, Name: x.Indicator.Name.In(lang), Full: x.Indicator.Full.String(), Teams: []qualTeam{}, More: x.More}
		for k := range x.Teams {
			t := &x.Teams[k]
			y.Teams = append(y.Teams, qualTeam{t.Team, t.N, amountView(t.Mean), amountView(t.Spread), t.Few()})
		}
		v.Indicators = append(v.Indicators, y)
	}
	if only != "" {
		return v
	}
	for _, u := range q.Unused {
		v.Unused = append(v.Unused, qualRule{u.Rule.ID, u.Indicator.ID, u.N})
	}
	for i := range q.Units {
		u := &q.Units[i]
		v.Units = append(v.Units, qualUnit{u.Unit.Code, u.Unit.Name, u.Unit.Kind, u.N, u.Total, amountView(u.Median), amountView(u.MAD), ratView(u.Z), u.Odd})
	}
	return v
}

func ratView(z *big.Rat) *string {
	if z == nil {
		return nil
	}
	text := z.FloatString(2)
	return &text
}
