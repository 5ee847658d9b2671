package tui

import (
	"strings"

	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// Frame draws the talk. At 80 columns the form above is one line while the notes have the focus, so that they have room.
func (s *talk) Frame(w, h int) Frame {
	e, d := s.env, s.env.Doc(s.visit)
	switch t, ok := s.old(); {
	case s.pick != nil:
		return s.pick.frame(w, h)
	case d == nil || !ok:
		return Frame{Body: " " + e.T(words.Reading)}
	default:
		var c canvas
		c.add(stepBar(e, d, s.notes.step), e.Rule(w))
		s.above(&c, t, w, h)
		c.add(e.Rule(w), e.Sides(w-1, " "+e.Style.Title.Render(e.T(words.TalkNotes)), e.Style.Faint.Render(e.T(words.NoteCount, s.notes.count()))))
		end := s.end.Height(w)
		rows := max(2, h-len(c.lines)-end-2)
		s.top, s.w = len(c.lines), w
		text, cursor := s.notes.View(w, rows)
		c.block(text, s.panes.cursorOf(s.notes, cursor, 0, 0), rows)
		c.add(e.Rule(w))
		text, cursor = s.end.View(w, end)
		c.block(text, s.panes.cursorOf(s.end, cursor, 0, 0), end)
		c.add(s.foot(t, w))
		return c.frame()
	}
}

// foot says why the talk points to one person, or else what a talk alone is worth.
func (s *talk) foot(t checklist.Interview, w int) string {
	e := s.env
	t.Band = s.head.Value("interviewee_role_band") // as it stands in the form, before the field is left
	if why := e.exposed(e.Doc(s.visit), t); why != "" {
		return " " + e.Style.Warn.Render(e.Cut(e.T(words.TalkExposed, why), w-2))
	}
	return " " + e.Style.Faint.Render(e.T(words.TalkNeverAlone))
}

// above draws who, when and what for.
func (s *talk) above(c *canvas, t checklist.Interview, w, h int) {
	e := s.env
	if h < 30 && !s.panes.is(s.head) {
		c.add(" " + e.Style.Accent.Render(e.Cut(s.summary(t), w-2)))
	} else {
		rows := s.head.Height(w)
		text, cursor := s.head.View(w, rows)
		c.block(text, s.panes.cursorOf(s.head, cursor, 0, 0), rows)
	}
	serves := e.serves(e.Doc(s.visit), t)
	if serves == "" {
		serves = e.T(words.TalkServesNothing)
	}
	c.add(" " + e.Cut(e.T(words.TalkServesLine, serves), w-2))
	prompts := s.prompts()
	most := 1
	if h >= 30 {
		most = 3
	}
	for i, p := range prompts[:min(len(prompts), most)] {
		label := e.T(words.TalkPrompt)
		if i > 0 {
			label = strings.Repeat(" ", e.Width(label))
		}
		c.add(" " + e.Style.Faint.Render(e.Cut(label+" "+p, w-2)))
	}
}

// summary is the form in one line.
func (s *talk) summary(t checklist.Interview) string {
	e := s.env
	parts := []string{t.Code}
	add := func(text string) {
		if text != "" {
			parts = append(parts, text)
		}
	}
	add(e.formWord(e.Doc(s.visit), t.Form))
	add(e.T(words.TalkBands[t.Band]))
	if t.Person != t.Code {
		add(t.Person)
	}
	add(e.between(t.StartedAt, t.EndedAt))
	switch {
	case t.Asker != "" && t.Second != "":
		add(e.T(words.TalkTwo, t.Asker, t.Second))
	default:
		add(e.T(words.TalkOnlyOne))
	}
	return strings.Join(parts, "  ")
}

// Click puts the cursor under a cell, or opens a step.
func (s *talk) Click(x, y int) tea.Cmd {
	e := s.env
	head := 1
	if s.panes.is(s.head) || s.top > 8 {
		head = s.head.Height(max(s.w, minWidth))
	}
	switch {
	case s.pick != nil:
		s.pick.list.Click(x, y-2)
		return nil
	case y == 0:
		return stepClick(e, e.Doc(s.visit), s.visit, s.notes.step, x, e.deep(s.visit))
	case y >= 2 && y < 2+head:
		return tea.Batch(s.panes.show(s.head), s.head.Click(x, y-2))
	case y >= s.top && y < s.top+s.notes.h:
		cmd := s.panes.show(s.notes)
		s.notes.Click(y - s.top)
		return cmd
	case y > s.top+s.notes.h:
		return tea.Batch(s.panes.show(s.end), s.end.Click(x, y-s.top-s.notes.h-1))
	}
	return nil
}
