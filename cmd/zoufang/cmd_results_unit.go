package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

func (a *app) today() string { return time.Now().Format(time.DateOnly) }

// resultView is a unit's result as JSON tells it. Numbers that are not known are null.
type resultView struct {
	Place       int                    `json:"place"`
	KindPlace   int                    `json:"kind_place"`
	Code        string                 `json:"code"`
	Name        string                 `json:"name"`
	Kind        string                 `json:"kind"`
	Visit       checklist.ID           `json:"visit"`
	State       checklist.OutcomeState `json:"state"`
	Pending     []checklist.Pending    `json:"pending"`
	Scored      int                    `json:"scored"`
	Of          int                    `json:"of"`
	Total       *string                `json:"total"`
	Grade       string                 `json:"grade,omitempty"`
	Pass        string                 `json:"pass,omitempty"`
	Performance *string                `json:"performance"`
	Marks       []checklist.Mark       `json:"marks"`
	Last        *checklist.PastResult  `json:"last_year,omitempty"`
	Self        *checklist.Points      `json:"self_score,omitempty"`
	SelfAwarded *checklist.Points      `json:"self_awarded,omitempty"` // for the indicators the unit scored itself
	Red         int                    `json:"red"`
	Orange      int                    `json:"orange"`
	Yellow      int                    `json:"yellow"`
	Until       string                 `json:"objections_until,omitempty"`
	Changed     bool                   `json:"changed"`
	Changes     []checklist.MarkChange `json:"changes,omitempty"`
	Release     *checklist.Release     `json:"release,omitempty"`
	Final       *checklist.Finality    `json:"final,omitempty"`
	Objections  []objectionView        `json:"objections,omitempty"`
}

type objectionView struct {
	checklist.Objection
	Check *checklist.Recheck `json:"check"`
}

func viewOfResult(x *checklist.Ranked, r *store.ResultRow) resultView {
	v := resultView{Place: x.Place, KindPlace: x.KindPlace, Code: x.Unit.Code, Name: x.Unit.Name, Kind: x.Unit.Kind, Visit: x.Visit, Scored: x.Scored, Of: x.Of,
		Total: amountView(x.Total), Pass: string(x.Pass), Performance: amountView(x.Contrib), Marks: append([]checklist.Mark{}, r.Marks...), Last: r.Last, Self: r.Self,
		Red: r.Warned[0], Orange: r.Warned[1], Yellow: r.Warned[2]}
	if x.Grade.Grade != nil {
		v.Grade = x.Grade.Grade.ID
	}
	if r.Self != nil {
		v.SelfAwarded = &r.SelfOf
	}
	v.outcome(&r.Outcome)
	return v
}

func (v *resultView) outcome(o *checklist.Outcome) {
	v.State, v.Pending, v.Until, v.Changed, v.Changes, v.Release, v.Final = o.State, append([]checklist.Pending{}, o.Pending...), o.Until, o.Changed, o.Changes, o.Release, o.Final
	for _, x := range o.Objections {
		v.Objections = append(v.Objections, objectionView{x, x.Check})
	}
}

// oneResult shows everything of the result of one unit.
func (a *app) oneResult(b *store.Book, typed string) error {
	u, err := a.unitNamed(b, typed)
	if err != nil {
		return err
	}
	list, err := b.Results(a.ctx)
	if err != nil {
		return err
	}
	var row *store.ResultRow
	for i := range list {
		if list[i].Unit.ID == u.Unit.ID {
			row = &list[i]
		}
	}
	if row == nil {
		a.say(words.ResultsEmpty)
		return nil
	}
	r, err := b.OutcomeOf(a.ctx, u.Unit.ID)
	if err != nil {
		return err
	}
	if a.json {
		return a.printJSON(viewOfResult(&checklist.Ranked{RankEntry: row.Entry}, row))
	}
	a.printOutcome(row, &r)
	return nil
}

