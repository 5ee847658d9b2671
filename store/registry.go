package store

import "zoufang/checklist"

// Kind is a kind of record.
type Kind string

// The kinds of record. Their names are used by `record`, `show --json`, drafts and history.
const (
	KindScheme     Kind = "scheme"
	KindRound      Kind = "round"
	KindUnit       Kind = "unit"
	KindPerson     Kind = "person"
	KindAssignment Kind = "assignment"
	KindLedger     Kind = "ledger"
	KindPast       Kind = "past"
	KindSlip       Kind = "slip"
	KindDevice     Kind = "device"
	KindKey        Kind = "key"
	KindVisit      Kind = "visit"
	KindSheet      Kind = "sheet"
	KindLook       Kind = "look"
	KindListen     Kind = "listen"
	KindCheck      Kind = "check"
	KindPromise    Kind = "promise"
	KindMaterial   Kind = "material"
	KindFigure     Kind = "figure"
	KindSelfScore  Kind = "self_score"
	KindQuestion   Kind = "question"
	KindInterview  Kind = "interview"
	KindIdentity   Kind = "identity"
	KindEntry      Kind = "entry"
	KindAttachment Kind = "attachment"
	KindFinding    Kind = "finding"
	KindStanding   Kind = "standing"
	KindClaim      Kind = "claim"
	KindLink       Kind = "link"
	KindSignature  Kind = "signature"
	KindComment    Kind = "comment"
	KindGroup      Kind = "group"
	KindInterest   Kind = "interest"
	KindSlot       Kind = "slot"
	KindSlipStep   Kind = "slip_step"
	KindLearning   Kind = "learning"
	KindReceipt    Kind = "receipt"
	KindDecision   Kind = "decision"
	KindPhrase     Kind = "phrase"
	KindMoved      Kind = "moved"

	KindSignedSheet Kind = "signed_sheet"
	KindRelease     Kind = "release"
	KindObjection   Kind = "objection"
	KindPastResult  Kind = "past_result"
	KindRectify     Kind = "rectify"
)

// Type says what a register holds and how it is written as text (in a draft, in JSON, on the command line).
type Type uint8

// The types of register.
const (
	Text   Type = iota // UTF-8, NFC
	Secret             // sensitive text: the change carries only the hash of a salted blob
	Bool               // true / false
	Int                // whole number
	Points             // hundredths
	Date               // 2006-01-02
	Clock              // 15:04
	Moment             // 2006-01-02 15:04
	Choice             // one of Field.Choices
	Link               // the id of another record
	Links              // ids
	Body               // a whole that one person judges as one: a map made from the struct of the kind
	File               // an attached file: its hash, size, media type and name, as JSON
)

// Field is one register of a kind: its number is stored in every change and is never reused.
type Field struct {
	No      uint64
	Kind    Kind
	Name    string // the json name in package checklist
	Type    Type
	Choices []string
	Owned   bool // judged by one evaluator: another's change of it is kept but shown as foreign
}

