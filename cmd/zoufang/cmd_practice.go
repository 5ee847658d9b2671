package main

import (
	"github.com/spf13/cobra"

	"zoufang/store"
	"zoufang/words"
)

// unitsPractice adds, puts away or renews the unit to practise on.
func (a *app) unitsPractice() *cobra.Command {
	c := a.command(words.CmdUnitsPractice, "")
	yes := c.Flags().Bool("yes", false, words.FlagPracticeYes.In(a.lang))
	c.Args = exactly(1)
	c.ValidArgs = []string{"on", "off", "reset"}
	c.RunE = func(_ *cobra.Command, args []string) error {
		switch args[0] {
		case "on":
			return a.write(a.practiseOn)
		case "off", "reset":
			return a.write(func(b *store.Book) error { return a.practiseOff(b, args[0] == "reset", *yes) })
		}
		return newFault("usage.practice", args[0])
	}
	return c
}

func (a *app) practiseOn(b *store.Book) error {
	u, err := b.StartPractice(a.ctx, words.PracticeName.In(a.lang), "")
	if err != nil {
		return err
	}
	a.say(words.PracticeOn, u.Code)
	return nil
}

// practiseOff asks first: what is in the unit is shown no more.
func (a *app) practiseOff(b *store.Book, again, yes bool) error {
	if _, ok, err := b.Practice(a.ctx); err == nil && ok && !yes {
		if a.tty == nil {
			return newFault("decide.practice")
		}
		if !a.agreed(words.PracticeAsk) {
			return nil
		}
	}
	u, err := b.EndPractice(a.ctx, again)
	switch {
	case err != nil:
		return err
	case again:
		a.say(words.PracticeFresh, u.Code)
	default:
		a.say(words.PracticeOff)
	}
	return nil
}
