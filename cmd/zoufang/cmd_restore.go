package main

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"zoufang/store"
	"zoufang/words"
)

// restoreCommand makes a book out of a copy; never over one that is there.
func (a *app) restoreCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdRestore, groupBook))
	to := c.Flags().String("to", "", words.FlagRestoreTo.In(a.lang))
	var o openers
	a.openFlags(c, &o)
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		path := *to
		if path == "" {
			path = a.bookPath()
			if err := a.makeFolder(path); err != nil {
				return err
			}
		}
		ring := store.NewRing("")
		if err := a.addIdentities(ring, o); err != nil {
			return err
		}
		if err := a.restore(args[0], path, ring, o.env); err != nil {
			return err
		}
		b, err := store.Open(a.ctx, path, store.Options{})
		if err != nil {
			return err
		}
		return errors.Join(a.printRestored(b, args[0]), b.Close())
	}
	return c
}

// restore asks for passphrases while the copy stays closed for want of one.
func (a *app) restore(from, path string, ring *store.Ring, env string) error {
	u := &unlocking{a: a, ring: ring, env: env}
	for {
		step, done := a.progress()
		_, err := store.Restore(a.ctx, from, path, ring, step)
		done()
		again, asked := false, error(nil)
		if err != nil {
			again, asked = u.more(store.Asks(err))
		}
		if asked != nil || !again {
			return errors.Join(err, asked)
		}
	}
}

type restoredView struct {
	Path   string          `json:"path"`
	Person string          `json:"person"`
	Values int             `json:"values"`
	Last   time.Time       `json:"last,omitzero"`
	Visits []restoredVisit `json:"visits"`
}

type restoredVisit struct {
	Unit   string    `json:"unit"` // its code
	Visit  string    `json:"visit"`
	Values int       `json:"values"`
	Last   time.Time `json:"last"`
}

// printRestored tells what came over, and up to when.
func (a *app) printRestored(b *store.Book, from string) error {
	came, err := b.CameOver(a.ctx)
	if err != nil {
		return err
	}
	if a.json {
		v := restoredView{b.Info().Path, b.Me().Name, came.Values, came.Last, []restoredVisit{}}
		for _, x := range came.Visits {
			v.Visits = append(v.Visits, restoredVisit{x.Unit.Code, x.Row.Visit.String(), x.Values, x.Last})
		}
		return a.printJSON(v)
	}
	a.say(words.CmdRestored, from, b.Info().Path)
	if b.Me().Name == "" || came.Last.IsZero() {
		a.say(words.CmdRestoredNobody)
		return nil
	}
	a.say(words.CmdRestoredUpTo, b.Me().Name, came.Last.Format("2006-01-02 15:04"), len(came.Visits))
	for _, x := range came.Visits {
		a.say(words.CmdRestoredVisit, x.Unit.Name, x.Values, x.Last.Format("2006-01-02 15:04"))
	}
	a.say(words.CmdRestoredThen)
	return nil
}

// restoreFirst is the first start from a copy: the book goes where a new one would.
func (a *app) restoreFirst(ctx context.Context, from string, progress func(store.Progress)) (*store.Book, error) {
	path := a.bookPath()
	if err := a.makeFolder(path); err != nil {
		return nil, err
	}
	if _, err := store.Restore(ctx, from, path, store.NewRing(""), progress); err != nil {
		return nil, err
	}
	return store.Open(ctx, path, store.Options{})
}

// sayUpgraded says on stderr that a book was brought up to this program, and where the copy of it as it was lies.
func (a *app) sayUpgraded(b *store.Book) {
	if u := b.Upgraded(); u != nil {
		a.warn(words.CmdUpgraded, u.Copy)
	}
}
