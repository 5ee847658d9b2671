package tui

import (
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addForm(checklist.FormTalks, newInterviews) }

// interviews lists the talks of a visit above the questions they are held to settle.
type interviews struct {
	picking
	env   *Env
	visit checklist.ID
	step  checklist.Step
	talks *rowsPane
	open  *questionList
	panes *panes
	rows  []checklist.Interview
}

func newInterviews(e *Env, p Place, step checklist.Step) Screen {
	s := &interviews{env: e, visit: p.Visit, step: step}
	s.talks = &rowsPane{name: "talks", List: NewList(e, Column{Title: e.T(words.TalkCode), Min: 4}, Column{Title: e.T(words.TalkForm), Max: 12},
		Column{Title: e.T(words.TalkBand), Max: 14}, Column{Title: e.T(words.TalkTime)}, Column{Title: e.T(words.TalkServes), Grow: true},
		Column{Title: e.T(words.TalkAnswer)})}
	s.talks.keys = s.talkKeys
	s.talks.hint = s.talkHint
	s.open = newQuestionList(e, p.Visit, &s.picking, false)
	s.open.from = step
	s.panes = newPanes(p, s.talks, s.open)
	s.fill()
	return s
}

func (s *interviews) fill() {
	d := s.env.Doc(s.visit)
	if d == nil {
		return
	}
	s.rows = s.rows[:0]
	for _, gone := range []bool{false, true} { // what was withdrawn stands last
		for _, t := range d.Interviews {
			if (t.Status == withdrawn) == gone {
				s.rows = append(s.rows, t)
			}
		}
	}
	s.talks.SetRows(len(s.rows)+1, func(i int) []string {
		if i == len(s.rows) {
			return []string{"+", "", "", "", s.env.T(words.TalkAdd), ""}
		}
		return s.env.talkCells(d, s.rows[i])
	})
	s.open.fill()
}

// talkCells are the cells of one talk.
func (e *Env) talkCells(d *store.Doc, t checklist.Interview) []string {
	at := ""
	if t.StartedAt != "" {
		at = timeOf(t.StartedAt)
		if t.EndedAt != "" {
			at += "-" + timeOf(t.EndedAt)
		}
	}
	return []string{e.marked(d, t.ID.String(), e.codeCell(d, t)), e.formWord(d, t.Form), e.T(words.TalkBands[t.Band]), at, e.serves(d, t), e.T(words.TalkAnswers[t.Answers])}
}

// formWord is the form of a talk as the scheme calls it.
func (e *Env) formWord(d *store.Doc, form string) string {
	if m, ok := e.SchemeOf(d).ByForm(checklist.FormTalks); ok {
		for _, f := range m.Forms {
			if f.ID == form && e.Lang == words.ZH {
				return e.name(f.Name)
			}
		}
	}
	return e.T(words.TalkForms[form])
}

// serves names the questions and indicators a talk is held for.
func (e *Env) serves(d *store.Doc, t checklist.Interview) string {
	var parts []string
	for i, q := range d.Questions {
		for _, id := range t.Questions {
			if id == q.ID {
				parts = append(parts, e.T(words.QuestionNo, i+1)+" "+q.Text)
			}
		}
	}
	return strings.Join(append(parts, strings.Fields(t.Indicators)...), e.T(words.Semicolon))
}

// Open reads the visit.
func (s *interviews) Open() tea.Cmd { return s.env.Load(s.visit) }

// Return shows what was changed above.
func (s *interviews) Return() tea.Cmd {
	s.fill()
	if s.env.Doc(s.visit) == nil {
		return s.env.Load(s.visit)
	}
	return nil
}

// enter opens a talk, or begins one.
func (s *interviews) enter() tea.Cmd {
	i := s.talks.Selected()
	switch {
	case i < 0:
		return nil
	case i < len(s.rows):
		return s.env.Go(Place{Screen: "talk", Visit: s.visit, Record: s.rows[i].ID})
	}
	return s.begin()
}

// begin makes a talk with the next code, held by the viewer from now on, and opens it.
func (s *interviews) begin() tea.Cmd {
	e, d := s.env, s.env.Doc(s.visit)
	if d == nil {
		return nil
	}
	id, code := store.NewID(s.visit), nextCode(d)
	edit := func(name, text string) store.Edit {
		return store.Edit{Record: id, Kind: store.KindInterview, Field: name, Text: text}
	}
	edits := []store.Edit{edit("code", code), edit("interviewee_code", code), edit("interviewer", e.Me.Name),
		edit("started_at", e.Now().Format(momentForm))}
	if q := s.open.current(); s.panes.is(s.open) && q.ask != nil {
		edits = append(edits, edit("questions", q.ask.ID.String()))
	}
	return tea.Batch(e.Apply(edits...), e.Go(Place{Screen: "talk", Visit: s.visit, Record: id}))
}

// chosen is the selected talk.
func (s *interviews) chosen() (checklist.Interview, bool) {
	if i := s.talks.Selected(); i >= 0 && i < len(s.rows) {
		return s.rows[i], true
	}
	return checklist.Interview{}, false
}

// talkHint says what is odd about the selected talk.
func (s *interviews) talkHint() string {
	e, d := s.env, s.env.Doc(s.visit)
	t, ok := s.chosen()
	if d == nil || !ok {
		return e.T(words.TalkNeverAlone)
	}
	if doubled(d, t) {
		return e.T(words.TalkDoubleHint, t.Code, nextCode(d))
	}
	if why := e.exposed(d, t); why != "" {
		return e.T(words.TalkExposed, why)
	}
	return e.T(words.TalkNeverAlone)
}