// registry is the one table of record kinds and their registers. Numbers are kind*100+field. A number, once shipped,
// keeps its meaning for ever: the log cannot be rewritten. registry_test.go holds every number against a frozen copy.
var registry = []struct {
	no     uint64
	kind   Kind
	fields []Field
}{
	{1, KindScheme, []Field{{No: 1, Name: "hash"}, {No: 2, Name: "name"}, {No: 3, Name: "version"}, {No: 4, Name: "file", Type: File}}},
	{2, KindRound, []Field{{No: 1, Name: "district"}, {No: 2, Name: "year"}, {No: 3, Name: "name"}, {No: 4, Name: "scheme"},
		{No: 5, Name: "opens_on", Type: Date}, {No: 6, Name: "cutoff", Type: Date}, {No: 7, Name: "opened", Type: Body}, {No: 8, Name: "closed", Type: Body},
		{No: 9, Name: "calendar"}}},
	{3, KindUnit, []Field{{No: 1, Name: "code"}, {No: 2, Name: "name"}, {No: 3, Name: "short"}, {No: 4, Name: "kind"},
		{No: 5, Name: "leader"}, {No: 6, Name: "note"}, {No: 7, Name: "origins", Type: Body}, {No: 8, Name: "ended", Type: Body},
		{No: 9, Name: "practice", Type: Bool}, {No: 10, Name: "former", Type: Body}}},
	{4, KindPerson, []Field{{No: 1, Name: "name"}, {No: 2, Name: "number"}, {No: 3, Name: "role", Type: Choice, Choices: roles}, {No: 4, Name: "team"}}},
	{5, KindAssignment, []Field{{No: 1, Name: "body", Type: Body}, {No: 2, Name: "status"}}},
	{6, KindLedger, []Field{{No: 1, Name: "body", Type: Body}}},
	{7, KindPast, []Field{{No: 1, Name: "body", Type: Body}}},
	{8, KindSlip, []Field{{No: 1, Name: "unit", Type: Link}, {No: 2, Name: "slip_no"}, {No: 3, Name: "found_on", Type: Date}, {No: 4, Name: "found_by"},
		{No: 5, Name: "indicator"}, {No: 6, Name: "rule"}, {No: 7, Name: "facts"}, {No: 8, Name: "evidence"}, {No: 9, Name: "criteria"},
		{No: 10, Name: "count", Type: Int}, {No: 11, Name: "demand"}, {No: 12, Name: "deadline", Type: Date}, {No: 13, Name: "state"},
		{No: 14, Name: "confirmer_name"}, {No: 15, Name: "confirmer_post"}, {No: 16, Name: "confirmed_on", Type: Date}, {No: 17, Name: "unit_opinion"},
		{No: 18, Name: "extension_until", Type: Date}, {No: 19, Name: "extension_approved_by"}, {No: 20, Name: "rectification"},
		{No: 21, Name: "rectified_on", Type: Date}, {No: 22, Name: "rechecked_by"}, {No: 23, Name: "rechecked_on", Type: Date}, {No: 24, Name: "recheck_result"},
		{No: 25, Name: "official_no"}, {No: 26, Name: "visit", Type: Link}, {No: 27, Name: "finding", Type: Link}}},
	{9, KindDevice, []Field{{No: 1, Name: "label"}, {No: 2, Name: "recipient"}}},
	{10, KindKey, []Field{{No: 1, Name: "recipient"}, {No: 2, Name: "label"}, {No: 3, Name: "purpose", Type: Choice, Choices: []string{"", "escrow"}},
		{No: 4, Name: "state", Type: Choice, Choices: []string{"", "revoked"}}}},

	{11, KindGroup, []Field{{No: 1, Name: "round", Type: Link}, {No: 2, Name: "name"}, {No: 3, Name: "post"},
		{No: 4, Name: "duty", Type: Choice, Choices: []string{checklist.DutyHead, checklist.DutyDeputy, checklist.DutyMember}},
		{No: 5, Name: "categories"}, {No: 6, Name: "releases", Type: Bool}, {No: 7, Name: "status"}}},
	{12, KindInterest, []Field{{No: 1, Name: "round", Type: Link}, {No: 2, Name: "person", Type: Link}, {No: 3, Name: "unit", Type: Link},
		{No: 4, Name: "what"}, {No: 5, Name: "day", Type: Date}, {No: 6, Name: "status"}}},
	{13, KindSlot, []Field{{No: 1, Name: "round", Type: Link}, {No: 2, Name: "unit", Type: Link}, {No: 3, Name: "team"}, {No: 4, Name: "day", Type: Date},
		{No: 5, Name: "half", Type: Choice, Choices: []string{"", checklist.HalfMorning, checklist.HalfAfternoon}}, {No: 6, Name: "from", Type: Clock},
		{No: 7, Name: "place"}, {No: 8, Name: "note"}, {No: 9, Name: "status"}}},
	{14, KindSlipStep, []Field{{No: 1, Name: "body", Type: Body}}},
	{15, KindLearning, []Field{{No: 1, Name: "unit", Type: Link}, {No: 2, Name: "kind", Type: Choice, Choices: learningKinds}, {No: 3, Name: "text", Type: Secret},
		{No: 4, Name: "author", Type: Link}, {No: 5, Name: "at", Type: Moment}, {No: 6, Name: "visit", Type: Link}, {No: 7, Name: "indicator"},
		{No: 8, Name: "source", Type: Link}, {No: 9, Name: "status"}}},
	{16, KindRelease, []Field{{No: 1, Name: "body", Type: Body}, {No: 2, Name: "final", Type: Body}}},
	{17, KindObjection, []Field{{No: 1, Name: "body", Type: Body}, {No: 2, Name: "check", Type: Body}}},
	{18, KindPastResult, []Field{{No: 1, Name: "body", Type: Body}}},
	{19, KindRectify, []Field{{No: 1, Name: "body", Type: Body}, {No: 2, Name: "report", Type: Body}, {No: 3, Name: "check", Type: Body}}},

	{20, KindVisit, []Field{{No: 1, Name: "body", Type: Body}, {No: 2, Name: "status"}}},
	{21, KindSheet, []Field{{No: 1, Name: "person", Type: Link}, {No: 2, Name: "state", Type: Choice, Choices: []string{"", "closed"}, Owned: true}, {No: 3, Name: "scheme"},
		{No: 4, Name: "began"}}}, // the version a moved sheet was first judged by
	{22, KindLook, []Field{{No: 1, Name: "not_filed", Type: Bool}, {No: 2, Name: "received_on", Type: Date}, {No: 3, Name: "sealed", Type: Bool},
		{No: 4, Name: "signed_by_main_leader", Type: Bool}, {No: 5, Name: "signer_name"}, {No: 6, Name: "signer_post"},
		{No: 7, Name: "covers_all_indicators", Type: Bool}, {No: 8, Name: "declared_problems"}}},
	{23, KindListen, []Field{{No: 1, Name: "place"}, {No: 2, Name: "started_at", Type: Moment}, {No: 3, Name: "ended_at", Type: Moment},
		{No: 4, Name: "presenter_name"}, {No: 5, Name: "presenter_post"}, {No: 6, Name: "presenter_is_main_leader", Type: Bool},
		{No: 7, Name: "substitute_reason"}, {No: 8, Name: "attendance", Type: Int}, {No: 9, Name: "opinions_exchanged", Type: Bool},
		{No: 10, Name: "key_points", Type: Secret}, {No: 11, Name: "problems_admitted", Type: Secret}, {No: 12, Name: "opinions_and_suggestions", Type: Secret}}},
	{24, KindCheck, []Field{{No: 1, Name: "name_checked", Type: Int}, {No: 2, Name: "name_missing", Type: Int}, {No: 3, Name: "note"}}},
	{25, KindPromise, []Field{{No: 1, Name: "text"}, {No: 2, Name: "due", Type: Date}, {No: 3, Name: "status"}, {No: 4, Name: "kept_on", Type: Date}, {No: 5, Name: "kept_how"}}},
	{26, KindMaterial, []Field{{No: 1, Name: "material"}, {No: 2, Name: "name"}, {No: 3, Name: "status", Type: Choice, Choices: []string{"", "seen", "missing", "refused", "na"}},
		{No: 4, Name: "document_no"}, {No: 5, Name: "period_covered"}, {No: 6, Name: "note"}, {No: 7, Name: "sample_population", Type: Int},
		{No: 8, Name: "sample_size", Type: Int}, {No: 9, Name: "sample_method"}, {No: 10, Name: "dated", Type: Date}, {No: 11, Name: "put_right_on", Type: Date}}},
	{27, KindFigure, []Field{{No: 1, Name: "body", Type: Body}}},
	{28, KindSelfScore, []Field{{No: 1, Name: "body", Type: Body}}},
	{29, KindQuestion, []Field{{No: 1, Name: "text"}, {No: 2, Name: "from_step", Type: Choice, Choices: steps}, {No: 3, Name: "indicator"},
		{No: 4, Name: "status", Type: Choice, Choices: []string{"", "answered", "dropped"}}, {No: 5, Name: "answer", Type: Secret}}},
	{30, KindInterview, []Field{{No: 1, Name: "code"}, {No: 2, Name: "form", Type: Choice, Choices: []string{"", "individual", "group", "service_user"}},
		{No: 3, Name: "interviewee_role_band", Type: Choice, Choices: []string{"", "leader", "office_head", "staff", "service_user"}}, {No: 4, Name: "interviewee_code"},
		{No: 5, Name: "place"}, {No: 6, Name: "started_at", Type: Moment}, {No: 7, Name: "ended_at", Type: Moment}, {No: 8, Name: "interviewer"},
		{No: 9, Name: "second_interviewer"}, {No: 10, Name: "confidentiality", Type: Bool}, {No: 11, Name: "questions", Type: Links},
		{No: 12, Name: "linked_indicators"}, {No: 13, Name: "answers_question", Type: Choice, Choices: []string{"", "yes", "partly", "no"}},
		{No: 14, Name: "corroborated_by"}, {No: 15, Name: "status"}}},
	{31, KindIdentity, []Field{{No: 1, Name: "code"}, {No: 2, Name: "name", Type: Secret}}},
	{32, KindEntry, []Field{{No: 1, Name: "author", Type: Link}, {No: 2, Name: "at", Type: Moment}, {No: 3, Name: "step", Type: Choice, Choices: steps},
		{No: 4, Name: "host", Type: Link}, {No: 5, Name: "text", Type: Secret, Owned: true}, {No: 6, Name: "indicator"}, {No: 7, Name: "question", Type: Link},
		{No: 8, Name: "finding", Type: Link}, {No: 9, Name: "todo", Type: Bool}, {No: 10, Name: "status"}}},
	{33, KindAttachment, []Field{{No: 1, Name: "file", Type: File}, {No: 2, Name: "caption"}, {No: 3, Name: "host", Type: Link}, {No: 4, Name: "status"}}},
	{34, KindFinding, []Field{{No: 1, Name: "body", Type: Body, Owned: true}, {No: 2, Name: "status", Type: Choice, Choices: []string{"", "supported", "confirmed", "disputed", "withdrawn"}}}},
	{35, KindStanding, []Field{{No: 1, Name: "body", Type: Body, Owned: true}, {No: 2, Name: "approval", Type: Body}}},
	{36, KindClaim, []Field{{No: 1, Name: "body", Type: Body, Owned: true}, {No: 2, Name: "status"}}},
	{37, KindLink, []Field{{No: 1, Name: "a", Type: Link}, {No: 2, Name: "b", Type: Link}, {No: 3, Name: "status"}}},
	{38, KindSignature, []Field{{No: 1, Name: "body", Type: Body}}},
	{39, KindComment, []Field{{No: 1, Name: "body", Type: Body}, {No: 2, Name: "status"}, {No: 3, Name: "answer"}}},
	{40, KindPhrase, []Field{{No: 1, Name: "text"}, {No: 2, Name: "use", Type: Choice, Choices: append([]string{""}, checklist.PhraseUses...)}, {No: 3, Name: "name"}, {No: 4, Name: "status"}}},
	{41, KindMoved, []Field{{No: 1, Name: "body", Type: Body}}},
	{42, KindSignedSheet, []Field{{No: 1, Name: "code"}, {No: 2, Name: "sheet"}, {No: 3, Name: "day", Type: Date}, {No: 4, Name: "signer_name"}, {No: 5, Name: "signer_post"},
		{No: 6, Name: "note"}, {No: 7, Name: "status"}}},
	{60, KindReceipt, []Field{{No: 1, Name: "body", Type: Body}}},
	{61, KindDecision, []Field{{No: 1, Name: "body", Type: Body}}},
}

