package tui

import (
	"context"

	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// settledManyMsg tells that several contests were decided at once.
type settledManyMsg struct{ n int }

// fitting are the contests that a rule can settle, with what each comes to.
func (s *conflicts) fitting(rule func(store.Conflict) (int, bool)) (list []store.Decision) {
	for _, c := range s.all {
		if side, ok := rule(c); ok {
			list = append(list, store.Decision{Conflict: c, Text: c.Sides[side].Text})
		}
	}
	return list
}

// many settles all contests of a kind for one reason; which kinds there are is asked.
func (s *conflicts) many() tea.Cmd {
	e := s.env
	var answers []Answer
	for _, r := range []struct {
		word words.Text
		rule func(store.Conflict) (int, bool)
	}{{words.ConflictSame, store.Conflict.SameWords}, {words.ConflictOne, store.Conflict.OneSided}} {
		if list := s.fitting(r.rule); len(list) > 0 {
			answers = append(answers, Answer{Word: e.T(r.word, len(list)), Do: func() tea.Cmd { return s.settleMany(list) }})
		}
	}
	if len(answers) == 0 {
		return e.Notice(e.T(words.ConflictNoneOf))
	}
	return e.Ask(e.T(words.ConflictAskOf), answers...)
}

func (s *conflicts) settleMany(list []store.Decision) tea.Cmd {
	return s.env.AskReason(s.env.T(words.ConflictWhyAll, len(list)), words.ConflictSettle, func(reason string) tea.Cmd {
		return s.env.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			return settledManyMsg{len(list)}, b.DecideAll(ctx, list, reason)
		})
	})
}
