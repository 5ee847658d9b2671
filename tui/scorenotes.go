package tui

import (
	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// notedRows is how many notes of an indicator are shown; the rest are counted.
const notedRows = 2

// noted are the notes that belong to the indicator, to one of its findings or to a question about it: what was noted in
// passing is at hand when the verdict is given.
func (s *score) noted(ind *checklist.Indicator, w int) []string {
	e := s.env
	list := s.notesOf(ind)
	var lines []string
	for i := 0; i < len(list) && i < notedRows; i++ {
		lines = append(lines, " "+e.Style.Faint.Render(e.Cut(e.T(words.NotedLine, timeOf(list[i].At)+" "+e.Clean(list[i].Text)), w-2)))
	}
	if n := len(list) - notedRows; n > 0 {
		lines = append(lines, " "+e.Style.Faint.Render(e.Cut(e.T(words.NotedMore, n), w-2)))
	}
	return lines
}

// notesOf are the notes that bear on an indicator; marks of its lines are shown on the lines themselves.
func (b *bench) notesOf(ind *checklist.Indicator) (out []checklist.Entry) {
	about := map[checklist.ID]bool{}
	for _, f := range b.sheet.Findings {
		if _, of, ok := b.scheme().Rule(f.Rule); ok && of == ind {
			about[f.ID] = true
		}
	}
	for _, q := range b.doc.Questions {
		if q.Indicator == ind.ID {
			about[q.ID] = true
		}
	}
	delete(about, checklist.ID{})
	marks := map[checklist.ID]bool{}
	for i := range ind.Rules {
		marks[checklist.LineNoteID(b.visit, b.env.Me.ID, "rule:"+ind.Rules[i].ID)] = true
	}
	for _, x := range b.doc.Entries {
		if x.Status != withdrawn && !marks[x.ID] && (x.Indicator == ind.ID || about[x.Finding] || about[x.Question]) {
			out = append(out, x)
		}
	}
	return out
}

// allNotes lists the notes of the indicator to open one of them.
func (s *score) allNotes() Action {
	var list []checklist.Entry
	if ind := s.current(); ind != nil {
		list = s.notesOf(ind)
	}
	off := ""
	if len(list) == 0 {
		off = s.env.T(words.NotedNone)
	}
	return On(words.NotedAll, func() tea.Cmd {
		return s.env.Go(Place{Screen: "notes-of", Visit: s.visit, Item: s.indicator})
	}, "ctrl+f").OffIf(off).Hidden()
}
