package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// resultsCommand lists how far each result has come; below it stand the steps from release to final.
func (a *app) resultsCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdResults, groupResult))
	kind := c.Flags().String("kind", "", words.FlagKind.In(a.lang))
	unit := c.Flags().String("unit", "", words.FlagResUnit.In(a.lang))
	city := c.Flags().Bool("city", false, words.FlagCityAll.In(a.lang))
	c.Args = func(cmd *cobra.Command, args []string) error { return noCommand(cmd, args) }
	c.RunE = func(*cobra.Command, []string) error {
		return a.read(func(b *store.Book) error {
			if *unit != "" {
				return a.oneResult(b, *unit)
			}
			id, err := a.kindNamed(b, *kind)
			if err != nil {
				return err
			}
			list, err := b.Results(a.ctx)
			if err != nil {
				return err
			}
			list = slices.DeleteFunc(list, func(r store.ResultRow) bool { return id != "" && r.Unit.Kind != id || !r.Unit.Counts() })
			if *city {
				return a.cityOf(b, list)
			}
			return a.listResults(b, list)
		})
	}
	c.AddCommand(a.releaseCommand(), a.objectCommand(), a.recheckCommand(), a.finalCommand(), a.unreleaseCommand(), a.noticeCommand(), a.rectifyCommand(),
		a.importPastCommand())
	return c
}

// rankRows puts results into order and gives back the rows beside their places. Fault decide.mixed.
func (a *app) rankRows(b *store.Book, list []store.ResultRow) ([]checklist.Ranked, map[checklist.ID]*store.ResultRow, error) {
	rows := make(map[checklist.ID]*store.ResultRow, len(list))
	entries := make([]checklist.RankEntry, 0, len(list))
	for i := range list {
		rows[list[i].Unit.ID] = &list[i]
		if list[i].State != checklist.OutcomeNone {
			entries = append(entries, list[i].Entry)
		}
	}
	ranked, err := checklist.Rank(entries)
	var mixed *checklist.MixedSchemes
	if errors.As(err, &mixed) {
		return nil, nil, a.refuseMixed(b, entries, mixed)
	}
	return ranked, rows, err
}

func (a *app) listResults(b *store.Book, list []store.ResultRow) error {
	ranked, rows, err := a.rankRows(b, list)
	if err != nil {
		return err
	}
	if a.json {
		views := make([]resultView, 0, len(list))
		for i := range ranked {
			views = append(views, viewOfResult(&ranked[i], rows[ranked[i].Unit.ID]))
		}
		for i := range list {
			if list[i].State == checklist.OutcomeNone {
				views = append(views, viewOfResult(&checklist.Ranked{RankEntry: checklist.RankEntry{Unit: list[i].Unit}}, &list[i]))
			}
		}
		return a.printJSON(views)
	}
	if len(list) == 0 {
		a.say(words.ResultsEmpty)
		return nil
	}
	s, err := b.Scheme(a.ctx)
	if err != nil {
		return err
	}
	count := map[checklist.OutcomeState]int{}
	for i := range list {
		count[list[i].State]++
	}
	a.say(words.ResTally, len(list), count[checklist.OutcomePending], count[checklist.OutcomeReady], count[checklist.OutcomeProvisional],
		count[checklist.OutcomeObjection], count[checklist.OutcomeFinal], count[checklist.OutcomeNone])
	table := [][]string{a.header(words.ColPlace, words.ColKindPlace, words.ColCode, words.ColUnit, words.ColTotal, words.ColGrade, words.ColPerformance,
		words.ColState, words.ColLastYear, words.ColSelf, words.ColWarned, words.ColWhy)}
	for i := range ranked {
		table = append(table, a.resultLine(s, &ranked[i], rows[ranked[i].Unit.ID]))
	}
	for i := range list {
		if x := &list[i]; x.State == checklist.OutcomeNone {
			table = append(table, []string{"--", "--", x.Unit.Code, x.Unit.Name, "--", "--", "--", a.outcome(x.State), "--", "--", "--", ""})
		}
	}
	grid(a.out, table)
	return nil
}

