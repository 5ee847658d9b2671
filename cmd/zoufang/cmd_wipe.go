package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// wipeCommand takes a visit away from this laptop, in two steps.
func (a *app) wipeCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdWipe, groupTravel))
	code := c.Flags().String("confirm", "", words.FlagWipeCode.In(a.lang))
	day := c.Flags().String("visit", "", words.FlagVisitDay.In(a.lang))
	c.Args = exactly(1)
	c.ValidArgsFunction = a.completeUnits
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.write(func(b *store.Book) error {
			unit, err := a.unitNamed(b, args[0])
			if err != nil {
				return err
			}
			if wipedBefore(unit, *day) {
				if err := b.Scrub(a.ctx); err != nil {
					return err
				}
				a.say(words.CmdWipedAgain, unit.Unit.Name)
				return nil
			}
			d, err := a.visitOf(b, unit, *day)
			if err != nil {
				return err
			}
			if *code == "" {
				return a.planWipe(b, unit, d.ID)
			}
			p, err := b.Wipe(a.ctx, d.ID, *code)
			if err != nil {
				return err
			}
			if a.json {
				return a.printJSON(wipeViewOf(p))
			}
			a.say(words.CmdWiped, unit.Unit.Name, p.Changes)
			return nil
		})
	}
	return c
}

func wipedBefore(unit store.UnitRow, day string) bool {
	if day == "" {
		return unit.State == store.StateWiped
	}
	for _, v := range unit.Daily {
		if v.Day == day {
			return v.State == store.StateWiped
		}
	}
	return false
}

// planWipe shows what would go, and how to say yes to it.
func (a *app) planWipe(b *store.Book, unit store.UnitRow, visit checklist.ID) error {
	p, err := b.PlanWipe(a.ctx, visit)
	if err != nil {
		return err
	}
	if a.json {
		return errors.Join(a.printJSON(wipeViewOf(p)), p.Refused)
	}
	a.say(words.CmdWipePlan, unit.Unit.Name)
	a.say(words.CmdWipeCounts, p.Changes, p.Own, p.Texts, p.Files)
	var laptops []string
	for _, d := range p.Laptops {
		laptops = append(laptops, a.device(d))
	}
	a.say(words.CmdWipeOf, strings.Join(laptops, words.CmdListSep.In(a.lang)))
	for _, r := range p.Receipts {
		a.say(words.CmdWipeReceipt, a.device(r.Holder), a.device(r.Of), r.To, r.At, r.By)
	}
	if p.Refused != nil {
		return p.Refused
	}
	a.say(words.CmdWipeRest, len(p.Rejected))
	a.say(words.CmdWipeConfirm, unit.Unit.Code, p.Code)
	return nil
}

type wipeView struct {
	Visit    checklist.ID  `json:"visit"`
	Unit     string        `json:"unit"`
	Changes  int64         `json:"changes"`
	Own      int64         `json:"own"`
	Texts    int           `json:"texts"`
	Files    int           `json:"files"`
	Lacking  int64         `json:"lacking"`
	Receipts []receiptView `json:"receipts"`
	Code     string        `json:"code,omitempty"`
}

func wipeViewOf(p store.WipePlan) wipeView {
	v := wipeView{Visit: p.Visit, Unit: p.Unit.Code, Changes: p.Changes, Own: p.Own, Texts: p.Texts, Files: p.Files, Lacking: p.Lacking, Code: p.Code,
		Receipts: []receiptView{}}
	for _, r := range p.Receipts {
		v.Receipts = append(v.Receipts, receiptView{deviceView(r.Holder), deviceView(r.Of), r.Verdict, r.To, r.At, r.By, r.Office, r.Fits})
	}
	return v
}