func (a *app) printOutcome(row *store.ResultRow, r *store.UnitResult) {
	a.say(words.ResStateLine, r.Unit.Code, r.Unit.Name, a.outcome(r.State))
	if r.Scheme != nil {
		a.say(words.ResTotalLine, a.amount(r.Result.Total), a.gradeName(r.Scheme, gradeID(r.Result.Grade)), a.amount(r.Result.Performance))
	}
	if row.Last != nil {
		a.say(words.ResLast, row.Last.Year, row.Last.Total, dashed(row.Last.Grade))
	}
	if row.Self != nil {
		a.say(words.ResSelf, *row.Self, row.SelfN, row.SelfOf)
	}
	if len(r.Pending) > 0 {
		a.say(words.ResToDo)
		for _, p := range r.Pending {
			fmt.Fprintln(a.out, "  - "+words.Say(a.lang, p.Code, p.Texts()...))
		}
	}
	if x := r.Release; x != nil {
		a.say(words.ResReleased, x.On, x.Member, x.Total, a.gradeName(r.Scheme, x.Grade))
		a.say(words.ResUntil, r.Until)
		a.printChanges(&r.Outcome)
	}
	for _, o := range r.Objections {
		a.say(words.ResObjection, o.On, o.Who, o.Text)
		if o.Check == nil {
			fmt.Fprintln(a.out, "  "+words.ResUnchecked.In(a.lang))
		} else {
			fmt.Fprintln(a.out, "  "+words.ResRechecked.F(a.lang, o.Check.On, o.Check.Who, a.value("result", o.Check.Result), o.Check.Reason))
		}
	}
	if r.Final != nil {
		a.say(words.ResFinalLine, r.Final.On, r.Final.Member)
	}
	a.printItems(r.Items)
}

// printChanges sets what was released beside what it is now.
func (a *app) printChanges(o *checklist.Outcome) {
	switch {
	case len(o.Changes) > 0:
		a.say(words.ResChanged)
	case o.Changed:
		a.say(words.ResChangedNo)
	}
	for _, c := range o.Changes {
		was, is, name := c.Was.String(), c.Now.String(), c.ID
		if c.New {
			was = "--"
		}
		if c.Gone {
			is = "--"
		}
		if name == "" {
			name = words.ColTotal.In(a.lang)
		}
		fmt.Fprintln(a.out, "  "+words.ResWas.F(a.lang, name, was, is))
	}
}

func (a *app) printItems(items []checklist.Rectify) {
	if len(items) == 0 {
		return
	}
	a.say(words.ResItems)
	for i := range items {
		x := &items[i]
		fmt.Fprintln(a.out, "  "+words.ResItem.F(a.lang, x.No, x.Indicator, clip(strings.ReplaceAll(x.Facts, "\n", " "), 60), dashed(x.Deadline),
			words.RectifyWords[x.State()].In(a.lang)))
	}
}

func dashed(s string) string {
	if s == "" {
		return "--"
	}
	return s
}

func gradeID(g checklist.GradeScore) string {
	if g.Grade == nil {
		return ""
	}
	return g.Grade.ID
}

