package main

import (
	"strings"

	"github.com/spf13/cobra"

	"zoufang/store"
	"zoufang/words"
)

// returnCommand sends a visit back to its team.
func (a *app) returnCommand() *cobra.Command {
	c := a.command(words.CmdReturn, groupTravel)
	reason := c.Flags().String("reason", "", words.FlagWhyBack.In(a.lang))
	remarks := c.Flags().StringArray("indicator", nil, words.FlagRemark.In(a.lang))
	day := c.Flags().String("visit", "", words.FlagVisitDay.In(a.lang))
	c.Args = exactly(1)
	c.ValidArgsFunction = a.completeUnits
	c.RunE = func(_ *cobra.Command, args []string) error {
		list, err := parseRemarks(*remarks)
		if err != nil {
			return err
		}
		return a.write(func(b *store.Book) error {
			unit, err := a.unitNamed(b, args[0])
			if err != nil {
				return err
			}
			d, err := a.visitOf(b, unit, *day)
			if err != nil {
				return err
			}
			if err := b.ReturnVisit(a.ctx, d, *reason, list); err != nil {
				return err
			}
			a.say(words.CmdReturned, unit.Unit.Name, 1+len(list))
			return nil
		})
	}
	return c
}

// parseRemarks reads ID=TEXT.
func parseRemarks(typed []string) (list []store.Remark, err error) {
	for _, s := range typed {
		id, text, ok := strings.Cut(s, "=")
		if id, text = strings.TrimSpace(id), strings.TrimSpace(text); !ok || id == "" || text == "" {
			return nil, newFault("usage.remark", s)
		}
		list = append(list, store.Remark{Indicator: id, Text: text})
	}
	return list, nil
}
