package checklist

import (
	"math/big"
	"slices"
	"strings"
)

// SlipCarry is what a supervision slip comes to in the yearly score.
type SlipCarry struct {
	Slip    ID
	Number  string
	Rule    string
	Count   int64
	Finding ID     // the finding it was written from: the same fact
	When    string // the scheme's case, "" while it is open what it will be
	Name    Text   // of the case; of the slip's state where there is none
	Factor  Points // hundredths of the rule's points
	Hold    bool   // listed for the leading group and not deducted
	Late    bool   // put right late or not at all: the scheme's rule for slips past their date applies too
}

// Counts tells whether points are taken.
func (c *SlipCarry) Counts() bool { return c.When != "" && !c.Hold && c.Factor > 0 }

// CarrySlips says what the slips of the round's year come to on a day, which is never after the cut-off. Before the
// cut-off only that counts which can no longer change: what was closed, and what is past its date. At the cut-off what is
// open counts in full, a dispute is held for the leading group, and so is what the unit reported in time and nobody looked
// at again, since that is no fault of the unit. Drafts are nothing yet.
func CarrySlips(s *Scheme, round *Round, day string, slips []Slip) (out []SlipCarry) {
	if len(s.Slips.Carry) == 0 || day == "" {
		return nil
	}
	final := round.Cutoff != "" && day >= round.Cutoff
	for i := range slips {
		x := &slips[i]
		if x.Rule == "" || x.State == SlipDraft || round.Year != "" && x.FoundOn != "" && !strings.HasPrefix(x.FoundOn, round.Year) {
			continue
		}
		c := SlipCarry{Slip: x.ID, Number: x.Name(), Rule: x.Rule, Count: 1, Finding: x.Finding, Name: s.StateName(x.State)}
		if x.Count != nil {
			c.Count = *x.Count
		}
		s.carryOf(&c, x, day, final)
		out = append(out, c)
	}
	return out
}

// carryOf finds the case of a slip.
func (s *Scheme) carryOf(c *SlipCarry, x *Slip, day string, final bool) {
	done := x.RectifiedOn
	if done == "" {
		done = max(x.RecheckedOn, x.lastDay())
	}
	late := x.Due() != "" && done > x.Due()
	switch {
	case len(x.Sides) > 0:
		c.Hold = true
	case x.State == SlipVoided, x.State == SlipWithdrawn:
		c.When = x.State
	case x.State == SlipClosed && !late:
		c.When = "closed_on_time"
	case x.State == SlipClosed, x.State == SlipRectified && late:
		c.When, c.Late = "closed_late", true
	case x.State == SlipRectified:
		c.Hold = final
	case x.State == SlipDisputed && final:
		c.When = "disputed_at_cutoff"
	case x.State == SlipDisputed:
	case s.Overdue(x, day):
		c.When, c.Late = "open_at_cutoff", true
	case final:
		c.When = "open_at_cutoff"
	}
	i := slices.IndexFunc(s.Slips.Carry, func(r Carry) bool { return r.When == c.When })
	if c.When == "" || i < 0 {
		c.When, c.Late = "", c.Late && i >= 0
		return
	}
	r := &s.Slips.Carry[i]
	c.Name, c.Factor, c.Hold = r.Name, r.Factor, r.Hold
	if c.Factor == 0 {
		c.Late = false
	}
}

// Share is the factor as a fraction in lowest terms: "1/2".
func (c *SlipCarry) Share() string { return big.NewRat(int64(c.Factor), 100).RatString() }

// lateRule is the rule that counts the slips past their date, nil where the scheme has none.
func (s *Scheme) lateRule() *Rule {
	for c := range s.Categories {
		for i := range s.Categories[c].Indicators {
			for k := range s.Categories[c].Indicators[i].Rules {
				if r := &s.Categories[c].Indicators[i].Rules[k]; r.Suggest == metricOverdue && r.Mode == Per {
					return r
				}
			}
		}
	}
	return nil
}

// lateSlips counts the slips that the yearly score takes as late without a finding.
func lateSlips(s *Scheme, v *Visit) (n int64) {
	if v.Kind == Daily {
		return 0
	}
	for _, c := range CarrySlips(s, &v.Round, asOf(v), v.countedSlips()) {
		if c.Late {
			n++
		}
	}
	return n
}

