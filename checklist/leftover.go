package checklist

import "slices"

// LeftoverKind says what something that was left open came from.
type LeftoverKind string

// What the next visit starts from: a finding of an earlier year that is not put right, a supervision slip that is open, a
// promise of the last briefing, a finding of a daily visit of this round.
const (
	LeftPast    LeftoverKind = "past"
	LeftSlip    LeftoverKind = "slip"
	LeftPromise LeftoverKind = "promise"
	LeftDaily   LeftoverKind = "daily"
)

// Leftover is something an earlier visit or the office's work between the visits left open. A visit may take it over as a
// question to verify. Which question follows from the source, so that it is never asked twice, whoever takes it over on
// whichever laptop.
type Leftover struct {
	Kind      LeftoverKind
	Source    ID // the record it comes from
	Unit      ID // whose it was: the visit's, or one it goes on from
	Question  ID // what it becomes in the visit
	Indicator string
	Rule      string
	Count     int64
	Text      string
	When      string // the year, the day it was found, or the day it was promised for
	Number    string // of a slip
}

// LeftoverID is the question that a visit asks of something left open.
func LeftoverID(visit, source ID) ID { return InVisit(visit, key("leftover", source.String())) }

// Taken tells whether the visit has taken it over, were it only to say that it need not be verified.
func (c *Leftover) Taken(v *Visit) bool {
	return slices.ContainsFunc(v.Questions, func(q Question) bool { return q.ID == c.Question })
}

// OpenSlips are the slips whose life is not over.
func OpenSlips(slips []Slip) (open []Slip) {
	for _, s := range slips {
		switch s.State {
		case "closed", "withdrawn", "void":
		default:
			open = append(open, s)
		}
	}
	return open
}

// Touches tells whether a number of the headcount is what a rule's count is suggested by, or part of it.
func (s *Scheme) Touches(number, rule string) bool {
	r, _, ok := s.Rule(rule)
	return ok && r.Suggest != "" && s.partOf(number, r.Suggest, 0)
}

// maxFormula bounds how deep sums of sums are followed; a scheme that loads has no circle.
const maxFormula = 8

func (s *Scheme) partOf(number, sum string, depth int) bool {
	if number == sum {
		return true
	}
	f := s.formulas[sum]
	if f == nil || depth > maxFormula {
		return false
	}
	in := func(term string) bool { return s.partOf(number, term, depth+1) }
	return slices.ContainsFunc(f.Plus, in) || slices.ContainsFunc(f.Minus, in)
}
