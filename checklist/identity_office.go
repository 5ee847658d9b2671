package checklist

// The scopes of what the office organises.
const (
	ScopeGroup    = "group..."
	ScopeInterest = "interest"
	ScopeSlot     = "slot...."
)

// GroupID is a member of the leading group of a round, by name.
func GroupID(round ID, name string) ID {
	return InScope(ScopeGroup, key("group", round.String(), name))
}

// InterestID is what a person declared of a unit in a round; the zero unit stands for the declaration that there is
// nothing.
func InterestID(round, person, unit ID) ID {
	return InScope(ScopeInterest, key("interest", round.String(), person.String(), unit.String()))
}

// SlotID is the place of a unit in the plan of a round.
func SlotID(round, unit ID) ID {
	return InScope(ScopeSlot, key("slot", round.String(), unit.String()))
}