var (
	roles         = []string{string(checklist.RoleLeader), string(checklist.RoleMember), string(checklist.RoleRecorder), string(checklist.RoleOffice)}
	learningKinds = checklist.LearnKinds
	steps         = []string{"", string(checklist.StepLook), string(checklist.StepListen), string(checklist.StepCheck), string(checklist.StepInterview), string(checklist.StepScore)}
)

// The look-up tables, made with the package's variables so that those may use them.
var byNo, byName, byKind = index()

func index() (map[uint64]*Field, map[Kind]map[string]*Field, map[Kind][]Field) {
	nos, names, kinds := map[uint64]*Field{}, map[Kind]map[string]*Field{}, map[Kind][]Field{}
	for _, k := range registry {
		names[k.kind], kinds[k.kind] = map[string]*Field{}, k.fields
		for i := range k.fields {
			f := &k.fields[i]
			f.No, f.Kind = k.no*100+f.No, k.kind
			nos[f.No] = f
			names[k.kind][f.Name] = f
		}
	}
	return nos, names, kinds
}

// FieldOf finds a register of a kind by name; nil when there is none.
func FieldOf(kind Kind, name string) *Field { return byName[kind][name] }

// FieldsOf lists the registers of a kind in the registry's order; nil for an unknown kind.
func FieldsOf(kind Kind) []Field { return byKind[kind] }