func (s *interviews) talkKeys() []Action {
	e := s.env
	keys := []Action{On(words.KeyOpen, s.enter, "enter")}
	if t, ok := s.chosen(); ok && t.Status == withdrawn {
		keys = append(keys, On(words.GoneBack, func() tea.Cmd { return e.restore(s.visit, gone{kind: store.KindInterview, record: t.ID}) }, "ctrl+d"))
	} else if ok {
		if d := e.Doc(s.visit); d != nil && doubled(d, t) {
			keys = append(keys, On(words.TalkRenumber, func() tea.Cmd { return e.renumber(s.visit, t) }, "=").with(nextCode(d)))
		}
		keys = append(keys, On(words.NoteWithdraw, func() tea.Cmd { return e.withdrawTalk(s.visit, t) }, "ctrl+d"))
		if d := s.env.Doc(s.visit); d != nil {
			keys = append(keys, s.env.markKey(d, s.env.talkLine(s.env.SchemeOf(d), t, s.visit)).Hidden())
		}
	}
	return append(keys, Show(words.KeyMove, "up", "down"))
}

// withdrawTalk takes a talk back, with a reason.
func (e *Env) withdrawTalk(visit checklist.ID, t checklist.Interview) tea.Cmd {
	return e.AskReason(e.T(words.TalkWithdrawAsk, t.Code), words.NoteWithdraw, func(reason string) tea.Cmd {
		return e.Apply(store.Edit{Record: t.ID, Kind: store.KindInterview, Field: "status", Text: "withdrawn",
			Shown: e.shown(visit, t.ID, store.KindInterview, "status"), Reason: reason})
	})
}

// Update moves, and follows the book.
func (s *interviews) Update(msg tea.Msg) tea.Cmd {
	if s.pick != nil && isInput(msg) {
		return s.pick.list.Update(msg)
	}
	if m, ok := msg.(DocMsg); ok && m.Visit == s.visit {
		s.fill()
	}
	return s.panes.Update(msg)
}

// Frame draws the talks and the questions.
func (s *interviews) Frame(w, h int) Frame {
	e, d := s.env, s.env.Doc(s.visit)
	switch {
	case s.pick != nil:
		return s.pick.frame(w, h)
	case d == nil:
		return Frame{Body: " " + e.T(words.Reading)}
	}
	var c canvas
	c.add(stepBar(e, d, s.step), e.Rule(w))
	if w < wideWidth {
		c.add(s.lists(w, h-2)...)
		return c.frame()
	}
	wl := w * 2 / 3
	c.add(splitLines(e.Panes(joinLines(s.lists(wl, h-2)), joinLines(s.aside(d, w-wl-2)), wl, w, h-2))...)
	return c.frame()
}

// lists are the talks above the questions.
func (s *interviews) lists(w, h int) []string {
	e := s.env
	var c canvas
	n := s.talkRows(h + 2)
	c.block(joinLines(s.talks.Rows(w, n)), nil, n)
	c.add(e.Rule(w), e.questionHead(s.visit, e.T(words.TalkToSettle), "", w))
	c.block(joinLines(s.open.Rows(w, h-len(c.lines))), nil, max(0, h-len(c.lines)))
	return c.lines
}

// talkRows are the rows of the talks: what they need, at most half of the body.
func (s *interviews) talkRows(h int) int { return max(4, min(len(s.rows)+2, h/2)) }

// Keys of the list, and of the steps.
func (s *interviews) Keys() []Action {
	if s.pick != nil {
		return s.pick.keys(s.close)
	}
	keys := s.panes.cur().Keys()
	if q := s.open.current(); s.panes.is(s.open) && q.ask != nil && q.ask.Status == "" {
		keys = append(keys, On(words.TalkAbout, s.begin, "ctrl+t"))
	}
	keys = append(keys, Show(words.VisitPane, "tab"), s.env.leftKey(s.visit))
	return append(keys, stepKeys(s.env, s.visit, s.step, s.env.Swap)...)
}

// Place is the visit and the selected row.
func (s *interviews) Place() Place {
	return s.panes.place(Place{Screen: string(s.step), Visit: s.visit})
}

// CaptureFor says that a fact noted here is about the interviews.
func (s *interviews) CaptureFor() (visit, unit checklist.ID, step checklist.Step) {
	return s.visit, checklist.ID{}, s.step
}

// Typing is so while the choice is open.
func (s *interviews) Typing() bool { return s.pick != nil }

// Hint is the focused pane's.
func (s *interviews) Hint() string { return s.hintOr(s.env, s.panes.cur().Hint) }

// ScoresShown is never so here.
func (s *interviews) ScoresShown() bool { return false }

// Title is the crumb.
func (s *interviews) Title() string { return s.env.stepTitle(s.env.visitScheme(s.visit), s.step) }

// Click selects a row, or opens a step.
func (s *interviews) Click(x, y int) tea.Cmd {
	e := s.env
	switch n := max(4, s.talks.h+1); {
	case s.pick != nil:
		s.pick.list.Click(x, y-2)
		return nil
	case y == 0:
		return stepClick(e, e.Doc(s.visit), s.visit, s.step, x, e.Swap)
	case y >= 2 && y < 2+n:
		cmd := s.panes.show(s.talks)
		s.talks.Click(x, y-2)
		return cmd
	case y >= 4+n:
		cmd := s.panes.show(s.open)
		s.open.Click(x, y-4-n)
		return cmd
	}
	return nil
}
