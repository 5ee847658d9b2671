package tui

import (
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// promises are what the unit promised in the briefing, each with its date; the last row takes the next one.
type promises struct {
	env   *Env
	visit checklist.ID
	form  *Form
	ids   []checklist.ID // of the rows
}

func newPromises(e *Env, visit checklist.ID) *promises {
	s := &promises{env: e, visit: visit}
	s.form = NewForm(e, func() *store.Doc { return e.Doc(visit) })
	s.grow()
	return s
}

// grow adds rows for promises that have none, those of last time's drafts too, and keeps one empty row at the end.
func (s *promises) grow() {
	d := s.env.Doc(s.visit)
	if d == nil {
		return
	}
	for _, p := range d.Promises {
		s.row(p.ID)
	}
	for key := range s.env.keep.found {
		if key.kind == store.KindPromise && key.record.Scope() == s.visit.Scope() {
			s.row(key.record)
		}
	}
	if n := len(s.ids); n == 0 || s.value(s.ids[n-1], "text") != "" {
		s.row(store.NewID(s.visit))
	}
}

func (s *promises) row(id checklist.ID) {
	for _, have := range s.ids {
		if have == id {
			return
		}
	}
	s.ids = append(s.ids, id)
	gone := func() bool {
		d := s.env.Doc(s.visit)
		return d != nil && d.Register(id, store.KindPromise, "status").Text == "withdrawn"
	}
	s.form.addRow(
		Item{Name: rowField(id, "text"), Record: id, Kind: store.KindPromise, Field: "text", Width: 44, Skip: gone, Hint: words.PromiseHint},
		Item{Name: rowField(id, "due"), Record: id, Kind: store.KindPromise, Field: "due", In: InDate, Label: words.PromiseDue, Width: 10, Skip: gone, Hint: words.PromiseDueHint})
}

// rowField names a field of one of many records in a form.
func rowField(id checklist.ID, field string) string { return id.String()[16:] + "." + field }

func (s *promises) value(id checklist.ID, field string) string {
	it := s.form.named(rowField(id, field))
	return strings.TrimSpace(it.input.Value())
}

// lines is the number of rows there are to see.
func (s *promises) lines() int { return s.form.Height(wideWidth) }

// focused is the promise with the cursor.
func (s *promises) focused() (checklist.ID, bool) {
	at, _ := s.form.Focused()
	for _, id := range s.ids {
		if strings.HasPrefix(at, id.String()[16:]) {
			return id, true
		}
	}
	return checklist.ID{}, false
}

// withdraw takes a promise back, with a reason.
func (s *promises) withdraw() tea.Cmd {
	e := s.env
	id, ok := s.focused()
	if !ok || s.value(id, "text") == "" {
		return nil
	}
	return e.AskReason(e.T(words.PromiseWithdrawAsk, e.Cut(s.value(id, "text"), 40)), words.NoteWithdraw, func(reason string) tea.Cmd {
		return e.Apply(store.Edit{Record: id, Kind: store.KindPromise, Field: "status", Text: "withdrawn",
			Shown: e.shown(s.visit, id, store.KindPromise, "status"), Reason: reason})
	})
}

// Update types; a row that was begun is followed by an empty one.
func (s *promises) Update(msg tea.Msg) tea.Cmd {
	cmd := s.form.Update(msg)
	s.grow()
	return cmd
}

// View draws the rows.
func (s *promises) View(w, h int) (string, *tea.Cursor) {
	due := s.env.Width(s.env.T(words.PromiseDue)) + 14
	for _, id := range s.ids {
		s.form.named(rowField(id, "text")).Width = max(10, w-due-8)
	}
	return s.form.View(w, h)
}

// Keys of the promises.
func (s *promises) Keys() []Action {
	return append(s.form.Keys(), On(words.PromiseWithdraw, s.withdraw, "ctrl+d"))
}

func (s *promises) Typing() bool           { return s.form.Typing() }
func (s *promises) Hint() string           { return s.form.Hint() }
func (s *promises) Leave() tea.Cmd         { return s.form.Leave() }
func (s *promises) AtEdge(by int) bool     { return s.form.AtEdge(by) }
func (s *promises) Focused() (string, int) { return s.form.Focused() }
func (s *promises) take(by int)            { s.form.take(by) }
func (s *promises) drop()                  { s.form.drop() }

// seek puts the cursor on a field. The empty row at the end is another one after every start.
func (s *promises) seek(name string, offset int) bool {
	s.grow()
	if s.form.seek(name, offset) {
		return true
	}
	row, field, _ := strings.Cut(name, ".")
	return len(row) == 16 && len(s.ids) > 0 && s.form.seek(rowField(s.ids[len(s.ids)-1], field), 0)
}
