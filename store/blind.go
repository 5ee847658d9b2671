package store

import (
	"slices"

	"zoufang/checklist"
)

// firstVisitField is the lowest register number of records that belong to a visit.
const firstVisitField = 2000

// namedScopes are the scopes that are not a visit's.
var namedScopes = []string{checklist.ScopeScheme, checklist.ScopeRound, checklist.ScopeUnit, checklist.ScopePerson, checklist.ScopeAssign,
	checklist.ScopeLedger, checklist.ScopePast, checklist.ScopeSlip, checklist.ScopeStep, checklist.ScopeLearn, checklist.ScopeSetting, scopeDevice, scopeKey, scopeReceipt,
	checklist.ScopeGroup, checklist.ScopeInterest, checklist.ScopeSlot,
	checklist.ScopePhrase, checklist.ScopeResult}

// VisitOfRecord is the visit a record belongs to; false for the records of the named scopes: units, slips, people ...
func VisitOfRecord(rec checklist.ID) (checklist.ID, bool) { return visitOf(rec) }

// visitOf is the visit a record belongs to; false for the records of the named scopes.
func visitOf(rec checklist.ID) (checklist.ID, bool) {
	if slices.Contains(namedScopes, string(rec[:8])) {
		return checklist.ID{}, false
	}
	return checklist.InVisit(rec, [8]byte{}), true
}

// hidden is what a viewer may not see of a visit.
type hidden struct {
	records map[checklist.ID]bool
	fields  map[register]bool
	sheets  int // how many people's sheets are among them
}

func (h hidden) hides(k register) bool { return h.records[k.record] || h.fields[k] }

// blind decides what a viewer may see of a visit. Everything that shows a visit goes through it: screens, show, search,
// JSON, reports, conflicts, history. The rules: an evaluator's judgement (findings, verdicts, bonus claims, own notes) is
// that evaluator's own until both sheets are closed; the leader sees all sheets once all are closed; the office sees all.
// What was decided on the differences between sheets is told to those who see all of them.
// Notes of a briefing or an interview are common, but not what their author made of them. Names behind interviewee codes
// are for the leader and the office.
func blind(visit checklist.ID, rs *regs, me checklist.Person) hidden {
	h := hidden{records: map[checklist.ID]bool{}, fields: map[register]bool{}}
	if me.Role == checklist.RoleOffice {
		return h
	}
	kinds := rs.kinds()
	closed := closedSheets(rs, kinds)
	away := map[checklist.ID]bool{} // people whose sheets may not be seen
	for person := range closed {
		if away[person] = person != me.ID && !opened(closed, me, person); away[person] {
			h.sheets++
		}
	}
	owners := map[checklist.ID]checklist.ID{}
	for rec, kind := range kinds {
		owner := ownerOf(rs, rec, kind)
		if owner == (checklist.ID{}) && rs.erased(rec, kind) {
			if owner = rs.writer(rec, kind); !known(closed, owner) {
				away[owner] = owner != me.ID // all this person judged was taken back: its history is nobody else's
			}
		}
		if owner != (checklist.ID{}) {
			owners[rec] = owner
		}
	}
	for rec, kind := range kinds {
		switch {
		case kind == KindIdentity:
			h.records[rec] = !SeesNames(me)
		case kind == KindDecision:
			h.records[rec] = h.sheets > 0
		case kind == KindEntry && common(rs, rec):
			if away[owners[rec]] {
				h.hideFields(rec, KindEntry, "finding", "indicator", "todo")
			}
		case kind == KindAttachment, kind == KindLink:
			h.records[rec] = away[owners[rec]]
			for _, host := range hostsOf(rs, rec, kind) {
				h.records[rec] = h.records[rec] || away[owners[host]]
			}
		default:
			h.records[rec] = away[owners[rec]]
		}
	}
	return h
}

// SeesNames tells whether somebody may see, and so may write, the names behind interviewees' codes.
func SeesNames(me checklist.Person) bool {
	return me.Role == checklist.RoleLeader || me.Role == checklist.RoleOffice
}

