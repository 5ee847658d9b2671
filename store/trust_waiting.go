package store

import (
	"cmp"
	"context"
	"slices"

	"zoufang/store/bundle"
)

// Wait is what has not arrived of a device: changes that others build on, or that lie between changes that are here.
type Wait struct {
	Device      DeviceInfo
	First, Last uint64
	Branch      bool // the places are filled, but by another branch of a copied or restored laptop
}

// Waiting lists what has not arrived, by device and place. What an exporter withheld on purpose is not waited for.
func (b *Book) Waiting(ctx context.Context) (list []Wait, err error) {
	err = b.read(ctx, func(q querier) error {
		logs, err := readLogs(ctx, q)
		if err != nil {
			return err
		}
		for _, l := range logs {
			info := DeviceInfo{ID: l.id.String(), Number: int(l.ix), Label: l.label}
			for _, s := range l.missing() {
				list = append(list, Wait{Device: info, First: s.a, Last: s.b})
			}
			for _, s := range l.branches() {
				list = append(list, Wait{Device: info, First: s.a, Last: s.b, Branch: true})
			}
		}
		return nil
	})
	return list, err
}

// span is a run of places in a log, both ends included.
type span struct{ a, b uint64 }

// logState is what is here of a device's log.
type logState struct {
	id       bundle.DeviceID
	ix       int64
	label    string
	held     []span
	withheld []span
	named    []uint64 // places whose change is referenced but not here
}

func readLogs(ctx context.Context, q querier) ([]*logState, error) {
	var order []*logState
	byIx := map[int64]*logState{}
	rows, err := q.QueryContext(ctx, "SELECT ix, id, label, hseq FROM dev ORDER BY ix")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		l := &logState{}
		var id []byte
		var hseq int64
		if err := rows.Scan(&l.ix, &id, &l.label, &hseq); err != nil {
			return nil, err
		}
		copy(l.id[:], id)
		if hseq > 0 {
			l.held = append(l.held, span{1, uint64(hseq)})
		}
		byIx[l.ix], order = l, append(order, l)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	for _, p := range []struct {
		sql  string
		take func(*logState, span)
	}{
		{"SELECT dev, a, b FROM seg", func(l *logState, s span) { l.held = append(l.held, s) }},
		{"SELECT dev, a, b FROM withheld", func(l *logState, s span) { l.withheld = append(l.withheld, s) }},
		{"SELECT DISTINCT dev, seq, seq FROM dead", func(l *logState, s span) { l.named = append(l.named, s.a) }},
	} {
		if err := readSpans(ctx, q, p.sql, byIx, p.take); err != nil {
			return nil, err
		}
	}
	return order, nil
}

func readSpans(ctx context.Context, q querier, query string, logs map[int64]*logState, take func(*logState, span)) error {
	rows, err := q.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var ix, a, b int64
		if err := rows.Scan(&ix, &a, &b); err != nil {
			return err
		}
		if l := logs[ix]; l != nil {
			take(l, span{uint64(a), uint64(b)})
		}
	}
	return rows.Err()
}

// missing is every place up to the last one heard of that is neither here nor withheld.
func (l *logState) missing() (gaps []span) {
	have := slices.Concat(l.held, l.withheld)
	for _, n := range l.named {
		have = append(have, span{n + 1, n}) // empty, but the log reaches this far
	}
	slices.SortFunc(have, func(x, y span) int { return cmp.Compare(x.a, y.a) })
	next := uint64(1)
	for _, s := range have {
		if s.a > next {
			gaps = append(gaps, span{next, s.a - 1})
		}
		next = max(next, s.a, s.b+1)
	}
	return gaps
}

// branches is every place that is filled, but not by the change that is referenced.
func (l *logState) branches() (spans []span) {
	slices.Sort(l.named)
	for _, n := range l.named {
		in := func(s span) bool { return s.a <= n && n <= s.b }
		if !slices.ContainsFunc(l.held, in) {
			continue
		}
		if k := len(spans); k > 0 && spans[k-1].b+1 == n {
			spans[k-1].b = n
			continue
		}
		spans = append(spans, span{n, n})
	}
	return spans
}
