package tui

import (
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func (s *check) paperKeys() []Action {
	space := On(words.PaperStatusKey, s.cycle, "space")
	m, ok := s.chosen()
	if !ok {
		space = space.OffIf(s.env.T(words.NoPaperHere))
	}
	keys := []Action{
		Show(words.KeyMove, "up", "down"), space, On(words.PaperOpen, s.openPaper, "enter"), Show(words.PaneKey, "tab"),
	}
	if ok {
		keys = append(keys, s.env.markKey(s.doc, s.env.paperLine(s.scheme(), m, s.visit)))
	}
	return keys
}

func (s *check) paperHint() string {
	e := s.env
	m, ok := s.chosen()
	if !ok {
		return e.T(words.PaperHint)
	}
	if m.Status == "refused" && m.Note == "" {
		return e.T(words.RefusedHint)
	}
	if late := e.eveHint(s.doc, m.ID); late != "" {
		return late
	}
	if c := s.paperCells(s.papers.Selected()); e.Width(c[0]) > nameShown || e.Width(c[2]) > numberShown || m.Note != "" {
		return strings.Join(strings.Fields(c[0]+" "+c[2]+" "+m.Note), " ") // what the columns cut
	}
	return e.T(words.PaperHint)
}

// Frame draws the papers above the headcount, or beside it where there is room.
func (s *check) Frame(w, h int) Frame {
	e := s.env
	if s.doc == nil {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	have, want := s.seen()
	s.papers.columns[0].Title = e.T(words.PaperCol)
	if want > 0 {
		s.papers.columns[0].Title = e.T(words.PaperTitle, strconv.Itoa(have), strconv.Itoa(want))
	}
	var c canvas
	c.add(stepBar(e, s.doc, s.step), e.Rule(w))
	s.spots = s.spots[:0]
	if len(s.panes.list) == 1 {
		s.spots.add(s.papers.List, 0, 2, w, h-2)
		c.block(joinLines(s.papers.Rows(w, h-2)), nil, h-2)
		s.tableX, s.tableY = w, h
		return c.frame()
	}
	if w >= wideWidth {
		left := w * 45 / 100
		s.narrowNumbers(numberShown)
		right, cursor := s.head.view(w-left-2, h-2)
		c.add(splitLines(e.Panes(joinLines(s.papers.Rows(left, h-2)), joinLines(right), left, w, h-2))...)
		c.cursor = s.panes.cursorOf(s.head, cursor, left+2, 2)
		s.spots.add(s.papers.List, 0, 2, left, h-2)
		s.tableX, s.tableY = left+2, 2
		return c.frame()
	}
	s.narrowNumbers(24)
	upper := h - 2 - 9
	if s.panes.is(s.head) {
		upper = 5
	}
	s.spots.add(s.papers.List, 0, 2, w, upper)
	c.block(joinLines(s.papers.Rows(w, upper)), nil, upper)
	c.add(e.Rule(w))
	at := len(c.lines)
	lines, cursor := s.head.view(w, h-at)
	c.add(lines...)
	c.cursor = s.panes.cursorOf(s.head, cursor, 0, at)
	s.tableX, s.tableY = 0, at
	return c.frame()
}

// Cells of a paper's name and number that are seen at least, beside the headcount.
const nameShown, numberShown = 24, 16

// narrowNumbers gives the numbers of the papers so many cells at most: beside the headcount, names need the room more.
func (s *check) narrowNumbers(most int) {
	if col := &s.papers.columns[2]; col.Max != most {
		col.Max, s.papers.widths = most, nil
	}
}

// Click selects a paper, or a row of the headcount, or goes to another step.
func (s *check) Click(x, y int) tea.Cmd {
	switch {
	case s.doc == nil:
		return nil
	case y == 0:
		return stepClick(s.env, s.doc, s.visit, s.step, x, s.env.Swap)
	case s.spots.click(x, y) != nil:
		return s.panes.show(s.papers)
	case x >= s.tableX && y > s.tableY:
		return tea.Batch(s.panes.show(s.head), s.head.click(y-s.tableY-1))
	}
	return nil
}

// Keys are those of the pane with the focus, and the other steps.
func (s *check) Keys() []Action {
	if s.doc == nil {
		return nil
	}
	keys := append(s.panes.cur().Keys(), stepKeys(s.env, s.visit, s.step, s.env.Swap)...)
	return append(keys, s.env.previewKeys(s.visit, "missing")...)
}

// Hint is the hint of the pane.
func (s *check) Hint() string {
	if s.doc == nil {
		return ""
	}
	return s.panes.cur().Hint()
}

// Place remembers the pane and the row.
func (s *check) Place() Place {
	if !s.filled {
		return s.place
	}
	return s.panes.place(Place{Screen: string(s.step), Visit: s.visit})
}

// Title is the step.
func (s *check) Title() string { return s.env.stepTitle(s.scheme(), s.step) }

// ScoresShown tells the header: the step shows none.
func (s *check) ScoresShown() bool { return false }

// CaptureFor tells what a fact noted here is about.
func (s *check) CaptureFor() (visit, unit checklist.ID, step checklist.Step) {
	return s.visit, checklist.ID{}, s.step
}
