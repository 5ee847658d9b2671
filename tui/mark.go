package tui

import (
	"context"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// line is something on a screen that can be marked to come back to: a rule, a paper, a number, a question, a talk. The
// mark is a note of its own with the to-do sign, under an id that follows from the line, so that marking twice meets.
type line struct {
	key       string // "rule:E1.1", "paper:payroll", "figure:payroll_total", or the id of a record
	text      string // what stands in the note
	step      checklist.Step
	indicator string
	place     Place // where the line is
}

// markOf is the note that marks a line, with false where it is not marked.
func (e *Env) markOf(d *store.Doc, key string) (checklist.Entry, bool) {
	if d == nil {
		return checklist.Entry{}, false
	}
	id := checklist.LineNoteID(d.ID, e.Me.ID, key)
	for _, x := range d.Entries {
		if x.ID == id {
			return x, x.Todo && x.Status != withdrawn
		}
	}
	return checklist.Entry{}, false
}

// marked puts the to-do sign before the words of a line that is marked.
func (e *Env) marked(d *store.Doc, key, words string) string {
	if _, on := e.markOf(d, key); on {
		return "! " + words
	}
	return words
}

// markKey marks a line as a to-do, or takes the mark away.
func (e *Env) markKey(d *store.Doc, l line) Action {
	name := words.NoteTodo
	if _, on := e.markOf(d, l.key); on {
		name = words.TodoUnmark
	}
	return On(name, func() tea.Cmd { return e.toggleMark(d, l) }, "f4", "ctrl+b")
}

func (e *Env) toggleMark(d *store.Doc, l line) tea.Cmd {
	x, on := e.markOf(d, l.key)
	done := e.T(words.TodoMarked, l.text)
	if on {
		done = e.T(words.TodoUnmarked, l.text)
	}
	x.Todo = !on
	if x.ID == (checklist.ID{}) {
		x = checklist.Entry{ID: checklist.LineNoteID(d.ID, e.Me.ID, l.key), Author: e.Me.ID, At: e.Now().Format(momentForm),
			Step: l.step, Text: l.text, Indicator: l.indicator, Todo: true}
	}
	if x.Status == withdrawn {
		x.Status = ""
	}
	return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		_, err := b.SaveEntry(ctx, d, x)
		return noticeMsg{text: done}, err
	})
}

// ruleLine, paperLine and the others make the lines of a visit; a to-do finds its way back to its line by them.
func (e *Env) ruleLine(visit checklist.ID, ind *checklist.Indicator, r *checklist.Rule) line {
	return line{key: "rule:" + r.ID, text: r.ID + " " + e.name(r.Name), step: checklist.StepScore, indicator: ind.ID,
		place: Place{Screen: "score", Visit: visit, Item: ind.ID, Field: r.ID}}
}

func (e *Env) paperLine(s *checklist.Scheme, m checklist.Material, visit checklist.ID) line {
	step := stepOfForm(s, checklist.FormPapers)
	l := line{key: m.ID.String(), text: m.Name, step: step, place: Place{Screen: string(step), Visit: visit, Record: m.ID}}
	if def, ok := s.Material(m.Material); ok {
		l.text = e.name(def.Name)
	}
	return l
}

func (e *Env) figureLine(s *checklist.Scheme, visit checklist.ID, id, name string) line {
	step := stepOfForm(s, checklist.FormPapers)
	return line{key: "figure:" + id, text: name, step: step, place: Place{Screen: string(step), Visit: visit, Field: headPrefix + id, Offset: 2}}
}

func (e *Env) questionLine(s *checklist.Scheme, q checklist.Question, visit checklist.ID) line {
	return line{key: q.ID.String(), text: q.Text, step: stepOfForm(s, checklist.FormTalks), indicator: q.Indicator,
		place: Place{Screen: "question", Visit: visit, Record: q.ID}}
}

func (e *Env) talkLine(s *checklist.Scheme, t checklist.Interview, visit checklist.ID) line {
	return line{key: t.ID.String(), text: e.T(words.TalkRow, t.Code), step: stepOfForm(s, checklist.FormTalks),
		place: Place{Screen: "talk", Visit: visit, Record: t.ID}}
}

// stepOfForm is the step that a form records, "" where the scheme has none.
func stepOfForm(s *checklist.Scheme, f checklist.StepForm) checklist.Step {
	if m, ok := s.ByForm(f); ok {
		return m.ID
	}
	return ""
}

// linePlace is the line that a note marks, false for a note of any other kind.
func (e *Env) linePlace(s *checklist.Scheme, d *store.Doc, note checklist.ID) (Place, bool) {
	for _, l := range e.lines(s, d) {
		if checklist.LineNoteID(d.ID, e.Me.ID, l.key) == note {
			return l.place, true
		}
	}
	return Place{}, false
}

// lines are all lines of a visit that can be marked.
func (e *Env) lines(s *checklist.Scheme, d *store.Doc) (out []line) {
	for _, ind := range s.Indicators(d.Unit.Kind) {
		for i := range ind.Rules {
			out = append(out, e.ruleLine(d.ID, ind, &ind.Rules[i]))
		}
	}
	for i := range s.Materials {
		out = append(out, e.paperLine(s, checklist.Material{ID: checklist.MaterialID(d.ID, s.Materials[i].ID), Material: s.Materials[i].ID}, d.ID))
	}
	for _, m := range d.Materials {
		out = append(out, e.paperLine(s, m, d.ID))
	}
	for _, row := range checklist.Headcount(s, &d.Visit) {
		out = append(out, e.figureLine(s, d.ID, row.ID, e.name(row.Name)))
	}
	for _, q := range d.Questions {
		out = append(out, e.questionLine(s, q, d.ID))
	}
	for _, t := range d.Interviews {
		out = append(out, e.talkLine(s, t, d.ID))
	}
	return out
}
