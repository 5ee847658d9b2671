package main

import (
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// logCommand tells who changed what.
func (a *app) logCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdLog, groupWork))
	last := c.Flags().Int("last", 20, words.FlagLast.In(a.lang))
	today := c.Flags().Bool("today", false, words.FlagToday.In(a.lang))
	day := c.Flags().String("day", "", words.FlagLogDay.In(a.lang))
	to := c.Flags().StringP("output", "o", "", words.FlagDayTo.In(a.lang))
	c.Args = atMost(1)
	c.ValidArgsFunction = a.completeUnits
	c.RunE = func(_ *cobra.Command, args []string) error {
		if *today || *day != "" || *to != "" {
			if *day == "" {
				*day = time.Now().Format(time.DateOnly)
			}
			return a.showDay(*day, *to)
		}
		return a.read(func(b *store.Book) error {
			events, err := a.events(b, args, *last)
			if err != nil {
				return err
			}
			names, err := a.unitNames(b)
			if err != nil {
				return err
			}
			if a.json {
				views := make([]eventView, len(events))
				for i, e := range events {
					views[i] = eventView{e.At, e.Person, deviceView(e.Device), names[e.Unit], e.Record, e.Kind, e.Field, e.Old, e.New, e.Reason, e.Decision, e.Seq}
				}
				return a.printJSON(views)
			}
			for _, e := range events {
				line := fmt.Sprintf("%s  %s  %s: %s -> %s", a.who(e.Person, e.Device, e.At), names[e.Unit], a.register(e.Kind, e.Field),
					a.shownValue(e.Kind, e.Field, e.Old, false), a.shownValue(e.Kind, e.Field, e.New, e.Unread))
				if e.Reason != "" {
					line += "  (" + e.Reason + ")"
				}
				fmt.Fprintln(a.out, line)
			}
			return nil
		})
	}
	return c
}

// events are the newest changes the viewer may see, of one unit when one is named; last 0 is all. The book counts what
// may not be seen among its newest, so more is asked for until there is enough.
func (a *app) events(b *store.Book, args []string, last int) ([]store.Event, error) {
	if last <= 0 {
		last = math.MaxInt32
	}
	var unit store.UnitRow
	if len(args) > 0 {
		var err error
		if unit, err = a.unitNamed(b, args[0]); err != nil {
			return nil, err
		}
	}
	for n := last; ; n *= 16 {
		events, err := b.Log(a.ctx, min(n, math.MaxInt32))
		if err != nil {
			return nil, err
		}
		if len(args) > 0 {
			events = slices.DeleteFunc(events, func(e store.Event) bool { return e.Unit != unit.Unit.ID })
		}
		if len(events) >= last || n >= math.MaxInt32 {
			return events[:min(last, len(events))], nil
		}
	}
}

type eventView struct {
	At       time.Time        `json:"at"`
	Person   checklist.Person `json:"person"`
	Device   deviceView       `json:"device"`
	Unit     string           `json:"unit"`
	Record   checklist.ID     `json:"record"`
	Kind     store.Kind       `json:"kind"`
	Field    string           `json:"field"`
	Old      string           `json:"old"`
	New      string           `json:"new"`
	Reason   string           `json:"reason"`
	Decision bool             `json:"decision"`
	Seq      uint64           `json:"seq"`
}
