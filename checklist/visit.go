package checklist

// Step is one of the four methods, or the scoring that follows them.
type Step string

// The steps of a visit. A scheme may give them other names; these are what they are stored as.
const (
	StepLook      Step = "look"
	StepListen    Step = "listen"
	StepCheck     Step = "check"
	StepInterview Step = "interview"
	StepScore     Step = "score"
)

// Column is the source of a headcount number.
type Column string

// The three columns of a headcount: what the unit declared, what the office's ledger says, what was verified on site.
const (
	Declared Column = "declared"
	Office   Column = "office"
	Verified Column = "verified"
)

// Role is what a person does in a round. It is self-declared until the office confirms it.
type Role string

// The roles of domain practice that use the program.
const (
	RoleLeader   Role = "leader"
	RoleMember   Role = "member"
	RoleRecorder Role = "recorder"
	RoleOffice   Role = "office"
)

// VisitKind tells the yearly visit from a daily one.
type VisitKind string

// Yearly visits ask for the formalities of self-report and briefing; daily visits do not.
const (
	Yearly VisitKind = "yearly"
	Daily  VisitKind = "daily"
)

// The json names below are the field names of the book's registry, of `record`, of `show --json` and of drafts: one
// name for one thing. Dates are "2006-01-02", times "15:04", moments "2006-01-02 15:04", all as people read them.

// Unit is an evaluated unit.
type Unit struct {
	ID     ID     `json:"-"`
	Code   string `json:"code"`
	Name   string `json:"name"`
	Short  string `json:"short"` // short name shown where room is scarce; "" is Name
	Kind   string `json:"kind"`  // a unit kind of the scheme
	Leader string `json:"leader"`
	Note   string `json:"note"`

	Practice bool        `json:"practice,omitempty"` // to practise on: it counts nowhere
	Story    *Continuity `json:"-"`                  // nil for a unit that was never renamed, merged or split
}

// Round is one year's evaluation of a district.
type Round struct {
	ID       ID     `json:"-"`
	District string `json:"district"`
	Year     string `json:"year"`
	Name     string `json:"name"`
	Scheme   string `json:"scheme"` // hash of the scheme's meaning
	OpensOn  string `json:"opens_on"`
	Cutoff   string `json:"cutoff"`
	Calendar string `json:"calendar"` // holidays, and weekends that are worked: see ParseCalendar

	Opened *Opening `json:"-"` // nil until the office opened it
	Closed *Opening `json:"-"` // nil until the office closed it: by whom, when and why
}

// Opening says that the office opened a round: by whom, when, under which version of the scheme, and why although the
// scheme was not decided.
type Opening struct {
	By     ID     `json:"by"`
	Name   string `json:"name"`
	At     string `json:"at"`
	Scheme string `json:"scheme"`
	Reason string `json:"reason"`
}

// Person is an evaluator, leader, recorder or office worker.
type Person struct {
	ID     ID     `json:"-"`
	Name   string `json:"name"`
	Number string `json:"number"` // work number, "" if none
	Role   Role   `json:"role"`
	Team   string `json:"team"`
}

// Assignment puts a person on a unit for a round.
type Assignment struct {
	ID     ID     `json:"-"`
	Round  ID     `json:"round"`
	Unit   ID     `json:"unit"`
	Person ID     `json:"person"`
	Team   string `json:"team"`
	Role   Role   `json:"role"`
	Day    string `json:"day"`
}

// Look is what reading the self-report shows (看).
type Look struct {
	NotFiled         bool   `json:"not_filed"` // the unit filed no self-report at all
	ReceivedOn       string `json:"received_on"`
	Sealed           *bool  `json:"sealed"`
	Signed           *bool  `json:"signed_by_main_leader"`
	SignerName       string `json:"signer_name"`
	SignerPost       string `json:"signer_post"`
	Covers           *bool  `json:"covers_all_indicators"`
	DeclaredProblems string `json:"declared_problems"`
}

// Listen is the briefing (听).
type Listen struct {
	Place       string `json:"place"`
	StartedAt   string `json:"started_at"`
	EndedAt     string `json:"ended_at"`
	Presenter   string `json:"presenter_name"`
	Post        string `json:"presenter_post"`
	MainLeader  *bool  `json:"presenter_is_main_leader"`
	Substitute  string `json:"substitute_reason"` // why not the main leader, and who agreed
	Attendance  *int64 `json:"attendance"`
	Exchanged   *bool  `json:"opinions_exchanged"`
	KeyPoints   string `json:"key_points"`
	Admitted    string `json:"problems_admitted"`
	Suggestions string `json:"opinions_and_suggestions"`
}