func (a *app) outcome(s checklist.OutcomeState) string {
	return words.OutcomeWords[string(s)].In(a.lang)
}

func (a *app) resultLine(s *checklist.Scheme, x *checklist.Ranked, r *store.ResultRow) []string {
	grade, why := "--", ""
	if x.Grade.Grade != nil {
		grade = x.Grade.Grade.Name.In(string(a.lang))
	}
	if len(r.Pending) > 0 {
		why = words.Say(a.lang, r.Pending[0].Code, r.Pending[0].Texts()...)
	} else if x.Code != "" {
		why = words.Say(a.lang, x.Code, x.Args...)
	}
	state := a.outcome(r.State)
	if r.Changed {
		state += " *"
	}
	warned := "--"
	if r.Warned != ([3]int{}) {
		warned = fmt.Sprintf("%d/%d/%d", r.Warned[0], r.Warned[1], r.Warned[2])
	}
	return []string{place(x.Place), place(x.KindPlace), x.Unit.Code, x.Unit.Name, orDash(amountView(x.Total)), grade, orDash(amountView(x.Contrib)), state,
		againstLast(r), againstSelf(r), warned, why}
}

// againstLast and againstSelf are the differences with their signs, "--" where there is nothing to compare.
func againstLast(r *store.ResultRow) string {
	if r.Last == nil || !r.Entry.Total.Known {
		return "--"
	}
	return signed(r.Entry.Total.Points - r.Last.Total)
}

func againstSelf(r *store.ResultRow) string {
	if r.Self == nil {
		return "--"
	}
	return signed(r.SelfOf - *r.Self)
}

func signed(p checklist.Points) string {
	if p > 0 {
		return "+" + p.String()
	}
	return p.String()
}

// cityOf rolls the results of many units up to the city's indicators.
func (a *app) cityOf(b *store.Book, list []store.ResultRow) error {
	var results []*checklist.Result
	var s *checklist.Scheme
	for i := range list {
		if list[i].State == checklist.OutcomeNone {
			continue
		}
		r, err := b.OutcomeOf(a.ctx, list[i].Unit.ID)
		if err != nil {
			return err
		}
		s, results = r.Scheme, append(results, &r.Result)
	}
	if s == nil {
		a.say(words.ResultsEmpty)
		return nil
	}
	if a.json {
		views, err := cityViews(s, results...)
		if err != nil {
			return err
		}
		return a.printJSON(views)
	}
	return a.printCity(s, results...)
}

// releaseCommand releases results.
func (a *app) releaseCommand() *cobra.Command {
	c := a.command(words.CmdRelease, "")
	member := c.Flags().String("member", "", words.FlagMember.In(a.lang))
	on := c.Flags().String("on", "", words.FlagNoticeDay.In(a.lang))
	reason := c.Flags().String("reason", "", words.FlagReason.In(a.lang))
	all := c.Flags().Bool("all", false, words.FlagAllReady.In(a.lang))
	c.ValidArgsFunction = a.completeUnits
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.write(func(b *store.Book) error {
			units, left, err := a.resultUnits(b, args, *all, func(r *store.ResultRow) bool { return r.State == checklist.OutcomeReady })
			if err != nil || len(units) == 0 {
				return err
			}
			if err := b.ReleaseResults(a.ctx, units, *member, *on, *reason); err != nil {
				return err
			}
			r, err := b.OutcomeOf(a.ctx, units[0])
			if err != nil {
				return err
			}
			a.say(words.ResDone, len(units), r.Until)
			if left > 0 {
				a.say(words.ResLeft, left)
			}
			return nil
		})
	}
	return c
}

