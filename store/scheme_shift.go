package store

import "zoufang/checklist"

// Shift is an indicator of the old version beside the one it becomes, with its marks by either.
type Shift struct {
	Was, ID       string // "" where the other version has no such indicator
	Sure          bool   // false where only the likeness of the texts says that it is the same
	Before, After checklist.Amount
}

// Shifts are the indicators of both versions beside each other, in the order of the new one; those that are gone last.
func (m *Move) Shifts() (list []Shift) {
	was := map[string]string{}
	for old, next := range m.Map[checklist.ThingIndicator] {
		was[next.ID] = old
	}
	mark := func(r *checklist.Result, id string) (a checklist.Amount) {
		if x, ok := r.Indicator(id); ok && x.Known {
			a.Known, a.Points = true, x.Awarded
		}
		return a
	}
	for _, ind := range m.To.Indicators(m.Unit.Kind) {
		old := was[ind.ID]
		s, _ := m.Map.Of(checklist.ThingIndicator, old)
		list = append(list, Shift{Was: old, ID: ind.ID, Sure: s.Sure || old == "", Before: mark(&m.Before, old), After: mark(&m.After, ind.ID)})
	}
	for _, ind := range m.From.Indicators(m.Unit.Kind) {
		if _, ok := m.Map.Of(checklist.ThingIndicator, ind.ID); !ok {
			list = append(list, Shift{Was: ind.ID, Sure: true, Before: mark(&m.Before, ind.ID)})
		}
	}
	return list
}
