package store

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"zoufang/checklist"
)

// Coverage is how far a unit was visited in the round: what the board against last-minute preparation shows.
type Coverage struct {
	Unit    checklist.Unit
	Team    string
	Planned string // the day in the plan
	Yearly  bool   // the yearly visit has begun
	Daily   int    // daily visits
	Last    string // the day of the newest visit; "" for none
	Days    int    // since then, up to today; -1 for none
}

// Coverage lists the units of the round, those not visited at all first, then by how long ago the newest visit was. The day
// of a daily visit is its own; of a yearly one the planned day once that has come, else the day something was last
// recorded in it.
func (b *Book) Coverage(ctx context.Context, today string) (list []Coverage, err error) {
	units, err := b.roundRows(ctx)
	if err != nil {
		return nil, err
	}
	plan, err := b.Schedule(ctx)
	if err != nil {
		return nil, err
	}
	slots := map[checklist.ID]checklist.Slot{}
	for _, p := range plan {
		slots[p.Unit.ID] = p.Slot
	}
	for _, u := range units {
		list = append(list, coverageOf(u, slots[u.Unit.ID], today))
	}
	slices.SortStableFunc(list, func(x, y Coverage) int {
		if (x.Days < 0) != (y.Days < 0) {
			return cmp.Compare(x.Days, y.Days)
		}
		return cmp.Or(cmp.Compare(y.Days, x.Days), strings.Compare(x.Unit.Code, y.Unit.Code))
	})
	return list, nil
}

func coverageOf(u UnitRow, slot checklist.Slot, today string) Coverage {
	c := Coverage{Unit: u.Unit, Team: slot.Team, Planned: slot.Day, Yearly: u.Visit != (checklist.ID{}), Daily: len(u.Daily), Days: -1}
	if c.Yearly {
		switch {
		case slot.Day != "" && slot.Day <= today:
			c.Last = slot.Day
		case !u.VisitRow.Last.IsZero():
			c.Last = u.VisitRow.Last.Format(dateLayout)
		}
	}
	for _, d := range u.Daily {
		c.Last = max(c.Last, d.Day)
	}
	c.Days = daysBetween(c.Last, today)
	return c
}

// daysBetween counts days; -1 where one of the two is no day, 0 where the first is the later one.
func daysBetween(from, to string) int {
	a, err := time.Parse(dateLayout, from)
	b, err2 := time.Parse(dateLayout, to)
	if err != nil || err2 != nil {
		return -1
	}
	return max(0, int(b.Sub(a)/(24*time.Hour)))
}
