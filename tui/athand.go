package tui

import (
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("hand", newHand) }

// handRow is one thing that is known beside an indicator: what was found before, a number of the ledger, the unit's own
// score.
type handRow struct {
	label string
	text  string
	left  *checklist.Leftover // what can be taken over as a question, nil for none
}

// handRows is what is at hand for an indicator, what matters most first. The unit's own score is a score: it shows with
// the others.
func (e *Env) handRows(d *store.Doc, ind *checklist.Indicator, shown bool) (rows []handRow) {
	s := e.SchemeOf(d)
	of := func(rule string) bool {
		_, i, ok := s.Rule(rule)
		return ok && i.ID == ind.ID
	}
	if p, ok := d.SelfScores[ind.ID]; ok && shown {
		rows = append(rows, handRow{e.T(words.HandSelf), p.String(), nil})
	}
	left := d.Leftovers()
	for i := range left {
		l := &left[i]
		if l.Indicator != ind.ID {
			continue
		}
		switch l.Kind {
		case checklist.LeftPast:
			rows = append(rows, handRow{e.T(words.HandPast), e.inherited(d, l.Unit, e.handText(words.HandOf, l.When, l.Rule, l.Count, l.Text, e.T(words.PastStates["open"]))), l})
		case checklist.LeftSlip:
			rows = append(rows, handRow{e.T(words.HandSlip), e.inherited(d, l.Unit, strings.TrimSpace(e.T(words.HandSlipOf, l.Number, l.When)+" "+l.Text)), l})
		case checklist.LeftDaily:
			rows = append(rows, handRow{e.T(words.HandDaily), e.handText(words.HandDailyOf, l.When, l.Rule, l.Count, l.Text, ""), l})
		}
	}
	for _, p := range d.Past {
		if p.State == "rectified" && of(p.Rule) {
			rows = append(rows, handRow{e.T(words.HandPast), e.inherited(d, p.Unit, e.handText(words.HandOf, p.Year, p.Rule, p.Count, p.Facts, e.T(words.PastStates[p.State]))), nil})
		}
	}
	for _, f := range s.Reconciliation.Figures {
		n, ok := d.Figures[f.ID][checklist.Office]
		for i := range ind.Rules {
			if ok && s.Touches(f.ID, ind.Rules[i].ID) {
				rows = append(rows, handRow{e.T(words.HandLedger), e.name(f.Name) + " " + count(int(n)), nil})
				break
			}
		}
	}
	return rows
}

// handText is a finding of before: when, rule, count, facts, and what became of it.
func (e *Env) handText(head words.Text, when, rule string, n int64, facts, state string) string {
	text := e.T(head, when, rule, n) + " " + facts
	if state != "" {
		text += e.T(words.Terms, state)
	}
	return text
}

// handLine says it all in one line of w cells, and which key opens the page of it.
func (e *Env) handLine(rows []handRow, w int) string {
	var parts []string
	ledger := false
	for _, r := range rows {
		label := r.label + " "
		if r.label == e.T(words.HandLedger) {
			if ledger {
				label = ""
			}
			ledger = true
		}
		parts = append(parts, label+r.text)
	}
	key := "  " + e.keyLabel("ctrl+p") + " " + e.T(words.HandKey)
	text := e.Cut(e.Clean(strings.Join(parts, e.T(words.Semicolon))), w-e.Width(key)-2)
	return e.Style.Faint.Render(e.Sides(w-1, " "+text, key))
}

// handPane draws it in w columns and at most h rows, under a heading.
func (e *Env) handPane(rows []handRow, w, h int) []string {
	lines := []string{" " + e.Style.Title.Render(e.Cut(e.T(words.HandTitle), w-2))}
	if len(rows) == 0 {
		for _, l := range e.Wrap(e.T(words.HandNone), w-3) {
			lines = append(lines, " "+e.Style.Faint.Render(l))
		}
	}
	for _, r := range rows {
		for i, l := range e.Wrap(e.Clean(r.label+" "+r.text), w-4) {
			lines = append(lines, strings.Repeat(" ", 1+min(i, 1)*2)+l)
		}
	}
	return lines[:min(len(lines), max(h, 0))]
}

// past is the line of what is at hand, where it has no pane of its own.
func (s *score) past(ind *checklist.Indicator, w int) []string {
	rows := s.env.handRows(s.doc, ind, s.shown)
	if len(rows) == 0 || s.wide {
		return nil
	}
	return []string{s.env.handLine(rows, w)}
}

