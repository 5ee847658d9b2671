package tui

import (
	"context"
	"slices"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// check is the checking step: the papers on the list and those that turned up besides, and beside them the headcount.
type check struct {
	*bench
	step   checklist.Step
	papers *rowsPane
	head   *headcount
	panes  *panes
	rows   []checklist.Material
	place  Place
	filled bool
	spots  areas
	tableX int // where the headcount stood in the last view
	tableY int
}

func init() {
	addForm(checklist.FormPapers, func(e *Env, p Place, step checklist.Step) Screen {
		s := newCheck(e, p.Visit, step)
		s.place = p
		s.follow()
		return s
	})
}

// newCheck opens the step of a visit.
func newCheck(e *Env, visit checklist.ID, step checklist.Step) *check {
	s := &check{bench: newBench(e, visit), step: step}
	list := NewList(e, Column{Title: e.T(words.PaperCol), Grow: true}, Column{Title: e.T(words.StatusCol), Min: 6},
		Column{Title: e.T(words.NumberCol), Max: 24}, Column{Title: e.T(words.NoteCol), Max: 22, Wide: true})
	s.papers = &rowsPane{List: list, name: "papers", keys: s.paperKeys, hint: s.paperHint}
	s.head = newHeadcount(s.bench)
	s.panes = newPanes(Place{}, s.papers)
	if len(s.scheme().Reconciliation.Figures) > 0 {
		s.panes = newPanes(Place{}, s.papers, s.head)
	}
	return s
}

// follow takes what the book says.
func (s *check) follow() {
	if s.doc == nil {
		return
	}
	s.rows = s.materials()
	s.papers.SetRows(len(s.rows)+2, s.paperCells)
	s.head.follow()
	if !s.filled {
		s.filled = true
		s.panes.seek(s.place.Field, s.place.Offset)
		s.jump(s.place.Record)
	}
}

// jump selects the paper a to-do speaks of.
func (s *check) jump(rec checklist.ID) {
	for i, m := range s.rows {
		if m.ID == rec && rec != (checklist.ID{}) {
			s.papers.Select(i)
		}
	}
}

// materials are the papers of the scheme in its order, then those added in the visit.
func (s *check) materials() []checklist.Material {
	var out []checklist.Material
	for _, def := range s.scheme().Materials {
		m := checklist.Material{ID: checklist.MaterialID(s.visit, def.ID), Material: def.ID}
		for _, x := range s.doc.Materials {
			if x.ID == m.ID || x.Material == def.ID {
				m = x
				m.Material = def.ID
			}
		}
		out = append(out, s.inFlight(m))
	}
	for _, x := range s.doc.Materials {
		if !slices.ContainsFunc(out, func(o checklist.Material) bool { return o.ID == x.ID }) {
			out = append(out, s.inFlight(x))
		}
	}
	return out
}

// inFlight is a paper with the status that is being written.
func (s *check) inFlight(m checklist.Material) checklist.Material {
	if f, ok := s.flight[keyOf(m.ID, store.KindMaterial, "status")]; ok {
		m.Status = f.text
	}
	return m
}

func (s *check) paperCells(i int) []string {
	e := s.env
	switch i - len(s.rows) {
	case 0:
		return []string{e.T(words.PaperAddRow)}
	case 1:
		return []string{e.T(words.CheckNoteRow), "", "", s.doc.Check.Note}
	}
	m := s.rows[i]
	name, number := m.Name, m.Number
	if def, ok := s.scheme().Material(m.Material); ok {
		if name = e.name(def.Name); def.Required {
			name = e.T(words.RequiredMark, name)
		}
	}
	if number == "" {
		number = m.Period
	} else if m.Period != "" {
		number += " " + m.Period
	}
	status := e.T(words.PaperStatus[m.Status])
	if e.eveOf(s.doc, m.ID) != nil {
		status += " " + e.T(words.EveLine)
	}
	return []string{e.marked(s.doc, m.ID.String(), name), status, number, m.Note}
}

// seen counts the required papers that somebody ruled on.
func (s *check) seen() (have, want int) {
	for _, m := range s.rows {
		if def, ok := s.scheme().Material(m.Material); ok && def.Required {
			want++
			if m.Status != "" {
				have++
			}
		}
	}
	return have, want
}

// paperOrder is the order in which the space bar changes the status of a paper.
var paperOrder = []string{"", "seen", "missing", "refused", "na"}

func (s *check) chosen() (checklist.Material, bool) {
	if i := s.papers.Selected(); i >= 0 && i < len(s.rows) {
		return s.rows[i], true
	}
	return checklist.Material{}, false
}

func (s *check) cycle() tea.Cmd {
	m, ok := s.chosen()
	if !ok {
		return nil
	}
	m.Status = paperOrder[(slices.Index(paperOrder, m.Status)+1)%len(paperOrder)]
	doc := s.doc
	cmd := s.write(keyOf(m.ID, store.KindMaterial, "status"), m.Status, func(ctx context.Context, b *store.Book) error {
		_, err := b.SaveMaterial(ctx, doc, m)
		return err
	})
	s.follow()
	return cmd
}

// openPaper opens the page of a paper, of a new one, or of the note on the step.
func (s *check) openPaper() tea.Cmd {
	p := Place{Screen: "material", Visit: s.visit}
	switch i := s.papers.Selected(); {
	case i < 0:
		return nil
	case i == len(s.rows):
		p.Record = newItem(s.visit)
	case i > len(s.rows):
		p.Item = checkNote
	default:
		p.Record, p.Item = s.rows[i].ID, s.rows[i].Material
	}
	return s.env.Go(p)
}

// Open reads the visit.
func (s *check) Open() tea.Cmd { return s.open() }

// Update gives keys to the pane with the focus.
func (s *check) Update(msg tea.Msg) tea.Cmd {
	if s.update(msg) {
		s.head.landed(msg)
		s.follow()
		return nil
	}
	if _, saved := msg.(SavedMsg); saved {
		s.head.landed(msg)
		s.follow()
		return nil
	}
	if s.doc == nil {
		return nil
	}
	return s.panes.Update(msg)
}

// Leave makes the change of the number being typed.
func (s *check) Leave() tea.Cmd {
	if s.doc == nil {
		return nil
	}
	return s.panes.Leave()
}
