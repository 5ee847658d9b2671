package checklist

import (
	"math"
	"math/big"
	"strings"
)

// Input is what a score is worked out from.
type Input struct {
	Kind          string // kind of unit, as it was on the day of the visit
	Sheet         Sheet
	Figures       map[string]int64  // usable figures: see Resolve
	SelfScores    map[string]Points // the unit's own, by indicator
	ReportMissing bool              // no self-report on file
	SlipsOverdue  int               // see OverdueSlips; below 0 when it is not known
	PastRules     []string          // rules hit last year
	Slips         []SlipCarry       // supervision slips of the year: see CarrySlips
	Elsewhere     map[string]int64  // rules established in the year besides, by daily visits: for warnings only
}

// Amount is a number of points as the engine holds it: exact, and rounded once. It is not known until everything it
// depends on is scored; then Points and Exact say nothing.
type Amount struct {
	Known  bool
	Points Points   // rounded half up to a hundredth
	exact  *big.Rat // in hundredths; nil where Points is exact, as it nearly always is
}

// Exact is the unrounded value in points; nil when it is not known.
func (a Amount) Exact() *big.Rat {
	if !a.Known {
		return nil
	}
	return new(big.Rat).Quo(a.rat(), big.NewRat(100, 1))
}

// Text is the value before rounding, for showing the arithmetic: with two decimals where that is all of it, else with
// four, "11.5556". "" when not known.
func (a Amount) Text() string {
	switch {
	case !a.Known:
		return ""
	case a.exact == nil:
		return a.Points.String()
	}
	return a.Exact().FloatString(4)
}

// Ratio is the exact value in points as a fraction in lowest terms: "104/9"; "" when not known.
func (a Amount) Ratio() string {
	if !a.Known {
		return ""
	}
	return a.Exact().RatString()
}

// Whole tells whether the value is exactly its Points.
func (a Amount) Whole() bool { return a.Known && a.exact == nil }

// rat is the exact value in hundredths.
func (a Amount) rat() *big.Rat {
	if a.exact != nil {
		return a.exact
	}
	return new(big.Rat).SetInt64(int64(a.Points))
}

// whole makes a known Amount of whole hundredths.
func whole(p Points) Amount { return Amount{Known: true, Points: p} }

// amount makes a known Amount of exact hundredths and rounds it.
func amount(exact *big.Rat) Amount {
	if exact.IsInt() {
		return whole(Points(exact.Num().Int64()))
	}
	// Half up: floor(x + 1/2), for x = n/d the whole part of (2n + d) / 2d.
	n := new(big.Int).Lsh(exact.Num(), 1)
	n.Add(n, exact.Denom())
	d := new(big.Int).Lsh(exact.Denom(), 1)
	return Amount{Known: true, Points: Points(n.Div(n, d).Int64()), exact: exact}
}

// plus is a + b.
func (a Amount) plus(b Amount) Amount {
	if a.exact == nil && b.exact == nil {
		return whole(a.Points + b.Points)
	}
	return amount(new(big.Rat).Add(a.rat(), b.rat()))
}

// times is a x num / den, with den above 0 and neither a nor num below it.
func (a Amount) times(num, den Points) Amount {
	if a.exact == nil && (num == 0 || a.Points <= math.MaxInt64/num) && a.Points*num%den == 0 {
		return whole(a.Points * num / den)
	}
	x := big.NewRat(int64(num), int64(den))
	return amount(x.Mul(x, a.rat()))
}

// atMost is the lesser of a and a cap, and whether the cap took anything.
func (a Amount) atMost(most Points) (Amount, bool) {
	if a.exact == nil && a.Points <= most {
		return a, false
	}
	if a.rat().Cmp(whole(most).rat()) <= 0 {
		return a, false
	}
	return whole(most), true
}

// Result is a score that explains itself: every number in it follows from its Lines and the parts below it.
type Result struct {
	Kind        string
	Scheme      string          // hash of the scheme it was worked out by
	Categories  []CategoryScore // those with at least one indicator for this kind of unit
	Bonuses     []BonusScore    // those claimed
	Base        Amount
	Bonus       Points // after the caps
	Total       Amount
	Grade       GradeScore
	Pass        Pass
	KeyFailed   []KeyFailure // key items (※) that failed, in the scheme's order, known before everything is scored
	KeyOpen     int          // indicators with key items that have not failed and are not scored yet
	Performance Amount
	Warnings    []Warning   // open
	Unsure      []string    // warnings that cannot be judged yet, by id
	Pending     []SlipCarry // slips the leading group has to rule on before the result is final
	Scored, Of  int         // indicators with a known mark, of those that apply and are not removed
	Complete    bool        // everything is scored: Total is known
	Lines       []Line      // what belongs to no indicator, then base, bonuses, total, grade, pass, performance

	ends [partCount]int // where each part of Lines ends
}

