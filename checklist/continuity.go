package checklist

import "slices"

// ScopePhrase is the scope of reusable phrases: they belong to the book, not to a visit.
const ScopePhrase = "phrase.."

// How a unit came from others, or ended.
const (
	UnitMerged = "merged" // several units became one
	UnitSplit  = "split"  // one unit became several
	UnitCeased = "ended"  // it ended and nothing took its place
)

// Continuity is what is known of a unit besides what it is now: what it came from, what it was called, whether it ended.
type Continuity struct {
	From   []Origin `json:"from,omitempty"`
	Former []Former `json:"former,omitempty"`
	Ended  *Ending  `json:"ended,omitempty"`
}

// Origin says which units a unit goes on from, since which day and by which document.
type Origin struct {
	From     []ID   `json:"from"`
	How      string `json:"how"`
	Day      string `json:"day"`
	Document string `json:"document"`
	Reason   string `json:"reason"`
}

// Origins are all of a unit's, the oldest first.
type Origins struct {
	List []Origin `json:"list"`
}

// Ending says since which day a unit is no more, by which document, and which units go on in its place.
type Ending struct {
	Day      string `json:"day"`
	How      string `json:"how"`
	Document string `json:"document"`
	Into     []ID   `json:"into"`
	Reason   string `json:"reason"`
}

// Former is a name a unit had up to the day before Until.
type Former struct {
	Name     string `json:"name"`
	Short    string `json:"short"`
	Kind     string `json:"kind"`
	Until    string `json:"until"`
	Document string `json:"document"`
	Reason   string `json:"reason"`
}

// FormerNames are all of a unit's, the oldest first.
type FormerNames struct {
	List []Former `json:"list"`
}

// Ended tells whether the unit is no more: it leaves the plan and the ranking, and its code is not used again.
func (u Unit) Ended() bool { return u.Story != nil && u.Story.Ended != nil }

// On is the unit as it was on a day ("2026-03-09"): with the name, short name and kind it had then. A visit goes on under
// the name and kind of its day, whatever the unit is called later. "" is today's unit.
func (u Unit) On(day string) Unit {
	if u.Story == nil || day == "" {
		return u
	}
	first := "" // of the names that still held on the day, the one that was given up first
	for _, f := range u.Story.Former {
		if day < f.Until && (first == "" || f.Until < first) {
			first = f.Until
			u.Name, u.Short = f.Name, f.Short
			if f.Kind != "" {
				u.Kind = f.Kind
			}
		}
	}
	return u
}

// Counts tells whether the unit is part of the round: not one that ended, and not one to practise on.
func (u Unit) Counts() bool { return !u.Practice && !u.Ended() }

// Heir is the unit that answers for what was a unit's: itself while it goes on, else the first of those it became, as the
// record of its end names them. Every successor shows an earlier unit's slips; the heir alone counts them, so that the
// district counts each once.
func Heir(unit ID, units map[ID]Unit) ID {
	for range units {
		u := units[unit]
		if !u.Ended() || len(u.Story.Ended.Into) == 0 {
			break
		}
		unit = u.Story.Ended.Into[0]
	}
	return unit
}

// Descends tells whether a unit goes on from another, however many changes lie between.
func Descends(unit, from ID, units map[ID]Unit) bool {
	seen := map[ID]bool{unit: true}
	for queue := []ID{unit}; len(queue) > 0; queue = queue[1:] {
		story := units[queue[0]].Story
		if story == nil {
			continue
		}
		for _, o := range story.From {
			for _, id := range o.From {
				if id == from {
					return true
				}
				if !seen[id] {
					seen[id], queue = true, append(queue, id)
				}
			}
		}
	}
	return false
}

// Inherited is the unit that something shown with this visit came from; false for what is its own unit's.
func (v *Visit) Inherited(unit ID) (Unit, bool) {
	i := slices.IndexFunc(v.Predecessors, func(u Unit) bool { return u.ID == unit })
	if i < 0 || unit == v.Unit.ID {
		return Unit{}, false
	}
	return v.Predecessors[i], true
}

// countedSlips are the slips that count for the visit's unit: its own, and those that came to it as the heir.
func (v *Visit) countedSlips() []Slip {
	if len(v.Predecessors) == 0 {
		return v.Slips
	}
	units := map[ID]Unit{}
	for _, u := range v.Predecessors {
		units[u.ID] = u
	}
	return slices.DeleteFunc(slices.Clone(v.Slips), func(x Slip) bool { return Heir(x.Unit, units) != v.Unit.ID })
}

// Phrase is a sentence people use again: of the facts, a criterion, a demand or an opinion.
type Phrase struct {
	ID     ID     `json:"-"`
	Text   string `json:"text"`
	Use    string `json:"use"`    // one of PhraseUses; "" for every field
	Name   string `json:"name"`   // what it is found by; "" is its beginning
	Status string `json:"status"` // "", "withdrawn"
}

// PhraseUses are the fields that phrases are made for.
var PhraseUses = []string{"facts", "criterion", "demand", "opinion"}

// PhraseID is the same phrase on every laptop that keeps it, however often a list of them is loaded.
func PhraseID(text string) ID { return InScope(ScopePhrase, key("phrase", text)) }

// MovedWork says that what a visit holds came from a visit of another unit, or that what it held went to one.
type MovedWork struct {
	ID       ID     `json:"-"`
	To       bool   `json:"to"` // it went away; false: it came
	Visit    ID     `json:"visit"`
	Unit     ID     `json:"unit"`
	UnitName string `json:"unit_name"`
	Records  int64  `json:"records"` // how many records
	By       ID     `json:"by"`
	Name     string `json:"name"`
	At       string `json:"at"` // moment
	Reason   string `json:"reason"`
}
