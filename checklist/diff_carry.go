package checklist

import (
	"slices"
	"strings"
)

// Carried is a sheet as it would be under another version of the scheme, and what would not come along.
type Carried struct {
	Sheet     Sheet
	Lost      []Finding  // whose rule has no successor: kept, and counted nowhere
	Standings []Standing // verdicts whose indicator has no successor: kept on record
	Claims    []Claim    // whose bonus has no successor
}

// Carry gives the sheet as it would be under another version, whose hash is to. Nothing is dropped: a finding that has no
// rule there stays on the sheet under the name Orphan gives it. Two indicators that become one keep a verdict only where
// both agree. An approval of "not applicable" comes along where the map is sure of the indicator, else the leader rules
// again.
func (m SchemeMap) Carry(s Sheet, to string) Carried {
	c := Carried{Sheet: s}
	c.Sheet.Scheme = to
	c.Sheet.Standings, c.Sheet.Claims, c.Sheet.Findings = map[string]Standing{}, map[string]Claim{}, nil
	for _, id := range sortedKeys(s.Standings) {
		if st := s.Standings[id]; st.State != Blank {
			if _, ok := m.Of(ThingIndicator, id); !ok {
				c.Standings = append(c.Standings, st)
			}
		}
	}
	for next, from := range m.sources(ThingIndicator) {
		if st, judged := m.verdict(s.Standings, from); judged {
			st.Indicator = next
			c.Sheet.Standings[next] = st
		}
	}
	for _, f := range s.Findings {
		next, ok := m.Of(ThingRule, f.Rule)
		if !ok && strings.Contains(f.Rule, "@") {
			next.ID = f.Rule // lost long ago
		} else if !ok {
			c.Lost = append(c.Lost, f)
			next.ID = Orphan(f.Rule, s.Scheme)
		}
		f.Rule = next.ID
		c.Sheet.Findings = append(c.Sheet.Findings, f)
	}
	for _, id := range sortedKeys(s.Claims) {
		claim := s.Claims[id]
		next, ok := m.Of(ThingBonus, id)
		if !ok {
			c.Claims = append(c.Claims, claim)
			continue
		}
		claim.Bonus = next.ID
		if there, two := c.Sheet.Claims[next.ID]; two {
			claim.Count += there.Count
			claim.Evidence = slices.Concat(there.Evidence, claim.Evidence)
		}
		c.Sheet.Claims[next.ID] = claim
	}
	return c
}

// sources are the old ids that become each new one, sorted.
func (m SchemeMap) sources(t Thing) map[string][]string {
	from := map[string][]string{}
	for _, id := range sortedKeys(m[t]) {
		next := m[t][id].ID
		from[next] = append(from[next], id)
	}
	return from
}

// verdict is that on the indicator which the old ones became: theirs where all agree, "findings" where one has some, and
// none where they differ or one was not looked at. judged is false where there was nothing on any of them.
func (m SchemeMap) verdict(standings map[string]Standing, from []string) (st Standing, judged bool) {
	agree := true
	for i, id := range from {
		x, has := standings[id]
		judged = judged || has
		if !m[ThingIndicator][id].Sure {
			x.Approval, x.Approver = "", ""
		}
		switch {
		case i == 0 || x.State == Found && st.State != Found:
			st = x
		case x.State != st.State || x.Approval != st.Approval:
			agree = false
		}
	}
	if !agree && st.State != Found {
		st = Standing{Person: st.Person}
	}
	return st, judged
}

// CarryScores gives the unit's own scores by the indicators of another version. Where several became one there is a score
// only if the unit gave one for each.
func (m SchemeMap) CarryScores(scores map[string]Points) map[string]Points {
	out := map[string]Points{}
sums:
	for next, from := range m.sources(ThingIndicator) {
		var sum Points
		for _, id := range from {
			p, has := scores[id]
			if !has {
				continue sums
			}
			sum += p
		}
		out[next] = sum
	}
	return out
}

// Orphan is what a finding's rule is called on a sheet that is scored under another version than the finding was judged
// by: no rule has such an id, so the finding counts nowhere and says so.
func Orphan(rule, hash string) string { return rule + "@" + hash[:min(8, len(hash))] }

// CarryNotes gives what the unit says of its own scores by the indicators of another version; where several became one, all
// of it.
func (m SchemeMap) CarryNotes(notes map[string]string) map[string]string {
	out := map[string]string{}
	for next, from := range m.sources(ThingIndicator) {
		var list []string
		for _, id := range from {
			if notes[id] != "" {
				list = append(list, notes[id])
			}
		}
		if len(list) > 0 {
			out[next] = strings.Join(list, "\n")
		}
	}
	return out
}
