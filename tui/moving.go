package tui

import (
	"context"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("move", newMoving) }

// moving shows what moving the own sheet of a visit to the round's version would do: every indicator with its marks
// before and after, what has no place there, what waits to be judged again. Enter moves it, Esc leaves it.
type moving struct {
	env   *Env
	visit checklist.ID
	plan  *store.Move
	err   error
	tree  *tree
}

// planMsg brings the plan, or why there is none.
type planMsg struct {
	visit checklist.ID
	plan  *store.Move
	err   error
}

func newMoving(e *Env, p Place) Screen { return &moving{env: e, visit: p.Visit, tree: newTree(e)} }

// Open works the plan out; nothing is written.
func (s *moving) Open() tea.Cmd {
	visit, doc, to := s.visit, s.env.Doc(s.visit), s.env.Scheme.Hash
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		plan, err := b.PlanMove(ctx, doc, to, nil)
		return planMsg{visit, plan, err}, nil
	})
}

// Update takes the plan, and works it out again when the visit has changed meanwhile.
func (s *moving) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case planMsg:
		if msg.visit != s.visit {
			return nil
		}
		s.plan, s.err = msg.plan, msg.err
		if s.plan != nil {
			s.tree.set(s.branches())
			s.tree.all(true)()
		}
		return nil
	case DocMsg:
		if msg.Visit == s.visit {
			return s.Open()
		}
		return nil
	}
	return s.tree.Update(msg)
}

// branches are the effects: marks, then what is left behind or open.
func (s *moving) branches() []*branch {
	e, m := s.env, s.plan
	total := &branch{key: "total", text: e.T(words.MoveTotal), right: e.before(m.Before.Total, m.After.Total)}
	total.parts = append(total.parts, &branch{text: e.T(words.GradeLine), right: gradeOf(e, &m.Before) + " > " + gradeOf(e, &m.After)})
	marks := &branch{key: "marks", text: e.T(words.MoveMarks)}
	same := 0
	for _, x := range m.Shifts() {
		if x.Was == x.ID && x.Sure && x.Before == x.After {
			same++
			continue
		}
		marks.parts = append(marks.parts, s.shift(x))
	}
	if same > 0 {
		marks.parts = append(marks.parts, &branch{text: e.T(words.MoveSameMarks, same), faint: true})
	}
	tops := []*branch{total, marks}
	add := func(key string, title words.Text, lines []string) {
		if len(lines) == 0 {
			return
		}
		b := &branch{key: key, text: e.T(title, len(lines))}
		for _, l := range lines {
			b.parts = append(b.parts, leaf(l))
		}
		tops = append(tops, b)
	}
	add("lost", words.MoveLost, s.lost())
	add("left", words.MoveLeft, s.left())
	add("back", words.MoveBack, s.back())
	add("again", words.MoveAgain, s.again())
	if len(m.SelfScores) > 0 {
		tops = append(tops, &branch{text: strings.TrimSpace(e.T(words.MoveShared)), faint: true})
	}
	return tops
}

// before is a number before and after.
func (e *Env) before(a, b checklist.Amount) string { return e.amount(a) + " > " + e.amount(b) }

func gradeOf(e *Env, r *checklist.Result) string {
	if r.Grade.Grade == nil {
		return e.T(words.NotYet)
	}
	return e.name(r.Grade.Grade.Name)
}

// shift is an indicator with its id and its marks before and after.
func (s *moving) shift(x store.Shift) *branch {
	e, scheme, id, label := s.env, s.plan.To, x.ID, x.ID
	switch {
	case x.ID == "":
		scheme, id, label = s.plan.From, x.Was, e.T(words.MoveGone, x.Was)
	case x.Was == "":
		label = e.T(words.MoveNew, x.ID)
	case x.Was != x.ID:
		label = x.Was + " > " + x.ID
	}
	text := label
	if ind, _, ok := scheme.Indicator(id); ok {
		text += " " + e.indicatorName(ind)
	}
	if !x.Sure {
		text += e.T(words.DiffUnsure)
	}
	return &branch{text: text, right: e.before(x.Before, x.After)}
}

