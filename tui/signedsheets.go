package tui

import (
	"strings"

	"zoufang/checklist"
	"zoufang/report"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("signed-sheets", newSignedSheets)
}

// signedSheets lists the sheets of a visit that came back signed.
type signedSheets struct {
	env   *Env
	visit checklist.ID
	list  *List
	rows  []checklist.SignedSheet
}

func newSignedSheets(e *Env, p Place) Screen {
	s := &signedSheets{env: e, visit: p.Visit}
	s.list = NewList(e, Column{Title: e.T(words.SheetDoneOn)}, Column{Title: e.T(words.SheetsTitle), Grow: true}, Column{Title: e.T(words.SignedSheetBy), Max: 16}, Column{Title: e.T(words.SheetCode)})
	s.list.Empty = e.T(words.SignedSheetNone)
	s.fill()
	return s
}

// Open reads the visit.
func (s *signedSheets) Open() tea.Cmd { return s.env.Load(s.visit) }

// Return reads it again.
func (s *signedSheets) Return() tea.Cmd { return s.Open() }

func (s *signedSheets) fill() {
	if d := s.env.Doc(s.visit); d != nil {
		s.rows = d.Papers
	}
	s.list.SetRows(len(s.rows), func(i int) []string {
		x := &s.rows[i]
		title := x.Sheet
		if k, ok := report.KindNamed(x.Sheet); ok {
			title = s.env.T(k.Title)
		}
		return []string{x.Day, title, strings.TrimSpace(x.Signer + " " + x.Post), x.Code}
	})
}

// Update moves, and takes what was read or recorded.
func (s *signedSheets) Update(msg tea.Msg) tea.Cmd {
	switch msg.(type) {
	case DocMsg:
		s.fill()
		return nil
	case ChangedMsg:
		return s.Open()
	}
	return s.list.Update(msg)
}

// Frame draws the list.
func (s *signedSheets) Frame(w, h int) Frame {
	var c canvas
	c.add(" "+s.env.Style.Title.Render(s.env.T(words.SignedSheetTitle)), s.env.Rule(w))
	text, cursor := s.list.View(w, h-2)
	c.block(text, cursor, h-2)
	return c.frame()
}

// Keys open the scan of a sheet, and record another one.
func (s *signedSheets) Keys() []Action {
	keys := []Action{Show(words.KeyMove, "up", "down"), On(words.SignedSheetNew, func() tea.Cmd { return s.env.Go(Place{Screen: "signed-sheet", Visit: s.visit}) }, "f7", "ctrl+t")}
	if i := s.list.Selected(); i >= 0 && i < len(s.rows) {
		id := s.rows[i].ID
		keys = append(keys, On(words.SignedSheetScan, func() tea.Cmd { return s.env.Go(Place{Screen: "attach", Visit: s.visit, Record: id}) }, "enter"))
	}
	return keys
}

// Hint says what to do.
func (s *signedSheets) Hint() string { return s.env.T(words.SignedSheetList) }

// Title is the crumb.
func (s *signedSheets) Title() string { return s.env.T(words.SignedSheetTitle) }

// Place remembers the visit.
func (s *signedSheets) Place() Place { return Place{Screen: "signed-sheets", Visit: s.visit} }
