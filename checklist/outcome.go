package checklist

import (
	"cmp"
	"strconv"
)

// OutcomeState says how far the result of a visit has come. It follows from what is recorded and is stored nowhere.
type OutcomeState string

// The states, in their order. What is pending waits for a ruling; a released result is provisional until the time for an
// objection has passed and the leading group declares it final.
const (
	OutcomeNone        OutcomeState = "none"        // nothing was judged
	OutcomePending     OutcomeState = "pending"     // something has to be done first: see Outcome.Pending
	OutcomeReady       OutcomeState = "ready"       // waits for its release
	OutcomeProvisional OutcomeState = "provisional" // released; the unit may object
	OutcomeObjection   OutcomeState = "objection"   // the unit objected; somebody has to check again
	OutcomeFinal       OutcomeState = "final"
)

// ObjectionDays is within how many working days a unit objects in writing.
const ObjectionDays = 3

// Mark is a released number: the points of an indicator or a category, whose ids are never the same.
type Mark struct {
	ID     string `json:"id"`
	Points Points `json:"points"`
	Of     Points `json:"of"` // what it is out of
}

// Release says that a result was released: by whom in whose name, on which day the notice was handed over, and what it
// came to. The log keeps what an earlier release said.
type Release struct {
	Unit   ID     `json:"unit"`
	Visit  ID     `json:"visit"`
	Scheme string `json:"scheme"` // hash of the version it was worked out by
	On     string `json:"on"`     // the day of the notice
	Member string `json:"member"` // of the leading group, in whose name
	By     ID     `json:"by"`
	Name   string `json:"name"` // of By, for laptops that do not know the person
	At     string `json:"at"`
	Total  Points `json:"total"`
	Grade  string `json:"grade"`
	Marks  []Mark `json:"marks"`
	Digest string `json:"digest"` // over the heads of the visit: see Signature
	Reason string `json:"reason"` // why it was released again
}

// Finality says that a released result is final: what it came to then. When it was declared before the time for an
// objection had passed, Reason says why.
type Finality struct {
	On     string `json:"on"`
	Member string `json:"member"`
	By     ID     `json:"by"`
	Name   string `json:"name"`
	At     string `json:"at"`
	Total  Points `json:"total"`
	Grade  string `json:"grade"`
	Reason string `json:"reason"`
}

// What an objection is against.
const (
	AgainstFacts  = "facts"  // the fact sheet
	AgainstResult = "result" // the result notice
)

// Objection is what a unit says in writing against the facts or the result.
type Objection struct {
	ID         ID     `json:"-"`
	Unit       ID     `json:"unit"`
	Visit      ID     `json:"visit"`
	Against    string `json:"against"` // one of the Against constants
	Handed     string `json:"handed"`  // the day the fact sheet or the notice was handed over
	On         string `json:"on"`      // the day the objection came in
	Who        string `json:"who"`     // who signed it
	Post       string `json:"post"`
	Text       string `json:"text"`
	Indicators string `json:"indicators"` // ids with spaces, "" for the whole
	Late       string `json:"late"`       // why it was taken although the time had passed
	By         ID     `json:"by"`
	Name       string `json:"name"`
	At         string `json:"at"`

	Check *Recheck `json:"-"` // nil until somebody looked again
}

// What a re-check found.
const (
	RecheckKept    = "kept"    // the result stays
	RecheckChanged = "changed" // something is put right; the visit is changed, and released again
)

// Recheck is the leader's answer to an objection.
type Recheck struct {
	Result string `json:"result"` // one of the Recheck constants
	On     string `json:"on"`
	Who    string `json:"who"` // the leader who looked again
	Reason string `json:"reason"`
	By     ID     `json:"by"`
	Name   string `json:"name"`
	At     string `json:"at"`
}

// Pending is one reason why a result does not stand yet. Codes are in package words; arguments are ids, names and numbers
// as text, so that the reasons can be kept in a summary.
type Pending struct {
	Code      string   `json:"code"`
	Args      []string `json:"args,omitempty"`
	Where     string   `json:"where"` // the page that settles it: review, score, consensus, conflicts, slips, results
	Indicator string   `json:"indicator,omitempty"`
	Record    ID       `json:"record,omitzero"`
}

// Texts are the arguments of the sentence.
func (p *Pending) Texts() []any {
	out := make([]any, len(p.Args))
	for i, a := range p.Args {
		out[i] = a
	}
	return out
}

// PendingOf lists what has to be done before the result of a visit can be released, in the order in which it is done:
// judging, closing, consensus, rulings. a is what stands for the visit, r its score.
func PendingOf(v *Visit, a *Agreed, r *Result) (list []Pending) {
	add := func(code, where string, args ...string) *Pending {
		list = append(list, Pending{Code: "pending." + code, Where: where, Args: args})
		return &list[len(list)-1]
	}
	if r.Scored < r.Of {
		add("open", "score", strconv.Itoa(r.Scored), strconv.Itoa(r.Of))
	}
	for i := range v.Sheets {
		if v.Sheets[i].State != "closed" {
			add("sheet", "review", cmp.Or(v.Sheets[i].Person.Name, v.Sheets[i].Person.Number))
		}
	}
	if v.Hidden > 0 {
		add("hidden", "review", strconv.Itoa(v.Hidden))
	}
	if len(v.Contests) > 0 {
		add("contest", "conflicts", strconv.Itoa(len(v.Contests)))
	}
	if a.Pending == PendingMixed {
		add("mixed", "review")
	}
	if n := len(a.Open()); n > 0 && v.Hidden == 0 {
		add("difference", "consensus", strconv.Itoa(n))
	}
	for c := range r.Categories {
		for i := range r.Categories[c].Indicators {
			if x := &r.Categories[c].Indicators[i]; x.Status == StatusNAPending {
				add("na", "score", x.Indicator.ID).Indicator = x.Indicator.ID
			}
		}
	}
	for i := range a.Sheet.Findings {
		if f := &a.Sheet.Findings[i]; f.Status == "disputed" {
			add("dispute", "score", f.Rule).Record = f.ID
		}
	}
	for _, x := range r.Pending {
		add("slip", "slips", x.Number).Record = x.Slip
	}
	return list
}

// Outcome is how far the result of a visit has come, and what it came to.
type Outcome struct {
	State      OutcomeState
	Pending    []Pending // also of a released result that was changed and does not stand any more
	Release    *Release
	Final      *Finality
	Objections []Objection
	Until      string       // the last day for an objection to the result, "" before its release
	Changed    bool         // the visit says something else than at the release
	Changes    []MarkChange // the numbers that are others now
}