// Promise is something the unit promised in the briefing, with its date.
type Promise struct {
	ID     ID     `json:"-"`
	Text   string `json:"text"`
	Due    string `json:"due"`
	Status string `json:"status"` // "", "kept", "withdrawn"
	KeptOn string `json:"kept_on"`
	How    string `json:"kept_how"` // how it was kept
}

// Check is what belongs to the checking step as a whole (查).
type Check struct {
	NameChecked *int64 `json:"name_checked"` // roster entries checked name by name
	NameMissing *int64 `json:"name_missing"` // of these, how many could not be matched to a person
	Note        string `json:"note"`
}

// Material is one paper on the list.
type Material struct {
	ID         ID     `json:"-"`
	Material   string `json:"material"` // id in the scheme, "" for one added in the visit
	Name       string `json:"name"`     // for one added in the visit
	Status     string `json:"status"`   // "", "seen", "missing", "refused", "na"
	Number     string `json:"document_no"`
	Period     string `json:"period_covered"`
	Note       string `json:"note"`
	Population *int64 `json:"sample_population"`
	Sample     *int64 `json:"sample_size"`
	Method     string `json:"sample_method"`
	Dated      string `json:"dated"`        // the day the paper bears
	PutRight   string `json:"put_right_on"` // the day it was amended or filled in afterwards
}

// Figure is one number of the headcount in one column.
type Figure struct {
	Figure string `json:"figure"`
	Column Column `json:"column"`
	N      int64  `json:"n"`
}

// SelfScore is the unit's own score for an indicator.
type SelfScore struct {
	Indicator string `json:"indicator"`
	Points    Points `json:"points"`
	Scheme    string `json:"scheme"` // hash of the version Indicator belongs to, once a sheet of the visit was moved; else ""
	Note      string `json:"note"`   // what the unit says of it
}

// Question is a point to verify: it comes from a step and is settled by another.
type Question struct {
	ID        ID     `json:"-"`
	Text      string `json:"text"`
	Step      Step   `json:"from_step"`
	Indicator string `json:"indicator"`
	Status    string `json:"status"` // "" open, "answered", "dropped"
	Answer    string `json:"answer"`
}

// Interview is one talk (访). Its notes are entries; who was spoken to is an Identity of its own.
type Interview struct {
	ID           ID     `json:"-"`
	Code         string `json:"code"` // F01, F02 …
	Form         string `json:"form"` // individual, group, service_user
	Band         string `json:"interviewee_role_band"`
	Person       string `json:"interviewee_code"`
	Place        string `json:"place"`
	StartedAt    string `json:"started_at"`
	EndedAt      string `json:"ended_at"`
	Asker        string `json:"interviewer"`
	Second       string `json:"second_interviewer"`
	Explained    *bool  `json:"confidentiality"`
	Questions    []ID   `json:"questions"`
	Indicators   string `json:"linked_indicators"` // ids separated by spaces
	Answers      string `json:"answers_question"`  // "", "yes", "partly", "no"
	Corroborated string `json:"corroborated_by"`
	Status       string `json:"status"` // "", "withdrawn"
}

// Identity is the name behind an interviewee code, kept apart for the leader and the office.
type Identity struct {
	ID   ID     `json:"-"`
	Code string `json:"code"`
	Name string `json:"name"`
}

// Entry is one time-marked line of notes. Its text is sensitive.
type Entry struct {
	ID        ID     `json:"-"`
	Author    ID     `json:"author"`
	At        string `json:"at"` // moment
	Step      Step   `json:"step"`
	Host      ID     `json:"host"` // the interview it belongs to, zero otherwise
	Text      string `json:"text"`
	Indicator string `json:"indicator"` // what it is attached to
	Question  ID     `json:"question"`
	Finding   ID     `json:"finding"`
	Todo      bool   `json:"todo"`
	Status    string `json:"status"` // "" active, "parked" (F3, not attached yet), "withdrawn"
}

// Attachment is a photo or scan kept in the book by its SHA-256.
type Attachment struct {
	ID      ID     `json:"-"`
	SHA     string `json:"sha256"` // hexadecimal
	Size    int64  `json:"size"`
	Mime    string `json:"mime"`
	Name    string `json:"name"` // as the file was called; never a path
	Caption string `json:"caption"`
	Host    ID     `json:"host"` // the record it proves
	Status  string `json:"status"`
}

