package main

import (
	"fmt"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// differenceView is a difference between evaluators' sheets as JSON tells it, beside the contests of the book.
type differenceView struct {
	Code      string             `json:"code"`
	Visit     checklist.ID       `json:"visit"`
	Unit      checklist.ID       `json:"unit"`
	Consensus string             `json:"consensus"` // what differs: only, rule, count, mark, same, standing, na, claim
	Indicator string             `json:"indicator,omitempty"`
	Bonus     string             `json:"bonus,omitempty"`
	Match     string             `json:"match,omitempty"` // how sure it is that the findings are one fact
	Sides     []differenceSide   `json:"sides"`
	Options   []differenceOption `json:"options"`
	Span      string             `json:"span"` // points between the highest and the lowest option
	Moves     bool               `json:"moves_grade"`
	Flagged   bool               `json:"flagged"` // a point or a fifth of the marks apart
	Open      bool               `json:"open"`
	Ruling    *checklist.Ruling  `json:"ruling,omitempty"`
	Stale     []checklist.Ruling `json:"stale,omitempty"`
}

type differenceSide struct {
	By      checklist.Person   `json:"by"`
	Says    string             `json:"says"`
	Finding *checklist.Finding `json:"finding,omitempty"`
	ID      checklist.ID       `json:"finding_id,omitzero"`
	Claim   *checklist.Claim   `json:"claim,omitempty"`
	State   string             `json:"state,omitempty"`
	Reason  string             `json:"reason,omitempty"`
}

type differenceOption struct {
	Take      string       `json:"take"`
	Side      checklist.ID `json:"side,omitzero"`
	Indicator *string      `json:"indicator"`
	Category  *string      `json:"category"`
	Total     *string      `json:"total"`
	Grade     string       `json:"grade,omitempty"`
}

func (a *app) viewOfDifference(c *store.Consensus, d *checklist.Difference) differenceView {
	v := differenceView{Code: d.Code(), Visit: c.Doc.ID, Unit: c.Doc.Unit.ID, Consensus: string(d.Kind), Indicator: d.Indicator, Bonus: d.Bonus,
		Match: string(d.Match), Span: d.Span.String(), Moves: d.Moves, Flagged: d.Flagged, Open: d.Open(), Ruling: d.Ruling, Stale: d.Stale}
	for i, x := range d.Sides {
		side := differenceSide{By: x.Person, Says: a.says(d.Says(c.Scheme, i)), Finding: x.Finding, Claim: x.Claim, State: string(x.State), Reason: x.Reason}
		if x.Finding != nil {
			side.ID = x.Finding.ID
		}
		v.Sides = append(v.Sides, side)
	}
	for _, e := range d.Options {
		v.Options = append(v.Options, differenceOption{Take: string(e.Take), Side: e.Person, Indicator: amountView(e.Indicator),
			Category: amountView(e.Category), Total: amountView(e.Total), Grade: e.Grade})
	}
	return v
}

// says is the sentence of a code with its arguments.
func (a *app) says(code string, args []any) string { return words.Say(a.lang, code, args...) }

// printDifference writes a difference: what it is about, what each says, and what each way to decide comes to.
func (a *app) printDifference(c *store.Consensus, d *checklist.Difference) {
	status := words.AgreedAsk
	if len(d.Stale) > 0 {
		status = words.AgreedAgain
	}
	a.say(words.CmdDiffOf, c.Doc.Unit.Name, a.subject(c.Scheme, d), words.DiffWords[string(d.Kind)].In(a.lang), status.In(a.lang), d.Code())
	for i, x := range d.Sides {
		line := fmt.Sprintf("  %d  %s  %s", i+1, x.Person.Name, a.says(d.Says(c.Scheme, i)))
		switch {
		case x.Finding != nil:
			line += "  " + strings.ReplaceAll(x.Finding.Facts, "\n", " ")
		case x.Reason != "" && !d.Equal():
			line += "  " + x.Reason
		}
		fmt.Fprintln(a.out, line)
	}
	var notes []string
	if d.Match != "" && d.Match != checklist.MatchRuled {
		notes = append(notes, words.MatchWords[string(d.Match)].In(a.lang))
	}
	if d.Moves {
		notes = append(notes, words.AgreedMoves.In(a.lang))
	}
	if d.Flagged {
		notes = append(notes, words.AgreedFlag.In(a.lang))
	}
	if len(notes) > 0 {
		fmt.Fprintln(a.out, "     "+strings.Join(notes, words.ListGap.In(a.lang)))
	}
	for _, e := range d.Options {
		fmt.Fprintln(a.out, "     "+a.effect(c.Scheme, d, e))
	}
	for _, r := range d.Stale {
		fmt.Fprintln(a.out, "     "+words.AgreedBefore.F(a.lang, r.Name, r.At, a.says(d.SaysTake(r.What, r.Side, r.Value))))
	}
	fmt.Fprintln(a.out)
}

// subject is the indicator or the bonus a difference is about.
func (a *app) subject(s *checklist.Scheme, d *checklist.Difference) string {
	if ind, _, ok := s.Indicator(d.Indicator); ok {
		return d.Indicator + " " + ind.Name.In(string(a.lang))
	}
	if b, ok := s.Bonus(d.Bonus); ok {
		return d.Bonus + " " + b.Name.In(string(a.lang))
	}
	return d.Indicator + d.Bonus
}

// effect is one way to decide and what it comes to.
func (a *app) effect(s *checklist.Scheme, d *checklist.Difference, e checklist.Effect) string {
	return words.AgreedEffect.F(a.lang, a.says(d.SaysTake(e.Take, e.Person, "")), a.amount(e.Indicator), a.amount(e.Category), a.amount(e.Total), a.gradeName(s, e.Grade))
}

// gradeName is what the scheme calls a grade.
func (a *app) gradeName(s *checklist.Scheme, id string) string {
	for i := range s.Grades {
		if s.Grades[i].ID == id {
			return s.Grades[i].Name.In(string(a.lang))
		}
	}
	return "--"
}

// decisions writes what was decided where the sheets differ, with who disagrees; what changed since says that it is asked
// again.
func (s *shower) decisions() {
	agreed := s.doc.Agreed(s.scheme)
	first := true
	say := func(d *checklist.Difference, r *checklist.Ruling, state string) {
		if first {
			s.head(words.KindWords["decision"])
			first = false
		}
		parts := []string{words.DiffWords[string(d.Kind)].In(s.lang), s.says(d.SaysTake(r.What, r.Side, r.Value)), words.AgreedBy.F(s.lang, r.Name, r.At, r.Why)}
		if r.Member != "" {
			parts = append(parts, words.CmdInName.F(s.lang, r.Member))
		}
		if state != "" {
			parts = append(parts, state)
		}
		s.out.line(s.subject(s.scheme, d), strings.Join(parts, "  "))
		for _, x := range r.Dissent {
			fmt.Fprintln(s.app.out, "      "+words.AgreedDiffers.F(s.lang, x.Name, x.What, x.Why))
		}
	}
	for i := range agreed.Differences {
		d := &agreed.Differences[i]
		if d.Ruling != nil {
			say(d, d.Ruling, "")
		}
		for k := range d.Stale {
			say(d, &d.Stale[k], words.AgreedAgain.In(s.lang))
		}
	}
}
