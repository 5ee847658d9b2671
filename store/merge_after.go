package store

import (
	"context"
	"maps"
	"slices"

	"zoufang/checklist"
)

// settleMerge brings what is kept in memory up to what was merged and completes the report.
func (b *Book) settleMerge(ctx context.Context, touched map[checklist.ID]bool, r *Report) error {
	before := b.Info().Device.ID
	if err := b.afterMerge(ctx, slices.Collect(maps.Keys(touched))); err != nil {
		return err
	}
	r.NewSelf = b.Info().Device.ID != before
	return b.read(ctx, func(q querier) error { return b.survey(ctx, q, touched, r) })
}

// survey fills in what the report says about the book as it is now.
func (b *Book) survey(ctx context.Context, q querier, touched map[checklist.ID]bool, r *Report) error {
	scopes := map[[8]byte]bool{}
	for rec := range touched {
		if visit, ok := visitOf(rec); ok && !scopes[rec.Scope()] {
			r.Visits = append(r.Visits, visit)
		}
		scopes[rec.Scope()] = true
	}
	for i := range r.Forked {
		d, err := b.deviceOf(ctx, q, int64(r.Forked[i].Number))
		if err != nil {
			return err
		}
		r.Forked[i].Label = d.label
	}
	for scope := range scopes {
		if err := countContests(ctx, q, scope, touched, r); err != nil {
			return err
		}
	}
	return nil
}

func countContests(ctx context.Context, q querier, scope [8]byte, touched map[checklist.ID]bool, r *Report) error {
	lo, hi := checklist.InScope(string(scope[:]), [8]byte{}), checklist.InScope(string(scope[:]), highest)
	rows, err := q.QueryContext(ctx, `SELECT record FROM head WHERE record BETWEEN ? AND ? GROUP BY record, field
		HAVING min(val) != max(val)`, lo[:], hi[:])
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var rec []byte
		if err := rows.Scan(&rec); err != nil {
			return err
		}
		if touched[checklist.ID(rec)] {
			r.Contested++
		}
	}
	return rows.Err()
}
