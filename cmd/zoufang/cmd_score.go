package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// scoreCommand works out the score of the viewer's own sheet, and with --explain all of its arithmetic.
func (a *app) scoreCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdScore, groupWork))
	explain := c.Flags().Bool("explain", false, words.FlagExplain.In(a.lang))
	day := c.Flags().String("day", "", words.FlagDay.In(a.lang))
	c.Args = exactly(1)
	c.ValidArgsFunction = a.completeUnits
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.readVisit(args[0], *day, func(b *store.Book, d *store.Doc) error {
			scheme, err := b.SchemeOf(a.ctx, d.SchemeHash)
			if err != nil {
				return err
			}
			sheet := d.Main()
			r := checklist.Score(scheme, checklist.InputOf(scheme, &d.Visit, sheet))
			if a.json {
				return a.printJSON(a.scoreView(d, sheet, &r))
			}
			a.printScore(d, sheet, &r, *explain)
			return nil
		})
	}
	return c
}

// printScore writes the categories, the totals and the warnings; explain adds every line of the arithmetic.
func (a *app) printScore(d *store.Doc, sheet *checklist.Sheet, r *checklist.Result, explain bool) {
	lang := string(a.lang)
	fmt.Fprintf(a.out, "%s  %s  %s\n\n", d.Unit.Name, sheet.Person.Name, words.CmdScored.F(a.lang, r.Scored, r.Of))
	rows := [][]string{a.header(words.ColCategory, words.ColPoints, words.ColFull, words.ColScored)}
	for i := range r.Categories {
		c := &r.Categories[i]
		rows = append(rows, []string{c.Category.ID + " " + c.Category.Name.In(lang), a.amount(c.Score), c.Category.Weight.String(), fmt.Sprintf("%d/%d", c.Scored, c.Of)})
	}
	grid(a.out, rows)
	fmt.Fprintln(a.out)
	if explain {
		a.explain(r)
	}
	grade := words.CmdNotYet.In(a.lang)
	if r.Grade.Grade != nil {
		grade = r.Grade.Grade.Name.In(lang)
	}
	grid(a.out, [][]string{
		{words.ColBase.In(a.lang), a.amount(r.Base)},
		{words.ColBonus.In(a.lang), r.Bonus.String()},
		{words.ColTotal.In(a.lang), a.amount(r.Total)},
		{words.ColGrade.In(a.lang), grade},
		{words.ColPerformance.In(a.lang), a.amount(r.Performance)},
	})
	for i, w := range r.Warnings {
		if i == 0 {
			fmt.Fprintf(a.out, "\n%s\n", words.CmdWarnings.In(a.lang))
		}
		fmt.Fprintf(a.out, "  %s  %s  %s\n", w.Def.ID, words.Say(a.lang, "level."+w.Def.Level), w.Def.Name.In(lang))
	}
}

// explain writes the lines of every indicator, category and total.
func (a *app) explain(r *checklist.Result) {
	lang := string(a.lang)
	for i := range r.Categories {
		c := &r.Categories[i]
		fmt.Fprintf(a.out, "%s %s\n", c.Category.ID, c.Category.Name.In(lang))
		for j := range c.Indicators {
			x := &c.Indicators[j]
			mark := words.CmdNotYet.In(a.lang)
			switch {
			case x.Status == checklist.StatusNA:
				mark = a.value("state", "na")
			case x.Known:
				mark = x.Awarded.String() + " / " + x.Indicator.Full.String()
			}
			fmt.Fprintf(a.out, "  %s %s  %s\n", x.Indicator.ID, x.Indicator.Name.In(lang), mark)
			a.lines("    ", x.Lines)
		}
		a.lines("  = ", c.Lines)
		fmt.Fprintln(a.out)
	}
	for i := range r.Bonuses {
		x := &r.Bonuses[i]
		fmt.Fprintf(a.out, "%s %s  %s\n", x.Bonus.ID, x.Bonus.Name.In(lang), x.Points)
		a.lines("    ", x.Lines)
	}
	a.lines("= ", r.Lines)
	fmt.Fprintln(a.out)
}

func (a *app) lines(before string, lines []checklist.Line) {
	for _, l := range lines {
		fmt.Fprintln(a.out, before+words.Say(a.lang, l.Code, l.Args()...))
	}
}

// amount is a number of points, or that it is not known yet.
func (a *app) amount(x checklist.Amount) string {
	if !x.Known {
		return words.CmdNotYet.In(a.lang)
	}
	return x.Points.String()
}
