package checklist

import "strings"

// GroupMember is a member of the leading group (领导小组) of a round: it rules on disputes and releases results. Members
// do not use the program; the office records a ruling in the name of one.
type GroupMember struct {
	ID         ID     `json:"-"`
	Round      ID     `json:"round"`
	Name       string `json:"name"`
	Post       string `json:"post"`
	Duty       string `json:"duty"`       // one of the Duty constants
	Categories string `json:"categories"` // ids with spaces, of what the member rules on; "" is everything
	Releases   bool   `json:"releases"`   // releases results
	Status     string `json:"status"`     // "", "withdrawn"
}

// What a member is in the leading group.
const (
	DutyHead   = "head"
	DutyDeputy = "deputy"
	DutyMember = "member"
)

// MayRule tells whether the member rules on what belongs to a category; "" is what belongs to none, such as a slip. The
// head of the group rules on everything.
func (m *GroupMember) MayRule(category string) bool {
	if m.Status != "" {
		return false
	}
	list := strings.Fields(m.Categories)
	if m.Duty == DutyHead || len(list) == 0 {
		return true
	}
	for _, id := range list {
		if id == category {
			return true
		}
	}
	return false
}

// MayRelease tells whether the member releases results: the head does, and whoever the division of work says.
func (m *GroupMember) MayRelease() bool { return m.Status == "" && (m.Releases || m.Duty == DutyHead) }

// Interest is what a person declared of their interests (回避): a tie to a unit, or with no unit that there is none.
type Interest struct {
	ID     ID     `json:"-"`
	Round  ID     `json:"round"`
	Person ID     `json:"person"`
	Unit   ID     `json:"unit"`   // zero: the person declared that there is nothing to declare
	What   string `json:"what"`   // the tie
	Day    string `json:"day"`    // on which it was declared
	Status string `json:"status"` // "", "withdrawn"
}

// Slot is when and where a unit is visited in a round, and by which team. Who goes are the assignments.
type Slot struct {
	ID     ID     `json:"-"`
	Round  ID     `json:"round"`
	Unit   ID     `json:"unit"`
	Team   string `json:"team"`
	Day    string `json:"day"`
	Half   string `json:"half"` // one of the Half constants
	From   string `json:"from"` // a time of day, "" where only the half is known
	Place  string `json:"place"`
	Note   string `json:"note"`
	Status string `json:"status"` // "", "withdrawn"
}

// The halves of a day a visit takes.
const (
	HalfBoth      = ""
	HalfMorning   = "am"
	HalfAfternoon = "pm"
)

// Empty tells whether nothing is planned: neither a team nor when or where.
func (s *Slot) Empty() bool {
	return s.Team+s.Day+s.Half+s.From+s.Place+s.Note == ""
}

// Meets tells whether two slots are at the same time: on the same day, and not in different halves of it.
func (s *Slot) Meets(o *Slot) bool {
	return s.Day != "" && s.Day == o.Day && (s.Half == o.Half || s.Half == HalfBoth || o.Half == HalfBoth)
}

// Planned is a unit in the plan of the round.
type Planned struct {
	Unit      Unit
	Slot      Slot // without a Day or a Team where nobody planned it
	People    []Person
	Interests []Interest // of these people in this unit
}

// Outside tells how a day stands to the window of a round: "" inside, or where nothing is known, else one of the
// Outside constants.
func (r *Round) Outside(day string) string {
	switch {
	case day == "":
		return ""
	case r.OpensOn != "" && day < r.OpensOn:
		return OutsideBefore
	case r.Cutoff != "" && day > r.Cutoff:
		return OutsideAfter
	}
	return ""
}

// How a day may lie outside a round.
const (
	OutsideBefore = "before"
	OutsideAfter  = "after"
)

// Clash is something in a plan that people have to look at: a code that package words has a sentence for.
type Clash struct {
	Code string
	Args []any
	Unit ID
	Too  ID // the other unit of somebody who would be in two places; zero otherwise
}

// Clashes names what does not fit in a plan: units without a team or a day, days outside the round, people who would be in
// two places in the same half-day, people with a declared tie to the unit, units without a leader. It never refuses.
func Clashes(round *Round, rows []Planned) (out []Clash) {
	add := func(r *Planned, code string, args ...any) {
		out = append(out, Clash{Code: code, Args: args, Unit: r.Unit.ID})
	}
	at := map[string][]*Planned{} // by person and day
	for i := range rows {
		r := &rows[i]
		if r.Slot.Team == "" && len(r.People) == 0 {
			add(r, "clash.team", r.Unit.Name)
			continue
		}
		if r.Slot.Day == "" {
			add(r, "clash.day", r.Unit.Name)
		}
		switch round.Outside(r.Slot.Day) {
		case OutsideBefore:
			add(r, "clash.before", r.Unit.Name, r.Slot.Day, round.OpensOn)
		case OutsideAfter:
			add(r, "clash.after", r.Unit.Name, r.Slot.Day, round.Cutoff)
		}
		leader := false
		for _, p := range r.People {
			leader = leader || p.Role == RoleLeader
			key := p.ID.String() + r.Slot.Day
			for _, o := range at[key] {
				if r.Slot.Meets(&o.Slot) {
					add(r, "clash.person", p.Name, r.Slot.Day, o.Unit.Name, r.Unit.Name)
					out[len(out)-1].Too = o.Unit.ID
				}
			}
			at[key] = append(at[key], r)
		}
		if !leader {
			add(r, "clash.leader", r.Unit.Name)
		}
		for _, x := range r.Interests {
			if p := personIn(r.People, x.Person); p != nil {
				add(r, "clash.interest", p.Name, r.Unit.Name, x.What)
			}
		}
	}
	return out
}

func personIn(list []Person, id ID) *Person {
	for i := range list {
		if list[i].ID == id {
			return &list[i]
		}
	}
	return nil
}
