package tui

import (
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("talk", newTalk) }

// talk is one interview: who by a code and a role band, which questions it serves, notes with their times, whether it
// answers, and what else bears it out. The name behind the code is a record of its own, for the leader and the office.
type talk struct {
	picking
	env   *Env
	visit checklist.ID
	id    checklist.ID
	head  *Form
	notes *notes
	end   *Form
	panes *panes
	top   int // first row of the notes in the last view
	w     int
}

func newTalk(e *Env, p Place) Screen {
	s := &talk{env: e, visit: p.Visit, id: p.Record}
	doc := func() *store.Doc { return e.Doc(p.Visit) }
	s.head = NewForm(e, doc, s.headRows()...)
	s.notes = newNotes(e, p.Visit, p.Record, e.formStep(p.Visit, checklist.FormTalks), p.Item)
	paper := s.item("corroborated_by", InLine, words.TalkPaper, 0)
	paper.Hint = words.TalkPaperHint
	answers := s.choice("answers_question", words.TalkAnswer, words.TalkAnswers, "yes", "partly", "no")
	answers.Hint = words.TalkAnswerHint
	s.end = NewForm(e, doc, []Item{answers}, []Item{paper})
	s.panes = newPanes(p, s.head, s.notes, s.end)
	return s
}

func (s *talk) item(name string, in int, label words.Text, width int) Item {
	return Item{Record: s.id, Kind: store.KindInterview, Field: name, In: in, Label: label, Width: width}
}

func (s *talk) choice(name string, label words.Text, of map[string]words.Text, values ...string) Item {
	it := s.item(name, InChoice, label, 0)
	for _, v := range values {
		it.Options = append(it.Options, field.Option{Value: v, Word: s.env.T(of[v])})
	}
	return it
}

func (s *talk) headRows() [][]Item {
	start, end := s.item("started_at", InMoment, words.ListenFrom, 16), s.item("ended_at", InMoment, words.ListenTo, 16)
	start.Hint, end.Hint = words.ListenTimeHint, words.ListenTimeHint
	who := s.item("interviewee_code", InLine, words.TalkWho, 8)
	who.Hint = words.TalkWhoHint
	people := []Item{who}
	if store.SeesNames(s.env.Me) {
		people = append(people, Item{Name: "name", Record: identityOf(s.id), Kind: store.KindIdentity, Field: "name", In: InLine,
			Label: words.TalkName, Width: 12, Hint: words.TalkNameHint})
	}
	second := s.item("second_interviewer", InLine, words.TalkSecond, 8)
	second.Hint = words.TalkSecondHint
	return [][]Item{
		{s.choice("form", words.TalkForm, words.TalkForms, "individual", "group", "service_user"), people[0]},
		{s.choice("interviewee_role_band", words.TalkBand, words.TalkBands, "leader", "office_head", "staff", "service_user")},
		people[1:],
		{start, end, s.item("place", InLine, words.ListenPlace, 14)},
		{s.item("interviewer", InLine, words.TalkFirst, 8), second, s.item("confidentiality", InBool, words.TalkTold, 0)},
	}
}

// identityOf is the record of the name behind a talk's code: beside the talk, so that two laptops name one person once.
func identityOf(talk checklist.ID) checklist.ID {
	talk[len(talk)-1] ^= 0xff
	return talk
}

// old is the talk as the book has it.
func (s *talk) old() (checklist.Interview, bool) {
	if d := s.env.Doc(s.visit); d != nil {
		for _, t := range d.Interviews {
			if t.ID == s.id {
				return t, true
			}
		}
	}
	return checklist.Interview{}, false
}

// Open reads the visit.
func (s *talk) Open() tea.Cmd { return s.env.Load(s.visit) }

// Update types in the focused pane.
func (s *talk) Update(msg tea.Msg) tea.Cmd {
	if s.pick != nil && isInput(msg) {
		return s.pick.list.Update(msg)
	}
	return s.panes.Update(msg)
}

// Leave makes the changes of everything; a name that was given carries its code.
func (s *talk) Leave() tea.Cmd {
	cmds := []tea.Cmd{s.panes.Leave()}
	t, ok := s.old()
	if d := s.env.Doc(s.visit); ok && s.head.Value("name") != "" && t.Person != "" {
		id := identityOf(s.id)
		if d.Register(id, store.KindIdentity, "code").Text != t.Person {
			cmds = append(cmds, s.env.Apply(store.Edit{Record: id, Kind: store.KindIdentity, Field: "code", Text: t.Person,
				Shown: s.env.shown(s.visit, id, store.KindIdentity, "code")}))
		}
	}
	return tea.Batch(cmds...)
}