// resultUnits are the units a command names, or all that fit; left counts those that are pending.
func (a *app) resultUnits(b *store.Book, args []string, all bool, fits func(*store.ResultRow) bool) (units []checklist.ID, left int, err error) {
	if all == (len(args) > 0) {
		return nil, 0, newFault("usage.results")
	}
	for _, arg := range args {
		u, err := a.unitNamed(b, arg)
		if err != nil {
			return nil, 0, err
		}
		units = append(units, u.Unit.ID)
	}
	if !all {
		return units, 0, nil
	}
	list, err := b.Results(a.ctx)
	if err != nil {
		return nil, 0, err
	}
	for i := range list {
		if fits(&list[i]) {
			units = append(units, list[i].Unit.ID)
		} else if list[i].State == checklist.OutcomePending {
			left++
		}
	}
	if len(units) == 0 {
		a.say(words.ResNothing)
	}
	return units, left, nil
}

// finalCommand declares results final.
func (a *app) finalCommand() *cobra.Command {
	c := a.command(words.CmdFinal, "")
	member := c.Flags().String("member", "", words.FlagMember.In(a.lang))
	on := c.Flags().String("on", "", words.FlagNoticeDay.In(a.lang))
	reason := c.Flags().String("reason", "", words.FlagReason.In(a.lang))
	all := c.Flags().Bool("all", false, words.FlagAllReady.In(a.lang))
	c.ValidArgsFunction = a.completeUnits
	c.RunE = func(_ *cobra.Command, args []string) error {
		day := *on
		if day == "" {
			day = a.today()
		}
		return a.write(func(b *store.Book) error {
			units, _, err := a.resultUnits(b, args, *all, func(r *store.ResultRow) bool {
				code, _ := r.MayFinish(day, *reason)
				return code == ""
			})
			if err != nil || len(units) == 0 {
				return err
			}
			if err := b.FinishResults(a.ctx, units, *member, day, *reason); err != nil {
				return err
			}
			a.say(words.ResFinalDone, len(units))
			return nil
		})
	}
	return c
}

func (a *app) unreleaseCommand() *cobra.Command {
	c := a.command(words.CmdUnrelease, "")
	reason := c.Flags().String("reason", "", words.FlagReason.In(a.lang))
	c.Args = exactly(1)
	c.ValidArgsFunction = a.completeUnits
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.write(func(b *store.Book) error {
			u, err := a.unitNamed(b, args[0])
			if err != nil {
				return err
			}
			if err := b.WithdrawRelease(a.ctx, u.Unit.ID, *reason); err != nil {
				return err
			}
			a.say(words.ResWithdrawn, u.Unit.Name)
			return nil
		})
	}
	return c
}

// importPastCommand loads results of earlier years.
func (a *app) importPastCommand() *cobra.Command {
	c := a.command(words.CmdImportPast, "")
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.importTable(args[0], func(b *store.Book, rows []checklist.TableRow) error {
			base, err := b.PlanBase(a.ctx)
			if err != nil {
				return err
			}
			s, err := b.Scheme(a.ctx)
			if err != nil {
				return err
			}
			t := checklist.CheckPastResults(s, base.Units, rows)
			if err := a.rowProblems(args[0], t.Problems, t.Unused); err != nil {
				return err
			}
			return a.sayTable(b.SavePastResults(a.ctx, t.Lines))
		})
	}
	return c
}

// roundCalendar shows or sets the holidays of the round.
func (a *app) roundCalendar() *cobra.Command {
	c := a.command(words.CmdCalendar, "")
	reason := c.Flags().String("reason", "", words.FlagReason.In(a.lang))
	c.RunE = func(_ *cobra.Command, args []string) error {
		show := func(b *store.Book) error {
			if text := b.Info().Round.Calendar; text != "" {
				a.say(words.CalendarIs, text)
			} else {
				a.say(words.CalendarNone)
			}
			return nil
		}
		if len(args) == 0 {
			return a.read(show)
		}
		return a.write(func(b *store.Book) error {
			if err := b.SetCalendar(a.ctx, strings.Join(args, " "), *reason); err != nil {
				return err
			}
			return show(b)
		})
	}
	return c
}
