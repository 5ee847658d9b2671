package checklist

// What is collected for the district besides the score.
const (
	LearnExperience = "experience" // a way of working worth spreading
	LearnProvision  = "provision"  // a defect of the San Ding provisions themselves
	LearnOpinion    = "opinion"    // an opinion or suggestion of the unit
)

// LearnKinds are the kinds, in the order they are shown.
var LearnKinds = []string{LearnExperience, LearnProvision, LearnOpinion}

// Learning is one experience, defect of the provisions, or opinion. Its text is sensitive.
type Learning struct {
	ID        ID     `json:"-"`
	Unit      ID     `json:"unit"`
	Kind      string `json:"kind"`
	Text      string `json:"text"`
	Author    ID     `json:"author"`
	At        string `json:"at"`        // moment
	Visit     ID     `json:"visit"`     // it was collected in, zero for none
	Indicator string `json:"indicator"` // "" for none
	Source    ID     `json:"source"`    // the note it was taken from, or the briefing
	Status    string `json:"status"`    // "", "withdrawn"
}