func (s *moving) lost() (out []string) {
	for _, f := range s.plan.Carried.Lost {
		out = append(out, f.Rule+" "+s.env.Clean(f.Facts))
	}
	return out
}

func (s *moving) left() (out []string) {
	for _, st := range s.plan.Carried.Standings {
		out = append(out, st.Indicator+" "+s.env.T(words.StandingWords[string(st.State)]))
	}
	for _, c := range s.plan.Carried.Claims {
		out = append(out, c.Bonus+" "+s.env.Clean(c.Facts))
	}
	return out
}

func (s *moving) back() (out []string) {
	for _, l := range s.plan.Back {
		out = append(out, l.ID)
	}
	return out
}

func (s *moving) again() (out []string) {
	for _, id := range s.plan.Again() {
		name := ""
		if ind, _, ok := s.plan.To.Indicator(id); ok {
			name = s.env.indicatorName(ind)
		}
		out = append(out, id+" "+name)
	}
	return out
}

// move carries the plan out, and goes to the visit.
func (s *moving) move() tea.Cmd {
	e, plan, visit := s.env, s.plan, s.visit
	why := e.T(words.MoveWhy, plan.From.Version, plan.To.Version)
	done := e.T(words.Moved, e.Clean(unitName(plan.Unit)), e.Clean(plan.To.Version))
	return tea.Batch(e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		return goMsg{[]Place{{Screen: home, Visit: visit, Record: plan.Unit.ID}, {Screen: "visit", Visit: visit}}, goJump}, b.MoveSheet(ctx, plan, why)
	}), e.Do(func(context.Context, *store.Book) (tea.Msg, error) { return noticeMsg{text: done}, nil }))
}

// Frame draws whose sheet moves from where to where, and what comes of it.
func (s *moving) Frame(w, h int) Frame {
	e := s.env
	var c canvas
	switch {
	case s.err != nil:
		c.add("")
		for _, l := range e.Wrap(words.Explain(e.Lang, s.err), w-6) {
			c.add("   " + l)
		}
		return c.frame()
	case s.plan == nil:
		return Frame{Body: " " + e.T(words.Reading)}
	}
	m := s.plan
	for _, l := range e.Wrap(e.T(words.MoveTitle, e.Clean(m.Unit.Name), e.Clean(m.Person.Name), e.Clean(m.From.Version), e.Clean(m.To.Version)), w-3) {
		c.add(" " + e.Style.Title.Render(l))
	}
	for _, l := range e.Wrap(e.T(words.MoveKept), w-3) {
		c.add(" " + l)
	}
	c.add(e.Rule(w))
	c.block(joinLines(s.tree.view(w, h-len(c.lines))), nil, h-len(c.lines))
	return c.frame()
}

// Keys: Enter moves the sheet, the arrows look around.
func (s *moving) Keys() []Action {
	do := On(words.MoveDo, s.move, "enter")
	if s.plan == nil {
		do = On(words.MoveDo, nil, "enter").OffIf(s.env.T(words.MoveNoPlan))
	}
	return []Action{do, Show(words.MoveDont, "esc"), Show(words.KeyMove, "up", "down"), Show(words.TreeInOut, "left", "right")}
}

// Place is the page; after a restart the plan is worked out again.
func (s *moving) Place() Place { return Place{Screen: "move", Visit: s.visit} }

// Title is the crumb.
func (s *moving) Title() string { return s.env.T(words.MovePageTitle) }

// Hint says what the keys do.
func (s *moving) Hint() string { return s.env.T(words.MoveHint) }

// ScoresShown tells the header: the page shows what the marks become.
func (s *moving) ScoresShown() bool { return true }
