package store

import (
	"context"

	"zoufang/checklist"
)

// Consensus is a visit whose sheets are to be brought together, as Me may see it.
type Consensus struct {
	Doc    *Doc
	Scheme *checklist.Scheme
	checklist.Agreed
}

// Consensus lists the visits with several sheets that are all closed and that Me may see, with in what they differ; of one
// visit, or of the whole book when visit is nil.
func (b *Book) Consensus(ctx context.Context, visit *checklist.ID) (list []Consensus, err error) {
	err = b.shared(ctx, visit, func(d *Doc, s *checklist.Scheme) {
		x := Consensus{d, s, d.Agreed(s)}
		if len(x.Sheets) > 1 && x.Pending != checklist.PendingSheets {
			checklist.Weigh(s, &d.Visit, &x.Agreed)
			list = append(list, x)
		}
	})
	return list, err
}

// SharedVisits lists the visits that several people have a sheet of, without reading them.
func (b *Book) SharedVisits(ctx context.Context) (ids []checklist.ID, err error) {
	err = b.read(ctx, func(q querier) error {
		ids, err = sharedVisits(ctx, q, nil)
		return err
	})
	return ids, err
}

// ClosedSheets are the closed sheets of the visits that several judged, as far as Me may see them: as they were judged, not
// as was agreed.
func (b *Book) ClosedSheets(ctx context.Context) (list []checklist.JudgedSheet, err error) {
	err = b.shared(ctx, nil, func(d *Doc, s *checklist.Scheme) {
		for i := range d.Sheets {
			if sheet := &d.Sheets[i]; sheet.State == "closed" && sheet.Scheme == s.Hash {
				r := checklist.Score(s, checklist.InputOf(s, &d.Visit, sheet))
				list = append(list, checklist.JudgedSheet{Visit: d.ID, Person: sheet.Person, Scheme: s, Result: &r})
			}
		}
	})
	return list, err
}

// shared gives the visits with several sheets that Me may see all of.
func (b *Book) shared(ctx context.Context, visit *checklist.ID, do func(*Doc, *checklist.Scheme)) error {
	return b.read(ctx, func(q querier) error {
		visits, err := sharedVisits(ctx, q, visit)
		if err != nil {
			return err
		}
		for _, id := range visits {
			d, err := b.doc(ctx, q, id, b.Me())
			if IsFault(err, "visit.missing") {
				continue
			}
			if err != nil {
				return err
			}
			if d.Hidden > 0 || len(d.Sheets) < 2 {
				continue
			}
			s, err := b.loadScheme(ctx, q, d.SchemeHash)
			if err != nil {
				return err
			}
			do(d, s)
		}
		return nil
	})
}

// sharedVisits lists the visits with more than one sheet.
func sharedVisits(ctx context.Context, q querier, visit *checklist.ID) (ids []checklist.ID, err error) {
	if visit != nil {
		return []checklist.ID{*visit}, nil
	}
	rows, err := q.QueryContext(ctx, `SELECT substr(record, 1, 8) FROM head WHERE field = ?
		GROUP BY substr(record, 1, 8) HAVING count(DISTINCT record) > 1`, int64(FieldOf(KindSheet, "person").No))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var scope []byte
		if err := rows.Scan(&scope); err != nil {
			return nil, err
		}
		var id checklist.ID
		copy(id[:], scope)
		ids = append(ids, id)
	}
	return ids, rows.Err()
}
