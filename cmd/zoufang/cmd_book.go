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
	from := c.Flags().String("from", "", words.FlagFrom.In(a.lang))
	env := ""
	a.envFlag(c, &env)
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		if *from != "" {
			if *district != "" || c.Flags().Changed("year") || *scheme != "" || *name == "" && *number == "" {
				return newFault("usage.initfrom")
			}
			return a.initFrom(*from, env, checklist.Person{Name: *name, Number: *number, Role: checklist.Role(*role)}, c.Flags().Changed("role"))
		}
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
	units := c.Flags().Int("units", 0, words.FlagGenUnits.In(a.lang))
	evaluators := c.Flags().Int("evaluators", 30, words.FlagGenPeople.In(a.lang))
	seed := c.Flags().Uint64("seed", 1, words.FlagGenSeed.In(a.lang))
	c.Args = exactly(0)
	c.RunE = func(cmd *cobra.Command, _ []string) error {
		if cmd.Flags().Changed("units") {
			return a.generated(*units, *evaluators, *seed, *noOpen)
		}
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
	t := a.surroundings(os.Getenv)
	switch {
	case !t.Terminal:
		return newFault("cmd.noterminal")
	case t.Legacy:
		return newFault("cmd.legacyconsole")
	case !t.Screens():
		return newFault("selfcheck.dumb", t.Term)
	}
	return tui.Run(a.ctx, tui.Options{
		Book: b, Lang: a.lang, ASCII: a.ascii, Mono: t.NoColor,
		Create: func(_ context.Context, setup store.Setup) (*store.Book, error) {
			return a.create(a.bookPath(), setup, checklist.Person{})
		},
		Schemes:  schemeChoices(),
		TakeOver: a.takeOver,
		Restore:  a.restoreFirst,
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