// objectCommand records an objection.
func (a *app) objectCommand() *cobra.Command {
	c := a.command(words.CmdObject, "")
	x := checklist.Objection{}
	c.Flags().StringVar(&x.Text, "text", "", words.FlagObjText.In(a.lang))
	c.Flags().StringVar(&x.Who, "who", "", words.FlagObjWho.In(a.lang))
	c.Flags().StringVar(&x.Post, "post", "", words.FlagObjPost.In(a.lang))
	c.Flags().StringVar(&x.On, "on", "", words.FlagNoticeDay.In(a.lang))
	c.Flags().StringVar(&x.Handed, "handed", "", words.FlagHanded.In(a.lang))
	c.Flags().StringVar(&x.Late, "late", "", words.FlagLate.In(a.lang))
	inds := c.Flags().StringSlice("indicator", nil, words.FlagObjInd.In(a.lang))
	facts := c.Flags().Bool("facts", false, words.FlagObjFacts.In(a.lang))
	c.Args = exactly(1)
	c.ValidArgsFunction = a.completeUnits
	c.RunE = func(_ *cobra.Command, args []string) error {
		if *facts {
			x.Against = checklist.AgainstFacts
		}
		return a.write(func(b *store.Book) error {
			u, err := a.unitNamed(b, args[0])
			if err != nil {
				return err
			}
			s, err := b.Scheme(a.ctx)
			if err != nil {
				return err
			}
			for _, id := range *inds {
				if _, _, ok := s.Indicator(id); !ok {
					return newFault("usage.indicator", id)
				}
			}
			x.Unit, x.Indicators = u.Unit.ID, strings.Join(*inds, " ")
			if _, err := b.Object(a.ctx, x); err != nil {
				return err
			}
			a.say(words.ResObjected, u.Unit.Name)
			return nil
		})
	}
	return c
}

// recheckCommand answers the oldest open objection of a unit.
func (a *app) recheckCommand() *cobra.Command {
	c := a.command(words.CmdRecheck, "")
	x := checklist.Recheck{}
	kept := c.Flags().Bool("kept", false, words.FlagKeptRes.In(a.lang))
	changed := c.Flags().Bool("changed", false, words.FlagChanged.In(a.lang))
	c.Flags().StringVar(&x.Reason, "reason", "", words.FlagReason.In(a.lang))
	c.Flags().StringVar(&x.Who, "by", "", words.FlagRecheckBy.In(a.lang))
	c.Flags().StringVar(&x.On, "on", "", words.FlagNoticeDay.In(a.lang))
	c.Args = exactly(1)
	c.ValidArgsFunction = a.completeUnits
	c.RunE = func(_ *cobra.Command, args []string) error {
		if *kept == *changed || x.Reason == "" {
			return newFault("usage.recheck")
		}
		say := words.ResRecheckedK
		x.Result = checklist.RecheckKept
		if *changed {
			x.Result, say = checklist.RecheckChanged, words.ResRecheckedC
		}
		return a.write(func(b *store.Book) error {
			u, err := a.unitNamed(b, args[0])
			if err != nil {
				return err
			}
			r, err := b.OutcomeOf(a.ctx, u.Unit.ID)
			if err != nil {
				return err
			}
			for _, o := range r.Objections {
				if o.Check == nil {
					if err := b.Recheck(a.ctx, o.ID, x); err != nil {
						return err
					}
					a.say(say)
					return nil
				}
			}
			return newFault("objection.unknown")
		})
	}
	return c
}

// rectifyCommand follows up an item of the list.
func (a *app) rectifyCommand() *cobra.Command {
	c := a.command(words.CmdRectify, "")
	report := c.Flags().String("report", "", words.FlagRReport.In(a.lang))
	passed := c.Flags().String("passed", "", words.FlagRPassed.In(a.lang))
	failed := c.Flags().String("failed", "", words.FlagRFailed.In(a.lang))
	on := c.Flags().String("on", "", words.FlagNoticeDay.In(a.lang))
	c.Args = exactly(2)
	c.ValidArgsFunction = a.completeUnits
	c.RunE = func(_ *cobra.Command, args []string) error {
		no, err := strconv.Atoi(args[1])
		given := 0
		for _, text := range []string{*report, *passed, *failed} {
			if text != "" {
				given++
			}
		}
		if err != nil || given != 1 {
			return newFault("usage.rectify")
		}
		return a.write(func(b *store.Book) error {
			u, err := a.unitNamed(b, args[0])
			if err != nil {
				return err
			}
			r, err := b.OutcomeOf(a.ctx, u.Unit.ID)
			if err != nil {
				return err
			}
			if no < 1 || no > len(r.Items) {
				return newFault("rectify.unknown")
			}
			step := checklist.RectifyStep{On: *on, Text: *report + *passed + *failed, Failed: *failed != ""}
			if err := b.StepRectify(a.ctx, r.Items[no-1].ID, *report == "", step); err != nil {
				return err
			}
			if r, err = b.OutcomeOf(a.ctx, u.Unit.ID); err == nil {
				a.say(words.ResRectified, no, words.RectifyWords[r.Items[no-1].State()].In(a.lang))
			}
			return err
		})
	}
	return c
}

