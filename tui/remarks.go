package tui

import (
	"context"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("remarks", newRemarks) }

// remarks is what the office said when it sent a visit back: each remark with what was done about it. Enter goes to the
// indicator it is about.
type remarks struct {
	env   *Env
	visit checklist.ID
	want  checklist.ID // the remark to select once the visit is read
	list  *List
	rows  []checklist.Comment
}

func newRemarks(e *Env, p Place) Screen {
	s := &remarks{env: e, visit: p.Visit, want: p.Record}
	s.list = NewList(e, Column{Title: e.T(words.RemarksOn), Min: 4}, Column{Title: e.T(words.RemarksText), Grow: true},
		Column{Title: e.T(words.RemarksState), Min: 6})
	s.list.Empty = e.T(words.RemarksNone)
	s.fill()
	return s
}

// fill lists the remarks, those that are open first.
func (s *remarks) fill() {
	e, d := s.env, s.env.Doc(s.visit)
	if d == nil {
		return
	}
	s.rows = nil
	for _, open := range []bool{true, false} {
		for _, c := range d.Comments {
			if c.Open() == open {
				s.rows = append(s.rows, c)
			}
		}
	}
	s.list.SetRows(len(s.rows), func(i int) []string {
		c := &s.rows[i]
		on, state := c.Indicator, words.RemarksDone
		if on == "" {
			on = e.T(words.RemarksWhole)
		}
		if c.Open() {
			state = words.RemarksOpen
		}
		return []string{e.Clean(on), e.Clean(c.Text), e.T(state)}
	})
	for i := range s.rows {
		if s.rows[i].ID == s.want {
			s.list.Select(i)
			s.want = checklist.ID{}
		}
	}
}

// Open reads the visit.
func (s *remarks) Open() tea.Cmd { return s.env.Load(s.visit) }

// Return shows what was settled meanwhile.
func (s *remarks) Return() tea.Cmd {
	s.fill()
	return nil
}

// Update moves, and follows the book.
func (s *remarks) Update(msg tea.Msg) tea.Cmd {
	if _, ok := msg.(DocMsg); ok {
		s.fill()
		return nil
	}
	return s.list.Update(msg)
}

func (s *remarks) current() *checklist.Comment {
	if i := s.list.Selected(); i >= 0 {
		return &s.rows[i]
	}
	return nil
}

// enter goes to the indicator; a remark about the whole visit is settled here.
func (s *remarks) enter() tea.Cmd {
	c := s.current()
	switch {
	case c == nil:
		return nil
	case c.Indicator == "":
		return s.settle()
	}
	return s.env.Go(Place{Screen: "score", Visit: s.visit, Item: c.Indicator})
}

// settle asks what was done about the selected remark; one that is settled is opened again.
func (s *remarks) settle() tea.Cmd {
	c := s.current()
	if c == nil {
		return nil
	}
	id := c.ID
	if !c.Open() {
		return s.answer(id, "")
	}
	return s.env.AskReason(s.env.T(words.RemarksAsk), words.RemarksSettle, func(text string) tea.Cmd { return s.answer(id, text) })
}

func (s *remarks) answer(id checklist.ID, text string) tea.Cmd {
	d := s.env.Doc(s.visit)
	return s.env.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		return nil, b.SettleRemark(ctx, d, id, text)
	})
}

// Frame draws the list, and the whole of the selected remark below it.
func (s *remarks) Frame(w, h int) Frame {
	e, d := s.env, s.env.Doc(s.visit)
	if d == nil {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	const below = 7
	var c canvas
	c.add(" "+e.Style.Title.Render(e.T(words.RemarksHead, len(s.rows), d.Remarks())), e.Rule(w))
	c.block(joinLines(s.list.Rows(w, h-3-below)), nil, h-3-below)
	c.add(e.Rule(w))
	c.block(joinLines(s.whole(w)), nil, below)
	return c.frame()
}

func (s *remarks) whole(w int) (lines []string) {
	e, c := s.env, s.current()
	if c == nil {
		return nil
	}
	text := e.T(words.RemarksFrom, e.Clean(c.At), e.personName(s.env.Doc(s.visit).Person(c.By)), e.Clean(c.Text))
	if c.Answer != "" {
		text += "\n" + e.T(words.RemarksAnswer, e.Clean(c.Answer))
	}
	for _, part := range strings.Split(text, "\n") {
		for _, l := range e.Wrap(part, w-2) {
			lines = append(lines, " "+l)
		}
	}
	return lines
}

// Keys of the list, and of the steps.
func (s *remarks) Keys() []Action {
	settle := words.RemarksSettle
	c := s.current()
	if c != nil && !c.Open() {
		settle = words.RemarksReopen
	}
	do := On(settle, s.settle, "ctrl+d")
	there := On(words.RemarksGo, s.enter, "enter")
	if c == nil {
		do, there = do.OffIf(s.env.T(words.RemarksNone)), there.OffIf(s.env.T(words.RemarksNone))
	} else if c.Indicator == "" {
		there, do = On(settle, s.enter, "enter"), do.Hidden()
	}
	keys := []Action{there, do, Show(words.KeyMove, "up", "down")}
	return append(keys, stepKeys(s.env, s.visit, "", s.env.Swap)...)
}

// Place is the visit and the remark.
func (s *remarks) Place() Place {
	p := Place{Screen: "remarks", Visit: s.visit}
	if c := s.current(); c != nil {
		p.Record = c.ID
	}
	return p
}

// Hint says what to do with them.
func (s *remarks) Hint() string { return s.env.T(words.RemarksHint) }

// Title is the crumb.
func (s *remarks) Title() string { return s.env.T(words.RemarksTitle) }

// Click selects a remark.
func (s *remarks) Click(_, y int) tea.Cmd {
	s.list.Click(0, y-2)
	return nil
}

// remarksKey opens the remarks of a visit; it is away where the office has sent none.
func (e *Env) remarksKey(visit checklist.ID) Action {
	a := On(words.RemarksTitle, func() tea.Cmd { return e.Go(Place{Screen: "remarks", Visit: visit}) }, "ctrl+t")
	d := e.Doc(visit)
	a.Hide = d == nil || len(d.Comments) == 0
	if a.Hide {
		a = a.OffIf(e.T(words.RemarksNone))
	}
	return a
}

// remarks are the lines of an indicator that the office sent back and nobody has settled.
func (s *score) remarks(ind *checklist.Indicator, w int) (lines []string) {
	e := s.env
	for i := range s.doc.Comments {
		if c := &s.doc.Comments[i]; c.Open() && c.Indicator == ind.ID {
			lines = append(lines, " "+e.Style.Warn.Render(e.Cut(e.T(words.RemarkHere, c.Text), w-2)))
		}
	}
	return lines
}