// Slip is a supervision slip (督查确认单).
type Slip struct {
	ID            ID     `json:"-"`
	Unit          ID     `json:"unit"`
	Number        string `json:"slip_no"`
	FoundOn       string `json:"found_on"`
	FoundBy       string `json:"found_by"`
	Indicator     string `json:"indicator"`
	Rule          string `json:"rule"`
	Facts         string `json:"facts"`
	Evidence      string `json:"evidence"`
	Criterion     string `json:"criteria"`
	Count         *int64 `json:"count"`
	Demand        string `json:"demand"`
	Deadline      string `json:"deadline"`
	State         string `json:"state"` // a state of the scheme's life cycle; overdue is derived
	Confirmer     string `json:"confirmer_name"`
	ConfirmerPost string `json:"confirmer_post"`
	ConfirmedOn   string `json:"confirmed_on"`
	Opinion       string `json:"unit_opinion"`
	ExtendedTo    string `json:"extension_until"`
	ExtendedBy    string `json:"extension_approved_by"`
	Rectification string `json:"rectification"`
	RectifiedOn   string `json:"rectified_on"`
	RecheckedBy   string `json:"rechecked_by"`
	RecheckedOn   string `json:"rechecked_on"`
	RecheckResult string `json:"recheck_result"`
	Official      string `json:"official_no"` // the number of the office's register; Number stays the first one
	Visit         ID     `json:"visit"`       // the visit it was written in
	Finding       ID     `json:"finding"`     // the finding it was written from: the same fact

	Log   []SlipStep   `json:"-"` // its life, each step behind those it builds on: see Live
	Sides []string     `json:"-"` // the states that laptops led it to apart; nil where there is one
	Asked *SlipStep    `json:"-"` // an extension that is asked for and not ruled on
	Files []Attachment `json:"-"` // signed scans
}

// Past is a finding of an earlier year, loaded by the office so that it is at hand.
type Past struct {
	Unit  ID     `json:"unit"`
	Year  string `json:"year"`
	Rule  string `json:"rule"`
	Count int64  `json:"count"`
	Facts string `json:"facts"`
	State string `json:"state"` // "rectified", "open"
}

// Ledger is the office's number of a figure for a unit.
type Ledger struct {
	Unit   ID     `json:"unit"`
	Figure string `json:"figure"`
	N      int64  `json:"n"`
	AsOf   string `json:"as_of"`
}

// Signature is the leader's sign-off of a visit; Digest covers the sorted heads at that moment.
type Signature struct {
	ID     ID     `json:"-"`
	Person ID     `json:"person"`
	Name   string `json:"name"`
	At     string `json:"at"`
	Digest string `json:"digest"`
	Logs   string `json:"logs"` // how far each laptop's log was known where it was signed: "device/place", separated by spaces
}

// Comment is what the office says when it sends a visit back.
type Comment struct {
	ID        ID     `json:"-"`
	Indicator string `json:"indicator"`
	Text      string `json:"text"`
	By        ID     `json:"by"`
	At        string `json:"at"`
	Status    string `json:"-"` // "" open, "done" settled
	Answer    string `json:"-"` // what was done about it
}

// Open tells whether nobody has settled the comment yet.
func (c *Comment) Open() bool { return c.Status == "" }

// Visit is everything recorded about one visit that its viewer may see.
type Visit struct {
	ID    ID
	Kind  VisitKind
	Day   string // of a daily visit
	AsOf  string // the day it is looked at: what time decides (an overdue slip) is judged on it, "" on the round's cut-off
	Unit  Unit
	Round Round

	Look         Look
	Listen       Listen
	Check        Check
	SelfScores   map[string]Points
	SelfNotes    map[string]string // what the unit says of its own scores
	Promises     []Promise
	Materials    []Material
	Figures      map[string]map[Column]int64 // figure -> column -> n; the Office column falls back to the ledger
	Questions    []Question
	Interviews   []Interview
	Identities   []Identity
	Entries      []Entry
	Attached     []Attachment
	Sheets       []Sheet // the viewer's own first
	Hidden       int     // sheets that exist and may not be seen yet
	Signatures   []Signature
	Comments     []Comment
	Slips        []Slip
	Past         []Past
	Predecessors []Unit   // the units this one goes on from: their slips and past findings are among these
	Team         []Person // who is assigned

	Interests  []Interest // what the team declared of this unit, for those who may know
	Undeclared []Person   // of the team, who declared nothing of their interests: for the leader alone
	Moved      []MovedWork
	Papers     []SignedSheet // sheets that came back signed
	Contests   []Contest     // records whose values differ between people and wait for a decision
}
