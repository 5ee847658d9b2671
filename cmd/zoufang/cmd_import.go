package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// importCommand reads what units filled in.
func (a *app) importCommand() *cobra.Command {
	return a.subcommands(a.command(words.CmdImport, groupWork), a.importSelf())
}

// importSelf reads the form of a unit's own marks into its yearly visit.
func (a *app) importSelf() *cobra.Command {
	c := a.command(words.CmdImportSelf, "")
	name := c.Flags().String("unit", "", words.FlagUnit.In(a.lang))
	look := c.Flags().Bool("preview", false, words.FlagLook.In(a.lang))
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if *name == "" {
			return newFault("usage.selfunit")
		}
		return a.importTable(args[0], func(b *store.Book, rows []checklist.TableRow) error {
			unit, err := a.unitNamed(b, *name)
			if err != nil {
				return err
			}
			d, s, err := a.selfVisit(b, unit)
			if err != nil {
				return err
			}
			t := checklist.CheckSelfScores(s, unit.Unit, rows)
			if err := a.rowProblems(args[0], t.Problems, t.Unused); err != nil {
				return err
			}
			a.saySelf(d.SelfChanges(t.Lines), t.Open)
			if *look {
				return nil
			}
			source, err := a.sourceOf(args[0])
			if err != nil {
				return err
			}
			if d.ID, err = b.StartVisit(a.ctx, unit.Unit.ID, checklist.Yearly, ""); err != nil {
				return err
			}
			if d, err = b.Visit(a.ctx, d.ID); err != nil {
				return err
			}
			saved, err := b.SaveSelfScores(a.ctx, d, t.Lines, source)
			return a.sayTable(saved, err)
		})
	}
	return c
}

// selfVisit is the unit's yearly visit with the version of the scheme it follows; an empty one before it begins.
func (a *app) selfVisit(b *store.Book, unit store.UnitRow) (*store.Doc, *checklist.Scheme, error) {
	if unit.Visit == (checklist.ID{}) {
		s, err := b.Scheme(a.ctx)
		return &store.Doc{}, s, err
	}
	d, err := b.Visit(a.ctx, unit.Visit)
	if err != nil {
		return nil, nil, err
	}
	s, err := b.SchemeOf(a.ctx, d.SchemeHash)
	return d, s, err
}

// saySelf lists what a form changes and what it leaves open.
func (a *app) saySelf(changes []store.SelfChange, open []string) {
	for i, x := range changes {
		if i == maxChanges {
			a.say(words.LedgerMore, len(changes)-i)
			break
		}
		switch {
		case x.New:
			a.say(words.SelfNew, x.Indicator, x.Now.Points)
		case x.Was.Points != x.Now.Points:
			a.say(words.SelfChanged, x.Indicator, x.Was.Points, x.Now.Points)
		default:
			a.say(words.SelfNoted, x.Indicator)
		}
	}
	if len(changes) == 0 {
		a.say(words.SelfSame)
	}
	if len(open) > 0 {
		a.say(words.SelfOpen, len(open), strings.Join(open, " "))
	}
}

// sourceOf names a file with the beginning of its SHA-256: it stays in the history as where the numbers came from.
func (a *app) sourceOf(path string) (string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	return words.SelfSource.F(a.lang, filepath.Base(path), fmt.Sprintf("%.12x", sha256.Sum256(data))), nil
}
