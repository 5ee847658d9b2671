package checklist

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// ID names one record: an 8-byte scope followed by an 8-byte item. Records of a visit share the visit's scope, so
// a visit is one range of the book; units, people, rounds, slips and the rest live in scopes of their own.
type ID [16]byte

// Scopes that are not a visit's. They are readable text, so that no hash can collide with them by accident.
const (
	ScopeScheme  = "scheme.."
	ScopeRound   = "round..."
	ScopeUnit    = "unit...."
	ScopePerson  = "person.."
	ScopeAssign  = "assign.."
	ScopeLedger  = "ledger.."
	ScopePast    = "past...."
	ScopeSlip    = "slip...."
	ScopeStep    = "slipstep" // the steps of slips
	ScopeLearn   = "learning"
	ScopeSetting = "setting."
)

// ErrID is returned for text that is not 32 hexadecimal digits.
var ErrID = errors.New("checklist: not a record id")

// String is the id as 32 hexadecimal digits; the zero id is "".
func (id ID) String() string {
	if id == (ID{}) {
		return ""
	}
	return hex.EncodeToString(id[:])
}

// MarshalText is String.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads what String writes.
func (id *ID) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*id = ID{}
		return nil
	}
	if len(b) != 32 {
		return ErrID
	}
	if _, err := hex.Decode(id[:], b); err != nil {
		return ErrID
	}
	return nil
}

// Scope is the first half of the id: what InScope compares.
func (id ID) Scope() [8]byte { return [8]byte(id[:8]) }

// InScope makes an id from a named scope (one of the Scope constants) and an item.
func InScope(scope string, item [8]byte) (id ID) {
	copy(id[:8], scope)
	copy(id[8:], item[:])
	return id
}

// InVisit makes the id of a record of a visit.
func InVisit(visit ID, item [8]byte) (id ID) {
	copy(id[:8], visit[:8])
	copy(id[8:], item[:])
	return id
}

// key is the identity hash: 8 bytes over a tag and parts that people typed. Parts are trimmed, composed (NFC), folded
// to half width and upper case, so that two laptops that typed the same thing slightly differently still meet.
func key(tag string, parts ...string) (k [8]byte) {
	h := sha256.New()
	h.Write([]byte("zoufang id 1\x00" + tag))
	for _, p := range parts {
		p = strings.ToUpper(norm.NFC.String(width.Fold.String(strings.Join(strings.Fields(p), " "))))
		h.Write([]byte{0})
		h.Write([]byte(p))
	}
	return [8]byte(h.Sum(nil)[:8])
}

// RoundID is the round of a year in a district.
func RoundID(district, year string) ID { return InScope(ScopeRound, key("round", district, year)) }

// UnitID is a unit by its code in a district.
func UnitID(district, code string) ID { return InScope(ScopeUnit, key("unit", district, code)) }

// PersonID is an evaluator by work number, or by name where there is none.
func PersonID(district, numberOrName string) ID {
	return InScope(ScopePerson, key("person", district, numberOrName))
}

// YearlyVisitID is the one yearly visit of a unit in a round. Daily visits have random scopes.
func YearlyVisitID(round, unit ID) (id ID) {
	k := key("yearly", round.String(), unit.String())
	copy(id[:8], k[:])
	return id
}

// AssignID is the assignment of a person to a unit in a round.
func AssignID(round, unit, person ID) ID {
	return InScope(ScopeAssign, key("assign", round.String(), unit.String(), person.String()))
}

// LedgerID is the office's ledger number of a figure for a unit.
func LedgerID(unit ID, figure string) ID {
	return InScope(ScopeLedger, key("ledger", unit.String(), figure))
}

// SchemeID is a scheme by the hash of its meaning (hexadecimal).
func SchemeID(hash string) ID { return InScope(ScopeScheme, key("scheme", hash)) }

// StepID is the one look, listen or check record of a visit.
func StepID(visit ID, step Step) ID { return InVisit(visit, key("step", string(step))) }

// SheetID is an evaluator's sheet of a visit.
func SheetID(visit, person ID) ID { return InVisit(visit, key("sheet", person.String())) }

// StandingID is an evaluator's verdict on one indicator.
func StandingID(visit, person ID, indicator string) ID {
	return InVisit(visit, key("standing", person.String(), indicator))
}

// MarkID is an evaluator's value for a range or given rule.
func MarkID(visit, person ID, rule string) ID {
	return InVisit(visit, key("mark", person.String(), rule))
}

// ClaimID is an evaluator's record of a bonus claim.
func ClaimID(visit, person ID, bonus string) ID {
	return InVisit(visit, key("claim", person.String(), bonus))
}

// FigureID is one number of a visit in one column.
func FigureID(visit ID, figure string, col Column) ID {
	return InVisit(visit, key("figure", figure, string(col)))
}

// MaterialID is a material of the scheme's list. Materials added in a visit have random ids.
func MaterialID(visit ID, material string) ID { return InVisit(visit, key("material", material)) }

// SelfScoreID is the unit's own score for an indicator.
func SelfScoreID(visit ID, indicator string) ID { return InVisit(visit, key("selfscore", indicator)) }

// LinkID says that two findings speak of one fact, whichever is named first.
func LinkID(visit, a, b ID) ID {
	if b.String() < a.String() {
		a, b = b, a
	}
	return InVisit(visit, key("link", a.String(), b.String()))
}

// RulingID is the decision about one difference between the sheets of a visit: what is what it is about, findings in
// their order, or an indicator or a bonus under its kind.
func RulingID(visit ID, what ...string) ID { return InVisit(visit, key("ruling", what...)) }