// slipPaper proves what a slip says: the unit has signed for it or refused to.
var slipPaper = []Evidence{{Kind: "paper", Material: "supervision_slip"}}

// takeSlips puts the carried slips among the hits, so that groups and links of one fact treat them like findings, and
// adds the count of late ones as far as no finding has counted it already.
func (w *scorer) takeSlips() {
	if len(w.in.Slips) == 0 {
		return
	}
	found := make([]Finding, len(w.in.Slips)+1)
	late := int64(0)
	for i := range w.in.Slips {
		c := &w.in.Slips[i]
		if c.Late {
			late++
		}
		if c.Hold {
			w.res.Pending = append(w.res.Pending, *c)
		}
		found[i] = Finding{ID: c.Slip, Rule: c.Rule, Count: c.Count, Evidence: slipPaper}
		rule, ind, ok := w.s.Rule(c.Rule)
		if !ok {
			w.strays = append(w.strays, Line{Code: "line.rule.unknown", Rule: c.Rule, Finding: c.Slip})
			continue
		}
		w.place(hit{f: &found[i], rule: rule, ind: ind, carry: c})
	}
	r := w.s.lateRule()
	if r == nil {
		return
	}
	if late -= counted(&w.in.Sheet, r); late > 0 {
		_, ind, _ := w.s.Rule(r.ID)
		last := &found[len(found)-1]
		*last = Finding{Rule: r.ID, Count: late, Evidence: slipPaper}
		w.place(hit{f: last, rule: r, ind: ind, carry: &SlipCarry{Rule: r.ID, Count: late, When: "late", Factor: 100}})
	}
}

// links are the pairs of one fact: those the evaluator drew, and each slip with the finding it was written from.
func (w *scorer) links() [][2]ID {
	links := w.in.Sheet.Links
	for i := range w.in.Slips {
		if c := &w.in.Slips[i]; c.Finding != (ID{}) {
			links = append(links[:len(links):len(links)], [2]ID{c.Finding, c.Slip})
		}
	}
	return links
}

// weighSlip fills in what a carried slip takes, or why it takes nothing.
func (h *hit) weighSlip() {
	c := h.carry
	switch {
	case h.code != "":
	case c.Hold:
		h.code = "line.slip.held"
	case c.When == "":
		h.code = "line.slip.open"
	case c.Factor == 0:
		h.code = "line.slip.none"
	case h.rule.Mode == Range || h.rule.Mode == Given:
		h.code = "line.slip.judge"
	}
	if h.code != "" {
		h.weight = 0
		return
	}
	h.whole, h.weight = h.weight, h.weight*c.Factor/100
}

// carried adds to what a rule takes what the slips under it take: exact hundredths of hundredths, held at what the rule may
// take, and rounded once so that the mark is rounded half up. It gives what both take together.
func (w *scorer) carried(r *Rule, ind *Indicator, took Points, slips []*hit) Points {
	exact, most := int64(took)*100, int64(max(took, ceiling(r, ind)))*100
	for _, h := range slips {
		part := int64(h.whole) * int64(h.carry.Factor)
		if r.Mode == Per {
			part += exact
		}
		exact = min(max(exact, part), most)
		now := Points((exact + 49) / 100)
		code := "line.slip"
		if h.carry.Slip == (ID{}) {
			code = "line.slip.late"
		}
		l := Line{Code: code, Rule: r.ID, Finding: h.f.ID, N: h.carry.Count, Each: r.Points, Raw: h.whole, Points: took - now}
		l.args = []any{h.carry.Number, h.carry.Name, r.ID, h.carry.Count, h.whole, h.carry.Share(), now - took}
		w.line(l)
		took = now
	}
	return took
}

// ceiling is what a rule may take together.
func ceiling(r *Rule, ind *Indicator) Points {
	switch {
	case r.Mode == Per:
		return r.Max
	case r.Mode == Zero:
		return ind.Full
	}
	return r.Points
}

// slipLines are the lines of a slip that does not count, where the reason is one a finding may have too.
var slipLines = map[string]string{"line.same_fact": "line.slip.same", "line.excluded": "line.slip.same", "line.inactive": "line.slip.inactive",
	"line.skipped": "line.slip.inactive"}
