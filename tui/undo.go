package tui

import (
	"context"
	"maps"
	"slices"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// undo takes back the last change of this session and says what it was. Where somebody else has changed the same since,
// its history is offered instead.
func (e *Env) undo() tea.Cmd {
	e.keep.acted = false
	open := slices.Collect(maps.Keys(e.docs))
	return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		was := e.nameOf(ctx, b, open)
		u, err := b.Undo(ctx)
		switch {
		case store.IsFault(err, "undo.foreign"):
			x := subject{visitOf(u.Record), u.Record, u.Kind, u.Field}
			return askMsg{newDialog(e, e.T(words.UndoForeign, was(u)),
				e.Answer(words.UndoHistory, func() tea.Cmd { return e.historyOf(x.visit, x.record, x.kind, x.field) }))}, nil
		case err != nil && refused(err):
			return noticeMsg{words.Explain(e.Lang, err), true}, nil
		case err != nil:
			return nil, err
		}
		return noticeMsg{text: e.T(words.UndoneWhat, was(u))}, nil
	})
}

// nameOf gives words for what an undo took back, as it was called before: what an undo takes away has no name after it.
func (e *Env) nameOf(ctx context.Context, b *store.Book, open []checklist.ID) func(store.Undone) string {
	known := &names{of: map[checklist.ID]string{}}
	for _, id := range open {
		if n, err := readNames(ctx, b, id); err == nil { // what cannot be read has no name
			maps.Copy(known.of, n.of)
			known.scheme = n.scheme
		}
	}
	return func(u store.Undone) string {
		return e.Cut(e.Clean(known.registerWord(e, u.Record, u.Kind, u.Field)), 40)
	}
}
