package tui

import (
	"cmp"
	"context"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addJumps(practiceJumps) }

// practiceJumps add a unit to practise on, renew it and put it away, from the palette.
func practiceJumps(e *Env) []Action {
	there := false
	for _, r := range e.units {
		there = there || r.unit.Practice
	}
	if !there {
		return []Action{On(words.PracticeStart, func() tea.Cmd {
			return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
				u, err := b.StartPractice(ctx, e.T(words.PracticeName), "")
				return goMsg{[]Place{{Screen: home, Record: u.ID}}, goJump}, err
			})
		})}
	}
	return []Action{
		On(words.PracticeReset, func() tea.Cmd { return e.endPractice(words.PracticeReset, true) }),
		On(words.PracticeEnd, func() tea.Cmd { return e.endPractice(words.PracticeEnd, false) }),
	}
}

// endPractice asks first: what is in the unit is shown no more.
func (e *Env) endPractice(word words.Text, again bool) tea.Cmd {
	return e.Ask(e.T(words.PracticeSure), e.Answer(word, func() tea.Cmd {
		return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			u, err := b.EndPractice(ctx, again)
			return goMsg{[]Place{{Screen: home, Record: u.ID}}, goJump}, err
		})
	}))
}

// inherited puts before a text that it came from a unit this visit's goes on from.
func (e *Env) inherited(d *store.Doc, unit checklist.ID, text string) string {
	u, ok := d.Inherited(unit)
	if !ok {
		return text
	}
	return "[" + e.T(words.UnitInherited, cmp.Or(u.Short, u.Name)) + "] " + text
}

// marks are what is special about a unit, before its name: it is to practise on, or it ended.
func (e *Env) marks(u checklist.Unit) string {
	switch {
	case u.Practice:
		return e.T(words.PracticeMark)
	case u.Ended():
		return e.T(words.UnitEndedMark)
	}
	return ""
}
