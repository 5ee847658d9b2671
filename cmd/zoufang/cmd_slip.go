package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

func (a *app) slipCommand() *cobra.Command {
	return a.subcommands(a.command(words.CmdSlip, groupWatch), a.slipNew(), a.slipShow(), a.slipList(),
		a.slipStep(words.CmdSlipIssue, checklist.SlipIssue), a.slipStep(words.CmdSlipConfirm, checklist.SlipConfirm, "who", "post", "text", "file"),
		a.slipStep(words.CmdSlipDispute, checklist.SlipDispute, "who", "post", "reason", "file"),
		a.slipStep(words.CmdSlipRefuse, checklist.SlipRefuse, "who", "post", "reason"), a.slipExtend(),
		a.slipStep(words.CmdSlipRectify, checklist.SlipRectify, "text", "file"),
		a.slipStep(words.CmdSlipRecheck, checklist.SlipRecheck, "who", "text", "failed", "file"),
		a.slipStep(words.CmdSlipClose, checklist.SlipClose, "text"), a.slipStep(words.CmdSlipWithdraw, checklist.SlipWithdraw, "reason"),
		a.slipStep(words.CmdSlipVoid, checklist.SlipVoid, "reason"), a.slipStep(words.CmdSlipSettle, checklist.SlipSettle, "state", "reason"),
		a.slipRenumber())
}

// slipNew writes a slip as a draft.
func (a *app) slipNew() *cobra.Command {
	c := a.command(words.CmdSlipNew, "")
	var x checklist.Slip
	unit := c.Flags().String("unit", "", words.FlagSlipUnit.In(a.lang))
	finding := c.Flags().String("finding", "", words.FlagSlipFinding.In(a.lang))
	c.Flags().StringVar(&x.Rule, "rule", "", words.FlagSlipRule.In(a.lang))
	count := c.Flags().Int64("count", 1, words.FlagSlipCount.In(a.lang))
	c.Flags().StringVar(&x.Facts, "facts", "", words.FlagSlipFacts.In(a.lang))
	c.Flags().StringVar(&x.Criterion, "criteria", "", words.FlagSlipCriteria.In(a.lang))
	c.Flags().StringVar(&x.Evidence, "evidence", "", words.FlagSlipEvidence.In(a.lang))
	c.Flags().StringVar(&x.Demand, "demand", "", words.FlagSlipDemand.In(a.lang))
	c.Flags().StringVar(&x.FoundOn, "found-on", "", words.FlagSlipFound.In(a.lang))
	c.Flags().StringVar(&x.Deadline, "deadline", "", words.FlagSlipDeadline.In(a.lang))
	issue := c.Flags().Bool("issue", false, words.FlagSlipIssue.In(a.lang))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		if *unit == "" || x.Rule == "" && *finding == "" {
			return newFault("usage.slipnew")
		}
		return a.write(func(b *store.Book) error {
			u, err := a.unitNamed(b, *unit)
			if err != nil {
				return err
			}
			x.Unit, x.Count = u.Unit.ID, count
			if *finding != "" {
				if x, err = a.slipOf(b, u, *finding, x); err != nil {
					return err
				}
			}
			made, err := b.NewSlip(a.ctx, x)
			if err != nil {
				return err
			}
			a.say(words.SlipMade, made.Number, made.Deadline)
			if !*issue {
				return nil
			}
			return a.step(b, made, checklist.SlipStep{Act: checklist.SlipIssue, On: x.FoundOn}, "")
		})
	}
	return c
}

// slipOf takes what a finding of the unit's visits says; what was said on the command line stays.
func (a *app) slipOf(b *store.Book, u store.UnitRow, finding string, said checklist.Slip) (checklist.Slip, error) {
	s, err := b.Scheme(a.ctx)
	if err != nil {
		return said, err
	}
	for _, v := range append([]store.VisitRow{u.VisitRow}, u.Daily...) {
		if v.Visit == (checklist.ID{}) {
			continue
		}
		d, err := b.Visit(a.ctx, v.Visit)
		if err != nil {
			return said, err
		}
		for _, f := range d.Own().Findings {
			if !strings.HasPrefix(f.ID.String(), strings.ToLower(finding)) {
				continue
			}
			x := d.SlipFromFinding(s, f, time.Now().Format(time.DateOnly))
			x.Demand, x.FoundOn = said.Demand, cmp.Or(said.FoundOn, x.FoundOn)
			x.Deadline = cmp.Or(said.Deadline, s.DeadlineFrom(x.FoundOn))
			x.Facts, x.Criterion, x.Evidence = cmp.Or(said.Facts, x.Facts), cmp.Or(said.Criterion, x.Criterion), cmp.Or(said.Evidence, x.Evidence)
			return x, nil
		}
	}
	return said, newFault("slip.finding", finding)
}

