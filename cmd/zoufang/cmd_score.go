package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// scoreCommand works out the score that stands for a visit: of the only sheet, or of the agreed one (the viewer's own while
// others are hidden); with --explain all of its arithmetic.
func (a *app) scoreCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdScore, groupWork))
	explain := c.Flags().Bool("explain", false, words.FlagExplain.In(a.lang))
	city := c.Flags().Bool("city", false, words.FlagCity.In(a.lang))
	day := c.Flags().String("day", "", words.FlagDay.In(a.lang))
	c.Args = exactly(1)
	c.ValidArgsFunction = a.completeUnits
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.readVisit(args[0], *day, func(b *store.Book, d *store.Doc) error {
			scheme, err := b.SchemeOf(a.ctx, d.SchemeHash)
			if err != nil {
				return err
			}
			agreed := d.Standing(scheme)
			sheet := &agreed.Sheet
			r := checklist.Score(scheme, checklist.InputOf(scheme, &d.Visit, sheet))
			if a.json {
				view := a.scoreView(scheme, d, sheet, &r)
				view.Agreed, view.Pending = len(agreed.Sheets), agreed.Pending
				if view.City, err = cityViews(scheme, &r); err != nil {
					return err
				}
				return a.printJSON(view)
			}
			a.printScore(scheme, d, &agreed, &r, *explain)
			if *city {
				return a.printCity(scheme, &r)
			}
			return nil
		})
	}
	return c
}

// printScore writes the categories, the totals and the warnings; explain adds every line of the arithmetic.
func (a *app) printScore(s *checklist.Scheme, d *store.Doc, agreed *checklist.Agreed, r *checklist.Result, explain bool) {
	lang := string(a.lang)
	who := agreed.Sheet.Person.Name
	if n := len(agreed.Sheets); n > 1 {
		who = words.ScoreOfMany.F(a.lang, n)
	}
	fmt.Fprintf(a.out, "%s  %s  %s\n", d.Unit.Name, who, words.CmdScored.F(a.lang, r.Scored, r.Of))
	if agreed.Pending != "" {
		a.say(words.ScorePending, words.Say(a.lang, agreed.Pending))
	}
	fmt.Fprintln(a.out)
	rows := [][]string{a.header(words.ColCategory, words.ColPoints, words.ColFull, words.ColScored)}
	for i := range r.Categories {
		c := &r.Categories[i]
		rows = append(rows, []string{c.Category.ID + " " + c.Category.Name.In(lang), a.amount(c.Score), c.Worth.String(), fmt.Sprintf("%d/%d", c.Scored, c.Of)})
	}
	grid(a.out, rows)
	fmt.Fprintln(a.out)
	if explain {
		a.explain(checklist.Tree(s, r), 0)
		fmt.Fprintln(a.out)
	}
	grid(a.out, a.sums(s, r))
	for i, k := range r.KeyFailed {
		if i == 0 {
			fmt.Fprintf(a.out, "\n%s\n", words.CmdKeyFailed.In(a.lang))
		}
		name := k.Indicator.Name
		if k.Rule != nil {
			name = k.Rule.Name
		}
		fmt.Fprintf(a.out, "  ※ %s  %s\n", k.ID(), name.In(lang))
	}
	for i, w := range r.Warnings {
		if i == 0 {
			fmt.Fprintf(a.out, "\n%s\n", words.CmdWarnings.In(a.lang))
		}
		numbers := make([]string, len(w.Readings))
		for k, x := range w.Readings {
			numbers[k] = x.Name.In(lang) + " " + x.Text()
		}
		line := fmt.Sprintf("  %s  %s  %s  %s", w.Def.ID, words.Say(a.lang, "level."+w.Def.Level), w.Def.Name.In(lang), strings.Join(numbers, words.ListGap.In(a.lang)))
		fmt.Fprintln(a.out, strings.TrimRight(line, " "))
	}
}

// sums are the rows under the categories: what they come to, of what the scheme knows.
func (a *app) sums(s *checklist.Scheme, r *checklist.Result) [][]string {
	rows := [][]string{{words.ColBase.In(a.lang), a.amount(r.Base)}}
	if len(s.Bonuses) > 0 {
		rows = append(rows, []string{words.ColBonus.In(a.lang), r.Bonus.String()})
	}
	grade := words.CmdNotYet.In(a.lang)
	if g := r.Grade; g.Held != nil {
		grade = words.HeldGrade.F(a.lang, g.Grade.Name.In(string(a.lang)), g.Held.Name.In(string(a.lang)))
	} else if g.Grade != nil {
		grade = g.Grade.Name.In(string(a.lang))
	}
	rows = append(rows, []string{words.ColTotal.In(a.lang), a.amount(r.Total)}, []string{words.ColGrade.In(a.lang), grade})
	if r.Pass != checklist.PassNone {
		rows = append(rows, []string{words.Say(a.lang, "node.pass"), words.Say(a.lang, "pass."+string(r.Pass))})
	}
	if k, ok := s.Kind(r.Kind); ok && k.Weight > 0 {
		rows = append(rows, []string{words.ColPerformance.In(a.lang), a.amount(r.Performance)})
	}
	return rows
}

// explain writes a number with its arithmetic: its lines, then its parts, each set in.
func (a *app) explain(n *checklist.Node, depth int) {
	before := strings.Repeat("  ", depth)
	fmt.Fprintln(a.out, strings.TrimRight(before+a.nodeName(n)+"  "+a.nodeValue(n), " "))
	for _, l := range n.Arithmetic() {
		fmt.Fprintln(a.out, before+"  - "+words.Say(a.lang, l.Code, l.Args()...))
	}
	for _, p := range n.Parts {
		a.explain(p, depth+1)
	}
}

// nodeName is what the scheme or the program calls a part of a result.
func (a *app) nodeName(n *checklist.Node) string {
	if n.Code != "" {
		return words.Say(a.lang, n.Code)
	}
	name := n.ID + " " + n.Name.In(string(a.lang))
	if n.Star {
		return "※ " + name
	}
	return name
}

// nodeValue is the number, the grade or the answer a part comes to, or what keeps it from having one.
func (a *app) nodeValue(n *checklist.Node) string {
	switch {
	case n.Kind == checklist.NodeResult:
		return ""
	case n.Kind == checklist.NodePass:
		return words.Say(a.lang, "pass."+string(n.Pass))
	case n.Grade != nil:
		return n.Grade.Name.In(string(a.lang))
	case n.Value.Known && n.Full > 0:
		return n.Value.Points.String() + " / " + n.Full.String()
	case n.Status != "" && (!n.Value.Known || n.Full == 0):
		return words.StatusWords[string(n.Status)].In(a.lang)
	}
	return a.amount(n.Value)
}

// amount is a number of points, or that it is not known yet.
func (a *app) amount(x checklist.Amount) string {
	if !x.Known {
		return words.CmdNotYet.In(a.lang)
	}
	return x.Points.String()
}
