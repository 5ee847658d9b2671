package main

import (
	"cmp"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// dueView is one thing that is due, as JSON tells it.
type dueView struct {
	No       int               `json:"no"`
	Kind     checklist.DueKind `json:"kind"`
	When     checklist.DueWhen `json:"when"`
	Day      string            `json:"day"`
	UnitCode string            `json:"unit_code"`
	UnitName string            `json:"unit_name"`
	Number   string            `json:"slip_no,omitempty"`
	Text     string            `json:"text"`
	ID       string            `json:"id"`
	record   checklist.ID
}

// dueCommand lists what is due, for all units.
func (a *app) dueCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdDue, groupWatch))
	day := c.Flags().String("day", "", words.FlagDueDay.In(a.lang))
	kept := c.Flags().Int("kept", 0, words.FlagDueKept.In(a.lang))
	how := c.Flags().String("how", "", words.FlagDueHow.In(a.lang))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		today := cmp.Or(*day, time.Now().Format(time.DateOnly))
		if _, ok := checklist.ParseDay(today); !ok {
			return newFault("usage.badvalue", "--day", *day)
		}
		if *kept > 0 {
			return a.write(func(b *store.Book) error { return a.keepPromise(b, today, *kept, *how) })
		}
		return a.read(func(b *store.Book) error {
			list, err := a.dueViews(b, today)
			if err != nil {
				return err
			}
			if a.json {
				return a.printJSON(append([]dueView{}, list...))
			}
			a.printDue(list)
			return nil
		})
	}
	return c
}

func (a *app) dueViews(b *store.Book, today string) (views []dueView, err error) {
	list, err := b.DueList(a.ctx, today)
	if err != nil {
		return nil, err
	}
	units, err := a.unitsByID(b)
	for i, d := range list {
		u := units[d.Unit]
		views = append(views, dueView{i + 1, d.Kind, d.When, d.Day, u.Code, u.Name, d.Number, d.Text, d.Record.String(), d.Record})
	}
	return views, err
}

func (a *app) keepPromise(b *store.Book, today string, no int, how string) error {
	list, err := a.dueViews(b, today)
	if err != nil {
		return err
	}
	if no > len(list) || list[no-1].Kind != checklist.DuePromise {
		return newFault("due.none", no)
	}
	if err := b.KeepPromise(a.ctx, list[no-1].record, today, how); err != nil {
		return err
	}
	a.say(words.DueKept)
	return nil
}

func (a *app) printDue(list []dueView) {
	if len(list) == 0 {
		a.say(words.DueNone)
		return
	}
	rows := [][]string{}
	for i, d := range list {
		if i == 0 || list[i-1].When != d.When {
			rows = append(rows, []string{words.DueWhens[string(d.When)].In(a.lang)})
		}
		rows = append(rows, []string{fmt.Sprintf("%3d", d.No), cmp.Or(d.Day, "--"), d.UnitName, words.DueKinds[string(d.Kind)].In(a.lang), d.Number, clip(d.Text, 40)})
	}
	grid(a.out, rows)
}
