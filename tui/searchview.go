package tui

import (
	"strconv"
	"strings"

	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// What was found stands in brackets, in the list and beside it: no colour says it alone.
const (
	markOpen = "["
	markShut = "]"
)

// searchPeek is the height of the text of the selected hit below the list, in a window without a second pane.
const searchPeek = 4

// Frame draws the line, the hits, and the text of the selected one: below, or beside them from 120 columns.
func (s *search) Frame(w, h int) Frame {
	e := s.env
	label := " " + e.T(words.SearchTitle) + " ["
	state := s.state()
	room := max(12, min(48, w-e.Width(label)-e.Width(state)-5))
	text, at := s.line.View(room, 1)
	line := e.Sides(w-1, label+e.Kit.Meter.Pad(text, room)+"]", state)
	cursor := bar(e.Width(label)+at.X, 0)
	lines := []string{line, e.Rule(w)}
	rest := h - len(lines)
	if s.query == "" || len(s.found.Hits) == 0 {
		return Frame{strings.Join(append(lines, s.empty(w)...), "\n"), cursor}
	}
	if w >= wideWidth {
		left := joinLines(s.list.Rows(listCells, rest))
		right := joinLines(s.peek(w-listCells-3, rest))
		return Frame{strings.Join(append(lines, e.Panes(left, right, listCells, w, rest)), "\n"), cursor}
	}
	lines = append(lines, fit(e.Kit.Meter, joinLines(s.list.Rows(w, rest-searchPeek-1)), w, rest-searchPeek-1)...)
	lines = append(lines, e.Rule(w))
	return Frame{strings.Join(append(lines, s.peek(w-1, searchPeek)...), "\n"), cursor}
}

// state is how many were found, and how much is still to be read.
func (s *search) state() string {
	if s.query == "" {
		return ""
	}
	n := 0
	for _, c := range s.found.Count {
		n += c
	}
	if !s.found.Whole() {
		return s.env.T(words.SearchReading, n, s.found.Read, s.found.Of)
	}
	return s.env.T(words.SearchCount, n)
}

// empty says what can be searched, or that nothing was found.
func (s *search) empty(w int) []string {
	e := s.env
	says := []string{e.T(words.SearchHow), e.T(words.SearchBlind)}
	switch typed := strings.TrimSpace(s.line.Value()); {
	case typed == "" || s.query == "":
	case !s.found.Whole():
		says = []string{e.T(words.SearchNotYet, s.found.Of-s.found.Read)}
	default:
		says = []string{e.T(words.SearchNothing, e.Clean(s.query)), e.T(words.SearchBlind)}
	}
	lines := []string{""}
	for _, text := range says {
		for _, l := range e.Wrap(text, w-6) {
			lines = append(lines, "   "+l)
		}
		lines = append(lines, "")
	}
	return lines
}

// cells are a row: the group where it begins with how many it has, what the hit is, and its text.
func (s *search) cells(i int) []string {
	e, h := s.env, s.found.Hits[i]
	group := ""
	if i == 0 || s.found.Hits[i-1].Group != h.Group {
		listed := 0
		for _, x := range s.found.Hits[i:] {
			if x.Group == h.Group {
				listed++
			}
		}
		group = e.T(words.SearchGroups[string(h.Group)]) + " " + strconv.Itoa(s.found.Count[h.Group])
		if listed < s.found.Count[h.Group] {
			group = e.T(words.SearchGroups[string(h.Group)]) + " " + strconv.Itoa(listed) + "/" + strconv.Itoa(s.found.Count[h.Group])
		}
	}
	return []string{group, s.name(h), s.text(h)}
}

// text is the text of a hit in one line; what is called something else says that first.
func (s *search) text(h store.Hit) string {
	text := h.Snippet(8, 120, markOpen, markShut)
	switch {
	case h.Clause != "" && h.Field != "name":
		return s.env.name(h.ClauseName(s.env.schemeBy(h.Scheme))) + "  " + text
	case h.Group == store.GroupUnits && h.Name != h.Text:
		return h.Name + "  " + text
	}
	return text
}

// peek is the selected hit with its whole text, as far as there is room; a long one from near the place that was found.
func (s *search) peek(w, h int) []string {
	e := s.env
	hit, ok := s.selected()
	if !ok {
		return nil
	}
	head := joined(hit.UnitName, e.kindWord(hit.Kind), s.code(hit))
	if hit.Clause != "" {
		head = joined(e.T(words.SearchClauses[hit.Clause]), s.code(hit), e.name(hit.ClauseName(e.schemeBy(hit.Scheme))))
	}
	if hit.Name != "" {
		head = joined(e.kindWord(hit.Kind), hit.Code, hit.Name)
	}
	meta := e.fieldWord(hit.Kind, hit.Field)
	if !hit.At.IsZero() {
		meta += "  " + e.T(words.SearchLast, e.moment(hit.At))
	}
	lines := []string{" " + e.Style.Title.Render(e.Cut(head, w/2)) + "  " + e.Style.Faint.Render(e.Cut(meta, w/2-4))}
	if w < wideWidth/2 { // the pane beside the list is narrow and high
		lines = []string{" " + e.Style.Title.Render(e.Cut(head, w-2)), " " + e.Style.Faint.Render(e.Cut(meta, w-2)), ""}
	}
	body := e.Wrap(hit.Marked(markOpen, markShut), w-2)
	room := h - len(lines)
	if len(hit.Marks) > 0 && len(body) > room {
		before := len(e.Wrap(hit.Text[:hit.Marks[0][0]]+markOpen, w-2))
		body = body[max(0, min(before-room/2-1, len(body)-room)):]
	}
	for _, l := range body[:min(len(body), max(room, 0))] {
		lines = append(lines, " "+l)
	}
	return lines
}

// Click selects a row; a click on the selected one opens it.
func (s *search) Click(x, y int) tea.Cmd {
	was := s.list.Selected()
	s.chosen = true
	if x >= listCells || !s.list.Click(x, y-2) || s.list.Selected() != was {
		return nil
	}
	return s.open()
}

// Wheel moves the selection.
func (s *search) Wheel(rows int) tea.Cmd {
	s.chosen = true
	s.list.Move(rows)
	return nil
}