// noticeCommand tells what the notice of a released result says.
func (a *app) noticeCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdNotice, ""))
	c.Args = exactly(1)
	c.ValidArgsFunction = a.completeUnits
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.read(func(b *store.Book) error {
			u, err := a.unitNamed(b, args[0])
			if err != nil {
				return err
			}
			r, err := b.OutcomeOf(a.ctx, u.Unit.ID)
			if err != nil {
				return err
			}
			n, ok := r.Notice()
			if !ok {
				return newFault("final.none", u.Unit.Name)
			}
			if a.json {
				return a.printJSON(noticeViewOf(&n, string(a.lang)))
			}
			a.printNotice(&n)
			return nil
		})
	}
	return c
}

// noticeView is a result notice as JSON tells it: what may be handed to the unit, and nothing else.
type noticeView struct {
	Unit  string           `json:"unit_code"`
	Name  string           `json:"unit_name"`
	Year  string           `json:"year"`
	State string           `json:"state"`
	On    string           `json:"on"`
	Until string           `json:"objections_until"`
	Total checklist.Points `json:"total"`
	Grade string           `json:"grade"`
	Bars  []noticeBarView  `json:"categories"`
	Items []noticeItemView `json:"rectify"`
}

type noticeBarView struct {
	ID    string            `json:"id"`
	Name  string            `json:"name"`
	Score checklist.Points  `json:"score"`
	Worth checklist.Points  `json:"worth"`
	Last  *checklist.Points `json:"last_year"`
}

type noticeItemView struct {
	No        int64  `json:"no"`
	Indicator string `json:"indicator"`
	Facts     string `json:"facts"`
	Deadline  string `json:"deadline"`
}

func noticeViewOf(n *checklist.Notice, lang string) noticeView {
	v := noticeView{n.Unit.Code, n.Unit.Name, n.Year, string(n.State), n.On, n.Until, n.Total, n.Grade.In(lang), []noticeBarView{}, []noticeItemView{}}
	for _, b := range n.Bars {
		v.Bars = append(v.Bars, noticeBarView{b.ID, b.Name.In(lang), b.Score, b.Worth, b.Last})
	}
	for _, x := range n.Items {
		v.Items = append(v.Items, noticeItemView{x.No, x.Indicator, x.Facts, x.Deadline})
	}
	return v
}

func (a *app) printNotice(n *checklist.Notice) {
	a.say(words.ResNoticeHead, n.Unit.Name, n.Year, a.outcome(n.State))
	a.say(words.ResNoticeTotal, n.Total, n.Grade.In(string(a.lang)))
	if n.Last != nil {
		a.say(words.ResLast, n.Last.Year, n.Last.Total, dashed(n.Last.Grade))
	}
	for _, b := range n.Bars {
		last := ""
		if b.Last != nil {
			last = "  (" + b.Last.String() + ")"
		}
		fmt.Fprintf(a.out, "  %s %s  %s/%s%s\n", b.ID, b.Name.In(string(a.lang)), b.Score, b.Worth, last)
	}
	if len(n.Items) == 0 {
		a.say(words.ResNoticeNone)
	} else {
		a.say(words.ResItems)
		for _, x := range n.Items {
			fmt.Fprintf(a.out, "  %d  %s  %s  %s\n", x.No, x.Indicator, x.Facts, dashed(x.Deadline))
		}
	}
	a.say(words.ResNoticeUntil, n.Until)
}