// slipStep is the command of one step. takes are the flags it has.
func (a *app) slipStep(t words.Command, act checklist.SlipAct, takes ...string) *cobra.Command {
	c := a.command(t, "")
	st, file := checklist.SlipStep{Act: act}, ""
	f := c.Flags()
	f.StringVar(&st.On, "on", "", words.FlagSlipOn.In(a.lang))
	for _, name := range takes {
		switch name {
		case "who":
			f.StringVar(&st.Who, name, "", words.FlagSlipWho.In(a.lang))
		case "post":
			f.StringVar(&st.Post, name, "", words.FlagSlipPost.In(a.lang))
		case "text":
			f.StringVar(&st.Text, name, "", words.FlagSlipText.In(a.lang))
		case "reason":
			f.StringVar(&st.Text, name, "", words.FlagSlipReason.In(a.lang))
		case "state":
			f.StringVar(&st.To, name, "", words.FlagSlipState.In(a.lang))
		case "failed":
			f.BoolVar(&st.Failed, name, false, words.FlagSlipFailed.In(a.lang))
		case "file":
			f.StringVar(&file, name, "", words.FlagSlipFile.In(a.lang))
		}
	}
	return a.onSlip(c, func(b *store.Book, x checklist.Slip) error { return a.step(b, x, st, file) })
}

// slipExtend asks for more time, or rules on it.
func (a *app) slipExtend() *cobra.Command {
	c := a.command(words.CmdSlipExtend, "")
	var st checklist.SlipStep
	f := c.Flags()
	f.StringVar(&st.On, "on", "", words.FlagSlipOn.In(a.lang))
	f.StringVar(&st.Until, "until", "", words.FlagSlipUntil.In(a.lang))
	f.StringVar(&st.Text, "reason", "", words.FlagSlipReason.In(a.lang))
	f.StringVar(&st.Who, "who", "", words.FlagSlipWho.In(a.lang))
	grant := f.Bool("grant", false, words.FlagSlipGrant.In(a.lang))
	deny := f.Bool("deny", false, words.FlagSlipDeny.In(a.lang))
	return a.onSlip(c, func(b *store.Book, x checklist.Slip) error {
		switch {
		case *grant && *deny, !*grant && !*deny && st.Until == "":
			return newFault("usage.slipextend")
		case *grant || *deny:
			st.Act, st.Failed = checklist.SlipGrant, *deny
			if x.Asked != nil && *grant {
				st.Until = cmp.Or(st.Until, x.Asked.Until)
			}
		default:
			st.Act = checklist.SlipAsk
		}
		return a.step(b, x, st, "")
	})
}

// onSlip runs a command on the slip it names.
func (a *app) onSlip(c *cobra.Command, do func(*store.Book, checklist.Slip) error) *cobra.Command {
	c.Args = exactly(1)
	c.ValidArgsFunction = a.completeSlips
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.write(func(b *store.Book) error {
			x, err := b.FindSlip(a.ctx, args[0])
			if err != nil {
				return err
			}
			return do(b, x)
		})
	}
	return c
}

// step takes a step and says where the slip stands; a scan is kept before it, so that no step stands without its proof.
func (a *app) step(b *store.Book, x checklist.Slip, st checklist.SlipStep, file string) error {
	s, err := b.Scheme(a.ctx)
	if err != nil {
		return err
	}
	if st.On == "" {
		st.On = time.Now().Format(time.DateOnly)
	}
	if err := s.CheckSlip(&x, &st); err != nil {
		return err
	}
	if file != "" {
		f, err := os.Open(file)
		if err != nil {
			return &fault{code: "cmd.file", args: []any{file}, err: err}
		}
		defer f.Close()
		if err := b.AttachSlip(a.ctx, x, filepath.Base(file), f); err != nil {
			return err
		}
	}
	if x, err = b.StepSlip(a.ctx, x, st); err != nil {
		return err
	}
	a.say(words.SlipStepped, x.Name(), words.Say(a.lang, "noun.slip."+string(st.Act)), s.StateName(x.State).In(string(a.lang)))
	if x.Standing() && x.Due() != "" {
		a.say(words.SlipDueOn, x.Due())
	}
	return nil
}

// slipRenumber gives the office's numbers.
func (a *app) slipRenumber() *cobra.Command {
	c := a.command(words.CmdSlipRenumber, "")
	to := c.Flags().String("to", "", words.FlagSlipTo.In(a.lang))
	all := c.Flags().Bool("all", false, words.FlagSlipAll.In(a.lang))
	c.Args = atMost(1)
	c.ValidArgsFunction = a.completeSlips
	c.RunE = func(_ *cobra.Command, args []string) error {
		if *all == (len(args) == 1) {
			return newFault("usage.slipone")
		}
		return a.write(func(b *store.Book) error {
			var list []checklist.Slip
			if *all {
				slips, err := b.AllSlips(a.ctx)
				if err != nil {
					return err
				}
				list = slices.DeleteFunc(slips, func(x checklist.Slip) bool { return x.Official != "" || x.State == checklist.SlipDraft })
			} else {
				x, err := b.FindSlip(a.ctx, args[0])
				if err != nil {
					return err
				}
				list = []checklist.Slip{x}
			}
			for _, x := range list {
				no, err := b.RenumberSlip(a.ctx, x, *to)
				if err != nil {
					return err
				}
				a.say(words.SlipNumbers, x.Number, no)
			}
			if len(list) == 0 {
				a.say(words.SlipAllDone)
			}
			return nil
		})
	}
	return c
}

// completeSlips offers numbers to the shell.
func (a *app) completeSlips(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var out []string
	err := a.read(func(b *store.Book) error {
		list, err := b.AllSlips(a.ctx)
		for i := range list {
			if strings.HasPrefix(strings.ToUpper(list[i].Name()), strings.ToUpper(typed)) {
				out = append(out, fmt.Sprintf("%s\t%s", list[i].Name(), list[i].Facts))
			}
		}
		return err
	})
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}
