package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// decision is what was typed for `decide`.
type decision struct {
	take, value, text, reason string
	side                      int
	own                       bool   // text was given
	member                    string // of the leading group
	join, dissent             []string
}

// decideCommand settles one thing of `conflicts`, or many at once.
func (a *app) decideCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdDecide, groupResult))
	var x decision
	c.Flags().IntVar(&x.side, "side", 0, words.FlagSide.In(a.lang))
	c.Flags().StringVar(&x.take, "take", "", words.FlagTake.In(a.lang))
	c.Flags().StringVar(&x.text, "text", "", words.FlagText.In(a.lang))
	c.Flags().StringVar(&x.reason, "reason", "", words.FlagReason.In(a.lang))
	c.Flags().StringArrayVar(&x.join, "join", nil, words.FlagJoin.In(a.lang))
	c.Flags().StringArrayVar(&x.dissent, "dissent", nil, words.FlagDissent.In(a.lang))
	c.Flags().StringVar(&x.member, "member", "", words.FlagMember.In(a.lang))
	c.ValidArgsFunction = a.completeCodes
	all := c.Flags().String("all", "", words.FlagAll.In(a.lang))
	c.Args = atMost(2)
	c.RunE = func(cmd *cobra.Command, args []string) error {
		x.own = cmd.Flags().Changed("text")
		if *all != "" {
			if len(args) > 0 || x.own || x.side > 0 || x.take != "" || x.reason == "" {
				return newFault("usage.decideall")
			}
			return a.decideAll(*all, x.reason)
		}
		if len(args) == 0 {
			return newFault("usage.few", cmd.UseLine())
		}
		if len(args) == 2 {
			x.value = args[1]
		}
		if err := x.check(cmd, len(args)); err != nil {
			return err
		}
		return a.write(func(b *store.Book) error { return a.decideOne(b, args[0], x) })
	}
	return c
}

// check wants exactly one way to decide, and a reason.
func (x *decision) check(cmd *cobra.Command, args int) error {
	ways := 0
	for _, is := range []bool{x.own, x.side > 0, x.take != ""} {
		if is {
			ways++
		}
	}
	if x.reason == "" || ways != 1 || (args == 2) != (x.take == string(checklist.TakeValue)) {
		return newFault("usage.decide", cmd.UseLine())
	}
	return nil
}

// decideOne settles what has the code: a difference between sheets, or a contest of the book.
func (a *app) decideOne(b *store.Book, code string, x decision) error {
	c, d, err := a.differenceOf(b, code)
	if err != nil {
		return err
	}
	if d != nil {
		return a.settle(b, c, d, x)
	}
	if len(x.join) > 0 || len(x.dissent) > 0 || x.member != "" {
		return newFault("usage.join")
	}
	list, err := b.ConflictsWhere(a.ctx, func(p store.Place) bool { return contestCode(p) == code })
	switch {
	case err != nil:
		return err
	case len(list) == 0:
		return newFault("cmd.noconflict", code)
	case len(list) > 1:
		return newFault("cmd.twoconflicts", code)
	}
	return a.decideContest(b, list[0], x)
}

// settle decides a difference between sheets.
func (a *app) settle(b *store.Book, c *store.Consensus, d *checklist.Difference, x decision) error {
	if len(x.join) > 0 {
		joined, err := joinedBy(c, d, x.join)
		if err != nil {
			return err
		}
		d = joined
	}
	s := store.Settlement{Difference: *d, What: checklist.Take(x.take), Value: x.value, Member: x.member}
	if x.own {
		s.What, s.Value = checklist.TakeValue, x.text
	}
	side := x.side
	switch x.take {
	case "left", "right":
		side = 1 + slices.Index([]string{"left", "right"}, x.take)
	case "open":
		s.What = ""
	case "", string(checklist.TakeUnite), string(checklist.TakeApart), string(checklist.TakeValue):
	default:
		side = 1 + slices.IndexFunc(d.Sides, func(y checklist.Side) bool { return y.Person.Name == x.take || y.Person.Number == x.take })
		if side == 0 {
			return newFault("usage.take")
		}
	}
	if side > len(d.Sides) {
		return newFault("cmd.noside", side, len(d.Sides))
	}
	if side > 0 {
		s.What, s.Side = checklist.TakeSide, d.Sides[side-1].Person.ID
	}
	var err error
	if s.Dissent, err = dissents(d, x.dissent); err != nil {
		return err
	}
	if err := b.Settle(a.ctx, c.Doc, []store.Settlement{s}, x.reason); err != nil {
		return err
	}
	if a.json {
		v := decidedView{Code: d.Code(), Visit: c.Doc.ID, About: d.Indicator + d.Bonus, Take: cmp.Or(string(s.What), "open"), Value: s.Value,
			Reason: x.reason, Member: s.Member, Dissent: s.Dissent}
		if s.Side != (checklist.ID{}) {
			v.Side = c.Doc.Person(s.Side).Name
		}
		return a.printJSON(v)
	}
	if s.What == "" {
		a.say(words.CmdTookBack, a.subject(c.Scheme, d))
		return nil
	}
	a.say(words.CmdRuled, a.subject(c.Scheme, d)+"  "+a.says(d.SaysTake(s.What, s.Side, s.Value)))
	return nil
}

