package checklist

import (
	"cmp"
	"slices"
	"strings"
)

// EveDays is how many days before a visit a paper that was made or put right counts as prepared for it.
const EveDays = 10

// Eve is a paper that bears a date, or was put right, shortly before the visit or on its day.
type Eve struct {
	Material *Material
	Name     Text
	Day      string
	Amended  bool // put right then, else dated then
	Before   int  // days before the visit
}

// OnTheEve are the papers of a visit that were dated or put right within EveDays before it: last-minute preparation.
// Nothing is deducted for it; it is marked so that the evaluators look twice.
func OnTheEve(s *Scheme, v *Visit) (list []Eve) {
	day, ok := ParseDay(v.OnDay())
	if !ok {
		return nil
	}
	for i := range v.Materials {
		m := &v.Materials[i]
		x := Eve{Material: m, Name: Text{m.Name, m.Name}}
		if def, ok := s.Material(m.Material); ok {
			x.Name = def.Name
		}
		for _, on := range []struct {
			day     string
			amended bool
		}{{m.PutRight, true}, {m.Dated, false}} {
			if d, ok := ParseDay(on.day); ok && d <= day && day-d <= EveDays {
				x.Day, x.Amended, x.Before = on.day, on.amended, int(day-d)
				list = append(list, x)
				break
			}
		}
	}
	return list
}

// eve reminds of papers that were made or put right just before the visit.
func (l *lister) eve() {
	l.step = l.s.stepOf(FormPapers)
	for _, x := range OnTheEve(l.s, l.v) {
		code := "todo.material.dated"
		if x.Amended {
			code = "todo.material.amended"
		}
		l.may(code, x.Name, x.Day, x.Before).Record = x.Material.ID
	}
}

// Compared is what daily supervision and the yearly visit found under one indicator.
type Compared struct {
	Indicator *Indicator
	Daily     []DailyFinding
	Yearly    []Finding
	State     State // the yearly verdict
}

// DailyFinding is a finding of a daily visit, or a slip that stands by itself.
type DailyFinding struct {
	Day     string
	Finding Finding
	Slip    string // its number, "" where none was written
	State   string // of the slip
}

// Only tells which side alone found something: "daily", "yearly", or "" for both.
func (c *Compared) Only() string {
	switch {
	case len(c.Yearly) == 0:
		return "daily"
	case len(c.Daily) == 0:
		return "yearly"
	}
	return ""
}

// CompareDaily puts what daily supervision found in the year beside what the yearly visit found, by indicator in the
// scheme's order; indicators with neither are left out. What was found daily and not at the yearly visit, or the other way
// round, asks why.
func CompareDaily(s *Scheme, y *UnitYear) (list []Compared) {
	for _, ind := range s.Indicators(y.Unit.Kind) {
		c := Compared{Indicator: ind}
		on := func(rule string) bool { _, of, ok := s.Rule(rule); return ok && of == ind }
		if y.Sheet != nil {
			c.State = y.Sheet.Standings[ind.ID].State
			for _, f := range y.Sheet.Findings {
				if f.Active() && on(f.Rule) {
					c.Yearly = append(c.Yearly, f)
				}
			}
		}
		for _, d := range y.Daily {
			for _, f := range d.Sheet.Findings {
				if f.Active() && on(f.Rule) {
					x := DailyFinding{Day: d.Day, Finding: f}
					if i := slices.IndexFunc(y.Slips, func(p Slip) bool { return p.Finding == f.ID }); i >= 0 {
						x.Slip, x.State = y.Slips[i].Name(), y.Slips[i].State
					}
					c.Daily = append(c.Daily, x)
				}
			}
		}
		for i := range y.Slips {
			p := &y.Slips[i]
			if on(p.Rule) && p.State != SlipDraft && p.State != SlipVoided && p.State != SlipWithdrawn && !y.written(p.Finding) && strings.HasPrefix(p.FoundOn, y.Round.Year) {
				f := Finding{ID: p.ID, Rule: p.Rule, Facts: p.Facts, Count: 1}
				if p.Count != nil {
					f.Count = *p.Count
				}
				c.Daily = append(c.Daily, DailyFinding{Day: p.FoundOn, Finding: f, Slip: p.Name(), State: p.State})
			}
		}
		slices.SortStableFunc(c.Daily, func(a, b DailyFinding) int { return cmp.Compare(a.Day, b.Day) })
		if len(c.Daily)+len(c.Yearly) > 0 {
			list = append(list, c)
		}
	}
	return list
}

// written tells whether a finding is one of the visits that are compared, so that its slip is not told twice.
func (y *UnitYear) written(finding ID) bool {
	is := func(f Finding) bool { return f.ID == finding }
	if y.Sheet != nil && slices.ContainsFunc(y.Sheet.Findings, is) {
		return true
	}
	return slices.ContainsFunc(y.Daily, func(d DailyYear) bool { return slices.ContainsFunc(d.Sheet.Findings, is) })
}
