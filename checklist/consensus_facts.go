package checklist

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// factDiff makes the difference of one fact.
func (u *uniter) factDiff(f *fact) Difference {
	list := f.members()
	d := Difference{Indicator: f.ind.ID, Match: f.match, Kind: DiffSame, pos: 2 * f.ind.pos}
	var what []string
	for _, id := range f.ids() {
		what = append(what, id.String())
	}
	d.ID = RulingID(u.v.ID, what...)
	looked := 0
	for i := range u.sheets {
		d.Sides = append(d.Sides, u.side(i, f.ind.ID, f.of[i], nil))
		if d.Sides[i].State != Blank || f.of[i] != nil {
			looked++
		}
	}
	rule, _, _ := u.s.Rule(list[0].Rule)
	for _, x := range list[1:] {
		switch {
		case x.Rule != list[0].Rule:
			d.Kind = DiffRule
		case d.Kind != DiffSame:
		case rule.Mode == Per && x.Count != list[0].Count:
			d.Kind = DiffCount
		case (rule.Mode == Range || rule.Mode == Given) && x.Mark != list[0].Mark:
			d.Kind = DiffMark
		}
	}
	if len(list) == 1 || d.Kind == DiffSame && len(list) < looked {
		d.Kind = DiffOnly
	}
	d.Seen = seenOf(d.Sides, false)
	return d
}

func (u *uniter) side(i int, indicator string, f *Finding, c *Claim) Side {
	sh := &u.sheets[i]
	st := sh.Standings[indicator]
	return Side{Person: sh.Person, Finding: f, Claim: c, State: st.State, Reason: st.Reason, Ruled: st.Approval}
}

// seenOf is a digest of what the sides say: of their findings and claims, or of their verdicts.
func seenOf(sides []Side, verdicts bool) string {
	h := sha256.New()
	e := json.NewEncoder(h)
	for _, x := range sides {
		switch {
		case verdicts:
			_ = e.Encode([]string{x.Person.ID.String(), string(x.State), x.Reason, x.Ruled}) // a hash never fails
		case x.Finding != nil:
			f := x.Finding
			_ = e.Encode([]any{f.ID, f.Rule, f.Count, f.Mark, f.Facts, f.Criterion, f.Cause, f.Effect, f.Evidence})
		case x.Claim != nil:
			_ = e.Encode([]any{x.Person.ID, x.Claim.Count, x.Claim.Facts, x.Claim.Evidence})
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// united are the findings a fact becomes: one for all, or each for itself. One that falls is kept as withdrawn. rep is
// told which finding stands for which.
func (u *uniter) united(f *fact, r *Ruling, rep map[ID]ID) (out []Finding) {
	list := f.members()
	if r != nil && r.What == TakeApart {
		for _, x := range list {
			out = append(out, *x)
		}
		return out
	}
	base := u.strictest(list)
	if r != nil && r.What == TakeSide {
		base = nil
		for i := range u.sheets {
			if u.sheets[i].Person.ID == r.Side {
				base = f.of[i]
			}
		}
	}
	falls := base == nil
	if falls {
		base = u.strictest(list)
	}
	x := *base
	if r != nil && r.What == TakeValue {
		u.setValue(&x, r.Value)
	}
	if len(list) > 1 {
		uniteInto(&x, list)
	}
	x.ID = f.ids()[0]
	for _, y := range list {
		rep[y.ID] = x.ID
	}
	if falls {
		x.Status, x.Why = "withdrawn", r.Why
	}
	return []Finding{x}
}

// strictest is the finding that takes most; the order of the list has no part in it.
func (u *uniter) strictest(list []*Finding) *Finding {
	weight := func(f *Finding) Points {
		rule, ind, _ := u.s.Rule(f.Rule)
		proved := *f
		proved.Evidence = nil // what is proved is a matter of all their evidence together
		h := hit{f: &proved, rule: rule, ind: ind}
		h.weigh()
		return h.weight
	}
	return slices.MaxFunc(list, func(a, b *Finding) int {
		if d := int(weight(a) - weight(b)); d != 0 {
			return d
		}
		return compareIDs(b.ID, a.ID)
	})
}

// setValue puts an agreed count or mark in place.
func (u *uniter) setValue(f *Finding, value string) {
	if rule, _, ok := u.s.Rule(f.Rule); ok && (rule.Mode == Range || rule.Mode == Given) {
		f.Mark, _ = ParsePoints(value) // can has read it
		return
	}
	f.Count, _ = strconv.ParseInt(value, 10, 64)
}

// uniteInto puts the words and the evidence of all findings of a fact into one.
func uniteInto(x *Finding, list []*Finding) {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b *Finding) int { return compareIDs(a.ID, b.ID) })
	part := func(of func(*Finding) string) string {
		var texts []string
		for _, f := range list {
			texts = append(texts, of(f))
		}
		return UniteLines(texts...)
	}
	x.Facts = part(func(f *Finding) string { return f.Facts })
	x.Criterion = part(func(f *Finding) string { return f.Criterion })
	x.Cause = part(func(f *Finding) string { return f.Cause })
	x.Effect = part(func(f *Finding) string { return f.Effect })
	x.Evidence = nil
	status := []string{"", "supported", "confirmed", "disputed"}
	for _, f := range list {
		x.Evidence = uniteEvidence(x.Evidence, f.Evidence)
		if slices.Index(status, f.Status) > slices.Index(status, x.Status) {
			x.Status, x.Why = f.Status, f.Why
		}
		if f.At != "" && f.At < x.At {
			x.At = f.At
		}
	}
}

func uniteEvidence(have, more []Evidence) []Evidence {
	for _, e := range more {
		if !slices.Contains(have, e) {
			have = append(have, e)
		}
	}
	return have
}

// UniteLines is every different line of some texts once, in their order.
func UniteLines(texts ...string) string {
	var lines []string
	for _, t := range texts {
		for line := range strings.SplitSeq(t, "\n") {
			if line != "" && !slices.Contains(lines, line) {
				lines = append(lines, line)
			}
		}
	}
	return strings.Join(lines, "\n")
}
