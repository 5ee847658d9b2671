package checklist

// Sheet is one evaluator's judgement of one visit.
type Sheet struct {
	ID        ID
	Person    Person
	State     string              // "" open, "closed"
	Scheme    string              // hash of the scheme it is scored under
	Standings map[string]Standing // by indicator
	Findings  []Finding           // active and inactive
	Claims    map[string]Claim    // by bonus
	Links     [][2]ID             // pairs of findings that speak of one fact
}

// State is the verdict on an indicator.
type State string

// Only Nil and Found carry points. Blank is never full marks.
const (
	Blank   State = ""        // not looked at
	Nil     State = "nil"     // checked, nothing found (未发现问题)
	Found   State = "found"   // findings
	NA      State = "na"      // not applicable: needs a reason and the leader's approval
	Waiting State = "waiting" // waiting for papers
)

// Standing is an evaluator's verdict on one indicator.
type Standing struct {
	ID        ID     `json:"-"`
	Indicator string `json:"indicator"`
	State     State  `json:"state"`
	Reason    string `json:"reason"`
	Person    ID     `json:"person"`
	Scheme    string `json:"scheme"` // hash of the version it was judged by, on a sheet that was moved; else ""
	Approval  string `json:"-"`      // "", "approved", "refused"
	Approver  string `json:"-"`
}

// Approval is the leader's ruling on a "not applicable".
type Approval struct {
	State  string `json:"state"` // "approved", "refused"
	By     ID     `json:"by"`
	Name   string `json:"name"`
	Reason string `json:"reason"`
	Scheme string `json:"scheme"` // as of the standing
}

// Evidence is one proof of a finding. Testimony alone (Kind "interview") never carries a deduction.
type Evidence struct {
	Kind     string `json:"kind"`     // "paper", "observed", "interview"
	Material string `json:"material"` // scheme id or the material record's id, for a paper
	Place    string `json:"place"`    // page, number, where seen
	Quote    string `json:"quote"`
	File     ID     `json:"file"` // an attachment
	Talk     ID     `json:"talk"` // an interview
}

// Finding is one counted hit of a rule, judged as a whole (问题).
type Finding struct {
	ID        ID         `json:"-"`
	Rule      string     `json:"rule"`
	Count     int64      `json:"count"`
	Mark      Points     `json:"mark"` // the chosen value of a range or given rule, instead of Count
	Facts     string     `json:"facts"`
	Criterion string     `json:"criterion"`
	Cause     string     `json:"cause"`
	Effect    string     `json:"effect"`
	Evidence  []Evidence `json:"evidence"`
	Step      Step       `json:"step"`
	At        string     `json:"at"`
	Person    ID         `json:"person"` // who found it
	Scheme    string     `json:"scheme"` // hash of the version Rule belongs to, on a sheet that was moved; else ""
	Status    string     `json:"-"`      // "" noted, "supported", "confirmed", "disputed", "withdrawn"
	Why       string     `json:"-"`      // of the status
}

// Active tells whether the finding counts (it is not withdrawn).
func (f Finding) Active() bool { return f.Status != "withdrawn" }

// Proved tells whether at least one piece of evidence is a paper or was observed.
func (f Finding) Proved() bool { return proved(f.Evidence) }

func proved(list []Evidence) bool {
	for _, e := range list {
		if e.Kind != "interview" {
			return true
		}
	}
	return false
}

// TalkOnly tells whether there is evidence and all of it is testimony: such a finding does not deduct.
func (f Finding) TalkOnly() bool { return len(f.Evidence) > 0 && !f.Proved() }

// Claim is an evaluator's record of a bonus with its proof.
type Claim struct {
	ID       ID         `json:"-"`
	Bonus    string     `json:"bonus"`
	Count    int64      `json:"count"`
	Facts    string     `json:"facts"`
	Evidence []Evidence `json:"evidence"`
	Person   ID         `json:"person"`
	Scheme   string     `json:"scheme"` // hash of the version Bonus belongs to, on a sheet that was moved; else ""
}

// Proved tells whether at least one piece of evidence is a paper or was observed.
func (c Claim) Proved() bool { return proved(c.Evidence) }
