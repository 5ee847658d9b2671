package tui

import (
	"zoufang/checklist"
	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// checkNote is the page of the note on the whole step.
const checkNote = "note"

// material is one paper: what was seen of it, its number and period, and the sample drawn from it.
type material struct {
	env  *Env
	p    Place
	form *Form
}

func init() {
	addScreen("material", func(e *Env, p Place) Screen { return newMaterial(e, p) })
}

func newMaterial(e *Env, p Place) *material {
	m := &material{env: e, p: p}
	doc := func() *store.Doc { return e.Doc(p.Visit) }
	if p.Item == checkNote {
		m.form = NewForm(e, doc, []Item{{Record: checklist.StepID(p.Visit, checklist.StepCheck), Kind: store.KindCheck, Field: "note",
			Label: words.CheckNoteRow, In: InText}})
		m.form.Resume(p)
		return m
	}
	item := func(name string, label words.Text, in, width int) Item {
		return Item{Record: p.Record, Kind: store.KindMaterial, Field: name, Label: label, In: in, Width: width}
	}
	status := item("status", words.StatusCol, InChoice, 0)
	for _, s := range paperOrder[1:] {
		status.Options = append(status.Options, field.Option{Value: s, Word: e.T(words.PaperStatus[s])})
	}
	name := item("name", words.PaperName, InLine, 0)
	name.Skip = func() bool { return p.Item != "" }
	note := item("note", words.NoteCol, InText, 0)
	note.Height = 4
	dated, putRight := item("dated", words.EveDated, InDate, 11), item("put_right_on", words.EvePut, InDate, 11)
	dated.Hint, putRight.Hint = words.EveHint, words.EvePutHin
	method := item("sample_method", words.SampleMethod, InLine, 0)
	method.Hint = words.SampleHint
	m.form = NewForm(e, doc, []Item{name}, []Item{status},
		[]Item{item("document_no", words.PaperNumber, InLine, 20), item("period_covered", words.PaperPeriod, InLine, 20)},
		[]Item{note},
		[]Item{item("sample_population", words.SamplePopulation, InNumber, 6), item("sample_size", words.SampleSize, InNumber, 6)},
		[]Item{method}, []Item{dated, putRight})
	m.form.take(1) // the name is not there for a paper of the list
	m.form.Resume(p)
	return m
}

// Open reads the visit.
func (m *material) Open() tea.Cmd { return m.env.Load(m.p.Visit) }

// Update types. The first change of a paper of the scheme's list also says which paper it is.
func (m *material) Update(msg tea.Msg) tea.Cmd {
	cmd := m.form.Update(msg)
	saved, ok := msg.(SavedMsg)
	doc := m.env.Doc(m.p.Visit)
	if !ok || doc == nil || m.p.Item == "" || m.p.Item == checkNote {
		return cmd
	}
	for _, ed := range saved.Edits {
		if ed.Record == m.p.Record && doc.Register(m.p.Record, store.KindMaterial, "material").Text == "" {
			return tea.Batch(cmd, m.env.Apply(store.Edit{Record: m.p.Record, Kind: store.KindMaterial, Field: "material", Text: m.p.Item}))
		}
	}
	return cmd
}

// Frame draws the name and the fields.
func (m *material) Frame(w, h int) Frame {
	e := m.env
	if e.Doc(m.p.Visit) == nil {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	var c canvas
	c.add(" "+e.Style.Title.Render(e.Cut(m.heading(), w-2)), e.Rule(w))
	text, cursor := m.form.View(w, h-2)
	c.block(text, cursor, h-2)
	return c.frame()
}

func (m *material) heading() string {
	e := m.env
	if def, ok := e.visitScheme(m.p.Visit).Material(m.p.Item); ok {
		s := e.name(def.Name)
		if def.Required {
			s = e.T(words.RequiredMark, s)
		}
		if def.AliasZH != "" && e.Lang != words.EN {
			s += "　" + def.AliasZH
		}
		return s
	}
	if m.p.Item == checkNote {
		return e.stepTitle(e.visitScheme(m.p.Visit), e.formStep(m.p.Visit, checklist.FormPapers))
	}
	return e.T(words.PaperAdded)
}

// Keys are the form's.
func (m *material) Keys() []Action {
	attach := On(words.AttachRow, func() tea.Cmd {
		return tea.Batch(m.form.Leave(), m.env.Go(Place{Screen: "attach", Visit: m.p.Visit, Record: m.p.Record}))
	}, "ctrl+f")
	keys := append(m.form.Keys(), attach)
	if m.p.Item == checkNote {
		keys = m.form.Keys()
	}
	return append(keys, stepKeys(m.env, m.p.Visit, "", m.env.deep(m.p.Visit))...)
}

// Leave makes the changes of what was typed.
func (m *material) Leave() tea.Cmd { return m.form.Leave() }

// Typing tells whether plain keys are text.
func (m *material) Typing() bool { return m.form.Typing() }

// Hint is the form's.
func (m *material) Hint() string { return m.form.Hint() }

// Click puts the cursor into a field.
func (m *material) Click(x, y int) tea.Cmd { return m.form.Click(x, y-2) }

// ScoresShown tells the header: the page shows none.
func (m *material) ScoresShown() bool { return false }

// Title is the crumb.
func (m *material) Title() string {
	if def, ok := m.env.visitScheme(m.p.Visit).Material(m.p.Item); ok {
		return m.env.name(def.Name)
	}
	return m.heading()
}

// Place remembers the paper and the field.
func (m *material) Place() Place {
	p := m.p
	p.Screen = "material"
	p.Field, p.Offset = m.form.Focused()
	return p
}

// CaptureFor tells what a fact noted here is about.
func (m *material) CaptureFor() (visit, unit checklist.ID, step checklist.Step) {
	return m.p.Visit, checklist.ID{}, m.env.formStep(m.p.Visit, checklist.FormPapers)
}
