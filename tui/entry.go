package tui

import (
	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("entry", newEntry) }

// entry is the page of one note: a fact noted in passing is corrected here and attached to what it belongs to.
type entry struct {
	picking
	env   *Env
	visit checklist.ID
	id    checklist.ID
	form  *Form
}

func newEntry(e *Env, p Place) Screen {
	s := &entry{env: e, visit: p.Visit, id: p.Record}
	s.form = NewForm(e, func() *store.Doc { return e.Doc(p.Visit) },
		[]Item{{Record: s.id, Kind: store.KindEntry, Field: "text", In: InText, Label: words.EntryText, Height: 6}},
		[]Item{{Record: s.id, Kind: store.KindEntry, Field: "todo", In: InBool, Label: words.EntryTodo}})
	s.form.Resume(p)
	return s
}

// Open reads the visit.
func (s *entry) Open() tea.Cmd { return s.env.Load(s.visit) }

func (s *entry) old() (checklist.Entry, bool) {
	if d := s.env.Doc(s.visit); d != nil {
		for _, x := range d.Entries {
			if x.ID == s.id {
				return x, true
			}
		}
	}
	return checklist.Entry{}, false
}

// Update types.
func (s *entry) Update(msg tea.Msg) tea.Cmd {
	if s.pick != nil && isInput(msg) {
		return s.pick.list.Update(msg)
	}
	return s.form.Update(msg)
}

// Leave makes the changes.
func (s *entry) Leave() tea.Cmd { return s.form.Leave() }

// Frame draws the note and what it belongs to.
func (s *entry) Frame(w, h int) Frame {
	if s.pick != nil {
		return s.pick.frame(w, h)
	}
	e := s.env
	x, ok := s.old()
	if !ok {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	belongs := e.attachedTo(e.Doc(s.visit), x)
	if belongs == "" {
		belongs = e.T(words.EntryNowhere)
	}
	var c canvas
	c.add(" "+e.T(words.EntryAt, x.At, e.fromStep(e.Doc(s.visit), x.Step)), " "+e.T(words.EntryBelongs, e.Clean(belongs)), e.Rule(w))
	rows := s.form.Height(w)
	text, cursor := s.form.View(w, rows)
	c.block(text, cursor, rows)
	return c.frame()
}

// Keys of the note.
func (s *entry) Keys() []Action {
	if s.pick != nil {
		return s.pick.keys(s.close)
	}
	x, ok := s.old()
	keys := s.form.Keys()
	if ok {
		keys = append(keys,
			On(words.NoteAttach, func() tea.Cmd { return s.open(s.env.attachPicker(s.visit, x)) }, "ctrl+f"),
			On(words.NoteWithdraw, func() tea.Cmd { return s.env.withdrawEntry(s.visit, x) }, "ctrl+d"))
	}
	return keys
}

// Place is the note and the field.
func (s *entry) Place() Place {
	name, offset := s.form.Focused()
	return Place{Screen: "entry", Visit: s.visit, Record: s.id, Field: name, Offset: offset}
}

// Typing tells whether plain keys are text.
func (s *entry) Typing() bool { return s.pick != nil || s.form.Typing() }

// Hint is the form's.
func (s *entry) Hint() string { return s.hintOr(s.env, s.form.Hint) }

// Click puts the cursor under a cell.
func (s *entry) Click(x, y int) tea.Cmd {
	if s.pick != nil {
		s.pick.list.Click(x, y-2)
		return nil
	}
	return s.form.Click(x, y-3)
}

// Title is the crumb.
func (s *entry) Title() string { return s.env.T(words.EntryTitle) }
