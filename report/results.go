package report

import "zoufang/checklist"

// Results are the results of a round as other programs take them: what the workbook, the CSV and the JSON are written from.
// Names of keys and their meaning stand in docs/schema/results.schema.json; they are added to, never changed. Points are
// text with two decimals, null where they are not known; what has no value is "" or 0.
type Results struct {
	Format     string            `json:"format"`  // ResultsFormat
	Version    int               `json:"version"` // of the format
	Lang       string            `json:"lang"`    // of names and sentences: "zh", "en"
	District   string            `json:"district"`
	Year       string            `json:"year"`
	Made       string            `json:"made"` // moment
	Code       string            `json:"code"` // check code: follows from everything but Made
	Scheme     ResultScheme      `json:"scheme"`
	Indicators []ResultIndicator `json:"indicators"`
	Units      []ResultUnit      `json:"units"` // by place, then those without one
	Warnings   []ResultWarning   `json:"warnings"`
	Slips      []ResultSlip      `json:"slips"`
	Agreement  []ResultAgreement `json:"agreement"`
	Quality    ResultQuality     `json:"quality"`
}

// ResultsFormat names the format of the JSON.
const ResultsFormat = "zoufang-results"

// ResultScheme is the version by which everything was scored.
type ResultScheme struct {
	Version string           `json:"version"`
	Hash    string           `json:"hash"`
	Name    string           `json:"name"`
	Full    checklist.Points `json:"full"`
}

// ResultIndicator is an indicator of that version.
type ResultIndicator struct {
	ID           string           `json:"id"`
	Name         string           `json:"name"`
	Category     string           `json:"category"`
	CategoryName string           `json:"category_name"`
	City         int              `json:"city_no"` // the parent it refines, 0 where it refines none
	Full         checklist.Points `json:"full"`
}

// ResultUnit is what a unit comes to, as far as the viewer may see it.
type ResultUnit struct {
	Code        string            `json:"code"`
	Name        string            `json:"name"`
	Kind        string            `json:"kind"`
	KindName    string            `json:"kind_name"`
	Visit       string            `json:"visit"` // id, "" before it begins
	VisitedOn   string            `json:"visited_on"`
	State       string            `json:"state"`   // how far the result has come: none, pending, ready, provisional, objection, final
	Changed     bool              `json:"changed"` // something is not as it was released
	Evaluators  []ResultEvaluator `json:"evaluators"`
	Hidden      int               `json:"hidden"`     // sheets the viewer may not see yet
	Place       int               `json:"place"`      // 0 where it has none
	KindPlace   int               `json:"kind_place"` // among its kind
	Why         string            `json:"why"`        // why it has no place, as a code
	WhyText     string            `json:"why_text"`
	Scored      int               `json:"scored"` // indicators with a known mark
	Of          int               `json:"of"`
	Base        *checklist.Points `json:"base"`
	Bonus       *checklist.Points `json:"bonus"`
	Total       *checklist.Points `json:"total"`
	Performance *checklist.Points `json:"performance"`
	Grade       string            `json:"grade"`
	GradeName   string            `json:"grade_name"`
	HeldFrom    string            `json:"held_from"` // the grade the total alone would give
	Pass        string            `json:"pass"`
	LastYear    string            `json:"last_year"` // of the newest earlier result
	LastTotal   *checklist.Points `json:"last_total"`
	Categories  []ResultCategory  `json:"categories"`
	Marks       []ResultMark      `json:"marks"`
	Findings    []ResultFinding   `json:"findings"`
}

// ResultEvaluator is somebody whose sheet the viewer may see.
type ResultEvaluator struct {
	Name   string            `json:"name"`
	Number string            `json:"number"`
	Team   string            `json:"team"`
	Closed bool              `json:"closed"`
	Total  *checklist.Points `json:"total"`
}

// ResultCategory is a category of what stands for the visit.
type ResultCategory struct {
	ID     string            `json:"id"`
	Name   string            `json:"name"`
	Score  *checklist.Points `json:"score"`
	Worth  checklist.Points  `json:"worth"` // what the score is out of
	Scored int               `json:"scored"`
	Of     int               `json:"of"`
}

