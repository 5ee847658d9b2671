package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// warnLevels are the levels, the gravest first.
var warnLevels = []string{"red", "orange", "yellow"}

// unitWarning is an open warning of a unit, as JSON tells it.
type unitWarning struct {
	Unit     string       `json:"unit_code"`
	UnitName string       `json:"unit_name"`
	ID       string       `json:"id"`
	Level    string       `json:"level"`
	Name     string       `json:"name"`
	Since    string       `json:"since"`
	Because  []readingOf  `json:"because"` // the numbers its condition rests on
	Sources  []warnSource `json:"sources"` // the records those come from
	record   checklist.ID
}

type readingOf struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Value string `json:"value"`
}

type warnSource struct {
	Of    string `json:"of"`
	ID    string `json:"id"`
	Name  string `json:"name,omitempty"`
	N     int64  `json:"n"`
	From  string `json:"from"`
	Day   string `json:"day,omitempty"`
	Visit string `json:"visit,omitempty"`
	Text  string `json:"text,omitempty"`
}

// warningsCommand lists the open warnings, red first.
func (a *app) warningsCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdAllWarnings, groupWatch))
	unit := c.Flags().String("unit", "", words.FlagSlipUnit.In(a.lang))
	level := c.Flags().String("level", "", words.FlagWarnLevel.In(a.lang))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		if *level != "" && !slices.Contains(warnLevels, *level) {
			return newFault("usage.badvalue", "--level", *level)
		}
		return a.read(func(b *store.Book) error {
			var only *checklist.ID
			if *unit != "" {
				u, err := a.unitNamed(b, *unit)
				if err != nil {
					return err
				}
				only = &u.Unit.ID
			}
			list, err := b.Warnings(a.ctx, only)
			if err != nil {
				return err
			}
			views := a.warningViews(list, *level)
			if a.json {
				return a.printJSON(append([]unitWarning{}, views...))
			}
			a.printWarnings(views)
			if only != nil && len(list) == 1 && len(list[0].Unsure) > 0 {
				a.say(words.WarnUnsure, strings.Join(list[0].Unsure, " "))
			}
			return nil
		})
	}
	return c
}

func (a *app) warningViews(list []store.UnitWarnings, level string) (views []unitWarning) {
	lang := string(a.lang)
	for _, u := range list {
		for _, w := range u.Open {
			if level != "" && w.Def.Level != level {
				continue
			}
			v := unitWarning{Unit: u.Unit.Code, UnitName: u.Unit.Name, ID: w.Def.ID, Level: w.Def.Level, Name: w.Def.Name.In(lang), Since: w.Since,
				Because: []readingOf{}, Sources: []warnSource{}, record: u.Unit.ID}
			for _, r := range w.Readings {
				v.Because = append(v.Because, readingOf{r.ID, r.Name.In(lang), r.Text()})
			}
			for _, x := range w.Sources {
				v.Sources = append(v.Sources, warnSource{string(x.Of), x.ID, x.Name.In(lang), x.N, x.From, x.Day, x.Visit.String(), x.Text})
			}
			views = append(views, v)
		}
	}
	slices.SortStableFunc(views, func(a, b unitWarning) int {
		return cmp.Or(slices.Index(warnLevels, a.Level)-slices.Index(warnLevels, b.Level), strings.Compare(a.Unit, b.Unit))
	})
	return views
}

func (a *app) printWarnings(views []unitWarning) {
	if len(views) == 0 {
		a.say(words.WarnNone)
		return
	}
	count := map[string]int{}
	for _, v := range views {
		count[v.Level]++
	}
	a.say(words.WarnTally, count["red"], count["orange"], count["yellow"])
	for _, v := range views {
		because := make([]string, len(v.Because))
		for i, r := range v.Because {
			because[i] = r.Name + " " + r.Value
		}
		since := ""
		if v.Since != "" {
			since = "  " + words.WarnSince.F(a.lang, v.Since)
		}
		fmt.Fprintf(a.out, "%s  %s  %s  %s%s\n", words.Say(a.lang, "level."+v.Level), v.UnitName, v.Name, strings.Join(because, words.CmdListSep.In(a.lang)), since)
		for _, x := range v.Sources {
			fmt.Fprintf(a.out, "    %s\n", strings.TrimRight(strings.Join([]string{words.YearSources[x.From].In(a.lang) + " " + x.Day, cmp.Or(x.Name, x.ID), numberOf(x), clip(x.Text, 40)}, "  "), " "))
		}
	}
}

func numberOf(x warnSource) string {
	if x.Of == "report" || x.Of == "slip" {
		return ""
	}
	return fmt.Sprint(x.N)
}

// compareView is what daily supervision and the yearly visit found under an indicator.
type compareView struct {
	Indicator string        `json:"indicator"`
	Name      string        `json:"name"`
	Only      string        `json:"only"` // daily, yearly or "" for both
	Daily     []compareSide `json:"daily"`
	Yearly    []compareSide `json:"yearly"`
}

type compareSide struct {
	Day   string `json:"day,omitempty"`
	Rule  string `json:"rule"`
	Count int64  `json:"count"`
	Facts string `json:"facts"`
	Slip  string `json:"slip_no,omitempty"`
	State string `json:"slip_state,omitempty"`
}

// compareCommand sets daily and yearly findings side by side.
func (a *app) compareCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdCompare, groupWatch))
	c.Args = exactly(1)
	c.ValidArgsFunction = a.completeUnits
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.read(func(b *store.Book) error {
			u, err := a.unitNamed(b, args[0])
			if err != nil {
				return err
			}
			year, s, err := b.UnitYear(a.ctx, u.Unit.ID)
			if err != nil {
				return err
			}
			views := []compareView{}
			for _, x := range checklist.CompareDaily(s, year) {
				v := compareView{x.Indicator.ID, x.Indicator.Name.In(string(a.lang)), x.Only(), []compareSide{}, []compareSide{}}
				for _, d := range x.Daily {
					v.Daily = append(v.Daily, compareSide{d.Day, d.Finding.Rule, d.Finding.Count, d.Finding.Facts, d.Slip, d.State})
				}
				for _, f := range x.Yearly {
					v.Yearly = append(v.Yearly, compareSide{Rule: f.Rule, Count: f.Count, Facts: f.Facts})
				}
				views = append(views, v)
			}
			if a.json {
				return a.printJSON(views)
			}
			a.printCompared(views)
			return nil
		})
	}
	return c
}

func (a *app) printCompared(views []compareView) {
	if len(views) == 0 {
		a.say(words.CompareNone)
	}
	for _, v := range views {
		fmt.Fprintf(a.out, "%s %s  %s\n", v.Indicator, v.Name, words.OnlySides[v.Only].In(a.lang))
		for _, side := range []struct {
			from string
			list []compareSide
		}{{checklist.FromDaily, v.Daily}, {checklist.FromYearly, v.Yearly}} {
			for _, x := range side.list {
				fmt.Fprintf(a.out, "    %s\n", strings.TrimRight(strings.Join([]string{words.YearSources[side.from].In(a.lang) + " " + x.Day, x.Rule, fmt.Sprint(x.Count), clip(x.Facts, 40), x.Slip}, "  "), " "))
			}
		}
	}
}
