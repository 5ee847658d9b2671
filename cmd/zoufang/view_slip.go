package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// slipView is a slip as JSON tells it; its fields are those of `record`.
type slipView struct {
	checklist.Slip
	ID       string              `json:"id"`
	UnitCode string              `json:"unit_code"`
	UnitName string              `json:"unit_name"`
	Due      string              `json:"due"`
	Overdue  bool                `json:"overdue"`
	Sides    []string            `json:"sides,omitempty"` // states that wait to be settled
	Possible []checklist.SlipAct `json:"possible"`
	Steps    []slipStepView      `json:"steps"`
	Files    []string            `json:"files,omitempty"`
}

type slipStepView struct {
	checklist.SlipStep
	ID string `json:"id"`
}

func (a *app) slipView(s *checklist.Scheme, units map[checklist.ID]checklist.Unit, x checklist.Slip, day string) slipView {
	v := slipView{Slip: x, ID: x.ID.String(), UnitCode: units[x.Unit].Code, UnitName: units[x.Unit].Name, Due: x.Due(), Overdue: s.Overdue(&x, day),
		Sides: x.Sides, Possible: append([]checklist.SlipAct{}, s.Possible(&x, day)...), Steps: []slipStepView{}}
	for _, st := range x.Log {
		v.Steps = append(v.Steps, slipStepView{st, st.ID.String()})
	}
	for _, f := range x.Files {
		v.Files = append(v.Files, f.Name)
	}
	return v
}

func (a *app) unitsByID(b *store.Book) (map[checklist.ID]checklist.Unit, error) {
	list, err := b.Units(a.ctx)
	units := map[checklist.ID]checklist.Unit{}
	for _, u := range list {
		units[u.Unit.ID] = u.Unit
	}
	return units, err
}

// slipList lists the slips, the overdue first.
func (a *app) slipList() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdSlipList, ""))
	overdue := c.Flags().Bool("overdue", false, words.FlagSlipOverdue.In(a.lang))
	unit := c.Flags().String("unit", "", words.FlagSlipUnit.In(a.lang))
	day := c.Flags().String("day", "", words.FlagDueDay.In(a.lang))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		return a.read(func(b *store.Book) error {
			views, s, err := a.slipViews(b, *unit, cmp.Or(*day, time.Now().Format(time.DateOnly)))
			if err != nil {
				return err
			}
			if *overdue {
				views = slices.DeleteFunc(views, func(v slipView) bool { return !v.Overdue })
			}
			if a.json {
				return a.printJSON(append([]slipView{}, views...))
			}
			if len(views) == 0 {
				a.say(words.SlipNone)
				return nil
			}
			rows := [][]string{a.header(words.ColSlipNo, words.ColUnit, words.ColRule, words.ColState, words.ColDue, words.ColFacts)}
			for _, v := range views {
				state := s.StateName(v.State).In(string(a.lang))
				if v.Overdue {
					state += " " + words.SlipOverdue.In(a.lang)
				}
				rows = append(rows, []string{v.Name(), v.UnitName, v.Rule, state, v.Due, clip(v.Facts, 40)})
			}
			grid(a.out, rows)
			return nil
		})
	}
	return c
}

// clip is the beginning of a text.
func clip(text string, most int) string {
	if r := []rune(text); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return text
}

func (a *app) slipViews(b *store.Book, unit, day string) (views []slipView, s *checklist.Scheme, err error) {
	if s, err = b.Scheme(a.ctx); err != nil {
		return nil, nil, err
	}
	units, err := a.unitsByID(b)
	if err != nil {
		return nil, nil, err
	}
	var only checklist.ID
	if unit != "" {
		u, err := a.unitNamed(b, unit)
		if err != nil {
			return nil, nil, err
		}
		only = u.Unit.ID
	}
	list, err := b.AllSlips(a.ctx)
	if err != nil {
		return nil, nil, err
	}
	for _, x := range list {
		if unit == "" || x.Unit == only {
			views = append(views, a.slipView(s, units, x, day))
		}
	}
	slices.SortStableFunc(views, func(a, b slipView) int {
		return cmp.Or(-cmp.Compare(bit(a.Overdue), bit(b.Overdue)), -cmp.Compare(bit(a.Standing()), bit(b.Standing())), strings.Compare(a.Due, b.Due))
	})
	return views, s, nil
}

func bit(is bool) int {
	if is {
		return 1
	}
	return 0
}

// slipShow shows a slip with its steps and what can be done now.
func (a *app) slipShow() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdSlipShow, ""))
	c.Args = exactly(1)
	c.ValidArgsFunction = a.completeSlips
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.read(func(b *store.Book) error {
			x, err := b.FindSlip(a.ctx, args[0])
			if err != nil {
				return err
			}
			s, err := b.Scheme(a.ctx)
			if err != nil {
				return err
			}
			units, err := a.unitsByID(b)
			if err != nil {
				return err
			}
			v := a.slipView(s, units, x, time.Now().Format(time.DateOnly))
			if a.json {
				return a.printJSON(v)
			}
			a.printSlip(s, v)
			return nil
		})
	}
	return c
}

func (a *app) printSlip(s *checklist.Scheme, v slipView) {
	name := v.Name()
	if v.Official != "" {
		name = words.SlipNamed.F(a.lang, v.Official, v.Number)
	}
	state := s.StateName(v.State).In(string(a.lang))
	if v.Overdue {
		state += " " + words.SlipOverdue.In(a.lang)
	}
	a.say(words.SlipHead, name, v.UnitName)
	x := v.Slip
	x.State, x.Visit, x.Finding = state, checklist.ID{}, checklist.ID{}
	fields{w: a.out, lang: a.lang, name: v.Number}.record("slip", x)
	if len(v.Sides) > 0 {
		a.say(words.SlipSides, strings.Join(v.Sides, " / "))
	}
	if len(v.Steps) > 0 {
		a.say(words.SlipSteps)
	}
	for _, st := range v.Steps {
		what := words.Say(a.lang, "noun.slip."+string(st.Act))
		if st.Failed {
			what += words.SlipFailed.In(a.lang)
		}
		fmt.Fprintln(a.out, strings.TrimRight("  "+words.SlipStepAt.F(a.lang, st.On, what, strings.TrimSpace(strings.Join([]string{st.Name, st.Who, st.Post, st.Until, st.Text}, "  "))), " "))
	}
	if len(v.Files) > 0 {
		a.say(words.SlipFiles, strings.Join(v.Files, words.CmdListSep.In(a.lang)))
	}
	if len(v.Possible) == 0 {
		a.say(words.SlipEnded)
		return
	}
	names := make([]string, len(v.Possible))
	for i, act := range v.Possible {
		names[i] = words.Say(a.lang, "noun.slip."+string(act))
	}
	a.say(words.SlipCan, strings.Join(names, words.CmdListSep.In(a.lang)))
}