// atHand are the lines of what was found before under a rule that the selected number speaks for.
func (t *headcount) atHand(w int) (lines []string) {
	if t.at >= len(t.lines) || t.idle {
		return nil
	}
	e := t.env
	for _, l := range t.doc.Leftovers() {
		if l.Rule != "" && t.scheme().Touches(t.lines[t.at].id, l.Rule) && len(lines) < 2 {
			text := e.T(words.HandNumber, e.T(words.LeftKinds[string(l.Kind)])+" "+l.When, l.Rule+" "+l.Text)
			lines = append(lines, " "+e.Style.Faint.Render(e.Cut(text, w-2)))
		}
	}
	return lines
}

// hand is the page of what is at hand for one indicator.
type hand struct {
	env       *Env
	visit     checklist.ID
	indicator string
	shown     bool // scores are on show
	list      *List
	rows      []handRow
}

func newHand(e *Env, p Place) Screen {
	s := &hand{env: e, visit: p.Visit, indicator: p.Item}
	s.list = NewList(e, Column{Min: 6}, Column{Grow: true}, Column{Max: 14})
	s.list.NoTitles, s.list.Empty = true, e.T(words.HandNone)
	s.fill()
	return s
}

func (s *hand) fill() {
	e, d := s.env, s.env.Doc(s.visit)
	ind, _, ok := e.SchemeOf(d).Indicator(s.indicator)
	if d == nil || !ok {
		return
	}
	s.rows = e.handRows(d, ind, s.shown)
	s.list.SetRows(len(s.rows), func(i int) []string {
		r := s.rows[i]
		state := ""
		if r.left != nil {
			if state = e.T(words.HandUntaken); r.left.Taken(&d.Visit) {
				state = e.T(words.HandTaken)
			}
		}
		return []string{r.label, r.text, state}
	})
}

func (s *hand) chosen() (handRow, bool) {
	if i := s.list.Selected(); i >= 0 && i < len(s.rows) {
		return s.rows[i], true
	}
	return handRow{}, false
}

// Open reads the visit.
func (s *hand) Open() tea.Cmd { return s.env.Load(s.visit) }

// Update moves, and follows the book.
func (s *hand) Update(msg tea.Msg) tea.Cmd {
	if _, ok := msg.(DocMsg); ok {
		s.fill()
		return nil
	}
	return s.list.Update(msg)
}

// Frame draws the list, and the whole of the selected row below it.
func (s *hand) Frame(w, h int) Frame {
	e, d := s.env, s.env.Doc(s.visit)
	if d == nil {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	title := s.indicator
	if ind, _, ok := e.SchemeOf(d).Indicator(s.indicator); ok {
		title = e.T(words.HandAbout, ind.ID, e.indicatorName(ind))
	}
	const below = 4
	var c canvas
	c.add(" "+e.Style.Title.Render(e.Cut(title, w-2)), e.Rule(w))
	c.block(joinLines(s.list.Rows(w, h-3-below)), nil, h-3-below)
	c.add(e.Rule(w))
	if r, ok := s.chosen(); ok {
		lines := e.Wrap(e.Clean(r.label+" "+r.text), w-3)
		for _, l := range lines[:min(len(lines), below)] {
			c.add(" " + l)
		}
	}
	return c.frame()
}

// Keys take over what was left, and show the unit's own score.
func (s *hand) Keys() []Action {
	take := On(words.LeftTake, s.take, "enter")
	r, ok := s.chosen()
	d := s.env.Doc(s.visit)
	switch {
	case !ok || r.left == nil || d == nil:
		take = take.OffIf(s.env.T(words.HandHint))
	case r.left.Taken(&d.Visit):
		take = take.OffIf(s.env.T(words.HandTaken))
	}
	scores := words.ShowScores
	if s.shown {
		scores = words.HideScores
	}
	return []Action{take, On(scores, s.toggle, "f9"), Show(words.KeyMove, "up", "down")}
}

func (s *hand) take() tea.Cmd {
	r, _ := s.chosen()
	return s.env.takeLeftovers(s.visit, *r.left)
}

func (s *hand) toggle() tea.Cmd {
	s.shown = !s.shown
	s.fill()
	return nil
}

// ScoresShown tells the header.
func (s *hand) ScoresShown() bool { return s.shown }

// Place is the indicator.
func (s *hand) Place() Place { return Place{Screen: "hand", Visit: s.visit, Item: s.indicator} }

// Hint says what it is worth.
func (s *hand) Hint() string { return s.env.T(words.HandHint) }

// Title is the crumb.
func (s *hand) Title() string { return s.env.T(words.HandTitle) }

// Click selects a row.
func (s *hand) Click(_, y int) tea.Cmd {
	s.list.Click(0, y-2)
	return nil
}