// part is a stretch of Result.Lines.
type part int

const (
	partStrays part = iota // findings that belong to no indicator of this unit
	partBase
	partBonus
	partTotal
	partGrade
	partPass
	partPerformance
	partCount
)

// lines are the lines of one part.
func (r *Result) lines(p part) []Line {
	start := 0
	if p > 0 {
		start = r.ends[p-1]
	}
	return r.Lines[start:r.ends[p]:r.ends[p]]
}

// CategoryScore is the score of a category.
type CategoryScore struct {
	Category   *Category
	Indicators []IndicatorScore
	Scored, Of int
	Full       Points // full marks of the indicators left in
	Awarded    Points // of those scored so far
	SoFar      Points // full marks of those scored so far
	Dropped    bool   // no marks left in it: by weights, its weight is spread over the others
	Score      Amount
	Worth      Points // what Score is out of: the weight or, where the total is rescaled, the marks left in
	Lines      []Line
}

// Status says what a verdict comes to.
type Status string

// The statuses of an indicator. StatusNil, StatusFound, StatusNAFull and StatusNAZero carry points; StatusNA and
// StatusSkipped leave the count; all others are open.
const (
	StatusNil         Status = "nil"          // checked, nothing found
	StatusFound       Status = "found"        // findings
	StatusNA          Status = "na"           // not applicable, approved: removed
	StatusNAFull      Status = "na_full"      // not applicable, approved: counts with its full marks
	StatusNAZero      Status = "na_zero"      // not applicable, approved: counts with no marks
	StatusSkipped     Status = "skipped"      // its skip condition is true: removed, whatever the verdict
	StatusBlank       Status = "blank"        // not looked at
	StatusProgress    Status = "progress"     // findings, but no verdict yet
	StatusWaiting     Status = "waiting"      // papers awaited
	StatusNAPending   Status = "na_pending"   // not applicable, not approved yet
	StatusNARefused   Status = "na_refused"   // the leader refused
	StatusNAForbidden Status = "na_forbidden" // the scheme does not allow it here
	StatusNoFinding   Status = "no_finding"   // "findings", but there is none
	StatusNoMark      Status = "no_mark"      // a mark is awarded directly here, and none was
)

// IndicatorScore is the score of an indicator. Deducted counts what was found so far even while Known is false.
type IndicatorScore struct {
	Indicator *Indicator
	State     State // the verdict as recorded
	Status    Status
	Known     bool
	Deducted  Points // before the floor
	Awarded   Points // if Known
	Lines     []Line
}

// Removed tells whether the indicator left the count: an approved "not applicable" that leaves, or a skipped one.
func (i *IndicatorScore) Removed() bool { return i.Status == StatusNA || i.Status == StatusSkipped }

// BonusScore is what a claim brings, before the cap on all bonuses.
type BonusScore struct {
	Bonus  *Bonus
	Count  int64
	Points Points
	Lines  []Line
}

// GradeScore is the grade. Held is the grade the total alone would give, when a limit or a failed key item holds it down.
type GradeScore struct {
	Grade  *Grade // nil until the total is known
	Held   *Grade // nil when nothing holds the grade
	By     []*Limit
	Key    bool // a key item failed (see Result.KeyFailed): the grade is not above the scheme's key_failure_grade
	Unsure bool // a warning that cannot be judged yet might still hold the grade
}

// Warning is an open warning with the numbers that opened it, in the order its condition names them.
type Warning struct {
	Def      *WarningDef
	Readings []Reading
}

// Reading is a number that opened a warning.
type Reading struct {
	Of      Noun // "number", "rule", "category" or "indicator"
	ID      string
	Name    Text
	Value   Points // hundredths of points or of a count
	Count   bool   // it is a count, else points
	Known   bool
	AtLeast bool // not known, but not below Value either; where neither is set nothing is known of it
}

// Number is the value, a count without its decimals; false where nothing is known.
func (r Reading) Number() (string, bool) {
	s := r.Value.String()
	if r.Count {
		s = strings.TrimSuffix(s, ".00")
	}
	return s, r.Known || r.AtLeast
}

// Text is the number for people: ">=3" where it is at least that, "?" where nothing is known.
func (r Reading) Text() string {
	switch s, ok := r.Number(); {
	case !ok:
		return "?"
	case !r.Known:
		return ">=" + s
	default:
		return s
	}
}

// Indicator finds the score of an indicator.
func (r *Result) Indicator(id string) (*IndicatorScore, bool) {
	for c := range r.Categories {
		for i := range r.Categories[c].Indicators {
			if x := &r.Categories[c].Indicators[i]; x.Indicator.ID == id {
				return x, true
			}
		}
	}
	return nil, false
}
