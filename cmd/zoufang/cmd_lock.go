package main

import (
	"github.com/spf13/cobra"

	"zoufang/store"
	"zoufang/words"
)

// lockCommand is about the idle lock of the screen.
func (a *app) lockCommand() *cobra.Command {
	return a.subcommands(a.command(words.CmdLock, groupBook), a.lockShow(), a.lockSet(), a.lockOff())
}

type lockView struct {
	Minutes int  `json:"minutes"` // 0: it does not lock
	Office  bool `json:"office"`  // the passphrase is that of the office's key on this machine
}

func (a *app) lockShow() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdLockShow, ""))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		return a.write(func(b *store.Book) error { // the verifier lies beside the key of the device, which only a writer has
			l, err := b.IdleLock(a.ctx)
			if err != nil {
				return err
			}
			if a.json {
				return a.printJSON(lockView{l.Minutes, l.Office})
			}
			a.sayLock(l)
			return nil
		})
	}
	return c
}

func (a *app) sayLock(l store.IdleLock) {
	if l.Minutes == 0 {
		a.say(words.LockOff)
	} else {
		a.say(words.LockOn, l.Minutes)
	}
	a.say(words.LockPlain)
}

func (a *app) lockSet() *cobra.Command {
	c := a.command(words.CmdLockSet, "")
	minutes := c.Flags().Int("minutes", 10, words.FlagLockMinutes.In(a.lang))
	env := ""
	a.envFlag(c, &env)
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		return a.write(func(b *store.Book) error {
			l, err := b.IdleLock(a.ctx)
			if err != nil {
				return err
			}
			ask := a.newPassphrase
			if l.Minutes > 0 || l.Office {
				ask = a.lockPassphrase
			}
			phrase, err := ask(env)
			if err == nil && l.Minutes > 0 {
				err = b.CheckIdleLock(phrase)
			}
			if err == nil {
				err = b.SetIdleLock(a.ctx, *minutes, phrase)
			}
			if err != nil {
				return err
			}
			l, err = b.IdleLock(a.ctx)
			if err == nil {
				a.sayLock(l)
			}
			return err
		})
	}
	return c
}

func (a *app) lockOff() *cobra.Command {
	c := a.command(words.CmdLockOff, "")
	env := ""
	a.envFlag(c, &env)
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		return a.write(func(b *store.Book) error {
			l, err := b.IdleLock(a.ctx)
			if err != nil {
				return err
			}
			if l.Minutes == 0 {
				return newFault("lock.none")
			}
			phrase, err := a.lockPassphrase(env)
			if err == nil {
				err = b.ClearIdleLock(a.ctx, phrase)
			}
			if err == nil {
				a.say(words.LockIsOff)
			}
			return err
		})
	}
	return c
}

// lockPassphrase is the one that is set: of the script, or asked once.
func (a *app) lockPassphrase(env string) (string, error) {
	given, err := envPassphrase(env)
	if given != "" || err != nil {
		return given, err
	}
	return a.ask(words.CmdAskLock)
}
