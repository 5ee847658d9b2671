package tui

import (
	"bytes"
	"strings"

	"zoufang/checklist"
	"zoufang/report"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// previewWidth is the most cells a page takes: longer lines are hard to read.
const previewWidth = 100

// Frame draws what the sheet is and where it would be saved, and below it as much of the page as fits.
func (s *preview) Frame(w, h int) Frame {
	e := s.env
	switch {
	case !s.read:
		return Frame{Body: " " + e.T(words.Reading)}
	case len(s.sheets) == 0:
		return Frame{Body: " " + e.T(words.PreviewNothing)}
	}
	s.h = max(1, h-3)
	s.breakInto(min(w-2, previewWidth))
	s.clamp()
	end := min(len(s.lines), s.top+s.h)
	head := e.Style.Title.Render(e.T(s.kind.name))
	if note := e.T(s.kind.note); note != "" {
		head += "  " + e.Style.Warn.Render(note)
	}
	lines := []string{
		e.Sides(w-1, " "+head, e.Style.Faint.Render(e.T(words.PreviewLines, s.top+1, end, len(s.lines)))),
		" " + e.Cut(e.T(words.PreviewTo, s.fileName(1), e.T(s.shelves[s.shelf].word), shortPath(s.shelves[s.shelf].path)), w-2),
		e.Rule(w),
	}
	for _, l := range s.lines[s.top:end] {
		lines = append(lines, " "+l)
	}
	return Frame{Body: strings.Join(lines, "\n")}
}

// breakInto breaks the sheets into lines of a width.
func (s *preview) breakInto(w int) {
	if s.width == w {
		return
	}
	s.width = w
	var out bytes.Buffer
	_ = report.Plain(&out, w, s.sheets...) // a buffer takes everything
	s.lines = strings.Split(strings.TrimRight(out.String(), "\n"), "\n")
	for i := range s.lines {
		s.lines[i] = s.env.Clean(s.lines[i])
	}
}

// Keys scroll, save and open.
func (s *preview) Keys() []Action {
	if !s.read || len(s.sheets) == 0 {
		return nil
	}
	one := ""
	if len(s.shelves) < 2 {
		one = s.env.T(words.PreviewOneFolder)
	}
	return []Action{
		On(words.PreviewSave, s.save, "ctrl+e"),
		On(words.PreviewBrowse, s.browse, "enter"),
		On(words.PreviewFormat, func() tea.Cmd {
			s.plain = !s.plain
			return nil
		}, "tab"),
		Show(words.KeyScroll, "pgup", "pgdown"),
		On(words.PreviewFolder, func() tea.Cmd { return s.turn(1) }, "right").OffIf(one),
		On(words.PreviewFolderBack, func() tea.Cmd { return s.turn(-1) }, "left").OffIf(one).Hidden(),
		Show(words.KeyMove, "up", "down").Hidden(),
	}
}

// turn chooses another folder to save into.
func (s *preview) turn(by int) tea.Cmd {
	s.shelf = (s.shelf + by + len(s.shelves)) % len(s.shelves)
	return nil
}

// Place remembers the page.
func (s *preview) Place() Place {
	p := s.place
	p.Offset = s.top
	return p
}

// ScoresShown is so on sheets that are not for the unit: whoever chose one wants to see its points.
func (s *preview) ScoresShown() bool {
	return len(s.sheets) > 0 && s.sheets[0].For.May(checklist.PartPoints)
}

// Hint says how to hand it out.
func (s *preview) Hint() string {
	if len(s.sheets) > 0 && s.sheets[0].For != checklist.ForUnit {
		return s.env.T(words.PreviewHintIn)
	}
	return s.env.T(words.PreviewHint)
}

// Title is the crumb.
func (s *preview) Title() string { return s.env.T(words.PreviewTitle) }

// Wheel scrolls.
func (s *preview) Wheel(rows int) tea.Cmd {
	s.top += rows
	s.clamp()
	return nil
}

// previewKeys open the sheets of a visit: the list for the liaison, the facts to read back, and the list of all. The one
// that belongs to the page has a key of its own.
func (e *Env) previewKeys(visit checklist.ID, own string) []Action {
	var keys []Action
	for _, x := range []struct {
		sheet string
		word  words.Text
	}{{"missing", words.PreviewPapers}, {"fact-sheet", words.PreviewFacts}} {
		a := On(x.word, func() tea.Cmd { return e.Go(Place{Screen: "preview", Visit: visit, Item: x.sheet}) }).Hidden()
		if x.sheet == own {
			a.Keys = []string{"ctrl+p"}
		}
		keys = append(keys, a)
	}
	return append(keys, On(words.ReportsHere, func() tea.Cmd { return e.Go(Place{Screen: "reports", Visit: visit}) }).Hidden(),
		On(words.SignedSheetHere, func() tea.Cmd { return e.Go(Place{Screen: "signed-sheets", Visit: visit}) }).Hidden())
}
