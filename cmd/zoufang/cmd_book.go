package main

import (
	"context"
	"errors"
	"os"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/checklist/schemes"
	"zoufang/store"
	"zoufang/tui"
	"zoufang/words"
)

// initCommand makes a book without the screens.
func (a *app) initCommand() *cobra.Command {
	c := a.command(words.CmdInit, groupBook)
	district := c.Flags().String("district", "", words.FlagDistrict.In(a.lang))
	year := c.Flags().String("year", strconv.Itoa(time.Now().Year()), words.FlagYear.In(a.lang))
	name := c.Flags().String("name", "", words.FlagName.In(a.lang))
	number := c.Flags().String("number", "", words.FlagNumber.In(a.lang))
	role := c.Flags().String("role", string(checklist.RoleMember), words.FlagRole.In(a.lang))
	scheme := c.Flags().String("scheme", "", words.FlagScheme.In(a.lang))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		if *district == "" || *name == "" {
			return newFault("usage.init", c.UseLine())
		}
		me := checklist.Person{Name: *name, Number: *number, Role: checklist.Role(*role)}
		if _, ok := words.ValueWords["role."+*role]; !ok {
			return newFault("usage.role", *role)
		}
		setup := store.Setup{District: *district, Year: *year}
		if *scheme != "" {
			src, _, err := a.schemeSource(*scheme)
			if err != nil {
				return err
			}
			setup.Scheme = src
		}
		b, err := a.create(a.bookPath(), setup, me)
		if err != nil {
			return err
		}
		a.say(words.CmdInitDone, b.Info().Path, *district, *year)
		return b.Close()
	}
	return c
}

// create makes a book and says who works in it.
func (a *app) create(path string, setup store.Setup, me checklist.Person) (*store.Book, error) {
	if err := a.makeFolder(path); err != nil {
		return nil, err
	}
	b, err := store.Create(a.ctx, path, store.Options{}, setup)
	if err != nil {
		return nil, err
	}
	if me.Name != "" {
		if err := b.SetMe(a.ctx, me); err != nil {
			return nil, errors.Join(err, b.Close())
		}
	}
	return b, nil
}

// demoCommand makes the sample book and opens it.
func (a *app) demoCommand() *cobra.Command {
	c := a.command(words.CmdDemo, groupWork)
	noOpen := c.Flags().Bool("no-open", false, words.FlagNoOpen.In(a.lang))
	scheme := c.Flags().String("scheme", "default", words.FlagSampleOf.In(a.lang))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		b, err := a.sample(a.ctx, *scheme)
		if err != nil {
			return err
		}
		if *noOpen {
			if *scheme != "default" {
				a.say(words.CmdDemoDoneOf, b.Info().Path, *scheme)
			} else {
				a.say(words.CmdDemoDone, b.Info().Path)
			}
			return b.Close()
		}
		return errors.Join(a.screens(b), b.Close())
	}
	return c
}

// open is the program without a command: it opens the evaluator's book, or the wizard where there is none yet.
func (a *app) open() error {
	path := a.bookPath()
	if a.book == "" && !exists(path) {
		return a.screens(nil)
	}
	b, err := store.Open(a.ctx, path, store.Options{})
	if err != nil {
		return err
	}
	return errors.Join(a.screens(b), b.Close())
}

// screens shows the screens on a book; nil starts with the wizard.
func (a *app) screens(b *store.Book) error {
	if in, ok := a.in.(*os.File); !ok || !isTerminal(in) || !isTerminal(os.Stdout) {
		return newFault("cmd.noterminal")
	}
	if legacyConsole() {
		return newFault("cmd.legacyconsole")
	}
	return tui.Run(a.ctx, tui.Options{
		Book: b, Lang: a.lang, ASCII: a.ascii,
		Create: func(_ context.Context, setup store.Setup) (*store.Book, error) {
			return a.create(a.bookPath(), setup, checklist.Person{})
		},
		Schemes:  schemeChoices(),
		TakeOver: a.takeOver,
		Sample:   a.sample,
	})
}

// schemeChoices are the schemes that come with the program, for the first start.
func schemeChoices() (list []tui.SchemeChoice) {
	for _, s := range schemes.All() {
		list = append(list, tui.SchemeChoice{Name: s.Name, Source: s.Source})
	}
	return list
}

// backupCommand writes a copy of the book that is whole, whatever is being typed.
func (a *app) backupCommand() *cobra.Command {
	c := a.command(words.CmdBackup, groupBook)
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.besides(func(b *store.Book) error {
			if err := b.Backup(a.ctx, args[0]); err != nil {
				return err
			}
			a.say(words.CmdBackupDone, args[0])
			return nil
		})
	}
	return c
}
