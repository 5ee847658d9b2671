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

// tick marks the selected contest, for settling several by hand at once.
func (s *conflicts) tick() tea.Cmd {
	i := s.list.Selected()
	if i < 0 {
		return nil
	}
	key := keyOf(s.all[i].Record, s.all[i].Kind, s.all[i].Field)
	s.ticked[key] = !s.ticked[key]
	s.list.SetRows(len(s.all), s.cells)
	s.list.Select(min(i+1, len(s.all)-1))
	return nil
}

// ticks are the ways to settle what was ticked: all with the displayed side, all with the other, or united.
func (s *conflicts) ticks() (answers []Answer) {
	ways := []struct {
		word words.Text
		text func(store.Conflict) (string, bool)
	}{
		{words.ConflictTickLeft, func(c store.Conflict) (string, bool) { return c.Sides[0].Text, !c.Sides[0].Unread }},
		{words.ConflictTickRight, func(c store.Conflict) (string, bool) {
			return c.Sides[len(c.Sides)-1].Text, len(c.Sides) == 2 && !c.Edited && !c.Sides[1].Unread
		}},
		{words.ConflictTickUnite, store.Conflict.Unite},
	}
	for _, way := range ways {
		var list []store.Decision
		n := 0
		for _, c := range s.all {
			if !s.ticked[keyOf(c.Record, c.Kind, c.Field)] {
				continue
			}
			n++
			if text, ok := way.text(c); ok {
				list = append(list, store.Decision{Conflict: c, Text: text})
			}
		}
		if n > 0 && len(list) == n {
			answers = append(answers, Answer{Word: s.env.T(way.word, n), Do: func() tea.Cmd { return s.settleMany(list) }})
		}
	}
	return answers
}

// many settles all contests of a kind, or those ticked, for one reason; which is asked.
func (s *conflicts) many() tea.Cmd {
	e := s.env
	answers := s.ticks()
	if len(answers) > 0 {
		return e.Ask(e.T(words.ConflictAskOf), answers...)
	}
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
