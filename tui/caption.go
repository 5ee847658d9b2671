package tui

import (
	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("caption", newCaption) }

// caption is the page on which a photo or scan is given its words: what it shows, where and when it was taken.
type caption struct {
	env   *Env
	visit checklist.ID
	id    checklist.ID
	form  *Form
}

func newCaption(e *Env, p Place) Screen {
	s := &caption{env: e, visit: p.Visit, id: p.Record}
	s.form = NewForm(e, func() *store.Doc { return e.Doc(p.Visit) },
		[]Item{{Record: p.Record, Kind: store.KindAttachment, Field: "caption", Label: words.FileCaption, Hint: words.FileCaptionHint}})
	s.form.Resume(p)
	return s
}

// Open reads the visit.
func (s *caption) Open() tea.Cmd { return s.env.Load(s.visit) }

// Update types.
func (s *caption) Update(msg tea.Msg) tea.Cmd { return s.form.Update(msg) }

// Leave makes the change.
func (s *caption) Leave() tea.Cmd { return s.form.Leave() }

// Frame draws the file's name and the line.
func (s *caption) Frame(w, h int) Frame {
	e, d := s.env, s.env.Doc(s.visit)
	if d == nil {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	name := ""
	for _, a := range d.Attached {
		if a.ID == s.id {
			name = a.Name + "  " + fileSize(a.Size)
		}
	}
	var c canvas
	c.add(" "+e.Style.Title.Render(e.Cut(name, w-2)), e.Rule(w))
	text, cursor := s.form.View(w, h-2)
	c.block(text, cursor, h-2)
	return c.frame()
}

// Keys of the line.
func (s *caption) Keys() []Action {
	return append([]Action{On(words.ProofDone, s.env.Back, "enter")}, s.form.Keys()...)
}

// Typing is always so.
func (s *caption) Typing() bool { return s.form.Typing() }

// Hint says what to write.
func (s *caption) Hint() string { return s.form.Hint() }

// Place is the file and the cursor.
func (s *caption) Place() Place {
	name, offset := s.form.Focused()
	return Place{Screen: "caption", Visit: s.visit, Record: s.id, Field: name, Offset: offset}
}

// Title is the crumb.
func (s *caption) Title() string { return s.env.T(words.FileCaption) }

// Click puts the cursor under a cell.
func (s *caption) Click(x, y int) tea.Cmd { return s.form.Click(x, y-2) }
