package tui

import (
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addForm(checklist.FormReport, newLook) }

// look is the self-report: its formalities, the unit's own scores, the numbers it declares, the problems it admits, and
// what is to be verified later. They are the sections of one page; PgUp and PgDn go from one to the next, Tab too at
// the end of one.
type look struct {
	picking
	env      *Env
	visit    checklist.ID
	step     checklist.Step
	sections []section
	head     *Form
	self     *Form // the unit's own scores
	figures  *Form // the numbers it declares
	open     *questionList
	panes    *panes
}

// section is one part of the page with its name and how far it has got.
type section struct {
	pane pane
	name words.Text
	have func(*store.Doc) string
}

func newLook(e *Env, p Place, step checklist.Step) Screen {
	s := &look{env: e, visit: p.Visit, step: step}
	doc := func() *store.Doc { return e.Doc(p.Visit) }
	s.head = NewForm(e, doc, s.headRows()...)
	problems := NewForm(e, doc, []Item{s.item("declared_problems", InText, words.LookProblems, 0)})
	s.open = newQuestionList(e, p.Visit, &s.picking, false)
	s.open.step, s.open.from = step, step
	s.self, s.figures = NewForm(e, doc), NewForm(e, doc)
	s.make()
	s.sections = []section{{s.head, words.LookHead, s.headHave}, {s.self, words.LookSelf, s.selfHave}}
	if len(s.figures.items) > 0 {
		s.sections = append(s.sections, section{s.figures, words.LookFigures, s.figuresHave})
	}
	s.sections = append(s.sections, section{problems, words.LookProblems, s.problemsHave},
		section{s.open, words.LookVerify, func(*store.Doc) string { return count(s.open.waiting()) }})
	var list []pane
	for _, x := range s.sections {
		list = append(list, x.pane)
	}
	s.panes = newPanes(p, list...)
	return s
}

// make makes the cells that follow the scheme and the unit's kind.
func (s *look) make() {
	e, d := s.env, s.env.Doc(s.visit)
	scheme := e.SchemeOf(d)
	for _, ind := range scheme.Indicators(d.Unit.Kind) {
		c := selfScoreCell(e, s.visit, ind)
		c.Unit = constText(e.T(words.LookOf, ind.Full.String()))
		s.self.addCell(c)
	}
	for _, f := range scheme.Reconciliation.Figures {
		c := figureCell(e, s.visit, f, checklist.Declared)
		if n, ok := d.Figures[f.ID][checklist.Office]; ok {
			c.Unit = constText(e.T(words.LookLedger, n))
		}
		s.figures.addCell(c)
	}
	s.open.fill()
}

// constText is a text that is the same in both languages, because it has been put together already.
func constText(s string) words.Text { return words.Text{ZH: s, EN: s} }

// labelOf is a name of the scheme as a label of a fixed width.
func (e *Env) labelOf(t checklist.Text, w int) words.Text { return constText(e.Pad(e.name(t), w)) }

func (s *look) item(name string, in int, label words.Text, width int) Item {
	return Item{Record: checklist.StepID(s.visit, checklist.StepLook), Kind: store.KindLook, Field: name, In: in, Label: label, Width: width}
}

func (s *look) headRows() [][]Item {
	filed := func() bool { return s.head != nil && s.head.Value("not_filed") == "true" }
	with := func(it Item, hint words.Text) []Item {
		it.Skip, it.Hint = filed, hint
		return []Item{it}
	}
	none := s.item("not_filed", InBool, words.LookNotFiled, 0)
	none.Hint = words.LookNotFiledHint
	signer, post := s.item("signer_name", InLine, words.LookSigner, 12), s.item("signer_post", InLine, words.LookSignerPost, 16)
	signer.Skip, post.Skip = filed, filed
	return [][]Item{
		{none},
		with(s.item("received_on", InDate, words.LookReceived, 12), words.LookReceivedHint),
		with(s.item("sealed", InBool, words.LookSealed, 0), words.LookSealedHint),
		with(s.item("signed_by_main_leader", InBool, words.LookSigned, 0), words.LookSignedHint),
		{signer, post},
		with(s.item("covers_all_indicators", InBool, words.LookCovers, 0), words.LookCoversHint),
	}
}

func (s *look) headHave(d *store.Doc) string {
	if st, ok := s.env.stepStates(d)[s.step]; ok && d.Kind != checklist.Daily {
		return s.env.stepWord(s.step, st)
	}
	return ""
}

func (s *look) selfHave(d *store.Doc) string {
	return count(len(d.SelfScores)) + "/" + count(len(s.self.items))
}

func (s *look) figuresHave(d *store.Doc) string {
	n := 0
	for _, cols := range d.Figures {
		if _, ok := cols[checklist.Declared]; ok {
			n++
		}
	}
	return count(n) + "/" + count(len(s.figures.items))
}

func (s *look) problemsHave(d *store.Doc) string {
	if d.Look.DeclaredProblems == "" {
		return ""
	}
	return s.env.T(words.NoteCount, len([]rune(d.Look.DeclaredProblems)))
}

