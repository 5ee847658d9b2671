package checklist

import (
	"cmp"
	"slices"
)

// uniter is one comparison of sheets.
type uniter struct {
	s      *Scheme
	v      *Visit
	scope  Scope
	sheets []Sheet // by person, those without any judgement left out
	hash   string  // of the version of the scheme they are judged by
	people map[string][]ID
	linked map[[2]ID]bool

	plainTexts map[string]string

	diffs    []Difference
	facts    map[ID]*fact        // by the id of the difference
	verdicts map[string]*verdict // by indicator
	claims   map[string][]*Claim // by bonus and sheet
	plain    []Finding           // what is no matter of consensus: withdrawn, or of no rule of this unit
	rulings  map[ID]Ruling
	clashing map[ID]bool // rulings that others contradict
}

// Unite makes the agreed sheet of several sheets and the rulings on their differences. Neither the order of the sheets
// nor that of the rulings matters; a ruling that does not fit what the sheets say now counts as none, and is told with
// the difference. One sheet is its own result.
func Unite(s *Scheme, v *Visit, sheets []Sheet, ruled []Ruling) Agreed {
	u := newUniter(s, v, sheets)
	a := Agreed{Sheets: u.sheets, u: u}
	if len(u.sheets) == 1 {
		a.Sheet = u.sheets[0]
		return a
	}
	if len(u.sheets) == 0 {
		a.Sheet = Sheet{Standings: map[string]Standing{}, Claims: map[string]Claim{}}
		return a
	}
	if slices.ContainsFunc(u.sheets, func(x Sheet) bool { return x.Scheme != u.hash }) {
		a.Sheet, a.Pending = u.sheets[0], PendingMixed // an id means something in its own version only
		return a
	}
	for _, r := range ruled {
		u.rulings[r.ID] = r
	}
	u.gather()
	u.fit()
	a.Differences = u.diffs
	a.Sheet = u.sheet(func(d *Difference) *Ruling { return d.Ruling })
	switch {
	case slices.ContainsFunc(u.sheets, func(x Sheet) bool { return x.State != "closed" }):
		a.Pending = PendingSheets
	case slices.ContainsFunc(u.diffs, func(d Difference) bool { return d.Open() }):
		a.Pending = PendingOpen
	default:
		a.Sheet.State = "closed"
	}
	return a
}

func newUniter(s *Scheme, v *Visit, sheets []Sheet) *uniter {
	u := &uniter{s: s, v: v, facts: map[ID]*fact{}, verdicts: map[string]*verdict{}, claims: map[string][]*Claim{},
		rulings: map[ID]Ruling{}, clashing: map[ID]bool{}, people: map[string][]ID{}, linked: map[[2]ID]bool{}, plainTexts: map[string]string{}}
	for i := range sheets {
		if judged(&sheets[i]) {
			u.sheets = append(u.sheets, sheets[i])
		}
	}
	if len(u.sheets) == 0 {
		u.sheets = slices.Clone(sheets[:min(1, len(sheets))])
	}
	slices.SortFunc(u.sheets, func(a, b Sheet) int { return compareIDs(a.Person.ID, b.Person.ID) })
	if len(u.sheets) < 2 {
		return u
	}
	u.scope = ScopeOf(s, v)
	u.hash = u.sheets[0].Scheme
	for _, t := range v.Interviews {
		if t.Person != "" {
			u.people[t.Person] = append(u.people[t.Person], t.ID)
		}
	}
	for i := range u.sheets {
		for _, l := range u.sheets[i].Links {
			u.linked[linkKey(l[0], l[1])] = true
		}
	}
	return u
}

// judged tells whether anything was judged on a sheet.
func judged(sh *Sheet) bool {
	for _, st := range sh.Standings {
		if st.State != Blank {
			return true
		}
	}
	return len(sh.Findings) > 0 || len(sh.Claims) > 0
}

// gather finds what is one fact and in what the sheets differ.
func (u *uniter) gather() {
	for _, f := range u.matchFacts(u.singles()) {
		d := u.factDiff(f)
		u.facts[d.ID] = f
		u.diffs = append(u.diffs, d)
	}
	for c := range u.s.Categories {
		for i := range u.s.Categories[c].Indicators {
			if ind := &u.s.Categories[c].Indicators[i]; u.scope.Has(ind) {
				u.verdict(ind)
			}
		}
	}
	for i := range u.s.Bonuses {
		u.claim(&u.s.Bonuses[i], i)
	}
	slices.SortFunc(u.diffs, compareDiffs)
}

func compareDiffs(a, b Difference) int { return cmp.Or(a.pos-b.pos, compareIDs(a.ID, b.ID)) }