// joinedBy is the difference that the findings of several codes make as one fact.
func joinedBy(c *store.Consensus, d *checklist.Difference, codes []string) (*checklist.Difference, error) {
	ids := d.Findings()
	for _, code := range codes {
		i := slices.IndexFunc(c.Differences, func(y checklist.Difference) bool { return y.Code() == code })
		if i < 0 || len(c.Differences[i].Findings()) == 0 {
			return nil, newFault("cmd.noconflict", code)
		}
		ids = append(ids, c.Differences[i].Findings()...)
	}
	joined, why := c.Join(ids)
	if why != "" {
		return nil, newFault(why)
	}
	return joined, nil
}

// dissents reads NAME=OPINION=REASON.
func dissents(d *checklist.Difference, typed []string) (list []checklist.Dissent, err error) {
	for _, t := range typed {
		parts := strings.SplitN(t, "=", 3)
		if len(parts) < 2 || parts[0] == "" || parts[1] == "" {
			return nil, newFault("usage.dissent")
		}
		x := checklist.Dissent{Name: parts[0], What: parts[1]}
		if len(parts) == 3 {
			x.Why = parts[2]
		}
		for _, side := range d.Sides {
			if side.Person.Name == x.Name || side.Person.Number == x.Name {
				x.Person, x.Name = side.Person.ID, side.Person.Name
			}
		}
		list = append(list, x)
	}
	return list, nil
}

// decideContest settles a contest of the book.
func (a *app) decideContest(b *store.Book, c store.Conflict, x decision) error {
	value, side := x.text, x.side
	switch x.take {
	case "", string(checklist.TakeValue):
		if x.take != "" {
			value = x.value
		}
	case "left", "right":
		side = 1 + slices.Index([]string{"left", "right"}, x.take)
	case string(checklist.TakeUnite):
		united, ok := c.Unite()
		if !ok {
			return newFault("consensus.unite")
		}
		value = united
	default:
		i, ok := c.Of(x.take)
		if !ok {
			return newFault("usage.take")
		}
		side = i + 1
	}
	if side > len(c.Sides) {
		return newFault("cmd.noside", side, len(c.Sides))
	}
	if side > 0 {
		value = c.Sides[side-1].Text
	}
	if err := b.Decide(a.ctx, c, value, x.reason); err != nil {
		return err
	}
	if a.json {
		v := decidedView{Code: conflictCode(c), Visit: c.Visit, About: string(c.Kind) + " " + c.Field, Take: string(checklist.TakeValue), Value: value, Reason: x.reason}
		if side > 0 {
			v.Take, v.Side = string(checklist.TakeSide), c.Sides[side-1].By.Name
		}
		return a.printJSON(v)
	}
	a.say(words.CmdDecided, a.register(c.Kind, c.Field), a.shownValue(c.Kind, c.Field, value, false))
	return nil
}

// decideAll settles everything that fits a rule, for one reason: what is equal, what only one side says, or with one
// person's. Of the differences between sheets, those that the grade depends on are left to be decided one by one.
func (a *app) decideAll(which, reason string) error {
	person, byPerson := strings.CutPrefix(which, "person=")
	if !byPerson && !slices.Contains([]string{"one-sided", "same", "equal"}, which) {
		return newFault("usage.decideall")
	}
	return a.write(func(b *store.Book) error {
		done, left := 0, 0
		if !byPerson {
			var err error
			if done, left, err = a.settleAll(b, which == "one-sided", reason); err != nil {
				return err
			}
		}
		list, err := b.Conflicts(a.ctx, nil)
		if err != nil {
			return err
		}
		var picked []store.Decision
		for _, x := range list {
			side, ok := x.SameWords()
			if which == "one-sided" {
				side, ok = x.OneSided()
			} else if byPerson {
				side, ok = x.Of(person)
			}
			if ok {
				picked = append(picked, store.Decision{Conflict: x, Text: x.Sides[side].Text})
			}
		}
		if len(picked) > 0 {
			if err := b.DecideAll(a.ctx, picked, reason); err != nil {
				return err
			}
		}
		if done += len(picked); a.json {
			return a.printJSON(decidedMany{done, left + len(list) - len(picked)})
		}
		if done == 0 {
			a.say(words.CmdDecideNone)
			return nil
		}
		a.say(words.CmdDecidedMany, done, left+len(list)-len(picked))
		return nil
	})
}

// settleAll decides the differences between sheets that are equal or one-sided, and tells how many were and how many are
// left.
func (a *app) settleAll(b *store.Book, oneSided bool, reason string) (done, left int, err error) {
	shared, err := b.Consensus(a.ctx, nil)
	if err != nil {
		return 0, 0, err
	}
	for i := range shared {
		c := &shared[i]
		list := store.InBulk(&c.Agreed, oneSided)
		open := len(c.Open())
		if len(list) > 0 {
			if err := b.Settle(a.ctx, c.Doc, list, reason); err != nil {
				return done, left, err
			}
		}
		done, left = done+len(list), left+open-len(list)
	}
	return done, left, nil
}
