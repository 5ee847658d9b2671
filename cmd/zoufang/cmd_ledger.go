package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

func (a *app) ledgerCommand() *cobra.Command {
	return a.subcommands(a.command(words.CmdLedger, groupPlan), a.ledgerImport(), a.ledgerList())
}

// maxChanges is how many changes a preview lists on the terminal.
const maxChanges = 40

func (a *app) ledgerImport() *cobra.Command {
	c := a.command(words.CmdLedgerImport, "")
	asOf := c.Flags().String("as-of", "", words.FlagAsOf.In(a.lang))
	look := c.Flags().Bool("preview", false, words.FlagLook.In(a.lang))
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		day, ok := checklist.ReadDay(*asOf, "")
		if !ok {
			return newFault("usage.asof")
		}
		return a.importTable(args[0], func(b *store.Book, rows []checklist.TableRow) error {
			base, err := b.PlanBase(a.ctx)
			if err != nil {
				return err
			}
			s, err := b.Scheme(a.ctx)
			if err != nil {
				return err
			}
			t := checklist.CheckLedger(s, base.Units, day, base.Round.Year, rows)
			if err := a.rowProblems(args[0], t.Problems, t.Unused); err != nil {
				return err
			}
			changes, err := b.LedgerChanges(a.ctx, t.Lines)
			if err != nil {
				return err
			}
			a.sayLedger(s, changes)
			if *look {
				a.say(words.LedgerLooked, len(changes))
				return nil
			}
			saved, err := b.SaveLedger(a.ctx, t.Lines)
			return a.sayTable(saved, err)
		})
	}
	return c
}

// sayLedger lists what a table changes.
func (a *app) sayLedger(s *checklist.Scheme, changes []store.LedgerChange) {
	for i, x := range changes {
		if i == maxChanges {
			a.say(words.LedgerMore, len(changes)-i)
			return
		}
		name := a.figureName(s, x.Figure)
		switch {
		case x.New:
			a.say(words.LedgerNew, x.Unit.Name, name, x.Now.N)
		case x.Was.N == x.Now.N:
			a.say(words.LedgerDate, x.Unit.Name, name, x.Now.N, x.Now.AsOf)
		default:
			a.say(words.LedgerChange, x.Unit.Name, name, x.Was.N, x.Now.N)
		}
	}
}

func (a *app) figureName(s *checklist.Scheme, id string) string {
	if f, ok := s.Figure(id); ok {
		return f.Name.In(string(a.lang))
	}
	return id
}

func (a *app) ledgerList() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdLedgerList, ""))
	c.Args = exactly(1)
	c.ValidArgsFunction = a.completeUnits
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.read(func(b *store.Book) error {
			u, err := a.unitNamed(b, args[0])
			if err != nil {
				return err
			}
			s, err := b.Scheme(a.ctx)
			if err != nil {
				return err
			}
			list, err := b.Ledger(a.ctx, u.Unit.ID)
			if err != nil {
				return err
			}
			if a.json {
				return a.printJSON(append([]checklist.Ledger{}, list...))
			}
			if len(list) == 0 {
				a.say(words.LedgerEmpty)
				return nil
			}
			rows := [][]string{a.header(words.ColFigure, words.ColCount, words.ColAsOf)}
			for _, l := range list {
				rows = append(rows, []string{a.figureName(s, l.Figure), strconv.FormatInt(l.N, 10), l.AsOf})
			}
			grid(a.out, rows)
			return nil
		})
	}
	return c
}

func (a *app) pastCommand() *cobra.Command {
	return a.subcommands(a.command(words.CmdPast, groupPlan), a.pastImport(), a.pastList())
}

func (a *app) pastImport() *cobra.Command {
	c := a.command(words.CmdPastImport, "")
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
			t := checklist.CheckPast(s, base.Units, rows)
			if err := a.rowProblems(args[0], t.Problems, t.Unused); err != nil {
				return err
			}
			saved, err := b.ImportPast(a.ctx, t.Lines)
			return a.sayTable(saved, err)
		})
	}
	return c
}

func (a *app) pastList() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdPastList, ""))
	c.Args = exactly(1)
	c.ValidArgsFunction = a.completeUnits
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.read(func(b *store.Book) error {
			u, err := a.unitNamed(b, args[0])
			if err != nil {
				return err
			}
			list, err := b.Past(a.ctx, u.Unit.ID)
			if err != nil {
				return err
			}
			if a.json {
				return a.printJSON(append([]checklist.Past{}, list...))
			}
			if len(list) == 0 {
				a.say(words.PastEmpty)
				return nil
			}
			rows := [][]string{a.header(words.ColYear, words.ColRule, words.ColTimes, words.ColState, words.ColFacts)}
			for _, p := range list {
				rows = append(rows, []string{p.Year, p.Rule, strconv.FormatInt(p.Count, 10), words.ValueWords["state."+p.State].In(a.lang), p.Facts})
			}
			grid(a.out, rows)
			return nil
		})
	}
	return c
}