// singles are the findings that are a matter of consensus, each for itself or as somebody ruled that they belong together.
func (u *uniter) singles() (facts []*fact) {
	at := map[ID]*fact{}
	for i := range u.sheets {
		for k := range u.sheets[i].Findings {
			f := &u.sheets[i].Findings[k]
			_, ind, ok := u.s.Rule(f.Rule)
			if !ok || !f.Active() || !u.scope.Has(ind) {
				u.plain = append(u.plain, *f)
				continue
			}
			x := &fact{ind: ind, of: make([]*Finding, len(u.sheets))}
			x.of[i] = f
			at[f.ID] = x
			facts = append(facts, x)
		}
	}
	slices.SortFunc(u.plain, func(a, b Finding) int { return compareIDs(a.ID, b.ID) })
	slices.SortFunc(facts, func(a, b *fact) int { return compareIDs(a.members()[0].ID, b.members()[0].ID) })
	ruled := map[ID]int{} // how many rulings join a finding with others
	for _, r := range u.rulings {
		if u.joins(r, at) {
			for _, id := range r.Findings {
				ruled[id]++
			}
		}
	}
	for _, r := range u.rulings {
		if !u.joins(r, at) || slices.ContainsFunc(r.Findings, func(id ID) bool { return ruled[id] > 1 }) {
			if u.joins(r, at) {
				u.clashing[r.ID] = true // where two rulings disagree on what is one fact, it is asked again
			}
			continue
		}
		first := at[r.Findings[0]]
		first.match = MatchRuled
		for _, id := range r.Findings[1:] {
			for i, f := range at[id].of {
				if f != nil {
					first.of[i] = f
				}
			}
			at[id].of = nil
		}
	}
	return slices.DeleteFunc(facts, func(f *fact) bool { return f.of == nil })
}

// joins tells whether a ruling speaks of several findings as one fact, and can.
func (u *uniter) joins(r Ruling, at map[ID]*fact) bool {
	if len(r.Findings) < 2 || r.Scheme != u.hash {
		return false
	}
	var first *fact
	taken := make([]bool, len(u.sheets))
	for _, id := range r.Findings {
		x := at[id]
		if x == nil || first != nil && x.ind != first.ind {
			return false
		}
		first = x
		i := slices.IndexFunc(x.of, func(f *Finding) bool { return f != nil && f.ID == id })
		if i < 0 || taken[i] {
			return false
		}
		taken[i] = true
	}
	return true
}

// fit gives each difference the ruling on it, or those that no longer fit.
func (u *uniter) fit() {
	spent := map[ID]bool{}
	for i := range u.diffs {
		d := &u.diffs[i]
		r, ok := u.rulings[d.ID]
		if !ok {
			continue
		}
		spent[d.ID] = true
		if r.Seen == d.Seen && r.Scheme == u.hash && !u.clashing[r.ID] && u.can(d, &r) == "" {
			d.Ruling = &r
		} else {
			d.Stale = append(d.Stale, r)
		}
	}
	for _, r := range u.rulings {
		if spent[r.ID] {
			continue
		}
		for i := range u.diffs {
			if f := u.facts[u.diffs[i].ID]; f != nil && slices.ContainsFunc(f.ids(), func(id ID) bool { return slices.Contains(r.Findings, id) }) {
				u.diffs[i].Stale = append(u.diffs[i].Stale, r)
			}
		}
	}
	for i := range u.diffs {
		slices.SortFunc(u.diffs[i].Stale, func(a, b Ruling) int { return compareIDs(a.ID, b.ID) })
	}
}

// sheet is the agreed sheet under the rulings that pick gives; where it gives none, it reads the strictest way.
func (u *uniter) sheet(pick func(*Difference) *Ruling) Sheet {
	sh := Sheet{Scheme: u.hash, Standings: map[string]Standing{}, Claims: map[string]Claim{}, Findings: slices.Clone(u.plain)}
	rep := map[ID]ID{} // finding -> the one it became
	stand := map[string]int{}
	ruled := map[ID]*Ruling{}
	for i := range u.diffs {
		d := &u.diffs[i]
		ruled[d.ID] = pick(d)
		f := u.facts[d.ID]
		if f == nil {
			continue
		}
		for _, x := range u.united(f, ruled[d.ID], rep) {
			sh.Findings = append(sh.Findings, x)
			if x.Active() {
				stand[f.ind.ID]++
			}
		}
	}
	slices.SortFunc(sh.Findings, func(a, b Finding) int { return compareIDs(a.ID, b.ID) })
	for id, x := range u.verdicts {
		if st := u.stands(x, ruled[x.diff], stand[id]); st.State != Blank {
			sh.Standings[id] = st
		}
	}
	for bonus, list := range u.claims {
		if c, ok := u.unitedClaim(list, ruled[u.rulingOf(DiffClaim, bonus)]); ok {
			sh.Claims[bonus] = c
		}
	}
	for l := range u.linked {
		a, b := cmp.Or(rep[l[0]], l[0]), cmp.Or(rep[l[1]], l[1])
		if l = linkKey(a, b); a != b && !slices.Contains(sh.Links, l) {
			sh.Links = append(sh.Links, l)
		}
	}
	slices.SortFunc(sh.Links, func(a, b [2]ID) int { return cmp.Or(compareIDs(a[0], b[0]), compareIDs(a[1], b[1])) })
	return sh
}
