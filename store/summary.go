package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strconv"
	"strings"

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

// keptRow is a row as the table keeps it.
type keptRow struct {
	VisitRow
	Now json.RawMessage `json:"now,omitempty"`
}

// keptNow is a visitNow with its marks in few bytes.
type keptNow struct {
	*visitNow
	Marks packedMarks `json:"marks"`
}

// packedMarks are marks as text, "A1 300 300;A2 250 300": a third of what their JSON takes, and read in one go.
type packedMarks []checklist.Mark

// MarshalText writes the marks.
func (p packedMarks) MarshalText() ([]byte, error) {
	var b []byte
	for i, m := range p {
		if i > 0 {
			b = append(b, ';')
		}
		b = append(append(b, m.ID...), ' ')
		b = append(strconv.AppendInt(b, int64(m.Points), 10), ' ')
		b = strconv.AppendInt(b, int64(m.Of), 10)
	}
	return b, nil
}

// UnmarshalText reads what MarshalText writes.
func (p *packedMarks) UnmarshalText(text []byte) error {
	*p = nil
	for part := range strings.SplitSeq(string(text), ";") {
		f := strings.Split(part, " ")
		if len(f) != 3 {
			continue
		}
		points, err := strconv.ParseInt(f[1], 10, 64)
		of, err2 := strconv.ParseInt(f[2], 10, 64)
		if err = errors.Join(err, err2); err != nil {
			return err
		}
		*p = append(*p, checklist.Mark{ID: f[0], Points: checklist.Points(points), Of: checklist.Points(of)})
	}
	return nil
}

// keepNow is what the table keeps of the result.
func (v *VisitRow) keepNow() (json.RawMessage, error) {
	if v.now == nil {
		return v.raw, nil
	}
	return json.Marshal(keptNow{v.now, v.now.Marks})
}

// result is what the visit comes to; nil where it is not known.
func (v *VisitRow) result() *visitNow {
	if v.now != nil || v.raw == nil {
		return v.now
	}
	k := keptNow{visitNow: &visitNow{}}
	if json.Unmarshal(v.raw, &k) != nil {
		return nil
	}
	k.visitNow.Marks = k.Marks
	return k.visitNow
}

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
		var row keptRow
		if json.Unmarshal(data, &row) == nil && (row.Now != nil || row.Kind == checklist.Daily) {
			row.raw = row.Now
			kept[checklist.ID(id)] = row.VisitRow
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
			now, err := row.keepNow()
			if err != nil {
				return err
			}
			data, err := json.Marshal(keptRow{row, now})
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
		case checklist.ScopeUnit, checklist.ScopeSlip, checklist.ScopeStep, checklist.ScopePast:
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