// Open reads the visit.
func (s *look) Open() tea.Cmd { return s.env.Load(s.visit) }

// Update types in the section that is shown.
func (s *look) Update(msg tea.Msg) tea.Cmd {
	if s.pick != nil && isInput(msg) {
		return s.pick.list.Update(msg)
	}
	return s.panes.Update(msg)
}

// Leave makes the changes of every section.
func (s *look) Leave() tea.Cmd { return s.panes.Leave() }

// turn goes to the next section or the one before.
func (s *look) turn(by int) func() tea.Cmd {
	return func() tea.Cmd { return s.panes.to((s.panes.at+by+len(s.sections))%len(s.sections), 1) }
}

// Frame draws the section that has the focus, and from 120 columns what else is known of the unit.
func (s *look) Frame(w, h int) Frame {
	e, d := s.env, s.env.Doc(s.visit)
	switch {
	case s.pick != nil:
		return s.pick.frame(w, h)
	case d == nil:
		return Frame{Body: " " + e.T(words.Reading)}
	}
	var c canvas
	c.add(stepBar(e, d, s.step), e.Rule(w), s.bar(d), e.Rule(w))
	rest := h - len(c.lines)
	if w < wideWidth {
		text, cursor := s.section(d, w, rest)
		c.block(text, cursor, rest)
		return c.frame()
	}
	wl := w * 2 / 3
	text, cursor := s.section(d, wl, rest)
	c.block(e.Panes(text, joinLines(e.aside(d, w-wl-2)), wl, w, rest), cursor, rest)
	return c.frame()
}

// bar names the sections and how far each has got; the one shown stands in brackets.
func (s *look) bar(d *store.Doc) string {
	e := s.env
	parts := make([]string, len(s.sections))
	for i, x := range s.sections {
		text := strings.TrimSpace(e.T(x.name) + " " + x.have(d))
		if i == s.panes.at {
			parts[i] = e.Style.Accent.Render("[" + text + "]")
		} else {
			parts[i] = " " + text + " "
		}
	}
	return " " + strings.Join(parts, " ")
}

func (s *look) section(d *store.Doc, w, h int) (string, *tea.Cursor) {
	e := s.env
	switch x := s.panes.cur().(type) {
	case *Form:
		if x == s.head && d.Kind == checklist.Daily {
			text, cursor := x.View(w, h-2)
			if cursor != nil {
				cursor.Y += 2
			}
			return " " + e.T(words.LookDaily) + "\n\n" + text, cursor
		}
		return x.View(w, h)
	case *questionList:
		return joinLines(x.Rows(w, h)), nil
	}
	return "", nil
}

// Keys of the section, and of the steps.
func (s *look) Keys() []Action {
	if s.pick != nil {
		return s.pick.keys(s.close)
	}
	keys := append(s.panes.cur().Keys(), On(words.LookNext, s.turn(1), "pgdown"), On(words.LookPrev, s.turn(-1), "pgup").Hidden())
	return append(append(keys, stepKeys(s.env, s.visit, s.step, s.env.Swap)...),
		s.env.attachKey(s.visit, checklist.StepID(s.visit, checklist.StepLook)))
}

// Place is the visit and the field.
func (s *look) Place() Place {
	return s.panes.place(Place{Screen: string(s.step), Visit: s.visit})
}

// CaptureFor says that a fact noted here is about the self-report.
func (s *look) CaptureFor() (visit, unit checklist.ID, step checklist.Step) {
	return s.visit, checklist.ID{}, s.step
}

// Typing tells whether plain keys are text.
func (s *look) Typing() bool { return s.pick != nil || s.panes.cur().Typing() }

// Hint is the section's.
func (s *look) Hint() string { return s.hintOr(s.env, s.panes.cur().Hint) }

// ScoresShown is never so here: the unit's own scores are what it handed in.
func (s *look) ScoresShown() bool { return false }

// Title is the crumb.
func (s *look) Title() string { return s.env.stepTitle(s.env.visitScheme(s.visit), s.step) }

// Click puts the cursor under a cell, turns to a section, or opens a step.
func (s *look) Click(x, y int) tea.Cmd {
	e := s.env
	switch {
	case s.pick != nil:
		s.pick.list.Click(x, y-2)
	case y == 0:
		return stepClick(e, e.Doc(s.visit), s.visit, s.step, x, e.Swap)
	case y == 2 && e.Doc(s.visit) != nil:
		at := 2
		for i, sec := range s.sections {
			width := e.Width(strings.TrimSpace(e.T(sec.name)+" "+sec.have(e.Doc(s.visit)))) + 3
			if x >= at-1 && x < at+width-1 {
				return s.panes.to(i, 1)
			}
			at += width
		}
	case y > 3:
		if f, ok := s.panes.cur().(*Form); ok {
			if d := e.Doc(s.visit); f == s.head && d != nil && d.Kind == checklist.Daily {
				y -= 2
			}
			return f.Click(x, y-4)
		}
		s.open.Click(x, y-4)
	}
	return nil
}
