package store

import (
	"context"

	"zoufang/checklist"
)

// Quality compares teams, rules and units over the visits that count, whose sheets are all closed and may be seen, under
// the round's version of the scheme; visits judged by another are left out.
func (b *Book) Quality(ctx context.Context) (*checklist.Quality, *checklist.Scheme, error) {
	s, err := b.Scheme(ctx)
	if err != nil {
		return nil, nil, err
	}
	list, err := b.Results(ctx)
	if err != nil {
		return nil, nil, err
	}
	var visits []checklist.QualityVisit
	for i := range list {
		r := &list[i]
		if r.State == checklist.OutcomeNone || r.Entry.Scheme != s.Hash || !r.allClosed() {
			continue
		}
		visits = append(visits, checklist.QualityVisit{Unit: r.Unit, Team: r.Team, Total: r.Entry.Total, Marks: r.Marks, Hits: r.Hits})
	}
	q := checklist.QualityOf(s, visits)
	return &q, s, nil
}

// allClosed tells whether no sheet is open or hidden.
func (r *ResultRow) allClosed() bool {
	for _, p := range r.Pending {
		switch p.Code {
		case "pending.sheet", "pending.hidden", "pending.mixed":
			return false
		}
	}
	return true
}
