package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

func (a *app) roundCommand() *cobra.Command {
	return a.subcommands(a.command(words.CmdRound, groupPlan), a.roundShow(), a.roundOpen(), a.roundSet(), a.roundClose(), a.roundNew(), a.roundCalendar())
}

// roundShow says how the round stands. A scheme that is undecided, without a reason, leaves something to people.
func (a *app) roundShow() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdRoundShow, ""))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		return a.read(func(b *store.Book) error {
			v, s, err := a.roundView(b)
			if err != nil {
				return err
			}
			if a.json {
				err = a.printJSON(v)
			} else {
				a.printRound(b.Info().Round, s)
			}
			if err == nil && s != nil && !s.Decision.Made() && v.Reason == "" {
				err = newFault("decide.undecided")
			}
			return err
		})
	}
	return c
}

// roundOpen opens the round, for the office.
func (a *app) roundOpen() *cobra.Command {
	c := a.command(words.CmdRoundOpen, "")
	reason := c.Flags().String("reason", "", words.FlagWhy.In(a.lang))
	opensOn := c.Flags().String("opens-on", "", words.FlagOpensOn.In(a.lang))
	cutoff := c.Flags().String("cutoff", "", words.FlagCutoff.In(a.lang))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		return a.write(func(b *store.Book) error {
			err := b.OpenRound(a.ctx, *opensOn, *cutoff, *reason)
			if store.IsFault(err, "round.undecided") {
				return newFault("decide.undecided")
			}
			if err != nil {
				return err
			}
			s, err := b.Scheme(a.ctx)
			if err != nil {
				return err
			}
			a.say(words.RoundOpened, s.Name.In(string(a.lang)), s.Version, s.Hash)
			if !s.Decision.Made() {
				a.say(words.UseUndecided)
			}
			return nil
		})
	}
	return c
}

// roundView is how the round stands, as JSON tells it.
type roundView struct {
	District string        `json:"district"`
	Year     string        `json:"year"`
	Name     string        `json:"name,omitempty"`
	OpensOn  string        `json:"opens_on,omitempty"`
	Cutoff   string        `json:"cutoff,omitempty"`
	Scheme   *schemeView   `json:"scheme"` // null while its file has not arrived
	Hash     string        `json:"scheme_hash"`
	Weights  *decisionView `json:"weights_decided,omitempty"` // where it is another decision than the scheme's
	Open     bool          `json:"open"`                      // under this version
	OpenedAt string        `json:"opened_at,omitempty"`
	OpenedBy string        `json:"opened_by,omitempty"`
	Under    string        `json:"opened_under,omitempty"`
	Reason   string        `json:"opened_reason,omitempty"`
	ClosedAt string        `json:"closed_at,omitempty"`
	ClosedBy string        `json:"closed_by,omitempty"`
	Why      string        `json:"closed_reason,omitempty"`
}

type decisionView struct {
	By string `json:"by"`
	No string `json:"no"`
	On string `json:"on"`
}

// roundView reads how the round stands; the scheme is nil while its file has not arrived.
func (a *app) roundView(b *store.Book) (roundView, *checklist.Scheme, error) {
	r := b.Info().Round
	v := roundView{District: r.District, Year: r.Year, Name: r.Name, OpensOn: r.OpensOn, Cutoff: r.Cutoff, Hash: r.Scheme}
	s, err := b.Scheme(a.ctx)
	if err != nil && !store.IsFault(err, "scheme.missing") {
		return v, nil, err
	}
	if s != nil {
		sv := viewOfScheme(s)
		v.Scheme = &sv
		if w := s.Weights; w != (checklist.Decision{}) {
			v.Weights = &decisionView{w.By, w.No, w.On}
		}
	}
	if o := r.Opened; o != nil {
		v.Open, v.OpenedAt, v.OpenedBy, v.Under, v.Reason = o.Scheme == r.Scheme, o.At, o.Name, o.Scheme, o.Reason
	}
	if o := r.Closed; o != nil {
		v.ClosedAt, v.ClosedBy, v.Why = o.At, o.Name, o.Reason
	}
	return v, s, nil
}

func (a *app) printRound(r checklist.Round, s *checklist.Scheme) {
	a.para("", words.RoundTitle.F(a.lang, r.District, r.Year, r.Name))
	if r.OpensOn != "" || r.Cutoff != "" {
		a.para("", words.RoundDays.F(a.lang, r.OpensOn, r.Cutoff))
	}
	if s == nil {
		a.para("", words.RoundAway.F(a.lang, r.Scheme))
	} else {
		a.para("", words.RoundScheme.F(a.lang, s.Name.In(string(a.lang)), s.Version, s.Hash))
		schemePrinter{a, s, string(a.lang)}.decisions()
	}
	if o := r.Closed; o != nil {
		a.para("", words.RoundClosedIs.F(a.lang, o.At, o.Name, o.Reason))
	}
	o := r.Opened
	if o == nil {
		a.say(words.RoundNotOpen)
		return
	}
	a.say(words.RoundOpen, o.At, o.Name)
	if o.Reason != "" {
		a.para("", words.RoundUndecided.F(a.lang, o.Reason))
	}
	if o.Scheme != r.Scheme {
		a.say(words.RoundOtherOpen, o.Scheme)
	}
}

// printRoundLine says in a line how the round stands, and how many visits are under another version than the round's.
func (a *app) printRoundLine(b *store.Book, list []store.UnitRow) error {
	v, s, err := a.roundView(b)
	if err != nil {
		return err
	}
	line := words.StatusNotOpen.In(a.lang)
	if v.Open {
		line = words.StatusOpen.In(a.lang)
	}
	sep := words.StatusSep.In(a.lang)
	if s != nil {
		if s.Decision.Made() {
			line += sep + words.StatusDecided.F(a.lang, s.Version, a.decision(s.Decision))
		} else {
			line += sep + words.StatusUndecided.F(a.lang, s.Version)
		}
	}
	if v.Open && v.Reason != "" {
		line += sep + words.StatusWhy.F(a.lang, v.Reason)
	}
	if n := othersUnder(list, v.Hash); n > 0 {
		line += sep + words.StatusMixed.F(a.lang, n)
	}
	_, err = fmt.Fprintln(a.out, line)
	return err
}

// othersUnder counts the visits that are scored under another version than hash.
func othersUnder(list []store.UnitRow, hash string) (n int) {
	for _, u := range list {
		for _, v := range append([]store.VisitRow{u.VisitRow}, u.Daily...) {
			if v.Scheme != "" && v.Scheme != hash {
				n++
			}
		}
	}
	return n
}
