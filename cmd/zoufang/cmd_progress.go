package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// progressView is how far a unit is, as JSON tells it.
type progressView struct {
	Code     string `json:"code"`
	Name     string `json:"name"`
	Team     string `json:"team"`
	Day      string `json:"day"`
	State    string `json:"state"`
	Scored   int    `json:"scored"`
	Total    int    `json:"total"`
	Todos    int    `json:"todos"`
	Waiting  int    `json:"waiting"`
	Signed   bool   `json:"signed"`
	Exported bool   `json:"exported"`
	Arrived  bool   `json:"arrived"`
}

// planProgress is the board of the teams.
func (a *app) planProgress() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdPlanProgress, ""))
	team := c.Flags().String("team", "", words.FlagPlanTeam.In(a.lang))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		return a.read(func(b *store.Book) error {
			list, err := b.TeamBoard(a.ctx)
			if err != nil {
				return err
			}
			views := []progressView{}
			for _, p := range list {
				if *team == "" || p.Team == *team {
					views = append(views, progressView{p.Unit.Code, p.Unit.Name, p.Team, p.Day, p.State, p.Scored, p.Total, p.Todos,
						p.Waiting, p.Signed, p.Exported, p.Arrived})
				}
			}
			if a.json {
				return a.printJSON(views)
			}
			if len(views) == 0 {
				a.say(words.PlanNothing)
				return nil
			}
			a.printProgress(views)
			return nil
		})
	}
	return c
}

func (a *app) printProgress(views []progressView) {
	sums := [][]string{a.header(words.ColTeam, words.ColUnits, words.ColBegun, words.ColSigned, words.ColSent, words.ColArrived)}
	rows := [][]string{a.header(words.ColTeam, words.ColDay, words.ColCode, words.ColUnit, words.ColState, words.ColScored, words.ColTodos)}
	count := map[string][5]int{}
	var teams []string
	for _, v := range views {
		if !slices.Contains(teams, v.Team) {
			teams = append(teams, v.Team)
		}
		n := count[v.Team]
		for i, is := range []bool{true, v.State != store.StateNew, v.Signed, v.Exported, v.Arrived} {
			if is {
				n[i]++
			}
		}
		count[v.Team] = n
		rows = append(rows, []string{v.Team, v.Day, v.Code, v.Name, words.VisitStates[v.State].In(a.lang), fmt.Sprintf("%d/%d", v.Scored, v.Total), strconv.Itoa(v.Todos)})
	}
	for _, t := range teams {
		row := []string{t}
		for _, n := range count[t] {
			row = append(row, strconv.Itoa(n))
		}
		sums = append(sums, row)
	}
	grid(a.out, sums)
	fmt.Fprintln(a.out)
	grid(a.out, rows)
}

// coverageView is how far a unit was visited in the round, as JSON tells it.
type coverageView struct {
	Code    string `json:"code"`
	Name    string `json:"name"`
	Kind    string `json:"kind"`
	Team    string `json:"team"`
	Planned string `json:"planned"`
	Yearly  bool   `json:"yearly"`
	Daily   int    `json:"daily"`
	Last    string `json:"last"`
	Days    *int   `json:"days"` // since the last visit; null for none
}

func (a *app) planCoverage() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdPlanCoverage, ""))
	team := c.Flags().String("team", "", words.FlagPlanTeam.In(a.lang))
	kind := c.Flags().String("kind", "", words.FlagPlanKind.In(a.lang))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		return a.read(func(b *store.Book) error {
			s, err := b.Scheme(a.ctx)
			if err != nil {
				return err
			}
			only, err := a.kindNamed(b, *kind)
			if err != nil {
				return err
			}
			list, err := b.Coverage(a.ctx, time.Now().Format("2006-01-02"))
			if err != nil {
				return err
			}
			list = slices.DeleteFunc(list, func(x store.Coverage) bool {
				return *team != "" && x.Team != *team || only != "" && x.Unit.Kind != only
			})
			return a.printCoverage(s, list)
		})
	}
	return c
}

func (a *app) printCoverage(s *checklist.Scheme, list []store.Coverage) error {
	views := []coverageView{}
	rows := [][]string{a.header(words.ColCode, words.ColUnit, words.ColKind, words.ColTeam, words.ColYearly, words.ColDaily, words.ColLastOn, words.ColDays)}
	never := 0
	for _, x := range list {
		v := coverageView{Code: x.Unit.Code, Name: x.Unit.Name, Kind: x.Unit.Kind, Team: x.Team, Planned: x.Planned, Yearly: x.Yearly, Daily: x.Daily, Last: x.Last}
		last, days := words.CoverNever.In(a.lang), ""
		if x.Last == "" {
			never++
		} else {
			v.Days, last, days = &x.Days, x.Last, strconv.Itoa(x.Days)
		}
		kind := x.Unit.Kind
		if k, ok := s.Kind(kind); ok {
			kind = k.Name.In(string(a.lang))
		}
		views = append(views, v)
		rows = append(rows, []string{x.Unit.Code, x.Unit.Name, kind, x.Team, a.yesNo(x.Yearly), strconv.Itoa(x.Daily), last, strings.TrimSpace(days)})
	}
	if a.json {
		return a.printJSON(views)
	}
	grid(a.out, rows)
	a.say(words.CoverSum, len(list), never)
	return nil
}
