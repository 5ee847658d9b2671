package checklist

// Scheme is one version of an indicator scheme as people decided it. It is made by LoadScheme only, which also checks
// it and builds the look-up tables, and is never changed afterwards: it may be shared between goroutines.
type Scheme struct {
	SchemaVersion int
	ID            string
	Version       string
	Name          Text
	Period        string
	Total         Points   // full marks of the whole, 100.00
	CityCount     int      // how many parent (city) indicators are declared
	Count         int      // how many indicators are declared
	Decision      Decision // on the scheme itself
	Weights       Decision // on the result weights of the kinds of unit; what is empty is as in Decision

	Scoring        Scoring
	Kinds          []Kind
	Grades         []Grade // from the best to the worst
	Limits         []Limit
	Methods        []Method
	Materials      []MaterialDef
	Reconciliation Reconciliation
	Units          []CountUnit
	Parents        []Parent
	Categories     []Category
	Groups         []Group
	Bonuses        []Bonus
	Warnings       []WarningDef
	Metrics        []Formula // numbers that only warnings use
	Slips          SlipRules
	Procedure      Procedure

	Hash string // SHA-256 of the meaning, hexadecimal: see Canonical

	canonical []byte
	index
}

// Decision is by whom, under which number and on which day something was decided; all three are filled in once it was.
type Decision struct{ By, No, On string }

// Made tells whether the decision is complete.
func (d Decision) Made() bool { return d.By != "" && d.No != "" && d.On != "" }

// TotalBy says how the base is made of the indicators.
type TotalBy string

// The ways to the base.
const (
	ByWeights TotalBy = "weights"  // each category counts its weight, whatever its marks add up to
	Rescaled  TotalBy = "rescaled" // earned / attainable x Total over all indicators left in (标准化得分)
)

// NAPolicy says what an indicator comes to that was approved as not applicable.
type NAPolicy string

// The policies of "not applicable".
const (
	NALeave     NAPolicy = "leave"     // it leaves the denominator (合理缺项)
	NAFull      NAPolicy = "full"      // it counts with its full marks
	NAZero      NAPolicy = "zero"      // it counts with no marks
	NAForbidden NAPolicy = "forbidden" // it may not be marked so
)

// Scoring holds the caps and the policies. The policies are names; LoadScheme refuses one the engine does not carry
// out, so that no scheme is ever scored by rules it did not ask for.
type Scoring struct {
	Unit             Points // 0.01
	Floor            Points // 0
	Ceiling          string
	TotalBy          TotalBy
	NAPolicy         NAPolicy // of indicators that name none of their own
	PassMark         Points   // the total that passes; 0 where the grades alone decide
	KeyGrade         string   // the grade of a visit that failed a key item (※); required where there are key items
	NAWholeCategory  string
	NARequires       []string
	UnscoredPolicy   string
	NilRequired      bool
	BonusCap         Points
	TotalCap         Points
	GradeOn          string
	PerformanceCap   Points
	Rounding         string
	DoubleCount      string
	EvidenceRuleNote string
}

// Kind is a kind of unit; Weight is what the result counts in the performance assessment, in points of 100.
type Kind struct {
	ID     string
	Name   Text
	Weight Points
	Src    string
}

// Grade is a grade and the lowest total that reaches it.
type Grade struct {
	ID   string
	Name Text
	Min  Points
	Src  string
}

// Limit holds the grade down while its condition is true.
type Limit struct {
	ID      string
	Name    Text
	When    *Cond
	AtMost  string // grade
	Enabled bool
	Src     string
}

// StepForm says which of the program's forms records a step; the names of the step are the scheme's own.
type StepForm string

// The forms of steps.
const (
	FormReport   StepForm = "report"   // a written self-report and its formalities (看自查报告)
	FormBriefing StepForm = "briefing" // who spoke, what was promised (听汇报)
	FormPapers   StepForm = "papers"   // papers and headcounts (查材料)
	FormTalks    StepForm = "talks"    // talks with people, by code (访人员)
	FormNotes    StepForm = "notes"    // time-marked notes alone: premises, equipment, whatever is looked at
)

// Method is one of the steps of a visit. A scheme names them and may leave some out; look may well mean the premises.
type Method struct {
	ID           Step
	Form         StepForm // report, briefing, papers and talks for look, listen, check and interview where nothing is said
	Order        int
	Name         Text
	FullZH       string
	Note         string
	Requirements []Requirement
	Forms        []Option
	Records      []string
	Src          string
}

// Requirement is a formality of a step; Rule is the rule it hits when it failed, or "".
type Requirement struct {
	ID    string
	Name  Text
	Field string
	Rule  string
	Note  string
	Src   string
}

