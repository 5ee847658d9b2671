package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

func (a *app) learningCommand() *cobra.Command {
	return a.subcommands(a.command(words.CmdLearning, groupWatch), a.learningList(), a.learningAdd())
}

// learnedView is one thing collected, as JSON tells it.
type learnedView struct {
	ID        string `json:"id"`
	Kind      string `json:"kind"`
	UnitCode  string `json:"unit_code"`
	UnitName  string `json:"unit_name"`
	Indicator string `json:"indicator,omitempty"`
	Text      string `json:"text"`
	By        string `json:"by"`
	At        string `json:"at"`
	From      string `json:"from"`
}

// learningList lists what was collected.
func (a *app) learningList() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdLearningList, ""))
	kind := c.Flags().String("kind", "", words.FlagLearnKind.In(a.lang))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		if *kind != "" && !slices.Contains(checklist.LearnKinds, *kind) {
			return newFault("learning.kind", *kind)
		}
		return a.read(func(b *store.Book) error {
			list, err := b.Learning(a.ctx)
			if err != nil {
				return err
			}
			views := []learnedView{}
			for _, x := range list {
				if *kind == "" || x.Kind == *kind {
					views = append(views, learnedView{x.ID.String(), x.Kind, x.UnitCode, x.UnitName, x.Indicator, x.Text, x.By, x.At, x.From})
				}
			}
			if a.json {
				return a.printJSON(views)
			}
			if len(views) == 0 {
				a.say(words.LearnNone)
			}
			for i, v := range views {
				if i == 0 || views[i-1].Kind != v.Kind {
					a.para("", words.LearnKinds[v.Kind].In(a.lang))
				}
				a.para("  ", strings.Join([]string{v.UnitName, v.Text, words.LearnFrom[v.From].In(a.lang) + " " + v.By}, "  "))
			}
			return nil
		})
	}
	return c
}

// learningAdd collects one thing.
func (a *app) learningAdd() *cobra.Command {
	c := a.command(words.CmdLearningAdd, "")
	unit := c.Flags().String("unit", "", words.FlagSlipUnit.In(a.lang))
	x := checklist.Learning{}
	c.Flags().StringVar(&x.Kind, "kind", "", words.FlagLearnKind.In(a.lang))
	c.Flags().StringVar(&x.Indicator, "indicator", "", words.FlagLearnInd.In(a.lang))
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if !slices.Contains(checklist.LearnKinds, x.Kind) {
			return newFault("learning.kind", x.Kind)
		}
		return a.write(func(b *store.Book) error {
			u, err := a.unitNamed(b, *unit)
			if err != nil {
				return err
			}
			x.Unit, x.Visit, x.Text = u.Unit.ID, u.Visit, args[0]
			if _, err := b.SaveLearning(a.ctx, x); err != nil {
				return err
			}
			a.say(words.LearnSaved)
			return nil
		})
	}
	return c
}
