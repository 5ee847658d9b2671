package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"zoufang/checklist"
)

// Summaries are a cache that can be thrown away: what the unit list shows of each visit. They are kept in memory, and in
// a table so that the next start has them. A write drops those it makes untrue, in its own transaction.

// summaries are rows made by one reading, and the generation of the book it read.
type summaries struct {
	at   uint64
	rows map[checklist.ID]VisitRow
}

// keepAtOnce is how many rows are worth a write of their own; fewer are written at Close.
const keepAtOnce = 32

// readSummaries are the rows that are still true.
func (b *Book) readSummaries(ctx context.Context, q querier) (map[checklist.ID]VisitRow, error) {
	kept := map[checklist.ID]VisitRow{}
	rows, err := q.QueryContext(ctx, "SELECT visit, data FROM summary")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id, data []byte
		if err := rows.Scan(&id, &data); err != nil {
			return nil, err
		}
		var row VisitRow
		if json.Unmarshal(data, &row) == nil {
			kept[checklist.ID(id)] = row
		}
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	b.cache.RLock()
	defer b.cache.RUnlock()
	for id, row := range b.rows {
		kept[id] = row
	}
	return kept, nil
}

// keepSummaries takes over rows, unless something was written since they were read.
func (b *Book) keepSummaries(ctx context.Context, made *summaries) error {
	b.cache.Lock()
	fresh := made.at == b.generation
	if fresh {
		for id, row := range made.rows {
			b.rows[id] = row
		}
	}
	b.cache.Unlock()
	if !fresh || len(made.rows) < keepAtOnce || b.w == nil {
		return nil
	}
	return b.flushSummaries(ctx)
}

// flushSummaries writes the rows in memory to the table.
func (b *Book) flushSummaries(ctx context.Context) error {
	return b.write(ctx, func(w *writer) error {
		b.cache.RLock()
		defer b.cache.RUnlock()
		for id, row := range b.rows {
			data, err := json.Marshal(row)
			if err != nil {
				return err
			}
			if _, err := w.q.ExecContext(ctx, `INSERT INTO summary (visit, unit, data) VALUES (?1, ?2, ?3)
				ON CONFLICT DO UPDATE SET unit = ?2, data = ?3`, id[:], row.Unit[:], data); err != nil {
				return err
			}
			w.dirty = true
		}
		return nil
	})
}

// stale is which summaries a write makes untrue.
type stale struct {
	all    bool
	people bool
	visits map[checklist.ID]bool
	units  map[[4]byte]bool // by the part of a unit's id that its slips and past findings carry
}

func staleBy(touched []checklist.ID) stale {
	s := stale{visits: map[checklist.ID]bool{}, units: map[[4]byte]bool{}}
	for _, rec := range touched {
		if visit, ok := visitOf(rec); ok {
			s.visits[visit] = true
			continue
		}
		switch string(rec[:8]) {
		case checklist.ScopeUnit, checklist.ScopeSlip, checklist.ScopePast:
			s.units[[4]byte(rec[8:12])] = true
		case checklist.ScopePerson:
			s.people = true
		case checklist.ScopeScheme, checklist.ScopeRound, checklist.ScopeLedger:
			s.all = true
		}
	}
	return s
}

// forget drops the summaries that changes of these records make untrue, in the transaction that writes them.
func (b *Book) forget(ctx context.Context, tx *sql.Tx, touched []checklist.ID) error {
	return prepare(tx, b.hot).forget(ctx, staleBy(touched))
}

const forgetVisitQuery = "DELETE FROM summary WHERE visit = ?"

func (p *prepared) forget(ctx context.Context, s stale) error {
	exec := func(query string, args ...any) error {
		_, err := p.ExecContext(ctx, query, args...)
		return err
	}
	if s.all {
		return exec("DELETE FROM summary")
	}
	var errs []error
	for visit := range s.visits {
		errs = append(errs, exec(forgetVisitQuery, visit[:]))
	}
	for unit := range s.units {
		errs = append(errs, exec("DELETE FROM summary WHERE substr(unit, 9, 4) = ?", unit[:]))
	}
	return errors.Join(errs...)
}

// forgetRows is forget for what is in memory, the rows and what is searched, after the commit.
func (b *Book) forgetRows(s stale) {
	b.search.forget(s)
	b.cache.Lock()
	defer b.cache.Unlock()
	b.generation++
	for id, row := range b.rows {
		if s.all || s.visits[id] || s.units[[4]byte(row.Unit[8:12])] {
			delete(b.rows, id)
		}
	}
}
