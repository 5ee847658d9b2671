package main

import (
	"zoufang/checklist"
	"zoufang/store"
)

// schemeView is a scheme as JSON names it.
type schemeView struct {
	ID        string         `json:"id,omitempty"`
	Name      checklist.Text `json:"name"`
	Version   string         `json:"version"`
	Hash      string         `json:"hash"`
	Decided   bool           `json:"decided"`
	DecidedBy string         `json:"decided_by,omitempty"`
	No        string         `json:"decision_no,omitempty"`
	On        string         `json:"decided_on,omitempty"`
}

func viewOfScheme(s *checklist.Scheme) schemeView {
	return schemeView{ID: s.ID, Name: s.Name, Version: s.Version, Hash: s.Hash, Decided: s.Decision.Made(),
		DecidedBy: s.Decision.By, No: s.Decision.No, On: s.Decision.On}
}

type diffView struct {
	From    schemeView          `json:"from"`
	To      schemeView          `json:"to"`
	Same    bool                `json:"same"`
	Scores  bool                `json:"may_change_scores"`
	Changes []checklist.Change  `json:"changes"`
	Map     checklist.SchemeMap `json:"map"`
	Visits  []moveView          `json:"visits,omitempty"`
}

func (a *app) diffView(from, to *checklist.Scheme, d *checklist.SchemeDiff, effects []*store.Move) diffView {
	v := diffView{From: viewOfScheme(from), To: viewOfScheme(to), Same: d.Empty(), Scores: d.Scores(), Changes: d.Changes, Map: d.Map}
	if v.Changes == nil {
		v.Changes = []checklist.Change{}
	}
	for _, m := range effects {
		v.Visits = append(v.Visits, a.moveView(m))
	}
	return v
}

// moveView is what another version does to one sheet.
type moveView struct {
	Unit       string           `json:"unit"`
	Code       string           `json:"code"`
	Day        string           `json:"day,omitempty"`
	Person     string           `json:"person"`
	State      string           `json:"state"`
	From       string           `json:"from"`
	To         string           `json:"to"`
	Total      [2]*string       `json:"total"` // before, after; null until it is known
	Grade      [2]string        `json:"grade"`
	Indicators []indicatorShift `json:"indicators"`
	Lost       []string         `json:"lost,omitempty"` // rules of findings that have none any more
	Left       []string         `json:"left,omitempty"` // verdicts and claims that stay on record
	Back       []string         `json:"back,omitempty"` // judged by an old version meanwhile
	Again      []string         `json:"again,omitempty"`
}

// indicatorShift is an indicator before and after; Was is "" for a new one, ID for one that is gone.
type indicatorShift struct {
	Was    string  `json:"was,omitempty"`
	ID     string  `json:"id,omitempty"`
	Sure   bool    `json:"sure"`
	Before *string `json:"before"`
	After  *string `json:"after"`
}

func (a *app) moveView(m *store.Move) moveView {
	v := moveView{Unit: m.Unit.Name, Code: m.Unit.Code, Day: m.Day, Person: m.Person.Name, State: m.State, From: m.From.Hash, To: m.To.Hash,
		Total: [2]*string{amountView(m.Before.Total), amountView(m.After.Total)}, Again: m.Again(), Indicators: shifts(m)}
	for i, r := range []*checklist.Result{&m.Before, &m.After} {
		if r.Grade.Grade != nil {
			v.Grade[i] = r.Grade.Grade.ID
		}
	}
	for _, f := range m.Carried.Lost {
		v.Lost = append(v.Lost, f.Rule)
	}
	for _, st := range m.Carried.Standings {
		v.Left = append(v.Left, st.Indicator)
	}
	for _, c := range m.Carried.Claims {
		v.Left = append(v.Left, c.Bonus)
	}
	for _, l := range m.Back {
		v.Back = append(v.Back, l.ID)
	}
	return v
}

// shifts are the indicators of both versions beside each other.
func shifts(m *store.Move) []indicatorShift {
	list := []indicatorShift{}
	for _, x := range m.Shifts() {
		list = append(list, indicatorShift{Was: x.Was, ID: x.ID, Sure: x.Sure, Before: amountView(x.Before), After: amountView(x.After)})
	}
	return list
}
