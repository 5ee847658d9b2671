package store

import (
	"context"
	"time"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// CameOver is what of a person's own work is in a book: what a spare laptop took over, and up to when.
type CameOver struct {
	Values int       // fields of the person's that hold something here
	Last   time.Time // when the newest of them was written; zero: none
	Visits []CameVisit
	Held   int // laptops whose changes wait in the inbox until somebody enrols them: the old one may be among them
}

// CameVisit is that of one visit.
type CameVisit struct {
	Unit   checklist.Unit
	Row    VisitRow
	Values int
	Last   time.Time
}

// CameOver tells what of the work of whoever is at this laptop is here, visit by visit as the list of units has them.
func (b *Book) CameOver(ctx context.Context) (c CameOver, err error) {
	me := b.Me().ID
	values, last := map[[8]byte]int{}, map[[8]byte]time.Time{}
	err = b.read(ctx, func(q querier) error {
		rows, err := q.QueryContext(ctx, "SELECT substr(record, 1, 8), count(*), max(wall) FROM head WHERE actor = ? GROUP BY 1", me[8:])
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var prefix []byte
			var n int
			var wall int64
			if err := rows.Scan(&prefix, &n, &wall); err != nil {
				return err
			}
			k := [8]byte(prefix)
			if values[k], last[k] = n, bundle.Moment(uint64(wall)); last[k].After(c.Last) {
				c.Last = last[k]
			}
			c.Values += n
		}
		return rows.Err()
	})
	if err != nil {
		return c, err
	}
	odd, err := b.Troubles(ctx)
	if err != nil {
		return c, err
	}
	for _, x := range odd {
		if x.Kind == TroubleUnknown {
			c.Held++
		}
	}
	units, err := b.Units(ctx)
	for _, u := range units {
		for _, r := range append([]VisitRow{u.VisitRow}, u.Daily...) {
			if k := [8]byte(r.Visit[:8]); r.Visit != (checklist.ID{}) && values[k] > 0 {
				c.Visits = append(c.Visits, CameVisit{u.Unit, r, values[k], last[k]})
			}
		}
	}
	return c, err
}
