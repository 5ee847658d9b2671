package tui

import (
	"time"

	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// score is where indicators are judged: facts are counted against rules, and the verdict on each indicator is given.
// The arithmetic below follows at once; it is hidden until F9 asks for it.
type score struct {
	*bench
	indicator string // the one on show, "" on the bonus page
	bonus     bool
	rules     *List
	claims    *List
	left      *List  // the indicators of the category, where there is room
	shown     bool   // scores are on show
	wide      bool   // the last view had a pane beside the page
	number    int    // the number of the bottom line with the focus, -1 for none
	digits    string // typed into the count of the selected row without a pause
	typedAt   time.Time
	offered   *checklist.State // the verdict the space bar offered last
	want      string           // the row to select once the visit is read
	spots     areas
}

// bonusTab is the name of the bonus page in a Place.
const bonusTab = "bonus"

func init() {
	addScreen("score", func(e *Env, p Place) Screen {
		s := newScore(e, p.Visit, p.Item)
		s.want = p.Field
		s.settle()
		return s
	})
}

// newScore opens the page of an indicator; "" is the first one that is still open.
func newScore(e *Env, visit checklist.ID, indicator string) *score {
	s := &score{bench: newBench(e, visit), indicator: indicator, number: -1}
	if indicator == bonusTab {
		s.indicator, s.bonus = "", s.hasBonus()
	} else if _, _, ok := s.scheme().Indicator(indicator); !ok {
		s.indicator = "" // a place of before the sheet was moved
	}
	s.rules = NewList(e, Column{Title: e.T(words.RuleCol)}, Column{Title: e.T(words.CaseCol), Grow: true},
		Column{Title: e.T(words.EachCol), Right: true, Min: 4}, Column{Title: e.T(words.MostCol), Right: true, Min: 4},
		Column{Title: e.T(words.CountCol), Min: 10, Right: true}, Column{Title: e.T(words.TakenCol), Right: true, Min: 5})
	s.claims = NewList(e, Column{Title: e.T(words.BonusCol)}, Column{Title: e.T(words.BonusCase), Grow: true},
		Column{Title: e.T(words.EachCol), Right: true, Min: 4}, Column{Title: e.T(words.MostCol), Right: true, Min: 4},
		Column{Title: e.T(words.CountCol), Min: 10, Right: true}, Column{Title: e.T(words.GainCol), Right: true, Min: 5})
	s.left = NewList(e, Column{}, Column{Grow: true}, Column{})
	s.left.NoTitles, s.left.Idle = true, true
	s.settle()
	return s
}

// settle brings the lists up to the sheet.
func (s *score) settle() {
	if s.doc == nil {
		return
	}
	if s.indicator == "" && !s.bonus {
		s.indicator = s.firstOpen()
	}
	ind := s.current()
	if ind == nil && !s.bonus {
		return
	}
	if ind != nil {
		s.rules.SetRows(len(ind.Rules), s.ruleCells)
	}
	s.claims.SetRows(len(s.scheme().Bonuses), s.claimCells)
	row := s.category()
	if row != nil {
		s.left.SetRows(len(row.Indicators), s.indicatorCells)
		for i := range row.Indicators {
			if row.Indicators[i].Indicator.ID == s.indicator {
				s.left.Select(i)
			}
		}
	}
	s.selectWanted()
}

func (s *score) selectWanted() {
	if s.want == "" {
		return
	}
	if ind := s.current(); ind != nil {
		for i := range ind.Rules {
			if ind.Rules[i].ID == s.want {
				s.rules.Select(i)
			}
		}
	}
	for i := range s.scheme().Bonuses {
		if s.scheme().Bonuses[i].ID == s.want {
			s.claims.Select(i)
		}
	}
	s.want = ""
}

// firstOpen is the first indicator without a mark, else the first one.
func (s *score) firstOpen() string {
	first := ""
	for _, c := range s.score().Categories {
		for i := range c.Indicators {
			x := &c.Indicators[i]
			if first == "" {
				first = x.Indicator.ID
			}
			if !x.Known && !x.Removed() {
				return x.Indicator.ID
			}
		}
	}
	return first
}

// current is the indicator on show, nil on the bonus page.
func (s *score) current() *checklist.Indicator {
	ind, _, ok := s.scheme().Indicator(s.indicator)
	if !ok {
		return nil
	}
	return ind
}

// category is the score of the category on show, nil on the bonus page.
func (s *score) category() *checklist.CategoryScore {
	_, cat, ok := s.scheme().Indicator(s.indicator)
	if !ok {
		return nil
	}
	for i := range s.score().Categories {
		if c := &s.score().Categories[i]; c.Category == cat {
			return c
		}
	}
	return nil
}

// rule is the selected rule.
func (s *score) rule() *checklist.Rule {
	ind, i := s.current(), s.rules.Selected()
	if ind == nil || i < 0 || i >= len(ind.Rules) {
		return nil
	}
	return &ind.Rules[i]
}

// Open reads the visit.
func (s *score) Open() tea.Cmd { return s.open() }

// Update handles digits, the arrows and the book.
func (s *score) Update(msg tea.Msg) tea.Cmd {
	if s.update(msg) {
		s.settle()
		return nil
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok || s.doc == nil {
		return nil
	}
	key := keyName(k)
	if key == "。" {
		key = "." // as an input method gives it
	}
	if len(key) == 1 && (key[0] >= '0' && key[0] <= '9' || key == "." && s.digits != "") {
		return s.digit(key)
	}
	s.digits = ""
	switch {
	case key == "left" || key == "right":
		return s.sideways(key == "right")
	case s.number >= 0 && key == "up":
		s.number = -1
	case s.number < 0 && key == "down" && s.list().AtEnd() && s.shown:
		s.number = 0
	case s.number < 0:
		return s.list().Update(msg)
	}
	return nil
}

// list is the list with the rows of the page.
func (s *score) list() *List {
	if s.bonus {
		return s.claims
	}
	return s.rules
}

// sideways chooses among the numbers of the bottom line, or changes the count of the row.
func (s *score) sideways(more bool) tea.Cmd {
	by := -1
	if more {
		by = 1
	}
	if s.number >= 0 {
		s.number = max(0, min(s.number+by, len(s.numbers())-1))
		return nil
	}
	return s.step(by)
}

// turn goes to another indicator, across categories; behind the last one is the bonus page.
func (s *score) turn(by int) tea.Cmd {
	inds := s.scheme().Indicators(s.doc.Unit.Kind)
	at := len(inds)
	for i, ind := range inds {
		if ind.ID == s.indicator {
			at = i
		}
	}
	if at += by; at < 0 || at > len(inds) || at == len(inds) && !s.hasBonus() {
		return nil
	}
	if at == len(inds) {
		return s.show("", true)
	}
	return s.show(inds[at].ID, false)
}

// turnCategory goes to the first open indicator of another category.
func (s *score) turnCategory(by int) tea.Cmd {
	cats := s.score().Categories
	at := len(cats)
	for i := range cats {
		if c := s.category(); c != nil && cats[i].Category == c.Category {
			at = i
		}
	}
	tabs := len(cats)
	if s.hasBonus() {
		tabs++
	}
	at = (at + by + tabs) % tabs
	if at == len(cats) {
		return s.show("", true)
	}
	for i := range cats[at].Indicators {
		if x := &cats[at].Indicators[i]; !x.Known && !x.Removed() {
			return s.show(x.Indicator.ID, false)
		}
	}
	return s.show(cats[at].Indicators[0].Indicator.ID, false)
}

// hasBonus tells whether the scheme knows bonuses at all.
func (s *score) hasBonus() bool { return len(s.scheme().Bonuses) > 0 }

func (s *score) show(indicator string, bonus bool) tea.Cmd {
	s.indicator, s.bonus, s.number, s.digits, s.offered = indicator, bonus, -1, "", nil
	s.settle()
	s.rules.Select(0)
	return s.moved()
}
