package tui

import (
	"context"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("result", newResult) }

// outcomePage is the page of one unit's result: what has to be done first, the arithmetic, what changed since the release, the
// objections, what is to be put right. Enter opens what is selected.
type outcomePage struct {
	env   *Env
	unit  checklist.ID
	got   *store.UnitResult
	group []checklist.GroupMember
	list  *List
	rows  []resultPart
	shown bool
}

// resultPart is a row of the page; do opens it, nil where there is nothing behind it.
type resultPart struct {
	what words.Text
	says string
	do   func() tea.Cmd
}

type resultMsg struct {
	unit  checklist.ID
	got   store.UnitResult
	group []checklist.GroupMember
}

func newResult(e *Env, p Place) Screen {
	s := &outcomePage{env: e, unit: p.Record}
	s.list = NewList(e, Column{Title: e.T(words.ResWhat)}, Column{Title: e.T(words.ResSays), Grow: true})
	return s
}

// Open reads the result.
func (s *outcomePage) Open() tea.Cmd {
	unit := s.unit
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		got, err := b.OutcomeOf(ctx, unit)
		if err != nil {
			return nil, err
		}
		group, err := b.Group(ctx)
		return resultMsg{unit, got, group}, err
	})
}

// Return reads it again.
func (s *outcomePage) Return() tea.Cmd { return s.Open() }

// Update takes the result, and moves.
func (s *outcomePage) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case resultMsg:
		if m.unit == s.unit {
			s.got, s.group = &m.got, m.group
			s.fill()
		}
		return nil
	case ChangedMsg:
		return s.Open()
	}
	return s.list.Update(msg)
}

// fill makes the rows.
func (s *outcomePage) fill() {
	e, r := s.env, s.got
	s.rows = nil
	add := func(what words.Text, says string, do func() tea.Cmd) {
		s.rows = append(s.rows, resultPart{what, says, do})
	}
	for i := range r.Pending {
		p := &r.Pending[i]
		add(words.ResKindTodo, e.Say(p.Code, p.Texts()...), s.way(p))
	}
	if r.Doc != nil {
		add(words.ResKindSum, e.T(words.ResArithmetic), func() tea.Cmd {
			return e.Go(Place{Screen: "explain", Visit: r.Doc.ID, Item: aboutTotal})
		})
	}
	for _, c := range r.Changes {
		add(words.ResKindChange, s.change(c), nil)
	}
	if r.Changed && len(r.Changes) == 0 {
		add(words.ResKindChange, e.T(words.ResRowText), nil)
	}
	for i := range r.Objections {
		o := &r.Objections[i]
		add(words.ResKindObject, strings.TrimSpace(strings.Join([]string{o.On, o.Who, o.Text}, " ")), nil)
		if c := o.Check; c != nil {
			add(words.ResKindCheck, strings.Join([]string{c.On, c.Who, e.T(words.ValueWords["result."+c.Result]), c.Reason}, " "), nil)
		}
	}
	for i := range r.Items {
		x := r.Items[i]
		add(words.ResKindItem, e.T(words.ResRowItem, x.No, x.Indicator, strings.ReplaceAll(x.Facts, "\n", " "), dash(x.Deadline), e.T(words.RectifyWords[x.State()])),
			func() tea.Cmd { return s.step(x) })
	}
	s.list.SetRows(len(s.rows), func(i int) []string { return []string{e.T(s.rows[i].what), e.Clean(s.rows[i].says)} })
}

func dash(s string) string {
	if s == "" {
		return "--"
	}
	return s
}

func (s *outcomePage) change(c checklist.MarkChange) string {
	e := s.env
	was, is, name := c.Was.String(), c.Now.String(), c.ID
	if c.New {
		was = "--"
	}
	if c.Gone {
		is = "--"
	}
	if name == "" {
		name = e.T(words.ResTotalW)
	}
	if !s.shown {
		was, is = e.T(words.HiddenCell), e.T(words.HiddenCell)
	}
	return e.T(words.ResRowChange, name, was, is)
}

// way leads to the page that settles what is pending.
func (s *outcomePage) way(p *checklist.Pending) func() tea.Cmd {
	e, doc := s.env, s.got.Doc
	to := Place{Screen: p.Where, Item: p.Indicator}
	if doc != nil {
		to.Visit = doc.ID
	}
	if p.Where == "slips" {
		to = Place{Screen: "slip", Record: p.Record}
	}
	if p.Where == "results" {
		return s.recheck
	}
	return func() tea.Cmd { return e.Go(to) }
}