// chooseQuestions ticks the open questions the talk serves.
func (s *talk) chooseQuestions() tea.Cmd {
	e := s.env
	t, _ := s.old()
	p := newPicker(e, e.T(words.TalkPick), e.questionRows(e.Doc(s.visit)), func(chosen []pickRow) tea.Cmd {
		ids := make([]string, len(chosen))
		for i, c := range chosen {
			ids[i] = c.record.String()
		}
		return s.set("questions", strings.Join(ids, " "))
	})
	return s.open(p.several(func(r pickRow) bool {
		for _, id := range t.Questions {
			if id == r.record {
				return true
			}
		}
		return false
	}))
}

// chooseIndicators ticks the indicators the talk is about besides.
func (s *talk) chooseIndicators() tea.Cmd {
	e := s.env
	t, _ := s.old()
	have := " " + t.Indicators + " "
	p := newPicker(e, e.T(words.TalkPickIndicators), e.indicatorRows(e.Doc(s.visit)), func(chosen []pickRow) tea.Cmd {
		ids := make([]string, len(chosen))
		for i, c := range chosen {
			ids[i] = c.id
		}
		return s.set("linked_indicators", strings.Join(ids, " "))
	})
	return s.open(p.several(func(r pickRow) bool { return strings.Contains(have, " "+r.id+" ") }))
}

func (s *talk) set(name, text string) tea.Cmd {
	return s.env.Apply(store.Edit{Record: s.id, Kind: store.KindInterview, Field: name, Text: text,
		Shown: s.env.shown(s.visit, s.id, store.KindInterview, name)})
}

// prompts are what the scheme says to ask about the indicators of the talk and of its questions.
func (s *talk) prompts() []string {
	e, d := s.env, s.env.Doc(s.visit)
	t, ok := s.old()
	if !ok {
		return nil
	}
	ids := strings.Fields(t.Indicators)
	for _, q := range d.Questions {
		for _, id := range t.Questions {
			if id == q.ID && q.Indicator != "" {
				ids = append(ids, q.Indicator)
			}
		}
	}
	var out []string
	seen := map[string]bool{}
	for _, id := range ids {
		if ind, _, ok := e.SchemeOf(d).Indicator(id); ok && !seen[id] {
			seen[id] = true
			out = append(out, id+" "+e.name(ind.Question))
		}
	}
	return out
}

// Keys of the focused pane, and of the steps.
func (s *talk) Keys() []Action {
	if s.pick != nil {
		return s.pick.keys(s.close)
	}
	var keys []Action
	if s.panes.is(s.notes) {
		keys = s.notes.actions(func(x checklist.Entry) tea.Cmd { return s.open(s.env.attachPicker(s.visit, x)) })
	}
	keys = append(keys, s.panes.cur().Keys()...)
	if find(keys, "tab") == nil {
		keys = append(keys, Show(words.KeyNext, "tab"))
	}
	if find(keys, "ctrl+f") == nil {
		keys = append(keys, On(words.TalkChoose, s.chooseQuestions, "ctrl+f"))
	}
	keys = append(keys, On(words.TalkChooseIndicators, s.chooseIndicators, "ctrl+e").Hidden(), s.env.attachKey(s.visit, s.id))
	return append(keys, stepKeys(s.env, s.visit, "", s.env.deep(s.visit))...)
}

// Place is the talk, the entry being written, and the field.
func (s *talk) Place() Place {
	return s.panes.place(Place{Screen: "talk", Visit: s.visit, Record: s.id, Item: s.notes.id.String()})
}

// CaptureFor says that a fact noted here is about the interviews.
func (s *talk) CaptureFor() (visit, unit checklist.ID, step checklist.Step) {
	return s.visit, checklist.ID{}, s.notes.step
}

// Typing tells whether plain keys are text.
func (s *talk) Typing() bool { return s.pick != nil || s.panes.cur().Typing() }

// Hint is the focused pane's.
func (s *talk) Hint() string { return s.hintOr(s.env, s.panes.cur().Hint) }

// ScoresShown is never so here.
func (s *talk) ScoresShown() bool { return false }

// Title is the crumb: the code.
func (s *talk) Title() string {
	t, _ := s.old()
	return s.env.T(words.TalkTitle, t.Code)
}
