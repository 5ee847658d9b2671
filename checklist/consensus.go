package checklist

// Several evaluators judge one visit blind; consensus (集体评议) makes one agreed sheet of their sheets. Facts are united,
// never averaged: a fact that one of them found stands or falls by decision, and two findings of one fact count once.
// What is a matter of judgement (a mark, a count, a verdict) is agreed, and every evaluator's own value stays beside it.
// Nothing here decides: what nobody ruled on stays open, and the agreed sheet reads it the strictest way meanwhile.

// DiffKind says in what sheets differ.
type DiffKind string

// The kinds of difference, in the order in which they explain a difference of points.
const (
	DiffOnly     DiffKind = "only"     // a fact that not all of those who judged found
	DiffRule     DiffKind = "rule"     // one fact under different rules
	DiffCount    DiffKind = "count"    // one fact under one rule, counted differently
	DiffMark     DiffKind = "mark"     // the value of a range or given rule
	DiffSame     DiffKind = "same"     // one fact, judged equally: it is to count once
	DiffStanding DiffKind = "standing" // the verdict on an indicator
	DiffNA       DiffKind = "na"       // "not applicable" to one, or the leader's approval of it
	DiffClaim    DiffKind = "claim"    // a bonus
)

// Sureness says how sure it is that findings of different people speak of one fact.
type Sureness string

// How sure a match is. What is only possible is never settled in bulk.
const (
	MatchSure     Sureness = "sure"     // rule and proof are the same
	MatchLikely   Sureness = "likely"   // rule or indicator is the same, and some proof
	MatchPossible Sureness = "possible" // only the rule is the same
	MatchRuled    Sureness = "ruled"    // somebody decided so
)

// Take says what a ruling does with a difference.
type Take string

// What a ruling takes. With TakeSide, TakeUnite and TakeValue facts and evidence of all are united.
const (
	TakeSide  Take = "side"  // as one evaluator judged: that count, rule, mark or verdict; that the fact stands, or falls
	TakeUnite Take = "unite" // one fact that stands, for what is judged equally or by one side only
	TakeApart Take = "apart" // not one fact: every finding stands by itself
	TakeValue Take = "value" // another count, mark or verdict than either side's
)

// Ruling is what was decided about one difference. Its record is RulingID of the difference; a later ruling of the same
// record takes the place of this one, and two that did not know each other are contested in the book.
type Ruling struct {
	ID       ID        `json:"-"`
	Kind     DiffKind  `json:"kind"`
	About    string    `json:"about"`    // the indicator or the bonus
	Findings []ID      `json:"findings"` // those that speak of the fact, sorted; none of a verdict or a bonus
	What     Take      `json:"what"`
	Side     ID        `json:"side"`  // whose judgement, for TakeSide
	Value    string    `json:"value"` // for TakeValue: a count, points, or a State
	Seen     string    `json:"seen"`  // digest of what was decided upon: see Difference.Seen
	Scheme   string    `json:"scheme"`
	Why      string    `json:"why"`
	By       ID        `json:"by"`
	Name     string    `json:"name"`
	At       string    `json:"at"`
	Dissent  []Dissent `json:"dissent"`
	Member   string    `json:"member"` // of the leading group, in whose name it was ruled; "" where the team settled it
}

// Dissent is what an evaluator holds against a ruling.
type Dissent struct {
	Person ID     `json:"person"`
	Name   string `json:"name"`
	What   string `json:"what"` // what would be right instead
	Why    string `json:"why"`
}

// Side is what one evaluator's sheet says in a difference.
type Side struct {
	Person  Person
	Finding *Finding
	State   State // the verdict on the indicator
	Reason  string
	Ruled   string // of "not applicable": "", "approved", "refused"
	Claim   *Claim
}

// Has tells whether the side has the finding or the bonus that the difference is about.
func (x Side) Has() bool { return x.Finding != nil || x.Claim != nil }

// Effect is what the sheet comes to when a difference is decided one way and all else stays as it is.
type Effect struct {
	Take      Take
	Person    ID // of TakeSide
	Indicator Amount
	Category  Amount
	Total     Amount
	Grade     string // id, "" while the total is not known
}

// Difference is one thing in which the sheets differ, or one fact that several of them hold.
type Difference struct {
	ID        ID // of the record of its ruling
	Kind      DiffKind
	Indicator string // "" of a bonus
	Bonus     string
	Match     Sureness // of findings of several people
	Sides     []Side   // of every sheet, by person
	Seen      string   // digest of what the sides say
	Ruling    *Ruling  // what was decided, if it still fits
	Stale     []Ruling // what was decided about any of it before something of it changed

	// Filled in by Weigh.
	Options []Effect // the ways to decide it
	Span    Points   // between the highest and the lowest option: of the total, or else of the indicator
	Moves   bool     // the grade depends on it
	Flagged bool     // the sheets' points for the indicator are 1 or a fifth of its marks apart

	pos int
}

// Open tells whether it waits for a ruling.
func (d *Difference) Open() bool { return d.Ruling == nil }

// Agreed is what several sheets come to together.
type Agreed struct {
	Sheet       Sheet        // with open differences read the strictest way
	Sheets      []Sheet      // what it was made of, by person
	Differences []Difference // open and ruled, in the scheme's order; by effect after Weigh
	Pending     string       // why it does not stand yet, as a code of package words; "" when it does

	u *uniter
}

// Why a visit's result does not stand yet. What is pending has a result all the same, but no rank.
const (
	PendingOpen   = "consensus.open"   // differences wait for a ruling
	PendingSheets = "consensus.sheets" // a sheet is not closed, or may not be seen yet
	PendingMixed  = "consensus.mixed"  // the sheets are judged by different versions of the scheme
)

// Open lists the differences that wait for a ruling.
func (a *Agreed) Open() (open []Difference) {
	for _, d := range a.Differences {
		if d.Open() {
			open = append(open, d)
		}
	}
	return open
}

// Compare lists in what sheets differ, with what each comes to: the grade-changers first, then by points.
func Compare(s *Scheme, v *Visit, sheets []Sheet) []Difference {
	a := Unite(s, v, sheets, nil)
	Weigh(s, v, &a)
	return a.Differences
}
