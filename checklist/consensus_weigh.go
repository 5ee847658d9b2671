package checklist

import (
	"cmp"
	"slices"
	"strconv"
)

// Why a ruling cannot be taken, as codes of package words.
const (
	RulingSide  = "consensus.side"  // nobody of that name has a sheet here
	RulingUnite = "consensus.unite" // the sides say different things: one of them, or a value, must be taken
	RulingApart = "consensus.apart" // there is only one finding
	RulingValue = "consensus.value" // not a count, a mark or a verdict that can stand here
	RulingWhy   = "reason.missing"
)

// Rule makes the ruling on a difference, for who decides to sign and keep; code says why it cannot be taken, "" that it
// can.
func (a *Agreed) Rule(d *Difference, what Take, side ID, value, why string) (r Ruling, code string) {
	r = Ruling{ID: d.ID, Kind: d.Kind, About: cmp.Or(d.Indicator, d.Bonus), Findings: d.Findings(), What: what, Value: value,
		Seen: d.Seen, Scheme: a.u.hash, Why: why}
	if what == TakeSide {
		r.Side = side
	}
	if why == "" {
		return r, RulingWhy
	}
	return r, a.u.can(d, &r)
}

// Findings are the ids of the findings a difference is about, sorted.
func (d *Difference) Findings() (ids []ID) {
	for _, x := range d.Sides {
		if x.Finding != nil {
			ids = append(ids, x.Finding.ID)
		}
	}
	slices.SortFunc(ids, compareIDs)
	return ids
}

// can says why a ruling cannot be taken; "" that it can.
func (u *uniter) can(d *Difference, r *Ruling) string {
	switch r.What {
	case TakeSide:
		if !slices.ContainsFunc(d.Sides, func(x Side) bool { return x.Person.ID == r.Side }) {
			return RulingSide
		}
	case TakeUnite:
		if !d.Unites() {
			return RulingUnite
		}
	case TakeApart:
		if len(d.Findings()) < 2 {
			return RulingApart
		}
	case TakeValue:
		if !u.value(d, r.Value) {
			return RulingValue
		}
	default:
		return RulingSide
	}
	return ""
}

// Unites tells whether the sides that say anything say the same, so that it can stand for all.
func (d *Difference) Unites() bool {
	switch d.Kind {
	case DiffSame, DiffOnly:
		return true
	case DiffStanding, DiffNA:
		first := Blank
		for _, x := range d.Sides {
			if x.State != Blank && first != Blank && x.State != first || x.Ruled == "refused" {
				return false
			}
			first = cmp.Or(first, x.State)
		}
		return true
	case DiffClaim:
		n := int64(0)
		for _, x := range d.Sides {
			if x.Claim != nil && n != 0 && x.Claim.Count != n {
				return false
			}
			if x.Claim != nil {
				n = x.Claim.Count
			}
		}
		return true
	}
	return false
}

// Equal tells whether findings of all who looked say the same of surely one fact: such settle in bulk.
func (d *Difference) Equal() bool {
	return d.Kind == DiffSame && (d.Match == MatchSure || d.Match == MatchLikely || d.Match == MatchRuled)
}

// OneSided tells whether only one side says anything and the others are silent: such settle in bulk. A "not applicable"
// is approved one by one.
func (d *Difference) OneSided() bool {
	return d.Kind == DiffOnly && len(d.Findings()) == 1 || (d.Kind == DiffStanding || d.Kind == DiffClaim) && d.Unites()
}

// value tells whether a value can stand in a difference.
func (u *uniter) value(d *Difference, text string) bool {
	n, err := strconv.ParseInt(text, 10, 64)
	switch d.Kind {
	case DiffStanding, DiffNA:
		return slices.Contains([]State{Nil, Found, NA, Waiting}, State(text))
	case DiffClaim:
		return err == nil && n >= 0
	}
	f := u.facts[d.ID]
	x := *u.strictest(f.members())
	rule, ind, _ := u.s.Rule(x.Rule)
	switch rule.Mode {
	case Range, Given:
		var bad error
		if x.Mark, bad = ParsePoints(text); bad != nil {
			return false
		}
	case Per:
		if x.Count = n; err != nil {
			return false
		}
	default:
		return false
	}
	h := hit{f: &x, rule: rule, ind: ind}
	h.weigh()
	return h.code != "line.count.bad" && h.code != "line.mark.bad"
}

// Weigh fills in what each way to decide each difference comes to, all else left as it is, and puts first what the grade
// depends on, then by points.
func Weigh(s *Scheme, v *Visit, a *Agreed) {
	if len(a.Sheets) < 2 {
		return
	}
	in := InputOf(s, v, &a.Sheet)
	score := func(sh Sheet) Result {
		in.Sheet = sh
		return Score(s, in)
	}
	var own []Result
	for _, sh := range a.Sheets {
		own = append(own, score(sh))
	}
	for i := range a.Differences {
		d := &a.Differences[i]
		d.Flagged = flagged(own, d.Indicator)
		d.Options = nil
		for _, r := range a.options(d) {
			res := score(a.u.sheet(func(x *Difference) *Ruling {
				if x.ID == d.ID {
					return &r
				}
				return x.Ruling
			}))
			d.Options = append(d.Options, effectOf(&res, d, r))
		}
		d.span()
	}
	slices.SortStableFunc(a.Differences, func(x, y Difference) int {
		return cmp.Or(first(x.Open(), y.Open()), first(x.Moves, y.Moves), cmp.Compare(y.Span, x.Span), first(x.Flagged, y.Flagged), compareDiffs(x, y))
	})
}

