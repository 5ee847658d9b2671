package main

import (
	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

func (a *app) interestsCommand() *cobra.Command {
	return a.subcommands(a.command(words.CmdInterests, groupPlan), a.interestsList(), a.interestsDeclare(), a.interestsDrop())
}

// interestView is a declaration as JSON tells it; without a unit the person has nothing to declare.
type interestView struct {
	Name string `json:"name"`
	Unit string `json:"unit,omitempty"`
	What string `json:"what,omitempty"`
	Day  string `json:"day,omitempty"`
	Said bool   `json:"declared"`
}

func (a *app) interestsList() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdInterestsList, ""))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		return a.read(func(b *store.Book) error {
			views, err := a.interestViews(b)
			if err != nil {
				return err
			}
			if a.json {
				return a.printJSON(views)
			}
			rows := [][]string{a.header(words.ColWho, words.ColUnit, words.ColTie, words.ColDay)}
			for _, v := range views {
				switch {
				case !v.Said:
					v.What = words.InterestMiss.In(a.lang)
				case v.Unit == "":
					v.What = words.InterestNone.In(a.lang)
				}
				rows = append(rows, []string{v.Name, v.Unit, v.What, v.Day})
			}
			grid(a.out, rows)
			return nil
		})
	}
	return c
}

// interestViews are what was declared, and for leaders and the office those who have not.
func (a *app) interestViews(b *store.Book) ([]interestView, error) {
	list, err := b.Interests(a.ctx)
	if err != nil {
		return nil, err
	}
	units, err := b.Units(a.ctx)
	if err != nil {
		return nil, err
	}
	names := map[checklist.ID]string{}
	for _, u := range units {
		names[u.Unit.ID] = u.Unit.Name
	}
	views, said := []interestView{}, map[checklist.ID]bool{}
	for _, p := range b.People() {
		for _, x := range list {
			if x.Person == p.ID {
				said[p.ID] = true
				views = append(views, interestView{p.Name, names[x.Unit], x.What, x.Day, true})
			}
		}
	}
	me := b.Me()
	for _, p := range b.People() {
		all := me.Role == checklist.RoleOffice || me.Role == checklist.RoleLeader
		if !said[p.ID] && (p.ID == me.ID || all) && p.Role != checklist.RoleOffice {
			views = append(views, interestView{Name: p.Name})
		}
	}
	return views, nil
}

func (a *app) interestsDeclare() *cobra.Command {
	c := a.command(words.CmdInterestsDeclare, "")
	none := c.Flags().Bool("none", false, words.FlagNone.In(a.lang))
	what := c.Flags().String("what", "", words.FlagTie.In(a.lang))
	person := c.Flags().String("person", "", words.FlagPerson.In(a.lang))
	day := c.Flags().String("day", "", words.FlagOnDay.In(a.lang))
	c.Args = atMost(1)
	c.ValidArgsFunction = a.completeUnits
	c.RunE = func(_ *cobra.Command, args []string) error {
		if *none == (len(args) == 1) || *none && *what != "" {
			return newFault("usage.declare")
		}
		return a.write(func(b *store.Book) error {
			x, unit, who, err := a.interestOf(b, args, *person)
			if err != nil {
				return err
			}
			x.What, x.Day = *what, *day
			if err := b.Declare(a.ctx, x); err != nil {
				return err
			}
			if *none {
				unit = words.InterestNone.In(a.lang)
			}
			a.say(words.InterestSaved, who, unit)
			return nil
		})
	}
	return c
}

// interestOf is whose declaration of which unit a command speaks of.
func (a *app) interestOf(b *store.Book, args []string, person string) (x checklist.Interest, unit, who string, err error) {
	p := b.Me()
	if person != "" {
		if p, err = a.personNamed(b, person); err != nil {
			return x, "", "", err
		}
	}
	x.Person = p.ID
	if len(args) == 1 {
		u, err := a.unitNamed(b, args[0])
		if err != nil {
			return x, "", "", err
		}
		x.Unit, unit = u.Unit.ID, u.Unit.Name
	}
	return x, unit, p.Name, nil
}

func (a *app) interestsDrop() *cobra.Command {
	c := a.command(words.CmdInterestsDrop, "")
	reason := c.Flags().String("reason", "", words.FlagReason.In(a.lang))
	person := c.Flags().String("person", "", words.FlagPerson.In(a.lang))
	c.Args = atMost(1)
	c.ValidArgsFunction = a.completeUnits
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.write(func(b *store.Book) error {
			x, _, _, err := a.interestOf(b, args, *person)
			if err != nil {
				return err
			}
			if err := b.WithdrawInterest(a.ctx, x.Person, x.Unit, *reason); err != nil {
				return err
			}
			a.say(words.InterestGone)
			return nil
		})
	}
	return c
}
