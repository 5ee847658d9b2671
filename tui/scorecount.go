package tui

import (
	"context"
	"strconv"
	"time"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// maxDigits keeps a typed count within three digits: more is a slip of the finger. A digit that comes later than
// digitPause after the one before begins a new number.
const (
	maxDigits  = 3
	maxMark    = 6 // characters of a mark: 100.25
	digitPause = 2 * time.Second
)

// digit sets the count of the selected row; digits typed one after another make one number.
func (s *score) digit(d string) tea.Cmd {
	if why := s.locked(); why != "" {
		return s.env.Fail(why)
	}
	s.number = -1
	r := s.rule()
	if !s.bonus && r != nil && r.Mode == checklist.Given {
		if s.env.Now().Sub(s.typedAt) > digitPause || len(s.digits) >= maxMark {
			s.digits = ""
		}
		s.typedAt = s.env.Now()
		s.digits += d
		return s.typeMark(r, s.digits)
	}
	if d == "." {
		return nil
	}
	if len(s.digits) >= maxDigits || s.env.Now().Sub(s.typedAt) > digitPause {
		s.digits = ""
	}
	s.typedAt = s.env.Now()
	s.digits += d
	n, _ := strconv.ParseInt(s.digits, 10, 64)
	if s.bonus {
		return s.claim(n)
	}
	if r == nil {
		return nil
	}
	return s.setCount(r, n)
}

// step changes the count of the selected row by one, or its value by one step.
func (s *score) step(by int) tea.Cmd {
	if why := s.locked(); why != "" {
		return s.env.Fail(why)
	}
	if s.bonus {
		return s.claim(s.claimed() + int64(by))
	}
	r := s.rule()
	if r == nil {
		return nil
	}
	list := s.findings(r.ID)
	if len(list) > 1 {
		return s.openFindings(r)
	}
	if len(list) == 0 {
		if by < 0 {
			return nil
		}
		return s.countFinding(s.fresh(r.ID))
	}
	f := list[0]
	if r.Mode == checklist.Range || r.Mode == checklist.Given {
		return s.stepMark(r, f, by)
	}
	return s.setCount(r, f.Count+int64(by))
}

// stepMark moves a value within its range; below the least one the finding would be withdrawn.
func (s *score) stepMark(r *checklist.Rule, f checklist.Finding, by int) tea.Cmd {
	least, most := r.Min, r.Max
	if r.Mode == checklist.Given {
		least, most = 0, s.current().Full
	}
	mark := f.Mark + r.Step*checklist.Points(by)
	switch {
	case mark > most, mark < least && r.Mode == checklist.Given:
		return nil
	case mark < least:
		return s.askStatus(f)
	}
	f.Mark = mark
	return s.saveFinding(f)
}

// setCount makes or edits the only finding of a rule. Nothing is deleted by a zero: the finding is withdrawn, which
// asks for the reason.
func (s *score) setCount(r *checklist.Rule, n int64) tea.Cmd {
	list := s.findings(r.ID)
	if len(list) > 1 {
		return s.openFindings(r)
	}
	if n <= 0 {
		if len(list) == 0 {
			return nil
		}
		return s.askStatus(list[0])
	}
	f := s.fresh(r.ID)
	if len(list) == 1 {
		f = list[0]
	}
	switch r.Mode {
	case checklist.Per:
		f.Count = n
	case checklist.Fixed, checklist.Zero:
		f.Count = 1
	case checklist.Range: // the number of the value: 1 is the least
		s.digits = ""
		f.Mark = min(r.Min+r.Step*checklist.Points(n-1), r.Max)
	}
	return s.countFinding(f)
}

func (s *score) openFindings(r *checklist.Rule) tea.Cmd {
	s.digits = ""
	return s.env.Go(Place{Screen: "findings", Visit: s.visit, Item: r.ID})
}

// openFinding opens the finding of the selected row: the only one, the list of several, or a new one.
func (s *score) openFinding() tea.Cmd {
	if s.bonus {
		if i := s.claims.Selected(); i >= 0 {
			return s.env.Go(Place{Screen: "claim", Visit: s.visit, Item: s.scheme().Bonuses[i].ID})
		}
		return nil
	}
	r := s.rule()
	if r == nil {
		return nil
	}
	all := s.onRule(r.ID)
	switch active := s.findings(r.ID); {
	case len(all) > 1:
		return s.openFindings(r)
	case len(active) == 1:
		return s.env.Go(Place{Screen: "finding", Visit: s.visit, Record: active[0].ID, Item: r.ID})
	case len(all) == 1:
		return s.openFindings(r)
	}
	if why := s.locked(); why != "" {
		return s.env.Fail(why)
	}
	return s.env.Go(Place{Screen: "finding", Visit: s.visit, Record: newItem(s.visit), Item: r.ID})
}

// suggestion is the suggestion for the selected row, else the first one of the indicator.
func (s *score) suggestion() (checklist.Suggestion, bool) {
	ind, r := s.current(), s.rule()
	var first *checklist.Suggestion
	for _, x := range s.suggestions() {
		if r != nil && x.Rule == r.ID {
			return x, true
		}
		if _, of, ok := s.scheme().Rule(x.Rule); ok && of == ind && first == nil {
			first = &x
		}
	}
	if first == nil {
		return checklist.Suggestion{}, false
	}
	return *first, true
}

func (s *score) noAdopt() string {
	if why := s.noVerdict(); why != "" {
		return why
	}
	if _, ok := s.suggestion(); !ok {
		return s.env.T(words.NothingToAdopt)
	}
	return ""
}

func (s *score) adoptHere() tea.Cmd {
	x, _ := s.suggestion()
	for i := range s.current().Rules {
		if s.current().Rules[i].ID == x.Rule {
			s.rules.Select(i)
		}
	}
	s.digits = ""
	return s.adopt(x)
}

// rest are the indicators of the category that nobody has looked at and that have no finding.
func (s *score) rest() (n int) {
	c := s.category()
	if c == nil {
		return 0
	}
	for i := range c.Indicators {
		if c.Indicators[i].Status == checklist.StatusBlank && !c.Indicators[i].Indicator.AwardsMark() {
			n++
		}
	}
	return n
}

func (s *score) noNilRest() string {
	if why := s.noVerdict(); why != "" {
		return why
	}
	if s.rest() == 0 {
		return s.env.T(words.NilRestNone)
	}
	return ""
}

// askNilRest marks the rest of the category as checked and nothing found, after a question: silence is no pass.
func (s *score) askNilRest() tea.Cmd {
	c, doc := s.category(), s.doc
	cat := c.Category.ID
	return s.env.Ask(s.env.T(words.NilRestAsk, cat, s.env.name(c.Category.Name), s.rest()),
		s.env.Answer(words.NilRestYes, func() tea.Cmd {
			done, lang := words.NilRestDone, s.env.Lang
			return s.env.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
				n, err := b.NilRest(ctx, doc, cat)
				return noticeMsg{text: done.F(lang, cat, n)}, err
			})
		}))
}