// Option is a named choice.
type Option struct {
	ID   string
	Name Text
	Src  string
}

// MaterialDef is a paper on the scheme's list.
type MaterialDef struct {
	ID       string
	Name     Text
	AliasZH  string
	Required bool
	Src      string
	NameSrc  string
}

// Reconciliation is the headcount: its columns, figures and what is derived from them.
type Reconciliation struct {
	From, To string
	Columns  []Option
	Figures  []FigureDef
	Derived  []Formula
	Note     string
}

// FigureDef is one number of the headcount.
type FigureDef struct {
	ID    string
	Name  Text
	Group string
}

// Formula is a number worked out from others: sum(Plus) - sum(Minus), then Fn. A formula with a Source has no terms:
// the number comes from elsewhere (slips, last year, the self-report).
type Formula struct {
	ID     string
	Name   Text
	Plus   []string
	Minus  []string
	Fn     string // "none", "floor0", "abs"
	Source string
}

// CountUnit is what a rule counts.
type CountUnit struct {
	ID   string
	Name Text
}

// Parent is an indicator of the city, which ours refine. Full is its marks on the city's own sheet; 0 takes the sum of
// the marks of those that refine it.
type Parent struct {
	No   int
	Name Text
	Full Points
	Src  string
}

// Category is a group of indicators with its weight.
type Category struct {
	ID         string
	Name       Text
	Weight     Points
	NameSrc    string
	WeightSrc  string
	Indicators []Indicator
}

// Indicator is what is judged: it starts with Full marks and loses what its rules take.
type Indicator struct {
	ID        string
	Name      Text
	Full      Points
	CityNo    int
	AppliesTo []string // kinds of unit; empty means all
	Key       bool     // a key item (※): any finding that counts under it, or a mark of 0, fails the visit
	NA        bool     // may be marked not applicable
	NAPolicy  NAPolicy // what that comes to; empty is the scheme's
	SkipWhen  *Cond    // the unit has nothing of the kind: the indicator does not apply
	Methods   []Step
	Materials []string
	Question  Text // what to ask in an interview
	Rules     []Rule

	pos   int  // place among all indicators of the scheme
	given bool // one of its rules awards a mark directly
}

// Mode says what a hit of a rule takes.
type Mode string

// The modes of rules.
const (
	Per   Mode = "per"   // points x count, at most Max
	Fixed Mode = "fixed" // points, once
	Range Mode = "range" // a value the evaluator picks from Min to Max by Step
	Zero  Mode = "zero"  // the whole indicator
	Given Mode = "given" // the evaluator awards a mark directly, by Step
)

// Rule is one way to lose points.
type Rule struct {
	ID      string
	Name    Text
	Mode    Mode
	UnitID  string
	UnitZH  string // the Chinese measure word where it differs from the unit's
	Points  Points
	Max     Points
	Min     Points
	Step    Points
	Suggest string // a figure, a derived number or a metric offered as the count
	Key     bool   // a hit of it fails the visit, whatever the score

	unit Text
	pos  int // place among all rules of the scheme
}

// Unit is the measure word of what the rule counts; empty where the rule counts nothing.
func (r *Rule) Unit() Text { return r.unit }

// Group is a set of rules of which one fact may hit only one.
type Group struct {
	ID    string
	Name  Text
	Rules []string
}

// Bonus is an item that adds points.
type Bonus struct {
	ID       string
	Name     Text
	UnitID   string
	Points   Points
	Max      Points
	Src      string
	MaxSrc   string
	Evidence Text // what proves it

	unit Text
}

// Unit is the measure word of what the bonus counts.
func (b *Bonus) Unit() Text { return b.unit }

// WarningDef is a signal: it is open while its condition is true.
type WarningDef struct {
	ID    string
	Name  Text
	Level string // red, orange, yellow
	When  *Cond
}

// SlipRules is the life cycle of the supervision slip.
type SlipRules struct {
	Src          string
	DeadlineDays int
	States       []SlipState
	Fields       []string
	Carry        []Carry
}

// SlipState is a state of a slip. A derived one is worked out from the dates and never stored.
type SlipState struct {
	ID      string
	Name    Text
	Derived bool
	Next    []string
}

// Carry says what part of a slip's points counts in the yearly score. Factor is in hundredths: 50 is one half.
type Carry struct {
	When   string
	Factor Points
	Hold   bool
	Name   Text
}

// Procedure holds the numbers and policies of teams and consensus.
type Procedure struct {
	TeamMin     int
	Roles       []Option
	OpinionDays int
	ReportDays  int
	FactRules   string
	RangeRules  string
	FlagPoints  Points
	FlagShare   Points // hundredths of the full marks
	Blind       bool
}
