package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/checklist/schemes"
	"zoufang/store"
	"zoufang/words"
)

// schemeUse pins a scheme in the round, after showing what that does.
func (a *app) schemeUse() *cobra.Command {
	c := a.command(words.CmdSchemeUse, "")
	reason := c.Flags().String("reason", "", words.FlagWhy.In(a.lang))
	yes := c.Flags().Bool("yes", false, words.FlagYesDo.In(a.lang))
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		src, _, err := a.schemeSource(args[0])
		if err != nil {
			return err
		}
		to, err := checklist.LoadScheme(src)
		if err != nil {
			return err
		}
		return a.write(func(b *store.Book) error { return a.useScheme(b, src, to, *reason, *yes) })
	}
	return c
}

func (a *app) useScheme(b *store.Book, src []byte, to *checklist.Scheme, reason string, yes bool) error {
	from, err := b.Scheme(a.ctx)
	if err != nil && !store.IsFault(err, "scheme.missing") {
		return err
	}
	if from != nil {
		said, err := b.Register(a.ctx, b.Info().Round.ID, store.KindRound, "scheme")
		if err != nil {
			return err
		}
		if said.Text == to.Hash {
			a.say(words.UseSame, to.Name.In(string(a.lang)), to.Version, to.Hash)
			return nil
		}
		effects, err := a.effects(b, from, to)
		if err != nil {
			return err
		}
		d := checklist.Diff(from, to)
		a.printDiff(from, to, &d)
		a.printEffects(effects)
		fmt.Fprintln(a.out)
	}
	if !to.Decision.Made() {
		a.say(words.UseUndecided)
	}
	switch {
	case yes:
	case a.tty == nil:
		return newFault("decide.use")
	case !a.agreed(words.UseAsk):
		return nil
	}
	if _, err := b.UseScheme(a.ctx, src, reason); err != nil {
		return err
	}
	a.say(words.UseDone, to.Name.In(string(a.lang)), to.Version, to.Hash)
	return nil
}

// schemeList names the schemes there are.
func (a *app) schemeList() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdSchemeList, ""))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		return a.readMaybe(func(b *store.Book) error {
			var pinned []store.PinnedScheme
			if b != nil {
				var err error
				if pinned, err = b.Schemes(a.ctx); err != nil {
					return err
				}
			}
			return a.printSchemes(pinned, b != nil)
		})
	}
	return c
}

type schemesView struct {
	Shipped []shippedView `json:"shipped"`
	Book    []pinnedView  `json:"book,omitempty"`
}

type shippedView struct {
	Called string `json:"called"`
	schemeView
}

type pinnedView struct {
	schemeView
	Round  bool `json:"round"`
	Here   bool `json:"here"`
	Visits int  `json:"visits"`
}

func (a *app) printSchemes(pinned []store.PinnedScheme, book bool) error {
	v := schemesView{Shipped: []shippedView{}}
	shipped := [][]string{a.header(words.ColName, words.ColVersion, words.ColHash, words.ColScheme)}
	for _, x := range schemes.All() {
		s, err := checklist.LoadScheme(x.Source)
		if err != nil {
			return err
		}
		v.Shipped = append(v.Shipped, shippedView{x.Name, viewOfScheme(s)})
		shipped = append(shipped, []string{x.Name, s.Version, s.Hash[:12], s.Name.In(string(a.lang))})
	}
	rows := [][]string{a.header(words.ColVersion, words.ColHash, words.ColDecided, words.ColVisits, words.ColScheme)}
	for _, p := range pinned {
		pv := pinnedView{schemeView: schemeView{Name: checklist.Text{ZH: p.Name, EN: p.Name}, Version: p.Version, Hash: p.Hash}, Round: p.Round, Visits: p.Visits}
		decided := words.SchemeAway.In(a.lang)
		if p.Scheme != nil {
			pv.schemeView, pv.Here = viewOfScheme(p.Scheme), true
			decided = a.decision(p.Scheme.Decision)
		}
		name := pv.Name.In(string(a.lang))
		if p.Round {
			name += "  [" + words.SchemeOfRound.In(a.lang) + "]"
		}
		v.Book = append(v.Book, pv)
		rows = append(rows, []string{p.Version, p.Hash[:min(12, len(p.Hash))], decided, fmt.Sprint(p.Visits), name})
	}
	if a.json {
		return a.printJSON(v)
	}
	a.say(words.SchemesBuiltIn)
	grid(a.out, shipped)
	if book {
		fmt.Fprintln(a.out)
		a.say(words.SchemesInBook)
		grid(a.out, rows)
	}
	return nil
}

// decision is a decision in a few words.
func (a *app) decision(d checklist.Decision) string {
	if !d.Made() {
		return words.ShowUndecided.In(a.lang)
	}
	return d.By + " " + d.No + " " + d.On
}