// opened tells whether me may look into person's sheet.
func opened(closed map[checklist.ID]bool, me checklist.Person, person checklist.ID) bool {
	if me.Role != checklist.RoleLeader {
		return closed[person] && closed[me.ID]
	}
	for _, is := range closed {
		if !is {
			return false
		}
	}
	return true
}

// closedSheets lists the people who judged, and whether their sheets are closed.
func closedSheets(rs *regs, kinds map[checklist.ID]Kind) map[checklist.ID]bool {
	closed := map[checklist.ID]bool{}
	for rec, kind := range kinds {
		switch kind {
		case KindFinding, KindStanding, KindClaim:
			if p := ownerOf(rs, rec, kind); p != (checklist.ID{}) && !closed[p] {
				closed[p] = false
			}
		case KindSheet:
			if p := ownerOf(rs, rec, kind); p != (checklist.ID{}) {
				closed[p] = rs.get(rec, KindSheet, "state").Text == "closed"
			}
		}
	}
	return closed
}

// ownerOf is whose judgement a record is; zero for what the visit shares.
func ownerOf(rs *regs, rec checklist.ID, kind Kind) (owner checklist.ID) {
	text := ""
	switch kind {
	case KindFinding, KindStanding, KindClaim:
		var body struct {
			Person checklist.ID `json:"person"`
		}
		rs.body(rec, kind, "body", &body)
		return body.Person
	case KindSheet:
		text = rs.get(rec, kind, "person").Text
	case KindEntry:
		text = rs.get(rec, kind, "author").Text
	}
	_ = owner.UnmarshalText([]byte(text)) // a register of another form names nobody
	return owner
}

func known(closed map[checklist.ID]bool, person checklist.ID) bool {
	_, ok := closed[person]
	return ok
}

// erased tells whether a record that people judge or keep for themselves holds nothing any more: an undo took it back, and
// only its history still says what it was.
func (rs *regs) erased(rec checklist.ID, kind Kind) bool {
	switch kind {
	case KindFinding, KindStanding, KindClaim, KindSheet, KindEntry, KindAttachment, KindLink:
	default:
		return false
	}
	for _, f := range FieldsOf(kind) {
		if r := rs.at[register{rec, f.No}]; r != nil && (r.Text != "" || r.Unread) {
			return false
		}
	}
	return true
}

// writer is who wrote a record last.
func (rs *regs) writer(rec checklist.ID, kind Kind) (person checklist.ID) {
	lam := int64(-1)
	for _, f := range FieldsOf(kind) {
		if r := rs.at[register{rec, f.No}]; r != nil && len(r.heads) > 0 && r.heads[0].lam > lam {
			lam, person = r.heads[0].lam, checklist.InScope(checklist.ScopePerson, r.heads[0].actor)
		}
	}
	return person
}

// common tells whether a note is of a talk that all heard.
func common(rs *regs, rec checklist.ID) bool {
	switch checklist.Step(rs.get(rec, KindEntry, "step").Text) {
	case checklist.StepListen, checklist.StepInterview:
		return true
	}
	return false
}

// hostsOf are the records an attachment or a link belongs to.
func hostsOf(rs *regs, rec checklist.ID, kind Kind) []checklist.ID {
	names := []string{"host"}
	if kind == KindLink {
		names = []string{"a", "b"}
	}
	var hosts []checklist.ID
	for _, name := range names {
		var id checklist.ID
		if id.UnmarshalText([]byte(rs.get(rec, kind, name).Text)) == nil {
			hosts = append(hosts, id)
		}
	}
	return hosts
}

func (h hidden) hideFields(rec checklist.ID, kind Kind, names ...string) {
	for _, name := range names {
		h.fields[register{rec, FieldOf(kind, name).No}] = true
	}
}

// without removes what is hidden.
func (rs *regs) without(h hidden) {
	for k := range rs.at {
		if h.hides(k) {
			delete(rs.at, k)
		}
	}
}
