package store

import (
	"slices"
	"strings"

	"zoufang/checklist"
)

// leaf is what can be searched of one visit, of what belongs to no visit, or of a scheme. It is never changed.
type leaf struct {
	visit  checklist.ID
	unit   checklist.ID
	scheme string
	folded string // the folded texts of all parts, each followed by a sign that no query has
	parts  []part
	pairs  pairs
	items  []item
	names  map[checklist.ID]unitName // of units
}

// part is one text of an item.
type part struct {
	at       int // where it begins in folded
	item     int
	field    string
	text     string
	initials initials // of names
}

// item is a record or a clause.
type item struct {
	group  Group
	kind   Kind
	record checklist.ID
	unit   checklist.ID
	code   string
	clause string
	step   checklist.Step
	host   checklist.ID
	at     int64 // when it was last written, in milliseconds; 0 for a clause
}

// unitName is what a unit is called in a list, and all that a word of the query may stand in.
type unitName struct {
	name     string
	practice bool // its visits are searched only when it is asked for
	folded   string
	initials []initials
}

// endOfPart stands between two parts: folding leaves no control character.
const endOfPart = "\x00"

// leafMaker collects a leaf.
type leafMaker struct {
	leaf
	text strings.Builder
	read readings
}

func newLeaf(visit, unit checklist.ID) *leafMaker {
	return &leafMaker{leaf: leaf{visit: visit, unit: unit}, read: readings{}}
}

// add begins an item; its parts follow.
func (m *leafMaker) add(it item) { m.items = append(m.items, it) }

// part adds a text to the item that was added last.
func (m *leafMaker) part(field, text string) *part {
	if text == "" || len(m.parts) > partMask {
		return &part{} // more than four million texts in one visit do not fit
	}
	m.parts = append(m.parts, part{at: m.text.Len(), item: len(m.items) - 1, field: field, text: text})
	folded := FoldText(text)
	m.pairs = m.pairs.appendPairs(folded, len(m.parts)-1)
	m.text.WriteString(folded)
	m.text.WriteString(endOfPart)
	return &m.parts[len(m.parts)-1]
}

// name adds a text that can be found by its initials, too.
func (m *leafMaker) name(field, text string) { m.part(field, text).initials = m.read.initials(text) }

// done gives the leaf in no more room than it needs.
func (m *leafMaker) done() *leaf {
	m.folded, m.pairs = strings.Clone(m.text.String()), m.pairs.order()
	m.parts, m.items = slices.Clone(m.parts), slices.Clone(m.items)
	return &m.leaf
}

// searched says, for each kind of record, its group and which registers, or parts of registers that are a whole, are
// searched. What is not here (times, figures, choices, links) is found in the screens it belongs to.
var searched = map[Kind]struct {
	group  Group
	fields []string
	code   string // the register or part that tells the record from others
}{
	KindUnit:   {GroupUnits, []string{"name", "short", "code", "leader", "note"}, "code"},
	KindPerson: {GroupUnits, []string{"name", "number", "team"}, "number"},
	KindSlip: {GroupFindings, []string{"facts", "slip_no", "criteria", "evidence", "demand", "found_by", "indicator", "rule", "confirmer_name", "unit_opinion",
		"rectification", "rechecked_by", "recheck_result"}, "slip_no"},
	KindPast:       {GroupFindings, []string{"facts", "rule"}, "rule"},
	KindLook:       {GroupRecords, []string{"declared_problems", "signer_name", "signer_post"}, ""},
	KindListen:     {GroupRecords, []string{"key_points", "problems_admitted", "opinions_and_suggestions", "place", "presenter_name", "presenter_post", "substitute_reason"}, ""},
	KindCheck:      {GroupRecords, []string{"note"}, ""},
	KindPromise:    {GroupRecords, []string{"text"}, ""},
	KindMaterial:   {GroupMaterials, []string{"name", "note", "document_no", "period_covered", "sample_method", "material"}, "material"},
	KindQuestion:   {GroupRecords, []string{"text", "answer", "indicator"}, "indicator"},
	KindInterview:  {GroupRecords, []string{"code", "interviewee_code", "place", "interviewer", "second_interviewer", "linked_indicators", "corroborated_by"}, "code"},
	KindIdentity:   {GroupRecords, []string{"name", "code"}, "code"},
	KindEntry:      {GroupRecords, []string{"text", "indicator"}, "indicator"},
	KindAttachment: {GroupMaterials, []string{"caption", "file"}, ""},
	KindFinding:    {GroupFindings, []string{"facts", "criterion", "cause", "effect", "evidence", "rule"}, "rule"},
	KindStanding:   {GroupFindings, []string{"reason", "indicator"}, "indicator"},
	KindClaim:      {GroupFindings, []string{"facts", "evidence", "bonus"}, "bonus"},
	KindComment:    {GroupRecords, []string{"text", "answer", "indicator"}, "indicator"},

	KindSignedSheet: {GroupRecords, []string{"code", "signer_name", "signer_post", "note"}, "code"},
}

// named are the fields that are found by initials.
var named = map[Kind][]string{KindUnit: {"name", "short"}, KindPerson: {"name"}}