// head are the lines above the rows.
func (s *outcomePage) head(w int) []string {
	e, r := s.env, s.got
	lines := []string{" " + e.Style.Title.Render(e.Cut(e.T(words.ResOneHead, r.Unit.Name, e.outcomeWord(&r.Outcome)), w-2))}
	total, grade, contrib := "--", "--", "--"
	if r.Doc != nil && r.Result.Total.Known {
		total, grade, contrib = r.Result.Total.Points.String(), e.gradeOf(r.Result.Grade), dash(r.Result.Performance.Text())
		if !s.shown {
			total, grade, contrib = e.T(words.HiddenCell), e.T(words.HiddenCell), e.T(words.HiddenCell)
		}
	}
	lines = append(lines, " "+e.T(words.ResOneTotal, total, grade, contrib))
	if r.Last != nil {
		was := r.Last.Total.String()
		if !s.shown {
			was = e.T(words.HiddenCell)
		}
		lines = append(lines, " "+e.T(words.ResLast, r.Last.Year, was, e.Clean(dash(r.Last.Grade))))
	}
	if x := r.Release; x != nil {
		lines = append(lines, " "+e.Cut(e.T(words.ResOneRelease, x.On, x.Member, r.Until), w-2))
	}
	if x := r.Final; x != nil {
		lines = append(lines, " "+e.Cut(e.T(words.ResOneFinal, x.On, x.Member), w-2))
	}
	return append(lines, e.Rule(w))
}

// Frame draws the page.
func (s *outcomePage) Frame(w, h int) Frame {
	if s.got == nil {
		return Frame{Body: " " + s.env.T(words.Reading)}
	}
	lines := s.head(w)
	s.list.Empty = s.env.outcomeWord(&s.got.Outcome)
	return Frame{Body: joinLines(append(lines, s.list.Rows(w, h-len(lines))...))}
}

func (s *outcomePage) enter() tea.Cmd {
	if i := s.list.Selected(); i >= 0 && s.rows[i].do != nil {
		return s.rows[i].do()
	}
	return nil
}

func (s *outcomePage) toggle() tea.Cmd {
	s.shown = !s.shown
	s.fill()
	return nil
}

// ScoresShown tells the header.
func (s *outcomePage) ScoresShown() bool { return s.shown }

// Keys of the page: what may be done now, and why not where it may not.
func (s *outcomePage) Keys() []Action {
	e := s.env
	if s.got == nil {
		return nil
	}
	scores, nothing := words.ShowScores, ""
	if s.shown {
		scores = words.HideScores
	}
	if i := s.list.Selected(); i < 0 || s.rows[i].do == nil {
		nothing = e.T(words.ResultsEmpty)
	}
	keys := []Action{On(words.ResEnter, s.enter, "enter").OffIf(nothing), On(scores, s.toggle, "f9", "ctrl+e"), On(words.ResReleaseKey, s.release, "f5", "ctrl+t").OffIf(s.noRelease())}
	if s.open() != nil {
		keys = append(keys, On(words.ResRecheckKey, s.recheck, "f6", "ctrl+y").OffIf(s.noLeader()))
	} else {
		keys = append(keys, On(words.ResObjectKey, s.object, "f6", "ctrl+y").OffIf(s.noObjection()))
	}
	return append(keys, On(words.ResFinalKey, s.final, "f7", "ctrl+w").OffIf(s.noFinal()), On(words.ResNoticeKey, s.notice, "f8", "ctrl+d").OffIf(s.notReleased()),
		Show(words.KeyMove, "up", "down"))
}

// Hint says what the selected row is in full.
func (s *outcomePage) Hint() string {
	if s.got != nil {
		if i := s.list.Selected(); i >= 0 {
			return s.env.Clean(s.rows[i].says)
		}
	}
	return ""
}

// Title is the crumb.
func (s *outcomePage) Title() string {
	name := ""
	if s.got != nil {
		name = s.got.Unit.Name
		if s.got.Unit.Short != "" {
			name = s.got.Unit.Short
		}
	}
	return s.env.T(words.ResOneTitle, s.env.Clean(name))
}

// Place is how to come back.
func (s *outcomePage) Place() Place { return Place{Screen: "result", Record: s.unit} }

// Click selects a row.
func (s *outcomePage) Click(x, y int) tea.Cmd {
	if s.got != nil {
		s.list.Click(x, y-len(s.head(80)))
	}
	return nil
}
