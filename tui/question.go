package tui

import (
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("question", newQuestion) }

// question is the page of one point to verify: what is asked, of which indicator, and what came of it.
type question struct {
	picking
	env   *Env
	visit checklist.ID
	id    checklist.ID
	step  string // a new question comes from
	form  *Form
}

func newQuestion(e *Env, p Place) Screen {
	s := &question{env: e, visit: p.Visit, id: p.Record, step: p.Item}
	item := func(name string, in int, label words.Text) Item {
		return Item{Record: s.id, Kind: store.KindQuestion, Field: name, In: in, Label: label}
	}
	text := item("text", InText, words.AskTextLabel)
	text.Height, text.Hint = 3, words.AskTextHint
	status := item("status", InChoice, words.AskState)
	status.Options = []field.Option{{Value: "answered", Word: e.T(words.AskStates["answered"])}, {Value: "dropped", Word: e.T(words.AskStates["dropped"])}}
	status.Hint = words.AskStatusHint
	answer := item("answer", InText, words.AskAnswer)
	answer.Height = 4
	s.form = NewForm(e, func() *store.Doc { return e.Doc(p.Visit) }, []Item{text}, []Item{status}, []Item{answer})
	s.form.Resume(p)
	return s
}

// Open reads the visit.
func (s *question) Open() tea.Cmd { return s.env.Load(s.visit) }

// old is the question as the book has it.
func (s *question) old() *checklist.Question {
	d := s.env.Doc(s.visit)
	if d == nil {
		return nil
	}
	for i := range d.Questions {
		if d.Questions[i].ID == s.id {
			return &d.Questions[i]
		}
	}
	return nil
}

// Update types.
func (s *question) Update(msg tea.Msg) tea.Cmd {
	if s.pick != nil && isInput(msg) {
		return s.pick.list.Update(msg)
	}
	return s.form.Update(msg)
}

// Leave makes the changes; a new question says which step it comes from.
func (s *question) Leave() tea.Cmd {
	cmd := s.form.Leave()
	d := s.env.Doc(s.visit)
	if s.step == "" || d == nil || strings.TrimSpace(s.form.Value("text")) == "" {
		return cmd
	}
	from := s.step
	s.step = ""
	if d.Register(s.id, store.KindQuestion, "from_step").Text != "" {
		return cmd
	}
	return tea.Batch(cmd, s.env.Apply(store.Edit{Record: s.id, Kind: store.KindQuestion, Field: "from_step", Text: from}))
}

// choose asks which indicator the question is about.
func (s *question) choose() tea.Cmd {
	e := s.env
	rows := append([]pickRow{{kind: "none", word: e.T(words.PickNothing)}}, e.indicatorRows(e.Doc(s.visit))...)
	return s.open(newPicker(e, e.T(words.PickWhich), rows, func(chosen []pickRow) tea.Cmd {
		return e.Apply(store.Edit{Record: s.id, Kind: store.KindQuestion, Field: "indicator", Text: chosen[0].id,
			Shown: e.shown(s.visit, s.id, store.KindQuestion, "indicator")})
	}))
}

// Frame draws the form, and below it the notes and talks that bear on the question.
func (s *question) Frame(w, h int) Frame {
	e := s.env
	if s.pick != nil {
		return s.pick.frame(w, h)
	}
	var c canvas
	c.add(" " + e.T(words.AskForLine, s.about()))
	rows := s.form.Height(w)
	text, cursor := s.form.View(w, rows)
	c.block(text, cursor, rows)
	c.add(e.Rule(w), " "+e.Style.Title.Render(e.T(words.AskBearing)))
	bearing := s.bearing(w)
	if len(bearing) == 0 {
		bearing = []string{"   " + e.T(words.AskNoBearing)}
	}
	c.add(bearing...)
	return c.frame()
}

// about is the indicator and where the question comes from.
func (s *question) about() string {
	e, q := s.env, s.old()
	if q == nil {
		return e.T(words.AskAboutNothing)
	}
	about := e.T(words.AskAboutNothing)
	if q.Indicator != "" {
		about = q.Indicator
		if ind, _, ok := e.visitScheme(s.visit).Indicator(q.Indicator); ok {
			about += " " + e.name(ind.Name)
		}
	}
	if l, ok := s.env.Doc(s.visit).LeftoverOf(s.id); ok {
		about += "   " + e.T(words.LeftCame, e.T(words.LeftKinds[string(l.Kind)])+" "+e.leftShort(l))
	}
	if q.Step != "" {
		about += "   " + e.T(words.AskCameFrom, e.stepName(e.visitScheme(s.visit), q.Step))
	}
	return e.Clean(about)
}

// bearing are the notes attached to the question and the talks that serve it.
func (s *question) bearing(w int) []string {
	e, d := s.env, s.env.Doc(s.visit)
	if d == nil {
		return nil
	}
	var lines []string
	for _, t := range d.Interviews {
		for _, q := range t.Questions {
			if q == s.id && t.Status != "withdrawn" {
				lines = append(lines, "   "+e.Cut(t.Code+" "+e.T(words.TalkAnswers[t.Answers])+" "+t.Corroborated, w-6))
			}
		}
	}
	for _, x := range d.Entries {
		if x.Question == s.id && x.Status != "withdrawn" {
			lines = append(lines, "   "+e.Cut(timeOf(x.At)+" "+x.Text, w-6))
		}
	}
	return lines
}

// Keys of the question.
func (s *question) Keys() []Action {
	if s.pick != nil {
		return s.pick.keys(s.close)
	}
	return append(s.form.Keys(), On(words.AskChoose, s.choose, "ctrl+f"))
}

// Place is the question and the field.
func (s *question) Place() Place {
	name, offset := s.form.Focused()
	return Place{Screen: "question", Visit: s.visit, Record: s.id, Item: s.step, Field: name, Offset: offset}
}

// Typing tells whether plain keys are text.
func (s *question) Typing() bool { return s.pick != nil || s.form.Typing() }

// Hint is the form's.
func (s *question) Hint() string { return s.hintOr(s.env, s.form.Hint) }

// Click puts the cursor under a cell.
func (s *question) Click(x, y int) tea.Cmd {
	if s.pick != nil {
		s.pick.list.Click(x, y-2)
		return nil
	}
	return s.form.Click(x, y-1)
}

// Title is the crumb.
func (s *question) Title() string { return s.env.T(words.AskTitle) }
