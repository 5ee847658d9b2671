package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/report"
	"zoufang/store"
	"zoufang/words"
)

// storyFlags are what every change of a unit's story says.
type storyFlags struct{ day, document, reason string }

func (a *app) storyFlags(c *cobra.Command) *storyFlags {
	var f storyFlags
	c.Flags().StringVar(&f.day, "day", "", words.FlagFromDay.In(a.lang))
	c.Flags().StringVar(&f.document, "document", "", words.FlagDocument.In(a.lang))
	c.Flags().StringVar(&f.reason, "reason", "", words.FlagUnitWhy.In(a.lang))
	c.ValidArgsFunction = a.completeUnits
	return &f
}

// unitsRename gives a unit another name.
func (a *app) unitsRename() *cobra.Command {
	c := a.command(words.CmdUnitsRename, "")
	f := a.storyFlags(c)
	short := c.Flags().String("short", "", words.FlagShort.In(a.lang))
	c.Args = exactly(2)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.write(func(b *store.Book) error {
			u, err := a.unitNamed(b, args[0])
			if err != nil {
				return err
			}
			if err := b.RenameUnit(a.ctx, u.Unit.ID, store.Renaming{Name: args[1], Short: *short, Day: f.day, Document: f.document, Reason: f.reason}); err != nil {
				return err
			}
			a.say(words.UnitRenamed, args[1], f.day)
			return nil
		})
	}
	return c
}

// unitsContinue is the command of a merger, a split or an end.
func (a *app) unitsContinue(text words.Command, how string, args cobra.PositionalArgs) *cobra.Command {
	c := a.command(text, "")
	f := a.storyFlags(c)
	var into *[]string
	if how != checklist.UnitCeased {
		into = c.Flags().StringArray("into", nil, words.FlagInto.In(a.lang))
	}
	c.Args = args
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.write(func(b *store.Book) error {
			x := store.Continuing{How: how, Day: f.day, Document: f.document, Reason: f.reason}
			for _, typed := range args {
				u, err := a.unitNamed(b, typed)
				if err != nil {
					return err
				}
				x.From = append(x.From, u.Unit.ID)
			}
			if into != nil {
				for _, typed := range *into {
					code, name, _ := strings.Cut(typed, "=")
					x.Into = append(x.Into, checklist.Unit{Code: strings.TrimSpace(code), Name: strings.TrimSpace(name)})
				}
			}
			ids, err := b.ContinueUnits(a.ctx, x)
			if err != nil {
				return err
			}
			return a.sayContinued(b, ids, args, f.day)
		})
	}
	return c
}

func (a *app) sayContinued(b *store.Book, ids []checklist.ID, from []string, day string) error {
	sep := words.CmdListSep.In(a.lang)
	if len(ids) == 0 {
		a.say(words.UnitOver, strings.Join(from, sep), day)
		return nil
	}
	all, err := a.unitNames(b)
	if err != nil {
		return err
	}
	var names []string
	for _, id := range ids {
		names = append(names, all[id])
	}
	a.say(words.UnitContinued, strings.Join(names, sep), day)
	return nil
}

// story says what became of a unit, or what it came from; "" where there is nothing to say.
func (a *app) story(u checklist.Unit, names map[checklist.ID]string) string {
	return strings.Join(report.Story(a.lang, u, names), words.CmdListSep.In(a.lang))
}

// listedUnit is a unit as JSON lists it, with what became of it.
type listedUnit struct {
	checklist.Unit
	Story *checklist.Continuity `json:"story,omitempty"`
}

// askAboutCodes makes codes of units that ended a question to a person.
func askAboutCodes(err error) error {
	var f *store.Fault
	if errors.As(err, &f) && f.Code == "units.reused" {
		return newFault("decide.reused", f.Args...)
	}
	return err
}

// withoutEmptyLast drops the last column where no row has anything in it.
func withoutEmptyLast(rows [][]string) [][]string {
	last := len(rows[0]) - 1
	if slices.ContainsFunc(rows[1:], func(r []string) bool { return r[last] != "" }) {
		return rows
	}
	for i := range rows {
		rows[i] = rows[i][:last]
	}
	return rows
}

// unranked is why a unit without a result has no place: it is no more, to practise on, or was not visited.
func unranked(u checklist.Unit) string {
	switch {
	case u.Practice:
		return "practice"
	case u.Ended():
		return "ended"
	}
	return "unseen"
}

func whyUnranked(u checklist.Unit) words.Text {
	return map[string]words.Text{"practice": words.RankPractice, "ended": words.RankEnded, "unseen": words.RankNew}[unranked(u)]
}