// ResultMark is one indicator of a unit as one evaluator judged it, or as it stands for the visit.
type ResultMark struct {
	Indicator string            `json:"indicator"`
	Evaluator string            `json:"evaluator"` // "" of what stands
	Stands    bool              `json:"stands"`    // agreed by all, or judged by the only one
	Verdict   string            `json:"verdict"`   // nil, found, na, waiting, ""
	Status    string            `json:"status"`    // what the verdict comes to
	Full      checklist.Points  `json:"full"`
	Deducted  checklist.Points  `json:"deducted"` // before the floor, even while nothing is awarded
	Awarded   *checklist.Points `json:"awarded"`
	Findings  int               `json:"findings"` // that count
	SelfScore *checklist.Points `json:"self_score"`
	SelfNote  string            `json:"self_note"`
}

// ResultFinding is a finding that stands for the visit.
type ResultFinding struct {
	Indicator string            `json:"indicator"`
	Rule      string            `json:"rule"`
	RuleName  string            `json:"rule_name"`
	Count     int64             `json:"count"` // 0 where a value was chosen
	Mark      *checklist.Points `json:"mark"`  // the chosen value
	Facts     string            `json:"facts"`
	Criterion string            `json:"criterion"`
	Papers    string            `json:"papers"`    // and what was seen; what was said in talks is left out
	TalkOnly  bool              `json:"talk_only"` // rests on talks alone: it takes no points
	Status    string            `json:"status"`    // noted, supported, confirmed, disputed
}

// ResultWarning is an open warning.
type ResultWarning struct {
	Unit     string `json:"unit"` // code
	UnitName string `json:"unit_name"`
	ID       string `json:"id"`
	Level    string `json:"level"`
	Name     string `json:"name"`
	Numbers  string `json:"numbers"` // that raised it
	Since    string `json:"since"`
}

// ResultSlip is a supervision slip.
type ResultSlip struct {
	Number        string `json:"slip_no"`
	Official      string `json:"official_no"`
	Unit          string `json:"unit"` // code
	UnitName      string `json:"unit_name"`
	Indicator     string `json:"indicator"`
	Rule          string `json:"rule"`
	FoundOn       string `json:"found_on"`
	Facts         string `json:"facts"`
	Demand        string `json:"demand"`
	Deadline      string `json:"deadline"`
	ExtendedTo    string `json:"extension_until"`
	State         string `json:"state"`
	StateName     string `json:"state_name"`
	Overdue       bool   `json:"overdue"`
	RectifiedOn   string `json:"rectified_on"`
	RecheckedOn   string `json:"rechecked_on"`
	RecheckResult string `json:"recheck_result"`
}

// ResultAgreement is how far evaluators agree in a group of judgements. The coefficients are null where the data cannot
// say; under ten items they are a hint at most.
type ResultAgreement struct {
	Of      string   `json:"of"` // all, pair, team, method, indicator
	Name    string   `json:"name"`
	Items   int      `json:"items"`
	Percent *float64 `json:"percent"`
	Kappa   *float64 `json:"kappa"`
	Alpha   *float64 `json:"alpha"`
	ICC     *float64 `json:"icc"`
}

// ResultQuality compares teams, rules and units.
type ResultQuality struct {
	Visits int          `json:"visits"`
	Teams  []TeamTakes  `json:"teams"`
	Unused []UnusedRule `json:"unused"`
	Units  []OddUnit    `json:"units"`
}

// TeamTakes is what a team takes under an indicator; Team "" is all of them.
type TeamTakes struct {
	Indicator string           `json:"indicator"`
	Team      string           `json:"team"`
	N         int              `json:"n"`
	Mean      checklist.Points `json:"mean"`
	Spread    checklist.Points `json:"spread"` // mean distance from the mean
	Few       bool             `json:"few"`    // too few visits to say anything
	More      bool             `json:"more"`   // takes a tenth of the marks more than the mildest team
}

// UnusedRule is a rule that nobody used.
type UnusedRule struct {
	Rule      string `json:"rule"`
	Name      string `json:"name"`
	Indicator string `json:"indicator"`
	N         int    `json:"n"` // visits it applied to
}

// OddUnit is how far a unit is from the middle of its kind.
type OddUnit struct {
	Unit     string           `json:"unit"`
	UnitName string           `json:"unit_name"`
	Total    checklist.Points `json:"total"`
	Median   checklist.Points `json:"median"`
	MAD      checklist.Points `json:"mad"`
	Z        string           `json:"z"` // robust, two decimals; "" where half the kind has one total
	Odd      bool             `json:"odd"`
}
