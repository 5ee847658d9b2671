package store

import (
	"context"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// What keeps a wiped visit away: merging notes the places of its changes and takes nothing of what they say.

// passing is what a merge passes over because its visit was wiped here; nil where none was.
type passing struct {
	visits wipedVisits
	gone   hashes // of the changes passed over
	kept   hashes // of all others in the file
}

func newPassing(ctx context.Context, q querier) (*passing, error) {
	visits, err := readWiped(ctx, q)
	if err != nil || len(visits) == 0 {
		return nil, err
	}
	return &passing{visits: visits}, nil
}

// meets notes what a change speaks of and tells whether it is passed over.
func (p *passing) meets(e *bundle.Entry) bool {
	if p == nil {
		return false
	}
	is := p.visits.holds(e.Change.Record)
	if is {
		p.gone.of(e.Change.Value)
	} else {
		p.kept.of(e.Change.Value)
	}
	return is
}

func (p *passing) texts(sha bundle.Hash) bool {
	return p != nil && p.gone.texts[sha] && !p.kept.texts[sha]
}

func (p *passing) files(sha bundle.Hash) bool {
	return p != nil && p.gone.files[sha] && !p.kept.files[sha]
}

// passOver keeps the place of a change and its hash, so that the log goes on behind it.
func (m *merge) passOver(e *bundle.Entry) error {
	if err := m.w.fold.flushOps(); err != nil {
		return err
	}
	n, err := m.w.fold.exec(m.w.fold.st.insOp, m.dev.ix, int64(e.Seq), e.Hash[:], nil)
	if err != nil {
		return err
	}
	if n == 0 {
		m.fr.Same++
		return nil
	}
	m.fr.Wiped++
	h8 := e.Hash.H8()
	_, err = m.w.fold.exec(m.w.fold.st.delDead, m.dev.ix, int64(e.Seq), h8[:]) // nobody waits for it any more
	return err
}

// notWiped refuses to begin a visit anew that was wiped here.
func (w *writer) notWiped(ctx context.Context, unit checklist.ID, kind checklist.VisitKind, day string) error {
	wiped, err := readWiped(ctx, w.q)
	for _, n := range wiped {
		if n.Unit == unit && n.Kind == kind && n.Day == day {
			return newFault("visit.wiped", n.At)
		}
	}
	return err
}

// markWiped shows the visits that were wiped in the rows of their units.
func markWiped(ctx context.Context, q querier, at map[checklist.ID]*UnitRow) error {
	wiped, err := readWiped(ctx, q)
	for visit, n := range wiped {
		row := at[n.Unit]
		if row == nil {
			continue
		}
		v := VisitRow{State: StateWiped, Travel: TravelWiped, Kind: n.Kind, Day: n.Day, Unit: n.Unit}
		if n.Kind == checklist.Daily {
			v.Visit = visit
			row.Daily = append(row.Daily, v)
		} else if row.Visit == (checklist.ID{}) {
			row.VisitRow = v
		}
	}
	return err
}
