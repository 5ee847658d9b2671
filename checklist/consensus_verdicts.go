package checklist

import (
	"slices"
	"strconv"
)

// verdict is what the sheets say of one indicator.
type verdict struct {
	ind   *Indicator
	facts int // how many facts are told of it
	diff  ID  // the difference, zero where there is none or the facts answer it
	plain State
	sides []Side
}

// rulingOf is the record that decides a verdict or a bonus.
func (u *uniter) rulingOf(kind DiffKind, id string) ID { return RulingID(u.v.ID, string(kind), id) }

// verdict compares the verdicts on an indicator. Where facts were found, whether any of them stands is the verdict.
func (u *uniter) verdict(ind *Indicator) {
	x := &verdict{ind: ind}
	var states []State // different ones, but blank
	blank := false
	var ruled []string
	for i := range u.sheets {
		side := u.side(i, ind.ID, nil, nil)
		x.sides = append(x.sides, side)
		switch {
		case side.State == Blank:
			blank = true
		case !slices.Contains(states, side.State):
			states = append(states, side.State)
		}
		if side.State == NA && side.Ruled != "" && !slices.Contains(ruled, side.Ruled) {
			ruled = append(ruled, side.Ruled)
		}
	}
	for _, f := range u.facts {
		if f.ind == ind {
			x.facts++
		}
	}
	u.verdicts[ind.ID] = x
	kind := DiffStanding
	counted := !slices.Contains(states, NA) && !slices.Contains(states, Waiting)
	switch {
	case len(states) == 0 && x.facts == 0:
		return
	case counted && x.facts > 0:
		x.plain = Found
		return
	case len(states) == 1 && !blank && len(ruled) < 2 && x.facts == 0:
		x.plain = states[0]
		return
	case slices.Contains(states, NA):
		kind = DiffNA
	}
	d := Difference{ID: u.rulingOf(DiffStanding, ind.ID), Kind: kind, Indicator: ind.ID, Sides: x.sides, Seen: seenOf(x.sides, true), pos: 2*ind.pos + 1}
	x.diff = d.ID
	x.plain = strictestState(states)
	u.diffs = append(u.diffs, d)
}

// strictestState is what an indicator comes to while its verdict is open: what was judged before what leaves the count.
func strictestState(states []State) State {
	for _, s := range []State{Found, Nil, Waiting, NA} {
		if slices.Contains(states, s) {
			return s
		}
	}
	return Blank
}

// stands is the agreed verdict; facts is how many findings stand under it.
func (u *uniter) stands(x *verdict, r *Ruling, facts int) Standing {
	st := Standing{Indicator: x.ind.ID, State: x.plain}
	from := x.sides
	if r != nil {
		switch r.What {
		case TakeValue:
			st.State, from = State(r.Value), nil
			st.Reason, st.Approval, st.Approver = r.Why, "approved", r.Name
		case TakeUnite:
			st.State = strictestState(u.voices(x.sides))
		default:
			from = slices.DeleteFunc(slices.Clone(from), func(side Side) bool { return side.Person.ID != r.Side })
			st.State = from[0].State
		}
	}
	if x.facts > 0 && (st.State == Found || st.State == Nil) {
		if st.State = Nil; facts > 0 {
			st.State = Found
		}
	}
	if st.State != NA {
		st.Approval, st.Approver = "", ""
	}
	var reasons []string
	for _, side := range from {
		if side.State != st.State {
			continue
		}
		reasons = append(reasons, side.Reason)
		if st.State == NA && side.Ruled != "" && st.Approval != "refused" {
			st.Approval = side.Ruled
		}
	}
	if len(from) > 0 {
		st.Reason = UniteLines(reasons...)
	}
	if st.State == NA && st.Approval == "" && r != nil {
		st.Approval, st.Approver = "approved", r.Name // who takes it as the agreed verdict approves it
	}
	return st
}

// voices are the different verdicts of those who gave one.
func (u *uniter) voices(sides []Side) (states []State) {
	for _, x := range sides {
		if x.State != Blank && !slices.Contains(states, x.State) {
			states = append(states, x.State)
		}
	}
	return states
}

// claim compares what was claimed for a bonus.
func (u *uniter) claim(b *Bonus, at int) {
	d := Difference{ID: u.rulingOf(DiffClaim, b.ID), Kind: DiffClaim, Bonus: b.ID, pos: 2*u.s.indCount + at}
	list := make([]*Claim, len(u.sheets))
	differ, any := false, false
	for i := range u.sheets {
		if c, ok := u.sheets[i].Claims[b.ID]; ok && c.Count != 0 {
			list[i] = &c
		}
		any = any || list[i] != nil
		differ = differ || (list[i] == nil) != (list[0] == nil) || list[i] != nil && list[i].Count != list[0].Count
		d.Sides = append(d.Sides, u.side(i, "", nil, list[i]))
	}
	if any {
		u.claims[b.ID] = list
	}
	if differ {
		d.Seen = seenOf(d.Sides, false)
		u.diffs = append(u.diffs, d)
	}
}

// unitedClaim is the agreed claim; while it is open, the lowest that somebody saw proved.
func (u *uniter) unitedClaim(list []*Claim, r *Ruling) (c Claim, ok bool) {
	counts := make([]int64, len(list))
	for i, x := range list {
		if x != nil {
			counts[i] = x.Count
			c.Bonus, c.Facts, c.Evidence = x.Bonus, UniteLines(c.Facts, x.Facts), uniteEvidence(c.Evidence, x.Evidence)
		}
	}
	c.Count = slices.Min(counts)
	if r != nil {
		switch r.What {
		case TakeValue:
			c.Count, _ = strconv.ParseInt(r.Value, 10, 64) // can has read it
		case TakeUnite:
			c.Count = slices.Max(counts)
		default:
			for i := range u.sheets {
				if u.sheets[i].Person.ID == r.Side {
					c.Count = counts[i]
				}
			}
		}
	}
	return c, c.Count > 0
}