func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// options are the rulings worth weighing: each side that says something of its own, and that findings are not one fact.
func (a *Agreed) options(d *Difference) (list []Ruling) {
	if d.Kind == DiffSame {
		list = append(list, Ruling{ID: d.ID, What: TakeUnite, Why: "?"})
	} else {
		for _, x := range d.Sides {
			list = append(list, Ruling{ID: d.ID, What: TakeSide, Side: x.Person.ID, Why: "?"})
		}
	}
	if len(d.Findings()) > 1 {
		list = append(list, Ruling{ID: d.ID, What: TakeApart, Why: "?"})
	}
	return list
}

func effectOf(r *Result, d *Difference, ruling Ruling) Effect {
	e := Effect{Take: ruling.What, Person: ruling.Side, Total: r.Total}
	for c := range r.Categories {
		for i := range r.Categories[c].Indicators {
			if x := &r.Categories[c].Indicators[i]; x.Indicator.ID == d.Indicator {
				e.Category = r.Categories[c].Score
				if x.Known {
					e.Indicator = whole(x.Awarded)
				}
			}
		}
	}
	for _, b := range r.Bonuses {
		if b.Bonus.ID == d.Bonus {
			e.Indicator = whole(b.Points)
		}
	}
	if d.Bonus != "" {
		e.Indicator.Known, e.Category = true, whole(r.Bonus)
	}
	if r.Grade.Grade != nil {
		e.Grade = r.Grade.Grade.ID
	}
	return e
}

// span works out what depends on the difference. That surely one fact might be several has no part in it.
func (d *Difference) span() {
	d.Moves = false
	var total, ind []Points
	grade := ""
	options := slices.Clone(d.Options)
	if d.Match != MatchPossible { // that it is one fact is hardly in question
		options = slices.DeleteFunc(options, func(e Effect) bool { return e.Take == TakeApart })
	}
	for _, e := range options {
		d.Moves = d.Moves || grade != "" && e.Grade != "" && e.Grade != grade
		grade = cmp.Or(e.Grade, grade)
		if e.Total.Known {
			total = append(total, e.Total.Points)
		}
		if e.Indicator.Known {
			ind = append(ind, e.Indicator.Points)
		}
	}
	d.Span = 0
	for _, list := range [][]Points{total, ind} {
		if len(list) > 1 && len(list) == len(options) {
			d.Span = slices.Max(list) - slices.Min(list)
			return
		}
	}
}

// flagged tells whether results are a point or a fifth of the marks apart in an indicator.
func flagged(own []Result, indicator string) bool {
	var low, high Points
	n := 0
	for i := range own {
		x, ok := own[i].Indicator(indicator)
		if !ok || !x.Known {
			continue
		}
		if n++; n == 1 {
			low, high = x.Awarded, x.Awarded
		}
		low, high = min(low, x.Awarded), max(high, x.Awarded)
		if gap := high - low; n > 1 && gap > 0 && (gap >= 100 || 5*gap >= x.Indicator.Full) {
			return true
		}
	}
	return false
}

// RulingJoin says that findings cannot be one fact: they are of one sheet, of different indicators, or do not count.
const RulingJoin = "consensus.join"

// Join makes the difference that some findings would be if they were one fact, for a ruling on it; those they are told
// with now are to be taken back by who keeps it (see Overlapping). code says why they cannot be.
func (a *Agreed) Join(ids []ID) (d *Difference, code string) {
	f := &fact{of: make([]*Finding, len(a.u.sheets)), match: MatchRuled}
	for _, known := range a.u.facts {
		for i, x := range known.of {
			if x == nil || !slices.Contains(ids, x.ID) {
				continue
			}
			if f.of[i] != nil || f.ind != nil && f.ind != known.ind {
				return nil, RulingJoin
			}
			f.of[i], f.ind = x, known.ind
		}
	}
	if len(ids) < 2 || len(f.members()) != len(ids) {
		return nil, RulingJoin
	}
	made := a.u.factDiff(f)
	a.u.facts[made.ID] = f
	return &made, ""
}

// Overlapping are the records of earlier rulings on any of the findings of a difference: a new one takes their place.
func (a *Agreed) Overlapping(d *Difference) (ids []ID) {
	own := d.Findings()
	for _, r := range a.u.rulings {
		if r.ID != d.ID && slices.ContainsFunc(r.Findings, func(id ID) bool { return slices.Contains(own, id) }) {
			ids = append(ids, r.ID)
		}
	}
	slices.SortFunc(ids, compareIDs)
	return ids
}
