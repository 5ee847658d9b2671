package tui

import (
	"context"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// checkTable reads a table of the office against the book, and says what writing it would do. Nothing is written.
func (e *Env) checkTable(ctx context.Context, b *store.Book, what, day string, rows []checklist.TableRow) (l loaded, err error) {
	base, err := b.PlanBase(ctx)
	if err != nil {
		return l, err
	}
	s, err := b.Scheme(ctx)
	if err != nil {
		return l, err
	}
	switch what {
	case "teams":
		t := checklist.CheckPeople(rows)
		l = loaded{rows: len(t.People), problems: t.Problems, unused: t.Unused}
		l.save = func(ctx context.Context, b *store.Book, _ string) (store.Saved, error) {
			return b.SavePeople(ctx, t.People)
		}
	case "group":
		t := checklist.CheckGroup(s, rows)
		l = loaded{rows: len(t.Members), problems: t.Problems, unused: t.Unused}
		l.save = func(ctx context.Context, b *store.Book, _ string) (store.Saved, error) {
			return b.SaveGroup(ctx, t.Members)
		}
	case "past":
		t := checklist.CheckPast(s, base.Units, rows)
		l = loaded{rows: len(t.Lines), problems: t.Problems, unused: t.Unused}
		l.save = func(ctx context.Context, b *store.Book, _ string) (store.Saved, error) {
			return b.ImportPast(ctx, t.Lines)
		}
	case "ledger":
		return e.checkLedger(ctx, b, s, base, day, rows)
	default:
		return e.checkPlan(ctx, b, base, rows)
	}
	return l, nil
}

func (e *Env) checkLedger(ctx context.Context, b *store.Book, s *checklist.Scheme, base checklist.PlanBase, day string, rows []checklist.TableRow) (l loaded, err error) {
	t := checklist.CheckLedger(s, base.Units, day, base.Round.Year, rows)
	l = loaded{rows: len(t.Lines), problems: t.Problems, unused: t.Unused}
	l.save = func(ctx context.Context, b *store.Book, _ string) (store.Saved, error) {
		return b.SaveLedger(ctx, t.Lines)
	}
	changes, err := b.LedgerChanges(ctx, t.Lines)
	for _, x := range changes {
		name := x.Figure
		if f, ok := s.Figure(x.Figure); ok {
			name = e.name(f.Name)
		}
		switch {
		case x.New:
			l.look = append(l.look, e.T(words.LedgerNew, x.Unit.Name, name, x.Now.N))
		case x.Was.N == x.Now.N:
			l.look = append(l.look, e.T(words.LedgerDate, x.Unit.Name, name, x.Now.N, x.Now.AsOf))
		default:
			l.look = append(l.look, e.T(words.LedgerChange, x.Unit.Name, name, x.Was.N, x.Now.N))
		}
	}
	return l, err
}

func (e *Env) checkPlan(ctx context.Context, b *store.Book, base checklist.PlanBase, rows []checklist.TableRow) (l loaded, err error) {
	t := checklist.CheckPlan(base, rows)
	l = loaded{rows: len(t.Lines), problems: t.Problems, unused: t.Unused}
	l.save = func(ctx context.Context, b *store.Book, reason string) (store.Saved, error) {
		return b.SavePlan(ctx, t.Lines, reason)
	}
	now, err := b.Schedule(ctx)
	if err != nil {
		return l, err
	}
	of := map[checklist.ID]bool{}
	for _, line := range t.Lines {
		of[line.Unit.ID] = true
		l.ties = l.ties || len(line.Interests) > 0
	}
	for _, x := range checklist.Clashes(&base.Round, checklist.PlanWith(now, t.Lines)) {
		if of[x.Unit] {
			l.look = append(l.look, e.Say(x.Code, x.Args...))
		}
	}
	return l, nil
}
