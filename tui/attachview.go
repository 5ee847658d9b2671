package tui

import (
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// Frame draws the list, or the browser.
func (s *attach) Frame(w, h int) Frame {
	e := s.env
	switch {
	case s.files != nil:
		return s.files.frame(w, h)
	case e.Doc(s.visit) == nil:
		return Frame{Body: " " + e.T(words.Reading)}
	}
	var c canvas
	c.add(" "+e.T(words.FileLimits, store.MaxAttachment>>20), e.Rule(w))
	c.block(joinLines(s.list.Rows(w, h-2)), nil, h-2)
	return c.frame()
}

// Keys of the list, or of the browser.
func (s *attach) Keys() []Action {
	if s.files != nil {
		return append(s.files.keys(), On(words.Cancel, func() tea.Cmd {
			s.files = nil
			return nil
		}, "esc"))
	}
	keys := []Action{On(words.KeyOpen, s.enter, "enter"), Show(words.KeyMove, "up", "down"), On(words.FileAdd, s.look, "ctrl+u")}
	if i := s.list.Selected(); i >= 0 && i < len(s.rows) {
		a := s.rows[i]
		keys = append(keys, On(words.FileCaption, func() tea.Cmd {
			return s.env.Go(Place{Screen: "caption", Visit: s.visit, Record: a.ID})
		}, "ctrl+t"), On(words.FileDetach, func() tea.Cmd { return s.detach(a) }, "ctrl+d"))
	}
	return keys
}

// Place is the record.
func (s *attach) Place() Place { return Place{Screen: "attach", Visit: s.visit, Record: s.host} }

// Typing is so in the browser.
func (s *attach) Typing() bool { return s.files != nil }

// Hint says what can be taken.
func (s *attach) Hint() string {
	if s.files != nil {
		return s.env.T(words.FileBrowseHint)
	}
	return s.env.T(words.FileHint)
}

// Title is the crumb.
func (s *attach) Title() string { return s.env.T(words.VisitAttach) }

// Click selects a row.
func (s *attach) Click(x, y int) tea.Cmd {
	if s.files != nil {
		s.files.list.Click(x, y-1)
		return nil
	}
	s.list.Click(x, y-2)
	return nil
}
