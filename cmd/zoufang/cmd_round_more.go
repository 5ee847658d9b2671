package main

import (
	"github.com/spf13/cobra"

	"zoufang/store"
	"zoufang/words"
)

// roundSet moves the days of the round.
func (a *app) roundSet() *cobra.Command {
	c := a.command(words.CmdRoundSet, "")
	reason := c.Flags().String("reason", "", words.FlagReason.In(a.lang))
	opensOn := c.Flags().String("opens-on", "", words.FlagOpensOn.In(a.lang))
	cutoff := c.Flags().String("cutoff", "", words.FlagCutoff.In(a.lang))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		return a.write(func(b *store.Book) error {
			if err := b.SetRound(a.ctx, *opensOn, *cutoff, *reason); err != nil {
				return err
			}
			r := b.Info().Round
			a.say(words.RoundMoved, r.OpensOn, r.Cutoff)
			return nil
		})
	}
	return c
}

// roundClose closes the round.
func (a *app) roundClose() *cobra.Command {
	c := a.command(words.CmdRoundClose, "")
	reason := c.Flags().String("reason", "", words.FlagReason.In(a.lang))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		return a.write(func(b *store.Book) error {
			if err := b.CloseRound(a.ctx, *reason); err != nil {
				return err
			}
			o := b.Info().Round.Closed
			a.say(words.RoundClosedIs, o.At, o.Name, o.Reason)
			return nil
		})
	}
	return c
}

// roundNew makes the book of the round that follows.
func (a *app) roundNew() *cobra.Command {
	c := a.command(words.CmdRoundNew, "")
	year := c.Flags().String("year", "", words.FlagNewYear.In(a.lang))
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if *year == "" {
			return newFault("usage.newyear")
		}
		return a.read(func(b *store.Book) error {
			next, err := b.NextRound(a.ctx, args[0], *year, store.Options{})
			if err != nil {
				return err
			}
			units, err := next.Units(a.ctx)
			if err == nil {
				a.say(words.RoundNewDone, args[0], *year, len(units))
			}
			if no := next.Close(); err == nil {
				err = no
			}
			return err
		})
	}
	return c
}
