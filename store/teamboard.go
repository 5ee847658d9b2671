package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"zoufang/checklist"
)

// BoardRow is how far the yearly visit of a unit is, for the board of the teams.
type BoardRow struct {
	Unit checklist.Unit
	Team string
	Day  string // in the plan
	VisitRow
	Signed   bool // by the leader
	Exported bool // in a bundle that was written, or here from another laptop
	Arrived  bool // at the office, as far as is known here
}

// TeamBoard lists the units by team, day and code with how far they are, as the book's person may see it. In the office's
// book a visit counts as arrived as soon as something of it is here; on other laptops a receipt says so.
func (b *Book) TeamBoard(ctx context.Context) (list []BoardRow, err error) {
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
	office := b.Me().Role == checklist.RoleOffice
	err = b.read(ctx, func(q querier) error {
		for _, u := range units {
			s := slots[u.Unit.ID]
			r := BoardRow{Unit: u.Unit, Team: s.Team, Day: s.Day, VisitRow: u.VisitRow}
			r.Arrived = slices.Contains([]string{TravelDelivered, TravelMerged, TravelReturned, TravelWiped}, u.Travel) ||
				office && u.Visit != (checklist.ID{}) && u.Travel == TravelNone
			r.Exported = r.Arrived || u.Travel == TravelExported
			switch u.State {
			case StateSigned, StateChanged:
				r.Signed = true
			case StateExported, StateWiped:
				if r.Signed, err = signedVisit(ctx, q, u.Visit); err != nil {
					return err
				}
			}
			list = append(list, r)
		}
		return nil
	})
	slices.SortStableFunc(list, func(x, y BoardRow) int {
		return cmp.Or(strings.Compare(x.Team, y.Team), strings.Compare(x.Day, y.Day), strings.Compare(x.Unit.Code, y.Unit.Code))
	})
	return list, err
}

// signedVisit tells whether a visit bears a signature: where it was exported, its row no longer says so.
func signedVisit(ctx context.Context, q querier, visit checklist.ID) (is bool, err error) {
	lo, hi := checklist.InVisit(visit, [8]byte{}), checklist.InVisit(visit, highest)
	err = q.QueryRowContext(ctx, "SELECT EXISTS(SELECT 1 FROM head WHERE record BETWEEN ? AND ? AND field = ?)", lo[:], hi[:],
		int64(FieldOf(KindSignature, "body").No)).Scan(&is)
	return is, err
}
