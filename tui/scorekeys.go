package tui

import (
	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// Keys of the page, the most used first.
func (s *score) Keys() []Action {
	if s.doc == nil {
		return nil
	}
	next, prev := func() tea.Cmd { return s.turn(1) }, func() tea.Cmd { return s.turn(-1) }
	adopt := On(words.AdoptKey, s.adoptHere, "=").OffIf(s.noAdopt())
	adopt.Hide = adopt.Off != ""
	keys := []Action{
		Show(words.CountKey, "left", "right").OffIf(s.locked()),
		Show(words.CountType, "0-9").OffIf(s.locked()),
		On(words.VerdictKey, s.verdict, "space").OffIf(s.noVerdict()),
		s.enterKey(),
		adopt,
		On(words.NextIndicator, next, "pgdown"),
		On(words.PrevIndicator, prev, "pgup").Hidden(),
		On(s.scoresKey(), s.toggleScores, "f9"),
		On(words.TreeKey, s.explainHere, "ctrl+e"),
		On(words.NextCategory, func() tea.Cmd { return s.turnCategory(1) }, "tab"),
		On(words.PrevCategory, func() tea.Cmd { return s.turnCategory(-1) }, "shift+tab").Hidden(),
		Show(words.KeyMove, "up", "down"),
		s.markHere(),
		s.allNotes(),
		On(words.NilRestKey, s.askNilRest, "ctrl+u").OffIf(s.noNilRest()).Hidden(),
		On(words.NAKey, s.askNA, "ctrl+x").OffIf(s.noNA()).Hidden(),
		On(words.BlankKey, s.clearVerdict, "backspace").OffIf(s.noVerdict()).Hidden(),
		On(words.PageOfVisit, func() tea.Cmd { return s.env.Go(Place{Screen: "scheme", Visit: s.visit}) }).Hidden(),
		s.handKey(),
		s.env.remarksKey(s.visit),
		On(words.ReviewKey, func() tea.Cmd { return s.env.Go(Place{Screen: "review", Visit: s.visit}) }, "ctrl+o").Hidden(),
	}
	return append(keys, stepKeys(s.env, s.visit, checklist.StepScore, s.env.Swap)...)
}

// markHere marks the selected rule as a to-do.
func (s *score) markHere() Action {
	ind, r := s.current(), s.rule()
	if ind == nil || r == nil || s.bonus {
		return Show(words.NoteTodo, "f4", "ctrl+b").OffIf(s.env.T(words.TodoNoLine)).Hidden()
	}
	return s.env.markKey(s.doc, s.env.ruleLine(s.visit, ind, r))
}

func (s *score) enterKey() Action {
	if s.number >= 0 {
		return On(words.ExplainKey, s.explain, "enter")
	}
	return On(words.FindingKey, s.openFinding, "enter")
}

// handKey opens the page of what is known from before.
func (s *score) handKey() Action {
	a := On(words.HandKey, func() tea.Cmd { return s.env.Go(Place{Screen: "hand", Visit: s.visit, Item: s.indicator}) }, "ctrl+p").Hidden()
	if s.current() == nil {
		a = a.OffIf(s.env.T(words.NoVerdictHere))
	}
	return a
}

func (s *score) scoresKey() words.Text {
	if s.shown {
		return words.HideScores
	}
	return words.ShowScores
}

func (s *score) toggleScores() tea.Cmd {
	s.shown, s.number = !s.shown, -1
	return nil
}

// ScoresShown tells the header.
func (s *score) ScoresShown() bool { return s.shown }

// Place remembers the indicator and the row.
func (s *score) Place() Place {
	p := Place{Screen: "score", Visit: s.visit, Item: s.indicator}
	if s.bonus {
		p.Item = bonusTab
	}
	if r := s.rule(); r != nil && !s.bonus {
		p.Field = r.ID
	}
	return p
}

// Title is the category.
func (s *score) Title() string {
	if _, cat, ok := s.scheme().Indicator(s.indicator); ok {
		return cat.ID + " " + s.env.name(cat.Name)
	}
	return s.env.T(words.BonusTitle)
}

// Hint says what stands in the way, or how counts work.
func (s *score) Hint() string {
	if why := s.locked(); why != "" {
		return why
	}
	if s.number >= 0 {
		return s.env.T(words.NumberHint)
	}
	if s.bonus {
		return s.env.T(words.BonusHint)
	}
	if r := s.rule(); r != nil && r.Mode == checklist.Given {
		return s.env.T(words.GivenHint, s.current().Full, r.Step)
	}
	return s.env.T(words.ScoreHint)
}
